"""The limits of captions by language and frame, read from `limits.yaml`."""

from __future__ import annotations

import functools
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from lessonforge.model import CaptionLimits


def of(locale: str, aspect: float = 16 / 9) -> CaptionLimits:
    """The limits for a locale (a BCP 47 tag) in a frame of width / height `aspect`."""
    table = _table()
    values = dict(table["default"])
    parts = locale.split("-")
    for length in range(1, len(parts) + 1):
        values |= table["languages"].get("-".join(parts[:length]), {})
    share = next(row["share"] for row in table["shapes"] if aspect >= row["aspect"])
    return CaptionLimits(**values | {"columns": int(values["columns"] * share)})


def each(locales: Iterable[str], aspect: float = 16 / 9) -> dict[str, CaptionLimits]:
    """The limits for several locales."""
    return {locale: of(locale, aspect) for locale in locales}


@functools.cache
def _table() -> dict[str, Any]:
    import yaml

    return yaml.safe_load((Path(__file__).parent / "limits.yaml").read_text("utf-8"))

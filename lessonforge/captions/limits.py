"""The limits of captions by profile, language and frame, read from `limits.yaml`."""

from __future__ import annotations

import functools
from collections.abc import Iterable
from pathlib import Path
from typing import Any, Literal

from lessonforge.timelines import CaptionLimits

Kind = Literal["verbatim", "subtitle"]
NARROWEST = 12
"""Columns: however narrow the frame and low the level, a line has as many."""


def of(locale: str, aspect: float = 16 / 9, kind: Kind = "verbatim", share: float = 1.0) -> CaptionLimits:
    """The limits for a locale (a BCP 47 tag) in a frame of width / height `aspect`.

    Lines have only a `share` of their columns for readers who need short ones.
    """
    table = _table()
    profiles = [table["verbatim"]] if kind == "verbatim" else [table["verbatim"], table[kind]]
    values: dict[str, Any] = {}
    for profile in profiles:
        values |= profile["default"]
    parts = locale.split("-")
    for length in range(1, len(parts) + 1):
        for profile in profiles:
            values |= profile["languages"].get("-".join(parts[:length]), {})
    share *= next(row["share"] for row in table["shapes"] if aspect >= row["aspect"])
    return CaptionLimits(**values | {"columns": max(NARROWEST, int(values["columns"] * share))})


def each(
    locales: Iterable[str], aspect: float = 16 / 9, kind: Kind = "verbatim", share: float = 1.0
) -> dict[str, CaptionLimits]:
    """The limits for several locales."""
    return {locale: of(locale, aspect, kind, share) for locale in locales}


@functools.cache
def _table() -> dict[str, Any]:
    import yaml

    return yaml.safe_load((Path(__file__).parent / "limits.yaml").read_text("utf-8"))

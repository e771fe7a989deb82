"""The few words of our own that pupils see, in their language: `notices.yaml`."""

from __future__ import annotations

import functools
from collections.abc import Mapping
from pathlib import Path

from lessonforge import locales


def text(name: str, locale: str) -> str:
    """A notice in a locale, or in English where nobody has translated it."""
    known = _table()[name]
    return next(known[tag] for tag in (*locales.chain(locale), "en") if tag in known)


@functools.cache
def _table() -> Mapping[str, Mapping[str, str]]:
    import yaml

    table: Mapping[str, Mapping[str, str]] = yaml.safe_load(Path(__file__).with_name("notices.yaml").read_text("utf-8"))
    return table

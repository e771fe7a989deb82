"""What in a text is not for translating: `{{ names }}`, cue marks and the tags of spans in another language."""

from __future__ import annotations

import re

from lessonforge.tongues import TAG

PLACEHOLDER = re.compile(r"\{\{.*?\}\}|\{%.*?%\}", re.DOTALL)
"""Only those that a value is put in place of."""
_TAG = re.sub(r"\((?!\?)", "(?:", TAG.pattern)
MARK = re.compile(rf"{PLACEHOLDER.pattern}|\[\[.*?\]\]|{_TAG}", re.DOTALL)
"""`{{ name }}`, `{% if %}`, `[[cue]]`, `[fr]` and `[/fr]`, without groups."""


def parts(text: str) -> list[str]:
    """The text and its marks in turn: every second one is a mark."""
    return re.split(f"({MARK.pattern})", text, flags=MARK.flags)


def changed(source: str, translation: str, kind: re.Pattern[str] = PLACEHOLDER) -> str:
    """What is wrong with the marks of a translation: `{{ sea }} is missing`; empty where they are those of its source.

    They may stand elsewhere, and more than once.
    """
    before, after = _marks(source, kind), _marks(translation, kind)
    said = [f"{mark} is missing" for mark in sorted(before - after)]
    return ", ".join([*said, *(f"{mark} isn't in the source text" for mark in sorted(after - before))])


def _marks(text: str, kind: re.Pattern[str]) -> set[str]:
    """The marks of a text, however their spaces are written."""
    return {re.sub(r"^(\{[{%])\s*(.*?)\s*([}%]\})$", r"\1 \2 \3", mark[0]) for mark in kind.finditer(text)}

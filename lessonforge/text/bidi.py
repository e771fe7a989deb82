"""Scripts and direction: what a locale is written in, and how left-to-right words keep their order in rtl text."""

from __future__ import annotations

import functools
import re
import unicodedata
from collections.abc import Iterable, Iterator

from lessonforge.locales import is_rtl

FSI, PDI = "\u2068", "\u2069"
_SIGNS = ("-", "+", "±", "−")
_PAIRS = {"(": ")", "[": "]", "“": "”", "«": "»", '"': '"', "‘": "’"}


@functools.cache
def isolate(text: str, locale: str) -> str:
    """The text with every embedded left-to-right run between FSI and PDI (UAX #9), in rtl locales; else unchanged.

    So `-5`, `100 °C (212 °F)`, `H₂O` and a quoted title stay in one piece. Bare numbers need no isolate. Text that
    has isolates already is left as its author wrote it.
    """
    return isolated(text, [(0, len(text))], locale)[0]


def isolated(text: str, spans: Iterable[tuple[int, int]], locale: str) -> tuple[str, ...]:
    """Lines of a text, given as code points `[start, end)`, each as in `isolate`: a run may go on in the next line."""
    if not is_rtl(locale) or any(mark in text for mark in "\u2066\u2067\u2068"):
        return tuple(text[start:end] for start, end in spans)
    runs = list(_ltr_runs(text))
    return tuple(_isolated(text, runs, start, end) for start, end in spans)


def _isolated(text: str, runs: Iterable[tuple[int, int]], first: int, last: int) -> str:
    out, at = [], first
    for start, end in runs:
        if start < last and end > first:
            start, end = max(start, first), min(end, last)
            out += [text[at:start], FSI, text[start:end], PDI]
            at = end
    return "".join((*out, text[at:last]))


def strip(text: str) -> str:
    """The text without directional marks: for speech, and for comparing."""
    return re.sub("[\u200e\u200f\u202a-\u202e\u2066-\u2069]", "", text)


def _ltr_runs(text: str) -> Iterator[tuple[int, int]]:
    """The runs between right-to-left letters that hold a left-to-right letter, with brackets that belong to them."""
    for run in re.finditer("L+", _sides(text)):
        at, end = run.span()
        while at < end:
            start, at = _phrase(text, at, end)
            phrase = text[start:at]
            if phrase.lstrip("".join(_PAIRS))[:1] in _SIGNS or any(unicodedata.bidirectional(c) == "L" for c in phrase):
                yield start, at


def _sides(text: str) -> str:
    """`R` for every right-to-left letter and the marks on it, `L` for all else."""
    sides = ""
    for char in text:
        kind = unicodedata.bidirectional(char)
        right = kind in ("R", "AL", "AN") or (kind == "NSM" and sides.endswith("R"))
        sides += "R" if right else "L"
    return sides


def _phrase(text: str, start: int, end: int) -> tuple[int, int]:
    """The first phrase in a run: all of it but outer spaces and punctuation, or a bracketed or quoted part of it."""
    first = next((n for n in range(start, end) if _solid(text[n])), end)
    if start < first < end and text[first - 1] in _SIGNS and _is_sign(text, first - 1):
        first -= 1
    closing = _PAIRS.get(text[first - 1]) if first > start else None
    close = text.find(closing, first, end) if closing else -1
    if close > 0:
        return first - 1, close + 1
    last = next((n for n in range(end, first, -1) if _solid(text[n - 1])), end)
    inside = text[first:last]
    balanced = last < end and any(text[last] == b and inside.count(a) > inside.count(b) for a, b in _PAIRS.items())
    return first, last + balanced if last > first else end


def _is_sign(text: str, at: int) -> bool:
    """Whether the character belongs to the digit after it: a hyphen after a letter joins the two (`COVID-19`)."""
    before = text[at - 1 : at]
    is_word = before.isalnum() and (text[at] == "-" or not _is_rtl_letter(before))
    return text[at + 1].isdigit() and not is_word


def _is_rtl_letter(char: str) -> bool:
    return unicodedata.bidirectional(char) in ("R", "AL")


def _solid(char: str) -> bool:
    """Whether a run may begin or end with it: letters, digits, marks, and signs such as °, % and €."""
    return unicodedata.category(char)[0] in "LNM" or unicodedata.bidirectional(char) == "ET"

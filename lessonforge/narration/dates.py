"""Dates in figures and times of day, said in a language's own order and words."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator
from datetime import date

from lessonforge.narration.counting import Counted, filled
from lessonforge.narration.language import Language
from lessonforge.narration.spellout import spelled
from lessonforge.narration.units import cldr

_ALONE = r"(?<![A-Za-z\d.,/-])"
_ISO = re.compile(rf"{_ALONE}(?P<y>\d{{4}})-(?P<m>\d\d)-(?P<d>\d\d)(?![A-Za-z\d/-])")
_FIGURES = re.compile(
    rf"{_ALONE}(?P<one>\d{{1,2}})(?P<sign>[./-])(?P<two>\d{{1,2}})(?P=sign)(?P<y>\d{{4}})(?![A-Za-z\d/-])"
)
_SCALES = ("10", "20", "25", "50")
"""`1:10` is more often a scale than ten past one."""


def dates(text: str, locale: str, known: Language) -> Iterator[Counted]:
    """`2024-03-12` and `12.03.2024`, where the language says how; what is no date stays as it is."""
    if "date" not in known.words:
        return
    for found in _ISO.finditer(text):
        if said := _date(int(found["y"]), int(found["m"]), int(found["d"]), locale, known):
            yield _without_word(text, found.start(), found.end(), said, known)
    for found in _FIGURES.finditer(text):
        day, month = int(found["one"]), int(found["two"])
        if found["sign"] == "/" and _month_first(locale):
            day, month = month, day
        if said := _date(int(found["y"]), month, day, locale, known):
            yield _without_word(text, found.start(), found.end(), said, known)


def times(text: str, locale: str, known: Language) -> Iterator[Counted]:
    """`14:30`, with the word that may stand after it (`Uhr`), where the language says how."""
    if "time" not in known.words:
        return
    for found in _time_pattern(known.words.get("clock", ":"), known.words.get("clock_word", "(?!)")).finditer(text):
        hour, minute = found["h"].lstrip("0") or "0", found["m"].lstrip("0")
        if hour == "1" and found["m"] in _SCALES and not found["word"]:
            continue
        template = known.words["time"] if minute else known.words.get("hour", known.words["time"])
        yield Counted(*found.span(), filled(template, {"h": hour, "m": minute}))


@functools.cache
def _time_pattern(clock: str, word: str) -> re.Pattern[str]:
    time = rf"(?<![A-Za-z\d.,:])(?P<h>[01]?\d|2[0-3]) ?{clock} ?(?P<m>[0-5]\d)(?![A-Za-z\d:]|[.,]\d)"
    return re.compile(rf"{time}(?:[ \u00a0\u202f]?(?P<word>{word})(?!\w))?")


def _date(year: int, month: int, day: int, locale: str, known: Language) -> str | None:
    place = cldr(locale)
    try:
        date(year, month, day)
    except ValueError:
        return None
    words = known.words
    named = {
        "d": words["first"] if day == 1 and "first" in words else _number(day, words.get("day"), locale),
        "month": place.months["format"]["wide"][month],
        "m": str(month),
        "y": _number(year, words.get("year"), locale),
    }
    return filled(words["date"], named)


def _number(number: int, rules: str | None, locale: str) -> str:
    return spelled(number, rules, locale) if rules else str(number)


def _without_word(text: str, start: int, end: int, said: str, known: Language) -> Counted:
    """The word that is said before a date (`ngày`) is not said twice."""
    first = said.split(" ")[0]
    doubled = known.words["date"].startswith(f"{first} ") and text[:start].casefold().rstrip().endswith(first)
    return Counted(start, end, said.partition(" ")[2] if doubled else said)


@functools.cache
def _month_first(locale: str) -> bool:
    pattern = cldr(locale).date_formats["short"].pattern
    return bool(pattern.index("M") < pattern.index("d"))

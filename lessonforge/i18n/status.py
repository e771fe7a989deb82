"""Comes in: a lesson and the catalogues of a locale. Goes out: how far its translation is."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, fields

from lessonforge.i18n.catalogue import catalogues_of
from lessonforge.i18n.extract import entries
from lessonforge.i18n.po import State, nearest
from lessonforge.model import Script

WORDS_TRANSLATED, WORDS_CHECKED = 5.0, 17.0
"""Words a minute that somebody translates (300 an hour) and checks (1,000 an hour): usual rates of the trade."""


@dataclass(frozen=True)
class Progress:
    """One lesson in one locale (or several, added up): texts by their state, all `words` of the source, those of texts
    that are not `translated` (`words_left`), and the `minutes` that a person needs for these.
    """

    course: str
    lesson: str
    locale: str
    translated: int = 0
    fuzzy: int = 0
    machine: int = 0
    missing: int = 0
    words: int = 0
    words_left: int = 0
    minutes: float = 0.0

    @property
    def texts(self) -> int:
        """How many texts there are."""
        return self.translated + self.fuzzy + self.machine + self.missing


_ADDED = tuple(field.name for field in fields(Progress))[3:]


def progress(script: Script, tag: str) -> Progress:
    """How far a lesson's translation into a locale is; a file that can't be read counts as missing."""
    catalogues, _ = catalogues_of(script, tag)
    found = [(entry, nearest(catalogues, entry.id, entry.text)[0]) for entry in entries(script.lesson, script.name)]
    states, words = Counter(one for _, one in found), Counter[State]()
    for entry, one in found:
        words[one] += _words(entry.text, script.locale)
    to_check = words["fuzzy"] + words["machine"]
    return Progress(
        script.folder.resolve().name,
        script.name,
        tag,
        **{str(one): count for one, count in states.items()},
        words=words.total(),
        words_left=to_check + words["missing"],
        minutes=round(words["missing"] / WORDS_TRANSLATED + to_check / WORDS_CHECKED, 1),
    )


def added(rows: Iterable[Progress], locale: str) -> Progress:
    """Several lessons in one locale as one row."""
    listed = list(rows)
    sums = {name: sum(getattr(row, name) for row in listed) for name in _ADDED}
    return Progress("", "", locale, **{**sums, "minutes": round(sums["minutes"], 1)})


def _words(text: str, locale: str) -> int:
    """Words as dictionaries cut them (UAX #29), in languages without spaces too."""
    from icu4py.breakers import WordBreaker

    return sum(any(map(str.isalnum, word)) for word in WordBreaker(text, locale))

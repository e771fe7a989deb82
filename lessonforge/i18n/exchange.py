"""What is handed to those who translate without PO tools, and how it is taken back: the same for every file format.

Nothing is taken that can't be right, and nothing is lost: an empty translation leaves the one that there is, and one
of a source text that was changed meanwhile comes back as `fuzzy`, with the old source beside it.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

import polib

from lessonforge.errors import Problem, did_you_mean
from lessonforge.i18n import glossary, marks
from lessonforge.i18n.extract import entries
from lessonforge.i18n.po import CONTROL, MACHINE, State, same, state
from lessonforge.i18n.template import budget, note, where
from lessonforge.model import Script

MAX_BYTES = 8 << 20


@dataclass(frozen=True)
class Unit:
    """A text and its translation, with what a translator is told of it.

    `check` is a digest of the id and the source: it tells a text that somebody edited in the file from one that was
    changed in the lesson. `path` and `line` are where the unit was read.
    """

    id: str
    source: str
    translation: str = ""
    state: State = "missing"
    where: str = ""
    budget: int = 0
    note: str = ""
    glossary: str = ""
    check: str = ""
    path: str = ""
    line: int = 0

    def problem(self, message: str, hint: str = "") -> Problem:
        """A problem at the unit."""
        return Problem(self.path, self.line, 1 if self.line else 0, message, hint)


@dataclass(frozen=True)
class Sheet:
    """The units of a lesson (`earth/water-cycle`) for a locale, and the locale that it is written in ("": unknown)."""

    lesson: str
    locale: str
    units: tuple[Unit, ...]
    written_in: str = ""


@dataclass
class Taken:
    """The ids of what was taken: translations that are `new` or `changed`, those that were only `cleared` of being
    unchecked, those that are `fuzzy` because the source was changed meanwhile; and those that were not, because there
    is one of the new source: `newer`.
    """

    new: list[str] = field(default_factory=list)
    changed: list[str] = field(default_factory=list)
    cleared: list[str] = field(default_factory=list)
    fuzzy: list[str] = field(default_factory=list)
    newer: list[str] = field(default_factory=list)

    @property
    def any(self) -> bool:
        """Whether the catalogue was changed."""
        return bool(self.new or self.changed or self.cleared or self.fuzzy)


def lesson_of(script: Script) -> str:
    """How a sheet calls a lesson: `earth/water-cycle`."""
    return f"{script.folder.resolve().name}/{script.name}"


def sheet_of(script: Script, tag: str, catalogue: polib.POFile) -> Sheet:
    """What there is to translate of a lesson; `catalogue` is the locale's, up to date with the lesson."""
    done = {entry.msgctxt: entry for entry in catalogue if not entry.obsolete}
    units = []
    for entry in entries(script.lesson, script.name):
        found, text = done[entry.id], entry.text.strip()
        terms = "; ".join(glossary.told(script.glossary, text, tag))
        told = where(script, entry), budget(entry), note(script, entry), terms
        units.append(Unit(entry.id, text, found.msgstr.strip(), state(found, text), *told, digest(entry.id, text)))
    return Sheet(lesson_of(script), tag, tuple(units), script.locale)


def digest(id: str, source: str) -> str:
    """Twelve hex digits of an id and its source text, wherever its lines are broken."""
    return hashlib.sha256(f"{id}\n{' '.join(source.split())}".encode()).hexdigest()[:12]


def take(units: Iterable[Unit], catalogue: polib.POFile, taken: Taken) -> list[Problem]:
    """Put translations into a catalogue that is up to date with its lesson; gives what is wrong with them.

    A catalogue of which a problem is told is spoilt: throw it away.
    """
    wanted = {entry.msgctxt: entry for entry in catalogue if not entry.obsolete}
    problems: list[Problem] = []
    first: dict[str, Unit] = {}
    for unit in units:
        wrong = _faults(unit, wanted, first)
        problems += wrong
        first.setdefault(unit.id, unit)
        if not wrong and unit.translation.strip():
            _take(unit, wanted[unit.id], taken)
    return problems


def _faults(unit: Unit, wanted: Mapping[str, polib.POEntry], first: Mapping[str, Unit]) -> list[Problem]:
    if before := first.get(unit.id):
        place = f"{before.path}:{before.line}"
        return [unit.problem(f"'{unit.id}' is there twice; first at {place}.", "Remove one of them.")]
    if unit.id not in wanted:
        hint = did_you_mean(unit.id, wanted)
        hint = hint if hint.startswith("Did") else "Remove it: the lesson has no such text (any more)."
        return [unit.problem(f"'{unit.id}' is not the id of a text of this lesson.", hint)]
    if unit.check != digest(unit.id, unit.source):
        message = f"'{unit.id}': its id, source or check was changed in this file."
        return [unit.problem(message, "Put them back: a source text is changed in the lesson, never here.")]
    problems = []
    if said := marks.changed(unit.source, unit.translation) if unit.translation.strip() else "":
        problems.append(unit.problem(f"'{unit.id}': {said}.", "A translation has the same {{ }} as its source."))
    if found := CONTROL.search(unit.translation):
        message = f"'{unit.id}' has the control character U+{ord(found[0]):04X}."
        problems.append(unit.problem(message, "Delete it."))
    return problems


def _take(unit: Unit, entry: polib.POEntry, taken: Taken) -> None:
    text = re.sub("\r\n?", "\n", unit.translation.strip())
    is_same, before = text == entry.msgstr.strip(), state(entry, entry.msgid)
    if not same(unit.source, entry.msgid):
        if before == "translated":
            taken.newer.append(unit.id)
        elif not is_same:
            _put(entry, text, "fuzzy", unit.source)
            taken.fuzzy.append(unit.id)
    elif not is_same:
        _put(entry, text, "translated" if unit.state in ("translated", "missing") else "fuzzy")
        (taken.changed if before != "missing" else taken.new).append(unit.id)
    elif unit.state == "translated" != before:
        _put(entry, text, "translated")
        taken.cleared.append(unit.id)


def _put(entry: polib.POEntry, text: str, now: State, old_source: str | None = None) -> None:
    entry.msgstr = text
    entry.flags = [*(flag for flag in entry.flags if flag != "fuzzy"), *(["fuzzy"] if now == "fuzzy" else [])]
    entry.previous_msgid = (old_source or entry.previous_msgid) if now == "fuzzy" else None
    entry.tcomment = "\n".join(line for line in entry.tcomment.splitlines() if not line.startswith(MACHINE))

"""PO files (GNU gettext manual, "The Format of PO Files"): read with what is wrong with them, and written.

A text whose translation a machine made has `machine: <engine>` among its translator's comments and the flag `fuzzy`,
until a person clears both.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

import polib

from lessonforge.errors import Problem

MAX_BYTES = 2 << 20
WIDTH = 100
"""Columns that texts are broken at in the files that are written."""
MACHINE = "machine:"
State = Literal["translated", "fuzzy", "machine", "missing"]

_QUOTES = "Check that each text is in quotes on a line of its own, or save the file again from a PO editor."
_LINE = re.compile(r'(?:#.*|(?:(?:msgctxt|msgid|msgid_plural|msgstr(?:\[\d+\])?)\s+)?"(?:[^"\\]|\\.)*")?')
CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f]")


@dataclass(frozen=True)
class Catalogue:
    """A PO file: its entries by id, and the line that each id stands in."""

    path: str
    entries: Mapping[str, polib.POEntry]
    lines: Mapping[str, int]
    file: polib.POFile

    def problem(self, id: str, message: str, hint: str = "") -> Problem:
        """A problem at the entry of an id."""
        line = self.lines.get(id, 0)
        return Problem(self.path, line, 1 if line else 0, message, hint)


def state(entry: polib.POEntry | None, text: str) -> State:
    """How far the translation of a text is, given its source `text` as it is now."""
    if entry is None or not entry.msgstr.strip():
        return "missing"
    if machine(entry):
        return "machine"
    return "fuzzy" if entry.fuzzy or not same(entry.msgid, text) else "translated"


def machine(entry: polib.POEntry) -> str:
    """Which engine translated an entry that nobody has cleared yet; empty for a person's work."""
    marks = (line.removeprefix(MACHINE).strip() for line in entry.tcomment.splitlines() if line.startswith(MACHINE))
    return next(marks, "") if entry.fuzzy else ""


def same(one: str, other: str) -> bool:
    """Equal but for where the lines were broken."""
    return one.split() == other.split()


def read(file: Path, path: str) -> tuple[Catalogue, list[Problem]]:
    """A PO file, and what is wrong with it as one; `path` is what the problems show."""
    nothing = Catalogue(path, {}, {}, polib.POFile())
    if file.stat().st_size > MAX_BYTES:
        return nothing, [Problem(path, 0, 0, f"the file is longer than {MAX_BYTES:,} bytes.")]
    try:
        text = file.read_text("utf-8-sig")
        for number, line in enumerate(text.split("\n"), 1):  # polib reads on over many a broken line, and drops texts
            if not _LINE.fullmatch(line.strip()):
                return nothing, [Problem(path, number, 1, "this isn't a PO file: syntax error.", _QUOTES)]
        parsed = polib.pofile(text + "\n", encoding="utf-8", wrapwidth=WIDTH)
    except UnicodeDecodeError as error:
        return nothing, [Problem(path, 0, 0, f"the file isn't UTF-8 (byte {error.start}).", "Save it as UTF-8.")]
    except OSError as error:  # polib's only way to say that a file is wrong
        where = re.search(r"line (\d+)\)(?:: (.*))?", str(error))
        place = (int(where[1]), 1) if where else (0, 0)
        said = (where and where[2]) or "syntax error"
        return nothing, [Problem(path, *place, f"this isn't a PO file: {said}.", _QUOTES)]
    kept = [entry for entry in parsed if not entry.obsolete]
    found = {entry.msgctxt or "": entry for entry in reversed(kept)}
    catalogue = Catalogue(path, found, _lines(text), parsed)
    return catalogue, _faults(catalogue, kept)


def _faults(catalogue: Catalogue, kept: list[polib.POEntry]) -> list[Problem]:
    twice = [id for id, times in Counter(entry.msgctxt for entry in kept).items() if id and times > 1]
    problems = [catalogue.problem(id, f"'{id}' is there twice.", "Remove one of them.") for id in twice]
    for entry in kept:
        if found := CONTROL.search(entry.msgstr):
            message = f"'{entry.msgctxt}' has the control character U+{ord(found[0]):04X}."
            problems.append(catalogue.problem(entry.msgctxt or "", message, "Delete it."))
    return problems


def _lines(text: str) -> dict[str, int]:
    """The line of every id; polib's own count is off by comments and broken lines."""
    found: dict[str, int] = {}
    for number, line in enumerate(text.splitlines(), 1):
        if match := re.fullmatch(r'msgctxt "(.*)"\s*', line):
            found.setdefault(match[1], number)
    return found

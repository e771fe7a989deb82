"""PO files (GNU gettext manual, "The Format of PO Files"): read with what is wrong with them, and written.

A text whose translation a machine made has `machine: <engine>` among its translator's comments and the flag `fuzzy`,
until a person clears both.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

import polib

from lessonforge.errors import Problem

MAX_BYTES = 2 << 20
MAX_PROBLEMS = 100
"""More than these are not told of one file: whoever sees them knows that it is no catalogue of ours."""
WIDTH = 100
"""Columns that texts are broken at in the files that are written."""
MACHINE = "machine:"
State = Literal["translated", "fuzzy", "machine", "missing"]

_QUOTES = "Check that each text is in quotes on a line of its own, or save the file again from a PO editor."
_LINE = re.compile(r'(?:#.*|(?:(?:msgctxt|msgid|msgid_plural|msgstr(?:\[\d+\])?)\s+)?"(?:[^"\\]|\\.)*")?')
_STRING = re.compile(r'\s*(msgctxt|msgid_plural|msgid|msgstr)?(?:\[\d+\])?\s*"(.*)"\s*')
CONTROL = re.compile("[\x00-\x08\x0b-\x1f\x7f\x85\u2028\u2029]")
"""Characters that no text has: they break lines, or can't be drawn."""
_PLURAL = re.compile(r"\s*nplurals\s*=\s*\d+\s*;\s*plural\s*=[n\d\s()!=<>&|?:%+*/-]+;?\s*")


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
    if not same(entry.msgid, text) or (entry.fuzzy and entry.previous_msgid):
        return "fuzzy"  # whoever translated it, it was another text
    return "machine" if machine(entry) else "fuzzy" if entry.fuzzy else "translated"


def nearest(catalogues: Iterable[Catalogue], id: str, text: str) -> tuple[State, Catalogue | None]:
    """How far a text is in the first catalogue where it is translated, or else in the first that has it."""
    found = [(state(one.entries[id], text), one) for one in catalogues if id in one.entries]
    done = next((one for one in found if one[0] == "translated"), None)
    return done or next((one for one in found if one[0] != "missing"), ("missing", None))


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
    text = _text(file, path)
    if isinstance(text, Problem):
        return nothing, [text]
    places = list(_places(text.split("\n")))
    hint = "Is the end of the file missing?"
    if cut := [Problem(path, one.line, 1, "this entry has no msgstr.", hint) for one in places if not one.is_whole]:
        return nothing, cut
    try:
        parsed = polib.pofile(text + "\n", encoding="utf-8", wrapwidth=WIDTH)
    except OSError as error:  # polib's only way to say that a file is wrong
        where = re.search(r"line (\d+)\)(?:: (.*))?", str(error))
        place = (int(where[1]), 1) if where else (0, 0)
        said = (where and where[2]) or "syntax error"
        return nothing, [Problem(path, *place, f"this isn't a PO file: {said}.", _QUOTES)]
    kept = [entry for entry in parsed if not entry.obsolete]
    found = {entry.msgctxt or "": entry for entry in reversed(kept)}
    catalogue = Catalogue(path, found, {one.id: one.line for one in reversed(places)}, parsed)
    return catalogue, [*_wrong_header(parsed, text, path), *_faults(catalogue, kept, places)][:MAX_PROBLEMS]


def _text(file: Path, path: str) -> str | Problem:
    """What is in a file whose every line can be one of a PO file, or why it isn't read.

    polib reads on over many a broken line, and drops texts.
    """
    try:
        with file.open("rb") as stream:
            data = stream.read(MAX_BYTES + 1)
    except OSError as error:
        return Problem(path, 0, 0, f"the file can't be read: {error.strerror}.")
    if len(data) > MAX_BYTES:
        return Problem(path, 0, 0, f"the file is longer than {MAX_BYTES:,} bytes.")
    try:
        text = re.sub("\r\n?", "\n", data.decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        kind = "UTF-16" if data[:2] in (b"\xff\xfe", b"\xfe\xff") else f"not UTF-8 (byte {error.start})"
        return Problem(path, data.count(b"\n", 0, error.start) + 1, 1, f"the file is {kind}.", "Save it as UTF-8.")
    for number, line in enumerate(text.split("\n"), 1):
        spoilt = CONTROL.search(line)
        if spoilt or not _LINE.fullmatch(line.strip(" \t")):
            said = f"control character U+{ord(spoilt[0]):04X}" if spoilt else "syntax error"
            return Problem(path, number, 1, f"this isn't a PO file: {said}.", _QUOTES)
    return text


@dataclass
class _Place:
    """Where an entry that is not obsolete begins, its id ("" if it has none), and whether it has a `msgstr`."""

    line: int
    id: str = ""
    is_whole: bool = False


def _places(lines: Sequence[str]) -> Iterator[_Place]:
    """The entries in order; polib's own count of lines is off by comments and broken lines."""
    current: _Place | None = None
    before = ""
    for number, line in enumerate(lines, 1):
        found = _STRING.fullmatch(line)
        if not found:
            continue
        if found[1] == "msgctxt" or (found[1] == "msgid" and before != "msgctxt"):
            yield from [current] if current else []
            current = _Place(number)
        before = found[1] or before
        if current and before == "msgctxt":
            current.id += polib.unescape(found[2])
        elif current and before == "msgstr":
            current.is_whole = True
    yield from [current] if current else []


def _wrong_header(parsed: polib.POFile, text: str, path: str) -> Iterator[Problem]:
    """What a header says that no tool could read, or that isn't so."""
    charset = re.search(r"charset=(\S*)", parsed.metadata.get("Content-Type", ""))
    if charset and charset[1].lower() not in ("utf-8", "utf8", "us-ascii", "charset"):
        message = f"the header says that the file is in {charset[1]}, but it is UTF-8."
        yield Problem(path, _line_with("charset=", text), 1, message, "Write `charset=UTF-8`.")
    plural = parsed.metadata.get("Plural-Forms")
    if plural is not None and not _PLURAL.fullmatch(plural):
        message = f"the header's Plural-Forms can't be read: '{plural[:50]}'."
        yield Problem(path, _line_with("Plural-Forms", text), 1, message, "Remove the line: `i18n update` writes it.")


def _line_with(words: str, text: str) -> int:
    return text.count("\n", 0, max(text.find(words), 0)) + 1


def _faults(catalogue: Catalogue, kept: list[polib.POEntry], places: Sequence[_Place]) -> Iterator[Problem]:
    nameless = [one for one in places if not one.id]
    for one in nameless[bool(catalogue.file.metadata) :]:  # the first is the header
        message = "this text has no msgctxt, so nobody knows where it belongs."
        yield Problem(catalogue.path, one.line, 1, message, "Put its id there, as in the template of the lesson.")
    for one in places:
        if one.id and (first := catalogue.lines[one.id]) != one.line:
            message = f"'{one.id}' is there twice; first on line {first}."
            yield Problem(catalogue.path, one.line, 1, message, "Remove one of them.")
    for entry in kept:
        if entry.msgid_plural:
            message = f"'{entry.msgctxt}' has plural forms, which no text of a lesson has."
            yield catalogue.problem(entry.msgctxt or "", message, "Remove `msgid_plural`, and write one `msgstr`.")
        if found := CONTROL.search(entry.msgstr):
            message = f"'{entry.msgctxt}' has the control character U+{ord(found[0]):04X}."
            yield catalogue.problem(entry.msgctxt or "", message, "Delete it.")

"""PO files (GNU gettext manual, "The Format of PO Files"): read with what is wrong with them, and written.

A text whose translation a machine made has `machine: <engine>` among its translator's comments and the flag `fuzzy`,
until a person clears both.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
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
    try:
        with file.open("rb") as stream:
            data = stream.read(MAX_BYTES + 1)
    except OSError as error:
        return nothing, [Problem(path, 0, 0, f"the file can't be read: {error.strerror}.")]
    if len(data) > MAX_BYTES:
        return nothing, [Problem(path, 0, 0, f"the file is longer than {MAX_BYTES:,} bytes.")]
    try:
        text = re.sub("\r\n?", "\n", data.decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        kind = "UTF-16" if data[:2] in (b"\xff\xfe", b"\xfe\xff") else f"not UTF-8 (byte {error.start})"
        line = data.count(b"\n", 0, error.start) + 1
        return nothing, [Problem(path, line, 1, f"the file is {kind}.", "Save it as UTF-8.")]
    places, problems = _scanned(text, path)
    if problems:
        return nothing, problems
    try:
        parsed = polib.pofile(text + "\n", encoding="utf-8", wrapwidth=WIDTH)
    except OSError as error:  # polib's only way to say that a file is wrong
        where = re.search(r"line (\d+)\)(?:: (.*))?", str(error))
        place = (int(where[1]), 1) if where else (0, 0)
        said = (where and where[2]) or "syntax error"
        return nothing, [Problem(path, *place, f"this isn't a PO file: {said}.", _QUOTES)]
    kept = [entry for entry in parsed if not entry.obsolete]
    found = {entry.msgctxt or "": entry for entry in reversed(kept)}
    catalogue = Catalogue(path, found, {id: lines[0] for id, lines in places.items()}, parsed)
    return catalogue, [*_wrong_header(parsed, text, path), *_faults(catalogue, kept, places)][:MAX_PROBLEMS]


def _scanned(text: str, path: str) -> tuple[dict[str, list[int]], list[Problem]]:
    """The lines that each id stands in ("": entries without one), and what no PO file may have.

    polib's own count is off by comments and broken lines, and it reads on over many a broken line and drops texts.
    """
    places: dict[str, list[int]] = {}
    problems: list[Problem] = []
    keyword, at, id = "msgstr", 0, ""
    lines = text.split("\n")
    for number, line in enumerate([*lines, "msgctxt"], 1):
        found = _LINE.fullmatch(line.strip(" \t")) if number <= len(lines) else None
        if number <= len(lines) and (not found or (spoilt := CONTROL.search(line))):
            said = f"control character U+{ord(spoilt[0]):04X}" if found and spoilt else "syntax error"
            return {}, [Problem(path, number, 1, f"this isn't a PO file: {said}.", _QUOTES)]
        now = line.strip().split(" ")[0].split('"')[0].split("[")[0]
        if keyword == "msgctxt" and not now:
            id += line.strip()[1:-1]
        if now in ("msgctxt", "msgid", "msgid_plural", "msgstr"):
            if keyword == "msgctxt":
                places.setdefault(polib.unescape(id), []).append(at)
            elif now == "msgid":
                places.setdefault("", []).append(number)
            if now in ("msgctxt", "msgid") and keyword in ("msgid", "msgid_plural"):
                problems.append(Problem(path, at, 1, "this entry has no msgstr.", "Is the end of the file missing?"))
            keyword, at, id = now, number, line.partition('"')[2].rstrip()[:-1]
    return places, problems


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


def _faults(catalogue: Catalogue, kept: list[polib.POEntry], places: Mapping[str, Sequence[int]]) -> Iterator[Problem]:
    header = catalogue.file.metadata != {}
    for line in places.get("", ())[header:]:
        message = "this text has no msgctxt, so nobody knows where it belongs."
        yield Problem(catalogue.path, line, 1, message, "Put its id there, as in the template of the lesson.")
    for id, lines in places.items():
        if id and len(lines) > 1:
            message = f"'{id}' is there twice; first on line {lines[0]}."
            yield Problem(catalogue.path, lines[1], 1, message, "Remove one of them.")
    for entry in kept:
        if entry.msgid_plural:
            message = f"'{entry.msgctxt}' has plural forms, which no text of a lesson has."
            yield catalogue.problem(entry.msgctxt or "", message, "Remove `msgid_plural`, and write one `msgstr`.")
        if found := CONTROL.search(entry.msgstr):
            message = f"'{entry.msgctxt}' has the control character U+{ord(found[0]):04X}."
            yield catalogue.problem(entry.msgctxt or "", message, "Delete it.")

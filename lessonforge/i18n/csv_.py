"""Comma-separated values (RFC 4180) for spreadsheets: UTF-8 with a byte order mark, which is how they know that it is.

A cell that begins with `=`, `+`, `-` or `@` would be run as a formula; it goes out with an apostrophe before it, which
is taken away when it comes back (OWASP, "CSV Injection").
"""

from __future__ import annotations

import csv
import io
import re
import typing
from collections.abc import Iterator, Mapping

from lessonforge import locales
from lessonforge.errors import Problem, did_you_mean
from lessonforge.i18n.exchange import MAX_BYTES, Sheet, Unit
from lessonforge.i18n.po import State

SUFFIX = ".csv"
SUFFIXES = (SUFFIX,)
COLUMNS = ("id", "source", "translation", "state", "where", "budget", "note", "glossary", "lesson", "locale", "check")
NEEDED = ("id", "source", "translation", "lesson", "locale", "check")
"""The columns that come back; the others may be removed, and all may stand in any order."""
_FORMULA = re.compile("(?='*[=+\\-@\t\r\uff1d\uff0b\uff0d\uff20])")
_SAVE = 'Save it as "CSV UTF-8 (comma delimited)" or, in LibreOffice, with the character set "Unicode (UTF-8)".'


def write(sheet: Sheet) -> bytes:
    """The file of a sheet."""
    text = io.StringIO(newline="")
    rows = csv.writer(text)
    rows.writerow(COLUMNS)
    for unit in sheet.units:
        its = {**vars(unit), "lesson": sheet.lesson, "locale": sheet.locale, "budget": unit.budget or ""}
        rows.writerow(_defused(str(its[name])) for name in COLUMNS)
    return text.getvalue().encode("utf-8-sig")


def _defused(cell: str) -> str:
    return f"'{cell}" if _FORMULA.match(cell) else cell


def _armed(cell: str) -> str:
    return cell[1:] if cell.startswith("'") and _FORMULA.match(cell) else cell


def read(data: bytes, path: str) -> tuple[list[Sheet], list[Problem]]:
    """The sheets of a file, and what is wrong with it; commas, semicolons or tabs may stand between its cells."""
    if len(data) > MAX_BYTES:
        return [], [Problem(path, 0, 0, f"the file is longer than {MAX_BYTES:,} bytes.")]
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        kind = "UTF-16" if data[:2] in (b"\xff\xfe", b"\xfe\xff") else f"not UTF-8 (byte 0x{data[error.start]:02x})"
        return [], [Problem(path, data.count(b"\n", 0, error.start) + 1, 1, f"the file is {kind}.", _SAVE)]
    head = text.split("\n", 1)[0]
    rows = csv.reader(io.StringIO(text, newline=""), delimiter=max(",;\t", key=head.count), strict=True)
    found: dict[tuple[str, str], list[Unit]] = {}
    problems: list[Problem] = []
    try:
        columns = [name.strip().lower() for name in next(rows, [])]
        if missing := [name for name in NEEDED if name not in columns]:
            return [], [_no_columns(missing, columns, path)]
        for line, row in _numbered(rows):
            cells = dict(zip(columns, map(_armed, row), strict=False))
            if any(map(str.strip, row)):
                problems += _unit(cells, path, line, found)
    except csv.Error as error:
        return [], [Problem(path, rows.line_num, 1, f"this isn't a table of comma-separated values: {error}.", _SAVE)]
    return [Sheet(lesson, tag, tuple(units)) for (lesson, tag), units in found.items()], problems


def _numbered(rows: typing.Any) -> Iterator[tuple[int, list[str]]]:
    """The rows, each with the line of the file that it begins in."""
    line = rows.line_num + 1
    for row in rows:
        yield line, row
        line = rows.line_num + 1


def _no_columns(missing: list[str], columns: list[str], path: str) -> Problem:
    names = ", ".join(f"'{name}'" for name in missing)
    what = f"the column {names} is missing." if len(missing) == 1 else f"the columns {names} are missing."
    near = did_you_mean(missing[0], filter(None, columns))
    hint = near if near.startswith("Did") else "Its first line has the names of the columns, as they were exported."
    return Problem(path, 1, 1, what, hint)


def _unit(cells: Mapping[str, str], path: str, line: int, found: dict[tuple[str, str], list[Unit]]) -> list[Problem]:
    """Put the unit of a row with those of its lesson and locale; gives what is wrong with the row."""
    if any(name not in cells for name in NEEDED):
        return [Problem(path, line, 1, f"this line has {len(cells)} cells; its first line has more.", _SAVE)]
    given = (cells.get("state") or "missing").strip().lower()
    known = typing.get_args(State)
    if given not in known:
        return [Problem(path, line, 1, f"there is no state '{given}'.", did_you_mean(given, known))]
    try:
        tag = locales.canonical(cells["locale"])
    except ValueError as error:
        return [Problem(path, line, 1, str(error))]
    id, source, translation, check = (cells[name].strip() for name in ("id", "source", "translation", "check"))
    unit = Unit(id, source, translation, typing.cast(State, given), check=check, path=path, line=line)
    found.setdefault((cells["lesson"].strip(), tag), []).append(unit)
    return []

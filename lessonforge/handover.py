"""Translations handed to those who have no PO tools, and taken back: as spreadsheets (CSV) or XLIFF 2."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from pathlib import Path
from types import ModuleType
from typing import TYPE_CHECKING

from lessonforge import localize
from lessonforge.blob import Blob
from lessonforge.errors import Problem, ScriptError, SettingsError, did_you_mean
from lessonforge.publish.folder import put

if TYPE_CHECKING:
    from lessonforge.i18n.exchange import Sheet, Taken, Unit

FORMATS = ("csv", "xliff")


def export(path: Path, tags: Sequence[str], form: str, out: Path | None = None) -> list[Path]:
    """Write a file for every lesson at a path and every locale: beside its catalogue, or into the folder `out`.

    Raises ScriptError, and SettingsError where a file would be overwritten that somebody may have worked in.
    """
    from lessonforge.i18n.exchange import sheet_of

    module = _module(form)
    files = {}
    for one in localize.up_to_date(localize.scripts(path), tags):
        folder = out / one.script.folder.resolve().name if out else one.file.parent
        target = folder / f"{one.script.name}.{one.tag}{module.SUFFIX}"
        files[target] = module.write(sheet_of(one.script, one.tag, one.catalogue))
    if not files:
        raise SettingsError("There is no language to export. List some in `locales`, or name one with -l.")
    for target, data in files.items():
        if target.exists() and not (target.is_file() and target.read_bytes() == data):
            hint = "Import it, then move it away, or choose another folder with `--out`."
            raise SettingsError(f"'{target}' exists already, and what is in it may be somebody's work. {hint}")
    for target, data in files.items():
        put(target, Blob.of(data))
    return list(files)


def take(files: Sequence[Path], path: Path) -> Iterator[tuple[Path, Taken]]:
    """Put the translations in `files` into the catalogues of the lessons at `path`; gives what was taken into each.

    Raises ScriptError with all that is wrong with any of them, before anything is written.
    """
    from lessonforge.i18n.exchange import Taken, lesson_of
    from lessonforge.i18n.exchange import take as take_units

    sheets, problems = _sheets(files)
    lessons = {lesson_of(script): script for script in localize.scripts(path)}
    grouped: dict[tuple[str, str], list[Unit]] = {}
    for sheet in sheets:
        if sheet.lesson in lessons and sheet.locale != lessons[sheet.lesson].locale:
            grouped.setdefault((sheet.lesson, sheet.locale), []).extend(sheet.units)
        elif sheet.units:
            problems.append(sheet.units[0].problem(*_misplaced(sheet, path, lessons)))
    done = []
    for (lesson, tag), units in grouped.items():
        [one] = localize.up_to_date([lessons[lesson]], [tag])
        done.append((one, Taken()))
        problems += take_units(units, one.catalogue, done[-1][1])
    if problems:
        raise ScriptError(problems)
    for one, taken in done:
        if taken.any:
            localize.save(one.file, one.catalogue)
        yield one.file, taken


def _misplaced(sheet: Sheet, path: Path, lessons: Collection[str]) -> tuple[str, str]:
    """What is wrong with a sheet that no catalogue at `path` is for."""
    if sheet.lesson in lessons:
        return f"'{sheet.locale}' is the language that '{sheet.lesson}' is written in.", "Give the one it is in now."
    hint = did_you_mean(sheet.lesson, lessons)
    return f"there is no lesson '{sheet.lesson}' at '{path}'.", hint or "Say with --into where the course is."


def _sheets(files: Sequence[Path]) -> tuple[list[Sheet], list[Problem]]:
    """What is in files, by the ends of their names. Raises SettingsError."""
    from lessonforge.i18n.exchange import MAX_BYTES

    sheets: list[Sheet] = []
    problems: list[Problem] = []
    for file in files:
        module = next((one for one in map(_module, FORMATS) if file.suffix.lower() in one.SUFFIXES), None)
        if module is None:
            known = ", ".join(suffix for one in map(_module, FORMATS) for suffix in one.SUFFIXES)
            raise SettingsError(f"'{file}' is none of the files that can be taken back: {known}.")
        try:
            with file.open("rb") as stream:
                data = stream.read(MAX_BYTES + 1)
        except OSError as error:
            raise SettingsError(f"'{file}' can't be read: {error.strerror}.") from error
        found, wrong = module.read(data, str(file))
        sheets += found
        problems += wrong
    return sheets, problems


def _module(form: str) -> ModuleType:
    from lessonforge.i18n import csv_, xliff

    return {"csv": csv_, "xliff": xliff}[form]

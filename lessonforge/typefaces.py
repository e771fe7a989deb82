"""Fonts for those who use the commands: what can be drawn on this machine, what a course lacks, and how to add it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from lessonforge.errors import Problem, ScriptError, SettingsError
from lessonforge.model import Script


@dataclass(frozen=True)
class Row:
    """A script by name and by ISO 15924 code, the family that draws it, and its package, or how to install it."""

    script: str
    code: str
    family: str
    source: str


def rows() -> list[Row]:
    """Every script that can be drawn or could be, and the better fonts there are for some, by name."""
    from lessonforge.text import fonts, offered

    found = [Row(_named(code), code, family, source) for code, (family, source) in fonts.by_script().items()]
    found += [Row("", "", font.family, font.source) for font in offered.installed().values() if not font.script]
    drawn = {row.code for row in found}
    for face in offered.offered().values():
        if face.family not in offered.installed():
            state = "or" if face.script in drawn else "missing:"
            command = f"{state} lessonforge fonts install {face.name}"
            found.append(Row(_named(face.script), face.script, face.family, command))
    return sorted(found, key=lambda row: row.script)  # what draws a script stays before what could


def check(path: Path, locales: Sequence[str] = ()) -> dict[str, int]:
    """How many texts each locale has. Raises ScriptError with all that has a character that no font can draw.

    Translations are looked at as they lie in their catalogues, finished or not.
    """
    from lessonforge.localize import locales_of
    from lessonforge.script.load import load
    from lessonforge.speakers import canonical

    wanted = [canonical(tag) for tag in locales]
    loaded = load(path)
    counted: dict[str, int] = {}
    problems: list[Problem] = [*loaded.problems]
    for script in loaded.scripts:
        for tag in [tag for tag in (script.locale, *locales_of(script, wanted)) if tag in (wanted or [tag])]:
            count, wrong = _own(script) if tag == script.locale else _translated(script, tag)
            counted[tag] = counted.get(tag, 0) + count
            problems += wrong
    if problems:
        raise ScriptError(problems)
    return counted


def _own(script: Script) -> tuple[int, list[Problem]]:
    from lessonforge.lesson_texts import texts
    from lessonforge.refusals import unseen

    return len(list(texts(script.lesson))), list(unseen(script))


def _translated(script: Script, tag: str) -> tuple[int, list[Problem]]:
    """How many translations a lesson has in a locale, and what is wrong with them."""
    from lessonforge.i18n.catalogue import catalogues_of
    from lessonforge.text import coverage

    catalogues, problems = catalogues_of(script, tag)
    count = 0
    for catalogue in catalogues:
        for id, entry in catalogue.entries.items():
            count += bool(entry.msgstr)
            if clusters := coverage.missing(entry.msgstr, tag):
                message = f"'{id}': no font for '{tag}' has {coverage.describe(clusters)}."
                problems.append(catalogue.problem(id, message, coverage.remedy(clusters)))
    return count, problems


def install(names: Sequence[str], locales: Sequence[str], folder: Path | None, files: Sequence[Path]) -> Iterator[str]:
    """Install fonts by name, for languages, and files of the author's own; a line on each. Raises SettingsError."""
    from lessonforge.speakers import canonical
    from lessonforge.text import fonts
    from lessonforge.text.install import found, install, install_own
    from lessonforge.text.offered import hand

    tags = [canonical(tag) for tag in locales]
    wanted = found(names, tags)
    for tag in tags:
        if hand(tag) not in {face.script for face in wanted}:
            if hand(tag) not in fonts.by_script():
                raise SettingsError(f"No font for the script of '{tag}' is known. Have you one? Use --file FONT.ttf.")
            yield f"{tag}: {fonts.lead(tag)} draws it, it came with LessonForge."
    installed = [*(install(wanted, folder) if wanted else ()), *map(install_own, files)]
    yield from (f"{one.family}: {len(one.files)} files from {one.source}" for one in installed)


def remove(family: str) -> None:
    """Remove an installed font. Raises SettingsError when there is none of that name."""
    from lessonforge.text import install

    install.remove(family)


def _named(code: str) -> str:
    from babel import Locale

    return Locale("en").scripts.get(code, code) + (" Chinese" if code in ("Hans", "Hant") else "")

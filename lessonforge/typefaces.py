"""Fonts for those who use the commands: what can be drawn on this machine, what a course lacks, and how to add it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
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
    """How many texts each locale has. Raises ScriptError with all that has a character that no font can draw."""
    from lessonforge import localize
    from lessonforge.lesson_texts import texts
    from lessonforge.refusals import unseen

    counted: dict[str, int] = {}
    problems: list[Problem] = []
    for script in localize.scripts(path):
        for tag in (script.locale, *localize.locales_of(script, locales)):
            if locales and tag not in locales:
                continue
            here, wrong = _whatever_there_is(script, tag)
            problems += [*wrong, *(unseen(here) if here else ())]
            counted[tag] = counted.get(tag, 0) + (len(list(texts(here.lesson))) if here else 0)
    if problems:
        raise ScriptError(tuple(sorted(set(problems))))
    return counted


def _whatever_there_is(script: Script, tag: str) -> tuple[Script | None, list[Problem]]:
    """The lesson in a locale as far as it is translated, checked or not, and its own words where it is not."""
    from lessonforge.i18n.catalogue import translate
    from lessonforge.i18n.overrides import localized

    here = localized(script, tag)
    lenient = replace(here.course, untranslated="source", fuzzy="use", machine="allow")
    return translate(replace(here, course=lenient), tag)


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

"""For those who translate: what of a course is to be translated, how far that is, and catalogues kept up to date."""

from __future__ import annotations

import dataclasses
import json
import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from lessonforge import pipeline
from lessonforge.blob import Blob
from lessonforge.errors import Problem, ScriptError, SettingsError
from lessonforge.locales import display_name
from lessonforge.model import Script
from lessonforge.publish.folder import put
from lessonforge.settings import built_in
from lessonforge.speakers import canonical

if TYPE_CHECKING:
    import polib

    from lessonforge.i18n.merge import Changes
    from lessonforge.i18n.status import Progress


def extract(path: Path) -> list[Path]:
    """Write the translation template of every lesson, `locale/<lesson>.pot` beside it. Raises ScriptError.

    Translations that are still missing or wrong are no hindrance.
    """
    from lessonforge.i18n.template import template_of

    written = []
    for script in scripts(path):
        written.append(script.folder / "locale" / f"{script.name}.pot")
        save(written[-1], template_of(script))
    return written


@dataclass(frozen=True)
class Merged:
    """The catalogue of a lesson for a locale, up to date with the lesson: not yet written, `changed` as it may be."""

    file: Path
    script: Script
    tag: str
    catalogue: polib.POFile
    changes: Changes
    changed: bool


def update(path: Path, tags: Sequence[str] = ()) -> Iterator[tuple[Path, Changes]]:
    """Bring the catalogues of every lesson up to date: those of `tags`, or of all locales that the course is in.

    Gives the path of each and what changed. Raises ScriptError and SettingsError, before anything is written.
    """
    lessons = scripts(path)
    _check_languages(lessons, tags)
    for one in up_to_date(lessons, tags):
        if one.changed:
            save(one.file, one.catalogue)
        yield one.file, one.changes


def up_to_date(lessons: Sequence[Script], tags: Sequence[str] = ()) -> list[Merged]:
    """The catalogues of lessons as an update would write them. Raises ScriptError, SettingsError."""
    from lessonforge.i18n.merge import merged
    from lessonforge.i18n.overrides import localized

    _refuse_pseudo(tags)
    wanted = {catalogue_file(script, tag): (script, tag) for script in lessons for tag in locales_of(script, tags)}
    old = {file: _read(file) for file in wanted if os.path.lexists(file)}
    problems = [problem for _, found in old.values() for problem in found]
    if problems:
        raise ScriptError(problems)
    made = []
    for file, (script, tag) in wanted.items():
        here = localized(script, tag)
        catalogue, changes = merged(here, tag, old[file][0] if file in old else None)
        is_new = file not in old or str(catalogue) != str(old[file][0])
        made.append(Merged(file, here, tag, catalogue, changes, is_new))
    return made


def status(path: Path, tags: Sequence[str] = ()) -> tuple[list[Progress], list[Problem]]:
    """How far the translations of every lesson are, a row for each lesson and locale; and what is wrong with the files
    that count as missing because they can't be read. Raises ScriptError, SettingsError.
    """
    from lessonforge.i18n.catalogue import catalogues_of
    from lessonforge.i18n.overrides import localized
    from lessonforge.i18n.status import progress

    rows: list[Progress] = []
    problems: list[Problem] = []
    lessons = scripts(path)
    _check_languages(lessons, tags)
    for script in lessons:
        for tag in locales_of(script, tags):
            rows.append(progress(localized(script, tag), tag))
            problems += catalogues_of(script, tag)[1]
    return rows, problems


def lint(path: Path, tags: Sequence[str] = ()) -> int:
    """Look through the translations of every lesson for what can be built and yet looks wrong.

    Gives how many texts there were to look at. Raises ScriptError with all that was found, SettingsError.
    """
    from lessonforge.i18n import lint, po
    from lessonforge.i18n.overrides import localized
    from lessonforge.script.load import displayed

    found: list[lint.Pair] = []
    problems: list[Problem] = []
    lessons = scripts(path)
    _check_languages(lessons, tags)
    for script in lessons:
        for tag in locales_of(script, tags):
            if os.path.lexists(file := catalogue_file(script, tag)):
                catalogue, wrong = po.read(file, displayed(file))
                problems += wrong
                found += [] if wrong else lint.pairs(localized(script, tag), tag, catalogue)
    if problems := [*problems, *lint.lint(found)]:
        raise ScriptError(problems)
    return len(found)


def name_scenes(path: Path) -> tuple[dict[Path, list[str]], list[Problem]]:
    """Give every scene that has none an id, in its file: what was added, by file, and what is wrong with the others.

    Files that are wrong are left alone.
    """
    from lessonforge.script.load import displayed, files
    from lessonforge.script.naming import named

    added: dict[Path, list[str]] = {}
    problems: list[Problem] = []
    for file in files(path):
        made, ids, wrong = named(file.read_bytes(), displayed(file))
        problems += wrong
        if ids:
            put(file.resolve(), Blob.of(made))
            added[file] = list(ids.values())
    return added, problems


def scripts(path: Path) -> list[Script]:
    """The lessons at a path, in their source language. Raises ScriptError with what is wrong with them."""
    return [job.script for job in pipeline.prepare(pipeline.Order(path, translated=False))]


def locales_of(script: Script, tags: Sequence[str]) -> list[str]:
    """The locales that are asked for, or those that the lesson is made, captioned or begun in; never the source's."""
    from lessonforge.i18n import pseudo
    from lessonforge.script.checks.folders import begun

    own = [folder for folder, wrong, _ in begun(script) if not wrong]
    given = [tag for tag in (*script.course.locales, *_captions(script), *own) if tag not in pseudo.LOCALES]
    found = [canonical(tag) for tag in tags] or given
    return [tag for tag in dict.fromkeys(found) if tag != script.locale]


def _check_languages(lessons: Sequence[Script], tags: Sequence[str]) -> None:
    """Raises SettingsError where there is nothing to translate into."""
    _refuse_pseudo(tags)
    if not any(locales_of(script, tags) for script in lessons):
        raise SettingsError("There is no language to translate into. List some in `locales`, or name one with -l.")


def _refuse_pseudo(tags: Sequence[str]) -> None:
    from lessonforge.i18n import pseudo

    for tag in map(canonical, tags):
        if tag in pseudo.LOCALES:
            hint = f"See it with `lessonforge build -l {tag}`."
            raise SettingsError(f"'{tag}' is a pseudo-locale: nobody translates into it. {hint}")


def _captions(script: Script) -> list[str]:
    return [*script.lesson.subtitles, *filter(None, [script.lesson.bilingual])]


def catalogue_file(script: Script, tag: str) -> Path:
    """Where the translation of a lesson into a locale lies."""
    return script.folder / "locale" / tag / f"{script.name}.po"


def _read(file: Path) -> tuple[polib.POFile, list[Problem]]:
    from lessonforge.i18n import po
    from lessonforge.script.load import displayed

    catalogue, problems = po.read(file, displayed(file))
    return catalogue.file, problems


def save(file: Path, catalogue: polib.POFile) -> None:
    """Write a catalogue whole or not at all. Raises StoreError."""
    put(file, Blob.of(f"{catalogue}".encode()))


def total(rows: Sequence[Progress]) -> list[Progress]:
    """A row for each locale, all lessons together."""
    from lessonforge.i18n.status import added

    return [added([row for row in rows if row.locale == tag], tag) for tag in dict.fromkeys(row.locale for row in rows)]


def status_json(rows: Sequence[Progress]) -> str:
    """The rows for programs."""
    return json.dumps([dataclasses.asdict(row) for row in rows], indent=2)


def status_page(rows: Sequence[Progress], file: Path) -> None:
    """Write the rows as one page of HTML that needs nothing else. Raises StoreError."""
    from jinja2 import Environment, FileSystemLoader

    pages = Environment(loader=FileSystemLoader(built_in("templates") / "pages"), autoescape=True)
    groups = dict.fromkeys((row.course, row.locale) for row in rows)
    text = pages.get_template("status.html.j2").render(
        states=("translated", "machine", "fuzzy", "missing"),
        totals=total(rows),
        names={row.locale: f"{display_name(row.locale)} ({row.locale})" for row in rows},
        groups=[(*key, [row for row in rows if (row.course, row.locale) == key]) for key in groups],
    )
    put(file, Blob.of(text.encode()))

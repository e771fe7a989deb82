"""`lessonforge i18n`: for those who translate."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from lessonforge.commands import options
from lessonforge.errors import ScriptError

if TYPE_CHECKING:
    from lessonforge.i18n.status import Progress


@click.group("i18n")
def command() -> None:
    """Help with translating a course."""


@command.command("extract")
@options.path
def extract(path: Path) -> int:
    """Write what is to be translated, as PO templates.

    PATH is a lesson file, a course folder, or a project. Each lesson gets locale/LESSON.pot beside it.
    """
    from lessonforge import localize

    for written in localize.extract(path):
        click.echo(str(written))
    return 0


@command.command("update")
@options.path
@options.locales
def update(path: Path, locales: tuple[str, ...]) -> int:
    """Bring the translations up to date with the lessons.

    PATH is a lesson file, a course folder, or a project. Each lesson gets locale/TAG/LESSON.po for the languages that
    its course lists, or for those that are asked for. A translation is kept; where its source text was changed, it is
    marked fuzzy, to be looked at.
    """
    from lessonforge import localize

    for file, changes in localize.update(path, locales):
        told = [f"{len(ids)} {what}" for what, ids in vars(changes).items() if ids]
        click.echo(f"{file}: {', '.join(told) or 'nothing new'}")
        for id in changes.changed:
            click.echo(f"  changed: {id}")
    return 0


@command.command("status")
@options.path
@options.locales
@click.option("--json", "as_json", is_flag=True, help="Print it for programs.")
@click.option("--html", type=click.Path(path_type=Path, dir_okay=False), metavar="FILE", help="Write it as a page.")
def status(path: Path, locales: tuple[str, ...], as_json: bool, html: Path | None) -> int:
    """Show how far each translation is.

    PATH is a lesson file, a course folder, or a project. A PO file that can't be read counts as missing, and is told.
    """
    from lessonforge import localize

    rows, problems = localize.status(path, locales)
    if html:
        localize.status_page(rows, html)
        click.echo(str(html))
    elif as_json:
        click.echo(localize.status_json(rows))
    else:
        _table(rows)
    if problems:
        raise ScriptError(problems)
    return 0


@command.command("translate")
@options.path
@options.locales
@click.option("--engine", default="ctranslate2", show_default=True, help="transformers, ctranslate2 or command.")
@click.option("--model", default="", metavar="FOLDER", help="The model's folder (or the command line of a program).")
def translate(path: Path, locales: tuple[str, ...], engine: str, model: str) -> int:
    """Let a machine translate what is missing.

    PATH is a lesson file, a course folder, or a project. What it writes is marked as a machine's, with the model and
    its licence, and has to be looked through: `machine` in course.yaml says what it is good for until then. What is
    written in the meantime stays. Ends with 1 when the engine failed on a text.
    """
    from lessonforge import machine

    code = 0
    for done in machine.translate(path, locales, engine, model):
        click.echo(f"{done.file}: {done.translated} translated")
        for id in done.broken:
            click.echo(f"  left empty, a placeholder or number was lost: {id}")
        for id, reason in done.failed.items():
            click.echo(f"  left empty, the engine failed: {id}: {reason}")
            code = 1
    return code


@command.command("export")
@options.path
@options.locales
@click.option("--format", "form", type=click.Choice(["csv", "xliff"]), default="csv", show_default=True)
@click.option("--out", type=click.Path(path_type=Path, file_okay=False), metavar="FOLDER", help="Where to write them.")
def export(path: Path, locales: tuple[str, ...], form: str, out: Path | None) -> int:
    """Write the texts for those who have no PO tools.

    PATH is a lesson file, a course folder, or a project. Each lesson gets LESSON.TAG.csv (for spreadsheets) or
    LESSON.TAG.xlf (for translation tools), beside its PO file unless --out says where.
    """
    from lessonforge import handover

    for written in handover.export(path, locales, form, out):
        click.echo(str(written))
    return 0


@command.command("import")
@click.argument("files", nargs=-1, required=True, type=click.Path(path_type=Path, exists=True, dir_okay=False))
@click.option(
    "--into", type=click.Path(path_type=Path), default=Path(), metavar="PATH", help="The course; this folder."
)
def take(files: tuple[Path, ...], into: Path) -> int:
    """Take back what `export` wrote and somebody filled in.

    FILES are .csv, .xlf or .xliff. Nothing is taken when anything is wrong. An empty translation changes nothing; that
    of a text that was changed meanwhile is marked fuzzy.
    """
    from lessonforge import handover

    for file, taken in handover.take(files, into):
        told = [f"{len(ids)} {what}" for what, ids in vars(taken).items() if ids]
        click.echo(f"{file}: {', '.join(told) or 'nothing new'}")
    return 0


@command.command("lint")
@options.path
@options.locales
def lint(path: Path, locales: tuple[str, ...]) -> int:
    """Find what looks wrong in translations.

    PATH is a lesson file, a course folder, or a project. Looks for what `check` lets pass: terms, numbers, marks,
    punctuation, spaces, lengths, letters of another alphabet. Ends with 3 when there is something.
    """
    from lessonforge import localize

    click.echo(f"Nothing found in {localize.lint(path, locales)} translated texts.")
    return 0


@command.command("ids")
@options.path
def ids(path: Path) -> int:
    """Give every scene an id that has none.

    PATH is a lesson file, a course folder, or a project. Translations and kept results hang on the ids: an id is made
    of the scene's title, its visual or its number, written into the file once, and best left alone from then on. Files
    with other mistakes are not touched.
    """
    from lessonforge import localize

    added, problems = localize.name_scenes(path)
    for file, names in added.items():
        click.echo(f"{file}: {', '.join(names)}")
    if problems:
        raise ScriptError(problems)
    if not added:
        click.echo("Every scene has an id.")
    return 0


def _table(rows: Sequence[Progress]) -> None:
    from rich.table import Table

    from lessonforge import localize
    from lessonforge.commands.terminal import console

    numbers = ("translated", "fuzzy", "machine", "missing", "words", "words left", "minutes of work")
    table = Table("course", "lesson", "locale", box=None)
    for name in numbers:
        table.add_column(name, justify="right")
    for row in (*rows, *localize.total(rows)):
        counted = (f"{getattr(row, name.removesuffix(' of work').replace(' ', '_')):g}" for name in numbers)
        table.add_row(row.course or "all", row.lesson, row.locale, *counted)
    console().print(table)

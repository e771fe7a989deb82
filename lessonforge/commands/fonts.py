"""`lessonforge fonts`: which scripts can be drawn, what a course still lacks, and fonts for more of them."""

from __future__ import annotations

from pathlib import Path

import click

from lessonforge.commands import options

_FOLDER = click.Path(exists=True, file_okay=False, path_type=Path)
_FILE = click.Path(path_type=Path)


@click.group("fonts")
def command() -> None:
    """See which scripts can be drawn, and add fonts for more."""


@command.command("list")
def list_() -> int:
    """List the scripts, the font that draws each, and where it comes from."""
    from rich.table import Table

    from lessonforge import typefaces
    from lessonforge.commands.terminal import console

    table = Table("script", "", "font", "from", box=None)
    for row in typefaces.rows():
        table.add_row(row.script, row.code, row.family, row.source)
    console().print(table)
    return 0


@command.command("check")
@options.path
@options.locales
def check(path: Path, locales: tuple[str, ...]) -> int:
    """Find every character of a course that no font can draw.

    PATH is a lesson file, a course folder, or a project. Translations are looked at as they are, finished or not.
    """
    from lessonforge import typefaces

    for locale, count in typefaces.check(path, locales).items():
        click.echo(f"{locale}: {count} texts, all can be drawn.")
    return 0


@command.command("install")
@click.argument("names", nargs=-1, metavar="[SCRIPT|FAMILY]...")
@click.option("--for", "locales", multiple=True, metavar="TAG", help="What this language is written in; repeatable.")
@click.option("--from", "folder", type=_FOLDER, help="Take the packages or fonts in this folder, not npm's.")
@click.option("--file", "files", multiple=True, type=_FILE, help="A font of yours or of your system; repeatable.")
def install(names: tuple[str, ...], locales: tuple[str, ...], folder: Path | None, files: tuple[Path, ...]) -> int:
    """Install fonts for SCRIPT, such as bengali, or a FAMILY, such as 'Noto Sans Bengali'.

    They are fetched by your own npm, or taken from a folder (--from), and every file must be the known one. A font that
    is added draws what no other could, and its own script: cards are made again at the next build.
    """
    from lessonforge import typefaces

    if not (names or locales or files):
        raise click.UsageError("Name a script, a font, a language (--for) or a file (--file).")
    for line in typefaces.install(names, locales, folder, files):
        click.echo(line)
    return 0


@command.command("remove")
@click.argument("family")
def remove(family: str) -> int:
    """Remove the installed font FAMILY."""
    from lessonforge import typefaces

    typefaces.remove(family)
    return 0

"""`lessonforge things`: drawings of others that the picture engine may use besides its own."""

from __future__ import annotations

from pathlib import Path

import click


@click.group("things")
def command() -> None:
    """Add drawings of others to what the picture engine can draw."""


@command.command("install")
@click.argument("package", required=False)
@click.option("--from", "file", type=click.Path(path_type=Path), help="An icon set that you have: .json or .tgz.")
def install(package: str | None, file: Path | None) -> int:
    """Install the icon set PACKAGE, such as @iconify-json/fluent-emoji-flat.

    It is fetched by your own npm, or read from a file (--from). Its drawings become things that prompts can name; those
    who made them are credited in each manifest.
    """
    from lessonforge import survey

    if (package is None) == (file is None):
        raise click.UsageError("Name a package, or give a file: --from FILE.")
    click.echo(survey.install_things(package, file))
    return 0


@command.command("list")
def list_() -> int:
    """List the installed sets, their licences and makers."""
    from lessonforge import survey

    for line in survey.packs():
        click.echo(line)
    return 0


@command.command("remove")
@click.argument("name")
def remove(name: str) -> int:
    """Remove the set NAME."""
    from lessonforge import survey

    survey.remove_things(name)
    return 0

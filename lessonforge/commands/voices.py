"""`lessonforge voices`: which languages can be narrated, by whom, and how well."""

from __future__ import annotations

import click


@click.command("voices")
@click.argument("locales", nargs=-1, metavar="[LOCALE]...")
def command(locales: tuple[str, ...]) -> int:
    """List the voices, and how good each is."""
    from pathlib import Path

    from rich.markup import escape
    from rich.table import Table

    from lessonforge.commands.terminal import console
    from lessonforge.locales import display_name
    from lessonforge.settings import project_of
    from lessonforge.speakers import by_locale

    table = Table("locale", "language", "voices", "status", "note", box=None)
    licences: dict[str, list[str]] = {}
    for locale, voices in by_locale(project_of(Path.cwd()), locales).items():
        first = next(iter(voices.values()))
        table.add_row(locale, display_name(locale, "en"), ", ".join(voices), first.status, escape(first.note))
        licences.setdefault(first.licence or "unknown", []).append(locale)
    console().print(table)
    for licence, where in licences.items():
        click.echo(f"\nLicence: {licence}" + ("" if len(licences) == 1 else f" ({', '.join(where)})"))
    return 0

"""`lessonforge engines`: what draws and what speaks."""

from __future__ import annotations

from pathlib import Path

import click


@click.command("engines")
@click.argument("name", required=False)
@click.argument("things", nargs=-1)
@click.option("--words", is_flag=True, help="With `draw`: the words that it can draw.")
@click.option("--sheet", type=click.Path(path_type=Path), help="With `draw`: a PNG file to draw all things into.")
def command(name: str | None, things: tuple[str, ...], words: bool, sheet: Path | None) -> int:
    """List what draws and what speaks.

    With NAME, only that engine; with THINGS, only these are drawn into the sheet.
    """
    from lessonforge import survey

    if words:
        click.echo("\n".join(survey.words(name or "draw")))
        return 0
    if sheet:
        survey.sheet(name or "draw", things, sheet)
        click.echo(str(sheet))
        return 0
    for engine in survey.engines(name):
        click.echo(f"{engine.stage:<10} {engine.name:<10} {engine.state}")
    return 0

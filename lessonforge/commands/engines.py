"""`lessonforge engines`: what draws and what speaks."""

from __future__ import annotations

from pathlib import Path

import click


def _having(lines: list[str], wanted: tuple[str, ...]) -> list[str]:
    """The lines (`kind: word, word`) with no other words than those that have a wanted one in them."""
    parts = (line.partition(": ") for line in lines)
    kept = ((kind, [one for one in words.split(", ") if any(w in one for w in wanted)]) for kind, _, words in parts)
    return [f"{kind}: {', '.join(words)}" for kind, words in kept if words]


@click.command("engines")
@click.argument("name", required=False)
@click.argument("things", nargs=-1)
@click.option("--words", is_flag=True, help="With `draw`: the words that it can draw.")
@click.option("--sheet", type=click.Path(path_type=Path), help="With `draw`: a PNG file to draw all things into.")
def command(name: str | None, things: tuple[str, ...], words: bool, sheet: Path | None) -> int:
    """List what draws and what speaks.

    With NAME, only that engine; with THINGS, only these are drawn into the sheet, and only the words that have one of
    these in them are listed.
    """
    from lessonforge import survey

    if words:
        lines = survey.words(name or "draw")
        click.echo("\n".join(_having(lines, things) if things else lines) or "None of its words has that in it.")
        return 0
    if sheet:
        survey.sheet(name or "draw", things, sheet)
        click.echo(str(sheet))
        return 0
    for engine in survey.engines(name):
        click.echo(f"{engine.stage:<10} {engine.name:<10} {engine.state}")
    return 0

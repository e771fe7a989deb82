"""`lessonforge engines`: what draws and what speaks."""

from __future__ import annotations

import click


@click.command("engines")
@click.argument("name", required=False)
@click.option("--words", is_flag=True, help="With `draw`: the words that it can draw.")
def command(name: str | None, words: bool) -> int:
    """List what draws and what speaks.

    With NAME, only that engine.
    """
    from lessonforge import survey

    if words:
        click.echo("\n".join(survey.words(name or "draw")))
        return 0
    for engine in survey.engines(name):
        click.echo(f"{engine.stage:<10} {engine.name:<10} {engine.state}")
    return 0

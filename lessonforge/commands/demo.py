"""`lessonforge demo`: the sample lesson in two languages."""

from __future__ import annotations

from pathlib import Path

import click


@click.command("demo")
@click.option(
    "--out", type=click.Path(path_type=Path, file_okay=False), default=Path("lessonforge-demo"), show_default=True
)
@click.option("-j", "--jobs", type=click.IntRange(1), help="How many things to make at once.")
@click.pass_context
def command(ctx: click.Context, out: Path, jobs: int | None) -> int:
    """Build the sample lesson in two languages."""
    from lessonforge.commands.build import command as build
    from lessonforge.settings import built_in

    lesson = built_in("lessons") / "earth" / "water-cycle.yaml"
    return int(ctx.invoke(build, path=lesson, locales=("en", "es"), out=out, jobs=jobs))

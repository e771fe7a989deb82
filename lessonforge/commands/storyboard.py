"""`lessonforge storyboard`: all scenes on one sheet, before any video is encoded."""

from __future__ import annotations

from pathlib import Path

import click

from lessonforge.commands import options


@click.command("storyboard")
@options.selection
@options.out
@options.jobs
def command(
    path: Path,
    locales: tuple[str, ...],
    levels: tuple[str, ...],
    scene: str | None,
    profile: str,
    out: Path,
    jobs: int | None,
) -> int:
    """Show all scenes with their words and lengths.

    PATH is a lesson file, a course folder, or a project. No video is encoded.
    """
    from lessonforge import pipeline
    from lessonforge.commands.terminal import progress

    order = pipeline.Order(path, locales, scene, profile, levels=levels)
    ready = pipeline.prepare(order)
    with progress() as show, pipeline.workshop(order, jobs or pipeline.cores(), show) as workshop:
        sheets = pipeline.draw_sheets(ready, order, out, workshop)
    for sheet, notes in sheets:
        click.echo("\n  ".join([str(sheet), *notes]))
    return 0 if len({job.name for job in ready}) and not workshop.failed else 1

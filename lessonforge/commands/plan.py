"""`lessonforge plan`: what a build would make, and why."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

import click

from lessonforge.commands import options

if TYPE_CHECKING:
    from lessonforge.build.explain import Step


@click.command("plan")
@options.selection
def command(path: Path, locales: tuple[str, ...], levels: tuple[str, ...], scene: str | None, profile: str) -> int:
    """Say what a build would make, and why.

    PATH is a lesson file, a course folder, or a project.
    """
    from lessonforge import pipeline

    order = pipeline.Order(path, locales, scene, profile, levels=levels)
    ready = pipeline.prepare(order)
    with pipeline.workshop(order) as workshop:
        pipeline.look(ready, order, workshop)
    tell(workshop.steps)
    planned = {step.subject.rpartition("/")[0] for step in workshop.steps if step.subject.endswith("/video")}
    waiting = [job.name for job in ready if job.name not in planned]
    if waiting:
        click.echo(f"and what follows from these for {', '.join(waiting)}: clips, sound, video")
    return 0


def tell(steps: Iterable[Step]) -> None:
    """A line for each thing that is not fresh, with its reasons, and a count of the others."""
    steps = list(steps)
    for step in steps:
        if not step.fresh:
            click.echo(f"{step.subject}: {'; '.join(map(_short, step.reasons))}")
    kept = sum(step.fresh for step in steps)
    click.echo(f"{len(steps) - kept} to make, {kept} kept")


def _short(reason: object, most: int = 160) -> str:
    text = str(reason)
    return text if len(text) <= most else f"{text[: most - 3]}..."

"""`lessonforge build`: lessons to videos."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from lessonforge.commands import options

if TYPE_CHECKING:
    from lessonforge.build.report import Outcome


@click.command("build")
@options.selection
@options.out
@options.jobs
@click.option("--explain", is_flag=True, help="Say why each thing is made.")
@click.option("--json", "report_file", type=click.Path(path_type=Path, dir_okay=False), help="Write a report.")
def command(
    path: Path,
    locales: tuple[str, ...] = (),
    levels: tuple[str, ...] = (),
    scene: str | None = None,
    profile: str = "1080p",
    out: Path = Path("out"),
    jobs: int | None = None,
    explain: bool = False,
    report_file: Path | None = None,
) -> int:
    """Make the videos.

    PATH is a lesson file, a course folder, or a project.
    """
    from lessonforge import pipeline
    from lessonforge.commands.plan import tell
    from lessonforge.commands.terminal import progress

    order = pipeline.Order(path, locales, scene, profile, levels=levels)
    ready = pipeline.prepare(order)
    with progress() as show, pipeline.workshop(order, jobs or pipeline.cores(), show) as workshop:
        report = pipeline.build(ready, order, out, workshop)
    if explain:
        tell(workshop.steps)
    for outcome in report.outcomes:
        _print(outcome)
    if report_file:
        report.write(report_file)
    return report.exit_code


def _print(outcome: Outcome) -> None:
    name = f"{outcome.lesson} ({', '.join(filter(None, (outcome.locale, outcome.level)))})"
    if outcome.state == "failed":
        click.echo(f"{name} failed:", err=True)
        for reason in outcome.reasons:
            click.echo(f"  {reason}", err=True)
        return
    minutes, seconds = divmod(round(outcome.seconds), 60)
    note = "" if outcome.state == "built" else ", nothing changed"
    click.echo(f"{name}: {outcome.files[0]} ({minutes}:{seconds:02}{note})")
    for told in outcome.notes:
        click.echo(f"  {told}")

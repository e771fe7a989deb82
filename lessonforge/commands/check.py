"""`lessonforge check`: every mistake in the files, at once."""

from __future__ import annotations

from pathlib import Path

import click

from lessonforge.commands import options


@click.command("check")
@options.path
@options.locales
@options.profile
def command(path: Path, locales: tuple[str, ...], profile: str) -> int:
    """Find every mistake, build nothing.

    PATH is a lesson file, a course folder, or a project.
    """
    from lessonforge import pipeline, speakers

    jobs = pipeline.prepare(pipeline.Order(path, locales, profile=profile))
    lessons = {(job.script.folder, job.script.name) for job in jobs}
    click.echo(f"{len(lessons)} lesson(s), {len(jobs)} with their translations: nothing wrong.")
    for note in speakers.notes(job.storyboard for job in jobs):
        click.echo(note)
    return 0

"""`lessonforge check`: every mistake in the files, at once."""

from __future__ import annotations

from pathlib import Path

import click

from lessonforge.commands import options


@click.command("check")
@options.path
@options.locales
@options.levels
@options.profile
def command(path: Path, locales: tuple[str, ...], levels: tuple[str, ...], profile: str) -> int:
    """Find every mistake, build nothing.

    PATH is a lesson file, a course folder, or a project.
    """
    from lessonforge import captioning, pipeline, speakers
    from lessonforge.assemble.profiles import named
    from lessonforge.script import load

    order = pipeline.Order(path, locales, profile=profile, levels=levels)
    jobs, shown = pipeline.prepare(order), named(profile, order.project)
    lessons = {(job.script.folder, job.script.name) for job in jobs}
    every = {(job.script.folder, job.script.name, job.script.locale, job.script.lesson.language) for job in jobs}
    translations = sum(locale != language for _, _, locale, language in every)
    counted = [_number(len(lessons), "lesson"), *([_number(translations, "translation")] if translations else [])]
    click.echo(f"Nothing wrong in {' and '.join(counted)}.")
    notes = [*speakers.notes(job.storyboard for job in jobs), *load.unlisted([job.script for job in jobs], path)]
    notes += (note for job in jobs for note in captioning.estimated(job.script, job.storyboard, shown))
    for note in notes:
        click.echo(note)
    return 0


def _number(count: int, noun: str) -> str:
    return f"{count} {noun}" if count == 1 else f"{count} {noun}s"

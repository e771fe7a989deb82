"""`lessonforge i18n`: for those who translate."""

from __future__ import annotations

from pathlib import Path

import click

from lessonforge.commands import options


@click.group("i18n")
def command() -> None:
    """Help with translating a course."""


@command.command("extract")
@options.path
def extract(path: Path) -> int:
    """Write what is to be translated, as PO templates.

    PATH is a lesson file, a course folder, or a project. Each lesson gets locale/LESSON.pot beside it.
    """
    from lessonforge import pipeline

    for written in pipeline.extract(pipeline.Order(path)):
        click.echo(str(written))
    return 0

"""`lessonforge levels`: how long the words and sentences of lessons are, in every language and at every level."""

from __future__ import annotations

import dataclasses
import json
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from lessonforge.commands import options

if TYPE_CHECKING:
    from lessonforge.gauges import Gauge


@click.command("levels")
@options.path
@options.locales
@options.levels
@click.option("--json", "as_json", is_flag=True, help="Print it for programs.")
def command(path: Path, locales: tuple[str, ...], levels: tuple[str, ...], as_json: bool) -> int:
    """Count words and sentences, in each language and at each level.

    PATH is a lesson file, a course folder, or a project. Compare rows of one language with each other: LIX and RIX are
    higher where sentences and words are longer, and "not listed" is the share of words outside the lesson's `wordlist`.
    No formula can tell the level of a text; whether A1 learners understand it only they and their teacher know.
    """
    from lessonforge import gauges, pipeline

    jobs = pipeline.prepare(pipeline.Order(path, locales, levels=levels))
    rows = [gauges.gauge(job.script, job.storyboard) for job in jobs]
    if as_json:
        click.echo(json.dumps([dataclasses.asdict(row) for row in rows], indent=2))
    else:
        _table(rows)
    return 0


_COLUMNS = {
    "sentences": "sentences",
    "words": "words",
    "words_a_sentence": "words/sentence",
    "characters_a_sentence": "characters/sentence",
    "lix": "LIX",
    "rix": "RIX",
    "unlisted": "not listed",
    "words_a_minute": "words/minute (about)",
}


def _table(rows: Sequence[Gauge]) -> None:
    from rich.table import Table

    from lessonforge.commands.terminal import console

    table = Table("lesson", "locale", "level", box=None)
    for name in _COLUMNS.values():
        table.add_column(name, justify="right")
    for row in rows:
        numbers = (_shown(name, getattr(row, name)) for name in _COLUMNS)
        table.add_row(f"{row.course}/{row.lesson}", row.locale, row.level or "-", *numbers)
    console().print(table)


def _shown(name: str, value: float | None) -> str:
    if value is None:
        return "-"
    return f"{value:.0%}" if name == "unlisted" else f"{value:g}"

"""The arguments that several verbs share."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import click

Command = Callable[..., Any]

path = click.argument("path", type=click.Path(path_type=Path), default=Path())
locales = click.option(
    "-l", "--locale", "locales", multiple=True, metavar="TAG", help="Only this language; repeatable."
)
levels = click.option(
    "--level", "levels", multiple=True, metavar="LEVEL", help="Only this level, such as A1; repeatable."
)
scene = click.option("--scene", metavar="ID", help="Only this scene.")
profile = click.option("--profile", default="1080p", show_default=True, help="A set of output settings.")
out = click.option("--out", type=click.Path(path_type=Path, file_okay=False), default=Path("out"), show_default=True)
jobs = click.option("-j", "--jobs", type=click.IntRange(1), help="How many things to make at once.")


def selection(command: Command) -> Command:
    """PATH, --locale, --level, --scene and --profile."""
    for option in (profile, scene, levels, locales, path):
        command = option(command)
    return command

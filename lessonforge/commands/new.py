"""`lessonforge new`: a course folder that builds as it is."""

from __future__ import annotations

from pathlib import Path

import click

from lessonforge.errors import SettingsError


@click.command("new")
@click.argument("folder", type=click.Path(path_type=Path))
def command(folder: Path) -> int:
    """Start a course in FOLDER, ready to change."""
    import shutil

    from lessonforge.settings import built_in

    if folder.exists() and any(folder.iterdir() if folder.is_dir() else [folder]):
        raise SettingsError(f"'{folder}' exists already. Choose another name, or remove it first.")
    shutil.copytree(built_in("templates") / "course", folder, dirs_exist_ok=True)
    for schema in built_in("lessons").glob("*.schema.json"):
        shutil.copy(schema, folder)
    for path in sorted(folder.rglob("*")):
        if path.is_file():
            click.echo(f"wrote {path}")
    click.echo(
        f"\nNow open {folder / 'first-lesson.yaml'} in any editor, and build it:\n\n  lessonforge build {folder}"
    )
    return 0

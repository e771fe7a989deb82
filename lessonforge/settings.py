"""Where things lie on this machine: the built-in templates and voices, the user's project, the store."""

from __future__ import annotations

import os
from pathlib import Path

PACKAGE = Path(__file__).parent


def built_in(kind: str) -> Path:
    """The folder of a kind (`templates`, `voices`, `lessons`) that travels with LessonForge."""
    installed = PACKAGE / "data" / kind
    return installed if installed.is_dir() else PACKAGE.parent / kind


def project_of(path: Path) -> Path:
    """The project that a lesson file or course folder belongs to: the nearest one above with `lessons/`."""
    start = path.resolve()
    folder = start if start.is_dir() else start.parent
    return next((up for up in (folder, *folder.parents) if (up / "lessons").is_dir()), folder)


def looked_in(project: Path | None, kind: str) -> tuple[Path, ...]:
    """The folders of a kind in the order that names are looked up in: the project's own before the built-in one."""
    own = project / kind if project else None
    folders = (own, built_in(kind))
    return tuple(dict.fromkeys(folder for folder in folders if folder is not None and folder.is_dir()))


def data_folder() -> Path:
    """Where what the user installs is kept: `LESSONFORGE_DATA`, or the user's data folder."""
    given = os.environ.get("LESSONFORGE_DATA")
    if given:
        return Path(given)
    import platformdirs

    return Path(platformdirs.user_data_dir("lessonforge", appauthor=False))


def store_folder() -> Path:
    """Where results are kept: `LESSONFORGE_CACHE`, or the user's cache folder."""
    given = os.environ.get("LESSONFORGE_CACHE")
    if given:
        return Path(given)
    import platformdirs

    return Path(platformdirs.user_cache_dir("lessonforge", appauthor=False))

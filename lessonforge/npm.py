"""Packages of npm, fetched by the user's own npm: LessonForge itself downloads nothing."""

from __future__ import annotations

import re
import shutil
import subprocess
from pathlib import Path

from lessonforge.errors import SettingsError

_NAME = re.compile(r"(@[a-z0-9][\w.-]*/)?[a-z0-9][\w.-]*(@\d[\w.+-]*)?")


def pack(package: str, folder: Path) -> Path:
    """The file of a package (`@scope/name`, or `@scope/name@1.2.3`) as npm fetches it into the folder: a `.tgz`.

    None of its scripts is run. Raises SettingsError when there is no npm, or when that fails.
    """
    if not _NAME.fullmatch(package):
        raise SettingsError(f"'{package}' is not the name of an npm package. One is '@iconify-json/fluent-emoji-flat'.")
    npm = shutil.which("npm")
    if npm is None:
        raise SettingsError(
            "Installing by name needs npm, a part of Node.js. Without it: get the package's file, and use --from."
        )
    before = set(folder.glob("*.tgz"))
    run = subprocess.run(
        [npm, "pack", package, "--loglevel=error", "--ignore-scripts", "--pack-destination", str(folder)],
        capture_output=True, text=True, check=False, cwd=folder,
    )  # fmt: skip
    made = set(folder.glob("*.tgz")) - before
    if run.returncode or not made:
        said = re.findall(r"^npm (?:error|ERR!) (?!code)(?:\d+ )?(.+)", run.stderr, re.MULTILINE)
        raise SettingsError(f"npm could not fetch '{package}': {next(iter(said), 'it does not say why')}")
    return made.pop()

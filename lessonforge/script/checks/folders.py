"""The folders of translations: each has a language tag for its name, in the one spelling that is looked for."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import PurePath

from lessonforge import locales
from lessonforge.errors import Problem
from lessonforge.model import Script
from lessonforge.script.checks.known import Known


def folders(script: Script, known: Known) -> Iterator[Problem]:
    """No translation of the lesson in a folder that nothing reads."""
    for name, message, hint in begun(script):
        if message:
            path = PurePath(script.source.path).parent / "locale" / name
            yield Problem(path.as_posix(), 0, 0, message, hint)


def begun(script: Script) -> Iterator[tuple[str, str, str]]:
    """The folders with a translation of a lesson: each, what is wrong with its name ("": nothing), the remedy."""
    for name in sorted(file.parent.name for file in (script.folder / "locale").glob(f"*/{script.name}.po")):
        try:
            tag = locales.canonical(name)
        except ValueError as error:
            yield name, str(error), "Move the folder out of 'locale' if it is no translation."
            continue
        yield name, "" if tag == name else f"translations in '{name}' are not found.", f"Rename the folder to '{tag}'."

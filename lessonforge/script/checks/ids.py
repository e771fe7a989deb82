"""Scene ids: unique, and fit for file names, links and catalogues."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from lessonforge.errors import Problem
from lessonforge.model import Script
from lessonforge.script.checks.known import Known

_ID = re.compile(r"[a-z0-9][a-z0-9_-]*")


def ids(script: Script, known: Known) -> Iterator[Problem]:
    """Ids of small letters, digits, - and _, each used once."""
    first: dict[str, int] = {}
    for n, scene in enumerate(script.lesson.scenes):
        at = ("scenes", n, "id")
        if not _ID.fullmatch(scene.id):
            message = f"scene '{scene.id}': an id has only the letters a-z, digits, '-' and '_'."
            fit = _fit(scene.id)
            yield script.source.problem(at, message, f"Write it as '{fit}'." if fit else "")
        if scene.id in first:
            line = script.source.marks.get(("scenes", first[scene.id], "id"), (0, 0))[0]
            yield script.source.problem(
                at,
                f"the scene id '{scene.id}' is used twice; first on line {line}.",
                "Give each scene an id of its own.",
            )
        first.setdefault(scene.id, n)


def _fit(text: str) -> str:
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9_]+", "-", plain).strip("-_")

"""Levels are known ones, and what is said at a level is said at one that the lesson is made at."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from lessonforge import levels as table
from lessonforge.errors import Problem, did_you_mean
from lessonforge.lesson import BY_LEVEL, Path
from lessonforge.model import Script
from lessonforge.script.checks.known import Known


def levels(script: Script, known: Known) -> Iterator[Problem]:
    """Every level of the lesson is in the table, once; a variant is of one of them, beside a text for the others."""
    listed = script.lesson.levels
    for n, level in enumerate(listed):
        if level not in table.known():
            message = f"there is no level '{level}'."
            yield script.source.problem(("levels", n), message, did_you_mean(level, table.known()))
        elif level in listed[:n]:
            yield script.source.problem(("levels", n), f"the level '{level}' is listed twice.", "Remove one of them.")
    for n, scene in enumerate(script.lesson.scenes):
        yield from _variants(script, scene.id, scene, ("scenes", n))
        yield from _variants(script, scene.id, scene.quiz, ("scenes", n, "quiz"))


def _variants(script: Script, scene: str, noun: Any, at: Path) -> Iterator[Problem]:
    for key in BY_LEVEL:
        group: Mapping[str, Any] = getattr(noun, f"{key}_at", {})
        for level, said in group.items():
            here = (*at, f"{key}_at", level)
            if level not in script.lesson.levels:
                message = f"scene '{scene}' has a '{key}@{level}', but the lesson is not made at '{level}'."
                yield script.source.problem(here, message, _levels_hint(level, script.lesson.levels))
            elif said == ():
                yield script.source.problem(here, f"scene '{scene}' has an empty '{key}@{level}'.", "Remove the line.")
            elif not getattr(noun, key):
                message = f"scene '{scene}' has a '{key}@{level}', but no '{key}' for the other levels."
                yield script.source.problem(here, message, f"Write '{key}:' too.")


def _levels_hint(level: str, listed: tuple[str, ...]) -> str:
    if listed:
        return did_you_mean(level, listed)
    known = level if level in table.known() else "A1"
    return f"List the levels in the lesson or its course: `levels: [{known}]`."

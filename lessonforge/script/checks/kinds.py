"""A visual is exactly one of its kinds, and is shown in a way that fits it."""

from __future__ import annotations

import typing
from collections.abc import Iterator

from lessonforge.errors import Problem
from lessonforge.lesson import VisualKind
from lessonforge.model import Script
from lessonforge.script.checks.known import Known

KINDS: tuple[str, ...] = typing.get_args(VisualKind)


def kinds(script: Script, known: Known) -> Iterator[Problem]:
    """One kind each; motion only where something can move."""
    for n, scene in enumerate(script.lesson.scenes):
        if scene.visual is None:
            continue
        given = [kind for kind in KINDS if getattr(scene.visual, kind) is not None]
        at = ("scenes", n, "visual")
        if not given:
            hint = f"Add one of: {', '.join(KINDS)}."
            yield script.source.problem(at, f"scene '{scene.id}': the visual shows nothing.", hint)
        elif len(given) > 1:
            message = f"scene '{scene.id}': a visual is only one thing, but this has {' and '.join(given)}."
            yield script.source.problem((*at, given[1]), message, "Make a scene of each.")
        elif scene.visual.motion not in (None, *_motions(given[0])):
            message = f"scene '{scene.id}': motion '{scene.visual.motion}' does not go with '{given[0]}'."
            yield script.source.problem((*at, "motion"), message, _motion_hint(given[0]))


def _motions(kind: str) -> tuple[str, ...]:
    return {"prompt": ("still", "pan", "animate"), "image": ("still", "pan")}.get(kind, ())


def _motion_hint(kind: str) -> str:
    fitting = _motions(kind)
    return f"It can be: {', '.join(fitting)}." if fitting else "Remove the line: only prompts and images move."

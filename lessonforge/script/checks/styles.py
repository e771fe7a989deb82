"""The styles and the picture engine that a lesson names are there."""

from __future__ import annotations

from collections.abc import Iterator

from lessonforge.errors import Problem, did_you_mean
from lessonforge.model import Script
from lessonforge.script.checks.known import Known


def styles(script: Script, known: Known) -> Iterator[Problem]:
    """Known styles in the lesson and its scenes, and a known engine."""
    style, engine = script.lesson.style, script.lesson.engine
    if style is not None and style not in known.styles:
        yield _no_style(script, ("style",), "the lesson", style, known)
    for n, scene in enumerate(script.lesson.scenes):
        if scene.style is not None and scene.style not in known.styles:
            yield _no_style(script, ("scenes", n, "style"), f"scene '{scene.id}'", scene.style, known)
    if engine is not None and engine not in known.engines:
        message = f"the lesson uses the picture engine '{engine}', but no engine of that name draws prompts."
        yield script.source.problem(("engine",), message, did_you_mean(engine, known.engines))


def _no_style(script: Script, at: tuple[str | int, ...], who: str, style: str, known: Known) -> Problem:
    message = f"{who} uses style '{style}', but templates/prompts has no such folder."
    return script.source.problem(at, message, did_you_mean(style, known.styles))

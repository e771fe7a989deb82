"""A quiz can be answered, and leads to scenes that are there."""

from __future__ import annotations

from collections.abc import Iterator

from lessonforge.errors import Problem, did_you_mean
from lessonforge.model import Script
from lessonforge.script.checks.known import Known


def quizzes(script: Script, known: Known) -> Iterator[Problem]:
    """At least one correct choice; every `goto` is a scene."""
    scenes = [scene.id for scene in script.lesson.scenes]
    for n, scene in enumerate(script.lesson.scenes):
        choices = scene.quiz.choices if scene.quiz else ()
        at = ("scenes", n, "quiz", "choices")
        if choices and not any(choice.correct for choice in choices):
            yield script.source.problem(at, f"quiz '{scene.id}' has no right answer.", "Mark it: correct: true.")
        for k, choice in enumerate(choices):
            if choice.goto is not None and choice.goto not in scenes:
                message = f"quiz '{scene.id}' goes to '{choice.goto}', but there is no such scene."
                yield script.source.problem((*at, k, "goto"), message, did_you_mean(choice.goto, scenes))

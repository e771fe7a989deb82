"""What a scene consists of: narration and a visual, or a quiz, and some time to see it in."""

from __future__ import annotations

from collections.abc import Iterator

from lessonforge.errors import Problem
from lessonforge.lesson import Scene
from lessonforge.model import Script
from lessonforge.script.checks.known import Known


def content(script: Script, known: Known) -> Iterator[Problem]:
    """A quiz, or narration and/or a visual that lasts; never both, never neither."""
    for n, scene in enumerate(script.lesson.scenes):
        for key, message, hint in _complaints(scene):
            yield script.source.problem(("scenes", n, key), f"scene '{scene.id}' {message}", hint)


def _complaints(scene: Scene) -> Iterator[tuple[str, str, str]]:
    if scene.narration == ():
        yield "narration", "has an empty narration.", "Write what is said, or remove the line."
    elif scene.quiz and (scene.narration or scene.visual):
        other = "narration" if scene.narration else "visual"
        yield other, f"has a quiz and a {other}.", "Make two scenes of it."
    elif not (scene.quiz or scene.narration or scene.visual):
        yield "id", "has nothing to show or to say.", "Give it a narration, a visual or a quiz."
    elif scene.visual and not scene.narration and not scene.pause:
        yield "visual", "has no narration and no pause, so its visual is never seen.", "Add how long: pause: 5."

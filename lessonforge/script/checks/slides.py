"""Slides have bullets or a paragraph, and not too many bullets."""

from __future__ import annotations

from collections.abc import Iterator

from lessonforge.errors import Problem
from lessonforge.model import Script
from lessonforge.script.checks.known import Known

MAX_BULLETS = 7


def slides(script: Script, known: Known) -> Iterator[Problem]:
    """At most seven bullets, and no text beside them."""
    for n, scene in enumerate(script.lesson.scenes):
        slide = scene.visual.slide if scene.visual else None
        at = ("scenes", n, "visual", "slide")
        if slide and slide.bullets and slide.text:
            message = f"scene '{scene.id}': the slide has bullets and a text."
            yield script.source.problem((*at, "text"), message, "Keep one of them, or make two scenes.")
        if slide and len(slide.bullets) > MAX_BULLETS:
            message = (
                f"scene '{scene.id}': the slide has {len(slide.bullets)} bullets; at most {MAX_BULLETS} can be read."
            )
            yield script.source.problem((*at, "bullets", MAX_BULLETS), message, "Make two scenes of it.")

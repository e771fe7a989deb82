"""Leaving out what is known to be wrong, so that the stages after it find what else is wrong, and nothing twice."""

from __future__ import annotations

import dataclasses
import sys
from collections.abc import Sequence
from typing import Any

from lessonforge.errors import Problem
from lessonforge.lesson import Path as Place
from lessonforge.lesson import Scene, Source
from lessonforge.model import Script
from lessonforge.script.schema import STAND_IN

_EMPTY = Scene("")
_DEFAULTS: dict[str, Any] = {name: value for name, value in vars(_EMPTY).items() if name != "id"}


def without(script: Script, unread: Sequence[Problem], found: Sequence[Problem]) -> Script:
    """The script without its flaws.

    Of a scene that has one, the part with the flaw is left out: its visual, its narration, its voice. The format's
    problems (`unread`) may have left no more than a stand-in of a scene, which is emptied.
    """
    places = {mark: place for place, mark in script.source.marks.items()}
    starts = [script.source.marks.get(("scenes", n), (0, 0))[0] for n in range(len(script.lesson.scenes))]
    scenes = list(script.lesson.scenes)
    for problem in (one for one in unread if one.path == script.source.path):
        for n in _scene_at(problem.line, starts):
            if scenes[n].narration == STAND_IN:
                scenes[n] = Scene(id=scenes[n].id)
    for problem in (one for one in (*unread, *found) if one.path == script.source.path):
        place = places.get((problem.line, problem.column), ())
        for n in _scene_at(problem.line, starts):
            part = str(place[2]) if len(place) > 2 else ""
            if part in _DEFAULTS:
                scenes[n] = dataclasses.replace(scenes[n], **{part: _DEFAULTS[part]})
    lesson = dataclasses.replace(script.lesson, scenes=tuple(scenes))
    if any("overrides" in _place(script.source, problem) for problem in (*unread, *found)):
        lesson = dataclasses.replace(lesson, overrides={})
        script = dataclasses.replace(script, course=dataclasses.replace(script.course, overrides={}))
    return dataclasses.replace(script, lesson=lesson)


def _place(source: Source, problem: Problem) -> Place:
    """The place of a problem in the lesson's file or in its course's."""
    files = filter(None, (source, source.inherited))
    marks = next((file.marks for file in files if file.path == problem.path), {})
    return next((place for place, mark in marks.items() if mark == (problem.line, problem.column)), ())


def _scene_at(line: int, starts: Sequence[int]) -> list[int]:
    """The scene that a line belongs to: the last one that starts at it or above."""
    ends = (*starts, sys.maxsize)[1:]
    return [n for n, (start, end) in enumerate(zip(starts, ends, strict=True)) if start <= line < end]

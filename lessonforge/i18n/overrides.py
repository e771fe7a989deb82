"""Comes in: a lesson. Goes out: the lesson as its course, itself and its scenes say that it is in one locale.

This comes before translation: an overridden var is a text of the source language like any other, and is translated.
What is said of `es` holds for `es-MX` too; the scene's word goes before the lesson's, and that before the course's.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable, Mapping
from typing import Any, TypeVar

from lessonforge import locales
from lessonforge.i18n import pseudo
from lessonforge.lesson import Lesson, Override, Scene, Visual
from lessonforge.model import Script

Kind = TypeVar("Kind", bound=Override)


def localized(script: Script, tag: str) -> Script:
    """The script with what is otherwise in a locale; nothing is translated yet."""
    course, lesson = script.course, script.lesson
    given: list[Override] = [*of(course.overrides, tag), *of(lesson.overrides, tag)]
    own = [list(of(scene.overrides, tag)) for scene in lesson.scenes]
    lexicon = {**_own_lexicon(lesson, tag), **_merged(getattr(one, "lexicon", {}) for one in given)}
    if not given and not any(own):
        return dataclasses.replace(script, lexicon=lexicon) if lexicon else script
    assets = _merged(one.assets for one in given)
    scenes = tuple(_scene(scene, its, assets) for scene, its in zip(lesson.scenes, own, strict=True))
    return dataclasses.replace(
        script,
        lesson=_lesson(lesson, given, assets, scenes),
        course=dataclasses.replace(course, **_last(of(course.overrides, tag), ("untranslated", "fuzzy", "machine"))),
        digits=_last(given, ("digits",)).get("digits", ""),
        lexicon=lexicon,
    )


def of(overrides: Mapping[str, Kind], tag: str) -> Iterable[Kind]:
    """The overrides of a locale and of its parents, the nearest last."""
    by_tag = {locales.canonical(own): one for own, one in overrides.items()}
    return [by_tag[one] for one in reversed(locales.chain(tag)) if one in by_tag]


def _own_lexicon(lesson: Lesson, tag: str) -> Mapping[str, str]:
    """The lesson's lexicon where its own language is spoken: it respells no translation."""
    is_own = tag in pseudo.LOCALES or locales.language(tag) == locales.language(lesson.language or tag)
    return lesson.lexicon if is_own else {}


def _lesson(lesson: Lesson, given: list[Override], assets: Mapping[str, str], scenes: tuple[Scene, ...]) -> Lesson:
    vars = {**lesson.vars, **_merged(one.vars for one in given)}
    music = lesson.music and dataclasses.replace(lesson.music, file=assets.get(lesson.music.file, lesson.music.file))
    changed = _last(given, ("voice", "style"))
    return dataclasses.replace(lesson, vars=vars, music=music, scenes=scenes, **changed)


def _scene(scene: Scene, given: list[Override], assets: Mapping[str, str]) -> Scene:
    assets = {**assets, **_merged(one.assets for one in given)}
    if not given and not assets:
        return scene
    vars = {**scene.vars, **_merged(one.vars for one in given)}
    visual = scene.visual and _visual(scene.visual, assets)
    narration = _narration(scene.narration, assets)
    variants = {level: _narration(said, assets) for level, said in scene.narration_at.items()}
    changed = _last(given, ("voice", "style"))
    return dataclasses.replace(scene, vars=vars, visual=visual, narration=narration, narration_at=variants, **changed)


def _narration(said: Any, assets: Mapping[str, str]) -> Any:
    if not isinstance(said, tuple):
        return said
    return tuple(dataclasses.replace(turn, audio=turn.audio and assets.get(turn.audio, turn.audio)) for turn in said)


def _visual(visual: Visual, assets: Mapping[str, str]) -> Visual:
    image, video = (file and assets.get(file, file) for file in (visual.image, visual.video))
    return dataclasses.replace(visual, image=image, video=video)


def _merged(several: Iterable[Mapping[str, Any]]) -> dict[str, Any]:
    return {key: value for one in several for key, value in one.items()}


def _last(given: Iterable[Override], names: tuple[str, ...]) -> dict[str, Any]:
    """The last value of each name that one of them gives."""
    found = ((name, getattr(one, name, None)) for one in given for name in names)
    return {name: value for name, value in found if value is not None}

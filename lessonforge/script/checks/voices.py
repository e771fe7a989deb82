"""The voices that a lesson names speak its language."""

from __future__ import annotations

from collections.abc import Iterator

from lessonforge.errors import Problem, did_you_mean
from lessonforge.lesson import Path
from lessonforge.model import Script
from lessonforge.script.checks.known import Known


def voices(script: Script, known: Known) -> Iterator[Problem]:
    """A voice for the script's locale and each of the course's, and every named one among those of the locale."""
    for n, locale in enumerate(script.course.locales):
        if not known.voices(locale) and script.source.inherited:
            yield script.source.inherited.problem(("locales", n), *_speechless(locale))
    names = known.voices(script.locale)
    if not names:
        yield script.source.problem(("language",), *_speechless(script.locale))
        return
    for at, who, voice in _named(script):
        if voice not in names:
            message = f"{who} uses voice '{voice}', but voices/{script.locale}.yaml has no such voice."
            yield script.source.problem(at, message, did_you_mean(voice, names))


def _speechless(locale: str) -> tuple[str, str]:
    return f"there is no voice for '{locale}'.", "`lessonforge voices` lists the languages that have one."


def _named(script: Script) -> Iterator[tuple[Path, str, str]]:
    """Every voice that is named: where, by whom, its name."""
    if script.lesson.voice:
        yield ("voice",), "the lesson", script.lesson.voice
    for n, scene in enumerate(script.lesson.scenes):
        if scene.voice:
            yield ("scenes", n, "voice"), f"scene '{scene.id}'", scene.voice
        for at, turns in scene.versions.items():
            for k, turn in enumerate(turns):
                if turn.voice:
                    yield ("scenes", n, *at, k, "voice"), f"scene '{scene.id}'", turn.voice

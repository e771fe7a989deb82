"""Who can speak in a project: its own voices before the built-in ones, and what is wrong with their files."""

from __future__ import annotations

import functools
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from lessonforge import locales, makers
from lessonforge.errors import Problem, ScriptError, SettingsError, Unreadable, did_you_mean
from lessonforge.model import Storyboard, Utterance, Voice
from lessonforge.narration import registry, voices
from lessonforge.settings import looked_in


@functools.cache
def of(project: Path, locale: str) -> Mapping[str, Voice]:
    """The voices of a locale by name. Raises ScriptError when a file of them is wrong."""
    return voices.named(locale, looked_in(project, "voices"))


def abroad(project: Path, locale: str, voice: Voice) -> Voice:
    """Who says words of another language inside what a voice says: the one of the same name, or the locale's first."""
    its = to_check_with(project, locale)
    if not its:
        hint = "`lessonforge voices` lists the languages that have one; else take the tags out and respell the words."
        raise Unreadable(f"no voice speaks '{locale}'.", hint)
    return its.get(voice.name) or next(iter(its.values()))


def to_check_with(project: Path, locale: str) -> Mapping[str, Voice]:
    """The same; where a file is wrong, somebody who answers to any name, so that the rest can be looked through."""
    try:
        return of(project, locale)
    except ScriptError:
        built_in = looked_in(None, "voices")
        return _Anybody(voices.named(locale, built_in) or voices.named("en", built_in))


class _Anybody(dict[str, Voice]):
    """Voices of which the first one answers to any name."""

    def __contains__(self, name: object) -> bool:
        return True

    def get(self, name: str, default: Any = None) -> Any:
        return super().get(name, next(iter(self.values())))


def problems(project: Path, locales: Iterable[str]) -> list[Problem]:
    """What is wrong with the voice files of the locales."""
    found: list[Problem] = []
    for locale in locales:
        try:
            of(project, locale)
        except ScriptError as error:
            found += error.problems
    return found


def unable(project: Path, boards: Iterable[Storyboard]) -> list[Problem]:
    """The voices in use that their engine doesn't have, or whose engine there isn't: in their own files."""
    folders = looked_in(project, "voices")
    return [
        voices.problem(voice, key, folders, f"voice '{voice.name}': {message}")
        for voice in _used(boards)
        for key, message in faults(voice)
    ]


@functools.cache
def faults(voice: Voice) -> tuple[tuple[str, str], ...]:
    """What keeps a voice from saying anything: (key of its file, message)."""
    if voice.engine not in registry.ENGINES and voice.engine not in registry.names():
        near = did_you_mean(voice.engine, registry.names())
        return (("engine", f"there is no speech engine '{voice.engine}'. {near}"),)
    number = Utterance("1", voice)
    return tuple(("model", message) for message in makers.speech(number).engine().check(number))


def by_locale(project: Path, locales: Iterable[str] = ()) -> dict[str, Mapping[str, Voice]]:
    """The voices of these locales, or of all that have some. Raises SettingsError for one without."""
    tags = [canonical(tag) for tag in locales] or voices.locales(looked_in(project, "voices"))
    found = {tag: of(project, tag) for tag in tags}
    for tag, its in found.items():
        if not its:
            raise SettingsError(
                f"There is no voice for '{tag}'. `lessonforge voices` lists the languages that have one."
            )
    return found


def canonical(tag: str) -> str:
    """A locale as it is written here: `pt_br` is `pt-BR`. Raises SettingsError."""
    try:
        return locales.canonical(tag)
    except ValueError as error:
        raise SettingsError(str(error)) from error


def notes(boards: Iterable[Storyboard]) -> list[str]:
    """What an author should know of the voices in use that are not good."""
    poor = {(voice.locale, voice.name, voice.status, voice.note) for voice in _used(boards) if voice.status != "good"}
    return [f"Voice '{name}' of '{locale}' is {status}: {note}" for locale, name, status, note in sorted(poor)]


def _used(boards: Iterable[Storyboard]) -> set[Voice]:
    spoken = (one.utterance for board in boards for panel in board.panels for one in panel.sentences)
    return {voice for one in spoken if not one.recording for voice in (one.voice, *(its.voice for its in one.inserts))}

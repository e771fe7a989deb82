"""Comes in: a lesson, its storyboard. Goes out: the same as it is at a level of language."""

from __future__ import annotations

import itertools
from dataclasses import replace
from typing import Any

from lessonforge import levels
from lessonforge.lesson import BY_LEVEL, Source
from lessonforge.lesson import Path as Place
from lessonforge.model import Script, Sentence, Storyboard, Voice

_GROUPS = {f"{key}_at": key for key in BY_LEVEL}


def told_at(script: Script) -> Script:
    """The lesson with only those texts that are said at its level: what is not said needs no translation.

    A variant stays where it is, and what it takes the place of is gone. A script that is made at no level is left as
    it is.
    """
    return _each_noun(script, _pruned) if script.level else script


def spoken_at(script: Script) -> Script:
    """The lesson with the variants of its level in their places; problems still point to where they are written."""
    if not script.level:
        return script
    moved = _each_noun(script, _moved)
    return replace(moved, source=_source(script.source, script.level))


def _each_noun(script: Script, change: Any) -> Script:
    scenes = tuple(
        replace(change(scene, script.level), quiz=scene.quiz and change(scene.quiz, script.level))
        for scene in script.lesson.scenes
    )
    return replace(script, lesson=replace(script.lesson, scenes=scenes))


def _pruned(noun: Any, level: str) -> Any:
    changed: dict[str, Any] = {}
    for group, key in _groups(noun).items():
        own = {one: said for one, said in getattr(noun, group).items() if one == level}
        changed |= {group: own, key: "" if own else getattr(noun, key)}
    return replace(noun, **changed)


def _moved(noun: Any, level: str) -> Any:
    groups = _groups(noun)
    said = {key: getattr(noun, group)[level] for group, key in groups.items() if level in getattr(noun, group)}
    return replace(noun, **said, **{group: {} for group in groups})


def _groups(noun: Any) -> dict[str, str]:
    return {group: key for group, key in _GROUPS.items() if hasattr(noun, group)}


def _source(source: Source, level: str) -> Source:
    """The same, with the place of every variant also that of the text which it stands for."""
    marks = {stood: mark for at, mark in source.marks.items() if (stood := _stands_for(at, level))}
    inherited = source.inherited and _source(source.inherited, level)
    return replace(source, marks={**source.marks, **marks}, inherited=inherited)


def _stands_for(at: Place, level: str) -> Place | None:
    """`("scenes", 0, "narration", ...)` for `("scenes", 0, "narration_at", "A1", ...)`."""
    for n, pair in enumerate(itertools.pairwise(at)):
        if pair[1] == level and pair[0] in _GROUPS:
            return (*at[:n], _GROUPS[str(pair[0])], *at[n + 2 :])
    return None


def paced(board: Storyboard, level: str) -> Storyboard:
    """The storyboard spoken as slowly as learners of a level need it; a recording stays as fast as it is."""
    found = levels.of(level)
    panels = tuple(
        replace(panel, sentences=tuple(_slower(sentence, found) for sentence in panel.sentences))
        for panel in board.panels
    )
    return replace(board, panels=panels, level=level) if level else board


def _slower(sentence: Sentence, level: levels.Level) -> Sentence:
    pause = round(sentence.pause + level.pause, 3)
    if sentence.utterance.recording:
        return replace(sentence, pause=pause)
    said = sentence.utterance
    inserts = tuple(replace(one, voice=_at_rate(one.voice, level)) for one in said.inserts)
    said = replace(said, voice=_at_rate(said.voice, level), inserts=inserts)
    return replace(sentence, pause=pause, utterance=said)


def _at_rate(voice: Voice, level: levels.Level) -> Voice:
    return replace(voice, rate=round(voice.rate * level.rate, 3))

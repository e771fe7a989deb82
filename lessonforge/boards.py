"""A lesson in one locale as a storyboard, with all that its texts, engines and fonts refuse: cheap, and always run."""

from __future__ import annotations

import functools
from dataclasses import replace
from pathlib import Path
from typing import Any

from lessonforge import speakers
from lessonforge.errors import Problem
from lessonforge.model import Script, Storyboard
from lessonforge.settings import looked_in

Expanded = tuple[Storyboard | None, Script, list[Problem]]
"""The storyboard, or None where there is nothing to make; the script in the locale; what is wrong."""


def expanded(
    script: Script,
    tag: str,
    project: Path,
    frame: tuple[int, int],
    scene: str | None = None,
    *,
    subtitles: bool = True,
) -> Expanded:
    """A lesson in the locale `tag` for a frame of (width, height) pixels, with its `subtitles` in further languages.

    It is made at the script's `level`. `scene` is the only one that is wanted; there is nothing to make where the
    lesson has none of that name.
    """
    from lessonforge.expand.subtitles import subtitled
    from lessonforge.refusals import refused, unseen
    from lessonforge.script.checks.labels import labels

    board, translated, problems = _board(script, tag, project, frame, speaks=True)
    if board is None:
        return board, translated, problems
    others = []
    for other in _subtitles(script, tag) if subtitles else ():
        its, words, wrong = _board(script, other, project, frame, speaks=False)
        others += [its] if its else []
        problems += [*wrong, *unseen(words)] if other != script.locale else []
    board = subtitled(board, others, script.lesson.bilingual or "")
    if tag != script.locale:
        problems += labels(translated, known(project))
    told = {one.place for one in problems}
    wanted = _only(board, scene) if scene else board
    problems += [one for one in refused(translated, wanted or board, frame) if one.place not in told]
    return wanted, translated, problems


def known(project: Path) -> Any:
    """What an author may name: styles, engines, voices, LaTeX."""
    from lessonforge.expand import styles
    from lessonforge.script.checks import Known
    from lessonforge.visuals import latex, registry

    voices = functools.partial(speakers.to_check_with, project)
    return Known(styles.names(looked_in(project, "templates")), registry.for_prompts(), voices, latex.problem)


def _only(board: Storyboard, scene: str) -> Storyboard | None:
    panels = tuple(panel for panel in board.panels if panel.id == scene)
    return replace(board, panels=panels) if panels else None


def _subtitles(script: Script, tag: str) -> list[str]:
    """The further languages of its captions: the one that stands under them too."""
    wanted = dict.fromkeys([*script.lesson.subtitles, *filter(None, [script.lesson.bilingual])])
    return [other for other in wanted if other != tag]


def _as_written(translated: Script, script: Script) -> Script:
    """The script with the scenes that stay in the source language as they are there, whatever is otherwise in this one:
    its recordings and voices speak another language.
    """
    pairs = zip(translated.lesson.scenes, script.lesson.scenes, strict=True)
    scenes = tuple(own if own.id in translated.untranslated else one for one, own in pairs)
    return replace(translated, lesson=replace(translated.lesson, scenes=scenes))


def _board(script: Script, tag: str, project: Path, frame: tuple[int, int], *, speaks: bool) -> Expanded:
    """The lesson in a locale; where nobody `speaks` it, in the voices of the source language."""
    from lessonforge.expand.expand import Speakers, storyboard
    from lessonforge.expand.glosses import glossed
    from lessonforge.expand.levels import paced, spoken_at, told_at
    from lessonforge.expand.pace import lengths
    from lessonforge.i18n import pseudo
    from lessonforge.i18n.catalogue import translate
    from lessonforge.i18n.overrides import localized
    from lessonforge.narration import read as reading

    is_pseudo = tag in pseudo.LOCALES
    here = told_at(localized(script, tag))
    found, problems = (pseudo.translate(here, tag), []) if is_pseudo else translate(here, tag)
    if found is None:
        return None, script, problems
    translated = spoken_at(_as_written(found, told_at(script)))
    native = speakers.to_check_with(project, script.locale)
    abroad = functools.partial(speakers.abroad, project)
    utterances = functools.partial(reading.utterances, abroad=abroad)
    recorded = functools.partial(reading.recorded, abroad=abroad)
    read = pseudo.read(utterances, script.locale) if is_pseudo else utterances
    own = native if is_pseudo or not speaks else speakers.to_check_with(project, tag)
    cast = Speakers(own, read, recorded, native)
    board, wrong = storyboard(translated, frame=frame, speakers=cast, folders=looked_in(project, "templates"))
    usual = lengths(here.lesson)
    panels = tuple(replace(panel, usual=usual[panel.id]) for panel in board.panels)
    board = glossed(replace(board, panels=panels), translated.lesson.glosses)
    return paced(board, script.level), translated, problems + wrong

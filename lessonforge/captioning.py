"""How the captions of a lesson are made, and which of them are too fast to be read."""

from __future__ import annotations

from collections.abc import Iterator

from lessonforge import levels
from lessonforge.captions import limits
from lessonforge.captions.speed import Hurried, count, hurried
from lessonforge.expand.pace import spoken_seconds
from lessonforge.model import Panel, Profile, Script, Storyboard
from lessonforge.timeline.layout import GAP
from lessonforge.timelines import CaptionLimits, Timeline


def limits_of(script: Script, board: Storyboard, profile: Profile) -> dict[str, CaptionLimits]:
    """How captions may look in every language of a lesson's, at its level."""
    aspect = profile.width / profile.height if profile.width else 16 / 9
    kind = script.lesson.caption_profile or "verbatim"
    return limits.each(board.locales, aspect, kind, levels.of(script.level).columns)


def notes(script: Script, timeline: Timeline, profile: Profile) -> list[str]:
    """What an author should know of the captions of a lesson that is laid out in time."""
    found = hurried(timeline, limits_of(script, timeline.storyboard, profile))
    return [f"{_name(script)}, {one}" for one in found]


def estimated(script: Script, board: Storyboard, profile: Profile) -> list[str]:
    """The same before anything is spoken, by how fast voices usually are: of the narration's own captions alone."""
    every = limits_of(script, board, profile)
    found = (one for panel in board.panels for one in _expected(panel, every))
    return [f"{_name(script)}, {one} (An estimate: nothing is spoken yet.)" for one in found]


def _name(script: Script) -> str:
    return f"{script.name} ({', '.join(filter(None, (script.locale, script.level)))})"


def _expected(panel: Panel, every: dict[str, CaptionLimits]) -> Iterator[Hurried]:
    """By language; each sentence as one caption, on screen while it is spoken and for the silence after it."""
    for locale in dict.fromkeys(sentence.locale for sentence in panel.sentences if sentence.locale in every):
        limit = every[locale]
        its = [sentence for sentence in panel.sentences if sentence.locale == locale]
        seconds = [spoken_seconds(one.utterance) + min(one.pause + GAP, limit.drift) for one in its]
        speeds = [count([one.written]) / lasts for one, lasts in zip(its, seconds, strict=True)]
        fast = [speed for speed in speeds if speed > limit.fastest]
        if fast:
            yield Hurried(panel.id, locale, len(fast), len(its), max(fast), limit.fastest)

"""Comes in: a timeline, the limits of its captions. Goes out: the scenes whose captions are too fast to be read.

The reading speed of a caption is its characters, spaces among them, over the seconds that it is on screen (Netflix
Timed Text Style Guide, General Requirements). Marks that stand on another character are not counted.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from lessonforge.timelines import CaptionLimits, Cue, TimedScene, Timeline

SLOWEST = 0.7
"""A voice slowed down further, as a share of its speed, is tiring to listen to: fewer words are the better remedy."""


@dataclass(frozen=True)
class Hurried:
    """The captions of a scene in a locale, `count` of `total` of which are faster than `limit` characters a second.

    `fastest` is the speed of the worst. `pause` are the seconds of silence after the scene that would mend it, where
    only its last caption is too fast; `rate` is the voice's speed that would, as a share of what it is now.
    """

    scene: str
    locale: str
    count: int
    total: int
    fastest: float
    limit: float
    pause: float = 0.0

    @property
    def rate(self) -> float:
        """As a share of the speed that the voice has now, rounded down."""
        return int(self.limit / self.fastest * 100) / 100

    def __str__(self) -> str:
        number = f"{self.count} of {self.total} captions" if self.total > 1 else "its caption"
        verb = "are" if self.count > 1 else "is"
        return (
            f"scene '{self.scene}' in '{self.locale}': {number} {verb} above {self.limit:g} characters a second "
            f"({self.fastest:.0f} at most). {self._remedy()}"
        )

    def _remedy(self) -> str:
        ways = [f"a voice at {self.rate:g} of its rate"] if self.rate >= SLOWEST else []
        ways += [f"{self.pause:.1f} seconds more of `pause`"] if self.pause else []
        return f"What would mend it: {', '.join([*ways, 'fewer words'])}."


def hurried(timeline: Timeline, limits: Mapping[str, CaptionLimits]) -> list[Hurried]:
    """Every scene with captions above the reading speed of their language, in each language of its captions."""
    return [one for scene in timeline.scenes for one in _of_scene(scene, limits)]


def _of_scene(scene: TimedScene, limits: Mapping[str, CaptionLimits]) -> Iterator[Hurried]:
    tracks = [scene.cues, *(cues for _, cues in scene.subtitles)]
    for cues in tracks:
        for locale in dict.fromkeys(cue.locale for cue in cues):
            its = [cue for cue in cues if cue.locale == locale]
            limit = limits.get(locale)
            fast = [cue for cue in its if limit and speed(cue) > limit.fastest]
            if limit and fast:
                worst = max(map(speed, fast))
                pause = _pause(fast[-1], limit) if fast == [cues[-1]] else 0.0
                yield Hurried(scene.panel.id, locale, len(fast), len(its), worst, limit.fastest, pause)


def _pause(last: Cue, limit: CaptionLimits) -> float:
    """The silence that the last caption needs to be read, if it may stay for so long."""
    wanted = count(last.lines) / limit.fastest
    return wanted - (last.end - last.start) / 1000 if wanted <= limit.longest else 0.0


def speed(cue: Cue) -> float:
    """Characters a second of a caption."""
    return count(cue.lines) * 1000 / (cue.end - cue.start)


def count(lines: Iterable[str]) -> int:
    """Characters of some lines as a reader counts them."""
    return sum(unicodedata.category(char) not in ("Mn", "Me", "Cf", "Cc") for line in lines for char in line)

"""A lesson laid out in time: the nouns from a cue to a timeline.

Places on it are whole frames, cues are whole milliseconds, everything else is seconds.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from lessonforge.lesson import Label
from lessonforge.model import Panel, Picture, Speech, Storyboard
from lessonforge.tongues import Tongue


@dataclass(frozen=True)
class Cue:
    """A caption: at most two lines, shown from `start` to `end` milliseconds.

    `under` is the line that stands under them, in another language or as a gloss, in `under_locale`. `tongues` are
    words of other languages in a line (its number, where they stand in it).
    """

    start: int
    end: int
    lines: tuple[str, ...]
    locale: str
    under: str = ""
    under_locale: str = ""
    tongues: tuple[tuple[int, Tongue], ...] = ()


@dataclass(frozen=True)
class CaptionLimits:
    """How captions may look in one language and frame (`captions/limits.yaml`).

    At most `lines` lines of `columns` columns; on screen from `shortest` to `longest` seconds, long enough to be read
    at `cps` characters a second; held for `linger` seconds after the last word, `drift` seconds at most;
    `gap` frames apart, also where the speech runs on if they are kept `apart`. Above `fastest` characters a second the
    author is told.
    """

    columns: int
    lines: int
    shortest: float
    longest: float
    cps: float
    linger: float
    drift: float
    gap: int
    fastest: float = 25.0
    apart: bool = False


@dataclass(frozen=True)
class PlacedSpeech:
    """A speech and the second of its scene at which it starts."""

    speech: Speech
    start: float


@dataclass(frozen=True)
class PlacedLabel:
    """A label with its point, the frame of its scene at which it appears, and the layer that it moves with, if any."""

    label: Label
    frame: int
    layer: int | None = None


@dataclass(frozen=True)
class TimedScene:
    """A panel on the timeline: it starts at frame `start` of the lesson and lasts `frames`.

    Inside it, `states` gives the frame at which each further state of the picture appears; `cues` are in milliseconds
    from the start of the scene, `speech` in seconds from it. `subtitles` are cues in further languages, by locale.
    """

    panel: Panel
    picture: Picture
    start: int
    frames: int
    states: tuple[int, ...]
    labels: tuple[PlacedLabel, ...]
    cues: tuple[Cue, ...]
    speech: tuple[PlacedSpeech, ...]
    subtitles: tuple[tuple[str, tuple[Cue, ...]], ...] = ()


@dataclass(frozen=True)
class Timeline:
    """A lesson laid out in time, at `fps` frames a second."""

    storyboard: Storyboard
    fps: int
    scenes: tuple[TimedScene, ...]

    @property
    def frames(self) -> int:
        """The length of the lesson in frames."""
        return sum(scene.frames for scene in self.scenes)

    @property
    def seconds(self) -> float:
        """The length of the lesson in seconds."""
        return self.frames / self.fps

    @property
    def cues(self) -> tuple[Cue, ...]:
        """All cues, in milliseconds from the start of the lesson."""
        return self._placed((scene, cue) for scene in self.scenes for cue in scene.cues)

    @property
    def subtitles(self) -> dict[str, tuple[Cue, ...]]:
        """The cues in further languages by locale, in milliseconds from the start of the lesson."""
        tags = dict.fromkeys(tag for scene in self.scenes for tag, _ in scene.subtitles)
        every = [(scene, tag, cue) for scene in self.scenes for tag, cues in scene.subtitles for cue in cues]
        return {tag: self._placed((scene, cue) for scene, own, cue in every if own == tag) for tag in tags}

    def _placed(self, cues: Iterable[tuple[TimedScene, Cue]]) -> tuple[Cue, ...]:
        placed = ((round(scene.start * 1000 / self.fps), cue) for scene, cue in cues)
        return tuple(replace(cue, start=at + cue.start, end=at + cue.end) for at, cue in placed)


@dataclass(frozen=True)
class Chapter:
    """A named part of a lesson, in milliseconds."""

    start: int
    end: int
    title: str

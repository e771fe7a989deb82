"""Comes in: a storyboard with its pictures and speeches. Goes out: the timeline, with every cue and reveal in place.

The sound is the master clock: a scene lasts as long as its narration and its pauses, and the picture stretches.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from lessonforge.model import Panel, Picture, Shot, Speech, Storyboard, Utterance
from lessonforge.timecode import frames_of
from lessonforge.timeline.reveals import Narration, aimed, label_frames, state_frames
from lessonforge.timeline.subtitles import captions_of
from lessonforge.timeline.words import SpokenWord, spoken_words
from lessonforge.timelines import CaptionLimits, Cue, PlacedSpeech, TimedScene, Timeline

LEAD = 0.5
"""Silence before the first word, seconds: the crossfade from the scene before takes the first 0.4 of it."""
GAP = 0.25
"""Silence between two sentences, seconds, besides what the author asks for."""
TAIL = 0.6
"""Silence after the last word, seconds."""
LAST_TAIL = 1.2
"""The same at the end of the lesson."""
SILENT = 2.0
"""The least time that a scene without words is seen, seconds."""


def lay_out(
    storyboard: Storyboard,
    pictures: Mapping[Shot, Picture],
    speeches: Mapping[Utterance, Speech],
    fps: int,
    limits: Mapping[str, CaptionLimits],
) -> Timeline:
    """The storyboard in time. `pictures` and `speeches` hold the artifact of every shot and utterance in it, `limits`
    how the captions of its locale and of those of its subtitles may look.
    """
    scenes: list[TimedScene] = []
    for panel in storyboard.panels:
        tail = LAST_TAIL if panel is storyboard.panels[-1] else TAIL
        start = scenes[-1].start + scenes[-1].frames if scenes else 0
        placed, end = _speak(panel, speeches)
        frames = frames_of(end + tail + panel.pause if placed else max(panel.pause, SILENT), fps)
        words = _words(panel, placed)
        cues = captions_of(panel, words, storyboard, frames * 1000 // fps, fps, limits)
        scenes.append(_scene(panel, pictures[panel.shot], start, frames, placed, words, end, fps, cues))
    return Timeline(storyboard, fps, tuple(scenes))


def _speak(panel: Panel, speeches: Mapping[Utterance, Speech]) -> tuple[tuple[PlacedSpeech, ...], float]:
    """The speech of a panel, one sentence after another, and the second at which the last one's pause is over."""
    placed: list[PlacedSpeech] = []
    end = LEAD
    for sentence in panel.sentences:
        placed.append(PlacedSpeech(speeches[sentence.utterance], end + GAP if placed else end))
        end = placed[-1].start + placed[-1].speech.seconds + sentence.pause
    return tuple(placed), end


def _words(panel: Panel, placed: Sequence[PlacedSpeech]) -> tuple[tuple[SpokenWord, ...], ...]:
    pairs = zip(panel.sentences, placed, strict=True)
    return tuple(spoken_words(sentence, one.speech, one.start) for sentence, one in pairs)


def _scene(
    panel: Panel,
    picture: Picture,
    start: int,
    frames: int,
    placed: tuple[PlacedSpeech, ...],
    words: tuple[tuple[SpokenWord, ...], ...],
    end: float,
    fps: int,
    cues: dict[str, tuple[Cue, ...]],
) -> TimedScene:
    narration = Narration(panel.sentences, words, end if placed else frames / fps)
    return TimedScene(
        panel=panel,
        picture=picture,
        start=start,
        frames=frames,
        states=state_frames(panel.triggers, narration, fps),
        labels=label_frames(aimed(panel.labels, picture.parts), narration, fps),
        cues=cues.pop(""),
        speech=placed,
        subtitles=tuple(cues.items()),
    )

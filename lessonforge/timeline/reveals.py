"""When the parts of a picture appear: the further states of a card, and the labels over a picture."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from lessonforge.lesson import Label
from lessonforge.model import Box, Part, Sentence, Trigger
from lessonforge.timecode import frame_at
from lessonforge.timeline.matching import Token, in_order, matches, tokens
from lessonforge.timeline.words import SpokenWord, heard_from
from lessonforge.timelines import PlacedLabel

AHEAD = 0.15
"""A part is seen this long before its word is heard, seconds."""
APART = 0.3
"""The least time between two parts where there is room, seconds."""
BESIDE = 0.02
"""A label is still meant for a thing when it points this far beside it, as a share of the picture."""


@dataclass(frozen=True)
class Narration:
    """The sentences of a scene with their words; it is over at second `end`, the last pause included."""

    sentences: tuple[Sentence, ...]
    words: tuple[tuple[SpokenWord, ...], ...]
    end: float

    @cached_property
    def heard(self) -> list[tuple[Token, float]]:
        """Every word of the scene, and the second at which it is heard."""
        return [
            (token, heard_from(words, token.start))
            for sentence, words in zip(self.sentences, self.words, strict=True)
            for token in tokens(sentence.written)
        ]

    @property
    def tokens(self) -> list[Token]:
        """Every word of the scene."""
        return [token for token, _ in self.heard]


def state_frames(triggers: Sequence[Trigger], narration: Narration, fps: int) -> tuple[int, ...]:
    """The frame at which each further state of a card appears, never falling.

    A state whose words are not found comes between its neighbours; all are there when the narration is over.
    """
    found = in_order([matches(trigger.words, narration.tokens) for trigger in triggers])
    times = [
        _sentence_start(narration, trigger.sentence)
        if trigger.sentence is not None
        else (narration.heard[at][1] if at is not None else None)
        for trigger, at in zip(triggers, found, strict=True)
    ]
    ahead = [None if time is None else max(0.0, time - AHEAD) for time in times]
    return tuple(frame_at(time, fps) for time in _apart(_filled(ahead, narration), narration.end))


@dataclass(frozen=True)
class Aim:
    """A label with its point in this picture, and the layer that this moves with."""

    label: Label
    layer: int | None = None


def aimed(labels: Sequence[Label], parts: Sequence[Part]) -> tuple[Aim, ...]:
    """Where each label points in this picture: at the part that it is `on`, or at the same point of the smallest part
    that its `at` lies in. Raises ValueError for a name that the picture doesn't have, see `named`.
    """
    return tuple(_aim(label, parts) for label in labels)


def named(name: str, parts: Sequence[Part]) -> Part | None:
    """The part that a label's `on` means: by its name, or by another word for its thing (`barco.sail`)."""
    wanted, piece = _plain(name)
    for part in parts:
        thing, own = _plain(part.name)
        if own == piece and wanted in (thing, *(_plain(other)[0] for other in part.also)):
            return part
    return None


def _plain(name: str) -> tuple[str, str]:
    """A name as thing and part, however it is spaced, hyphenated and cased."""
    thing, _, piece = name.casefold().replace("-", " ").partition(".")
    return " ".join(thing.split()), " ".join(piece.split())


def _aim(label: Label, parts: Sequence[Part]) -> Aim:
    if label.on is not None:
        if (part := named(label.on, parts)) is None:
            raise ValueError(f"the picture has no '{label.on}'")
        at = None
    else:
        at = label.point
        meant = [part for part in parts if _holds(part.pointed, at)]
        if not meant:
            return Aim(label)
        part = min(meant, key=lambda part: (part.pointed[2] - part.pointed[0]) * (part.pointed[3] - part.pointed[1]))
    x, y = (
        _moved(at[axis], part.pointed[axis::2], part.here[axis::2]) if at else sum(part.here[axis::2]) / 2
        for axis in (0, 1)
    )
    return Aim(replace(label, at=(min(max(x, 0.0), 1.0), min(max(y, 0.0), 1.0)), on=None), part.layer)


def _moved(value: float, pointed: Sequence[float], here: Sequence[float]) -> float:
    """A point between two others at the same share of the way between where these are here."""
    (start, end), (first, last) = pointed, here
    return first + (value - start) / (end - start) * (last - first)


def _holds(box: Box, at: tuple[float, float]) -> bool:
    (x, y), (left, top, right, bottom) = at, box
    return left - BESIDE <= x <= right + BESIDE and top - BESIDE <= y <= bottom + BESIDE


def label_frames(labels: Sequence[Aim], narration: Narration, fps: int) -> tuple[PlacedLabel, ...]:
    """Each label with the frame at which its word is heard; one that is never said is there from the start."""
    placed = []
    for aim in labels:
        found = matches(aim.label.when or aim.label.text, narration.tokens)
        best = max(found, key=lambda match: match.score, default=None)
        time = narration.heard[best.at][1] - AHEAD if best else 0.0
        placed.append(PlacedLabel(aim.label, frame_at(max(0.0, time), fps), aim.layer))
    return tuple(placed)


def _sentence_start(narration: Narration, number: int) -> float:
    """When a sentence begins; one past the last means the end of the narration."""
    return narration.words[number][0].t0 if number < len(narration.words) else narration.end


def _filled(times: Sequence[float | None], narration: Narration) -> list[float]:
    """The unknown times spread evenly between their neighbours, the whole never falling."""
    first = narration.words[0][0].t0 if narration.words else 0.0
    last = narration.words[-1][-1].t1 if narration.words else narration.end
    filled: list[float] = []
    for at, time in enumerate(times):
        before = filled[-1] if filled else first
        if time is None:
            ahead, after = next(((n, t) for n, t in enumerate(times[at:]) if t is not None), (len(times) - at, last))
            time = before + max(0.0, after - before) / (ahead + 1)
        filled.append(max(time, filled[-1] if filled else 0.0))
    return filled


def _apart(times: Sequence[float], end: float) -> list[float]:
    """The times moved until they are apart, as far as there is room before `end`."""
    step = min(APART, end / len(times)) if times else APART
    moved: list[float] = []
    for left, time in zip(range(len(times) - 1, -1, -1), times, strict=True):
        earliest = moved[-1] + step if moved else 0.0
        moved.append(min(max(time, earliest), max(earliest, end - left * step)))
    return moved

"""Several voices in one sentence: each says its words, and they are joined without a pause but where one is written."""

from __future__ import annotations

import io
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from lessonforge.errors import EngineFailed, EngineMissing
from lessonforge.model import Insert, Speech, Utterance, WordMark
from lessonforge.narration import registry, sound
from lessonforge.narration.words import words

if TYPE_CHECKING:
    import numpy

    from lessonforge.narration.protocol import SpeechEngine

REVISION = 1
PAUSE = 0.15
"""Seconds where a comma, a colon or the like stands between two voices, besides the silence around their sounds."""
_STOPS = frozenset(",;:—–…?!.،؛؟、。，；：")


class Mixed:
    """The speech engine `mixed`: every insert of an utterance by its own voice, the rest by the utterance's."""

    name = "mixed"

    def __init__(self) -> None:
        self._engines: dict[str, SpeechEngine] = {}

    def fingerprint(self) -> str:
        """Our version, and those of all engines that may be joined."""
        return ", ".join([f"mixed {REVISION}", *self._fingerprints()])

    def _fingerprints(self) -> Iterator[str]:
        for name in registry.names():
            try:
                yield from [] if name in (self.name, "recorded") else [self._engine(name).fingerprint()]
            except EngineMissing:
                continue

    def check(self, utterance: Utterance) -> list[str]:
        """What each voice can't say of its words."""
        if not words(utterance.text):
            return [f"there is nothing to say in '{utterance.text}'"]
        if any(one.voice.engine == self.name for _, one in _pieces(utterance)):
            return [f"'{self.name}' joins what voices say, and is none itself: name the engine that speaks"]
        return [text for _, one in _pieces(utterance) for text in self._engine(one.voice.engine).check(one)]

    def speak(self, utterances: Sequence[Utterance]) -> Iterator[Speech]:
        """The sounds of all voices, joined. Raises EngineError."""
        for utterance in utterances:
            pieces = list(_pieces(utterance))
            if not pieces or any(one.voice.engine == self.name for _, one in pieces):
                raise EngineFailed(f"mixed: {'; '.join(self.check(utterance))}")
            speeches = [next(iter(self._engine(one.voice.engine).speak([one]))) for _, one in pieces]
            yield _joined(utterance.text, [at for at, _ in pieces], speeches)

    def _engine(self, name: str) -> SpeechEngine:
        if name not in self._engines:
            self._engines[name] = registry.load(name)
        return self._engines[name]


def _pieces(utterance: Utterance) -> Iterator[tuple[int, Utterance]]:
    """What each voice says, with its place in the text; what is only punctuation is not said."""
    at = 0
    end = len(utterance.text)
    for one in (*utterance.inserts, Insert(end, end, utterance.voice)):
        for start, stop, voice in ((at, one.start, utterance.voice), (one.start, one.end, one.voice)):
            text = utterance.text[start:stop]
            if words(text):
                yield start, replace(utterance, text=text, voice=voice, inserts=())
        at = one.end


def _joined(text: str, places: Sequence[int], speeches: Sequence[Speech]) -> Speech:
    import numpy as np

    parts: list[numpy.ndarray] = []
    marks: list[WordMark] = []
    rate, length = 0, 0
    for at, speech in zip(places, speeches, strict=True):
        samples, rate = _samples(speech, rate)
        if parts and _stops(text, marks[-1].end, at + speech.marks[0].start):
            parts.append(np.zeros(round(PAUSE * rate), np.float32))
            length += len(parts[-1])
        before = length / rate
        marks += (WordMark(one.start + at, one.end + at, one.t0 + before, one.t1 + before) for one in speech.marks)
        parts.append(samples)
        length += len(samples)
    timing = next((one.timing for one in speeches if one.timing != "engine"), speeches[0].timing)
    return Speech(sound.wav(np.concatenate(parts), rate), length / rate, tuple(marks), timing)


def _stops(text: str, start: int, end: int) -> bool:
    return not _STOPS.isdisjoint(text[start:end])


def _samples(speech: Speech, rate: int) -> tuple[numpy.ndarray, int]:
    """The samples of a speech at a rate, or at its own where there is none yet."""
    import soundfile
    import soxr

    samples, own = soundfile.read(io.BytesIO(speech.sound.read()), dtype="float32")
    return (samples, own) if rate in (0, own) else (soxr.resample(samples, own, rate).clip(-1, 1), rate)

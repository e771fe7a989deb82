"""Helpers for those who test engines and builds, shipped so that engines from elsewhere can use them.

A build test needs an engine whose work can be counted: `Order` is a request for it, `Parcel` its artifact, and
`counting(...)` gives its maker. What it was asked to do is appended to the file that the order names as its log.

`assert_speaks` is the contract of speech engines.
"""

from __future__ import annotations

import hashlib
import os
import tempfile
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from lessonforge.blob import Blob
from lessonforge.build.work import Maker
from lessonforge.model import Speech, Utterance
from lessonforge.narration.protocol import SpeechEngine


@dataclass(frozen=True)
class Order:
    """A request for `size` bytes that depend on `name`. How long it takes and its `log` are no part of its key."""

    name: str
    size: int = 100
    parts: tuple[Blob, ...] = ()
    seconds: float = field(default=0.0, compare=False)
    log: str = field(default="", compare=False)


@dataclass(frozen=True)
class Parcel:
    """What an order gives: the bytes as a file and in memory, and its label."""

    content: Blob
    label: tuple[tuple[str, float], ...]
    copies: tuple[Blob, ...] = ()


class CountingEngine:
    """Makes parcels, and writes down each order before it begins with it."""

    name = "counting"

    def fingerprint(self) -> str:
        """Always the same."""
        return "counting 1"

    def make(self, orders: Sequence[Order]) -> Iterator[Parcel]:
        """A parcel for each order."""
        for order in orders:
            if order.log:
                with Path(order.log).open("a", encoding="utf-8") as log:
                    log.write(f"{order.name}\n")
            time.sleep(order.seconds)
            yield self.parcel(order)

    def parcel(self, order: Order) -> Parcel:
        """The parcel of an order: always the same bytes for the same order."""
        data = hashlib.shake_256(order.name.encode()).digest(order.size)
        handle, path = tempfile.mkstemp()
        with os.fdopen(handle, "wb") as stream:
            stream.write(data)
        return Parcel(Blob.file(Path(path)), ((order.name, order.size / 2),), (Blob.of(data[:10]),))


def load(name: str) -> CountingEngine:
    """The registry that the maker names."""
    return CountingEngine()


def counting(timeout_s: float = 20.0) -> Maker:
    """The maker of the counting engine."""
    return Maker("lessonforge.testing:load", "counting", "make", ("lessonforge.testing:Parcel",), timeout_s)


def counted(log: Path) -> list[str]:
    """The names of the orders that were begun, in order."""
    return log.read_text(encoding="utf-8").splitlines() if log.exists() else []


def assert_speaks(engine: SpeechEngine, utterances: Sequence[Utterance]) -> None:
    """What every speech engine promises, on utterances that it can say. Raises AssertionError at a broken promise.

    The sound is a mono float32 WAV of the length told, not silent, not louder than full scale; every word has one mark
    in the order of the text, inside the sound; the same utterance gives the same bytes; the fingerprint stays the same.
    """
    fingerprint = engine.fingerprint()
    assert fingerprint == engine.fingerprint(), "the fingerprint changes by itself"
    assert isinstance(fingerprint, str) and fingerprint, "the fingerprint is not a text"
    assert [engine.check(utterance) for utterance in utterances] == [[] for _ in utterances]
    speeches = list(engine.speak(utterances))
    assert len(speeches) == len(utterances), "an utterance is missing"
    for utterance, speech in zip(utterances, speeches, strict=True):
        _assert_sound(speech)
        _assert_marks(utterance.text, speech)
    assert list(engine.speak(utterances[::-1])) == speeches[::-1], "the same utterances sound otherwise"


def _assert_sound(speech: Speech) -> None:
    import io

    import numpy as np
    import soundfile

    with soundfile.SoundFile(io.BytesIO(speech.sound.read())) as file:
        assert (file.format, file.subtype, file.channels) == ("WAV", "FLOAT", 1)
        samples, rate = file.read(dtype="float32"), file.samplerate
    assert abs(len(samples) / rate - speech.seconds) < 1 / rate, "the sound is not as long as it says"
    assert 0.01 < float(np.abs(samples).max()) <= 1, "the sound is silent or too loud"


def _assert_marks(text: str, speech: Speech) -> None:
    from lessonforge.narration.words import words

    assert [(mark.start, mark.end) for mark in speech.marks] == words(text), "not one mark for every word"
    times = [time for mark in speech.marks for time in (mark.t0, mark.t1)]
    assert [mark.t0 for mark in speech.marks] == sorted(mark.t0 for mark in speech.marks), "marks are out of order"
    assert all(mark.t0 <= mark.t1 for mark in speech.marks), "a mark ends before it begins"
    assert min(times) >= 0 and max(times) <= speech.seconds + 1e-6, "a mark lies outside of the sound"

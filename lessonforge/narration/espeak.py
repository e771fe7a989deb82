"""The built-in voices: espeak-ng, offline, small, in a hundred languages, with the time of every word.

It runs in a process of its own, `espeak_worker.py`, which ends when its stdin is closed: with this process or when
the engine is gone. An engine serves one thread.
"""

from __future__ import annotations

import contextlib
import functools
import json
import struct
import subprocess
import sys
import weakref
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from subprocess import DEVNULL, PIPE
from typing import TYPE_CHECKING, Any

from lessonforge.errors import EngineFailed, EngineMissing, did_you_mean
from lessonforge.model import Speech, Utterance
from lessonforge.narration.espeak_spelling import respelled
from lessonforge.narration.scripts import unreadable
from lessonforge.narration.spelling import unread
from lessonforge.narration.words import words

if TYPE_CHECKING:
    import numpy

PROGRAM = Path(__file__).with_name("espeak_worker.py")
REVISION = 2
"""Goes up when the same library makes other sound or marks."""
NORMAL_WPM, WPM = 175, (80, 450)
_SHORTEST_PAUSE, _SLACK = 0.06, 0.05


@dataclass(frozen=True)
class Spoken:
    """What espeak-ng says: samples (float32 mono), the second each word begins, pauses between clauses."""

    samples: numpy.ndarray
    rate: int
    heard: tuple[tuple[int, float], ...]
    pauses: tuple[tuple[float, float], ...]


class Espeak:
    """The speech engine `espeak`. A voice's model is a tag of espeak-ng, `+` a variant if wanted: `en-us+f3`."""

    name = "espeak"

    def __init__(self) -> None:
        self._worker: _Worker | None = None

    def fingerprint(self) -> str:
        """The version of the library, and ours."""
        return f"espeak-ng {self._catalogue['version']}, {REVISION}"

    def check(self, utterance: Utterance) -> list[str]:
        """A voice that is not there, a text without words, characters that it would spell out."""
        voice = utterance.voice
        return [*self.check_model(voice.model), *_check_text(utterance.text, voice.locale, voice.model)]

    def speak(self, utterances: Sequence[Utterance]) -> Iterator[Speech]:
        """Speech with the engine's own times. Raises EngineMissing without a library, EngineFailed on a refusal."""
        for utterance in utterances:
            spoken = self.say(utterance)
            if not len(spoken.samples) or not words(utterance.text):
                raise EngineFailed(f"espeak: there is nothing to say in {utterance.text!r}")
            yield _speech(utterance.text, spoken)

    def say(self, utterance: Utterance) -> Spoken:
        """An utterance as espeak-ng says it, untrimmed. Raises EngineError."""
        voice = self._identifier(utterance.voice.model)
        if voice is None:
            raise EngineFailed(" ".join(["espeak:", *self.check_model(utterance.voice.model)]))
        wpm = min(max(round(NORMAL_WPM * utterance.voice.rate), WPM[0]), WPM[1])
        text = respelled(utterance.text, utterance.voice.model)
        request = {"text": text, "voice": voice, "wpm": wpm, "pitch": utterance.voice.pitch}
        head, samples = self._ask(request)
        if "error" in head:
            raise EngineFailed(f"{head['error']}: {utterance.text!r}")
        return _spoken(head, samples)

    @functools.cached_property
    def _catalogue(self) -> Mapping[str, Any]:
        head, _ = self._ask({})
        if "error" in head:
            raise EngineMissing(f"espeak-ng is not here: {head['error']}. Get it with 'pip install espeakng-loader'.")
        return head

    def _identifier(self, model: str) -> str | None:
        """What espeak-ng itself calls a model, or None: its own look-up takes the nearest voice without a word."""
        tag, plus, variant = model.partition("+")
        voice = self._catalogue["voices"].get(tag.lower())
        return voice + plus + variant if voice and (not plus or variant in self._catalogue["variants"]) else None

    def check_model(self, model: str) -> list[str]:
        """What is wrong with a model, if anything."""
        if self._identifier(model):
            return []
        tag, _, variant = model.partition("+")
        if tag.lower() not in self._catalogue["voices"]:
            return [f"espeak-ng has no voice '{tag}'. {did_you_mean(tag, self._catalogue['voices'])}".rstrip()]
        return [f"espeak-ng has no variant '{variant}'. {did_you_mean(variant, self._catalogue['variants'])}".rstrip()]

    def _ask(self, request: Mapping[str, Any]) -> tuple[dict[str, Any], bytes]:
        """The worker's answer; a worker that died is replaced once."""
        for _ in range(2):
            self._worker = self._worker or _Worker()
            try:
                return self._worker.ask(request)
            except (OSError, EOFError):
                code = self._worker.close()
                self._worker = None
        raise EngineFailed(f"espeak-ng crashed twice (code {code}) on {request.get('text', 'its start')!r}")


class _Worker:
    """The process that espeak-ng runs in; it ends when `close` is called, this object is gone, or Python exits."""

    def __init__(self) -> None:
        command = [sys.executable, "-I", str(PROGRAM)]
        self._process = subprocess.Popen(command, stdin=PIPE, stdout=PIPE, stderr=DEVNULL)
        self.close = weakref.finalize(self, _end, self._process)

    def ask(self, request: Mapping[str, Any]) -> tuple[dict[str, Any], bytes]:
        """The head and the samples of an answer. Raises OSError or EOFError when the process is gone."""
        stdin = self._process.stdin
        assert stdin
        stdin.write(json.dumps(request).encode() + b"\n")
        stdin.flush()
        sizes = struct.unpack("<II", self._read(8))
        head, samples = self._read(sizes[0]), self._read(sizes[1])
        return json.loads(head), samples

    def _read(self, size: int) -> bytes:
        assert self._process.stdout
        data = self._process.stdout.read(size)
        if len(data) < size:
            raise EOFError
        return data


def _end(process: subprocess.Popen[bytes]) -> int:
    """Ends a worker; its exit code."""
    with contextlib.suppress(OSError, subprocess.TimeoutExpired):
        process.communicate(timeout=2)
    process.kill()
    return process.wait()


def _spoken(head: Mapping[str, Any], data: bytes) -> Spoken:
    import numpy as np

    from lessonforge.narration import sound

    rate = head["rate"]
    samples = np.frombuffer(data, "<i2").astype(np.float32) / 32768
    ends = [sample / rate for sample in head["ends"]]
    pauses = (
        (start, end)
        for start, end in sound.silences(samples, rate, _SHORTEST_PAUSE)
        if any(start - _SLACK <= clause <= end + _SLACK for clause in ends)
    )
    return Spoken(samples, rate, tuple((at, sample / rate) for at, sample in head["words"]), tuple(pauses))


def _speech(text: str, spoken: Spoken) -> Speech:
    from lessonforge.narration import sound
    from lessonforge.narration.marks import marks

    samples, cut = sound.trimmed(spoken.samples, spoken.rate)
    seconds = len(samples) / spoken.rate
    heard = [(at, second - cut) for at, second in spoken.heard]
    pauses = [(start - cut, end - cut) for start, end in spoken.pauses if cut < end and start - cut < seconds]
    return Speech(sound.wav(samples, spoken.rate), seconds, marks(text, heard, pauses, seconds), "engine")


def _check_text(text: str, locale: str, model: str) -> Iterator[str]:
    if not words(text):
        yield f"there is nothing to say in '{text}': write words, or leave the narration out and give a pause"
    if foreign := unreadable(text, model):
        yield f"the voice '{model}' can't read '{foreign}': write how it sounds, in the text or under 'lexicon'"
    if signs := unread(text):
        yield f"there are no words for '{signs}' in '{locale}': write them out, or give them under 'lexicon'"

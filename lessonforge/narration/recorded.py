"""A person's voice: a recording in place of a synthetic one, with the time of every word of its text.

Any audio file that ffmpeg reads. The words are found by aligning it to what espeak-ng says; where espeak-ng can't say
the text, their times are an estimate by length.
"""

from __future__ import annotations

import contextlib
import io
import subprocess
import tempfile
import warnings
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

import numpy as np

from lessonforge.blob import Blob
from lessonforge.errors import EngineError, EngineFailed
from lessonforge.locales import language
from lessonforge.model import Speech, Utterance
from lessonforge.narration import sound
from lessonforge.narration.align import aligned
from lessonforge.narration.espeak import Espeak, Spoken
from lessonforge.narration.marks import marks
from lessonforge.narration.words import words

REVISION = 1
LEVEL, _PEAK = 10 ** (-20 / 20), 10 ** (-1 / 20)
_PAUSE = 0.15
_UNALIGNED = ("he", "my", "th")
"""Languages that espeak-ng says too badly to compare with."""
_PLAUSIBLE = (0.3, 4.0)


class Recorded:
    """The speech engine `recorded`: gives an utterance's own recording, trimmed, mono, at an even level."""

    name = "recorded"

    def __init__(self) -> None:
        self._espeak = Espeak()

    def fingerprint(self) -> str:
        """Our version, and that of the voice that recordings are compared with."""
        return f"recorded {REVISION}, {self._espeak.fingerprint()}"

    def check(self, utterance: Utterance) -> list[str]:
        """A missing recording, a text without words."""
        missing = [] if utterance.recording else ["there is no recording"]
        return missing + ([] if words(utterance.text) else [f"there is nothing to say in '{utterance.text}'"])

    def speak(self, utterances: Sequence[Utterance]) -> Iterator[Speech]:
        """The recordings with the times of their words. Raises EngineFailed when one can't be read or can't be it."""
        for utterance in utterances:
            yield self._speech(utterance)

    def _speech(self, utterance: Utterance) -> Speech:
        if utterance.recording is None or not words(utterance.text):
            raise EngineFailed(f"recorded: {'; '.join(self.check(utterance))}")
        samples, rate = read(utterance.recording)
        quiet = sound.noise(samples, rate)
        samples, _ = sound.trimmed(samples, rate, quiet)
        seconds, pauses = len(samples) / rate, sound.silences(samples, rate, _PAUSE, quiet)
        reference = self._reference(utterance)
        heard = _compared(utterance.text, reference, samples, rate) if reference else []
        found = marks(utterance.text, heard, pauses, seconds)
        file = sound.wav(_levelled(samples, rate, quiet), rate)
        return Speech(file, seconds, found, "aligned" if reference else "estimated")

    def _reference(self, utterance: Utterance) -> Spoken | None:
        """The text as espeak-ng says it, or None where it can't."""
        voice = utterance.voice
        model = voice.model if voice.engine == "espeak" else voice.locale
        known = [tag for tag in (model, language(voice.locale)) if not self._espeak.check_model(tag)]
        if not known or language(voice.locale) in _UNALIGNED:
            return None
        asked = replace(utterance, voice=replace(voice, engine="espeak", model=known[0], rate=1.0))
        if self._espeak.check(asked):
            return None
        with contextlib.suppress(EngineError):
            return self._espeak.say(asked)
        return None


def read(recording: Blob) -> tuple[np.ndarray, int]:
    """A recording as mono float32 samples, with their rate. Raises EngineFailed when it can't be read or is silent."""
    with contextlib.ExitStack() as stack:
        path = recording.path or _written(recording, stack)
        segment = _segment(path)
    whole = np.array(segment.get_array_of_samples(), np.float32) / float(1 << (8 * segment.sample_width - 1))
    samples = whole.reshape(-1, segment.channels).mean(axis=1)
    if not np.abs(samples).max(initial=0) > 10 ** (-60 / 20):
        raise EngineFailed(f"nothing is heard in the recording '{path.name}'")
    return samples, segment.frame_rate


def _written(recording: Blob, stack: contextlib.ExitStack) -> Path:
    folder = stack.enter_context(tempfile.TemporaryDirectory())
    path = Path(folder, "recording")
    path.write_bytes(recording.read())
    return path


def _segment(path: Path):  # type: ignore[no-untyped-def]  # pydub has no types
    """A file as pydub's segment. ffmpeg turns it into WAV first: for all else pydub wants ffprobe, which few have."""
    import imageio_ffmpeg

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # pydub warns that no ffmpeg is on the path, and of audioop
        from pydub import AudioSegment

    command = [imageio_ffmpeg.get_ffmpeg_exe(), "-nostdin", "-v", "error", "-protocol_whitelist", "file,pipe"]
    command += ["-i", f"file:{path}", "-map", "0:a:0", "-acodec", "pcm_s32le", "-f", "wav", "pipe:1"]
    done = subprocess.run(command, capture_output=True, check=False)
    if done.returncode or not done.stdout:
        reason = done.stderr.decode(errors="replace").strip().splitlines()
        raise EngineFailed(f"the recording '{path.name}' can't be read: {reason[-1] if reason else 'no sound in it'}")
    return AudioSegment.from_file(io.BytesIO(done.stdout), format="wav")


def _compared(text: str, reference: Spoken, samples: np.ndarray, rate: int) -> list[tuple[int, float]]:
    """When each word is heard. Raises EngineFailed when the recording is far too short or long for the text."""
    said, cut = sound.trimmed(reference.samples, reference.rate)
    ratio = len(samples) / rate / (len(said) / reference.rate)
    if not _PLAUSIBLE[0] <= ratio <= _PLAUSIBLE[1]:
        lasts, wants = len(samples) / rate, len(said) / reference.rate
        raise EngineFailed(f"the recording lasts {lasts:.1f} s, but '{text[:60]}' takes about {wants:.1f} s to say")
    heard = [(at, max(second - cut, 0.0)) for at, second in reference.heard]
    return aligned(said, reference.rate, heard, samples, rate)


def _levelled(samples: np.ndarray, rate: int, quiet: float) -> np.ndarray:
    """The recording at the level of synthetic speech, so that speakers of a dialogue are equally loud."""
    frame = max(1, rate // 50)
    level = np.sqrt(np.mean(np.square(samples[: len(samples) // frame * frame].reshape(-1, frame)), axis=1))
    active = level[level > quiet * level.max(initial=0)]
    rms = float(np.sqrt(np.mean(np.square(active)))) if active.size else float(np.abs(samples).max())
    gain = min(LEVEL / rms, _PEAK / float(np.abs(samples).max()))
    return (samples * gain).astype(np.float32)

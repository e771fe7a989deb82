"""Comes in: a request for a lesson's sound. Goes out: one AAC track, voices over music, at its final loudness.

The mix is made in blocks of a second, several times over (to measure it, to master it), so that memory does not
grow with the lesson. What the encoder makes of it is decoded and measured again: only that is reported.
"""

from __future__ import annotations

import io
import tempfile
from collections.abc import Callable, Iterator
from fractions import Fraction
from pathlib import Path

import av
import numpy as np
import soundfile
import soxr
from moviepy import AudioClip

from lessonforge.assemble.loudness import CEILING, SILENCE, TARGET, ducking, master, measure
from lessonforge.assemble.requests import RATE, Sound, SoundRequest, VoicePart
from lessonforge.blob import Blob
from lessonforge.errors import MediaError
from lessonforge.model import Soundtrack

FADE = 0.01
"""Seconds in which every voice fades in and out, against clicks."""
CODEC_ROOM = (1.0, 2.5, 5.0)
"""How far below the allowed peak the mix is kept before encoding, in decibels: more where the first was not enough."""

_READABLE = {"protocol_whitelist": "file", "format_whitelist": "wav,w64,mp3,ogg,flac,aiff,caf,aac,mov,matroska,webm"}
"""Sound is read from files that hold it, and from nothing that names another file or address."""


class Mix:
    """The sound of a lesson before mastering: float32 stereo at 48 kHz."""

    def __init__(self, request: SoundRequest):
        self._voices = tuple(sorted(request.voices, key=lambda voice: voice.start))
        self._music, self.samples = request.music, request.samples

    def blocks(self) -> Iterator[np.ndarray]:
        """The mix from its start, as arrays (n, 2) of at most a second. Raises MediaError."""
        if self._music is None:
            yield from self._spoken()
            return
        gain, duck = self._music_gain(self._music), self._ducking()
        done = 0
        for voices, music in zip(self._spoken(), _looped(self._music.file), strict=False):
            times = (done + np.arange(len(voices))) / RATE
            level = (gain * duck(times)).astype(np.float32)
            yield voices + music[: len(voices)] * level[:, None]
            done += len(voices)

    def _spoken(self) -> Iterator[np.ndarray]:
        """The voices alone; each is read when its time comes and forgotten afterwards."""
        waiting, sounding = list(self._voices), list[tuple[int, np.ndarray]]()
        for start in range(0, self.samples, RATE):
            end = min(start + RATE, self.samples)
            while waiting and waiting[0].start < end:
                sounding.append((waiting[0].start, _voice(waiting.pop(0).sound)))
            block = np.zeros(end - start, np.float32)
            for at, voice in sounding:
                first, last = max(at, start), min(at + len(voice), end)
                block[first - start : last - start] += voice[first - at : last - at]
            sounding = [(at, voice) for at, voice in sounding if at + len(voice) > end]
            yield np.repeat(block[:, None], 2, axis=1)

    def _music_gain(self, music: Soundtrack) -> float:
        """What brings the music to its volume, which is relative to the loudness of the voices."""
        own, voices = measure(lambda: _blocks(music.file), RATE)[0], measure(self._spoken, RATE)[0]
        if own <= SILENCE:
            return 0.0
        return float(10 ** (((voices if voices > SILENCE else TARGET) + music.volume - own) / 20))

    def _ducking(self) -> Callable[[np.ndarray], np.ndarray]:
        intervals = [(voice.start / RATE, voice.start / RATE + _seconds(voice)) for voice in self._voices]
        return ducking(intervals, self.samples / RATE)


class MixClip(AudioClip):
    """A mix as a MoviePy clip. Played in order it is read once; going back reads it from the start."""

    def __init__(self, mix: Mix):
        super().__init__(duration=mix.samples / RATE, fps=RATE)
        self.nchannels = 2
        self._mix, self._blocks, self._from = mix, mix.blocks(), 0
        self._kept = np.zeros((0, 2), np.float32)
        self.frame_function = self._at

    def _at(self, t: float | np.ndarray) -> np.ndarray:
        wanted = np.clip(np.rint(np.asarray(t) * RATE).astype(int), 0, self._mix.samples - 1)
        self._read(int(wanted.min()), int(wanted.max()) + 1)
        return self._kept[wanted - self._from]

    def _read(self, start: int, end: int) -> None:
        if start < self._from:
            self._blocks, self._from, self._kept = self._mix.blocks(), 0, self._kept[:0]
        while self._from + len(self._kept) < end:
            drop = min(max(0, start - self._from), len(self._kept))
            self._kept, self._from = np.concatenate([self._kept[drop:], next(self._blocks)]), self._from + drop


def make_sound(request: SoundRequest) -> Sound:
    """The mastered and encoded sound, in a temporary file. Raises MediaError."""
    with tempfile.NamedTemporaryFile(suffix=".m4a", delete=False) as file:
        path = Path(file.name)
    mix = Mix(request)
    try:
        loudness, peak = _encoded_below_peak(mix, request.bitrate, path)
    except (av.error.FFmpegError, soundfile.SoundFileError) as error:
        raise MediaError(f"making the sound of a lesson failed: {error}") from error
    return Sound(Blob.file(path), request.samples / RATE, round(loudness, 2), round(peak, 2))


def _encoded_below_peak(mix: Mix, bitrate: int, path: Path) -> tuple[float, float]:
    """Encodes the mix so that its peak is in bounds once decoded; loudness and peak of that."""
    for room in CODEC_ROOM:
        _encode(master(mix.blocks, RATE, ceiling=CEILING - room).blocks(), bitrate, path)
        loudness, peak = measure(lambda: _blocks(path), RATE)
        if peak <= CEILING:
            return loudness, peak
    raise MediaError(f"the sound peaks at {peak:.1f} dBTP once encoded; at most {CEILING} is allowed")


def _encode(blocks: Iterator[np.ndarray], bitrate: int, path: Path) -> None:
    with av.open(path, "w", format="mp4", options={"fflags": "+bitexact"}) as container:
        stream = container.add_stream("aac", rate=RATE, options={"aac_coder": "fast"})
        stream.codec_context.layout = "stereo"
        stream.codec_context.bit_rate = bitrate
        done = 0
        for block in blocks:
            frame = av.AudioFrame.from_ndarray(np.ascontiguousarray(block.T), format="fltp", layout="stereo")
            frame.sample_rate, frame.pts, frame.time_base = RATE, done, Fraction(1, RATE)
            done += len(block)
            container.mux(stream.encode(frame))
        container.mux(stream.encode(None))


def _voice(sound: Blob) -> np.ndarray:
    """A speech at 48 kHz, mono, its ends faded."""
    samples, rate = soundfile.read(io.BytesIO(sound.read()), dtype="float32", always_2d=True)
    voice = soxr.resample(samples.mean(axis=1), rate, RATE).astype(np.float32, copy=False)
    ramp = np.linspace(0, 1, min(int(FADE * RATE), len(voice) // 2), dtype=np.float32)
    voice[: len(ramp)] *= ramp
    voice[len(voice) - len(ramp) :] *= ramp[::-1]
    return voice


def _seconds(voice: VoicePart) -> float:
    return float(soundfile.info(io.BytesIO(voice.sound.read())).duration)


def _looped(music: Blob) -> Iterator[np.ndarray]:
    """The music again and again, in blocks of exactly a second. Raises MediaError when there is no sound in it."""
    kept = np.zeros((0, 2), np.float32)
    while True:
        heard = 0
        for block in _blocks(music):
            heard += len(block)
            kept = np.concatenate([kept, block])
            while len(kept) >= RATE:
                yield kept[:RATE]
                kept = kept[RATE:]
        if not heard:
            raise MediaError(f"the music has no sound in it (sha256 {music.sha256[:12]})")


def _blocks(audio: Blob | Path) -> Iterator[np.ndarray]:
    """Any audio file as stereo at 48 kHz, block by block as it is decoded. Raises MediaError."""
    source = audio if isinstance(audio, Path) else audio.path or io.BytesIO(audio.read())
    resampler = av.AudioResampler("fltp", "stereo", RATE)
    try:
        with av.open(source, "r", options=_READABLE, metadata_errors="ignore") as container:
            if not container.streams.audio:
                raise MediaError(f"there is no sound in {getattr(source, 'name', 'a file')}")
            for frame in container.decode(audio=0):
                frame.pts = None
                for resampled in resampler.resample(frame):
                    yield resampled.to_ndarray().T
            for resampled in resampler.resample(None):
                yield resampled.to_ndarray().T
    except av.error.FFmpegError as error:
        raise MediaError(f"sound can't be read: {error}") from error

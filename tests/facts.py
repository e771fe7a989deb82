"""What a finished film really holds, read with PyAV and pyloudnorm alone: nothing here knows LessonForge."""

from __future__ import annotations

import struct
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import av
import numpy as np
import pyloudnorm
import soxr

SAMPLES_A_SECOND = 5
"""How often a picture is looked at for frozen and black stretches."""

KINDS = ("video", "audio", "subtitle")
"""The streams that count: the track that players find chapters by is not one."""


@dataclass(frozen=True)
class StreamFacts:
    """One stream: `kind` is video, audio or subtitle; it lasts from second `start` to `end`."""

    kind: str
    codec: str
    profile: str
    language: str
    start: float
    end: float
    packets: int
    keyframes: tuple[float, ...]


@dataclass(frozen=True)
class FilmFacts:
    """A film: sizes in pixels, times in seconds, loudness in LUFS, `peak` in dBTP.

    `chapters` and `captions` are (start, end, text). `frozen` and `black` are the (start, end) of the longest stretch
    in which nothing moves and in which nothing is seen. A film without pictures has width 0, one without sound a
    loudness of minus infinity.
    """

    bytes: int
    seconds: float
    title: str
    streams: tuple[StreamFacts, ...]
    chapters: tuple[tuple[float, float, str], ...]
    captions: tuple[tuple[float, float, str], ...]
    width: int
    height: int
    pixels: str
    fps: float
    rate: int
    channels: int
    loudness: float
    peak: float
    frozen: tuple[float, float]
    black: tuple[float, float]
    moov_first: bool

    def stream(self, kind: str) -> StreamFacts:
        """The one stream of a kind."""
        (found,) = (stream for stream in self.streams if stream.kind == kind)
        return found


def film_facts(path: Path) -> FilmFacts:
    """Everything about the film in a file."""
    with av.open(str(path)) as film:
        streams = tuple(_stream(path, stream.index) for stream in film.streams if stream.type in KINDS)
        chapters = tuple(
            (c["start"] * float(c["time_base"]), c["end"] * float(c["time_base"]), c["metadata"].get("title", ""))
            for c in film.chapters()
        )
        video = film.streams.video[0] if film.streams.video else None
        audio = film.streams.audio[0] if film.streams.audio else None
        end = max((stream.end for stream in streams if stream.kind == "video"), default=0.0)
        frozen, black = _stretches(path, end) if video else ((0.0, 0.0), (0.0, 0.0))
        loudness, peak = _sound(path, audio.rate) if audio else (float("-inf"), float("-inf"))
        return FilmFacts(
            bytes=path.stat().st_size,
            seconds=(film.duration or 0) / av.time_base,
            title=film.metadata.get("title", ""),
            streams=streams,
            chapters=chapters,
            captions=tuple(_captions(path)),
            width=video.width if video else 0,
            height=video.height if video else 0,
            pixels=video.pix_fmt if video else "",
            fps=float(video.average_rate) if video else 0.0,
            rate=audio.rate if audio else 0,
            channels=audio.channels if audio else 0,
            loudness=loudness,
            peak=peak,
            frozen=frozen,
            black=black,
            moov_first=_boxes(path).index("moov") < _boxes(path).index("mdat"),
        )


def _stream(path: Path, index: int) -> StreamFacts:
    with av.open(str(path)) as film:
        stream = film.streams[index]
        packets = [packet for packet in film.demux(stream) if packet.pts is not None]
        base = float(stream.time_base)
        return StreamFacts(
            kind=stream.type,
            codec=stream.codec_context.name,
            profile=str(getattr(stream, "profile", "") or ""),
            language=stream.language or "",
            start=min((packet.pts * base for packet in packets), default=0.0),
            end=max(((packet.pts + (packet.duration or 0)) * base for packet in packets), default=0.0),
            packets=len(packets),
            keyframes=tuple(packet.pts * base for packet in packets if packet.is_keyframe)
            if stream.type == "video"
            else (),
        )


def _captions(path: Path) -> Iterator[tuple[float, float, str]]:
    """The texts of a mov_text stream (3GPP TS 26.245): each packet is its length in two bytes, then UTF-8."""
    with av.open(str(path)) as film:
        for packet in film.demux(film.streams.subtitles[:1]) if film.streams.subtitles else ():
            data = bytes(packet)
            text = data[2 : 2 + int.from_bytes(data[:2], "big")].decode("utf-8")
            if text:
                start = packet.pts * float(packet.time_base)
                yield start, start + packet.duration * float(packet.time_base), text


def _sound(path: Path, rate: int) -> tuple[float, float]:
    """Integrated loudness (ITU-R BS.1770) and the peak of the sound between its samples too."""
    with av.open(str(path)) as film:
        to_float = av.AudioResampler(format="fltp", rate=rate)
        blocks = [
            block.to_ndarray().T
            for frame in (*film.decode(audio=0), None)
            for block in to_float.resample(frame)
            if block.samples
        ]
    sound = np.concatenate(blocks)
    peak = max(np.abs(soxr.resample(channel, rate, 4 * rate)).max() for channel in sound.T)
    return float(pyloudnorm.Meter(rate).integrated_loudness(sound)), float(20 * np.log10(max(peak, 1e-9)))


def _looks(path: Path) -> Iterator[tuple[float, np.ndarray]]:
    """Small grey pictures of the film with their times, a few a second; a picture that stands is given once."""
    with av.open(str(path)) as film:
        film.streams.video[0].thread_type = "AUTO"
        due = 0.0
        for frame in film.decode(video=0):
            if frame.time >= due - 1e-6:
                due = frame.time + 1 / SAMPLES_A_SECOND
                small = frame.reformat(width=160, height=90, format="gray")
                yield frame.time, small.to_ndarray().astype(np.int16)


def _stretches(path: Path, end: float) -> tuple[tuple[float, float], tuple[float, float]]:
    """The longest stretch without a change, and the longest black one."""
    changes, dark = [], [(0.0, 0.0)]
    kept: np.ndarray | None = None
    before, was_dark = 0.0, False
    for time, look in _looks(path):
        if kept is None or (np.abs(look - kept) > 6).mean() > 0.0005:
            changes.append(time)
            kept = look
        if was_dark:
            dark[-1] = (dark[-1][0], time)
        is_dark = look.mean() < 10 and look.std() < 4
        if is_dark and not was_dark:
            dark.append((time, time))
        before, was_dark = time, is_dark
    if was_dark:
        dark[-1] = (dark[-1][0], max(end, before))
    still = zip(changes, [*changes[1:], end], strict=True)
    return max(still, key=_length), max(dark, key=_length)


def _length(stretch: tuple[float, float]) -> float:
    return stretch[1] - stretch[0]


def _boxes(path: Path) -> list[str]:
    """The names of a file's outermost boxes (ISO/IEC 14496-12), in order."""
    names, at, size = [], 0, path.stat().st_size
    with path.open("rb") as film:
        while at < size:
            film.seek(at)
            length, name = struct.unpack(">I4s", film.read(8))
            names.append(name.decode("latin-1"))
            if length == 1:
                length = struct.unpack(">Q", film.read(8))[0]
            at += length or size
    return names

"""Comes in: a lesson's encoded clips and sound. Goes out: one file with captions and chapters, by copying.

Packets are copied in the order of their decode times, so nothing waits in memory. Decode times are made anew over the
whole film, because each clip's own begin before its first picture and would overlap the clip before.
"""

from __future__ import annotations

import heapq
import io
import tempfile
from collections.abc import Iterator, Sequence
from fractions import Fraction
from pathlib import Path
from typing import TYPE_CHECKING

import av
from av.container import InputContainer, OutputContainer

from lessonforge.assemble.mp4 import hide_captions
from lessonforge.assemble.requests import RenditionRequest
from lessonforge.blob import Blob
from lessonforge.errors import MediaError
from lessonforge.model import Rendition
from lessonforge.timelines import Chapter, Cue

if TYPE_CHECKING:
    from av.container.core import Chapter as ContainerChapter

TICK = Fraction(1, 90000)
"""The film's time base: whole for 24, 25 and 30 frames a second."""
MILLISECOND = Fraction(1, 1000)
APART = 0.05
"""How far the ends of sound and picture may lie apart, seconds."""

_STYLE = b"""[V4+ Styles]
Format: Name, Fontname, Fontsize, PrimaryColour, BackColour, Alignment
Style: Default,Sans,18,&Hffffff,&H0,2

[Events]
Format: Layer, Start, End, Style, Text
"""
"""What the caption stream's header is made of: white letters, below, as big as the player likes."""


def make_rendition(request: RenditionRequest) -> Rendition:
    """The finished file, in a temporary one, opened again and checked. Raises MediaError."""
    with tempfile.NamedTemporaryFile(suffix=".mp4" if request.clips else ".m4a", delete=False) as file:
        path = Path(file.name)
    try:
        _write(request, path)
        if _tracks(request) and not request.shown:
            hide_captions(path)
        verify(request, path)
    except av.error.FFmpegError as error:
        raise MediaError(f"joining '{request.title}' failed: {error}") from error
    sound = request.sound
    return Rendition(Blob.file(path), request.frames / request.fps, sound.loudness, sound.peak)


def verify(request: RenditionRequest, path: Path) -> None:
    """Raises MediaError unless the file holds what was planned: streams, length, number of chapters."""
    seconds = request.frames / request.fps
    with av.open(path, metadata_errors="ignore") as film:
        streams = film.streams
        found = (len(streams.video), len(streams.audio), len(streams.subtitles), len(film.chapters()))
        planned = (min(1, len(request.clips)), 1, len(_tracks(request)), len(request.chapters))
        if found != planned:
            raise MediaError(f"'{request.title}': streams and chapters are {found}, not {planned}")
        ends = [_end(stream) for stream in (*streams.video, *streams.audio)]
        tolerances = [1 / request.fps] * len(streams.video) + [APART]
    if any(abs(end - seconds) > tolerance for end, tolerance in zip(ends, tolerances, strict=True)):
        raise MediaError(f"'{request.title}' was to last {seconds:.3f} s, but its streams last {ends}")


def _write(request: RenditionRequest, path: Path) -> None:
    options = {"movflags": "+faststart", "video_track_timescale": str(TICK.denominator), "fflags": "+bitexact"}
    form = "mp4" if request.clips else "ipod"
    with _opened(request.sound.audio) as sound, av.open(path, "w", format=form, options=options) as film:
        film.metadata["title"] = request.title
        tracks = [_pictures(film, request)] if request.clips else []
        tracks.append(_sound(film, sound, request.language))
        tracks += [_captions(film, language, cues) for language, cues in _tracks(request)]
        film.set_chapters([_chapter(number, chapter) for number, chapter in enumerate(request.chapters)])
        for packet in heapq.merge(*tracks, key=_decoded_at):
            film.mux_one(packet)


def _end(stream: av.stream.Stream) -> float:
    return float((stream.duration or 0) * (stream.time_base or 0))


def _decoded_at(packet: av.Packet) -> Fraction:
    return (packet.dts or 0) * packet.time_base


def _pictures(film: OutputContainer, request: RenditionRequest) -> Iterator[av.Packet]:
    """Adds the picture stream; its packets, from one clip after another."""
    with _opened(request.clips[0].video) as first:
        stream = film.add_stream_from_template(first.streams.video[0])
    stream.time_base = TICK
    return _retimed(stream, request)


def _retimed(stream: av.VideoStream, request: RenditionRequest) -> Iterator[av.Packet]:
    """The i-th packet in decode order is decoded at the i-th time at which one is seen, less a constant."""
    shown = [at for at, _ in _copied(request)]
    order = sorted(shown)
    delay = max(decoded - at for decoded, at in zip(order, shown, strict=True))
    ends = [*order[1:], sum(request.lengths) * _ticks(request.fps)]
    for decoded, end, (at, packet) in zip(order, ends, _copied(request), strict=True):
        packet.stream, packet.time_base = stream, TICK
        packet.pts, packet.dts, packet.duration = at, decoded - delay, end - decoded
        yield packet


def _copied(request: RenditionRequest) -> Iterator[tuple[int, av.Packet]]:
    """Every packet of the clips in decode order, with the tick of the film at which it is to be seen.

    A clip that is to last otherwise than it was encoded has all its times stretched alike.
    """
    if len(request.clips) != len(request.lengths):
        raise MediaError(f"'{request.title}' has {len(request.clips)} clips for {len(request.lengths)} places")
    start, settings = 0, None
    for number, (clip, frames) in enumerate(zip(request.clips, request.lengths, strict=True), 1):
        with _opened(clip.video) as container:
            stream = container.streams.video[0]
            settings = settings or stream.codec_context.extradata
            if stream.codec_context.extradata != settings:
                raise MediaError(f"clip {number} can't be joined to clip 1: it was encoded with other settings")
            for packet in container.demux(stream):
                if packet.pts is not None:
                    yield start + round(packet.pts * packet.time_base / TICK * frames / clip.frames), packet
        start += frames * _ticks(request.fps)


def _ticks(fps: int) -> int:
    """The length of a frame."""
    return TICK.denominator // fps


def _sound(film: OutputContainer, sound: InputContainer, language: str) -> Iterator[av.Packet]:
    """Adds the sound stream; its packets."""
    source = sound.streams.audio[0]
    stream = film.add_stream_from_template(source)
    stream.metadata["language"] = language

    def packets() -> Iterator[av.Packet]:
        for packet in sound.demux(source):
            if packet.dts is not None:
                packet.stream = stream
                yield packet

    return packets()


def _tracks(request: RenditionRequest) -> list[tuple[str, tuple[Cue, ...]]]:
    """The caption tracks, each with its language: that of the narration first."""
    return [track for track in ((request.language, request.cues), *request.subtitles) if track[1]]


def _captions(film: OutputContainer, language: str, cues: Sequence[Cue]) -> Iterator[av.Packet]:
    """Adds a caption stream (3GPP timed text); its packets."""
    stream = film.add_stream("mov_text")
    stream.codec_context.subtitle_header = _STYLE
    stream.metadata["language"] = language
    stream.time_base = MILLISECOND
    return (_caption(stream, cue) for cue in cues)


def _caption(stream: av.subtitles.stream.SubtitleStream, cue: Cue) -> av.Packet:
    text = "\n".join(filter(None, (*cue.lines, cue.under))).encode()
    packet = av.Packet(len(text).to_bytes(2, "big") + text)
    packet.stream, packet.time_base = stream, MILLISECOND
    packet.pts = packet.dts = cue.start
    packet.duration = cue.end - cue.start
    return packet


def _chapter(number: int, chapter: Chapter) -> ContainerChapter:
    title = {"title": chapter.title}
    return {"id": number, "start": chapter.start, "end": chapter.end, "time_base": MILLISECOND, "metadata": title}


def _opened(media: Blob) -> InputContainer:
    return av.open(media.path or io.BytesIO(media.read()), "r")

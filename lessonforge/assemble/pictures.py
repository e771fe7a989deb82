"""What is seen behind the words: stills, the states of a card, and footage, as the camera sees them."""

from __future__ import annotations

import functools
import io
from collections.abc import Hashable, Iterator
from typing import Protocol

import av
import cv2
import numpy as np

from lessonforge.assemble import planes
from lessonforge.assemble.camera import Sight, is_level, look
from lessonforge.assemble.planes import Planes
from lessonforge.assemble.requests import footage_speed
from lessonforge.assemble.scenery import Scenery
from lessonforge.blob import Blob
from lessonforge.errors import MediaError
from lessonforge.model import Footage, Still

Point = tuple[float, float]
FADE = 8
"""Frames in which something new fades in, in steps of two: each step is a frame to encode."""


class Backdrop(Protocol):
    """What is behind the words of a clip. Frames with equal keys and an equal sight are equal."""

    def key(self, frame: int) -> Hashable:
        """What tells this frame from others."""
        ...

    def paint(self, frame: int, sight: Sight | None, into: Planes) -> None:
        """Puts it into planes as the camera sees it."""
        ...

    def drift(self, layer: int | None, at: Point, sight: Sight | None, frame: int) -> Point:
        """How far a point of the picture has moved with its layer, in pixels."""
        ...


class Source(Protocol):
    """Pictures by frame. Frames with equal keys are equal."""

    def key(self, frame: int) -> Hashable:
        """What tells this frame from others."""
        ...

    def planes(self, frame: int) -> Planes:
        """The picture; it may be overwritten by the next call."""
        ...


class Flat:
    """Pictures without depth: the camera moves over them as over photographs."""

    def __init__(self, source: Source, *, level: bool):
        self._source, self._level = source, level
        self._enlarged: tuple[Hashable, Planes] | None = None
        self.key = source.key

    def paint(self, frame: int, sight: Sight | None, into: Planes) -> None:
        """Puts the picture into planes; for a camera that keeps its distance it is enlarged once."""
        if sight is None:
            planes.copy(self._source.planes(frame), into)
        elif self._level:
            planes.window(self._close_up(frame, sight.scale), sight.dx, sight.dy, into)
        else:
            planes.view(self._source.planes(frame), *sight, into)

    def drift(self, layer: int | None, at: Point, sight: Sight | None, frame: int) -> Point:
        """As far as the camera has moved it: there are no layers."""
        return drifted(at, sight)

    def _close_up(self, frame: int, scale: float) -> Planes:
        """The picture enlarged, kept for as long as it stays the same."""
        key = self.key(frame)
        if self._enlarged is None or self._enlarged[0] != key:
            self._enlarged = key, planes.enlarged(self._source.planes(frame), scale)
        return self._enlarged[1]


class Card:
    """A still whose further states fade in at given frames."""

    def __init__(self, still: Still, states: tuple[int, ...], width: int, height: int):
        self._states, self._at = still.states, states
        self._size = (width, height)
        self._mixed = functools.cache(lambda: planes.blank(width, height))

    def key(self, frame: int) -> tuple[int, float]:
        """Which state is seen, and how much of it over the one before."""
        shown = sum(at <= frame for at in self._at)
        return shown, faded(frame - self._at[shown - 1]) if shown else 1.0

    def planes(self, frame: int) -> Planes:
        """The state, or the blend of two."""
        shown, share = self.key(frame)
        state = state_of(self._states[shown], *self._size)
        if share == 1:
            return state
        planes.mix(state_of(self._states[shown - 1], *self._size), state, share, self._mixed())
        return self._mixed()


class Reel:
    """Footage played for `frames` at `fps`; see `footage_speed` for when it is too short or too long."""

    def __init__(self, footage: Footage, frames: int, fps: int, width: int, height: int):
        self._footage, self._size = footage, (width, height)
        self._step = footage_speed(footage.seconds, frames / fps) / fps
        self._reading: Iterator[tuple[float, Planes]] = iter(())
        self._now: tuple[float, Planes] | None = None
        self._next: tuple[float, Planes] | None = None

    def key(self, frame: int) -> float:
        """The second of the footage, which stays once it has ended."""
        return min(frame * self._step, self._footage.seconds)

    def planes(self, frame: int) -> Planes:
        """The last picture that begins by then."""
        return self.at(self.key(frame))

    def at(self, second: float) -> Planes:
        """The picture at a second of the footage; going on is cheap, going back reads it from the start."""
        if self._now is None or self._now[0] > second:
            self._reading = _decoded(self._footage.video, *self._size)
            self._now, self._next = next(self._reading), next(self._reading, None)
        while self._next is not None and self._next[0] <= second + 1e-6:
            self._now, self._next = self._next, next(self._reading, None)
        return self._now[1]


def faded(frames: int) -> float:
    """The opacity of something `frames` after it began to appear."""
    return min(1.0, (frames // 2 + 1) * 2 / FADE) if frames >= 0 else 0.0


def drifted(at: Point, sight: Sight | None) -> Point:
    """How far the camera has moved a point of a flat picture."""
    if sight is None:
        return 0.0, 0.0
    return (sight.scale - 1) * at[0] + sight.dx, (sight.scale - 1) * at[1] + sight.dy


def backdrop(
    picture: Still | Footage, states: tuple[int, ...], move: str, clip: tuple[int, int], size: tuple[int, int]
) -> Backdrop:
    """What is behind the words of a `clip` of (frames, frames a second)."""
    if isinstance(picture, Footage):
        return Flat(Reel(picture, *clip, *size), level=is_level(move))
    if picture.layers:
        return Scenery(picture, move, clip[1], size)
    return Flat(Card(picture, states, *size), level=is_level(move))


class Moment:
    """One moment of a picture, and what moves in it goes on from there."""

    def __init__(self, picture: Still | Footage, end: bool, seconds: float, move: str, size: tuple[int, int]):
        self._picture, self._end, self._seconds, self._size = picture, end, seconds, size
        self._sight = look(move, float(end), *size)
        self._scenery = Scenery(picture, move, 1, size) if isinstance(picture, Still) and picture.layers else None

    @property
    def moves(self) -> bool:
        """Whether it is another picture a little later."""
        return self._scenery is not None

    def paint(self, later: float, into: Planes) -> None:
        """Puts into planes what is seen so many seconds later, as the camera sees it."""
        if self._scenery:
            return self._scenery.show(self._seconds + later, self._sight, into)
        flat = self._flat()
        planes.view(flat, *self._sight, into) if self._sight else planes.copy(flat, into)

    def drift(self, layer: int | None, at: Point, later: float) -> Point:
        """How far a point of the picture has moved."""
        if self._scenery:
            return self._scenery.stage.drift(layer, at, self._sight, self._seconds + later)
        return drifted(at, self._sight)

    def _flat(self) -> Planes:
        """A still's first state or its last one, or the footage at its second."""
        if isinstance(self._picture, Footage):
            return Reel(self._picture, 1, 1, *self._size).at(self._seconds)
        return state_of(self._picture.states[-1 if self._end else 0], *self._size)


@functools.lru_cache(maxsize=3)
def state_of(state: Blob, width: int, height: int) -> Planes:
    """A picture file filling `width` x `height`; the last ones are remembered. Raises MediaError."""
    picture = cv2.imdecode(np.frombuffer(state.read(), np.uint8), cv2.IMREAD_COLOR_RGB)
    if picture is None:
        raise MediaError(f"a picture can't be read (sha256 {state.sha256[:12]})")
    return planes.from_rgb(filled(picture, width, height))


def filled(picture: np.ndarray, width: int, height: int) -> np.ndarray:
    """The picture scaled to cover `width` x `height`, what stands out cut off evenly."""
    high, wide = picture.shape[:2]
    scale = max(width / wide, height / high)
    size = (max(width, round(wide * scale)), max(height, round(high * scale)))
    if size != (wide, high):
        picture = cv2.resize(picture, size, interpolation=cv2.INTER_AREA if scale < 1 else cv2.INTER_CUBIC)
    left, top = (size[0] - width) // 2, (size[1] - height) // 2
    return np.ascontiguousarray(picture[top : top + height, left : left + width])


def _decoded(video: Blob, width: int, height: int) -> Iterator[tuple[float, Planes]]:
    """The frames of a video with the second at which each begins, the first one at 0."""
    try:
        with av.open(video.path or io.BytesIO(video.read()), "r", metadata_errors="ignore") as container:
            first = None
            for frame in container.decode(video=0):
                first = frame.time if first is None else first
                yield frame.time - first, planes.from_rgb(filled(frame.to_ndarray(format="rgb24"), width, height))
            if first is None:
                raise MediaError(f"footage has no pictures in it (sha256 {video.sha256[:12]})")
    except av.error.FFmpegError as error:
        raise MediaError(f"footage can't be read (sha256 {video.sha256[:12]}): {error}") from error

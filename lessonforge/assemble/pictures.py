"""What is seen behind the words: stills, the states of a card, and footage, as planes of the film's size."""

from __future__ import annotations

import functools
import io
from collections.abc import Hashable, Iterator
from typing import Protocol

import av
import cv2
import numpy as np

from lessonforge.assemble import planes
from lessonforge.assemble.planes import Planes
from lessonforge.assemble.requests import footage_speed
from lessonforge.blob import Blob
from lessonforge.errors import MediaError
from lessonforge.model import Footage, Still

FADE = 8
"""Frames in which something new fades in, in steps of two: each step is a frame to encode."""


class Backdrop(Protocol):
    """Pictures by frame. Frames with equal keys are equal."""

    def key(self, frame: int) -> Hashable:
        """What tells this frame from others."""
        ...

    def planes(self, frame: int) -> Planes:
        """The picture; it may be overwritten by the next call."""
        ...


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


def backdrop(
    picture: Still | Footage, states: tuple[int, ...], frames: int, fps: int, size: tuple[int, int]
) -> Backdrop:
    """The pictures of a clip of `frames`."""
    if isinstance(picture, Footage):
        return Reel(picture, frames, fps, *size)
    return Card(picture, states, *size)


def moment(picture: Still | Footage, end: bool, seconds: float, size: tuple[int, int]) -> Planes:
    """One picture: a still's first state or its last one, or the footage at a second."""
    if isinstance(picture, Footage):
        return Reel(picture, 1, 1, *size).at(seconds)
    return state_of(picture.states[-1 if end else 0], *size)


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

"""Comes in: requests for clips. Goes out: MoviePy clips that paint them.

Each is a MoviePy `VideoClip`, so it can be previewed, put into a composition or given an effect. The encoder does
not go through RGB: it asks `key` whether a frame differs from the one before and has `paint` put it into the
planes of its own frame. The picture in RGB that MoviePy asks for is made from the same planes.
"""

from __future__ import annotations

import functools
from collections.abc import Callable, Hashable
from typing import Literal

import numpy as np
from moviepy import VideoClip, concatenate_videoclips

from lessonforge.assemble import planes
from lessonforge.assemble.camera import Sight, look
from lessonforge.assemble.pictures import Moment, Point, backdrop, faded
from lessonforge.assemble.planes import Overlay, Planes
from lessonforge.assemble.requests import (
    ClipRequest,
    Encoding,
    Look,
    TransitionRequest,
    clip_requests,
    sound_request,
)
from lessonforge.model import Footage, Picture, Profile
from lessonforge.text import shape
from lessonforge.timecode import frame_at
from lessonforge.timelines import Cue, PlacedLabel, Timeline

SMALL = 400
"""Letters of captions are no smaller than in a frame of so many lines: fewer are watched on a phone."""

Motion = Literal["none", "slow", "any"]
Drift = Callable[[int | None, Point], Point]
"""How far a point of the picture (in pixels) has moved with its layer."""


class PaintedClip(VideoClip):
    """A clip of `frames` frames that paints itself into planes; `motion` tells the encoder what to look for."""

    motion: Motion = "slow"

    def __init__(self, encoding: Encoding, frames: int):
        super().__init__(duration=frames / encoding.fps)
        self.fps, self.frames = encoding.fps, frames
        self.size = (encoding.width, encoding.height)
        self.frame_function = self._rgb

    def key(self, frame: int) -> Hashable:
        """Frames with equal keys are equal."""
        raise NotImplementedError

    def paint(self, frame: int, into: Planes) -> None:
        """Puts the frame into planes of the clip's size."""
        raise NotImplementedError

    def _rgb(self, t: float) -> np.ndarray:
        painted = planes.blank(*self.size)
        self.paint(min(int(t * self.fps + 1e-6), self.frames - 1), painted)
        return planes.to_rgb(painted)


class SceneClip(PaintedClip):
    """A scene: its picture seen by the camera, then credit, labels and the caption."""

    def __init__(self, request: ClipRequest):
        super().__init__(request.encoding, request.frames)
        self._request = request
        if request.move == "still":
            self.motion = _motion(request.picture)
        clip = request.frames, self.fps
        self._backdrop = backdrop(request.picture, request.states, request.move, clip, self.size)
        self._words = Words(request.labels, request.credit, request.locale, request.palette, self.size)
        self._cue = functools.lru_cache(maxsize=2)(lambda cue: _captions(cue, self.size) if cue else ())

    def key(self, frame: int) -> Hashable:
        """The state of the picture, of the camera and of every word."""
        return self._backdrop.key(frame), self._sight(frame), self._words.opacities(frame), self._spoken(frame)

    def paint(self, frame: int, into: Planes) -> None:
        """Puts the frame into planes."""
        sight = self._sight(frame)
        self._backdrop.paint(frame, sight, into)
        opacities = self._words.opacities(frame)
        self._words.draw(opacities, lambda layer, at: self._backdrop.drift(layer, at, sight, frame), into)
        for strip in self._cue(self._spoken(frame)):
            strip.draw(into)

    def _sight(self, frame: int) -> Sight | None:
        return look(self._request.move, frame / max(1, self.frames - 1), *self.size)

    def _spoken(self, frame: int) -> Cue | None:
        """The caption of a frame."""
        for cue in self._request.cues:
            if frame_at(cue.start / 1000, self.fps) <= frame < frame_at(cue.end / 1000, self.fps):
                return cue
        return None


def _motion(picture: Picture) -> Motion:
    """What moves in a picture that the camera only looks at."""
    if isinstance(picture, Footage):
        return "any"
    return "slow" if picture.layers else "none"


class TransitionClip(PaintedClip):
    """A crossfade. What moves on both sides of it goes on moving."""

    motion = "none"

    def __init__(self, request: TransitionRequest):
        super().__init__(request.encoding, request.frames)
        self._ends = Scene(request.before, self.size), Scene(request.after, self.size)

    def key(self, frame: int) -> int:
        """Every frame is another one."""
        return frame

    def paint(self, frame: int, into: Planes) -> None:
        """Puts the blend into planes."""
        share = (frame + 1) / (self.frames + 1)
        before, after = self._ends
        pictures = before.planes(frame / self.fps), after.planes((frame - self.frames) / self.fps)
        planes.mix(*pictures, share * share * (3 - 2 * share), into)


class Scene:
    """A moment of a scene with its words, and a little later."""

    def __init__(self, at: Look, size: tuple[int, int]):
        self._moment = Moment(at.picture, at.end, at.seconds, at.move, size)
        self._words = Words(at.labels, at.credit, at.locale, at.palette, size)
        self._opacities = (1.0,) * len(at.labels)
        self._painted = functools.cache(lambda: planes.blank(*size))
        self._later: float | None = None

    def planes(self, later: float = 0.0) -> Planes:
        """The picture so many seconds later; it is overwritten by the next call."""
        into = self._painted()
        if self._later is None or (self._moment.moves and self._later != later):
            self._moment.paint(later, into)
            self._words.draw(self._opacities, lambda layer, at: self._moment.drift(layer, at, later), into)
            self._later = later
        return into


class Words:
    """The words that belong to a picture: its labels, which go with the camera, and its credit, which does not."""

    def __init__(
        self,
        labels: tuple[PlacedLabel, ...],
        credit: str,
        locale: str,
        palette: tuple[tuple[str, str], ...],
        size: tuple[int, int],
    ):
        self._placed = labels
        self._typeset = functools.cache(lambda: _typeset(labels, credit, locale, palette, size))

    def opacities(self, frame: int) -> tuple[float, ...]:
        """How much of each label is seen at a frame."""
        return tuple(faded(frame - placed.frame) for placed in self._placed)

    def draw(self, opacities: tuple[float, ...], drift: Drift, into: Planes) -> None:
        """Draws them over a picture. A label stays at what it points at, and keeps its size."""
        labels, credit = self._typeset()
        if credit:
            credit.draw(into)
        for placed, overlay, opacity in zip(self._placed, labels, opacities, strict=True):
            at = placed.label.point
            dx, dy = drift(placed.layer, (at[0] * into.size[0], at[1] * into.size[1])) if opacity else (0.0, 0.0)
            if dx or dy:
                overlay.draw_moved(into, dx, dy, opacity, into.size[1] * (1 - shape.CAPTION_ZONE))
            elif opacity:
                overlay.draw(into, opacity)


def painted(request: ClipRequest | TransitionRequest) -> PaintedClip:
    """The clip of a request."""
    return SceneClip(request) if isinstance(request, ClipRequest) else TransitionClip(request)


def lesson_clip(timeline: Timeline, profile: Profile) -> VideoClip:
    """A whole lesson as one MoviePy clip with its sound (before mastering): made of the clips that are encoded."""
    from lessonforge.assemble.sound import Mix, MixClip

    film = concatenate_videoclips([painted(request) for request in clip_requests(timeline, profile)], method="chain")
    return film.with_fps(timeline.fps).with_audio(MixClip(Mix(sound_request(timeline, profile))))


def still(at: Look, size: tuple[int, int]) -> Planes:
    """The picture of one moment, with its words."""
    return Scene(at, size).planes()


def _captions(cue: Cue, size: tuple[int, int]) -> tuple[Overlay, ...]:
    """The caption, and above what is said in another language under it."""
    if not cue.under:
        return (_caption(cue.lines, cue.locale, size),)
    below = _caption((cue.under,), cue.under_locale, size, under=True)
    return _caption(cue.lines, cue.locale, size, raised=below.size[1]), below


def _caption(
    lines: tuple[str, ...], locale: str, size: tuple[int, int], *, under: bool = False, raised: int = 0
) -> Overlay:
    """The caption as an overlay, on a small frame in letters as large as a higher one would have.

    Its larger box stands nearer to the edge there, so that it stays off what cards show.
    """
    width, height = size
    taller = max(0, min(width, SMALL) - height)
    strip = shape.caption(lines, locale, width, height + taller, under=under)
    nearer = round(0.015 * (height + taller)) if taller else 0
    return Overlay(strip.rgba, strip.x, strip.y - taller + nearer - raised)


def _typeset(
    labels: tuple[PlacedLabel, ...],
    credit: str,
    locale: str,
    palette: tuple[tuple[str, str], ...],
    size: tuple[int, int],
) -> tuple[list[Overlay], Overlay | None]:
    """The words as overlays; one that fades in is drawn apart from the others."""
    strips = shape.labels([placed.label for placed in labels], size, locale, palette) if labels else []
    corner = shape.credit(credit, locale, *size) if credit else None
    overlays = [Overlay(strip.rgba, strip.x, strip.y) for strip in strips]
    return overlays, Overlay(corner.rgba, corner.x, corner.y) if corner else None

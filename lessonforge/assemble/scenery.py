"""A still in layers as a film: the layers move, and the camera shifts the near ones more than the far ones."""

from __future__ import annotations

import functools
import math
from collections.abc import Sequence
from dataclasses import replace

import cv2
import numpy as np

from lessonforge.assemble.camera import CLOSE, Sight, is_level
from lessonforge.assemble.motion import Affine, fitted, moved, seen, share
from lessonforge.assemble.planes import Planes
from lessonforge.assemble.sprites import Backcloth, Edges, Flow, Rect, Sprite
from lessonforge.errors import MediaError
from lessonforge.model import Layer, Movement, Still

LOOP = 12
"""Seconds after which the movements of a drawn picture begin again."""
WIDEST = 0.02
"""A camera that comes nearer or goes away shows that much less than the picture at its widest: at magnifications nearer
to 1, scaling is slow (see `zoom.py`).
"""
BESIDE = 0.55
"""A camera that keeps its distance goes so much of its way over a flat picture: what stands near an edge stays in
sight, and depth shows all the same.
"""
SWIFT = 60.0
"""What flows faster (pixels a second, in 1080 lines) goes by whole pixels, and is not scaled by the camera: it falls
through the air, and nobody can tell.
"""
CALM = 4.0
"""A label goes along with movements of so many seconds and more; what is faster would make it hard to read."""


class Stage:
    """Where the points of each layer are at a moment, in a film of some size. No picture is read for this."""

    def __init__(self, still: Still, move: str, size: tuple[int, int]):
        self.size, self._level = size, is_level(move)
        self.fit = max(size[0] / still.width, size[1] / still.height)
        self.corner = (size[0] - still.width * self.fit) / 2, (size[1] - still.height * self.fit) / 2
        self.layers = [
            replace(layer, movements=tuple(fitted(one, self.fit, *self.corner) for one in layer.movements))
            for layer in still.layers
        ]

    def place(self, number: int, sight: Sight | None, seconds: float, late: float = 0.0) -> Affine:
        """Where a layer's points are seen."""
        layer = self.layers[number]
        return self._seen(sight, layer.near).after(moved(layer.movements, seconds, late))

    def _seen(self, sight: Sight | None, near: float) -> Affine:
        """What the camera does to a layer that is so near."""
        if sight is None:
            return Affine()
        if self._level:
            return seen(sight, near * BESIDE)
        by, (wide, high) = WIDEST, self.size
        return seen(Sight(sight.scale + by, sight.dx - by * wide / 2, sight.dy - by * high / 2), near)

    def drift(
        self, number: int | None, at: tuple[float, float], sight: Sight | None, seconds: float
    ) -> tuple[float, float]:
        """How far a point (in pixels) has come from where it is in the picture, in movements that are calm."""
        if number is None or number >= len(self.layers):
            x, y = self._seen(sight, 1.0).point(*at)
            return x - at[0], y - at[1]
        layer = self.layers[number]
        calm = [one for one in layer.movements if one.kind not in ("flow", "rise", "turn") and one.seconds >= CALM]
        x, y = self._seen(sight, layer.near).after(moved(calm, seconds)).point(*at)
        return x - at[0], y - at[1]


class Scenery:
    """The layers of a still behind the words of a clip. They are read when the first frame is painted.

    For a camera that keeps its distance they are enlarged once: shifting is ten times cheaper than scaling.
    """

    def __init__(self, still: Still, move: str, fps: int, size: tuple[int, int]):
        self.stage, self._fps = Stage(still, move, size), fps
        closer = (CLOSE - 1) * BESIDE if is_level(move) else 0.0
        self._scales = [1 + closer * layer.near for layer in still.layers]
        periods = [movement.seconds for layer in still.layers for movement in layer.movements]
        self._loop = LOOP * fps if all((LOOP / period).is_integer() for period in periods) else None
        self._moving = bool(periods)

    def key(self, frame: int) -> int:
        """The frame, until all is again as it was."""
        return (frame % self._loop if self._loop else frame) if self._moving else 0

    def paint(self, frame: int, sight: Sight | None, into: Planes) -> None:
        """Puts the picture of a frame into planes."""
        self.show(frame / self._fps, sight, into)

    def drift(self, layer: int | None, at: tuple[float, float], sight: Sight | None, frame: int) -> tuple[float, float]:
        """How far a point of the picture has moved with its layer, in pixels."""
        return self.stage.drift(layer, at, sight, frame / self._fps)

    @functools.cached_property
    def _sprites(self) -> list[Sprite]:
        return [self._sprite(number) for number in range(len(self.stage.layers))]

    def show(self, seconds: float, sight: Sight | None, into: Planes) -> None:
        """Puts the picture of a moment into planes."""
        places = [self.stage.place(n, sight, seconds).after(_by(1 / scale)) for n, scale in enumerate(self._scales)]
        for number, (sprite, place) in enumerate(zip(self._sprites, places, strict=True)):
            clip = (0, 0, self.stage.size[0], self._floor(number, places))
            movements = self.stage.layers[number].movements
            rising = next((one for one in movements if one.kind == "rise"), None)
            if isinstance(sprite, Flow):
                self._flow(sprite, movements[0], number, (place, clip), seconds, into)
            elif rising:
                self._rise(sprite, rising, number, (seconds, sight), clip, into)
            else:
                sprite.draw(place, clip, into)

    def _rise(
        self, sprite: Sprite, rising: Movement, number: int, at: tuple[float, Sight | None], clip: Rect, into: Planes
    ) -> None:
        """Twice, half a period apart: while one goes, the other comes."""
        for late in (0.0, 0.5):
            opacity = math.cos(math.pi * (share(rising, at[0]) + late)) ** 2
            place = self.stage.place(number, at[1], at[0], late).after(_by(1 / self._scales[number]))
            sprite.draw(place, clip, into, opacity)

    def _flow(
        self, sprite: Flow, movement: Movement, number: int, where: tuple[Affine, Rect], seconds: float, into: Planes
    ) -> None:
        """By whole times its own size in a period, so that the loop closes."""
        (place, clip), size, at = where, sprite.size, share(movement, seconds)
        by = self._scales[number]
        times = [round(way * by / length) for way, length in zip((movement.x, movement.y), size, strict=True)]
        gone = [times[axis] * size[axis] * at for axis in (0, 1)]
        if math.hypot(movement.x, movement.y) / movement.seconds > SWIFT * self.stage.size[1] / 1080:
            x, y = place.point(sprite.at[0] + size[0] / 2, sprite.at[1] + size[1] / 2)
            corner = 2 * round((x - size[0] / 2) / 2), 2 * round((y - size[1] / 2) / 2)
            return sprite.rush((gone[0], gone[1]), corner, clip, into)
        sprite.flow((gone[0], gone[1]), place, clip, into)

    def _floor(self, number: int, places: Sequence[Affine]) -> int:
        """How far down a layer is seen: nearer ones hide the rest."""
        hidden = [self.stage.size[1]]
        for sprite, place in zip(self._sprites[number + 1 :], places[number + 1 :], strict=True):
            if isinstance(sprite, Backcloth) and sprite.floor is not None:
                hidden.append(max(0, 2 * math.ceil(place.point(0, sprite.floor)[1] / 2)))
        return min(hidden)

    def _sprite(self, number: int) -> Sprite:
        """A layer read, at its scale."""
        layer, stage = self.stage.layers[number], self.stage
        by = stage.fit * self._scales[number]
        pixels = _read(layer)
        high, wide = pixels.shape[:2]
        x, y = (at * stage.fit + corner for at, corner in zip((layer.x, layer.y), stage.corner, strict=True))
        edges: Edges = (x <= 0, y <= 0, x + wide * stage.fit >= stage.size[0], y + high * stage.fit >= stage.size[1])
        at = x * self._scales[number], y * self._scales[number]
        pixels = _resized(pixels, by)
        if layer.movements:
            return (Flow if layer.movements[0].kind == "flow" else Sprite).of(pixels, at)
        return Backcloth.of(pixels, at, edges)


def _by(scale: float) -> Affine:
    return Affine(a=scale, e=scale)


def _read(layer: Layer) -> np.ndarray:
    """A layer's pixels: RGBA, premultiplied. Raises MediaError."""
    pixels = cv2.imdecode(np.frombuffer(layer.picture.read(), np.uint8), cv2.IMREAD_UNCHANGED)
    if pixels is None or pixels.ndim != 3 or pixels.shape[2] != 4:
        raise MediaError(f"a layer of a picture is no PNG file with transparency (sha256 {layer.picture.sha256[:12]})")
    return cv2.cvtColor(cv2.cvtColor(pixels, cv2.COLOR_BGRA2RGBA), cv2.COLOR_RGBA2mRGBA)


def _resized(pixels: np.ndarray, scale: float) -> np.ndarray:
    if scale == 1:
        return pixels
    size = (max(2, math.ceil(pixels.shape[1] * scale)), max(2, math.ceil(pixels.shape[0] * scale)))
    if scale < 1:
        return cv2.resize(pixels, size, interpolation=cv2.INTER_AREA)
    shift = (scale - 1) / 2
    matrix = np.array([[scale, 0, shift], [0, scale, shift]])
    return cv2.warpAffine(pixels, matrix, size, borderMode=cv2.BORDER_REPLICATE)

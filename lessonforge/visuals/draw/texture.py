"""What paper, a board or a lens does to a finished picture or to one layer of it.

Comes in BGRA pixels (uint8, not premultiplied), go out as many. Layers are finished one by one and must look as one
picture when they lie over each other: all that is uneven is laid out over the whole picture, and a layer takes its own
piece of it. All pictures of a film are on one sheet, so that it does not change from scene to scene.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

import cv2
import numpy as np
from numpy.typing import NDArray

from lessonforge.visuals.draw import fields
from lessonforge.visuals.draw.fields import Pixels, Size, Steps

SPREAD = {"wash": 20, "board": 3, "fibre": 3}
"""How far paint may run beyond a shape, in pixels of a picture of 1080 lines."""


@dataclass(frozen=True)
class Piece:
    """A piece of a picture `whole` (width, height) pixels large: its corner and its size."""

    at: tuple[int, int]
    size: Size
    whole: Size

    @property
    def unit(self) -> float:
        """A pixel of a picture of 1080 lines."""
        return self.whole[1] / 1080

    def of(self, field: Callable[[Size], NDArray[Any]]) -> NDArray[Any]:
        """The same piece of a field over the whole picture and its margin; beyond that the field begins anew."""
        every = field(self.whole)
        by = fields.margin(self.whole)
        left, top = self.at[0] + by, self.at[1] + by
        right, bottom = left + self.size[0], top + self.size[1]
        inside = every[max(0, top) : max(0, bottom), max(0, left) : max(0, right)]
        missing = (self.size[1] - inside.shape[0], self.size[0] - inside.shape[1])
        if not any(missing):
            return inside
        rows = np.arange(top, bottom) % every.shape[0]
        return every.take(rows, 0).take(np.arange(left, right) % every.shape[1], 1)


def finish(
    pixels: cv2.typing.MatLike, texture: str, seed: int, at: tuple[int, int] = (0, 0), whole: Size | None = None
) -> Pixels:
    """Pixels with a texture of `palettes.Style`: `wash`, `lens`, `board`, `fibre`, or none.

    They lie at (x, y) in a picture of `whole` (width, height) pixels, or are all of it.
    """
    size = pixels.shape[1], pixels.shape[0]
    given, piece = np.asarray(pixels, np.uint8), Piece(at, size, whole or size)
    return FINISHES[texture](given, piece) if texture in FINISHES else given


def spread(texture: str, whole: Size) -> int:
    """How many pixels beyond a shape its paint may run."""
    return round(SPREAD[texture] * whole[1] / 1080) + 2 if texture in SPREAD else 0


def _bent(pixels: Pixels, piece: Piece, steps: Steps) -> Pixels:
    """Premultiplied pixels with edges that wander: noise of each grain pushes them so far (1080 lines)."""
    way = piece.of(lambda whole: fields.ways(whole, steps)[0]).copy()
    part = piece.of(lambda whole: fields.ways(whole, steps)[1])
    way[..., 0] += np.arange(piece.size[0], dtype=np.int16)
    way[..., 1] += np.arange(piece.size[1], dtype=np.int16)[:, None]
    return np.asarray(cv2.remap(pixels, way, part, cv2.INTER_LINEAR, borderMode=cv2.BORDER_REFLECT), np.uint8)


def _reshaped(pixels: Pixels, piece: Piece, steps: Steps) -> tuple[Pixels, Pixels]:
    """Colours (straight) and alpha of pixels whose edges wander."""
    if pixels[..., 3].min() == 255:
        return cv2.cvtColor(_bent(pixels, piece, steps), cv2.COLOR_BGRA2BGR), pixels[..., 3]  # type: ignore[return-value]
    bent = _bent(np.asarray(cv2.cvtColor(pixels, cv2.COLOR_RGBA2mRGBA), np.uint8), piece, steps)
    straight = cv2.cvtColor(bent, cv2.COLOR_mRGBA2RGBA)
    return cv2.cvtColor(straight, cv2.COLOR_BGRA2BGR), bent[..., 3]  # type: ignore[return-value]


def _with(colour: cv2.typing.MatLike, alpha: Pixels) -> Pixels:
    return np.asarray(cv2.merge([*cv2.split(colour), alpha]), np.uint8)


def _times(colour: cv2.typing.MatLike, level: cv2.typing.MatLike, one: float = 255.0) -> cv2.typing.MatLike:
    """Colours times a level, of which `one` changes nothing."""
    return cv2.multiply(colour, level, scale=1 / one)


WANDERING: Steps = ((11, 1.5), (58, 3.6))


def _wash(pixels: Pixels, piece: Piece) -> Pixels:
    """Watercolour: edges that wander and hold more pigment, washes that dry unevenly, the grain of paper.

    A shape's edge is one against white paper, whatever lies under it.
    """
    colour, alpha = _reshaped(pixels, piece, WANDERING)
    on_white: cv2.typing.MatLike = colour
    if alpha.min() < 255:
        on_white = cv2.add(_times(colour, fields.thrice(alpha)), fields.thrice(cv2.bitwise_not(alpha)))
    half = cv2.resize(on_white, None, fx=0.5, fy=0.5, interpolation=cv2.INTER_AREA)
    soft = cv2.GaussianBlur(half, (0, 0), 1.7 * piece.unit)
    rim = cv2.resize(cv2.subtract(soft, half), piece.size, interpolation=cv2.INTER_LINEAR)
    pool = cv2.LUT(colour, POOLING)
    wet = cv2.add(cv2.subtract(colour, pool), _times(pool, piece.of(fields.pools), 128))
    return _with(_times(cv2.subtract(wet, cv2.convertScaleAbs(rim, alpha=0.6)), piece.of(fields.tooth)), alpha)


_STEPS = np.arange(256, dtype=np.float32) / 255
POOLING = (255 * 0.62 * (1.0 - _STEPS * 0.86) * _STEPS**1.35).astype(np.uint8)
"""How far each level of colour varies where a wash dries: dark ones lie thick and dry evenly, white has no pigment."""


def _lens(pixels: Pixels, piece: Piece) -> Pixels:
    """A photograph's light: bloom around what is bright, deeper contrast, darker corners, a little grain."""
    colour = cv2.cvtColor(pixels, cv2.COLOR_BGRA2BGR)
    (wide, high), alpha = piece.size, pixels[..., 3]
    seen = colour if alpha.min() == 255 else _times(colour, fields.thrice(alpha))
    small = cv2.resize(seen, (-(-wide // 8), -(-high // 8)), interpolation=cv2.INTER_AREA)
    bright = cv2.GaussianBlur(cv2.LUT(small, BRIGHT), (0, 0), piece.whole[1] / 108)
    lit = cv2.add(cv2.LUT(colour, CONTRAST), cv2.resize(bright, piece.size, interpolation=cv2.INTER_LINEAR))
    return _with(_times(lit, piece.of(fields.corners), 245), alpha)


BRIGHT = np.where(_STEPS > 0.84, _STEPS * 255 * 0.09, 0).astype(np.uint8)
CONTRAST = np.clip((_STEPS + 0.045 * np.sin((_STEPS - 0.5) * 2 * np.pi)) * 255 - 5, 0, 255).astype(np.uint8)


CRUMBLING: Steps = ((3, 1.0), (26, 1.1))


def _board(pixels: Pixels, piece: Piece) -> Pixels:
    """Chalk on a school board: strokes laid side by side that the board's grain breaks up, denser where bright."""
    colour, alpha = _reshaped(pixels, piece, CRUMBLING)
    chalk = cv2.subtract(colour, np.array((*fields.BOARD, 0), np.float64))
    dense = cv2.LUT(cv2.cvtColor(chalk, cv2.COLOR_BGR2GRAY), DENSE)
    strokes = cv2.max(piece.of(fields.strokes), cv2.subtract(piece.of(fields.grain), dense))
    return _with(cv2.add(_times(chalk, fields.thrice(strokes), 235), piece.of(fields.slate)), alpha)


DENSE = (255 * np.clip(1.15 - _STEPS * 1.45, 0, 1)).astype(np.uint8)
"""What brightness leaves off the grain: a bright line is pressed on, and shows the board's grain alone."""


CUTTING: Steps = ((9, 0.5), (34, 1.9))


def _fibre(pixels: Pixels, piece: Piece) -> Pixels:
    """Cut paper: edges that scissors left not quite straight, and the fibre of the paper."""
    colour, alpha = _reshaped(pixels, piece, CUTTING)
    return _with(_times(colour, piece.of(fields.fibres), 240), alpha)


FINISHES: Mapping[str, Callable[[Pixels, Piece], Pixels]] = {
    "wash": _wash, "lens": _lens, "board": _board, "fibre": _fibre,
}  # fmt: skip

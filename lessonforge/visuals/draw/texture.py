"""What paper or a lens does to a finished picture or to one layer of it.

Comes in BGRA pixels (uint8, not premultiplied), go out as many. Layers are finished one by one and must look as one
picture when they lie over each other: all that is uneven is laid out over the whole picture, and a layer takes its own
piece of it.
"""

from __future__ import annotations

from dataclasses import dataclass

import cv2
import numpy as np
from numpy.typing import NDArray

Pixels = NDArray[np.uint8]
Field = NDArray[np.float32]


@dataclass(frozen=True)
class Piece:
    """A piece of a picture `whole` (width, height) pixels large: its corner, its size, and the picture's seed."""

    at: tuple[int, int]
    size: tuple[int, int]
    whole: tuple[int, int]
    seed: int

    @property
    def unit(self) -> float:
        """A pixel of a picture of 1080 lines."""
        return self.whole[1] / 1080

    def noise(self, grain: float, number: int) -> Field:
        """Smooth noise of -1..1 whose spots are about `grain` pixels wide: the piece of a field over the picture."""
        step = max(1, round(grain))
        dots = np.random.Generator(np.random.PCG64(self.seed + number)).random(
            (self.whole[1] // step + 3, self.whole[0] // step + 3), np.float32
        )
        cells = []
        for axis in (1, 0):
            first = self.at[axis] // step - 2
            last = (self.at[axis] + self.size[axis]) // step + 3
            cells.append(np.arange(first, last))
        field = dots.take(cells[0], 0, mode="wrap").take(cells[1], 1, mode="wrap") * 2 - 1
        large = cv2.resize(field, None, fx=step, fy=step, interpolation=cv2.INTER_CUBIC)
        top, left = self.at[1] - cells[0][0] * step, self.at[0] - cells[1][0] * step
        return np.asarray(large[top : top + self.size[1], left : left + self.size[0]], np.float32)


def finish(
    pixels: cv2.typing.MatLike, texture: str, seed: int, at: tuple[int, int] = (0, 0), whole: tuple[int, int] | None = None
) -> Pixels:
    """Pixels with a texture of `palettes.Style`: `wash`, `lens`, or none.

    They lie at (x, y) in a picture of `whole` (width, height) pixels, or are all of it.
    """
    size = pixels.shape[1], pixels.shape[0]
    given, piece = np.asarray(pixels, np.uint8), Piece(at, size, whole or size, seed)
    if texture == "wash":
        return _wash(given, piece)
    return _lens(given, piece) if texture == "lens" else given


def spread(texture: str, whole: tuple[int, int]) -> int:
    """How many pixels beyond a shape its paint may run."""
    return round(20 * whole[1] / 1080) + 2 if texture == "wash" else 0


def _wash(pixels: Pixels, piece: Piece) -> Pixels:
    """Watercolour: edges that wander and hold more pigment, washes that dry unevenly, the grain of paper.

    A shape's edge is one against white paper, whatever lies under it.
    """
    unit = piece.unit
    y, x = np.mgrid[: piece.size[1], : piece.size[0]].astype(np.float32)
    for grain, push in ((11, 1.6), (58, 4.2)):
        x += piece.noise(grain * unit, 1) * (push * unit)
        y += piece.noise(grain * unit, 2) * (push * unit)
    wandering = cv2.remap(_premultiplied(pixels), x, y, cv2.INTER_LINEAR, borderMode=cv2.BORDER_REFLECT)
    on_white = cv2.add(wandering[..., :3], cv2.merge([cv2.bitwise_not(wandering[..., 3])] * 3))
    soft = cv2.GaussianBlur(on_white, (0, 0), 3.2 * unit)
    rim = np.clip(cv2.subtract(soft, on_white).max(axis=2).astype(np.float32) / 34, 0, 1)
    thin = soft.max(axis=2).astype(np.float32) / 255  # dark washes lie thick and dry evenly
    uneven = 0.24 * piece.noise(150 * unit, 3) + 0.12 * piece.noise(42 * unit, 4)
    density = 1 + uneven * thin**2 + 0.5 * rim * thin + 0.06 * piece.noise(2.2 * max(unit, 0.5), 5)
    paper = np.array((232, 246, 252), np.float32) + (piece.noise(2.6 * max(unit, 0.5), 6) * 4.5)[..., None]
    run = cv2.addWeighted(wandering, 0.8, cv2.GaussianBlur(wandering, (0, 0), 9 * unit), 0.2, 0)
    colour = _straight(run)[..., :3].astype(np.float32)
    washed = np.clip(paper - (paper - colour) * (density * 0.94)[..., None], 0, 255).astype(np.uint8)
    return np.dstack((washed, run[..., 3]))


def _lens(pixels: Pixels, piece: Piece) -> Pixels:
    """A photograph's light: bloom around what is bright, deeper contrast, darker corners, a little grain."""
    (width, height), (wide, high) = piece.size, piece.whole
    small = cv2.resize(_premultiplied(pixels), (-(-width // 8), -(-height // 8)), interpolation=cv2.INTER_AREA)
    bright = cv2.GaussianBlur(np.where(small > 215, small, 0).astype(np.uint8), (0, 0), high / 108)
    glow = cv2.resize(bright, (width, height), interpolation=cv2.INTER_LINEAR)
    lit = cv2.addWeighted(pixels, 1.0, glow, 0.09, -5)[..., :3]
    steps = np.arange(256, dtype=np.float32) / 255
    curve = (steps + 0.045 * np.sin((steps - 0.5) * 2 * np.pi)) * 255
    lit = cv2.LUT(lit, np.clip(curve, 0, 255).astype(np.uint8))
    x = np.arange(piece.at[0], piece.at[0] + width, dtype=np.float32) * 2 / wide - 1
    y = np.arange(piece.at[1], piece.at[1] + height, dtype=np.float32)[:, None] * 2 / high - 1
    corners = (1 - 0.17 * np.clip(x * x * 0.8 + y * y * 0.7 - 0.35, 0, 1)).astype(np.float32)
    corners *= 1 + 0.018 * piece.noise(1.7, 7)
    return np.dstack((cv2.multiply(lit, cv2.merge((corners, corners, corners)), dtype=cv2.CV_8U), pixels[..., 3]))


def _premultiplied(pixels: cv2.typing.MatLike) -> Pixels:
    return np.asarray(cv2.cvtColor(pixels, cv2.COLOR_RGBA2mRGBA))


def _straight(pixels: cv2.typing.MatLike) -> Pixels:
    return np.asarray(cv2.cvtColor(pixels, cv2.COLOR_mRGBA2RGBA))

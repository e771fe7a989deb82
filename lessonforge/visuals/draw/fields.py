"""What is uneven about paper, boards and lenses, as fields of levels over a whole picture.

Made once for a size of picture: all pictures of a film are on one sheet. A field has a margin around the picture, for
layers that reach beyond it.
"""

from __future__ import annotations

import functools

import cv2
import numpy as np
from numpy.typing import NDArray

Pixels = NDArray[np.uint8]
Field = NDArray[np.float32]
Size = tuple[int, int]
Steps = tuple[tuple[float, float], ...]

MARGIN = 24
"""Fields reach so far beyond the picture, in pixels of 1080 lines, for layers that do."""
BOARD = (47, 56, 34)
"""`palettes.BOARD` as blue, green, red."""


def margin(whole: Size) -> int:
    """How far a field reaches beyond the picture, in pixels."""
    return round(MARGIN * whole[1] / 1080) + 4


def noise(whole: Size, grain: float | tuple[float, float], number: int) -> Field:
    """Smooth noise of about -1..1 over a picture and its margin, its spots about `grain` (x, y) pixels wide."""
    gx, gy = grain if isinstance(grain, tuple) else (grain, grain)
    wide, high = (side + 2 * margin(whole) for side in whole)
    dots = np.random.Generator(np.random.PCG64(number)).random((int(high / gy) + 4, int(wide / gx) + 4), np.float32)
    return np.asarray(cv2.resize(dots * 2 - 1, (wide, high), interpolation=cv2.INTER_CUBIC), np.float32)


def _level(field: NDArray[np.floating], middle: float, by: float) -> Pixels:
    """A field of -1..1 as levels of 0..255, alike in all three colours."""
    level = np.clip(field * by + middle, 0, 255).astype(np.uint8)
    return thrice(level)


def thrice(level: cv2.typing.MatLike) -> Pixels:
    """A level for each of the three colours."""
    return np.asarray(cv2.merge([level, level, level]), np.uint8)


@functools.lru_cache(2)
def ways(whole: Size, steps: Steps) -> tuple[NDArray[np.int16], NDArray[np.uint16]]:
    """Where each pixel comes from, as `cv2.convertMaps` has it, from its own place."""
    unit = whole[1] / 1080
    pushed = [
        sum(
            noise(whole, max(2.0, grain * unit), 10 * n + axis) * (push * unit) for n, (grain, push) in enumerate(steps)
        )
        for axis in (0, 1)
    ]
    pixels, parts = cv2.convertMaps(np.asarray(pushed[0], np.float32), np.asarray(pushed[1], np.float32), cv2.CV_16SC2)
    return np.asarray(pixels, np.int16), np.asarray(parts, np.uint16)


@functools.lru_cache(2)
def pools(whole: Size) -> Pixels:
    """Where a wash dried thinner (lighter) and thicker: slow clouds with the fronts of drops that ran back."""
    unit = whole[1] / 1080
    slow = 0.5 * noise(whole, 260 * unit, 31) + 0.34 * noise(whole, 90 * unit, 32)
    front = noise(whole, 150 * unit, 33) + 0.3 * noise(whole, 30 * unit, 34)
    edge = np.exp(-((front / 0.07) ** 2)) * (front > -0.02)
    fine = 0.3 * noise(whole, max(1.0, 2.4 * unit), 35) + 0.16 * noise(whole, max(1.0, 7 * unit), 36)
    return _level(slow + fine - 0.35 * edge, 128, 84)


@functools.lru_cache(2)
def tooth(whole: Size) -> Pixels:
    """Rough white paper, lit from the side, a little warm."""
    unit = whole[1] / 1080
    tooth = noise(whole, max(1.0, 2.6 * unit), 41) + 0.6 * noise(whole, max(1.0, 5.2 * unit), 42)
    level = np.clip(249 + 5.0 * tooth, 0, 255)
    return np.asarray(np.dstack([level * 0.972, level * 0.992, level]), np.uint8)


@functools.lru_cache(2)
def corners(whole: Size) -> Pixels:
    """The light that a lens lets through, with a sensor's grain."""
    by = margin(whole)
    x = np.arange(-by, whole[0] + by, dtype=np.float32) * 2 / whole[0] - 1
    y = np.arange(-by, whole[1] + by, dtype=np.float32)[:, None] * 2 / whole[1] - 1
    light = 1 - 0.17 * np.clip(x * x * 0.8 + y * y * 0.7 - 0.35, 0, 1)
    return _level((light * (1 + 0.018 * noise(whole, 1.7, 51))).astype(np.float32), 0, 245)


@functools.lru_cache(2)
def grain(whole: Size) -> Pixels:
    """The grain of the board that a pressed line shows."""
    unit = whole[1] / 1080
    tooth = noise(whole, max(1.0, 2.0 * unit), 61) + 0.5 * noise(whole, max(1.0, 4.5 * unit), 62)
    return _level(tooth, 222, 52)[..., 0].copy()


@functools.lru_cache(2)
def strokes(whole: Size) -> Pixels:
    """Chalk drawn from the lower left to the upper right, line beside line, rubbed in between."""
    unit, by = whole[1] / 1080, margin(whole)
    wide, high = (side + 2 * by for side in whole)
    side = int(1.5 * max(wide, high))
    random = np.random.Generator(np.random.PCG64(63))
    lines = (
        random.random((int(side / max(1.0, 3.4 * unit)) + 2, int(side / max(8.0, 210 * unit)) + 2), np.float32) * 2 - 1
    )
    field = cv2.resize(lines, (side, side), interpolation=cv2.INTER_LINEAR)
    turned = cv2.warpAffine(
        field, cv2.getRotationMatrix2D((side / 2, side / 2), 38, 1.0), (side, side), borderMode=cv2.BORDER_REFLECT
    )
    top, left = (side - high) // 2, (side - wide) // 2
    strokes = turned[top : top + high, left : left + wide]
    tooth = noise(whole, max(1.0, 2.0 * unit), 61) + 0.4 * noise(whole, max(1.0, 4.5 * unit), 62)
    return _level(0.5 * strokes + 0.34 * tooth + 0.12 * noise(whole, 120 * unit, 64), 186, 112)[..., 0].copy()


@functools.lru_cache(2)
def slate(whole: Size) -> Pixels:
    """The bare board, with the traces of what was wiped off it."""
    unit = whole[1] / 1080
    wiped = noise(whole, (520 * unit, 60 * unit), 65) + 0.7 * noise(whole, (260 * unit, 22 * unit), 66)
    dust = np.clip(wiped * noise(whole, 400 * unit, 67) + 0.35, 0, 1) * 11 + noise(whole, max(1.0, 2 * unit), 61) * 2.4
    return np.asarray(np.clip(np.array(BOARD, np.float32) - 3 + dust[..., None], 0, 255), np.uint8)


@functools.lru_cache(2)
def fibres(whole: Size) -> Pixels:
    """The light that rough paper throws back: its cloudiness, its tooth, and short fibres across it."""
    unit, by = whole[1] / 1080, margin(whole)
    wide, high = (side + 2 * by for side in whole)
    field = 0.4 * noise(whole, max(1.0, 2.2 * unit), 71) + 0.3 * noise(whole, max(1.0, 6 * unit), 72)
    field += 0.25 * noise(whole, 46 * unit, 73)
    level = _level(field, 236, 11)[..., 0].copy()
    random = np.random.Generator(np.random.PCG64(74))
    for shade, many in ((248, 1500), (222, 1500)):
        start = random.random((many, 1, 2)) * (wide, high)
        turn = random.random((many, 1, 1)) * 2 * np.pi + np.linspace(0, 1, 5)[None, :, None] * random.normal(
            0, 1.2, (many, 1, 1)
        )
        steps = np.concatenate([np.cos(turn), np.sin(turn)], 2) * (random.random((many, 1, 1)) * 5 + 2) * unit
        cv2.polylines(level, [*np.int32(start + steps.cumsum(1))], False, shade, 1, cv2.LINE_AA)  # type: ignore
    return thrice(level)

"""What paper or a lens does to a finished picture: comes in BGR pixels (uint8), go out pixels of the same size."""

from __future__ import annotations

import cv2
import numpy as np
from numpy.typing import NDArray

Pixels = NDArray[np.uint8]
Field = NDArray[np.float32]


def finish(pixels: Pixels, texture: str, seed: int) -> Pixels:
    """The picture with a texture of `palettes.Style`: `wash`, `lens`, or none."""
    if texture == "wash":
        return _wash(pixels, seed)
    return _lens(pixels, seed) if texture == "lens" else pixels


def _noise(shape: tuple[int, ...], grain: float, seed: int) -> Field:
    """Smooth noise of -1..1 whose spots are about `grain` pixels wide."""
    small = (max(2, round(shape[0] / grain) + 2), max(2, round(shape[1] / grain) + 2))
    dots = np.random.Generator(np.random.PCG64(seed)).random(small, np.float32) * 2 - 1
    return np.asarray(cv2.resize(dots, (shape[1], shape[0]), interpolation=cv2.INTER_CUBIC), np.float32)


def _wash(pixels: Pixels, seed: int) -> Pixels:
    """Watercolour: edges that wander and hold more pigment, washes that dry unevenly, the grain of paper."""
    unit, shape = pixels.shape[0] / 1080, pixels.shape[:2]
    y, x = np.mgrid[: shape[0], : shape[1]].astype(np.float32)
    for grain, push in ((11, 1.6), (58, 4.2)):
        x += _noise(shape, grain * unit, seed + 1) * (push * unit)
        y += _noise(shape, grain * unit, seed + 2) * (push * unit)
    wandering = cv2.remap(pixels, x, y, cv2.INTER_LINEAR, borderMode=cv2.BORDER_REFLECT)
    soft = cv2.GaussianBlur(wandering, (0, 0), 3.2 * unit)
    rim = np.clip(cv2.subtract(soft, wandering).max(axis=2).astype(np.float32) / 34, 0, 1)
    thin = soft.max(axis=2).astype(np.float32) / 255  # dark washes lie thick and dry evenly
    uneven = 0.24 * _noise(shape, 150 * unit, seed + 3) + 0.12 * _noise(shape, 42 * unit, seed + 4)
    density = 1 + uneven * thin**2 + 0.5 * rim * thin + 0.06 * _noise(shape, 2.2 * max(unit, 0.5), seed + 5)
    paper = np.array((232, 246, 252), np.float32) + (_noise(shape, 2.6 * max(unit, 0.5), seed + 6) * 4.5)[..., None]
    blend = cv2.addWeighted(wandering, 0.8, cv2.GaussianBlur(wandering, (0, 0), 9 * unit), 0.2, 0).astype(np.float32)
    return np.clip(paper - (paper - blend) * (density * 0.94)[..., None], 0, 255).astype(np.uint8)


def _lens(pixels: Pixels, seed: int) -> Pixels:
    """A photograph's light: bloom around what is bright, deeper contrast, darker corners, a little grain."""
    height, width = pixels.shape[:2]
    small = cv2.resize(pixels, (max(1, width // 8), max(1, height // 8)), interpolation=cv2.INTER_AREA)
    bright = cv2.GaussianBlur(np.where(small > 215, small, 0).astype(np.uint8), (0, 0), height / 108)
    glow = cv2.resize(bright, (width, height), interpolation=cv2.INTER_LINEAR)
    lit = cv2.addWeighted(pixels, 1.0, glow, 0.09, -5)
    steps = np.arange(256, dtype=np.float32) / 255
    curve = (steps + 0.045 * np.sin((steps - 0.5) * 2 * np.pi)) * 255
    lit = cv2.LUT(lit, np.clip(curve, 0, 255).astype(np.uint8))
    y, x = np.ogrid[-1 : 1 : height * 1j, -1 : 1 : width * 1j]
    corners = (1 - 0.17 * np.clip(x * x * 0.8 + y * y * 0.7 - 0.35, 0, 1)).astype(np.float32)
    corners *= 1 + 0.018 * _noise((height, width), 1.7, seed + 7)
    return np.asarray(cv2.multiply(lit, cv2.merge((corners, corners, corners)), dtype=cv2.CV_8U))

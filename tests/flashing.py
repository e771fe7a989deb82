"""Flashes in pictures that follow each other, counted as WCAG 2.3.1 says; nothing here knows LessonForge.

A flash is a pair of opposing changes of relative luminance by 10 % of its maximum or more where the darker picture is
below 0.80, or a pair of opposing changes to or from a saturated red. No more than three in any second are allowed,
unless they cover less than a quarter of any field of 341 x 256 pixels when the picture is 1024 x 768.
https://www.w3.org/TR/WCAG22/#dfn-general-flash-and-red-flash-thresholds
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable

import cv2
import numpy as np

MOST = 3
"""Flashes in any second."""
FIELD = 341 / 1024, 256 / 768
"""Of the width and the height of the picture."""


class _Turns:
    """Counts how often each pixel has turned by so much from rising to falling and back, in the last second."""

    def __init__(self, first: np.ndarray, step: float, fps: int):
        self.low, self.high, self.way = first.copy(), first.copy(), np.zeros(first.shape, np.int8)
        self.step, self.recent = step, deque([np.zeros(first.shape, bool)] * fps, fps)
        self.count = np.zeros(first.shape, np.int16)

    def see(self, now: np.ndarray, counts: np.ndarray) -> np.ndarray:
        """The pixels that have flashed more often than allowed; only turns where `counts` holds are counted."""
        self.low, self.high = np.minimum(self.low, now), np.maximum(self.high, now)
        rise = (self.way <= 0) & (now - self.low >= self.step) & counts
        fall = (self.way >= 0) & (self.high - now >= self.step) & counts
        self.high, self.low = np.where(rise, now, self.high), np.where(fall, now, self.low)
        self.way = np.where(rise, 1, np.where(fall, -1, self.way)).astype(np.int8)
        turned = rise | fall
        self.count += turned.astype(np.int16) - self.recent[0]
        self.recent.append(turned)
        return self.count > 2 * MOST


def worst(frames: Iterable[np.ndarray], fps: int) -> float:
    """The largest share of any field in which there are too many flashes; `frames` are RGB, uint8.

    More than 0.25 is a failure.
    """
    found, general, red = 0.0, None, None
    for frame in frames:
        linear = _linear(frame)
        light = linear @ np.array((0.2126, 0.7152, 0.0722), np.float32)
        total = linear.sum(axis=2)
        saturated = linear[..., 0] >= 0.8 * np.maximum(total, 1e-4)
        redness = np.maximum(0, linear[..., 0] - linear[..., 1] - linear[..., 2]) * 320
        if general is None or red is None:
            general, red = _Turns(light, 0.1, fps), _Turns(redness, 20.0, fps)
            before = saturated, light
        dark = np.minimum(general.low, light) < 0.8
        bad = general.see(light, dark) | red.see(redness, saturated | before[0])
        before = saturated, light
        field = tuple(max(1, round(share * length)) for share, length in zip(FIELD, bad.shape[::-1], strict=True))
        found = max(found, float(cv2.blur(bad.astype(np.float32), field, borderType=cv2.BORDER_CONSTANT).max()))
    return found


def _linear(frame: np.ndarray) -> np.ndarray:
    share = frame.astype(np.float32) / 255
    return np.where(share <= 0.04045, share / 12.92, ((share + 0.055) / 1.055) ** 2.4).astype(np.float32)

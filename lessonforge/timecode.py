"""Time: seconds in author files and speech, whole milliseconds in cues, whole frames on the timeline."""

from __future__ import annotations

import math


def to_ms(seconds: float) -> int:
    """The nearest whole millisecond."""
    return round(seconds * 1000)


def frames_of(seconds: float, fps: int) -> int:
    """How many whole frames cover `seconds`: rounded up, so that sound is never cut."""
    return math.ceil(seconds * fps - 1e-6)


def frame_at(seconds: float, fps: int) -> int:
    """The frame that is nearest to a moment."""
    return round(seconds * fps)


def clock(ms: int, decimal: str = ".") -> str:
    """`HH:MM:SS.mmm`, as WebVTT writes it; SRT wants `decimal=","`. Negative times are clamped to 0."""
    seconds, rest = divmod(max(0, ms), 1000)
    return f"{seconds // 3600:02}:{seconds // 60 % 60:02}:{seconds % 60:02}{decimal}{rest:03}"

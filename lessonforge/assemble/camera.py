"""The slow camera over a still picture: where it looks at each frame."""

from __future__ import annotations

import math
from typing import NamedTuple

CLOSE = 1.08
"""How much the camera magnifies at its nearest."""

_Stand = tuple[float, float, float]
_MOVES: dict[str, tuple[_Stand, _Stand]] = {
    "in": ((1.0, 0.5, 0.5), (CLOSE, 0.5, 0.5)),
    "in-left": ((1.0, 0.5, 0.5), (CLOSE, 0.2, 0.4)),
    "in-right": ((1.0, 0.5, 0.5), (CLOSE, 0.8, 0.4)),
    "out": ((CLOSE, 0.5, 0.5), (1.0, 0.5, 0.5)),
    "left": ((CLOSE, 0.95, 0.5), (CLOSE, 0.05, 0.5)),
    "right": ((CLOSE, 0.05, 0.5), (CLOSE, 0.95, 0.5)),
}
"""For every move its start and its end: magnification, and the shares of what is cut off that lie left and above."""


def is_level(move: str) -> bool:
    """Whether the magnification stays the same throughout a move."""
    return move != "still" and len({scale for scale, _, _ in _MOVES[move]}) == 1


class Sight(NamedTuple):
    """What the camera sees: a point (x, y) of the picture stands at (scale x + dx, scale y + dy), in pixels."""

    scale: float
    dx: float
    dy: float


def look(move: str, progress: float, width: int, height: int) -> Sight | None:
    """The sight at `progress` (0..1) of a move, starting and ending at rest; None for a camera that stands still."""
    if move == "still":
        return None
    start, end = _MOVES[move]
    eased = (1 - math.cos(math.pi * progress)) / 2
    scale, left, top = (a + (b - a) * eased for a, b in zip(start, end, strict=True))
    return Sight(scale, (1 - scale) * width * left, (1 - scale) * height * top)

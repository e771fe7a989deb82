"""Movements as geometry: how far they take something, and what it may come to cover."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import replace

from lessonforge.model import Box, Movement
from lessonforge.visuals.draw.bounds import around, grown


def amplitude(move: Movement, box: Box) -> float:
    """How far a movement takes a point of the box away from its place, at most."""
    x, y = move.pivot
    arm = max(math.hypot(px - x, py - y) for px in box[::2] for py in box[1::2])
    if move.kind == "swing":
        return math.radians(abs(move.x)) * arm
    if move.kind == "turn":
        return arm
    if move.kind == "scale":
        return max(abs(move.x), abs(move.y)) * arm
    long = math.hypot(move.x, move.y)
    return {"circle": 2 * long, "flow": 0.0}.get(move.kind, long)


def swept(box: Box, moves: Sequence[Movement]) -> Box:
    """All that a box may come to cover."""
    for move in moves:
        if move.kind == "turn":
            (x, y), arm = move.pivot, amplitude(move, box)
            box = around([(x - arm, y - arm), (x + arm, y + arm)])
        else:
            box = grown(box, amplitude(move, box))
    return box


def in_pixels(move: Movement, scale: tuple[float, float]) -> Movement:
    """A movement in units as one in pixels."""
    (sx, sy), (px, py) = scale, move.pivot
    lengths = move.kind in ("shift", "circle", "flow", "rise")
    x, y = (round(value * by, 3) if lengths else value for value, by in ((move.x, sx), (move.y, sy)))
    return replace(move, x=x, y=y, pivot=(round(px * sx, 2), round(py * sy, 2)))

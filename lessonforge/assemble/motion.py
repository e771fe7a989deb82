"""Where a layer is at a moment: its movements and the camera as affine maps of points, in pixels."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import replace
from typing import NamedTuple

from lessonforge.assemble.camera import Sight
from lessonforge.model import Movement


class Affine(NamedTuple):
    """Moves a point (x, y) to (a x + b y + c, d x + e y + f)."""

    a: float = 1.0
    b: float = 0.0
    c: float = 0.0
    d: float = 0.0
    e: float = 1.0
    f: float = 0.0

    def after(self, first: Affine) -> Affine:
        """The map that does `first` and then this one."""
        return Affine(
            self.a * first.a + self.b * first.d,
            self.a * first.b + self.b * first.e,
            self.a * first.c + self.b * first.f + self.c,
            self.d * first.a + self.e * first.d,
            self.d * first.b + self.e * first.e,
            self.d * first.c + self.e * first.f + self.f,
        )

    def point(self, x: float, y: float) -> tuple[float, float]:
        """Where a point comes to lie."""
        return self.a * x + self.b * y + self.c, self.d * x + self.e * y + self.f

    def shift_only(self) -> bool:
        """Whether it neither turns nor scales."""
        return abs(self.a - 1) + abs(self.b) + abs(self.d) + abs(self.e - 1) < 1e-9


def seen(sight: Sight | None, near: float) -> Affine:
    """What the camera does to a layer that is so near."""
    if sight is None:
        return Affine()
    return Affine(a=1 + (sight.scale - 1) * near, c=sight.dx * near, e=1 + (sight.scale - 1) * near, f=sight.dy * near)


def moved(movements: Sequence[Movement], seconds: float, late: float = 0.0) -> Affine:
    """Where all movements together have taken a layer; what rises is `late` by a share of its period.

    `flow` and the fading of `rise` are for others to see to.
    """
    whole = Affine()
    for movement in movements:
        whole = _one(movement, share(movement, seconds + late * movement.seconds * (movement.kind == "rise"))).after(
            whole
        )
    return whole


def share(movement: Movement, seconds: float) -> float:
    """How far into its period a movement is, 0..1; rounded, so that every loop is like the first one."""
    return round((seconds / movement.seconds + movement.phase) % 1.0, 9) % 1.0


def _one(movement: Movement, at: float) -> Affine:
    wave, (x, y) = math.sin(2 * math.pi * at), (movement.x, movement.y)
    match movement.kind:
        case "swing":
            return _turned(math.radians(x * wave), movement.pivot)
        case "turn":
            return _turned(math.copysign(2 * math.pi * at, x) if x else 0.0, movement.pivot)
        case "shift":
            return Affine(c=x * wave, f=y * wave)
        case "circle":
            first = 2 * math.pi * movement.phase
            return Affine(c=x * (math.cos(2 * math.pi * at) - math.cos(first)), f=y * (wave - math.sin(first)))
        case "scale":
            (px, py), wide, high = movement.pivot, 1 + x * wave, 1 + y * wave
            return Affine(a=wide, c=px * (1 - wide), e=high, f=py * (1 - high))
        case "rise":
            way = (at + 0.5) % 1.0 - 0.5
            return Affine(c=x * way, f=y * way)
    return Affine()


def fitted(movement: Movement, scale: float, dx: float, dy: float) -> Movement:
    """The movement in a picture that is scaled and then shifted."""
    by, (x, y) = scale if movement.kind in ("shift", "circle", "flow", "rise") else 1.0, movement.pivot
    return replace(movement, x=movement.x * by, y=movement.y * by, pivot=(x * scale + dx, y * scale + dy))


def _turned(angle: float, pivot: tuple[float, float]) -> Affine:
    """A turn around a point, clockwise (y points down)."""
    cos, sin, (x, y) = math.cos(angle), math.sin(angle), pivot
    return Affine(cos, -sin, x - cos * x + sin * y, sin, cos, y - sin * x - cos * y)

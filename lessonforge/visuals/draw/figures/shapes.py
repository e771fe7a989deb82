"""Outlines: limbs, cloth and round corners as path data, and frames that shapes are drawn in.

Points are (x, y) with y downwards. Angles are in degrees clockwise; a limb's angle is 0 straight down, 90 forwards
(to the right), 180 straight up.
"""

from __future__ import annotations

import itertools
import math
from collections.abc import Sequence
from dataclasses import dataclass

Point = tuple[float, float]


def num(value: float) -> str:
    """A number as short as a drawing needs it."""
    return f"{value:.1f}".removesuffix(".0").replace("-0.0", "0")


def at(point: Point) -> str:
    """A point in path data."""
    return f"{num(point[0])} {num(point[1])}"


def step(start: Point, angle: float, length: float) -> Point:
    """Where a bone of this angle and length ends."""
    turn = math.radians(angle)
    return start[0] + length * math.sin(turn), start[1] + length * math.cos(turn)


def between(one: Point, other: Point, share: float = 0.5) -> Point:
    """The point at a share of the way."""
    return one[0] + (other[0] - one[0]) * share, one[1] + (other[1] - one[1]) * share


def bend(start: Point, target: Point, lengths: tuple[float, float], side: float) -> tuple[Point, Point]:
    """Elbow and end of a limb that reaches for a target, as near as it can; `side` 1 bends it clockwise, -1 the other
    way.
    """
    first, second = lengths
    dx, dy = target[0] - start[0], target[1] - start[1]
    far = math.hypot(dx, dy) or 0.01
    reach = min(max(far, abs(first - second) + 0.5), first + second - 0.2)
    end = start[0] + dx / far * reach, start[1] + dy / far * reach
    along = (first**2 - second**2 + reach**2) / (2 * reach)
    out = math.sqrt(max(0.0, first**2 - along**2)) * side
    ux, uy = dx / far, dy / far
    return (start[0] + ux * along - uy * out, start[1] + uy * along + ux * out), end


@dataclass(frozen=True)
class Frame:
    """Where a piece is drawn: its origin, how it is turned (degrees clockwise), and its scale."""

    origin: Point = (0.0, 0.0)
    turn: float = 0.0
    wide: float = 1.0
    tall: float = 1.0

    def at(self, x: float, y: float) -> Point:
        """A point of the piece on the sheet."""
        turn = math.radians(self.turn)
        x, y = x * self.wide, y * self.tall
        cos, sin = math.cos(turn), math.sin(turn)
        return self.origin[0] + x * cos - y * sin, self.origin[1] + x * sin + y * cos

    def local(self, point: Point) -> Point:
        """The inverse of `at`."""
        turn = math.radians(-self.turn)
        dx, dy = point[0] - self.origin[0], point[1] - self.origin[1]
        cos, sin = math.cos(turn), math.sin(turn)
        return (dx * cos - dy * sin) / self.wide, (dx * sin + dy * cos) / self.tall

    @property
    def transform(self) -> str:
        """For a group's attribute."""
        text = f"translate({at(self.origin)})"
        text += f" rotate({num(self.turn)})" if abs(self.turn) > 0.05 else ""
        return text + (f" scale({self.wide:.3f} {self.tall:.3f})" if (self.wide, self.tall) != (1, 1) else "")

    def path(self, *parts: str | Point) -> str:
        """Path data of commands and points of the piece: `path("M", (0, 1), "Q", (2, 3), (4, 5), "Z")`."""
        return "".join(part if isinstance(part, str) else f"{at(self.at(*part))} " for part in parts)


def cut(points: Sequence[Point], radii: Sequence[float], share: float) -> tuple[list[Point], list[float]]:
    """The first share (0..1) of a limb's length."""
    lengths = [math.dist(a, b) for a, b in itertools.pairwise(points)]
    left, kept, sizes = share * sum(lengths), [points[0]], [radii[0]]
    for n, length in enumerate(lengths):
        part = min(1.0, left / (length or 1))
        kept.append(between(points[n], points[n + 1], part))
        sizes.append(radii[n] + (radii[n + 1] - radii[n]) * part)
        left -= length
        if left <= 0:
            break
    return kept, sizes


def stretch(
    points: Sequence[Point], radii: Sequence[float], start: float, end: float
) -> tuple[list[Point], list[float]]:
    """A limb from one share (0..1) of its length to another."""
    path, sizes = cut(points, radii, end)
    path, sizes = cut(path[::-1], sizes[::-1], 1 - start / end)
    return path[::-1], sizes[::-1]


def limb(points: Sequence[Point], radii: Sequence[float], *, flat: bool = False, cut_start: bool = False) -> str:
    """The outline of a limb through its joints, as thick as `radii` there; `flat`: its far end is cut straight, its
    near one with `cut_start`.
    """
    there, back = _side(points, radii), _side(points[::-1], radii[::-1])
    end = "L" if flat else f"A{num(radii[-1])} {num(radii[-1])} 0 0 1 "
    start = "L" if cut_start else f"A{num(radii[0])} {num(radii[0])} 0 0 1 "
    return f"M{there}{end}{back}{start}{there.partition('L')[0]}Z"


def _side(points: Sequence[Point], radii: Sequence[float]) -> str:
    """The left side of a limb, from its first joint to its last."""
    edges = [_edge(points[n], points[n + 1], radii[n], radii[n + 1]) for n in range(len(points) - 1)]
    text = at(edges[0][0])
    for n, (edge, after) in enumerate(itertools.pairwise(edges), 1):
        text += _joint(edge, after, points[n], radii[n])
    return f"{text}L{at(edges[-1][1])}"


def _edge(start: Point, end: Point, first: float, last: float) -> tuple[Point, Point]:
    length = math.dist(start, end) or 0.01
    nx, ny = (end[1] - start[1]) / length, -(end[0] - start[0]) / length
    return (start[0] + nx * first, start[1] + ny * first), (end[0] + nx * last, end[1] + ny * last)


def _joint(edge: tuple[Point, Point], after: tuple[Point, Point], joint: Point, radius: float) -> str:
    """From one bone to the next: round outside; inside a soft corner where the edges meet, else through the joint."""
    (a, b), (c, d) = edge, after
    cross = (b[0] - a[0]) * (d[1] - c[1]) - (b[1] - a[1]) * (d[0] - c[0])
    if cross >= 0:
        return f"L{at(b)}A{num(radius)} {num(radius)} 0 0 1 {at(c)}"
    one = ((c[0] - a[0]) * (d[1] - c[1]) - (c[1] - a[1]) * (d[0] - c[0])) / cross
    two = ((c[0] - a[0]) * (b[1] - a[1]) - (c[1] - a[1]) * (b[0] - a[0])) / cross
    if not (0 < one < 1.01 and -0.01 < two < 1):
        straight = -cross < 0.35 * math.dist(a, b) * math.dist(c, d)
        return f"L{at(b)}L{at(c)}" if straight else f"L{at(b)}L{at(joint)}L{at(c)}"
    corner = between(a, b, one)
    soft = min(radius, math.dist(a, corner) * 0.6, math.dist(corner, d) * 0.6)
    before, later = _towards(corner, a, soft), _towards(corner, d, soft)
    return f"L{at(before)}Q{at(corner)} {at(later)}"


def _towards(start: Point, end: Point, length: float) -> Point:
    return between(start, end, length / (math.dist(start, end) or 1))


def hull(points: Sequence[Point]) -> list[Point]:
    """The convex hull, clockwise."""
    ordered = sorted(set(points))

    def half(row: Sequence[Point]) -> list[Point]:
        kept: list[Point] = []
        for p in row:
            while len(kept) > 1 and _cross(kept[-2], kept[-1], p) <= 0:
                kept.pop()
            kept.append(p)
        return kept[:-1]

    return half(ordered) + half(ordered[::-1])


def _cross(a: Point, b: Point, c: Point) -> float:
    return (b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0])


def right_of(points: Sequence[Point], top: Point, bottom: Point) -> list[Point]:
    """The part of a polygon on the right of a line that runs down."""
    kept: list[Point] = []
    for p, q in zip(points, [*points[1:], points[0]], strict=True):
        one, two = _cross(top, bottom, p), _cross(top, bottom, q)
        if one <= 0:
            kept.append(p)
        if one * two < 0:
            kept.append(between(p, q, one / (one - two)))
    return kept


def rounded(points: Sequence[Point], radius: float) -> str:
    """A polygon with round corners."""
    text = ""
    for n, corner in enumerate(points):
        before, after = points[n - 1], points[(n + 1) % len(points)]
        start = _towards(corner, before, min(radius, math.dist(corner, before) / 2))
        end = _towards(corner, after, min(radius, math.dist(corner, after) / 2))
        text += f"{'L' if text else 'M'}{at(start)}Q{at(corner)} {at(end)}"
    return f"{text}Z"

"""Where labels go: near what they name, inside the frame, over nothing that matters to another label."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

Point = tuple[float, float]
_DIRECTIONS = [(math.sin(math.tau * n / 16), -math.cos(math.tau * n / 16)) for n in range(16)]
_REACHES = (1.1, 1.8, 2.8, 4.2, 6.0, 8.5, 12.0)
_CLASH, _COVER, _CROSS = 1000.0, 200.0, 40.0


@dataclass(frozen=True)
class Box:
    """A rectangle: left top corner, width and height."""

    x: float
    y: float
    width: float
    height: float

    @property
    def centre(self) -> Point:
        """The middle."""
        return self.x + self.width / 2, self.y + self.height / 2

    def overlaps(self, other: Box, gap: float = 0) -> bool:
        """Whether they are nearer to each other than `gap`."""
        return (
            self.x - gap < other.x + other.width
            and other.x - gap < self.x + self.width
            and self.y - gap < other.y + other.height
            and other.y - gap < self.y + self.height
        )

    def holds(self, point: Point, gap: float = 0) -> bool:
        """Whether the point lies in it or nearer to it than `gap`."""
        x, y = point
        across = self.x - gap < x < self.x + self.width + gap
        return across and self.y - gap < y < self.y + self.height + gap


def around(points: Sequence[Point], sizes: Sequence[Point], frame: Box, unit: float) -> list[Box] | None:
    """A box of each size near its point, all inside `frame`; None when they can't be kept apart.

    `unit` is the height of the text, which distances are measured in. Each box in turn takes the cheapest of the
    places around its point; this is repeated until none wants to move.
    """
    if sum(width * height for width, height in sizes) * 2 > frame.width * frame.height:
        return None
    middle = (sum(x for x, _ in points) / len(points), sum(y for _, y in points) / len(points))
    choices = []
    for point, size in zip(points, sizes, strict=True):
        boxes = dict.fromkeys(_candidates(point, size, frame, unit))
        choices.append(sorted(((_alone(box, point, middle, unit), box) for box in boxes), key=lambda pair: pair[0]))
    taken = [ranked[0][1] for ranked in choices]
    for _ in range(8):
        before = list(taken)
        for own, ranked in enumerate(choices):
            taken[own] = _cheapest(ranked, own, taken, points, unit)
        if taken == before:
            break
    clash = any(a.overlaps(b) for n, a in enumerate(taken) for b in taken[:n])
    return None if clash else taken


def _cheapest(
    ranked: Sequence[tuple[float, Box]], own: int, taken: Sequence[Box], points: Sequence[Point], unit: float
) -> Box:
    """The best of the ranked places beside the boxes that the others have taken."""
    best, least = ranked[0][1], math.inf
    for alone, box in ranked:
        if alone >= least:  # all that follow are worse, as the others only add to it
            break
        cost = alone + _among(box, own, taken, points, unit)
        if cost < least:
            best, least = box, cost
    return best


def _candidates(point: Point, size: Point, frame: Box, unit: float) -> list[Box]:
    width, height = size
    found = []
    for reach in _REACHES:
        for dx, dy in _DIRECTIONS:
            # as far as the box's own edge in this direction, and `reach` further
            edge = min(width / 2 / max(abs(dx), 1e-9), height / 2 / max(abs(dy), 1e-9))
            x = point[0] + dx * (edge + reach * unit) - width / 2
            y = point[1] + dy * (edge + reach * unit) - height / 2
            x = min(max(x, frame.x), frame.x + frame.width - width)
            y = min(max(y, frame.y), frame.y + frame.height - height)
            found.append(Box(x, y, width, height))
    return found


def _alone(box: Box, point: Point, middle: Point, unit: float) -> float:
    """Short leaders, away from the middle of all that is named, rather above than below; never over its own point."""
    x, y = box.centre
    length = math.dist((x, y), point) / unit
    outward = math.hypot(x - middle[0], y - middle[1]) / unit
    below = 0.6 if y > point[1] else 0.0
    return length - 0.35 * outward + below + _COVER * box.holds(point, 0.7 * unit)


def _among(box: Box, own: int, taken: Sequence[Box], points: Sequence[Point], unit: float) -> float:
    cost = 0.0
    for n, (other, point) in enumerate(zip(taken, points, strict=True)):
        if n != own:
            cost += _CLASH * box.overlaps(other, 0.25 * unit) + _COVER * box.holds(point, 0.6 * unit)
            cost += _CROSS * _crosses(points[own], box.centre, point, other.centre)
            cost += _CROSS * (_passes(points[own], box.centre, other) + _passes(point, other.centre, box))
    return cost


def _passes(start: Point, end: Point, box: Box) -> bool:
    """Whether a line runs through a box: it has an end inside, or crosses one of the box's diagonals."""
    a, b = (box.x, box.y), (box.x + box.width, box.y + box.height)
    c, d = (b[0], a[1]), (a[0], b[1])
    return box.holds(start) or box.holds(end) or _crosses(start, end, a, b) or _crosses(start, end, c, d)


def _crosses(a: Point, b: Point, c: Point, d: Point) -> bool:
    def side(p: Point, q: Point, r: Point) -> bool:
        return (q[0] - p[0]) * (r[1] - p[1]) > (q[1] - p[1]) * (r[0] - p[0])

    return side(a, b, c) != side(a, b, d) and side(c, d, a) != side(c, d, b)

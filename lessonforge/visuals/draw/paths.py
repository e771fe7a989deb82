"""Path data: how it is written, and where it lies."""

from __future__ import annotations

import re
from collections.abc import Sequence

from lessonforge.model import Box
from lessonforge.visuals.draw.bounds import Point, around

_COMMAND = re.compile(r"([A-Za-z])([^A-Za-z]*)")
_NUMBER = re.compile(r"-?(?:\d+\.?\d*|\.\d+)")
_TAKES = {"M": 2, "L": 2, "T": 2, "H": 1, "V": 1, "C": 6, "S": 4, "Q": 4, "A": 7, "Z": 0}


def num(value: float) -> str:
    """A number as short as SVG allows at a tenth of a unit."""
    return f"{value:.1f}".removesuffix(".0")


def path(*parts: str | float) -> str:
    """Path data of commands and numbers: `path("M", 0, 1.25, "h", 3)`."""
    return " ".join(part if isinstance(part, str) else num(part) for part in parts)


def smooth(points: list[tuple[float, float]], *, closed: bool = False) -> str:
    """A path of curves through points (Catmull-Rom as cubic Béziers)."""
    ring = [points[-1], *points, points[0], points[1]] if closed else [points[0], *points, points[-1]]
    path = f"M{num(ring[1][0])} {num(ring[1][1])}"
    for (x0, y0), (x1, y1), (x2, y2), (x3, y3) in zip(ring, ring[1:], ring[2:], ring[3:], strict=False):
        path += (
            f"C{num(x1 + (x2 - x0) / 6)} {num(y1 + (y2 - y0) / 6)} {num(x2 - (x3 - x1) / 6)} {num(y2 - (y3 - y1) / 6)}"
            f" {num(x2)} {num(y2)}"
        )
    return path + ("Z" if closed else "")


def down_to(path: str, points: list[tuple[float, float]], bottom: float) -> str:
    """A curve closed at the bottom of the picture, as hills and water are."""
    return f"{path}L{num(points[-1][0])} {num(bottom)}L{num(points[0][0])} {num(bottom)}Z"


def ellipse(x: float, y: float, rx: float, ry: float) -> str:
    """An ellipse as a path."""
    return (
        f"M{num(x - rx)} {num(y)}a{num(rx)} {num(ry)} 0 1 0 {num(2 * rx)} 0a{num(rx)} {num(ry)} 0 1 0 {num(-2 * rx)} 0Z"
    )


def extent(path: str) -> Box:
    """A box that holds all of a path: around its points and the control points of its curves."""
    at, start, control = (0.0, 0.0), (0.0, 0.0), (0.0, 0.0)
    found: list[Point] = []
    for command, written in _COMMAND.findall(path):
        values = [float(number) for number in _NUMBER.findall(written)]
        kind, takes = command.upper(), _TAKES[command.upper()]
        origin = command.islower()
        if kind == "Z":
            at = start
        for n in range(0, len(values), takes or 1):
            points = _points(kind, values[n : n + takes], at, origin)
            if kind == "T":
                control = (2 * at[0] - control[0], 2 * at[1] - control[1])
                found.append(control)
            elif kind == "A":
                found += _bulge(values[n : n + takes], at, points[-1])
            found += points
            at = points[-1]
            start = at if kind == "M" and n == 0 else start
            control = points[-2] if kind in "CSQ" else control if kind == "T" else at
    return around(found)


def _points(kind: str, values: Sequence[float], at: Point, relative: bool) -> list[Point]:
    """The points of one segment, its end last."""
    x0, y0 = at if relative else (0.0, 0.0)
    if kind == "H":
        return [(x0 + values[0], at[1])]
    if kind == "V":
        return [(at[0], y0 + values[0])]
    pairs = values[-2:] if kind == "A" else values
    return [(x0 + x, y0 + y) for x, y in zip(pairs[::2], pairs[1::2], strict=True)]


def _bulge(values: Sequence[float], start: Point, end: Point) -> list[Point]:
    """Corners that an arc does not leave."""
    rx, ry, large = abs(values[0]), abs(values[1]), values[3] != 0
    whole = abs(end[0] - start[0]) >= 1.99 * rx or not large
    x, y, reach = (start[0] + end[0]) / 2, (start[1] + end[1]) / 2, 1 if whole else 2
    return [(x - reach * rx, y - reach * ry), (x + reach * rx, y + reach * ry)]

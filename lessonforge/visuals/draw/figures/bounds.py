"""The box around drawn shapes."""

from __future__ import annotations

import functools
import math
import re
from collections.abc import Iterable, Sequence
from xml.etree import ElementTree

from lessonforge.visuals.draw.things import SVG

Matrix = tuple[float, float, float, float, float, float]
Point = tuple[float, float]
WHOLE: Matrix = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)
_STEPS = tuple(n / 6 for n in range(1, 7))
_TOKEN = re.compile(r"[a-zA-Z]|-?(?:\d+\.?\d*|\.\d+)(?:e-?\d+)?")
_TAKES = {"m": 2, "l": 2, "h": 1, "v": 1, "c": 6, "s": 4, "q": 4, "t": 2, "a": 7, "z": 0}


def bounds(elements: Iterable[ElementTree.Element]) -> tuple[float, float, float, float]:
    """Left, top, right and bottom of all that the elements draw, strokes too; right to a tenth of a unit or so."""
    xs: list[float] = []
    ys: list[float] = []
    for element in elements:
        _collect(element, WHOLE, 0.0, xs, ys)
    return min(xs), min(ys), max(xs), max(ys)


def _collect(
    element: ElementTree.Element, matrix: Matrix, stroke: float, xs: list[float], ys: list[float]
) -> None:  # fmt: skip
    """Adds the corners of what an element draws."""
    for name, given in re.findall(r"(\w+)\(([^)]*)\)", element.get("transform", "")):
        matrix = _times(matrix, _matrix(name, [float(n) for n in re.split(r"[\s,]+", given.strip())]))
    if element.get("stroke", "none") != "none" or stroke:
        stroke = float(element.get("stroke-width", stroke or 1))
    a, b, c, d, e, f = matrix
    around = stroke / 2 * math.sqrt(abs(a * d - b * c))
    for x, y in _shape(element):
        px, py = a * x + c * y + e, b * x + d * y + f
        xs += (px - around, px + around)
        ys += (py - around, py + around)
    if element.tag not in (f"{SVG}clipPath", f"{SVG}defs", f"{SVG}metadata"):
        for child in element:
            _collect(child, matrix, stroke, xs, ys)


def _matrix(name: str, n: list[float]) -> Matrix:
    if name == "translate":
        return 1, 0, 0, 1, n[0], n[1] if len(n) > 1 else 0.0
    if name == "scale":
        return n[0], 0, 0, n[-1], 0, 0
    if name == "matrix":
        return n[0], n[1], n[2], n[3], n[4], n[5]
    cos, sin = math.cos(math.radians(n[0])), math.sin(math.radians(n[0]))
    x, y = n[1:] if len(n) == 3 else (0.0, 0.0)
    return cos, sin, -sin, cos, x - x * cos + y * sin, y - x * sin - y * cos


def _times(one: Matrix, two: Matrix) -> Matrix:
    a, b, c, d, e, f = one
    g, h, i, j, k, m = two
    return a * g + c * h, b * g + d * h, a * i + c * j, b * i + d * j, a * k + c * m + e, b * k + d * m + f


def _shape(element: ElementTree.Element) -> Sequence[Point]:
    """Points around what an element itself draws."""
    tag = element.tag.removeprefix(SVG)
    if tag == "path":
        return _path(element.get("d", ""))
    if tag == "g":
        return ()
    x, y, cx, cy, wide, tall = (float(element.get(name, 0)) for name in ("x", "y", "cx", "cy", "width", "height"))
    if tag in ("circle", "ellipse"):
        rx, ry = (float(element.get(name, element.get("r", 0))) for name in ("rx", "ry"))
        angles = [n * math.pi / 8 for n in range(16)]
        return [(cx + rx * math.cos(angle), cy + ry * math.sin(angle)) for angle in angles]
    if tag in ("polygon", "polyline"):
        numbers = [float(n) for n in re.split(r"[\s,]+", element.get("points", "").strip())]
        return list(zip(numbers[::2], numbers[1::2], strict=True))
    return [(x, y), (x + wide, y + tall), (x + wide, y), (x, y + tall)] if tag == "rect" else ()


@functools.lru_cache(8192)
def _path(data: str) -> tuple[Point, ...]:
    """Points on a path: its corners, and some on each curve."""
    tokens, command, n = _TOKEN.findall(data), "", 0
    found: list[Point] = []
    here: Point = (0.0, 0.0)
    control, begin = here, here
    while n < len(tokens):
        if tokens[n].isalpha():
            command, n = tokens[n], n + 1
        takes = _TAKES[command.lower()]
        if not takes:
            here = begin
            continue
        given, n = [float(token) for token in tokens[n : n + takes]], n + takes
        here, control, points = _segment(command, given, here, control)
        found += points
        if command in "mM":
            begin, command = here, "l" if command == "m" else "L"
    return tuple(found)


def _segment(command: str, given: list[float], here: Point, control: Point) -> tuple[Point, Point, list[Point]]:
    """Where a segment ends, its last control point, and points on it."""
    kind, (x, y) = command.lower(), here if command.islower() else (0.0, 0.0)
    if kind in "hv":
        there = (x + given[0], here[1]) if kind == "h" else (here[0], y + given[0])
        return there, there, [there]
    if kind == "a":
        there = x + given[5], y + given[6]
        return there, there, _arc(here, there, given)
    points = [(x + a, y + b) for a, b in zip(given[::2], given[1::2], strict=True)]
    if kind in "st":
        points.insert(0, (2 * here[0] - control[0], 2 * here[1] - control[1]))
    if len(points) == 1:
        return points[0], points[0], points
    return points[-1], points[-2], _curve([here, *points])


def _curve(points: list[Point]) -> list[Point]:
    """Points on a Bézier curve (a quadratic one raised to a cubic)."""
    if len(points) == 3:
        (ax, ay), (bx, by), (cx, cy) = points
        one, two = ((ax + 2 * bx) / 3, (ay + 2 * by) / 3), ((cx + 2 * bx) / 3, (cy + 2 * by) / 3)
        points = [points[0], one, two, points[2]]
    found = []
    for t in _STEPS:
        a, b, c, d = (1 - t) ** 3, 3 * t * (1 - t) ** 2, 3 * t * t * (1 - t), t**3
        (px, py), (qx, qy), (rx, ry), (sx, sy) = points
        found.append((a * px + b * qx + c * rx + d * sx, a * py + b * qy + c * ry + d * sy))
    return found


def _arc(here: Point, there: Point, given: list[float]) -> list[Point]:
    """Points on an elliptical arc (SVG 1.1, F.6.5; unrotated ellipses)."""
    rx, ry, large, sweep = abs(given[0]) or 0.01, abs(given[1]) or 0.01, given[3], given[4]
    x, y = (here[0] - there[0]) / 2 / rx, (here[1] - there[1]) / 2 / ry
    size = max(1.0, math.hypot(x, y))
    rx, ry, x, y = rx * size, ry * size, x / size, y / size
    far = math.sqrt(max(0.0, 1 / (x * x + y * y or 1) - 1)) * (1 if large != sweep else -1)
    cx, cy = far * y, -far * x
    start, end = math.atan2(y - cy, x - cx), math.atan2(-y - cy, -x - cx)
    turn = (end - start) % (2 * math.pi) - (0 if sweep else 2 * math.pi)
    mx, my = (here[0] + there[0]) / 2 + cx * rx, (here[1] + there[1]) / 2 + cy * ry
    return [(mx + rx * math.cos(start + turn * t), my + ry * math.sin(start + turn * t)) for t in _STEPS]

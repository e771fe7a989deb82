"""The box around drawn shapes."""

from __future__ import annotations

import itertools
import math
import re
from collections.abc import Iterable, Iterator
from xml.etree import ElementTree

from lessonforge.visuals.draw.things import SVG

Matrix = tuple[float, float, float, float, float, float]
Point = tuple[float, float]
WHOLE: Matrix = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)
_STEPS = tuple(n / 8 for n in range(1, 9))
_TOKEN = re.compile(r"[a-zA-Z]|-?(?:\d+\.?\d*|\.\d+)(?:e-?\d+)?")
_TAKES = {"m": 2, "l": 2, "h": 1, "v": 1, "c": 6, "s": 4, "q": 4, "t": 2, "a": 7, "z": 0}


def bounds(elements: Iterable[ElementTree.Element]) -> tuple[float, float, float, float]:
    """Left, top, right and bottom of all that the elements draw, strokes too."""
    points = [point for element in elements for point in _points(element, WHOLE, 0.0)]
    xs, ys = [x for x, _ in points], [y for _, y in points]
    return min(xs), min(ys), max(xs), max(ys)


def _points(element: ElementTree.Element, matrix: Matrix, stroke: float) -> Iterator[Point]:
    for name, given in re.findall(r"(\w+)\(([^)]*)\)", element.get("transform", "")):
        matrix = _times(matrix, _matrix(name, [float(n) for n in re.split(r"[\s,]+", given.strip())]))
    if element.get("stroke", "none") != "none" or stroke:
        stroke = float(element.get("stroke-width", stroke or 1))
    a, b, c, d, e, f = matrix
    around = stroke / 2 * math.sqrt(abs(a * d - b * c))
    for x, y in _shape(element):
        px, py = a * x + c * y + e, b * x + d * y + f
        yield px - around, py - around
        yield px + around, py + around
    if element.tag not in (f"{SVG}clipPath", f"{SVG}defs", f"{SVG}metadata"):
        for child in element:
            yield from _points(child, matrix, stroke)


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


def _shape(element: ElementTree.Element) -> Iterator[Point]:
    tag = element.tag.removeprefix(SVG)
    get = {name: float(element.get(name, 0)) for name in ("x", "y", "cx", "cy") if tag != "path"}
    if tag == "path":
        yield from _path(element.get("d", ""))
    elif tag in ("circle", "ellipse"):
        rx, ry = (float(element.get(name, element.get("r", 0))) for name in ("rx", "ry"))
        for n in range(16):
            yield get["cx"] + rx * math.cos(n * math.pi / 8), get["cy"] + ry * math.sin(n * math.pi / 8)
    elif tag == "rect":
        wide, tall = float(element.get("width", 0)), float(element.get("height", 0))
        yield from ((get["x"] + dx, get["y"] + dy) for dx in (0, wide) for dy in (0, tall))
    elif tag in ("polygon", "polyline"):
        numbers = [float(n) for n in re.split(r"[\s,]+", element.get("points", "").strip())]
        yield from zip(numbers[::2], numbers[1::2], strict=True)


def _path(data: str) -> Iterator[Point]:
    tokens, command, n = _TOKEN.findall(data), "", 0
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
        there, control, curve = _segment(command, given, here, control)
        yield from (curve(t) for t in _STEPS) if curve else (there,)
        here = there
        if command in "mM":
            begin, command = here, "l" if command == "m" else "L"


def _segment(command, given, here, control):  # type: ignore[no-untyped-def]
    """Where a segment ends, its last control point, and the curve (a function of 0..1) if it is one."""
    kind, (x, y) = command.lower(), here if command.islower() else (0.0, 0.0)
    if kind in "hv":
        there = (x + given[0], here[1]) if kind == "h" else (here[0], y + given[0])
        return there, there, None
    if kind == "a":
        there = x + given[5], y + given[6]
        return there, there, _arc(here, there, given)
    points = [(x + a, y + b) for a, b in zip(given[::2], given[1::2], strict=True)]
    if kind in "st":
        points.insert(0, (2 * here[0] - control[0], 2 * here[1] - control[1]))
    if len(points) == 1:
        return points[0], points[0], None
    return points[-1], points[-2], lambda t: _bezier((here, *points), t)


def _bezier(points: tuple[Point, ...], t: float) -> Point:
    while len(points) > 1:
        pairs = itertools.pairwise(points)
        points = tuple((a[0] + (b[0] - a[0]) * t, a[1] + (b[1] - a[1]) * t) for a, b in pairs)
    return points[0]


def _arc(here: Point, there: Point, given: list[float]):  # type: ignore[no-untyped-def]
    """An elliptical arc as a function of 0..1 (SVG 1.1, F.6.5; unrotated ellipses)."""
    rx, ry, large, sweep = abs(given[0]) or 0.01, abs(given[1]) or 0.01, given[3], given[4]
    x, y = (here[0] - there[0]) / 2 / rx, (here[1] - there[1]) / 2 / ry
    size = max(1.0, math.hypot(x, y))
    rx, ry, x, y = rx * size, ry * size, x / size, y / size
    far = math.sqrt(max(0.0, 1 / (x * x + y * y or 1) - 1)) * (1 if large != sweep else -1)
    cx, cy = far * y, -far * x
    start, end = math.atan2(y - cy, x - cx), math.atan2(-y - cy, -x - cx)
    turn = (end - start) % (2 * math.pi) - (0 if sweep else 2 * math.pi)
    mx, my = (here[0] + there[0]) / 2 + cx * rx, (here[1] + there[1]) / 2 + cy * ry
    return lambda t: (mx + rx * math.cos(start + turn * t), my + ry * math.sin(start + turn * t))

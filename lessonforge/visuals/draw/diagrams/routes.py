"""A map with a way across it: landmarks, a dashed line from a dot to a pin."""

from __future__ import annotations

import math
from itertools import pairwise

from lessonforge.visuals.draw.bounds import Point
from lessonforge.visuals.draw.diagrams.page import FLOOR, TOP, drawn, fitted, several
from lessonforge.visuals.draw.grammar import Item, Scene
from lessonforge.visuals.draw.paths import ellipse, num, smooth
from lessonforge.visuals.draw.settings.stage import Stage
from lessonforge.visuals.draw.things import catalogue

MOST = 7
ROUTE = "#b5432f"
SKETCH = "#b99a63"


def route(stage: Stage, scene: Scene) -> None:
    """Draws the stops in the order of the journey."""
    items = stops_of(scene)
    stops, size = placed(stage, len(items))
    parchment(stage)
    reach = min(80.0, stage.width * 0.09)
    aside = 0.085 * min(stage.width, 1400) + 24
    rose(stage, aside if stops[-1][0] > stage.width / 2 else stage.width - aside, 132, reach)
    for (x, y), item in zip(stops, items, strict=True):
        thing = drawn(stage, item)
        tall = fitted(thing, item, size, size)
        stage.canvas.shape(1990, ellipse(x, y, size * 0.46, size * 0.1), "#c9ab72", opacity=0.55, lit=True, detail=True)
        several(stage, 2000 + y / 100, thing, item, x, y - tall * (1 - thing.base), tall)
    points = [(x, y + size * 0.15) for x, y in stops]
    way = [points[0]]
    for n, (one, other) in enumerate(pairwise(points)):
        side = 0.16 * (-1) ** n
        dx, dy = other[0] - one[0], other[1] - one[1]
        way += [((one[0] + other[0]) / 2 - side * dy, (one[1] + other[1]) / 2 + side * dx + size * 0.1), other]
    dash, colour = size * 0.09, next((word for word in scene.manner if word.startswith("#")), ROUTE)
    stage.canvas.stroke(1980, smooth(way), colour, dash * 0.55, lit=True, dash=f"{num(dash)} {num(dash * 1.3)}")
    for at in points[1:-1]:
        stage.canvas.shape(1985, ellipse(*at, dash * 0.6, dash * 0.6), colour, lit=True)
    _start(stage, points[0], dash)
    pin = catalogue()["location-pin"]
    stage.canvas.show(2050, pin, points[-1][0], points[-1][1] + 4, size * 0.4)


def stops_of(scene: Scene) -> tuple[Item, ...]:
    """The stops of the journey: no compass, which every map has."""
    return tuple(item for item in scene.items if item.thing != "compass")[:MOST]


def travelled(scene: Scene) -> bool:
    """Whether there is a journey between places, not between people."""
    stops = stops_of(scene)
    return len(stops) > 1 and not any(catalogue()[item.thing].figure for item in stops)


def placed(stage: Stage, count: int) -> tuple[list[Point], float]:
    """The feet of the stops and how large they are: winding from left to right, or upwards where it is narrow."""
    wide, tall = stage.width, FLOOR - TOP
    if wide > 900:
        size = min(300.0, wide * 0.86 / count, tall * 0.38)
        xs = [wide * 0.1 + size / 2 + n * (wide * 0.8 - size) / max(1, count - 1) for n in range(count)]
        high, low = TOP + 50 + size, FLOOR - size * 0.3 - 26
        return [(x, high if n % 2 else low) for n, x in enumerate(xs)], size
    size = min(wide * 0.3, tall / (count + 1) * 1.15)
    ys = [FLOOR - size * 0.36 - 20 - n * (tall - 1.5 * size - 80) / max(1, count - 1) for n in range(count)]
    return [(wide * (0.3 if n % 2 == 0 else 0.66), y) for n, y in enumerate(ys)], size


def _start(stage: Stage, at: Point, size: float) -> None:
    stage.canvas.shape(1985, ellipse(*at, size * 1.1, size * 1.1), ROUTE, lit=True)
    stage.canvas.shape(1986, ellipse(*at, size * 0.55, size * 0.55), "#fdf6e6", lit=True)


def parchment(stage: Stage) -> None:
    """Old paper with a worn edge, hills and waves drawn on it, and folds."""
    canvas, wide, chance = stage.canvas, stage.width, stage.place
    canvas.band(-2000, 0, 1005, ("#a77f4c", "#95703f"), lit=True)
    edge = [(x + chance.uniform(-5, 5), y + chance.uniform(-5, 5)) for x, y in _border(wide, 18)]
    canvas.shape(-1990, smooth(edge, closed=True), "#efdcae", lit=True)
    inner = [(x + chance.uniform(-4, 4), y + chance.uniform(-4, 4)) for x, y in _border(wide, 44)]
    canvas.stroke(-1980, smooth(inner, closed=True), "#d5b97e", 3, lit=True)
    for share in (0.25, 0.5, 0.75):
        canvas.stroke(-1970, f"M{num(wide * share)} 26V974", "#dcc48e", 5, 0.7, lit=True)
    for n in range(int(wide / 120)):
        x, y = chance.uniform(90, wide - 150), chance.uniform(110, 880)
        hill = f"M{num(x)} {num(y)}q14 -34 26 -34t26 34m-16 -18q10 -22 20 -22t20 40"
        wave = f"M{num(x)} {num(y)}q9 -9 18 0t18 0t18 0m-44 14q9 -9 18 0t18 0"
        canvas.stroke(-1960, (hill, wave)[n % 2], SKETCH, 3.4, 0.55, lit=True)


def _border(wide: float, inset: float) -> list[Point]:
    """Points around the sheet."""
    across, down = max(4, round(wide / 110)), 9
    left, right, top, bottom = inset, wide - inset, inset, 1000 - inset
    xs = [left + (right - left) * n / across for n in range(across)]
    ys = [top + (bottom - top) * n / down for n in range(down)]
    return [
        *((x, top) for x in xs), *((right, y) for y in ys),
        *((left + right - x, bottom) for x in xs), *((left, top + bottom - y) for y in ys),
    ]  # fmt: skip


def rose(stage: Stage, x: float, y: float, size: float) -> None:
    """A compass rose; the long point is north."""
    stage.canvas.stroke(-1950, ellipse(x, y, size * 0.6, size * 0.6), SKETCH, 3, 0.9, lit=True)
    for n in range(8):
        reach = size * ((1.25 if n == 0 else 1.0) if n % 2 == 0 else 0.55)
        angle = n * math.pi / 4 - math.pi / 2
        tip = (x + reach * math.cos(angle), y + reach * math.sin(angle))
        for side, colour in ((-1, "#8a6a3a"), (1, "#c9a765")):
            foot = (x + size * 0.2 * math.cos(angle + side * 0.8), y + size * 0.2 * math.sin(angle + side * 0.8))
            half = f"M{num(x)} {num(y)}L{num(tip[0])} {num(tip[1])}L{num(foot[0])} {num(foot[1])}Z"
            stage.canvas.shape(-1945 - n % 2, half, ROUTE if n == 0 and side < 0 else colour, lit=True)

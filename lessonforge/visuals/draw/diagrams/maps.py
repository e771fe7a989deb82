"""Maps: land and sea on an old sheet, small symbols where features lie, and a way from one to the next."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from lessonforge.visuals.draw.bounds import Point
from lessonforge.visuals.draw.diagrams.page import FLOOR, TOP, drawn
from lessonforge.visuals.draw.diagrams.routes import ROUTE, parchment, rose
from lessonforge.visuals.draw.grammar import Item, Scene
from lessonforge.visuals.draw.paths import num, smooth
from lessonforge.visuals.draw.settings.stage import Stage
from lessonforge.visuals.draw.things import catalogue

MOST = 11
WISHES: Mapping[str, Point] = {
    "north": (0.0, -0.8), "south": (0.0, 0.8), "east": (0.85, 0.0), "west": (-0.85, 0.0), "centre": (0.0, 0.0),
    "left": (-0.85, 0.0), "right": (0.85, 0.0), "top": (0.0, -0.8), "bottom": (0.0, 0.8),
    "north-east": (0.6, -0.6), "north-west": (-0.6, -0.6), "south-east": (0.6, 0.6), "south-west": (-0.6, 0.6),
}  # fmt: skip
"""Where on the land something lies, in halves of its width and height from its middle."""
SHORE = frozenset(["jetty", "lighthouse"])
LAND = [
    (u / 100, v / 100) for u in (-66, -33, 0, 33, 60) for v in (-62, 0, 62) if (u / 100) ** 2 + (v / 100) ** 2 < 0.7
]
COAST = [(0.93 * math.cos(n * math.pi / 6), 0.93 * math.sin(n * math.pi / 6)) for n in range(12)]
SEA = [(-1.03, 0.84), (1.03, 0.84), (-1.03, -0.84), (1.1, -0.36)]
"""Places for symbols, likewise: inland, on the shore and at sea."""


def features(scene: Scene) -> tuple[Item, ...]:
    """What is marked on the map: no compass, which every map has."""
    kept: dict[tuple[str, tuple[str, ...]], Item] = {}
    for item in scene.items:
        if item.thing != "compass":
            kept.setdefault((item.thing, item.spots), item)
    return tuple(kept.values())[:MOST]


def stops(scene: Scene) -> tuple[Item, ...]:
    """Where the route goes: to what is named again, `a ship, a hut, a route from the ship to the hut`, or to all."""
    names = [item.thing for item in scene.items if item.thing != "compass"]
    again = next((n for n, name in enumerate(names) if name in names[:n]), 0)
    if again == len(names) - 1:  # one end of the way is new
        again -= 1
    by = {item.thing: item for item in features(scene)}
    return tuple(by[name] for name in names[again:]) if again > 0 else features(scene)


def spots(items: Sequence[Item], river: bool = False) -> list[Point]:
    """Where each lies: where it is said to, else one after the other from west to east; no two at one place."""
    inland = [spot for spot in LAND if not river or abs(spot[0] - FORD[0]) > 0.25]
    free, found = {"land": inland, "shore": list(COAST), "sea": list(SEA)}, []
    for n, item in enumerate(items):
        wish = _wish(item, n, len(items))
        thing = catalogue()[item.thing]
        kind = "shore" if item.thing in SHORE else "sea" if thing.stands in ("water", "under water") else "land"
        choice = min(free[kind] or free["land"] or [wish], key=lambda spot: math.dist(spot, wish))
        choice = FORD if river and item.thing == "bridge" else choice
        for others in free.values():
            others[:] = [spot for spot in others if math.dist(spot, choice) > 0.34]
        found.append(choice)
    return found


def _wish(item: Item, n: int, count: int) -> Point:
    said = [WISHES[spot] for spot in item.spots if spot in WISHES]
    if said:
        return sum(x for x, _ in said), sum(y for _, y in said)
    return -0.7 + 1.4 * (n + 0.5) / count, 0.5 * (-1) ** n


def chart(stage: Stage, scene: Scene) -> None:
    """Draws the map: what lies on it, and the route where one is asked for."""
    parchment(stage)
    items, middle = features(scene), (TOP + FLOOR) / 2 + 8
    half = stage.width * 0.39, (FLOOR - TOP) * 0.4
    if "island" in scene.manner or _at_sea(items):
        _land(stage, middle, half)
    else:
        stage.canvas.shape(-1956, _sheet(stage), "#cfd6a0", opacity=0.6, lit=True)
    _waters(stage, scene, middle, half)
    rose(stage, stage.width - 0.085 * min(stage.width, 1400) - 24, 132, min(80.0, stage.width * 0.09))
    size = min(190.0, stage.width * 0.15)
    feet: dict[str, Point] = {}
    for item, (u, v) in zip(items, spots(items, "river" in scene.places), strict=True):
        x, y = stage.width / 2 + u * half[0], middle + v * half[1]
        feet[item.thing] = (x, y + size * 0.42)
        _symbol(stage, item, (x, y + size * 0.4), size)
    if "route" in scene.manner and len(feet) > 1:
        _way(stage, scene, [feet[item.thing] for item in stops(scene)])


def _at_sea(items: Sequence[Item]) -> bool:
    return any(item.thing in SHORE or catalogue()[item.thing].stands in ("water", "under water") for item in items)


def _land(stage: Stage, y: float, half: Point) -> None:
    """An island and the sea around it."""
    canvas, chance = stage.canvas, stage.place
    bays = [(n * math.tau / 24, chance.uniform(1.08, 1.18)) for n in range(24)]
    edge = [
        (stage.width / 2 + half[0] * bay * math.cos(angle), y + half[1] * bay * math.sin(angle)) for angle, bay in bays
    ]
    canvas.shape(-1956, _sheet(stage), "#a9cfd6", opacity=0.9, lit=True)
    canvas.stroke(-1955, smooth(edge, closed=True), "#d9edf0", 26, 0.8, lit=True)
    canvas.shape(-1954, smooth(edge, closed=True), "#c9d3a0", lit=True)
    canvas.stroke(-1953, smooth(edge, closed=True), "#a98f5a", 4, lit=True)


def _sheet(stage: Stage) -> str:
    left, right = 48.0, stage.width - 48
    return f"M{num(left)} 48H{num(right)}V952H{num(left)}Z"


def _waters(stage: Stage, scene: Scene, y: float, half: Point) -> None:
    """Rivers, lakes and roads as a map shows them."""
    canvas, middle = stage.canvas, stage.width / 2
    if {"lake", "pond"} & set(scene.places):
        x = middle + 0.16 * half[0]
        pond = [(x + 95 * math.cos(n), y + 0.3 * half[1] + 46 * math.sin(n)) for n in (0, 1, 2, 3.1, 4.2, 5.2)]
        canvas.shape(-1949, smooth(pond, closed=True), "#6fb3d2", lit=True)
    if "river" in scene.places:
        bed = [(middle + u * half[0], y + v * half[1]) for u, v in RIVER]
        canvas.stroke(-1949, smooth(bed), "#4f9cc4", 30, lit=True)
        canvas.stroke(-1948.5, smooth(bed), "#8cc7de", 18, lit=True)
    if {"road", "street"} & set(scene.places):
        canvas.stroke(
            -1948, smooth([(middle + u * half[0], y - v * half[1]) for u, v in RIVER]), "#b08d57", 16, lit=True
        )


RIVER = ((0.16, -0.98), (0.2, -0.6), (0.12, -0.25), (0.2, 0.05), (0.14, 0.4), (0.2, 0.7), (0.16, 1.0))
FORD = (0.2, -0.1)
"""Where the river runs, and where bridges cross it."""


def _symbol(stage: Stage, item: Item, foot: Point, size: float) -> None:
    """A thing as a small sign on the map; several of it in a cluster."""
    thing = drawn(stage, item)
    tall = min(size, size * 1.15 / thing.aspect) * (0.5 if item.thing == "cross" else 1.0)
    for n, (dx, dy) in enumerate(_cluster(min(item.count, 5))):
        share = 1.0 if item.count == 1 else 0.62
        x, base = foot[0] + dx * size * 0.5, foot[1] + dy * size * 0.3
        stage.canvas.show(
            2000 + base / 10 + n / 100, thing, x, base - tall * share * (1 - thing.base), tall * share,
            colours=dict(item.colours), lit=True,
        )  # fmt: skip


def _cluster(count: int) -> Iterator[Point]:
    """Where the members of a group stand around their middle."""
    if count == 1:
        yield 0.0, 0.0
    for n in range(count if count > 1 else 0):
        yield (n - (count - 1) / 2) * 2 / max(2, count - 1), -0.9 * (n % 2)


def _way(stage: Stage, scene: Scene, feet: Sequence[Point]) -> None:
    """The route from the first to the last."""
    colour = next((word for word in scene.manner if word.startswith("#")), ROUTE)
    way = [feet[0]]
    for n, (one, other) in enumerate(pairwise(feet)):
        dx, dy, side = other[0] - one[0], other[1] - one[1], 0.1 * (-1) ** n
        way += [((one[0] + other[0]) / 2 - side * dy, (one[1] + other[1]) / 2 + side * dx), other]
    dash = "22 20" if "dotted" in scene.manner else ""
    stage.canvas.stroke(1990, smooth(way), "#fdf6e6", 20, 0.7, lit=True)
    stage.canvas.stroke(1995, smooth(way), colour, 11, lit=True, dash=dash)

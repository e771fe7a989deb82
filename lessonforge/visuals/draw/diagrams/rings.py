"""Cycles: things around a ring with arrows from each to the next."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import pairwise

from lessonforge.visuals.draw.bounds import Point
from lessonforge.visuals.draw.diagrams.page import FLOOR, TOP, Spot, arrow, ink, medallion, page
from lessonforge.visuals.draw.diagrams.stages import BUTTERFLY, FROG, KNOWN, between, known
from lessonforge.visuals.draw.grammar import Item, Scene
from lessonforge.visuals.draw.settings.stage import Stage
from lessonforge.visuals.draw.things import catalogue

MOST = 8
ADULTS = ("woman", "man")
"""What the word adult is read as: in the life of an animal it is the grown one."""
EGGS: Mapping[str, tuple[str, ...]] = {"butterfly-egg": BUTTERFLY, "frogspawn": (*FROG, "fish")}
"""Eggs that look different, and whose they are."""


def stages(scene: Scene) -> tuple[Item, ...]:
    """What stands around the ring: what is named, or the stages known of it."""
    named, count = scene.diagram.partition(" ")[2], asked_for(scene)
    if named and len(scene.items) < 3:
        return known(named, count)
    if len(scene.items) == 1:
        return known(scene.items[0].thing, count)
    if len(scene.items) == 2:
        first, last = (item.thing for item in scene.items)
        return between(first, last, count) or grown(scene.items)
    return grown(scene.items[:MOST])


def asked_for(scene: Scene) -> int:
    """How many stages are asked for; 0 if that is not said."""
    return next((int(word) for word in scene.manner if word.isdigit()), 0)


def grown(items: Sequence[Item]) -> tuple[Item, ...]:
    """Stages of one life as they look: whose egg it is, the adult, a plant that grows; what comes again has grown."""
    named = {item.thing for item in items}
    swaps = {"egg": next((egg for egg, mates in EGGS.items() if named & set(mates)), "egg")}
    animals = [item.thing for item in items if catalogue()[item.thing].kind == "animal"]
    last = next((KNOWN[name][-1] for name in sorted(named) if name in KNOWN), "") or (animals or [""])[-1]
    if last and not any(catalogue()[name].kind == "person" for name in named - set(ADULTS)):
        swaps |= dict.fromkeys(ADULTS, last)
    if named & {"seed", "seedling"}:
        swaps["plant-pot"] = "young-plant"
    stages = [replace(item, thing=swaps[item.thing], pose="") if item.thing in swaps else item for item in items]
    return tuple(replace(item, size=_share(stages, n)) for n, item in enumerate(stages))


def _share(stages: Sequence[Item], n: int) -> float:
    """How large an animal or a plant is that comes again later, and larger, beside its largest."""
    same = [k for k, item in enumerate(stages) if replace(item, size=stages[n].size) == stages[n]]
    living = catalogue()[stages[n].thing].kind in ("animal", "plant")
    return 1 - 0.4 * (len(same) - 1 - same.index(n)) / (len(same) - 1) if living and len(same) > 1 else 1.0


def ring(stage: Stage, scene: Scene) -> None:
    """Draws a cycle, the first at the top (or the left, of two) and on clockwise."""
    page(stage, scene)
    items = stages(scene)
    around, spots = placed(stage, len(items))
    for spot, item in zip(spots, items, strict=True):
        medallion(stage, spot, item)
    for n, spot in enumerate(spots):
        arrow(stage, _between(around, spot, spots[(n + 1) % len(spots)]), ink(scene), max(8.0, spot.r * 0.075))


def placed(stage: Stage, count: int) -> tuple[list[Point], list[Spot]]:
    """The ring as points, clockwise, and the largest places on it that leave room for arrows between them."""
    wide, tall = stage.width - 2 * max(36.0, stage.width * 0.04), FLOOR - TOP
    starts = (math.pi,) if count < 3 else (-math.pi / 2, math.pi / (2 * count) - math.pi / 2)
    for radius in range(230, 40, -5):
        across = min(wide / 2 - radius, 1.9 * (tall / 2 - radius))
        for share in (1.0, 0.85, 0.7, 0.56) if count > 2 else (0.35,):
            for start in starts if stage.width < 900 else starts[:1]:
                high = (tall / 2 - radius) * share
                points = _ellipse(stage.width / 2, (TOP + FLOOR) / 2, across, high, start)
                spots = [Spot(*points[round(n * 360 / count)], radius) for n in range(count)]
                if across > 0 and _roomy(spots, radius):
                    return points, spots
    return points, spots


def _roomy(spots: Sequence[Spot], radius: float) -> bool:
    steps = [math.dist((one.x, one.y), (other.x, other.y)) for n, one in enumerate(spots) for other in spots[:n]]
    return min(steps) > 2 * radius + max(84.0, 0.6 * radius)


def _ellipse(x: float, y: float, a: float, b: float, start: float) -> list[Point]:
    """360 points at even steps along an ellipse, clockwise."""
    fine = [(x + a * math.cos(start + n * math.tau / 720), y + b * math.sin(start + n * math.tau / 720))
            for n in range(721)]  # fmt: skip
    ways = [0.0]
    for one, other in pairwise(fine):
        ways.append(ways[-1] + math.dist(one, other))
    found, at = [], 0
    for n in range(360):
        while ways[at] < ways[-1] * n / 360:
            at += 1
        found.append(fine[at])
    return found


def _between(around: Sequence[Point], start: Spot, end: Spot, gap: float = 16.0) -> list[Point]:
    """The part of the ring between two places."""
    first = min(range(360), key=lambda n: math.dist(around[n], (start.x, start.y)))
    way = [around[(first + n) % 360] for n in range(360)]
    last = min(range(1, 360), key=lambda n: math.dist(way[n], (end.x, end.y)))
    free = [p for p in way[:last] if math.dist(p, (start.x, start.y)) > start.r + gap
            and math.dist(p, (end.x, end.y)) > end.r + gap]  # fmt: skip
    return [*free[:-1:6], free[-1]]

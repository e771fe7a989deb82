"""What diagrams are drawn on and with: a quiet page, medallions that hold a thing, arrows between them."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

from lessonforge.visuals.draw.bounds import Point
from lessonforge.visuals.draw.figures import POSES, posed
from lessonforge.visuals.draw.grammar import Item, Scene
from lessonforge.visuals.draw.paths import ellipse, num, smooth
from lessonforge.visuals.draw.settings.places import lay
from lessonforge.visuals.draw.settings.stage import Stage
from lessonforge.visuals.draw.things import Thing, catalogue

TOP, FLOOR = 36.0, 836.0
"""Diagrams stay between these heights: captions are below."""
PAPER = ("#fcf6e8", "#f8eed8")
INK = "#c4573c"
CREAM = "#fdf6e6"
"""Of arrows: on a page, and on a landscape."""


def page(stage: Stage, scene: Scene) -> None:
    """A plain page; where a place is named, that place behind a veil."""
    if scene.places:
        lay(stage, set(scene.places), {"ground"})
        veil = f"M-9 -9H{num(stage.width + 9)}V1009H-9Z"
        stage.canvas.shape(1900, veil, PAPER[0], opacity=0.72, lit=True, detail=True)
    else:
        stage.canvas.band(-2000, 0, 1005, PAPER, lit=True)


def ink(scene: Scene) -> str:
    """The colour of arrows: as asked for."""
    return next((word for word in scene.manner if word.startswith("#")), INK)


@dataclass(frozen=True)
class Spot:
    """A round place for a thing: its centre and radius."""

    x: float
    y: float
    r: float


GROUNDS = {
    "ground": ("#cfe8e8", "#a9d08c"), "soil": ("#cfe8e8", "#b58a5e"), "water": ("#d5ebf0", "#8cc7de"),
    "under water": ("#bfe3ee", "#93cadd"), "air": ("#d3ebf6", ""), "sky": ("#d3ebf6", ""), "space": ("#2b3270", ""),
}  # fmt: skip
"""Colours of a medallion by where its thing stands: behind it, and the ground (or water) below."""


def medallion(stage: Stage, spot: Spot, item: Item, z: float = 2000.0) -> None:
    """A thing in a round window: on its little patch of ground or water, or afloat."""
    thing, canvas = drawn(stage, item), stage.canvas
    stands = "air" if item.flying else thing.stands
    back, ground = GROUNDS.get(stands, ("#f5e6c4", ""))
    canvas.shape(z, ellipse(spot.x, spot.y, spot.r, spot.r), back, lit=True)
    line = spot.y + spot.r * (0.16 if stands == "water" else 0.4)
    if ground:
        canvas.shape(z + 1, _below(spot, line), ground, lit=True, detail=True)
    wide, tall = spot.r * 1.44 * min(1.0, item.size), spot.r * 1.24 * min(1.0, item.size)
    if stands in ("ground", "soil"):
        height = fitted(thing, item, wide, tall)
        several(stage, z + 2, thing, item, spot.x, spot.y + spot.r * 0.6 - height * (1 - thing.base), height)
    elif stands == "water":
        height = fitted(thing, item, wide, tall * 0.84)
        several(stage, z + 2, thing, item, spot.x, line + spot.r * 0.14, height)
    else:
        height = fitted(thing, item, wide, tall)
        several(stage, z + 2, thing, item, spot.x, spot.y + height * (thing.base - 0.5), height)


def drawn(stage: Stage, item: Item) -> Thing:
    """What is drawn for an item: a person in the pose and clothes that were asked for."""
    thing = catalogue()[item.thing]
    return posed(thing, item.pose if item.pose in POSES else "", item.traits, stage.take) if thing.figure else thing


def fitted(thing: Thing, item: Item, wide: float, tall: float) -> float:
    """The height at which as many as are asked for (three at most) stand side by side in so much room."""
    return min(tall, wide / thing.aspect / (1 + 0.8 * (min(item.count, 3) - 1)))


def several(stage: Stage, z: float, thing: Thing, item: Item, x: float, base: float, tall: float) -> None:
    """As many as are asked for (three at most) side by side."""
    count = min(item.count, 3)
    for n in range(count):
        at = x + (n - (count - 1) / 2) * 0.8 * tall * thing.aspect
        stage.canvas.show(z + n * 0.1, thing, at, base, tall, colours=dict(item.colours), lit=thing.stands == "space")


def _below(spot: Spot, line: float) -> str:
    """The part of a disc below a line."""
    half = math.sqrt(spot.r**2 - (line - spot.y) ** 2)
    turn = f"A{num(spot.r)} {num(spot.r)} 0 {int(line < spot.y)} 0 {num(spot.x + half)} {num(line)}"
    return f"M{num(spot.x - half)} {num(line)}{turn}Z"


def arrow(
    stage: Stage, points: Sequence[Point], colour: str = CREAM, width: float = 14.0, z: float = 2100.0
) -> None:  # fmt: skip
    """An arrow along a smooth curve through points; the last one is its tip."""
    (x0, y0), (x, y) = points[-2:]
    angle, size = math.atan2(y - y0, x - x0), 3.3 * width
    back = [(x - size * reach * math.cos(angle + turn), y - size * reach * math.sin(angle + turn))
            for turn, reach in ((0.5, 1.0), (0, 0.7), (-0.5, 1.0))]  # fmt: skip
    end = (x - size * 0.75 * math.cos(angle), y - size * 0.75 * math.sin(angle))
    kept = [point for point in points[:-1] if math.dist(point, (x, y)) > size] or [points[0]]
    head = "M" + "L".join(f"{num(hx)} {num(hy)}" for hx, hy in ((x, y), *back)) + "Z"
    stage.canvas.stroke(z, smooth([*kept, end]), colour, width, lit=True)
    stage.canvas.shape(z + 1, head, colour, lit=True)


def curve(start: Point, control: Point, end: Point) -> list[Point]:
    """Points of a quadratic curve."""
    (ax, ay), (mx, my), (bx, by) = start, control, end
    shares = [(n / 40, 1 - n / 40) for n in range(41)]
    return [(u * u * ax + 2 * u * t * mx + t * t * bx, u * u * ay + 2 * u * t * my + t * t * by) for t, u in shares]


def bow(start: Spot, end: Spot, bend: float = 0.12, gap: float = 16.0) -> list[Point]:
    """A curve from the rim of one spot to that of another, bent to its left by a share of its length."""
    dx, dy = end.x - start.x, end.y - start.y
    middle = ((start.x + end.x) / 2 + bend * dy, (start.y + end.y) / 2 - bend * dx)
    sampled = curve((start.x, start.y), middle, (end.x, end.y))
    return [(x, y) for x, y in sampled if _free((x, y), start, gap) and _free((x, y), end, gap)][::3]


def _free(point: Point, spot: Spot, gap: float) -> bool:
    return math.dist(point, (spot.x, spot.y)) > spot.r + gap

"""What is inside a body or a cell: organs at their places in a person, organelles in the cytoplasm."""

from __future__ import annotations

import functools
import math
from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path

from lessonforge.visuals.draw.bounds import Point
from lessonforge.visuals.draw.diagrams.page import FLOOR, TOP, page
from lessonforge.visuals.draw.grammar import Item, Scene
from lessonforge.visuals.draw.paths import ellipse
from lessonforge.visuals.draw.settings.stage import Stage
from lessonforge.visuals.draw.things import Thing, catalogue, read

BODY = Path(__file__).parent / "body.svg"
ORGANS: Mapping[str, tuple[float, float, float]] = {
    "skull": (120, 58, 100), "brain": (120, 34, 46), "spine": (120, 208, 190), "ribcage": (120, 178, 100),
    "lungs": (120, 172, 100), "heart": (132, 190, 44), "kidney": (75, 256, 34), "liver": (96, 236, 38),
    "stomach": (144, 238, 46), "intestine": (120, 288, 70), "muscle": (205, 190, 42), "bone": (26, 262, 62),
    "digestive-system": (120, 165, 318),
}  # fmt: skip
"""The middle of each organ in the drawing of the body and how tall it is there, what lies behind first."""
USUAL = ("brain", "lungs", "heart", "kidney", "liver", "stomach", "intestine")
"""What a body shows when nothing in it is named."""
CELLS: Mapping[str, str] = {"cell animal": "cell", "cell plant": "plant-cell"}
ORGANELLES = frozenset(["nucleus", "mitochondrion", "chloroplast", "ribosome", "dna", "chromosome", "lysosome"])
MANY = 10


def organs(scene: Scene) -> tuple[Item, ...]:
    """The organs to draw, those behind first."""
    named = [item for item in scene.items if item.thing in ORGANS]
    order = list(ORGANS)
    return tuple(sorted(named or [Item(name, 2) for name in USUAL], key=lambda item: order.index(item.thing)))


def fits(scene: Scene) -> bool:
    """Whether all that is named has a place in a body."""
    return all(item.thing in ORGANS for item in scene.items)


@functools.cache
def outline() -> Thing:
    """The body of a person as it looks from the front, from head to hips."""
    return read(BODY)


def body(stage: Stage, scene: Scene) -> None:
    """Draws organs in a body, each where it lies and in its size."""
    page(stage, replace(scene, places=()))
    figure, tall = outline(), FLOOR - TOP
    unit = tall / figure.box[1]
    left = stage.width / 2 - figure.box[0] * unit / 2
    stage.canvas.show(1500, figure, stage.width / 2, FLOOR, tall, lit=True)
    for n, item in enumerate(organs(scene)):
        thing, (x, y, high) = catalogue()[item.thing], ORGANS[item.thing]
        sides = (1, -1) if item.thing == "kidney" and item.count > 1 else (1,)
        for side in sides:
            at, mid = left + unit * (120 + side * (x - 120)), TOP + unit * y
            stage.canvas.show(
                2000 + n, thing, at, mid + unit * high * (thing.base - 0.5), unit * high,
                flip=side < 0, colours=dict(item.colours), lit=True,
            )  # fmt: skip


def organelles(scene: Scene) -> tuple[Item, ...]:
    """What swims in a cell: what is named, and a nucleus and some of the usual ones where they are not."""
    named = [item for item in scene.items if item.thing in ORGANELLES]
    known = {item.thing for item in named}
    usual = [Item("nucleus")] + [Item("chloroplast", 3)] * (scene.diagram == "cell plant") + [Item("mitochondrion", 2)]
    few = known <= {"nucleus"}
    return (*named, *(item for item in usual if item.thing not in known and (few or item.thing == "nucleus")))


@functools.cache
def hollow(name: str) -> Thing:
    """A cell's drawing without what is inside it."""
    thing = catalogue()[name]
    walls = [element for element in thing.drawing if element.get("data-slot") or element.get("fill") == "#f3e3b0"]
    return replace(thing, drawing=tuple(walls), parts=tuple(part for part in thing.parts if part.name in ("",)))


def cell(stage: Stage, scene: Scene) -> None:
    """Draws a cell with as many organelles as are asked for around its nucleus."""
    page(stage, replace(scene, places=()))
    shell, plant = hollow(CELLS[scene.diagram]), scene.diagram == "cell plant"
    tall = min(FLOOR - TOP, stage.width * 0.92 / shell.aspect)
    left, top = (stage.width - tall * shell.aspect) / 2, (TOP + FLOOR - tall) / 2
    stage.canvas.show(1500, shell, stage.width / 2, top + tall, tall, lit=True)
    if plant:
        stage.canvas.shape(1600, ellipse(left + tall * 0.835, top + tall / 2, tall * 0.1, tall * 0.24), "#86c0da")
        stage.canvas.shape(1601, ellipse(left + tall * 0.83, top + tall * 0.49, tall * 0.088, tall * 0.22), "#a9d9ec")
    items = organelles(scene)
    centre = left + tall * (0.48 if plant else 0.5 * shell.aspect), top + tall * 0.5
    swims = [item for item in items if item.thing != "nucleus" for _ in range(min(item.count, MANY))]
    spots = list(_around(centre, tall, len(swims), *((0.3, 0.9) if plant else (0.375, 0.0))))
    for n, (item, (x, y)) in enumerate(zip(swims, spots, strict=True)):
        _swim(stage, item, (x, y), min(0.2, 1.5 / max(1, len(swims))) * tall, 1700 + n)
    for item in (item for item in items if item.thing == "nucleus"):
        _swim(stage, item, centre, tall * (0.32 if item.size <= 1 else 0.37), 1800)


def _around(centre: Point, tall: float, count: int, wide: float, gap: float) -> Iterator[Point]:
    """Points around the middle of a cell, a gap (in radians, to each side) left free on the right."""
    free = math.tau - 2 * gap
    for n in range(count):
        angle = gap + free * (n + 0.5) / count if gap else -math.pi / 2 + math.tau * n / count
        yield centre[0] + wide * tall * math.cos(angle), centre[1] + 0.335 * tall * math.sin(angle)


def _swim(stage: Stage, item: Item, at: Point, wide: float, z: float) -> None:
    """An organelle, as wide as there is room."""
    thing = catalogue()[item.thing]
    tall = min(wide / thing.aspect, wide)
    base = at[1] + tall * (thing.base - 0.5)
    stage.canvas.show(z, thing, at[0], base, tall, colours=dict(item.colours), lit=True)

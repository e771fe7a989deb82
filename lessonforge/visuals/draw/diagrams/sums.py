"""Sums of things: groups to count with plus, minus and equals between them."""

from __future__ import annotations

import math
from dataclasses import replace

from lessonforge.visuals.draw.diagrams.page import FLOOR, TOP, drawn, page
from lessonforge.visuals.draw.grammar import Item, Scene
from lessonforge.visuals.draw.settings.stage import Stage
from lessonforge.visuals.draw.things import catalogue

SIGN = 0.62
"""The room of a sign, in columns."""


def fits(scene: Scene) -> bool:
    """Whether there are two groups at least, and a sign before each but the first."""
    return 1 < len(scene.items) <= len(signs(scene)) + 1


def signs(scene: Scene) -> tuple[str, ...]:
    """The signs in their order."""
    return tuple(word for word in scene.manner if word in ("plus", "minus", "equals"))


def columns(count: int) -> int:
    """In how many columns so many are easily counted."""
    return count if count < 4 else math.ceil(count / 2) if count < 9 else math.ceil(count / 3)


def total(stage: Stage, scene: Scene) -> None:
    """Draws the groups from left to right, as large as they fit."""
    page(stage, replace(scene, places=()))
    wide = [columns(item.count) for item in scene.items]
    rows = max(math.ceil(item.count / across) for item, across in zip(scene.items, wide, strict=True))
    cell = min(stage.width * 0.92 / (sum(wide) + 1.5 * SIGN * (len(wide) - 1)), (FLOOR - TOP) / rows, 260.0)
    x, middle = stage.width / 2 - cell * (sum(wide) + 1.5 * SIGN * (len(wide) - 1)) / 2, (TOP + FLOOR) / 2
    for n, (item, across) in enumerate(zip(scene.items, wide, strict=True)):
        if n:
            tall = cell * SIGN
            sign = catalogue()[signs(scene)[n - 1]]
            tall = min(tall, tall / sign.aspect)
            centre = x + 0.75 * SIGN * cell
            stage.canvas.show(2000, sign, centre, middle + tall * (sign.base - 0.5), tall, lit=True)
            x += 1.5 * SIGN * cell
        _group(stage, item, (x, middle), (across, cell))
        x += across * cell


def _group(stage: Stage, item: Item, at: tuple[float, float], grid: tuple[int, float]) -> None:
    """So many of a thing in rows, the last row in the middle."""
    thing, (across, cell) = drawn(stage, item), grid
    tall = min(cell * 0.84, cell * 0.84 / thing.aspect)
    rows = math.ceil(item.count / across)
    for n in range(item.count):
        row, place = divmod(n, across)
        here = min(across, item.count - row * across)
        x = at[0] + cell * (across / 2 + place - (here - 1) / 2)
        y = at[1] + cell * (row - (rows - 1) / 2)
        stage.canvas.show(2000 + n, thing, x, y + tall * (thing.base - 0.5), tall, colours=dict(item.colours), lit=True)

"""Food chains and sequences: things one after the other with arrows, in rows that turn back where it is narrow."""

from __future__ import annotations

from itertools import pairwise

from lessonforge.visuals.draw.diagrams import rings
from lessonforge.visuals.draw.diagrams.page import FLOOR, TOP, Spot, arrow, bow, ink, medallion, page
from lessonforge.visuals.draw.grammar import Item, Scene
from lessonforge.visuals.draw.settings.stage import Stage

MOST = 8
GAP = 0.85
"""Between two medallions, as a share of their radius; at least `LEAST` units."""
LEAST = 84.0
LAND = ("grass", "rabbit", "fox", "eagle")
SEA = ("plankton", "fish", "seal", "orca")
WATERS = frozenset(["sea", "beach", "coast", "underwater", "snow"])


def links(scene: Scene) -> tuple[Item, ...]:
    """What is named, each once, however often it is spoken of; a chain of the place where nothing is named."""
    if not scene.items:
        return tuple(Item(name) for name in (SEA if WATERS & set(scene.places) else LAND))
    kept: dict[str, Item] = {}
    for item in scene.items:
        kept.setdefault(item.thing, item)
    return tuple(kept.values())[:MOST]


def chain(stage: Stage, scene: Scene) -> None:
    """Draws who is eaten by whom: the arrows go where the food goes."""
    _row(stage, scene, links(scene))


def steps(scene: Scene) -> tuple[Item, ...]:
    """What is named, in its order, or the stages known of it."""
    return rings.stages(scene)


def sequence(stage: Stage, scene: Scene) -> None:
    """Draws steps in their order; one may come again."""
    _row(stage, scene, steps(scene))


def _row(stage: Stage, scene: Scene, items: tuple[Item, ...]) -> None:
    page(stage, scene)
    spots = placed(stage, len(items))
    for spot, item in zip(spots, items, strict=True):
        medallion(stage, spot, item)
    for start, end in pairwise(spots):
        arrow(stage, bow(start, end), ink(scene), max(8.0, start.r * 0.075))


def placed(stage: Stage, count: int) -> list[Spot]:
    """The largest places that fit, in as many rows as that takes; every other row runs back."""
    wide, tall = stage.width * 0.925, FLOOR - TOP
    choices = [(_radius(wide, tall, -(-count // rows), rows), rows) for rows in range(1, count + 1)]
    more = 0.72 if stage.width > 900 else 0.95
    radius, rows = max(choices, key=lambda c: c[0] * more ** (c[1] - 1) * (0.8 if count % -(-count // c[1]) else 1))
    across = -(-count // rows)
    down, gap = (tall - 2 * radius) / max(1, rows - 1), max(LEAST, GAP * radius)
    down = min(down, 2 * radius + 1.6 * gap)
    spots = []
    for n in range(count):
        row, place = divmod(n, across)
        here = min(across, count - row * across)
        step = min((wide - 2 * radius) / max(1, here - 1), 2 * radius + 2 * gap) if across > 1 else 0.0
        side = -1 if row % 2 else 1
        sway = 0.0 if rows > 1 or here < 3 else min(46.0, tall / 2 - radius) * (1 if place % 2 else -1)
        aside = step / 2 * (across - here) * -side if rows > 1 else 0.0
        x = stage.width / 2 + side * (place - (here - 1) / 2) * step + aside
        spots.append(Spot(x, (TOP + FLOOR) / 2 + (row - (rows - 1) / 2) * down + sway, radius))
    return spots


def _radius(wide: float, tall: float, across: int, rows: int) -> float:
    """How large medallions can be in so many columns and rows."""
    sizes = [
        min(room / (2 * many + GAP * (many - 1)), (room - LEAST * (many - 1)) / (2 * many))
        for room, many in ((wide, across), (tall, rows))
    ]
    return min(*sizes, 225.0)

"""Sizes compared: things on one ground line in their true ratio; what is too small to see is shown again in a lens."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from lessonforge.visuals.draw.diagrams.page import FLOOR, TOP, drawn, fitted, page
from lessonforge.visuals.draw.grammar import Item, Scene
from lessonforge.visuals.draw.paths import ellipse, num
from lessonforge.visuals.draw.settings.beyond import space
from lessonforge.visuals.draw.settings.stage import Stage
from lessonforge.visuals.draw.things import Thing, catalogue

MOST = 9
HIGH = 690.0
"""The height of the tallest."""
TINY = 42.0
"""What is drawn smaller than so many units is shown again in a lens."""
LENS = 84.0
METRES: Mapping[str, float] = {
    "sun": 1.3927e9, "mercury": 4.879e6, "venus": 1.2104e7, "earth": 1.2756e7, "mars": 6.792e6, "jupiter": 1.42984e8,
    "saturn": 1.20536e8, "uranus": 5.1118e7, "neptune": 4.9528e7, "moon": 3.475e6,
    "virus": 1e-7, "bacterium": 2e-6, "mitochondrion": 2e-6, "chloroplast": 5e-6, "red-blood-cell": 8e-6,
    "white-blood-cell": 1.5e-5, "cell": 2e-5, "pollen": 3e-5, "plant-cell": 5e-5, "amoeba": 4e-4, "atom": 1e-10,
    "water-molecule": 2.8e-10, "oxygen-molecule": 3e-10, "carbon-dioxide": 3.3e-10, "ribosome": 2.5e-8,
}  # fmt: skip
"""Diameters of bodies in space (NASA planetary fact sheet) and usual lengths of what is microscopic."""
DISC: Mapping[str, float] = {"saturn": 0.76, "sun": 0.52}
"""The share of a drawing's height that is the body itself, without rings or rays."""


@dataclass(frozen=True)
class Measured:
    """A thing on its place: the middle of its column, how tall it is drawn, and whether a lens shows it again."""

    item: Item
    thing: Thing
    x: float
    tall: float
    lens: bool


def sizes(stage: Stage, scene: Scene) -> None:
    """Draws things in the order named."""
    _compare(stage, scene, scene.items[:MOST])


def rising(stage: Stage, scene: Scene) -> None:
    """Draws things from the smallest to the largest."""
    _compare(stage, scene, sorted(scene.items[:MOST], key=lambda item: metres(catalogue()[item.thing])))


def metres(thing: Thing) -> float:
    """How tall a thing's drawing is in truth."""
    if thing.stands in ("space", "sky"):
        return METRES.get(thing.name, thing.height) / DISC.get(thing.name, 1.0)
    return METRES[thing.name] / max(1.0, thing.aspect) if thing.name in METRES else thing.height


def measured(stage: Stage, items: Sequence[Item]) -> list[Measured]:
    """Where everything stands, all at one scale: the largest at which all have room beside each other."""
    things = [drawn(stage, item) for item in items]
    room, gap = stage.width * 0.92, max(18.0, min(60.0, stage.width * 0.03))
    scale = HIGH / max(metres(thing) for thing in things)
    for _ in range(400):
        if (total := sum(_columns(stage, things, scale)) + gap * (len(things) - 1)) <= room:
            break
        scale *= 0.98
    spare = (room - total) / (len(things) + 1)
    x, found = stage.width * 0.04 + spare, []
    for item, thing, wide in zip(items, things, _columns(stage, things, scale), strict=True):
        tall = metres(thing) * scale
        found.append(Measured(item, thing, x + wide / 2, tall, max(tall, tall * thing.aspect) < TINY))
        x += wide + gap + spare
    return found


def _lens(stage: Stage, count: int) -> float:
    """The radius of a lens."""
    return min(LENS, stage.width * 0.6 / count / 2)


def _swollen(stage: Stage, row: Sequence[Measured], one: Measured) -> float:
    """The radius of the lens of one: what is smaller than others in lenses looks smaller there too."""
    full, largest = _lens(stage, len(row)), max(_long(other) for other in row if other.lens)
    return max(min(full, 16.0), full * max(0.5, (_long(one) / largest) ** 0.2))


def _long(one: Measured) -> float:
    """The longer side of one, in metres."""
    return metres(one.thing) * max(1.0, one.thing.aspect)


def _columns(stage: Stage, things: Sequence[Thing], scale: float) -> list[float]:
    """The width that each takes."""
    least = 2 * _lens(stage, len(things))
    wides = [metres(thing) * scale * max(thing.aspect, 1 / 12) for thing in things]
    tiny = [max(wide, metres(thing) * scale) < TINY for thing, wide in zip(things, wides, strict=True)]
    return [max(wide, least) if small else wide for wide, small in zip(wides, tiny, strict=True)]


def _compare(stage: Stage, scene: Scene, items: Sequence[Item]) -> None:
    row = measured(stage, items)
    if all(one.thing.stands in ("space", "sky") for one in row):
        space(stage)
        return _afloat(stage, row)
    page(stage, scene)
    high = max(*(one.tall for one in row), 3.1 * _lens(stage, len(row)) if any(one.lens for one in row) else 0.0)
    ground = min(FLOOR - 46, (TOP + FLOOR + high) / 2)
    _rule(stage, ground, max(one.tall for one in row))
    for one in row:
        colours = dict(one.item.colours)
        if one.lens:
            stage.canvas.place(
                2000, one.thing, one.x, ground - one.tall * (1 - one.thing.base), max(one.tall, 3.0), colours=colours
            )
            _magnified(stage, one, ground - one.tall / 2, -1, _swollen(stage, row, one))
        else:
            stage.canvas.show(
                2000, one.thing, one.x, ground - one.tall * (1 - one.thing.base), one.tall, colours=colours
            )
            _bracket(stage, one.x - one.tall * one.thing.aspect / 2 - 9, ground, one.tall)


def _rule(stage: Stage, ground: float, tallest: float) -> None:
    """The ground, and faint lines at even steps above it."""
    canvas, width = stage.canvas, stage.width
    canvas.shape(1950, f"M-9 {num(ground)}H{num(width + 9)}v34H-9Z", "#e3d3ae", lit=True)
    canvas.stroke(1960, f"M-9 {num(ground)}H{num(width + 9)}", "#a98f63", 5, lit=True)
    lines = "".join(f"M-9 {num(ground - tallest * n / 4)}H{num(width + 9)}" for n in range(1, 5))
    canvas.stroke(1940, lines, "#cdb98c", 2.4, 0.75, lit=True, dash="10 12")


def _bracket(stage: Stage, x: float, ground: float, tall: float) -> None:
    """A line as tall as the thing beside it."""
    ticks = f"M{num(x - 8)} {num(ground - tall)}h16M{num(x)} {num(ground - tall)}V{num(ground)}"
    stage.canvas.stroke(1990, ticks, "#9a7f52", 4, lit=True)


def _magnified(stage: Stage, one: Measured, y: float, side: int, radius: float) -> None:
    """What is tiny once more in a lens above (-1) or below (1) it."""
    canvas, at, dark = stage.canvas, y + side * 2.1 * radius, one.thing.stands in ("space", "sky")
    rim, fill = ("#8fa3d8", "#1a2154") if dark else ("#8f9aa8", "#fffdf6")
    half = radius * 0.86
    beam = f"M{num(one.x)} {num(y)}L{num(one.x - half)} {num(at - side * radius * 0.5)}h{num(2 * half)}Z"
    canvas.shape(1980, beam, rim, opacity=0.3, lit=True, detail=True)
    canvas.shape(1985, ellipse(one.x, at, radius, radius), rim, lit=True)
    canvas.shape(1986, ellipse(one.x, at, radius * 0.91, radius * 0.91), fill, lit=True)
    tall = fitted(one.thing, Item(one.thing.name), radius * 1.24, radius * 1.24)
    base = at + tall * (one.thing.base - 0.5)
    canvas.show(2000, one.thing, one.x, base, tall, colours=dict(one.item.colours), lit=dark)


def _afloat(stage: Stage, row: Sequence[Measured]) -> None:
    """Bodies in space, their middles on one line."""
    middle = (TOP + FLOOR) / 2
    for n, one in enumerate(row):
        tall = max(one.tall, 3.0)
        paint = stage.canvas.place if one.lens else stage.canvas.show
        if one.thing.name == "sun":
            stage.canvas.glow(1900, one.x, middle, tall * 0.7, "#ffdf80", 0.6)
        paint(2000, one.thing, one.x, middle + tall * (one.thing.base - 0.5), tall, lit=True)
        if one.lens:
            _magnified(stage, one, middle, (-1, 1)[n % 2], _swollen(stage, row, one))

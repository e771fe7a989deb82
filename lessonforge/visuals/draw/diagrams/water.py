"""The water cycle in one view of the land, and the gases that a tree and an animal give each other."""

from __future__ import annotations

from collections.abc import Sequence

from lessonforge.visuals.draw.bounds import Point
from lessonforge.visuals.draw.diagrams.page import Spot, arrow, curve, drawn, fitted, medallion, several
from lessonforge.visuals.draw.grammar import Item, Scene
from lessonforge.visuals.draw.paths import num
from lessonforge.visuals.draw.settings.places import lay
from lessonforge.visuals.draw.settings.stage import Stage
from lessonforge.visuals.draw.things import catalogue


def water_cycle(stage: Stage, scene: Scene) -> None:
    """Sea, sun, vapour, clouds, rain on the mountains, a river back to the sea, and arrows in a ring."""
    lay(stage, {"sea", "mountain", "river"}, {"ground"})
    canvas, width, unit, things = stage.canvas, stage.width, stage.unit, catalogue()
    asked = {item.thing: dict(item.colours) for item in scene.items}
    sun = asked.get("sun")
    canvas.show(-1500, things["sun"], max(width * 0.12, unit * 0.16), 130, unit * 0.26, colours=sun, lit=True)
    for z, name, share, y, size in (
        (-1000, "cloud", 0.45, 150, 0.15), (-1000, "cloud", 0.55, 112, 0.11), (-999, "rain-cloud", 0.77, 150, 0.2),
    ):  # fmt: skip
        canvas.show(z, things[name], width * share, y, unit * size, flip=y < 120, colours=asked.get(name))
    rain = "".join(
        f"M{num(stage.take.uniform(0.68, 0.87) * width)} {num(stage.take.uniform(235, 420))}l-7 36" for _ in range(42)
    )
    canvas.stroke(1100, rain, "#e9f5fb", 4, 0.9, lit=True)
    canvas.show(600, things["vapour"], width * 0.2, 585, min(unit * 0.27, width * 0.17))
    for points in (
        ((0.2, 330), (0.22, 215), (0.345, 165)),
        ((0.525, 225), (0.59, 250), (0.655, 222)),
        ((0.91, 330), (0.935, 430), (0.895, 520)),
        ((0.66, 735), (0.54, 800), (0.41, 790)),
    ):
        arrow(stage, curve(*((share * width, y) for share, y in points)), z=1190)


def gas_cycle(stage: Stage, scene: Scene) -> None:
    """A plant gives oxygen to an animal, which gives carbon dioxide back."""
    plants = [item for item in scene.items if catalogue()[item.thing].kind == "plant"]
    others = [item for item in scene.items if catalogue()[item.thing].kind in ("animal", "person")]
    lay(stage, set(scene.places), {"ground"})
    width, feet = stage.width, 745.0 if stage.width > 900 else 610.0
    size, tops = min(430.0, width * 0.4), []
    ends = ((plants or [Item("tree")])[0], 0.2), ((others or [Item("rabbit")])[0], 0.8)
    for item, share in ends:
        thing = drawn(stage, item)
        high = fitted(thing, item, size, size if share < 0.5 else size * 0.66)
        several(stage, 2000, thing, item, width * share, feet + high * (thing.base - 1), high)
        tops.append(feet - high - 18)
    _behind(stage, [item for item in scene.items if item not in (*plants, *others)][:2], width, size)
    left, right, radius = 0.2 * width, 0.8 * width, min(84.0, width * 0.11)
    over = min(tops) - 0.16 * size
    _gas(stage, "oxygen-molecule", [(left, tops[0]), (width / 2, over), (right, tops[1])], radius)
    if width > 900:
        left, right, feet = left + size * 0.36, right - size * 0.36, 560.0
    _gas(stage, "carbon-dioxide", [(right, feet + 30), (width / 2, feet + 70), (left, feet + 30)], radius)


def _behind(stage: Stage, items: Sequence[Item], width: float, size: float) -> None:
    """What else takes part, such as a factory, stands farther off between the two."""
    for n, item in enumerate(items):
        thing = drawn(stage, item)
        tall = fitted(thing, item, size * 0.62, size * 0.45)
        x = width * (0.5 + 0.11 * (2 * n - len(items) + 1))
        stage.canvas.show(1700, thing, x, 545 + tall * (thing.base - 1), tall, colours=dict(item.colours))


def _gas(stage: Stage, name: str, way: list[Point], radius: float) -> None:
    """A gas in the middle of its way."""
    arrow(stage, way, z=2100)
    medallion(stage, Spot(*way[1], radius), Item(name), 2110)

"""Pictures where a landscape would be wrong: bodies on their orbits, and the water cycle in one view."""

from __future__ import annotations

import math
from dataclasses import dataclass

from lessonforge.visuals.draw.canvas import ellipse, num
from lessonforge.visuals.draw.grammar import Item, Scene
from lessonforge.visuals.draw.settings.beyond import space
from lessonforge.visuals.draw.settings.places import lay
from lessonforge.visuals.draw.settings.stage import Stage
from lessonforge.visuals.draw.things import Thing, catalogue
from lessonforge.visuals.draw.words import GROUPS

MIDDLE = 425.0
"""The height of the centre: orbits stay above the captions."""
SIZES = {"sun": 0.2, "mercury": 0.042, "venus": 0.062, "earth": 0.065, "mars": 0.052, "jupiter": 0.125, "saturn": 0.12}
"""Of the picture's measure, where all planets are shown; others are at half their usual size."""


@dataclass(frozen=True)
class Orbit:
    """An ellipse with half axes `a` and `b` around a point, in units."""

    x: float
    y: float
    a: float
    b: float

    def at(self, angle: float) -> tuple[float, float]:
        """The point at an angle, in radians from the right, clockwise."""
        return self.x + self.a * math.cos(angle), self.y + self.b * math.sin(angle)


def wanted(scene: Scene) -> bool:
    """Whether a scene is one of these diagrams: orbits with people or houses in it are a landscape."""
    earthly = any(catalogue()[item.thing].stands in ("ground", "water", "wall") for item in scene.items)
    circling = any(item.relation == "around" and isinstance(item.target, int) for item in scene.items)
    return scene.diagram == "water cycle" or (not earthly and (bool(scene.diagram) or circling))


def draw(stage: Stage, scene: Scene) -> None:
    """Draws the diagram that the scene asks for."""
    if scene.diagram == "water cycle":
        water_cycle(stage)
    else:
        space(stage)
        orbits(stage, scene)


def orbits(stage: Stage, scene: Scene) -> None:
    """Bodies on ellipses around a centre; on a stretched ellipse the centre is in a focus."""
    centre, bodies, rest = _roles(scene)
    sun = centre.name in ("sun", "star")
    middle = _stretched(stage, bodies) if scene.diagram == "ellipse" else _rings(stage, bodies)
    size = (0.2 if len(bodies) > 4 else 0.25) if sun else 0.3
    _body(stage, centre, middle, size * stage.unit)
    for n, thing in enumerate(rest):
        _body(stage, thing, (stage.width * (0.88, 0.12)[n % 2], 130 + 60 * n), thing.share * 0.7 * stage.unit)


def _stretched(stage: Stage, bodies: list[Thing]) -> tuple[float, float]:
    """One stretched ellipse with its bodies on it; gives the focus, where the centre is (Kepler's first law)."""
    reach = min(stage.width * 0.41, 545)
    orbit = Orbit(stage.width / 2, MIDDLE, reach, reach * 0.68)
    _path(stage, orbit)
    focus = math.sqrt(orbit.a**2 - orbit.b**2)
    for n, thing in enumerate(bodies):
        _body(stage, thing, orbit.at(-0.62 + 1.3 * n), _size(stage, thing, 1))
    return orbit.x - focus, orbit.y


def _rings(stage: Stage, bodies: list[Thing]) -> tuple[float, float]:
    """A ring for each body, seen from above at a slant; gives the middle."""
    count = len(bodies)
    reach = min(stage.width * 0.435, 400 / 0.42) if count > 2 else min(stage.width * 0.4, 640)
    inner = (0.1 if count > 4 else 0.17) * stage.unit
    steep = max(1.0, 1778 / stage.width)
    flat = min(0.42 * steep if count > 2 else 0.46 * steep, 340 / reach, 1.0)
    for n, thing in enumerate(bodies):
        a = inner + (reach - inner) * ((n + 1) / count) ** 0.92
        orbit = Orbit(stage.width / 2, MIDDLE, a, a * flat)
        _path(stage, orbit)
        _body(stage, thing, orbit.at(0.6 + n * 2.399963), _size(stage, thing, count))
    return stage.width / 2, MIDDLE


def _roles(scene: Scene) -> tuple[Thing, list[Thing], list[Thing]]:
    """What is in the middle, what goes around it, and what is there besides."""
    targets = [item.target for item in scene.items if item.relation == "around" and isinstance(item.target, int)]
    centre = catalogue()[scene.items[targets[0]].thing if targets else "sun"]
    bodies: list[Thing] = []
    rest: list[Thing] = []
    for item in scene.items:
        thing = catalogue()[item.thing]
        if thing is not centre and thing.name not in ("star", "arrow"):
            orbiting = (thing.stands == "space" and thing.name != "galaxy") or thing.name == "moon"
            (bodies if orbiting else rest).extend(_several(item, thing))
    if not bodies:
        planets = GROUPS["planets"] if scene.diagram == "orbits" else ("planet",)
        bodies = [catalogue()[name] for name in planets]
    return centre, bodies, rest


def _several(item: Item, thing: Thing) -> list[Thing]:
    """As many as were asked for; several planets are different ones."""
    if thing.name == "planet" and item.count > 1:
        return [catalogue()[name] for name in GROUPS["planets"][: item.count]]
    return [thing] * min(item.count, 5)


def _size(stage: Stage, thing: Thing, count: int) -> float:
    crowded = count > 4
    share = SIZES.get(thing.name, thing.share * 0.34) if crowded else max(0.1, thing.share * 0.62)
    return share * stage.unit * (1.15 if crowded else 1.0)


def _path(stage: Stage, orbit: Orbit) -> None:
    stage.canvas.stroke(-100, ellipse(orbit.x, orbit.y, orbit.a, orbit.b), "#93abea", 3, 0.7, lit=True)


def _body(stage: Stage, thing: Thing, at: tuple[float, float], tall: float) -> None:
    """A body with its lit side, or a comet's head, towards the middle."""
    x, y = at
    flip = x < stage.width / 2 and thing.name != "sun"
    if thing.name == "sun":
        stage.canvas.glow(-90, x, y, tall * 1.15, "#ffdf80", 0.7)
    if thing.faces:
        flip = (thing.faces == "right") == (x > stage.width / 2)
    stage.canvas.show(y, thing, x, y + tall * (thing.base - 0.5), tall, flip=flip, lit=True)


def water_cycle(stage: Stage) -> None:
    """Sea, sun, vapour, clouds, rain on the mountains, a river back to the sea, and arrows in a ring."""
    lay(stage, {"sea", "mountain", "river"}, {"ground"})
    canvas, width, unit, things = stage.canvas, stage.width, stage.unit, catalogue()
    canvas.show(-1500, things["sun"], max(width * 0.12, unit * 0.16), 130, unit * 0.26, lit=True)
    for z, name, share, y, size in (
        (-1000, "cloud", 0.45, 150, 0.15), (-1000, "cloud", 0.55, 112, 0.11), (-999, "rain-cloud", 0.77, 150, 0.2),
    ):  # fmt: skip
        canvas.show(z, things[name], width * share, y, unit * size, flip=y < 120)
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
        _arrow(stage, [(share * width, y) for share, y in points])


def _arrow(stage: Stage, points: list[tuple[float, float]]) -> None:
    """A curved arrow from a point, bent towards the second, to the third."""
    (x0, y0), (cx, cy), (x, y) = points
    angle = math.atan2(y - cy, x - cx)
    tips = [
        (x + 32 * reach * math.cos(angle + turn), y + 32 * reach * math.sin(angle + turn))
        for turn, reach in ((0, 1.0), (2.4, 0.95), (-2.4, 0.95))
    ]
    curve = f"M{num(x0)} {num(y0)}Q{num(cx)} {num(cy)} {num(x)} {num(y)}"
    head = "M" + "L".join(f"{num(tx)} {num(ty)}" for tx, ty in tips) + "Z"
    stage.canvas.stroke(1190, curve, "#fdf6e6", 14, lit=True)
    stage.canvas.shape(1190, head, "#fdf6e6", lit=True)

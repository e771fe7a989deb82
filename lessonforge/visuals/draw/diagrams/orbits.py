"""Bodies on their orbits around a centre, seen at a slant."""

from __future__ import annotations

import math
from contextlib import AbstractContextManager
from dataclasses import dataclass

from lessonforge.model import Movement
from lessonforge.visuals.draw.grammar import Item, Scene
from lessonforge.visuals.draw.paths import ellipse
from lessonforge.visuals.draw.settings.beyond import space
from lessonforge.visuals.draw.settings.stage import Stage
from lessonforge.visuals.draw.things import Thing, catalogue
from lessonforge.visuals.draw.words import GROUPS

MIDDLE = 425.0
"""The height of the centre: orbits stay above the captions."""
FASTEST = 10.0
"""Seconds that the innermost body takes for a round; the others follow Kepler's third law: T**2 grows with a**3."""
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


def celestial(scene: Scene) -> bool:
    """Whether there are no people or houses in it: orbits with them are a landscape."""
    return not any(catalogue()[item.thing].stands in ("ground", "water", "wall") for item in scene.items)


def circling(scene: Scene) -> bool:
    """Whether one body goes around another: bees around a hive have no orbits."""
    stands = [catalogue()[item.thing].stands for item in scene.items]
    return any(
        item.relation == "around" and isinstance(item.target, int) and {stand, stands[item.target]} <= {"space", "sky"}
        for item, stand in zip(scene.items, stands, strict=True)
    )


def orbits(stage: Stage, scene: Scene) -> None:
    """Bodies on ellipses around a centre; on a stretched ellipse the centre is in a focus."""
    space(stage)
    centre, bodies, rest = _roles(scene)
    moons = _moons(centre, bodies)
    sun = centre.name in ("sun", "star")
    middle = _stretched(stage, bodies) if scene.diagram == "ellipse" else _rings(stage, bodies, moons)
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
    for n, thing in enumerate(bodies):  # they stand still: even steps round it would be against Kepler's second law
        _body(stage, thing, orbit.at(-0.62 + 1.3 * n), _size(stage, thing, 1))
    return orbit.x - focus, orbit.y


def _moons(centre: Thing, bodies: list[Thing]) -> int:
    """How many moons go around the earth (or the one planet there is): they are taken from the bodies."""
    hosts = [thing for thing in bodies if thing.name in ("earth", "planet")] or [
        thing for thing in bodies if thing.name != "moon"
    ]
    if centre.name not in ("sun", "star") or not (hosts[0].name in ("earth", "planet") or len(hosts) == 1):
        return 0
    count = sum(thing.name == "moon" for thing in bodies)
    bodies[:] = [thing for thing in bodies if thing.name != "moon"]
    return count


def _rings(stage: Stage, bodies: list[Thing], moons: int) -> tuple[float, float]:
    """A ring for each body, seen from above at a slant, with moons around the earth; gives the middle."""
    count = len(bodies)
    reach = min(stage.width * 0.435, 400 / 0.42) if count > 2 else min(stage.width * 0.4, 640)
    inner = (0.1 if count > 4 else 0.17) * stage.unit
    steep = max(1.0, 1778 / stage.width)
    flat = min(0.42 * steep if count > 2 else 0.46 * steep, 340 / reach, 1.0)
    for n, thing in enumerate(bodies):
        a, first = (inner + (reach - inner) * (number / count) ** 0.92 for number in (n + 1, 1))
        orbit = Orbit(stage.width / 2, MIDDLE, a, a * flat)
        _path(stage, orbit)
        with _circling(stage, orbit, 0.6 + n * 2.399963, FASTEST * (a / first) ** 1.5):
            at, size = orbit.at(0.6 + n * 2.399963), _size(stage, thing, count)
            _body(stage, thing, at, size)
            if moons and thing is _host(bodies):
                _attended(stage, at, size, moons)
    return stage.width / 2, MIDDLE


def _host(bodies: list[Thing]) -> Thing:
    """What moons go around."""
    return next((thing for thing in bodies if thing.name in ("earth", "planet")), bodies[0])


def _attended(stage: Stage, at: tuple[float, float], size: float, count: int) -> None:
    """Moons on a little orbit around a planet of this size; they are as large beside it as ours beside the earth."""
    orbit = Orbit(*at, size * 1.05, size * 0.78)
    stage.canvas.stroke(at[1] - 1, ellipse(*at, orbit.a, orbit.b), "#cfd9f6", 2.5, 0.8, lit=True)
    for n in range(count):
        angle = -0.7 + n * math.tau / count
        with _circling(stage, orbit, angle, 4.0):
            _body(stage, catalogue()["moon"], orbit.at(angle), max(0.27 * size, 16.0))


def _roles(scene: Scene) -> tuple[Thing, list[Thing], list[Thing]]:
    """What is in the middle, what goes around it, and what is there besides."""
    targets = [item.target for item in scene.items if item.relation == "around" and isinstance(item.target, int)]
    centre = catalogue()[scene.items[targets[0]].thing if targets else "sun"]
    bodies: list[Thing] = []
    rest: list[Thing] = []
    for item in _each_once(scene.items):
        thing = catalogue()[item.thing]
        if thing is not centre and thing.name not in ("star", "arrow"):
            orbiting = (thing.stands == "space" and thing.name != "galaxy") or thing.name == "moon"
            (bodies if orbiting else rest).extend(_several(item, thing))
    if not any(thing.name != "moon" for thing in bodies) and (centre.name == "sun" or not bodies):
        planets = GROUPS["planets"] if scene.diagram in ("orbits", "solar system") else ("planet",)
        bodies = [*(catalogue()[name] for name in planets), *bodies]
    return centre, bodies, rest


def _each_once(items: tuple[Item, ...]) -> list[Item]:
    """Items without the planets that stand for all of them where some are named besides, and nothing twice."""
    named = [item for item in items if item.band is None]
    planets = {item.thing for item in named} & set(GROUPS["planets"])
    kept = {item.thing: item for item in reversed(named if planets else items)}
    return [item for item in (named if planets else items) if kept[item.thing] is item]


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


def _circling(stage: Stage, orbit: Orbit, angle: float, seconds: float) -> AbstractContextManager[None]:
    """What is painted inside goes round an orbit from this angle on, anticlockwise, as seen from the north."""
    phase = round(-angle / math.tau % 1, 4)
    return stage.canvas.moving(Movement("circle", round(seconds, 2), orbit.a, -orbit.b, phase=phase))


def _body(stage: Stage, thing: Thing, at: tuple[float, float], tall: float) -> None:
    """A body with its lit side, or a comet's head, towards the middle."""
    x, y = at
    flip = x < stage.width / 2 and thing.name != "sun"
    if thing.name == "sun":
        stage.canvas.glow(-90, x, y, tall * 1.15, "#ffdf80", 0.7)
    if thing.faces:
        flip = (thing.faces == "right") == (x > stage.width / 2)
    stage.canvas.show(y, thing, x, y + tall * (thing.base - 0.5), tall, flip=flip, lit=True)

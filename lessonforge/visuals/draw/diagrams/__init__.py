"""Composed pictures of school subjects, where a landscape would be wrong: comes in a scene, goes out its diagram.

A family of diagrams is a module here; `Scene.diagram` says which one is asked for.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from lessonforge.visuals.draw.diagrams import (
    halves,
    insides,
    levels,
    maps,
    moons,
    orbits,
    rings,
    routes,
    rows,
    sections,
    sizes,
    sums,
    water,
)
from lessonforge.visuals.draw.grammar import Scene
from lessonforge.visuals.draw.settings.stage import Stage

Draws = Callable[[Stage, Scene], None]


@dataclass(frozen=True)
class Family:
    """What draws a kind of diagram, and whether a scene has all that it needs."""

    draw: Draws
    fits: Callable[[Scene], bool] = lambda scene: True


FAMILIES: Mapping[str, Family] = {
    "water cycle": Family(water.water_cycle),
    "cycle": Family(rings.ring, lambda scene: len(rings.stages(scene)) > 1),
    "ellipse": Family(orbits.orbits, orbits.celestial),
    "orbits": Family(orbits.orbits, orbits.celestial),
    "solar system": Family(orbits.orbits, orbits.celestial),
    "chain": Family(rows.chain, lambda scene: len(rows.links(scene)) > 1),
    "sequence": Family(rows.sequence, lambda scene: len(rows.steps(scene)) > 1),
    "sizes": Family(sizes.sizes, lambda scene: len(scene.items) > 1),
    "rising sizes": Family(sizes.rising, lambda scene: len(scene.items) > 1),
    "section": Family(sections.section, lambda scene: bool(sections.topic(scene))),
    "gas cycle": Family(water.gas_cycle),
    "phases": Family(moons.phases),
    "solar eclipse": Family(moons.solar),
    "lunar eclipse": Family(moons.lunar),
    "body": Family(insides.body, insides.fits),
    "cell": Family(insides.cell),
    "map": Family(maps.chart, lambda scene: bool(scene.items)),
    "sum": Family(sums.total, sums.fits),
    "web": Family(levels.web),
    "pyramid": Family(levels.pyramid),
    "seasons": Family(levels.seasons),
    "day and night": Family(levels.day_and_night),
    "plan": Family(maps.chart, lambda scene: bool(scene.items)),
    "route": Family(routes.route, routes.travelled),
    "before after": Family(halves.halves, lambda scene: len(scene.halves) == 2),
}
"""By `Scene.diagram`."""


def wanted(scene: Scene) -> bool:
    """Whether a scene is a diagram: it asks for one, and names what is needed for it."""
    return _family(scene) is not None


def draw(stage: Stage, scene: Scene) -> None:
    """Draws the diagram that the scene asks for; it must be `wanted`."""
    family = _family(scene)
    if family:
        family.draw(stage, scene)


def _family(scene: Scene) -> Family | None:
    kind = scene.diagram.partition(" ")[0]
    family = FAMILIES.get(kind if kind in ("section", "cycle", "cell") else scene.diagram)
    if not scene.diagram and sections.alone(scene):
        return FAMILIES["section"]
    if family is None and orbits.circling(scene):
        family = FAMILIES["orbits"]
    return family if family and family.fits(scene) else None

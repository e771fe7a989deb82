"""Leans things on each other: a ladder on a tree, somebody on a fence, a broom on the wall of the room."""

from __future__ import annotations

import math
from dataclasses import replace

from lessonforge.visuals.draw.abreast import side_of
from lessonforge.visuals.draw.grammar import Item
from lessonforge.visuals.draw.groups import Group, Layout
from lessonforge.visuals.draw.postures import without
from lessonforge.visuals.draw.settings.stage import FEET, Stage, Zone

SLOPE = {"person": 7.0}
"""Degrees; a pole leans more than somebody does."""


def lean(layout: Layout, group: Group, to: Group) -> None:
    """Its upper end touches the other, its foot is away from it; what is long stands close before it."""
    every = layout.set_to(to, "against")
    side = side_of(layout, group, to) * (1 if every.index(group) % 2 == 0 else -1)
    group.y, group.z = min(to.y + 6, FEET + 20), (to.z if to.z is not None else to.y) + 1
    if group.thing.kind not in ("person", "animal"):
        group.tall = max(group.tall, min(0.45 * to.tall, 0.2 * layout.stage.unit))
    if to.tall < 0.5 * group.tall and to.thing.kind not in ("animal", "person"):
        to.tall *= 0.5 * group.tall / to.tall
    if to.thing.kind == "plant" and to.tall < 1.5 * group.tall:
        to.tall = min(1.5 * group.tall, 0.66 * layout.stage.unit)
        _limit(group, to.tall / 1.5)
    if group.thing.aspect > 0.9:
        reach = _half(group, to)
        group.x = to.x + side * (reach + group.wide / 2 - 0.4 * min(group.wide, to.wide))
        return
    angle = SLOPE.get(group.thing.kind, 14.0)
    group.turn = -side * angle
    half = 0.3 if group.thing.kind == "person" else 0.5
    rise = min(group.tall * 0.9, max(0.9 * to.tall, 0.5 * group.tall))
    group.x = to.x + side * (_half(group, to) + rise * math.sin(math.radians(angle)) + half * group.single - 4)
    if group.thing.faces:
        group.looks = "right" if side > 0 else "left"


def _half(group: Group, to: Group) -> float:
    """How far from its middle the other is touched: its trunk or its crown, its side, or the face of a long wall."""
    if to.thing.kind == "plant":
        return to.single * (0.2 if group.tall > 0.6 * to.tall else 0.08)
    if to.thing.aspect > 1.6:
        return 0.2 * to.wide
    return to.single * (0.3 if to.thing.kind == "building" else 0.36)


def _limit(group: Group, tall: float) -> None:
    factor = min(1.0, tall / group.tall)
    for one in group.crew or [group]:
        one.tall *= factor


def against_walls(stage: Stage, items: tuple[Item, ...]) -> tuple[Item, ...]:
    """In a room the wall that something leans on is the wall of the room: it needs none of its own."""
    walls = {n for n, item in enumerate(items) if item.thing == "brick-wall"} if "wall" in stage.zones else set()
    gone = {n for n in walls if all(i.relation in ("against", "") for i in items if i.target == n)}
    gone &= {item.target for item in items if isinstance(item.target, int)}
    leaning = [replace(i, relation="against", target="wall") if i.target in gone else i for i in items]
    return without(leaning, gone) if gone else items


def at_wall(group: Group, zone: Zone) -> None:
    """At the back of the room, leaning on its wall."""
    group.y, group.turn = zone.far + 8, 0.0 if group.thing.aspect > 0.9 else -SLOPE.get(group.thing.kind, 12.0)

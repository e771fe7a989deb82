"""Where each thing goes: comes in a scene and the zones of its backdrop, go out groups with their places.

Things without a place of their own are spread over the thirds of the picture; those in a relation are set to what
they relate to (`relations.py`), move with it, and are put into hands, on seats and on tables at last (`attached.py`).
Nothing leaves the frame, and what stands side by side is pushed apart.
"""

from __future__ import annotations

import random
from dataclasses import replace

from lessonforge.visuals.draw.aloft import place_air, place_sky, place_space
from lessonforge.visuals.draw.animals import animal, leap
from lessonforge.visuals.draw.attached import attach
from lessonforge.visuals.draw.clusters import FLOOR, keep_inside, spread_clusters
from lessonforge.visuals.draw.grammar import Item, Scene
from lessonforge.visuals.draw.groups import Group, Layout, crews, group_of
from lessonforge.visuals.draw.leaning import against_walls
from lessonforge.visuals.draw.postures import settled
from lessonforge.visuals.draw.relations import relate
from lessonforge.visuals.draw.settings.stage import Stage
from lessonforge.visuals.draw.standing import bridge, islands, pavement, row, settle, zoom
from lessonforge.visuals.draw.things import catalogue
from lessonforge.visuals.draw.uncovered import uncover

__all__ = ["FLOOR", "arrange", "members"]
HOT = ("kettle", "pot", "glass")
SIDES = ("beside", "left of", "right of", "behind", "front", "between", "sides")
"""How things are to each other that stand on one ground."""


def arrange(stage: Stage, scene: Scene) -> list[Group]:
    """A group for each item (and each cloud, and each of several people), placed."""
    layout = Layout(stage, scene)
    layout.groups = [_formed(group_of(stage, item)) for item in against_walls(stage, settled(scene.items))]
    _contrast(layout)
    _part(layout)
    _hang_up(layout)
    _furnish(layout)
    _alight(layout)
    crews(stage, layout.groups)
    _scatter(layout)
    zoom(layout)
    _contain(layout)
    islands(layout)
    place_sky(layout)
    bridge(layout)
    for kind in ("ground", "water", "soil", "under water", "wall"):
        row(layout, kind, layout.free(kind))
    place_space(layout, layout.free("space"))
    relate(layout)
    pavement(layout)
    spread_clusters(layout)
    place_air(layout, layout.free("air"))
    relate(layout, rest=True)
    settle(layout)
    uncover(layout)
    _rise(layout)
    _look(layout)
    attach(layout)
    for group in layout.groups:
        if group.first is None:
            keep_inside(stage, group)
    for group in list(layout.groups):
        _deploy(layout, group)
    attach(layout, again=True)
    for group in layout.groups:
        group.mates, group.crew = len((group.first or group).crew) or group.mates, [] if group.first else group.crew
    for group in layout.groups:
        leap(group)
        group.crew, group.first = [], None
        keep_inside(stage, group)
    return layout.groups


def _formed(group: Group) -> Group:
    """An animal as it is at what it does."""
    group.thing = animal(group.thing, group.item.pose)
    return group


def _contrast(layout: Layout) -> None:
    """A tall tree beside a short one: of one kind in two sizes, the difference is plain."""
    for group in layout.groups:
        if any(g.thing.name == group.thing.name and g.item.size != group.item.size for g in layout.groups):
            factor = min(1.0, group.item.size**1.2) if group.item.size < 1 else group.item.size**0.4
            group.tall *= factor
            group.natural = group.tall


def _part(layout: Layout) -> None:
    """A dog on the left that looks at a cat on the right: what was given a place of its own keeps it."""
    for group in layout.groups:
        to = layout.target(group)
        if to is None:
            continue
        parked = to.thing.kind == "vehicle" and to.kind == "air" and not to.item.flying
        if parked and group.thing.stands == "ground" and group.item.relation in ("front", "beside", "behind", "facing"):
            to.kind = "ground"
        host = layout.target(to)
        beside = group.item.relation in ("beside", "left of", "right of")
        small = group.thing.stands in ("surface", "inside")
        if host is not None and to.item.relation == "in" and group.item.relation in SIDES and group.kind == "ground":
            group.item = replace(group.item, target=to.item.target)
        shared = to.thing.kind == "person" and group.item.relation in ("between", "front")
        if host is not None and host.thing.top is not None and small and shared and host.thing.kind == "furniture":
            group.item = replace(group.item, relation="on", target=to.item.target, other=None)
        if host is not None and to.item.relation == "on" and small and beside:
            base = "" if host.thing.stands == "surface" and not host.item.relation else "on"
            group.item = replace(group.item, relation=base, target=to.item.target if base else None)
        apart = "far" in group.item.spots and group.item.relation == "beside"
        if apart or (group.kind == "wall" and group.item.relation == "faced"):
            group.item = replace(group.item, relation="", target=None)
        if group.item.relation not in ("faced", "facing", "beside", "follow", "front", "behind"):
            continue
        if None not in (group.wanted(), to.wanted()) and group.wanted() != to.wanted():
            group.item = replace(group.item, relation="", target=None)


def _furnish(layout: Layout) -> None:
    """Small things in a room stand on a table, brought when none was named; steam rises from what is hot."""
    stage, groups = layout.stage, layout.groups
    if "wall" not in stage.zones:
        return
    loose = [n for n, g in enumerate(groups) if g.thing.stands in ("surface", "inside") and layout.target(g) is None]
    _on_floor(groups, loose)
    loose = [n for n in loose if not {"floor", "ceiling"} & {*groups[n].item.spots}]
    looked = [n for n, g in enumerate(groups) if g.thing.stands == "surface" and g.item.relation == "faced"]
    tables = [n for n, g in enumerate(groups) if g.thing.top is not None and g.thing.kind == "furniture"]
    table = next((n for n in tables if groups[n].thing.stands == "ground"), None)
    if loose and table is None and not stage.surfaces:
        table = len(groups)
        groups.append(group_of(stage, Item("table", size=1.2)))
    elif looked and table is None:
        table = len(groups)
        groups.append(group_of(stage, Item("table", relation="faced", target=groups[looked[0]].item.target)))
    for n in loose + looked:
        if table is not None and table != n:
            groups[n].item = replace(groups[n].item, relation="on", target=table)
    hot = next((n for n, g in enumerate(groups) if g.thing.name in HOT), None)
    for group in groups:
        if group.thing.name == "vapour" and hot is not None:
            group.item = replace(group.item, relation="above", target=hot, size=0.6)
            group.tall *= 0.75


def _hang_up(layout: Layout) -> None:
    """What hangs from the ceiling; a lamp there is made for it."""
    for group in layout.groups:
        if "ceiling" in group.item.spots:
            lamp = group.thing.name in ("lamp", "light-bulb", "floor-lamp")
            group.thing = catalogue()["hanging-lamp"] if lamp else group.thing
            group.kind = "wall" if "wall" in layout.stage.zones else "air"


def _contain(layout: Layout) -> None:
    """A box or a cage is large enough for the animal that is in it."""
    for group in layout.groups:
        to = layout.target(group)
        if to is None or group.item.relation != "in" or "inside" not in to.thing.anchors:
            continue
        if group.thing.kind in ("animal", "person") and to.thing.kind in ("object", "furniture", "tool", "building"):
            whole = to.thing.name == "cage"
            need = max((1.5 if whole else 0.75) * group.tall, (1.7 if whole else 1.3) * group.wide / to.thing.aspect)
            to.tall = max(to.tall, min(need, 0.55 * layout.stage.unit))
            to.natural = to.tall * group.natural / group.tall


def _on_floor(groups: list[Group], loose: list[int]) -> None:
    """What furniture is beside, behind or between stands on the same ground as that: a chair next to a box."""
    for group in groups:
        ends = [n for n in (group.item.target, group.item.other) if isinstance(n, int) and n in loose]
        if group.item.relation not in SIDES or not ends:
            continue
        pair = group.item.relation == "between" and group.item.other is None
        if pair and group.thing.top is not None:
            group.item = replace(group.item, relation="", target=None)  # two candles are on the table
            continue
        mates = [group, *(groups[n] for n in (group.item.target, group.item.other) if isinstance(n, int))]
        alive = group.item.relation == "between" and group.thing.kind in ("animal", "person")
        if alive or any(g.thing.kind == "furniture" and g.thing.stands == "ground" for g in mates):
            for n in ends:
                groups[n].item = replace(groups[n].item, spots=(*groups[n].item.spots, "floor"))


def _alight(layout: Layout) -> None:
    """A bird beside a cat flies low: it stands in one row with it until all have their places."""
    for group in layout.groups:
        around = [to for to in (layout.target(group), layout.other(group)) if to is not None]
        if group.item.relation in SIDES:
            low = any(g.kind in ("ground", "water") for g in (group, *around))
            for one in (group, *around):
                if low and one.kind == "air" and one.thing.kind == "animal" and not one.item.flying:
                    one.kind, one.item = "ground", replace(one.item, spots=(*one.item.spots, "low flight"))


def _rise(layout: Layout) -> None:
    """Who was placed in a row with those on the ground flies over it again."""
    for group in layout.groups:
        if "low flight" in group.item.spots:
            group.kind, group.y, group.z = "air", group.y - 0.4 * group.tall, (group.z or group.y)


def _scatter(layout: Layout) -> None:
    """Several clouds or stars are several groups: each finds a spot of its own in the sky."""
    for group in list(layout.groups):
        if (group.kind == "sky" or group.thing.name == "star") and group.item.count > 1:
            one = replace(group.item, count=1)
            for n in range(1, min(group.item.count, 20)):
                tall = group.tall * (0.74, 1.08, 0.66, 0.9, 0.8, 0.6)[(n - 1) % 6] * (1 if n < 7 else 0.7)
                layout.groups.append(replace(group, item=replace(one, relation="", target=None), tall=tall, crew=[]))
            group.item = replace(one, relation="", target=None)


def _look(layout: Layout) -> None:
    """All that looks somewhere looks at what it deals with, or towards the middle."""
    for group in layout.groups:
        own = group.first or group
        gaze = layout.at(group.item.gaze, group)
        if gaze is not None and abs(gaze.x - own.x) > 4 and not group.looks:
            group.looks = "right" if gaze.x > own.x else "left"
        elif not group.looks:
            group.looks = own.looks or ("right" if own.x < layout.stage.width * 0.52 else "left")


def _deploy(layout: Layout, group: Group) -> None:
    """Sets those who stand as one group to their places in it."""
    if not group.crew:
        return
    x, y, places, scale = group.x, group.y, group.formation(), group.tall / group.natural
    middle = group.ring or (group.item.form == "circle" and group.count > 2)
    for n, (one, (dx, dy, share)) in enumerate(zip(group.crew, places, strict=True)):
        one.x, one.y, one.tall = x + dx, y + dy, scale * one.natural * share
        one.kind, one.depth, one.placed, one.scale = group.kind, group.depth, True, group.scale
        one.z = group.z + 0.01 * n + dy * 0.001 if group.z is not None else None
        if middle or (group.item.form == "facing" and group.count > 1):
            one.looks = "left" if dx > 0 else "right"
        elif one is not group and one.item.gaze is None:
            one.looks = group.looks


def members(group: Group, chance: random.Random) -> list[tuple[float, float, float]]:
    """Where each of a group stands: x, y and share of its size, in rows or as was asked for."""
    count = group.item.count
    if count == 1:
        return [(group.x, group.y, 1.0)]
    still = group.kind == "surface" or group.item.form
    return [
        (group.x + dx, group.y + dy, share * (1.0 if still else chance.uniform(0.88, 1.0)))
        for dx, dy, share in group.formation()
    ]

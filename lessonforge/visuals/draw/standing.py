"""Stands things on their ground: over the thirds, people before houses, larger when there is little else to see."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from lessonforge.visuals.draw.attached import attaches
from lessonforge.visuals.draw.clusters import push_apart
from lessonforge.visuals.draw.groups import Group, Layout
from lessonforge.visuals.draw.leaning import at_wall
from lessonforge.visuals.draw.settings.stage import FEET, RAILED, WHEELED, Stage, Zone
from lessonforge.visuals.draw.things import catalogue
from lessonforge.visuals.draw.view import nearer

ASIDE = 0.38
"""Of the width, at most, for what is asked to be on the left or on the right."""
HIGHEST = 400.0
"""The horizon comes no higher when the viewer comes nearer."""
CLOSE = 1.7
"""How much nearer the viewer is to small things on what is built in."""
METRE = 0.265
"""Of the picture's height: a metre where people stand, before the viewer comes nearer."""
ROOMY = 1.3
"""So much larger than true things may be in a room before the viewer comes nearer."""
WHOLE = frozenset(
    {"market", "forum", "egypt", "castle", "station", "circus", "theatre", "cinema", "map", "page", "tabletop"}
)
"""Places that are seen whole."""
THIRDS: Mapping[int, tuple[float, ...]] = {1: (0.58,), 2: (0.33, 0.71), 3: (0.22, 0.52, 0.8)}


def zoom(layout: Layout) -> None:
    """Brings the viewer nearer when all that stands there is small, and makes room when it is too much."""
    stage = layout.stage
    low = [g for g in layout.groups if g.kind not in ("sky", "air", "wall", "space")]
    put = {id(g) for g in low if (to := layout.target(g)) is not None and attaches(g, to)}
    upright = [g for g in low if g.first is None and id(g) not in put]
    if not upright:
        return _zoom_wall(layout) if any(g.kind == "wall" for g in layout.groups) else _zoom_air(layout)
    near = [g for g in upright if "far" not in g.item.spots] or upright
    afar = [g for g in upright if g not in near]
    factor, lying = _factor(layout, near), 1.0 if "wall" in stage.zones else 0.7
    small = all(g.thing.stands == "surface" for g in near)
    afloat = _afloat(stage, near, factor)
    for group in (g for g in low if g not in afar):
        alone = small or id(group) in put or group.thing.stands != "surface"
        group.tall *= afloat if group.kind == "water" else factor if alone else min(factor, 1.35) * lying
        if group.thing.stands == "surface" and id(group) not in put and max(g.thing.height for g in upright) > 2.5:
            group.tall = min(group.tall, 0.16 * stage.unit)
    for group in near:
        group.tall *= min(1.0, 0.76 * stage.unit / group.high)
    _send_far(stage, afar)
    if max(_upright(g) for g in upright) > 0.36 * stage.unit and not any(g.item.relation == "climb" for g in low):
        _bring_near(stage, near, low)
    _step_near(layout, near, small)


def _factor(layout: Layout, near: Sequence[Group]) -> float:
    """How much larger than usual they are drawn, so that they fill the picture and have room in it."""
    stage = layout.stage
    lone = len(near) == 1 and near[0].count == 1
    factor = max(1.0, _goal(stage, near) * stage.unit / max(_upright(g) + _borne(layout, g) for g in near))
    factor = min(factor, 3.4 if len(near) == 1 else 2.6)
    taken = sum(_taken(g) for g in near)
    share = 0.6 if lone or (len(near) == 1 and near[0].count < 3) else 0.92
    factor = min(factor, max(0.4, share * stage.width / max(taken, 1)))
    factor = min([factor, *(0.7 * stage.unit / g.high for g in near if g.item.form == "stack")])
    for side in (0.23, 0.77):
        held = sum(_taken(g) for g in near if g.wanted() == side)
        factor = min(factor, max(0.4, ASIDE * stage.width / max(held, 1)))
    if "wall" not in stage.zones:
        return factor
    room = 0.37 if any(g.thing.kind == "person" for g in layout.groups) else 0.5
    furniture = [g for g in near if g.thing.kind == "furniture" and g.thing.stands == "ground"]
    return min([factor, *(room * stage.unit * g.thing.height / g.tall for g in furniture)])


def _afloat(stage: Stage, near: Sequence[Group], factor: float) -> float:
    """The same for those on the water, that has less room."""
    zone, taken = stage.zones.get("water"), sum(_taken(g) for g in near if g.kind == "water")
    return min(factor, max(0.3, 0.85 * (zone.right - zone.left) / taken)) if zone and taken else factor


def _goal(stage: Stage, near: Sequence[Group]) -> float:
    """How tall the tallest is to be, as a share of the picture's height."""
    drawn = sum(g.count for g in near)
    if "road" in stage.zones and all(_drives(stage, g) for g in near):
        return 0.4 if len(near) == 1 else 0.3
    if "wall" in stage.zones and all(g.thing.kind != "person" and g.thing.height < 1 for g in near):
        return 0.4 if any(g.thing.height > 0.4 for g in near) else 0.3
    if all(g.kind == "water" and g.thing.kind == "vehicle" for g in near) and drawn > 1:
        return 0.4
    if any(g.thing.kind == "animal" and (g.kind == "water" or g.item.target == "cliff") for g in near):
        return 0.32
    return 0.6 if drawn == 1 else 0.52


def _send_far(stage: Stage, afar: Sequence[Group]) -> None:
    """What is far away takes no room from those in front."""
    taken = 0.45 * sum(g.wide for g in afar)
    for group in afar:
        for one in group.crew or [group]:
            one.tall *= min(1.0, 0.8 * stage.width / max(taken, 1))


def _step_near(layout: Layout, near: Sequence[Group], small: bool) -> None:
    """Enlarges the backdrop as well, where what is drawn large is small: sizes still agree."""
    stage = layout.stage
    held = {"water", "road", "soil", "space"} & set(stage.zones) or "hilltop" in stage.crests
    if held or stage.places & WHOLE or any(g.kind == "wall" or g.item.target == "mountain" for g in layout.groups):
        return
    middle = (0.5 * stage.width, FEET)
    if "wall" not in stage.zones:
        most = (FEET - HIGHEST) / max(1.0, FEET - stage.horizon)
        sky = any(g.kind in ("sky", "air") or "far" in g.item.spots for g in layout.groups)
        first = max(near, key=_upright)
        large = _upright(first) / (first.thing.height * METRE * stage.unit)
        return nearer(stage, 1.0 if sky else min(most, large), middle, middle)
    top = stage.surfaces[0] if stage.surfaces else None
    if small and top is not None and top.right - top.left > 0.16 * stage.unit:
        return nearer(stage, CLOSE, ((top.left + top.right) / 2, top.y), (middle[0], 640.0))
    first = max(near, key=_upright)
    times = first.tall / (ROOMY * first.thing.height * METRE * stage.unit)
    nearer(stage, times, (0.4 * stage.width, FEET), (0.4 * stage.width, FEET))


def _bring_near(stage: Stage, upright: Sequence[Group], low: Sequence[Group]) -> None:
    """People and animals beside a house or a tree stand nearer to us than that, so that nobody is a speck."""
    alive = [g for g in upright if g.thing.kind in ("person", "animal")]
    seen = [g for g in low if g.thing.kind in ("person", "animal") and g.thing.height < 2.5]
    tallest = max((_upright(g) for g in seen), default=stage.unit)
    large = any(g.thing.kind == "person" or g.thing.height > 0.8 for g in seen)
    factor = min(1.8, (0.36 if large else 0.2) * stage.unit / tallest)
    taken = sum(g.wide for g in alive)
    factor = min(factor, 0.5 * stage.width / max(taken, 1))
    for group in alive:
        for one in group.crew or [group]:
            one.tall *= max(1.0, factor)


def islands(layout: Layout) -> None:
    """An island that something stands on fills the sea; its palm makes room for a volcano or a castle."""
    stage = layout.stage
    for group in layout.groups:
        riders = [g for g in layout.groups if layout.target(g) is group and g.item.relation in ("on", "in")]
        if group.thing.name != "island" or not riders:
            continue
        if any(g.thing.height > 3 for g in riders):
            bare = tuple(one for one in group.thing.drawing if one.get("data-part") != "palm")
            parts = tuple(part for part in group.thing.parts if part.name != "palm")
            group.thing = replace(group.thing, drawing=bare, parts=parts, anchors={})
        for rider in riders:
            rider.kind = "water"
        group.tall = group.natural = min(0.78 * stage.width / group.thing.aspect, 760.0)
        group.fixed, group.x, group.y = True, 0.5 * stage.width, 790.0


def settle(layout: Layout) -> None:
    """Those on the hill stand on its outline, wherever they were moved to; so do those beside them."""
    for group in layout.groups:
        root = group
        while root.tie is not None and root.land is None:
            root = root.tie
        if root.land is None or group.first is not None or group.kind != "ground":
            continue
        if group is root or group.item.relation in ("beside", "left of", "right of", "with", "facing", "faced"):
            group.land, group.z, group.y = root.land, root.z, root.land(group.x) + 22


def pavement(layout: Layout) -> None:
    """Who is beside or behind a car keeps off the road; who deals with ducks stays on the shore."""
    zone, road = layout.stage.zones.get("ground"), layout.stage.zones.get("road")
    for group in layout.groups:
        to = layout.target(group)
        if zone is None or to is None or group.first is not None or attaches(group, to):
            continue
        if to.kind == "water" and group.thing.kind == "person" and group.item.relation not in ("in", "on"):
            group.kind, group.y, group.z = "ground", zone.near - 10, None
            group.x = min(max(group.x, zone.left), zone.right)
        if road is None or group.thing.name in WHEELED:
            continue
        off = group.item.relation in ("beside", "behind", "left of", "right of", "facing", "faced")
        if off and to.thing.name in WHEELED and group.kind == "ground" and group.y > zone.near:
            group.y, group.z = zone.near, None


def _upright(group: Group) -> float:
    """Its height; of somebody who sits, the height if they stood."""
    stands = catalogue()[group.item.thing].height / group.thing.height if group.thing.figure else 1.0
    return group.tall * max(1.0, stands)


def _borne(layout: Layout, group: Group) -> float:
    """The height of what stands on top of a small thing, or rides on an animal."""
    if group.thing.kind in ("furniture", "person", "vehicle", "building") or group.thing.height > 3:
        return 0.0
    riders = (g for g in layout.set_to(group, "on", "ride") if g.thing.kind != "person" or group.thing.kind == "animal")
    return max((g.tall * (0.5 if g.thing.kind == "person" else 1.0) for g in riders), default=0.0)


def _taken(group: Group) -> float:
    """The width that a group needs; what is behind or before another needs less."""
    return group.wide * (0.6 if group.item.relation in ("behind", "front", "around") else 1.0)


def _zoom_wall(layout: Layout) -> None:
    """What hangs on a wall alone is seen from near."""
    stage, hung = layout.stage, [g for g in layout.groups if g.kind == "wall"]
    taken = sum(g.wide for g in hung)
    factor = min(0.3 * stage.unit / max(g.tall for g in hung), 0.5 * stage.width / max(taken, 1), 3.0)
    for group in hung:
        group.tall *= max(1.0, factor)
    at = (0.5 * stage.width, 500.0)
    nearer(stage, min(CLOSE, factor), at, at)


def _zoom_air(layout: Layout) -> None:
    """A bird or a cloud is large when there is nothing else to look at."""
    flying = [
        g for g in layout.groups if g.kind in ("air", "sky") and g.thing.name not in ("vapour", "rainbow", "star")
    ]
    if flying:
        tallest = max(g.tall for g in flying)
        alone = len(flying) == 1 and flying[0].kind == "air" and len(layout.groups) == 1
        goal, most = (0.46, 9.0) if alone else (0.28, 2.4)
        factor = min(max(1.0, goal * layout.stage.unit / tallest), most)
        for group in flying:
            group.tall *= min(factor, 0.7 * layout.stage.width / group.wide)


def row(layout: Layout, kind: str, groups: Sequence[Group]) -> None:
    """Things on one ground, at their places or spread over the thirds."""
    if not groups:
        return
    stage, zone = layout.stage, layout.stage.zones[kind]
    _inherit(layout, groups)
    _spread(stage, zone, kind, groups)
    for n, group in enumerate(groups):
        if (want := group.wanted()) is not None:
            group.x, group.fixed = min(max(want * stage.width, zone.left), zone.right), True
        _stand(stage, group, zone, n)
    trunk = next((g for g in layout.groups if g.thing.kind == "plant" and g.kind == "ground"), None)
    for group in groups:
        if kind == "soil" and trunk:
            group.x = trunk.x
    if kind in ("wall", "soil"):
        push_apart(stage, [[g] for g in groups], zone)


def _inherit(layout: Layout, groups: Sequence[Group]) -> None:
    """A cat on a table on the left: the table is on the left."""
    for group in layout.groups:
        to, seen = group, {id(group)}
        while (following := layout.target(to)) is not None and id(following) not in seen:
            to = following
            seen.add(id(to))
        if to is not group and to in groups and to.wanted() is None and group.wanted() is not None:
            spots = tuple(spot for spot in group.item.spots if spot in ("left", "right", "centre"))
            to.item = replace(to.item, spots=(*to.item.spots, *spots))


def _spread(stage: Stage, zone: Zone, kind: str, groups: Sequence[Group]) -> None:
    """Gives those without a place of their own one on the thirds, or where the others leave room."""
    loose = [g for g in groups if g.wanted() is None]
    taken = [want for g in groups if (want := g.wanted()) is not None]
    even = THIRDS.get(len(loose)) or tuple((n + 0.5) / len(loose) for n in range(len(loose)))
    if len(loose) == 1 and taken:
        even = (0.5,) if all(abs(want - 0.5) > 0.2 for want in taken) else (0.78,)
        if len(set(taken)) == 1 and taken[0] != 0.5 and stage.width > 1200:
            even = (1.1 - taken[0],)
    if len(loose) == 1 and (zone.right - zone.left < 0.6 * stage.width or kind == "wall"):
        even = (0.5,)
    offset = stage.take.uniform(-0.03, 0.03)
    for share, group in zip(even, loose, strict=True):
        group.x = zone.left + (share + offset) * (zone.right - zone.left)


def bridge(layout: Layout) -> None:
    """A bridge goes over the river, where there is one."""
    zone = layout.stage.zones.get("water")
    for group in layout.free("ground"):
        if group.thing.name == "bridge" and zone and zone.right - zone.left < 0.4 * layout.stage.width:
            group.tall = (zone.right - zone.left) * 2.1 / group.thing.aspect
            group.x, group.y, group.placed = (
                (zone.left + zone.right) / 2 + 0.05 * layout.stage.width,
                zone.near - 10,
                True,
            )
            group.kind, group.fixed = "surface", True


def _share(group: Group, n: int) -> float:
    """How near to the viewer a thing stands in its zone, 0..1: people before houses."""
    if group.kind == "water" and "far" not in group.item.spots:
        return 0.88 - 0.09 * (n % 3)
    if "near" in group.item.spots or "low" in group.item.spots:
        return 1.0
    if "far" in group.item.spots:
        return 0.02
    if group.thing.height < 2.5 or group.thing.stands == "surface":
        return 0.95 - 0.09 * (n % 3)
    return (0.55 if group.thing.height < 10 else 0.4) + 0.1 * (n % 3)


def _stand(stage: Stage, group: Group, zone: Zone, n: int) -> None:
    """Sets the foot of a group, and its size and haze at that distance."""
    far, share = "far" in group.item.spots, _share(group, n)
    target, group.placed = group.item.target, True
    if group.thing.name == "island" and group.fixed:
        group.x = 0.5 * stage.width
        return
    behind = (
        far
        or target == "mountain"
        or (group.thing.height >= 10 and "hilltop" not in stage.crests)
        or group.item.relation == "behind"
    )
    if (
        isinstance(target, str)
        and target in stage.crests
        and behind
        and group.item.relation in ("on", "behind", "above")
    ):
        return _on_crest(stage, group, target, far)
    if "hilltop" in stage.crests and target == "hill" and not far:
        curve, middle = stage.crests["hilltop"]
        group.tall = min(group.tall, 0.4 * stage.unit, max(0.1, 0.36 * group.thing.height) * stage.unit)
        group.x = middle + (group.x - middle) * 0.6
        group.y, group.z, group.land = curve(group.x) + 22, 690.0, curve
        group.tall *= min(1.0, 0.5 * stage.width / group.wide)
        return
    if "ceiling" in group.item.spots:
        group.tall = min(group.tall, 0.24 * stage.unit)
        group.y = (0 if group.thing.name == "hanging-lamp" else 70) + group.tall * group.thing.base
        return
    if group.item.relation == "against" and target == "wall":
        return at_wall(group, zone)
    if stage.surfaces and group.thing.stands in ("surface", "inside") and "floor" not in group.item.spots:
        return _on_surface(stage, group, n)
    zone = stage.zones["road"] if _drives(stage, group) else zone
    if "rails" in stage.zones and group.thing.name in RAILED:
        zone = stage.zones["rails"]
    group.y = zone.far + share * (zone.near - zone.far)
    if share < 0.9:
        group.scale = zone.size(group.y) * (0.72 if far else 1)
        group.tall *= group.scale
    if group.kind == "under water" and group.thing.stands == "under water":
        group.y += (-40, 34, 0)[n % 3]
    elif group.kind == "soil":
        group.y = stage.zones["ground"].near + 4
    group.depth = 0.42 if far else 0.06 * (1 - share)


def _drives(stage: Stage, group: Group) -> bool:
    """Whether it is on the road: what has wheels, and who crosses."""
    crossing = group.item.relation in ("on", "cross", "through") and group.item.target in ("road", "street")
    return "road" in stage.zones and (group.thing.name in WHEELED or (crossing and group.thing.kind != "building"))


def _on_surface(stage: Stage, group: Group, n: int) -> None:
    """Small things stand on what the backdrop has to put them on."""
    wide = [top for top in stage.surfaces if top.right - top.left > 60] or stage.surfaces
    want = group.wanted()
    group.tall = min(group.tall, 0.2 * stage.unit)
    order = sorted(wide, key=lambda top: abs((top.left + top.right) / 2 / stage.width - want)) if want else wide
    top = order[0]
    room = (top.right - top.left) * 0.92
    group.tall *= min(1.0, room / max(group.wide, 1))
    group.scale, group.kind, group.fixed = top.scale, "surface", True
    group.x = min(max(group.x, top.left + group.wide / 2), top.right - group.wide / 2)
    group.y, group.z = top.y, top.z + 0.1 + 0.01 * n


def _on_crest(stage: Stage, group: Group, name: str, far: bool) -> None:
    curve, x = stage.crests[name]
    group.x = group.x if group.fixed else x
    before = group.tall
    group.tall = min(group.tall * (0.42 if far else 0.5), 0.26 * stage.unit)
    group.scale = group.tall / before
    group.y = curve(group.x) + 9
    group.z = max(group.y + 2, stage.horizon + 20) if name == "hill" else stage.horizon - 20
    group.depth = 0.2

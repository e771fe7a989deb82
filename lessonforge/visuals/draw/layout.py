"""Where each thing goes: comes in a scene and the zones of its backdrop, go out groups with their places.

Things without a place of their own are spread over the thirds of the picture; those in a relation are set to what
they relate to (`relations.py`), move with it, and are put into hands, on seats and on tables at last (`attached.py`).
Nothing leaves the frame, and what stands side by side is pushed apart.
"""

from __future__ import annotations

import itertools
import random
from collections.abc import Mapping, Sequence
from dataclasses import replace

from lessonforge.visuals.draw.aloft import place_air, place_sky, place_space
from lessonforge.visuals.draw.attached import attach, attaches
from lessonforge.visuals.draw.grammar import Item, Scene
from lessonforge.visuals.draw.groups import Group, Layout, crews, group_of
from lessonforge.visuals.draw.relations import relate
from lessonforge.visuals.draw.settings.stage import Stage, Zone

MARGIN = 0.035
"""Of the picture's width: the slow camera may come that near to the edge."""
FLOOR = 850.0
"""Nothing reaches lower: captions are there."""
THIRDS: Mapping[int, tuple[float, ...]] = {1: (0.58,), 2: (0.33, 0.71), 3: (0.22, 0.52, 0.8)}
HOT = ("kettle", "pot", "glass")


def arrange(stage: Stage, scene: Scene) -> list[Group]:
    """A group for each item (and each cloud, and each of several people), placed."""
    layout = Layout(stage, scene)
    layout.groups = [group_of(stage, item) for item in scene.items]
    _part(layout)
    _furnish(layout)
    crews(stage, layout.groups)
    _scatter(layout)
    _zoom(layout)
    place_sky(layout)
    _bridge(layout)
    for kind in ("ground", "water", "soil", "under water", "wall"):
        _row(layout, kind, layout.free(kind))
    place_space(layout, layout.free("space"))
    relate(layout)
    _spread_clusters(layout)
    place_air(layout, layout.free("air"))
    relate(layout, rest=True)
    _look(layout)
    attach(layout)
    for group in layout.groups:
        if group.first is None:
            _keep_inside(stage, group)
    for group in list(layout.groups):
        _deploy(layout, group)
    attach(layout, again=True)
    for group in layout.groups:
        group.mates, group.crew = len((group.first or group).crew) or group.mates, [] if group.first else group.crew
    for group in layout.groups:
        group.crew, group.first = [], None
        _keep_inside(stage, group)
    return layout.groups


def _part(layout: Layout) -> None:
    """A dog on the left that looks at a cat on the right: what was given a place of its own keeps it."""
    for group in layout.groups:
        to = layout.target(group)
        if to is not None and None not in (group.wanted(), to.wanted()) and group.wanted() != to.wanted():
            if group.item.relation in ("faced", "facing", "beside", "follow", "front", "behind"):
                group.item = replace(group.item, relation="", target=None)


def _furnish(layout: Layout) -> None:
    """Small things in a room stand on a table, brought when none was named; steam rises from what is hot."""
    stage, groups = layout.stage, layout.groups
    if "wall" not in stage.zones:
        return
    loose = [n for n, g in enumerate(groups) if g.thing.stands in ("surface", "inside") and layout.target(g) is None]
    table = next((n for n, g in enumerate(groups) if g.thing.top is not None and g.thing.kind == "furniture"), None)
    if loose and table is None and not stage.surfaces:
        table = len(groups)
        groups.append(group_of(stage, Item("table", size=1.2)))
    for n in loose:
        if table is not None and table != n:
            groups[n].item = replace(groups[n].item, relation="on", target=table)
    hot = next((n for n, g in enumerate(groups) if g.thing.name in HOT), None)
    for group in groups:
        if group.thing.name == "vapour" and hot is not None:
            group.item = replace(group.item, relation="above", target=hot, size=0.6)
            group.tall *= 0.75


def _scatter(layout: Layout) -> None:
    """Several clouds or stars are several groups: each finds a spot of its own in the sky."""
    for group in list(layout.groups):
        if (group.kind == "sky" or group.thing.name == "star") and group.item.count > 1:
            one = replace(group.item, count=1)
            for n in range(1, min(group.item.count, 20)):
                tall = group.tall * (0.74, 1.08, 0.66, 0.9, 0.8, 0.6)[(n - 1) % 6] * (1 if n < 7 else 0.7)
                layout.groups.append(replace(group, item=replace(one, relation="", target=None), tall=tall, crew=[]))
            group.item = replace(one, relation="", target=None)


def _zoom(layout: Layout) -> None:
    """Brings the viewer nearer when all that stands there is small, and makes room when it is too much."""
    stage = layout.stage
    low = [g for g in layout.groups if g.kind not in ("sky", "air", "wall", "space")]
    put = {id(g) for g in low if (to := layout.target(g)) is not None and attaches(g, to)}
    upright = [g for g in low if g.first is None and id(g) not in put]
    if not upright:
        return _zoom_air(layout)
    tallest = max(g.tall * (0.5 if "far" in g.item.spots else 1) for g in upright)
    goal = 0.5 if "wall" in stage.zones else 0.46
    factor = min(max(1.0, goal * stage.unit / tallest), 3.4 if len(upright) == 1 else 2.6)
    room = 0.6 if len(upright) == 1 and upright[0].count < 3 else 0.92
    taken = sum(_taken(g) for g in upright)
    factor = min(factor, max(0.4, room * stage.width / max(taken, 1)))
    lying = 1.0 if "wall" in stage.zones else 0.7
    small = all(g.thing.stands == "surface" for g in upright)
    for group in low:
        alone = small or id(group) in put or group.thing.stands != "surface"
        group.tall *= factor if alone else min(factor, 1.35) * lying


def _taken(group: Group) -> float:
    """The width that a group needs; what is behind or before another needs less."""
    return group.wide * (0.6 if group.item.relation in ("behind", "front", "around") else 1.0)


def _zoom_air(layout: Layout) -> None:
    """A bird or a cloud is large when there is nothing else to look at."""
    flying = [
        g for g in layout.groups if g.kind in ("air", "sky") and g.thing.name not in ("vapour", "rainbow", "star")
    ]
    if flying:
        tallest = max(g.tall for g in flying)
        factor = min(max(1.0, 0.24 * layout.stage.unit / tallest), 1.9)
        for group in flying:
            group.tall *= min(factor, 0.7 * layout.stage.width / group.wide)


def _row(layout: Layout, kind: str, groups: Sequence[Group]) -> None:
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


def _bridge(layout: Layout) -> None:
    """A bridge goes over the river, where there is one."""
    zone = layout.stage.zones.get("water")
    for group in layout.free("ground"):
        if group.thing.name == "bridge" and zone and zone.right - zone.left < 0.4 * layout.stage.width:
            group.tall = (zone.right - zone.left) * 1.2 / group.thing.aspect
            group.x, group.y, group.placed = (zone.left + zone.right) / 2, zone.near - 30, True
            group.kind, group.fixed = "surface", True


def _share(group: Group, n: int) -> float:
    """How near to the viewer a thing stands in its zone, 0..1: people before houses."""
    if "near" in group.item.spots or "low" in group.item.spots:
        return 1.0
    if "far" in group.item.spots:
        return 0.02
    if group.thing.height < 2.5 or group.thing.stands == "surface":
        return 0.95 - 0.09 * (n % 3)
    return (0.4 if group.thing.height < 10 else 0.15) + 0.1 * (n % 3)


def _stand(stage: Stage, group: Group, zone: Zone, n: int) -> None:
    """Sets the foot of a group, and its size and haze at that distance."""
    far, share = "far" in group.item.spots, _share(group, n)
    target, group.placed = group.item.target, True
    behind = far or (group.thing.height >= 10 and "hilltop" not in stage.crests) or group.item.relation == "behind"
    if (
        isinstance(target, str)
        and target in stage.crests
        and behind
        and group.item.relation in ("on", "behind", "above")
    ):
        return _on_crest(stage, group, target, far)
    if "hilltop" in stage.crests and target == "hill" and not far:
        curve, middle = stage.crests["hilltop"]
        group.x = middle + (group.x - middle) * 0.6
        group.y, group.z = curve(group.x) + 22, 690.0
        return
    if stage.surfaces and group.thing.stands in ("surface", "inside"):
        return _on_surface(stage, group, n)
    group.y = zone.far + share * (zone.near - zone.far)
    if share < 0.9:
        group.scale = zone.size(group.y) * (0.72 if far else 1)
        group.tall *= group.scale
    if group.kind == "under water" and group.thing.stands == "under water":
        group.y += (-40, 34, 0)[n % 3]
    elif group.kind == "soil":
        group.y = stage.zones["ground"].near + 4
    group.depth = 0.42 if far else 0.06 * (1 - share)


def _on_surface(stage: Stage, group: Group, n: int) -> None:
    """Small things stand on what the backdrop has to put them on."""
    wide = [top for top in stage.surfaces if top.right - top.left > 60] or stage.surfaces
    want = group.wanted()
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


def _spread_clusters(layout: Layout) -> None:
    """Pushes apart what stands side by side, each with all that moves with it; what is far apart from what is near."""
    stage = layout.stage
    zones = stage.zones
    clusters: dict[int, list[Group]] = {}
    for group in layout.groups:
        root = _root(group)
        if group.placed and group.first is None and root.kind in ("ground", "water", "surface", "under water"):
            clusters.setdefault(id(root), []).append(group)
    found = [sorted(cluster, key=lambda g: g is not _root(g)) for cluster in clusters.values()]
    shared = zones.get("water")
    together = (
        "underwater" in stage.places or shared is not None and shared.right > 0.6 * stage.width and "ground" in zones
    )
    for far in (False, True):
        some = [c for c in found if (c[0].depth >= 0.2) == far]
        if together or "water" not in zones or "ground" not in zones:
            zone = zones.get("ground") or zones.get("water") or Zone(0, stage.width, 0, 1)
            push_apart(stage, some, Zone(0, stage.width, 0, 1) if together else zone)
        else:
            for kind in ("ground", "water", "under water"):
                push_apart(stage, [c for c in some if c[0].kind == kind], zones.get(kind, Zone(0, stage.width, 0, 1)))


def _root(group: Group) -> Group:
    while group.tie is not None:
        group = group.tie
    return group


def push_apart(stage: Stage, clusters: list[list[Group]], zone: Zone) -> None:
    """Moves neighbours until they hardly overlap, and shrinks them when there is no room."""
    clusters = [c for c in clusters if not (c[0].kind == "surface" and c[0].fixed)]
    left, right = MARGIN * stage.width, (1 - MARGIN) * stage.width
    if zone.right - zone.left < 0.6 * stage.width:
        left, right = max(left, zone.left - 0.03 * stage.width), min(right, zone.right + 0.03 * stage.width)
    total = sum(b - a for a, b in map(_extent, clusters)) * 1.05
    for cluster in clusters:
        _shrink(cluster, min(1.0, (right - left) / max(total, 1)))
    clusters.sort(key=lambda c: sum(_extent(c)))
    for _ in range(14):
        for one, other in itertools.pairwise(clusters):
            overlap = (_extent(one)[1] - _extent(other)[0]) * 1.02 + 6
            if overlap > 6:
                share = 0.5 if one[0].fixed == other[0].fixed else (0.15 if one[0].fixed else 0.85)
                _move(one, -overlap * share)
                _move(other, overlap * (1 - share))
        for cluster in clusters:
            a, b = _extent(cluster)
            _move(cluster, max(0.0, left - a) - max(0.0, b - right))


def _extent(cluster: Sequence[Group]) -> tuple[float, float]:
    return min(g.x - g.wide / 2 for g in cluster), max(g.x + g.wide / 2 for g in cluster)


def _move(cluster: Sequence[Group], dx: float) -> None:
    for group in cluster:
        group.x += dx


def _shrink(cluster: Sequence[Group], factor: float) -> None:
    """Makes all of a cluster smaller around the foot of its root."""
    if factor >= 1:
        return
    root = cluster[0]
    x, y = root.x, root.y
    for group in cluster:
        group.x, group.y = x + (group.x - x) * factor, y + (group.y - y) * factor
        group.gap *= factor
        group.ring = (group.ring[0] * factor, group.ring[1] * factor) if group.ring else None
        for one in group.crew or [group]:
            one.tall *= factor


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
    x, y, places = group.x, group.y, group.formation()
    middle = group.ring or (group.item.form == "circle" and group.count > 2)
    for n, (one, (dx, dy, share)) in enumerate(zip(group.crew, places, strict=True)):
        one.x, one.y, one.tall = x + dx, y + dy, one.tall * share
        one.kind, one.depth, one.placed, one.scale = group.kind, group.depth, True, group.scale
        one.z = group.z + 0.01 * n + dy * 0.001 if group.z is not None else None
        if middle or (group.item.form == "facing" and group.count > 1):
            one.looks = "left" if dx > 0 else "right"
        elif one is not group and one.item.gaze is None:
            one.looks = group.looks


def _keep_inside(stage: Stage, group: Group) -> None:
    """Nothing is cut by the edge of the picture, unless it is meant."""
    if group.cut:
        return
    margin = MARGIN * stage.width
    _shrink([group], (stage.width - 2 * margin) / group.wide)
    half = group.wide / 2
    group.x = min(max(group.x, margin + half), stage.width - margin - half)
    places = group.formation() if group.count > 1 else [(0.0, 0.0, 1.0)]
    head = group.top + min(dy for _, dy, _ in places)
    foot = group.foot + max(dy for _, dy, _ in places)
    group.y += max(0.0, 30 - head)
    if group.kind != "soil":
        group.y -= max(0.0, foot - FLOOR)


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

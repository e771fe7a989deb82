"""Where each thing goes: comes in a scene and the zones of its backdrop, go out groups with their places.

Things without a place of their own are spread over the thirds of the picture; those in a relation are set to what
they relate to (`relations.py`). Nothing leaves the frame, and what stands side by side is pushed apart.
"""

from __future__ import annotations

import itertools
import random
from collections.abc import Mapping, Sequence
from dataclasses import replace

from lessonforge.visuals.draw.aloft import place_air, place_sky, place_space
from lessonforge.visuals.draw.grammar import Item, Scene
from lessonforge.visuals.draw.groups import FLOATING, Group, Layout, group_of
from lessonforge.visuals.draw.relations import relate
from lessonforge.visuals.draw.settings.stage import Stage, Zone

MARGIN = 0.035
"""Of the picture's width: the slow camera may come that near to the edge."""
FLOOR = 850.0
"""Nothing reaches lower: captions are there."""
THIRDS: Mapping[int, tuple[float, ...]] = {1: (0.58,), 2: (0.33, 0.71), 3: (0.22, 0.52, 0.8)}


def arrange(stage: Stage, scene: Scene) -> list[Group]:
    """A group for each item (and each cloud), placed."""
    layout = Layout(stage, scene)
    layout.groups = [group_of(stage, item) for item in scene.items]
    _furnish(layout)
    _scatter(layout)
    _zoom(layout)
    place_sky(layout)
    _bridge(layout)
    for kind in ("ground", "water", "soil", "under water", "wall"):
        _row(layout, kind, layout.free(kind))
    shared = stage.zones.get("water", Zone(0, 0, 0, 0))
    if shared.right > 0.6 * stage.width and "ground" in stage.zones:
        push_apart(stage, [g for g in layout.groups if g.placed and g.kind in ("ground", "water")], shared)
    place_space(layout, layout.free("space"))
    place_air(layout, layout.free("air"))
    relate(layout)
    for group in layout.groups:
        _keep_inside(stage, group)
    return layout.groups


def _furnish(layout: Layout) -> None:
    """Small things in a room stand on a table, brought when none was named; steam rises from what is hot."""
    if "wall" not in layout.stage.zones:
        return
    groups = layout.groups
    tied = ("on", "in", "under", "beside", "held")
    loose = [n for n, g in enumerate(groups) if g.thing.stands == "surface" and g.item.relation not in tied]
    table = next((n for n, g in enumerate(groups) if g.thing.name == "table"), len(groups))
    if loose and table == len(groups):
        groups.append(group_of(layout.stage, Item("table", size=1.2)))
    for n in loose:
        groups[n].item = replace(groups[n].item, relation="on", target=table)
    hot = next((n for n, g in enumerate(groups) if g.thing.name in ("kettle", "pot", "glass")), None)
    for group in groups:
        if group.thing.name == "vapour" and hot is not None:
            group.item = replace(group.item, relation="above", target=hot, size=0.6)
            group.tall *= 0.75


def _scatter(layout: Layout) -> None:
    """Several clouds or stars are several groups: each finds a spot of its own in the sky."""
    for group in list(layout.groups):
        if (group.kind == "sky" or group.thing.name == "star") and group.item.count > 1:
            one = replace(group.item, count=1)
            for n in range(1, min(group.item.count, 7)):
                tall = group.tall * (0.74, 1.08, 0.66, 0.9, 0.8, 0.6)[n - 1]
                layout.groups.append(replace(group, item=replace(one, relation="", target=None), tall=tall))
            group.item = replace(one, relation="", target=None)


def _zoom(layout: Layout) -> None:
    """Brings the viewer nearer when all that stands there is small, and makes room when it is too much."""
    low = [g for g in layout.groups if g.kind not in ("sky", "air", "wall", "space")]
    upright = [g for g in low if g.item.relation not in ("on", "in", "held") or layout.target(g) is None]
    if not upright:
        return _zoom_air(layout)
    tallest = max(g.tall * (0.5 if "far" in g.item.spots else 1) for g in upright)
    goal = 0.5 if "wall" in layout.stage.zones else 0.46
    factor = min(max(1.0, goal * layout.stage.unit / tallest), 3.4 if len(upright) == 1 else 2.6)
    room = 0.6 if len(upright) == 1 else 0.9
    factor = min(factor, max(0.4, room * layout.stage.width / max(sum(g.wide for g in upright), 1)))
    lying = 1.0 if "wall" in layout.stage.zones else 0.7
    small = all(g.thing.stands == "surface" for g in upright)
    for group in low:
        group.tall *= factor if small or group.thing.stands != "surface" else min(factor, 1.35) * lying


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
    """Things on one ground: at their places or spread over the thirds, then pushed apart."""
    if not groups:
        return
    stage, zone = layout.stage, layout.stage.zones[kind]
    _spread(stage, zone, kind, groups)
    for n, group in enumerate(groups):
        if (want := group.wanted()) is not None:
            group.x, group.fixed = min(max(want * stage.width, zone.left), zone.right), True
        _stand(stage, group, zone, n)
    trunk = next((g for g in layout.groups if g.thing.name in ("tree", "pine", "flower")), None)
    for group in groups:
        if kind == "soil" and trunk:
            group.x = trunk.x
    push_apart(stage, [g for g in groups if g.depth < 0.3], zone)
    push_apart(stage, [g for g in groups if g.depth >= 0.3], zone)


def _spread(stage: Stage, zone: Zone, kind: str, groups: Sequence[Group]) -> None:
    """Gives those without a place of their own one on the thirds, or where the others leave room."""
    loose = [g for g in groups if g.wanted() is None]
    taken = [want for g in groups if (want := g.wanted()) is not None]
    even = THIRDS.get(len(loose)) or tuple((n + 0.5) / len(loose) for n in range(len(loose)))
    if len(loose) == 1 and taken:
        even = (0.5,) if all(abs(want - 0.5) > 0.2 for want in taken) else (0.78,)
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


def _share(group: Group, n: int) -> float:
    """How near to the viewer a thing stands in its zone, 0..1: people before houses."""
    if "near" in group.item.spots:
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
    group.y = zone.far + share * (zone.near - zone.far)
    if share < 0.9:
        group.tall *= zone.size(group.y) * (0.72 if far else 1)
    if group.kind == "under water" and group.thing.stands == "under water":
        group.y += (-40, 34, 0)[n % 3]
    elif group.kind == "soil":
        group.y = stage.zones["ground"].near + 4
    group.depth = 0.42 if far else 0.06 * (1 - share)


def _on_crest(stage: Stage, group: Group, name: str, far: bool) -> None:
    curve, x = stage.crests[name]
    group.x = group.x if group.fixed else x
    group.tall = min(group.tall * (0.42 if far else 0.5), 0.26 * stage.unit)
    group.y = curve(group.x) + 9
    group.z = max(group.y + 2, stage.horizon + 20) if name == "hill" else stage.horizon - 20
    group.depth = 0.2


def push_apart(stage: Stage, groups: list[Group], zone: Zone) -> None:
    """Moves neighbours until they hardly overlap, and shrinks them when there is no room."""
    groups = sorted(groups, key=lambda g: g.x)
    left, right = MARGIN * stage.width, (1 - MARGIN) * stage.width
    if zone.right - zone.left < 0.6 * stage.width:
        left, right = max(left, zone.left - 0.03 * stage.width), min(right, zone.right + 0.03 * stage.width)
    total = sum(g.wide for g in groups) * 1.05
    for group in groups:
        group.tall *= min(1.0, (right - left) / max(total, 1))
    for _ in range(12):
        for one, other in itertools.pairwise(groups):
            overlap = (one.wide + other.wide) / 2 * 1.04 - (other.x - one.x)
            if overlap > 0:
                share = 0.5 if one.fixed == other.fixed else (0.15 if one.fixed else 0.85)
                one.x, other.x = one.x - overlap * share, other.x + overlap * (1 - share)
        for group in groups:
            group.x = min(max(group.x, left + group.wide / 2), right - group.wide / 2)


def _keep_inside(stage: Stage, group: Group) -> None:
    """Nothing is cut by the edge of the picture, unless it is meant."""
    if group.cut:
        return
    margin = MARGIN * stage.width
    group.tall *= min(1.0, (stage.width - 2 * margin) / group.wide)
    group.x = min(max(group.x, margin + group.wide / 2), stage.width - margin - group.wide / 2)
    group.y += max(0.0, 30 - group.head)
    if group.kind != "soil":
        group.y -= max(0.0, group.foot - FLOOR)


def members(group: Group, chance: random.Random) -> list[tuple[float, float, float]]:
    """Where each of a group stands: x, y and share of its size; a staggered row, or a flock in the air."""
    count = group.item.count
    if count == 1:
        return [(group.x, group.y, 1.0)]
    rows, loose = -(-count // 5), group.kind in FLOATING
    found = []
    for n in range(count):
        row, place = divmod(n, 5)
        here = min(5, count - 5 * row)
        dx = (place - (here - 1) / 2) * group.single * group.step + row * group.single * 0.3
        dy = ((place % 2) - 0.5) * (group.tall * 0.6 if loose else 10) + chance.uniform(-5, 5)
        back = row * group.tall * 0.9 if loose else (rows - 1 - row) * -34
        size = 1.0 if group.kind == "surface" else chance.uniform(0.86, 1.0)
        found.append((group.x + dx, group.y if group.kind == "surface" else group.y + dy + back, size))
    return found

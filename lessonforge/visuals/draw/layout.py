"""Where each thing goes: comes in a scene and the zones of its backdrop, go out boxes in the picture.

Things without a place of their own are spread over the thirds of the picture; those in a relation are set to what
they relate to. Nothing leaves the frame, and what stands side by side is pushed apart.
"""

from __future__ import annotations

import random
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from lessonforge.visuals.draw.grammar import Item, Scene
from lessonforge.visuals.draw.settings.stage import FEET, Stage, Zone
from lessonforge.visuals.draw.things import Thing, catalogue

MARGIN = 0.035
"""Of the picture's width: the slow camera may come that near to the edge."""
SPOT_X = {"left": 0.23, "right": 0.77, "centre": 0.5}
SKY_SPOTS = ((0.24, 0.2), (0.76, 0.2), (0.5, 0.16), (0.38, 0.3), (0.64, 0.3), (0.13, 0.3), (0.88, 0.32))
AIR_SPOTS = ((0.62, 0.33), (0.36, 0.36), (0.82, 0.4), (0.2, 0.4), (0.5, 0.28))
THIRDS: Mapping[int, tuple[float, ...]] = {1: (0.56,), 2: (0.32, 0.7), 3: (0.22, 0.52, 0.8)}


@dataclass
class Group:
    """An item on its way into the picture: `x` of its middle, `y` of its foot, `tall` as drawn there, all in units."""

    item: Item
    thing: Thing
    kind: str
    tall: float
    x: float = 0.0
    y: float = 0.0
    z: float | None = None
    depth: float = 0.0
    fixed: bool = False
    placed: bool = False
    near: bool = False

    @property
    def single(self) -> float:
        """The width of one."""
        return self.tall * self.thing.aspect

    @property
    def wide(self) -> float:
        """The width of all."""
        return self.single * (1 + self.step * (min(self.item.count, 5) - 1))

    @property
    def step(self) -> float:
        """From one to the next, in widths of one."""
        return 0.72 if self.thing.aspect > 0.8 else 0.95

    @property
    def foot(self) -> float:
        """The lower edge of its drawing."""
        return self.y + self.tall * (1 - self.thing.base)

    @property
    def head(self) -> float:
        """The upper edge of its drawing."""
        return self.y - self.tall * self.thing.base


@dataclass
class Layout:
    """The layout in the making."""

    stage: Stage
    scene: Scene
    groups: list[Group] = field(default_factory=list)

    def of_kind(self, *kinds: str) -> list[Group]:
        """The groups that stand there and are not yet placed."""
        return [group for group in self.groups if group.kind in kinds and not group.placed]

    def target(self, group: Group) -> Group | None:
        """The group that this one relates to."""
        target = group.item.target
        return self.groups[target] if isinstance(target, int) and group.item.relation != "around" else None


def arrange(stage: Stage, scene: Scene) -> list[Group]:
    """A group for each item, placed."""
    layout = Layout(stage, scene)
    layout.groups = [_group(stage, item) for item in scene.items]
    _furnish(layout)
    _zoom(layout)
    _sky(layout, [g for g in layout.of_kind("sky") if not _waits(layout, g)], SKY_SPOTS)
    for kind in ("ground", "water", "soil", "under water", "space", "wall"):
        _row(layout, kind, [g for g in layout.of_kind(kind) if not _waits(layout, g)])
    _air(layout, [g for g in layout.of_kind("air") if not _waits(layout, g)])
    for _ in layout.groups:
        for group in layout.groups:
            target = layout.target(group)
            if not group.placed and (target is None or target.placed):
                _relate(layout, group, target or group)
    for group in layout.groups:
        if not group.placed:
            _row(layout, group.kind, [group])
        _keep_inside(stage, group)
    return layout.groups


def _waits(layout: Layout, group: Group) -> bool:
    """Whether it is placed by another one."""
    target = layout.target(group)
    return target is not None and target is not group


def _group(stage: Stage, item: Item) -> Group:
    thing = catalogue()[item.thing]
    kind = "air" if item.flying and thing.stands in ("ground", "water") else thing.stands
    if kind == "water" and item.target in ("beach", "field", "hill"):
        kind = "ground"
    if kind == "space" and "space" not in stage.zones:
        kind = "sky"
    if kind == "sky" and "space" in stage.zones:
        kind = "space"
    if kind == "surface":
        kind = "ground"
    if kind not in stage.zones and kind not in ("air",):
        kind = "ground" if "ground" in stage.zones else next(iter(stage.zones))
    return Group(item, thing, kind, _height(stage, thing) * item.size, near=thing.height < 2.5)


def _height(stage: Stage, thing: Thing) -> float:
    """How tall a thing is drawn when it is near: metres are pressed together as picture books do."""
    if thing.share and thing.stands != "surface":
        return thing.share * stage.unit
    return min(0.6, max(0.07, 0.25 * (thing.height / 1.6) ** 0.42)) * stage.unit


def _furnish(layout: Layout) -> None:
    """Small things in a room stand on a table: one is brought when none was named."""
    if "wall" not in layout.stage.zones:
        return
    small = [
        n
        for n, g in enumerate(layout.groups)
        if g.thing.stands == "surface" and g.item.relation not in ("on", "in", "under", "beside")
    ]
    if not small:
        return
    table = next((n for n, g in enumerate(layout.groups) if g.thing.name == "table"), None)
    if table is None:
        layout.groups.append(_group(layout.stage, Item("table", size=1.25)))
        table = len(layout.groups) - 1
    for n in small:
        layout.groups[n].item = replace(layout.groups[n].item, relation="on", target=table)


def _zoom(layout: Layout) -> None:
    """Brings the viewer nearer when all that stands there is small, and makes room when it is too much."""
    low = [g for g in layout.groups if g.kind not in ("sky", "air", "wall")]
    if not low:
        return
    roots = [g for g in low if not _waits(layout, g)] or low
    wide = sum(g.wide for g in roots)
    tallest = max(g.tall * (0.5 if "far" in g.item.spots else 1) for g in roots)
    goal = (0.42 if len(roots) == 1 else 0.34) * layout.stage.unit
    factor = min(max(1.0, goal / tallest), 2.6)
    factor = min(factor, 0.86 * layout.stage.width / max(wide, 1))
    for group in low:
        group.tall *= factor


def _sky(layout: Layout, groups: Sequence[Group], spots: Sequence[tuple[float, float]]) -> None:
    """Sun, moon and clouds each take the free spot that suits them best."""
    stage, free = layout.stage, list(spots)
    roof = stage.horizon if stage.horizon < 800 else 620.0
    for group in groups:
        low = group.thing.share > 0.4
        want = next((SPOT_X[s] for s in group.item.spots if s in SPOT_X), None)
        spread = spots[0][0] if group.thing.name == "sun" else 0.5
        count = min(group.item.count, 4)
        if count > 1 and want is None:
            want = 0.5
        spot = min(
            free or list(spots),
            key=lambda s: abs(s[0] - (want if want is not None else spread)) if want is not None else 0,
        )
        free = [s for s in free if s != spot]
        group.x = (want if want is not None else spot[0]) * stage.width
        group.y = roof * (spot[1] + 0.16) if not low else roof * 0.62
        if "low" in group.item.spots or (group.thing.name == "sun" and layout.scene.time in ("sunset", "dawn")):
            group.y = roof * 0.8
        if group.thing.name == "rainbow":
            group.x, group.y = (want or 0.6) * stage.width, stage.horizon + 40
        group.z, group.placed = (
            (-1500.0 if group.thing.name in ("sun", "moon", "star", "rainbow", "crescent-moon") else -1000.0),
            True,
        )


def _row(layout: Layout, kind: str, groups: Sequence[Group]) -> None:
    """Things on one ground: at their places or spread over the thirds, then pushed apart."""
    if not groups:
        return
    stage, zone = (
        layout.stage,
        layout.stage.zones.get(kind, Zone(0.1 * layout.stage.width, 0.9 * layout.stage.width, 600, 800)),
    )
    free = [g for g in groups if not any(s in SPOT_X for s in g.item.spots)]
    span = zone.right - zone.left
    narrow = span < 0.6 * stage.width
    even = THIRDS.get(len(free)) or tuple((n + 0.5) / len(free) for n in range(len(free)))
    offset = stage.take.uniform(-0.04, 0.04)
    for n, group in enumerate(free):
        share = even[n] if not narrow or len(free) > 1 else 0.5
        if len(free) == 1 and len(groups) > 1:
            share = 0.5 if not any(abs(_spot(g) - 0.5) < 0.2 for g in groups if g is not group) else 0.75
        group.x = zone.left + (share + offset) * span
    for group in groups:
        if group not in free:
            group.x = _spot(group) * stage.width
            group.x = min(max(group.x, zone.left), zone.right) if narrow else group.x
            group.fixed = True
    for n, group in enumerate(groups):
        _stand(stage, group, zone, n)
    _push_apart(stage, [g for g in groups if g.depth < 0.3], zone)
    _push_apart(stage, [g for g in groups if g.depth >= 0.3], zone)


def _spot(group: Group) -> float:
    return next((SPOT_X[s] for s in group.item.spots if s in SPOT_X), 0.5)


def _stand(stage: Stage, group: Group, zone: Zone, n: int) -> None:
    """How far away it stands: large things further back than people, `far` ones at the end of the zone."""
    far = "far" in group.item.spots
    share = 0.02 if far else 0.95 - 0.08 * (n % 3) if group.near else 0.42 + 0.1 * (n % 3)
    if "near" in group.item.spots:
        share = 1.0
    target = group.item.target
    if isinstance(target, str) and target in stage.crests and group.item.relation in ("on", "in", "above", "behind"):
        return _on_crest(stage, group, target, far)
    group.y = zone.far + share * (zone.near - zone.far)
    if zone.near - zone.far < 30:
        group.y = zone.far
    group.tall *= zone.size(group.y) if share < 0.9 else 1.0
    if group.kind in ("space", "under water") or (group.kind == "water" and zone.far < 500 and stage.horizon > 800):
        group.y = 0.5 * (zone.far + zone.near) + group.tall * (group.thing.base - 0.5) + (-34, 40, 10)[n % 3]
    elif group.kind == "soil":
        group.y = 352.0
    group.depth = 0.45 if far else 0.06 * (1 - share)
    group.placed = True


def _on_crest(stage: Stage, group: Group, name: str, far: bool) -> None:
    curve, x = stage.crests[name]
    if not group.fixed:
        group.x = x
    group.tall = min(group.tall * (0.42 if far else 0.5), 0.26 * stage.unit)
    group.y = curve(group.x) + 9
    group.z = max(group.y + 2, stage.horizon + 20) if name == "hill" else stage.horizon - 20
    group.depth, group.placed = 0.2, True


def _push_apart(stage: Stage, groups: list[Group], zone: Zone) -> None:
    """Moves neighbours until they hardly overlap, keeping their order and what was asked for as far as there is room."""
    groups = sorted(groups, key=lambda g: g.x)
    left, right = MARGIN * stage.width, (1 - MARGIN) * stage.width
    if zone.right - zone.left < 0.6 * stage.width:
        left, right = max(left, zone.left - 60), min(right, zone.right + 60)
    total = sum(g.wide for g in groups) * 1.05
    if total > right - left:
        for group in groups:
            group.tall *= (right - left) / total
    for _ in range(12):
        for one, other in zip(groups, groups[1:], strict=False):
            overlap = (one.wide + other.wide) / 2 * 1.04 - (other.x - one.x)
            if overlap > 0:
                share = 0.5 if one.fixed == other.fixed else (0.15 if one.fixed else 0.85)
                one.x -= overlap * share
                other.x += overlap * (1 - share)
        for group in groups:
            group.x = min(max(group.x, left + group.wide / 2), right - group.wide / 2)


def _air(layout: Layout, groups: Sequence[Group]) -> None:
    """Birds and balloons fly in the free part of the sky; vapour rises from the water or the ground."""
    stage = layout.stage
    busy = [g for g in layout.groups if g.placed and g.kind in ("sky", "ground", "water", "air")]
    for group in groups:
        want = next((SPOT_X[s] for s in group.item.spots if s in SPOT_X), None)
        if group.thing.name == "vapour":
            zone = stage.zones.get("water") or stage.zones.get("ground")
            if zone:
                group.x = want * stage.width if want else (zone.left + zone.right) / 2
                group.y, group.z, group.placed = zone.far + (zone.near - zone.far) * 0.3, zone.far + 60, True
                busy.append(group)
                continue
        roof = stage.horizon if stage.horizon < 800 else 900.0

        def crowd(spot: tuple[float, float], roof: float = roof, busy: list[Group] = busy) -> float:
            return sum(
                max(0.0, 1 - abs(g.x / stage.width - spot[0]) / 0.2)
                * (g.head < roof * (spot[1] + 0.4) and g.foot > roof * spot[1])
                for g in busy
            )

        spots = [s for s in AIR_SPOTS if want is None or abs(s[0] - want) < 0.18] or list(AIR_SPOTS)
        spot = min(spots, key=crowd)
        group.x = (want if want is not None else spot[0]) * stage.width
        group.y = roof * (spot[1] + 0.12) + group.tall * group.thing.base * 0.5
        if "space" in stage.zones or stage.horizon > 800:
            group.y = 420 + group.tall * (group.thing.base - 0.5)
        group.z, group.placed = 1200.0 if group.thing.name == "arrow" else max(group.y, stage.horizon - 100), True
        busy.append(group)


def _relate(layout: Layout, group: Group, to: Group) -> None:
    """Sets a group to the one that it relates to."""
    stage, relation = layout.stage, group.item.relation
    group.placed = True
    wide = (group.wide + to.wide) / 2
    side = -1.0 if to.x > stage.width * 0.55 else 1.0
    group.depth, group.x, group.y, group.z = to.depth, to.x, to.y, None
    if (
        relation == "on"
        and to.thing.top is not None
        or (relation == "in" and to.thing.stands in ("water", "surface", "ground") and to.thing.top)
    ):
        _on_top(layout, group, to)
    elif relation in ("on", "above"):
        _above(layout, group, to)
    elif relation == "under":
        _under(layout, group, to)
    elif relation == "in" and to.thing.name in ("tree", "pine", "bush"):
        group.y, group.z = to.head + to.tall * 0.42, to.y + 1
        group.tall = min(group.tall, to.tall * 0.3)
    elif relation == "behind":
        group.x, group.y, group.depth = to.x + side * wide * 0.45, to.y - 30, to.depth + 0.12
        group.tall *= 0.9
    elif relation == "front":
        group.x, group.y = to.x - side * min(wide * 0.3, to.wide * 0.3), min(to.y + 46, FEET + 22)
    elif relation == "between":
        others = [g for g in layout.groups if g.placed and g is not group and g.kind == group.kind]
        group.x = sum(g.x for g in others[-2:]) / max(1, len(others[-2:]))
    else:
        group.x = to.x + side * wide * 1.05
    group.kind = group.kind if group.kind in ("air", "sky") else to.kind


def _on_top(layout: Layout, group: Group, to: Group) -> None:
    """Things on a table stand side by side."""
    beside = [
        g
        for g in layout.groups
        if g is not group and g.placed and g.item.relation in ("on", "in") and layout.target(g) is to
    ]
    after = [
        g for g in layout.groups if not g.placed and g.item.relation == group.item.relation and layout.target(g) is to
    ]
    everything = [*beside, group, *after]
    room, total = to.wide * 0.86, sum(g.wide for g in everything)
    if total > room:
        for each in everything:
            each.tall *= room / total
    gap = (room - min(total, room)) / (len(everything) + 1)
    at = to.x - room / 2 + gap
    for each in everything:
        each.x, each.y = at + each.wide / 2, to.head + to.tall * (to.thing.top or 0) + 2
        each.z, each.depth, each.placed, each.kind = to.y + 1, to.depth, True, "surface"
        at += each.wide + gap


def _above(layout: Layout, group: Group, to: Group) -> None:
    """Over it, and under the upper edge of the picture."""
    low = to.head if to.kind != "sky" else to.foot
    group.y = max(low - 24 - group.tall * (1 - group.thing.base), 40 + group.tall * group.thing.base)
    if group.kind == "sky":
        group.y = min(group.y, max(layout.stage.horizon * 0.3, 40 + group.tall * group.thing.base))
        group.z = -1000.0
    elif group.kind == "ground":
        group.y, group.z = to.head + to.tall * 0.06, to.y + 1


def _under(layout: Layout, group: Group, to: Group) -> None:
    """Under a tree it stands beside the trunk; under a cloud it stands on its own ground."""
    zone = layout.stage.zones.get(group.kind)
    if to.kind in ("sky", "air") and zone:
        group.y = zone.near if group.near else (zone.far + zone.near) / 2
        group.x = min(max(to.x, zone.left), zone.right)
        if group.kind in ("sky", "air"):
            group.y = to.foot + group.tall * group.thing.base + 8
            group.z = -900.0
    else:
        group.x = to.x + to.wide * 0.2 + group.wide * 0.2
        group.y = min(to.y + 22, FEET + 12)


def _keep_inside(stage: Stage, group: Group) -> None:
    """Nothing is cut by the edge of the picture."""
    margin = MARGIN * stage.width
    most = stage.width - 2 * margin
    if group.wide > most:
        group.tall *= most / group.wide
    group.x = min(max(group.x, margin + group.wide / 2), stage.width - margin - group.wide / 2)
    if group.head < 30:
        group.y += 30 - group.head
    if group.foot > 850:
        group.y -= group.foot - 850


def members(group: Group, chance: random.Random) -> list[tuple[float, float, float]]:
    """Where each of a group stands: x, y and share of its size; a staggered row, or a flock in the air."""
    count = group.item.count
    if count == 1:
        return [(group.x, group.y, 1.0)]
    rows = -(-count // 5)
    found = []
    for n in range(count):
        row, place = divmod(n, 5)
        here = min(5, count - 5 * row)
        dx = (place - (here - 1) / 2) * group.single * group.step
        lift = 22 if group.kind in ("air", "sky", "space", "under water") else 9
        dy = ((place % 2) - 0.5) * (lift if group.kind != "air" else group.tall * 0.7) + chance.uniform(-6, 6)
        size = chance.uniform(0.88, 1.0) if group.kind not in ("surface",) else 1.0
        back = (
            (rows - 1 - row) * -34
            if group.kind not in ("air", "sky", "space", "under water")
            else row * group.tall * 0.9
        )
        found.append(
            (group.x + dx + (row * group.single * 0.3), group.y + (0 if group.kind == "surface" else dy) + back, size)
        )
    return found

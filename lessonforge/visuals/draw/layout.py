"""Where each thing goes: comes in a scene and the zones of its backdrop, go out groups with their places.

Things without a place of their own are spread over the thirds of the picture; those in a relation are set to what
they relate to (`relations.py`). Nothing leaves the frame, and what stands side by side is pushed apart.
"""

from __future__ import annotations

import random
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from lessonforge.visuals.draw.grammar import Item, Scene
from lessonforge.visuals.draw.settings.stage import Stage, Zone
from lessonforge.visuals.draw.things import Thing, catalogue

MARGIN = 0.035
"""Of the picture's width: the slow camera may come that near to the edge."""
FLOOR = 850.0
"""Nothing reaches lower: captions are there."""
SPOT_X = {"left": 0.23, "right": 0.77, "centre": 0.5}
SKY_SPOTS = ((0.24, 0.2), (0.76, 0.2), (0.5, 0.16), (0.38, 0.32), (0.64, 0.34), (0.12, 0.34), (0.89, 0.36))
AIR_SPOTS = ((0.62, 0.33), (0.36, 0.36), (0.82, 0.4), (0.2, 0.4), (0.5, 0.28))
THIRDS: Mapping[int, tuple[float, ...]] = {1: (0.58,), 2: (0.33, 0.71), 3: (0.22, 0.52, 0.8)}
ABOVE_ALL = ("sky", "air", "wall")
FLOATING = ("air", "sky", "space", "under water")


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
    turn: float = 0.0
    looks: str = ""
    fixed: bool = False
    placed: bool = False
    cut: bool = False

    @property
    def single(self) -> float:
        """The width of one."""
        return self.tall * self.thing.aspect

    @property
    def step(self) -> float:
        """From one to the next, in widths of one."""
        if self.kind in ("water", "surface", *FLOATING):
            return 1.12
        return 0.8 if self.thing.aspect > 0.8 else 1.0

    @property
    def wide(self) -> float:
        """The width of all."""
        return self.single * (1 + self.step * (min(self.item.count, 5) - 1))

    @property
    def foot(self) -> float:
        """The lower edge of its drawing."""
        return self.y + self.tall * (1 - self.thing.base)

    @property
    def head(self) -> float:
        """The upper edge of its drawing."""
        return self.y - self.tall * self.thing.base

    def wanted(self) -> float | None:
        """The share of the width that was asked for."""
        return next((SPOT_X[spot] for spot in self.item.spots if spot in SPOT_X), None)


@dataclass
class Layout:
    """The layout in the making."""

    stage: Stage
    scene: Scene
    groups: list[Group] = field(default_factory=list)

    def target(self, group: Group) -> Group | None:
        """The group that this one relates to."""
        target = group.item.target
        return self.groups[target] if isinstance(target, int) and self.groups[target] is not group else None

    def free(self, *kinds: str) -> list[Group]:
        """The groups of some kinds that are not placed and wait for no other."""
        return [g for g in self.groups if g.kind in kinds and not g.placed and self.target(g) is None]


def arrange(stage: Stage, scene: Scene) -> list[Group]:
    """A group for each item (and each cloud), placed."""
    from lessonforge.visuals.draw.relations import relate

    layout = Layout(stage, scene)
    layout.groups = [_group(stage, item) for item in scene.items]
    _furnish(layout)
    _scatter(layout)
    _zoom(layout)
    _sky(layout)
    for kind in ("ground", "water", "soil", "under water", "wall"):
        _row(layout, kind, layout.free(kind))
    shared = stage.zones.get("water", Zone(0, 0, 0, 0))
    if shared.right > 0.6 * stage.width and "ground" in stage.zones:
        push_apart(stage, [g for g in layout.groups if g.placed and g.kind in ("ground", "water")], shared)
    _float(layout, layout.free("space"))
    _air(layout, layout.free("air"))
    relate(layout)
    for group in layout.groups:
        _keep_inside(stage, group)
    return layout.groups


def _group(stage: Stage, item: Item) -> Group:
    thing = catalogue()[item.thing]
    return Group(item, thing, _kind(stage, item, thing), _height(stage, thing) * item.size)


def _kind(stage: Stage, item: Item, thing: Thing) -> str:
    """Where it stands in this scene: on its own ground, or on what the scene has in its place."""
    if "space" in stage.zones:
        return "space"
    if item.flying and thing.stands in ("ground", "water"):
        return "air"
    if thing.stands == "water" and item.target in ("beach", "field", "hill"):
        return "ground"
    if "water" in stage.zones and stage.zones["water"] is stage.zones.get("under water") and thing.stands == "water":
        return "under water"
    kind = {"surface": "ground", "space": "sky"}.get(thing.stands, thing.stands)
    return kind if kind in stage.zones or kind == "air" else "ground" if "ground" in stage.zones else min(stage.zones)


def _height(stage: Stage, thing: Thing) -> float:
    """How tall a thing is drawn when it is near: metres are pressed together, as picture books do."""
    share = thing.share or 0.25 * (thing.height / 1.6) ** (0.6 if thing.height < 1.6 else 0.38)
    return min(0.6, max(0.05, share)) * stage.unit


def _furnish(layout: Layout) -> None:
    """Small things in a room stand on a table, brought when none was named; steam rises from what is hot."""
    if "wall" not in layout.stage.zones:
        return
    groups = layout.groups
    tied = ("on", "in", "under", "beside", "held")
    loose = [n for n, g in enumerate(groups) if g.thing.stands == "surface" and g.item.relation not in tied]
    table = next((n for n, g in enumerate(groups) if g.thing.name == "table"), len(groups))
    if loose and table == len(groups):
        groups.append(_group(layout.stage, Item("table", size=1.2)))
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
    low = [g for g in layout.groups if g.kind not in (*ABOVE_ALL, "space")]
    upright = [g for g in low if g.item.relation not in ("on", "in", "held") or layout.target(g) is None]
    if not upright:
        return _zoom_air(layout)
    tallest = max(g.tall * (0.5 if "far" in g.item.spots else 1) for g in upright)
    goal = 0.5 if "wall" in layout.stage.zones else 0.42
    factor = min(max(1.0, goal * layout.stage.unit / tallest), 3.4 if len(upright) == 1 else 2.6)
    room = 0.6 if len(upright) == 1 else 0.86
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


def _roof(stage: Stage) -> float:
    """How far down the sky reaches for what is in it."""
    return stage.horizon if stage.horizon < 800 else 640.0


def _sky(layout: Layout) -> None:
    """Sun, moon and clouds each take the free spot that suits them best."""
    stage, roof = layout.stage, _roof(layout.stage)
    free = list(SKY_SPOTS)
    bodies = ("sun", "moon", "crescent-moon")
    for n, group in enumerate(sorted(layout.free("sky"), key=lambda g: g.thing.name not in bodies)):
        want = group.wanted()
        likes = {"sun": 0.24, "moon": 0.76, "crescent-moon": 0.76}.get(
            group.thing.name, (0.6, 0.4, 0.8, 0.3, 0.9, 0.5, 0.1)[n % 7]
        )
        likes = want if want is not None else likes
        spot = min(free or SKY_SPOTS, key=lambda s: abs(s[0] - likes))
        free = [s for s in free if s != spot]
        group.x, group.y = spot[0] * stage.width, roof * (spot[1] + 0.14)
        if want is not None:
            group.x = (want + (spot[0] - want) * 0.5) * stage.width
        _special(stage, group, roof)
        if "low" in group.item.spots or (group.thing.name == "sun" and layout.scene.time in ("sunset", "dawn")):
            group.y = roof * 0.82
        group.z = -1000.0 if "cloud" in group.thing.name or group.thing.name == "lightning" else -1500.0
        group.placed = True


def _special(stage: Stage, group: Group, roof: float) -> None:
    """Stars are anywhere, a rainbow stands on the horizon, lightning hangs from the clouds."""
    if group.thing.name == "star":
        group.x, group.y = stage.take.uniform(0.08, 0.92) * stage.width, stage.take.uniform(0.1, 0.7) * roof
    elif group.thing.name == "rainbow":
        group.x, group.y = (group.wanted() or 0.62) * stage.width, stage.horizon + 40
    elif group.thing.name == "lightning":
        group.y = roof * 0.3


def _row(layout: Layout, kind: str, groups: Sequence[Group]) -> None:
    """Things on one ground: at their places or spread over the thirds, then pushed apart."""
    if not groups:
        return
    stage, zone = layout.stage, layout.stage.zones[kind]
    span = zone.right - zone.left
    loose = [g for g in groups if g.wanted() is None]
    taken = [want for g in groups if (want := g.wanted()) is not None]
    even = THIRDS.get(len(loose)) or tuple((n + 0.5) / len(loose) for n in range(len(loose)))
    if len(loose) == 1 and taken:
        even = (0.5,) if all(abs(want - 0.5) > 0.2 for want in taken) else (0.78,)
    if len(loose) == 1 and (span < 0.6 * stage.width or kind == "wall"):
        even = (0.5,)
    offset = stage.take.uniform(-0.03, 0.03)
    for share, group in zip(even, loose, strict=True):
        group.x = zone.left + (share + offset) * span
    for n, group in enumerate(groups):
        if (want := group.wanted()) is not None:
            group.x, group.fixed = min(max(want * stage.width, zone.left), zone.right), True
        _stand(stage, group, zone, n)
    for group in groups:
        trunk = next((g for g in layout.groups if g.thing.name in ("tree", "pine", "flower")), None)
        if kind == "soil" and trunk:
            group.x = trunk.x
    push_apart(stage, [g for g in groups if g.depth < 0.3], zone)
    push_apart(stage, [g for g in groups if g.depth >= 0.3], zone)


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
        group.y = curve(group.x) + 22
        return
    group.y = zone.far + share * (zone.near - zone.far)
    if share < 0.9:
        group.tall *= zone.size(group.y)
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
        left, right = max(left, zone.left - 60), min(right, zone.right + 60)
    total = sum(g.wide for g in groups) * 1.05
    for group in groups:
        group.tall *= min(1.0, (right - left) / max(total, 1))
    for _ in range(12):
        for one, other in zip(groups, groups[1:], strict=False):
            overlap = (one.wide + other.wide) / 2 * 1.04 - (other.x - one.x)
            if overlap > 0:
                share = 0.5 if one.fixed == other.fixed else (0.15 if one.fixed else 0.85)
                one.x, other.x = one.x - overlap * share, other.x + overlap * (1 - share)
        for group in groups:
            group.x = min(max(group.x, left + group.wide / 2), right - group.wide / 2)


def _float(layout: Layout, groups: Sequence[Group]) -> None:
    """Bodies in space, side by side in the order named; before a row of planets the sun fills the left edge."""
    stage = layout.stage
    sun = next((g for g in groups if g.thing.name == "sun"), None)
    for star in (g for g in groups if g.thing.name == "star"):
        star.x, star.y = stage.take.uniform(0.06, 0.94) * stage.width, stage.take.uniform(80, 780)
        star.tall, star.placed = star.tall * 0.7, True
    for moon in (g for g in groups if g.thing.name == "moon" and len(groups) > 1):
        moon.tall *= 0.62
    row, left = [g for g in groups if not g.placed], 0.07 * stage.width
    if sun and len(row) > 3:
        row.remove(sun)
        sun.tall, sun.x, sun.y, sun.placed, sun.cut = 0.95 * stage.unit, -0.06 * stage.width, 430, True, True
        left = 0.22 * stage.width
    room = 0.95 * stage.width - left
    total = sum(_room(g) for g in row) * 1.16
    factor = min(room / max(total, 1), 2.0 if len(row) == 1 else 1.7)
    at = left + max(0.0, room - total * factor) / 2
    for n, group in enumerate(row):
        group.tall = min(group.tall * factor, 0.62 * stage.unit)
        gap = (room - factor * total / 1.16) / (len(row) + 1) if len(row) > 3 else _room(group) * 0.16
        at += gap / 2 + _room(group) / 2
        middle = 640 if "low" in group.item.spots else 210 if "high" in group.item.spots else 430 + (-30, 34)[n % 2]
        group.x, group.y = at, (middle if len(row) > 1 else 430) + group.tall * (group.thing.base - 0.5)
        if (want := group.wanted()) is not None:
            group.x = want * stage.width
        at += gap / 2 + _room(group) / 2
        group.turn = 32.0 if group.thing.name == "rocket" else -8.0 if group.thing.name == "astronaut" else 0.0
        group.placed = True


def _room(group: Group) -> float:
    """The width that a floating thing takes, also when it is turned."""
    return max(group.wide, group.tall * 0.9) if group.thing.name == "rocket" else group.wide


def _air(layout: Layout, groups: Sequence[Group]) -> None:
    """Birds and balloons fly in the emptiest part of the sky; vapour rises from the water or the ground."""
    stage, roof = layout.stage, _roof(layout.stage)
    for group in groups:
        want = group.wanted()
        spots = [s for s in AIR_SPOTS if want is None or abs(s[0] - want) < 0.18] or AIR_SPOTS
        spot = min(spots, key=lambda s: _crowd(layout, s, roof))
        group.x = (want if want is not None else spot[0]) * stage.width
        group.y = roof * (spot[1] + 0.12) + group.tall * (group.thing.base - 0.5)
        zone = stage.zones.get("water") or stage.zones.get("ground")
        if group.thing.name == "vapour" and zone:
            group.x = want * stage.width if want else (zone.left + zone.right) / 2
            group.y, group.z = zone.far + (zone.near - zone.far) * 0.2, zone.far + 60
        elif stage.horizon > 800:
            group.y = 420 + group.tall * (group.thing.base - 0.5)
        else:
            group.z = 1200.0 if group.thing.name == "arrow" else max(group.y, stage.horizon - 100)
        group.placed = True


def _crowd(layout: Layout, spot: tuple[float, float], roof: float) -> float:
    """How much is already around a spot of the sky."""
    top, bottom = roof * spot[1], roof * (spot[1] + 0.4)
    near = [g for g in layout.groups if g.placed and g.head < bottom and g.foot > top]
    return sum(max(0.0, 1 - abs(g.x / layout.stage.width - spot[0]) / 0.2) for g in near)


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

"""The things of a scene on their way into the picture: each with its kind of ground, its size and its place."""

from __future__ import annotations

import dataclasses
import functools
import math
import random
import zlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from lessonforge.visuals.draw.figures import POSES, posed
from lessonforge.visuals.draw.formations import Place, ringed, stacked
from lessonforge.visuals.draw.grammar import Item, Scene
from lessonforge.visuals.draw.painter import SHARED
from lessonforge.visuals.draw.settings.stage import WATERS, Curve, Stage
from lessonforge.visuals.draw.things import Thing, catalogue

SPOT_X = {"left": 0.23, "right": 0.77, "centre": 0.5}
FLOATING = ("air", "sky", "space", "under water")


@dataclass(eq=False)
class Group:
    """An item on its way into the picture: `x` of its middle, `y` of its foot, `tall` as drawn there, all in units.

    `scale` is how much smaller it is drawn for being far. `looks` is `left` or `right`. `ring` are the half axes of
    the ring on which its members stand, `gap` what is left free between their two halves, `pace` how far each is from
    the next, where what they sit on tells it. `crew` are several that are drawn apart (people, the planets) and stand
    as one group; all but the first have a `head`. `tie` is the group that it moves with. `holds`: something is inside,
    so that its front is drawn over that. `mates`: how many are of one crew, `number` which of them it is. `natural` is
    its size before the viewer came nearer. `land` is the outline that it stands on, of a hill.
    """

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
    scale: float = 1.0
    fixed: bool = False
    placed: bool = False
    cut: bool = False
    ring: tuple[float, float] | None = None
    gap: float = 0.0
    pace: float = 0.0
    crew: list[Group] = field(default_factory=list)
    first: Group | None = None
    tie: Group | None = None
    holds: bool = False
    number: int = 0
    mates: int = 0
    natural: float = 0.0
    land: Curve | None = None

    @property
    def count(self) -> int:
        """How many it is."""
        return max(self.item.count, len(self.crew))

    @property
    def single(self) -> float:
        """The width of one."""
        own = self.tall / (self.natural or 1.0)
        return max((own * one.natural * one.thing.aspect for one in self.crew), default=self.tall * self.thing.aspect)

    @property
    def step(self) -> float:
        """From one to the next, in widths of one."""
        if self.item.form == "row":
            return 1.08
        if self.kind in ("water", "surface", *FLOATING):
            return 1.12
        return 0.86 if self.thing.aspect > 0.8 else 1.02

    @property
    def wide(self) -> float:
        """The width of all."""
        if self.count == 1:
            return self.single
        xs = [x for x, _, _ in self.formation()]
        return max(xs) - min(xs) + self.single

    @property
    def high(self) -> float:
        """The height of all."""
        if self.count == 1:
            return self.tall
        ys = [y for _, y, _ in self.formation()]
        return max(ys) - min(ys) + self.tall

    @property
    def foot(self) -> float:
        """The lower edge of its drawing."""
        return self.y + self.tall * (1 - self.thing.base)

    @property
    def top(self) -> float:
        """The upper edge of its drawing."""
        return self.y - self.tall * self.thing.base

    def formation(self) -> list[Place]:
        """How its members stand around its own place, from the first to the last; on a hill, along its outline."""
        places, land = self._formed(), self.land
        if land is None:
            return places
        return [(dx, dy + land(self.x + dx) - land(self.x), share) for dx, dy, share in places]

    def _formed(self) -> list[Place]:
        count, form = self.count, self.item.form
        if self.ring and form == "ring":
            return list(ringed(count, *self.ring, whole=True))
        if self.ring:
            return list(ringed(count, *self.ring))
        if form == "circle" and count > 2:
            return list(ringed(count, self.single * max(0.9, 0.3 * count), 26 + 4 * count, whole=True))
        if form == "stack":
            return list(stacked(count, self.single, self.tall))
        across = count if form == "row" or count <= 5 else -(-count // (2 if count <= 12 else 3))
        return list(self._rows(count, across))

    def _rows(self, count: int, across: int) -> Iterator[Place]:
        """Rows one behind the other, staggered; a loose flock in the air."""
        rows, loose = -(-count // across), self.kind in FLOATING
        step = self.pace or self.single * self.step * (0.8 if across > 8 else 1.0)
        for n in range(count):
            row, place = divmod(n, across)
            here = min(across, count - across * row)
            dx = (place - (here - 1) / 2) * step + (step * 0.45 if row % 2 and here == across else 0.0)
            if self.gap:
                dx += (self.gap - step * 0.1) / 2 * (1 if place >= here / 2 else -1)
            dy = ((place % 2) - 0.5) * (self.tall * 0.5 if loose else 9)
            back = row * self.tall * 0.9 if loose else -(rows - 1 - row) * min(46, self.tall * 0.22)
            yield dx, 0.0 if self.kind == "surface" and rows == 1 else dy + back, 1.0

    def wanted(self) -> float | None:
        """The share of the width that was asked for."""
        return next((SPOT_X[spot] for spot in self.item.spots if spot in SPOT_X), None)

    def anchor(self, name: str) -> tuple[float, float] | None:
        """An anchor of its thing, in units of the picture; turned round with the thing."""
        at = self.thing.anchors.get(name)
        if at is None:
            return None
        scale = self.tall / self.thing.box[1]
        dx = (at[0] - self.thing.box[0] / 2) * scale
        flipped = bool(self.looks and self.thing.faces and self.looks != self.thing.faces)
        dx, dy, angle = -dx if flipped else dx, self.top + at[1] * scale - self.y, math.radians(self.turn)
        return self.x + dx * math.cos(angle) - dy * math.sin(angle), self.y + dx * math.sin(angle) + dy * math.cos(
            angle
        )


@dataclass
class Layout:
    """The layout in the making."""

    stage: Stage
    scene: Scene
    groups: list[Group] = field(default_factory=list)

    def target(self, group: Group) -> Group | None:
        """The group that this one relates to."""
        return self.at(group.item.target, group)

    def other(self, group: Group) -> Group | None:
        """The second one that it is between."""
        return self.at(group.item.other, group)

    def at(self, number: int | str | None, group: Group) -> Group | None:
        """The group of an item; of those that stand as one the first."""
        if not isinstance(number, int) or number >= len(self.groups):
            return None
        found = self.groups[number].first or self.groups[number]
        return found if found is not (group.first or group) else None

    def free(self, *kinds: str) -> list[Group]:
        """The groups of some kinds that are not placed and wait for no other."""
        return [
            g for g in self.groups if g.kind in kinds and not g.placed and g.first is None and self.target(g) is None
        ]

    def set_to(self, to: Group, *relations: str) -> list[Group]:
        """All groups in one of these relations to another."""
        return [g for g in self.groups if g.item.relation in relations and g.first is None and self.target(g) is to]


def group_of(stage: Stage, item: Item, number: int = 0) -> Group:
    """The group of an item, at its usual size and not yet placed; people in the pose and dress asked for."""
    plain = catalogue()[item.thing]
    chance = random.Random(zlib.crc32(item.character.encode())) if item.character else stage.take
    thing = posed(plain, item.pose if item.pose in POSES else "", item.traits, chance) if plain.figure else plain
    size = item.size**0.45 if plain.kind == "person" else item.size
    tall = _height(stage, plain) * (thing.height / plain.height if plain.figure else 1.0) * size
    return Group(item, thing, _kind(stage, item, thing), tall, number=number, natural=tall)


def afloat(items: Sequence[Item], item: Item) -> bool:
    """Whether an item is on an island or in a boat of the scene, so that it needs no land of its own."""
    number = item.target
    known = isinstance(number, int) and number < len(items) and item.relation in ("on", "in")
    return known and catalogue()[items[int(number or 0)].thing].stands == "water"


@functools.cache
def split(thing: Thing) -> tuple[Thing, Thing | None]:
    """The drawing in two: what is behind that which is inside, and what is before it."""
    shared = tuple(element for element in thing.drawing if element.tag in SHARED)
    front = tuple(one for one in thing.drawing if "front" in (one.get("class") or "").split())
    back = tuple(one for one in thing.drawing if one not in front)
    return (
        (dataclasses.replace(thing, drawing=back), dataclasses.replace(thing, drawing=(*shared, *front)))
        if front
        else (thing, None)
    )


def crews(stage: Stage, groups: list[Group]) -> None:
    """Several people are each drawn by themselves and stand as one group, as the members of one word do."""
    for group in list(groups):
        if group.item.band is not None and group.item.band < len(groups):
            head = groups[group.item.band]
            one = dataclasses.replace(group.item, count=1)
            mates = [dataclasses.replace(group, item=one, crew=[]) for _ in range(1, group.item.count)]
            for member in (group, *mates):
                head.crew.append(member)
                member.first = head if member is not head else None
            group.item = one
            groups.extend(mates)
    for group in list(groups):
        if group.item.count > 1 and group.thing.figure and not group.crew:
            one, count = dataclasses.replace(group.item, count=1), min(20, group.item.count)
            group.item, group.crew = one, [group]
            for n in range(1, count):
                mate = group_of(stage, one, n)
                mate.first = group
                group.crew.append(mate)
                groups.append(mate)
    for group in list(groups):
        _share_out(groups, group)


def _share_out(groups: list[Group], group: Group) -> None:
    """Of several who hold as many things, each has one."""
    item, n = group.item, group.item.target
    if item.relation != "held" or item.count < 2 or not isinstance(n, int) or groups[n].first is not None:
        return
    if crew := groups[n].crew:
        group.item = dataclasses.replace(item, count=1)
        for mate in crew[1 : item.count]:
            own = dataclasses.replace(group.item, target=groups.index(mate))
            groups.append(dataclasses.replace(group, item=own, crew=[]))


def _kind(stage: Stage, item: Item, thing: Thing) -> str:
    """Where it stands in this scene: on its own ground, or on what the scene has in its place."""
    if "space" in stage.zones:
        return "space"
    if "wall" in item.spots and "wall" in stage.zones:
        return "wall"
    wet = item.relation == "in" and item.target in WATERS and thing.kind == "animal"
    if wet and "water" in stage.zones and not (thing.stands == "under water" and "underwater" in stage.places):
        return "water"
    if item.flying and thing.stands in ("ground", "water", "surface"):
        return "air"
    if thing.stands == "water" and item.target in ("beach", "field", "hill"):
        return "ground"
    if (
        "underwater" in stage.places
        and "water" in stage.zones
        and stage.zones["water"] is stage.zones.get("under water")
        and thing.stands == "water"
    ):
        return "under water"
    kind = {"surface": "ground", "space": "sky", "inside": "ground"}.get(thing.stands, thing.stands)
    if kind in stage.zones or kind == "air":
        return kind
    return next((name for name in ("ground", "water") if name in stage.zones), min(stage.zones))


def _height(stage: Stage, thing: Thing) -> float:
    """How tall a thing is drawn when it is near: metres are pressed together, as picture books do.

    Beside people and furniture small things are nearer to their real size, so that no cup is as large as a head.
    """
    long = max(1.0, thing.aspect / 1.5) if thing.stands in ("surface", "inside") else 1.0
    metres = thing.height * long
    named = [catalogue()[name] for name in stage.named]
    measured = any(one.kind == "person" or (one.kind == "furniture" and one.stands == "ground") for one in named)
    furnished = any(one.kind == "furniture" and one.stands == "ground" for one in named)
    beside = measured and (thing.kind not in ("person", "animal") or (furnished and thing.height < 0.6))
    small, least = (0.74, 0.04) if beside else (0.6, 0.05)
    true = beside and thing.stands in ("surface", "inside", "ground") and thing.height < 3
    asked = 0.0 if true else thing.share
    share = asked or 0.25 * (metres / 1.6) ** (small if metres < 1.6 else 0.38) / long
    return min(0.6, max(least / long, share)) * stage.unit

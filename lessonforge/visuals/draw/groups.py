"""The things of a scene on their way into the picture: each with its kind of ground, its size and its place."""

from __future__ import annotations

from dataclasses import dataclass, field

from lessonforge.visuals.draw.grammar import Item, Scene
from lessonforge.visuals.draw.settings.stage import Stage
from lessonforge.visuals.draw.things import Thing, catalogue

SPOT_X = {"left": 0.23, "right": 0.77, "centre": 0.5}
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


def group_of(stage: Stage, item: Item) -> Group:
    """The group of an item, at its usual size and not yet placed."""
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

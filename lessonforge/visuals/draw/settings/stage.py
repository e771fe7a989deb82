"""What a backdrop leaves behind for the things that are placed on it."""

from __future__ import annotations

import math
import random
from collections.abc import Callable
from dataclasses import dataclass, field

from lessonforge.visuals.draw.canvas import Canvas

Curve = Callable[[float], float]
BOTTOM = 1000.0
FEET = 815.0
"""Things stand at this line or above: captions cover what is below 840."""
WHEELED = frozenset({
    "ambulance", "bicycle", "bus", "car", "caravan", "carriage", "cart", "chariot", "cyclist", "digger", "fire-engine",
    "lorry", "motorbike", "police-car", "rickshaw", "taxi", "tractor", "tram", "van",
})  # fmt: skip
"""What goes on the road, where a place has one (the zone `road`)."""

RAILED = frozenset({"train", "steam-train", "high-speed-train", "tram", "underground-train"})
"""What goes on rails, where a place has some (the zone `rails`)."""
WATERS = frozenset({"river", "lake", "pond", "pool", "terraces", "sea", "harbour"})
"""Places that something can be in as in water."""


@dataclass(frozen=True)
class Zone:
    """Where things of one kind may stand: between a far line and a near one, and from left to right.

    `scale` is the size of things at the far line; at the near one it is 1.
    """

    left: float
    right: float
    far: float
    near: float
    scale: float = 0.35

    def size(self, y: float) -> float:
        """How large things are that stand at `y`."""
        share = (y - self.far) / max(1.0, self.near - self.far)
        return self.scale + (1 - self.scale) * min(1.0, max(0.0, share))


@dataclass(frozen=True)
class Surface:
    """The top of something built in (a counter, a stall, a pedestal) that small things are put on.

    From `left` to `right` at the height `y`; what stands there is painted at `z` and drawn at `scale` of its near size.
    """

    left: float
    right: float
    y: float
    z: float
    scale: float = 1.0


@dataclass
class Stage:
    """A backdrop in the making. `unit` is the measure of things: the picture's height, or less when it is narrow.

    `place` chooses by chance what belongs to the place (the same for equal places), `take` what changes with the seed.
    `named` are the things that the scene names itself: a backdrop leaves them out. `places` are all that it names.
    `zones` by what stands there, `crests` the outlines that something can stand on (`hill`, `mountain`), `surfaces`
    the tops of what is built in, the best one first. `indoor`: no weather comes in, it is seen through the windows.
    `parted`: something is asked for on the left, so that a river leaves room on both its sides.
    `times`: how much the viewer has come nearer (`view`).
    `season` is `spring`, `summer`, `autumn` or `winter`.
    """

    canvas: Canvas
    place: random.Random
    take: random.Random
    horizon: float = 520.0
    sun: float = 0.24
    named: frozenset[str] = frozenset()
    weather: frozenset[str] = frozenset()
    places: frozenset[str] = frozenset()
    indoor: bool = False
    parted: bool = False
    times: float = 1.0
    season: str = "summer"
    surfaces: list[Surface] = field(default_factory=list)
    zones: dict[str, Zone] = field(default_factory=dict)
    crests: dict[str, tuple[Curve, float]] = field(default_factory=dict)

    @property
    def width(self) -> float:
        """The picture's width in units."""
        return self.canvas.width

    @property
    def unit(self) -> float:
        """1000 for wide and square pictures, less for tall ones."""
        return min(1000.0, self.canvas.width * 1.2)

    @property
    def tall(self) -> float:
        """How much taller than things a narrow picture is (1 to 1.5): what rises behind them grows by it."""
        return (1000.0 / self.unit) ** 0.9


def wave(chance: random.Random, width: float, base: float, height: float, length: float) -> Curve:
    """A rolling outline around `base`, `height` up and down, its swells about `length` wide."""
    parts = [
        (height * share, 2 * math.pi / (length * stretch * chance.uniform(0.85, 1.15)), chance.uniform(0, 2 * math.pi))
        for share, stretch in ((0.62, 1.0), (0.28, 0.47), (0.1, 0.23))
    ]
    return lambda x: base + sum(high * math.sin(x * turn + start) for high, turn, start in parts)


def along(curve: Curve, left: float, right: float, count: int = 16) -> list[tuple[float, float]]:
    """Points of an outline at even steps."""
    return [(x, curve(x)) for x in (left + (right - left) * n / count for n in range(count + 1))]

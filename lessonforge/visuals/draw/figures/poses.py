"""Poses: how the joints stand, what the hands and the face do, and what moves.

Angles as in `shapes`. The near side is the one on the left, the far side the one on the right, towards which a figure
looks.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

Hand = Literal["fist", "open", "point", "flat"]


@dataclass(frozen=True)
class Reach:
    """A hand that is brought to a mark of the body (`mouth`, `chest`, `hip`, `near knee`, ...), `off` it by (x, y).

    `side` is the way its elbow bends: 1 clockwise, -1 the other way; `long` shortens an arm that points at us.
    """

    to: str
    off: tuple[float, float] = (0.0, 0.0)
    side: int = 1
    long: float = 1.0


@dataclass(frozen=True)
class Leg:
    """The angles of thigh and shin, how the foot is turned, and how much of each bone is seen; `back`: toes left."""

    thigh: float = 0.0
    shin: float = 0.0
    foot: float = 0.0
    long: tuple[float, float] = (1.0, 1.0)
    back: bool = False


Arm = Reach | tuple[float, float]
Move = tuple[str, str, float, float]
"""A part (`near-arm`, `far-arm`, `near-forearm`, `far-forearm`, `head`, `` for all of it), its move, by, every."""
NOD: Move = ("head", "swing", 1.2, 6.0)


@dataclass(frozen=True)
class Pose:
    """`front`: the far arm lies before the chest. `lift`: how far off the ground, in leg lengths. `turn` turns the whole
    figure (-90 lies on its back). `prop`: what the hands hold, from `pieces/held`. `holds`: the hand of the anchor.
    `water`: the line of the water, in head radii from the head's middle down; `lower`: who sits lower has no chair.
    """

    near: Arm = (-8, -1)
    far: Arm = (9, 3)
    legs: tuple[Leg, Leg] = (Leg(-2, -1), Leg(3, 1))
    lean: float = 0.0
    head: float = 0.0
    look: tuple[float, float] = (0.0, 0.0)
    turn: float = 0.0
    wide: float = 1.0
    lift: float = 0.0
    front: bool = False
    hands: tuple[Hand, Hand] = ("fist", "fist")
    holds: Literal["near", "far", "both"] = "far"
    face: str = "smile"
    prop: str = ""
    moves: tuple[Move, ...] = (NOD,)
    water: float | None = None
    hands_down: bool = False
    words: Mapping[str, tuple[str, ...]] = field(default_factory=dict, hash=False, compare=False)

    @property
    def free(self) -> bool:
        """Whether the hand of the anchor can hold what is the figure's own."""
        return not self.prop and self.turn == 0


SIT = (Leg(80, 2, 0, (0.72, 1)), Leg(84, 6, 0, (0.66, 1)))
CROSSED = (Leg(-66, 74, 8, (0.85, 0.85)), Leg(70, -72, -8, (0.85, 0.8), True))
KNEEL = (Leg(8, -84, 78), Leg(14, -80, 78))
NOD_MORE: Move = ("head", "swing", 2.5, 3.0)
_POSES: Mapping[str, Pose] = {
    "standing": Pose(),
    "walking": Pose(
        (-26, -8), (26, 44), (Leg(24, 14), Leg(-14, -34, 24)), lean=3, wide=0.85,
        moves=(("", "bob", 0.012, 1.0), ("near-arm", "swing", 7, 2.0)),
    ),
    "sitting": Pose(Reach("near knee", (-6, -10), 1), Reach("far knee", (-4, -10), -1), SIT, wide=0.9),
    "waving": Pose(far=(118, 168), hands=("fist", "open"), moves=(("far-forearm", "swing", 14, 1.0), NOD)),
    "pointing": Pose(far=(80, 86), hands=("fist", "point"), look=(2, 0)),
    "reading": Pose(
        Reach("chest", (6, 16), 1, 0.85), Reach("chest", (26, 12), -1, 0.8), front=True, head=6, look=(1, 4),
        prop="book", holds="both", moves=(("head", "swing", 1.5, 4.0),),
    ),
    "holding": Pose(
        Reach("chest", (4, 16), 1, 0.85), Reach("chest", (22, 14), -1, 0.8), front=True, holds="both",
    ),
}  # fmt: skip
POSES: Mapping[str, Pose] = _POSES

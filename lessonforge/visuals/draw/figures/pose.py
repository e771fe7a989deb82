"""What a pose is: how the joints stand, what the hands and the face do, and what moves.

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

    `side` is the way its elbow bends: 1 clockwise, -1 the other way; `long`: how much of each bone is seen
    where it points at us.
    """

    to: str
    off: tuple[float, float] = (0.0, 0.0)
    side: int = 1
    long: tuple[float, float] = (1.0, 1.0)


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
    """A pose of the body.

    `legs` are (near, far). `lean`, `head`: degrees forwards; `look`: how far the face is shifted; `wide`: how much of
    the chest's width is seen; `turn` turns the whole figure (-88 lies on its back); `lift`: off the ground by so many
    leg lengths. `front`: the far arm lies before the chest; `tucked`: crossed legs; `hands_down`: on the ground.
    `prop`: what the hands hold (`pieces/held`), `along` the line of both of them, before the near `foot`, or `swung`
    under the feet; `holds`: whose hand the anchor is; `carry`: a stick in each hand (`pieces/carried`). `mount` and
    `shoes` go with it. `water`: where the line of the water is, in head radii below the middle of the head. `busy`:
    the hands are at work.
    """

    near: Arm = (-11, -4)
    far: Arm = (12, 6)
    legs: tuple[Leg, Leg] = (Leg(-3, -1.5), Leg(4, 2))
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
    tucked: bool = False
    along: bool = False
    foot: bool = False
    swung: bool = False
    busy: bool = False
    mount: str = ""
    shoes: str = ""
    carry: str = ""
    words: Mapping[str, tuple[str, ...]] = field(default_factory=dict, hash=False, compare=False)

    @property
    def seated(self) -> bool:
        """Whether its thighs lie level."""
        return abs(self.legs[1].thigh) > 45

    @property
    def steady(self) -> bool:
        """Whether a stick in its hand would reach the ground."""
        return self.turn == 0 and self.lift < 0.05 and not self.hands_down

    @property
    def free(self) -> bool:
        """Whether the hand of the anchor can hold what is the figure's own."""
        return not self.prop and self.turn == 0 and not self.busy

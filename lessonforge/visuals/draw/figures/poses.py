"""Poses: how the joints stand, what the hands and the face do, and what moves.

Angles as in `shapes`. The near side is the one on the left, the far side the one on the right, towards which a figure
looks.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from lessonforge.visuals.draw.figures.words import POSE_WORDS

Hand = Literal["fist", "open", "point", "flat"]


@dataclass(frozen=True)
class Reach:
    """A hand that is brought to a mark of the body (`mouth`, `chest`, `hip`, `near knee`, ...), `off` it by (x, y).

    `side` is the way its elbow bends: 1 clockwise, -1 the other way; `long`: how much of each bone is seen where it points at us.
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
    """`front`: the far arm lies before the chest. `lift`: how far off the ground, in leg lengths. `turn` turns the whole
    figure (-90 lies on its back). `prop`: what the hands hold, from `pieces/held`. `holds`: the hand of the anchor.
    `water`: the line of the water, in head radii from the head's middle down; `lower`: who sits lower has no chair.
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
    words: Mapping[str, tuple[str, ...]] = field(default_factory=dict, hash=False, compare=False)

    @property
    def free(self) -> bool:
        """Whether the hand of the anchor can hold what is the figure's own."""
        return not self.prop and self.turn == 0


SIT = (Leg(78, 3, 0, (0.74, 1)), Leg(84, 8, 0, (0.68, 1)))
CROSSED = (Leg(-62, 78, -6, (0.85, 0.9)), Leg(66, -74, 6, (0.85, 0.86), back=True))
KNEEL = (Leg(10, -84, 72), Leg(18, -80, 72))
UP = (0.62, 0.98)
OUT = (0.92, 0.68)
CHEST = (Reach("chest", (2, 18), 1, OUT), Reach("chest", (20, 16), -1, OUT))
NODDING: Move = ("head", "swing", 2.5, 3.0)


def _pose(name: str, near: Arm = (-11, -4), far: Arm = (12, 6), **rest: object) -> Pose:
    return Pose(near, far, words=POSE_WORDS.get(name, {}), **rest)  # type: ignore[arg-type]


_TABLE: Mapping[str, Mapping[str, object]] = {
    "standing": {},
    "walking": {
        "near": (-26, -8), "far": (26, 44), "legs": (Leg(24, 14), Leg(-14, -34, 24)), "lean": 3, "wide": 0.85,
        "moves": (("", "bob", 0.012, 1.0), ("near-arm", "swing", 7, 2.0)),
    },
    "running": {
        "near": (-62, 22), "far": (38, 118), "legs": (Leg(66, -4, -8), Leg(-24, -84, 64)), "lean": 12, "head": -6,
        "wide": 0.8, "lift": 0.04, "moves": (("", "bob", 0.02, 0.5),),
    },
    "jumping": {
        "near": (-132, -160), "far": (132, 160), "legs": (Leg(-38, -92, 38), Leg(40, -32, 26)), "lift": 0.22,
        "hands": ("open", "open"), "face": "laugh", "moves": (("", "bob", 0.03, 1.0),),
    },
    "sitting": {
        "near": Reach("near knee", (-14, -10), 1), "far": Reach("far knee", (-8, -10), -1), "legs": SIT, "wide": 0.92,
        "holds": "far",
    },
    "sitting on the ground": {
        "near": Reach("near knee", (6, -8), 1), "far": Reach("far knee", (-6, -8), -1), "legs": CROSSED, "tucked": True,
    },
    "kneeling": {
        "near": Reach("near knee", (-2, -30), 1), "far": Reach("far knee", (6, -30), -1), "legs": KNEEL, "wide": 0.9,
    },
    "crawling": {
        "near": (8, 2), "far": (22, 14), "legs": (Leg(4, -86, 78), Leg(24, -78, 78)), "lean": 62, "head": -44,
        "wide": 0.8, "hands": ("flat", "flat"), "hands_down": True,
    },
    "lying": {"near": (-4, 4), "far": (14, 20), "turn": -88, "look": (0, 0), "head": 0},
    "sleeping": {
        "near": (2, 56), "far": (16, 12), "turn": -88, "face": "asleep", "legs": (Leg(2, 0), Leg(12, -4)),
        "moves": (("", "beat", 0.008, 4.0),),
    },
    "pointing": {"far": (82, 88), "hands": ("fist", "point"), "look": (2, 0), "moves": (("far-arm", "swing", 3, 3.0), NOD)},
    "waving": {"far": (112, 164), "hands": ("fist", "open"), "moves": (("far-forearm", "swing", 14, 1.0), NOD)},
    "raising a hand": {"far": (140, 164), "hands": ("fist", "open"), "look": (1, -2), "moves": (("far-arm", "swing", 3, 2.0), NOD)},
    "cheering": {
        "near": (-138, -164), "far": (138, 164), "hands": ("open", "open"), "face": "laugh",
        "moves": (("", "bob", 0.02, 0.5),),
    },
    "clapping": {
        "near": Reach("chest", (9, -2), 1, OUT), "far": Reach("chest", (15, -4), -1, OUT), "front": True, "face": "laugh",
        "hands": ("flat", "flat"), "holds": "both", "moves": (("near-forearm", "swing", 6, 0.5),),
    },
    "reading": {
        "near": Reach("chest", (0, 18), 1, OUT), "far": Reach("chest", (30, 14), -1, OUT), "front": True, "head": 6,
        "look": (1, 4), "prop": "book", "holds": "both", "moves": (("head", "swing", 1.5, 4.0),),
    },
    "writing": {
        "near": Reach("chest", (2, 22), 1, OUT), "far": Reach("chest", (20, 10), -1, OUT), "front": True, "head": 7,
        "look": (1, 4), "prop": "notebook", "holds": "near", "moves": (("far-forearm", "swing", 4, 1.0), NOD),
    },
    "painting": {"far": (72, 112), "near": Reach("chest", (0, 22), 1, OUT), "prop": "brush", "look": (3, -1)},
    "holding": {"near": CHEST[0], "far": CHEST[1], "front": True, "holds": "both"},
    "giving": {"near": (-12, 20), "far": (58, 82), "hands": ("fist", "flat"), "look": (2, 1)},
    "pushing": {
        "near": (66, 84), "far": (74, 92), "hands": ("flat", "flat"), "lean": 14, "head": -8, "wide": 0.8,
        "legs": (Leg(30, -6), Leg(-20, -38, 30)),
    },
    "pulling": {
        "near": (62, 84), "far": (68, 88), "lean": -14, "wide": 0.8, "legs": (Leg(34, 12), Leg(6, -22, 0)), "holds": "far",
    },
    "thinking": {
        "near": Reach("chest", (14, 22), 1, OUT), "far": Reach("chin", (8, 8), 1, UP), "front": True, "head": -4, "look": (1, -4),
        "face": "calm", "moves": (("head", "swing", 2, 6.0),),
    },
    "talking": {
        "near": (-24, 34), "far": (24, 98), "hands": ("fist", "flat"), "face": "talk",
        "moves": (("far-forearm", "swing", 8, 1.5), NODDING),
    },
    "explaining": {
        "near": (-30, -84), "far": (30, 92), "hands": ("flat", "flat"), "face": "talk",
        "moves": (("far-forearm", "swing", 7, 2.0), NODDING),
    },
    "listening": {
        "near": Reach("ear", (-7, 7), -1, UP), "far": (12, 8), "hands": ("flat", "fist"), "head": -7, "face": "calm",
        "moves": (NODDING,),
    },
    "singing": {"near": Reach("chest", (0, 4), 1, OUT), "far": (40, 112), "hands": ("flat", "flat"), "face": "sing", "head": -5},
    "shouting": {
        "near": Reach("mouth", (-17, 6), -1, UP), "far": Reach("mouth", (19, 6), 1, UP), "front": True, "hands": ("flat", "flat"),
        "face": "shout",
    },
    "looking": {"far": Reach("brow", (14, -3), 1, UP), "front": True, "hands": ("fist", "flat"), "look": (4, -1), "face": "calm"},
    "eating": {"near": Reach("chest", (2, 24), 1, OUT), "far": Reach("mouth", (14, 13), 1, UP), "front": True, "prop": "apple", "face": "calm"},
    "drinking": {"far": Reach("mouth", (14, 10), 1, UP), "front": True, "prop": "cup", "face": "calm", "head": -6},
    "signing": {
        "near": Reach("chest", (-8, 2), 1, OUT), "far": Reach("chest", (26, -12), -1, OUT), "front": True,
        "hands": ("flat", "open"), "holds": "both", "moves": (("far-forearm", "swing", 9, 1.0), ("near-forearm", "swing", 6, 1.5), NOD),
    },
    "digging": {
        "near": Reach("chest", (2, 6), 1, OUT), "far": Reach("chest", (26, 38), -1, OUT), "front": True, "lean": 24, "head": 4,
        "look": (1, 3), "wide": 0.85, "legs": (Leg(-6, -16, 4), Leg(40, 2)), "prop": "spade", "along": True,
    },
    "throwing": {
        "near": (-112, -170), "far": (66, 80), "legs": (Leg(-16, -22, 8), Leg(24, 8)), "lean": -8, "prop": "ball", "holds": "near",
        "hands": ("fist", "open"), "look": (3, -2), "face": "laugh",
    },
    "catching": {
        "near": (72, 124), "far": (62, 112), "hands": ("open", "open"), "legs": (Leg(-12, -14), Leg(20, 4)), "holds": "both",
        "look": (3, -3), "face": "laugh",
    },
    "kicking": {
        "near": (-52, -30), "far": (58, 66), "legs": (Leg(62, 44, -18), Leg(-8, -14, 4)), "lean": -8, "wide": 0.85,
        "look": (2, 3),
    },
    "dancing": {
        "near": Reach("hip", (-4, 0), 1), "far": (132, 176), "hands": ("fist", "open"), "legs": (Leg(-16, -6, 4), Leg(34, -22, 36)),
        "lean": -5, "head": 6, "face": "laugh", "moves": (("", "swing", 2.5, 1.0),),
    },
    "hugging": {
        "near": (56, 84), "far": (74, 98), "hands": ("flat", "flat"), "lean": 5, "wide": 0.85, "face": "happy", "holds": "both",
    },
    "holding hands": {"far": (46, 30), "look": (2, 0), "hands": ("fist", "fist")},
    "bowing": {"near": (6, 10), "far": (14, 16), "lean": 42, "wide": 0.85, "head": 6, "look": (0, 4), "face": "calm"},
    "climbing": {
        "near": (84, 146), "far": (124, 160), "legs": (Leg(80, -6), Leg(-4, -12, 10)), "wide": 0.8, "look": (3, -3), "lean": 4,
    },
    "swimming": {
        "near": (246, 184), "far": (162, 172), "turn": 78, "head": -58, "wide": 0.75, "legs": (Leg(-4, -18, 60), Leg(8, -2, 60)),
        "water": 0.5, "hands": ("flat", "flat"), "moves": (("", "bob", 0.03, 2.0), ("near-arm", "swing", 12, 2.0)),
    },
    "crying": {
        "near": Reach("mouth", (-16, -4), -1, UP), "far": Reach("mouth", (16, -4), 1, UP), "front": True, "face": "sad", "head": 8,
        "look": (0, 3),
    },
}  # fmt: skip
POSES: Mapping[str, Pose] = {name: _pose(name, **how) for name, how in _TABLE.items()}  # type: ignore[arg-type]

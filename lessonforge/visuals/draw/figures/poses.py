# ruff: noqa: E501 - a table
"""The poses: angles as in `shapes`, words in `words`."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from lessonforge.visuals.draw.figures.pose import NOD, Arm, Leg, Move, Pose, Reach
from lessonforge.visuals.draw.figures.words import POSE_WORDS

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
    "carrying": {"far": (20, 82), "holds": "far"},
    "playing music": {
        "near": Reach("chest", (-2, 22), 1, OUT), "far": (52, 130), "front": True, "prop": "guitar", "holds": "near",
        "face": "happy", "moves": (("near-forearm", "swing", 5, 0.5), NOD),
    },
    "cycling": {
        "near": Reach("shoulder", (44, 56), 1), "far": Reach("shoulder", (32, 57), 1), "lean": 24, "head": -10, "wide": 0.8,
        "legs": (Leg(52, -20), Leg(64, -50, 6)), "mount": "bicycle",
        "moves": (("wheel", "turn", 1, 2.0), ("far-wheel", "turn", 1, 2.0)),
    },
    "skiing": {
        "near": (6, 62), "far": (34, 84), "legs": (Leg(38, -24), Leg(44, -18)), "lean": 22, "head": -10, "wide": 0.85,
        "shoes": "ski", "carry": "poles", "moves": (("", "bob", 0.01, 2.0),),
    },
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
        "look": (2, 3), "prop": "football", "foot": True,
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
"""How people are, go and talk."""
_WORK: Mapping[str, Mapping[str, object]] = {
    "playing at a table": {"near": Reach("near knee", (-8, -10), 1), "far": (36, 92), "legs": SIT, "wide": 0.92, "look": (3, 4), "head": 5, "face": "calm"},
    "pouring": {"near": (18, 62), "far": (58, 112), "lean": 5, "look": (3, 3), "head": 5, "face": "calm"},
    "stirring": {"near": (12, 58), "far": (44, 74), "lean": 8, "look": (3, 4), "head": 7},
    "cutting": {"near": (34, 72), "far": (46, 66), "lean": 9, "look": (2, 4), "head": 7, "hands": ("flat", "fist"), "face": "calm"},
    "washing": {"near": (40, 74), "far": (52, 80), "lean": 9, "look": (2, 4), "head": 7, "hands": ("flat", "flat")},
    "at the keys": {"near": (44, 82), "far": (58, 86), "lean": 6, "look": (2, 3), "head": 4, "hands": ("flat", "flat"), "face": "happy"},
    "reaching": {"near": (10, 40), "far": (66, 90), "lean": 7, "look": (3, 1)},
    "reaching down": {"near": (16, 40), "far": (42, 58), "lean": 22, "head": -2, "look": (3, 4), "wide": 0.9, "legs": (Leg(-8, -10, 4), Leg(16, 2))},
    "reaching up": {"near": (-14, -4), "far": (132, 146), "lean": 2, "head": -10, "look": (3, -4)},
    "tending": {"near": (34, 84), "far": (58, 82), "legs": KNEEL, "wide": 0.9, "lean": 10, "look": (3, 3), "head": 4},
    "helping": {"near": (-12, 4), "far": (54, 84), "lean": 16, "look": (3, 3), "wide": 0.9, "hands": ("fist", "point")},
    "phoning": {"near": Reach("ear", (-2, 8), -1, UP), "far": (24, 96), "hands": ("fist", "flat"), "holds": "near", "face": "talk", "head": -4},
    "at the mouth": {"far": Reach("mouth", (16, 8), 1, UP), "near": Reach("hip", (-4, 0), 1), "front": True, "face": "happy"},
    "blowing": {
        "near": Reach("mouth", (26, 8), 1, UP), "far": Reach("mouth", (44, 10), 1, UP), "front": True, "holds": "near",
        "face": "calm", "moves": (NODDING,),
    },
    "fiddling": {
        "near": Reach("chin", (18, 12), 1, UP), "far": (64, 136), "front": True, "holds": "near", "face": "calm", "head": 8,
        "moves": (("far-forearm", "swing", 9, 1.0), NOD),
    },
    "drumming": {
        "near": (6, 64), "far": (30, 84), "front": True, "holds": "both", "face": "happy",
        "moves": (("near-forearm", "swing", 9, 0.5), ("far-forearm", "swing", -9, 0.5)),
    },
    "photographing": {
        "near": Reach("cheek", (6, 16), 1, UP), "far": Reach("cheek", (20, 8), 1, UP), "front": True, "holds": "far",
        "face": "calm",
    },
    "peering": {"near": (24, 70), "far": (50, 96), "lean": 20, "head": 12, "look": (4, 4), "wide": 0.9, "face": "calm"},
    "hammering": {"near": (34, 70), "far": (112, 148), "lean": 4, "look": (2, 2), "face": "calm", "moves": (("far-forearm", "swing", 10, 1.0), NOD)},
    "sawing": {
        "near": (48, 70), "far": (30, 74), "lean": 14, "look": (2, 4), "head": 5, "face": "calm", "hands": ("flat", "fist"),
        "legs": (Leg(-10, -12, 4), Leg(20, 2)), "moves": (("far-forearm", "swing", 6, 1.0),),
    },
    "sweeping": {
        "near": Reach("chest", (6, 4), 1, OUT), "far": Reach("chest", (30, 30), -1, OUT), "front": True, "lean": 8, "look": (1, 3),
        "legs": (Leg(-8, -10, 4), Leg(18, 2)), "holds": "near",
    },
    "fishing": {"near": Reach("chest", (8, 22), 1, OUT), "far": (46, 78), "look": (3, 1), "face": "calm", "moves": (("far-arm", "swing", 3, 3.0), NOD)},
    "rowing": {"near": (56, 82), "far": (66, 86), "legs": SIT, "lean": 12, "wide": 0.9, "moves": (("", "swing", 3, 2.0),)},
    "skipping": {
        "near": Reach("hip", (-22, 2), 1), "far": Reach("hip", (22, 2), -1), "legs": (Leg(-8, -26, 24), Leg(12, -14, 20)), "lift": 0.12,
        "face": "laugh", "prop": "skipping-rope", "swung": True, "holds": "both", "moves": (("", "bob", 0.03, 0.5),),
    },
    "arguing": {
        "near": Reach("hip", (-6, 0), 1), "far": (76, 112), "hands": ("fist", "point"), "face": "angry", "lean": 6,
        "moves": (("far-forearm", "swing", 7, 0.5), NODDING),
    },
    "shaking hands": {"far": (44, 78), "lean": 2, "look": (2, 0), "moves": (("far-forearm", "swing", 4, 0.5), NOD)},
    "fighting": {
        "near": (48, 128), "far": (74, 122), "face": "angry", "lean": 8, "wide": 0.85, "legs": (Leg(-24, -28, 14), Leg(28, 4)),
    },
    "lifting": {
        "near": (-146, -172), "far": (146, 172), "holds": "both", "legs": (Leg(-16, -2), Leg(16, 2)), "head": -8, "look": (0, -3),
        "face": "calm",
    },
    "marching": {
        "near": (-34, -20), "far": (34, 62), "legs": (Leg(54, 26, -14), Leg(-8, -12, 6)), "wide": 0.85, "face": "calm",
        "moves": (("", "bob", 0.015, 1.0),),
    },
    "praying": {
        "near": Reach("chest", (22, -4), 1, OUT), "far": Reach("chest", (26, -4), -1, OUT), "front": True, "legs": KNEEL, "head": 12,
        "look": (1, 4), "face": "asleep", "hands": ("flat", "flat"),
    },
    "voting": {"near": (-11, -4), "far": (62, 92), "look": (3, 3), "head": 5},
    "showing": {"near": (16, 60), "far": (70, 128), "face": "happy", "look": (2, 0)},
    "hiding": {
        "near": Reach("near knee", (2, -18), 1), "far": Reach("mouth", (16, 4), 1, UP), "front": True, "face": "worried",
        "legs": (Leg(66, -58, 10), Leg(76, -46, 6)), "lean": 14, "head": -8, "wide": 0.9,
    },
    "laughing": {
        "near": Reach("chest", (-2, 34), 1, OUT), "far": Reach("chest", (18, 30), -1, OUT), "front": True, "face": "laugh", "head": -10,
        "lean": -5, "moves": (("", "bob", 0.012, 0.5), NODDING),
    },
}  # fmt: skip
"""How they do what `words.frames` names: their hands are not free for what is their own."""
POSES: Mapping[str, Pose] = {
    name: _pose(name, busy=name in _WORK, **how)  # type: ignore[arg-type]
    for name, how in (*_TABLE.items(), *_WORK.items())
}


def helped(name: str, pose: Pose, mount: str, crutches: bool) -> Pose:
    """A pose in a wheelchair, or with a stick or crutches in the hands that are free."""
    hanging, walks = POSES["standing"], name in ("walking", "running", "pushing")
    if mount:
        near: Arm = Reach("hip", (-14, 26), 1) if walks else pose.near
        far: Arm = Reach("far knee", (-20, -8), -1, OUT) if walks or pose.far == hanging.far else pose.far
        near = Reach("near knee", (-22, -8), 1, OUT) if near == hanging.near else near
        moves = (("wheel", "turn", 1.0, 2.0), ("far-wheel", "turn", 1.0, 2.0)) if walks else pose.moves
        return replace(
            pose, near=near, far=far, legs=SIT, lean=min(max(pose.lean, -6), 8), lift=0, turn=0, water=None, tucked=False,
            moves=moves, hands_down=False, head=pose.head if not pose.turn else 0,
        )  # fmt: skip
    far = (22, 40) if pose.far in (hanging.far, POSES["walking"].far) else pose.far
    near = (-24, 8) if crutches else pose.near
    return replace(pose, near=near, far=far)


def supported(pose: Pose, on: str) -> Pose:
    """A pose on a `seat`, on a `chair` or at a `desk` of its own, `astride`, in `bed`, at the `board`, with something in
    `both` hands, or `free` of what the pose has in them, or with one hand `up`.
    """
    hanging, hanging_near = POSES["standing"].far, POSES["standing"].near
    free = pose.far in (hanging, POSES["sitting"].far, POSES["walking"].far)
    if on == "both":
        return replace(pose, near=(-26, -70), far=(26, 74), front=False, prop="", hands=("fist", "fist"), holds="far")
    if on == "up":
        return replace(
            pose, near=pose.near if not pose.front else hanging_near, far=(34, 138), front=False, holds="far", prop=""
        )
    if on == "free":
        return replace(pose, prop="")
    if on == "board":
        return replace(
            pose, near=(-14, 8), far=(112, 148), look=(6, -3), wide=0.78, prop="chalk", front=False, holds="far"
        )
    if on == "bed":
        closed = "asleep" if pose is POSES["sleeping"] else "calm"
        return replace(
            POSES["lying"],
            near=(-2, 0),
            far=(3, 0),
            wide=0.8,
            face=closed if pose.face in ("smile", "asleep") else pose.face,
            moves=(),
        )
    seated = replace(
        pose, legs=SIT, lean=min(max(pose.lean, -6), 8), lift=0, turn=0, water=None, tucked=False, hands_down=False,
        head=pose.head if not pose.turn else 0, near=pose.near if not free else POSES["sitting"].near,
        far=pose.far if not free else POSES["sitting"].far, moves=tuple(move for move in pose.moves if move[0]),
    )  # fmt: skip
    if on == "astride":
        reins: tuple[Arm, Arm] = (Reach("chest", (32, 24), 1), Reach("chest", (36, 22), 1))
        near, far = reins if free else (seated.near, seated.far)
        leg = Leg(46, -12, 4)
        return replace(seated, legs=(leg, replace(leg, thigh=50, shin=-10)), wide=0.7, near=near, far=far, front=free)
    if on == "desk" and free:
        return replace(seated, near=Reach("chest", (36, 13), 1), far=Reach("chest", (50, 11), 1), front=True)
    return seated

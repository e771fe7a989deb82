"""Bodies by age: proportions on one scale, on which 100 units are about 59 centimetres."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

HEAD = 27.0
"""The radius of the head that hair, hats and faces are drawn for."""


@dataclass(frozen=True)
class Body:
    """Lengths in units. `shoulder`, `waist`, `hip`: half the width there; `legs`: how far from the middle they begin;
    `arm` and `leg`: lengths of their two bones; radii of limbs at their three joints; `stoop` in degrees.
    """

    head: float
    neck: float
    torso: float
    shoulder: float
    waist: float
    hip: float
    legs: float
    arm: tuple[float, float]
    leg: tuple[float, float]
    foot: float
    arm_thick: tuple[float, float, float]
    leg_thick: tuple[float, float, float]
    hand: float
    stoop: float = 0.0
    hair: tuple[str, ...] = ("short",)
    top: tuple[str, ...] = ("tee",)
    bottom: tuple[str, ...] = ("trousers",)

    @property
    def tall(self) -> float:
        """From the sole to the top of the head, upright."""
        return self.foot + sum(self.leg) + self.torso + self.neck + 2 * self.head


_MAN = Body(
    26.5, 9, 85, 25, 20, 18.5, 8.4, (43, 39), (65, 62), 12, (9.6, 8.2, 6.6), (12, 9.6, 7.2), 7.6,
    hair=("short", "parted", "crop", "curly-short", "quiff"), top=("jumper", "shirt", "tee"),
)  # fmt: skip
_WOMAN = Body(
    26.5, 9, 79, 20.5, 15.5, 18.5, 8, (40, 37), (64, 60), 12, (8, 7, 5.8), (11.6, 9, 6.4), 6.9,
    hair=("bob", "long", "bun", "ponytail", "curly", "wavy"), top=("blouse", "jumper", "dress", "tee"),
    bottom=("trousers", "skirt", "trousers"),
)  # fmt: skip
_CHILD = Body(
    27.5, 4.5, 56, 18, 15.6, 15.6, 7.4, (29, 26), (40, 37), 11, (7.6, 6.9, 5.8), (10, 8.2, 6.4), 6.7,
    hair=("short", "bob", "curly-short", "fringe", "ponytail", "quiff"), top=("tee", "jumper", "striped"),
    bottom=("trousers", "shorts"),
)  # fmt: skip
BODIES: Mapping[str, Body] = {
    "man": _MAN,
    "woman": _WOMAN,
    "old-man": replace(
        _MAN, torso=80, shoulder=23.5, waist=21, stoop=9, leg=(62, 59), hair=("balding", "parted"),
        top=("cardigan", "shirt"),
    ),
    "old-woman": replace(
        _WOMAN, torso=75, waist=18.5, hip=19.5, stoop=9, leg=(59, 55), hair=("bun", "curly-short"),
        top=("cardigan", "dress"), bottom=("midi skirt",),
    ),
    "teen": replace(
        _WOMAN, head=26, torso=72, shoulder=20, waist=15.5, hip=16, legs=7.6, arm=(37, 34), leg=(58, 54),
        arm_thick=(7.8, 6.9, 5.8), leg_thick=(11, 8.6, 6.4),
        hair=("fringe", "long", "quiff", "curly-short", "ponytail"),
        top=("hoodie", "tee"), bottom=("trousers",),
    ),
    "boy": replace(_CHILD, hair=("short", "curly-short", "fringe", "crop", "quiff")),
    "girl": replace(
        _CHILD, hair=("bob", "pigtails", "ponytail", "braids", "curly", "long"), top=("dress", "tee", "striped"),
        bottom=("skirt", "trousers", "shorts"),
    ),
    "child": _CHILD,
    "toddler": Body(
        26, 2.5, 44, 15.2, 15.6, 15.6, 7, (21, 18), (24, 22), 9, (7.2, 6.6, 5.8), (9.4, 8, 6.6), 6.2,
        hair=("fringe", "pigtails", "curl"), top=("striped", "tee"), bottom=("dungarees", "trousers"),
    ),
    "baby": Body(
        25, 0, 36, 13.6, 15, 15, 7.5, (16, 14), (17, 15), 8, (6.8, 6.2, 5.6), (9, 7.8, 6.4), 5.6,
        hair=("curl",), top=("romper",), bottom=("none",),
    ),
}  # fmt: skip

"""Garments: how they are cut, in words of the skeleton. What is drawn on them is in `pieces/torso`."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True)
class Garment:
    """`sleeve`, `legs`, `skirt`: the share (0..1) of arm or leg that they cover; `loose`: how far it stands off the body,
    `flare`: how much wider its sleeves end, `spread`: how far a skirt stands out. `hem`: how far a top reaches below the
    hips' middle. `piece` is drawn on it, `under` worn below it. `colour`: what it usually has, else the role's.
    """

    slot: str = "top"
    sleeve: float = 1.0
    loose: float = 1.4
    flare: float = 0.6
    hem: float = 9.0
    skirt: float = 0.0
    spread: float = 7.0
    legs: float = 0.0
    piece: str = ""
    under: str = ""
    colour: str = ""
    bare: bool = False
    """No cloth on the chest."""


def _top(**how: object) -> Garment:
    return Garment(**how)  # type: ignore[arg-type]


TOPS: Mapping[str, Garment] = {
    "tee": _top(sleeve=0.4, flare=1.6),
    "jumper": _top(loose=2.2, piece="jumper"),
    "shirt": _top(piece="shirt"),
    "blouse": _top(piece="blouse", sleeve=0.92),
    "striped": _top(piece="stripes", sleeve=0.4, flare=1.6),
    "dress": _top(sleeve=0.36, flare=2.4, skirt=0.5, spread=9, piece="belt"),
    "bare": _top(bare=True, sleeve=0),
}
BOTTOMS: Mapping[str, Garment] = {
    "trousers": Garment("bottom", legs=0.97, loose=1.2, flare=1.6),
    "shorts": Garment("bottom", legs=0.46, loose=1.6, flare=2.2),
    "skirt": Garment("bottom", skirt=0.46, spread=6),
    "none": Garment("bottom"),
}
COATS: Mapping[str, Garment] = {
    "lab coat": Garment("coat", loose=2.6, flare=1.4, skirt=0.42, spread=4, piece="lab-coat", colour="#fbfcfd"),
}

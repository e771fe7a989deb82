"""Garments: how they are cut, in words of the skeleton. What is drawn on them is in `pieces/torso`."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace


@dataclass(frozen=True)
class Garment:
    """How a garment is cut.

    `sleeve`, `legs`, `skirt`: the share (0..1) of arm or leg that they cover; `loose`: how far it stands off the body;
    `flare`: how much wider sleeves and legs end; `spread`: how far a skirt stands out. `hem`: how far a top reaches
    below the middle of the hips. `piece` is drawn on it, `colour` is what it usually has. `sleeves` and `band`: colours
    of sleeves unlike the rest, and of a stripe around arms and legs. `bare`: no cloth on the chest. `bottom`:
    what is worn with it on the legs, when nothing is said.
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
    colour: str = ""
    sleeves: str = ""
    band: str = ""
    bare: bool = False
    bottom: str = ""


_TEE = Garment(sleeve=0.4, flare=1.6)
_SHIRT = Garment(piece="shirt")
_ROBE = Garment(flare=6, skirt=0.95, spread=9, bottom="none")
_SUIT = Garment(loose=2.4, flare=1, bottom="suit legs")
TOPS: Mapping[str, Garment] = {
    "tee": _TEE,
    "striped": replace(_TEE, piece="stripes"),
    "polo": replace(_TEE, piece="polo"),
    "jersey": replace(_TEE, piece="jersey", loose=2.2),
    "tank": Garment(sleeve=0, piece="tank"),
    "jumper": Garment(loose=2.2, piece="jumper"),
    "hoodie": Garment(loose=2.6, piece="hoodie"),
    "shirt": _SHIRT,
    "blouse": Garment(piece="blouse", sleeve=0.92),
    "cardigan": Garment(piece="cardigan", loose=2),
    "uniform": replace(_SHIRT, piece="uniform"),
    "scrubs": replace(_TEE, piece="scrubs", hem=13, colour="#4fa79f"),
    "dress": Garment(sleeve=0.36, flare=2.4, skirt=0.5, spread=9, piece="belt", bottom="none"),
    "gown": Garment(flare=4, skirt=0.96, spread=17, piece="gown", bottom="none"),
    "tutu": Garment(sleeve=0, skirt=0.22, spread=34, piece="tank", bottom="none"),
    "tunic": Garment(sleeve=0.34, flare=2.4, skirt=0.44, spread=7, piece="tunic", bottom="none"),
    "toga": Garment(sleeve=0.34, flare=2.4, skirt=0.92, spread=7, piece="toga", colour="#fbf4e4", bottom="none"),
    "stola": Garment(sleeve=0.34, flare=2.4, skirt=0.96, spread=7, piece="stola", bottom="none"),
    "lorica": Garment(sleeve=0.34, flare=2.4, skirt=0.42, spread=5, piece="lorica", colour="#b5432f", bottom="none"),
    "tabard": Garment(skirt=0.4, spread=5, loose=2.4, piece="tabard", sleeves="#9aa6b4", bottom="mail"),
    "collar": Garment(sleeve=0, bare=True, piece="collar", bottom="kilt"),
    "fur": Garment(sleeve=0, skirt=0.36, spread=6, piece="fur", colour="#a5754d", bottom="none"),
    "kimono": Garment(flare=8, skirt=0.95, spread=1.5, piece="kimono", bottom="none"),
    "robe": replace(_ROBE, piece="robe"),
    "thobe": replace(_ROBE, flare=2, spread=3, piece="placket", colour="#fbfaf6"),
    "sari": Garment(sleeve=0.34, skirt=0.97, spread=8, piece="sari", bottom="none"),
    "overall": replace(_SUIT, piece="overall"),
    "space suit": replace(_SUIT, piece="space", loose=6, colour="#eef2f5", band="#b9c3cd"),
    "fire suit": replace(_SUIT, piece="fire", loose=4, band="#f5c84b", colour="#3d4668"),
    "wetsuit": replace(_SUIT, piece="wetsuit", loose=0.6, colour="#2f4a78"),
    "ski suit": replace(_SUIT, loose=4, piece="jersey", band="#fdf6e6"),
    "pyjamas": replace(_SUIT, piece="placket", band="#fdf6e6"),
    "romper": replace(_SUIT, piece="placket", bottom="romper legs"),
    "swimsuit": Garment(sleeve=0, loose=0.6, piece="swimsuit", bottom="briefs"),
    "bare": Garment(sleeve=0, bare=True, bottom="trunks"),
}
_TROUSERS = Garment("bottom", legs=0.97, loose=1.2, flare=1.6)
BOTTOMS: Mapping[str, Garment] = {
    "trousers": _TROUSERS,
    "leggings": Garment("bottom", legs=0.95, loose=0.5, flare=0.2),
    "shorts": Garment("bottom", legs=0.46, loose=1.6, flare=2.2),
    "trunks": Garment("bottom", legs=0.3, loose=1.4, flare=2),
    "skirt": Garment("bottom", skirt=0.46, spread=6),
    "midi skirt": Garment("bottom", skirt=0.62, spread=7),
    "long skirt": Garment("bottom", skirt=0.92, spread=11),
    "kilt": Garment("bottom", skirt=0.44, spread=4, colour="#fdf6e6"),
    "dungarees": replace(_TROUSERS, piece="bib"),
    "suit legs": replace(_TROUSERS, slot="top", loose=2),
    "romper legs": replace(_TROUSERS, slot="top", legs=0.9),
    "briefs": Garment("top", legs=0.08, loose=0.6, flare=0),
    "mail": Garment("gear", legs=0.97, loose=0.8, flare=0.4, colour="#9aa6b4"),
    "none": Garment("bottom"),
}
COATS: Mapping[str, Garment] = {
    "lab coat": Garment("coat", loose=2.6, flare=1.4, skirt=0.42, spread=4, piece="lab-coat", colour="#fbfcfd"),
    "coat": Garment("coat", loose=3.4, flare=1.6, skirt=0.44, spread=6, piece="coat", colour="#b5432f"),
    "raincoat": Garment("coat", loose=3.6, flare=2.4, skirt=0.4, spread=7, piece="coat", colour="#f5c84b"),
    "parka": Garment("coat", loose=5, flare=0.6, hem=15, piece="parka", colour="#3f80c4"),
    "jacket": Garment("coat", loose=2.4, flare=1, hem=13, piece="jacket", colour="#43506f"),
    "hi-vis": Garment("coat", sleeve=0, loose=2.6, hem=10, piece="hi-vis", colour="#ee8f35"),
}
CAPES: Mapping[str, Garment] = {
    "cape": Garment("coat", skirt=0.86, spread=18, colour="#b5432f"),
    "short cape": Garment("coat", skirt=0.4, spread=6, colour="#b5432f"),
}
SHOES: Mapping[str, tuple[str, float, str]] = {
    "shoe": ("shoe", 0, ""), "trainer": ("trainer", 0, ""), "boot": ("boot", 0.3, "shoes"),
    "wellies": ("boot", 0.62, "shoes"), "space boots": ("boot", 0.4, "shoes"), "socks": ("trainer", 0.5, "#fdf6e6"),
    "sandal": ("sandal", 0, ""), "caligae": ("sandal", 0.25, "#8f6444"), "bare": ("bare", 0, ""),
    "flipper": ("flipper", 0, ""), "ski": ("ski", 0.4, "shoes"), "slipper": ("slipper", 0, ""),
}  # fmt: skip
"""What is on the foot (of `pieces/shoes`), the share of the shin that it covers, and in what colour."""

"""The colours of a scene: the light of its hour, the land of its season, and the hand of its style."""

from __future__ import annotations

import functools
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from typing import Literal

from lessonforge.visuals.draw.colour import adjust, lab, mix, of_lab

Hand = Literal["flat", "volume", "outline", "wash", "chalk", "paper"]


@dataclass(frozen=True)
class Light:
    """The hour and the weather: sky from the zenith down, what lights the land (multiplied), haze of the distance."""

    sky: tuple[str, str, str]
    glow: str
    haze: str
    ambient: str = "#ffffff"
    cloud: str = "#ffffff"
    cloud_shade: str = "#cfe3f0"
    water: tuple[str, str, str] | None = None
    """Water from far to near, where it is more than the land's water under this light."""
    dark: bool = False
    """Stars are out and lamps are lit."""


LIGHTS: Mapping[str, Light] = {
    "day": Light(("#62b5e4", "#a2d8f0", "#e6f5f1"), "#fff4cf", "#cfe8ef"),
    "dawn": Light(
        ("#8db7e2", "#f3cfd0", "#ffefcf"), "#fff0c0", "#f5dcd3", "#fff0ea", "#fff6ee", "#eccbd0",
        water=("#f0d5c8", "#93b3d0", "#4f83b3"),
    ),
    "sunset": Light(
        ("#6a70ac", "#ee9d86", "#ffd798"), "#ffe2a0", "#f3b898", "#ffd6bd", "#ffd9c0", "#d59aa8",
        water=("#f0b596", "#93789f", "#43568a"),
    ),
    "night": Light(
        ("#141d47", "#263a75", "#4a67a4"), "#c9d8ff", "#3d5690", "#7f8ec8", "#6f88bd", "#5068a2",
        water=("#4a66a3", "#2c4580", "#1a2d5e"), dark=True,
    ),
    "lamplight": Light(("#141d47", "#263a75", "#4a67a4"), "#ffe3a8", "#a5815f", "#e3bd95", dark=True),
    "grey": Light(("#7790a7", "#a3b8c6", "#d4dfe2"), "#eef2f0", "#bccbd3", "#dae1e7", "#dfe6ea", "#a9b9c6"),
}  # fmt: skip

_SUMMER = {
    "far": "#93b7cf", "range": "#8494b3", "range_shade": "#697a9e", "cap": "#f8fbfc", "cap_shade": "#cfdeec",
    "hill_far": "#a5cdaa", "hill_mid": "#87bf84", "hill_near": "#6bab66", "ground": "#82ba5b", "ground_near": "#5c994c",
    "tuft": "#4b8744", "sea_far": "#6cbcd8", "sea_mid": "#3f9ac6", "sea_near": "#2877ab", "foam": "#f0fbfc",
    "sand": "#f4dfae", "sand_near": "#e2c285", "wet": "#d9bd8c", "soil": "#8a5f42", "soil_mid": "#a5754d",
    "soil_low": "#c19a63", "bed": "#7d8190", "aquifer": "#5aa5c8", "dune": "#efcd8d", "dune_shade": "#d9a968",
}  # fmt: skip
_AUTUMN = {
    "hill_far": "#d9c58a", "hill_mid": "#d8a95c", "hill_near": "#c58a4a", "ground": "#c9b25a", "ground_near": "#a08a3f",
    "tuft": "#8a7434", "leaves_0": "#d98a3c", "leaves_1": "#c8653f", "leaves_2": "#e0b44f",
}  # fmt: skip
_WINTER = {
    "hill_far": "#dfeaf2", "hill_mid": "#e8f0f5", "hill_near": "#eff5f8", "ground": "#f4f8fa", "ground_near": "#d7e5ee",
    "tuft": "#a9bccb", "range": "#a9bad0", "range_shade": "#879cb8",
    "leaves_0": "#cfdce0", "leaves_1": "#c3d3d6", "leaves_2": "#d6e0e2",
}  # fmt: skip
_SPRING = {
    "hill_far": "#bfe0a8", "hill_mid": "#a4d184", "hill_near": "#8cc468", "ground": "#9fce5f", "ground_near": "#72b34e",
    "tuft": "#5aa048", "leaves_0": "#f2b6c8", "leaves_1": "#9ccb62", "leaves_2": "#f7d9e0",
}  # fmt: skip
LAND: Mapping[str, Mapping[str, str]] = {
    "spring": _SUMMER | _SPRING,
    "summer": _SUMMER,
    "autumn": _SUMMER | _AUTUMN,
    "winter": _SUMMER | _WINTER,
}
"""The roles of land and water by season."""


@dataclass(frozen=True)
class Style:
    """How a picture is made: `tone` changes every colour, `hand` how a shape is filled, `texture` the pixels after."""

    name: str
    hand: Hand = "flat"
    tone: Callable[[str], str] = lambda colour: colour
    line: str = ""
    texture: str = ""
    ground: str = ""
    """What is drawn on, where that is to be seen: a board."""


def _wash(colour: str) -> str:
    return mix(adjust(colour, 0.03, 0.9), "#fffaf0", 0.13)


def _real(colour: str) -> str:
    light = lab(colour)[0]
    return adjust(colour, (light - 0.74) * 0.14, 0.8)


def _blue(colour: str) -> str:
    return mix("#0f3a70", "#2a62a2", lab(colour)[0] ** 2)


BOARD = "#22382f"
"""A school board, as `paper` of the prompt style `chalk` has it."""


def _chalk(colour: str) -> str:
    """Chalk is light, and a little paler than paint; what is dark is left to the board."""
    light, a, b = lab(colour)
    bright = 0.37 + 0.6 * light**1.1 if light > 0.42 else 0.6 - 2.2 * (0.42 - light)
    return of_lab((max(0.33, bright), a, b))


def _matt(colour: str) -> str:
    return mix(adjust(colour, 0.015, 0.86), "#f3e3c8", 0.07)


STYLES: Mapping[str, Style] = {
    "flat": Style("flat"),
    "watercolor": Style("watercolor", "wash", _wash, texture="wash"),
    "photo": Style("photo", "volume", _real, texture="lens"),
    "blueprint": Style("blueprint", "outline", _blue, "#e6f1ff", "grid"),
    "chalk": Style("chalk", "chalk", _chalk, texture="board", ground=BOARD),
    "paper": Style("paper", "paper", _matt, texture="fibre"),
}


def style_of(name: str, roles: tuple[tuple[str, str], ...] = ()) -> Style:
    """The style of this name; one that the engine doesn't know is flat, drawn towards the colours of its roles."""
    if name in STYLES:
        return STYLES[name]
    return replace(STYLES["flat"], name=name, tone=_towards(tuple(colour for _, colour in roles)))


@functools.cache
def _towards(roles: tuple[str, ...]) -> Callable[[str], str]:
    """Moves every colour a third of the way to the role that is nearest to it."""

    def tone(colour: str) -> str:
        if not roles:
            return colour
        nearest = min(roles, key=lambda role: sum((a - b) ** 2 for a, b in zip(lab(role), lab(colour), strict=True)))
        return mix(colour, nearest, 0.35)

    return tone

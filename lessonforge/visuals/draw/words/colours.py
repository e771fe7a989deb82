"""The colours that have names, as `#rrggbb`."""

from __future__ import annotations

from collections.abc import Mapping

from lessonforge.visuals.draw.colour import adjust

HEX: Mapping[str, str] = {
    "red": "#d9473a", "scarlet": "#e0402f", "crimson": "#b32a3c", "maroon": "#83303a", "orange": "#ee8f35",
    "yellow": "#f5c84b", "gold": "#e3b23f", "green": "#5f9f52", "lime": "#a5c84a", "olive": "#86863f",
    "emerald": "#2f9a6a", "mint": "#9ad9b8", "teal": "#2f8f96", "turquoise": "#3fb0ac", "blue": "#3f80c4",
    "sky blue": "#8cc4e4", "navy": "#2f4a7c", "purple": "#7d62b0", "lilac": "#b8a2d6", "magenta": "#c8458c",
    "pink": "#ea8aa0", "brown": "#97663f", "tan": "#d3b88c", "bronze": "#b87440", "cream": "#f7ecc9",
    "white": "#fbfaf6", "grey": "#8f9aa8", "silver": "#c3cbd4", "black": "#3a3a46", "coral": "#ee7f68",
    "peach": "#f4b58e", "blond": "#e5bf6b",
}  # fmt: skip
STEPS = {"light": 0.13, "dark": -0.12, "bright": 0.0}


def shaded(colour: str, shade: str) -> str:
    """A colour as `light`, `dark` or `bright` says."""
    step = STEPS.get(shade, 0.0)
    return adjust(colour, step) if step else colour

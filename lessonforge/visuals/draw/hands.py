"""Hands: what a style's hand does to one shape beyond its colour, as SVG.

In comes a shape's geometry (`path d="..."`), its paint (`#rrggbb`) and its size in units of the picture; out go markup
and attributes. Flat shapes have nothing of this.
"""

from __future__ import annotations

import functools
import math
from collections.abc import Callable, Mapping, Sequence
from itertools import pairwise

from lessonforge.visuals.draw.colour import adjust, blend, lab, mix
from lessonforge.visuals.draw.palettes import Style
from lessonforge.visuals.draw.paths import extent

Way = Callable[[float, float], tuple[float, float]]

ADDS = ("wash", "chalk", "paper")
"""The hands that add something to a shape."""
GEOMETRY = ("d", "cx", "cy", "r", "rx", "ry", "x", "y", "width", "height", "points", "transform", "clip-path")
SHAPES = frozenset(("path", "circle", "ellipse", "rect", "polygon"))
SMALL = 13.0
"""What is no larger, in units of the picture, has neither outline nor shadow: eyes, dots, buttons."""
ROUND = 30.0
"""What is smaller, in units of the picture, shows no light and shade of its own."""
SHADOW = "#2a2030"
SHADE = (1.6, 2.6)
"""How far a paper's shadow lies from its edge, in units: light comes from the upper left."""
LAYERS = ((9.0, 0.1), (3.6, 0.2))
"""Widths of the lines that a shadow is made of, and how dark they are: it fades outwards."""
EDGE = (-0.7, -0.8)
"""How far the lit thickness of paper shows."""
FREE, GREAT = 0.03, 0.16
"""What covers more than these shares of the picture is less and less a thing, and then backdrop: chalk is rubbed on."""


def size(tag: str, attributes: Mapping[str, str]) -> tuple[float, float]:
    """Width and height of an element of a drawing, in its own units."""
    if tag == "path":
        left, top, right, bottom = _extent(attributes.get("d", ""))
        return right - left, bottom - top
    if tag == "polygon":
        numbers = [float(number) for number in attributes.get("points", "0 0").replace(",", " ").split()]
        return max(numbers[::2]) - min(numbers[::2]), max(numbers[1::2]) - min(numbers[1::2])
    radius = attributes.get("r", "0")
    wide, tall = (attributes.get(key, radius) for key in ("rx", "ry"))
    if tag == "rect":
        return float(attributes.get("width", 0)), float(attributes.get("height", 0))
    return 2 * float(wide), 2 * float(tall)


_extent = functools.lru_cache(4096)(extent)


def fill(style: Style, paint: str, share: float) -> str:
    """A shape's paint, which covers a `share` of the picture: chalk is spent on what is small."""
    if style.hand != "chalk":
        return paint
    backdrop = min(1.0, max(0.0, (share - FREE) / (GREAT - FREE)))
    return mix(style.ground, paint, 1 - 0.66 * backdrop) if backdrop else paint


def outline(style: Style, paint: str, width: float, strength: float = 1.0) -> str:
    """The line around a shape as attributes, `width` in the units of its drawing."""
    if style.hand == "chalk":
        bright = mix(adjust(paint, 0.1, 1.15), "#f7f5ec", 0.4)
        return f' stroke="{bright}" stroke-width="{width * 1.15:.2f}" stroke-linejoin="round"' + _faint(strength)
    if style.hand == "wash":
        dark = mix(paint, "#3a2c2a", 0.62)
        return f' stroke="{dark}" stroke-width="{width * 0.5:.2f}" stroke-linejoin="round"' + _faint(0.55 * strength)
    return ""


def _faint(strength: float) -> str:
    return f' stroke-opacity="{strength:.2f}"' if strength < 1 else ""


def spread(style: Style) -> float:
    """How far what a hand adds reaches beyond a shape, in units."""
    return 8.0 if style.hand == "paper" else 2.0


def under(style: Style, geometry: str, paint: str, unit: float, way: Way = lambda dx, dy: (dx, dy)) -> str:
    """What lies beneath an opaque shape: paper's shadow, and the lit edge that its thickness shows.

    `unit` is a unit of the picture in those of the drawing; `way` turns a way in the picture into one there.
    """
    if style.hand != "paper":
        return ""
    lines = "".join(f'<{geometry} stroke-opacity="{dark}" stroke-width="{wide * unit:.2f}"/>' for wide, dark in LAYERS)
    shadow = f'<g fill="none" stroke="{SHADOW}" stroke-linejoin="round" {_shifted(way(*SHADE))}>{lines}</g>'
    bright = adjust(paint, 0.07 if lab(paint)[0] > 0.5 else 0.12, 0.8)
    return f'{shadow}<g fill="{bright}" {_shifted(way(*EDGE))}><{geometry}/></g>'


def _shifted(by: tuple[float, float]) -> str:
    return f'transform="translate({by[0]:.2f} {by[1]:.2f})"'


def band(style: Style, width: float, top: float, bottom: float, colours: Sequence[str]) -> str:
    """A fill of the whole width whose colour changes downwards: sheets of paper one before the other, or a board."""
    if style.hand == "chalk":
        return _rubbed(style, width, top, bottom, colours)
    far = sum(math.dist(lab(one), lab(other)) for one, other in pairwise(colours))
    count, sheets = max(1, min(6, round(far * 16))), ""
    for n in range(count):
        at = (n + 0.5) / count * (len(colours) - 1)
        paint = blend(colours[int(at)], colours[int(at) + 1], at % 1) if len(colours) > 1 else colours[0]
        y, step = top + n * (bottom - top) / count, width / 5
        crest = f"M-20 {y - (20 if n == 0 else 0):.1f}" + "".join(
            f"q{step / 2:.1f} {16 * math.sin(2.3 * n + 1.7 * k):.1f} {step:.1f} {9 * math.sin(n + 2.9 * k):.1f}"
            for k in range(6)
        )
        geometry = f'path d="{crest}V{bottom + 2:.1f}H-20Z"'
        sheets += (under(style, geometry, paint, 1.0) if n else "") + f'<{geometry} fill="{paint}"/>'
    return sheets


def _rubbed(style: Style, width: float, top: float, bottom: float, colours: Sequence[str]) -> str:
    """The bare board with a breath of chalk: on the land all over, in the sky more of it downwards."""
    count, strips = max(1, round((bottom - top) / 10)), ""
    for n in range(count):
        at = (n + 0.5) / count * (len(colours) - 1)
        paint = blend(colours[int(at)], colours[min(int(at) + 1, len(colours) - 1)], at % 1)
        y, tall = top + n * (bottom - top) / count, (bottom - top) / count + 2
        rub = mix(style.ground, paint, 0.26 if top > 200 else 0.04 + 0.2 * (n / count) ** 2)
        strips += f'<path d="M-5 {y:.1f}H{width + 5:.1f}v{tall:.1f}H-5z" fill="{rub}"/>'
    return f'<g shape-rendering="crispEdges">{strips}</g>'

"""The sheet a scene is painted on: shapes and things in layers, in one style under one light, out as SVG.

Lengths are in units of 1/1000 of the picture's height. `z` orders the layers from back to front; what stands on the
ground has the z of the line it stands on. `depth` (0 near .. 1 far) lets haze take a shape's colour away.

What is painted inside `with canvas.moving(Movement(...)):` moves in the film, all that is inside together; its lengths
are units here. Movements nest: the inner one comes first. A thing brings the movements of its parts along (`place`).

    with canvas.moving(Movement("shift", 6.0, x=8, phase=canvas.phase(x, y))):   # wave strokes to and fro
        canvas.stroke(z, waves, "foam", 3)
    with canvas.moving(Movement("flow", 3.0, y=tall), box=(left, top, left + wide, top + tall)):   # a waterfall
        canvas.stroke(z, streaks, "foam", 4)      # goes round in its box: what leaves it below comes in again above
    with canvas.moving(Movement("rise", 4.0, y=-60)):      # vapour: goes up and fades, again and again
        canvas.shape(z, puff, "#ffffff", 0, 0.6)

`seconds` must divide twelve (`things.PERIODS`): so long is the loop of every picture. What is left behind must be
complete: paint what lies under the mover too. What moves less than a unit, or is tiny, is not worth a layer and stays
still by itself (`layers.py`). Nothing may flash.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from itertools import pairwise
from typing import Any

from lessonforge.model import Box, Movement
from lessonforge.visuals.draw import hands
from lessonforge.visuals.draw.bounds import area, grown
from lessonforge.visuals.draw.bounds import parts as boxes_of
from lessonforge.visuals.draw.colour import adjust, blend, mix, multiply
from lessonforge.visuals.draw.marks import Mark, Shown
from lessonforge.visuals.draw.painter import Painter, Placement, pieces, whole
from lessonforge.visuals.draw.palettes import Light, Style
from lessonforge.visuals.draw.paths import ellipse, extent, num
from lessonforge.visuals.draw.things import Thing

STRIP = 5.0
"""The height of a strip: its step in colour is less than the eye can see."""
RINGS = 60
"""A glow has no more rings, for the same reason."""
CRISP = 'shape-rendering="crispEdges"'
FADING = ((0.0, 1.0), (0.25, 0.62), (0.55, 0.22), (1.0, 0.0))
"""Shares of a glow's radius, and how strong it is there."""


class Canvas:
    """Collects what is painted; `svg` gives the whole picture."""

    def __init__(self, width: float, height: float, style: Style, light: Light, land: Mapping[str, str]):
        self.width, self.height, self.style, self.light, self.land = width, height, style, light, land
        self._gradients: dict[tuple[str, str, str], str] = {}
        self._moves: tuple[Movement, ...] = ()
        self._tile: tuple[Box, int] | None = None
        self._placed = 0
        self.horizon: float | None = None
        """What has a lower z is far away; None where nothing is."""
        self.marks: list[Mark] = []
        self.shown: list[Shown] = []
        """The things that the scene is about."""

    @contextmanager
    def moving(self, *movements: Movement, box: Box | None = None, others: int = 0) -> Iterator[None]:
        """What is painted inside goes through these movements, the innermost first, then those around it.

        What flows has a `box`, in which it goes round; what is painted may be the first of equal parts side by side,
        with so many `others`.
        """
        before = self._moves, self._tile
        self._moves, self._tile = (*movements, *self._moves), (box, others) if box else self._tile
        try:
            yield
        finally:
            self._moves, self._tile = before

    @staticmethod
    def phase(x: float, y: float) -> float:
        """How far into its movement something begins that stands there, so that nothing beats in step."""
        return round((x * 0.00618 + y * 0.00317) % 1, 3)

    def tint(self, colour: str, depth: float = 0.0, lit: bool = False, subject: bool = False) -> str:
        """A role of the land or a `#rrggbb`, as it looks in this light, haze and style; a near `subject` stands out."""
        colour = self.land.get(colour, colour)
        if not lit:
            own = 0.6 if self.style.hand == "chalk" else 0.34 if subject else 0.0
            near = mix(self.light.ambient, "#ffffff", own)
            colour = multiply(colour, near)
        return self.style.tone(mix(colour, self.light.haze, min(0.85, depth * 0.7)) if depth > 0 else colour)

    def water(self, share: float | None = None) -> tuple[str, ...]:
        """Water in this light from far to near, to be painted as `lit`; or its colour at a share (0..1) of the way."""
        far, mid, near = (multiply(self.land[role], self.light.ambient) for role in ("sea_far", "sea_mid", "sea_near"))
        stops = self.light.water or (mix(far, self.light.sky[2], 0.38), mix(mid, self.light.sky[1], 0.16), near)
        if share is None:
            return stops
        return (mix(stops[0], stops[1], share * 2) if share < 0.5 else mix(stops[1], stops[2], share * 2 - 1),)

    def add(self, z: float, svg: str, box: Box | None = None) -> None:
        """Some markup at a layer, and the box around it (all of the picture, if it isn't known)."""
        box, others = self._tile or (box or (0.0, 0.0, self.width, self.height), 0)
        self.marks.append(Mark(z, svg, box, self._moves, others))

    def shape(
        self, z: float, path: str, colour: str, depth: float = 0.0, opacity: float = 1.0, *, lit: bool = False,
        detail: bool = False,
    ) -> None:  # fmt: skip
        """A filled path. `lit`: the light of the hour does not change it. `detail`: shading, no outline of its own."""
        if self.style.line and detail:
            return
        alpha = f' fill-opacity="{opacity:.2f}"' if opacity < 1 else ""
        if self.style.line:
            alpha += f' stroke="{self.style.line}" stroke-width="1.5" stroke-opacity="{0.7 - depth * 0.5:.2f}"'
        paint, box, under = self.tint(colour, depth, lit), extent(path), ""
        water = lit and detail and opacity == 1  # before what floats: as thin as the water around it
        paint = hands.fill(self.style, paint, 1.0 if water else area(box) / (self.width * self.height))
        if not detail and opacity == 1:
            if self.style.hand == "volume" and len(path) > 160:
                paint = self.volume(paint)
            elif max(box[2] - box[0], box[3] - box[1]) > hands.SMALL:
                under = hands.under(self.style, f'path d="{path}"', paint, 1.0)
                alpha += hands.outline(self.style, paint, 2.0, 0.75 - 0.5 * depth) if path.count("M") == 1 else ""
        self.add(z, f'{under}<path d="{path}" fill="{paint}"{alpha}/>', grown(box, hands.spread(self.style)))

    def gradient(self, z: float, path: str, stops: tuple[str, ...], depth: float = 0.0, *, lit: bool = False) -> None:
        """A path filled from top to bottom with colours at even steps."""
        if self.style.line or self.style.hand in ("chalk", "paper") or len(set(stops)) == 1:
            return self.shape(z, path, stops[len(stops) // 2], depth, lit=lit)
        colours = [self.tint(stop, depth, lit) for stop in stops]
        name = self._define("".join(
            f'<stop offset="{n / (len(colours) - 1):.2f}" stop-color="{colour}"/>' for n, colour in enumerate(colours)
        ), "linearGradient", 'x1="0" y1="0" x2="0" y2="1"')  # fmt: skip
        self.add(z, f'<path d="{path}" fill="url(#{name})"/>', grown(extent(path), 1))

    def band(self, z: float, top: float, bottom: float, stops: tuple[str, ...], *, lit: bool = False) -> None:
        """A gradient over the whole width, as strips of one colour: so large, they are drawn several times faster.

        They overlap, and their edges are crisp: so they meet without a seam in a picture of any size.
        """
        if self.style.line:
            return self.shape(z, f"M-5 {num(top)}H{num(self.width + 5)}V{num(bottom)}H-5Z", stops[0], lit=lit)
        colours = [self.tint(stop, lit=lit) for stop in stops]
        if self.style.hand in ("chalk", "paper"):
            return self.add(z, hands.band(self.style, self.width, top, bottom, colours))
        count, strips = max(1, round((bottom - top) / STRIP)), ""
        for n in range(count):
            at = (n + 0.5) / count * (len(colours) - 1)
            colour = blend(colours[int(at)], colours[int(at) + 1], at % 1)
            y, tall = top + n * (bottom - top) / count, (bottom - top) / count + 2
            strips += f'<path d="M-5 {num(y)}H{num(self.width + 5)}v{num(tall)}H-5z" fill="{colour}"/>'
        self.add(z, f"<g {CRISP}>{strips}</g>", (-5, top, self.width + 5, bottom + 2))

    def stroke(
        self, z: float, path: str, colour: str, width: float, opacity: float = 1.0, depth: float = 0.0, *,
        lit: bool = False, dash: str = "",
    ) -> None:  # fmt: skip
        """A line with round ends."""
        paint = self.style.line or self.tint(colour, depth, lit)
        wide = min(width, 2.0) if self.style.line else width
        rest = (f' stroke-opacity="{opacity:.2f}"' if opacity < 1 else "") + (
            f' stroke-dasharray="{dash}"' if dash else ""
        )
        self.add(
            z,
            f'<path d="{path}" fill="none" stroke="{paint}" stroke-width="{num(wide)}" stroke-linecap="round"'
            f' stroke-linejoin="round"{rest}/>',
            grown(extent(path), wide / 2 + 1),
        )

    def glow(self, z: float, x: float, y: float, radius: float, colour: str, opacity: float) -> None:
        """Light that fades outwards from a point, in rings that meet without a seam: a gradient would be slower."""
        if self.style.line:
            return
        count = 3 if self.style.hand == "paper" else max(8, min(RINGS, round(radius / 4)))
        rings = ""
        for n in range(count):
            inner = radius * (1 - (n + 1) / count)
            ring = _circle(x, y, radius * (1 - n / count)) + (_circle(x, y, inner) if n < count - 1 else "")
            rings += f'<path d="{ring}" fill-opacity="{opacity * _fading(1 - (n + 0.5) / count):.4f}"/>'
        paint = self.style.tone(colour)
        self.add(
            z,
            f'<g fill="{paint}" fill-rule="evenodd" {CRISP}>{rings}</g>',
            (x - radius, y - radius, x + radius, y + radius),
        )

    def place(
        self, z: float, thing: Thing, x: float, base: float, height: float, *, flip: bool = False, depth: float = 0.0,
        colours: Mapping[str, str] | None = None, turn: float = 0.0, lit: bool = False, opacity: float = 1.0,
        rest: bool = False,
    ) -> None:  # fmt: skip
        """A thing with its foot (or the line it floats at) at (x, base). `colours`: slot name -> `#rrggbb`.

        What moves of it is painted apart, unless it is at `rest`; what is seen through moves as a whole only.
        """
        self._placed += 1
        placement = Placement(thing, x, base, height, flip, turn)
        season = {"leaves": leaves} if (leaves := self.land.get(f"leaves_{self._placed % 3}")) else {}
        line = 2.2 / placement.scale
        painter = Painter(self, thing, season | dict(colours or {}), depth, lit, f"t{self._placed}", line, placement)
        alpha = f' opacity="{opacity:.2f}"' if opacity < 1 else ""
        with self.moving(*([] if rest else whole(placement))):
            for part, elements in ((None, thing.drawing),) if alpha or rest else pieces(thing):
                inner = "".join(painter.paint(element) for element in elements)
                box = boxes_of(thing).get(part.name) if part else None
                with self.moving(*([placement.movement(part)] if part else [])):
                    place = placement.around(box) if box else placement.box
                    self.add(
                        z,
                        f'<g transform="{placement.transform}"{alpha}>{inner}</g>',
                        grown(place, hands.spread(self.style)),
                    )

    def show(
        self, z: float, thing: Thing, x: float, base: float, height: float, *, who: str = "", **how: Any
    ) -> None:  # fmt: skip
        """Places a thing that the scene is about, and remembers where; `who` is a character's name."""
        placement = Placement(thing, x, base, height, how.get("flip", False), how.get("turn", 0.0))
        first = len(self.marks)
        self.place(z, thing, x, base, height, **how)
        self.shown.append(Shown(placement, first, len(self.marks) - first, who))

    def volume(self, colour: str) -> str:
        """A paint of this colour that is lighter towards the light: how the realistic hand fills a shape."""
        light, dark = adjust(colour, 0.055), adjust(colour, -0.075)
        stops = "".join(
            f'<stop offset="{at}" stop-color="{paint}"/>' for at, paint in ((0, light), (0.55, colour), (1, dark))
        )
        name = self._define(stops, "linearGradient", 'x1="0" y1="0" x2=".75" y2="1"')
        return f"url(#{name})"

    def svg(self, pixels: tuple[int, int]) -> str:
        """The whole picture as an SVG document of this many pixels."""
        marks = sorted(self.marks, key=lambda mark: mark.z)
        return self.document("".join(mark.svg for mark in marks), (0, 0, self.width, self.height), pixels)

    def document(self, markup: str, box: Box, pixels: tuple[int, int]) -> str:
        """What is painted inside a box, as an SVG document of this many pixels."""
        used = set(re.findall(r"url\(#(p\d+)\)", markup))
        defs = "".join(
            f'<{tag} id="{name}" {where}>{stops}</{tag}>'
            for (tag, where, stops), name in self._gradients.items()
            if name in used
        )
        left, top, right, bottom = box
        return (
            f'<svg xmlns="http://www.w3.org/2000/svg" width="{pixels[0]}" height="{pixels[1]}"'
            ' overflow="visible" preserveAspectRatio="none"'
            f' viewBox="{left:.4f} {top:.4f} {right - left:.4f} {bottom - top:.4f}">'
            f"<defs>{defs}</defs>{markup}</svg>"
        )

    def borrow(self, other: Canvas, name: str) -> str:
        """The id here of a gradient of another canvas, whose markup is to be painted on this one."""
        (tag, where, stops), _ = next(entry for entry in other._gradients.items() if entry[1] == name)
        return self._define(stops, tag, where)

    def _define(self, stops: str, tag: str, where: str) -> str:
        """The id of a gradient, the same for equal ones."""
        return self._gradients.setdefault((tag, where, stops), f"p{len(self._gradients)}")


def _circle(x: float, y: float, radius: float) -> str:
    return ellipse(x, y, radius, radius)


def _fading(share: float) -> float:
    """How strong a glow is at a share of its radius."""
    (start, strong), (end, weak) = next(pair for pair in pairwise(FADING) if share <= pair[1][0])
    return strong + (weak - strong) * (share - start) / (end - start)

"""The sheet a scene is painted on: shapes and things in layers, in one style under one light, out as SVG.

Lengths are in units of 1/1000 of the picture's height. `z` orders the layers from back to front; what stands on the
ground has the z of the line it stands on. `depth` (0 near .. 1 far) lets haze take a shape's colour away.
"""

from __future__ import annotations

from collections.abc import Mapping
from html import escape
from typing import Any
from xml.etree import ElementTree

from lessonforge.model import Box
from lessonforge.visuals.draw.colour import adjust, blend, mix, multiply, shift
from lessonforge.visuals.draw.palettes import Light, Style
from lessonforge.visuals.draw.things import SVG, Thing

COLOURED = ("fill", "stroke", "stop-color", "flood-color")
LAMP = "#ffd873"
STRIP = 5.0
"""The height of a strip: its step in colour is less than the eye can see."""


def num(value: float) -> str:
    """A number as short as SVG allows at a tenth of a unit."""
    return f"{value:.1f}".removesuffix(".0")


class Canvas:
    """Collects what is painted; `svg` gives the whole picture."""

    def __init__(self, width: float, height: float, style: Style, light: Light, land: Mapping[str, str]):
        self.width, self.height, self.style, self.light, self.land = width, height, style, light, land
        self._gradients: dict[tuple[str, str, str], str] = {}
        self._layers: list[tuple[float, int, str]] = []
        self._placed = 0
        self.boxes: list[tuple[str, Box]] = []
        """The things that the scene is about, with their places."""

    def tint(self, colour: str, depth: float = 0.0, lit: bool = False, subject: bool = False) -> str:
        """A role of the land or a `#rrggbb`, as it looks in this light, haze and style; a near `subject` stands out."""
        colour = self.land.get(colour, colour)
        if not lit:
            near = mix(self.light.ambient, "#ffffff", 0.34) if subject else self.light.ambient
            colour = multiply(colour, near)
        return self.style.tone(mix(colour, self.light.haze, min(0.85, depth * 0.7)) if depth > 0 else colour)

    def water(self, share: float | None = None) -> tuple[str, ...]:
        """Water in this light from far to near, to be painted as `lit`; or its colour at a share (0..1) of the way."""
        far, mid, near = (multiply(self.land[role], self.light.ambient) for role in ("sea_far", "sea_mid", "sea_near"))
        stops = self.light.water or (mix(far, self.light.sky[2], 0.38), mix(mid, self.light.sky[1], 0.16), near)
        if share is None:
            return stops
        return (mix(stops[0], stops[1], share * 2) if share < 0.5 else mix(stops[1], stops[2], share * 2 - 1),)

    def add(self, z: float, svg: str) -> None:
        """Some markup at a layer."""
        self._layers.append((z, len(self._layers), svg))

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
        paint = self.tint(colour, depth, lit)
        if self.style.hand == "volume" and not detail and opacity == 1 and len(path) > 160:
            paint = self.volume(paint)
        self.add(z, f'<path d="{path}" fill="{paint}"{alpha}/>')

    def gradient(self, z: float, path: str, stops: tuple[str, ...], depth: float = 0.0, *, lit: bool = False) -> None:
        """A path filled from top to bottom with colours at even steps."""
        if self.style.line or len(set(stops)) == 1:
            return self.shape(z, path, stops[0], depth, lit=lit)
        colours = [self.tint(stop, depth, lit) for stop in stops]
        name = self._define("".join(
            f'<stop offset="{n / (len(colours) - 1):.2f}" stop-color="{colour}"/>' for n, colour in enumerate(colours)
        ), "linearGradient", 'x1="0" y1="0" x2="0" y2="1"')  # fmt: skip
        self.add(z, f'<path d="{path}" fill="url(#{name})"/>')

    def band(self, z: float, top: float, bottom: float, stops: tuple[str, ...], *, lit: bool = False) -> None:
        """A gradient over the whole width, as strips of one colour: so large, they are drawn several times faster."""
        if self.style.line:
            return self.shape(z, f"M-5 {num(top)}H{num(self.width + 5)}V{num(bottom)}H-5Z", stops[0], lit=lit)
        colours = [self.tint(stop, lit=lit) for stop in stops]
        count = max(1, round((bottom - top) / STRIP))
        for n in range(count):
            at = (n + 0.5) / count * (len(colours) - 1)
            colour = blend(colours[int(at)], colours[int(at) + 1], at % 1)
            y, tall = top + n * (bottom - top) / count, (bottom - top) / count + 2
            self.add(z, f'<path d="M-5 {num(y)}H{num(self.width + 5)}v{num(tall)}H-5z" fill="{colour}"/>')

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
        )

    def glow(self, z: float, x: float, y: float, radius: float, colour: str, opacity: float) -> None:
        """Light that fades outwards from a point."""
        if self.style.line:
            return
        paint = self.style.tone(colour)
        stops = "".join(
            f'<stop offset="{at}" stop-color="{paint}" stop-opacity="{opacity * share:.3f}"/>'
            for at, share in ((0, 1), (0.25, 0.62), (0.55, 0.22), (1, 0))
        )
        name = self._define(stops, "radialGradient", "")
        self.add(z, f'<circle cx="{num(x)}" cy="{num(y)}" r="{num(radius)}" fill="url(#{name})"/>')

    def place(
        self, z: float, thing: Thing, x: float, base: float, height: float, *, flip: bool = False, depth: float = 0.0,
        colours: Mapping[str, str] | None = None, turn: float = 0.0, lit: bool = False, opacity: float = 1.0,
    ) -> None:  # fmt: skip
        """A thing with its foot (or the line it floats at) at (x, base). `colours`: slot name -> `#rrggbb`."""
        self._placed += 1
        scale = height / thing.box[1]
        season = {"leaves": leaves} if (leaves := self.land.get(f"leaves_{self._placed % 3}")) else {}
        painter = _Painter(self, thing, season | dict(colours or {}), depth, lit, f"t{self._placed}", 2.2 / scale)
        inner = "".join(painter.paint(element) for element in thing.drawing)
        move = f"translate({num(x)} {num(base)})" + (f" rotate({num(turn)})" if turn else "")
        move += f" scale({-scale if flip else scale:.4f} {scale:.4f})"
        move += f" translate({num(-thing.box[0] / 2)} {num(-thing.box[1] * thing.base)})"
        alpha = f' opacity="{opacity:.2f}"' if opacity < 1 else ""
        self.add(z, f'<g transform="{move}"{alpha}>{inner}</g>')

    def show(self, z: float, thing: Thing, x: float, base: float, height: float, **how: Any) -> None:
        """Places a thing that the scene is about, and remembers where."""
        half, top = height * thing.aspect / 2, base - height * thing.base
        box = (x - half) / self.width, top / self.height, (x + half) / self.width, (top + height) / self.height
        self.boxes.append((thing.name, box))
        self.place(z, thing, x, base, height, **how)

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
        defs = "".join(
            f'<{tag} id="{name}" {where}>{stops}</{tag}>' for (tag, where, stops), name in self._gradients.items()
        )
        body = "".join(svg for _, _, svg in sorted(self._layers, key=lambda layer: layer[:2]))
        return (
            f'<svg xmlns="http://www.w3.org/2000/svg" width="{pixels[0]}" height="{pixels[1]}"'
            f' preserveAspectRatio="none" viewBox="0 0 {num(self.width)} {num(self.height)}">'
            f"<defs>{defs}</defs>{body}</svg>"
        )

    def _define(self, stops: str, tag: str, where: str) -> str:
        """The id of a gradient, the same for equal ones."""
        return self._gradients.setdefault((tag, where, stops), f"p{len(self._gradients)}")


class _Painter:
    """Writes the elements of one thing in the canvas's style."""

    def __init__(
        self, canvas: Canvas, thing: Thing, colours: dict[str, str], depth: float, lit: bool, prefix: str, line: float
    ):  # fmt: skip
        self.canvas, self.colours, self.depth, self.lit, self.prefix, self.line = (
            canvas,
            colours,
            depth,
            lit,
            prefix,
            line,
        )
        self.bases = {slot.name: slot.colour for slot in thing.slots}

    def paint(self, element: ElementTree.Element, slot: str = "", kinds: frozenset[str] = frozenset()) -> str:
        slot = element.get("data-slot", slot)
        kinds = kinds | frozenset((element.get("class") or "").split())
        outline = bool(self.canvas.style.line)
        if outline and kinds & {"shade", "light", "glow"}:
            return ""
        tag = element.tag.removeprefix(SVG)
        attributes = {name: self._value(name, value, slot, kinds) for name, value in element.attrib.items()}
        if outline and tag not in ("g", "clipPath", "defs", "linearGradient", "radialGradient", "stop"):
            self._outline(attributes)
        written = "".join(
            f' {name}="{escape(value)}"' for name, value in attributes.items() if name not in ("class", "data-slot")
        )
        inner = "".join(self.paint(child, slot, kinds) for child in element)
        return f"<{tag}{written}>{inner}</{tag}>" if inner else f"<{tag}{written}/>"

    def _value(self, name: str, value: str, slot: str, kinds: frozenset[str]) -> str:
        if name == "id":
            return f"{self.prefix}{value}"
        if "url(#" in value:
            return value.replace("url(#", f"url(#{self.prefix}")
        if name not in COLOURED or not value.startswith("#"):
            return value
        colour = self._colour(value, slot, kinds)
        volume = (
            self.canvas.style.hand == "volume" and name == "fill" and not kinds & {"shade", "light", "glow", "lamp"}
        )
        return self.canvas.volume(colour) if volume else colour

    def _colour(self, value: str, slot: str, kinds: frozenset[str]) -> str:
        if slot in self.colours and slot in self.bases:
            value = shift(value, self.bases[slot], self.colours[slot])
        if "lamp" in kinds and self.canvas.light.dark:
            return self.canvas.tint(LAMP, 0, lit=True)
        return self.canvas.tint(value, self.depth, self.lit or "glow" in kinds, subject=self.depth < 0.08)

    def _outline(self, attributes: dict[str, str]) -> None:
        """White lines of one width over a fill that shows the drawing sheet through."""
        line, width = self.canvas.style.line, self.line
        if attributes.get("fill") == "none":
            width = min(width * 1.3, float(attributes.get("stroke-width", width)))
        elif attributes.get("fill-opacity") is None:
            attributes["fill-opacity"] = "0.92"
        attributes |= {"stroke": line, "stroke-width": f"{width:.2f}", "stroke-linejoin": "round"}


def path(*parts: str | float) -> str:
    """Path data of commands and numbers: `path("M", 0, 1.25, "h", 3)`."""
    return " ".join(part if isinstance(part, str) else num(part) for part in parts)


def smooth(points: list[tuple[float, float]], *, closed: bool = False) -> str:
    """A path of curves through points (Catmull-Rom as cubic Béziers)."""
    ring = [points[-1], *points, points[0], points[1]] if closed else [points[0], *points, points[-1]]
    path = f"M{num(ring[1][0])} {num(ring[1][1])}"
    for (x0, y0), (x1, y1), (x2, y2), (x3, y3) in zip(ring, ring[1:], ring[2:], ring[3:], strict=False):
        path += (
            f"C{num(x1 + (x2 - x0) / 6)} {num(y1 + (y2 - y0) / 6)} {num(x2 - (x3 - x1) / 6)} {num(y2 - (y3 - y1) / 6)}"
            f" {num(x2)} {num(y2)}"
        )
    return path + ("Z" if closed else "")


def down_to(path: str, points: list[tuple[float, float]], bottom: float) -> str:
    """A curve closed at the bottom of the picture, as hills and water are."""
    return f"{path}L{num(points[-1][0])} {num(bottom)}L{num(points[0][0])} {num(bottom)}Z"


def ellipse(x: float, y: float, rx: float, ry: float) -> str:
    """An ellipse as a path."""
    return (
        f"M{num(x - rx)} {num(y)}a{num(rx)} {num(ry)} 0 1 0 {num(2 * rx)} 0a{num(rx)} {num(ry)} 0 1 0 {num(-2 * rx)} 0Z"
    )

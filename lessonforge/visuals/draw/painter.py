"""How a thing is put on the sheet: where its points come to lie, what of it moves, its markup in a style."""

from __future__ import annotations

import functools
import math
from collections.abc import Mapping
from dataclasses import dataclass
from html import escape
from typing import TYPE_CHECKING
from xml.etree import ElementTree

from lessonforge.model import Box, Movement
from lessonforge.visuals.draw import hands
from lessonforge.visuals.draw.bounds import around
from lessonforge.visuals.draw.colour import shift
from lessonforge.visuals.draw.things import SVG, Part, Thing

if TYPE_CHECKING:
    from lessonforge.visuals.draw.canvas import Canvas

PLAIN = frozenset(("shade", "light", "glow", "lamp", "clip"))
"""What the style's hand adds nothing to."""
COLOURED = ("fill", "stroke", "stop-color", "flood-color")
LAMP = "#ffd873"
SHARED = frozenset(f"{SVG}{tag}" for tag in ("defs", "clipPath", "linearGradient", "radialGradient"))
"""What other elements refer to."""

Piece = tuple[Part | None, tuple[ElementTree.Element, ...]]


@dataclass(frozen=True)
class Placement:
    """Where a thing stands: its foot (or the line it floats at) at (`x`, `base`), `turn` in degrees."""

    thing: Thing
    x: float
    base: float
    height: float
    flip: bool = False
    turn: float = 0.0

    @property
    def scale(self) -> float:
        """Units of the picture for one of the thing's view box."""
        return self.height / self.thing.box[1]

    @property
    def phase(self) -> float:
        """How far into its movements it begins: another share at another place, so that nothing beats in step."""
        return round((self.x * 0.00618 + self.base * 0.00317) % 1, 3)

    @property
    def transform(self) -> str:
        """From the view box to the picture, as SVG says it."""
        side = -self.scale if self.flip else self.scale
        turned = f" rotate({self.turn:.1f})" if self.turn else ""
        middle, foot = self.thing.box[0] / 2, self.thing.box[1] * self.thing.base
        return (
            f"translate({self.x:.1f} {self.base:.1f}){turned} scale({side:.4f} {self.scale:.4f})"
            f" translate({-middle:.1f} {-foot:.1f})"
        )

    @property
    def box(self) -> Box:
        """All of it."""
        return self.around((0, 0, *self.thing.box))

    def way(self, dx: float, dy: float) -> tuple[float, float]:
        """A way in the view box, as it is in the picture."""
        dx, dy, angle = dx * (-self.scale if self.flip else self.scale), dy * self.scale, math.radians(self.turn)
        return dx * math.cos(angle) - dy * math.sin(angle), dx * math.sin(angle) + dy * math.cos(angle)

    def back(self, dx: float, dy: float) -> tuple[float, float]:
        """A way in the picture, as it is in the view box."""
        angle = math.radians(self.turn)
        x, y = dx * math.cos(angle) + dy * math.sin(angle), dy * math.cos(angle) - dx * math.sin(angle)
        return x / (-self.scale if self.flip else self.scale), y / self.scale

    def point(self, x: float, y: float) -> tuple[float, float]:
        """A point of the view box, in the picture."""
        wide, tall = self.thing.box
        dx, dy = self.way(x - wide / 2, y - tall * self.thing.base)
        return self.x + dx, self.base + dy

    def around(self, box: Box) -> Box:
        """The place in the picture of a box in the view box."""
        left, top, right, bottom = box
        return around([self.point(x, y) for x in (left, right) for y in (top, bottom)])

    def movement(self, part: Part) -> Movement:
        """How a part moves in the picture; it needs a `move`."""
        pivot, side = self.point(*part.pivot), -1 if self.flip else 1
        wide, tall = self.thing.box
        kind, (x, y) = {
            "swing": ("swing", (side * part.by, 0.0)),
            "turn": ("turn", (side * part.by, 0.0)),
            "bob": ("shift", self.way(0, part.by * tall)),
            "slide": ("shift", self.way(part.by * wide, 0)),
            "beat": ("scale", (part.by, part.by)),
            "flap": ("scale", (0.0, part.by / 2)),
            "rise": ("rise", self.way(0, -part.by * tall)),
        }[part.move or ""]
        return Movement(kind, part.every, round(x, 3), round(y, 3), pivot, self.phase)  # type: ignore[arg-type]


def whole(placement: Placement) -> tuple[Movement, ...]:
    """What moves a thing as a whole: what it says itself; clouds drift."""
    thing = placement.thing
    if said := next((part for part in thing.parts if part.move and not part.name), None):
        return (placement.movement(said),)
    if thing.stands == "sky" and "cloud" in thing.name:
        return (Movement("shift", 12.0, round(0.05 * placement.height * thing.aspect, 1), phase=placement.phase),)
    return ()


@functools.cache
def pieces(thing: Thing) -> tuple[Piece, ...]:
    """The drawing from back to front, in pieces that move by themselves and the rest between them."""
    moving = {part.name: part for part in thing.parts if part.move and part.name}
    shared = tuple(element for element in thing.drawing if element.tag in SHARED)
    found: list[Piece] = []
    for element in thing.drawing:
        part = moving.get(element.get("data-part", ""))
        if element in shared:
            continue
        if part is None and found and found[-1][0] is None:
            found[-1] = (None, (*found[-1][1], element))
        else:
            found.append((part, (*shared, element)))
    return tuple(found)


class Painter:
    """Writes the elements of one thing in the canvas's style."""

    def __init__(
        self, canvas: Canvas, thing: Thing, colours: Mapping[str, str], depth: float, lit: bool, prefix: str,
        line: float, placement: Placement,
    ):  # fmt: skip
        self.canvas, self.colours, self.depth, self.lit = canvas, colours, depth, lit
        self.prefix, self.line, self.placement = prefix, line, placement
        self.bases = {slot.name: slot.colour for slot in thing.slots}

    def paint(self, element: ElementTree.Element, slot: str = "", kinds: frozenset[str] = frozenset()) -> str:
        """The markup of an element with all that is in it."""
        slot = element.get("data-slot", slot)
        kinds = kinds | frozenset((element.get("class") or "").split())
        outline = bool(self.canvas.style.line)
        if outline and kinds & {"shade", "light", "glow"}:
            return ""
        tag = element.tag.removeprefix(SVG)
        attributes = {name: self._value(name, value, slot, kinds) for name, value in element.attrib.items()}
        if outline and tag not in ("g", "clipPath", "defs", "linearGradient", "radialGradient", "stop"):
            self._outline(attributes)
        if self.canvas.style.hand == "volume" and tag in hands.SHAPES and not kinds & PLAIN:
            self._round(tag, attributes)
        written = "".join(
            f' {name}="{escape(value)}"'
            for name, value in attributes.items()
            if name != "class" and not name.startswith("data-")
        )
        if tag in hands.SHAPES and not kinds & PLAIN:
            return self._shape(tag, attributes, written)
        kinds = kinds | {"clip"} if tag == "clipPath" else kinds
        inner = "".join(self.paint(child, slot, kinds) for child in element)
        return f"<{tag}{written}>{inner}</{tag}>" if inner else f"<{tag}{written}/>"

    def _shape(self, tag: str, attributes: Mapping[str, str], written: str) -> str:
        """A shape in its own right, with what the style's hand adds to it."""
        style, paint, scale = self.canvas.style, attributes.get("fill", ""), self.placement.scale
        plain = paint.startswith("#") and "fill-opacity" not in attributes and "stroke" not in attributes
        if style.hand not in hands.ADDS or not plain or max(hands.size(tag, attributes)) * scale < hands.SMALL:
            return f"<{tag}{written}/>"
        geometry = tag + "".join(f' {name}="{attributes[name]}"' for name in hands.GEOMETRY if name in attributes)
        line = hands.outline(style, paint, self.line, max(0.3, 1 - self.depth))
        return hands.under(style, geometry, paint, 1 / scale, self.placement.back) + f"<{tag}{written}{line}/>"

    def _value(self, name: str, value: str, slot: str, kinds: frozenset[str]) -> str:
        if name == "id":
            return f"{self.prefix}{value}"
        if "url(#" in value:
            return value.replace("url(#", f"url(#{self.prefix}")
        if name not in COLOURED or not value.startswith("#"):
            return value
        return self._colour(value, slot, kinds)

    def _colour(self, value: str, slot: str, kinds: frozenset[str]) -> str:
        if slot in self.colours and slot in self.bases:
            value = shift(value, self.bases[slot], self.colours[slot])
        if "lamp" in kinds and self.canvas.light.dark:
            return self.canvas.tint(LAMP, 0, lit=True)
        return self.canvas.tint(value, self.depth, self.lit or "glow" in kinds, subject=self.depth < 0.08)

    def _round(self, tag: str, attributes: dict[str, str]) -> None:
        """Light and shade over a shape, where it is so large that they are seen."""
        fill = attributes.get("fill", "")
        if fill.startswith("#") and max(hands.size(tag, attributes)) * self.placement.scale >= hands.ROUND:
            attributes["fill"] = self.canvas.volume(fill)

    def _outline(self, attributes: dict[str, str]) -> None:
        """White lines of one width over a fill that shows the drawing sheet through."""
        line, width = self.canvas.style.line, self.line
        if attributes.get("fill") == "none":
            width = min(width * 1.3, float(attributes.get("stroke-width", width)))
        elif attributes.get("fill-opacity") is None:
            attributes["fill-opacity"] = "0.92"
        attributes |= {"stroke": line, "stroke-width": f"{width:.2f}", "stroke-linejoin": "round"}

"""What a figure is drawn on: shapes in the colours of its slots, in groups that move."""

from __future__ import annotations

import functools
from collections.abc import Mapping
from pathlib import Path
from xml.etree import ElementTree

from lessonforge.visuals.draw.colour import adjust, shift
from lessonforge.visuals.draw.figures.shapes import Frame
from lessonforge.visuals.draw.things import SVG

PIECES = Path(__file__).parent / "pieces"
STANDARD: Mapping[str, str] = {
    "skin": "#d9a078", "hair": "#5a3d2e", "top": "#3f9aa6", "bottom": "#4a5f86", "shoes": "#3a4560", "coat": "#fbfcfd",
    "hat": "#d9573f", "apron": "#fdf6e6", "bag": "#c9722c", "scarf": "#d9573f", "gear": "#3f80c4",
}  # fmt: skip
"""The slots, in the colours that pieces are drawn in."""
COLOURED = ("fill", "stroke")
SHADE = -0.075
FAR = -0.055
ARM = -0.03


@functools.cache
def piece(name: str) -> ElementTree.Element:
    """The drawing in `pieces/<name>.svg`; its groups with `data-layer="back"` lie behind the figure."""
    return ElementTree.parse(PIECES / f"{name}.svg").getroot()


@functools.cache
def known(kind: str) -> tuple[str, ...]:
    """The names of the pieces of a kind."""
    return tuple(sorted(path.stem for path in (PIECES / kind).glob("*.svg")))


class Sheet:
    """Collects shapes; `roots` are the groups, from back to front. `colours`: slot -> `#rrggbb`."""

    def __init__(self, colours: Mapping[str, str]):
        self.colours = colours
        self.roots: list[ElementTree.Element] = []
        self.group("")

    def group(self, part: str) -> None:
        """What is drawn from now on belongs to this part (none if empty)."""
        self.roots.append(ElementTree.Element(f"{SVG}g", {"data-part": part} if part else {}))

    def path(self, d: str, slot: str, tone: float = 0.0, *, shade: bool = False, **rest: str) -> None:
        """A filled path in the colour of a slot, or in a `#rrggbb`; `tone` makes it lighter or darker."""
        fill = adjust(self.colours.get(slot, slot), tone) if tone else self.colours.get(slot, slot)
        names = {name.replace("_", "-"): value for name, value in rest.items()}
        marks = {} if slot.startswith("#") else {"data-slot": slot}
        marks |= {"class": "shade"} if shade else {}
        self.roots[-1].append(ElementTree.Element(f"{SVG}path", {"d": d} | marks | {"fill": fill} | names))

    def line(self, d: str, slot: str, width: float, tone: float = 0.0) -> None:
        """A line with round ends."""
        colour = adjust(self.colours.get(slot, slot), tone)
        self.path(d, slot, fill="none", stroke=colour, stroke_width=f"{width:.1f}", stroke_linecap="round")

    def piece(self, name: str, frame: Frame, layer: str = "") -> None:
        """A drawing from `pieces/` (of one layer), if there is any in that layer."""
        shown = [child for child in piece(name) if child.get("data-layer", "") == layer]
        self.draw(shown, frame)

    def draw(self, elements: list[ElementTree.Element], frame: Frame) -> None:
        """Elements that were drawn in the standard colours, set into a frame."""
        if elements:
            group = ElementTree.SubElement(self.roots[-1], f"{SVG}g", {"transform": frame.transform})
            group.extend(self._coloured(element, "") for element in elements)

    def _coloured(self, element: ElementTree.Element, slot: str) -> ElementTree.Element:
        slot = element.get("data-slot", slot)
        copy = ElementTree.Element(element.tag, {k: v for k, v in element.attrib.items() if k != "data-layer"})
        for name in COLOURED:
            value = element.get(name, "")
            if slot in STANDARD and value.startswith("#") and self.colours[slot] != STANDARD[slot]:
                copy.set(name, shift(value, STANDARD[slot], self.colours[slot]))
        copy.extend(self._coloured(child, slot) for child in element)
        return copy

    def slots(self) -> tuple[str, ...]:
        """The slots that are used."""
        used = {e.get("data-slot", "") for root in self.roots for e in root.iter() if e.get("data-slot")}
        return tuple(slot for slot in self.colours if slot in used)

    def moved(self, dx: float, dy: float) -> tuple[ElementTree.Element, ...]:
        """The groups, everything in them shifted by so much; empty ones are left out."""
        found = []
        for root in self.roots:
            if len(root):
                inner = ElementTree.Element(f"{SVG}g", {"transform": Frame((dx, dy)).transform})
                inner.extend(root)
                outer = ElementTree.Element(root.tag, root.attrib)
                outer.append(inner)
                found.append(outer)
        return tuple(found)

"""Boxes, and those around the named parts of a thing."""

from __future__ import annotations

import functools
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING
from xml.etree import ElementTree

from lessonforge.model import Box
from lessonforge.visuals.draw.things import Thing

if TYPE_CHECKING:
    from numpy.typing import NDArray

Point = tuple[float, float]
FINE = 200.0
"""Things are rasterised so many pixels large to find their parts."""


def around(points: Iterable[Point]) -> Box:
    """The box around points."""
    xs, ys = zip(*points, strict=True)
    return min(xs), min(ys), max(xs), max(ys)


def union(boxes: Iterable[Box]) -> Box:
    """The box around boxes."""
    lefts, tops, rights, bottoms = zip(*boxes, strict=True)
    return min(lefts), min(tops), max(rights), max(bottoms)


def grown(box: Box, by: float) -> Box:
    """A box with so much more on every side."""
    return box[0] - by, box[1] - by, box[2] + by, box[3] + by


def meet(one: Box, other: Box) -> bool:
    """Whether two boxes have anything in common."""
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]


def area(box: Box) -> float:
    """0 for a box that is inside out."""
    return max(0.0, box[2] - box[0]) * max(0.0, box[3] - box[1])


@functools.cache
def parts(thing: Thing) -> dict[str, Box]:
    """The boxes of a thing's slots and parts by name, in units of its view box. A part that is not drawn has none."""
    found = {}
    for name in dict.fromkeys([*(slot.name for slot in thing.slots), *(part.name for part in thing.parts)]):
        chosen = [_only(element, name) for element in thing.drawing]
        kept = [element for element in chosen if element is not None]
        if name and kept and (box := _drawn(thing, kept)):
            found[name] = box
    return found


def _only(element: ElementTree.Element, name: str) -> ElementTree.Element | None:
    """The element without what does not belong to a slot or part."""
    if name in (element.get("data-slot"), element.get("data-part")) or not _painted(element):
        return element
    kept = [child for one in element if (child := _only(one, name)) is not None]
    if not any(_painted(child) for child in kept):
        return None
    copy = ElementTree.Element(element.tag, element.attrib)
    copy.extend(kept)
    return copy


def _painted(element: ElementTree.Element) -> bool:
    return element.tag.rpartition("}")[2] not in ("defs", "clipPath", "linearGradient", "radialGradient", "stop")


def _drawn(thing: Thing, elements: Sequence[ElementTree.Element]) -> Box | None:
    """Where the elements leave paint."""
    from lessonforge.visuals.draw.pixels import rasterised

    scale = FINE / max(thing.box)
    body = "".join(ElementTree.tostring(element, "unicode") for element in elements)
    wide, high = (round(side * scale) for side in thing.box)
    svg = (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{wide}" height="{high}" overflow="visible"'
        f' viewBox="0 0 {thing.box[0]} {thing.box[1]}">{body}</svg>'
    )
    return _inked(rasterised(svg, (wide, high))[..., 3], 1 / scale)


def _inked(alpha: NDArray, unit: float) -> Box | None:
    """The box of what is not transparent, where a pixel is `unit` wide."""
    rows, columns = alpha.max(axis=1).nonzero()[0], alpha.max(axis=0).nonzero()[0]
    if not len(rows):
        return None
    return columns[0] * unit, rows[0] * unit, (columns[-1] + 1) * unit, (rows[-1] + 1) * unit

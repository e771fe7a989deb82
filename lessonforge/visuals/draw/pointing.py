"""What can be pointed at by name in a picture: comes in a painted sheet, go out its things and their parts.

A thing goes by its name, `boat`, and a character by theirs; where there are several, the second one from the left is
`boat 2`. A slot or a part of it comes after a full stop: `boat.sail`.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby
from xml.etree import ElementTree

from lessonforge.model import Box, Part
from lessonforge.visuals.draw.bounds import parts as boxes_of
from lessonforge.visuals.draw.canvas import Canvas
from lessonforge.visuals.draw.layers import Sheet, layer_of
from lessonforge.visuals.draw.marks import Shown
from lessonforge.visuals.draw.painter import pieces
from lessonforge.visuals.draw.things import Thing


def parts(usual: Canvas, here: Canvas, sheets: Sequence[Sheet]) -> tuple[Part, ...]:
    """The things on a canvas and their parts: where they are on the usual one, and on this one in these layers.

    Of a kind of which there are more in one than in the other, none is told: it can't be said which is which.
    """
    found: list[Part] = []
    other = _by_name(usual)
    for name, several in _by_name(here).items():
        if len(other.get(name, ())) == len(several):
            for n, pair in enumerate(zip(other[name], several, strict=True)):
                found += _named(usual, here, pair, n, len(several), sheets)
    return tuple(found)


def _by_name(canvas: Canvas) -> dict[str, list[Shown]]:
    """What is shown by name, from left to right."""
    ordered = sorted(canvas.shown, key=lambda shown: (shown.name, shown.placement.x, shown.mark))
    return {name: list(several) for name, several in groupby(ordered, lambda shown: shown.name)}


def _named(
    usual: Canvas, here: Canvas, pair: tuple[Shown, Shown], n: int, count: int, sheets: Sequence[Sheet]
) -> Iterator[Part]:
    """The parts of the n-th thing of its name."""
    pointed, shown = pair
    thing = shown.placement.thing
    common = [thing.name, *(name.casefold() for several in thing.names.values() for name in several)]
    words = [shown.who] if shown.who else common
    name, *also = dict.fromkeys(f"{word} {n + 1}" if n else word for word in words)
    if count > 1 and not n:
        also += [f"{word} 1" for word in words]
    whole = (0.0, 0.0, *thing.box)
    for piece, box in (("", whole), *boxes_of(thing).items()):
        yield Part(
            _share(usual, pointed.placement.around(box)),
            _share(here, shown.placement.around(box)),
            f"{name}.{piece}" if piece else name,
            tuple(also),
            layer_of(sheets, shown.mark + _shown(shown, _piece(thing, piece))) if len(sheets) > 1 else None,
        )


def _shown(shown: Shown, piece: int) -> int:
    """The number of a piece among those that are painted: a counter's front is painted apart."""
    return max(0, min(piece, shown.marks - 1))


def _share(canvas: Canvas, box: Box) -> Box:
    """A box in units as shares of the picture."""
    left, top, right, bottom = box
    return left / canvas.width, top / canvas.height, right / canvas.width, bottom / canvas.height


def _piece(thing: Thing, name: str) -> int:
    """The number of the piece that a slot or part is drawn in, the largest one for the whole thing."""
    drawn = [elements for _, elements in pieces(thing)]
    if not name:
        sizes = [sum(1 for element in elements for _ in element.iter()) for elements in drawn]
        return sizes.index(max(sizes)) if sizes else 0
    return next((n for n, elements in enumerate(drawn) if any(_has(element, name) for element in elements)), 0)


def _has(element: ElementTree.Element, name: str) -> bool:
    return any(name in (one.get("data-slot"), one.get("data-part")) for one in element.iter())

"""Before and after: two whole little scenes, side by side or one above the other, with an arrow between them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from lessonforge.model import Box, Movement
from lessonforge.visuals.draw.bounds import grown
from lessonforge.visuals.draw.canvas import Canvas
from lessonforge.visuals.draw.diagrams.page import CREAM, INK, arrow
from lessonforge.visuals.draw.grammar import Scene
from lessonforge.visuals.draw.marks import Mark, Shown
from lessonforge.visuals.draw.paths import num
from lessonforge.visuals.draw.settings.stage import Stage

EDGE, DIVIDER, CORNER = 22.0, 26.0, 26.0
BOTTOM = 978.0
"""The frames reach behind the captions, as landscapes do."""


def framed(stage: Stage, scenes: Sequence[Scene], boxes: Sequence[Box]) -> None:
    """Draws scenes, each in its frame."""
    from lessonforge.visuals.draw.compose import compose

    style, seed = replace(stage.canvas.style, texture=""), stage.take.randrange(999)
    for n, (scene, box) in enumerate(zip(scenes, boxes, strict=True)):
        left, top, right, bottom = box
        pixels = round((right - left) * 4), round((bottom - top) * 4)
        _inset(stage.canvas, compose(scene, style, seed, pixels), box, n)
    for strip in _mat(stage.width, boxes):
        stage.canvas.shape(9000, strip, CREAM, lit=True)


def halves(stage: Stage, scene: Scene) -> None:
    """Draws both scenes with an arrow from one to the other; what is in both is at one place."""
    boxes = frames(stage.width)
    framed(stage, scene.halves, boxes)
    (_, top, first, bottom), (second, below, _, _) = boxes
    middle, tip = (first + second) / 2, 62.0
    if below > top:
        middle, at = stage.width / 2, (bottom + below) / 2
        points = [(middle, at - tip), (middle, at), (middle, at + tip)]
    else:
        points = [(middle - tip, 440.0), (middle, 440.0), (middle + tip, 440.0)]
    arrow(stage, points, CREAM, 38, 9010)
    (x0, y0), centre, (x1, y1) = points
    dx, dy = (x1 - x0) * 0.12, (y1 - y0) * 0.12
    arrow(stage, [(x0 + dx / 2, y0 + dy / 2), centre, (x1 - dx, y1 - dy)], INK, 20, 9020)


def frames(width: float) -> tuple[Box, Box]:
    """Where the two scenes are: beside each other in wide pictures, else one above the other."""
    if width > 1100:
        half = (width - 2 * EDGE - DIVIDER) / 2
        return (EDGE, EDGE, EDGE + half, BOTTOM), (width - EDGE - half, EDGE, width - EDGE, BOTTOM)
    half = (836 - EDGE - DIVIDER) / 2
    top = (EDGE, EDGE, width - EDGE, EDGE + half)
    return top, (EDGE, EDGE + half + DIVIDER, width - EDGE, 836.0)


def _mat(width: float, boxes: Sequence[Box]) -> Iterator[str]:
    """The sheet around the scenes, in strips and corners: where nothing moves below, a film need not paint it again."""
    rows = sorted({(top, bottom) for _, top, _, bottom in boxes})
    last = -9.0
    for top, bottom in rows:
        yield f"M-9 {num(last - 0.6)}H{num(width + 9)}V{num(top + 0.6)}H-9Z"
        last, x = bottom, -9.0
        for left, right in sorted((left, right) for left, above, right, _ in boxes if above == top):
            yield f"M{num(x)} {num(top)}H{num(left)}V{num(bottom)}H{num(x)}Z"
            x = right
        yield f"M{num(x)} {num(top)}H{num(width + 9)}V{num(bottom)}H{num(x)}Z"
    yield f"M-9 {num(last - 0.6)}H{num(width + 9)}V1009H-9Z"
    r = num(CORNER)
    for x0, y0, x1, y1 in boxes:
        for x, y, across, down in ((x0, y0, 1, 1), (x1, y0, -1, 1), (x1, y1, -1, -1), (x0, y1, 1, -1)):
            turn = int(across == down)
            yield (
                f"M{num(x)} {num(y + down * CORNER)}A{r} {r} 0 0 {turn} {num(x + across * CORNER)} {num(y)}"
                f"L{num(x - across)} {num(y - down)}Z"
            )


def _inset(canvas: Canvas, inner: Canvas, box: Box, number: int) -> None:
    """Paints all of one sheet into a box of another, its names told apart by a number."""
    left, top, right, bottom = box
    scale, first = (bottom - top) / 1000, len(canvas.marks)
    clip = (
        f'<clipPath id="h{number}clip"><path d="M{num(left)} {num(top)}H{num(right)}V{num(bottom)}H{num(left)}Z"/>'
        f'</clipPath><g clip-path="url(#h{number}clip)">'
    )
    shifted = f'<g transform="translate({left:.1f} {top:.1f}) scale({scale:.4f})">'
    for mark in inner.marks:
        x0, y0, x1, y1 = (value * scale for value in mark.box)
        lies = left + x0, top + y0, left + x1, top + y1
        around = max(left, lies[0]), max(top, lies[1]), min(right, lies[2]), min(bottom, lies[3])
        svg = shifted + _renamed(canvas, inner, mark.svg, number) + "</g>"
        if around[0] >= around[2] or around[1] >= around[3]:
            svg, around = "", (left, top, left + 1, top + 1)
        elif not _within(lies, grown(box, DIVIDER - 6)):
            svg = f"{clip}{svg}</g>"
        moves = tuple(_moved(move, box, scale) for move in mark.moves)
        canvas.marks.append(Mark(mark.z - 20000 + 4000 * number, svg, around, moves))
    for shown in inner.shown:
        place = shown.placement
        there = replace(place, x=left + place.x * scale, base=top + place.base * scale, height=place.height * scale)
        canvas.shown.append(Shown(there, shown.mark + first, shown.marks))


def _within(box: Box, frame: Box) -> bool:
    return box[0] >= frame[0] and box[1] >= frame[1] and box[2] <= frame[2] and box[3] <= frame[3]


def _renamed(canvas: Canvas, inner: Canvas, svg: str, number: int) -> str:
    """Markup whose ids are its own on another sheet."""

    def name(found: re.Match[str]) -> str:
        lead, own = found[1], found[2]
        return lead + (canvas.borrow(inner, own) if re.fullmatch(r"p\d+", own) else f"h{number}{own}")

    return re.sub(r'(\bid="|url\(#)([\w-]+)', name, svg)


def _moved(move: Movement, box: Box, scale: float) -> Movement:
    """A movement at another place and size."""
    lengths = move.kind in ("shift", "circle", "flow", "rise")
    x, y = (move.x * scale, move.y * scale) if lengths else (move.x, move.y)
    return replace(move, x=x, y=y, pivot=(box[0] + move.pivot[0] * scale, box[1] + move.pivot[1] * scale))

"""Marks as pixels: a layer's markup rasterised in its own box, and layers put over each other."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass, replace

import cv2
import numpy as np

from lessonforge.blob import Blob
from lessonforge.model import Box, Layer, Movement
from lessonforge.visuals.draw import texture
from lessonforge.visuals.draw.bounds import grown, union
from lessonforge.visuals.draw.canvas import Canvas
from lessonforge.visuals.draw.layers import Sheet
from lessonforge.visuals.draw.marks import Mark
from lessonforge.visuals.draw.motion import amplitude, in_pixels
from lessonforge.visuals.draw.pixels import Pixels, png, rasterised

AROUND = 48
"""So many pixels around what flows are looked at for what reaches beyond its box."""
CLEAR = 4
"""Rows and columns around a layer that are no more opaque than this are cut off."""


@dataclass(frozen=True)
class Rastered:
    """A layer whose pixels may still change: its upper left corner is at (`x`, `y`)."""

    pixels: Pixels
    x: int
    y: int
    near: float
    movements: tuple[Movement, ...]

    def layer(self, rough: bool) -> Layer:
        """The layer with its pixels in a file, `rough` or not (`pixels.png`)."""
        return Layer(Blob.of(png(self.pixels, rough)), self.x, self.y, self.near, self.movements)


def cut(canvas: Canvas, sheets: Sequence[Sheet], size: tuple[int, int]) -> list[Rastered]:
    """The layers in pixels. Raises ValueError for what can't be rasterised."""
    return [_rastered(canvas, sheet, size) for sheet in sheets]


def _rastered(canvas: Canvas, sheet: Sheet, size: tuple[int, int]) -> Rastered:
    scale = size[0] / canvas.width, size[1] / canvas.height
    marks = [canvas.marks[number] for number in sheet.marks]
    markup = "".join(mark.svg for mark in marks)
    movements = tuple(in_pixels(move, scale) for move in sheet.moves)
    if movements and movements[0].kind == "flow":
        return Rastered(*_tile(canvas, markup, marks[0], scale), sheet.near, movements)
    x, y, wide, high = _within(marks, sheet.moves, scale, size)
    box = x / scale[0], y / scale[1], (x + wide) / scale[0], (y + high) / scale[1]
    drawn, dx, dy = trimmed(rasterised(canvas.document(markup, box, (wide, high)), (wide, high)))
    return Rastered(drawn, x + dx, y + dy, sheet.near, movements)


def _tile(canvas: Canvas, markup: str, mark: Mark, scale: tuple[float, float]) -> tuple[Pixels, int, int]:
    """What goes round in a box, and its corner: what reaches beyond comes in again on the other side."""
    left, top, right, bottom = mark.box
    box = left, top, left + (right - left) / (mark.others + 1), bottom
    x, y = round(box[0] * scale[0]), round(box[1] * scale[1])
    wide, high = (max(2 * AROUND, round((box[n + 2] - box[n]) * scale[n])) for n in (0, 1))
    by = AROUND * (box[2] - box[0]) / wide, AROUND * (box[3] - box[1]) / high
    more = box[0] - by[0], box[1] - by[1], box[2] + by[0], box[3] + by[1]
    around = wide + 2 * AROUND, high + 2 * AROUND
    drawn = rasterised(canvas.document(markup, more, around), around)
    for axis in (0, 1):
        drawn = drawn.swapaxes(0, 1) if axis else drawn
        before, middle, after = drawn[:AROUND], drawn[AROUND:-AROUND].copy(), drawn[-AROUND:]
        for to, beyond in ((middle[-AROUND:], before), (middle[:AROUND], after)):
            np.copyto(to, beyond, where=beyond[..., 3:] > to[..., 3:])
        drawn = middle.swapaxes(0, 1) if axis else middle
    return np.tile(drawn, (1, mark.others + 1, 1)), x, y


def finished(layer: Rastered, name: str, seed: int, size: tuple[int, int]) -> Rastered:
    """The layer with a texture, which may run beyond its shapes; what flows keeps its box."""
    if not name:
        return layer
    flows = bool(layer.movements) and layer.movements[0].kind == "flow"
    by = 0 if flows else texture.spread(name, size)
    high, wide = layer.pixels.shape[:2]
    above, below = by * (layer.y <= 0), by * (layer.y + high >= size[1])  # cut off by the frame, it goes on there
    left, right = by * (layer.x <= 0), by * (layer.x + wide >= size[0])
    grown = cv2.copyMakeBorder(layer.pixels, above, below, left, right, cv2.BORDER_REPLICATE)
    grown = cv2.copyMakeBorder(grown, by - above, by - below, by - left, by - right, cv2.BORDER_CONSTANT)
    at = layer.x - by, layer.y - by
    return replace(layer, pixels=texture.finish(grown, name, seed, at, size), x=at[0], y=at[1])


def flattened(layers: Sequence[Rastered], size: tuple[int, int]) -> Pixels:
    """The layers over each other, at rest, as BGR pixels."""
    flat = np.zeros((size[1], size[0], 3), np.uint8)
    for layer in layers:
        lay_over(flat, layer.pixels, layer.x, layer.y)
    return flat


def backed(layer: Rastered, flat: Pixels) -> Rastered:
    """The back layer as large as the picture, with what others hide of it filled in: nothing shines through."""
    filled = flat.copy()
    lay_over(filled, layer.pixels, layer.x, layer.y)
    return replace(layer, pixels=np.asarray(cv2.cvtColor(filled, cv2.COLOR_BGR2BGRA), np.uint8), x=0, y=0)


def lay_over(flat: Pixels, pixels: Pixels, x: int, y: int) -> None:
    """Puts BGRA pixels over BGR ones; what reaches beyond them is left out."""
    high, wide = pixels.shape[:2]
    under = flat[max(0, y) : max(0, y + high), max(0, x) : max(0, x + wide)]
    if not under.size:
        return
    over = pixels[max(0, -y) : max(0, -y) + under.shape[0], max(0, -x) : max(0, -x) + under.shape[1]]
    colour = cv2.cvtColor(cv2.cvtColor(over, cv2.COLOR_RGBA2mRGBA), cv2.COLOR_BGRA2BGR)
    behind = cv2.merge([cv2.bitwise_not(over[..., 3])] * 3)
    cv2.add(cv2.multiply(under, behind, scale=1 / 255), colour, dst=under)


def trimmed(pixels: Pixels) -> tuple[Pixels, int, int]:
    """The pixels without their empty margins, and how much was cut off on the left and above."""
    alpha = pixels[..., 3]
    rows, columns = (np.flatnonzero(alpha.max(axis=axis) > CLEAR) for axis in (1, 0))
    if not len(rows):
        return pixels[:2, :2], 0, 0
    left, top = int(columns[0]), int(rows[0])
    return np.ascontiguousarray(pixels[top : rows[-1] + 1, left : columns[-1] + 1]), left, top


def _within(
    marks: Sequence[Mark], moves: Sequence[Movement], scale: tuple[float, float], pixels: tuple[int, int]
) -> tuple[int, int, int, int]:
    """Corner and size in pixels of a box that holds all of the marks that may come to be seen."""
    box = union(mark.box for mark in marks)
    margin = sum(amplitude(move, box) for move in moves) if moves else 0.0
    frame = grown((0, 0, pixels[0] / scale[0], pixels[1] / scale[1]), margin)
    seen: Box = (*(max(a, b) for a, b in zip(box[:2], frame[:2], strict=True)),
                 *(min(a, b) for a, b in zip(box[2:], frame[2:], strict=True)))  # type: ignore[assignment] # fmt: skip
    x, y = math.floor(seen[0] * scale[0]), math.floor(seen[1] * scale[1])
    return x, y, max(2, math.ceil(seen[2] * scale[0]) - x), max(2, math.ceil(seen[3] * scale[1]) - y)

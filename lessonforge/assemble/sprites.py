"""Pieces of a picture with transparency, as planes: drawn into a frame wherever an affine map puts them.

Colours are premultiplied, and what is kept of transparency is the share of the picture behind (255 where a piece is
clear), so that blending is one multiplication and one addition. OpenCV warps four channels in the time of one: what is
turned or scaled is warped as brightness and share together, and as both colours and share together.
"""

from __future__ import annotations

import functools
import math
from collections.abc import Iterator, Sequence
from typing import Self

import cv2
import numpy as np

from lessonforge.assemble.cells import INSIDE, Rect, cells
from lessonforge.assemble.motion import Affine
from lessonforge.assemble.planes import TO_YUV, Planes
from lessonforge.assemble.zoom import REACH, scaled

Edges = tuple[bool, bool, bool, bool]
"""Left, top, right, bottom."""
MARGIN = 2
"""Pixels around a piece, for what lies between its edge and nothing."""
LARGE = 200_000
"""Solid parts of so many samples are worth looking for a faster way."""
_PREMULTIPLIED = np.hstack([TO_YUV[:, :3], TO_YUV[:, 3:] / 255]).astype(np.float32)


class Sprite:
    """A piece of a picture that an affine map puts into frames.

    `fine` are its brightness and what is behind it, `coarse` its colours and what is behind them. Its upper left corner
    is `at` (x, y) of the picture.
    """

    beyond = MARGIN
    """How many pixels it goes on beyond the edges of the picture."""

    def __init__(self, fine: Sequence[np.ndarray], coarse: Sequence[np.ndarray], at: tuple[float, float]):
        self.fine, self.coarse, self.at = tuple(fine), tuple(coarse), at
        self.size = self.fine[0].shape[1], self.fine[0].shape[0]

    @classmethod
    def of(cls, pixels: np.ndarray, at: tuple[float, float], edges: Edges = (False, False, False, False)) -> Self:
        """The sprite of pixels (RGBA, premultiplied) that touch these `edges` of the picture."""
        high, wide = pixels.shape[:2]
        margins = [cls.beyond if edge else min(cls.beyond, MARGIN) for edge in edges]
        corner = at[0] - margins[0], at[1] - margins[1]
        margins[2:] = (
            margins[2] + (margins[0] + wide + margins[2]) % 2,
            margins[3] + (margins[1] + high + margins[3]) % 2,
        )
        clear = _bordered(_bordered(pixels, margins, edges, True), margins, edges, False)
        y, u, v = cv2.split(cv2.transform(clear, _PREMULTIPLIED))
        behind = 255 - clear[..., 3]
        halves = (cv2.resize(p, None, fx=0.5, fy=0.5, interpolation=cv2.INTER_AREA) for p in (u, v, behind))
        return cls((y, behind), tuple(halves), corner)

    def draw(self, place: Affine, clip: Rect, into: Planes, opacity: float = 1.0) -> None:
        """Blends it in where the map of the picture's points puts it, as far as that is inside `clip`."""
        local = place.after(Affine(c=self.at[0], f=self.at[1]))
        rect = _around([local.point(x, y) for x in (0, self.size[0]) for y in (0, self.size[1])], clip)
        if rect is not None:
            self.blend(local, rect, into, opacity)

    def blend(self, local: Affine, rect: Rect, into: Planes, opacity: float = 1.0) -> None:
        """Blends in what of it lies in a part of the frame; `local` maps its own points."""
        _blended(into, rect, self._read(local, rect, 1), self._read(local, rect, 2), opacity)

    def cover(self, local: Affine, rect: Rect, into: Planes) -> None:
        """Puts a part in which it is solid into the frame. It may be scaled, but not turned."""
        target = _part(into.y, rect, 1)
        if local.shift_only():
            for plane, whole, step in zip((self.fine[0], *self.coarse[:2]), into, (1, 2, 2), strict=True):
                _shifted(plane, local, rect, step, _part(whole, rect, step))
            return
        if (fast := _scaled(self.fine[0], local, rect, 1)) is not None:
            np.copyto(target, fast)
        else:
            cv2.warpAffine(self.fine[0], _matrix(local, rect, 1), target.shape[::-1], dst=target)
        for plane, whole in zip(self._read(local, rect, 2), into[1:], strict=False):
            np.copyto(_part(whole, rect, 2), plane)

    def _read(self, local: Affine, rect: Rect, step: int) -> Sequence[np.ndarray]:
        """Its planes as they lie in a part of the frame."""
        several = self.fine if step == 1 else self.coarse
        if local.shift_only():
            return [_shifted(plane, local, rect, step) for plane in several]
        if isinstance(self, Backcloth):
            fast = [plane for one in several if (plane := _scaled(one, local, rect, step)) is not None]
            if len(fast) == len(several):
                return fast
        size = (rect[2] - rect[0]) // step, (rect[3] - rect[1]) // step
        clear = (0, 255, 0, 0) if step == 1 else (0, 0, 255, 0)
        warped = cv2.warpAffine(self._packs[step], _matrix(local, rect, step), size, borderValue=clear)
        return cv2.split(warped)[: len(several)]

    @functools.cached_property
    def _packs(self) -> dict[int, np.ndarray]:
        """Its planes in four channels."""
        y, behind = self.fine
        return {1: cv2.merge([y, behind, y, y]), 2: cv2.merge([*self.coarse, self.coarse[0]])}


class Flow(Sprite):
    """A piece whose picture goes on without end: what leaves it on one side comes in again on the other."""

    beyond = 0

    def flow(self, gone: tuple[float, float], place: Affine, clip: Rect, into: Planes) -> None:
        """Draws it with its picture `gone` so many pixels on, in a piece of the frame that stays."""
        fine = (_rolled(plane, gone) for plane in self.fine)
        coarse = (_rolled(plane, (gone[0] / 2, gone[1] / 2)) for plane in self.coarse)
        Sprite(tuple(fine), tuple(coarse), self.at).draw(place, clip, into)

    def rush(self, gone: tuple[float, float], at: tuple[int, int], clip: Rect, into: Planes) -> None:
        """The same by whole pixels, with its corner `at` even numbers of the frame: faster, but not as smooth."""
        rect = _inside((*at, at[0] + self.size[0], at[1] + self.size[1]), clip) or (0, 0, 0, 0)
        for step in (1, 2):
            several, targets = (self.fine, into[:1]) if step == 1 else (self.coarse, into[1:])
            areas = [_part(target, rect, step) for target in targets]
            starts = ((rect[axis] - at[axis]) // step - round(gone[axis] / step) for axis in (1, 0))
            rows, columns = (
                list(_runs(start, *lengths))
                for start, *lengths in zip(starts, areas[0].shape, several[0].shape, strict=True)
            )
            for to_row, row in rows:
                for to_column, column in columns:
                    behind = several[-1][row, column]
                    for area, colour in zip(areas, several, strict=False):
                        _laid(area[to_row, to_column], colour[row, column], behind)


class Backcloth(Sprite):
    """A piece that never turns: it is drawn by cells, clear ones not at all and solid ones without blending."""

    beyond = REACH

    @classmethod
    def of(cls, pixels: np.ndarray, at: tuple[float, float], edges: Edges = (False, False, False, False)) -> Self:
        """As any sprite, and finds out where it is clear or solid."""
        made = super().of(pixels, at, edges)
        made._survey(edges)
        return made

    def _survey(self, edges: Edges) -> None:
        solid = np.flatnonzero(self.fine[1].any(axis=1))
        top = int(solid[-1]) + 1 + INSIDE if len(solid) else 0
        top += top % 2
        through = edges[0] and edges[2] and edges[3] and top < self.size[1]
        self.floor = self.at[1] + top if through else None
        """Below this line of the picture it hides everything, if there is one."""
        self._cells = cells(self.fine[1][: top if through else None])
        if through:
            self._cells.append(((0, top, *self.size), True))

    def draw(self, place: Affine, clip: Rect, into: Planes, opacity: float = 1.0) -> None:
        """As any sprite, faster."""
        local = place.after(Affine(c=self.at[0], f=self.at[1]))
        for (left, top, right, bottom), is_solid in self._cells:
            corners = *local.point(left, top), *local.point(right, bottom)
            rect = _inside(tuple(2 * round(value / 2) for value in corners), clip)
            if rect is not None:
                self.cover(local, rect, into) if is_solid else self.blend(local, rect, into)


def _bordered(pixels: np.ndarray, margins: Sequence[int], edges: Edges, going_on: bool) -> np.ndarray:
    """Pixels with a margin: on the sides where they go on beyond, or on the others."""
    left, top, right, bottom = (margin if edge == going_on else 0 for margin, edge in zip(margins, edges, strict=True))
    kind = cv2.BORDER_REPLICATE if going_on else cv2.BORDER_CONSTANT
    return cv2.copyMakeBorder(pixels, top, bottom, left, right, kind, value=(0, 0, 0, 0))


def _matrix(local: Affine, rect: Rect, step: int) -> np.ndarray:
    """The map between samples of a plane and samples of a part of the frame, for `warpAffine`."""
    a, b, c, d, e, f = local
    x = (a + b) / 2 - 0.5 + (c - rect[0]) / step
    y = (d + e) / 2 - 0.5 + (f - rect[1]) / step
    return np.array([[a, b, x], [d, e, y]])


def _shifted(plane: np.ndarray, local: Affine, rect: Rect, step: int, into: np.ndarray | None = None) -> np.ndarray:
    """The part of a plane that lies in a part of the frame when it is only shifted."""
    wide, high = (rect[2] - rect[0]) // step, (rect[3] - rect[1]) // step
    x, y = (rect[0] - local.c) / step, (rect[1] - local.f) / step
    if into is None and x.is_integer() and y.is_integer() and min(x, y) >= 0:
        whole = plane[int(y) : int(y) + high, int(x) : int(x) + wide]
        if whole.shape == (high, wide):
            return whole
    return cv2.getRectSubPix(plane, (wide, high), ((wide - 1) / 2 + x, (high - 1) / 2 + y), patch=into)


def _scaled(plane: np.ndarray, local: Affine, rect: Rect, step: int) -> np.ndarray | None:
    """The part of a plane that lies in a part of the frame when it is only scaled, if there is a fast way to it."""
    size = (rect[2] - rect[0]) // step, (rect[3] - rect[1]) // step
    if local.b or local.d or size[0] * size[1] < LARGE:
        return None
    return scaled(plane, local.a, (local.c / step, local.f / step), (rect[0] // step, rect[1] // step), size)


def _blended(
    into: Planes, rect: Rect, fine: Sequence[np.ndarray], coarse: Sequence[np.ndarray], opacity: float
) -> None:
    (y, behind), (u, v, half) = fine, coarse
    for target, colour, share, step in zip(into, (y, u, v), (behind, half, half), (1, 2, 2), strict=True):
        if opacity < 1:
            colour = cv2.convertScaleAbs(colour, alpha=opacity)
            share = cv2.convertScaleAbs(share, alpha=opacity, beta=255 * (1 - opacity))
        _laid(_part(target, rect, step), colour, share)


def _laid(area: np.ndarray, colour: np.ndarray, behind: np.ndarray) -> None:
    cv2.multiply(area, behind, scale=1 / 255, dst=area)
    cv2.add(area, colour, dst=area)


def _runs(start: int, length: int, period: int) -> Iterator[tuple[slice, slice]]:
    """A stretch of something that repeats, in pieces that do not: where each goes, and where it is taken from."""
    done = 0
    while done < length:
        at = (start + done) % period
        count = min(length - done, period - at)
        yield slice(done, done + count), slice(at, at + count)
        done += count


def _rolled(plane: np.ndarray, gone: tuple[float, float]) -> np.ndarray:
    """A plane moved on by parts of a sample, with what leaves it coming in again."""
    x, y = math.floor(gone[0]), math.floor(gone[1])
    rolled = np.roll(plane, (y % plane.shape[0], x % plane.shape[1]), (0, 1))
    if gone == (x, y):
        return rolled
    high, wide = plane.shape
    return cv2.getRectSubPix(rolled, (wide, high), ((wide - 1) / 2 + x - gone[0], (high - 1) / 2 + y - gone[1]))


def _part(plane: np.ndarray, rect: Rect, step: int) -> np.ndarray:
    left, top, right, bottom = (value // step for value in rect)
    return plane[top:bottom, left:right]


def _around(points: Sequence[tuple[float, float]], clip: Rect) -> Rect | None:
    """The even rectangle around points, inside another one."""
    xs, ys = zip(*points, strict=True)
    low = (2 * math.floor(min(values) / 2) for values in (xs, ys))
    return _inside((*low, *(2 * math.ceil(max(values) / 2) for values in (xs, ys))), clip)


def _inside(rect: Sequence[int], clip: Rect) -> Rect | None:
    left, top = max(rect[0], clip[0]), max(rect[1], clip[1])
    right, bottom = min(rect[2], clip[2]), min(rect[3], clip[3])
    return (left, top, right, bottom) if left < right and top < bottom else None

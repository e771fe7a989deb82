"""Pictures as an encoder wants them: planes of brightness and colour (YUV 4:2:0, BT.709, video range).

A `Planes` is three uint8 arrays: `y` of the picture's size, `u` and `v` of half of it in both directions, so width and
height are even. Colour samples lie in the middle of their four pixels.
"""

from __future__ import annotations

from typing import NamedTuple

import cv2
import numpy as np

TO_YUV = np.array(
    [
        [0.182586, 0.614231, 0.062007, 16],
        [-0.100644, -0.338572, 0.439216, 128],
        [0.439216, -0.398942, -0.040274, 128],
    ],
    np.float32,
)
"""BT.709: from RGB (0..255) to Y (16..235) and U, V (16..240), as rows of a matrix with an offset."""
_SCALE = np.linalg.inv(TO_YUV[:, :3])
_TO_RGB = np.hstack([_SCALE, -_SCALE @ TO_YUV[:, 3:]]).astype(np.float32)


class Planes(NamedTuple):
    """A picture in YUV 4:2:0."""

    y: np.ndarray
    u: np.ndarray
    v: np.ndarray

    @property
    def size(self) -> tuple[int, int]:
        """Width and height in pixels."""
        return self.y.shape[1], self.y.shape[0]


def blank(width: int, height: int) -> Planes:
    """Planes whose contents are not set."""
    half = (height // 2, width // 2)
    return Planes(np.empty((height, width), np.uint8), np.empty(half, np.uint8), np.empty(half, np.uint8))


def from_rgb(picture: np.ndarray) -> Planes:
    """Planes of an RGB picture (height, width, 3), uint8, of even size."""
    y, u, v = cv2.split(cv2.transform(picture, TO_YUV))
    return Planes(y, _halved(u), _halved(v))


def to_rgb(planes: Planes) -> np.ndarray:
    """The RGB picture (height, width, 3), uint8."""
    width, height = planes.size
    u, v = (cv2.resize(plane, (width, height), interpolation=cv2.INTER_LINEAR) for plane in planes[1:])
    return cv2.transform(cv2.merge([planes.y, u, v]), _TO_RGB)


def copy(source: Planes, into: Planes) -> None:
    """Copies every sample."""
    for plane, target in zip(source, into, strict=True):
        np.copyto(target, plane)


def mix(before: Planes, after: Planes, share: float, into: Planes) -> None:
    """Blends two pictures: `share` (0..1) of the second one."""
    for one, other, target in zip(before, after, into, strict=True):
        cv2.addWeighted(one, 1 - share, other, share, 0, dst=target)


def view(source: Planes, scale: float, dx: float, dy: float, into: Planes) -> None:
    """Moves every point (x, y) of the picture to (scale x + dx, scale y + dy), in pixels counted from the corner.

    Between pixels it is interpolated, so slow movements are smooth; the edge is repeated outward.
    """
    for plane, target, step in zip(source, into, (1, 2, 2), strict=True):
        shift = (scale - 1) / 2
        matrix = np.array([[scale, 0, dx / step + shift], [0, scale, dy / step + shift]])
        cv2.warpAffine(plane, matrix, target.shape[::-1], dst=target, borderMode=cv2.BORDER_REPLICATE)


def enlarged(source: Planes, scale: float) -> Planes:
    """The picture `scale` times as large, for `window` to move over: ten times cheaper a frame than `view`."""
    width, height = (-(-round(length * scale) // 2) * 2 for length in source.size)
    into = blank(width, height)
    view(source, scale, 0, 0, into)
    return into


def window(source: Planes, dx: float, dy: float, into: Planes) -> None:
    """The part of a larger picture that is seen when it is moved by (`dx`, `dy`) pixels and parts of them."""
    for plane, target, step in zip(source, into, (1, 2, 2), strict=True):
        height, width = target.shape
        centre = ((width - 1) / 2 - dx / step, (height - 1) / 2 - dy / step)
        cv2.getRectSubPix(plane, (width, height), centre, patch=target)


def _halved(plane: np.ndarray) -> np.ndarray:
    return cv2.resize(plane, (plane.shape[1] // 2, plane.shape[0] // 2), interpolation=cv2.INTER_AREA)


class Overlay:
    """A transparent picture to be drawn over planes: premultiplied, with the share of the picture behind it.

    `rgba` is (height, width, 4) uint8, not premultiplied, placed with its corner at `x`, `y`.
    """

    def __init__(self, rgba: np.ndarray, x: int, y: int):
        self.x, self.y = x - x % 2, y - y % 2
        height, width = rgba.shape[:2]
        right, bottom = (x + width) % 2, (y + height) % 2
        padded = cv2.copyMakeBorder(rgba, y % 2, bottom, x % 2, right, cv2.BORDER_CONSTANT, value=(0, 0, 0, 0))
        alpha = np.ascontiguousarray(padded[:, :, 3])
        y_plane, u_plane, v_plane = cv2.split(cv2.transform(padded[:, :, :3], TO_YUV))
        self.alphas = (alpha, _halved(alpha))
        self.colours = tuple(
            _halved(cv2.multiply(plane, alpha, scale=1 / 255)) if n else cv2.multiply(plane, alpha, scale=1 / 255)
            for n, plane in enumerate((y_plane, u_plane, v_plane))
        )
        self._behind = tuple(255 - plane for plane in self.alphas)

    @property
    def size(self) -> tuple[int, int]:
        """Width and height in pixels, even."""
        return self.alphas[0].shape[1], self.alphas[0].shape[0]

    def draw(self, into: Planes, opacity: float = 1.0) -> None:
        """Blends it in where it stands."""
        _blend(into, self.x, self.y, self.colours, self._behind, opacity)

    def draw_moved(self, into: Planes, dx: float, dy: float, opacity: float, floor: float) -> None:
        """Blends it in, moved by parts of a pixel and kept inside the picture, and no lower than `floor` if it can."""
        width, height = self.size
        x = min(max(self.x + dx, 0.0), max(0, into.size[0] - width - 2))
        y = min(max(self.y + dy, 0.0), max(self.y, floor - height))
        left, top = int(x) // 2 * 2, int(y) // 2 * 2
        colours = tuple(_nudged(plane, x - left, y - top, 2 if n else 1) for n, plane in enumerate(self.colours))
        behind = tuple(255 - _nudged(plane, x - left, y - top, n + 1) for n, plane in enumerate(self.alphas))
        _blend(into, left, top, colours, behind, opacity)


def _nudged(plane: np.ndarray, dx: float, dy: float, step: int) -> np.ndarray:
    """The plane moved right and down by less than two pixels, in an array that has room for it."""
    matrix = np.array([[1, 0, dx / step], [0, 1, dy / step]])
    size = (plane.shape[1] + 2 // step, plane.shape[0] + 2 // step)
    return cv2.warpAffine(plane, matrix, size, borderMode=cv2.BORDER_CONSTANT, borderValue=0)


def _blend(
    into: Planes, x: int, y: int, colours: tuple[np.ndarray, ...], behind: tuple[np.ndarray, ...], opacity: float
) -> None:
    for n, (target, colour) in enumerate(zip(into, colours, strict=True)):
        step, share = (2, behind[1]) if n else (1, behind[0])
        if opacity < 1:
            colour = cv2.convertScaleAbs(colour, alpha=opacity)
            share = cv2.convertScaleAbs(share, alpha=opacity, beta=255 * (1 - opacity))
        left, top = x // step, y // step
        area = target[max(0, top) : top + colour.shape[0], max(0, left) : left + colour.shape[1]]
        seen = np.s_[max(0, -top) : area.shape[0] - min(0, top), max(0, -left) : area.shape[1] - min(0, left)]
        colour, share = colour[seen], share[seen]
        cv2.multiply(area, share, scale=1 / 255, dst=area)
        cv2.add(area, colour, dst=area)

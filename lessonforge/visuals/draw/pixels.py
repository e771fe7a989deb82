"""SVG documents as pixels, and pixels as PNG files.

Pixels are BGRA or BGR (uint8), not premultiplied, as PNG has them. Typst rasterises with resvg, as other bindings of it
do, and four times faster than those on PyPI, which are built for size.
"""

from __future__ import annotations

import functools
import math
from typing import TYPE_CHECKING

import cv2
import numpy as np
from numpy.typing import NDArray

if TYPE_CHECKING:
    import typst

Pixels = NDArray[np.uint8]
_FLAT = (cv2.IMWRITE_PNG_COMPRESSION, 1, cv2.IMWRITE_PNG_FILTER, cv2.IMWRITE_PNG_FILTER_NONE)
"""Flat colours are packed best as they are, and three times faster."""
_ROUGH = (
    cv2.IMWRITE_PNG_COMPRESSION, 1, cv2.IMWRITE_PNG_FILTER, cv2.IMWRITE_PNG_FILTER_SUB,
    cv2.IMWRITE_PNG_STRATEGY, cv2.IMWRITE_PNG_STRATEGY_HUFFMAN_ONLY,
)  # fmt: skip
"""Grain never comes again: looking for it takes half of the time and saves nothing."""
_PAGE = b"""
#let (wide, high) = (int(sys.inputs.wide) * 1pt, int(sys.inputs.high) * 1pt)
#set page(width: wide, height: high, margin: 0pt, fill: none)
#image(bytes(sys.inputs.svg), format: "svg", width: wide, height: high, fit: "stretch")
"""


def rasterised(svg: str, size: tuple[int, int], fonts: typst.Fonts | None = None) -> Pixels:
    """A document whose root says this size (and `overflow="visible"`), as BGRA. Raises ValueError.

    Text needs fonts.
    """
    import typst

    wide, high = size[0], _exact(size)
    if high != size[1]:
        svg = f'<svg xmlns="http://www.w3.org/2000/svg" width="{wide}" height="{high}">{svg}</svg>'
    inputs = {"svg": svg, "wide": str(wide), "high": str(high)}
    compiler = typst.Compiler(_PAGE, font_paths=fonts or _no_fonts(), sys_inputs=inputs)
    try:
        file = compiler.compile(format="png", ppi=72)
    except typst.TypstError as error:
        raise ValueError(str(error)) from error
    assert isinstance(file, bytes)  # one page is one file
    return np.asarray(cv2.imdecode(np.frombuffer(file, np.uint8), cv2.IMREAD_UNCHANGED), np.uint8)[: size[1]]


def _exact(size: tuple[int, int]) -> int:
    """The least height, from this on, at which typst's single floats don't round a picture a pixel larger: it blurs."""
    wide, high = np.float32(size[0]), size[1]
    while True:
        aspect = wide / np.float32(high)
        if aspect * np.float32(high) <= wide and math.ceil(wide / aspect) == high:
            return high
        high += 1


@functools.cache
def _no_fonts() -> typst.Fonts:
    import typst

    return typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[])


def png(pixels: Pixels, rough: bool = False) -> bytes:
    """Pixels as a PNG file, made fast; `rough` ones have grain all over."""
    return bytes(cv2.imencode(".png", pixels, _ROUGH if rough else _FLAT)[1])

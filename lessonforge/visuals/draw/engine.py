"""The engine `draw`: pictures from words, offline and without a model.

The first line of `Shot.prompt` is what is drawn. The lines after it are style notes for diffusion models and are not
read; the style here is `Shot.style`, and for a style of a course's own the colours of `Shot.palette`.
"""

from __future__ import annotations

import functools
import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import replace
from importlib.metadata import version
from pathlib import Path
from typing import TYPE_CHECKING

from lessonforge.blob import Blob
from lessonforge.errors import EngineFailed
from lessonforge.model import Part, Shot, Still
from lessonforge.visuals.draw import grammar, palettes, things, vocabulary

if TYPE_CHECKING:
    from lessonforge.visuals.draw.canvas import Canvas
    from lessonforge.visuals.draw.layers import Sheet

_LIST = "`lessonforge engines draw --words` lists all that it can draw."


class Draw:
    """Draws flat vector illustrations of what a prompt names."""

    name = "draw"

    def fingerprint(self) -> str:
        """Changes with any thing's drawing, any line of this engine, and the libraries that make its pixels."""
        libraries = ", ".join(f"{name} {version(name)}" for name in ("typst", "opencv-python-headless", "numpy"))
        return f"draw {_code()}, things {things.digest()}, {libraries}"

    def check(self, shot: Shot) -> list[str]:
        """A message for each word of the prompt that it doesn't know, or one if there is nothing to draw."""
        scene = grammar.read(shot.prompt, shot.characters)
        if not (scene.unknown or scene.items or scene.places or scene.weather or scene.diagram or scene.time):
            return [f"the picture engine finds nothing to draw in this prompt. {_LIST}"]
        return [
            f"the picture engine can't draw '{word}'. {vocabulary.hint(word, scene.language)}" for word in scene.unknown
        ]

    def parts(self, shot: Shot) -> tuple[Part, ...]:
        """The things of the picture and their parts, in this frame and in the one that authors see."""
        return () if self.check(shot) else _told(replace(shot, motion="still"))

    def render(self, shots: Sequence[Shot]) -> Iterator[Still]:
        """A still for each shot, the same for equal shots. Raises EngineFailed for a shot that `check` refuses."""
        for shot in shots:
            if problems := self.check(shot):
                raise EngineFailed(f"{shot.prompt!r}: {'; '.join(problems)}")
            yield _still(shot)

    def gallery(self, names: Sequence[str]) -> bytes:
        """A PNG file of things by name, or of all that it can draw."""
        from lessonforge.visuals.draw.gallery import gallery

        return gallery(names)

    def words(self) -> list[str]:
        """All that it understands: a line for each kind of word, first the English names of things."""
        return vocabulary.listed()


def _still(shot: Shot) -> Still:
    from lessonforge.visuals.draw import raster
    from lessonforge.visuals.draw.pixels import png

    canvas = _painted(shot)
    sheets = _planned(shot, canvas)
    size = shot.width, shot.height
    try:
        drawn = raster.cut(canvas, sheets, size)
    except ValueError as error:
        raise EngineFailed(f"{shot.prompt!r} could not be rasterised: {error}") from error
    texture, rough = canvas.style.texture, bool(canvas.style.texture)
    drawn = [raster.finished(layer, texture, shot.seed, size) for layer in drawn]
    flat = raster.flattened(drawn, size)
    backed = (raster.backed(drawn[0], flat), *drawn[1:]) if drawn[1:] else ()
    layers = tuple(layer.layer(rough) for layer in backed)
    credits = sorted({shown.placement.thing.credit for shown in canvas.shown} - {""})
    return Still((Blob.of(png(flat, rough)),), *size, _parts(shot, canvas, sheets), layers, tuple(credits))


def _painted(shot: Shot) -> Canvas:
    from lessonforge.visuals.draw.compose import compose

    style = palettes.style_of(shot.style, shot.palette)
    return compose(grammar.read(shot.prompt, shot.characters), style, shot.seed, (shot.width, shot.height))


def _planned(shot: Shot, canvas: Canvas) -> list[Sheet]:
    """What goes into which layer: all into one, where nothing is to move."""
    from lessonforge.visuals.draw import layers

    return layers.whole(canvas) if shot.motion == "still" else layers.plan(canvas)


@functools.lru_cache(256)
def _told(shot: Shot) -> tuple[Part, ...]:
    """The parts of a shot in one layer: a course in thirty languages asks for them thirty times."""
    canvas = _painted(shot)
    return _parts(shot, canvas, _planned(shot, canvas))


def _parts(shot: Shot, canvas: Canvas, sheets: list[Sheet]) -> tuple[Part, ...]:
    """What can be pointed at; authors see it in the usual frame, which few pixels make no other one."""
    from lessonforge.visuals.draw.compose import USUAL
    from lessonforge.visuals.draw.pointing import parts

    if abs(shot.width / shot.height - USUAL[0] / USUAL[1]) < 0.01:
        return parts(canvas, canvas, sheets)
    return parts(_painted(replace(shot, width=USUAL[0], height=USUAL[1])), canvas, sheets)


def _code() -> str:
    """A digest of this engine's own source."""
    whole = hashlib.sha256()
    for path in sorted(Path(__file__).parent.rglob("*.py")):
        whole.update(path.read_bytes())
    return whole.hexdigest()[:16]

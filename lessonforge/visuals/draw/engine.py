"""The engine `draw`: pictures from words, offline and without a model.

The first line of `Shot.prompt` is what is drawn. The lines after it are style notes for diffusion models and are not
read; the style here is `Shot.style`, and for a style of a course's own the colours of `Shot.palette`.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence
from importlib.metadata import version
from pathlib import Path

from lessonforge.blob import Blob
from lessonforge.errors import EngineFailed
from lessonforge.model import Part, Shot, Still
from lessonforge.visuals.draw import grammar, palettes, things, vocabulary

_LIST = "`lessonforge engines draw --words` lists all that it can draw."


class Draw:
    """Draws flat vector illustrations of what a prompt names."""

    name = "draw"

    def fingerprint(self) -> str:
        """Changes with any thing's drawing, any line of this engine, and the libraries that make its pixels."""
        libraries = ", ".join(f"{name} {version(name)}" for name in ("resvg-py", "opencv-python-headless", "numpy"))
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
        from lessonforge.visuals.draw.compose import parts

        if self.check(shot):
            return ()
        style, size = palettes.style_of(shot.style, shot.palette), (shot.width, shot.height)
        return parts(grammar.read(shot.prompt, shot.characters), style, shot.seed, size)

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
    import cv2
    import numpy as np
    import resvg_py

    from lessonforge.visuals.draw import texture
    from lessonforge.visuals.draw.compose import compose, parts

    style, scene, size = (
        palettes.style_of(shot.style, shot.palette),
        grammar.read(shot.prompt, shot.characters),
        (shot.width, shot.height),
    )
    svg = compose(scene, style, shot.seed, size)
    try:
        png = resvg_py.svg_to_bytes(svg_string=svg, skip_system_fonts=True)
    except ValueError as error:
        raise EngineFailed(f"{shot.prompt!r} could not be rasterised: {error}") from error
    pixels = np.asarray(cv2.imdecode(np.frombuffer(png, np.uint8), cv2.IMREAD_COLOR), np.uint8)
    pixels = texture.finish(pixels, style.texture, shot.seed)
    png = bytes(cv2.imencode(".png", pixels, [cv2.IMWRITE_PNG_COMPRESSION, 1])[1])
    credits = sorted({things.catalogue()[item.thing].credit for item in scene.items} - {""})
    return Still((Blob.of(png),), *size, parts(scene, style, shot.seed, size), credits=tuple(credits))


def _code() -> str:
    """A digest of this engine's own source."""
    whole = hashlib.sha256()
    for path in sorted(Path(__file__).parent.rglob("*.py")):
        whole.update(path.read_bytes())
    return whole.hexdigest()[:16]

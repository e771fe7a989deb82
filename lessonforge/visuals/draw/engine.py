"""The engine `draw`: pictures from words, offline and without a model.

The first line of `Shot.prompt` is what is drawn. The lines after it are style notes for diffusion models and are not
read; the style here is `Shot.style`, and for a style of a course's own the colours of `Shot.palette`.
"""

from __future__ import annotations

import difflib
import hashlib
from collections.abc import Iterator, Sequence
from importlib.metadata import version
from pathlib import Path

from lessonforge.blob import Blob
from lessonforge.errors import EngineFailed
from lessonforge.model import Part, Shot, Still
from lessonforge.visuals.draw import grammar, palettes, things, words
from lessonforge.visuals.draw.settings import places

LANGUAGES = {"en": "", "es": ", in Spanish", "fr": ", in French"}
KINDS = {
    "group": "groups of things", "time": "times of day", "season": "seasons", "weather": "weather",
    "number": "numbers", "size": "sizes", "colour": "colours", "spot": "positions", "relation": "relations",
    "diagram": "diagrams",
}  # fmt: skip
"""The kinds of words besides the names of things and places, and the headings they are listed under."""
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
        scene = grammar.read(shot.prompt)
        if not (scene.unknown or scene.items or scene.places or scene.weather or scene.diagram or scene.time):
            return [f"the picture engine finds nothing to draw in this prompt. {_LIST}"]
        return [f"the picture engine can't draw '{word}'. {_nearest(word)}" for word in scene.unknown]

    def parts(self, shot: Shot) -> tuple[Part, ...]:
        """The things of the picture and their parts, in this frame and in the one that authors see."""
        from lessonforge.visuals.draw.compose import parts

        if self.check(shot):
            return ()
        style, size = palettes.style_of(shot.style, shot.palette), (shot.width, shot.height)
        return parts(grammar.read(shot.prompt), style, shot.seed, size)

    def render(self, shots: Sequence[Shot]) -> Iterator[Still]:
        """A still for each shot, the same for equal shots. Raises EngineFailed for a shot that `check` refuses."""
        for shot in shots:
            if problems := self.check(shot):
                raise EngineFailed(f"{shot.prompt!r}: {'; '.join(problems)}")
            yield _still(shot)

    def words(self) -> list[str]:
        """All that it understands: a line for each kind of word, first the English names of things."""
        listed: dict[str, set[str]] = {}
        for language, suffix in LANGUAGES.items():
            names = (thing.names.get(language, ()) for thing in things.catalogue().values())
            listed[f"things{suffix}"] = {name.lower() for every in names for name in every}
        for language, suffix in LANGUAGES.items():
            listed[f"places{suffix}"] = {name for place in places.PLACES.values() for name in place.named(language)}
        listed |= {heading: set() for heading in KINDS.values()}
        for phrase, (kind, _) in grammar.lexicon().items():
            if kind in KINDS:
                listed[KINDS[kind]].add(phrase)
        return [f"{heading}: {', '.join(sorted(phrases))}" for heading, phrases in listed.items()]


def _nearest(word: str) -> str:
    """A hint: the nearest words that can be drawn, English ones before others."""
    near = [one for names in _names() for one in difflib.get_close_matches(word, names, 3, 0.6)][:3]
    if not near:
        return _LIST
    if difflib.SequenceMatcher(None, word, near[0]).ratio() > 0.8:
        return f"Did you mean '{near[0]}'?"
    return f"Nearest: {', '.join(near)}. {_LIST}"


def _names() -> tuple[list[str], list[str]]:
    """The names of things, places and weather: the English ones, and those of the other languages."""
    english = [name.lower() for thing in things.catalogue().values() for name in thing.names["en"]]
    english += [name for place in places.PLACES.values() for name in place.named("en")]
    english += [*words.GROUPS, *words.WEATHER]
    others = [
        name for thing in things.catalogue().values() for lang in ("es", "fr") for name in thing.names.get(lang, ())
    ]
    others += [name for place in places.PLACES.values() for lang in ("es", "fr") for name in place.named(lang)]
    return english, others


def _still(shot: Shot) -> Still:
    import cv2
    import numpy as np
    import resvg_py

    from lessonforge.visuals.draw import texture
    from lessonforge.visuals.draw.compose import compose, parts

    style, scene, size = (
        palettes.style_of(shot.style, shot.palette),
        grammar.read(shot.prompt),
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

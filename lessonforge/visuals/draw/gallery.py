"""All things and places in one picture, with their names: for authors to choose from, for illustrators to compare."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from html import escape
from itertools import groupby

import cv2
import numpy as np

from lessonforge.errors import SettingsError, did_you_mean
from lessonforge.model import Shot
from lessonforge.text import fonts
from lessonforge.visuals.draw import palettes, things
from lessonforge.visuals.draw.canvas import Canvas
from lessonforge.visuals.draw.paths import num
from lessonforge.visuals.draw.pixels import rasterised
from lessonforge.visuals.draw.settings.places import PLACES

CELL, TALL, NAME, HEAD, COLUMNS = 170.0, 150.0, 34.0, 60.0, 10
PAPER, INK = "#eef3f4", "#1d2b3a"


def gallery(names: Sequence[str]) -> bytes:
    """A PNG file of the things of these names, or of all of them by family and of all places.

    Raises SettingsError for a name that no thing has.
    """
    known = things.catalogue()
    if unknown := next((name for name in names if name not in known), None):
        raise SettingsError(f"There is no thing '{unknown}'. {did_you_mean(unknown, known)}".rstrip())
    if names:
        return _png(_things([("", [known[name] for name in names])]))
    families = groupby(sorted(known.values(), key=lambda thing: (thing.kind, thing.name)), key=lambda thing: thing.kind)
    return _png(np.vstack([_things((kind, list(every)) for kind, every in families), _places()]))


def _things(families: Iterable[tuple[str, list[things.Thing]]]) -> np.ndarray:
    """The things in rows, under the name of their family; (height, width, 3) uint8, BGR."""
    canvas = Canvas(COLUMNS * CELL, 1000, palettes.STYLES["flat"], palettes.LIGHTS["day"], palettes.LAND["summer"])
    y = 0.0
    for family, every in families:
        if family:
            canvas.add(0, _text(16, y + 42, family, 26, "start"))
            y += HEAD
        for n, thing in enumerate(every):
            row, column = divmod(n, COLUMNS)
            tall = min(TALL, (CELL - 24) / thing.aspect)
            x, foot = (column + 0.5) * CELL, y + row * (TALL + NAME) + TALL
            canvas.place(1, thing, x, foot - tall * (1 - thing.base), tall)
            canvas.add(2, _text(x, foot + 20, thing.name, 13, "middle"))
        y += -(-len(every) // COLUMNS) * (TALL + NAME)
    canvas.height = y + 12
    size = round(canvas.width), round(canvas.height)
    canvas.add(-1, f'<rect width="100%" height="100%" fill="{PAPER}"/>')
    pixels = rasterised(canvas.svg(size), size, fonts.typst_fonts())
    return np.asarray(cv2.cvtColor(pixels, cv2.COLOR_BGRA2BGR))


def _text(x: float, y: float, words: str, size: float, anchor: str) -> str:
    place = f'x="{num(x)}" y="{num(y)}" font-size="{num(size)}" text-anchor="{anchor}"'
    return f'<text {place} font-family="{fonts.stack("en").families[0]}" fill="{INK}">{escape(words)}</text>'


def _places() -> np.ndarray:
    """Every place by day, five in a row, as wide as the things."""
    from lessonforge.visuals.draw.engine import Draw

    wide = round(COLUMNS * CELL / 5)
    size = wide - wide % 2, round(wide * 9 / 32) * 2
    cells = []
    for place in PLACES.values():
        name = place.named("en")[0]
        still = next(Draw().render([Shot("prompt", *size, prompt=name, style="flat")]))
        picture = np.asarray(cv2.imdecode(np.frombuffer(still.states[0].read(), np.uint8), cv2.IMREAD_COLOR))
        cells.append(cv2.resize(picture, (wide, size[1])))
    while len(cells) % 5:
        cells.append(np.full_like(cells[0], 255))
    return np.vstack([np.hstack(cells[n : n + 5]) for n in range(0, len(cells), 5)])


def _png(picture: np.ndarray) -> bytes:
    return bytes(cv2.imencode(".png", picture)[1])

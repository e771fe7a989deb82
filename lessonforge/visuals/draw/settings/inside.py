"""Inside what is too small to walk in: a cell, a blood vessel."""

from __future__ import annotations

import math

from lessonforge.model import Movement
from lessonforge.visuals.draw.paths import ellipse, path, smooth
from lessonforge.visuals.draw.settings.sky import full
from lessonforge.visuals.draw.settings.stage import Stage, Zone


def floating(stage: Stage) -> None:
    """Everything floats side by side above the captions."""
    for kind in ("inside", "space", "air", "surface", "ground", "sky"):
        stage.zones[kind] = Zone(0.1 * stage.width, 0.9 * stage.width, 430, 440, 1)


def cell(stage: Stage) -> None:
    """The soft fluid of a cell: its nucleus at one side, folds, grains and threads far in it, the membrane around."""
    canvas, width, unit, chance = stage.canvas, stage.width, stage.unit, stage.place
    full(stage, -2000, ("#cdebe6", "#a9d9d6", "#7fbcc4"))
    canvas.glow(-1999, width * 0.45, 380, 0.6 * unit, "#f6fffb", 0.6)
    _threads(stage)
    side = chance.choice((0, 1))
    nucleus = width * (1.02 if side else -0.02)
    for size, colour, strength in ((0.47, "#8fa6d6", 0.35), (0.43, "#9d8fcc", 0.6), (0.4, "#ab9ed6", 0.7)):
        canvas.shape(-1950, ellipse(nucleus, 420, size * unit, size * unit * 0.92), colour, 0, strength)
    canvas.shape(
        -1949, ellipse(nucleus + (-0.16 if side else 0.16) * unit, 400, 0.1 * unit, 0.09 * unit), "#7d68a8", 0, 0.6
    )
    pores = "".join(ellipse(nucleus + (-1 if side else 1) * unit * 0.415 * (1 - ((n - 4) / 7) ** 2) ** 0.5,
    420 + 88 * (n - 4) * unit / 1000, 7, 7)
                    for n in range(9))  # fmt: skip
    canvas.shape(-1948, pores, "#6f5f9c", 0, 0.5, detail=True)
    _folds(stage, nucleus, -1 if side else 1)
    for n in range(max(4, round(width / 240))):
        x = width * ((n * 0.37 + chance.uniform(0, 0.12)) % 1)
        y = chance.choice((110, 190, 640, 720, 800)) + chance.uniform(-30, 30)
        with canvas.moving(Movement("shift", 6.0, x=7.0, y=4.0, phase=0.5 * (n % 2))):
            _capsule(stage, x, y, unit * chance.uniform(0.04, 0.07), chance.uniform(-40, 40))
    for n in range(int(width / 34)):
        x, y, size = chance.uniform(0, width), chance.uniform(20, 960), chance.uniform(3, 13)
        canvas.shape(-1930, ellipse(x, y, size, size), ("#f6d9a8", "#e9a8a0", "#d6f0e4")[n % 3], 0, 0.5)
    _membrane(stage)
    floating(stage)


def _threads(stage: Stage) -> None:
    """The fine threads that give a cell its shape."""
    lines = ""
    for _ in range(9):
        x, y = stage.place.uniform(-0.1, 1) * stage.width, stage.place.uniform(0, 900)
        lines += path("M", x, y, "q", 0.16 * stage.unit, stage.place.uniform(-90, 90), 0.4 * stage.unit,
                      stage.place.uniform(-120, 120))  # fmt: skip
    stage.canvas.stroke(-1990, lines, "#5f9fa8", 3, 0.22)


def _folds(stage: Stage, nucleus: float, way: int) -> None:
    """Folded sheets around the nucleus, with grains on them."""
    unit, canvas = stage.unit, stage.canvas
    for n in range(4):
        r = unit * (0.5 + 0.045 * n)
        fold = path("M", nucleus + way * r * 0.62, 420 - r * 0.72, "Q", nucleus + way * r * 1.22,
                    420 + 30 * (n % 2), nucleus + way * r * 0.62, 420 + r * 0.72)  # fmt: skip
        canvas.stroke(-1945 + n, fold, ("#6fa0c0", "#7fb0c8")[n % 2], 17 - 2 * n, 0.4)
    grains = "".join(
        ellipse(nucleus + way * unit * (0.42 + 0.05 * (n % 4)) * 1.02, 420 + (n - 6) * 44 * unit / 1000, 5, 5)
        for n in range(13)
    )
    canvas.shape(-1940, grains, "#46709a", 0, 0.4, detail=True)


def _capsule(stage: Stage, x: float, y: float, size: float, lean: float) -> None:
    """A mitochondrion far away: soft, of low contrast."""
    canvas, rise = stage.canvas, size * lean / 60
    body = path("M", x - size, y - rise, "L", x + size, y + rise)
    canvas.stroke(-1935, body, "#d98f6a", size * 1.05, 0.42)
    canvas.stroke(-1934, body, "#efb48f", size * 0.8, 0.5)
    zigzag = "".join(path("L", x - size + size * 2 * t,
                          y - rise + 2 * rise * t + size * (0.24 if k % 2 else -0.24)) for k, t in
                     enumerate((0.15, 0.3, 0.45, 0.6, 0.75, 0.9)))  # fmt: skip
    canvas.stroke(-1933, path("M", x - size, y - rise) + zigzag, "#c9714c", 3.5, 0.4)


def _membrane(stage: Stage) -> None:
    """The double layer along the lower edge."""
    width, canvas = stage.width, stage.canvas
    line = [
        (width * t, 936.0 + 16 * ((n % 2) * 2 - 1)) for n, t in enumerate((-0.05, 0.15, 0.35, 0.55, 0.75, 0.95, 1.1))
    ]
    canvas.shape(960, f"{smooth(line)}V1010H-60Z", "#3f8f9a", 0, 0.55)
    heads = ""
    for n in range(int(width / 30) + 2):
        x = n * 30.0
        t = x / width
        k = min(5, max(0, int((t + 0.05) / 0.2)))
        x0, y0, y1 = line[k][0], line[k][1], line[k + 1][1]
        y = y0 + (y1 - y0) * min(1.0, max(0.0, (x - x0) / (line[k + 1][0] - x0)))
        heads += ellipse(x, y, 13, 13) + ellipse(x, y + 56, 13, 13)
    canvas.shape(961, heads, "#f0c46a", 0, 0.9)


def blood(stage: Stage) -> None:
    """Inside a blood vessel: its walls run to a light far away, dim cells drift along them."""
    canvas, width, unit, chance = stage.canvas, stage.width, stage.unit, stage.place
    full(stage, -2000, ("#8f2b34", "#b5434a", "#8f2b34"))
    x, y = width * chance.choice((0.4, 0.6)), 400.0
    colours = ("#a3363f", "#b8474d", "#cb5c5e", "#db7873", "#eb9c90", "#f7c4b2")
    for n, colour in enumerate(colours):
        share = (1 - n / 6.2) ** 1.5
        rx, ry = 0.62 * width * share + 60, 620 * share + 50
        ring = [(x + (width / 2 - x) * share + rx * dx * chance.uniform(0.95, 1.05),
        y + 60 * share + ry * dy * chance.uniform(0.95, 1.05))
                for dx, dy in ((1, 0), (0.72, 0.7), (0, 1), (-0.72, 0.7), (-1, 0), (-0.72, -0.7), (0, -1),
                (0.72, -0.7))]  # fmt: skip
        canvas.shape(-1990 + n, smooth(ring, closed=True), colour)
    canvas.glow(-1980, x, y, 0.34 * unit, "#fff0e0", 0.75)
    for n in range(max(7, round(width / 150))):
        turn = n * 2.4 + chance.uniform(-0.3, 0.3)
        near = 0.45 + 0.55 * ((n * 0.618) % 1)
        at = x + math.cos(turn) * 0.54 * width * near, 430 + math.sin(turn) * 470 * near
        with canvas.moving(Movement("shift", 4.0, x=6.0, y=8.0, phase=0.5 * (n % 2))):
            _disc(stage, at, unit * 0.075 * near, math.cos(turn) * 26, near)
    floating(stage)


def _disc(stage: Stage, at: tuple[float, float], size: float, lean: float, near: float) -> None:
    """A red cell as part of the background: hollow in its middle, pale when it is far."""
    canvas, strength, (x, y) = stage.canvas, 0.35 + 0.4 * near, at
    canvas.shape(-1970, ellipse(x, y, size, size * (0.55 + abs(lean) / 80)), "#b52f38", 0, strength)
    canvas.shape(-1969, ellipse(x, y - size * 0.06, size * 0.8, size * (0.4 + abs(lean) / 90)), "#cf4a4c", 0, strength)
    canvas.shape(-1968, ellipse(x, y, size * 0.4, size * (0.18 + abs(lean) / 120)), "#a32a34", 0, strength, detail=True)

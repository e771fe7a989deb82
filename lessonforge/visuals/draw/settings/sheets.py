"""Flat grounds: a map without words, and a page for shapes, signs and single things."""

from __future__ import annotations

import math

from lessonforge.visuals.draw.paths import ellipse, num, path, smooth
from lessonforge.visuals.draw.settings.inside import floating
from lessonforge.visuals.draw.settings.joinery import INK, box
from lessonforge.visuals.draw.settings.sky import full
from lessonforge.visuals.draw.settings.stage import Stage

PAPERS = (
    (("#fdf8ec", "#f8f0dc"), ("#f3d9a8", "#e9b9a0", "#bcd8d0")),
    (("#f1f7f6", "#e2eeee"), ("#bfe0da", "#f3dcae", "#c9d3ea")),
    (("#f6f4fb", "#e9e6f4"), ("#d6cdec", "#f0cfd6", "#cfe3ee")),
)
"""Papers from top to bottom, with the tints of their corners."""


def page(stage: Stage) -> None:
    """A sheet of paper: a lighter middle, quiet rounded shapes in the corners, a fine frame."""
    canvas, width, unit = stage.canvas, stage.width, stage.unit
    paper, tints = stage.place.choice(PAPERS)
    full(stage, -2000, paper)
    spots = ((0.0, 0.0, 0.3), (1.0, 0.08, 0.2), (0.97, 0.98, 0.32), (0.03, 0.95, 0.22))
    for n, (dx, dy, size) in enumerate(spots):
        points = [
            (dx * width + size * unit * stage.place.uniform(0.8, 1.15) * math.cos(turn),
             dy * 1000 + size * unit * stage.place.uniform(0.7, 1.0) * math.sin(turn))
            for turn in (0.0, 1.05, 2.1, 3.14, 4.2, 5.25)
        ]  # fmt: skip
        canvas.shape(-1990 + n, smooth(points, closed=True), tints[n % 3], 0, 0.55)
    canvas.glow(-1980, width / 2, 430, min(0.62 * width, 0.8 * unit), "#ffffff", 0.9)
    dots = "".join(
        ellipse(width * x + k * 22, 1000 * y + r * 22, 3, 3)
        for x, y in ((0.045, 0.62), (0.9, 0.2))
        for k in range(4)
        for r in range(3)
    )
    canvas.shape(-1979, dots, INK, 0, 0.1, detail=True)
    canvas.stroke(-1978, box(20, 20, width - 40, 960, 26), INK, 3, 0.12)
    floating(stage)


def atlas(stage: Stage) -> None:
    """A map: land in the sea with its coast lines, hills, woods and rivers, a grid, and a compass rose."""
    canvas, width, unit = stage.canvas, stage.width, stage.unit
    full(stage, -2000, ("#cfe3df", "#bcd8d8", "#aecdd0"))
    lines = "".join(f"M{num(n * unit * 0.16)} 0V1000" for n in range(int(width / (unit * 0.16)) + 1))
    lines += "".join(f"M0 {num(n * unit * 0.16)}H{num(width)}" for n in range(int(1000 / (unit * 0.16)) + 1))
    canvas.stroke(-1995, lines, "#7fa3a8", 1.5, 0.35)
    main = _coast(stage, width * 0.5, 430, 0.4 * width, 330, 17)
    isle = _coast(stage, width * 0.86, 800, 0.09 * width, 84, 9)
    for grow, strength in ((34, 0.16), (18, 0.22)):
        canvas.stroke(-1990, smooth(main, closed=True) + smooth(isle, closed=True), "#5f9098", grow, strength)
    both = smooth(main, closed=True) + smooth(isle, closed=True)
    canvas.shape(-1989, both, "#eeddb4")
    inner = [(width * 0.5 + (x - width * 0.5) * 0.62 - 0.03 * width, 430 + (y - 430) * 0.6 - 14) for x, y in main]
    canvas.shape(-1988, smooth(inner, closed=True), "#d5d7a0", 0, 0.8, detail=True)
    core = [(width * 0.44 + (x - width * 0.5) * 0.3, 390 + (y - 430) * 0.3) for x, y in main]
    canvas.shape(-1987, smooth(core, closed=True), "#c3ad84", 0, 0.75, detail=True)
    canvas.stroke(-1986, both, "#9a7d52", 3.5)
    _rivers(stage, main)
    _signs(stage)
    _rose(stage, width * 0.085 + 30, 770, unit * 0.075)
    canvas.stroke(-1900, box(16, 16, width - 32, 968, 8), "#8a6f48", 5, 0.8)
    canvas.stroke(-1900, box(27, 27, width - 54, 946, 4), "#8a6f48", 1.8, 0.8)
    floating(stage)


def _coast(stage: Stage, x: float, y: float, rx: float, ry: float, count: int) -> list[tuple[float, float]]:
    """A coast line of bays and capes."""
    points = []
    for n in range(count):
        turn, reach = 2 * math.pi * n / count, stage.place.uniform(0.74, 1.08)
        points.append((x + rx * reach * math.cos(turn), y + ry * reach * math.sin(turn)))
    return points


def _rivers(stage: Stage, coast: list[tuple[float, float]]) -> None:
    """Rivers from the high land to the coast, wider at their mouths."""
    width = stage.width
    for n in (2, 7, 12):
        (x1, y1), (x0, y0) = coast[n % len(coast)], (width * 0.45 + 26 * (n - 7), 390.0)
        bend = (y1 - y0) * 0.3
        river = path("M", x0, y0, "C", x0 + (x1 - x0) * 0.3 + bend, y0 + (y1 - y0) * 0.2,
                     x0 + (x1 - x0) * 0.5 - bend, y0 + (y1 - y0) * 0.7, x1, y1)  # fmt: skip
        stage.canvas.stroke(-1985, river, "#6fa8b5", 5)


def _signs(stage: Stage) -> None:
    """Hills as peaks, woods as small trees, fields as dots: the signs of an old map."""
    canvas, width, unit, chance = stage.canvas, stage.width, stage.unit, stage.place
    peaks, shade, trees = "", "", ""
    for n in range(11):
        x, y, size = (
            width * (0.36 + 0.026 * n * 0.7) + chance.uniform(-8, 8),
            330.0 + 34 * ((n * 3) % 5),
            unit * chance.uniform(0.024, 0.04),
        )
        peaks += path("M", x - size, y, "L", x, y - size * 1.3, "L", x + size, y, "Z")
        shade += path("M", x, y - size * 1.3, "L", x + size, y, "h", -size * 0.7, "Z")
    for n in range(22):
        group = n // 11
        x = width * (0.62 if group else 0.27) + 26 * (n % 4) * unit / 1000 + chance.uniform(-8, 8)
        y, size = (500 if group else 480) + 30 * (n % 3) + chance.uniform(-6, 6), unit * 0.013
        trunk = path("M", x + 2, y + size * 0.8, "h", -4, "V", y, "h", 4, "Z")
        trees += ellipse(x, y - size, size, size * 1.25) + trunk
    canvas.shape(-1984, peaks, "#b08d62")
    canvas.shape(-1983, shade, "#7d5f42", 0, 0.5, detail=True)
    canvas.shape(-1984, trees, "#7f9a5f")


def _rose(stage: Stage, x: float, y: float, size: float) -> None:
    """A compass rose of sixteen points; the north is marked by its length, without a letter."""
    canvas = stage.canvas
    canvas.shape(-1950, ellipse(x, y, size * 1.02, size * 1.02), "#f6ecd0", 0, 0.9)
    canvas.stroke(-1950, ellipse(x, y, size, size) + ellipse(x, y, size * 0.82, size * 0.82), "#8a6f48", 2.4)
    light, dark = "", ""
    for n in range(8):
        turn = math.pi / 4 * n - math.pi / 2
        long = size * (1.3 if n == 0 else 1.0 if n % 2 == 0 else 0.62)
        tip = x + long * math.cos(turn), y + long * math.sin(turn)
        for way, half in ((1, 0), (-1, 1)):
            side = turn + way * math.pi / 4
            arm = path("M", x, y, "L", *tip, "L", x + size * 0.2 * math.cos(side), y + size * 0.2 * math.sin(side), "Z")
            light, dark = (light + arm, dark) if half else (light, dark + arm)
    canvas.shape(-1949, light, "#d9b878")
    canvas.shape(-1949, dark, "#b5533f")

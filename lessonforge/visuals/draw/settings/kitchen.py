"""The kitchen."""

from __future__ import annotations

from lessonforge.visuals.draw.paths import ellipse, path
from lessonforge.visuals.draw.settings.joinery import INK, STEEL, box, slab, strip
from lessonforge.visuals.draw.settings.rooms import cabinet, metre, pendant, shell, wide, window
from lessonforge.visuals.draw.settings.stage import Stage, Surface


def kitchen(stage: Stage) -> None:
    """Cupboards along the wall with a sink under the window and a stove, tiles above, the fridge at the right."""
    canvas, width, m, room = stage.canvas, stage.width, metre(stage), wide(stage)
    shell(stage, ("#fbf0d9", "#f2e0bd"), ("#e3d3b6", "#c9b48f"), kind="tiles")
    top, foot = 712 - 0.92 * m, 712.0
    right = width - (0.86 * m if room else 0.5 * m)
    _wall_tiles(stage, top - 0.56 * m, top, right)
    window(stage, width * (0.17 if room else 0.3), 172 if room else 150, 1.2 * m, 0.95 * m * stage.tall**0.8)
    cabinet(stage, 700, -30, top, right + 30, foot - top, "#8fb0a2", max(3, round(right / (0.62 * m))), drawers=True)
    canvas.shape(700, box(-30, foot - 14, right + 30, 14), INK, 0, 0.3)
    slab(stage, 701, -30, top - 14, right + 36, 18, "#e9dcc4", rounded=4, shade=0)
    strip(stage, 701, -30, top + 4, right + 30, 9, 0.14)
    _sink(stage, width * (0.17 if room else 0.26), top - 14, m)
    stove = width * 0.36 if room else 0.0
    if room and not stage.named & {"cooker"}:
        _stove(stage, stove, top - 14, foot, 0.62 * m)
    if not stage.named & {"fridge"}:
        _fridge(stage, right + 6, 716, 0.74 * m, 1.8 * m)
    left = stove + 0.42 * m if room else width * 0.26 + 0.36 * m
    _jar_shelf(stage, (left + right) / 2 if room else width * 0.75, top - 0.86 * m, 0.9 * m if room else 0.6 * m)
    for share in (0.52, 0.68) if room else (0.6,):
        pendant(stage, width * share, 150 if room else 210, 0.34 * m, "#d98a5a")
    stage.surfaces.append(Surface(left, right - 12, top - 13, 702, 0.8))


def _wall_tiles(stage: Stage, top: float, bottom: float, right: float) -> None:
    canvas, size = stage.canvas, (bottom - top) / 4
    canvas.shape(-1980, box(-5, top, right + 5, bottom - top), "#f7f3e8")
    lines = "".join(path("M", -5, top + size * n, "H", right) for n in range(5))
    lines += "".join(path("M", size * 1.5 * (n + 0.5 * (r % 2)), top + size * r, "v", size)
                     for r in range(4) for n in range(int(right / size / 1.5) + 1))  # fmt: skip
    canvas.stroke(-1979, lines, "#b9c7c0", 1.6, 0.6)


def _sink(stage: Stage, x: float, top: float, m: float) -> None:
    canvas = stage.canvas
    canvas.shape(702, box(x - 0.32 * m, top, 0.64 * m, 12, 5), "#aeb8c4")
    tap = path("M", x, top, "v", -0.2 * m, "a", 0.09 * m, 0.09 * m, 0, 0, 1, 0.18 * m, 0, "v", 0.04 * m)
    canvas.stroke(702, tap, "#8f9aa8", 8)
    canvas.shape(702, ellipse(x - 0.13 * m, top - 0.05 * m, 0.045 * m, 0.07 * m), "#6bab52")


def _stove(stage: Stage, x: float, top: float, foot: float, across: float) -> None:
    """A cooker with its oven, and the hood above."""
    canvas, high = stage.canvas, foot - top
    slab(stage, 702, x - across / 2, top - 3, across, high, STEEL, rounded=5)
    canvas.shape(702, box(x - across * 0.4, top + high * 0.34, across * 0.8, high * 0.46, 7), "#46546a")
    canvas.shape(
        702, box(x - across * 0.34, top + high * 0.4, across * 0.3, high * 0.32, 4), "#ffffff", 0, 0.14, detail=True
    )
    canvas.stroke(702, path("M", x - across * 0.32, top + high * 0.28, "h", across * 0.64), "#5d6878", 6)
    canvas.shape(702, "".join(ellipse(x + across * at, top + high * 0.14, 6, 6) for at in (-0.3, -0.1, 0.1, 0.3)), INK)
    hood = path("M", x - across * 0.16, -5, "h", across * 0.32, "V", top - high * 1.36, "L", x + across * 0.58,
                top - high * 1.08,
                "v", 16, "h", -across * 1.16, "v", -16, "L", x - across * 0.16, top - high * 1.36, "Z")  # fmt: skip
    canvas.shape(-886, hood, "#d3dae2")
    canvas.shape(-886, box(x + across * 0.04, 0, across * 0.12, top - high * 1.36), INK, 0, 0.1, detail=True)


def _fridge(stage: Stage, x: float, foot: float, across: float, high: float) -> None:
    canvas = stage.canvas
    canvas.shape(704, ellipse(x + across / 2, foot, across * 0.54, 8), INK, 0, 0.15, detail=True)
    slab(stage, 704, x, foot - high, across, high, "#eef1f3", rounded=16)
    canvas.shape(704, box(x, foot - high * 0.62, across, 5), INK, 0, 0.2, detail=True)
    for y, tall in ((0.8, 0.14), (0.56, 0.2)):
        canvas.shape(704, box(x + across * 0.1, foot - high * y, 9, high * tall, 5), "#8f9aa8")
    for n, (at, y) in enumerate(((0.42, 0.84), (0.6, 0.76), (0.5, 0.5))):
        canvas.shape(
            704,
            box(x + across * at, foot - high * y, across * 0.16, across * 0.16, 3),
            ("#f5c84b", "#e9a08a", "#8cc4e4")[n],
            detail=True,
        )


def _jar_shelf(stage: Stage, x: float, y: float, across: float) -> None:
    """A board with jars and cups."""
    canvas, tall = stage.canvas, across * 0.2
    for n in range(5):
        left, high = x - across * 0.44 + across * 0.19 * n, tall * (1.0, 0.76, 1.1, 0.66, 0.9)[n]
        canvas.shape(
            -884,
            box(left, y - high, across * 0.13, high, 8),
            ("#e0a05a", "#8fb0a2", "#d9c08a", "#c8705a", "#a9bcd0")[n],
        )
        canvas.shape(-884, box(left - 2, y - high - 4, across * 0.13 + 4, 10, 4), "#8f6444")
    slab(stage, -883, x - across / 2, y, across, 13, "#a5754d", rounded=3)

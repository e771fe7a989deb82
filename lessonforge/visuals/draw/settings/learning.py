"""Rooms that people learn and research in: classroom, laboratory."""

from __future__ import annotations

from lessonforge.visuals.draw.paths import ellipse, path
from lessonforge.visuals.draw.settings.joinery import CREAM, INK, box, shelves, slab, strip
from lessonforge.visuals.draw.settings.rooms import cabinet, metre, shell, table, wide, window
from lessonforge.visuals.draw.settings.stage import Stage, Surface
from lessonforge.visuals.draw.things import catalogue


def classroom(stage: Stage) -> None:
    """The board in the middle, windows at the left, a bookshelf and charts at the right, desks at the lower corners."""
    canvas, width, m, room = stage.canvas, stage.width, metre(stage), wide(stage)
    shell(stage, ("#e6efe6", "#cfe0d6"), ("#d2ab7c", "#b0875a"), dado="#a9c4b4")
    if room:
        for share in (0.085, 0.235):
            window(stage, width * share, 170, 0.78 * m, 1.3 * m)
    if not stage.named & {"board", "whiteboard"}:
        board(stage, width * (0.53 if room else 0.5), 400 if room else 440, min(2.5 * m, 0.82 * width), 1.25 * m)
    if not stage.named & {"clock", "board", "whiteboard"}:
        x, foot = (0.755, 270) if width > 1700 else (0.53 if room else 0.5, 216)  # beside the board, or over it
        canvas.place(-880, catalogue()["clock"], width * x, foot, 0.42 * m)
    if room:
        _chart(stage, width * 0.845, 200, 0.62 * m, 0.8 * m)
        shelves(stage, 700, width * 0.87, 706 - 1.0 * m, 1.2 * m, 1.0 * m, 3)
        if "globe" not in stage.named:
            canvas.place(701, catalogue()["globe"], width * 0.93, 706 - 1.0 * m, 0.42 * m)
    else:
        _paper_chain(stage)
    if not any(catalogue()[name].kind == "person" for name in stage.named):
        for n, share in enumerate((0.02, 0.98)):
            _desk(stage, width * share, 850, 1.0 * m, n)
    if not stage.named & {"table", "desk"}:
        left, across = width * (0.705 if room else 0.6), 0.95 * m
        table(stage, 722, left, 730, across, 0.72 * m, "#c08a5a")
        stage.surfaces.append(Surface(left + 10, left + across - 10, 730 - 0.72 * m, 723, 0.85))


def board(stage: Stage, x: float, y: float, across: float, high: float) -> None:
    """A green board with its ledge and chalk, wiped clean."""
    canvas, left, top = stage.canvas, x - across / 2, y - high / 2
    canvas.shape(-886, box(left - 8, top - 2, across + 28, high + 16, 6), INK, 0, 0.1, detail=True)
    slab(stage, -885, left - 12, top - 12, across + 24, high + 24, "#a5754d", rounded=6, shade=0.06)
    canvas.shape(-884, box(left, top, across, high, 3), "#3f6f5c")
    swipe = path("M", left + across * 0.06, top + high * 0.86, "L", left + across * 0.4, top + high * 0.1, "h",
                 across * 0.2, "L",
                 left + across * 0.3, top + high * 0.86, "Z")  # fmt: skip
    canvas.shape(-884, swipe, "#ffffff", 0, 0.05, detail=True)
    canvas.shape(-883, box(left - 4, top + high + 8, across + 8, 13, 4), "#8f6444")
    for at, colour in ((0.18, "#fffdf8"), (0.26, "#f5c84b"), (0.8, "#e9e2d2")):
        canvas.shape(
            -882, box(left + across * at, top + high + 1, across * (0.035 if at < 0.5 else 0.08), 8, 3), colour
        )


def _chart(stage: Stage, x: float, top: float, across: float, high: float) -> None:
    """A wall chart: a plant with its roots."""
    canvas, left = stage.canvas, x - across / 2
    canvas.shape(-886, box(left, top, across, high, 3), CREAM)
    canvas.shape(-885, box(left, top + high * 0.66, across, high * 0.34), "#c9a47a")
    canvas.stroke(-885, path("M", x, top + high * 0.66, "V", top + high * 0.2, "M", x, top + high * 0.66,
                  "l", -12, 26, "m", 12, -26, "l", 14, 24, "m", -14, -24, "v", 32), "#5c8a4a", 5)  # fmt: skip
    canvas.shape(
        -885,
        ellipse(x - 22, top + high * 0.42, 22, 10)
        + ellipse(x + 22, top + high * 0.34, 22, 10)
        + ellipse(x, top + high * 0.17, 15, 13),
        "#6bab52",
    )
    canvas.shape(
        -884, box(left - 6, top - 6, across + 12, 10, 4) + box(left - 6, top + high - 4, across + 12, 10, 4), "#8f6444"
    )


def _paper_chain(stage: Stage) -> None:
    """Paper flags under the ceiling."""
    canvas, width = stage.canvas, stage.width
    for n in range(10):
        x = width * (n + 0.5) / 10
        y = 70 + 50 * (1 - (n / 4.5 - 1) ** 2)
        canvas.shape(-887, path("M", x - 17, y, "h", 34, "L", x, y + 40, "Z"), ("#e9a08a", "#f5c84b", "#8fb8c8")[n % 3])


def _desk(stage: Stage, x: float, foot: float, across: float, n: int) -> None:
    """A pupil's desk at the edge of the picture, with a book."""
    canvas, high = stage.canvas, across * 0.5
    left = x - across / 2
    legs = path(
        "M", left + 14, foot - high, "l", -6, high + 60, "M", left + across - 14, foot - high, "l", 6, high + 60
    )
    canvas.stroke(foot - 2, legs, "#6d7888", 10)
    slab(stage, foot - 1, left, foot - high, across, 18, "#d9ab72", rounded=6, shade=0.1)
    canvas.shape(foot - 1, box(left + 12, foot - high + 18, across - 24, high * 0.26), "#b98a58")
    at = left + across * (0.62 if n == 0 else 0.14)
    for k, colour in enumerate(("#3f80c4", "#d9573f", "#f5c84b")):
        canvas.shape(foot - 1, box(at + 5 * (k % 2), foot - high - 11 * (k + 1), across * 0.24, 11, 3), colour)


def lab(stage: Stage) -> None:
    """A bench along the wall with a sink, glass on the shelves above, a chart of squares, a cupboard that draws air."""
    canvas, width, m, room = stage.canvas, stage.width, metre(stage), wide(stage)
    shell(stage, ("#e9f1f4", "#d3e2e8"), ("#cfd8de", "#b1bfc8"), kind="tiles")
    top, foot, right = 712 - 0.95 * m, 712.0, width * (0.8 if room else 0.98)
    cabinet(stage, 700, -30, top, right + 30, foot - top, "#a9c0cf", max(3, round(right / (0.6 * m))), drawers=True)
    canvas.shape(700, box(-30, foot - 14, right + 30, 14), INK, 0, 0.3)
    slab(stage, 701, -30, top - 14, right + 36, 18, "#46586a", rounded=4, shade=0)
    strip(stage, 701, -30, top + 4, right + 30, 9, 0.14)
    if room:
        window(stage, width * 0.16, 170, 1.15 * m, 1.0 * m)
    for n in range(2):
        _glassware(stage, width * (0.43 if room else 0.3), top - (0.62 + 0.5 * n) * m, (1.5 if room else 1.0) * m, n)
    _squares(stage, width * (0.655 if room else 0.76), top - (1.3 if room else 1.7) * m, 0.9 * m if room else 0.62 * m)
    tap = path("M", 0.1 * m, top - 14, "v", -0.26 * m, "a", 0.08 * m, 0.08 * m, 0, 0, 1, 0.16 * m, 0, "v", 0.05 * m)
    canvas.shape(702, box(0.02 * m, top - 14, 0.5 * m, 10, 4), "#8f9aa8")
    canvas.stroke(702, tap, "#8f9aa8", 8)
    if not stage.named & {"microscope"} and room:
        _microscope(stage, width * 0.3, top - 14, 0.42 * m)
    if room:
        _fume_hood(stage, right + 0.04 * m, foot + 4, width - right, top, m)
    stage.surfaces.append(Surface(width * 0.36 if room else 0.6 * m, right - 20, top - 13, 702, 0.85))


def _glassware(stage: Stage, x: float, y: float, across: float, row: int) -> None:
    """A board with flasks, beakers and bottles of coloured liquid."""
    canvas, tall, left = stage.canvas, across * 0.16, x - across / 2
    liquids: dict[str, str] = {}
    glass = ""
    for n in range(7):
        at, kind = left + across * (0.05 + 0.137 * n), (n + 2 * row) % 3
        colour = ("#6fb7c9", "#e0a05a", "#8fbf7a", "#c98fb0")[(n * 3 + row) % 4]
        w = across * 0.085
        if kind == 0:
            shape = path("M", at + w * 0.36, y - tall, "h", w * 0.28, "v", tall * 0.4, "l", w * 0.42,
                         tall * 0.6, "h", -w * 1.12, "l", w * 0.42, -tall * 0.6, "Z")  # fmt: skip
            liquid = path(
                "M", at + w * 0.14, y - tall * 0.36, "h", w * 0.72, "l", w * 0.2, tall * 0.36, "h", -w * 1.12, "Z"
            )
        elif kind == 1:
            shape, liquid = box(at, y - tall * 0.8, w, tall * 0.8, 4), box(at, y - tall * 0.44, w, tall * 0.44, 4)
        else:
            shape = box(at + w * 0.3, y - tall * 1.05, w * 0.4, tall * 0.4, 3) + box(
                at, y - tall * 0.76, w, tall * 0.76, 8
            )
            liquid = box(at, y - tall * 0.5, w, tall * 0.5, 8)
        glass += shape
        liquids[colour] = liquids.get(colour, "") + liquid
    canvas.shape(-884, glass, "#ffffff", 0, 0.75)
    for colour, outline in liquids.items():
        canvas.shape(-883, outline, colour, 0, 0.8)
    slab(stage, -882, left, y, across, 12, "#8fa2b2", rounded=3, shade=0)
    strip(stage, -882, left, y + 12, across, 7, 0.1)


def _squares(stage: Stage, x: float, top: float, across: float) -> None:
    """A chart of the elements as coloured squares."""
    canvas, step = stage.canvas, across / 12
    canvas.shape(-886, box(x - across / 2 - 10, top, across + 20, step * 8.6, 5), "#fdfcf8")
    for k, colour in enumerate(("#e9a08a", "#f0cf7a", "#8fc0a8", "#9ab8dc")):
        squares = ""
        for n in range(11):
            for r in range(6):
                empty = r < 3 and r + 1 < min(n + 1, 11 - n) and not r + 2 > 5
                if not empty and (n // 3) == k:
                    squares += box(
                        x - across / 2 + step * (n + 0.5), top + step * (r + 1.2), step * 0.84, step * 0.84, 2
                    )
        canvas.shape(-885, squares, colour)


def _microscope(stage: Stage, x: float, foot: float, tall: float) -> None:
    canvas = stage.canvas
    canvas.shape(702, box(x - tall * 0.34, foot - tall * 0.1, tall * 0.68, tall * 0.1, 4), "#3d4a5c")
    canvas.stroke(
        702,
        path("M", x + tall * 0.22, foot - tall * 0.08, "q", tall * 0.26, -tall * 0.4, -tall * 0.06, -tall * 0.62),
        "#5d6878",
        tall * 0.1,
    )
    canvas.shape(702, box(x - tall * 0.2, foot - tall * 0.36, tall * 0.42, tall * 0.06, 3), "#3d4a5c")
    canvas.stroke(
        702, path("M", x - tall * 0.02, foot - tall * 0.46, "l", tall * 0.16, -tall * 0.44), "#eef1f3", tall * 0.13
    )


def _fume_hood(stage: Stage, x: float, foot: float, across: float, top: float, m: float) -> None:
    canvas, high = stage.canvas, 2.05 * m
    slab(stage, 702, x, foot - high, across + 30, high, "#dfe7ec", rounded=6, shade=0)
    canvas.shape(702, box(x + 0.08 * m, foot - high + 0.2 * m, across, high * 0.5), "#5d7386")
    canvas.shape(702, box(x + 0.08 * m, foot - high + 0.2 * m, across, high * 0.24), "#bfe0ea", 0, 0.5, detail=True)
    canvas.shape(702, box(x + 0.03 * m, top - 16, across + 20, 20, 3), "#46586a")
    canvas.shape(702, box(x + 0.1 * m, top + 0.12 * m, across * 0.7, 0.7 * m, 5), "#a9c0cf")

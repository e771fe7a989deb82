"""Rooms that people meet in: a café, a shop, a library."""

from __future__ import annotations

from lessonforge.visuals.draw.painter import LAMP
from lessonforge.visuals.draw.paths import ellipse, path
from lessonforge.visuals.draw.settings.joinery import (
    CREAM,
    INK,
    STEEL,
    awning,
    box,
    shelves,
    slab,
    strip,
)
from lessonforge.visuals.draw.settings.rooms import metre, pendant, shell, table, wide, window
from lessonforge.visuals.draw.settings.stage import Stage, Surface


def cafe(stage: Stage) -> None:
    """A window on the street, a round table with chairs, and the bar with its machine, cups and cakes."""
    width, m, room = stage.width, metre(stage), wide(stage)
    shell(stage, ("#f3e3c8", "#e6cba2"), ("#d8c3a0", "#b99a72"), kind="tiles", dado="#7a4f3d")
    across = 1.9 * m if room else 1.1 * m
    window(stage, width * 0.23 if room else 0.62 * m, 190 if room else 140, across,
           1.25 * m * stage.tall**0.8, view="city", bars=3)  # fmt: skip
    top = 190 if room else 140
    awning(stage, -889, (width * 0.23 if room else 0.62 * m) - across * 0.54, top - 24, across * 1.08,
           62, ("#b5432f", CREAM))  # fmt: skip
    left = width * 0.645 if room else width * 0.6
    _bar(stage, left, m)
    for share in (0.47, 0.6, 0.92) if room else (0.46, 0.86):
        pendant(stage, width * share, 186, 0.3 * m, "#3f6f5c")
    if not stage.named & {"table", "cafe-table"}:
        _bistro(stage, width * (0.17 if room else 0.2), 752, m)


def _bar(stage: Stage, left: float, m: float) -> None:
    """Shelves with bottles, the counter with a coffee machine and a glass dome."""
    canvas, right = stage.canvas, stage.width + 20
    foot, high = 730.0, 1.05 * m
    top = foot - high
    for n in range(2):
        y = top - (0.5 + 0.42 * n) * m
        goods = [(left + 0.1 * m + 0.16 * m * k, (0.26, 0.2, 0.3, 0.16, 0.22)[(k + n) % 5] * m) for k in
                 range(int((right - left - 0.2 * m) / (0.16 * m)))]  # fmt: skip
        for k, colour in enumerate(("#6f8f6a", "#c8705a", "#d9b26a")):
            bottles = "".join(box(x, y - tall, 0.09 * m, tall, 7) + box(x + 0.03 * m, y - tall * 1.25,
            0.03 * m, tall * 0.3)
                              for x, tall in goods[k::3])  # fmt: skip
            if bottles:
                canvas.shape(-884, bottles, colour)
        slab(stage, -883, left, y, right - left, 13, "#8f6444", rounded=3, shade=0)
        strip(stage, -883, left, y + 13, right - left, 7, 0.12)
    slab(stage, foot, left - 0.05 * m, top, right - left, high, "#6b4436", shade=0)
    panels = "".join(
        box(left + 0.06 * m + 0.5 * m * k, top + 0.16 * m, 0.42 * m, high - 0.28 * m, 5)
        for k in range(int((right - left) / (0.5 * m)) + 1)
    )
    canvas.shape(foot, panels, "#ffffff", 0, 0.08, detail=True)
    slab(stage, foot, left - 0.1 * m, top - 16, right - left + 0.1 * m, 20, "#d9b98a", rounded=6, shade=0)
    strip(stage, foot, left - 0.05 * m, top + 4, right - left, 10, 0.18)
    x = right - 0.66 * m
    slab(stage, foot, x, top - 16 - 0.4 * m, 0.52 * m, 0.4 * m, "#b5432f", rounded=10)
    canvas.shape(foot, box(x + 0.05 * m, top - 16 - 0.25 * m, 0.42 * m, 0.13 * m, 4), STEEL)
    canvas.shape(
        foot,
        box(x + 0.12 * m, top - 16 - 0.13 * m, 0.04 * m, 0.06 * m)
        + box(x + 0.34 * m, top - 16 - 0.13 * m, 0.04 * m, 0.06 * m),
        INK,
    )
    stage.surfaces.append(Surface(left - 0.04 * m, x - 10, top - 14, foot + 1, 0.8))


def _bistro(stage: Stage, x: float, foot: float, m: float) -> None:
    """A round table on one leg, a chair at either side."""
    canvas, half, high = stage.canvas, 0.36 * m, 0.74 * m
    for side in (-1, 1):
        seat, leg = x + side * 0.62 * m, 0.46 * m
        back = path("M", seat + side * 0.16 * m, foot - leg, "l", side * 0.05 * m, -0.46 * m)
        legs = path(
            "M", seat - 0.15 * m, foot - leg, "l", -0.03 * m, leg, "M", seat + 0.15 * m, foot - leg, "l", 0.03 * m, leg
        )
        canvas.stroke(foot - 6, legs + back, "#4a3b36", 7)
        slab(stage, foot - 5, seat - 0.19 * m, foot - leg - 5, 0.38 * m, 12, "#c9722c", rounded=5)
    canvas.shape(foot, ellipse(x, foot, half * 0.8, 8), INK, 0, 0.16, detail=True)
    canvas.shape(foot, box(x - 5, foot - high, 10, high) + box(x - half * 0.5, foot - 9, half, 9, 4), "#4a3b36")
    canvas.shape(foot, ellipse(x, foot - high + 4, half, 0.05 * m), "#c9bda8")
    canvas.shape(foot, ellipse(x, foot - high, half, 0.05 * m), "#f6efe2")
    stage.surfaces.append(Surface(x - half * 0.8, x + half * 0.8, foot - high + 4, foot + 1, 0.85))


def shop(stage: Stage) -> None:
    """Shelves full of goods along the wall, baskets of fruit, a counter with the till at the right."""
    canvas, width, m, room = stage.canvas, stage.width, metre(stage), wide(stage)
    shell(stage, ("#eef0e4", "#dde3cf"), ("#d9cdb8", "#bfae93"), kind="tiles")
    reach = width * (0.46 if room else 0.5)
    _goods(stage, -0.1 * m, 706 - 2.0 * m, reach, 2.0 * m, 0)
    x = width * (0.565 if room else 0.7)
    if room:
        window(stage, x + 0.1 * m, 190, 0.8 * m, 1.3 * m, view="city")
        _goods(stage, width * 0.7, 706 - 2.0 * m, width * 0.32, 1.1 * m, 2)
    awning(stage, -878, -20, 14, width + 40, 74, ("#4f8f45", CREAM))
    left, foot, high = width * (0.69 if room else 0.6), 738.0, 0.95 * m
    slab(stage, foot, left, foot - high, width, high, "#c99a63", shade=0)
    strip(stage, foot, left, foot - high + 16, width, 10, 0.16)
    slab(stage, foot, left - 0.05 * m, foot - high - 12, width, 18, "#e6cfa6", rounded=5, shade=0)
    till = width - 0.62 * m
    slab(stage, foot, till, foot - high - 12 - 0.2 * m, 0.4 * m, 0.2 * m, "#5d6878", rounded=6)
    canvas.shape(foot, box(till + 0.05 * m, foot - high - 12 - 0.42 * m, 0.3 * m, 0.19 * m, 5), "#3d4a5c")
    canvas.shape(foot, box(till + 0.08 * m, foot - high - 12 - 0.39 * m, 0.24 * m, 0.13 * m, 3), "#a9d3c4")
    for n, share in enumerate((0.1, 0.24) if room else (0.14,)):
        _basket(stage, width * share, 752, 0.42 * m, n)
    stage.surfaces.append(Surface(left, till - 12, foot - high - 10, foot + 1, 0.85))


def _goods(stage: Stage, x: float, top: float, across: float, high: float, kind: int) -> None:
    """A rack of boxes, tins and bottles."""
    shelves(stage, 702, x, top, across, high, 4 if kind < 2 else 2, "#d9c4a0", full=False)
    colours = ("#d9573f", "#f5c84b", "#3f9aa6", "#6bab52", "#e9a08a", "#7d68a8", "#fdf6e6")
    edge, row = max(7.0, across * 0.035), high / (4 if kind < 2 else 2)
    paint: dict[str, str] = {}
    for r in range(4 if kind < 2 else 2):
        at, floor, run = x + 1.8 * edge, top + row * (r + 1) - edge, 0
        while at < x + across - 2.4 * edge - row * 0.3:
            wide_, tall, colour = (
                row * stage.place.uniform(0.2, 0.32),
                row * stage.place.uniform(0.45, 0.68),
                colours[(run + 3 * r) % 7],
            )
            for _ in range(3):
                if at + wide_ < x + across - 1.6 * edge:
                    paint[colour] = paint.get(colour, "") + box(
                        at, floor - tall, wide_, tall, wide_ * 0.24 if run % 2 else 3
                    )
                at += wide_ + 3
            at, run = at + 7, run + 1
    for colour, outline in paint.items():
        stage.canvas.shape(703, outline, colour)


def _basket(stage: Stage, x: float, foot: float, across: float, n: int) -> None:
    canvas, high = stage.canvas, across * 0.5
    canvas.shape(foot, ellipse(x, foot, across * 0.52, 8), INK, 0, 0.16, detail=True)
    fruit = "".join(
        ellipse(x + across * (0.15 * k - 0.38), foot - high * (1.0 if k % 2 else 1.12), across * 0.11, across * 0.11)
        for k in range(6)
    )
    canvas.shape(foot, fruit, ("#ee8f35", "#d9573f")[n % 2])
    body = path("M", x - across / 2, foot - high, "h", across, "l", -across * 0.08, high, "h", -across * 0.84, "Z")
    canvas.shape(foot, body, "#b98a52")
    weave = "".join(path("M", x - across * 0.47, foot - high * at, "h", across * 0.94) for at in (0.3, 0.6))
    canvas.stroke(foot, weave, "#8f6444", 4, 0.5)
    slab(stage, foot, x - across * 0.53, foot - high - 4, across * 1.06, 12, "#c99a63", rounded=6, shade=0)


def library(stage: Stage) -> None:
    """Tall bookcases from wall to wall, an arched window between them, a ladder, a reading table with a lamp."""
    canvas, width, m, room = stage.canvas, stage.width, metre(stage), wide(stage)
    shell(stage, ("#e9d9bd", "#d9c09a"), ("#a8744c", "#855736"))
    case, high = 1.08 * m, min(2.25 * m * stage.tall, 640.0)
    x = -0.2 * m
    while x < width:
        if not (abs(x + case / 2 - width * 0.5) < case * 0.62 and room):
            shelves(stage, 700, x, 704 - high, case, high, 6, "#8f6444")
            canvas.shape(700.5, box(x, 704 - high, case, high), "#d9b98f", 0, 0.26, detail=True)
        x += case
    top = 704 - high
    slab(stage, 701, -10, top - 18, width + 20, 24, "#7a5236", shade=0)
    if room:
        window(stage, width * 0.5, 180, 0.72 * m, 1.3 * m, view="hill")
    ladder = path(
        "M", width * 0.3, 722, "l", 0.34 * m, -1.9 * m, "M", width * 0.3 + 0.3 * m, 722, "l", 0.34 * m, -1.9 * m
    )
    rungs = "".join(
        path("M", width * 0.3 + 0.34 * m * t, 722 - 1.9 * m * t, "h", 0.3 * m)
        for t in (0.12, 0.26, 0.4, 0.54, 0.68, 0.82)
    )
    if "ladder" not in stage.named and room:
        canvas.stroke(722, ladder + rungs, "#c99a63", 9)
    left, foot, across = width * (0.78 if room else 0.66), 766.0, 1.2 * m
    if not stage.named & {"table", "desk"}:
        table(stage, foot, left, foot, across, 0.72 * m, "#b5784a")
        _green_lamp(stage, left + across * 0.78, foot - 0.72 * m - 4, 0.34 * m, foot)
        stage.surfaces.append(Surface(left + 14, left + across * 0.62, foot - 0.72 * m, foot + 1, 0.9))
    _carpet(stage, "#7a3f38", "#a5584a")


def _green_lamp(stage: Stage, x: float, foot: float, tall: float, z: float) -> None:
    canvas, dark = stage.canvas, stage.canvas.light.dark
    if dark:
        canvas.glow(z + 0.5, x, foot - tall * 0.6, tall * 2.2, LAMP, 0.5)
    canvas.shape(
        z + 0.6, box(x - 3, foot - tall, 6, tall) + box(x - tall * 0.24, foot - 7, tall * 0.48, 7, 3), "#b98a38"
    )
    shade = path("M", x - tall * 0.5, foot - tall * 0.66, "Q", x - tall * 0.4, foot - tall * 1.08, x,
                 foot - tall * 1.08, "T",
                 x + tall * 0.5, foot - tall * 0.66, "Z")  # fmt: skip
    canvas.shape(z + 0.6, shade, "#3f7a4a")


def _carpet(stage: Stage, outer: str, inner: str) -> None:
    """A runner across the floor, in perspective."""
    canvas, width = stage.canvas, stage.width
    for out, colour in ((0.0, outer), (0.012, inner)):
        shape = path("M", width * (0.24 + out), 770 + 500 * out, "H", width * (0.72 - out), "L",
                     width * (0.86 - out), 1010, "H",
                     width * (0.1 + out), "Z")  # fmt: skip
        canvas.shape(-890, shape, colour, 0, 0.8, detail=out > 0)

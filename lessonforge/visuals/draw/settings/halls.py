"""Great halls: a museum, a theatre's stage, a workshop."""

from __future__ import annotations

import itertools

from lessonforge.model import Movement
from lessonforge.visuals.draw.painter import LAMP
from lessonforge.visuals.draw.paths import ellipse, path, smooth
from lessonforge.visuals.draw.settings.joinery import (
    INK,
    STEEL,
    box,
    column,
    slab,
    strip,
)
from lessonforge.visuals.draw.settings.rooms import FLOOR, metre, picture, shell, table, wide, window
from lessonforge.visuals.draw.settings.stage import BOTTOM, FEET, Stage, Surface, Zone


def museum(stage: Stage) -> None:
    """A high hall: columns and paintings, light from above, a pedestal at either side with a rope before it."""
    canvas, width, m, room = stage.canvas, stage.width, metre(stage), wide(stage)
    shell(stage, ("#e8e2d6", "#d6cbb8"), ("#d9cdb8", "#b5a68c"), kind="tiles", dado="#b9a88c")
    for n in range(2 if room else 1):
        x = width * ((0.3, 0.7)[n] if room else 0.5)
        beam = path("M", x - 0.5 * m, -5, "h", m, "l", 0.7 * m, FLOOR + 60, "h", -2.4 * m, "Z")
        canvas.shape(-887.5, beam, canvas.light.glow, 0, 0.13, lit=True, detail=True)
    for share in (0.02, 0.35, 0.65, 0.98) if room else (0.02, 0.98):
        column(stage, -880, width * share, FLOOR + 8, 640, 0.0, "#efe8da")
    canvas.shape(-879, box(-5, 14, width + 10, 44), "#efe8da")
    strip(stage, -879, -5, 50, width + 10, 12, 0.1)
    for n, share in enumerate((0.185, 0.5, 0.815) if room else (0.5,)):
        if not stage.named & {"painting", "poster", "map", "board"}:
            high = (0.8, 0.95, 0.8)[n] * m * (1 if room else stage.tall)
            picture(stage, width * share, 310, (1.0, 1.3, 1.0)[n] * m, high, n)
    for share in (0.2, 0.8) if room else (0.2, 0.84):
        _pedestal(stage, width * share, 744, 0.46 * m, 0.86 * m)
    if room:
        _rope(stage, width * 0.38, width * 0.62, 722, 0.62 * m)


def _pedestal(stage: Stage, x: float, foot: float, across: float, high: float) -> None:
    canvas = stage.canvas
    canvas.shape(foot, ellipse(x, foot, across * 0.72, 9), INK, 0, 0.15, detail=True)
    slab(stage, foot, x - across * 0.42, foot - high, across * 0.84, high, "#f3eee2")
    for y, out in ((foot - high - 6, 0.5), (foot - 16, 0.52)):
        slab(stage, foot, x - across * out, y, across * 2 * out, 16, "#fbf8f0", rounded=3, shade=0.08)
    stage.surfaces.append(Surface(x - across * 0.45, x + across * 0.45, foot - high - 4, foot + 1, 0.9))


def _rope(stage: Stage, left: float, right: float, foot: float, high: float) -> None:
    canvas, count = stage.canvas, 3
    posts = [left + (right - left) * n / (count - 1) for n in range(count)]
    for one, other in itertools.pairwise(posts):
        canvas.stroke(
            foot - 1,
            path("M", one, foot - high * 0.9, "Q", (one + other) / 2, foot - high * 0.5, other, foot - high * 0.9),
            "#b5432f",
            8,
        )
    poles = "".join(box(x - 4, foot - high, 8, high) + box(x - 15, foot - 7, 30, 7, 3) for x in posts)
    canvas.shape(foot, poles, "#c9a24a")
    canvas.shape(foot, "".join(ellipse(x, foot - high, 9, 9) for x in posts), "#e0bd66")


def theatre(stage: Stage) -> None:
    """A theatre's stage: boards, red curtains drawn to the sides, a painted backcloth, beams of light."""
    canvas, width, unit = stage.canvas, stage.width, stage.unit
    canvas.band(-2000, 0, 700, ("#35305a", "#6a5a94", "#c9a0b4"), lit=True)
    for n, (y, colour, depth) in enumerate(((560, "#5d5488", 0.0), (610, "#4a4476", 0.0))):
        ridge = [
            (width * t, y - unit * (0.09 if k % 2 else 0.02) * (1.2 - 0.5 * n))
            for k, t in enumerate((-0.02, 0.16, 0.34, 0.52, 0.68, 0.86, 1.02))
        ]
        canvas.shape(-1990 + n, f"{smooth(ridge)}V710H-20Z", colour, depth, lit=True)
    canvas.band(-900, 690, BOTTOM, ("#b07a4a", "#8a5a36"))
    boards = "".join(
        path("M", width * (0.5 + 0.1 * n), 690, "L", width * (0.5 + 0.19 * n), BOTTOM) for n in range(-6, 7)
    )
    canvas.stroke(-899, boards, "#5a3d2e", 3, 0.3)
    for share, lean in ((0.3, 0.14), (0.7, -0.14)):
        x = width * share
        beam = path(
            "M", x - 16, -5, "h", 32, "L", x + lean * width + 0.2 * unit, 800, "H", x + lean * width - 0.2 * unit, "Z"
        )
        canvas.shape(-880, beam, "#fff1c9", 0, 0.15, lit=True, detail=True)
    canvas.shape(
        -889, ellipse(width / 2, 800, min(0.36 * width, 0.5 * unit), 62), "#fff1c9", 0, 0.24, lit=True, detail=True
    )
    _drapes(stage)
    lamps = "".join(ellipse(width * (0.1 + 0.8 * n / 9), 868, 17, 13) for n in range(10))
    canvas.shape(868, box(-5, 866, width + 10, 140), "#4a2f2a")
    canvas.shape(867, lamps, "#ffe9ad", lit=True)
    stage.zones["ground"] = Zone(0.16 * width, 0.84 * width, 750, FEET + 15, 0.85)
    stage.zones["wall"] = Zone(0.3 * width, 0.7 * width, 480, 500)
    stage.zones["sky"] = stage.zones["air"] = Zone(0.2 * width, 0.8 * width, 150, 330)


def _drapes(stage: Stage) -> None:
    """The curtains at both sides and the swags above."""
    canvas, width = stage.canvas, stage.width
    across = min(0.17 * width, 300.0)
    for side in (0, 1):

        def at(share: float, side: int = side) -> float:
            return share * across if not side else width - share * across

        cloth = path("M", at(-0.1), -5, "L", at(1.15), -5, "C", at(1.0), 240, at(1.1), 400, at(0.62), 520, "C",
                     at(0.8), 600, at(0.86), 680,
                     at(0.9), 742, "L", at(-0.1), 742, "Z")  # fmt: skip
        canvas.shape(846, cloth, "#b0372f")
        for n, share in enumerate((0.12, 0.34, 0.56, 0.78, 1.0)):
            fold = path("M", at(share), -5, "C", at(share * 0.94), 240, at(share * 0.96), 400,
                        at(share * 0.56 + 0.02), 520, "C", at(share * 0.7), 600,
                        at(share * 0.78), 680, at(share * 0.82), 742)  # fmt: skip
            canvas.stroke(846, fold, "#7d221f", 12 - n, 0.35)
        canvas.stroke(846, path("M", at(-0.1), 536, "Q", at(0.4), 556, at(0.68), 512), "#e0bd66", 13)
    count = max(3, round(width / 300))
    for n in range(count):
        left, one = width * n / count, width / count
        swag = path("M", left - 8, -5, "h", one + 16, "V", 40, "Q", left + one / 2, 190, left - 8, 40, "Z")
        canvas.shape(847, swag, "#c4433a")
        canvas.stroke(847, path("M", left, 42, "Q", left + one / 2, 190, left + one, 42), "#e0bd66", 8)
        canvas.stroke(847, path("M", left + one * 0.3, 0, "Q", left + one * 0.4, 70, left + one * 0.5, 100,
                                "M", left + one * 0.7, 0, "Q", left + one * 0.62, 70,
                                left + one * 0.52, 100), "#7d221f", 7, 0.35)  # fmt: skip


def workshop(stage: Stage) -> None:
    """A hall of brick with tall windows, pipes and a crane, a belt with boxes, a bench under its tools."""
    canvas, width, m, room = stage.canvas, stage.width, metre(stage), wide(stage)
    shell(stage, ("#c98f74", "#b57a60"), ("#aab0b5", "#8b9298"), kind="carpet", trim="#8f9aa8")
    _bricks(stage)
    for share in (0.16, 0.39, 0.62) if room else (0.3, 0.8):
        window(stage, width * share, 170, 0.95 * m, 1.2 * m * stage.tall, bars=3)
    canvas.shape(-884, box(-5, 86, width + 10, 26) + box(-5, 96, width + 10, 4), "#6d7888")
    _hook(stage, width * (0.5 if room else 0.56), m)
    pipe = path("M", width * 0.82, -5, "V", 240, "q", 0, 40, 40, 40, "H", width + 20)
    canvas.stroke(-885, pipe, "#6f9098", 34)
    canvas.stroke(
        -885, path("M", width * 0.82 - 8, -5, "V", 240, "q", 0, 48, 48, 48, "H", width + 20), "#a3bfc4", 7, 0.7
    )
    _belt(stage, 0.0, width * (0.34 if room else 0.4), 736, m)
    left, across = width * (0.7 if room else 0.56), 1.7 * m if room else 1.1 * m
    _pegboard(stage, left, 726 - 0.9 * m, across, m)
    table(stage, 726, left, 730, across, 0.86 * m, "#b98452")
    stage.surfaces.append(Surface(left + 14, left + across - 14, 730 - 0.86 * m, 727, 0.85))
    canvas.shape(-899, path("M", -5, 800, "H", width + 5, "v", 12, "H", -5, "Z"), "#f5c84b", 0, 0.55)


def _bricks(stage: Stage) -> None:
    outline = "".join(
        box(stage.place.uniform(0, stage.width), 30 + 28 * stage.place.randrange(22), 46, 18, 3)
        for _ in range(int(stage.width / 22))
    )
    stage.canvas.shape(-1985, outline, "#8f5a48", 0, 0.2, detail=True)


def _hook(stage: Stage, x: float, m: float) -> None:
    """A crane's hook on its rope, swaying a little."""
    canvas, low = stage.canvas, 104 + 0.5 * m
    claw = path("M", x, low, "q", 0.12 * m, 0.08 * m, 0.04 * m, 0.18 * m, "q", -0.1 * m, 0.06 * m, -0.13 * m, -0.05 * m)
    canvas.shape(-883, box(x - 0.18 * m, 104, 0.36 * m, 0.14 * m, 6), "#f5c84b")
    with canvas.moving(Movement("swing", 6.0, 2.5, pivot=(x, 108))):
        canvas.stroke(-884, path("M", x, 110, "V", low), "#46586a", 5)
        canvas.stroke(-883, claw, "#46586a", 10)


def _belt(stage: Stage, left: float, right: float, foot: float, m: float) -> None:
    """A conveyor belt with parcels, its rollers and legs."""
    canvas, top = stage.canvas, foot - 0.62 * m
    canvas.shape(foot, "".join(box(left + 0.2 * m + 0.55 * m * n, top, 0.07 * m,
                 0.62 * m) for n in range(int((right - left) / (0.55 * m)) + 1) ), "#5d6878")  # fmt: skip
    for n in range(int((right - left) / (0.5 * m))):
        slab(stage, foot, left + 0.12 * m + 0.5 * m * n, top - 0.28 * m, 0.3 * m, 0.28 * m, "#d9b27a", rounded=3)
        canvas.shape(
            foot, box(left + 0.24 * m + 0.5 * m * n, top - 0.28 * m, 0.05 * m, 0.28 * m), "#b5884f", detail=True
        )
    slab(stage, foot, left - 20, top, right - left + 20, 0.13 * m, "#3d4a5c", rounded=16, shade=0)
    canvas.shape(foot, "".join(ellipse(left + 0.14 * m * n, top + 0.065 * m, 0.038 * m,
                 0.038 * m) for n in range(int((right - left) / (0.14 * m)) + 1) ), STEEL)  # fmt: skip


def _pegboard(stage: Stage, left: float, foot: float, across: float, m: float) -> None:
    """Tools on the wall over the bench."""
    canvas, top = stage.canvas, foot - 1.0 * m
    slab(stage, -884, left, top, across, 0.82 * m, "#d9c39a", rounded=5, shade=0.05)
    for n in range(max(3, round(across / (0.28 * m)))):
        x, y = left + 0.18 * m + 0.28 * m * n, top + 0.16 * m
        if x > left + across - 0.1 * m:
            break
        canvas.stroke(-883, path("M", x, y + 0.2 * m, "v", 0.3 * m), ("#b5432f", "#8f6444", "#dba52f")[n % 3], 13)
        head = (
            box(x - 0.09 * m, y, 0.18 * m, 0.09 * m, 4),
            ellipse(x, y + 0.06 * m, 0.07 * m, 0.07 * m),
            box(x - 0.03 * m, y, 0.06 * m, 0.2 * m, 2),
        )[n % 3]
        canvas.shape(-883, head + box(x - 4, y + 0.05 * m, 8, 0.18 * m), "#6d7888")
    if canvas.light.dark:
        canvas.glow(-882, left + across / 2, top, 0.8 * m, LAMP, 0.3)

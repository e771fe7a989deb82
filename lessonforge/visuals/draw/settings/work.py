"""Rooms that people work in: a hospital ward, an office."""

from __future__ import annotations

from lessonforge.visuals.draw.paths import ellipse, path
from lessonforge.visuals.draw.settings.joinery import INK, STEEL, box, pot_plant, shelves, slab
from lessonforge.visuals.draw.settings.rooms import FLOOR, cabinet, metre, pendant, shell, table, wide, window
from lessonforge.visuals.draw.settings.stage import Stage, Surface


def ward(stage: Stage) -> None:
    """A bed with rails, the monitor and drip beside it, a curtain on its rail, a cupboard with a lamp."""
    canvas, width, m, room = stage.canvas, stage.width, metre(stage), wide(stage)
    shell(stage, ("#e6f2f0", "#cfe4e1"), ("#d3dfe3", "#b6c7ce"), kind="carpet", dado="#b5d6d0")
    window(stage, width * (0.6 if room else 0.66), 180 if room else 150, 1.2 * m, 1.1 * m * stage.tall, view="city")
    _screen_curtain(stage, width * (0.84 if room else 0.9), m)
    canvas.shape(-885, box(0, FLOOR - 1.32 * m, width * (0.42 if room else 0.5), 0.14 * m, 6), "#f7fbfb")
    canvas.shape(-884, "".join(ellipse(0.3 * m + 0.3 * m * n, FLOOR - 1.25 * m, 8, 8) for n in range(4)), "#7fa6b0")
    if not stage.named & {"bed", "bunk-bed", "cot", "hospital-bed"}:
        _hospital_bed(stage, width * 0.04 if room else -0.9 * m, 744, 2.05 * m)
    x = width * 0.04 + 2.3 * m if room else 1.32 * m
    _monitor(stage, x - 0.12 * m if room else x, m)
    left = x + 0.2 * m if room else x - 0.2 * m
    cabinet(stage, 716, left, 720 - 0.72 * m, 0.5 * m, 0.72 * m, "#f2f6f7", 1, drawers=True)
    slab(stage, 717, left - 6, 720 - 0.72 * m - 8, 0.5 * m + 12, 12, "#8fb9b4", rounded=4, shade=0)
    stage.surfaces.append(Surface(left, left + 0.5 * m, 720 - 0.72 * m - 6, 718, 0.8))


def _hospital_bed(stage: Stage, x: float, foot: float, long: float) -> None:
    canvas, high = stage.canvas, long * 0.3
    canvas.shape(foot, ellipse(x + long / 2, foot, long * 0.53, 10), INK, 0, 0.14, detail=True)
    for at in (0.08, 0.9):
        canvas.shape(foot, box(x + long * at, foot - high * 0.6, long * 0.025, high * 0.5), "#8f9aa8")
        canvas.shape(foot, ellipse(x + long * (at + 0.012), foot - high * 0.1, 10, 10), INK)
    slab(stage, foot, x - long * 0.02, foot - high * 1.75, long * 0.05, high * 1.3, "#8fb9b4", rounded=9)
    slab(stage, foot, x + long * 0.97, foot - high * 1.2, long * 0.045, high * 0.8, "#8fb9b4", rounded=9)
    canvas.shape(foot, box(x, foot - high * 0.72, long, high * 0.16, 5), STEEL)
    raised = path("M", x + long * 0.03, foot - high * 1.35, "L", x + long * 0.36, foot - high * 0.94, "H",
                  x + long * 0.97, "V", foot - high * 0.7,
                  "H", x + long * 0.03, "Z")  # fmt: skip
    canvas.shape(foot, raised, "#ffffff")
    canvas.shape(foot, path("M", x + long * 0.03, foot - high * 1.42, "q", long * 0.05, -high * 0.26,
                 long * 0.16, high * 0.02, "l", long * 0.04, high * 0.2, "L", x + long * 0.05,
                 foot - high * 1.14, "Z"), "#f2f6fb")  # fmt: skip
    quilt = path("M", x + long * 0.34, foot - high * 1.06, "Q", x + long * 0.6, foot - high * 1.22,
                 x + long * 0.97, foot - high * 1.04, "V",
                 foot - high * 0.52, "H", x + long * 0.32, "Z")  # fmt: skip
    canvas.shape(foot, quilt, "#8cc0d8")
    canvas.shape(foot, box(x + long * 0.32, foot - high * 1.08, long * 0.05, high * 0.56, 8), "#fdfefe")
    rail = path("M", x + long * 0.44, foot - high * 0.6, "v", -high * 0.62, "h", long * 0.3, "v", high * 0.62,
                "M", x + long * 0.54, foot - high * 1.2, "v",
                high * 0.6, "M", x + long * 0.64, foot - high * 1.2, "v", high * 0.6)  # fmt: skip
    canvas.stroke(foot, rail, "#b3bec9", 6)


def _monitor(stage: Stage, x: float, m: float) -> None:
    """A drip on its stand and a screen with a heart's curve."""
    canvas, foot = stage.canvas, 716.0
    canvas.stroke(foot - 4, path("M", x, foot, "V", foot - 1.75 * m, "M", x - 0.16 * m, foot, "h",
                  0.32 * m, "M", x - 0.12 * m, foot - 1.75 * m, "h", 0.24 * m), "#a9b5c0", 6)  # fmt: skip
    canvas.shape(foot - 4, box(x - 0.16 * m, foot - 1.72 * m, 0.13 * m, 0.26 * m, 8), "#d9eef5")
    canvas.shape(foot - 4, box(x - 0.16 * m, foot - 1.6 * m, 0.13 * m, 0.14 * m, 8), "#8cc4e4")
    slab(stage, foot - 3, x - 0.03 * m, foot - 1.46 * m, 0.44 * m, 0.34 * m, "#46586a", rounded=8, shade=0)
    canvas.shape(foot - 3, box(x, foot - 1.43 * m, 0.38 * m, 0.26 * m, 4), "#20384a")
    curve = path("M", x + 0.02 * m, foot - 1.29 * m, "h", 0.1 * m, "l", 0.02 * m, -0.08 * m, "l",
                 0.04 * m, 0.14 * m, "l", 0.03 * m, -0.06 * m, "h", 0.14 * m)  # fmt: skip
    canvas.stroke(foot - 3, curve, "#7fe0a8", 3, lit=True)


def _screen_curtain(stage: Stage, x: float, m: float) -> None:
    """A curtain that can be drawn round the next bed."""
    canvas, top, across = stage.canvas, 130.0, 1.0 * m
    canvas.shape(690, box(x - across * 0.3, top - 8, stage.width, 8, 4), "#a9b5c0")
    cloth = path(
        "M", x, top, "H", x + across * 2, "V", 700, "H", x - across * 0.06, "Q", x + across * 0.06, 400, x, top, "Z"
    )
    canvas.shape(690, cloth, "#a8cfd6")
    folds = "".join(
        path("M", x + across * at, top, "Q", x + across * (at + 0.04), 420, x + across * (at - 0.03), 698)
        for at in (0.16, 0.34, 0.52, 0.7, 0.88, 1.06)
    )
    canvas.stroke(690, folds, "#6fa3ad", 7, 0.4)


def office(stage: Stage) -> None:
    """Windows high over the city, a desk with a screen, shelves with files, a plant."""
    canvas, width, m, room = stage.canvas, stage.width, metre(stage), wide(stage)
    shell(stage, ("#eef0f2", "#d9dee3"), ("#a9b2bc", "#8d98a5"), kind="carpet")
    window(stage, width * (0.3 if room else 0.36), 150, (2.5 if room else 1.3) * m,
           1.25 * m * stage.tall, view="city", bars=3)  # fmt: skip
    if room and not stage.named & {"board", "whiteboard"}:
        canvas.shape(-886, box(width * 0.6, 210, 1.15 * m, 0.8 * m, 6), "#b9c3cd")
        canvas.shape(-885, box(width * 0.6 + 8, 218, 1.15 * m - 16, 0.8 * m - 16, 3), "#fdfefe")
        curve = path("M", width * 0.6 + 0.14 * m, 210 + 0.6 * m, "l", 0.22 * m, -0.14 * m, "l", 0.2 * m,
                     0.06 * m, "l", 0.34 * m, -0.3 * m)  # fmt: skip
        canvas.stroke(-884, curve, "#5f9fb8", 5, 0.7)
    _files(stage, width * (0.885 if room else 0.76), 706 - 1.85 * m, 0.95 * m, 1.85 * m)
    left, foot, across = width * (0.04 if room else -0.08), 752.0, 1.6 * m
    if not stage.named & {"desk", "table"}:
        table(stage, foot, left, foot, across, 0.74 * m, "#c9a06e")
        top = foot - 0.74 * m - 4
        if not stage.named & {"computer", "laptop"}:
            slab(stage, foot + 1, left + 0.26 * m, top - 0.46 * m, 0.62 * m, 0.38 * m, "#3d4a5c", rounded=6, shade=0)
            canvas.shape(foot + 1, box(left + 0.29 * m, top - 0.43 * m, 0.56 * m, 0.31 * m, 3), "#9cc8dc")
            canvas.shape(
                foot + 1,
                box(left + 0.53 * m, top - 0.09 * m, 0.07 * m, 0.09 * m)
                + box(left + 0.44 * m, top - 5, 0.26 * m, 6, 3),
                "#3d4a5c",
            )
        stage.surfaces.append(Surface(left + 0.95 * m, left + across - 16, top + 3, foot + 2, 0.9))
    pot_plant(stage, 742, width * (0.83 if room else 0.68), 748, 0.9 * m, "#8f9aa8")
    for share in (0.3, 0.64) if room else (0.5,):
        pendant(stage, width * share, 110, 0.3 * m, "#5d6878")


def _files(stage: Stage, x: float, top: float, across: float, high: float) -> None:
    shelves(stage, 700, x, top, across, high, 4, "#d3d9df", full=False)
    row, colours = high / 4, ("#d9573f", "#3f80c4", "#f5c84b", "#4f8f45")
    for n, colour in enumerate(colours):
        files = "".join(box(x + across * (0.07 + 0.1 * k), top + row * (r + 1) - row * 0.86, across * 0.088,
        row * 0.76, 3)
                        for r in range(4) for k in range(8 - r) if (k + r) // 2 % 4 == n)  # fmt: skip
        if files:
            stage.canvas.shape(701, files, colour)

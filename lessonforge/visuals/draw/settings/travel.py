"""Where people wait to travel: a railway platform."""

from __future__ import annotations

from lessonforge.visuals.draw.painter import LAMP
from lessonforge.visuals.draw.paths import ellipse, num, path
from lessonforge.visuals.draw.settings.houses import skyline
from lessonforge.visuals.draw.settings.joinery import CREAM, INK, WOOD, box, glaze, grid, paving, slab, strip
from lessonforge.visuals.draw.settings.stage import FEET, RAILED, Stage, Zone
from lessonforge.visuals.draw.settings.views import backdrop


def station(stage: Stage) -> None:
    """A platform under a roof on iron posts, the rails behind it with a train, a clock and a board of departures."""
    canvas, width, unit = stage.canvas, stage.width, stage.unit
    backdrop(stage, 480)
    skyline(stage, 560, 0.2, 0.7, "#9fb2c8", 500)
    _hall(stage)
    canvas.band(640, 640, 740, ("#9a9184", "#857c70"))
    ties = "".join(
        path("M", n * 46 - 20, 664, "h", 26, "l", -10, 44, "h", -30, "Z") for n in range(int(width / 46) + 2)
    )
    canvas.shape(641, ties, "#6b5646")
    canvas.shape(642, box(-5, 670, width + 10, 6) + box(-5, 698, width + 10, 8), "#c3cbd4")
    if not stage.named & RAILED:
        _train(stage, -0.06 * width, 700, unit * 0.26)
    canvas.shape(738, box(-5, 736, width + 10, 20), "#8d8375")
    paving(stage, 750, ("#d3cdc2", "#b9b1a4"), "#857b6b", 0.3)
    canvas.shape(751, box(-5, 756, width + 10, 9), "#f5d04a")
    _roof(stage)
    stage.zones["ground"] = Zone(0.1 * width, 0.9 * width, 782, FEET + 15, 0.92)
    stage.zones["rails"] = Zone(0.1 * width, 0.9 * width, 700, 708, 0.9)


def _hall(stage: Stage) -> None:
    """The station's house on the other side of the rails."""
    canvas, width, unit = stage.canvas, stage.width, stage.unit
    across, tall = 0.62 * unit, 0.2 * unit
    x = width * 0.6
    canvas.shape(640, box(-5, 622, width + 10, 22), "#b9b1a4")
    slab(stage, 630, x, 626 - tall, across, tall, "#c98a68")
    roof = path("M", x - 20, 626 - tall, "l", 60, -tall * 0.36, "h", across - 80, "l", 60, tall * 0.36, "Z")
    canvas.shape(631, roof, "#7d4a3f")
    glaze(stage, 632, grid(x + 20, 640 - tall, across - 40, tall * 0.72, 6, 1, 0.5))


def _train(stage: Stage, x: float, foot: float, tall: float) -> None:
    """Carriages that stand at the platform."""
    canvas = stage.canvas
    for n in range(2):
        left, across = x + n * tall * 2.46, tall * 2.4
        slab(stage, 700, left, foot - tall, across, tall * 0.86, "#3f80c4", rounded=24, shade=0)
        canvas.shape(700.1, box(left + 6, foot - tall * 0.42, across - 12, tall * 0.1), "#f5d04a")
        glaze(stage, 700.2, grid(left + tall * 0.16, foot - tall * 0.9, across - tall * 0.32, tall * 0.42, 5, 1, 0.78))
        wheels = "".join(
            ellipse(left + across * at, foot - tall * 0.08, tall * 0.09, tall * 0.09) for at in (0.14, 0.26, 0.74, 0.86)
        )
        canvas.shape(699.9, wheels, "#2f3947")


def _roof(stage: Stage) -> None:
    """The platform's roof with its posts, a clock, a board of departures, a bench."""
    canvas, width, unit = stage.canvas, stage.width, stage.unit
    canvas.shape(760, f"M-5 60H{num(width + 5)}V128H-5Z", "#46646e")
    teeth = "".join(
        path("M", n * 44 - 5, 126, "h", 44, "v", 26, "l", -22, 22, "l", -22, -22, "Z")
        for n in range(int(width / 44) + 2)
    )
    canvas.shape(760, teeth, CREAM)
    strip(stage, 760.1, -5, 128, width + 10, 8, 0.2)
    for share in (0.05, 0.95):
        x = width * share
        arms = path("M", x, 300, "q", 0, -140, 130, -150, "M", x, 300, "q", 0, -140, -130, -150)
        canvas.stroke(759, arms, "#3f5a63", 10)
        canvas.shape(759, box(x - 11, 130, 22, 650) + box(x - 24, 764, 48, 20, 4), "#3f5a63")
    _clock(stage, width * 0.28, 236, 0.055 * unit)
    board = width * 0.62
    canvas.shape(761, box(board, 130, 10, 60) + box(board + 0.24 * unit, 130, 10, 60), "#3f5a63")
    slab(stage, 761, board - 20, 182, 0.3 * unit, 0.14 * unit, "#22303f", rounded=6, shade=0)
    rows = "".join(
        box(board, 200 + 32 * n, 0.1 * unit, 12, 3) + box(board + 0.15 * unit, 200 + 32 * n, 0.1 * unit, 12, 3)
        for n in range(3)
    )
    canvas.shape(762, rows, LAMP, 0, 0.9, lit=True)
    if "bench" not in stage.named:
        seat = width * 0.8
        legs = box(seat + 14, 742, 8, 38) + box(seat + 0.2 * unit - 24, 742, 8, 38)
        canvas.shape(772, legs, INK)
        slab(stage, 772, seat, 736, 0.2 * unit, 14, WOOD, rounded=4)
        slab(stage, 771, seat, 694, 0.2 * unit, 26, WOOD, rounded=4)


def _clock(stage: Stage, x: float, y: float, half: float) -> None:
    canvas = stage.canvas
    canvas.stroke(761, path("M", x, 130, "V", y - half), "#3f5a63", 8)
    canvas.shape(761, ellipse(x, y, half, half), "#3f5a63")
    canvas.shape(762, ellipse(x, y, half * 0.84, half * 0.84), "#fdfbf2", lit=True)
    canvas.stroke(763, path("M", x, y, "v", -half * 0.6, "M", x, y, "l", half * 0.4, half * 0.2), INK, 5)

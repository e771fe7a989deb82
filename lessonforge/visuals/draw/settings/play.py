"""Where people play: a playground and a sports field."""

from __future__ import annotations

from lessonforge.model import Movement
from lessonforge.visuals.draw.paths import ellipse, path, smooth
from lessonforge.visuals.draw.settings.flora import treeline
from lessonforge.visuals.draw.settings.green import meadow_band
from lessonforge.visuals.draw.settings.joinery import INK, WOOD, WOOD_DARK, box, slab, strip
from lessonforge.visuals.draw.settings.land import layer
from lessonforge.visuals.draw.settings.stage import FEET, Stage, Zone, wave
from lessonforge.visuals.draw.settings.views import backdrop


def playground(stage: Stage) -> None:
    """A slide, swings and a sandpit on soft ground, trees and a low fence behind."""
    canvas, width, unit = stage.canvas, stage.width, stage.unit
    backdrop(stage, 505)
    line = wave(stage.place, width, 606, 6, 900)
    layer(stage, line, ("hill_near", "ground"), 0.05)
    treeline(stage, line, 606, 0.2 * stage.tall, "hill_near", 0.3, ("tree", "bush", "tree"), gap=0.6)
    fence(stage, 628, 44, "#fdf6e6", 0.1)
    meadow_band(stage, 630)
    pad = [(-30.0, 716.0), (width * 0.3, 690.0), (width * 0.7, 692.0), (width + 30, 712.0)]
    canvas.gradient(692, f"{smooth(pad)}V1010H-30Z", ("#e2b98a", "#d9a878", "#c99468"))
    if "slide" not in stage.named:
        _slide(stage, width * (0.15 if width > 900 else 0.2), 744, unit * 0.4)
    if "swing" not in stage.named:
        _swings(stage, width * (0.84 if width > 900 else 0.86), 724, unit * 0.36)
    stage.zones["ground"] = Zone(0.1 * width, 0.9 * width, 728, FEET, 0.8)


def fence(stage: Stage, foot: float, tall: float, colour: str, depth: float = 0.0) -> None:
    """Pales and two rails over the whole width."""
    pales = "".join(path("M", x, foot, "v", -tall * 0.86, "l", tall * 0.11, -tall * 0.14, "l",
                    tall * 0.11, tall * 0.14, "V", foot, "Z") for x in range(-10, int(stage.width) + 10,
                    max(14, round(tall * 0.42))) )  # fmt: skip
    rails = box(-5, foot - tall * 0.72, stage.width + 10, tall * 0.1) + box(
        -5, foot - tall * 0.3, stage.width + 10, tall * 0.1
    )
    stage.canvas.shape(foot, rails + pales, colour, depth)


def _slide(stage: Stage, x: float, foot: float, tall: float) -> None:
    """A tower with a roof and ladder, and the slide from it to the right."""
    canvas, wide, deck = stage.canvas, tall * 0.34, foot - tall * 0.52
    canvas.shape(foot - 3, ellipse(x + tall * 0.2, foot, tall * 0.7, 12), "#8f5f3e", 0, 0.22, detail=True)
    posts = "".join(box(x + at * wide, foot - tall * 0.86, tall * 0.035, tall * 0.86) for at in (-0.5, 0.44))
    canvas.shape(foot - 2, posts, WOOD_DARK)
    rungs = "".join(box(x - wide * 0.5, foot - tall * at, wide * 0.94, tall * 0.024) for at in (0.12, 0.24, 0.36))
    canvas.shape(foot - 2, rungs, WOOD)
    canvas.shape(foot - 2, box(x - wide * 0.4, deck - tall * 0.18, wide * 0.84, tall * 0.18), "#3f9aa6")
    strip(stage, foot - 2, x - wide * 0.4, deck - tall * 0.05, wide * 0.84, tall * 0.05)
    slab(stage, foot - 2, x - wide * 0.62, deck, wide * 1.24, tall * 0.045, WOOD)
    roof = path("M", x - wide * 0.74, foot - tall * 0.84, "L", x, foot - tall * 1.04, "L",
                x + wide * 0.74, foot - tall * 0.84, "Z")  # fmt: skip
    canvas.shape(foot - 1, roof, "#d9573f")
    side = path("M", x, foot - tall * 1.04, "L", x + wide * 0.74, foot - tall * 0.84, "H", x + wide * 0.2, "Z")
    canvas.shape(foot - 1, side, INK, 0, 0.14, detail=True)
    run = path("M", x + wide * 0.5, deck, "C", x + tall * 0.4, deck + tall * 0.04, x + tall * 0.5, foot - tall * 0.06,
               x + tall * 0.86, foot - tall * 0.05)  # fmt: skip
    canvas.stroke(foot - 1, run, "#dba52f", tall * 0.07)
    canvas.stroke(foot - 1, run, "#f5c84b", tall * 0.045)


def _swings(stage: Stage, x: float, foot: float, tall: float) -> None:
    """A frame with two swings."""
    canvas, half = stage.canvas, tall * 0.52
    legs = "".join(
        path("M", x + side * half, foot - tall, "L", x + side * half + dx * tall, foot + (6 if dx > 0 else 0))
        for side in (-1, 1) for dx in (-0.13, 0.13)
    )  # fmt: skip
    canvas.shape(foot - 2, ellipse(x, foot, half * 1.1, 10), "#8f5f3e", 0, 0.18, detail=True)
    canvas.stroke(foot - 2, legs + path("M", x - half, foot - tall, "H", x + half), "#3f80c4", tall * 0.034)
    for at in (-0.48, 0.42):
        seat, wide = foot - tall * 0.22, tall * 0.22
        ropes = path("M", x + half * at, foot - tall, "V", seat, "M", x + half * at + wide, foot - tall, "V", seat)
        bar = x + half * at + wide / 2, foot - tall
        with canvas.moving(Movement("swing", 3.0, 4.0, pivot=bar, phase=0.3 + at / 3)):
            canvas.stroke(foot - 1, ropes, "#5d6878", 2.6)
            canvas.shape(foot - 1, box(x + half * at - 5, seat, wide + 10, tall * 0.035, 3), "#d9573f")


def sports_field(stage: Stage) -> None:
    """A mown pitch with its lines, a goal at the back, a stand and floodlights behind."""
    canvas, width, unit = stage.canvas, stage.width, stage.unit
    backdrop(stage, 500)
    line = wave(stage.place, width, 600, 5, 900)
    treeline(stage, line, 588, 0.14 * stage.tall, "hill_near", 0.35, ("tree", "pine"), gap=0.5)
    _stand(stage, width * (0.06 if width > 900 else -0.1), 622, unit * 0.46)
    for share in (0.04, 0.95):
        _floodlight(stage, width * share, 626, unit * 0.42)
    boards = ("#3f80c4", "#fdf6e6", "#d9573f", "#f5c84b", "#3f9aa6")
    for n in range(int(width / 130) + 1):
        canvas.shape(612, box(n * 130 - 10, 606, 126, 26, 2), boards[n % 5], 0.12)
    meadow_band(stage, 630)
    _lines(stage)
    if "goal" not in stage.named:
        _goal(stage, width * (0.7 if width > 900 else 0.66), 664, unit * 0.17)
    stage.zones["ground"] = Zone(0.08 * width, 0.92 * width, 690, FEET, 0.7)


def _stand(stage: Stage, x: float, foot: float, wide: float) -> None:
    """A stand with rows of spectators as dots of colour."""
    canvas, tall = stage.canvas, wide * 0.36
    rows = path(
        "M", x, foot, "v", -tall * 0.4, "L", x + wide * 0.08, foot - tall, "h", wide * 0.84, "L", x + wide, foot, "Z"
    )
    canvas.shape(590, rows, "#8f9aa8", 0.4)
    for k, colour in enumerate(("#d9573f", "#f5c84b", "#fdf6e6", "#3f80c4")):
        people = "".join(
            box(x + wide * (0.1 + 0.8 * ((n * 0.382 + k * 0.21) % 1)), foot - tall * (0.18 + 0.17 * (n % 5)), 7, 9, 3)
            for n in range(16)
        )
        canvas.shape(591, people, colour, 0.3, detail=True)
    roof = path("M", x - wide * 0.02, foot - tall * 1.3, "L", x + wide, foot - tall * 1.42, "v", tall * 0.1,
                "L", x - wide * 0.02, foot - tall * 1.2, "Z")  # fmt: skip
    canvas.shape(591, roof + box(x + wide * 0.06, foot - tall * 1.3, 6, tall * 1.3), "#5d6878", 0.4)


def _floodlight(stage: Stage, x: float, foot: float, tall: float) -> None:
    canvas, top, dark = stage.canvas, foot - tall, stage.canvas.light.dark
    canvas.shape(600, box(x - tall * 0.012, top, tall * 0.024, tall), "#6d7888", 0.25)
    if dark:
        canvas.glow(600, x, top, tall * 0.5, "#fff3cf", 0.6)
    canvas.shape(600, box(x - tall * 0.09, top - tall * 0.06, tall * 0.18, tall * 0.12, 3), "#5d6878", 0.25)
    lamps = "".join(box(x + tall * (0.05 * n - 0.075), top - tall * 0.045 + tall * 0.05 * r, tall * 0.04,
    tall * 0.035, 3)
                    for n in range(3) for r in range(2))  # fmt: skip
    canvas.shape(600, lamps, "#fff6d8" if dark else "#eef3f5", 0.1, lit=dark)


def _lines(stage: Stage) -> None:
    """The white lines of a pitch: goal line, two boxes, the arc."""
    width, middle = stage.width, stage.width * (0.7 if stage.width > 900 else 0.66)
    unit = stage.unit
    marks = path(
        "M", -5, 664, "H", width + 5,
        "M", middle - unit * 0.34, 664, "L", middle - unit * 0.46, 724, "H", middle + unit * 0.46,
        "L", middle + unit * 0.34, 664,
        "M", middle - unit * 0.2, 664, "L", middle - unit * 0.24, 688, "H", middle + unit * 0.24,
        "L", middle + unit * 0.2, 664,
        "M", middle - unit * 0.14, 724, "Q", middle, 752, middle + unit * 0.14, 724,
    )  # fmt: skip
    stage.canvas.stroke(665, marks, "#fbfdf6", 4.5, 0.85)
    stage.canvas.stroke(665, path("M", -5, 884, "H", width + 5), "#fbfdf6", 9, 0.7)


def _goal(stage: Stage, x: float, foot: float, tall: float) -> None:
    """A goal with its net."""
    canvas, half = stage.canvas, tall * 1.45
    back, deep = half * 0.9, tall * 0.2
    net = "".join(
        path("M", x - half + 2 * half * n / 16, foot - tall, "L", x - back + 2 * back * n / 16, foot - deep)
        for n in range(17)
    )
    net += "".join(path("M", x - half + (half - back) * n / 6, foot - tall + (tall - deep) * n / 6,
                        "H", x + half - (half - back) * n / 6) for n in range(1, 7))  # fmt: skip
    canvas.stroke(664, net, "#fdfefe", 1.4, 0.7)
    frame = path("M", x - half, foot, "V", foot - tall, "H", x + half, "V", foot)
    canvas.stroke(666, frame, "#fdfefb", 8)
    canvas.stroke(
        665, path("M", x - half, foot, "L", x - back, foot - deep, "H", x + back, "L", x + half, foot), "#c3cbd4", 3
    )

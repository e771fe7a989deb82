"""Old worlds: a Roman forum, and Egypt with its pyramids."""

from __future__ import annotations

from lessonforge.visuals.draw.paths import down_to, ellipse, path, smooth
from lessonforge.visuals.draw.settings.flora import blade, treeline
from lessonforge.visuals.draw.settings.joinery import box, column, paving, slab, strip
from lessonforge.visuals.draw.settings.land import layer, slope
from lessonforge.visuals.draw.settings.sky import sky
from lessonforge.visuals.draw.settings.stage import FEET, Stage, Zone, along, wave
from lessonforge.visuals.draw.settings.views import backdrop
from lessonforge.visuals.draw.settings.water import glints

MARBLE, STONE, TILE = "#f0e6d0", "#d9c7a3", "#c4674a"


def forum(stage: Stage) -> None:
    """A Roman forum: an aqueduct on the hills, tiled roofs, a temple on its steps, a colonnade, a paved square."""
    width, unit = stage.width, stage.unit
    backdrop(stage, 500)
    if not stage.named & {"aqueduct"}:
        _aqueduct(stage, 512)
    _roofs(stage, 600)
    cypress = wave(stage.place, width, 606, 4, 900)
    treeline(stage, cypress, 590, 0.13, "#4f7f52", 0.35, ("pine", "bush", "pine"), (0.3, 0.72), 0.9)
    paving(stage, 622, ("#e2d4b4", "#c4b08a"), "#97835e", 0.34)
    wide = unit * (0.52 if width > 900 else 0.46)
    if not stage.named & {"temple"}:
        temple(stage, width * 0.2 if width > 900 else width * 0.26, 690, wide)
    _portico(stage, 0.74 if width > 900 else 0.8, 676)
    _statue(stage, width * (0.57 if width > 900 else 0.55), 648, unit * 0.17)
    stage.zones["ground"] = Zone(0.1 * width, 0.9 * width, 712, FEET, 0.75)


def _aqueduct(stage: Stage, foot: float) -> None:
    """Arches upon arches across the far hills."""
    wide, tall = stage.unit * 0.05, stage.unit * 0.09 * stage.tall
    left, top = stage.width * 0.44, foot - tall
    wall = box(left, top, stage.width, tall)
    holes = ""
    for row, (high, share) in enumerate(((0.94, 0.5), (0.38, 0.3))):
        for n in range(int((stage.width - left) / wide) + 1):
            r = wide * 0.34
            x, base = left + (n + 0.5) * wide, top + tall * high + (tall * 0.1 if not row else 0)
            holes += path("M", x - r, base, "v", -tall * (share - 0.14), "a", r, r, 0, 0, 1, 2 * r, 0, "V", base, "Z")
    stage.canvas.shape(foot - 30, wall, STONE, 0.62)
    stage.canvas.shape(foot - 30, holes, "far", 0.5, detail=True)


def _roofs(stage: Stage, foot: float) -> None:
    """The tiled houses of the town in the haze."""
    x, n = -20.0, 0
    while x < stage.width:
        wide, high = (
            stage.unit * stage.place.uniform(0.07, 0.13),
            stage.unit * stage.place.uniform(0.05, 0.12) * stage.tall,
        )
        stage.canvas.shape(572, box(x, foot - high, wide, high + 30), ("#ecd9b4", "#e2c49a", "#f0e2c6")[n % 3], 0.3)
        roof = path("M", x - 6, foot - high, "L", x + wide * 0.2, foot - high - wide * 0.2, "h", wide * 0.6,
                    "L", x + wide + 6, foot - high, "Z")  # fmt: skip
        stage.canvas.shape(572, roof, TILE, 0.3)
        panes = "".join(box(x + wide * at, foot - high * 0.7, wide * 0.1, wide * 0.16) for at in (0.24, 0.62))
        stage.canvas.shape(572, panes, "#8a6a4a", 0.3, 0.6, detail=True)
        x, n = x + wide * stage.place.uniform(0.9, 1.15), n + 1


def temple(stage: Stage, x: float, foot: float, wide: float) -> None:
    """Six columns under a gable, on broad steps."""
    canvas, tall = stage.canvas, wide * 0.42
    left, base = x - wide / 2, foot - wide * 0.1
    canvas.shape(foot - 4, box(left + wide * 0.06, base - tall, wide * 0.88, tall), "#c9a884")
    door = box(x - wide * 0.07, base - tall * 0.7, wide * 0.14, tall * 0.7)
    canvas.shape(foot - 4, door, "#6f4a38", 0, 0.8)
    strip(stage, foot - 4, left + wide * 0.06, base - tall, wide * 0.88, tall * 0.22, 0.2)
    for n in range(6):
        column(stage, foot - 3, left + wide * (0.075 + 0.17 * n), base, tall, stone=MARBLE)
    canvas.shape(foot - 2, box(left - wide * 0.01, base - tall * 1.15, wide * 1.02, tall * 0.16), MARBLE)
    strip(stage, foot - 2, left - wide * 0.01, base - tall * 1.03, wide * 1.02, tall * 0.04, 0.16)
    gable = path("M", left - wide * 0.04, base - tall * 1.14, "L", x, base - tall * 1.66, "L", left + wide * 1.04,
                 base - tall * 1.14, "Z")  # fmt: skip
    field = path("M", left + wide * 0.1, base - tall * 1.18, "L", x, base - tall * 1.53, "L", left + wide * 0.9,
                 base - tall * 1.18, "Z")  # fmt: skip
    canvas.shape(foot - 2, gable, MARBLE)
    canvas.shape(foot - 2, field, "#d9b88a")
    canvas.shape(foot - 2, ellipse(x, base - tall * 1.29, wide * 0.05, wide * 0.05), "#c4955e", detail=True)
    edge = path("M", x, base - tall * 1.66, "L", left + wide * 1.04, base - tall * 1.14, "h", -wide * 0.05, "L", x,
                base - tall * 1.57, "Z")  # fmt: skip
    canvas.shape(foot - 2, edge, "#8f7a66", 0, 0.3, detail=True)
    for n in range(3):
        step, rise = wide * (0.03 + 0.03 * n), wide * 0.033
        canvas.shape(
            foot - 1, box(left - step, base + rise * n, wide + 2 * step, rise + 1), ("#efe4cc", "#e4d6b8", "#d6c5a2")[n]
        )
        strip(stage, foot - 1, left - step, base + rise * (n + 0.78), wide + 2 * step, rise * 0.22, 0.12)


def _portico(stage: Stage, share: float, foot: float) -> None:
    """A colonnade that runs out of the picture at the right."""
    canvas, tall = stage.canvas, stage.unit * 0.24 * stage.tall**0.4
    left = stage.width * share
    canvas.shape(foot - 8, box(left - 10, foot - tall * 1.1, stage.width, tall * 1.1), "#b98d6a", 0.08)
    strip(stage, foot - 8, left - 10, foot - tall, stage.width, tall * 0.34, 0.16)
    for n in range(int((stage.width - left) / (tall * 0.32)) + 1):
        column(stage, foot - 6, left + 12 + n * tall * 0.32, foot, tall, 0.05, MARBLE)
    canvas.shape(foot - 5, box(left - 18, foot - tall * 1.13, stage.width, tall * 0.14), MARBLE, 0.05)
    roof = path("M", left - 30, foot - tall * 1.12, "L", left + tall * 0.24, foot - tall * 1.4, "H", stage.width + 10,
                "V", foot - tall * 1.12, "Z")  # fmt: skip
    canvas.shape(foot - 5, roof, TILE, 0.05)
    ribs = "".join(path("M", left + 6 + n * 26, foot - tall * 1.13, "l", tall * 0.12, -tall * 0.24) for n in
                   range(int((stage.width - left) / 26) + 1))  # fmt: skip
    canvas.stroke(foot - 5, ribs, "#8f4632", 3, 0.3, 0.05)
    canvas.shape(foot - 4, box(left - 22, foot - 7, stage.width, 14), "#e4d6b8")


def _statue(stage: Stage, x: float, foot: float, tall: float) -> None:
    """A figure in a toga on a pedestal."""
    canvas = stage.canvas
    slab(stage, foot, x - tall * 0.15, foot - tall * 0.36, tall * 0.3, tall * 0.36, "#e2d4b8", depth=0.1)
    canvas.shape(foot, box(x - tall * 0.18, foot - tall * 0.39, tall * 0.36, tall * 0.05), MARBLE, 0.1)
    body = path("M", x - tall * 0.1, foot - tall * 0.39, "Q", x - tall * 0.14, foot - tall * 0.66, x - tall * 0.08,
                foot - tall * 0.8, "Q", x, foot - tall * 0.86, x + tall * 0.08, foot - tall * 0.8, "L", x + tall * 0.17,
                foot - tall * 0.98, "l", tall * 0.04, tall * 0.03, "L", x + tall * 0.1, foot - tall * 0.68, "Q",
                x + tall * 0.13, foot - tall * 0.5, x + tall * 0.1, foot - tall * 0.39, "Z")  # fmt: skip
    canvas.shape(foot, body + ellipse(x, foot - tall * 0.91, tall * 0.055, tall * 0.065), "#f6efdf", 0.1)


def egypt(stage: Stage) -> None:
    """Pyramids behind the dunes, palms along the Nile, sand before it."""
    canvas, width, unit = stage.canvas, stage.width, stage.unit
    stage.canvas.land = {
        **canvas.land,
        "far": "#d9b79a",
        "ground": "#efcd8d",
        "ground_near": "#d9a968",
        "tuft": "#7f8f4a",
    }
    stage.horizon = 520.0
    sky(stage)
    layer(stage, wave(stage.place, width, 506, 10, 900), ("dune", "dune"), 0.55)
    if "pyramid" not in stage.named:
        for share, tall, depth in ((0.17, 0.24, 0.5), (0.82, 0.2, 0.55), (0.62, 0.38, 0.24)):
            _pyramid(stage, width * share, 560, unit * tall * stage.tall**0.6, depth)
    curve = slope(stage, wave(stage.place, width, 560, 14, 1200), 30)
    layer(stage, curve, ("dune", "dune"), 0.15)
    canvas.band(598, 598, 650, canvas.water()[:2], lit=True)
    glints(stage, 604, 640, (0, width), 599)
    bank = wave(stage.place, width, 600, 3, 700)
    canvas.shape(599, down_to(smooth(along(bank, -20, width + 20)), along(bank, -20, width + 20), 606), "#7f9a4f", 0.2)
    treeline(stage, bank, 600, 0.14 * stage.tall, "#5f8246", 0.25, ("palm", "bush", "palm", "palm"), (0.0, 0.52), 0.62)
    treeline(stage, bank, 600, 0.1 * stage.tall, "#5f8246", 0.3, ("palm", "bush"), (0.76, 1.0), 0.7)
    near = wave(stage.place, width, 652, 9, 1400)
    points = along(near, -20, width + 20)
    canvas.shape(640, down_to(smooth([(x, y - 9) for x, y in points]), points, 800), "#8a9a52")
    layer(stage, near, ("dune", "dune", "dune_shade"), 0)
    for n in range(7):
        y, x = 720 + 36 * n, width * stage.place.uniform(-0.05, 0.85)
        canvas.stroke(700, path("M", x, y, "q", 60, -10, 130, 0, "t", 120, 2), "dune_shade", 3 + n * 0.4, 0.5)
    _tall_palms(stage)
    stage.zones["water"] = Zone(0.1 * width, 0.9 * width, 612, 640, 0.4)
    stage.zones["ground"] = Zone(0.08 * width, 0.92 * width, 690, FEET, 0.65)


def _pyramid(stage: Stage, x: float, foot: float, tall: float, depth: float) -> None:
    canvas, half = stage.canvas, tall * 0.82
    lit = path("M", x - half, foot, "L", x, foot - tall, "L", x + half * 0.34, foot, "Z")
    shade = path("M", x, foot - tall, "L", x + half, foot, "H", x + half * 0.33, "Z")
    z = 530 + 10 * (1 - depth)
    canvas.shape(z, lit, "#ecc684", depth)
    canvas.shape(z, shade, "#c4935a", depth)
    courses = "".join(path("M", x - half * t, foot - tall * (1 - t), "L", x + half * 0.34 * t,
                           foot - tall * (1 - t) + 2,
                           "L", x + half * t, foot - tall * (1 - t)) for t in (0.2, 0.34, 0.48, 0.62, 0.76,
                           0.9))  # fmt: skip
    canvas.stroke(z, courses, "#a5764a", 1.8, 0.3, depth)


def _tall_palms(stage: Stage) -> None:
    """Two palms at one side, from near."""
    canvas, unit = stage.canvas, stage.unit
    for x, foot, tall, lean in ((0.05, 742, 0.54, 0.05), (0.12, 728, 0.4, -0.03)):
        x, tall = x * stage.width, tall * unit
        tip = (x + lean * unit, foot - tall)
        trunk = path("M", x - tall * 0.035, foot, "Q", x, foot - tall * 0.5, *tip, "l", tall * 0.04, 0,
                     "Q", x + tall * 0.06, foot - tall * 0.5, x + tall * 0.045, foot, "Z")  # fmt: skip
        canvas.shape(foot, trunk, "#9a7048")
        for colour, turns in (("#47743a", (-178, -118, -60, 4, 20)), ("#6b9848", (-150, -92, -34, -196))):
            canvas.shape(foot, "".join(blade(*tip, tall * 0.46, turn, 0.11, 0.36) for turn in turns), colour)

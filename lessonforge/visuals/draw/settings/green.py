"""Green places that people keep: a park, a garden."""

from __future__ import annotations

from lessonforge.visuals.draw.paths import ellipse, num, path, smooth
from lessonforge.visuals.draw.settings.flora import foreground, frame_tree, treeline
from lessonforge.visuals.draw.settings.houses import cottage, skyline
from lessonforge.visuals.draw.settings.joinery import CREAM, INK, WOOD, box, slab
from lessonforge.visuals.draw.settings.land import lane, layer, swathes
from lessonforge.visuals.draw.settings.stage import BOTTOM, FEET, Stage, Zone, wave
from lessonforge.visuals.draw.settings.town import lamp_post
from lessonforge.visuals.draw.settings.views import backdrop
from lessonforge.visuals.draw.things import catalogue

BLOOMS = ("#e9607a", "#f5c84b", "#fbfaf6", "#9a7fc4", "#ee8f35")


def park(stage: Stage) -> None:
    """Lawns and a path between trees, a bench and a lamp at the sides, a city or woods far behind."""
    canvas, width, unit = stage.canvas, stage.width, stage.unit
    backdrop(stage, 510)
    if "city" in stage.places or stage.place.random() < 0.5:
        skyline(stage, 560, 0.22, 0.85, "#8fa8c4", 508)
    line = wave(stage.place, width, 596, 8, 900)
    layer(stage, line, ("hill_near", "ground"), 0.1)
    treeline(stage, line, 601, 0.17 * stage.tall, "hill_near", 0.3, ("tree", "bush", "tree"), gap=0.62)
    layer(stage, wave(stage.place, width, 634, 8, 1300), ("ground", "ground", "ground_near"), 0)
    swathes(stage, 640, (0.0, 1.0), 700)
    for share, tall in ((0.27, 0.3), (0.71, 0.34)):
        if width > 900:
            canvas.place(648, catalogue()["tree"], width * share, 652, unit * tall, depth=0.12)
    lane(stage, (0.5, 640), 0.07, "#e6d3a6", 210)
    frame_tree(stage, "tree", stage.place.choice((0.0, 1.0)), 0.78, 742)
    if "bench" not in stage.named:
        bench(stage, width * (0.86 if width > 900 else 0.8), 716, unit * 0.2)
    lamp_post(stage, 690, width * 0.16, 706, unit * 0.34)
    foreground(stage, calm=0.14)
    stage.zones["ground"] = Zone(0.08 * width, 0.92 * width, 700, FEET, 0.7)


def bench(stage: Stage, x: float, foot: float, wide: float) -> None:
    """A park bench."""
    canvas, tall = stage.canvas, wide * 0.42
    legs = "".join(box(x + at * wide, foot - tall * 0.5, wide * 0.05, tall * 0.5) for at in (-0.44, 0.39))
    canvas.shape(foot, ellipse(x, foot, wide * 0.52, 6), INK, 0, 0.16, detail=True)
    canvas.shape(foot, legs, "#3d4a5c")
    for at in (1.0, 0.76):
        slab(stage, foot, x - wide / 2, foot - tall * at, wide, tall * 0.17, WOOD, rounded=4)
    slab(stage, foot, x - wide * 0.53, foot - tall * 0.5, wide * 1.06, tall * 0.14, "#b9855a", rounded=4)


def garden(stage: Stage) -> None:
    """A lawn between flower beds, a clipped hedge and a shed, roses on an arch, the neighbours' roofs behind."""
    canvas, width, unit = stage.canvas, stage.width, stage.unit
    backdrop(stage, 500)
    line = wave(stage.place, width, 590, 6, 900)
    treeline(stage, line, 570, 0.15 * stage.tall, "hill_near", 0.35, ("tree", "bush"), gap=0.6)
    if not stage.named & {"house", "cottage", "shed"}:
        cottage(stage, 572, width * 0.72, 612, unit * 0.2 * stage.tall, 5, 0.25)
    canvas.shape(596, f"M-5 596H{num(width + 5)}V690H-5Z", "hill_near")
    canvas.shape(596, f"M-5 592H{num(width + 5)}v16H-5Z", "hill_far", 0, 0.7, detail=True)
    lumps = "".join(ellipse(n * 46 + 20, 640 + 22 * (n % 2), 30, 18) for n in range(int(width / 46) + 1))
    canvas.shape(597, lumps, "ground_near", 0, 0.3, detail=True)
    meadow_band(stage, 668)
    _arch(stage, width * (0.28 if width > 900 else 0.24), 690, unit * 0.3)
    for side in (0, 1):
        _bed(stage, side)
    stage.zones["ground"] = Zone(0.14 * width, 0.86 * width, 712, FEET, 0.75)


def meadow_band(stage: Stage, top: float) -> None:
    """A mown lawn in lighter and darker stripes."""
    canvas, width = stage.canvas, stage.width
    canvas.band(top, top, BOTTOM, ("ground", "ground", "ground_near"))
    eye, far, stripes = width / 2, top - 190, ""
    step = 0.9
    reach = int(width / (step * (top - far)) / 2) + 2
    for n in range(-reach, reach + 1, 2):
        x = [eye + (n + side) * step * (y - far) for y in (top, BOTTOM) for side in (0, 1)]
        stripes += f"M{num(x[0])} {num(top)}H{num(x[1])}L{num(x[3])} {num(BOTTOM)}H{num(x[2])}Z"
    canvas.shape(top + 0.1, stripes, "hill_far", 0, 0.2, detail=True)


def _arch(stage: Stage, x: float, foot: float, tall: float) -> None:
    """A garden arch with climbing roses."""
    canvas, half = stage.canvas, tall * 0.3
    hoop = path("M", x - half, foot, "V", foot - tall * 0.66, "a", half, half * 1.1, 0, 0, 1, 2 * half, 0, "V", foot)
    canvas.stroke(foot, hoop, CREAM, 9)
    points = [(x - half, foot - tall * t) for t in (0.16, 0.34, 0.52, 0.7)] + [
        (x - half * 0.7, foot - tall * 0.9), (x, foot - tall * 1.02), (x + half * 0.7, foot - tall * 0.92),
        (x + half, foot - tall * 0.72), (x + half, foot - tall * 0.5), (x + half, foot - tall * 0.2),
    ]  # fmt: skip
    leaf = "".join(ellipse(px, py, tall * 0.075, tall * 0.065) for px, py in points)
    canvas.shape(foot, leaf, "hill_near" if stage.season != "autumn" else "leaves_0")
    if stage.season in ("spring", "summer"):
        roses = "".join(ellipse(px + (n % 3 - 1) * 9, py + (n % 2) * 9, 7, 7) for n, (px, py) in enumerate(points))
        canvas.shape(foot, roses, "#ea6f86")


def _bed(stage: Stage, side: int) -> None:
    """Flowers in rows along an edge of the lawn, larger towards the viewer."""
    canvas, width, unit = stage.canvas, stage.width, stage.unit
    wide = min(0.2 * width, 0.24 * unit)
    edge = [
        (abs(side * width - share * wide), y) for share, y in ((0.3, 676.0), (0.6, 740.0), (0.95, 850.0), (1.4, 1010.0))
    ]
    out = side * (width + 40) - 20
    canvas.shape(720, f"{smooth(edge)}H{num(out)}V676Z", "soil")
    for row in range(5):
        y = 712 + 64 * row
        reach = wide * (0.45 + 0.2 * row)
        for k in range(2 + row // 2):
            x = abs(side * width - reach * (k + 0.35) / (2 + row // 2))
            _flower(stage, x, y + 14 * (k % 2), unit * (0.07 + 0.012 * row), BLOOMS[(row * 2 + k + 2 * side) % 5])


def _flower(stage: Stage, x: float, y: float, tall: float, colour: str) -> None:
    """A plant with a few heads; in autumn and winter only its leaves are there."""
    canvas = stage.canvas
    stems = path("M", x, y, "q", -tall * 0.1, -tall * 0.4, -tall * 0.28, -tall * 0.66, "M", x, y, "v", -tall * 0.9,
                 "M", x, y, "q", tall * 0.1, -tall * 0.4, tall * 0.3, -tall * 0.6)  # fmt: skip
    canvas.shape(y, ellipse(x, y - tall * 0.14, tall * 0.34, tall * 0.2), "tuft")
    canvas.stroke(y, stems, "tuft", 4)
    if stage.season in ("spring", "summer"):
        heads = ((-0.28, -0.68), (0, -0.94), (0.3, -0.62))
        canvas.shape(
            y, "".join(ellipse(x + dx * tall, y + dy * tall, tall * 0.15, tall * 0.14) for dx, dy in heads), colour
        )
        hearts = "".join(ellipse(x + dx * tall, y + dy * tall, tall * 0.05, tall * 0.05) for dx, dy in heads)
        canvas.shape(y, hearts, "#fdf3cf", 0, 0.85, detail=True)

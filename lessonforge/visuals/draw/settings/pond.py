"""Small waters: a pond in a meadow, a swimming pool."""

from __future__ import annotations

from lessonforge.model import Movement
from lessonforge.visuals.draw.paths import ellipse, num, path, smooth
from lessonforge.visuals.draw.settings.flora import blade, treeline
from lessonforge.visuals.draw.settings.joinery import CREAM, INK, STEEL, box, slab, strip
from lessonforge.visuals.draw.settings.land import layer, swathes
from lessonforge.visuals.draw.settings.rooms import metre, shell, wide, window
from lessonforge.visuals.draw.settings.stage import FEET, Stage, Zone, wave
from lessonforge.visuals.draw.settings.views import backdrop

LANES = 6


def pond(stage: Stage) -> None:
    """Round water in a meadow, all of its shore to be seen, with reeds at both ends and lily pads."""
    canvas, width = stage.canvas, stage.width
    backdrop(stage, 470)
    line = wave(stage.place, width, 560, 8, 900)
    layer(stage, line, ("hill_near", "ground"), 0.1)
    treeline(stage, line, 563, 0.13 * stage.tall, "hill_near", 0.3, ("tree", "bush"), gap=0.7)
    layer(stage, wave(stage.place, width, 592, 8, 1300), ("ground", "ground", "ground_near"), 0)
    swathes(stage, 600, (0.0, 1.0), 660)
    shore = [
        (0.5, 606.0),
        (0.78, 620.0),
        (0.93, 668.0),
        (0.86, 734.0),
        (0.56, 766.0),
        (0.22, 752.0),
        (0.06, 690.0),
        (0.2, 622.0),
    ]
    outline = smooth([(share * width, y) for share, y in shore], closed=True)
    canvas.stroke(620, outline, "wet", 22)
    canvas.stroke(621, outline, "ground_near", 8, 0.7)
    far, mid, _ = canvas.water()
    canvas.gradient(622, outline, (far, mid, mid), lit=True)
    _rings(stage)
    for share, y, size in ((0.3, 652, 0.8), (0.72, 655, 0.9), (0.82, 700, 1.2), (0.18, 708, 1.1), (0.24, 722, 0.9)):
        if "water-lily" not in stage.named or share > 0.8:
            _pad(stage, share * width, y, 34 * size)
    if "reeds" not in stage.named:
        for share, foot, tall in ((0.055, 704, 0.2), (0.1, 742, 0.22), (0.93, 690, 0.2), (0.895, 738, 0.23)):
            reeds(stage, share * width, foot, tall * stage.unit)
    stage.zones["water"] = Zone(0.2 * width, 0.8 * width, 652, 738, 0.75)
    stage.zones["under water"] = Zone(0.2 * width, 0.8 * width, 660, 736, 0.75)
    stage.zones["ground"] = Zone(0.1 * width, 0.9 * width, 788, FEET + 5, 0.9)


def _rings(stage: Stage) -> None:
    """The sky in still water: short bright lines."""
    canvas, width = stage.canvas, stage.width
    for n, (share, y) in enumerate(((0.38, 636), (0.58, 648), (0.46, 682), (0.66, 706), (0.36, 728), (0.54, 744))):
        line = path("M", share * width, y, "q", 0.03 * width, -5, 0.06 * width, 0, "t", 0.05 * width, 0)
        with canvas.moving(Movement("shift", 6.0, x=7.0, phase=0.3 * n % 1)):
            canvas.stroke(623, line, "foam", 3, 0.6)


def _pad(stage: Stage, x: float, y: float, half: float) -> None:
    """A lily's leaf, with its notch."""
    leaf = path("M", x, y, "L", x + half, y - 3, "A", half, half * 0.3, 0, 1, 1, x + half * 0.86, y - half * 0.16, "Z")
    stage.canvas.shape(624, leaf, "#5f9f58")
    stage.canvas.stroke(624, path("M", x, y, "h", -half * 0.7), "#3f7f45", 2, 0.5)


def reeds(stage: Stage, x: float, foot: float, tall: float) -> None:
    """A clump of reeds with brown heads."""
    canvas = stage.canvas
    leaves = "".join(
        blade(x + 6 * n - 15, foot, tall * (0.7 + 0.06 * (n % 3)), turn, 0.04, 0.25)
        for n, turn in enumerate((-112, -100, -92, -84, -76, -66))
    )
    canvas.shape(foot, leaves, "tuft")
    stems = "".join(
        path("M", x + dx, foot, "q", dx * 0.1, -tall * 0.5, dx * 0.4, -tall * high)
        for dx, high in ((-14, 0.86), (4, 1.0), (18, 0.8))
    )
    canvas.stroke(foot, stems, "#6f8f4a", 4)
    heads = "".join(
        ellipse(x + dx * 1.4, foot - tall * high, 7, tall * 0.12) for dx, high in ((-14, 0.82), (4, 0.96), (18, 0.76))
    )
    canvas.shape(foot, heads, "#7d5638")


def pool(stage: Stage) -> None:
    """An indoor swimming pool: tall windows, starting blocks, blue water with lanes, the tiled edge before it."""
    canvas, width, m = stage.canvas, stage.width, metre(stage)
    shell(stage, ("#eef6f6", "#d6e9ec"), ("#dfe8ea", "#c2d2d6"), kind="tiles", dado="#bcdde2")
    for share in (0.14, 0.38, 0.62, 0.86) if wide(stage) else (0.26, 0.74):
        window(stage, width * share, 130, 1.2 * m if wide(stage) else 0.9 * m, 1.25 * m, bars=3)
    edge = [(-20.0, 628.0), (width + 20, 628.0), (width + 20, 770.0), (-20.0, 770.0)]
    sheet = "M" + "L".join(f"{num(x)} {num(y)}" for x, y in edge) + "Z"
    canvas.shape(-886, box(-5, 600, width + 10, 30), "#f4f8f8")
    canvas.gradient(-885, sheet, ("#8fd6e6", "#5fbfdc", "#43a8cf"))
    _lanes(stage)
    for n in range(LANES):
        x = width * (n + 0.5) / LANES
        slab(stage, -880, x - 0.14 * m, 604 - 0.24 * m, 0.28 * m, 0.24 * m, CREAM, rounded=4)
        canvas.shape(-879, box(x - 0.14 * m, 604 - 0.24 * m, 0.28 * m, 0.06 * m, 3), "#3f80c4")
    canvas.shape(769, box(-5, 766, width + 10, 12), "#fdfefe")
    canvas.shape(770, box(-5, 778, width + 10, 18), "#3f80c4", 0, 0.75)
    strip(stage, 770.5, -5, 796, width + 10, 8, 0.12)
    canvas.band(770, 796, 1000, ("#e3ecee", "#c6d6da"))
    joints = "".join(path("M", width * (0.5 + 0.13 * n), 800, "L", width * (0.5 + 0.2 * n), 1000) for n in range(-4, 5))
    canvas.stroke(771, f"{joints}M-5 860H{num(width + 5)}M-5 930H{num(width + 5)}", INK, 2, 0.12)
    _ladder(stage, width * 0.94, m)
    stage.zones["water"] = Zone(0.12 * width, 0.86 * width, 668, 746, 0.8)
    stage.zones["under water"] = Zone(0.12 * width, 0.86 * width, 690, 750, 0.8)
    stage.zones["ground"] = Zone(0.1 * width, 0.9 * width, FEET - 5, FEET + 15, 0.95)


def _lanes(stage: Stage) -> None:
    """Floating lines between the lanes, in perspective, and the light that plays on the water."""
    canvas, width = stage.canvas, stage.width
    for n in range(1, LANES):
        x, out = width * n / LANES, (n / LANES - 0.5) * width * 0.24
        line = path("M", x, 630, "L", x + out, 768)
        canvas.stroke(-884, line, "#fdfefe", 7, 0.95)
        canvas.stroke(-883, line, "#d9573f", 7, 0.95, dash="14 16")
    for n in range(4):
        waves = "".join(
            path("M", width * (0.05 + 0.19 * k + 0.06 * (n % 2)), 648 + 30 * n, "q", 20, -7, 40, 0, "t", 40, 0)
            for k in range(5)
        )
        with canvas.moving(Movement("shift", 4.0, x=9.0, phase=0.25 * n)):
            canvas.stroke(-882, waves, "#e9fafd", 3, 0.75)


def _ladder(stage: Stage, x: float, m: float) -> None:
    """The steel steps out of the water."""
    rails = "".join(
        path(
            "M",
            x + dx,
            800,
            "V",
            780 - 0.34 * m,
            "q",
            0,
            -0.12 * m,
            -0.12 * m,
            -0.12 * m,
            "q",
            -0.1 * m,
            0,
            -0.1 * m,
            0.14 * m,
            "V",
            764,
        )
        for dx in (0, 0.2 * m)
    )
    stage.canvas.stroke(772, rails, STEEL, 9)

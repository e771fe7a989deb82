"""Places that people work and travel in under the open sky: a ship's deck, a building site, a camp, a circus ring."""

from __future__ import annotations

from lessonforge.visuals.draw.paths import ellipse, num, path, smooth
from lessonforge.visuals.draw.settings import water
from lessonforge.visuals.draw.settings.flora import treeline
from lessonforge.visuals.draw.settings.houses import skyline
from lessonforge.visuals.draw.settings.joinery import CREAM, INK, WOOD, WOOD_DARK, box, slab, strip
from lessonforge.visuals.draw.settings.land import layer, swathes
from lessonforge.visuals.draw.settings.sky import full, sky
from lessonforge.visuals.draw.settings.stage import BOTTOM, FEET, Stage, Zone, wave
from lessonforge.visuals.draw.settings.views import backdrop
from lessonforge.visuals.draw.things import catalogue


def deck(stage: Stage) -> None:
    """The deck of a sailing ship: planks, a rail before the sea, a mast with its ropes, a barrel and a coil."""
    canvas, width, unit = stage.canvas, stage.width, stage.unit
    stage.horizon = 470.0
    sky(stage)
    water.sea(stage, 720)
    rail = 0.13 * unit
    canvas.shape(680, box(-5, 690 - rail, width + 10, 20, 5) + box(-5, 690 - rail * 0.5, width + 10, 9), WOOD_DARK)
    posts = "".join(box(n * 88 + 10, 690 - rail, 16, rail + 4, 4) for n in range(int(width / 88) + 1))
    canvas.shape(681, posts, WOOD)
    canvas.shape(682, box(-5, 686, width + 10, 20), "#6b4a30")
    canvas.band(683, 704, BOTTOM, ("#c99a63", "#b07f4c"))
    seams = "".join(
        path("M", width * (0.5 + 0.06 * n), 704, "L", width * (0.5 + 0.12 * n), BOTTOM) for n in range(-10, 11)
    )
    canvas.stroke(684, seams, "#6b4a30", 4, 0.45)
    mast, yard = width * 0.14, 0.3 * unit
    for side in (-1, 1):
        canvas.stroke(685, path("M", mast, 20, "L", mast + side * 0.26 * unit, 694), "#4a3b30", 4, 0.8)
    steps = "".join(path("M", mast - 0.26 * unit * t, 20 + 674 * t, "H", num(mast)) for t in (0.4, 0.55, 0.7, 0.85))
    canvas.stroke(685, steps, "#4a3b30", 3, 0.6)
    slab(stage, 724, mast - 17, -10, 34, 740, "#8f6444", rounded=8)
    sail = path(
        "M",
        mast - yard,
        60,
        "H",
        mast + yard,
        "Q",
        mast + yard * 0.8,
        200,
        mast + yard * 0.96,
        330,
        "Q",
        mast,
        290,
        mast - yard * 0.96,
        330,
        "Q",
        mast - yard * 0.8,
        200,
        mast - yard,
        60,
        "Z",
    )
    canvas.shape(725, sail, "#f4e8cf")
    canvas.shape(726, box(mast - yard * 1.06, 50, yard * 2.12, 18, 8), WOOD_DARK)
    if "barrel" not in stage.named:
        canvas.place(740, catalogue()["barrel"], width * 0.92, 746, 0.16 * unit)
    stage.zones["water"] = Zone(0.3 * width, 0.92 * width, 560, 620, 0.5)
    stage.zones["under water"] = stage.zones["water"]
    stage.zones["ground"] = Zone(0.12 * width, 0.9 * width, 748, FEET, 0.9)


def site(stage: Stage) -> None:
    """A house half built behind its scaffold, a crane, heaps of sand and bricks on bare ground."""
    canvas, width, unit = stage.canvas, stage.width, stage.unit
    backdrop(stage, 490)
    skyline(stage, 585, 0.22, 0.7, "#9fb2c8", 500)
    layer(stage, wave(stage.place, width, 604, 8, 1100), ("sand_near", "sand_near"), 0.1)
    canvas.band(612, 616, BOTTOM, ("#d9bf95", "#b8986a"))
    left, across, tall = width * 0.04, min(0.62 * unit, 0.44 * width), 0.42 * unit
    canvas.shape(640, box(left, 660 - tall * 0.6, across, tall * 0.6), "#c98a68")
    holes = "".join(box(left + across * at, 660 - tall * 0.46, across * 0.14, tall * 0.24) for at in (0.12, 0.42, 0.72))
    canvas.shape(641, holes, "#5a3d2e")
    beams = "".join(box(left + across * at - 8, 660 - tall, 16, tall * 0.42) for at in (0.02, 0.34, 0.66, 0.98))
    canvas.shape(640, beams + box(left - 8, 660 - tall, across + 16, 14), "#9aa5ae")
    poles = "".join(path("M", left + across * at, 676, "v", -tall * 1.08) for at in (-0.06, 0.2, 0.5, 0.8, 1.06))
    canvas.stroke(
        642,
        poles
        + path(
            "M", left - 50, 668 - tall * 0.34, "h", across + 100, "M", left - 50, 668 - tall * 0.7, "h", across + 100
        ),
        "#d9a441",
        7,
    )
    if "crane" not in stage.named:
        _crane(stage, width * 0.7, 640)
    heap = [(width * 0.78, 700.0), (width * 0.86, 640.0), (width * 0.9, 636.0), (width * 1.0, 704.0)]
    canvas.shape(700, f"{smooth(heap)}Z", "#e6cf9a")
    bricks = "".join(
        box(width * 0.62 + 36 * k + 18 * (r % 2), 700 - 17 * r, 33, 15, 2) for r in range(3) for k in range(4 - r)
    )
    canvas.shape(701, bricks, "#b5533f")
    stage.zones["ground"] = Zone(0.1 * width, 0.9 * width, 722, FEET, 0.85)


def _crane(stage: Stage, x: float, foot: float) -> None:
    """A tower crane of yellow lattice."""
    canvas, unit = stage.canvas, stage.unit
    top, arm = foot - 0.52 * unit, 0.3 * unit
    ties = "".join(
        path("M", x - 12, foot - 40 * n, "l", 24, -40, "M", x + 12, foot - 40 * n, "l", -24, -40)
        for n in range(int((foot - top) / 40))
    )
    canvas.stroke(620, ties, "#d9a441", 3)
    frame = path(
        "M",
        x - 12,
        foot,
        "V",
        top,
        "M",
        x + 12,
        foot,
        "V",
        top,
        "M",
        x + arm * 0.4,
        top,
        "H",
        x - arm,
        "M",
        x,
        top - 50,
        "L",
        x - arm,
        top,
        "M",
        x,
        top - 50,
        "L",
        x + arm * 0.4,
        top,
        "M",
        x,
        top,
        "v",
        -50,
    )
    canvas.stroke(620, frame, "#e0b050", 7)
    canvas.stroke(620, path("M", x - arm * 0.8, top, "v", 0.2 * unit), "#46586a", 3)
    canvas.shape(620, box(x + arm * 0.28, top, 44, 34, 3), "#6d7888")


def camp(stage: Stage) -> None:
    """Tents in a clearing, a fire with logs around it, woods behind."""
    canvas, width, unit = stage.canvas, stage.width, stage.unit
    backdrop(stage, 480)
    line = wave(stage.place, width, 600, 8, 900)
    treeline(stage, line, 596, 0.22 * stage.tall, "hill_near", 0.25, ("pine", "pine", "tree"), gap=0.42)
    layer(stage, line, ("ground", "ground", "ground_near"), 0)
    swathes(stage, 640, (0.0, 1.0), 690)
    if "tent" not in stage.named:
        tents = ((0.12, 0.27, "#d9573f"), (0.88, 0.25, "#3f80c4"), (0.34, 0.17, "#ee9f35"), (0.66, 0.16, "#6b8f4f"))
        for share, tall, colour in tents if width > 900 else tents[:2]:
            foot = 716.0 if tall > 0.2 else 660.0
            _tent(stage, width * share, foot, tall * unit, colour)
    if "fire" not in stage.named:
        canvas.place(712, catalogue()["fire"], width * 0.52, 712, 0.09 * unit)
    stage.zones["ground"] = Zone(0.12 * width, 0.88 * width, 730, FEET, 0.85)


def _tent(stage: Stage, x: float, foot: float, tall: float, colour: str) -> None:
    canvas, half = stage.canvas, tall * 0.82
    canvas.shape(foot - 1, ellipse(x, foot, half * 1.2, 9), INK, 0, 0.16, detail=True)
    canvas.shape(foot, path("M", x - half, foot, "L", x, foot - tall, "L", x + half, foot, "Z"), colour)
    canvas.shape(foot, path("M", x, foot - tall, "L", x + half, foot, "h", -half * 0.5, "Z"), INK, 0, 0.14, detail=True)
    canvas.shape(
        foot, path("M", x - half * 0.24, foot, "L", x, foot - tall * 0.72, "L", x + half * 0.24, foot, "Z"), "#3d3040"
    )
    canvas.stroke(
        foot, path("M", x - half, foot, "l", -tall * 0.16, 8, "M", x + half, foot, "l", tall * 0.16, 8), CREAM, 3
    )


def circus(stage: Stage) -> None:
    """A ring of sand under a striped tent, rows of people in the dark, flags and lamps."""
    canvas, width, unit = stage.canvas, stage.width, stage.unit
    full(stage, -2000, ("#b5432f", "#d9694f", "#8f2f3a"))
    for n in range(0, 24, 2):
        x0, x1 = width * (n / 12 - 0.5), width * ((n + 1) / 12 - 0.5)
        cloth = path("M", width / 2, -160, "L", x0, 470, "L", x1, 470, "Z")
        canvas.shape(-1990, cloth, "#f4e3bd", 0, 0.95)
    canvas.shape(-1980, box(-5, 462, width + 10, 200), "#4a2f45")
    for r in range(3):
        heads = "".join(ellipse(width * (n + 0.5 * (r % 2)) / 26, 520 + 44 * r, 15, 17) for n in range(27))
        canvas.shape(-1970 + 2 * r, heads, ("#8f6f6a", "#a9826f", "#c49a80")[r])
        canvas.shape(-1969 + 2 * r, box(-5, 538 + 44 * r, width + 10, 26), ("#6f3f52", "#7f4f5f", "#8f3f3f")[r])
    canvas.band(-900, 660, BOTTOM, ("#8f3f3f", "#7d2f36"))
    canvas.shape(-890, ellipse(width / 2, 830, 0.56 * width, 160), "#fdf3dc")
    canvas.shape(-889, ellipse(width / 2, 830, 0.545 * width, 146), "#c4433a")
    canvas.shape(-888, ellipse(width / 2, 838, 0.53 * width, 140), "#e6c88f")
    for side in (-1, 1):
        x = width / 2 + side * 0.24 * width
        beam = path("M", x - 12, -5, "h", 24, "L", width / 2 + 0.3 * unit, 840, "H", width / 2 - 0.3 * unit, "Z")
        canvas.shape(-880, beam, "#fff1c9", 0, 0.13, lit=True, detail=True)
    strip(stage, -1968, -5, 462, width + 10, 14, 0.25)
    stage.zones["ground"] = Zone(0.14 * width, 0.86 * width, 748, FEET, 0.88)
    stage.zones["sky"] = stage.zones["air"] = Zone(0.2 * width, 0.8 * width, 150, 330)

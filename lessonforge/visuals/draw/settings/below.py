"""Below the ground and the water: a section through the earth, a reef."""

from __future__ import annotations

from lessonforge.model import Movement
from lessonforge.visuals.draw.paths import down_to, ellipse, path, smooth
from lessonforge.visuals.draw.settings.flora import blade, treeline
from lessonforge.visuals.draw.settings.land import distance, layer
from lessonforge.visuals.draw.settings.sky import full, sky
from lessonforge.visuals.draw.settings.stage import BOTTOM, Stage, Zone, along, wave

GRASS = 330.0
"""Where the surface of the section through the ground lies."""


def underground(stage: Stage) -> None:
    """A section through the ground: grass, topsoil, clay, wet sand with groundwater, and rock below."""
    canvas, width, chance = stage.canvas, stage.width, stage.place
    stage.horizon = GRASS - 40
    sky(stage, clouds=False)
    distance(stage)
    far = wave(chance, width, GRASS - 40, 10, 900)
    layer(stage, far, ("hill_far", "hill_mid"), 0.3)
    treeline(stage, far, GRASS - 38, 0.05, "hill_near", 0.35, ("tree", "bush", "pine"), gap=1.1)
    curve = wave(chance, width, GRASS - 22, 10, 1200)
    layer(stage, curve, ("hill_mid", "ground"), 0)
    z = GRASS + 10
    bands = (
        ("ground_near", 0, 5, 0.0), ("soil", 22, 6, 0.0), ("soil_mid", 130, 14, 0.18), ("soil_low", 290, 18, 0.0),
        ("aquifer", 405, 12, 0.0), ("bed", 560, 20, 0.0),
    )  # fmt: skip
    for n, (colour, down, rough, shade) in enumerate(bands):
        top = wave(chance, width, GRASS + down, rough, 760)
        points = along(top, -20, width + 20)
        canvas.shape(z + n, down_to(smooth(points), points, BOTTOM), colour)
        if n > 1:
            edge = f"{smooth(points)}L{smooth([(x, y + 13) for x, y in reversed(points)])[1:]}Z"
            canvas.shape(z + n, edge, "#2b1d18", 0, 0.1 + shade / 3, detail=True)
        if colour == "aquifer":
            canvas.stroke(z + n, smooth(points), "foam", 4, 0.6, dash="26 18")
    _blades(stage, z)
    _grains(stage, z + 7)
    _finds(stage, z + 7)
    stage.zones["ground"] = Zone(0.08 * width, 0.92 * width, GRASS - 2, GRASS + 8, 0.95)
    stage.zones["soil"] = Zone(0.1 * width, 0.9 * width, 500, 520, 1)
    stage.zones["water"] = Zone(0.1 * width, 0.9 * width, 780, 800, 1)


def _blades(stage: Stage, z: float) -> None:
    """Grass along the cut edge, and fine roots under it."""
    chance, grass, roots = stage.place, "", ""
    for n in range(int(stage.width / 22)):
        x = n * 22 + chance.uniform(-8, 8)
        grass += path(
            "M", x - 5, GRASS + 8, "q", 1, -14, chance.uniform(-4, 4), -chance.uniform(14, 26), "q", 4, 12, 8, 26, "Z"
        )
        if n % 2:
            roots += path(
                "M", x, GRASS + 26, "q", chance.uniform(-10, 10), 20, chance.uniform(-16, 16), chance.uniform(30, 74)
            )
    stage.canvas.shape(z + 0.5, grass, "ground_near")
    stage.canvas.stroke(z + 1.5, roots, "#e0c79a", 2, 0.4)


def _grains(stage: Stage, z: float) -> None:
    """Stones in the soil, grains with water between them, cracks in the rock."""
    canvas, chance = stage.canvas, stage.place
    for n in range(int(stage.width / 17)):
        x, y = chance.uniform(0, stage.width), chance.uniform(GRASS + 50, 985)
        wet = GRASS + 425 < y < GRASS + 550
        size = chance.uniform(8, 15) if wet else chance.uniform(4, 17)
        colour = "#d9c08a" if wet else ("#6f5140", "#b08a63", "#9a9184")[n % 3]
        canvas.shape(z, ellipse(x, y, size * 1.25, size * 0.8), colour, 0, 0.85 if wet else 0.55)
        if not n % 4:
            light = ellipse(x - size * 0.3, y - size * 0.25, size * 0.5, size * 0.25)
            canvas.shape(z, light, "#ffffff", 0, 0.2, detail=True)
    cracks = ""
    for _ in range(max(3, int(stage.width / 220))):
        x, y = chance.uniform(0, stage.width), chance.uniform(905, 950)
        cracks += path("M", x, y, "l", chance.uniform(14, 40), 22, "l", -12, 20, "l", chance.uniform(10, 30), 26)
    canvas.stroke(z, cracks, "#565b6a", 3, 0.6)


def _finds(stage: Stage, z: float) -> None:
    """What lies in the earth at the sides: a spiral shell turned to stone, an old bone, a worm in its hole."""
    canvas, width, unit = stage.canvas, stage.width, stage.unit
    x, y, size = width * 0.9, GRASS + 342, unit * 0.036
    spiral = path("M", x, y, "a", size * 0.3, size * 0.3, 0, 0, 1, size * 0.5, size * 0.1, "a", size * 0.6,
                  size * 0.6, 0, 0, 1,
                  -size * 1.1, size * 0.2, "a", size * 0.8, size * 0.8, 0, 0, 1, size * 1.5, -size * 0.5)  # fmt: skip
    canvas.shape(z, ellipse(x, y, size, size * 0.9), "#e6d6b5", 0, 0.9)
    canvas.stroke(z, spiral, "#a88a5e", 4)
    if "bone" not in stage.named:
        bx, by, long = width * 0.08, GRASS + 210, unit * 0.06
        knobs = "".join(ellipse(bx + at * long, by + dy, 9, 9) for at in (0, 1) for dy in (-7, 7))
        canvas.stroke(z, path("M", bx, by, "h", long), "#efe4cc", 13)
        canvas.shape(z, knobs, "#efe4cc")
    if "worm" not in stage.named:
        wx, wy = width * 0.84, GRASS + 96
        tunnel = path("M", wx - 60, wy + 4, "q", 30, -26, 64, 0, "t", 70, 2)
        canvas.stroke(z, tunnel, "#5f3f2c", 22, 0.9)
        canvas.stroke(z, path("M", wx - 30, wy - 6, "q", 24, -8, 48, 6, "t", 34, 4), "#e0938a", 11)


def under_water(stage: Stage) -> None:
    """Under the surface: light from above, rocks in the blue, a sandy floor with corals, weed and shells."""
    canvas, width, chance = stage.canvas, stage.width, stage.place
    full(stage, -2000, ("#8fdbe6", "#4fadd0", "#2b7db4", "#1b5590"))
    top = [(x, 20 + 9 * ((n % 2) * 2 - 1)) for n, x in enumerate(range(-40, int(width) + 90, 70))]
    canvas.shape(-1995, f"{smooth([(float(x), float(y)) for x, y in top])}V-20H-40Z", "#d9f6f6", 0, 0.75)
    for n in range(5):
        x, wide = width * (0.08 + 0.2 * n + chance.uniform(-0.05, 0.05)), chance.uniform(40, 110)
        ray = f"M{x:.0f} -5h{wide:.0f}l{-190 + 10 * n} 780h{-wide * 2.2:.0f}Z"
        canvas.shape(-1990, ray, "#e6fbff", 0, 0.1, detail=True)
    for n, (base, high, colour) in enumerate(((700, 300, "#3f93c0"), (745, 190, "#2f7aa8"))):
        _rocks(stage, base, high * stage.tall**0.5, colour, -1900 + n)
    if not any("fish" in name for name in stage.named):
        _shoal(stage)
    for down, colour, depth, count in ((742, "sand_near", 0.34, 5), (792, "sand", 0.0, 6)):
        curve = wave(chance, width, down, 16, 900)
        z = layer(stage, curve, (colour, "sand_near"), depth)
        for n in range(max(3, round(count * width / 1778))):
            side = n % 2
            x = width * (side * 0.66 + chance.uniform(0.01, 0.33))
            y = curve(x) + 14
            (_weed, _coral, _fan)[n % 3](stage, z + 1, x, y, stage.unit * chance.uniform(0.1, 0.2), depth)
    for _ in range(12):
        x, y, size = chance.uniform(0, width), chance.uniform(120, 700), chance.uniform(4, 11)
        with canvas.moving(Movement("rise", 6.0, y=-70.0)):
            canvas.stroke(-1800, ellipse(x, y, size, size), "#e6fbff", 2.5, 0.6)
    deep = Zone(0.1 * width, 0.9 * width, 430, 470, 0.9)
    stage.zones |= {"under water": deep, "water": deep, "air": deep}
    stage.zones["ground"] = Zone(0.1 * width, 0.9 * width, 800, 820, 0.9)


def _rocks(stage: Stage, base: float, high: float, colour: str, z: float) -> None:
    """Cliffs in the blue at both sides, low in the middle."""
    line, width = [], stage.width
    for n in range(13):
        share = n / 12
        edge = abs(share - 0.5) * 2
        line.append(
            (width * (share * 1.06 - 0.03), base - high * edge**2.2 * stage.place.uniform(0.6, 1.1) + (n % 2) * 26)
        )
    stage.canvas.shape(z, f"{smooth(line)}V1010H-60Z", colour)


def _shoal(stage: Stage) -> None:
    """Small fish far away, as outlines."""
    x, y, fish = stage.width * stage.place.choice((0.2, 0.78)), stage.place.uniform(230, 330), ""
    for n in range(14):
        px, py, long = x + 44 * (n % 5) + 16 * (n // 5), y + 34 * (n // 5) + 12 * (n % 2), 15.0
        fish += path(
            "M", px, py, "q", long, -8, 2 * long, 0, "l", 9, -7, "v", 14, "l", -9, -7, "q", -long, 8, -2 * long, 0, "Z"
        )
    stage.canvas.shape(-1850, fish, "#1f6394", 0, 0.5)


def _weed(stage: Stage, z: float, x: float, y: float, tall: float, depth: float) -> None:
    for lean in (-1, 0, 1):
        bend, top = tall * 0.16, tall * (0.9 - 0.16 * abs(lean))
        stalk = path("M", x + lean * 12, y, "q", bend, -top / 4, 0, -top / 2, "t", lean * 10, -top / 2)
        with stage.canvas.moving(Movement("swing", 4.0, 4.0, pivot=(x, y), phase=stage.canvas.phase(x, y))):
            stage.canvas.stroke(z, stalk, ("#3f8a6a", "#57a06f", "#2f7460")[lean + 1], 11, 1, depth)


def _coral(stage: Stage, z: float, x: float, y: float, tall: float, depth: float) -> None:
    """A branching coral."""
    colour, tips = stage.place.choice((("#e9706a", "#f6a79c"), ("#ee9a4f", "#f9c98a"), ("#c778b4", "#e6aed6")))
    arms = path("M", x, y, "v", -tall * 0.5, "M", x, y - tall * 0.16, "q", -tall * 0.3, -tall * 0.06,
                -tall * 0.3, -tall * 0.42, "M", x,
                y - tall * 0.26, "q", tall * 0.28, -tall * 0.02, tall * 0.3, -tall * 0.4, "M", x,
                y - tall * 0.5, "q", -tall * 0.1, -tall * 0.06,
                -tall * 0.12, -tall * 0.26, "M", x, y - tall * 0.5, "q", tall * 0.1, -tall * 0.04, tall * 0.13,
                -tall * 0.2)  # fmt: skip
    stage.canvas.stroke(z, arms, colour, tall * 0.12, 1, depth)
    ends = ((-0.3, -0.58), (0.3, -0.66), (-0.12, -0.76), (0.13, -0.7))
    dots = "".join(ellipse(x + dx * tall, y + dy * tall, tall * 0.035, tall * 0.035) for dx, dy in ends)
    stage.canvas.shape(z, dots, tips, depth, detail=True)


def _fan(stage: Stage, z: float, x: float, y: float, tall: float, depth: float) -> None:
    """Tube sponges with a starfish at their foot, or leaves of weed."""
    if stage.place.random() < 0.5:
        stage.canvas.shape(
            z,
            "".join(blade(x, y, tall * 0.9, turn, 0.1, 0.1) for turn in (-130, -108, -88, -66, -48)),
            "#8f5fa8",
            depth,
        )
        return
    for dx, high in ((-0.2, 0.6), (0.16, 0.46), (0.0, 0.86)):
        left, wide, top = x + dx * tall - tall * 0.1, tall * 0.2, y - high * tall
        tube = path("M", left, y, "Q", left - wide * 0.1, top + high, left, top, "h", wide, "Q",
                    left + wide * 1.1, top + high, left + wide, y, "Z")  # fmt: skip
        stage.canvas.shape(z, tube, "#f0b84f", depth)
        stage.canvas.shape(z, ellipse(left + wide / 2, top, wide / 2, wide * 0.2), "#b97a2c", depth)

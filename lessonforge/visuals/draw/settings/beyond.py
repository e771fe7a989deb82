"""Places without a horizon: space, the ground in section, under water, the open sky."""

from __future__ import annotations

from lessonforge.visuals.draw.canvas import down_to, ellipse, path, smooth
from lessonforge.visuals.draw.settings.land import distance, layer
from lessonforge.visuals.draw.settings.sky import full, sky
from lessonforge.visuals.draw.settings.stage import BOTTOM, FEET, Stage, Zone, along, wave
from lessonforge.visuals.draw.things import catalogue

GRASS = 330.0
"""Where the surface of the section through the ground lies."""


def space(stage: Stage) -> None:
    """Deep blue with drifts of light and many stars; things float anywhere above the captions."""
    canvas, width, chance = stage.canvas, stage.width, stage.place
    full(stage, -2000, ("#0c1233", "#161d4d", "#252a66"))
    for n, colour in enumerate(("#4a3f9a", "#2f6aa8", "#7a4a9a")):
        canvas.glow(
            -1990,
            width * (0.15 + 0.36 * n),
            1000 * chance.uniform(0.15, 0.9),
            stage.unit * chance.uniform(0.3, 0.42),
            colour,
            0.34,
        )
    for n in range(int(width / 9)):
        x, y, size = chance.uniform(0, width), chance.uniform(0, 1000), chance.choice((1.1, 1.5, 2.2))
        canvas.shape(
            -1980,
            ellipse(x, y, size, size),
            chance.choice(("#ffffff", "#fdf3cf", "#cfe0ff")),
            0,
            chance.uniform(0.35, 0.95),
            lit=True,
            detail=n % 3 > 0,
        )
        if n % 19 == 0:
            canvas.glow(-1980, x, y, size * 8, "#cfe0ff", 0.5)
    for kind in ("space", "sky", "air", "ground", "surface"):
        stage.zones[kind] = Zone(0.1 * width, 0.9 * width, 430, 440, 1)


def moon_surface(stage: Stage) -> None:
    """Grey ground with craters under a black sky, and the Earth above it."""
    canvas, width, chance = stage.canvas, stage.width, stage.place
    space(stage)
    stage.horizon = 560
    canvas.place(-1500, catalogue()["earth"], width * 0.76, 210, stage.unit * 0.2, lit=True)
    for n, (top, rough, colours) in enumerate(
        ((570, 26, ("#8d8f9c", "#7b7d8c")), (640, 18, ("#b9bac2", "#a2a4b0", "#8b8d9b")))
    ):
        curve = wave(chance, width, top, rough, 900)
        points = along(curve, -20, width + 20)
        canvas.gradient(600 + n, down_to(smooth(points), points, BOTTOM), colours, lit=True)
    for n in range(int(width / 120)):
        x, y = chance.uniform(0, width), 690 + 300 * (n + 0.5) / int(width / 120)
        size = (y - 600) * chance.uniform(0.12, 0.28)
        canvas.shape(602, ellipse(x, y, size, size * 0.26), "#85879a", 0, 0.8, lit=True)
        canvas.shape(
            602, ellipse(x, y + size * 0.06, size * 0.9, size * 0.19), "#9c9eac", 0, 0.9, lit=True, detail=True
        )
    stage.zones.clear()
    stage.zones["ground"] = Zone(0.08 * width, 0.92 * width, 690, FEET, 0.7)
    stage.zones["sky"] = Zone(0.08 * width, 0.92 * width, 40, 300)


def underground(stage: Stage) -> None:
    """A section through the ground: grass, topsoil, clay, wet sand with groundwater, and rock below."""
    canvas, width, chance = stage.canvas, stage.width, stage.place
    stage.horizon = GRASS - 40
    sky(stage, clouds=False)
    distance(stage)
    curve = wave(chance, width, GRASS - 22, 10, 1200)
    layer(stage, curve, ("hill_mid", "ground"), 0)
    z = GRASS + 10
    bands = (
        ("ground_near", 0, 5),
        ("soil", 22, 6),
        ("soil_mid", 130, 14),
        ("soil_low", 290, 18),
        ("aquifer", 405, 12),
        ("bed", 560, 20),
    )
    for n, (colour, down, rough) in enumerate(bands):
        top = wave(chance, width, GRASS + down, rough, 760)
        points = along(top, -20, width + 20)
        canvas.shape(z + n, down_to(smooth(points), points, BOTTOM), colour)
        if colour == "aquifer":
            canvas.stroke(z + n, smooth(points), "foam", 4, 0.6, dash="26 18")
    _grains(stage, z + 7)
    stage.zones["ground"] = Zone(0.08 * width, 0.92 * width, GRASS - 2, GRASS + 8, 0.95)
    stage.zones["soil"] = Zone(0.1 * width, 0.9 * width, 500, 520, 1)
    stage.zones["water"] = Zone(0.1 * width, 0.9 * width, 780, 800, 1)


def _grains(stage: Stage, z: float) -> None:
    """Stones in the soil, grains with water between them, cracks in the rock."""
    canvas, chance = stage.canvas, stage.place
    for n in range(int(stage.width / 15)):
        x, y = chance.uniform(0, stage.width), chance.uniform(GRASS + 50, 985)
        wet = GRASS + 425 < y < GRASS + 550
        size = chance.uniform(8, 15) if wet else chance.uniform(4, 17)
        colour = "#d9c08a" if wet else ("#6f5140", "#b08a63", "#9a9184")[n % 3]
        canvas.shape(z, ellipse(x, y, size * 1.25, size * 0.8), colour, 0, 0.85 if wet else 0.55)
        if not n % 4:
            canvas.shape(
                z, ellipse(x - size * 0.3, y - size * 0.25, size * 0.5, size * 0.25), "#ffffff", 0, 0.2, detail=True
            )


def under_water(stage: Stage) -> None:
    """Under the surface: light from above, a sandy floor with weed and stones."""
    canvas, width, chance = stage.canvas, stage.width, stage.place
    full(stage, -2000, ("#7fd0e2", "#3f9dc8", "#1f5f98"))
    for n in range(5):
        x = width * (0.08 + 0.2 * n + chance.uniform(-0.05, 0.05))
        wide = chance.uniform(40, 90)
        canvas.shape(
            -1990, f"M{x:.0f} -5h{wide:.0f}l{-190 + 10 * n} 760h{-wide * 2.2:.0f}Z", "#e6fbff", 0, 0.1, detail=True
        )
    for down, colour, depth in ((735, "sand_near", 0.35), (790, "sand", 0.0)):
        curve = wave(chance, width, down, 22, 900)
        z = layer(stage, curve, (colour, colour), depth)
        for n in range(int(width / 190)):
            x = width * (n + chance.uniform(0.2, 0.8)) / (width / 190)
            _weed(stage, z + 1, x, curve(x) + 10, chance.uniform(90, 210), depth)
    for _ in range(14):
        x, y, size = chance.uniform(0, width), chance.uniform(120, 700), chance.uniform(4, 11)
        canvas.stroke(-1900, ellipse(x, y, size, size), "#e6fbff", 2.5, 0.6)
    deep = Zone(0.1 * width, 0.9 * width, 430, 470, 0.9)
    stage.zones |= {"under water": deep, "water": deep, "air": deep}
    stage.zones["ground"] = Zone(0.1 * width, 0.9 * width, 790, 815, 0.9)


def _weed(stage: Stage, z: float, x: float, y: float, tall: float, depth: float) -> None:
    for lean in (-1, 0, 1):
        bend = tall * 0.16
        top = tall * (0.4 - 0.08 * abs(lean))
        blade = path("M", x + lean * 12, y, "q", bend, -tall / 4, 0, -tall / 2, "t", lean * 10, -top)
        stage.canvas.stroke(z, blade, ("#3f8a6a", "#57a06f", "#2f7460")[lean + 1], 11, 1, depth)


def open_sky(stage: Stage) -> None:
    """Nothing but sky, to its full height."""
    stage.horizon = 900
    sky(stage)
    light = stage.canvas.light
    full(stage, -1999.5, light.sky)
    for kind in ("sky", "air", "ground", "surface", "space"):
        stage.zones[kind] = Zone(0.1 * stage.width, 0.9 * stage.width, 400, 440, 1)

"""Beyond the Earth: space with its clouds of gas and stars, the Moon, Mars; and the sky alone."""

from __future__ import annotations

import math

from lessonforge.visuals.draw.paths import down_to, ellipse, path, smooth
from lessonforge.visuals.draw.settings.land import layer, slope
from lessonforge.visuals.draw.settings.sky import full, sky
from lessonforge.visuals.draw.settings.stage import BOTTOM, FEET, Stage, Zone, along, wave
from lessonforge.visuals.draw.things import catalogue

NEBULAE = (
    (("#091626", "#0f2a45", "#17405a"), ("#1f7a8f", "#2f5fa8", "#3fae9a"), "#a8e0dc"),
    (("#160d2b", "#2b1a4a", "#48265e"), ("#8a3f7a", "#5a3f9a", "#c0566e"), "#f0b8c8"),
    (("#0b1130", "#161d4d", "#262a66"), ("#4a3f9a", "#2f6aa8", "#7a4a9a"), "#b9a8e8"),
)
"""Deep sky from top to bottom, glows, and the light of the star clouds."""


def space(stage: Stage) -> None:
    """Deep sky with drifts of gas, a band of star clouds across it, near stars; things float above the captions."""
    canvas, width, chance = stage.canvas, stage.width, stage.place
    deep, glows, dust = chance.choice(NEBULAE)
    full(stage, -2000, deep)
    tilt, middle = chance.choice((-0.42, 0.3, 0.5)), chance.uniform(380, 520)
    for n, colour in enumerate(glows):
        x = width * (0.12 + 0.38 * n)
        y = middle + tilt * (x - width / 2) * 0.8 + chance.uniform(-90, 90)
        canvas.glow(-1990, x, y, stage.unit * chance.uniform(0.34, 0.46), colour, 0.42)
    for n in range(3):
        points = [(width * t, middle + tilt * width * (t - 0.5) + chance.uniform(-70, 70)) for t in
                  (-0.05, 0.2, 0.45, 0.7, 1.05)]  # fmt: skip
        deep_ = stage.unit * (0.12 - 0.035 * n)
        upper, lower = [(x, y - deep_) for x, y in points], [(x, y + deep_ * 0.8) for x, y in reversed(points)]
        canvas.shape(-1989, f"{smooth(upper)}L{smooth(lower)[1:]}Z", dust, 0, 0.045, lit=True, detail=True)
    _star_clouds(stage, middle, tilt, dust)
    _near_stars(stage)
    for kind in ("space", "sky", "air", "ground", "surface", "inside"):
        stage.zones[kind] = Zone(0.1 * width, 0.9 * width, 430, 440, 1)


def _star_clouds(stage: Stage, middle: float, tilt: float, dust: str) -> None:
    """Countless small stars, dense in the band."""
    canvas, chance, width = stage.canvas, stage.place, stage.width
    for size, strength, count in ((1.0, 0.5, width / 6), (1.5, 0.75, width / 14)):
        dots = ""
        for n in range(int(count)):
            x = chance.uniform(0, width)
            near = chance.gauss(0, 110) if n % 3 else chance.uniform(-500, 500)
            dots += ellipse(x, (middle + tilt * (x - width / 2) + near) % 1000, size, size)
        canvas.shape(-1985, dots, dust if size < 1.2 else "#f4f1ff", 0, strength, lit=True)


def _near_stars(stage: Stage) -> None:
    """Single stars of some size, a few of them with a shine around them."""
    canvas, chance = stage.canvas, stage.place
    for n in range(int(stage.width / 46)):
        x, y, size = chance.uniform(0, stage.width), chance.uniform(0, 1000), chance.choice((1.8, 2.3, 2.9))
        colour = chance.choice(("#ffffff", "#fdf3cf", "#cfe0ff", "#ffd9c0"))
        if n % 6 == 0:
            canvas.glow(-1980, x, y, size * 9, colour, 0.5)
            long = size * 4.4
            rays = path("M", x - long, y, "Q", x, y, x, y - long, "Q", x, y, x + long, y, "Q", x, y, x,
                        y + long, "Q", x, y,
                        x - long, y, "Z")  # fmt: skip
            canvas.shape(-1980, rays, colour, 0, 0.9, lit=True)
        canvas.shape(-1980, ellipse(x, y, size, size), colour, 0, 0.95, lit=True, detail=n % 3 > 0)


def moon_surface(stage: Stage) -> None:
    """Grey ground with craters under a black sky, ridges behind, and the Earth above."""
    canvas, width, chance = stage.canvas, stage.width, stage.place
    full(stage, -2000, ("#05070f", "#0b1020", "#161c33"))
    _star_clouds(stage, 300, 0.2, "#c9d3f0")
    _near_stars(stage)
    stage.horizon = 560
    if "earth" not in stage.named:
        canvas.glow(-1501, width * 0.76, 210, stage.unit * 0.2, "#6fb0f0", 0.4)
        canvas.place(-1500, catalogue()["earth"], width * 0.76, 210, stage.unit * 0.2, lit=True)
    for n, (base, high, colour, shade) in enumerate(((548, 84, "#6f7182", "#565869"), (600, 56, "#8d8f9e", "#737585"))):
        _ridge(stage, base, high * stage.tall, (colour, shade), 560 + n)
    for n, (top, rough, colours) in enumerate(
        ((606, 14, ("#a9abb7", "#9496a4")), (664, 14, ("#bfc0c9", "#a2a4b0", "#83859a")))
    ):
        curve = slope(stage, wave(chance, width, top, rough, 900), (30, -24)[n])
        points = along(curve, -20, width + 20)
        canvas.gradient(600 + n, down_to(smooth(points), points, BOTTOM), colours, lit=True)
    craters(stage, ("#85879a", "#9c9eac", "#d3d4dc"), lit=True)
    rocks(stage, "#8f91a0", "#676978", lit=True)
    stage.zones["ground"] = Zone(0.08 * width, 0.92 * width, 700, FEET, 0.7)
    stage.zones["sky"] = Zone(0.08 * width, 0.92 * width, 40, 300)


def _ridge(stage: Stage, base: float, high: float, colours: tuple[str, str], z: float) -> None:
    """Round old mountains, lit from the left."""
    chance, x = stage.place, -60.0
    while x < stage.width + 60:
        half, tall = stage.unit * chance.uniform(0.1, 0.2), high * chance.uniform(0.5, 1.1)
        hill = path("M", x - half, base + 60, "Q", x - half * 0.5, base - tall * 0.7, x, base - tall, "Q",
                    x + half * 0.6,
                    base - tall * 0.8, x + half, base + 60, "Z")  # fmt: skip
        dark = path("M", x, base - tall, "Q", x + half * 0.6, base - tall * 0.8, x + half, base + 60, "H",
                    x + half * 0.3, "Q",
                    x + half * 0.1, base - tall * 0.4, x, base - tall, "Z")  # fmt: skip
        stage.canvas.shape(z, hill, colours[0], lit=True)
        stage.canvas.shape(z, dark, colours[1], lit=True, detail=True)
        x += half * chance.uniform(1.0, 1.6)


def craters(stage: Stage, colours: tuple[str, str, str], *, lit: bool = False) -> None:
    """Round hollows that grow towards the viewer: floor, far wall in shade, lit rim."""
    canvas, chance = stage.canvas, stage.place
    count = max(5, int(stage.width / 150))
    for n in range(count):
        y = 640 + 340 * ((n + 0.5) / count) ** 1.1
        x = stage.width * ((n * 0.618 + chance.uniform(0, 0.16)) % 1)
        size = (y - 560) * chance.uniform(0.13, 0.3)
        canvas.shape(602, ellipse(x, y, size * 1.1, size * 0.3), colours[2], 0, 0.5, lit=lit, detail=True)
        canvas.shape(602, ellipse(x, y - size * 0.02, size, size * 0.25), colours[0], lit=lit)
        canvas.shape(
            602, ellipse(x + size * 0.06, y + size * 0.05, size * 0.88, size * 0.18), colours[1], lit=lit, detail=True
        )


def rocks(stage: Stage, colour: str, shade: str, *, lit: bool = False) -> None:
    """Boulders at the sides."""
    chance = stage.place
    for n in range(max(5, int(stage.width / 190))):
        side = n % 2
        x = stage.width * (side * 0.7 + chance.uniform(0, 0.3))
        y, size = 700 + 46 * n * 5 / max(5, int(stage.width / 190)), stage.unit * chance.uniform(0.012, 0.04)
        points = [
            (x + size * dx, y - size * dy)
            for dx, dy in ((-1, 0), (-0.9, 0.6), (-0.3, 1.05), (0.4, 0.9), (0.95, 0.4), (1.1, 0))
        ]
        outline = "M" + "L".join(f"{px:.0f} {py:.0f}" for px, py in points) + "Z"
        stage.canvas.shape(
            y, ellipse(x + size * 0.3, y, size * 1.3, size * 0.16), "#20222e", 0, 0.25, lit=lit, detail=True
        )
        stage.canvas.shape(y, outline, colour, lit=lit)
        dark = (
            "M"
            + "L".join(f"{px:.0f} {py:.0f}" for px, py in (points[3], points[4], points[5], (x + size * 0.1, y)))
            + "Z"
        )
        stage.canvas.shape(y, dark, shade, lit=lit, detail=True)


def mars_surface(stage: Stage) -> None:
    """Red ground with stones, table rocks and a volcano in dusty air, two small moons."""
    canvas, width, chance = stage.canvas, stage.width, stage.place
    stage.horizon = 540.0
    dark = canvas.light.dark
    full(stage, -2000, canvas.light.sky if dark else ("#c98a62", "#e0b088", "#f0d3ae", "#f0d3ae"))
    stage.zones["sky"] = Zone(0.08 * width, 0.92 * width, 40, 300)
    if dark:
        _star_clouds(stage, 250, 0.2, "#f0d8c8")
    else:
        canvas.glow(-1900, stage.sun * width, 190, stage.unit * 0.34, "#fdf3e2", 0.8)
    for x, y, size in ((0.66, 150, 15), (0.8, 100, 9)):
        canvas.shape(-1890, ellipse(width * x, y, size * 1.2, size), "#f4dfc6", 0, 0.75)
    peak = width * chance.choice((0.28, 0.72))
    tall = stage.unit * 0.2 * stage.tall
    cone = path("M", peak - tall * 2.6, 580, "Q", peak - tall, 560 - tall * 0.4, peak - tall * 0.24,
                560 - tall, "h", tall * 0.48, "Q",
                peak + tall, 560 - tall * 0.4, peak + tall * 2.6, 580, "Z")  # fmt: skip
    canvas.shape(400, cone, "#c98768", 0.1)
    for n, (base, high, colour) in enumerate(((560, 46, "#c27a58"), (596, 40, "#b5684a"))):
        x = -40.0
        outline = f"M-40 {base + 120}"
        while x < width + 80:
            long, top = stage.unit * chance.uniform(0.06, 0.16), base - high * stage.tall * chance.uniform(0.1, 1.0)
            outline += path("L", x, top, "L", x + long, top, "L", x + long * 1.3, base + 10)
            x += long * chance.uniform(1.3, 2.2)
        canvas.shape(410 + n, f"{outline}V{base + 120}Z", colour, 0.1 - 0.1 * n)
    for n, (top, colours) in enumerate(((596, ("#c9714c", "#b9623f")), (660, ("#c66a42", "#a9502f")))):
        curve = slope(stage, wave(chance, width, top, 16, 900), (40, -30)[n])
        layer(stage, curve, colours, 0)
    for n in range(8):
        y, x = 716 + 34 * n, width * chance.uniform(-0.1, 0.85)
        canvas.stroke(690, path("M", x, y, "q", 60, -11, 130, 0, "t", 120, 2), "#8f4028", 3 + n * 0.4, 0.4)
    rocks(stage, "#9a5338", "#713522")
    stage.zones["ground"] = Zone(0.08 * width, 0.92 * width, 700, FEET, 0.65)


def open_sky(stage: Stage) -> None:
    """Nothing but sky, to its full height, over a sea of clouds."""
    stage.horizon = 900
    sky(stage, clouds=False)
    canvas, width, chance = stage.canvas, stage.width, stage.place
    full(stage, -1999.5, canvas.light.sky)
    for n, (base, tall, strength) in enumerate(((860, 0.15, 0.35), (925, 0.12, 0.6), (990, 0.11, 0.9))):
        heaps, x = "", -60.0
        while x < width + 60:
            swell = 0.6 + 0.4 * math.sin(x / width * 5 + n * 2)
            size = stage.unit * tall * chance.uniform(0.6, 1.0) * swell
            heaps += ellipse(x, base, size * 1.15, size)
            x += size * chance.uniform(0.9, 1.3)
        canvas.shape(-1500 + n, heaps, canvas.light.cloud, 0, strength, lit=True, detail=True)
    for n, (share, y, size) in enumerate(((0.1, 620, 0.1), (0.9, 560, 0.12), (0.84, 200, 0.05))):
        cloud = catalogue()["cloud"]
        canvas.place(-1490 + n, cloud, width * share, y, stage.unit * size, flip=n % 2 == 0, depth=0.2, opacity=0.8)
    for kind in ("sky", "air", "ground", "surface", "space", "inside"):
        stage.zones[kind] = Zone(0.1 * width, 0.9 * width, 400, 440, 1)

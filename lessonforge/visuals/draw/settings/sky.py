"""The sky of every outdoor place: its colours, stars, light around the sun, and far clouds."""

from __future__ import annotations

from lessonforge.visuals.draw.palettes import LIGHTS
from lessonforge.visuals.draw.paths import ellipse
from lessonforge.visuals.draw.settings.stage import BOTTOM, Stage, Zone
from lessonforge.visuals.draw.things import catalogue

SKY = -2000.0
BODIES = -1500.0
"""Sun, moon and stars stand behind the clouds."""


def sky(stage: Stage, *, clouds: bool = True, moon: bool = False) -> None:
    """Paints the sky down to a little below the horizon; the zone `sky` is left for what is up there."""
    canvas, light = stage.canvas, stage.canvas.light
    canvas.band(SKY, 0, stage.horizon + 180, light.sky, lit=True)
    if light.dark:
        stars(stage, int(stage.width / 22), stage.horizon * 0.86)
    else:
        canvas.glow(SKY + 1, stage.sun * stage.width, stage.horizon * 0.36, stage.unit * 0.44,
                    light.glow, 0.12 if light is LIGHTS["grey"] else 0.85)  # fmt: skip
    if clouds:
        bank(stage)
        streaks(stage)
    stage.zones["sky"] = Zone(0.07 * stage.width, 0.93 * stage.width, 40, stage.horizon * 0.55)


def stars(stage: Stage, count: int, bottom: float) -> None:
    """Small stars of three sizes, some brighter."""
    for n in range(count):
        x, y = stage.place.uniform(0, stage.width), stage.place.uniform(0, 1) ** 1.2 * bottom
        size = stage.place.choice((1.3, 1.7, 2.3))
        stage.canvas.shape(
            SKY + 2, ellipse(x, y, size, size), "#fdfbe8", 0, stage.place.uniform(0.45, 1), lit=True, detail=n % 3 > 0
        )
        if n % 17 == 0:
            stage.canvas.glow(SKY + 2, x, y, size * 7, "#dfe8ff", 0.5)


def bank(stage: Stage) -> None:
    """Heaped clouds far away above the horizon, in two tones, higher at one side."""
    chance, side = stage.place, stage.place.choice((0.0, 1.0))
    base = stage.horizon + 10
    for n, (tall, strength) in enumerate(((0.13, 0.3), (0.075, 0.34))):
        heaps, x = "", -40.0
        while x < stage.width + 40:
            near = 1 - abs(x / stage.width - (side if n == 0 else 0.5))
            size = stage.unit * tall * stage.tall * chance.uniform(0.4, 0.9) * (0.35 + 0.75 * near)
            heaps += ellipse(x, base - size * 0.3, size * 1.1, size)
            x += size * chance.uniform(0.9, 1.3)
        stage.canvas.shape(SKY + 3 + n, heaps, stage.canvas.light.cloud, 0, strength, lit=True, detail=True)


def streaks(stage: Stage) -> None:
    """Far, flat clouds low in the sky: they give it depth and stay out of the way."""
    thing = catalogue()["cloud"]
    for n in range(3):
        x = stage.width * (0.12 + 0.36 * n + stage.take.uniform(-0.08, 0.08))
        y = stage.horizon * stage.place.uniform(0.5 if stage.width < 900 else 0.62, 0.82)
        stage.canvas.place(SKY + 5 + n, thing, x, y, stage.unit * stage.place.uniform(0.035, 0.06),
                           flip=n % 2 == 0, depth=0.45, opacity=0.75)  # fmt: skip


def full(stage: Stage, z: float, colours: tuple[str, ...]) -> None:
    """Fills the whole picture."""
    stage.canvas.band(z, 0, BOTTOM, colours)

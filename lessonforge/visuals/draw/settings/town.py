"""A city street: rows of buildings behind each other and a pavement before them."""

from __future__ import annotations

from lessonforge.visuals.draw.settings.sky import sky
from lessonforge.visuals.draw.settings.stage import BOTTOM, FEET, Stage, Zone
from lessonforge.visuals.draw.things import catalogue

FRONTS = ("#7fa0c0", "#c99a7a", "#d9b98a", "#8fa89a", "#b98a8f")


def city(stage: Stage) -> None:
    """Towers in the haze, a row of them nearer, trees along the pavement, a road at the viewer's feet."""
    canvas, width, chance = stage.canvas, stage.width, stage.place
    sky(stage)
    block = catalogue()["tower-block"]
    for base, tall, depth, count in ((stage.horizon + 70, 0.46, 0.6, 11), (stage.horizon + 150, 0.42, 0.18, 8)):
        for n in range(count):
            x = width * (n + 0.5 + chance.uniform(-0.2, 0.2)) / count
            canvas.place(
                base, block, x, base + 4, stage.unit * tall * chance.uniform(0.62, 1.2), depth=depth, flip=n % 2 == 0
            )
    ground = stage.horizon + 150
    canvas.band(ground + 1, ground, BOTTOM, ("#d8d2c6", "#c9c2b4"))
    for n in range(6):
        x = width * (n + 0.5) / 6 + chance.uniform(-20, 20)
        canvas.place(ground + 4, catalogue()["tree"], x, ground + 8, stage.unit * 0.15, depth=0.08, flip=n % 2 == 0)
    canvas.shape(835, f"M-5 835H{width + 5:.0f}V{BOTTOM:.0f}H-5Z", "#6d7888")
    canvas.shape(835, f"M-5 828H{width + 5:.0f}V842H-5Z", "#efe9dd")
    for n in range(-1, int(width / 150) + 1):
        canvas.shape(836, f"M{n * 150 + 40} 918h80l-8 16h-80Z", "#efe9dd", 0, 0.9)
    stage.zones["ground"] = Zone(0.07 * width, 0.93 * width, ground + 30, FEET, 0.7)

"""The water cycle in one view of the land, and the gases that a tree and an animal give each other."""

from __future__ import annotations

from lessonforge.visuals.draw.canvas import num
from lessonforge.visuals.draw.diagrams.page import arrow
from lessonforge.visuals.draw.grammar import Scene
from lessonforge.visuals.draw.settings.places import lay
from lessonforge.visuals.draw.settings.stage import Stage
from lessonforge.visuals.draw.things import catalogue


def water_cycle(stage: Stage, scene: Scene) -> None:
    """Sea, sun, vapour, clouds, rain on the mountains, a river back to the sea, and arrows in a ring."""
    lay(stage, {"sea", "mountain", "river"}, {"ground"})
    canvas, width, unit, things = stage.canvas, stage.width, stage.unit, catalogue()
    canvas.show(-1500, things["sun"], max(width * 0.12, unit * 0.16), 130, unit * 0.26, lit=True)
    for z, name, share, y, size in (
        (-1000, "cloud", 0.45, 150, 0.15), (-1000, "cloud", 0.55, 112, 0.11), (-999, "rain-cloud", 0.77, 150, 0.2),
    ):  # fmt: skip
        canvas.show(z, things[name], width * share, y, unit * size, flip=y < 120)
    rain = "".join(
        f"M{num(stage.take.uniform(0.68, 0.87) * width)} {num(stage.take.uniform(235, 420))}l-7 36" for _ in range(42)
    )
    canvas.stroke(1100, rain, "#e9f5fb", 4, 0.9, lit=True)
    canvas.show(600, things["vapour"], width * 0.2, 585, min(unit * 0.27, width * 0.17))
    for points in (
        ((0.2, 330), (0.22, 215), (0.345, 165)),
        ((0.525, 225), (0.59, 250), (0.655, 222)),
        ((0.91, 330), (0.935, 430), (0.895, 520)),
        ((0.66, 735), (0.54, 800), (0.41, 790)),
    ):
        arrow(stage, [(share * width, y) for share, y in points])

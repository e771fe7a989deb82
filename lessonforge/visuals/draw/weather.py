"""What falls or shines over a whole scene: rain, snow, lightning, and the clouds that they come from."""

from __future__ import annotations

from lessonforge.visuals.draw.canvas import ellipse, num
from lessonforge.visuals.draw.groups import Group
from lessonforge.visuals.draw.settings.stage import Stage
from lessonforge.visuals.draw.things import catalogue


def weather(stage: Stage, kinds: tuple[str, ...], groups: list[Group]) -> None:
    """Paints the weather of a scene over its backdrop; rain falls from its clouds where there are some."""
    wet = "rain" in kinds or "storm" in kinds
    clouds = [group for group in groups if group.thing.name in ("rain-cloud", "cloud")]
    if (wet or "snow" in kinds or "grey" in kinds) and not clouds:
        _cover(stage, "rain-cloud" if wet else "cloud")
    if "storm" in kinds:
        x = max((0.66, 0.3, 0.86), key=lambda share: min([abs(share * stage.width - g.x) for g in groups] or [0.0]))
        stage.canvas.place(
            -950, catalogue()["lightning"], stage.width * x, stage.horizon * 0.3, stage.unit * 0.24, lit=True
        )
    if wet:
        _rain(stage, clouds)
    if "snow" in kinds:
        _snow(stage)


def _cover(stage: Stage, name: str) -> None:
    """A row of clouds along the upper edge."""
    thing, count = catalogue()[name], 5 if stage.width > 900 else 3
    for n in range(count):
        x = stage.width * (n + 0.5) / count + stage.take.uniform(-40, 40)
        size = stage.unit * stage.take.uniform(0.15, 0.2)
        stage.canvas.place(-1000 + n % 2, thing, x, 95 + 34 * (n % 2), size, flip=n % 2 == 1, depth=0.12 * (n % 2))


def _rain(stage: Stage, clouds: list[Group]) -> None:
    """Slanting strokes, denser under the clouds; the near ones longer and brighter."""
    floor = stage.zones["ground"].near if "soil" in stage.zones else 800.0
    spans = [(cloud.x - cloud.wide * 0.6, cloud.x + cloud.wide * 0.6, cloud.foot - 10) for cloud in clouds] or [
        (0, stage.width, 120.0)
    ]
    for layer, (long, wide, strength) in enumerate(((26, 2.2, 0.5), (40, 3.2, 0.7))):
        path = ""
        for left, right, top in spans:
            count = int((right - left) * (floor - top) / (7200 if clouds else 11000))
            for _ in range(count):
                y = stage.take.uniform(top + 8, floor)
                x = stage.take.uniform(left, right) - (y - top) * 0.12
                path += f"M{num(x)} {num(y)}l{num(-long * 0.16)} {num(long)}"
        if path:
            z = 1100 if layer else stage.horizon + 40
            stage.canvas.stroke(
                z, path, "#e2f1f8" if not stage.canvas.light.dark else "#b9cdf0", wide, strength, lit=True
            )


def _snow(stage: Stage) -> None:
    """Flakes of three sizes all over the picture."""
    for size, strength in ((2.6, 0.75), (4.2, 0.9), (6.4, 0.95)):
        flakes = "".join(
            ellipse(stage.take.uniform(0, stage.width), stage.take.uniform(130, 990), size, size)
            for _ in range(int(stage.width / (9 * size)))
        )
        stage.canvas.shape(1100, flakes, "#ffffff", 0, strength, lit=True)

"""What falls or shines over a whole scene: rain, snow, lightning, and the clouds that they come from."""

from __future__ import annotations

from lessonforge.model import Movement
from lessonforge.visuals.draw.groups import Group
from lessonforge.visuals.draw.paths import ellipse, num
from lessonforge.visuals.draw.settings.stage import Stage
from lessonforge.visuals.draw.things import catalogue

SLANT = 0.15
"""How far the wind takes the rain aside while it falls by one."""


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
    if "fog" in kinds:
        _fog(stage)
    if "wind" in kinds:
        _wind(stage)


def _fog(stage: Stage) -> None:
    """White veils that lie over the land, thick in the distance and thin before the nearest things."""
    for n, (z, top, strength) in enumerate(((stage.horizon + 60, 0.55, 0.75), (700.0, 0.72, 0.5), (1120.0, 0.5, 0.3))):
        veil, y = "", stage.horizon * top
        for k in range(5):
            x = stage.width * (0.25 * k + 0.06 * n)
            veil += ellipse(x, y + 150 + 40 * (k % 2), 0.24 * stage.width, 150 + 30 * (k % 3))
        with stage.canvas.moving(Movement("shift", 12.0, x=24.0, phase=0.3 * n)):
            stage.canvas.shape(z, veil, "#eef2f3", 0, strength * 0.7, lit=True)
        stage.canvas.shape(z, f"M-5 {num(y + 150)}H{num(stage.width + 5)}V1005H-5Z", "#eef2f3", 0, strength * 0.55)


def _wind(stage: Stage) -> None:
    """Curled gusts, and leaves that fly with them."""
    gusts, leaves = "", ""
    for n, (share, y) in enumerate(((0.08, 250), (0.36, 170), (0.62, 300), (0.84, 210), (0.2, 420), (0.7, 460))):
        x, long = share * stage.width, 150 + 40 * (n % 3)
        gusts += f"M{num(x)} {y}q{num(long * 0.4)} -22 {num(long)} -6q46 8 44 -24q-4 -26 -30 -20q-18 8 -6 22"
        leaves += ellipse(x + long * 0.5, y + 46.0, 13, 6) + ellipse(x + long * 1.3, y + 84.0, 10, 5)
    with stage.canvas.moving(Movement("shift", 3.0, x=40.0)):
        stage.canvas.stroke(1090, gusts, "#ffffff", 6, 0.8, lit=True)
        stage.canvas.shape(1091, leaves, "#ee8f35", 0, 0.95)


def _cover(stage: Stage, name: str) -> None:
    """A row of clouds along the upper edge. They keep still: what falls from them moves enough."""
    thing, count = catalogue()[name], 5 if stage.width > 900 else 3
    for n in range(count):
        x = stage.width * (n + 0.5) / count + stage.take.uniform(-40, 40)
        size = stage.unit * stage.take.uniform(0.15, 0.2)
        low = n % 2
        stage.canvas.place(-1000 + low, thing, x, 95 + 34 * low, size, flip=bool(low), depth=0.12 * low, rest=True)


def _rain(stage: Stage, clouds: list[Group]) -> None:
    """Slanting strokes that fall all over the picture, or straight ones under the clouds; the near ones are longer."""
    floor = stage.zones["ground"].near if "soil" in stage.zones else 820.0
    spans = [(cloud.x - cloud.wide * 0.5, cloud.x + cloud.wide * 0.5, cloud.foot - 10) for cloud in clouds]
    paint = "#b9cdf0" if stage.canvas.light.dark else "#e2f1f8"
    for long, wide, strength, times, others in ((26, 2.2, 0.5, 10, 2), (40, 3.2, 0.7, 14, 1)):
        for left, right, top in spans or [(0.0, stage.width, 120.0)]:
            down = times * (floor - top)  # in the twelve seconds of a loop
            aside = 0.0 if spans else stage.width * max(1, round(down * SLANT / stage.width))
            tall, lean, path = floor - top, aside / down, ""
            others = 0 if spans else others
            end = left + (right - left) / (others + 1)
            for _ in range(int((end - left) * tall / (7200 if spans else 11000))):
                x, y = stage.take.uniform(left, end), stage.take.uniform(top, floor)
                path += f"M{num(x)} {num(y)}l{num(-long * lean)} {num(long)}"
            with stage.canvas.moving(
                Movement("flow", 12.0, -aside, down), box=(left, top, right, floor), others=others
            ):
                stage.canvas.stroke(1099, path, paint, wide, strength, lit=True)


def _snow(stage: Stage) -> None:
    """Flakes of three sizes all over the picture, that sink slowly."""
    box = (0.0, 120.0, stage.width, 1000.0)
    for size, strength, seconds in ((2.6, 0.75, 12.0), (4.2, 0.9, 12.0), (6.4, 0.95, 6.0)):
        flakes = "".join(
            ellipse(stage.take.uniform(box[0], box[2] / 2), stage.take.uniform(box[1], box[3]), size, size)
            for _ in range(int(stage.width / (18 * size)))
        )
        with stage.canvas.moving(Movement("flow", seconds, 0.0, box[3] - box[1]), box=box, others=1):
            stage.canvas.shape(1100, flakes, "#ffffff", 0, strength, lit=True)

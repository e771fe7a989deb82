"""A cave: rock around, daylight far behind."""

from __future__ import annotations

from lessonforge.visuals.draw.paths import ellipse, path, smooth
from lessonforge.visuals.draw.settings.land import layer
from lessonforge.visuals.draw.settings.sky import full
from lessonforge.visuals.draw.settings.stage import FEET, Stage, Zone, wave


def cave(stage: Stage) -> None:
    """A cave: daylight through the mouth far behind, hanging and standing stones, a pool, dark rock as a frame."""
    canvas, width, unit, chance = stage.canvas, stage.width, stage.unit, stage.place
    dark = canvas.light.dark
    stage.horizon = 560.0
    full(stage, -2000, ("#3d4258", "#575c74", "#6d7186"))
    mouth = width * chance.choice((0.4, 0.6))
    half = min(unit * 0.17, width * 0.22)
    rim = ((-1, 640), (-1.12, 560), (-0.9, 500), (-1.0, 440), (-0.62, 380), (-0.2, 330), (0.16, 346), (0.5,
    330), (0.86, 400),
           (0.8, 470), (1.14, 530), (1.02, 640))  # fmt: skip
    opening = "M" + "L".join(path(mouth + half * dx * chance.uniform(0.94, 1.06), y) for dx, y in rim) + "Z"
    canvas.gradient(-1900, opening, canvas.light.sky, lit=True)
    hills_ = path(
        "M", mouth - half, 560, "q", half * 0.5, -50, half, -10, "t", half, -20, "V", 640, "H", mouth - half, "Z"
    )
    canvas.shape(-1899, hills_, "#33486a" if dark else "hill_mid", lit=dark)
    canvas.glow(-1898, mouth, 500, unit * 0.5, canvas.light.glow, 0.22 if dark else 0.5)
    _hanging(stage, -1890, ("#4f546c", "#666b82"), 0.2, 0.85)
    floor = wave(chance, width, 636, 10, 700)
    layer(stage, floor, ("#6d6f82", "#565a70"), 0)
    pool = mouth + width * (0.16 if mouth < width / 2 else -0.16)
    canvas.shape(650, ellipse(pool, 690, unit * 0.2, 26), "#2f4a63")
    canvas.shape(651, ellipse(pool, 686, unit * 0.19, 21), "#5f9fb5", 0, 0.75)
    canvas.stroke(
        652, path("M", pool - unit * 0.1, 684, "h", unit * 0.08, "m", 14, 8, "h", unit * 0.06), "#cfe8ee", 3, 0.7
    )
    near = wave(chance, width, 716, 12, 900)
    layer(stage, near, ("#5b5468", "#3d3849"), 0)
    _standing(stage)
    _hanging(stage, 760, ("#2b2838", "#3a3648"), 0.26, 0.5)
    for side in (0, 1):
        wall = [
            (abs(side * width - share * width), y)
            for share, y in ((0.19, -20.0), (0.11, 150.0), (0.15, 330.0), (0.07, 520.0), (0.1, 700.0), (0.05, 1010.0))
        ]
        canvas.shape(770, f"{smooth(wall)}H{side * (width + 40) - 20:.0f}V-20Z", "#2b2838")
        crystals(stage, abs(side * width - 0.1 * width), 722, unit * 0.09, ("#8fd0d8", "#c9a8e0")[side])
    stage.zones["ground"] = Zone(0.14 * width, 0.86 * width, 738, FEET, 0.8)
    stage.zones["sky"] = stage.zones["air"] = Zone(0.2 * width, 0.8 * width, 200, 380)


def _hanging(stage: Stage, z: float, colours: tuple[str, str], long: float, calm: float) -> None:
    """Stones that hang from the roof, shorter in the middle."""
    x, rock, light = -20.0, f"M-20 -20H{stage.width + 20:.0f}V60", ""
    spikes = []
    while x < stage.width + 20:
        wide = stage.unit * stage.place.uniform(0.03, 0.075)
        edge = abs(x / stage.width - 0.5) * 2
        spikes.append(
            (x, wide, stage.unit * long * stage.tall * stage.place.uniform(0.35, 1.0) * (1 - calm * (1 - edge)))
        )
        x += wide * 1.06
    for x, wide, deep in reversed(spikes):
        rock += path("L", x + wide, 60, "Q", x + wide * 0.66, 60 + deep * 0.3, x + wide * 0.5, 60 + deep, "Q",
                     x + wide * 0.34,
                     60 + deep * 0.3, x, 60)  # fmt: skip
        light += path("M", x + wide * 0.16, 56, "Q", x + wide * 0.42, 60 + deep * 0.3, x + wide * 0.5,
                      60 + deep, "Q", x + wide * 0.5,
                      60 + deep * 0.3, x + wide * 0.5, 56, "Z")  # fmt: skip
    stage.canvas.shape(z, rock + "Z", colours[0])
    stage.canvas.shape(z, light, colours[1], detail=True)


def _standing(stage: Stage) -> None:
    """Stones that grow from the floor at the sides."""
    for share, tall, y in ((0.17, 0.2, 704), (0.24, 0.11, 716), (0.8, 0.24, 702), (0.74, 0.1, 718), (0.87, 0.14, 722)):
        x, high = stage.width * share, stage.unit * tall
        wide = high * 0.26 + 8
        cone = path("M", x - wide, y + 8, "Q", x - wide * 0.3, y - high * 0.4, x, y - high, "Q",
                    x + wide * 0.3, y - high * 0.4, x + wide, y + 8, "Z")  # fmt: skip
        side = path("M", x, y - high, "Q", x + wide * 0.3, y - high * 0.4, x + wide, y + 8, "H", x + wide * 0.2, "Z")
        stage.canvas.shape(y, cone, "#6d697c")
        stage.canvas.shape(y, side, "#4a4658", detail=True)


def crystals(stage: Stage, x: float, foot: float, tall: float, colour: str) -> None:
    """A cluster of crystals that shines a little."""
    stage.canvas.glow(771, x, foot - tall * 0.5, tall * 1.5, colour, 0.4)
    for lean, high, wide in ((-0.5, 0.66, 0.16), (0.46, 0.6, 0.16), (0.0, 1.0, 0.2)):
        top = (x + lean * tall, foot - high * tall)
        stone = path("M", x + lean * tall * 0.3 - wide * tall, foot, "L", top[0] - wide * tall,
                     top[1] + wide * tall, "L", *top, "L",
                     top[0] + wide * tall, top[1] + wide * tall, "L", x + lean * tall * 0.3 + wide * tall,
                     foot, "Z")  # fmt: skip
        face = path("M", *top, "L", top[0] + wide * tall, top[1] + wide * tall, "L",
                    x + lean * tall * 0.3 + wide * tall, foot, "H",
                    x + lean * tall * 0.3, "Z")  # fmt: skip
        stage.canvas.shape(772, stone, colour, lit=True)
        stage.canvas.shape(772, face, "#2b3a55", 0, 0.2, lit=True, detail=True)

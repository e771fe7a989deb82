"""Inside the walls of a castle."""

from __future__ import annotations

from lessonforge.model import Movement
from lessonforge.visuals.draw.paths import ellipse, path
from lessonforge.visuals.draw.settings.joinery import INK, box, paving, slab, strip
from lessonforge.visuals.draw.settings.stage import FEET, Stage, Zone
from lessonforge.visuals.draw.settings.views import backdrop


def courtyard(stage: Stage) -> None:
    """Inside a castle's walls: battlements, two towers with flags, the gate, hay and barrels at the sides."""
    width, unit = stage.width, stage.unit
    backdrop(stage, 460)
    top, tall = 596.0 - 0.26 * unit * stage.tall, 0.26 * unit * stage.tall
    _battlement(stage, 560, -10, width + 20, top, 690 - top, "#b9b3a8")
    for share in (0.09, 0.91):
        _tower(stage, width * share, 690, unit * 0.2, tall * 1.6)
    _gate(stage, width * 0.5, 690, unit * 0.3, tall)
    for n in range(max(2, round(width / 320))):
        x = width * (n + 0.5) / max(2, round(width / 320))
        if abs(x - width / 2) > unit * 0.22 and unit * 0.18 < x < width - unit * 0.18:
            _banner(stage, x, top + tall * 0.3, unit * 0.055, n)
    paving(stage, 690, ("#cbbfa6", "#a89a80"), "#786c58", 0.3)
    for n, share in enumerate((0.06, 0.12, 0.94)):
        _barrel(stage, width * share, 742 + 10 * (n % 2), unit * 0.1)
    stage.zones["ground"] = Zone(0.1 * width, 0.9 * width, 722, FEET, 0.8)


def _battlement(stage: Stage, z: float, left: float, right: float, top: float, high: float, colour: str) -> None:
    """A wall with merlons and a few stones that show."""
    canvas, wide = stage.canvas, stage.unit * 0.042
    teeth = "".join(
        box(left + n * wide * 1.7, top - wide * 0.9, wide, wide) for n in range(int((right - left) / (wide * 1.7)) + 1)
    )
    canvas.shape(z, box(left, top, right - left, high) + teeth, colour)
    bricks = ""
    for _ in range(int((right - left) * high / 9000)):
        x, y = stage.place.uniform(left + 4, right - 46), stage.place.uniform(top + 14, top + high - 20)
        bricks += box(x, round((y - top) / 24) * 24 + top, stage.place.uniform(24, 44), 15, 4)
    if bricks:
        canvas.shape(z, bricks, "#8f887c", 0, 0.3, detail=True)
    strip(stage, z, left, top + wide * 0.5, right - left, 6, 0.16)


def _tower(stage: Stage, x: float, foot: float, wide: float, tall: float) -> None:
    """A round tower with a pointed roof and a flag."""
    canvas, top = stage.canvas, foot - tall
    slab(stage, 570, x - wide / 2, top, wide, tall, "#c4beb2", shade=0.2)
    strip(stage, 570, x + wide * 0.16, top, wide * 0.18, tall, 0.08)
    _battlement(stage, 571, x - wide * 0.58, x + wide * 0.5, top - 6, wide * 0.22, "#cfc9bd")
    roof = path(
        "M", x - wide * 0.5, top - wide * 0.16, "L", x, top - wide * 0.95, "L", x + wide * 0.5, top - wide * 0.16, "Z"
    )
    side = path("M", x, top - wide * 0.95, "L", x + wide * 0.5, top - wide * 0.16, "H", x + wide * 0.12, "Z")
    canvas.shape(569, roof, "#4f6f94")
    canvas.shape(569, side, INK, 0, 0.18, detail=True)
    for at in (0.34, 0.6):
        slit = path("M", x - wide * 0.06, foot - tall * (1 - at) + 0, "v", -wide * 0.24, "a", wide * 0.06,
                    wide * 0.06, 0, 0, 1,
                    wide * 0.12, 0, "v", wide * 0.24, "Z")  # fmt: skip
        canvas.shape(572, slit, "#ffd873" if canvas.light.dark else "#5d5a58", lit=canvas.light.dark)
    flag = path("M", x, top - wide * 1.3, "q", wide * 0.2, -wide * 0.06, wide * 0.34, wide * 0.04, "t", wide * 0.2, 0,
                "l", -wide * 0.1, wide * 0.12, "q", -wide * 0.14, wide * 0.06, -wide * 0.24, 0, "t",
                -wide * 0.2, 0, "Z")  # fmt: skip
    canvas.stroke(568, path("M", x, top - wide * 0.9, "V", top - wide * 1.32), "#5a3d2e", 4)
    with canvas.moving(Movement("swing", 3.0, 4.0, pivot=(x, top - wide * 1.22), phase=canvas.phase(x, top))):
        canvas.shape(568, flag, "#d9573f")


def _gate(stage: Stage, x: float, foot: float, wide: float, tall: float) -> None:
    """The gatehouse, its portcullis up, the land seen through it."""
    canvas, high = stage.canvas, tall * 1.24
    _battlement(stage, 573, x - wide / 2, x + wide * 0.47, foot - high, high, "#cdc7bb")
    half, arch = wide * 0.24, high * 0.62
    opening = path("M", x - half, foot, "v", -arch + half, "a", half, half, 0, 0, 1, 2 * half, 0, "V", foot, "Z")
    canvas.stroke(574, opening, "#9c958a", 13)
    canvas.gradient(574, opening, ("far", "hill_mid", "sand"), 0.15)
    bars = "".join(box(x + half * at - 2.5, foot - arch, 5, arch * 0.26) for at in (-0.72, -0.36, 0, 0.36, 0.72))
    canvas.shape(574, bars + box(x - half * 0.96, foot - arch * 0.84, half * 1.92, 5), "#5a4a40")


def _banner(stage: Stage, x: float, top: float, wide: float, n: int) -> None:
    canvas, colours = stage.canvas, ("#b5432f", "#2f6199", "#dba52f")
    cloth = path(
        "M", x - wide / 2, top, "h", wide, "v", wide * 2, "l", -wide / 2, wide * 0.4, "l", -wide / 2, -wide * 0.4, "Z"
    )
    canvas.shape(575, box(x - wide * 0.6, top - 6, wide * 1.2, 8, 3), "#5a3d2e")
    canvas.shape(575, cloth, colours[n % 3])
    canvas.shape(575, ellipse(x, top + wide, wide * 0.26, wide * 0.3), "#f5e3b0", detail=True)
    strip(stage, 575, x + wide * 0.3, top, wide * 0.2, wide * 1.9, 0.12)


def _barrel(stage: Stage, x: float, foot: float, tall: float) -> None:
    canvas, half = stage.canvas, tall * 0.34
    body = path("M", x - half * 0.84, foot - tall, "Q", x - half * 1.2, foot - tall / 2, x - half * 0.84, foot,
                "h", half * 1.68,
                "Q", x + half * 1.2, foot - tall / 2, x + half * 0.84, foot - tall, "Z")  # fmt: skip
    canvas.shape(foot, ellipse(x, foot, half * 1.2, 7), INK, 0, 0.18, detail=True)
    canvas.shape(foot, body, "#a5754d")
    canvas.shape(foot, ellipse(x, foot - tall, half * 0.84, half * 0.2), "#8f6444")
    hoops = "".join(box(x - half * 1.02, foot - tall * at, half * 2.04, tall * 0.055, 2) for at in (0.8, 0.26))
    canvas.shape(foot, hoops, "#5d6878")

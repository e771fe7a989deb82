"""Halls where people are still: a church, a courtroom, the throne room of a castle, a cinema."""

from __future__ import annotations

from lessonforge.visuals.draw.painter import LAMP
from lessonforge.visuals.draw.paths import ellipse, path
from lessonforge.visuals.draw.settings.joinery import CREAM, INK, WOOD, WOOD_DARK, box, column, slab, strip
from lessonforge.visuals.draw.settings.rooms import FLOOR, metre, shell, wide
from lessonforge.visuals.draw.settings.stage import BOTTOM, FEET, Stage, Zone


def _arched(x: float, top: float, across: float, high: float) -> str:
    """A pointed window."""
    half = across / 2
    return path(
        "M",
        x - half,
        top + high,
        "V",
        top + half,
        "Q",
        x - half,
        top + half * 0.2,
        x,
        top - half * 0.4,
        "Q",
        x + half,
        top + half * 0.2,
        x + half,
        top + half,
        "V",
        top + high,
        "Z",
    )


def _stained(stage: Stage, x: float, top: float, across: float, high: float) -> None:
    """A window of coloured glass."""
    canvas, dark = stage.canvas, stage.canvas.light.dark
    canvas.shape(-890, _arched(x, top - 12, across + 24, high + 24), "#9a8f80")
    canvas.shape(-889, _arched(x, top, across, high), "#3f5f9c" if not dark else "#22305a", lit=True)
    colours = ("#d9573f", "#f5c84b", "#6bab52", "#7fb8dc", "#c07fc4")
    for n in range(5 if not dark else 0):
        panes = "".join(
            box(x - across * 0.38 + across * 0.27 * k, top + high * (0.2 + 0.15 * r), across * 0.2, high * 0.11, 3)
            for r in range(5)
            for k in range(3)
            if (r * 2 + k) % 5 == n
        )
        canvas.shape(-888, panes, colours[n], lit=True)
    if not dark:
        canvas.glow(-887, x, top + high / 2, across, stage.canvas.light.glow, 0.25)


def church(stage: Stage) -> None:
    """A nave: stone columns, coloured windows, the altar on its steps, pews at both sides, a red carpet between."""
    canvas, width, m, room = stage.canvas, stage.width, metre(stage), wide(stage)
    shell(stage, ("#e9e0d0", "#d3c7b3"), ("#cfc4b2", "#b0a491"), kind="tiles", trim="#c9bda8")
    for share in (0.14, 0.32, 0.68, 0.86) if room else (0.2, 0.8):
        _stained(stage, width * share, 170, 0.5 * m, 1.2 * m)
    _stained(stage, width * 0.5, 110, 0.7 * m, 1.3 * m)
    for share in (0.05, 0.23, 0.41, 0.59, 0.77, 0.95) if room else (0.06, 0.94):
        column(stage, -880, width * share, FLOOR + 4, FLOOR - 30, stone="#ddd3c0")
    steps = box(width / 2 - 0.9 * m, FLOOR, 1.8 * m, 16) + box(width / 2 - 1.05 * m, FLOOR + 16, 2.1 * m, 16)
    canvas.shape(-879, steps, "#f1eadc")
    slab(stage, -878, width / 2 - 0.55 * m, FLOOR - 0.62 * m, 1.1 * m, 0.62 * m, "#fdfaf2")
    canvas.shape(-877, box(width / 2 - 0.1 * m, FLOOR - 0.62 * m, 0.2 * m, 0.5 * m), "#b5432f")
    canvas.stroke(
        -876,
        path("M", width / 2, FLOOR - 0.64 * m, "v", -0.5 * m, "m", -0.14 * m, 0.14 * m, "h", 0.28 * m),
        "#dba52f",
        9,
    )
    carpet = path(
        "M", width / 2 - 0.3 * m, FLOOR + 32, "h", 0.6 * m, "L", width / 2 + 0.75 * m, BOTTOM, "h", -1.5 * m, "Z"
    )
    canvas.shape(-875, carpet, "#b0372f")
    for side in (-1, 1):
        for n in range(2):
            _pew(stage, width / 2 + side * (0.27 + 0.1 * n) * width, 716 + 30 * n, side, m)


def _pew(stage: Stage, x: float, foot: float, side: int, m: float) -> None:
    left, across = (x if side > 0 else x - 1.5 * m), 1.5 * m
    slab(stage, foot, left, foot - 0.62 * m, across, 0.3 * m, WOOD, rounded=4)
    slab(stage, foot, left, foot - 0.34 * m, across, 0.07 * m, "#b9855a", rounded=3)
    stage.canvas.shape(
        foot,
        box(left, foot - 0.62 * m, 14, 0.62 * m, 4) + box(left + across - 14, foot - 0.62 * m, 14, 0.62 * m, 4),
        WOOD_DARK,
    )


def courtroom(stage: Stage) -> None:
    """Panels of wood, the judge's bench high up with the scales over it, the rail and the witness's box."""
    canvas, width, m, room = stage.canvas, stage.width, metre(stage), wide(stage)
    shell(stage, ("#d9c3a0", "#c9ae86"), ("#9a6e58", "#7d5546"), kind="carpet", dado="#8a5a3c")
    x, half = width * 0.5, 1.15 * m if room else 0.8 * m
    canvas.shape(-888, ellipse(x, 190, 0.3 * m, 0.3 * m), "#f1e3c4")
    arms = path("M", x, 130, "v", 110, "M", x - 50, 156, "h", 100, "M", x - 30, 244, "h", 60)
    canvas.stroke(-887, arms, "#7d5638", 7)
    pans = "".join(
        path("M", x + dx - 26, 200, "h", 52, "q", -6, 26, -26, 26, "q", -20, 0, -26, -26, "Z") for dx in (-50, 50)
    )
    canvas.shape(-887, pans, "#b98a38")
    for share in (0.16, 0.84):
        flag = path("M", width * share, 150, "h", 8, "V", FLOOR, "h", -8, "Z")
        canvas.shape(-886, flag, "#b98a38")
        cloth = path("M", width * share + 8, 160, "h", 0.4 * m, "q", -14, 0.3 * m, 6, 0.6 * m, "h", -0.4 * m, "Z")
        canvas.shape(-886, cloth, "#3f6f9c" if share < 0.5 else "#b5432f")
    slab(stage, -884, x - half, FLOOR - 0.98 * m, 2 * half, 0.98 * m, "#7d4f33", rounded=4)
    slab(stage, -883, x - half - 18, FLOOR - 1.03 * m, 2 * half + 36, 0.09 * m, "#a5754d", rounded=4, shade=0)
    panels = "".join(
        box(x - half + 20 + n * (2 * half - 20) / 4, FLOOR - 0.8 * m, (2 * half - 20) / 4 - 20, 0.62 * m, 4)
        for n in range(4)
    )
    canvas.shape(-882, panels, INK, 0, 0.14, detail=True)
    for left in (-0.05 * width, 0.8 * width):
        slab(stage, 716, left, 720 - 0.62 * m, 0.25 * width, 0.62 * m, "#8a5a3c", rounded=4)
        canvas.shape(717, box(left - 10, 720 - 0.66 * m, 0.25 * width + 20, 14, 4), "#b9855a")


def throne_room(stage: Stage) -> None:
    """A king's hall: stone walls, banners, torches, a carpet to the throne on its steps."""
    canvas, width, m, room = stage.canvas, stage.width, metre(stage), wide(stage)
    shell(stage, ("#b9b3a8", "#a39b8f"), ("#c4b9a6", "#a3978a"), kind="tiles", trim="#8d8579")
    stones = "".join(
        box(stage.place.uniform(0, width), 30 + 40 * stage.place.randrange(15), 76, 30, 6)
        for _ in range(int(width / 34))
    )
    canvas.shape(-1985, stones, "#8a8276", 0, 0.28, detail=True)
    for n, share in enumerate((0.12, 0.3, 0.7, 0.88) if room else (0.16, 0.84)):
        _banner(stage, width * share, ("#b0372f", "#2f5f9c")[n % 2], m)
    for share in (0.21, 0.79):
        _torch(stage, width * share, m)
    steps = box(width / 2 - 0.9 * m, FLOOR - 20, 1.8 * m, 24) + box(width / 2 - 1.1 * m, FLOOR + 4, 2.2 * m, 24)
    canvas.shape(-883, steps, "#8d8579")
    if "throne" not in stage.named:
        slab(stage, -882, width / 2 - 0.34 * m, FLOOR - 20 - 1.5 * m, 0.68 * m, 1.5 * m, "#dba52f", rounded=26)
        canvas.shape(-881, box(width / 2 - 0.25 * m, FLOOR - 20 - 1.38 * m, 0.5 * m, 0.9 * m, 20), "#b0372f")
        canvas.shape(-881, box(width / 2 - 0.42 * m, FLOOR - 20 - 0.55 * m, 0.84 * m, 0.16 * m, 8), "#c98f2b")
    _long_carpet(stage, m)


def _banner(stage: Stage, x: float, colour: str, m: float) -> None:
    canvas = stage.canvas
    tip = ("l", -0.2 * m, 0.16 * m, "l", -0.2 * m, -0.16 * m, "Z")
    canvas.shape(-888, path("M", x - 0.2 * m, 110, "h", 0.4 * m, "V", 110 + 1.1 * m, *tip), colour)
    canvas.shape(-887, ellipse(x, 110 + 0.55 * m, 0.1 * m, 0.12 * m), "#f0c04a")
    canvas.shape(-887, box(x - 0.24 * m, 102, 0.48 * m, 12, 6), WOOD_DARK)


def _torch(stage: Stage, x: float, m: float) -> None:
    canvas = stage.canvas
    canvas.glow(-886, x, 330, 0.4 * m, LAMP, 0.5)
    canvas.shape(-885, path("M", x - 14, 360, "h", 28, "l", -8, 76, "h", -12, "Z"), "#5a3d2e")
    flame = path("M", x - 18, 362, "Q", x - 20, 320, x, 290, "Q", x + 20, 320, x + 18, 362, "Z")
    canvas.shape(-884, flame, "#f59a35", lit=True)


def _long_carpet(stage: Stage, m: float) -> None:
    """From the steps to the viewer, with a border on both sides."""
    middle, top = stage.width / 2, FLOOR + 28
    cloth = path("M", middle - 0.3 * m, top, "h", 0.6 * m, "L", middle + 0.8 * m, BOTTOM, "h", -1.6 * m, "Z")
    stage.canvas.shape(-880, cloth, "#a8322c")
    borders = (path("M", middle + side * 0.26 * m, top, "L", middle + side * 0.7 * m, BOTTOM) for side in (-1, 1))
    stage.canvas.stroke(-879, "".join(borders), "#f0c04a", 7)


def cinema(stage: Stage) -> None:
    """A bright screen in a dark hall, red seats in rows before it."""
    canvas, width, unit = stage.canvas, stage.width, stage.unit
    canvas.band(-2000, 0, BOTTOM, ("#2c2540", "#3d2f4f"), lit=True)
    half = min(0.36 * width, 0.62 * unit)
    left, right = width / 2 - half, width / 2 + half
    canvas.glow(-1990, width / 2, 300, half * 1.5, "#cfe0f5", 0.4)
    canvas.shape(-1980, box(left - 14, 86, 2 * half + 28, 430, 6), "#171325", lit=True)
    canvas.shape(-1979, box(left, 100, 2 * half, 402), "#8fc6e6", lit=True)
    hill = path(
        "M", left, 430, "Q", left + half * 0.6, 300, left + half * 1.1, 400, "T", right, 380, "V", 502, "H", left, "Z"
    )
    canvas.shape(-1978, hill, "#6bab6a", lit=True)
    canvas.shape(-1978, ellipse(right - half * 0.4, 190, 44, 44), "#fdf3b0", lit=True)
    for side in (0, 1):
        x = side * width
        cloth = path("M", x, -5, "L", abs(x - (width / 2 - half) * 0.8), -5, "q", 20, 300, -10, 600, "L", x, 600, "Z")
        canvas.shape(-1970, cloth, "#8f2b34")
    for r in range(2):
        y, wide_ = 640 + 66 * r, (0.085 + 0.015 * r) * unit
        seats = "".join(
            box(n * wide_ * 1.12 - 40 * r, y - wide_ * 0.9, wide_, wide_ * 1.3, 22)
            for n in range(int(width / wide_) + 2)
        )
        canvas.shape(-1960 + r, seats, ("#8f2f36", "#b0372f")[r])
    canvas.band(-900, 736, BOTTOM, ("#4a3550", "#3a2a42"))
    strip(stage, -899, -5, 736, width + 10, 16, 0.3)
    canvas.shape(-898, "".join(ellipse(width * (0.04 + 0.115 * n), 900, 12, 7) for n in range(9)), "#ffe9ad", lit=True)
    stage.zones["ground"] = Zone(0.12 * width, 0.88 * width, 768, FEET + 15, 0.92)
    stage.zones["wall"] = Zone(0.36 * width, 0.64 * width, 300, 330)
    stage.zones["sky"] = stage.zones["air"] = Zone(0.15 * width, 0.85 * width, 110, 320)
    canvas.shape(-897, box(-5, 736, width + 10, 5), CREAM, 0, 0.2)

"""Rooms with a use of their own: a bathroom, a gym, a stable."""

from __future__ import annotations

from lessonforge.visuals.draw.painter import LAMP
from lessonforge.visuals.draw.paths import ellipse, num, path
from lessonforge.visuals.draw.settings.country import hay
from lessonforge.visuals.draw.settings.joinery import CREAM, INK, STEEL, WOOD, WOOD_DARK, box, slab, strip
from lessonforge.visuals.draw.settings.rooms import FLOOR, cabinet, metre, pendant, shell, wide, window
from lessonforge.visuals.draw.settings.stage import Stage, Surface


def bathroom(stage: Stage) -> None:
    """Tiles half up the wall, a bath at the left, a basin under a mirror, a towel, the lavatory at the right."""
    canvas, width, m, room = stage.canvas, stage.width, metre(stage), wide(stage)
    shell(stage, ("#e4f1f4", "#cfe5ea"), ("#dce6e8", "#b9c9ce"), kind="tiles")
    top = FLOOR - 1.3 * m
    canvas.shape(-1980, box(-5, top, width + 10, FLOOR - top), "#9fd0d6")
    size = 0.22 * m
    lines = "".join(path("M", -5, top + size * n, "H", width + 5) for n in range(6))
    lines += "".join(path("M", size * n, top, "V", FLOOR) for n in range(int(width / size) + 1))
    canvas.stroke(-1979, lines, "#f4fafa", 3, 0.7)
    canvas.shape(-1978, box(-5, top - 10, width + 10, 14), "#3f8f9a")
    window(stage, width * (0.17 if room else 0.24), 150, 0.9 * m, 0.7 * m * stage.tall**0.8)
    if not stage.named & {"bathtub", "shower"}:
        _bath(stage, width * 0.03 if room else -0.9 * m, 744, 1.75 * m)
    x = width * (0.68 if room else 0.72)
    if "sink" not in stage.named:
        _basin(stage, x, 726, m)
    if "mirror" not in stage.named:
        canvas.shape(-884, ellipse(x, FLOOR - 1.42 * m, 0.3 * m, 0.4 * m), "#dba52f")
        canvas.shape(-883, ellipse(x, FLOOR - 1.42 * m, 0.26 * m, 0.36 * m), "#dff0f6")
        sheen = path("M", x - 0.1 * m, FLOOR - 1.2 * m, "l", 0.14 * m, -0.5 * m)
        canvas.stroke(-882, sheen, "#ffffff", 14, 0.7)
    if room and "toilet" not in stage.named:
        _lavatory(stage, width * 0.9, 738, m)
    rail = width * (0.48 if room else 0.5)
    canvas.shape(-883, box(rail, FLOOR - 1.0 * m, 0.56 * m, 8, 4), STEEL)
    slab(stage, -882, rail + 0.1 * m, FLOOR - 1.0 * m, 0.34 * m, 0.5 * m, "#e9879a", rounded=5, shade=0.08)
    canvas.shape(-890, ellipse(width * 0.5, 838, min(0.22 * width, 330), 38), "#e9c3a8", 0, 0.9)


def _bath(stage: Stage, x: float, foot: float, long: float) -> None:
    """A bath on feet, with foam, its tap at the far end."""
    canvas, high = stage.canvas, long * 0.34
    canvas.shape(foot, ellipse(x + long / 2, foot, long * 0.5, 10), INK, 0, 0.14, detail=True)
    canvas.stroke(
        foot - 1,
        path("M", x + long * 0.9, foot - high, "v", -high * 0.5, "h", -long * 0.09, "v", high * 0.12),
        "#8f9aa8",
        9,
    )
    foam = "".join(
        ellipse(x + long * (0.12 + 0.075 * n), foot - high * (1.02 + 0.06 * (n % 3)), long * 0.055, high * 0.12)
        for n in range(10)
    )
    canvas.shape(foot, foam, "#f4fbff")
    end = ("Q", x + long * 0.97, foot - high * 0.12, x + long * 0.84, foot - high * 0.1)
    near = ("H", x + long * 0.16, "Q", x + long * 0.03, foot - high * 0.12, x, foot - high, "Z")
    canvas.shape(foot, path("M", x, foot - high, "H", x + long, *end, *near), "#fdfefe")
    shade = path("M", x + long * 0.8, foot - high, "h", long * 0.2, *end, "Z")
    canvas.shape(foot, shade, INK, 0, 0.1, detail=True)
    canvas.shape(foot, box(x - long * 0.02, foot - high * 1.06, long * 1.04, high * 0.13, 9), "#e9f1f3")
    feet = box(x + long * 0.18, foot - high * 0.12, 18, high * 0.12, 5) + box(
        x + long * 0.78, foot - high * 0.12, 18, high * 0.12, 5
    )
    canvas.shape(foot, feet, "#dba52f")


def _basin(stage: Stage, x: float, foot: float, m: float) -> None:
    top = foot - 0.85 * m
    cabinet(stage, foot, x - 0.4 * m, top + 0.14 * m, 0.8 * m, 0.71 * m, "#fbf6ea", 2)
    slab(stage, foot, x - 0.46 * m, top, 0.92 * m, 0.15 * m, "#fdfefe", rounded=14, shade=0)
    strip(stage, foot, x - 0.4 * m, top + 0.15 * m, 0.8 * m, 8, 0.14)
    tap = path("M", x, top, "v", -0.14 * m, "q", 0, -0.08 * m, 0.1 * m, -0.08 * m, "v", 0.06 * m)
    stage.canvas.stroke(foot, tap, "#8f9aa8", 9)
    stage.surfaces.append(Surface(x - 0.44 * m, x - 0.04 * m, top + 4, foot + 1, 0.85))


def _lavatory(stage: Stage, x: float, foot: float, m: float) -> None:
    canvas = stage.canvas
    slab(stage, foot - 1, x - 0.22 * m, foot - 0.85 * m, 0.44 * m, 0.42 * m, "#fdfefe", rounded=8, shade=0.08)
    bowl = path(
        "M",
        x - 0.24 * m,
        foot - 0.42 * m,
        "h",
        0.48 * m,
        "q",
        -0.02 * m,
        0.2 * m,
        -0.13 * m,
        0.24 * m,
        "v",
        0.18 * m,
        "h",
        -0.22 * m,
        "v",
        -0.18 * m,
        "q",
        -0.11 * m,
        -0.04 * m,
        -0.13 * m,
        -0.24 * m,
        "Z",
    )
    canvas.shape(foot, bowl, "#f4f8f9")
    canvas.shape(foot, box(x - 0.26 * m, foot - 0.46 * m, 0.52 * m, 0.07 * m, 10), "#dfe9ec")


def gym(stage: Stage) -> None:
    """A sports hall: wall bars, a hoop, high windows, mats and a box on a floor with coloured lines."""
    canvas, width, m, room = stage.canvas, stage.width, metre(stage), wide(stage)
    shell(stage, ("#f3e6cd", "#e6d2ab"), ("#e0ab6c", "#c98f52"), dado="#d9a86a")
    for share in (0.16, 0.4, 0.64, 0.88) if room else (0.28, 0.74):
        window(stage, width * share, 70, 0.9 * m, 0.5 * m, bars=3)
    for n in range(3 if room else 1):
        _bars(stage, (0.04 if room else 0.03) * width + n * 0.86 * m, m)
    if not stage.named & {"basketball-hoop"}:
        _hoop(stage, width * (0.6 if room else 0.66), m)
    if room:
        _box(stage, width * 0.9, 744, m)
    for k, colour in enumerate(("#3f80c4", "#d9573f")):
        slab(stage, 738 + k, width * 0.7 - 12 * k, 730 - 22 * k, 0.9 * m, 20, colour, rounded=6, shade=0)
    lines = path("M", -5, 770, "H", width + 5, "M", width * 0.5, FLOOR, "V", 1000)
    canvas.stroke(-891, lines, "#fdfefe", 8, 0.8)
    canvas.stroke(-891, ellipse(width / 2, 830, 0.26 * stage.unit, 60), "#3f80c4", 8, 0.75)


def _bars(stage: Stage, x: float, m: float) -> None:
    """A ladder of bars on the wall."""
    top, across = FLOOR - 1.9 * m, 0.76 * m
    rungs = "".join(box(x, top + 0.16 * m * n, across, 10, 5) for n in range(1, 12))
    stage.canvas.shape(-885, rungs, "#c98f52")
    stage.canvas.shape(-884, box(x - 8, top, 16, 1.9 * m) + box(x + across - 8, top, 16, 1.9 * m), WOOD_DARK)


def _hoop(stage: Stage, x: float, m: float) -> None:
    """A board with its ring and net."""
    canvas, top = stage.canvas, 190.0
    slab(stage, -886, x - 0.45 * m, top, 0.9 * m, 0.6 * m, "#fdfefe", rounded=4, shade=0)
    canvas.stroke(-885, box(x - 0.15 * m, top + 0.24 * m, 0.3 * m, 0.24 * m), "#d9573f", 6)
    canvas.stroke(-884, ellipse(x, top + 0.56 * m, 0.2 * m, 0.05 * m), "#ee8f35", 8)
    net = "".join(
        path("M", x + 0.18 * m * a, top + 0.58 * m, "L", x + 0.1 * m * b, top + 0.92 * m)
        for a, b in ((-1, -1), (-0.5, -0.9), (0, -0.3), (0, 0.3), (0.5, 0.9), (1, 1), (-1, 0), (1, 0))
    )
    canvas.stroke(-885, net, "#fdfefe", 3, 0.9)


def _box(stage: Stage, x: float, foot: float, m: float) -> None:
    """A vaulting box."""
    canvas, high, half = stage.canvas, 0.95 * m, 0.5 * m
    body = path("M", x - half, foot, "L", x - half * 0.8, foot - high, "h", half * 1.6, "L", x + half, foot, "Z")
    canvas.shape(foot, ellipse(x, foot, half * 1.05, 9), INK, 0, 0.16, detail=True)
    canvas.shape(foot, body, "#d9b27a")
    seams = "".join(
        path("M", x - half * (1 - 0.2 * at), foot - high * at, "h", 2 * half * (1 - 0.2 * at))
        for at in (0.25, 0.5, 0.75)
    )
    canvas.stroke(foot, seams, WOOD_DARK, 4)
    canvas.shape(foot, box(x - half * 0.84, foot - high - 16, half * 1.68, 28, 12), "#8f5a3e")


def stable(stage: Stage) -> None:
    """A stable of boards: stalls with half doors, straw on the floor, hay, a lantern, a window high up."""
    canvas, width, m, room = stage.canvas, stage.width, metre(stage), wide(stage)
    shell(stage, ("#b98a5e", "#9a6e48"), ("#d9b673", "#bf9650"), kind="carpet", trim=WOOD_DARK)
    boards = "".join(box(x, 14, 4, FLOOR - 14) for x in range(0, int(width) + 10, round(0.24 * m)))
    canvas.shape(-1990, boards, "#6b4a30", 0, 0.5, detail=True)
    window(stage, width * 0.5, 150, 0.9 * m, 0.6 * m)
    for x in (0.02 * width, 0.66 * width) if room else (-0.4 * m, width - 1.2 * m):
        _stall(stage, x, m)
    canvas.shape(-880, box(-5, 84, width + 10, 34), "#6b4a30")
    for share in (0.34, 0.64):
        canvas.shape(-879, box(width * share - 16, 84, 32, FLOOR - 84), "#7d5638")
        strip(stage, -878, width * share + 8, 84, 8, FLOOR - 84, 0.2)
    pendant(stage, width * 0.43, 210, 0.24 * m, "#46586a")
    for n, share in enumerate((0.94, 0.86) if room else (0.95,)):
        hay(stage, width * share, 748 + 16 * n, 0.5 * m)
    straw = "".join(
        path(
            "M",
            stage.place.uniform(0, width),
            stage.place.uniform(700, 980),
            "l",
            stage.place.uniform(-34, 34),
            stage.place.uniform(-9, 9),
        )
        for _ in range(170)
    )
    canvas.stroke(-889, straw, "#f2d68a", 4, 0.8)
    if canvas.light.dark:
        canvas.glow(-877, width * 0.43, 220, 0.8 * m, LAMP, 0.4)


def _stall(stage: Stage, x: float, m: float) -> None:
    """A box with a half door and straw that looks over it."""
    canvas, across, high = stage.canvas, 1.7 * m, 1.15 * m
    canvas.shape(-886, box(x, FLOOR - 2.0 * m, across, 2.0 * m), "#4f3626")
    straw = "".join(ellipse(x + across * (0.1 + 0.09 * n), FLOOR - high, 0.1 * m, 0.07 * m) for n in range(10))
    canvas.shape(-885, straw, "#e6bf62")
    slab(stage, -884, x, FLOOR - high, across, high, WOOD)
    planks = "".join(box(x + across * n / 6, FLOOR - high, 4, high) for n in range(1, 6))
    canvas.shape(-883, planks, "#6b4a30", 0, 0.6)
    cross = path("M", x + 12, FLOOR - 10, "L", x + across - 12, FLOOR - high + 10)
    canvas.stroke(-882, cross, CREAM, 12, 0.85)
    edge = f"M{num(x)} {num(FLOOR - high)}h{num(across)}"
    canvas.stroke(-882, edge, CREAM, 12, 0.85)
    canvas.stroke(-882, box(x, FLOOR - high, across, high - 4), CREAM, 10, 0.85)

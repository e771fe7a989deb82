"""Houses of the backdrops: towers in the haze, town fronts with shops, cottages."""

from __future__ import annotations

from lessonforge.visuals.draw.paths import ellipse, path
from lessonforge.visuals.draw.settings.joinery import INK, awning, box, glaze, grid
from lessonforge.visuals.draw.settings.stage import Stage

WALLS = ("#e8c9a0", "#d98a6a", "#9fb8b0", "#e6d6b5", "#c98f86", "#b9c3d0", "#d9b46a", "#a9b98f")
ROOFS = ("#b5533f", "#8f5a48", "#5d6878", "#a5643f")
CLOTHS = (("#d9573f", "#fdf6e6"), ("#3f9aa6", "#fdf6e6"), ("#f5c84b", "#fdf6e6"), ("#4f8f45", "#fdf6e6"))


def skyline(stage: Stage, base: float, tall: float, depth: float, colour: str, z: float) -> None:
    """A row of towers of all heights, with windows, lower towards one side."""
    chance, x, towers, panes = stage.place, -30.0, "", []
    high_side = chance.choice((0.25, 0.5, 0.75))
    while x < stage.width + 20:
        wide = stage.unit * chance.uniform(0.05, 0.1)
        near = 1 - min(1.0, abs(x / stage.width - high_side) * 1.3)
        high = stage.unit * tall * stage.tall * chance.uniform(0.45, 1.0) * (0.5 + 0.6 * near)
        top = base - high
        towers += box(x, top, wide, high + 40, 3) + _crown(stage, x, top, wide)
        across, down = max(2, round(wide / 22)), max(3, round(high / 34))
        panes += grid(x + wide * 0.08, top + 8, wide * 0.84, high - 16, across, down, 0.5)
        x += wide * chance.uniform(0.96, 1.35)
    stage.canvas.shape(z, towers, colour, depth)
    if stage.canvas.light.dark:
        panes = [pane for n, pane in enumerate(panes) if n * 13 % 7 < 3]
        stage.canvas.shape(z, "".join(panes), "#ffd98a", depth, 0.85 - depth * 0.6, lit=True, detail=True)
    else:
        stage.canvas.shape(z, "".join(panes), "#eef6fa", depth, 0.3, detail=True)


def skyline_outline(stage: Stage, left: float, foot: float, wide: float, high: float) -> tuple[str, str]:
    """The outlines of a few towers and of their windows that fit into this space."""
    towers, panes, count = "", "", max(4, round(wide / 46))
    for n in range(count):
        one, tall = wide / count, high * (0.45 + 0.55 * ((n * 0.618 + 0.2) % 1))
        towers += box(left + n * one, foot - tall, one * 0.98, tall)
        panes += "".join(
            grid(left + n * one + 3, foot - tall + 6, one - 8, tall - 10, 2, max(2, round(tall / 22)), 0.42)[n % 2 :: 2]
        )
    return towers, panes


def _crown(stage: Stage, x: float, top: float, wide: float) -> str:
    """What a tower ends in: a step, a slope, a mast, or nothing."""
    kind = stage.place.randrange(5)
    if kind == 0:
        return box(x + wide * 0.2, top - wide * 0.25, wide * 0.6, wide * 0.3)
    if kind == 1:
        return path("M", x, top + 2, "L", x + wide, top - wide * 0.4, "V", top + 2, "Z")
    if kind == 2:
        return box(x + wide * 0.46, top - wide * 0.8, wide * 0.08, wide * 0.8) + box(
            x + wide * 0.3, top - wide * 0.2, wide * 0.4, wide * 0.2
        )
    if kind == 3:
        return path("M", x, top + 2, "Q", x + wide / 2, top - wide * 0.7, x + wide, top + 2, "Z")
    return ""


def front(
    stage: Stage, z: float, x: float, foot: float, wide: float, high: float, n: int, *, shop: bool = False,
    depth: float = 0.0,
) -> None:  # fmt: skip
    """The front of a town house: floors of windows under a roof or cornice, a door or a shop below."""
    canvas, wall, top, ground = stage.canvas, WALLS[n % 8], foot - high, wide * 0.62
    if n % 3:
        roof = path("M", x - wide * 0.03, top, "L", x + wide * 0.1, top - wide * 0.26, "h", wide * 0.8,
                    "L", x + wide * 1.03, top, "Z")  # fmt: skip
        canvas.shape(z, roof, ROOFS[n % 4], depth)
        dormers = "".join(box(x + wide * at, top - wide * 0.19, wide * 0.13, wide * 0.15, 3) for at in (0.25, 0.62))
        glaze(stage, z, [dormers], depth)
    else:
        gable = path("M", x, top + 2, "h", wide * 0.16, "v", -wide * 0.1, "h", wide * 0.14, "v", -wide * 0.1,
                     "h", wide * 0.4,
                     "v", wide * 0.1, "h", wide * 0.14, "v", wide * 0.1, "h", wide * 0.16, "Z")  # fmt: skip
        canvas.shape(z, gable, wall, depth)
    canvas.shape(z, box(x, top, wide, high), wall, depth)
    canvas.shape(z, box(x + wide * 0.9, top, wide * 0.1, high), INK, depth, 0.1, detail=True)
    canvas.shape(z, box(x - wide * 0.03, top - 3, wide * 1.06, 9), "#fdf6e6", depth, 0.9)
    floors = max(1, round((high - ground) / (wide * 0.44)))
    panes = grid(x + wide * 0.06, top + 10, wide * 0.88, high - ground - 10, 3 if wide > 110 else 2, floors, 0.58)
    frames = grid(x + wide * 0.06, top + 10, wide * 0.88, high - ground - 10, 3 if wide > 110 else 2, floors, 0.72)
    canvas.shape(z, "".join(frames), "#fdf6e6", depth, 0.85, detail=True)
    glaze(stage, z, panes, depth)
    (_shop if shop else _door)(stage, z, (x, foot), (wide, ground), n, depth)


def _door(
    stage: Stage, z: float, at: tuple[float, float], size: tuple[float, float], n: int, depth: float
) -> None:  # fmt: skip
    (x, foot), (wide, high) = at, size
    side, tall = (0.12, 0.62)[n % 2], high * 0.7
    door = path("M", x + wide * side, foot, "v", -tall + wide * 0.1, "a", wide * 0.12, wide * 0.12, 0, 0, 1,
                wide * 0.24, 0,
                "V", foot, "Z")  # fmt: skip
    stage.canvas.shape(z, door, ("#5a3d2e", "#3f6f7a", "#7a3f38", "#4f6b48")[n % 4], depth)
    glaze(
        stage,
        z,
        [box(x + wide * (0.55 if side < 0.3 else 0.14), foot - high * 0.66, wide * 0.3, high * 0.36, 3)],
        depth,
    )
    stage.canvas.shape(z, box(x + wide * (side - 0.03), foot - 6, wide * 0.3, 6), "#c9c2b4", depth, detail=True)


def _shop(
    stage: Stage, z: float, at: tuple[float, float], size: tuple[float, float], n: int, depth: float
) -> None:  # fmt: skip
    """A shop window, its door, and the awning over both; the sign has no words."""
    (x, foot), (wide, high) = at, size
    canvas, frame = stage.canvas, ("#3f6f7a", "#7a3f38", "#4f6b48", "#5a4a6a")[n % 4]
    canvas.shape(z, box(x + wide * 0.04, foot - high, wide * 0.92, high), frame, depth)
    glaze(stage, z, [box(x + wide * 0.09, foot - high * 0.62, wide * 0.5, high * 0.48, 3)], depth, "#bcdceb")
    canvas.shape(z, box(x + wide * 0.66, foot - high * 0.66, wide * 0.24, high * 0.66, 4), "#fdf6e6", depth, 0.25)
    goods = "".join(ellipse(x + wide * (0.16 + 0.09 * k), foot - high * 0.17, wide * 0.036,
    wide * (0.035 + 0.012 * (k % 2)))
                    for k in range(5))  # fmt: skip
    canvas.shape(z, goods, ("#ee8f35", "#d9573f", "#6bab52", "#f5c84b")[n % 4], depth, detail=True)
    canvas.shape(z, box(x + wide * 0.1, foot - high * 0.96, wide * 0.8, high * 0.12, 4), "#fdf6e6", depth, 0.85)
    canvas.shape(z, box(x + wide * 0.3, foot - high * 0.92, wide * 0.4, high * 0.04, 3), frame, depth, 0.5, detail=True)
    awning(stage, z + 0.2, x + wide * 0.06, foot - high * 0.84, wide * 0.88, high * 0.2, CLOTHS[n % 4])


def terrace(stage: Stage, z: float, foot: float, tall: float, shops: bool, depth: float = 0.0) -> None:
    """A row of fronts wall to wall over the whole width, every one of another height."""
    x, n = -stage.unit * stage.place.uniform(0.02, 0.12), stage.place.randrange(8)
    while x < stage.width:
        wide = stage.unit * stage.place.uniform(0.17, 0.25)
        high = stage.unit * tall * stage.tall * stage.place.uniform(0.78, 1.08)
        front(stage, z, x, foot, wide, high, n, shop=shops and n % 4 != 2, depth=depth)
        x, n = x + wide, n + 1


def cottage(
    stage: Stage, z: float, x: float, foot: float, wide: float, n: int, depth: float = 0.0
) -> None:  # fmt: skip
    """A small house: a wall with door and windows under a steep roof, its chimney, flowers at the foot."""
    canvas, high, wall = stage.canvas, wide * (0.5 + 0.08 * (n % 3)), WALLS[(n * 3) % 8] if n % 2 else "#f4e6cc"
    top = foot - high
    canvas.shape(z, box(x + wide * (0.2 + 0.44 * (n % 2)), top - wide * 0.46, wide * 0.1, wide * 0.3), "#8f6444", depth)
    canvas.shape(z, box(x, top, wide, high), wall, depth)
    canvas.shape(z, box(x + wide * 0.86, top, wide * 0.14, high), INK, depth, 0.1, detail=True)
    roof = path("M", x - wide * 0.08, top + wide * 0.04, "L", x + wide * 0.14, top - wide * 0.36, "h", wide * 0.72,
                "L", x + wide * 1.08, top + wide * 0.04, "Z")  # fmt: skip
    canvas.shape(z, roof, ROOFS[n % 4], depth)
    shade = path("M", x + wide * 0.7, top - wide * 0.36, "h", wide * 0.16, "L", x + wide * 1.08, top + wide * 0.04,
                 "h", -wide * 0.24, "Z")  # fmt: skip
    canvas.shape(z, shade, INK, depth, 0.13, detail=True)
    side = 0.14 if n % 2 else 0.62
    door = path("M", x + wide * side, foot, "v", -high * 0.5, "a", wide * 0.1, wide * 0.1, 0, 0, 1,
                wide * 0.2, 0, "V", foot, "Z")  # fmt: skip
    canvas.shape(z, door, ("#5a3d2e", "#3f6f7a", "#7a3f38", "#4f6b48")[n % 4], depth)
    panes = [
        box(x + wide * at, foot - high * 0.68, wide * 0.16, high * 0.34, 3)
        for at in ((0.5, 0.76) if n % 2 else (0.1, 0.35))
    ]
    frames = [
        box(x + wide * at - 4, foot - high * 0.68 - 4, wide * 0.16 + 8, high * 0.34 + 8, 3)
        for at in ((0.5, 0.76) if n % 2 else (0.1, 0.35))
    ]
    canvas.shape(z, "".join(frames), "#fdf6e6", depth)
    glaze(stage, z, panes, depth)
    if stage.season == "winter":
        snow = path("M", x - wide * 0.08, top + wide * 0.03, "L", x + wide * 0.14, top - wide * 0.37, "h", wide * 0.72,
                    "L", x + wide * 1.08, top + wide * 0.03, "q", -wide * 0.1, -wide * 0.12, -wide * 0.3, -wide * 0.1,
                    "t", -wide * 0.3, 0, "t", -wide * 0.3, 0.01, "Z")  # fmt: skip
        canvas.shape(z, snow, "#fbfdfe", depth, detail=True)

"""What every room is made of: walls, a floor, windows that show the hour and the weather, lamps that are lit at night.

Furniture stands at the sides and is drawn on the scale of `metre`; the middle is left to the things of the scene.
"""

from __future__ import annotations

from lessonforge.model import Movement
from lessonforge.visuals.draw.painter import LAMP
from lessonforge.visuals.draw.paths import ellipse, num, path
from lessonforge.visuals.draw.settings.houses import skyline_outline
from lessonforge.visuals.draw.settings.joinery import CREAM, INK, box, slab, strip
from lessonforge.visuals.draw.settings.stage import BOTTOM, FEET, Stage, Zone

FLOOR = 684.0
"""Where the back wall meets the floor."""
Pair = tuple[str, str]


def metre(stage: Stage) -> float:
    """The length of a metre at the back wall."""
    return 0.265 * stage.unit


def wide(stage: Stage) -> bool:
    """Whether there is room for furniture at both sides and between."""
    return stage.width > 1250


def shell(
    stage: Stage, wall: Pair, floor: Pair, *, kind: str = "boards", dado: str = "", trim: str = "#fbf3e2"
) -> None:
    """The walls with a cornice and skirting, the floor of `boards`, `tiles` or `carpet`, and where things stand."""
    canvas, width = stage.canvas, stage.width
    canvas.band(-2000, 0, FLOOR, wall)
    canvas.shape(-1999, box(-5, 0, width + 10, 14), trim, 0, 0.9)
    strip(stage, -1999, -5, 14, width + 10, 9, 0.06)
    if dado:
        _dado(stage, dado, trim)
    canvas.band(-900, FLOOR, BOTTOM, floor)
    {"boards": _boards, "tiles": _tiles, "carpet": _plain}[kind](stage, floor)
    canvas.shape(-898, box(-5, FLOOR - 22, width + 10, 23), trim)
    strip(stage, -897, -5, FLOOR + 1, width + 10, 10, 0.12)
    stage.zones["ground"] = Zone(0.1 * width, 0.9 * width, 752, FEET + 10, 0.9)
    stage.zones["wall"] = Zone(0.36 * width, 0.8 * width, 500, 520)
    stage.zones["sky"] = stage.zones["air"] = Zone(0.15 * width, 0.85 * width, 110, 320)


def _dado(stage: Stage, colour: str, trim: str) -> None:
    """Panels on the lower wall."""
    canvas, high = stage.canvas, 0.9 * metre(stage)
    canvas.shape(-1990, box(-5, FLOOR - high, stage.width + 10, high), colour)
    step = 0.62 * metre(stage)
    panels = "".join(
        box(n * step + 14, FLOOR - high + 26, step - 28, high - 68, 4) for n in range(-1, int(stage.width / step) + 1)
    )
    canvas.shape(-1989, panels, INK, 0, 0.06, detail=True)
    canvas.shape(-1988, box(-5, FLOOR - high - 6, stage.width + 10, 11), trim)


def _boards(stage: Stage, floor: Pair) -> None:
    """Long boards that run towards the viewer's left and right, their ends broken."""
    lines, ends = "", ""
    for n in range(1, 8):
        y = FLOOR + (BOTTOM - FLOOR) * (n / 8) ** 1.5
        deep = (BOTTOM - FLOOR) * (((n + 1) / 8) ** 1.5 - (n / 8) ** 1.5)
        lines += box(-5, y, stage.width + 10, 2.5)
        for k in range(4):
            ends += box(stage.width * (k + (n * 0.37) % 1) / 4, y, 2.5, deep)
    stage.canvas.shape(-899, lines + ends, INK, 0, 0.13, detail=True)


def _tiles(stage: Stage, floor: Pair) -> None:
    """A chequered floor in perspective."""
    width, eye, far = stage.width, stage.width / 2, FLOOR - 260
    rows = [FLOOR + (BOTTOM + 20 - FLOOR) * (n / 6) ** 1.35 for n in range(7)]
    step, dark = 0.36, ""
    for n in range(6):
        upper, lower = rows[n], rows[n + 1]
        reach = int(width / 2 / (step * (upper - far))) + 2
        for k in range(-reach, reach + 1):
            if (k + n) % 2:
                x = [eye + (k + side) * step * (y - far) for y in (upper, lower) for side in (0, 1)]
                dark += f"M{num(x[0])} {num(upper)}H{num(x[1])}L{num(x[3])} {num(lower)}H{num(x[2])}Z"
    stage.canvas.shape(-899, dark, INK, 0, 0.07, detail=True)


def _plain(stage: Stage, floor: Pair) -> None:
    """A carpet: nothing but a softer edge along the wall."""
    strip(stage, -899, -5, FLOOR, stage.width + 10, 30, 0.05)


def rug(stage: Stage, outer: str, inner: str, middle: float = 0.5) -> None:
    """A round rug under the things, with a border."""
    canvas, x = stage.canvas, middle * stage.width
    half = min(stage.width * 0.4, 620)
    canvas.shape(-890, ellipse(x, 846, half, 64), outer, 0, 0.92)
    canvas.shape(-889, ellipse(x, 846, half * 0.93, 54), inner, 0, 0.92, detail=True)
    canvas.stroke(-888, ellipse(x, 846, half * 0.84, 45), outer, 3, 0.6, dash="16 12")


def window(
    stage: Stage, x: float, top: float, across: float, high: float, *, curtains: str = "", view: str = "hill",
    bars: int = 2,
) -> None:  # fmt: skip
    """A window around `x` that shows the sky, what lies outside (`hill` or `city`) and the weather."""
    canvas, light, left, edge = stage.canvas, stage.canvas.light, x - across / 2, 12
    if not light.dark:
        canvas.glow(-897.5, x, top + high / 2, max(across, high) * 0.95, light.glow, 0.3)
    canvas.shape(-896, box(left - edge, top - edge, across + 2 * edge, high + 2 * edge, 5), CREAM)
    canvas.gradient(-895, box(left, top, across, high), light.sky, lit=True)
    _outside(stage, (left, top), (across, high), view)
    _weather(stage, (left, top), (across, high))
    sheen = path("M", left + across * 0.1, top + high, "L", left + across * 0.46, top, "h", across * 0.16, "L",
                 left + across * 0.26, top + high, "Z")  # fmt: skip
    canvas.shape(-893, sheen, "#ffffff", 0, 0.13, lit=True, detail=True)
    frame = "".join(box(left + across * n / bars - 4.5, top, 9, high) for n in range(1, bars))
    canvas.shape(-892, frame + box(left, top + high * 0.42, across, 8), CREAM)
    canvas.shape(-892, box(left - edge - 16, top + high + edge, across + 2 * edge + 32, 15, 4), "#e6d6b5")
    strip(stage, -892, left - edge - 8, top + high + edge + 15, across + 2 * edge + 16, 8, 0.1)
    if curtains:
        _curtains(stage, left - edge, top - edge, across + 2 * edge, high, curtains)
    if not light.dark:
        patch = path("M", x - across * 0.2, FLOOR + 24, "h", across, "l", across * 0.5, 110, "h", -across * 1.3, "Z")
        canvas.shape(-895.5, patch, light.glow, 0, 0.16, lit=True, detail=True)


def _outside(stage: Stage, at: tuple[float, float], size: tuple[float, float], view: str) -> None:
    (left, top), (across, high) = at, size
    canvas, foot = stage.canvas, top + high
    if canvas.light.dark:
        dots = "".join(ellipse(left + across * (0.09 + 0.618 * n % 0.85), top + high * (0.06 + 0.31 * n % 0.5),
        1.8, 1.8)
                       for n in range(9))  # fmt: skip
        canvas.shape(-894.5, dots, "#fdfbe8", 0, 0.9, lit=True, detail=True)
    if view == "city":
        towers, panes = skyline_outline(stage, left, foot, across, high * 0.62)
        canvas.shape(-894, towers, "#2b3d66" if canvas.light.dark else "#8fa8c4", lit=canvas.light.dark)
        canvas.shape(-894, panes, LAMP if canvas.light.dark else "#eef6fa", 0, 0.6, lit=True, detail=True)
        return
    far = path("M", left, foot - high * 0.3, "q", across * 0.3, -high * 0.16, across * 0.6, -high * 0.02, "t",
               across * 0.4,
               -high * 0.04, "V", foot, "H", left, "Z")  # fmt: skip
    near = path("M", left, foot - high * 0.1, "q", across * 0.3, -high * 0.12, across * 0.55, -high * 0.06,
                "t", across * 0.45,
                -high * 0.14, "V", foot, "H", left, "Z")  # fmt: skip
    dark = canvas.light.dark
    canvas.shape(-894, far, "#2f4672" if dark else "hill_far", lit=dark)
    canvas.shape(-894, near, "#243a5c" if dark else "hill_mid", lit=dark)
    head = across * 0.13
    canvas.shape(-894, box(left + across * 0.765, foot - high * 0.3, across * 0.03, high * 0.22), "#6b4a38")
    crown = ellipse(left + across * 0.78, foot - high * 0.3, head, head * 1.1)
    canvas.shape(-894, crown, "#1f3452" if dark else canvas.land.get("leaves_0", "#6bab52"), lit=dark)


def _weather(stage: Stage, at: tuple[float, float], size: tuple[float, float]) -> None:
    """Rain or snow behind the glass."""
    (left, top), (across, high) = at, size
    spots = [(left + across * (0.05 + 0.618 * n % 0.9), top + high * (0.03 + 0.382 * n % 0.88)) for n in range(22)]
    if stage.weather & {"rain", "storm"}:
        drops = "".join(path("M", x, y, "l", -3, 20) for x, y in spots)
        with stage.canvas.moving(Movement("flow", 1.0, y=high), box=(left, top, left + across, top + high)):
            stage.canvas.stroke(-893.5, drops, "#e2f1f8", 2.2, 0.75, lit=True)
    elif "snow" in stage.weather:
        flakes = "".join(ellipse(x, y, 3.4, 3.4) for x, y in spots)
        with stage.canvas.moving(Movement("flow", 6.0, y=high), box=(left, top, left + across, top + high)):
            stage.canvas.shape(-893.5, flakes, "#ffffff", 0, 0.95, lit=True)


def _curtains(stage: Stage, left: float, top: float, across: float, high: float, colour: str) -> None:
    canvas, drop = stage.canvas, high + 46
    for side in (-1, 1):
        outer = left - across * 0.16 if side < 0 else left + across * 1.16
        inner = left + across * 0.12 if side < 0 else left + across * 0.88
        cloth = path("M", outer, top - 18, "L", inner, top - 18, "Q", inner - side * across * 0.02, top + drop * 0.5,
                     inner + side * across * 0.1, top + drop, "L", outer, top + drop, "Z")  # fmt: skip
        canvas.shape(-891, cloth, colour)
        step = (inner - outer) / 4
        folds = "".join(
            path("M", outer + step * n, top - 14, "L", outer + step * (n - 0.25), top + drop) for n in (1, 2, 3)
        )
        canvas.stroke(-891, folds, INK, 4, 0.1)
    canvas.shape(-890.8, box(left - across * 0.22, top - 26, across * 1.44, 10, 5), "#8f6444")


def pendant(stage: Stage, x: float, low: float, size: float, colour: str) -> None:
    """A lamp that hangs from the ceiling."""
    canvas, top, dark = stage.canvas, low - size * 0.62, stage.canvas.light.dark
    canvas.stroke(-880, path("M", x, -5, "V", top), INK, 3, 0.8)
    if dark:
        canvas.glow(-881, x, low, size * 2.6, LAMP, 0.5)
    shade = path("M", x - size * 0.14, top, "h", size * 0.28, "Q", x + size * 0.44, top + size * 0.16,
                 x + size * 0.5, low,
                 "h", -size, "Q", x - size * 0.44, top + size * 0.16, x - size * 0.14, top, "Z")  # fmt: skip
    bulb = path("M", x - size * 0.18, low, "a", size * 0.18, size * 0.16, 0, 0, 0, size * 0.36, 0, "Z")
    canvas.shape(-880, bulb, LAMP if dark else "#fdf3d0", lit=dark)
    canvas.shape(-879, shade, colour)
    side = path("M", x + size * 0.08, top, "h", size * 0.06, "Q", x + size * 0.44, top + size * 0.16,
                x + size * 0.5, low,
                "h", -size * 0.24, "Z")  # fmt: skip
    canvas.shape(-879, side, INK, 0, 0.16, detail=True)


def picture(stage: Stage, x: float, y: float, across: float, high: float, n: int) -> None:
    """A framed picture around (x, y): hills, a sea or shapes."""
    canvas, left, top = stage.canvas, x - across / 2, y - high / 2
    canvas.shape(-886, box(left + 4, top + 6, across, high, 3), INK, 0, 0.1, detail=True)
    canvas.shape(-885, box(left, top, across, high, 3), ("#a5754d", "#5a4a40", "#dba52f")[n % 3])
    inner, tall = across - 16, high - 16
    paper = ("#dfeef0", "#f7e6c8", "#e8dff0")[n % 3]
    canvas.shape(-884, box(left + 8, top + 8, inner, tall), paper)
    foot = top + high - 8
    hill = path("M", left + 8, foot - tall * 0.3, "q", inner * 0.3, -tall * (0.34 if n % 2 else 0.1),
                inner * 0.6, -tall * 0.04,
                "t", inner * 0.4, -tall * 0.1, "V", foot, "H", left + 8, "Z")  # fmt: skip
    canvas.shape(-884, hill, ("#7fae7a", "#5f9fb8", "#b58aa8")[n % 3])
    canvas.shape(
        -884,
        ellipse(left + across * 0.68, top + high * 0.36, tall * 0.13, tall * 0.13),
        ("#f5c84b", "#ee8f35", "#fdf3cf")[n % 3],
    )


def cabinet(
    stage: Stage, z: float, x: float, top: float, across: float, high: float, colour: str, doors: int, *,
    drawers: bool = False,
) -> None:  # fmt: skip
    """A cupboard with doors, or with drawers, and their knobs."""
    canvas, one = stage.canvas, across / doors
    slab(stage, z, x, top, across, high, colour, rounded=4, shade=0.1)
    panels, knobs = "", ""
    for n in range(doors):
        left = x + n * one
        rows = 3 if drawers and n % 2 == 0 else 1
        for r in range(rows):
            panels += box(left + 7, top + 8 + r * (high - 10) / rows, one - 14, (high - 10) / rows - 7, 4)
            y = top + (r + 0.5) * high / rows if rows > 1 else top + high * 0.42
            knobs += ellipse(left + one * (0.5 if rows > 1 else 0.82 if n % 2 == 0 else 0.18), y, 4.5, 4.5)
    canvas.shape(z, panels, "#ffffff", 0, 0.16, detail=True)
    canvas.shape(z, knobs, "#5d6878")


def table(stage: Stage, z: float, x: float, foot: float, across: float, high: float, colour: str) -> None:
    """A table or desk from the front."""
    canvas, leg = stage.canvas, max(9.0, across * 0.045)
    canvas.shape(z, ellipse(x + across / 2, foot, across * 0.54, 9), INK, 0, 0.14, detail=True)
    legs = box(x + leg, foot - high, leg, high) + box(x + across - 2 * leg, foot - high, leg, high)
    canvas.shape(z, legs, "#7d5638")
    canvas.shape(z, box(x + leg, foot - high, across - 2 * leg, high * 0.24), "#8f6444")
    slab(stage, z, x, foot - high - 4, across, max(12.0, high * 0.09), colour, rounded=4)

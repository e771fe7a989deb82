"""What is built of boards, stones and cloth: plain blocks with their shade, windows, shelves, awnings, columns."""

from __future__ import annotations

import itertools
import math

from lessonforge.visuals.draw.painter import LAMP
from lessonforge.visuals.draw.paths import num, path
from lessonforge.visuals.draw.settings.stage import Stage

INK = "#2b3a55"
WOOD, WOOD_DARK, CREAM, STEEL = "#a5754d", "#8f6444", "#fdf6e6", "#c3cbd4"


def box(x: float, y: float, wide: float, high: float, rounded: float = 0.0) -> str:
    """A rectangle from its upper left corner, its corners rounded."""
    r = min(rounded, wide / 2, high / 2)
    if r <= 0:
        return path("M", x, y, "h", wide, "v", high, "h", -wide, "Z")
    return path("M", x + r, y, "h", wide - 2 * r, "a", r, r, 0, 0, 1, r, r, "v", high - 2 * r, "a", r, r, 0, 0,
                1, -r, r,
                "h", 2 * r - wide, "a", r, r, 0, 0, 1, -r, -r, "v", 2 * r - high, "a", r, r, 0, 0, 1, r, -r,
                "Z")  # fmt: skip


def slab(
    stage: Stage, z: float, x: float, y: float, wide: float, high: float, colour: str, *,
    rounded: float = 0.0, depth: float = 0.0, shade: float = 0.16,
) -> None:  # fmt: skip
    """A block with its right side in shade."""
    stage.canvas.shape(z, box(x, y, wide, high, rounded), colour, depth)
    if shade:
        side = wide * (0.16 if wide < high * 2 else 0.08)
        stage.canvas.shape(z, box(x + wide - side, y, side, high, rounded), INK, depth, shade, detail=True)


def strip(stage: Stage, z: float, x: float, y: float, wide: float, high: float, opacity: float = 0.14) -> None:
    """A shadow under an edge."""
    stage.canvas.shape(z, box(x, y, wide, high), INK, 0, opacity, detail=True)


def grid(x: float, y: float, wide: float, high: float, across: int, down: int, pane: float = 0.6) -> list[str]:
    """The outlines of windows in even rows over a wall; `pane` is their share of the space."""
    one, row = wide / across, high / down
    return [
        box(x + one * (c + (1 - pane) / 2), y + row * (r + (1 - pane) / 2), one * pane, row * pane, one * 0.04)
        for r in range(down)
        for c in range(across)
    ]


def glaze(stage: Stage, z: float, panes: list[str], depth: float = 0.0, glass: str = "#9cc4de") -> None:
    """Windows of a house seen from outside: blue by day, some of them lit in the dark."""
    lit = [pane for n, pane in enumerate(panes) if stage.canvas.light.dark and (n * 7 + len(panes)) % 5 < 3]
    dull = [pane for pane in panes if pane not in lit]
    if dull:
        stage.canvas.shape(z, "".join(dull), glass if not stage.canvas.light.dark else "#4a6288", depth)
    if lit:
        stage.canvas.shape(z, "".join(lit), LAMP, depth, lit=True)


def awning(
    stage: Stage, z: float, x: float, y: float, wide: float, high: float, colours: tuple[str, str]
) -> None:  # fmt: skip
    """Striped cloth with a scalloped edge, wider below."""
    count = max(4, round(wide / high / 0.42))
    step, flare = wide / count, high * 0.16
    low = (wide + 2 * flare) / count
    for part, colour in ((0, colours[0]), (1, colours[1])):
        cloth = ""
        for n in range(part, count, 2):
            top, foot = x + n * step, x - flare + n * low
            cloth += path(
                "M", top, y, "h", step, "L", foot + low, y + high, "a", low / 2, low / 2, 0, 0, 1, -low, 0, "Z"
            )
        stage.canvas.shape(z, cloth, colour)
    strip(stage, z, x - flare * 0.4, y + high * 0.5, wide + flare * 0.8, high * 0.5, 0.07)


def books(stage: Stage, z: float, x: float, y: float, wide: float, tall: float) -> None:
    """A row of books on a board at `y`, some leaning, with a gap now and then."""
    colours = ("#c8553d", "#4f7f9c", "#e0b050", "#6f8f6a", "#8a6f9c", "#d98a60", "#3f6f7a", "#e8dcc0")
    spines: dict[str, str] = {}
    at, bands = x, ""
    while at < x + wide - tall * 0.2:
        thick, high = tall * stage.place.uniform(0.16, 0.28), tall * stage.place.uniform(0.7, 1.0)
        colour = stage.place.choice(colours)
        spines[colour] = spines.get(colour, "") + box(at, y - high, thick, high, 2)
        bands += box(at, y - high * 0.8, thick, tall * 0.06)
        at += thick + (tall * 0.3 if stage.place.random() < 0.14 else 1.5)
    for colour, outline in spines.items():
        stage.canvas.shape(z, outline, colour)
    if bands:
        stage.canvas.shape(z, bands, CREAM, 0, 0.45, detail=True)


def shelves(
    stage: Stage, z: float, x: float, y: float, wide: float, high: float, rows: int, wood: str = WOOD, *,
    full: bool = True,
) -> None:  # fmt: skip
    """A bookcase: its back in shade, boards, and books on them where it is `full`."""
    edge, row = max(7.0, wide * 0.035), high / rows
    slab(stage, z, x, y, wide, high, wood, rounded=5)
    stage.canvas.shape(z, box(x + edge, y + edge, wide - 2 * edge, high - 2 * edge), "#5a3d2e", 0, 0.72)
    for n in range(rows):
        floor = y + row * (n + 1) - (edge if n == rows - 1 else edge / 2)
        stage.canvas.shape(z, box(x + edge, floor, wide - 2 * edge, edge), wood)
        if full:
            books(stage, z, x + edge * 1.6, floor, wide - 3.4 * edge, (row - edge) * 0.82)


def column(
    stage: Stage, z: float, x: float, foot: float, tall: float, depth: float = 0.0, stone: str = "#efe6d2"
) -> None:
    """A fluted column on a plinth, with its capital."""
    half = tall * 0.052
    shaft = path("M", x - half, foot - tall * 0.05, "L", x - half * 0.84, foot - tall * 0.93, "H", x + half * 0.84,
                 "L", x + half, foot - tall * 0.05, "Z")  # fmt: skip
    ends = (
        box(x - half * 1.45, foot - tall * 0.03, half * 2.9, tall * 0.03)
        + box(x - half * 1.2, foot - tall * 0.06, half * 2.4, tall * 0.035, 4)
        + box(x - half * 1.5, foot - tall, half * 3, tall * 0.03)
        + path("M", x - half * 0.86, foot - tall * 0.93, "L", x - half * 1.4, foot - tall * 0.97, "H", x + half * 1.4,
               "L", x + half * 0.86, foot - tall * 0.93, "Z")
    )  # fmt: skip
    stage.canvas.shape(z, shaft + ends, stone, depth)
    side = path("M", x + half * 0.4, foot - tall * 0.05, "L", x + half * 0.34, foot - tall * 0.93, "h", half * 0.5,
                "L", x + half, foot - tall * 0.05, "Z")  # fmt: skip
    stage.canvas.shape(z, side, "#8f7a66", depth, 0.34, detail=True)
    flutes = "".join(box(x + half * at, foot - tall * 0.92, half * 0.1, tall * 0.86) for at in (-0.5, -0.12))
    stage.canvas.shape(z, flutes, "#8f7a66", depth, 0.2, detail=True)


def paving(stage: Stage, top: float, colours: tuple[str, str], joint: str, opacity: float = 0.3) -> None:
    """Stone slabs to the lower edge, their joints running to a point on the horizon."""
    canvas, width = stage.canvas, stage.width
    if stage.season == "winter" and not stage.indoor:
        colours = "#dfe6ec", "#c3ced9"
    canvas.band(top, top, 1000, colours)
    lines, y, step = "", top + 9, 13.0
    rows = [top]
    while y < 1000:
        lines += f"M-5 {num(y)}H{num(width + 5)}"
        rows.append(y)
        y, step = y + step, step * 1.34
    rows.append(1010.0)
    eye, far = width / 2, top - 150
    for n, (upper, lower) in enumerate(itertools.pairwise(rows)):
        reach = math.ceil(width / 2 / (1.1 * (upper - far))) + 1
        for k in range(-reach, reach + 1):
            at = (k + 0.5 * (n % 2)) * 1.1
            x0, x1 = eye + at * (upper - far), eye + at * (lower - far)
            if -20 < x0 < width + 20:
                lines += f"M{num(x0)} {num(upper)}L{num(x1)} {num(lower)}"
    canvas.stroke(top + 0.5, lines, joint, 2.2, opacity)


def pot_plant(stage: Stage, z: float, x: float, foot: float, tall: float, pot: str = "#c9722c") -> None:
    """A leafy plant in a pot."""
    from lessonforge.visuals.draw.settings.flora import blade

    top, wide = foot - tall * 0.34, tall * 0.3
    for colour, turns in (("#3f7a4a", (-150, -115, -62, -30)), ("#5c9c50", (-132, -92, -70, -46))):
        stage.canvas.shape(z, "".join(blade(x, top + 8, tall * 0.66, turn, 0.16, 0.2) for turn in turns), colour)
    bowl = path("M", x - wide / 2, top, "h", wide, "L", x + wide * 0.36, foot, "h", -wide * 0.72, "Z")
    stage.canvas.shape(z, bowl, pot)
    stage.canvas.shape(z, path("M", x + wide * 0.2, top, "h", wide * 0.3, "L", x + wide * 0.36, foot, "h",
                               -wide * 0.2, "Z"),
                       INK, 0, 0.16, detail=True)  # fmt: skip
    stage.canvas.shape(z, box(x - wide * 0.56, top - tall * 0.03, wide * 1.12, tall * 0.07, 4), pot)

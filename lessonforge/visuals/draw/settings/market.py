"""Where goods change hands: a market on a square, a harbour."""

from __future__ import annotations

from lessonforge.model import Movement
from lessonforge.visuals.draw.paths import ellipse, num, path, smooth
from lessonforge.visuals.draw.settings.houses import CLOTHS, WALLS, front, terrace
from lessonforge.visuals.draw.settings.joinery import INK, WOOD, WOOD_DARK, awning, box, paving, slab
from lessonforge.visuals.draw.settings.sky import sky
from lessonforge.visuals.draw.settings.stage import FEET, Stage, Surface, Zone
from lessonforge.visuals.draw.settings.views import backdrop
from lessonforge.visuals.draw.settings.water import glints


def market(stage: Stage) -> None:
    """A square with town houses behind, rows of stalls, bunting above, and two large stalls that goods are put on."""
    width, unit = stage.width, stage.unit
    stage.horizon = 560.0
    sky(stage)
    terrace(stage, 600, 624, 0.34, False, 0.42)
    paving(stage, 622, ("#d8c7a8", "#c4af8c"), "#96805e", 0.28)
    for n in range(max(2, round(width / 330))):
        _far_stall(stage, width * (n + 0.5) / max(2, round(width / 330)), 668, unit * 0.16, n)
    _bunting(stage)
    wide = min(0.34 * unit, 0.42 * width)
    for n, left in enumerate((0.02 * width, 0.98 * width - wide)):
        _stall(stage, left, 772, wide, n)
    stage.surfaces.sort(key=lambda top: -top.right + top.left)
    stage.zones["ground"] = Zone(0.1 * width, 0.9 * width, 745, FEET, 0.85)


def _far_stall(stage: Stage, x: float, foot: float, wide: float, n: int) -> None:
    canvas, tall = stage.canvas, wide * 0.8
    posts = box(x - wide / 2, foot - tall, 5, tall) + box(x + wide / 2 - 5, foot - tall, 5, tall)
    canvas.shape(foot, posts, WOOD_DARK, 0.2)
    slab(stage, foot, x - wide * 0.52, foot - tall * 0.4, wide * 1.04, tall * 0.34, WOOD, depth=0.2)
    heap = "".join(ellipse(x + wide * (k - 3) * 0.14, foot - tall * 0.42, wide * 0.07, wide * 0.055) for k in range(7))
    canvas.shape(foot - 0.5, heap, ("#ee8f35", "#6bab52", "#d9573f", "#f5c84b")[n % 4], 0.15)
    awning(stage, foot + 0.2, x - wide * 0.54, foot - tall * 1.15, wide * 1.08, tall * 0.26, CLOTHS[(n + 2) % 4])


def _stall(stage: Stage, x: float, foot: float, wide: float, n: int) -> None:
    """A stall from near: posts, a striped roof, crates on a slope, and a clear counter in front."""
    canvas, tall, unit = stage.canvas, wide * 1.22, wide
    top = foot - tall * 0.36
    canvas.shape(
        foot - 2,
        box(x + wide * 0.03, foot - tall, wide * 0.035, tall) + box(x + wide * 0.93, foot - tall, wide * 0.035, tall),
        WOOD_DARK,
    )
    canvas.shape(
        foot - 2, box(x + wide * 0.06, top - tall * 0.3, wide * 0.88, tall * 0.3), "#5a3d2e", 0, 0.28, detail=True
    )
    goods = ("#d9573f", "#6bab52", "#f5c84b", "#ee8f35", "#7d68a8", "#9cc45a")
    for k in range(4):
        left, high = x + wide * (0.08 + 0.215 * k), top - tall * 0.12
        heap = "".join(
            ellipse(
                left + unit * (0.035 + 0.042 * j), high - unit * (0.012 if j % 2 else 0.03), unit * 0.028, unit * 0.027
            )
            for j in range(4)
        )
        canvas.shape(foot - 1.8, heap, goods[(k + 3 * n) % 6])
        slab(stage, foot - 1.6, left, high, wide * 0.195, tall * 0.07, "#c99a63", shade=0.1)
    slab(stage, foot - 1.4, x - wide * 0.01, top, wide * 1.02, tall * 0.05, "#c99a63")
    cloth = box(x + wide * 0.01, top + tall * 0.05, wide * 0.98, tall * 0.31)
    canvas.shape(foot - 1.4, cloth, ("#3f7a86", "#b5533f")[n])
    folds = "".join(box(x + wide * (0.1 + 0.16 * k), top + tall * 0.05, wide * 0.05, tall * 0.31) for k in range(6))
    canvas.shape(foot - 1.3, folds, INK, 0, 0.1, detail=True)
    awning(stage, foot - 1, x - wide * 0.04, foot - tall * 1.06, wide * 1.08, tall * 0.2, CLOTHS[n * 3 % 4])
    stage.surfaces.append(Surface(x + wide * 0.04, x + wide * 0.96, top + 3, foot - 0.9, 0.7))


def _bunting(stage: Stage) -> None:
    """Little flags on a line across the square."""
    width, left, sag = stage.width, 250.0, 80.0
    stage.canvas.stroke(
        690, f"M-5 {left}Q{num(width * 0.45)} {left + 2 * sag} {num(width + 5)} {left - 40}", INK, 2.5, 0.6
    )
    count = max(8, round(width / 90))
    for k, colour in enumerate(("#d9573f", "#f5c84b", "#3f9aa6")):
        flags = ""
        for n in range(k, count, 3):
            t = (n + 0.5) / count
            x, y = (
                0.9 * width * t * (1 - t) + width * t * t,
                left * (1 - t) ** 2 + 2 * (left + 2 * sag) * t * (1 - t) + (left - 40) * t * t,
            )
            flags += path("M", x - 15, y, "h", 30, "L", x, y + 36, "Z")
        stage.canvas.shape(690, flags, colour)


def harbour(stage: Stage) -> None:
    """A row of painted houses over the water, moored boats, and the quay that the viewer stands on."""
    canvas, width, unit = stage.canvas, stage.width, stage.unit
    backdrop(stage, 470)
    n, x = stage.place.randrange(5), -20.0
    while x < width:
        wide = unit * stage.place.uniform(0.09, 0.13)
        front(stage, 556, x, 566, wide, unit * stage.place.uniform(0.13, 0.19) * stage.tall, n, depth=0.28)
        x, n = x + wide, n + 1
    canvas.shape(566, f"M-5 562H{num(width + 5)}v22H-5Z", "#9a9184", 0.25)
    canvas.band(578, 578, 750, canvas.water()[1:], lit=True)
    glints(stage, 596, 735, (0, width), 579)
    for k, share in enumerate((0.1, 0.3, 0.84) if width > 900 else (0.12, 0.86)):
        if not stage.named & {"boat", "ship"}:
            with canvas.moving(Movement("shift", 4.0, y=3.0, phase=0.3 * k)):
                _moored(stage, width * share, 600 + 14 * k, unit * (0.15 + 0.02 * k), k)
    quay = [(-20.0, 738.0), (width * 0.5, 732.0), (width + 20, 738.0)]
    canvas.shape(738, f"{smooth(quay)}V790H-20Z", "#8d8375")
    paving(stage, 748, ("#cfc6b6", "#b3a996"), "#857b6b", 0.32)
    for share in (0.07, 0.93):
        _bollard(stage, width * share, 772, unit * 0.075)
    stage.zones["water"] = Zone(0.1 * width, 0.9 * width, 630, 720, 0.7)
    stage.zones["under water"] = stage.zones["water"]
    stage.zones["ground"] = Zone(0.1 * width, 0.9 * width, 768, FEET + 5, 0.9)


def _moored(stage: Stage, x: float, y: float, tall: float, n: int) -> None:
    """A fishing boat at anchor: hull, cabin, mast."""
    canvas, z, hull = stage.canvas, y, WALLS[(n * 3 + 1) % 8] if n else "#3f80c4"
    canvas.shape(z, box(x - tall * 0.02, y - tall, tall * 0.035, tall), WOOD_DARK, 0.12)
    canvas.stroke(z, path("M", x, y - tall * 0.98, "L", x + tall * 0.6, y - tall * 0.2, "M", x,
                  y - tall * 0.9, "L", x - tall * 0.5, y - tall * 0.2), "#5a4a40", 2, 0.7, 0.12)  # fmt: skip
    slab(stage, z, x - tall * 0.3, y - tall * 0.42, tall * 0.34, tall * 0.26, "#fdf6e6", depth=0.12, rounded=4)
    body = path("M", x - tall * 0.62, y - tall * 0.22, "L", x + tall * 0.72, y - tall * 0.26, "Q",
                x + tall * 0.6, y, x + tall * 0.4, y,
                "H", x - tall * 0.46, "Q", x - tall * 0.58, y - tall * 0.06, x - tall * 0.62, y - tall * 0.22,
                "Z")  # fmt: skip
    canvas.shape(z, body, hull, 0.1)
    canvas.stroke(
        z, path("M", x - tall * 0.58, y - tall * 0.18, "L", x + tall * 0.68, y - tall * 0.22), "#fdf6e6", 3, 0.8, 0.1
    )
    canvas.stroke(
        z + 0.1,
        path("M", x - tall * 0.6, y + 2, "q", tall * 0.3, -6, tall * 0.6, 0, "t", tall * 0.6, 0),
        "foam",
        3,
        0.8,
    )


def _bollard(stage: Stage, x: float, foot: float, tall: float) -> None:
    canvas = stage.canvas
    canvas.stroke(
        foot - 1, path("M", x, foot - tall * 0.6, "q", -tall, tall * 1.2, -tall * 3, tall * 0.3), "#d9c08a", 5
    )
    slab(stage, foot, x - tall * 0.26, foot - tall * 0.8, tall * 0.52, tall * 0.8, "#3d4a5c", rounded=5)
    canvas.shape(foot, box(x - tall * 0.36, foot - tall, tall * 0.72, tall * 0.26, 9), "#3d4a5c")

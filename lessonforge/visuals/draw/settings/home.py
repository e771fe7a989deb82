"""At home: the living room and the bedroom."""

from __future__ import annotations

from lessonforge.visuals.draw.painter import LAMP
from lessonforge.visuals.draw.paths import ellipse, path
from lessonforge.visuals.draw.settings.joinery import CREAM, INK, books, box, pot_plant, shelves, slab, strip
from lessonforge.visuals.draw.settings.rooms import cabinet, metre, picture, rug, shell, wide, window
from lessonforge.visuals.draw.settings.stage import Stage, Surface, Zone


def living_room(stage: Stage) -> None:
    """A sofa under pictures at the left, a window, a bookcase and a plant at the right."""
    width, m = stage.width, metre(stage)
    walls = stage.place.choice((("#f6e6c8", "#ecd3a8"), ("#e3ebdd", "#cfdcc6"), ("#f3dccb", "#e6c3aa")))
    shell(stage, walls, ("#c89a6b", "#a8784c"))
    rug(stage, "#b5533f", "#d98a6a")
    room, tall = wide(stage), stage.tall
    window(stage, width * (0.2 if room else 0.3), 196 if room else 130, 1.5 * m, 1.2 * m * tall, curtains="#7fa39a")
    if not stage.named & {"sofa", "armchair"}:
        sofa(stage, width * 0.045 if room else -0.7 * m, 724, 1.9 * m, "#4f8f95")
    if not stage.named & {"bookshelf", "shelf"}:
        shelves(stage, 700, width * 0.86 if room else width - 0.62 * m, 706 - 1.9 * m, max(0.94 * m,
                0.1 * width), 1.9 * m, 5)  # fmt: skip
    for n, (share, y) in enumerate(((0.47, 250), (0.56, 280), (0.73, 240)) if room else ((0.74, 180),)):
        if not stage.named & {"board", "whiteboard", "clock", "painting", "map", "poster"}:
            picture(stage, width * share, y, 0.4 * m, (0.5, 0.34, 0.44)[n] * m, n)
    if room and not stage.named & {"lamp", "floor-lamp"}:
        floor_lamp(stage, width * 0.3 + 0.3 * m, 716, 1.55 * m)
    if room:
        pot_plant(stage, 742, width * 0.81, 748, 0.85 * m)


def sofa(stage: Stage, x: float, foot: float, across: float, colour: str) -> None:
    """A two-seater with cushions."""
    canvas, high = stage.canvas, across * 0.42
    canvas.shape(foot, ellipse(x + across / 2, foot, across * 0.52, 10), INK, 0, 0.16, detail=True)
    feet = box(x + across * 0.06, foot - high * 0.1, across * 0.03, high * 0.1) + box(
        x + across * 0.91, foot - high * 0.1, across * 0.03, high * 0.1
    )
    canvas.shape(foot, feet, "#5a3d2e")
    slab(stage, foot, x + across * 0.06, foot - high, across * 0.88, high * 0.8, colour, rounded=22, shade=0)
    for n in range(2):
        left = x + across * (0.12 + 0.385 * n)
        canvas.shape(foot, box(left, foot - high * 0.9, across * 0.37, high * 0.5, 16), "#ffffff", 0, 0.1, detail=True)
        canvas.shape(
            foot, box(left, foot - high * 0.5, across * 0.375, high * 0.22, 10), "#ffffff", 0, 0.2, detail=True
        )
    strip(stage, foot, x + across * 0.06, foot - high * 0.28, across * 0.88, high * 0.18, 0.16)
    for left in (x, x + across * 0.87):
        slab(stage, foot, left, foot - high * 0.66, across * 0.13, high * 0.58, colour, rounded=16)
    for at, paint in ((0.17, "#f5c84b"), (0.7, "#e9a08a")):
        cushion = path("M", x + across * at, foot - high * 0.5, "q", across * 0.01, -high * 0.16,
                       -across * 0.01, -high * 0.34, "q",
                       across * 0.07, high * 0.03, across * 0.15, 0, "q", -across * 0.015, high * 0.18, 0,
                       high * 0.34, "Z")  # fmt: skip
        canvas.shape(foot, cushion, paint)


def floor_lamp(stage: Stage, x: float, foot: float, tall: float) -> None:
    """A standing lamp."""
    canvas, dark, top = stage.canvas, stage.canvas.light.dark, foot - tall
    if dark:
        canvas.glow(foot - 1, x, top + tall * 0.14, tall * 0.62, LAMP, 0.55)
    canvas.shape(foot, box(x - 3, top, 6, tall) + box(x - tall * 0.1, foot - 8, tall * 0.2, 8, 4), "#5d4a3d")
    shade = path("M", x - tall * 0.09, top, "h", tall * 0.18, "l", tall * 0.06, tall * 0.2, "h", -tall * 0.3, "Z")
    canvas.shape(foot, shade, LAMP if dark else "#f3d9a0", lit=dark)
    canvas.shape(foot, path("M", x + tall * 0.04, top, "h", tall * 0.05, "l", tall * 0.06, tall * 0.2, "h",
                            -tall * 0.08, "Z"),
                 INK, 0, 0.1, detail=True)  # fmt: skip


def bedroom(stage: Stage) -> None:
    """A bed with its table and lamp at the left, a window with curtains, a wardrobe and a shelf of toys."""
    width, m, room = stage.width, metre(stage), wide(stage)
    shell(stage, ("#dfe3f0", "#c9d0e6"), ("#d9b48a", "#b98d63"))
    rug(stage, "#7d8fbf", "#a9b6da", 0.56)
    window(stage, width * 0.62, 200 if room else 150, 1.15 * m, 1.15 * m * stage.tall,
           curtains="#8a7fb8")  # fmt: skip
    if not stage.named & {"bed", "bunk-bed", "cot", "hospital-bed"}:
        bed(stage, width * 0.035 if room else -0.8 * m, 742, 2.0 * m)
    left = width * 0.035 + 2.1 * m if room else 1.28 * m
    cabinet(stage, 712, left, 716 - 0.52 * m, 0.46 * m, 0.52 * m, "#b98d63", 1, drawers=True)
    if not stage.named & {"lamp", "floor-lamp"}:
        _table_lamp(stage, left + 0.16 * m, 716 - 0.52 * m, 0.42 * m)
    stage.surfaces.append(Surface(left + 0.24 * m, left + 0.45 * m, 717 - 0.52 * m, 713, 0.7))
    if not stage.named & {"wardrobe"} and room:
        cabinet(stage, 706, width * 0.845, 712 - 2.0 * m, 1.05 * m, 2.0 * m, "#c99a6b", 2)
    x, y = width * (0.2 if room else 0.28), 330 if room else 300
    _toy_shelf(stage, x, y, 1.2 * m if room else 0.9 * m)
    if room:
        _bunting(stage)
        stage.zones["wall"] = Zone(0.34 * width, 0.5 * width, 440, 460)


def bed(stage: Stage, x: float, foot: float, long: float) -> None:
    """A bed seen from its side, the pillow at the left."""
    canvas, high = stage.canvas, long * 0.36
    canvas.shape(foot, ellipse(x + long / 2, foot, long * 0.53, 10), INK, 0, 0.16, detail=True)
    slab(stage, foot, x - long * 0.02, foot - high * 1.5, long * 0.06, high * 1.5, "#8f6444", rounded=10)
    slab(stage, foot, x + long * 0.97, foot - high * 0.95, long * 0.05, high * 0.95, "#8f6444", rounded=8)
    canvas.shape(foot, box(x, foot - high * 0.5, long, high * 0.3), "#a5754d")
    canvas.shape(foot, box(x + long * 0.03, foot - high * 0.72, long * 0.95, high * 0.3, 12), CREAM)
    pillow = box(x + long * 0.05, foot - high * 0.98, long * 0.22, high * 0.34, 18)
    canvas.shape(foot, pillow, "#fffdf8")
    quilt = path("M", x + long * 0.26, foot - high * 0.78, "Q", x + long * 0.5, foot - high * 0.98,
                 x + long * 0.97, foot - high * 0.78,
                 "V", foot - high * 0.26, "Q", x + long * 0.6, foot - high * 0.16, x + long * 0.24,
                 foot - high * 0.28, "Z")  # fmt: skip
    canvas.shape(foot, quilt, "#5f83b8")
    canvas.stroke(
        foot,
        path("M", x + long * 0.33, foot - high * 0.82, "q", -long * 0.03, high * 0.3, -long * 0.015, high * 0.56),
        "#fdf6e6",
        9,
        0.85,
    )
    dots = "".join(ellipse(x + long * (0.42 + 0.1 * n), foot - high * (0.66 - 0.16 * (n % 2)), 7, 6) for n in range(6))
    canvas.shape(foot, dots, "#f5e3b0", 0, 0.8, detail=True)


def _table_lamp(stage: Stage, x: float, foot: float, tall: float) -> None:
    canvas, dark = stage.canvas, stage.canvas.light.dark
    if dark:
        canvas.glow(713, x, foot - tall * 0.7, tall * 1.9, LAMP, 0.55)
    canvas.shape(
        713,
        box(x - tall * 0.05, foot - tall * 0.5, tall * 0.1, tall * 0.5, 3)
        + box(x - tall * 0.18, foot - 7, tall * 0.36, 7, 3),
        "#7d5a8a",
    )
    shade = path(
        "M", x - tall * 0.16, foot - tall, "h", tall * 0.32, "l", tall * 0.13, tall * 0.52, "h", -tall * 0.58, "Z"
    )
    canvas.shape(713, shade, LAMP if dark else "#f5dfa8", lit=dark)


def _toy_shelf(stage: Stage, x: float, y: float, across: float) -> None:
    """A board with books, a ball and blocks."""
    canvas, tall = stage.canvas, across * 0.2
    books(stage, -884, x - across * 0.46, y, across * 0.42, tall)
    canvas.shape(-884, ellipse(x + across * 0.1, y - tall * 0.36, tall * 0.36, tall * 0.36), "#d9573f")
    for n, colour in enumerate(("#6bab52", "#3f80c4", "#f5c84b")):
        at = (0.24, 0.36, 0.3)[n], (0, 0, 1)[n]
        slab(stage, -884, x + across * at[0], y - tall * (0.42 + 0.42 * at[1]), tall * 0.44, tall * 0.42,
             colour, rounded=3)  # fmt: skip
    slab(stage, -883, x - across / 2, y, across, 13, "#a5754d", rounded=3)


def _bunting(stage: Stage) -> None:
    """Paper stars on a string under the ceiling."""
    canvas, width = stage.canvas, stage.width
    canvas.stroke(-887, path("M", width * 0.06, 60, "Q", width * 0.26, 150, width * 0.46, 70), INK, 2, 0.4)
    for n in range(6):
        t = (n + 0.7) / 6.6
        x = width * (0.06 + 0.4 * t)
        y = 60 * (1 - t) ** 2 + 300 * t * (1 - t) + 70 * t * t
        flag = path("M", x - 13, y, "h", 26, "L", x, y + 30, "Z")
        canvas.shape(-887, flag, ("#e9a08a", "#f5c84b", "#8fb8a8")[n % 3])

"""What people grow in rows: a wheat field, an orchard, a vineyard, terraces of rice."""

from __future__ import annotations

from collections.abc import Callable

from lessonforge.visuals.draw.paths import ellipse, num, path, smooth
from lessonforge.visuals.draw.settings.flora import treeline
from lessonforge.visuals.draw.settings.green import meadow_band
from lessonforge.visuals.draw.settings.land import layer, swathes
from lessonforge.visuals.draw.settings.stage import BOTTOM, FEET, Stage, Zone, wave
from lessonforge.visuals.draw.settings.views import backdrop
from lessonforge.visuals.draw.things import catalogue

Planting = Callable[[Stage, float, float, float], None]


def _plain(stage: Stage, far: float) -> None:
    """Hills with a line of trees, and the flat land before them."""
    backdrop(stage, 470)
    line = wave(stage.place, stage.width, far, 6, 900)
    treeline(stage, line, far - 4, 0.07 * stage.tall, "hill_near", 0.35, ("tree", "bush", "tree"), gap=0.7)
    layer(stage, line, ("ground", "ground", "ground_near"), 0)


def wheat(stage: Stage) -> None:
    """Ripe wheat as far as the hills, in rows to a point; high ears at both sides, stubble between."""
    canvas, width = stage.canvas, stage.width
    _plain(stage, 545)
    ripe = {"winter": ("#dfe3df", "#cdd3d0"), "spring": ("#a9c86a", "#8fb654")}
    gold, dark = ripe.get(stage.season, ("#e9c35f", "#d3a443"))
    canvas.band(551, 556, BOTTOM, (gold, gold, dark))
    middle, far, rows = 0.5 * width, 480.0, ""
    for n in range(-16, 17):
        x = [middle + (n + side) * 1.15 * (y - far) for y in (556.0, BOTTOM) for side in (-0.2, 0.2)]
        rows += f"M{num(x[0])} 556H{num(x[1])}L{num(x[3])} {num(BOTTOM)}H{num(x[2])}Z"
    canvas.shape(552, rows, dark, 0, 0.6, detail=True)
    stubble = [(0.44, 560.0), (0.56, 560.0), (0.86, 800.0), (1.05, 1010.0), (-0.05, 1010.0), (0.14, 800.0)]
    canvas.shape(553, "M" + "L".join(f"{num(a * width)} {num(y)}" for a, y in stubble) + "Z", "#d9bf8c", 0, 0.55)
    for row in range(7):
        y = 610 + 44 * row + 5 * row * row
        for side in (0, 1):
            edge = width * (0.42 - 0.058 * row) if not side else width * (0.58 + 0.058 * row)
            _stand(stage, (0.0, edge) if not side else (edge, width), y, 44 + 13.0 * row, (gold, dark))
    stage.zones["ground"] = Zone(0.14 * width, 0.86 * width, 690, FEET, 0.72)


def _stand(stage: Stage, span: tuple[float, float], y: float, tall: float, colours: tuple[str, str]) -> None:
    """A row of stalks with their ears."""
    gap = max(9.0, 0.26 * tall)
    stems, ears, n = "", "", 0
    while span[0] + gap * n < span[1]:
        x, high = span[0] + gap * n, tall * stage.place.uniform(0.82, 1.05)
        lean = stage.place.uniform(-0.1, 0.1) * high
        stems += f"M{num(x)} {num(y)}q0 {num(-high * 0.5)} {num(lean)} {num(-high * 0.8)}"
        ears += ellipse(x + lean, y - high * 0.9, tall * 0.055, tall * 0.17)
        n += 1
    stage.canvas.stroke(y, stems, colours[1], max(2.0, tall * 0.035))
    stage.canvas.shape(y, ears, colours[0] if int(y) % 2 else "#f2d27a")


def orchard(stage: Stage) -> None:
    """Fruit trees in rows on grass, smaller into the distance, a basket's width of lawn between."""
    if stage.season in ("autumn", "summer"):
        tree: Planting = _fruit
    else:
        tree = _bare
    _rows(stage, tree)


def _rows(stage: Stage, plant: Planting) -> None:
    """Rows at both sides that run to a point; the middle is free."""
    width = stage.width
    _plain(stage, 560)
    meadow_band(stage, 590)
    for y, tall in ((612.0, 0.15), (650.0, 0.24), (716.0, 0.38)):
        for side in (-1, 1):
            for n in range(2):
                out = (0.3 + 0.3 * n) * tall / 0.28 * 0.5 * stage.unit + 0.06 * width
                if abs(out) < 0.62 * width:
                    plant(stage, width / 2 + side * out * 1.5, y, tall * stage.unit)
    swathes(stage, 600, (0.0, 1.0), 700)
    stage.zones["ground"] = Zone(0.16 * width, 0.84 * width, 705, FEET, 0.75)


def _fruit(stage: Stage, x: float, y: float, tall: float) -> None:
    stage.canvas.place(y, catalogue()["fruit-tree"], x, y, tall, depth=0.25 if y < 640 else 0.0, rest=True)


def _bare(stage: Stage, x: float, y: float, tall: float) -> None:
    stage.canvas.place(y, catalogue()["tree"], x, y, tall, depth=0.25 if y < 640 else 0.0, rest=True)


def vineyard(stage: Stage) -> None:
    """Vines on posts and wires, in rows that run over the hill to a point."""
    canvas, width, unit = stage.canvas, stage.width, stage.unit
    _plain(stage, 560)
    canvas.band(561, 566, BOTTOM, ("#c9ae7c", "#b8986a"))
    leaf = "leaves_0" if stage.season == "autumn" else "hill_near"
    for side in (-1, 1):
        for n in range(5):
            near, far = width / 2 + side * (0.2 + 0.26 * n) * width, width / 2 + side * (0.03 + 0.05 * n) * width
            for k in range(12):
                t = (k / 11) ** 1.6
                x, y, tall = far + (near - far) * t, 572 + 190 * t, (0.035 + 0.15 * t) * unit
                if -60 < x < width + 60:
                    _vine(stage, (x, y), tall, leaf, k % 3 == 0)
    stage.zones["ground"] = Zone(0.16 * width, 0.84 * width, 760, FEET, 0.85)


def _vine(stage: Stage, at: tuple[float, float], tall: float, leaf: str, post: bool) -> None:
    """A bush of leaves on its post, with grapes in summer and autumn."""
    canvas, (x, y) = stage.canvas, at
    if post:
        canvas.stroke(y - 0.5, path("M", x, y, "v", -tall), "#8f6444", max(2.0, tall * 0.06))
    if stage.season == "winter":
        return canvas.stroke(y, path("M", x, y, "v", -tall * 0.6, "h", tall * 0.3, "h", -tall * 0.6), "#6b4a38", 3)
    bush = "".join(
        ellipse(x + dx * tall, y - up * tall, tall * 0.26, tall * 0.2)
        for dx, up in ((-0.3, 0.5), (0.02, 0.62), (0.3, 0.48), (0.0, 0.36))
    )
    canvas.shape(y, bush, leaf)
    if stage.season in ("summer", "autumn") and tall > 60:
        grapes = "".join(
            ellipse(x + dx * tall, y - up * tall, tall * 0.05, tall * 0.055)
            for dx, up in ((-0.14, 0.34), (-0.06, 0.34), (-0.1, 0.26), (0.2, 0.4), (0.26, 0.4), (0.23, 0.32))
        )
        canvas.shape(y + 0.1, grapes, "#6f4f8f")


def terraces(stage: Stage) -> None:
    """Rice in steps down a hillside: water that shines in each, green along the edges."""
    canvas, width = stage.canvas, stage.width
    backdrop(stage, 420)
    for n in range(7):
        y, sag = 470 + 30.0 * n + 2.2 * n * n, 20 + 4 * n
        crest = [
            (-30.0, y - sag),
            (0.22 * width, y + sag * 0.4 * (1 if n % 2 else -1)),
            (0.5 * width, y + sag),
            (0.78 * width, y - sag * 0.3 * (1 if n % 2 else -1)),
            (width + 30, y - sag),
        ]
        step = [(x, b + 16 + 3 * n) for x, b in crest]
        canvas.shape(y, f"{smooth(crest)}V{num(y + 240)}H-30Z", "hill_near")
        canvas.shape(y + 0.1, f"{smooth(step)}V{num(y + 240)}H-30Z", canvas.water(0.35 + 0.07 * n)[0], lit=True)
        shoots = "".join(
            f"M{num(x + dx)} {num(b + 26 + 4 * n)}l-3 {num(-12 - n)}m3 {num(12 + n)}l4 {num(-11 - n)}"
            for x, b in step[1:4]
            for dx in range(-160, 161, 40)
        )
        canvas.stroke(y + 0.2, shoots, "#8fc257", 2.4 + 0.3 * n, 0.9)
    low = [(-30.0, 778.0), (0.3 * width, 772.0), (0.7 * width, 776.0), (width + 30, 770.0)]
    canvas.gradient(780, f"{smooth(low)}V1010H-30Z", ("ground", "ground_near"))
    stage.zones["ground"] = Zone(0.1 * width, 0.9 * width, 790, FEET + 5, 0.9)
    stage.zones["water"] = Zone(0.1 * width, 0.9 * width, 690, 745, 0.85)

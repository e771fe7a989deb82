"""Land under the sky: far hills, folds of hills with fields and hedges, the near ground with its paths."""

from __future__ import annotations

import math
from collections.abc import Mapping

from lessonforge.visuals.draw.palettes import LAND
from lessonforge.visuals.draw.paths import down_to, num, path, smooth
from lessonforge.visuals.draw.settings.flora import copse, foreground, treeline
from lessonforge.visuals.draw.settings.stage import BOTTOM, FEET, Curve, Stage, Zone, along, wave

BIOMES: Mapping[str, Mapping[str, str]] = {
    "desert": {
        "far": "#cfae9f", "hill_far": "#efd6a6", "hill_mid": "#eac98c", "hill_near": "#e2b872", "ground": "#efcd8d",
        "ground_near": "#d9a968", "tuft": "#a8975c", "wet": "#c9a768", "range": "#c48f70", "range_shade": "#a56f58",
    },
    "savanna": {
        "far": "#b9b3a4", "hill_far": "#dccb92", "hill_mid": "#d6ba6e", "hill_near": "#b5a252", "ground": "#dcbb62",
        "ground_near": "#b99242", "tuft": "#a8843a", "wet": "#c9a55e",
    },
    "jungle": {
        "far": "#8fbcb4", "hill_far": "#8cc2a0", "hill_mid": "#5fa577", "hill_near": "#3f8a5a", "ground": "#67a655",
        "ground_near": "#3f7f45", "tuft": "#2f6f42",
    },
    "snow": {**LAND["winter"], "far": "#b4cbdf", "hill_near": "#dbe8f0", "ground_near": "#cfe0ec",
        "sand": "#e6eef4", "sand_near": "#cfdde8", "wet": "#b7cbdb"},
}  # fmt: skip
"""The roles of land where it is not the green one."""


def biome(stage: Stage) -> str:
    """Repaints the land for the first biome among the places; its name, or nothing."""
    name = next((name for name in BIOMES if name in stage.places), "")
    if name:
        stage.canvas.land = {**stage.canvas.land, **BIOMES[name]}
    return name


def layer(
    stage: Stage, curve: Curve, colours: tuple[str, ...], depth: float, left: float = -20, right: float = 0
) -> float:
    """A hill from its crest down; returns its z, the mean height of the crest."""
    points = along(curve, left, right or stage.width + 20)
    z = sum(y for _, y in points) / len(points)
    low = max(y for _, y in points) + 2
    large = depth == 0 and left <= 0 and not right and not stage.canvas.style.line
    if large and len(set(colours)) > 1:  # strips are drawn much faster
        stage.canvas.shape(z, down_to(smooth(points), points, low), colours[0])
        stage.canvas.band(z, low, BOTTOM, colours)
    else:
        bottom = low + 220 if depth else BOTTOM  # nearer land hides the rest
        stage.canvas.gradient(z, down_to(smooth(points), points, bottom), colours, depth)
    return z


def slope(stage: Stage, curve: Curve, rise: float) -> Curve:
    """The outline tilted: `rise` higher at the right edge than at the left one, the same in the middle."""
    return lambda x: curve(x) - rise * (x / stage.width - 0.5)


def distance(stage: Stage) -> None:
    """The pale hills at the end of every land view."""
    tall, tilt = stage.tall, stage.place.uniform(-50, 50)
    for n, (up, depth) in enumerate(((50, 0.82), (24, 0.55))):
        base = wave(stage.place, stage.width, stage.horizon - up * tall, (26 - 6 * n) * tall, 620 - 160 * n)
        curve = slope(stage, base, tilt * (1 - 2 * n))
        points = along(curve, -20, stage.width + 20)
        stage.canvas.shape(stage.horizon - 200 + n, down_to(smooth(points), points, stage.horizon + 160), "far", depth)


def hills(stage: Stage, *, steep: float = 1.0, folds: int = 3) -> None:
    """Two or three folds of hills in front of each other, tilted by chance, with fields, hedges and trees.

    The crests can be stood on.
    """
    chance, side, kinds = stage.place, stage.place.choice((-1, 1)), ("tree", "bush", "pine")
    every = (
        ("hill_far", 0, 26, 900, 0.42, 60),
        ("hill_mid", 52, 34, 1050, 0.22, -70),
        ("hill_near", 106, 22, 1300, 0.12, 44),
    )
    for n, (colour, down, high, length, depth, tilt) in enumerate(every[:folds]):
        base = wave(chance, stage.width, stage.horizon + down, high * steep * stage.tall, length)
        curve = slope(stage, base, tilt * side * steep * chance.uniform(0.5, 1.2))
        z = layer(stage, curve, (colour, colour), depth)
        if n == 0:
            treeline(stage, curve, z, 0.04, "hill_near", depth + 0.1, kinds, _piece(stage, 0.4), 0.5)
            furrows(stage, curve, z, depth)
        elif n == 1:
            furrows(stage, curve, z, depth)
            treeline(stage, curve, z, 0.055, "hill_near", depth, kinds, _piece(stage, 0.3), 0.44)
            copse(stage, curve, z, 0.085, depth, 3, kinds)
        else:
            copse(stage, curve, z, 0.11, depth, 2, kinds, (0.66, 1.0) if side > 0 else (0.0, 0.3))
        if n < 2:
            stage.crests["hill"] = (curve, 0.62 * stage.width)


def _piece(stage: Stage, share: float) -> tuple[float, float]:
    """A stretch of the width, somewhere."""
    left = stage.place.uniform(0, 1 - share)
    return left, left + share


def meadow(stage: Stage, top: float = 655.0, *, mound: bool = False, left: float = 0.0) -> None:
    """The near ground: grass that things stand on, darker towards the viewer; as a `mound` it is a hill itself.

    Flowers grow from the share `left` of the width on.
    """
    curve = wave(stage.place, stage.width, top, 14, 1400)
    if mound:
        top += 45
        hill, middle = (
            _raised(curve, 205, 0.55 * stage.width, min(max(0.38 * stage.width, 320.0), 600.0)),
            0.55 * stage.width,
        )
        layer(stage, hill, ("hill_near", "hill_near"), 0.05)
        side = _raised(curve, 190, middle - 0.03 * stage.width, min(max(0.33 * stage.width, 280.0), 520.0))
        layer(stage, side, ("ground", "ground"), 0)
        stage.crests["hilltop"] = (hill, middle)
        curve = wave(stage.place, stage.width, top, 10, 1400)
    layer(stage, curve, ("ground", "ground", "ground_near"), 0)
    swathes(stage, top + 15, (0.0, 1.0), top + 80)
    far = top + (0 if mound else 28)
    stage.zones["ground"] = Zone(0.08 * stage.width, 0.92 * stage.width, far, FEET - (50 if mound else 0), 0.62)
    foreground(stage, left)


def _raised(curve: Curve, rise: float, middle: float, half: float) -> Curve:
    """The outline with a round hill on it."""
    return lambda x: curve(x) - rise * math.exp(-(((x - middle) / half) ** 2) * 2.2)


def swathes(stage: Stage, z: float, span: tuple[float, float], y: float) -> None:
    """Bands of lighter and darker grass that follow the ground and give it depth."""
    left, right = (share * stage.width - 20 for share in (span[0], span[1] + 0.03))
    for n, (colour, strength) in enumerate((("hill_far", 0.24), ("ground_near", 0.3), ("ground_near", 0.34))):
        upper = wave(stage.place, stage.width, y + 74 * n, 16, 900)
        lean = stage.place.choice((-1, 1)) * 70
        if n == 0 and span[0] > 0:
            continue
        points = [(x, upper(x) + lean * (x - left) / (right - left)) for x, _ in along(upper, left, right, 8)]
        lower = [(x, y2 + 46 + 14 * math.sin(x / 190)) for x, y2 in reversed(points)]
        if span[0] > 0:
            points = [(left + 30 * n, BOTTOM), *points[1:]]
            lower = [*lower[:-1], points[0]]
        end = smooth(lower)[1:] if n == 0 else f"{num(right)} {num(BOTTOM)}L{num(left)} {num(BOTTOM)}"
        stage.canvas.shape(z, f"{smooth(points)}L{end}Z", colour, 0, strength, detail=True)


def furrows(stage: Stage, curve: Curve, z: float, depth: float) -> None:
    """Curved field edges on a hill: a patchwork seen from far."""
    for n in range(3):
        x = stage.width * (0.04 + 0.34 * n + stage.place.uniform(0, 0.14))
        wide, long = stage.unit * stage.place.uniform(0.14, 0.3), stage.unit * stage.place.uniform(0.07, 0.14)
        lean = stage.place.choice((-1, 1)) * wide * 0.6
        left, right = curve(x) + 9, curve(x + wide) + 9
        field = path(
            "M", x, left, "Q", x + wide / 2, (left + right) / 2 - 4, x + wide, right,
            "Q", x + wide + lean * 0.8, right + long / 2, x + wide + lean * 1.4, right + long,
            "L", x + lean, left + long * 1.06, "Q", x + lean * 0.4, left + long / 2, x, left, "Z",
        )  # fmt: skip
        colour = stage.place.choice(("hill_far", "ground", "hill_near", "sand_near"))
        stage.canvas.shape(z, field, colour, depth, 0.5 if colour != "sand_near" else 0.35, detail=True)


def crops(stage: Stage, top: float, bottom: float) -> None:
    """A ploughed or sown field that runs to a point on the horizon: rows that the eye follows."""
    middle, far = stage.width * stage.place.choice((0.2, 0.8)), stage.horizon - 30
    colours = stage.place.choice((("#d9b25a", "#c49a45"), ("hill_far", "hill_near"), ("#b08a5e", "#9a7550")))
    canvas, z, step = stage.canvas, bottom - 1, 0.62 * stage.unit / 1000
    canvas.shape(z, f"M-5 {num(top)}H{num(stage.width + 5)}V{num(bottom + 60)}H-5Z", colours[0])
    reach = int(stage.width / (step * (top - far))) + 2
    rows = ""
    for n in range(-reach, reach):
        edges = [middle + (n + side) * step * (y - far) for y in (top, bottom + 60) for side in (-0.26, 0.26)]
        if max(edges) > -20 and min(edges) < stage.width + 20:
            rows += f"M{num(edges[0])} {num(top)}H{num(edges[1])}L{num(edges[3])} {num(bottom + 60)}H{num(edges[2])}Z"
    canvas.shape(z, rows, colours[1], 0, 0.75, detail=True)


def lane(stage: Stage, start: tuple[float, float], bend: float, colour: str = "sand", wide: float = 150) -> None:
    """A path that winds from `start` (share of the width, height) to the lower edge, wider as it comes."""
    points: list[tuple[float, float, float]] = []
    for n in range(9):
        t = n / 8
        y = start[1] + (BOTTOM + 20 - start[1]) * t**1.8
        x = start[0] * stage.width + bend * stage.unit * math.sin(6.6 * t**0.8) * (1.5 - 0.6 * t)
        points.append((x, y, 2.5 + wide * stage.unit / 1000 * t**1.8))
    left, right = [(x - w, y) for x, y, w in points], [(x + w, y) for x, y, w in reversed(points)]
    outline = f"{smooth(left)}L{smooth(right)[1:]}Z"
    stage.canvas.stroke(686, outline, "ground_near", 7, 0.5)
    stage.canvas.shape(687, outline, colour)
    inner = [(x + w * 0.45, y) for x, y, w in points]
    shade = f"{smooth(inner)}L{smooth(right)[1:]}Z"
    stage.canvas.shape(687, shade, "#5a3d2e", 0, 0.1, detail=True)

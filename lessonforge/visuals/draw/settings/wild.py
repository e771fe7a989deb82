"""Wild land: desert, savanna, snow and ice, jungle: what grows and lies there, from the horizon to the viewer."""

from __future__ import annotations

import itertools

from lessonforge.visuals.draw.paths import down_to, ellipse, num, path, smooth
from lessonforge.visuals.draw.settings.flora import blade, leaves, treeline
from lessonforge.visuals.draw.settings.land import layer, meadow, slope
from lessonforge.visuals.draw.settings.peaks import mountains
from lessonforge.visuals.draw.settings.stage import FEET, Stage, Zone, along, wave


def dunes(stage: Stage) -> None:
    """A desert: rock towers or flat dunes in the haze, then dunes with a lit and a shaded side, ripples and stones."""
    if stage.place.random() < 0.6 and "mountain" not in stage.places:
        mesas(stage)
    side = stage.place.choice((-1, 1))
    for n, (down, high, depth) in enumerate(((-6, 24, 0.5), (50, 40, 0.24), (128, 30, 0.0))):
        base = wave(stage.place, stage.width, stage.horizon + down, high * stage.tall, 980 + 150 * n)
        curve = slope(stage, base, side * (70, -110, 60)[n])
        z = layer(stage, curve, ("dune", "dune" if n < 2 else "dune_shade"), depth)
        for k in range(2):
            x = stage.width * (0.06 + 0.52 * k + stage.place.uniform(-0.1, 0.16))
            _lee(stage, along(curve, x, x + stage.unit * stage.place.uniform(0.3, 0.6), 6), z, depth)
    _ripples(stage)
    stones(stage, "#b98f5c")
    stage.zones["ground"] = Zone(0.08 * stage.width, 0.92 * stage.width, stage.horizon + 180, FEET, 0.6)


def _lee(stage: Stage, crest: list[tuple[float, float]], z: float, depth: float) -> None:
    """The side of a dune that is turned away from the light, with its sharp crest."""
    (x, start), (right, end) = crest[0], crest[-1]
    wide = right - x
    shade = smooth(crest) + path(
        "Q", x + wide * 0.62, end + wide * 0.1, x + wide * 0.3, start + wide * 0.26,
        "Q", x + wide * 0.34, start + wide * 0.08, x, start, "Z",
    )  # fmt: skip
    stage.canvas.shape(z, shade, "dune_shade", depth, 0.6, detail=True)


def _ripples(stage: Stage) -> None:
    """Lines that the wind has drawn in the near sand."""
    for n in range(9):
        y = 720 + 30 * n
        x, long = stage.place.uniform(-0.1, 0.8) * stage.width, stage.unit * stage.place.uniform(0.18, 0.4)
        line = path("M", x, y, "q", long / 4, -9, long / 2, 0, "t", long / 2, 2)
        stage.canvas.stroke(700, line, "dune_shade", 3 + n * 0.4, 0.5)


def mesas(stage: Stage) -> None:
    """Table rocks far away, their walls in two tones."""
    chance, foot = stage.place, stage.horizon + 26
    for n in range(3):
        tall = stage.unit * chance.uniform(0.08, 0.2) * stage.tall
        x, half = stage.width * (0.16 + 0.34 * n + chance.uniform(-0.1, 0.1)), tall * chance.uniform(0.4, 0.9)
        skirt, top, z = half + tall * 0.7, foot - tall, stage.horizon - 150 + n
        rock = path("M", x - skirt, foot, "Q", x - half * 1.1, foot - tall * 0.3, x - half, foot - tall * 0.42,
                    "L", x - half * 0.94, top, "H", x + half * 0.9, "L", x + half, foot - tall * 0.42,
                    "Q", x + half * 1.15, foot - tall * 0.3, x + skirt, foot, "Z")  # fmt: skip
        stage.canvas.gradient(z, rock, ("range", "range", "dune"), 0.5)
        side = path("M", x + half * 0.25, top, "H", x + half * 0.9, "L", x + half, foot - tall * 0.42,
                    "L", x + half * 0.4, foot - tall * 0.36, "Z")  # fmt: skip
        stage.canvas.shape(z, side, "range_shade", 0.5, 0.6, detail=True)


def stones(stage: Stage, colour: str, count: int = 9) -> None:
    """Pebbles and rocks towards the lower corners."""
    for n in range(count):
        x = stage.width * ((n % 2) * 0.62 + stage.place.uniform(0, 0.38))
        y, size = 770 + 220 * n / count, stage.place.uniform(7, 17)
        stone = path("M", x - size, y, "q", 0, -size, size * 0.8, -size * 1.1, "q", size, 0, size * 1.3, size * 1.1)
        stage.canvas.shape(y, stone, colour)
        shade = path("M", x + size * 0.3, y, "q", size * 0.3, -size * 0.6, 0, -size, "q", size * 0.7, 0.2,
                     size * 0.8, size, "Z")  # fmt: skip
        stage.canvas.shape(y, shade, "#5a3d2e", 0, 0.2, detail=True)


def savanna(stage: Stage) -> None:
    """Grassland without end: a flat blue hill, thorn trees in the haze, one large at the side, tall grass in front."""
    line, top = wave(stage.place, stage.width, stage.horizon + 16, 7, 1500), stage.horizon
    z = layer(stage, line, ("hill_far", "hill_mid"), 0.3)
    treeline(stage, line, z, 0.05 * stage.tall, "#6f8a4f", 0.6, ("acacia", "bush"), gap=1.1)
    near = wave(stage.place, stage.width, top + 62, 10, 1100)
    z = layer(stage, near, ("hill_mid", "hill_mid"), 0.1)
    treeline(stage, near, z, 0.12 * stage.tall, "#61803f", 0.34, ("acacia", "acacia", "bush"), gap=2.1)
    meadow(stage, 655)
    side = stage.place.choice((0.1, 0.9))
    x, tall = stage.width * side, 0.56 * stage.unit * stage.tall**0.5
    _thorn_tree(stage, x, 742, tall)


def _thorn_tree(stage: Stage, x: float, y: float, tall: float) -> None:
    """An umbrella thorn from near: trunk and boughs, the flat crown in three tones."""
    canvas, top = stage.canvas, y - tall * 0.74
    boughs = "".join(
        path("M", x - tall * 0.035, y, "Q", x - tall * 0.01, y - tall * 0.4, x + dx * tall, top,
             "L", x + (dx + 0.03) * tall, top, "Q", x + tall * 0.07, y - tall * 0.34, x + tall * 0.05, y, "Z")
        for dx in (-0.34, -0.08, 0.14, 0.38)
    )  # fmt: skip
    canvas.shape(742, ellipse(x + 14, y, tall * 0.5, tall * 0.03), "#5a3d2e", 0, 0.25, detail=True)
    canvas.shape(742, boughs, "#7d5a3e")
    for colour, up, parts in (
        ("#55793c", 0.0, ((0, -0.02, 0.62), (-0.42, 0.03, 0.34), (0.44, 0.04, 0.32))),
        ("#6d9148", 0.03, ((-0.03, -0.05, 0.54), (-0.4, -0.01, 0.27), (0.4, 0.0, 0.24))),
        ("#86a856", 0.07, ((-0.12, -0.07, 0.32), (-0.42, -0.03, 0.14))),
    ):
        crown = "".join(
            ellipse(x + dx * tall, top + (dy - up) * tall, size * tall, size * tall * 0.17 + tall * 0.03)
            for dx, dy, size in parts
        )
        canvas.shape(743, crown, colour, detail=up > 0)


def snowfield(stage: Stage) -> None:
    """Polar land: white peaks, a broken wall of ice, drifts with blue shadows, blocks of ice at the sides."""
    if "mountain" not in stage.places:
        mountains(stage, height=150)
    _ice_edge(stage, 6)
    for n, (down, high, depth) in enumerate(((20, 18, 0.1), (84, 22, 0.0))):
        base = wave(stage.place, stage.width, stage.horizon + down, high * stage.tall, 760 + 260 * n)
        curve = slope(stage, base, (60, -60)[n])
        z = layer(stage, curve, (("#dfeaf3", "#c6dcec"), ("#eef5f9", "#d3e4f0"))[n], depth)
        _drift(stage, z, 4, (stage.horizon + down + 20, stage.horizon + down + 90))
    curve = wave(stage.place, stage.width, 664, 16, 1200)
    layer(stage, curve, ("ground", "ground", "ground_near"), 0)
    _drift(stage, 690, 9, (720, 985))
    for side in (0.03, 0.96):
        _ice(stage, stage.width * side, 772 + 40 * side, stage.unit * stage.place.uniform(0.16, 0.26))
    stage.zones["ground"] = Zone(0.08 * stage.width, 0.92 * stage.width, 690, FEET, 0.62)


def _drift(stage: Stage, z: float, count: int, span: tuple[float, float]) -> None:
    """Blue hollows that the wind has left in the snow."""
    for n in range(count):
        y = span[0] + (span[1] - span[0]) * (n + 0.5) / count
        long = stage.unit * stage.place.uniform(0.16, 0.4)
        x, deep = stage.place.uniform(-0.1, 0.95) * stage.width, 8 + (y - 500) * 0.05
        hollow = path("M", x, y, "q", long * 0.4, -deep, long, -2, "q", -long * 0.3, deep * 1.1, -long, 2, "Z")
        stage.canvas.shape(z, hollow, "#a9cbe4", 0, 0.5, detail=True)


def _ice_edge(stage: Stage, down: float) -> None:
    """A broken wall of ice at the horizon."""
    x, top, points = -20.0, stage.horizon + down - 26, []
    while x < stage.width + 60:
        points.append((x, top - stage.place.uniform(0, 40) * stage.tall))
        x += stage.unit * stage.place.uniform(0.03, 0.09)
    line = "L".join(f"{num(x)} {num(y)}" for x, y in points)
    stage.canvas.shape(stage.horizon - 90, f"M{line}L{num(x)} {num(top + 120)}H-20Z", "#c3dff0", 0.15)
    faces = "".join(
        path("M", *one, "L", *other, "L", other[0], top + 90, "L", one[0] + 6, top + 90, "Z")
        for n, (one, other) in enumerate(itertools.pairwise(points))
        if n % 2
    )
    stage.canvas.shape(stage.horizon - 90, faces, "#8fbbdb", 0.15, 0.6, detail=True)


def _ice(stage: Stage, x: float, y: float, tall: float) -> None:
    block = path("M", x - tall * 0.7, y, "L", x - tall * 0.5, y - tall * 0.62, "L", x - tall * 0.1, y - tall,
                 "L", x + tall * 0.3, y - tall * 0.74, "L", x + tall * 0.74, y, "Z")  # fmt: skip
    side = path("M", x - tall * 0.1, y - tall, "L", x + tall * 0.3, y - tall * 0.74, "L", x + tall * 0.74, y,
                "L", x + tall * 0.12, y, "Z")  # fmt: skip
    stage.canvas.shape(y, block, "#dcf0f8")
    stage.canvas.shape(y, side, "#a9d0e6", detail=True)


def jungle(stage: Stage) -> None:
    """A rainforest: walls of leaves in the mist, trunks with lianas, a roof of leaves, large leaves at the corners."""
    canvas, width, top = stage.canvas, stage.width, stage.horizon
    for n, (up, size, depth) in enumerate(((150, 0.26, 0.82), (80, 0.24, 0.62), (10, 0.22, 0.42))):
        line = wave(stage.place, width, top - up * stage.tall + 60, 30, 700)
        points = along(line, -20, width + 20)
        canvas.shape(top - 60 + n, down_to(smooth(points), points, 760), "hill_near", depth)
        treeline(stage, line, top - 60 + n, size, "hill_near", depth, ("tree", "palm", "tree"), gap=0.4)
    canvas.glow(top - 50, width * 0.5, top - 60, 0.5 * stage.unit, canvas.light.glow, 0.35)
    meadow(stage, 668)
    _trunks(stage)
    _roof(stage)
    for side in (-1, 1):
        x = width * (0.5 + side * 0.5)
        turns = (-100, -70, -130, -50, -150) if side > 0 else (-80, -110, -50, -130, -30)
        leaves(stage, 760, x, 800, stage.unit * 0.3, "#3f8f57", turns, 0.16)
        leaves(stage, 960, x + side * 20, 985, stage.unit * 0.34, "#2f7448", turns)


def _trunks(stage: Stage) -> None:
    """Tall trunks at the sides, their crowns above the picture."""
    for n, (share, wide) in enumerate(((0.06, 0.06), (0.2, 0.034), (0.83, 0.04), (0.95, 0.065))):
        x, half = stage.width * share, stage.unit * wide * 0.5
        trunk = path("M", x - half * 1.9, 742, "Q", x - half, 680, x - half, 560, "V", -10, "h", 2 * half, "V", 560,
                     "Q", x + half, 680, x + half * 2.1, 742, "Z")  # fmt: skip
        depth = 0.0 if n in (0, 3) else 0.3
        stage.canvas.shape(700 - 20 * (n % 3), trunk, "#7d5f45", depth)
        shade = path("M", x + half * 0.3, -10, "h", half * 0.7, "V", 560, "Q", x + half, 680, x + half * 2.1, 742,
                     "H", x + half * 0.6, "Z")  # fmt: skip
        stage.canvas.shape(700 - 20 * (n % 3), shade, "#5a4434", depth, 0.5, detail=True)
        vine = path("M", x + half * 0.5, -10, "q", half * 3, 190, half * 1.4 + 30, 330)
        stage.canvas.stroke(702, vine, "#4f8f45", 6, 0.9, depth)


def _roof(stage: Stage) -> None:
    """Leaves that hang in from above, lowest at the sides."""
    for z, colour, low in ((720, "#3f8a5a", 0.17), (721, "#2f7448", 0.1)):
        fringe = ""
        for n in range(int(stage.width / 46) + 1):
            x = n * 46 + stage.place.uniform(-12, 12)
            edge = abs(x / stage.width - 0.5) * 2
            deep = stage.unit * low * (0.35 + 0.9 * edge**1.5) * stage.tall
            fringe += blade(x, -30, deep + 40, 90 + stage.place.uniform(-30, 30), 0.3, 0)
        stage.canvas.shape(z, fringe, colour)

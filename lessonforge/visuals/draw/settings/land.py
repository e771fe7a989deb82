"""Land under the sky: ranges, hills, fields, woods, sand and snow, and the plants of the foreground."""

from __future__ import annotations

import math

from lessonforge.visuals.draw.canvas import down_to, ellipse, num, path, smooth
from lessonforge.visuals.draw.palettes import LAND
from lessonforge.visuals.draw.settings.stage import BOTTOM, FEET, Curve, Stage, Zone, along, wave
from lessonforge.visuals.draw.things import catalogue

Peak = tuple[float, float, float]
"""x of the summit, y of the summit, half the width at the foot."""


def layer(
    stage: Stage, curve: Curve, colours: tuple[str, ...], depth: float, left: float = -20, right: float = 0
) -> float:
    """A hill from its crest down; returns its z, the lowest height of the crest."""
    points = along(curve, left, right or stage.width + 20)
    z = max(y for _, y in points)
    stage.canvas.gradient(z, down_to(smooth(points), points, BOTTOM), colours, depth)
    return z


def distance(stage: Stage) -> None:
    """The pale hills at the end of every land view."""
    for n, (up, depth) in enumerate(((46, 0.75), (22, 0.5))):
        curve = wave(stage.place, stage.width, stage.horizon - up, 20 - 4 * n, 620 - 160 * n)
        points = along(curve, -20, stage.width + 20)
        stage.canvas.shape(stage.horizon - 200 + n, down_to(smooth(points), points, stage.horizon + 160), "far", depth)


def mountains(stage: Stage, left: float = 0.0, right: float = 1.0, height: float = 300.0) -> None:
    """A range with snow on its tops, its sides turned away from the light in shade; a paler one behind."""
    span = (right - left) * stage.width
    for depth, high, count in ((0.62, 0.74, 6), (0.2, 1.0, 4)):
        for n in sorted(range(count), key=lambda n: -abs(n - (count - 1) / 2)):
            x = left * stage.width + span * (n + 0.5 + stage.place.uniform(-0.2, 0.2)) / count
            tall = height * high * stage.place.uniform(0.66, 1.0) * (1.15 if n == count // 2 else 0.85)
            peak = (x, stage.horizon + 30 - tall, tall * stage.place.uniform(1.0, 1.3))
            _mountain(stage, peak, stage.horizon + 60, depth)
    middle = (left + right) / 2 * stage.width
    stage.crests["mountain"] = (lambda x: stage.horizon - height * 0.1, middle)


def _mountain(stage: Stage, peak: Peak, foot: float, depth: float) -> None:
    x, y, half = peak
    tall, chance, z = foot - y, stage.place, stage.horizon - 190 + (1 - depth) * 40

    def edge(side: int, rough: float = 0.045) -> list[tuple[float, float]]:
        return [
            (x + side * half * (t + chance.uniform(-rough, rough)), y + tall * t) for t in (0.16, 0.33, 0.5, 0.68, 0.85)
        ] + [(x + side * half * 1.04, foot)]

    west, east = edge(-1), edge(1)
    middle = [
        (x + half * (0.05 + 0.16 * t + (0.09 if n % 2 else -0.05)), y + tall * t)
        for n, t in enumerate((0.18, 0.36, 0.56, 0.78, 1))
    ]
    stage.canvas.gradient(z, _polygon([(x, y), *east, *reversed(west)]), ("range", "range", "far"), depth)
    stage.canvas.shape(z, _polygon([(x, y), *east, *reversed(middle)]), "range_shade", depth, 0.8, detail=True)
    line = 0.3
    teeth = [
        (x + half * t, y + tall * line * (1.18 if n % 2 else 0.74))
        for n, t in enumerate((-0.2, -0.1, 0.02, 0.12, 0.22))
    ]
    ends = [(x - half * line * 0.98, y + tall * line * 0.98), (x + half * line * 0.98, y + tall * line * 0.98)]
    stage.canvas.shape(z, _polygon([(x, y), ends[1], *reversed(teeth), ends[0]]), "cap", depth)
    stage.canvas.shape(z, _polygon([(x, y), ends[1], *reversed(teeth[2:]), middle[0]]), "cap_shade", depth, detail=True)


def _polygon(points: list[tuple[float, float]]) -> str:
    return "M" + "L".join(f"{num(x)} {num(y)}" for x, y in points) + "Z"


def hills(stage: Stage, *, steep: float = 1.0) -> None:
    """Three folds of hills in front of each other, with hedges and trees; the crests can be stood on."""
    folds = (("hill_far", 8, 26, 900, 0.32), ("hill_mid", 78, 40, 1150, 0.14))
    for n, (colour, down, high, length, depth) in enumerate(folds):
        curve = wave(stage.place, stage.width, stage.horizon + down, high * steep, length)
        z = layer(stage, curve, (colour, colour), depth)
        if not n:
            copse(stage, curve, z, 0.052, depth, 5)
        else:
            furrows(stage, curve, z, depth)
            copse(stage, curve, z, 0.085, depth, 4)
        stage.crests["hill"] = (curve, 0.62 * stage.width)


def meadow(stage: Stage, top: float = 655.0, *, mound: bool = False, left: float = 0.0) -> None:
    """The near ground: grass that things stand on, darker towards the viewer; as a `mound` it is a hill itself.

    Flowers grow from the share `left` of the width on.
    """
    curve = wave(stage.place, stage.width, top, 14, 1400)
    if mound:
        rise, middle = 150, 0.55 * stage.width
        curve = _raised(curve, rise, middle, 0.5 * stage.width)
        stage.crests["hilltop"] = (curve, middle)
    layer(stage, curve, ("ground", "ground", "ground_near"), 0)
    z = top + 15
    swathes(stage, z, (0.0, 1.0), top + 80)
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
        x = stage.width * (0.1 + 0.34 * n + stage.place.uniform(0, 0.1))
        wide, long = stage.unit * stage.place.uniform(0.16, 0.26), stage.unit * stage.place.uniform(0.1, 0.16)
        top = [curve(x) + 9, curve(x + wide) + 9]
        (left, right), middle = top, (top[0] + top[1]) / 2 - 4
        field = path(
            "M", x, left, "Q", x + wide / 2, middle, x + wide, right,
            "Q", x + wide * 1.5, right + long / 2, x + wide * 1.9, right + long,
            "L", x + wide * 0.7, left + long * 1.06, "Q", x + wide * 0.1, left + long / 2, x, left, "Z",
        )  # fmt: skip
        stage.canvas.shape(z, field, ("hill_far", "ground", "hill_near")[n], depth, 0.5, detail=True)


def copse(
    stage: Stage, curve: Curve, z: float, size: float, depth: float, count: int,
    kinds: tuple[str, ...] = ("tree", "bush", "pine"), span: tuple[float, float] = (0.0, 1.0),
) -> None:  # fmt: skip
    """Small groups of trees along a crest."""
    left, wide = span[0] * stage.width, (span[1] - span[0]) * stage.width
    for n in range(count):
        centre = left + wide * (n + stage.place.uniform(0.15, 0.85)) / count
        for k in range(stage.place.randint(1, 4)):
            x = centre + k * stage.unit * size * stage.place.uniform(0.34, 0.6)
            tall = stage.unit * size * stage.place.uniform(0.6, 1.1)
            kind = catalogue()[stage.place.choice(kinds)]
            tall *= 0.55 if kind.name == "bush" else 1
            stage.canvas.place(z, kind, x, curve(x) + 5, tall, depth=depth + 0.12)


def foreground(stage: Stage, left: float = 0.0) -> None:
    """Grass and flowers that grow towards the lower corners: a frame that leaves the middle calm."""
    winter = stage.canvas.land["ground"] == LAND["winter"]["ground"]
    for n in range(int(stage.width * (1 - left) / 24)):
        x = stage.take.uniform(left, 1) * stage.width
        edge = abs(x / stage.width - 0.5) * 2
        if stage.canvas.style.line and n % 3:
            continue
        y = 1012 - (1012 - 770) * stage.take.uniform(0, 1) * (0.25 + 0.75 * edge)
        _tuft(stage, x, y, 16 + (y - 700) * 0.1 + 16 * edge)
        if n % 5 == 0 and y < 1000 and not winter:
            _blossom(stage, x + 16, y - 26, 5 + (y - 700) * 0.012, n)


def _tuft(stage: Stage, x: float, y: float, tall: float) -> None:
    blades = "".join(
        path(
            "M", x - tall * 0.09, y,
            "Q", x + lean * tall * 0.3, y - high * tall * 0.6, x + lean * tall, y - high * tall,
            "Q", x + tall * (lean / 2 + 0.06), y - high * tall / 2, x + tall * 0.09, y, "Z",
        )
        for lean, high in ((-0.55, 0.72), (-0.18, 1.0), (0.22, 0.88), (0.6, 0.6))
    )  # fmt: skip
    stage.canvas.shape(y - 1, blades, "tuft", 0, 0.85)


def _blossom(stage: Stage, x: float, y: float, size: float, n: int) -> None:
    stage.canvas.stroke(y + 19, f"M{num(x)} {num(y)}v26", "tuft", 2.2)
    petals = "".join(
        ellipse(x + dx * size, y + dy * size, size * 0.8, size * 0.8)
        for dx, dy in ((-0.7, -0.2), (0.7, -0.2), (0, -0.9), (-0.4, 0.6), (0.4, 0.6))
    )
    stage.canvas.shape(y + 19, petals, ("#fbfaf6", "#f5c84b", "#e9899a")[n // 5 % 3])
    stage.canvas.shape(
        y + 19, ellipse(x, y - size * 0.15, size * 0.55, size * 0.55), ("#f5c84b", "#ec9a3c", "#fbe08c")[n // 5 % 3]
    )


def woods(stage: Stage, *, open_view: bool = False) -> None:
    """A forest: two rows of trees, and large ones at the sides as a frame; an `open_view` lets see what is behind."""
    rows = ((stage.horizon + 40, 0.2, 0.5, 13), (stage.horizon + 105, 0.33, 0.2, 8))
    pines = 0.8 if open_view else 0.45
    for base, size, depth, count in rows:
        for n in range(count + 1):
            x = stage.width * (n + stage.place.uniform(-0.25, 0.25)) / count
            kind = catalogue()["pine" if stage.place.random() < pines else "tree"]
            tall = stage.unit * size * stage.place.uniform(0.8, 1.15) * (0.62 if open_view else 1)
            y = base + stage.place.uniform(0, 18)
            stage.canvas.place(base, kind, x, y, tall, depth=depth, flip=n % 2 == 0)
    for side in (0.0, 1.0):
        x = stage.width * side + (-0.02 if side else 0.02) * stage.unit
        kind = catalogue()["pine" if open_view else "tree"]
        stage.canvas.place(742, kind, x, 775, stage.unit * (0.62 if open_view else 0.86), flip=side > 0)


def dunes(stage: Stage) -> None:
    """A desert: dunes with a lit and a shaded side."""
    for n, (down, high, depth) in enumerate(((-6, 26, 0.45), (60, 44, 0.2), (150, 26, 0.0))):
        curve = wave(stage.place, stage.width, stage.horizon + down, high, 980 + 150 * n)
        z = layer(stage, curve, ("dune", "dune" if n < 2 else "dune_shade"), depth)
        for k in range(2):
            x = stage.width * (0.2 + 0.5 * k + stage.place.uniform(-0.1, 0.1))
            wide = stage.unit * 0.42
            crest = along(curve, x, x + wide, 6)
            start, end = crest[0][1], crest[-1][1]
            lee = smooth(crest) + path(
                "Q",
                x + wide * 0.6,
                end + 46,
                x + wide * 0.16,
                start + 92,
                "Q",
                x + wide * 0.2,
                start + 30,
                x,
                start,
                "Z",
            )
            stage.canvas.shape(z, lee, "dune_shade", depth, 0.6, detail=True)
    stage.zones["ground"] = Zone(0.08 * stage.width, 0.92 * stage.width, stage.horizon + 190, FEET, 0.6)

"""Plants of the backdrops: rows of trees far away as one outline, trees one by one, grass and flowers in front."""

from __future__ import annotations

import math
import random
from collections.abc import Callable, Mapping

from lessonforge.visuals.draw.paths import ellipse, num, path
from lessonforge.visuals.draw.settings.stage import Curve, Stage, wave
from lessonforge.visuals.draw.things import catalogue

Outline = Callable[[float, float, float, random.Random], str]
"""The outline of a tree that stands at (x, y), so tall."""


def crown(x: float, y: float, tall: float, chance: random.Random) -> str:
    """A round tree: a short trunk and a head of lumps."""
    wide, lift = tall * chance.uniform(0.3, 0.42), tall * 0.62
    lumps = ((0, -0.06, 1.0), (-0.62, 0.2, 0.62), (0.66, 0.16, 0.58))
    trunk = path("M", x + tall * 0.045, y, "v", -tall * 0.5, "h", -tall * 0.09, "v", tall * 0.5, "Z")
    return trunk + "".join(
        ellipse(x + dx * wide, y - lift + dy * wide, wide * size, wide * size * 0.86) for dx, dy, size in lumps
    )


def shrub(x: float, y: float, tall: float, chance: random.Random) -> str:
    """A bush, wider than high."""
    half = tall * chance.uniform(0.5, 0.7)
    return "".join(
        ellipse(x + dx * half, y - tall * 0.3, half * size, tall * size * 0.62)
        for dx, size in ((-0.7, 0.6), (0, 0.95), (0.7, 0.66))
    )


def fir(x: float, y: float, tall: float, chance: random.Random) -> str:
    """A conifer of three tiers, as one jagged outline: rows of them are many."""
    half = tall * chance.uniform(0.17, 0.24)
    west = ((0.48, 0.68), (0.26, 0.62), (0.72, 0.42), (0.42, 0.36), (1.0, 0.1), (0.14, 0.1), (0.14, 0.0))
    left = "".join(path("L", x - half * wide, y - tall * high) for wide, high in west)
    right = "".join(path("L", x + half * wide, y - tall * high) for wide, high in reversed(west))
    return path("M", x, y - tall) + left + right + "Z"


def acacia(x: float, y: float, tall: float, chance: random.Random) -> str:
    """An umbrella thorn: a forked trunk under a flat crown."""
    half, lean = tall * chance.uniform(0.5, 0.7), tall * chance.uniform(-0.06, 0.06)
    top = y - tall * 0.74
    fork = "".join(
        path("M", x + tall * 0.04, y, "Q", x + tall * 0.05, y - tall * 0.36, x + dx * half + lean + tall * 0.035, top,
             "h", -tall * 0.035, "Q", x, y - tall * 0.4, x - tall * 0.03, y, "Z")
        for dx in (-0.5, 0.05, 0.5)
    )  # fmt: skip
    crowns = ((0, -0.08, 1.0), (-0.5, 0.0, 0.6), (0.52, 0.02, 0.55))
    return fork + "".join(
        ellipse(x + lean + dx * half, top + dy * tall, half * size, tall * 0.13 * (0.6 + 0.4 * size))
        for dx, dy, size in crowns
    )


def palm(x: float, y: float, tall: float, chance: random.Random) -> str:
    """A palm: a bent trunk with a tuft of fronds."""
    lean = tall * chance.uniform(-0.16, 0.16)
    top = (x + lean, y - tall * 0.78)
    trunk = path("M", x - tall * 0.035, y, "Q", x + lean * 0.15, y - tall * 0.45, *top, "l", tall * 0.04, 0,
                 "Q", x + lean * 0.2 + tall * 0.05, y - tall * 0.4, x + tall * 0.04, y, "Z")  # fmt: skip
    return trunk + "".join(blade(*top, tall * 0.42, turn, 0.13) for turn in (-172, -140, -102, -70, -36, -6))


def blade(x: float, y: float, long: float, turn: float, broad: float = 0.2, droop: float = 0.32) -> str:
    """A leaf from (x, y) in the direction `turn` (degrees, 0 right, -90 up), bending down towards its tip."""
    dx, dy = math.cos(math.radians(turn)), math.sin(math.radians(turn))
    tip = x + dx * long, y + dy * long + droop * long * abs(dx)
    out, bend = broad * long, 0.55 * long
    upper = x + dx * bend + dy * out, y + dy * bend - abs(dx) * out
    lower = x + dx * bend - dy * out, y + dy * bend + abs(dx) * out
    return path("M", x, y, "Q", *upper, *tip, "Q", *lower, x, y, "Z")


OUTLINES: Mapping[str, Outline] = {"tree": crown, "bush": shrub, "pine": fir, "acacia": acacia, "palm": palm}


def treeline(
    stage: Stage, curve: Curve, z: float, size: float, colour: str, depth: float, kinds: tuple[str, ...] = ("tree",),
    span: tuple[float, float] = (0.0, 1.0), gap: float = 0.62, opacity: float = 1.0,
) -> None:  # fmt: skip
    """A row of far trees along a crest, close to each other, as one outline; `gap` in heights from one to the next."""
    left, right, tall = span[0] * stage.width, span[1] * stage.width, size * stage.unit
    outline, x = "", left + tall * 0.2
    while x < right:
        shape = OUTLINES[stage.place.choice(kinds)]
        high = tall * stage.place.uniform(0.66, 1.12) * (0.5 if shape is shrub else 1)
        outline += shape(x, curve(x) + tall * 0.1, high, stage.place)
        x += tall * gap * stage.place.uniform(0.6, 1.4)
    if outline:
        stage.canvas.shape(z, outline, colour, depth, opacity)


def copse(
    stage: Stage, curve: Curve, z: float, size: float, depth: float, count: int,
    kinds: tuple[str, ...] = ("tree", "bush", "pine"), span: tuple[float, float] = (0.0, 1.0),
) -> None:  # fmt: skip
    """Small groups of trees along a crest."""
    left, wide = span[0] * stage.width, (span[1] - span[0]) * stage.width
    for n in range(count):
        centre = left + wide * (n + stage.place.uniform(0.15, 0.85)) / count
        for k in range(stage.place.randint(1, 3)):
            x = centre + k * stage.unit * size * stage.place.uniform(0.34, 0.6)
            tall = stage.unit * size * stage.place.uniform(0.6, 1.1)
            kind = catalogue()[stage.place.choice(kinds)]
            tall *= 0.55 if kind.name == "bush" else 1
            stage.canvas.place(z, kind, x, curve(x) + 5, tall, depth=depth + 0.12)


def frame_tree(stage: Stage, kind: str, side: float, tall: float, base: float = 775.0) -> None:
    """A large tree at an edge of the picture (`side` 0 left, 1 right), partly outside: a frame for what is seen."""
    x = stage.width * side + (0.02 - 0.04 * side) * stage.unit
    high = min(stage.unit * tall * stage.tall, 0.72 * stage.width / catalogue()[kind].aspect)
    stage.canvas.place(base - 33, catalogue()[kind], x, base, high, flip=side > 0.5)


def woods(stage: Stage, *, open_view: bool = False) -> None:
    """A forest: outlines in the haze, two rows of trees, and large ones at the sides as a frame.

    An `open_view` lets see what is behind.
    """
    top = stage.horizon
    if not open_view:
        for up, size, depth in ((10, 0.3, 0.72), (-24, 0.26, 0.5)):
            level = wave(stage.place, stage.width, top + 30 - up, 8, 700)
            treeline(stage, level, top + 20 - up, size * stage.tall, "hill_near", depth, ("tree", "pine"), gap=0.34)
    pines = 0.8 if open_view else stage.place.choice((0.2, 0.45, 0.7))
    for base, size, depth, count in ((top + 44, 0.22, 0.42, 11), (top + 105, 0.33, 0.18, 7)):
        many = max(4, round(count * stage.width / 1778))
        for n in range(many + 1):
            x = stage.width * (n + stage.place.uniform(-0.25, 0.25)) / many
            kind = catalogue()["pine" if stage.place.random() < pines else "tree"]
            tall = stage.unit * size * stage.tall * stage.place.uniform(0.8, 1.15) * (0.62 if open_view else 1)
            y = base + stage.place.uniform(0, 18)
            stage.canvas.place(base, kind, x, y, tall, depth=depth, flip=n % 2 == 0)
    for side in (0.0, 1.0):
        frame_tree(stage, "pine" if open_view else "tree", side, 0.62 if open_view else 0.86)


def foreground(stage: Stage, left: float = 0.0, calm: float = 0.0) -> None:
    """Grass and flowers that grow towards the lower corners: a frame that leaves the middle calm.

    None grows where a path or a lawn is: within the share `calm` of the width from the middle.
    """
    flowers = stage.season in ("spring", "summer") and not stage.places & {"savanna", "desert", "snow"}
    rows: dict[float, str] = {}
    for n in range(int(stage.width * (1 - left) / 30)):
        x = stage.take.uniform(left, 1) * stage.width
        edge = abs(x / stage.width - 0.5) * 2
        if stage.canvas.style.line and n % 3:
            continue
        y = 1012 - (1012 - 770) * stage.take.uniform(0, 1) * (0.25 + 0.75 * edge)
        if edge < 2 * calm:
            continue
        row = math.ceil(y / 30) * 30.0
        rows[row] = rows.get(row, "") + _tuft(x, y, 16 + (y - 700) * 0.1 + 16 * edge)
        if n % (3 if stage.season == "spring" else 5) == 0 and y < 1000 and flowers:
            _blossom(stage, x + 16, y - 26, 5 + (y - 700) * 0.012, n)
    for row, tufts in rows.items():  # one shape for all that grow at one distance
        stage.canvas.shape(row - 1, tufts, "tuft")


def _tuft(x: float, y: float, tall: float) -> str:
    return "".join(
        path(
            "M", x - tall * 0.09, y,
            "Q", x + lean * tall * 0.3, y - high * tall * 0.6, x + lean * tall, y - high * tall,
            "Q", x + tall * (lean / 2 + 0.06), y - high * tall / 2, x + tall * 0.09, y, "Z",
        )
        for lean, high in ((-0.55, 0.72), (-0.18, 1.0), (0.22, 0.88), (0.6, 0.6))
    )  # fmt: skip


def _blossom(stage: Stage, x: float, y: float, size: float, n: int) -> None:
    stage.canvas.stroke(y + 19, f"M{num(x)} {num(y)}v26", "tuft", 2.2)
    petals = "".join(
        ellipse(x + dx * size, y + dy * size, size * 0.8, size * 0.8)
        for dx, dy in ((-0.7, -0.2), (0.7, -0.2), (0, -0.9), (-0.4, 0.6), (0.4, 0.6))
    )
    colour = n % 3
    stage.canvas.shape(y + 19, petals, ("#fbfaf6", "#f5c84b", "#e9899a")[colour])
    heart = ellipse(x, y - size * 0.15, size * 0.55, size * 0.55)
    stage.canvas.shape(y + 19, heart, ("#f5c84b", "#ec9a3c", "#fbe08c")[colour])


def leaves(
    stage: Stage, z: float, x: float, y: float, long: float, colour: str, turns: tuple[float, ...], broad: float = 0.22
) -> None:  # fmt: skip
    """A fan of large leaves from one foot, with a lighter vein each."""
    stage.canvas.shape(z, "".join(blade(x, y, long, turn, broad) for turn in turns), colour)
    veins = "".join(blade(x, y, long * 0.88, turn, 0.012) for turn in turns)
    stage.canvas.shape(z, veins, "#ffffff", 0, 0.16, detail=True)

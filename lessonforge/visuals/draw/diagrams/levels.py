"""Pyramids of who eats whom, webs of food, the four seasons side by side, and day and night on the earth."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from lessonforge.visuals.draw.diagrams.halves import framed
from lessonforge.visuals.draw.diagrams.moons import half_lit_earth, sunlight
from lessonforge.visuals.draw.diagrams.page import FLOOR, TOP, Spot, arrow, bow, drawn, ink, medallion, page
from lessonforge.visuals.draw.grammar import Item, Scene
from lessonforge.visuals.draw.paths import num
from lessonforge.visuals.draw.settings.beyond import space
from lessonforge.visuals.draw.settings.stage import Stage
from lessonforge.visuals.draw.things import catalogue

MOST = 5
MOST_FED = 9
FED = ("grass", "rabbit", "mouse", "fox", "owl")
USUAL = (Item("grass", 5), Item("rabbit", 3), Item("fox", 2), Item("eagle"))
TINTS = ("#9cc86b", "#f3cf6b", "#f0a860", "#e0795a", "#b86a8f")
SEASONS = ("spring", "summer", "autumn", "winter")
RANKS: Mapping[str, int] = {"plant": 0, "food": 0, "cell": 0}
HUNTERS = frozenset([
    "fox", "eagle", "lion", "lioness", "wolf", "shark", "orca", "tiger", "leopard", "owl", "hawk", "snake", "crocodile",
    "polar-bear", "bear", "cat",
])  # fmt: skip


def levels(scene: Scene) -> tuple[Item, ...]:
    """What stands on each level from the bottom up: plants below, then who eats them, hunters at the top."""
    named = list({item.thing: item for item in scene.items if item.thing not in ("pyramid", "pyramid-solid")}.values())
    order = sorted(named, key=_rank) if len(named) > 1 else list(USUAL)
    return tuple(order[:MOST])


def _rank(item: Item) -> int:
    """How far from the plants something feeds; people and hunters are last."""
    if {"low", "high"} & set(item.spots):
        return 9 if "high" in item.spots else -1
    kind = catalogue()[item.thing].kind
    return RANKS.get(kind, 3 if item.thing in HUNTERS or kind == "person" else 2)


def pyramid(stage: Stage, scene: Scene) -> None:
    """Draws the levels, the widest below; fewer stand on each that is higher."""
    page(stage, replace(scene, places=()))
    items = levels(scene)
    tall, wide, middle = (FLOOR - TOP - 10) / len(items), min(stage.width * 0.86, 1250.0), stage.width / 2
    apex = 0.2
    for n, item in enumerate(items):
        low, high = FLOOR - n * tall - 5, FLOOR - (n + 1) * tall + 3
        below, above = (wide / 2 * (1 - (1 - apex) * share / len(items)) for share in (n, n + 1))
        band = (
            f"M{num(middle - below)} {num(low)}h{num(2 * below)}L{num(middle + above)} {num(high)}h{num(-2 * above)}Z"
        )
        stage.canvas.shape(1500, band, TINTS[n], lit=True)
        _row(stage, item, _many(items, n), (middle, low - 0.12 * tall), (1.75 * above, tall * 0.74))


def _many(items: Sequence[Item], n: int) -> int:
    """How many stand on a level: as said, or more than above."""
    above = 0 if n == len(items) - 1 else _many(items, n + 1)
    return min(9, items[n].count if items[n].count > 1 else above + 1)


def _row(stage: Stage, item: Item, count: int, foot: tuple[float, float], room: tuple[float, float]) -> None:
    """So many of a thing beside each other."""
    thing = drawn(stage, item)
    tall = min(room[1], room[0] / count / thing.aspect / 1.08)
    for n in range(count):
        x = foot[0] + (n - (count - 1) / 2) * tall * thing.aspect * 1.08
        base = foot[1] - tall * (1 - thing.base)
        stage.canvas.show(2000 + n, thing, x, base, tall, colours=dict(item.colours), lit=True)


def seasons(stage: Stage, scene: Scene) -> None:
    """Draws the same place four times, as it is in each season from spring to winter."""
    wide = stage.width > 1100
    items = scene.items or ((Item("tree"),) if not scene.places else ())
    scenes = [replace(scene, diagram="", items=items, season=season, weather=()) for season in SEASONS]
    framed(stage, scenes, _quarters(stage.width, wide))


def _quarters(width: float, wide: bool) -> list[tuple[float, float, float, float]]:
    edge, gap = 22.0, 22.0
    across = (width - 2 * edge - (gap if wide else 0)) / (2 if wide else 1)
    rows = 2 if wide else 4
    down = (FLOOR + 4 - edge - gap * (rows - 1)) / rows
    boxes = []
    for n in range(4):
        column, row = (n % 2, n // 2) if wide else (0, n)
        left, top = edge + column * (across + gap), edge + row * (down + gap)
        boxes.append((left, top, left + across, top + down))
    return boxes


def day_and_night(stage: Stage, scene: Scene) -> None:
    """The earth in the light of the sun: the half that looks at it has day, the other night."""
    space(stage)
    middle, beside = (TOP + FLOOR) / 2, min(0.16 * stage.width, 260.0)
    sunlight(stage, stage.width, beside)
    tall = min(FLOOR - TOP - 160, stage.width * 0.5)
    earth = half_lit_earth()
    stage.canvas.show(1000, earth, stage.width * 0.4, middle + tall * (earth.base - 0.5), tall, lit=True)


def fed(scene: Scene) -> list[Item]:
    """What a food web shows: what is named, each once, or what is usual."""
    named = {item.thing: item for item in scene.items}
    return list(named.values())[:MOST_FED] if len(named) > 1 else [Item(name) for name in FED]


def eaten(items: Sequence[Item]) -> list[tuple[int, int]]:
    """Who is eaten by whom, as numbers: plants by those that eat them, and these by hunters."""
    ranks = [_rank(item) for item in items]
    rows = sorted(set(ranks))
    steps = [(a, b) for a in range(len(items)) for b in range(len(items))]
    return [(a, b) for a, b in steps if rows.index(ranks[b]) == rows.index(ranks[a]) + 1]


def spread(stage: Stage, items: Sequence[Item]) -> list[Spot]:
    """A place for each, plants below and hunters above."""
    ranks = [_rank(item) for item in items]
    rows = sorted(set(ranks))
    most = max(ranks.count(rank) for rank in rows)
    radius = min((FLOOR - TOP - 100 * (len(rows) - 1)) / (2 * len(rows)), stage.width * 0.36 / max(2, most))
    found = []
    for n, rank in enumerate(ranks):
        mates = [m for m, other in enumerate(ranks) if other == rank]
        step = min(0.3, 0.9 / max(1, len(mates))) * stage.width
        x = stage.width / 2 + (mates.index(n) - (len(mates) - 1) / 2) * step
        y = FLOOR - radius - rows.index(rank) * (FLOOR - TOP - 2 * radius) / max(1, len(rows) - 1)
        found.append(Spot(x, y, radius))
    return found


def web(stage: Stage, scene: Scene) -> None:
    """Draws who is eaten by whom, with arrows that go where the food goes."""
    page(stage, scene)
    items = fed(scene)
    spots = spread(stage, items)
    for spot, item in zip(spots, items, strict=True):
        medallion(stage, spot, item)
    for one, other in eaten(items):
        arrow(stage, bow(spots[one], spots[other], 0.05), ink(scene), max(7.0, spots[one].r * 0.07))

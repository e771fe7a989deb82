"""Views over open land and sea, composed of all that a scene names: a river through a forest before mountains."""

from __future__ import annotations

from collections.abc import Set

from lessonforge.visuals.draw.settings import land, water, wild
from lessonforge.visuals.draw.settings.cliffs import cliff
from lessonforge.visuals.draw.settings.flora import treeline, woods
from lessonforge.visuals.draw.settings.peaks import mountains
from lessonforge.visuals.draw.settings.sky import sky
from lessonforge.visuals.draw.settings.stage import Stage, wave

LAND = frozenset(
    {"coast", "mountain", "hill", "country", "field", "forest", "jungle", "river", "lake", "savanna", "snow"}
)
BIOMES = {"desert": wild.dunes, "savanna": wild.savanna, "jungle": wild.jungle, "snow": wild.snowfield}
SEA = frozenset({"sea", "beach", "coast", "cliff"})


def seaside(stage: Stage, stands: Set[str]) -> None:
    """The sea: all of it, before a beach, or beside land."""
    stage.horizon = 455.0
    sky(stage)
    land.biome(stage)
    if "beach" in stage.places:
        if "mountain" in stage.places:
            mountains(stage, 0.5, 1.2, 230)
        water.beach(stage)
    elif "cliff" in stage.places:
        land.distance(stage)
        cliff(stage)
    elif stage.places & LAND or "ground" in stands:
        land.distance(stage)
        if "mountain" in stage.places:
            mountains(stage, 0.42, 1.14, 300)
        water.coast(stage, with_river="river" in stage.places)
    else:
        water.sea(stage)


def inland(stage: Stage, stands: Set[str]) -> None:
    """Land: hills or a biome, what grows there, a lake or a river, and the near ground."""
    stage.horizon = 500.0 if "field" in stage.places else 520.0
    sky(stage)
    name = land.biome(stage)
    if name != "savanna":
        land.distance(stage)
    if "mountain" in stage.places:
        alone = stage.places <= {"mountain", "sky"}
        mountains(stage, height=380 if alone else 300)
    wet = bool(stage.places & {"lake", "river"} or "water" in stands)
    if name and not wet:
        return BIOMES[name](stage)
    _hills(stage, name, wet)
    broad = "river" in stage.places and "water" in stands and "bridge" not in stage.named
    if "lake" in stage.places or broad or ("water" in stands and "river" not in stage.places):
        water.lake(stage, flows=broad)
    else:
        _near(stage, stands)
    if "river" in stage.places and not broad:
        water.river(stage)


def _hills(stage: Stage, name: str, wet: bool) -> None:
    """What rises behind the near ground: hills, with trees of the biome, or a forest."""
    trees = {"desert": ("palm",), "savanna": ("acacia", "bush"), "snow": ("pine",), "jungle": ("tree", "palm")}
    if name:
        for n, (colour, down, depth) in enumerate((("hill_far", 0, 0.3), ("hill_mid", 70, 0.1))):
            curve = wave(stage.place, stage.width, stage.horizon + down, 24 * stage.tall, 900)
            z = land.layer(stage, curve, (colour, colour), depth)
            size, gap = (0.06 + 0.07 * n) * stage.tall, 0.9 if name in ("savanna", "desert") else 0.5
            treeline(stage, curve, z, size, "#5f8a55", depth + 0.1, trees[name], (0.0, 1.0), gap * (1 + n))
        return
    steep = 1.7 if stage.places & {"hill", "country"} else 0.6 if "field" in stage.places else 1.0
    land.hills(stage, steep=steep, folds=3 if stage.places & {"hill", "country", "mountain"} and not wet else 2)
    if "forest" in stage.places:
        woods(stage, open_view="mountain" in stage.places)


def _near(stage: Stage, stands: Set[str]) -> None:
    """The ground that things stand on; a field has rows, a hill a lane, by chance."""
    mound, river = "hilltop" in stands, "river" in stage.places
    if "field" in stage.places and not mound and not river:
        land.crops(stage, 618, 656)
        land.meadow(stage, 676)
        return
    land.meadow(stage, mound=mound, left=0.4 if river and not stage.parted else 0.0)
    if stage.places & {"hill", "country", "mountain"} and not mound and not river:
        side = stage.place.choice((0.14, 0.86))
        land.lane(stage, (side, 658), stage.place.choice((-0.09, 0.09)), wide=80)


def backdrop(stage: Stage, horizon: float = 500.0) -> None:
    """What lies behind a village, a farm or a park: hills, or the mountains, woods or sea that the scene names."""
    stage.horizon = horizon
    sky(stage)
    land.biome(stage)
    if stage.places & SEA:
        water.strip(stage)
        return
    land.distance(stage)
    if "mountain" in stage.places:
        mountains(stage, height=280)
    for n, (colour, down, depth) in enumerate((("hill_far", 4, 0.45), ("hill_mid", 52, 0.25))):
        base = wave(stage.place, stage.width, horizon + down, 26 * stage.tall, 900)
        curve = land.slope(stage, base, stage.place.uniform(-80, 80))
        z = land.layer(stage, curve, (colour, colour), depth)
        size = 0.1 if "forest" in stage.places else 0.045 + 0.02 * n
        span = (0.0, 1.0) if "forest" in stage.places else (0.5 * n, 0.5 + 0.5 * n)
        treeline(stage, curve, z, size, "hill_near", depth, ("tree", "bush", "pine"), span, 0.42)
        stage.crests["hill"] = (curve, 0.62 * stage.width)

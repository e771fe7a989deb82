"""A scene as SVG: the backdrop, the things on it with their shadows and reflections, the weather over all."""

from __future__ import annotations

import random
import zlib
from collections.abc import Mapping

from lessonforge.visuals.draw import diagrams
from lessonforge.visuals.draw.canvas import Canvas, ellipse, num
from lessonforge.visuals.draw.grammar import Item, Scene
from lessonforge.visuals.draw.layout import Group, arrange, members
from lessonforge.visuals.draw.palettes import LAND, LIGHTS, Style
from lessonforge.visuals.draw.settings.places import lay
from lessonforge.visuals.draw.settings.stage import Stage
from lessonforge.visuals.draw.things import Thing, catalogue
from lessonforge.visuals.draw.weather import weather


def compose(scene: Scene, style: Style, seed: int, pixels: tuple[int, int]) -> str:
    """The SVG of a scene, `pixels` wide and high. The land depends on the places alone, so that two scenes of one
    place look like one place; the seed moves what stands and drifts there.
    """
    stage = _stage(scene, style, seed, pixels)
    if diagrams.wanted(scene):
        diagrams.draw(stage, scene)
    else:
        _landscape(stage, scene)
    return stage.canvas.svg(pixels)


def _stage(scene: Scene, style: Style, seed: int, pixels: tuple[int, int]) -> Stage:
    season = scene.season or ("winter" if "snow" in scene.weather else "summer")
    canvas = Canvas(1000 * pixels[0] / pixels[1], 1000, style, LIGHTS[_light(scene)], LAND[season])
    key = zlib.crc32(" ".join(sorted(scene.places)).encode())
    return Stage(canvas, random.Random(key), random.Random(seed * 7919 + key), sun=_sun(scene))


def _light(scene: Scene) -> str:
    """The hour; rain and snow make a day grey, unless the sun is named."""
    names = {item.thing for item in scene.items}
    if scene.time:
        return scene.time
    if names & {"moon", "crescent-moon", "star"} and not names & {"sun", "earth"}:
        return "night"
    wet = {"rain", "storm", "snow", "grey"} & set(scene.weather)
    return "grey" if wet and not names & {"sun", "rainbow"} else "day"


def _sun(scene: Scene) -> float:
    """Where the light comes from, as a share of the width."""
    spots = next((item.spots for item in scene.items if item.thing == "sun"), ())
    return 0.76 if "right" in spots else 0.5 if "centre" in spots else 0.24


def _landscape(stage: Stage, scene: Scene) -> None:
    items = scene.items
    if "sunny" in scene.weather and not any(item.thing == "sun" for item in items):
        items = (*items, Item("sun"))
    stands = {catalogue()[item.thing].stands for item in items if not (item.flying and item.thing != "duck")}
    places = set(scene.places) | ({"room"} if _indoors(items, scene) else set())
    if "water" in stands and places & {"underground", "space"}:
        stands.discard("water")
    lay(stage, places, stands)
    groups = arrange(stage, Scene(items, scene.places, scene.time, scene.weather))
    for group in sorted(groups, key=lambda g: g.y):
        _draw(stage, group)
    weather(stage, scene.weather, groups)


def _indoors(items: tuple[Item, ...], scene: Scene) -> bool:
    """Whether nothing but things of a room is named."""
    things = [catalogue()[item.thing] for item in items]
    home = {"table", "chair", "board", "clock", "lamp", "kettle", "pot", "glass", "candle", "globe", "flask", "tap"}
    return (
        not scene.places
        and any(thing.name in home for thing in things)
        and not any(t.stands in ("water", "sky") for t in things)
    )


def _draw(stage: Stage, group: Group) -> None:
    """All members of a group, from the farthest to the nearest."""
    for n, (x, y, share) in sorted(enumerate(members(group, stage.take)), key=lambda member: member[1][1]):
        tall = group.tall * share
        z = group.z if group.z is not None else y
        _ground(stage, group, z, x, y, tall)
        stage.canvas.place(
            z, group.thing, x, y, tall, flip=_flipped(stage, group, x, n), depth=max(0.0, group.depth),
            colours=_colours(group, n, stage.take), lit=group.thing.stands in ("sky", "space") and "cloud" not in group.thing.name,
        )  # fmt: skip
        if group.kind == "water":
            _waterline(stage, z, x, y, tall * group.thing.aspect)


def _flipped(stage: Stage, group: Group, x: float, n: int) -> bool:
    """What looks somewhere looks towards the middle; what doesn't is turned now and then for variety."""
    faces = group.thing.faces
    if faces:
        looks_right = x < stage.width * 0.52
        return (faces == "right") != looks_right
    return n % 2 == 1 and group.thing.stands in ("ground", "sky") and group.item.count > 1


def _colours(group: Group, n: int, chance: random.Random) -> Mapping[str, str]:
    """The colours asked for; skin, hair and the like by chance where the thing has a choice."""
    asked = dict(group.item.colours)
    for slot in group.thing.slots:
        if slot.also and slot.name not in asked:
            pick = chance.choice(slot.also)
            if group.item.count > 1 or slot.name in ("skin", "hair"):
                asked[slot.name] = slot.also[n % len(slot.also)] if slot.main else pick
    return asked


def _ground(stage: Stage, group: Group, z: float, x: float, y: float, tall: float) -> None:
    """The shadow where a thing meets the ground or a table."""
    if group.kind not in ("ground", "surface") or group.thing.name in ("puddle", "root"):
        return
    wide = tall * group.thing.aspect
    if group.depth > 0.3 or wide > 400:
        wide *= 0.9
    lean = wide * 0.06
    stage.canvas.shape(
        z - 0.01, ellipse(x + lean, y - 1, wide * 0.52, max(3.0, wide * 0.055)), "#1f3a3a", 0, 0.2, detail=True
    )


def _waterline(stage: Stage, z: float, x: float, y: float, wide: float) -> None:
    """Water in front of what floats: a darker sheet with foam hides its foot, and a broken reflection lies below."""
    canvas, near = stage.canvas, wide / 200
    half = wide * 0.56
    path = f"M{num(x - half)} {num(y)}q{num(half * 0.5)} {num(-7 * near)} {num(half)} 0t{num(half)} 0v{num(14 * near)}q{num(-half)} {num(12 * near)} {num(-2 * half)} 0Z"
    canvas.shape(z + 0.01, path, "sea_mid", 0, 1.0, detail=True)
    canvas.stroke(
        z + 0.02,
        f"M{num(x - half)} {num(y + 1)}q{num(half * 0.5)} {num(-7 * near)} {num(half)} 0t{num(half)} 0",
        "foam",
        3.2 * max(0.6, near),
        0.9,
    )
    for n in range(4):
        long = half * (1.5 - 0.32 * n)
        dy = (17 + 14 * n) * max(0.55, near)
        canvas.stroke(
            z + 0.015,
            f"M{num(x - long / 2)} {num(y + dy)}q{num(long / 4)} {num(-4 * near)} {num(long / 2)} 0t{num(long / 2)} 0",
            "sea_near",
            5.5 * max(0.5, near),
            0.55,
        )

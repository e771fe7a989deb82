"""A scene on a painted sheet: backdrop, things with their shadows and reflections, and the weather over all."""

from __future__ import annotations

import dataclasses
import random
import zlib
from collections.abc import Mapping, Set
from typing import Any

from lessonforge.model import Movement
from lessonforge.visuals.draw import diagrams
from lessonforge.visuals.draw.attached import attaches
from lessonforge.visuals.draw.canvas import Canvas
from lessonforge.visuals.draw.grammar import Item, Scene
from lessonforge.visuals.draw.groups import Group, afloat, split
from lessonforge.visuals.draw.homes import SEASONS
from lessonforge.visuals.draw.layout import arrange, members
from lessonforge.visuals.draw.painter import Placement, whole
from lessonforge.visuals.draw.palettes import LAND, LIGHTS, Style
from lessonforge.visuals.draw.paths import ellipse, num
from lessonforge.visuals.draw.settings.places import PLACES, lay
from lessonforge.visuals.draw.settings.stage import BOTTOM, WATERS, Stage
from lessonforge.visuals.draw.things import catalogue
from lessonforge.visuals.draw.weather import weather
from lessonforge.visuals.draw.whereabouts import whereabouts

USUAL = (1920, 1080)
"""The picture that authors see when they place labels."""


def compose(scene: Scene, style: Style, seed: int, pixels: tuple[int, int]) -> Canvas:
    """The painted sheet of a scene, `pixels` wide and high. The land depends on the places alone, so that two scenes of
    one place look like one place; the seed moves what stands and drifts there.
    """
    places = whereabouts(scene)
    stage = _stage(scene, places, style, seed, pixels)
    if diagrams.wanted(scene):
        diagrams.draw(stage, scene)
    else:
        _landscape(stage, scene, places)
        stage.canvas.horizon = None if stage.indoor else stage.horizon
    if style.texture == "grid":
        _grid(stage)
    return stage.canvas


def _stage(scene: Scene, places: Set[str], style: Style, seed: int, pixels: tuple[int, int]) -> Stage:
    falling = frozenset(scene.weather)
    season = scene.season or _season(scene, places)
    if "mountain" in places and "storm" not in falling:  # the snow of mountains lies
        falling -= {"snow"}
        scene = dataclasses.replace(scene, weather=tuple(sorted(falling)))
    canvas = Canvas(1000 * pixels[0] / pixels[1], 1000, style, LIGHTS[_light(scene, places)], LAND[season])
    key = zlib.crc32(" ".join(sorted(places)).encode())
    named = frozenset(item.thing for item in scene.items)
    chance, take = random.Random(key), random.Random(seed * 7919 + key)
    parted = any("left" in item.spots and catalogue()[item.thing].stands == "ground" for item in scene.items)
    return Stage(canvas, chance, take, sun=_sun(scene), named=named, weather=falling, parted=parted)


def _season(scene: Scene, places: Set[str]) -> str:
    """Snow that falls lies as well; a snowman stands in winter."""
    told = (SEASONS[name] for name in (*scene.hints, *(item.thing for item in scene.items)) if name in SEASONS)
    lies = "snow" in scene.weather and (scene.items or "mountain" not in places)
    return "winter" if lies else next(told, "summer")


def _light(scene: Scene, places: Set[str]) -> str:
    """The hour; rain and snow make a day grey, unless the sun is named. Rooms are lit at night."""
    names = {item.thing for item in scene.items}
    inside = any(PLACES[place].indoor for place in places)
    if scene.time:
        return "lamplight" if inside and scene.time == "night" else scene.time
    if names & {"moon", "crescent-moon", "star"} and not names & {"sun", "earth"}:
        return "lamplight" if inside else "night"
    wet = {"rain", "storm", "snow", "grey", "fog"} & set(scene.weather) or "rain-cloud" in names
    return "grey" if wet and not names & {"sun", "rainbow"} and not inside else "day"


def _sun(scene: Scene) -> float:
    """Where the light comes from, as a share of the width."""
    spots = next((item.spots for item in scene.items if item.thing == "sun"), ())
    return 0.76 if "right" in spots else 0.5 if "centre" in spots else 0.24


def _landscape(stage: Stage, scene: Scene, places: Set[str]) -> None:
    items = scene.items
    if "sunny" in scene.weather and "sun" not in stage.named:
        items = (*items, Item("sun"))
    lay(stage, places, _stands(items, places))
    groups = arrange(stage, dataclasses.replace(scene, items=items))
    bearers = {id(group.tie) for group in groups if group.tie is not None and attaches(group, group.tie)}
    for group in sorted(groups, key=lambda g: g.y):
        _draw(stage, group, bears=id(group) in bearers)
    if not stage.indoor:
        weather(stage, tuple(sorted(stage.weather)), groups)


def _stands(items: tuple[Item, ...], places: Set[str]) -> set[str]:
    """Where the things of a scene stand, and `hilltop` when it is on the hill in front."""
    stands: set[str] = {
        "air" if item.flying else catalogue()[item.thing].stands for item in items if not afloat(items, item)
    }
    if any(item.relation == "in" and item.target in WATERS for item in items):
        stands.add("water")
    if stands & {"surface", "inside"}:
        stands.add("ground")
    if any(item.relation in ("on", "in") and item.target == "hill" and "far" not in item.spots for item in items):
        stands.add("hilltop")
    return stands - {"water"} if places & {"underground", "space"} else stands


def _draw(stage: Stage, group: Group, *, bears: bool) -> None:
    """All members of a group, from the farthest to the nearest; the front of what something is in, over that.

    Somebody who bears something keeps still, so that it stays in the hand.
    """
    placed = enumerate(members(group, stage.take))
    back, front = split(group.thing) if group.holds else (group.thing, None)
    for n, (x, y, share) in sorted(placed, key=lambda member: member[1][1]):
        tall = group.tall * share
        z, wades = group.z if group.z is not None else y, group.kind == "water" and group.thing.stands == "ground"
        line, y = y, y + (0.24 * tall if wades and group.thing.kind == "animal" else 0.0)
        _ground(stage, group, z, (x, y), tall)
        lit = group.thing.stands in ("sky", "space") and "cloud" not in group.thing.name
        how: dict[str, Any] = {
            "flip": _flipped(stage, group, x, n), "depth": max(0.0, group.depth), "turn": group.turn, "lit": lit,
            "colours": _colours(group, n, stage.take), "rest": bears and group.thing.kind == "person",
        }  # fmt: skip
        with stage.canvas.moving(*_carried(stage, group, (x, y), tall)):
            stage.canvas.show(z, back, x, y, tall, who=group.item.character, **how)
            if front is not None:
                stage.canvas.place(z + 0.9, front, x, y, tall, **how)
        if group.kind == "water":
            _waterline(stage, z + (0.9 if front else 0), (x, line), tall * group.thing.aspect, y - line)


def _carried(stage: Stage, group: Group, at: tuple[float, float], tall: float) -> tuple[Movement, ...]:
    """What moves a thing besides itself: it goes with what carries it, bobs on the water and drifts in the air."""
    to = group.tie
    if to is not None and attaches(group, to):
        if to.count > 1:
            return ()
        carrier = Placement(to.thing, to.x, to.y, to.tall, _flipped(stage, to, to.x, 0), to.turn)
        return whole(carrier) + _carried(stage, to, (to.x, to.y), to.tall)
    if group.kind == "water" and group.thing.stands == "water":
        return (Movement("shift", 3.0, 0, round(0.014 * tall, 1), phase=Canvas.phase(*at)),)
    if group.kind == "air" and group.thing.stands == "air":
        return (Movement("shift", 6.0, round(0.09 * tall, 1), round(0.05 * tall, 1), phase=Canvas.phase(*at)),)
    return ()


def _flipped(stage: Stage, group: Group, x: float, n: int) -> bool:
    """What looks somewhere looks towards the middle; what doesn't is turned now and then for variety."""
    if group.thing.faces:
        looks_right = group.looks == "right" if group.looks else x < stage.width * 0.52
        return (group.thing.faces == "right") != looks_right
    return n % 2 == 1 and group.thing.stands in ("ground", "sky") and group.item.count > 1


def _colours(group: Group, n: int, chance: random.Random) -> Mapping[str, str]:
    """The colours asked for; skin, hair and the like by chance where the thing has a choice, by name for characters."""
    asked, n = dict(group.item.colours), n + group.number
    named = group.item.character
    chance = random.Random(zlib.crc32(named.encode())) if named else chance
    several = group.item.count > 1 or group.mates > 1
    for slot in group.thing.slots:
        if slot.also and slot.name not in asked:
            pick = chance.choice(slot.also)
            if several or named or slot.name in ("skin", "hair"):
                asked[slot.name] = slot.also[n % len(slot.also)] if slot.main and not named else pick
    return asked


def _ground(stage: Stage, group: Group, z: float, at: tuple[float, float], tall: float) -> None:
    """What ties a thing to where it stands: its shadow; below the surface its roots, or a well's shaft."""
    wide, (x, y) = tall * group.thing.aspect, at
    if "ceiling" in group.item.spots:
        stage.canvas.stroke(z - 0.01, f"M{num(x)} -5V{num(y - tall * group.thing.base + 3)}", "#5b5550", 3)
    if "soil" in stage.zones and group.kind == "ground":
        _below(stage, group, at, tall)
    elif group.item.relation in ("held", "head", "back") or {"astride", "in bed"} & {*group.item.traits}:
        return
    elif group.kind in ("ground", "surface") and group.thing.name != "puddle":
        shadow = ellipse(x + wide * 0.06, y - 1, wide * 0.5, max(3.0, min(wide, 300) * 0.05))
        stage.canvas.shape(z - 0.01, shadow, "#1f3a3a", 0, 0.2, detail=True)


def _below(stage: Stage, group: Group, at: tuple[float, float], tall: float) -> None:
    """In a section through the ground: a tree's roots, and a well's shaft down to the water."""
    canvas, (x, y), z = stage.canvas, at, 360.0
    if group.thing.name in ("tree", "pine") and "root" not in stage.named:
        canvas.show(z, catalogue()["root"], x, y - 4, tall * 0.8)
    elif group.thing.name == "well":
        half, bottom = tall * group.thing.aspect * 0.3, 815.0
        canvas.shape(
            z, f"M{num(x - half - 9)} {num(y - 2)}h{num(2 * half + 18)}V{bottom}h{num(-2 * half - 18)}Z", "#978e80"
        )
        canvas.shape(z, f"M{num(x - half)} {num(y - 2)}h{num(2 * half)}V{bottom}h{num(-2 * half)}Z", "#4a3b36")
        canvas.shape(z, f"M{num(x - half)} 742h{num(2 * half)}V{bottom}h{num(-2 * half)}Z", "aquifer")
        canvas.stroke(z, f"M{num(x)} {num(y)}V735", "#c9a96b", 3)
        canvas.place(z, catalogue()["bucket"], x, 752, half * 1.15)


def _waterline(stage: Stage, z: float, at: tuple[float, float], wide: float, deep: float) -> None:
    """Water in front of what floats hides its foot, with foam, and a broken reflection lies below."""
    canvas, near, half, (x, y) = stage.canvas, wide / 200, wide * 0.56, at
    crest = f"M{num(x - half)} {num(y)}q{num(half * 0.5)} {num(-7 * near)} {num(half)} 0t{num(half)} 0"
    body = f"{crest}v{num(14 * near + deep)}q{num(-half)} {num(12 * near)} {num(-2 * half)} 0Z"
    share = (y + 8 - stage.horizon) / (BOTTOM - stage.horizon)
    canvas.shape(z + 0.01, body, canvas.water(min(1.0, max(0.0, share)))[0], lit=True, detail=True)
    canvas.stroke(z + 0.02, crest, "foam", 3.2 * max(0.6, near), 0.9)
    for n in range(4):
        long, dy = half * (1.5 - 0.32 * n), (17 + 14 * n) * max(0.55, near)
        ripple = (
            f"M{num(x - long / 2)} {num(y + dy)}q{num(long / 4)} {num(-4 * near)} {num(long / 2)} 0t{num(long / 2)} 0"
        )
        canvas.stroke(z + 0.015, ripple, "sea_near", 5.5 * max(0.5, near), 0.55)


def _grid(stage: Stage) -> None:
    """The squares of drawing paper."""
    for step, strength in ((40, 0.09), (200, 0.16)):
        across = "".join(f"M0 {y}H{num(stage.width)}" for y in range(0, 1001, step))
        down = "".join(f"M{x} 0V1000" for x in range(0, int(stage.width) + 1, step))
        stage.canvas.stroke(2000, across + down, "#ffffff", 1.2, strength)

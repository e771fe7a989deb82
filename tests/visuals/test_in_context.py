"""Nouns of several things are told by the rest of the prompt; riders, seesaws and trailers are where they belong."""

from __future__ import annotations

import random

import pytest

from lessonforge.model import Shot
from lessonforge.visuals.draw import palettes
from lessonforge.visuals.draw.canvas import Canvas
from lessonforge.visuals.draw.engine import Draw
from lessonforge.visuals.draw.grammar import read
from lessonforge.visuals.draw.groups import Group
from lessonforge.visuals.draw.layout import arrange
from lessonforge.visuals.draw.settings import places
from lessonforge.visuals.draw.settings.stage import Stage
from lessonforge.visuals.draw.things import catalogue
from lessonforge.visuals.draw.whereabouts import whereabouts

MEANT = {
    "A camel caravan crosses orange sand dunes": "camel",
    "a caravan in the desert": "camel",
    "a caravan at a campsite": "caravan",
    "una caravana de camellos en el desierto": "camel",
    "the ball flies into the net": "goal",
    "two tennis players with a net between them": "sports-net",
    "fishermen pull a net full of fish": "fishing-net",
    "a girl catches a butterfly with a net": "net",
    "two guards behind the queen": "knight",
    "a guard in front of a bank": "police-officer",
    "goggles on the bench beside a flask": "table",
    "an old man on a bench in the park": "bench",
    "a tractor with a trailer": "trailer",
    "a cross on a hill": "wooden-cross",
    "una niña vuela una cometa en la playa": "kite",
    "un cometa en el espacio": "comet",
    "tres globos en la fiesta": "party-balloon",
    "un globo sobre las montañas": "balloon",
    "un banco en el parque": "bench",
    "un pic enneigé au loin": "mountain-peak",
    "un pic sur un tronc": "woodpecker",
    "une pêche et une poire": "peach",
    "un homme va à la pêche": "fishing-rod",
}


@pytest.mark.parametrize("prompt", MEANT)
def test_a_noun_of_several_things_is_the_one_that_the_others_tell(prompt):
    scene = read(prompt)
    assert MEANT[prompt] in [item.thing for item in scene.items] and not scene.unknown


@pytest.mark.parametrize(
    "prompt", ["orange dunes under a blue sky", "an orange sky over the sea", "an orange sunset sky", "orange tents"]
)
def test_orange_before_a_noun_is_the_colour(prompt):
    assert "orange" not in [item.thing for item in read(prompt).items]


@pytest.mark.parametrize("prompt", ["a boy waits to cross the road", "three goats cross a bridge", "ducks can cross"])
def test_who_crosses_is_neither_angry_nor_a_cross(prompt):
    scene = read(prompt)
    assert "wooden-cross" not in [item.thing for item in scene.items] and not scene.items[0].traits


def test_his_sheep_are_several():
    assert read("a shepherd leads his sheep").items[1].count > 1


@pytest.mark.parametrize("prompt", ["a path through a meadow", "un sendero en el campo", "un sentier dans la prairie"])
def test_a_path_is_no_road_for_cars(prompt):
    assert "path" in read(prompt).places


def placed(prompt: str) -> list[Group]:
    """The groups of a prompt in the place that it implies."""
    scene = read(prompt)
    canvas = Canvas(1778.0, 1000, palettes.STYLES["flat"], palettes.LIGHTS["day"], palettes.LAND["summer"])
    stage = Stage(canvas, random.Random(1), random.Random(2), named=frozenset(item.thing for item in scene.items))
    places.lay(stage, whereabouts(scene), {catalogue()[item.thing].stands for item in scene.items} | {"ground"})
    return arrange(stage, scene)


@pytest.mark.parametrize(
    ("prompt", "low", "high"),
    [
        ("an elephant on the left of a seesaw, six mice on the right", "elephant", "mouse"),
        ("a seesaw with a mouse on the left and an elephant on the right", "elephant", "mouse"),
        ("a man and a cat on a seesaw", "man", "cat"),
    ],
)
def test_the_heavier_end_of_a_seesaw_is_down(prompt, low, high):
    groups = {group.item.thing: group for group in placed(prompt)}
    saw = groups["seesaw"]
    assert groups[low].foot > groups[high].foot
    assert (groups[low].x - saw.x) * (groups[high].x - saw.x) < 0
    assert all(abs(groups[name].x - saw.x) < 0.6 * saw.wide for name in (low, high))


def test_two_of_a_kind_share_the_ends_of_a_seesaw():
    one, two = (group for group in placed("two boys on a seesaw") if group.item.thing == "boy")
    saw = next(group for group in placed("two boys on a seesaw") if group.item.thing == "seesaw")
    assert (one.x - saw.x) * (two.x - saw.x) < 0


@pytest.mark.parametrize("prompt", ["four knights on horseback", "three boys on three donkeys"])
def test_each_rider_is_over_a_mount_of_its_own(prompt):
    groups = placed(prompt)
    mounts = next(group for group in groups if catalogue()[group.item.thing].kind == "animal")
    over = sorted(group.x for group in groups if group.item.relation == "on")
    under = sorted(mounts.x + dx for dx, _, _ in mounts.formation())
    assert all(abs(one - two) < 0.4 * mounts.single for one, two in zip(over, under, strict=True))


def test_a_tractor_pulls_its_trailer():
    tractor, trailer = (read("a tractor with a trailer").items[n] for n in (0, 1))
    assert (tractor.relation, tractor.target, trailer.relation) == ("pull", 1, "")


def test_who_stands_behind_a_counter_can_be_drawn():
    """All of a counter is drawn before what is behind it."""
    shot = Shot("prompt", 160, 90, 1, prompt="a shopkeeper behind the counter", style="flat")
    names = {part.name for part in next(Draw().render([shot])).parts}
    assert {"counter", "shopkeeper"} <= names

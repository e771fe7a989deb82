"""Whatever the grammar reads is placed: inside the frame, apart, and as it was asked for."""

import itertools
import random

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as some

from lessonforge.visuals.draw import palettes
from lessonforge.visuals.draw.canvas import Canvas
from lessonforge.visuals.draw.compose import compose
from lessonforge.visuals.draw.grammar import read
from lessonforge.visuals.draw.layout import FLOOR, arrange
from lessonforge.visuals.draw.settings import places
from lessonforge.visuals.draw.settings.stage import Stage
from lessonforge.visuals.draw.things import catalogue

WIDE, SQUARE, TALL = 1778.0, 1000.0, 562.5


def placed(prompt: str, width: float = WIDE, characters=()):
    scene = read(prompt, characters)
    assert scene.unknown == ()
    canvas = Canvas(width, 1000, palettes.STYLES["flat"], palettes.LIGHTS["day"], palettes.LAND["summer"])
    named = frozenset(item.thing for item in scene.items)
    stage = Stage(canvas, random.Random(1), random.Random(2), named=named)
    stands = {"air" if item.flying else catalogue()[item.thing].stands for item in scene.items}
    places.lay(stage, set(scene.places), stands | ({"ground"} if "surface" in stands else set()))
    return scene, arrange(stage, scene)


def by_name(prompt: str, width: float = WIDE):
    return {group.thing.name: group for group in placed(prompt, width)[1]}


@pytest.mark.parametrize("width", [WIDE, SQUARE, TALL])
def test_between_is_between_and_nothing_hides_the_other(width):
    found = by_name("a cow between a tree and a house", width)
    tree, cow, house = found["tree"], found["cow"], found["house"]
    left, right = sorted((tree, house), key=lambda g: g.x)
    assert left.x < cow.x < right.x
    assert cow.x - cow.wide / 2 > left.x - 1 and cow.x + cow.wide / 2 < right.x + 1


def test_between_two_of_a_kind_is_in_the_gap():
    found = by_name("a cow between two trees")
    trees, cow = found["tree"], found["cow"]
    xs = sorted(trees.x + dx for dx, _, _ in trees.formation())
    assert xs[0] + trees.single / 2 < cow.x - cow.wide / 2 + 20
    assert xs[1] - trees.single / 2 > cow.x + cow.wide / 2 - 20


def test_a_rider_is_on_the_seat_and_what_is_held_in_the_hand():
    found = by_name("a man riding a horse")
    assert abs(found["man"].anchor("seat")[1] - found["horse"].anchor("seat")[1]) < 3
    found = by_name("a woman holding an apple")
    hand, grip = found["woman"].anchor("hand"), found["apple"].anchor("grip")
    assert abs(hand[0] - grip[0]) < 2 and abs(hand[1] - grip[1]) < 2


def test_what_is_inside_has_the_front_before_it():
    found = by_name("three apples in a basket")
    assert found["basket"].holds
    assert found["apple"].wide < found["basket"].wide
    assert found["apple"].z > found["basket"].y


def test_behind_is_partly_hidden_and_not_wholly():
    found = by_name("a rabbit behind a bush")
    rabbit, bush = found["rabbit"], found["bush"]
    assert rabbit.y < bush.y
    shared = min(rabbit.x + rabbit.wide / 2, bush.x + bush.wide / 2) - max(
        rabbit.x - rabbit.wide / 2, bush.x - bush.wide / 2
    )
    assert 0 < shared < 0.75 * rabbit.wide


def test_people_face_each_other_when_they_talk():
    _, groups = placed("a man talking to a woman")
    man, woman = groups[:2]
    assert {man.looks, woman.looks} == {"left", "right"}
    assert (man.looks == "right") == (man.x < woman.x)


def test_a_crowd_stands_in_rows_and_all_of_it_is_seen():
    _, groups = placed("a crowd of people in a field")
    assert len(groups) == 9
    assert len({round(group.x / 20) for group in groups}) > 6
    assert len({round(group.y / 12) for group in groups}) > 1


def test_around_leaves_the_middle_free():
    _, groups = placed("four children around a tree")
    tree = next(group for group in groups if group.thing.name == "tree")
    people = [group for group in groups if group.thing.kind == "person"]
    assert min(p.x for p in people) < tree.x < max(p.x for p in people)
    assert all(abs(p.x - tree.x) > 0.3 * tree.single for p in people)


def test_a_character_looks_the_same_in_every_picture():
    characters = (("Amina", "a girl with black hair in a yellow dress"),)
    first = placed("Amina under a tree", characters=characters)[1][0]
    other = placed("a dog and a house, Amina on the left", characters=characters)[1]
    again = next(group for group in other if group.item.character == "Amina")
    assert again.thing.slots == first.thing.slots
    assert again.item.traits == first.item.traits
    assert again.x < 700


NOUNS = sorted({thing.names["en"][0].lower() for thing in catalogue().values()})
PLACES = ["in a field", "on the beach", "in a room", "in a forest at night", "in the street in the rain", "", ""]
WITH_ARTICLE = some.builds(
    lambda number, size, colour, noun: " ".join(filter(None, (number, size, colour, noun))),
    some.sampled_from(["a", "two", "three", "seven", "the"]),
    some.sampled_from(["", "", "small", "big", "huge"]),
    some.sampled_from(["", "", "red", "light blue", "black and white"]),
    some.sampled_from(NOUNS),
)
JOINTS = [
    "and", "on", "in", "under", "behind", "in front of", "beside", "above", "around", "with", "holding", "looking at",
    "on each side of", "on the left, on the right", "to the left of", "chasing", "riding",
]  # fmt: skip
PROMPTS = some.builds(
    lambda first, joint, second, third, place: f"{first} {joint} {second}, {third} {place}",
    WITH_ARTICLE, some.sampled_from(JOINTS), WITH_ARTICLE, WITH_ARTICLE, some.sampled_from(PLACES),
)  # fmt: skip


@settings(max_examples=80)
@given(PROMPTS, some.sampled_from([WIDE, SQUARE, TALL]))
def test_any_prompt_of_the_grammar_draws_inside_the_frame_and_apart(prompt, width):
    scene = read(prompt)
    assert scene.unknown == (), prompt
    compose(scene, palettes.STYLES["flat"], 1, (round(width), 1000))
    for item in scene.items:
        slots = {slot.name for slot in catalogue()[item.thing].slots}
        assert catalogue()[item.thing].kind == "person" or {name for name, _ in item.colours} <= slots
    _, groups = placed(prompt, width)
    for group in groups:
        if not group.cut:
            assert group.x - group.wide / 2 > -1 and group.x + group.wide / 2 < width + 1, prompt
            assert group.top > -1 and (group.foot <= FLOOR + 1 or group.kind == "soil"), prompt


STANDING = sorted(
    thing.names["en"][0].lower() for thing in catalogue().values()
    if thing.stands == "ground" and thing.kind in ("animal", "person") and "," not in thing.names["en"][0]
)  # fmt: skip


@settings(max_examples=80)
@given(some.lists(some.sampled_from(STANDING), min_size=2, max_size=4, unique=True), some.sampled_from([WIDE, SQUARE]))
def test_what_stands_side_by_side_does_not_cover_its_neighbour(names, width):
    _, groups = placed(", ".join(f"a {name}" for name in names) + " in a field", width)
    assume(len(groups) == len(names))
    groups = sorted(groups, key=lambda group: group.x)
    for one, other in itertools.pairwise(groups):
        shared = one.x + one.wide / 2 - (other.x - other.wide / 2)
        assert shared < 0.25 * min(one.wide, other.wide)

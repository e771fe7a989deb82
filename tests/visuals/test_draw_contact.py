"""Things and people that touch, bear, hide or stand between each other are where the prompt puts them."""

import itertools
import random

import pytest

from lessonforge.visuals.draw import palettes
from lessonforge.visuals.draw.canvas import Canvas
from lessonforge.visuals.draw.grammar import read
from lessonforge.visuals.draw.layout import arrange
from lessonforge.visuals.draw.settings import places
from lessonforge.visuals.draw.settings.stage import Stage
from lessonforge.visuals.draw.things import catalogue


def placed(prompt: str):
    """The groups of a prompt, each person by itself."""
    scene = read(prompt)
    assert scene.unknown == ()
    canvas = Canvas(1778, 1000, palettes.STYLES["flat"], palettes.LIGHTS["day"], palettes.LAND["summer"])
    stage = Stage(canvas, random.Random(1), random.Random(2), named=frozenset(item.thing for item in scene.items))
    places.lay(stage, set(scene.places), {catalogue()[item.thing].stands for item in scene.items} | {"ground"})
    return arrange(stage, scene)


@pytest.mark.parametrize("prompt", ["a snowman between two children", "a snowman between a boy and a girl"])
def test_between_people_it_stands_exactly_in_the_middle(prompt):
    snowman, *others = placed(prompt)
    xs = sorted(group.x for group in others)
    assert xs[0] < snowman.x < xs[1]
    assert abs((xs[0] + xs[1]) / 2 - snowman.x) < 0.2 * snowman.wide


def by_name(prompt: str):
    return {group.thing.name: group for group in placed(prompt)}


@pytest.mark.parametrize("prompt", ["a knight holding a sword and a shield", "a knight with a sword and a shield"])
def test_each_of_two_things_is_in_a_hand_of_its_own(prompt):
    found = by_name(prompt)
    knight = found["knight"]
    for name, hand in (("sword", "hand"), ("shield", "other hand")):
        grip, at = found[name].anchor("grip"), knight.anchor(hand)
        assert abs(grip[0] - at[0]) < 2 and abs(grip[1] - at[1]) < 2, name


def test_what_is_held_leaves_the_face_free():
    found = by_name("a teacher holding a scroll")
    assert found["scroll"].top >= found["teacher"].anchor("chin")[1] - 1


def test_in_bed_the_head_lies_on_the_pillow():
    found = by_name("a boy in bed")
    head, pillow = found["boy"].anchor("head"), found["bed"].anchor("pillow")
    assert abs(head[0] - pillow[0]) < 3 and abs(head[1] - pillow[1]) < 3
    assert found["boy"].tall < 0.5 * found["boy"].wide and found["bed"].holds


def test_who_reads_on_a_bench_sits_on_it():
    found = by_name("a boy reading on a bench")
    assert abs(found["boy"].anchor("seat")[1] - found["bench"].anchor("seat")[1]) < 3
    assert found["boy"].thing.height < by_name("a boy")["boy"].thing.height


def test_pupils_at_desks_have_one_each_and_show_their_faces():
    groups = placed("four pupils sitting at desks")
    assert len(groups) == 4 and all("at a desk" in group.item.traits for group in groups)
    heads = sorted(group.anchor("head")[0] for group in groups)
    assert all(right - left > 0.3 * groups[0].wide for left, right in itertools.pairwise(heads))


@pytest.mark.parametrize("prompt", ["a family in a car", "children in a bus"])
def test_heads_are_side_by_side_within_the_vehicle(prompt):
    *people, vehicle = placed(prompt)
    heads = sorted(one.anchor("head") for one in people)
    assert all(vehicle.x - vehicle.wide / 2 < x < vehicle.x + vehicle.wide / 2 and y > vehicle.top for x, y in heads)
    assert all(right[0] - left[0] > 0.05 * vehicle.wide for left, right in itertools.pairwise(heads))


def test_three_on_a_bench_sit_beside_each_other():
    *children, bench = placed("three children sitting on a bench")
    seats = sorted(child.anchor("seat") for child in children)
    assert len({round(x) for x, _ in seats}) == 3
    assert all(abs(y - bench.anchor("seat")[1]) < 4 for _, y in seats)


@pytest.mark.parametrize(
    "prompt", ["a teacher writing on the board in a classroom", "una maestra escribiendo en la pizarra en el aula"]
)
def test_the_hand_of_who_writes_is_on_the_board(prompt):
    found = by_name(prompt)
    (x, y), board = found["teacher"].anchor("hand"), found["board"]
    assert abs(x - board.x) < board.wide / 2 and board.top < y < board.top + board.tall


def test_a_seller_shows_head_and_chest_over_the_stall():
    found = by_name("a seller behind a market stall")
    seller, stall = found["shopkeeper"], found["market-stall"]
    assert stall.holds and stall.top < seller.top and seller.foot <= stall.foot + 1
    assert seller.anchor("chin")[1] < stall.anchor("inside")[1] - 5


def test_behind_a_sofa_the_upper_half_is_seen_and_behind_a_tree_the_face():
    found = by_name("a child behind a sofa")
    child = next(group for name, group in found.items() if name != "sofa")
    assert child.top < found["sofa"].top - 0.4 * child.tall
    found = by_name("a horse behind a tree")
    horse, tree = found["horse"], found["tree"]
    assert horse.looks == ("left" if horse.x < tree.x else "right")


@pytest.mark.parametrize("prompt", ["a boy kicking a ball", "a boy kicking a red ball"])
def test_who_kicks_has_a_ball_and_one_only(prompt):
    groups = placed(prompt)
    drawn = "free hands" not in groups[0].item.traits
    assert drawn + sum(group.thing.name == "ball" for group in groups) == 1


def test_an_umbrella_is_over_both():
    found = placed("a woman and a child under an umbrella")
    woman, child, umbrella = found
    for one in (woman, child):
        assert abs(one.anchor("head")[0] - umbrella.x) < umbrella.wide / 2


def test_a_rider_bears_the_sword_and_a_sitter_may_read():
    found = by_name("a soldier on a horse with a sword")
    grip, hand = found["sword"].anchor("grip"), found["soldier"].anchor("hand")
    assert abs(grip[0] - hand[0]) < 2 and abs(grip[1] - hand[1]) < 2
    girl = by_name("a girl sitting on a chair and reading a book")["girl"]
    assert girl.item.pose == "reading" and "on a chair" in girl.item.traits


def test_on_the_shoulders_both_faces_show():
    found = by_name("a girl on her father's shoulders")
    assert found["girl"].anchor("chin")[1] < found["man"].top + 0.05 * found["man"].tall


@pytest.mark.parametrize(
    ("prompt", "tool"),
    [
        ("a woman watering the flowers", "watering-can"),
        ("un homme qui pêche", "fishing-rod"),
        ("una niña haciendo una foto de un perro", "camera"),
        ("a boy cutting paper", "scissors"),
        ("a man sweeping the floor", "broom"),
    ],
)
def test_who_does_what_needs_a_tool_has_it_in_the_hand(prompt, tool):
    held = by_name(prompt)[tool].item
    assert (held.relation, held.target) == ("held", 0)


def test_a_tool_that_is_named_is_the_only_one():
    assert [item.thing for item in read("a man with a broom sweeping").items] == ["man", "broom"]

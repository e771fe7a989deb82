"""Sizes that a child believes, nobody a speck, nothing hidden, and all on ground, water, road or rails of their own."""

import pytest

from lessonforge.visuals.draw import compose as composing
from lessonforge.visuals.draw.grammar import read
from lessonforge.visuals.draw.layout import arrange
from lessonforge.visuals.draw.palettes import STYLES
from lessonforge.visuals.draw.standing import METRE

WIDE = (1920, 1080)


@pytest.fixture
def drawn(monkeypatch):
    """Draws a prompt; the stage and all groups."""
    seen = []

    def kept(stage, scene):
        seen.append((stage, arrange(stage, scene)))
        return seen[-1][1]

    def draw(prompt, pixels=WIDE):
        monkeypatch.setattr(composing, "arrange", kept)
        composing.compose(read(prompt), STYLES["flat"], 1, pixels)
        return seen[-1]

    return draw


def named(groups, name):
    return next(group for group in groups if group.thing.name == name)


def covered(group, others):
    """The largest share of a group's box that another one takes."""
    left, right, top, foot = group.x - group.wide / 2, group.x + group.wide / 2, group.top, group.foot
    shares = [
        max(0, min(right, g.x + g.wide / 2) - max(left, g.x - g.wide / 2)) * max(0, min(foot, g.foot) - max(top, g.top))
        for g in others
        if g is not group
    ]
    return max(shares, default=0) / ((right - left) * (foot - top))


@pytest.mark.parametrize(
    "prompt",
    [
        "a cat in the living room",
        "a cat beside an armchair",
        "two plant pots and a cat in the bedroom",
        "a dog and a ball in the kitchen",
        "a hamster and a cat in the classroom",
        "a hen in the stable",
        "an apple on a chair, a mouse beside the chair",
    ],
)
def test_in_a_room_nothing_is_much_larger_than_the_furniture_around(drawn, prompt):
    stage, groups = drawn(prompt)
    for group in groups:
        if group.thing.height >= 0.3:
            assert group.tall <= 2.1 * group.thing.height * METRE * stage.unit * stage.times


@pytest.mark.parametrize("prompt", ["a cat in the kitchen", "a chair in the bedroom", "a fox", "a boy in the park"])
def test_the_viewer_comes_nearer_with_all_that_is_around(drawn, prompt):
    stage, _ = drawn(prompt)
    assert stage.times > 1.1
    zone = stage.zones["ground"]
    assert 0 < zone.left < zone.right < stage.width and zone.far <= zone.near <= 840


@pytest.mark.parametrize(
    "prompt", ["two boats on the sea", "a bus in the street", "a goat on a mountain", "a page with a cube"]
)
def test_the_viewer_keeps_away_where_the_whole_matters(drawn, prompt):
    assert drawn(prompt)[0].times == 1.0


@pytest.mark.parametrize(
    "prompt",
    [
        "two camels beside a palm in the desert, three pyramids in the distance",
        "three camels in front of a pyramid",
        "two explorers beside a huge volcano",
        "a knight on a horse, a castle far away",
        "a polar bear on the ice, a whale in the sea",
        "a farmer on the left and two cows on the right, a barn behind them",
        "a boy hiking towards a mountain",
        "a girl and a lighthouse",
    ],
)
def test_nobody_is_a_speck(drawn, prompt):
    _, groups = drawn(prompt)
    for group in groups:
        if group.thing.kind in ("person", "animal") and group.item.thing != "bird":
            assert group.tall >= (120 if group.thing.kind == "person" else 85), group.thing.name


@pytest.mark.parametrize(
    "prompt", ["a castle far away, a knight on a horse", "a ship on the horizon, two girls on the beach"]
)
def test_what_is_far_is_small_and_seen(drawn, prompt):
    _, groups = drawn(prompt)
    far = next(group for group in groups if "far" in group.item.spots)
    assert 60 < far.tall < 300
    assert covered(far, groups) < 0.34


@pytest.mark.parametrize(
    "prompt",
    [
        "a clock on the wall, a cat on the sofa",
        "a poster on the wall above a bed",
        "a painting on the wall and a wardrobe",
    ],
)
def test_what_hangs_on_the_wall_is_not_covered(drawn, prompt):
    _, groups = drawn(prompt)
    hung = next(group for group in groups if group.kind == "wall" or "wall" in group.item.spots)
    assert covered(hung, groups) < 0.34


def test_each_stays_on_its_side_of_a_river(drawn):
    stage, groups = drawn("two cows and a dog on the left of the river, three sheep on the right")
    water = stage.zones["water"]
    for group in groups:
        if group.thing.name == "sheep":
            assert group.x - group.wide / 2 > water.left
        else:
            assert group.x + group.wide / 2 < water.right


@pytest.mark.parametrize(
    "prompt", ["three ducks on the pond", "a swan and two ducks on the pond", "four ducklings in a pond"]
)
def test_birds_swim_inside_the_pond(drawn, prompt):
    stage, groups = drawn(prompt)
    zone = stage.zones["water"]
    for group in groups:
        assert zone.left - 60 < group.x - group.wide / 2 and group.x + group.wide / 2 < zone.right + 60
        assert zone.far <= group.y <= zone.near + 20


def test_a_train_is_on_the_rails_and_people_are_on_the_platform(drawn):
    stage, groups = drawn("a red train and two girls in the station")
    assert named(groups, "train").y <= stage.zones["rails"].near + 15
    assert named(groups, "girl").y >= stage.zones["ground"].far - 15


def test_a_seller_is_seen_behind_her_stall(drawn):
    _, groups = drawn("a woman behind a market stall")
    stall, seller = named(groups, "market-stall"), named(groups, "woman")
    assert seller.top < stall.foot - 0.45 * stall.tall


def test_who_builds_a_snowman_does_it_in_winter():
    canvas = composing.compose(read("two children building a snowman"), STYLES["flat"], 1, WIDE)
    assert canvas.land["ground"] == composing.LAND["winter"]["ground"]

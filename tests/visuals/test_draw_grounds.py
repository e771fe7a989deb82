"""Where a scene is when its prompt doesn't say so, on what things stand there, and how large they are."""

import pytest

from lessonforge.visuals.draw import compose as composing
from lessonforge.visuals.draw.grammar import read
from lessonforge.visuals.draw.layout import arrange
from lessonforge.visuals.draw.palettes import STYLES
from lessonforge.visuals.draw.whereabouts import whereabouts

WIDE, TALL = (1920, 1080), (1080, 1920)


@pytest.fixture
def drawn(monkeypatch):
    """Draws a prompt; the stage and, by name, the first group of each thing."""
    seen = []

    def kept(stage, scene):
        seen.append((stage, arrange(stage, scene)))
        return seen[-1][1]

    def draw(prompt, pixels=WIDE):
        monkeypatch.setattr(composing, "arrange", kept)
        composing.compose(read(prompt), STYLES["flat"], 1, pixels)
        stage, groups = seen[-1]
        return stage, {group.thing.name: group for group in reversed(groups)}

    return draw


@pytest.mark.parametrize(
    ("prompt", "place"),
    [
        ("a bed and a lamp", "bedroom"),
        ("a girl and a goal", "sports"),
        ("people at a bus stop", "street"),
        ("a red car", "road"),
        ("a car in the rain", "road"),
        ("a rocket and three planets", "space"),
        ("a girl playing the piano", "room"),
        ("two apples and a cup", "tabletop"),
        ("the heart and the lungs", "page"),
        ("a shark in the sea", "underwater"),
    ],
)
def test_a_place_follows_from_what_is_named(prompt, place):
    assert whereabouts(read(prompt)) == {place}


@pytest.mark.parametrize("pixels", [WIDE, TALL])
def test_cars_are_on_the_road_and_people_beside_it(drawn, pixels):
    stage, found = drawn("a bus and a girl in the street", pixels)
    assert stage.zones["road"].far <= found["bus"].y <= stage.zones["road"].near
    assert found["girl"].y <= stage.zones["ground"].near
    stage, found = drawn("a girl crossing the street", pixels)
    assert found["girl"].y > stage.zones["ground"].near


@pytest.mark.parametrize("pixels", [WIDE, TALL])
def test_small_things_are_no_larger_than_a_head_beside_people(drawn, pixels):
    _, found = drawn("a boy at a table with a tomato and a cup", pixels)
    for name in ("tomato", "cup"):
        assert found[name].tall < 0.25 * found["boy"].tall
    _, found = drawn("a woman on a sofa with a lamp", pixels)
    assert found["lamp"].tall < found["sofa"].tall


@pytest.mark.parametrize("prompt", ["a knight in front of a castle", "two girls and a house", "a boy and a tree"])
def test_nobody_is_a_speck_beside_what_is_large(drawn, prompt):
    _, found = drawn(prompt)
    assert all(group.tall > 0.25 * 1000 for group in found.values())


@pytest.mark.parametrize("pixels", [WIDE, TALL])
def test_a_hill_bears_all_that_is_on_it(drawn, pixels):
    stage, found = drawn("four sheep on a hill", pixels)
    curve, sheep = stage.crests["hilltop"][0], found["sheep"]
    for dx, dy, _ in sheep.formation():
        assert sheep.y + dy == pytest.approx(curve(sheep.x + dx) + 22, abs=12)
    assert curve(0.55 * stage.width) < curve(0.0) - 100


def test_an_island_bears_a_volcano(drawn):
    stage, found = drawn("a volcano on an island in the sea")
    volcano, island = found["volcano"], found["island"]
    assert island.wide > 0.6 * stage.width and volcano.tall > 350
    assert island.top < volcano.foot < island.foot and abs(volcano.x - island.x) < 0.3 * island.wide


def test_ducks_are_in_the_water_and_smaller_than_the_river(drawn):
    stage, found = drawn("three ducks in a river beside a farmer")
    water, ducks = stage.zones["water"], found["duck"]
    assert ducks.kind == "water" and water.far <= ducks.y <= water.near + 60
    assert ducks.tall < 0.5 * found["farmer"].tall and ducks.wide < water.right - water.left


def test_snow_lies_on_mountains_and_falls_elsewhere(drawn):
    assert not drawn("mountains with snow")[0].weather
    assert drawn("a village in the snow")[0].weather == {"snow"}


@pytest.mark.parametrize("prompt", ["a boat in a storm", "a house in the fog", "a tree in the wind"])
def test_weather_is_seen(drawn, prompt):
    calm, rough = (drawn(text)[0].canvas.svg((160, 90)) for text in (" in ".join(prompt.split(" in ")[:1]), prompt))
    assert len(rough) > len(calm)


def test_dark_clouds_take_the_blue_from_the_sky(drawn):
    stage, _ = drawn("dark clouds over a village")
    assert stage.canvas.light is composing.LIGHTS["grey"]

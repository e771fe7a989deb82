import dataclasses

import pytest

from lessonforge.visuals.draw import words
from lessonforge.visuals.draw.grammar import Item, Scene, lexicon, read, tokens
from lessonforge.visuals.draw.things import catalogue


def items(prompt: str) -> list[tuple[str, int]]:
    return [(item.thing, item.count) for item in read(prompt).items]


@pytest.mark.parametrize(
    ("prompt", "expected"),
    [
        ("two red boats", [("boat", 2)]),
        ("a boat", [("boat", 1)]),
        ("boats", [("boat", 3)]),
        ("a flock of birds over three houses", [("bird", 6), ("house", 3)]),
        ("many raindrops", [("drop", 7)]),
        ("a few flowers", [("flower", 3)]),
        ("two glasses of water", [("glass", 2)]),
        ("five pupils", [("girl", 1), ("boy", 1), ("girl", 1), ("boy", 1), ("girl", 1)]),
        ("the inner planets", [("mercury", 1), ("venus", 1), ("earth", 1), ("mars", 1)]),
        ("butterflies and leaves", [("butterfly", 3), ("leaf", 3)]),
        ("women and a man", [("woman", 3), ("man", 1)]),
        ("dos barcos y una casa", [("boat", 2), ("house", 1)]),
        ("trois maisons et un arbre", [("house", 3), ("tree", 1)]),
    ],
)
def test_names_and_numbers(prompt, expected):
    assert items(prompt) == expected


@pytest.mark.parametrize(
    ("prompt", "relation", "target"),
    [
        ("a cat under a table", "under", 1),
        ("a bird above a tree", "above", 1),
        ("the sun over the sea", "above", "sea"),
        ("a village on the hill", "on", "hill"),
        ("a glass of water on a table", "on", 1),
        ("a frog in a pond", "in", "lake"),
        ("a rabbit behind a bush", "behind", 1),
        ("a car in front of a house", "front", 1),
        ("a dog next to a boy", "beside", 1),
        ("the Earth orbiting the Sun", "around", 1),
        ("un gato debajo de una mesa", "under", 1),
        ("un chat sous une table", "under", 1),
    ],
)
def test_relations(prompt, relation, target):
    first = read(prompt).items[0]
    assert (first.relation, first.target) == (relation, target)


def test_those_who_are_named_together_share_a_relation():
    boy, girl, tree = read("a boy and a girl under a tree").items
    assert (boy.target, girl.target, tree.target) == (2, 2, None)


def test_what_is_held_relates_to_who_holds_it():
    _, umbrella = read("a boy with an umbrella").items
    assert (umbrella.relation, umbrella.target) == ("held", 0)


def test_the_example_of_the_docstring():
    scene = read("two red boats on the left, a small village on the hill behind, rain")
    assert scene == Scene(
        items=(
            Item("boat", 2, 1.0, (("hull", words.COLOURS["red"]),), ("left",)),
            Item("village", 1, 0.75, (), ("far",), "on", "hill"),
        ),
        places=("hill",),
        weather=("rain",),
    )


def test_a_part_can_have_a_colour_of_its_own():
    boat = read("a green boat with a red sail").items[0]
    assert dict(boat.colours) == {"hull": words.COLOURS["green"], "sail": words.COLOURS["red"]}


@pytest.mark.parametrize(
    ("prompt", "what"),
    [
        ("a boat at sunset", {"time": "sunset"}),
        ("a starry night", {"time": "night"}),
        ("snow in a forest", {"weather": ("snow",), "places": ("forest",)}),
        ("a river in autumn", {"season": "autumn", "places": ("river",)}),
        ("the water cycle", {"diagram": "water cycle"}),
        ("a planet on an elliptical orbit", {"diagram": "ellipse"}),
        ("a cloudy sky over a city", {"weather": ("grey",), "places": ("city",)}),
    ],
)
def test_hour_weather_season_and_diagram(prompt, what):
    scene = dataclasses.asdict(read(prompt))
    assert {key: scene[key] for key in what} == what


def test_only_the_first_line_is_read():
    assert read("a boat\nno dragons, lens flare, 35 mm") == read("a boat")


def test_words_that_are_not_known_are_kept_once_and_in_order():
    assert read("a dragon beside a unicorn, another dragon").unknown == ("dragon", "unicorn")


def test_verbs_and_calm_adjectives_say_nothing():
    assert read("the warm sun is shining, small waves rolling gently").unknown == ()


def test_elisions_and_possessives_are_split():
    assert tokens("l'arbre, the Earth’s oceans") == ["l'", "arbre", ",", "the", "earth", "oceans"]


def test_no_phrase_is_read_in_two_ways_by_its_case():
    assert all(phrase == phrase.lower() for phrase in lexicon())


def test_no_two_things_have_a_name_in_common_and_no_plural_is_taken():
    seen: dict[tuple[str, str], str] = {}
    for thing in catalogue().values():
        for language, names in thing.names.items():
            for name in names:
                assert seen.setdefault((language, name.lower()), thing.name) == thing.name

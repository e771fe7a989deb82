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
        ("a frog in a pond", "in", "pond"),
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
    assert read("a boat\nno griffins, lens flare, 35 mm") == read("a boat")


def test_words_that_are_not_known_are_kept_once_and_in_order():
    assert read("a griffin beside a basilisk, another griffin").unknown == ("griffin", "basilisk")


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


def seen(prompt: str, characters=()) -> list[tuple[str, int, str, object]]:
    return [(item.thing, item.count, item.relation, item.target) for item in read(prompt, characters).items]


@pytest.mark.parametrize(
    ("prompt", "expected"),
    [
        ("on the table there is a lamp and a book", [("table", "", None), ("lamp", "on", 0), ("book", "on", 0)]),
        ("a house with a tree behind it", [("house", "", None), ("tree", "behind", 0)]),
        ("a house. A cow is in front of the house", [("house", "", None), ("cow", "front", 0)]),
        ("a woman with a basket on her head", [("woman", "", None), ("basket", "head", 0)]),
        ("a boy holding a ball and a girl digging", [("boy", "", None), ("ball", "held", 0), ("girl", "", None)]),
        ("un pez bajo una mesa y un gato en la mesa", [("fish", "under", 1), ("table", "", None), ("cat", "in", 1)]),
        ("deux oiseaux au-dessus d'un arbre", [("bird", "above", 1), ("tree", "", None)]),
        ("a blue bird on the roof of a red house", [("bird", "on", 1), ("house", "", None)]),
        ("a boy on a bench reading a book", [("boy", "on", 1), ("bench", "", None)]),
        ("no clouds, a house without trees", [("house", "", None)]),
    ],
)  # fmt: skip
def test_who_is_spoken_of(prompt, expected):
    assert [(thing, relation, target) for thing, _, relation, target in seen(prompt)] == expected


def test_between_has_two_targets():
    ball = read("a red ball between a cat and a dog").items[0]
    assert (ball.relation, ball.target, ball.other) == ("between", 1, 2)


@pytest.mark.parametrize(
    "prompt",
    ["a red house with a blue door", "una casa roja con una puerta azul", "une maison rouge avec une porte bleue"],
)
def test_colours_come_before_or_after_their_noun(prompt):
    colours = list(dict(read(prompt).items[0].colours).values())
    assert words.COLOURS["red"] in colours


def test_red_and_blue_balloons_are_of_both_and_a_striped_flag_has_both():
    one, other = read("four red and blue balloons").items
    assert (one.count, other.count) == (2, 2) and one.colours != other.colours
    assert len(read("a black and white cow").items[0].colours) == 2


def test_clothes_and_looks_are_the_nearest_persons():
    boy, girl = read("a boy with crutches and a girl with glasses in a green dress").items
    assert boy.traits == ("crutches",) and girl.traits == ("glasses", "dress")
    assert dict(girl.colours)["top"] == words.COLOURS["green"]


@pytest.mark.parametrize(
    "prompt", ["a girl running", "una niña corriendo", "une fille en train de courir", "the girl runs"]
)
def test_verbs_are_poses_in_their_forms(prompt):
    assert read(prompt).items[0].pose == "running"


def test_characters_are_read_by_name_and_are_one():
    amina = (("Amina", "a girl with black hair in a yellow dress"),)
    scene = read("Amina beside a dog. Amina is on the left", amina)
    assert [item.character for item in scene.items] == ["Amina", ""]
    assert scene.items[0].traits == ("dress",) or "dress" in scene.items[0].traits
    assert scene.items[0].spots == ("left",)
    assert [item.thing for item in read("Amina beside a dog. Amina is on the left").items] == ["girl", "dog"]


@pytest.mark.parametrize(
    ("prompt", "language"),
    [("a boat on the sea", "en"), ("un barco en el mar", "es"), ("un bateau sur la mer", "fr"), ("rain", "en")],
)
def test_the_language_is_told_by_small_words(prompt, language):
    assert read(prompt).language == language

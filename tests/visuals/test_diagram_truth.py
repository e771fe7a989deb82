"""Diagrams tell the truth: stages in order, organs inside the body, counts and colours as asked for, changes seen."""

import time

import pytest

from lessonforge.visuals.draw import diagrams, palettes
from lessonforge.visuals.draw.compose import compose
from lessonforge.visuals.draw.diagrams import insides, levels, maps, rings, sections
from lessonforge.visuals.draw.diagrams.stages import CYCLES, KNOWN
from lessonforge.visuals.draw.grammar import read, tokens
from lessonforge.visuals.draw.grammar.asking import TABLE, asked
from lessonforge.visuals.draw.things import catalogue


def canvas_of(prompt, pixels=(1920, 1080)):
    scene = read(prompt)
    assert not scene.unknown and diagrams.wanted(scene), scene
    return compose(scene, palettes.STYLES["flat"], 1, pixels)


def shown(prompt):
    return [(one.placement.thing.name, one.placement.box) for one in canvas_of(prompt).shown]


def middle(box):
    return (box[0] + box[2]) / 2, (box[1] + box[3]) / 2


STAGES = {
    "the life cycle of a frog": ["frogspawn", "tadpole", "froglet", "frog"],
    "life cycle of a frog in three stages": ["frogspawn", "tadpole", "frog"],
    "the life cycle of a butterfly in four stages with arrows between them": [
        "butterfly-egg", "caterpillar", "chrysalis", "butterfly",
    ],
    "el ciclo de vida de una gallina en cuatro etapas": ["egg", "hatching-egg", "chick", "hen"],
    "le cycle de vie d'une coccinelle avec des flèches rouges": [
        "butterfly-egg", "ladybird-larva", "ladybird-pupa", "ladybird",
    ],
    "life cycle of a mosquito": ["mosquito-eggs", "mosquito-larva", "mosquito-pupa", "mosquito"],
    "the rock cycle": list(CYCLES["rock"]),
    "the human life cycle": list(CYCLES["human"]),
    "las etapas de la vida humana": list(CYCLES["human"]),
    "how a seed grows into a plant in four steps": ["seed", "germinated-seed", "seedling", "flowering-plant"],
    "how a chick hatches from an egg": ["egg", "hatching-egg", "chick"],
    "how a tadpole turns into a frog": ["tadpole", "froglet", "frog"],
    "life cycle of a sea turtle": ["egg", "sea-turtle", "sea-turtle", "sea-turtle"],
}  # fmt: skip


@pytest.mark.parametrize("prompt", STAGES)
def test_a_life_has_its_stages_in_order(prompt):
    scene = read(prompt)
    assert not scene.unknown and diagrams.wanted(scene)
    assert [item.thing for item in rings.stages(scene)] == STAGES[prompt]


def test_all_stages_known_are_things():
    names = {name for life in (*KNOWN.values(), *CYCLES.values()) for name in life}
    assert names <= set(catalogue())


@pytest.mark.parametrize("prompt", ["the life cycle of a frog with blue arrows", "le cycle de l'eau", "a dog"])
def test_arrows_and_stages_are_no_things(prompt):
    scene = read(prompt)
    assert "arrow" not in [item.thing for item in scene.items] and "theatre" not in scene.places


def test_the_colour_of_arrows_is_as_asked_for():
    assert diagrams.page.ink(read("the life cycle of a frog with blue arrows")) != diagrams.page.INK


BODY = "a human body with the brain, the lungs, the heart, the liver and the stomach"


def test_organs_lie_inside_the_body_at_their_places():
    found = dict(shown(BODY))
    left, top, right, bottom = found.pop("body")
    at = {name: middle(box) for name, box in found.items()}
    assert set(at) == {"brain", "lungs", "heart", "liver", "stomach"}
    for box in found.values():
        assert left < box[0] and box[2] < right and top < box[1] and box[3] < bottom
    assert at["brain"][1] < at["lungs"][1] < at["stomach"][1] and at["heart"][1] < at["liver"][1]
    assert at["liver"][0] < at["stomach"][0] and at["heart"][0] > at["lungs"][0]  # the body faces us
    lungs = found["lungs"]
    assert lungs[0] < at["heart"][0] < lungs[2] and lungs[1] < at["heart"][1] < lungs[3]


@pytest.mark.parametrize(
    ("prompt", "counts"),
    [
        ("a plant cell with four green chloroplasts around a large purple nucleus", {"chloroplast": 4, "nucleus": 1}),
        ("an animal cell with six mitochondria and a nucleus", {"mitochondrion": 6, "nucleus": 1}),
        ("una célula animal con un núcleo rojo y tres mitocondrias", {"mitochondrion": 3, "nucleus": 1}),
    ],
)
def test_a_cell_holds_as_many_as_are_asked_for(prompt, counts):
    found = shown(prompt)
    left, top, right, bottom = next(box for name, box in found if name in insides.CELLS.values())
    inside = [(name, box) for name, box in found if name in insides.ORGANELLES]
    assert {name: [other for other, _ in inside].count(name) for name in counts} == counts
    for _, box in inside:
        assert left < box[0] and box[2] < right and top < box[1] and box[3] < bottom


def test_a_part_of_a_section_takes_its_colour():
    scene = read("cross-section of a volcano with a purple magma chamber")
    assert set(sections.painted(sections.drawing("volcano"), scene.manner)) == {"magma-chamber"}
    earth = read("the layers of the earth with a green core")
    assert set(sections.painted(sections.drawing("earth"), earth.manner)) == {"inner-core", "outer-core"}


MAPS = {
    "a treasure map of an island with palm trees, a volcano, a cave and a red dotted line to a cross": [
        "palm", "volcano", "cave", "cross",
    ],
    "a map of an island with a harbour in the south, a forest, mountains in the middle and a lighthouse": [
        "jetty", "pine", "mountain-peak", "lighthouse",
    ],
    "a map with a river, a castle in the north and a village in the south": ["castle", "village"],
    "un mapa de una isla con un volcán en el norte, un bosque y un puerto": ["volcano", "pine", "jetty"],
    "draw a map of our village with a river, two bridges and a church": ["bridge", "church"],
}  # fmt: skip


@pytest.mark.parametrize("prompt", MAPS)
def test_a_map_shows_its_features_small_and_apart(prompt):
    scene = read(prompt)
    assert scene.diagram in ("map", "plan") and [item.thing for item in maps.features(scene)] == MAPS[prompt]
    found = [box for name, box in shown(prompt) if name in MAPS[prompt]]
    assert all(box[3] - box[1] <= 200 and box[3] < 841 and box[0] > 20 for box in found)


def test_features_of_a_map_lie_on_the_side_that_is_said():
    at = {name: middle(box) for name, box in shown("a map with a castle in the north, a hut in the south-west")}
    assert at["castle"][1] < at["hut"][1] and at["hut"][0] < at["castle"][0]


ROUTES = {
    "a map of a farm with a barn, a pond, a field and a red path from the gate to the barn": ["gate", "barn"],
    "a pirate map of an island with a ship in the sea, a hut, a lake and a dotted route from the ship to the hut": [
        "ship", "hut",
    ],
    "a map of an island with a hut, a cave and a red route": ["hut", "cave"],
}  # fmt: skip


@pytest.mark.parametrize("prompt", ROUTES)
def test_the_way_on_a_map_goes_where_it_is_said_to(prompt):
    scene = read(prompt)
    assert not scene.unknown and "route" in scene.manner
    assert [item.thing for item in maps.stops(scene)] == ROUTES[prompt]
    assert ("dotted" in scene.manner) == ("dotted" in prompt)


AFTER = {
    "before and after: a beach with litter and a clean beach": (["rubbish"], []),
    "a beach with litter before and after the clean-up": (["rubbish"], []),
    "a forest before and after the trees are cut down": ([], ["tree-stump", "log"]),
    "a village before and after the earthquake": (["village"], ["ruin"]),
    "before and after: a snowman in the snow, the snowman has melted": (["snowman"], ["puddle"]),
    "before and after: a village with a bridge, the same village without the bridge": (
        ["village", "bridge"], ["village"],
    ),
    "before and after: a field with three trees and the same field in winter": (["tree"], ["tree"]),
    "a forest before and after the rain": ([], []),
}  # fmt: skip


@pytest.mark.parametrize("prompt", AFTER)
def test_the_second_half_is_the_first_with_what_has_changed(prompt):
    scene = read(prompt)
    assert not scene.unknown and diagrams.wanted(scene)
    assert tuple([item.thing for item in half.items] for half in scene.halves) == AFTER[prompt]


def test_both_halves_are_one_place():
    first, second = read("avant et après: une ville en été et la même ville en hiver").halves
    assert first.places == second.places == ("city",)
    assert (first.season, second.season) == ("summer", "winter")


def test_a_pyramid_has_plants_below_and_fewer_above():
    found = shown("a food pyramid with one eagle at the top, foxes, rabbits and plants")
    rows = {name: [middle(box)[1] for other, box in found if other == name] for name, _ in found}
    order = sorted(rows, key=lambda name: -rows[name][0])
    assert order[-1] == "eagle" and catalogue()[order[0]].kind == "plant" and order[1:3] == ["rabbit", "fox"]
    assert [len(rows[name]) for name in order] == sorted((len(rows[name]) for name in order), reverse=True)


def test_in_a_food_web_hunters_eat_those_that_eat_plants():
    items = levels.fed(read("a food web with grass, a rabbit, a mouse, an owl and a fox"))
    pairs = {(items[a].thing, items[b].thing) for a, b in levels.eaten(items)}
    assert ("grass", "rabbit") in pairs and ("mouse", "owl") in pairs
    assert not any(eater == "grass" or eaten == "fox" for eaten, eater in pairs)


SUMS = {
    "three apples plus two apples equals five apples": ([3, 2, 5], ("plus", "equals")),
    "3 + 2 = 5 apples": ([3, 2, 5], ("plus", "equals")),
    "cinco manzanas menos dos manzanas": ([5, 2], ("minus",)),
    "deux pommes plus trois pommes font cinq pommes": ([2, 3, 5], ("plus", "equals")),
}


@pytest.mark.parametrize("prompt", SUMS)
def test_a_sum_shows_each_group_and_its_signs(prompt):
    counts, signs = SUMS[prompt]
    found = sorted((box[0], name) for name, box in shown(prompt))
    assert [name for _, name in found].count("apple") == sum(counts)
    assert tuple(name for _, name in found if name != "apple") == signs
    assert [item.count for item in read(prompt).items] == counts


@pytest.mark.parametrize(
    ("prompt", "name"),
    [
        ("the four seasons", "seasons"), ("les quatre saisons dans un parc", "seasons"),
        ("why day and night happen", "day and night"), ("el ciclo del agua", "water cycle"),
        ("the cycle of day and night on earth", "day and night"), ("le cycle de l'azote", "cycle nitrogen"),
        ("the layers of the soil", "section soil"), ("a drawing of the rock cycle", "cycle rock"),
        ("old map with a winding red trail from a hut to a cave", "route"), ("el cuerpo humano", "body"),
    ],
)  # fmt: skip
def test_natural_wordings_find_their_diagram(prompt, name):
    assert read(prompt).diagram == name


@pytest.mark.parametrize(
    "prompt",
    ["a teacher pointing at a map of Europe", "a girl with a map in the park", "children cycle to school",
     "a boy growing tomatoes", "the brain and the heart of a man"],
)  # fmt: skip
def test_other_sentences_are_no_diagrams(prompt):
    assert not diagrams.wanted(read(prompt))


def test_diagrams_are_read_by_their_parts_not_from_a_product_of_phrases():
    assert len(TABLE) < 700
    line = tokens("a treasure map showing an old winding path from a village to a forest and then to a castle")
    start = time.process_time()
    for _ in range(20):
        for at in range(len(line)):
            asked(line, at)
    assert time.process_time() - start < 0.5

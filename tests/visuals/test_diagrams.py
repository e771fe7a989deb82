"""Diagrams: everything in the frame and apart, in the order named, parts with names, sizes in their true ratio."""

import math
from itertools import combinations, pairwise

import cv2
import numpy
import pytest

from lessonforge.model import Shot
from lessonforge.visuals.draw import diagrams, palettes
from lessonforge.visuals.draw.bounds import area
from lessonforge.visuals.draw.bounds import parts as boxes_of
from lessonforge.visuals.draw.compose import compose
from lessonforge.visuals.draw.diagrams import moons, rings, sections, sizes, stages
from lessonforge.visuals.draw.engine import Draw
from lessonforge.visuals.draw.grammar import Item, read
from lessonforge.visuals.draw.pixels import rasterised
from lessonforge.visuals.draw.things import catalogue
from lessonforge.visuals.draw.things import read as read_thing
from lessonforge.visuals.draw.words.diagrams import LANDMARKS

SHAPES = ((1920, 1080), (1080, 1080), (1080, 1920))
CYCLE = "life cycle of a frog: frogspawn, tadpole, froglet, frog"
CHAIN = "food chain of grass, a rabbit, a fox and an eagle"
SIZES = "the sizes of a mouse, a cat, a horse and an elephant compared"
ROUTE = "a map with a route from a ship past a castle to a temple"


def canvas_of(prompt, pixels=SHAPES[0], style="flat"):
    scene = read(prompt)
    assert not scene.unknown and diagrams.wanted(scene)
    return compose(scene, palettes.STYLES[style], 1, pixels)


def boxes(canvas):
    return [(shown.placement.thing.name, shown.placement.box) for shown in canvas.shown]


def middles(canvas):
    return {name: ((box[0] + box[2]) / 2, (box[1] + box[3]) / 2) for name, box in boxes(canvas)}


READ = {
    CYCLE: ("cycle", ["frogspawn", "tadpole", "froglet", "frog"]),
    "a cycle: cell, prophase, metaphase, anaphase, telophase": (
        "cycle", ["cell", "prophase", "metaphase", "anaphase", "telophase"],
    ),
    "ciclo de vida de una rana: huevos de rana, renacuajo, rana": ("cycle", ["frogspawn", "tadpole", "frog"]),
    "cycle de vie du papillon": ("cycle", ["butterfly"]),
    CHAIN: ("chain", ["grass", "rabbit", "fox", "eagle"]),
    "cadena alimentaria: hierba, conejo, zorro, águila": ("chain", ["grass", "rabbit", "fox", "eagle"]),
    "chaîne alimentaire : herbe, lapin, renard, aigle": ("chain", ["grass", "rabbit", "fox", "eagle"]),
    ROUTE: ("route", ["ship", "castle", "temple"]),
    "a map with a route from a forest to a mountain": ("route", [LANDMARKS["forest"], LANDMARKS["mountain"]]),
    "carte d'un itinéraire d'un port à une forêt": ("route", [LANDMARKS["harbour"], LANDMARKS["forest"]]),
    "food chain: a fox eats a rabbit, the rabbit eats grass": ("chain", ["grass", "rabbit", "fox"]),
    "le cycle de vie de la grenouille": ("cycle", ["frog"]),
    "schéma d'une éclipse solaire": ("solar eclipse", []),
    SIZES: ("sizes", ["mouse", "cat", "horse", "elephant"]),
    "les tailles d'un chat et d'un éléphant": ("sizes", ["cat", "elephant"]),
    "steps: seed, seedling, flower": ("sequence", ["seed", "seedling", "flower"]),
    "cross-section of a volcano with magma chamber and lava": ("section", ["volcano"]),
    "las capas de la tierra": ("section", ["earth"]),
    "les phases de la lune": ("phases", []),
    "layers of the soil": ("section soil", []),
    "sección de la tierra con tres capas: corteza, manto, núcleo": ("section", ["earth", "nucleus"]),
    "inside the earth: crust, mantle, outer core and inner core": ("section earth", []),
    "a map with a village, a bridge and a castle, and a dashed route between them": (
        "route", ["village", "bridge", "castle"],
    ),
    "carte avec un itinéraire du port au château en passant par le pont": ("route", ["jetty", "bridge", "castle"]),
    "life cycle of a dog: puppy, adult dog": ("cycle", ["puppy", "dog"]),
}  # fmt: skip


@pytest.mark.parametrize("prompt", READ)
def test_a_prompt_names_its_diagram_and_its_things_in_order(prompt):
    scene = read(prompt)
    assert (scene.diagram, [item.thing for item in scene.items]) == READ[prompt]
    assert not scene.unknown and diagrams.wanted(scene)


@pytest.mark.parametrize(
    "prompt", ["a girl cycling to school", "children cycle in the park", "a map on the wall", "a dog"]
)
def test_other_scenes_are_no_diagrams(prompt):
    assert not diagrams.wanted(read(prompt))


APART = (
    CYCLE, "the life cycle of a hen", "a cycle: cell, prophase, metaphase, anaphase, telophase", CHAIN, SIZES, ROUTE,
    "a food chain: plankton, fish, seal, orca", "steps: seed, seedling, flower", "the phases of the moon",
    "the sizes of the planets", "the oxygen cycle between a tree and a rabbit", "cross-section of the earth",
    "cross-section of a leaf", "diagram of a solar eclipse", "a lunar eclipse", "parts of a flower",
)  # fmt: skip
CUT_BY_THE_EDGE = {"sun"}


@pytest.mark.parametrize("pixels", SHAPES, ids=lambda pixels: f"{pixels[0]}x{pixels[1]}")
@pytest.mark.parametrize("prompt", APART)
def test_all_is_above_the_captions_and_nothing_overlaps(prompt, pixels):
    canvas = canvas_of(prompt, pixels)
    found = [(name, box) for name, box in boxes(canvas) if name not in (*CUT_BY_THE_EDGE, "location-pin")]
    assert found
    for _, (left, top, right, bottom) in found:
        assert left >= 0 and top >= 0 and right <= canvas.width and bottom <= 841
        assert area((left, top, right, bottom)) > 300
    for (one, a), (other, b) in combinations(found, 2):
        shared = area((max(a[0], b[0]), max(a[1], b[1]), min(a[2], b[2]), min(a[3], b[3])))
        assert shared <= 0.02 * min(area(a), area(b)), (one, other)


@pytest.mark.parametrize("pixels", SHAPES)
def test_a_cycle_runs_clockwise(pixels):
    at = middles(canvas_of(CYCLE, pixels))
    x, y = (sum(values) / len(at) for values in zip(*at.values(), strict=True))
    angles = [math.atan2(at[name][1] - y, at[name][0] - x) for name in READ[CYCLE][1]]
    turns = [(other - one) % math.tau for one, other in pairwise([*angles, angles[0]])]
    assert sum(turns) == pytest.approx(math.tau)


def test_known_cycles_need_no_list_and_have_their_own_eggs():
    assert [item.thing for item in rings.stages(read("the life cycle of a butterfly"))] == list(stages.BUTTERFLY)
    listed = rings.stages(read("life cycle of a butterfly: egg, caterpillar, chrysalis, butterfly"))
    assert [item.thing for item in listed] == list(stages.BUTTERFLY)
    assert {name for names in stages.KNOWN.values() for name in names} <= set(catalogue())


def test_a_wide_food_chain_is_a_row_from_left_to_right():
    at = middles(canvas_of(CHAIN))
    xs = [at[name][0] for name in READ[CHAIN][1]]
    assert xs == sorted(xs)


@pytest.mark.parametrize("pixels", SHAPES)
def test_sizes_are_in_true_ratio(pixels):
    canvas = canvas_of(SIZES, pixels)
    large = {name: box[3] - box[1] for name, box in boxes(canvas)}
    things = catalogue()
    assert large["elephant"] / large["horse"] == pytest.approx(things["elephant"].height / things["horse"].height)
    feet = {round(box[3]) for name, box in boxes(canvas) if name in ("elephant", "horse")}
    assert len(feet) == 1


def test_planets_are_compared_by_their_diameters():
    ratio = sizes.metres(catalogue()["jupiter"]) / sizes.metres(catalogue()["earth"])
    assert ratio == pytest.approx(11.2, abs=0.1)
    rising = canvas_of("the sun, the earth and the moon from smallest to largest")
    at = middles(rising)
    assert at["moon"][0] < at["earth"][0] < at["sun"][0]


@pytest.mark.parametrize("path", sorted(sections.FOLDER.glob("*.svg")), ids=lambda path: path.stem)
def test_every_part_of_a_section_is_drawn_inside_it(path):
    thing = read_thing(path)
    found = boxes_of(thing)
    assert {part.name for part in thing.parts} == set(found) and len(found) >= 5
    for left, top, right, bottom in found.values():
        assert left >= -2 and top >= -2 and right <= thing.box[0] + 2 and bottom <= thing.box[1] + 2
        assert area((left, top, right, bottom)) > 60


@pytest.mark.parametrize(
    ("prompt", "parts"),
    [
        ("cross-section of the earth", {"earth.crust", "earth.mantle", "earth.outer-core", "earth.inner-core"}),
        ("cross-section of a volcano", {"volcano.magma-chamber", "volcano.vent", "volcano.crater", "volcano.lava"}),
        ("structure of a leaf", {"leaf.cuticle", "leaf.palisade-cells", "leaf.stoma", "leaf.vein"}),
        ("the parts of a tooth", {"tooth.enamel", "tooth.dentine", "tooth.pulp", "tooth.gum", "tooth.nerve"}),
        ("structure of the eye", {"eye.lens", "eye.retina"}),
        ("the parts of a flower", {"flower.petal", "flower.stamen"}),
        ("the phases of the moon", {"new moon", "full moon", "first quarter", "last quarter"}),
    ],
)  # fmt: skip
def test_labels_find_the_parts(prompt, parts):
    found = {part.name for part in Draw().parts(Shot("prompt", 640, 360, 1, prompt=prompt, style="flat"))}
    assert parts <= found


def test_the_layers_of_the_earth_lie_in_each_other_in_true_proportion():
    found = boxes_of(sections.drawing("earth"))
    core = found["inner-core"]
    assert (core[2] - core[0]) / 290 == pytest.approx(1221 / 6371, abs=0.02)
    assert found["outer-core"][2] < found["mantle"][2] < found["crust"][2]


def test_a_waxing_moon_is_lit_on_the_right():
    def lit(n):
        canvas = compose(read("a dog"), palettes.STYLES["flat"], 1, (200, 200))
        canvas.marks.clear()
        canvas.place(1, moons.phase(n), 500, 1000, 1000, lit=True)
        picture = cv2.cvtColor(rasterised(canvas.svg((200, 200)), (200, 200)), cv2.COLOR_BGRA2GRAY) > 140
        return picture[:, :100].sum(), picture[:, 100:].sum()

    halves = [lit(n) for n in range(8)]
    left, right = (numpy.array(side) for side in zip(*halves, strict=True))
    assert (right[1:4] > left[1:4]).all() and (left[5:] > right[5:]).all()
    assert numpy.argmax(left + right) == 4 and (left + right)[0] == 0


def test_sunlight_reaches_the_earth_only_around_the_moons_shadow():
    at = {name: box for name, box in boxes(canvas_of("diagram of a solar eclipse"))}
    assert at["sun"][2] < at["moon"][0] and at["moon"][2] < at["earth"][0]
    at = {name: box for name, box in boxes(canvas_of("a lunar eclipse"))}
    assert at["sun"][2] < at["earth"][0] and at["earth"][2] < at["moon"][0]


@pytest.mark.parametrize("pixels", SHAPES)
def test_before_and_after_are_two_pictures_in_their_frames(pixels):
    from lessonforge.visuals.draw.diagrams.halves import frames

    canvas = canvas_of("before and after: a field with a tree; a city with tower blocks", pixels)
    first, second = frames(canvas.width)
    for name, box in boxes(canvas):
        frame = first if name == "tree" else second
        assert box[0] >= frame[0] and box[1] >= frame[1] and box[2] <= frame[2] and box[3] <= frame[3]
    assert {name for name, _ in boxes(canvas)} == {"tree", "tower-block"}


def test_both_halves_move_in_a_film():
    prompt = "before and after: a sea with a boat; a field with a windmill"
    still = next(Draw().render([Shot("prompt", 640, 360, 1, prompt=prompt, style="flat")]))
    moving = [layer.x for layer in still.layers if layer.movements]
    assert min(moving) < 320 < max(moving)


@pytest.mark.parametrize("style", ["flat", "watercolor", "photo", "blueprint", "chalk", "paper"])
def test_before_differs_from_after_in_every_style(style):
    prompt = "before and after: a desert; a field with trees"
    still = next(Draw().render([Shot("prompt", 320, 180, 1, prompt=prompt, style=style)]))
    picture = cv2.imdecode(numpy.frombuffer(still.states[0].read(), numpy.uint8), cv2.IMREAD_COLOR).astype(int)
    left, right = picture[20:150, 10:140], picture[20:150, 180:310]
    assert abs(left - right).mean() > 5 and left.std() > 5 and right.std() > 5


def test_a_route_goes_through_its_stops_to_the_pin():
    at = middles(canvas_of(ROUTE))
    assert at["ship"][0] < at["castle"][0] < at["temple"][0]
    assert abs(at["location-pin"][0] - at["temple"][0]) < 60
    assert Item("pine", 3) in read("a map with a route from a forest to a temple").items


def test_the_moon_is_small_and_beside_the_earth_when_planets_circle_the_sun():
    canvas = canvas_of("the planets earth, mars and jupiter orbiting the sun, the moon")
    at, found = middles(canvas), dict(boxes(canvas))
    assert math.dist(at["moon"], at["earth"]) < 1.2 * math.sqrt(area(found["earth"]))
    assert area(found["moon"]) < 0.15 * area(found["earth"])
    assert set(found) == {"sun", "earth", "mars", "jupiter", "moon"}


def test_stages_of_one_life_differ():
    frog = rings.stages(read("life cycle of a frog: eggs, tadpole, young frog, adult frog"))
    assert [item.thing for item in frog] == ["frogspawn", "tadpole", "froglet", "frog"]
    young, grown = rings.stages(read("life cycle of a dog: young dog, adult dog"))
    assert (young.thing, grown.thing) == ("dog", "dog") and young.size < 0.8 * grown.size
    plant = rings.stages(read("stages of a plant: seed, sprout, young plant, plant with flowers"))
    assert [item.thing for item in plant] == ["seed", "seedling", "young-plant", "flowering-plant"]


def test_in_lenses_too_the_smaller_is_smaller():
    found = dict(boxes(canvas_of("sizes of a flea, an ant and a horse")))
    assert area(found["flea"]) < 0.8 * area(found["ant"])

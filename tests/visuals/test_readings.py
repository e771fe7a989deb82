"""What a prompt says of each thing is read, and nothing of it is lost: prompts, and all that they come to."""

import pytest

from lessonforge.visuals.draw.grammar import Item, read
from lessonforge.visuals.draw.words.colours import HEX

NAMES = {hex_: name for name, hex_ in HEX.items()}


def told(n: int, item: Item) -> str:
    """An item in short: `2 girl +coat red =sitting on 1`."""
    colours = [NAMES.get(colour, colour) for _, colour in item.colours]
    size = {0.6: "tiny", 0.75: "small", 1.0: "", 1.3: "big", 1.55: "huge"}[item.size]
    target = "" if item.target is None else f"{item.relation} {item.target}"
    pose = f"={item.pose}" if item.pose else ""
    traits = [f"+{trait}" for trait in item.traits if trait not in ("male", "female")]
    spots = [f"@{spot}" for spot in item.spots]
    count = str(item.count) if item.count > 1 else ""
    return " ".join(filter(None, [count, size, *colours, item.thing, *traits, pose, *spots, target]))


def reading(prompt: str) -> list[str]:
    scene = read(prompt)
    assert scene.unknown == ()
    return [told(n, item) for n, item in enumerate(scene.items)]


@pytest.mark.parametrize(
    ("prompt", "items"),
    [
        ("two cats, one black and one white", ["black cat", "white cat"]),
        ("dos caballos, uno blanco y otro marrón", ["white horse", "brown horse"]),
        ("deux garçons, l'un debout et l'autre assis", ["boy =standing", "boy =sitting"]),
        ("dos niños, uno con gorra y el otro con gafas", ["girl +cap", "boy +glasses"]),
        ("one apple is red, the other one is green", ["red apple", "green apple"]),
        ("the first car is red and the second is blue", ["red car", "blue car"]),
        ("six eggs in a nest, two of them blue", ["2 blue egg in 1", "nest", "4 egg in 1"]),
        ("three kites: one red, one blue and the other yellow", ["red kite", "blue kite", "yellow kite"]),
        ("a big house and a small one", ["big house", "small house"]),
        ("a red boat and two blue ones", ["red boat", "2 blue boat"]),
        (
            "four children, two standing and two sitting",
            ["girl =standing", "boy =standing", "girl =sitting", "girl =sitting"],
        ),
        (
            "two girls on a bench and two others behind them waiting",
            ["2 girl =sitting on 1", "bench", "2 girl =standing behind 0"],
        ),
        ("un niño lee mientras el otro duerme", ["boy =reading", "boy =sleeping"]),
        ("a small white dog and another dog, bigger and brown", ["small white dog", "big brown dog"]),
        ("another boy and one big fish", ["boy", "big fish"]),
        ("three red apples, two green ones and a yellow one", ["3 red apple", "2 green apple", "yellow apple"]),
        ("tres manzanas rojas, dos verdes y una amarilla", ["3 red apple", "2 green apple", "yellow apple"]),
        (
            "las ovejas blancas están a la izquierda y las negras a la derecha",
            ["4 white sheep @left", "4 black sheep @right"],
        ),
        ("la fille de gauche saute et celle de droite court", ["girl =jumping @left", "girl =running @right"]),
        (
            "a boy with a red balloon and a blue one",
            ["boy", "red party-balloon held 0", "blue party-balloon held 0"],
        ),
        (
            "two rabbits, a white one eating a carrot and a brown one jumping",
            ["white rabbit =eating", "brown rabbit =jumping", "carrot faced 0"],
        ),
        (
            "one girl is drawing, another is painting and a third is reading",
            ["girl =writing", "girl =painting", "girl =reading"],
        ),
        ("un camión rojo detrás del cual hay un coche azul", ["red lorry", "blue car behind 0"]),
        ("three children, the second is reading", ["girl", "boy =reading", "girl"]),
        ("a girl with a cat and another with a dog", ["girl", "cat beside 0", "girl", "dog beside 2"]),
    ],
)
def test_words_that_stand_for_a_noun(prompt, items):
    assert reading(prompt) == items


@pytest.mark.parametrize(
    ("prompt", "items"),
    [
        ("a lamb with its mother", ["lamb", "sheep beside 0"]),
        ("tres patitos siguen a su madre", ["3 duckling follow 1", "duck"]),
        ("trois canetons suivent leur mère", ["3 duckling follow 1", "duck"]),
        ("a bear with its cubs", ["bear", "2 tiny bear beside 0"]),
        ("una gata con sus crías", ["cat", "3 kitten beside 0"]),
        ("a girl with her mother", ["girl", "woman beside 0"]),
        ("two birds in a nest with their babies", ["2 bird in 1", "nest", "3 tiny bird in 1"]),
    ],
)
def test_the_mother_of_an_animal_is_one(prompt, items):
    assert reading(prompt) == items


@pytest.mark.parametrize(
    ("prompt", "items"),
    [
        ("three girls in warm coats with red scarves", ["3 red girl +coat +scarf"]),
        (
            "a boy and a girl in yellow raincoats and boots",
            [f"yellow {who} +raincoat +boots" for who in ("boy", "girl")],
        ),
        ("a girl in a blue coat, a red scarf and a hat", ["blue red girl +coat +scarf +hat"]),
        ("una mujer lleva un vestido azul y una cesta", ["blue woman +dress", "basket held 0"]),
        ("une femme portant une longue robe verte", ["green woman +gown"]),
        ("a boy puts on his coat", ["boy +coat"]),
        ("a girl without a hat beside a boy with a cap", ["girl beside 1", "boy +cap"]),
        ("a boy without trees or birds and a dog", ["boy", "dog"]),
        ("a man with neither hat nor coat in the snow", ["man"]),
        ("a doctor, a nurse and a patient who is lying in bed", ["doctor", "nurse", "woman =lying in 3", "bed"]),
    ],
)
def test_what_is_worn_is_on_all_who_wear_it(prompt, items):
    assert reading(prompt) == items


@pytest.mark.parametrize(
    ("prompt", "items"),
    [
        ("three pupils each with a book", ["girl", "boy", "girl", "book held 0", "book held 1", "book held 2"]),
        ("each of the four sailors is holding a rope", ["4 sailor =holding", "4 rope held 0"]),
        ("every house has a red roof", ["3 red house"]),
        ("a dog that is chasing a ball", ["dog =running follow 1", "ball"]),
        ("a baby crawling towards its toys", ["baby =crawling facing 1", "3 teddy-bear"]),
        ("a bridge made of stone over a river", ["bridge above river"]),
    ],
)
def test_small_words_that_change_what_is_meant(prompt, items):
    assert reading(prompt) == items


@pytest.mark.parametrize(
    ("prompt", "items"),
    [
        ("a mouse chased by a cat", ["mouse =running", "cat =running follow 0"]),
        ("un ratón perseguido por un gato", ["mouse =running", "cat =running follow 0"]),
        ("une charrette tirée par deux chevaux", ["cart", "2 horse =pulling pull 0"]),
        ("a king followed by three soldiers", ["king", "3 soldier =walking follow 0"]),
        ("a house surrounded by trees", ["house", "3 tree around 0"]),
        (
            "a knight on a white horse carrying a lance",
            ["knight +on a seat =carrying on 1", "white horse", "lance held 0"],
        ),
    ],
)
def test_who_does_it_to_whom(prompt, items):
    assert reading(prompt) == items


@pytest.mark.parametrize(
    ("prompt", "items"),
    [
        (
            "a house in the middle, a tree on its left and a well on its right",
            ["house @centre", "tree left of 0", "well right of 0"],
        ),
        ("una casa, a su derecha un pozo", ["house", "well right of 0"]),
        ("a su izquierda hay un árbol alto", ["big tree @left"]),
        ("a queen on her throne, guards on both sides", ["queen =sitting on 1", "throne", "3 knight sides 0"]),
        ("two boys on one side and two girls on the other side", ["2 boy @left", "2 girl @right"]),
        ("a lamp in the corner", ["lamp @right"]),
        ("grandparents on a sofa with a boy between them", ["grandmother =sitting on 2", "grandfather =sitting on 2"]),
        ("a nest with four eggs high in a tree", ["nest in 2", "4 egg in 0", "tree"]),
        ("un campo lleno de flores", ["9 flower"]),
        ("un banc de poissons", ["fish"] * 6),
        ("a family of ducks", ["4 duck"]),
        ("une table ronde avec quatre chaises autour", ["cafe-table", "4 chair around 0"]),
        ("a house made of wood between two pine trees", ["house between 1", "2 pine"]),
        ("a pair of scales on a table", ["balance on 1", "table"]),
        ("a tree whose leaves are red", ["red tree"]),
        ("a girl as tall as her father", ["girl", "man"]),
    ],
)
def test_places_numbers_and_parts(prompt, items):
    assert reading(prompt)[: len(items)] == items


@pytest.mark.parametrize(
    ("prompt", "unknown"),
    [
        ("a violin without strings", "without strings"),
        ("a cat with green eyes", "green eyes"),
        ("una mujer con ojos azules", "ojos azules"),
        ("un árbol sin hojas", "sin hojas"),
        ("una paloma con una rama en el pico", "rama"),
        ("a scientist pours a green liquid into a test tube", ""),
        ("a happy girl in a beautiful old house", ""),
        ("the door is painted red today", ""),
    ],
)
def test_a_colour_or_a_lack_that_can_not_be_seen_is_named(prompt, unknown):
    assert read(prompt).unknown == ((unknown,) if unknown else ())

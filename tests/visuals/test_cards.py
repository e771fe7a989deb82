import dataclasses
import functools
import itertools
import json
import re
import time

import cv2
import numpy
import pytest
import yaml

from lessonforge.cards import (
    Arrow,
    Chart,
    Code,
    Datum,
    Diagram,
    Event,
    Events,
    Formula,
    FormulaLine,
    Node,
    Slide,
    Symbol,
    Table,
)
from lessonforge.errors import EngineFailed
from lessonforge.lesson import Choice, Quiz
from lessonforge.model import Shot
from lessonforge.parts import parts
from lessonforge.settings import built_in
from lessonforge.text import shape
from lessonforge.visuals import cards, figures, graph, latex, roomy

NODES = tuple(Node(name, name) for name in ("Sun", "Plants", "Rabbits", "Insects", "Foxes"))
ARROWS = (
    Arrow("Sun", "Plants", "light"),
    Arrow("Plants", "Rabbits"),
    Arrow("Plants", "Insects"),
    Arrow("Rabbits", "Foxes"),
)
CARDS = {
    "title": ("slide", Slide("The water cycle", "From the sea to the sky and back")),
    "bullets": ("slide", Slide("Three steps", None, ("Evaporation", "Condensation", "Rain"))),
    "paragraph": ("slide", Slide("In short", None, (), "Green plants catch the energy of light.")),
    "bars": ("chart", Chart((Datum("Mercury", 88), Datum("Venus", 224.7), Datum("Deep", -30)), "bar", "Years", "days")),
    "lying bars": ("chart", Chart(tuple(Datum(f"Some long ocean {n}", n) for n in range(1, 10)), "bar", "Oceans")),
    "line": ("chart", Chart((Datum("Jan", -2), Datum("Feb", 4.5), Datum("Mar", 9)), "line", "Warmth", "°C")),
    "pie": ("chart", Chart((Datum("Nitrogen", 78.1), Datum("Oxygen", 20.9), Datum("Other", 1)), "pie", "Air")),
    "formula": (
        "formula",
        Formula((FormulaLine("T^2 = a^3", "Kepler"), FormulaLine(r"\frac{a}{b}")), "Law", (Symbol("T", "time"),)),
    ),
    "table": ("table", Table(("Planet", "Year"), (("Mercury", "88 d"), ("Venus", "225 d")), "Planets")),
    "flow": ("diagram", Diagram(NODES, ARROWS, "flow", "A food web")),
    "cycle": ("diagram", Diagram(NODES, (), "cycle", "Round")),
    "tree": ("diagram", Diagram(NODES, (*ARROWS[:3], Arrow("Insects", "Foxes")), "tree", "A tree")),
    "timeline": (
        "timeline",
        Events((Event("1543", "Copernicus"), Event("1609", "Kepler"), Event("1687", "Newton")), "Orbits"),
    ),
    "code": ("code", Code("for r in [1, 2]:\n\tprint('radius', r)  # twice\n", "python", "Loops")),
    "quiz": ("quiz", Quiz("What lifts the water?", (Choice("The sun", True), Choice("The wind")))),
}
SIZES = [(960, 540), (540, 540), (540, 960)]  # everything scales with the frame
SMALL = (640, 360)


def shot(kind, noun, size=SMALL, locale="en", palette=()):
    content = json.dumps(dataclasses.asdict(noun), ensure_ascii=False, sort_keys=True)
    return Shot(kind, *size, content=content, locale=locale, palette=palette)


def pixels(blob):
    return cv2.imdecode(numpy.frombuffer(blob.read(), numpy.uint8), cv2.IMREAD_UNCHANGED)


@functools.cache
def states(name, size=SMALL, locale="en"):
    [still] = cards.Cards().render([shot(*CARDS[name], size, locale)])
    return [pixels(blob) for blob in still.states]


def style(name):
    return tuple(
        yaml.safe_load((built_in("templates") / "prompts" / name / "style.yaml").read_text())["palette"].items()
    )


@pytest.mark.parametrize("name", CARDS)
def test_each_part_is_one_more_state(name):
    drawn = states(name)
    assert len(drawn) == len(parts(CARDS[name][1])) + 1
    assert all(page.shape == (360, 640, 3) for page in drawn)
    assert all(not numpy.array_equal(a, b) for a, b in itertools.pairwise(drawn))


@pytest.mark.parametrize("name", [name for name in CARDS if name != "quiz"])
def test_what_is_shown_stays_where_it_is(name):
    drawn = states(name)
    for before, after in itertools.pairwise(drawn):  # what was on the paper is only ever added to
        changed = (before != after).any(axis=2)
        lost = changed & (before != drawn[0]).any(axis=2)
        assert lost.mean() < 0.02


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("name", CARDS)
def test_the_room_of_the_captions_is_kept_free(name, size):
    kind, noun = CARDS[name]
    content = dataclasses.asdict(noun)
    engine = cards.Cards()
    assert engine.check(shot(kind, noun, (size[0] * 2, size[1] * 2))) == engine.check(shot(kind, noun, size)) == []
    [still] = engine.render([shot(kind, noun, size)])
    [empty] = engine.render([shot("slide", Slide("x", "" if content.get("title") else None, ("y",)), size)])
    floor = round((1 - shape.CAPTION_ZONE) * size[1]) + 4
    zones = [pixels(blob)[floor:] for blob in (still.states[-1], empty.states[0])]
    if name != "title":  # a title card has larger shapes, all of them above
        assert numpy.array_equal(*zones)


@pytest.mark.parametrize("name", ["bullets", "bars", "table", "quiz"])
def test_right_to_left_is_mirrored(name):
    def middle_of_ink(page):
        ink = page[: int(0.8 * 360), :, :].min(axis=2) < 110
        return numpy.argwhere(ink)[:, 1].mean()

    assert middle_of_ink(states(name)[0]) < 320 < middle_of_ink(states(name, locale="ar")[0])


@pytest.mark.parametrize("name", ["flat", "watercolor", "photo", "blueprint"])
def test_every_style_dresses_the_cards(name):
    [still] = cards.Cards().render([shot(*CARDS["bullets"], palette=style(name))])
    paper = dict(style(name))["paper"]
    corner = pixels(still.states[0])[150, 3][::-1]
    assert "#" + "".join(f"{value:02x}" for value in corner) == paper


def test_the_right_answer_is_marked_by_more_than_colour():
    answered, asked = states("quiz")[-1], states("quiz")[-2]
    grey = [cv2.cvtColor(page, cv2.COLOR_BGR2GRAY).astype(int) for page in (asked, answered)]
    assert (abs(grey[0] - grey[1]) > 60).sum() > 150  # the tick and the frame are seen without colour


def test_the_same_shot_is_the_same_bytes():
    one, two = (next(cards.Cards().render([shot(*CARDS["flow"])])) for _ in range(2))
    assert one == two


@pytest.mark.parametrize(
    ("kind", "noun", "message"),
    [
        ("slide", Slide("T", None, ("word " * 60,) * 5), "it needs .* lines, there is room for .*split the scene"),
        ("slide", Slide("T", None, ("x" * 200,)), "a word is too wide"),
        ("slide", Slide("word " * 40), "the title of the slide does not fit: it needs"),
        ("slide", Slide("ক"), "no font can draw 'ক' .U.0995 BENGALI LETTER KA"),
        ("formula", Formula((FormulaLine(r"\frac{1"),)), r"the formula '\\frac\{1' has a brace without its partner"),
        ("formula", Formula((FormulaLine(r"x^"),)), r"the formula 'x\^' is not LaTeX: missing super script"),
        ("formula", Formula((FormulaLine(r"\fracc{1}{2}"),)), r"uses '\\fracc', which is not a known command"),
        ("formula", Formula((FormulaLine("x + " * 60 + "x"),)), "the formula"),
        ("chart", Chart((Datum("a", 1), Datum("b", -2)), "pie"), "a pie can't show -2 for 'b'"),
        ("chart", Chart((Datum("a", 0), Datum("b", 0)), "pie"), "a value above 0"),
        ("chart", Chart(tuple(Datum("Donaudampfschiffe" * 3, n) for n in range(9)), "line"), "the labels of the chart"),
        ("table", Table(("a", "b"), (("1",),)), "row 1 of the table has 1 cells, its header has 2"),
        ("table", Table(("Donaudampfschifffahrt",) * 8, (("x",) * 8,)), "the 8 columns of the table do not fit"),
        ("table", Table(("a",), (("text " * 40,),) * 12), "the table does not fit"),
        ("diagram", Diagram(NODES, (Arrow("Sun", "Plant"),)), "names 'Plant'. Did you mean 'Plants'?"),
        ("diagram", Diagram(NODES, (), "tree"), "a tree needs arrows"),
        ("diagram", Diagram((Node("a", "x" * 60), Node("b", "y"))), "boxes of the diagram: a word is too wide"),
        ("timeline", Events((Event("1", "text " * 200), Event("2", "b"))), "the timeline does not fit"),
        ("code", Code("x" * 300), "a line of 300 characters, there is room for"),
        ("code", Code("x\n" * 90), "the code does not fit: it needs 90 lines, there is room for"),
        ("quiz", Quiz("word " * 300, (Choice("a", True), Choice("b"))), "question and choices of the quiz"),
    ],
)
def test_what_can_not_be_drawn_is_refused(kind, noun, message):
    engine = cards.Cards()
    problems = engine.check(shot(kind, noun, (1920, 1080)))
    assert problems
    assert re.search(message, " ".join(problems)), problems
    with pytest.raises(EngineFailed, match="can't set this"):
        next(engine.render([shot(kind, noun, (1920, 1080))]))


@pytest.mark.parametrize("size", [(1920, 1080), (1080, 1080), (1080, 1920)])
@pytest.mark.parametrize(
    ("letter", "locale"), [("e", "en"), ("m", "en"), ("W", "de"), ("蒸", "ja"), ("क्ष", "hi"), ("ش", "ar")]
)
def test_what_surely_fits_does_fit(letter, locale, size):
    room = 1 if size[0] > size[1] else 0.5

    def text(most, word):
        """As long as a rule allows, in words as long as it allows."""
        letters = letter * int((word * room - 0.01) / roomy._length(letter))
        return " ".join([letters] * max(1, int(most * room / (roomy._length(letters) + 1.1))))

    data = tuple(Datum(text(20, 11), 12345.5) for _ in range(6))
    more = (*data, *data[:4]) if room == 1 else data
    tall = r"\frac{\frac{M}{M}}{M} + \sqrt{M}"
    biggest = [
        ("slide", Slide(text(50, 22), text(60, 30), (text(60, 30),) * 5)),
        ("slide", Slide(text(50, 22), text(60, 30), (), text(260, 30))),
        *(
            ("chart", Chart(data, kind, text(50, 22), text(30, 20)))
            for kind in ("bar", "line", "pie")[:: 1 if room == 1 else 2]
        ),
        ("chart", Chart(tuple(Datum(text(20, 11), 1234567.5) for _ in range(6)), "pie", text(50, 22), "MM/MM")),
        ("chart", Chart(more, "bar", text(50, 22), text(30, 20))),
        (
            "formula",
            Formula(
                (
                    FormulaLine("M" * 14, text(32, 16)),
                    FormulaLine(tall, text(32, 16)),
                    FormulaLine("M", text(32, 16)),
                ),
                text(50, 22),
                (Symbol("M" * 8, text(26, 16)),) * 3,
            ),
        ),
        ("table", Table((text(18, 16),) * 4, ((text(18, 16),) * 4,) * 6, text(50, 22))),
        (
            "diagram",
            Diagram(
                tuple(Node(str(n), text(22, 13)) for n in range(4)),
                (Arrow("0", "1"), Arrow("1", "2")),
                "flow",
                text(50, 22),
            ),
        ),
        *(
            ("diagram", Diagram(tuple(Node(str(n), text(22, 13)) for n in range(6)), (), kind, text(50, 22)))
            for kind in ("flow", "cycle")
        ),
        ("timeline", Events((Event(text(15, 15), text(50, 15)),) * (4 if room == 1 else 3), text(50, 22))),
        ("code", Code("\n".join(["M" * int(72 * room)] * 10), "python", text(50, 22))),
        ("quiz", Quiz(text(80, 24), (Choice(text(44, 20)),) * 4)),
    ]
    for kind, noun in biggest:
        if kind == "formula" and room < 1:
            continue  # always set, to find out
        assert roomy.surely_fits(kind, dataclasses.asdict(noun), *size), (kind, noun)
        request = shot(kind, noun, size, locale)
        data_of_first = {**cards._data(request, json.loads(request.content)), "states": 1}
        assert shape.fits(kind, data_of_first, locale) == [], (kind, noun)


def test_most_cards_are_checked_without_setting_them():
    engine = cards.Cards()
    requests = [shot(*card, (1920, 1080)) for name, card in CARDS.items() if name not in ("tree", "flow", "lying bars")]
    for request in requests:
        engine.check(request)
    start = time.process_time()
    for _ in range(100):
        for request in requests:
            engine.check(request)
    assert time.process_time() - start < 1.0


def test_numbers_are_written_as_the_locale_does():
    assert figures.number(1234.5, "en") == "1,234.5"
    assert figures.number(1234.5, "de") == "1.234,5"
    assert figures.number(1234.5, "fa") == "۱٬۲۳۴٫۵"
    assert figures.number(-2, "he") == "\u2066-2\u2069"  # the minus stays before the number
    assert [figures.percent(97.5, tag) for tag in ("en", "es", "fa")] == ["97.5%", "97,5\u00a0%", "۹۷٫۵٪"]


def test_a_value_has_its_unit_and_its_share_once():
    def texts(kind, unit, *values):
        data = figures.shown([{"label": "x", "value": value} for value in values], kind, unit, "de")
        return [(datum["shown"], datum["share"]) for datum in data]

    assert texts("pie", "%", 97.5, 2.5) == [("97,5\u00a0%", ""), ("2,5\u00a0%", "")]
    assert texts("bar", "%", 97.5) == [("97,5\u00a0%", "")]
    assert texts("pie", "km³", 1996, 4) == [("1.996\u00a0km³", "100\u00a0%"), ("4\u00a0km³", "0,2\u00a0%")]
    assert texts("pie", "millions of people", 3, 1) == [("3", "75\u00a0%"), ("1", "25\u00a0%")]
    assert texts("bar", "km", 3) == [("3", "")]


def test_an_axis_has_round_values_around_all_data():
    axis = figures.axis({"type": "bar", "data": [{"value": 88}, {"value": 687}]}, "en")
    assert [tick["text"] for tick in axis["ticks"]] == ["0", "200", "400", "600", "800"]
    below = figures.axis({"type": "line", "data": [{"value": -2}, {"value": 19}]}, "en")
    assert below["low"] == -10
    assert below["high"] == 20


def test_columns_of_numbers_are_found():
    content = {"header": ["a", "b"], "rows": [["Mars", "1.52 AU"], ["Venus", "0,72"]]}
    assert figures.numeric_columns(content) == [False, True]


def test_layers_follow_the_arrows_and_loops_do_not_hang():
    nodes = [{"id": str(n), "text": str(n)} for n in range(4)]
    arrows = [{"start": a, "end": b, "text": None} for a, b in ("01", "12", "20", "03")]
    found = graph.arrange({"nodes": nodes, "arrows": arrows, "layout": "flow"}, 1920, 1080)
    across = [x for x, _ in found.places]
    assert across[0] < across[1] < across[2]
    assert len(set(found.places)) == 4


def test_formulas_take_the_colour_and_report_their_size():
    drawn = latex.draw(r"\frac{a}{b}", "#123456")
    assert "#123456" in drawn.svg
    assert drawn.height > drawn.width


def test_a_fingerprint_names_what_can_change_the_pixels():
    assert "typst" in cards.Cards().fingerprint()
    assert "ziamath" in cards.Cards().fingerprint()


def test_the_engine_knows_the_kinds_it_says():
    assert set(cards.KINDS) == {kind for kind, _ in CARDS.values()}

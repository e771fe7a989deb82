import random
from xml.etree import ElementTree

import cv2
import numpy
import pytest

from lessonforge.visuals.draw import figures, palettes, things
from lessonforge.visuals.draw.canvas import Canvas
from lessonforge.visuals.draw.figures import bounds, head, sheet
from lessonforge.visuals.draw.figures.garments import BOTTOMS, CAPES, COATS, SHOES, TOPS
from lessonforge.visuals.draw.figures.looks import look
from lessonforge.visuals.draw.figures.shapes import bend, hull, limb, right_of, stretch
from lessonforge.visuals.draw.pixels import rasterised

ROLES = [name for name, thing in things.files().items() if thing.figure is not None]
EVERYDAY = ("girl", "boy", "man", "woman")


def person(role: str, pose: str = "", *traits: str, seed: int | None = None) -> things.Thing:
    chance = None if seed is None else random.Random(seed)
    return figures.posed(things.files()[role], pose, traits, chance)


def picture(thing: things.Thing, size: int = 160, **colours: str) -> numpy.ndarray:
    """A thing in the middle of a sheet, drawn half as large as the sheet: blue, green, red, alpha."""
    canvas = Canvas(1000, 1000, palettes.STYLES["flat"], palettes.LIGHTS["day"], palettes.LAND["summer"])
    high = 500 / max(1.0, thing.aspect)
    canvas.place(1, thing, 500, 500 - high / 2 + high * thing.base, high, colours=colours)
    return rasterised(canvas.svg((size, size)), (size, size))


@pytest.mark.parametrize("role", ROLES)
def test_every_role_takes_every_pose_within_its_box(role):
    for pose in figures.POSES:
        thing = person(role, pose)
        left, top, right, bottom = bounds.bounds(thing.drawing)
        assert left >= 0 and top >= 0 and right <= thing.box[0] and bottom <= thing.box[1] + 0.1, pose
        assert right - left > 0.9 * thing.box[0] - 4, pose
        for name in ("hand", "seat", "head", "eyes"):
            x, y = thing.anchors[name]
            assert 0 <= x <= thing.box[0] and 0 <= y <= thing.box[1], (pose, name)
        drawn = {group.get("data-part") for group in thing.drawing} - {None}
        assert drawn == {part.name for part in thing.parts} - {""}, pose
        assert {"head", "leg"} <= drawn
        used = {element.get("data-slot") for group in thing.drawing for element in group.iter()} - {None}
        assert used == {slot.name for slot in thing.slots}, pose
        assert sum(slot.main for slot in thing.slots) == 1, pose


@pytest.mark.parametrize("pose", figures.POSES)
def test_what_is_drawn_fills_the_box_and_no_more(pose):
    thing = person("girl", pose, "backpack")
    rows, columns = numpy.nonzero(picture(thing, 400)[..., 3] > 16)
    high = 200 / max(1.0, thing.aspect)
    wide = high * thing.aspect
    assert abs(columns.min() - (200 - wide / 2)) < 5 and abs(columns.max() - (200 + wide / 2)) < 5
    assert abs(rows.min() - (200 - high / 2)) < 5
    assert rows.max() < 200 + high / 2 + 3


@pytest.mark.parametrize("pose", figures.POSES)
def test_a_figure_hangs_together(pose):
    """One patch of pixels: no head, hand or foot apart from the rest (a ball that is thrown is in the hand)."""
    for role in ("man", "girl"):
        alpha = (picture(person(role, pose, "t-shirt"), 400)[..., 3] > 16).astype(numpy.uint8)
        count, _, stats, _ = cv2.connectedComponentsWithStats(alpha)
        areas = sorted(stats[1:count, cv2.CC_STAT_AREA])
        assert sum(areas[:-1]) < 0.01 * areas[-1], role


def test_people_are_as_tall_as_their_age_and_pose():
    ages = [person(role, "standing").height for role in ("baby", "toddler", "girl", "teenager", "man")]
    assert ages == sorted(ages) and ages[0] < 0.6 * ages[2] < 0.6 * ages[4]
    standing, sitting, lying, cheering = (
        person("man", pose).height for pose in ("standing", "sitting", "lying", "cheering")
    )
    assert lying < 0.4 * standing and sitting < 0.85 * standing < standing < cheering


def test_who_sits_has_a_seat_under_the_hips_and_knees_before_it():
    thing = person("woman", "sitting")
    x, y = thing.anchors["seat"]
    assert 0.45 * thing.box[1] < y < 0.75 * thing.box[1]
    assert thing.box[0] - x > x
    assert person("woman", "swimming").stands == "water" and 0.3 < person("woman", "swimming").base < 0.9


@pytest.mark.parametrize(("phrase", "trait"), figures.TRAITS.items(), ids=lambda value: str(value)[:20])
def test_a_trait_can_be_worn_and_is_told_by_its_name_or_its_words(phrase, trait):
    made = look({"body": "woman"}, (phrase,), None)
    assert made == look({"body": "woman"}, (trait.name,), None)
    assert made.top in TOPS and made.bottom in BOTTOMS and made.shoes in SHOES
    assert not made.coat or made.coat in COATS
    assert not made.cape or made.cape in CAPES
    assert not made.hat or made.hat in sheet.known("hats")
    assert made.hair in sheet.known("hair")
    assert not made.face or made.face in head.FACES
    drawn = {name for kind in ("face", "worn", "carried") for name in sheet.known(kind)}
    assert set(made.extras) <= drawn | {"prosthesis"}


@pytest.mark.parametrize("phrase", ["dress", "raincoat", "straw hat", "old", "sad", "long hair", "wheelchair", "beard"])
def test_a_trait_changes_the_picture(phrase):
    plain, other = (person("man", "standing", *traits) for traits in ((), (phrase,)))
    one, two = (picture(thing).astype(int) for thing in (plain, other))
    assert (numpy.abs(one - two).max(axis=2) > 40).sum() > 8


def test_a_garment_names_the_slot_that_its_colour_is_for():
    for phrase, slot in (("dress", "top"), ("skirt", "bottom"), ("coat", "coat"), ("cap", "hat"), ("boots", "shoes")):
        trait = figures.TRAITS[phrase]
        assert trait.slot == slot
        thing = person("girl", "standing", trait.name)
        assert thing.slot(slot) is not None
        red, blue = (picture(thing, **{slot: colour}).astype(int) for colour in ("#d9473a", "#3f80c4"))
        changed = numpy.abs(red - blue).sum(axis=2) > 60
        assert changed.sum() > 10, phrase
        assert red[changed][:, 2].mean() > blue[changed][:, 2].mean() + 40, phrase


def test_words_in_three_languages_ask_for_poses():
    for name, pose in figures.POSES.items():
        if pose.busy:
            continue  # `words.deeds` has the verbs of what people work at
        assert set(pose.words) == {"en", "es", "fr"} and all(pose.words.values()), name
    assert {"wave", "waves", "waving"} <= set(figures.POSES["waving"].words["en"])
    assert {"running", "digging", "sitting", "lying"} <= {
        word for pose in figures.POSES.values() for word in pose.words.get("en", ())
    }
    assert "corriendo" in figures.POSES["running"].words["es"] and "court" in figures.POSES["running"].words["fr"]


def test_no_word_asks_for_two_poses():
    for language in ("en", "es", "fr"):
        told = [word for pose in figures.POSES.values() for word in pose.words.get(language, ())]
        assert sorted(told) == sorted(set(told))


def test_chance_dresses_a_crowd_and_equal_people_are_drawn_once():
    crowd = {person("child", "standing", seed=seed).drawing for seed in range(8)}
    assert len(crowd) > 3
    assert person("child", "waving", seed=3) is person("child", "waving", seed=3)
    assert person("child", "waving") is figures.posed(person("child"), "waving")


def test_what_is_no_figure_stays_as_it_is():
    boat = things.catalogue()["boat"]
    assert figures.posed(boat, "waving", ("hat",)) is boat
    with pytest.raises(KeyError):
        person("girl", "flying")


def test_a_role_keeps_what_is_its_own_in_free_hands_only():
    fork = "M-8 -244"
    assert fork in markup(person("farmer")) and fork in markup(person("farmer", "walking"))
    assert fork not in markup(person("farmer", "reading"))


def markup(thing: things.Thing) -> str:
    return "".join(ElementTree.tostring(group, "unicode") for group in thing.drawing)


def test_wheels_turn_where_a_wheelchair_rolls():
    rolling = {part.name: part for part in person("girl", "walking", "wheelchair").parts}
    assert rolling["wheel"].move == "turn" and rolling["wheel"].pivot[1] > 0
    assert {part.name: part for part in person("girl", "reading", "wheelchair").parts}["wheel"].move is None


def test_poses_of_people_in_wheelchairs_keep_their_hands():
    for pose in ("waving", "reading", "raising a hand", "pointing"):
        thing = person("boy", pose, "wheelchair")
        assert thing.height < person("boy", pose).height
        assert numpy.isfinite(bounds.bounds(thing.drawing)).all()


def test_skin_and_hair_come_in_many_tones():
    slots = {slot.name: slot for slot in person("girl").slots}
    assert len(slots["skin"].also) >= 5 and len(slots["hair"].also) >= 4
    assert person("grandmother").slot("hair").also == ()
    assert person("girl", "", "blond").slot("hair").also == ()


def test_bounds_of_arcs_curves_strokes_and_turned_groups():
    text = (
        '<g xmlns="http://www.w3.org/2000/svg" transform="translate(10 0) rotate(90) scale(2)">'
        '<path d="M0 0A5 5 0 0 1 10 0Z"/><circle cx="5" cy="0" r="1" stroke="#000000" stroke-width="2"/></g>'
    )
    left, top, right, bottom = bounds.bounds([ElementTree.fromstring(text)])
    assert (round(left), round(top), round(right), round(bottom)) == (6, 0, 20, 20)


def test_a_limb_bends_to_its_side_and_reaches_its_target():
    elbow, hand = bend((0, 0), (0, 60), (50, 50), 1)
    assert hand == pytest.approx((0, 60)) and elbow[0] < -20
    elbow, hand = bend((0, 0), (0, 500), (50, 50), -1)
    assert hand[1] == pytest.approx(99.8)
    assert "A" in limb([(0, 0), (0, 50), (40, 50)], [8, 7, 6])
    path, radii = stretch([(0, 0), (0, 100)], [10, 0], 0.5, 1)
    assert path == [(0, 50), (0, 100)] and radii == [5, 0]


def test_cloth_is_cut_along_a_line():
    square = hull([(0, 0), (10, 0), (10, 10), (0, 10), (5, 5)])
    assert len(square) == 4
    right = right_of(square, (5, -1), (5, 11))
    assert min(x for x, _ in right) == 5 and max(x for x, _ in right) == 10

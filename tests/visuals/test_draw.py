import dataclasses
import random
import re

import cv2
import numpy
import pytest
from hypothesis import given, settings
from hypothesis import strategies as some

from lessonforge.errors import EngineFailed
from lessonforge.model import Shot
from lessonforge.visuals.draw import palettes
from lessonforge.visuals.draw.canvas import Canvas
from lessonforge.visuals.draw.colour import adjust, lab, mix, of_lab, shift
from lessonforge.visuals.draw.compose import compose
from lessonforge.visuals.draw.engine import Draw
from lessonforge.visuals.draw.grammar import Item, Scene, read
from lessonforge.visuals.draw.layout import FLOOR, arrange, members
from lessonforge.visuals.draw.pixels import rasterised
from lessonforge.visuals.draw.settings import places
from lessonforge.visuals.draw.settings.stage import Stage
from lessonforge.visuals.draw.things import FOLDER, STANDS, catalogue
from lessonforge.visuals.draw.things import read as read_thing
from lessonforge.visuals.draw.words import RELATIONS

STYLES = ("flat", "watercolor", "photo", "blueprint")


def stage_of(names=(), width=1778.0, stands=("ground",)):
    canvas = Canvas(width, 1000, palettes.STYLES["flat"], palettes.LIGHTS["day"], palettes.LAND["summer"])
    stage = Stage(canvas, random.Random(1), random.Random(2))
    places.lay(stage, set(names), set(stands))
    return stage


def pixels(prompt: str, **shot) -> numpy.ndarray:
    given = {"width": 192, "height": 108, "style": "flat", **shot}
    still = next(Draw().render([Shot("prompt", prompt=prompt, **given)]))
    return cv2.imdecode(numpy.frombuffer(still.states[0].read(), numpy.uint8), cv2.IMREAD_UNCHANGED)


@pytest.mark.parametrize("path", sorted(FOLDER.glob("*.svg")), ids=lambda path: path.stem)
def test_a_thing_can_be_read_and_draws_inside_its_box(path):
    thing = catalogue()[path.stem]
    assert thing.stands in STANDS
    assert set(thing.names) >= {"en", "es", "fr"}
    assert 0 <= thing.base <= 1
    canvas = Canvas(300 * thing.aspect, 300, palettes.STYLES["flat"], palettes.LIGHTS["day"], palettes.LAND["summer"])
    canvas.place(1, thing, 150 * thing.aspect, 300 * (0.15 + 0.7 * thing.base), 210)
    size = (round(300 * thing.aspect), 300)
    alpha = rasterised(canvas.svg(size), size)[..., 3]
    rows, columns = numpy.nonzero(alpha > 16)
    assert len(rows) > 0.02 * alpha.size
    assert rows.min() > 300 * 0.15 - 8 and rows.max() < 300 * 0.85 + 8
    assert columns.min() > size[0] * 0.15 - 8 and columns.max() < size[0] * 0.85 + 8


@pytest.mark.parametrize("path", sorted(FOLDER.glob("*.svg")), ids=lambda path: path.stem)
def test_slots_are_used_and_references_lead_somewhere(path):
    text, thing = path.read_text(encoding="utf-8"), catalogue()[path.stem]
    used = {element.get("data-slot") for root in thing.drawing for element in root.iter()} - {None}
    assert used == {slot.name for slot in thing.slots}
    assert set(re.findall(r"url\(#(\w+)\)", text)) <= set(re.findall(r'id="(\w+)"', text))
    assert "<text" not in text and "<image" not in text


def test_a_thing_without_metadata_is_named(tmp_path):
    file = tmp_path / "chair.svg"
    file.write_text('<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><path d="M0 0h9v9z"/></svg>')
    with pytest.raises(ValueError, match=r"chair\.svg: <metadata> needs a <thing>"):
        read_thing(file)


@pytest.mark.parametrize("name", places.PLACES)
def test_every_place_is_laid_in_every_shape_and_leaves_room(name):
    for width in (562.5, 1000.0, 1778.0):
        stage = stage_of([name], width, stands=())
        assert stage.zones
        assert all(0 <= zone.left < zone.right <= width for zone in stage.zones.values())


@pytest.mark.parametrize("style", STYLES)
def test_a_still_has_the_size_that_was_asked_for_and_no_transparency(style):
    for size in ((192, 108), (108, 108), (108, 192), (101, 57)):
        image = pixels("a boat on a lake, the sun", width=size[0], height=size[1], style=style)
        assert image.shape == (size[1], size[0], 3)
        assert image.std() > 8


def test_styles_differ_in_more_than_a_little():
    images = [pixels("a house and a tree on a hill", style=style).astype(int) for style in STYLES]
    for n, one in enumerate(images):
        assert all(numpy.abs(one - other).mean() > 6 for other in images[n + 1 :])


def test_a_style_of_a_course_is_drawn_towards_its_palette():
    plain = pixels("a field", style="our own").astype(int)
    red = pixels("a field", style="our own", palette=(("ink", "#802010"), ("paper", "#ffe0d0"))).astype(int)
    assert (red[..., 2] - red[..., 1]).mean() > (plain[..., 2] - plain[..., 1]).mean() + 15


def test_equal_shots_are_equal_and_another_seed_varies_them():
    one, same, other = (pixels("three birds over a meadow", seed=seed) for seed in (5, 5, 6))
    assert (one == same).all()
    assert (one != other).any()


def test_two_scenes_of_one_place_have_the_same_land():
    cow = pixels("a cow on the left, mountains, a river", seed=1)
    dog = pixels("a dog on the left, mountains, a river", seed=2)
    right_half = slice(52, 78), slice(150, None)
    assert (cow[right_half] == dog[right_half]).mean() > 0.97


def test_a_colour_is_seen():
    red, blue = (pixels(f"a {colour} car").astype(int) for colour in ("red", "blue"))
    changed = numpy.abs(red - blue).sum(axis=2) > 60
    assert changed.sum() > 100
    assert red[changed][:, 2].mean() > blue[changed][:, 2].mean() + 60


def test_night_is_darker_than_day():
    assert pixels("a house at night").mean() < 0.5 * pixels("a house").mean()


def test_what_can_not_be_drawn_is_told_with_the_nearest_words():
    found = Draw().check(Shot("prompt", 192, 108, prompt="a boath on a lake, a xylo"))
    assert len(found) == 2
    assert "can't draw 'boath'" in found[0] and "boat" in found[0]
    assert "'xylo'" in found[1] and "lessonforge engines draw --words" in found[1]


def test_nothing_to_draw_is_told():
    assert len(Draw().check(Shot("prompt", 192, 108, prompt="slowly and gently"))) == 1


def test_a_shot_with_problems_is_refused():
    with pytest.raises(EngineFailed, match="griffin"):
        next(Draw().render([Shot("prompt", 192, 108, prompt="a griffin")]))


def test_words_are_listed_by_kind():
    listed = Draw().words()
    assert any(line.startswith("things") and "sailing boat" in line for line in listed)
    known = dict(line.split(": ", 1) for line in listed)
    assert "river" in known["places"].split(", ") and "rivers" not in known["places"].split(", ")
    assert "playa" in known["places, in Spanish"] and "plage" in known["places, in French"]


@pytest.mark.parametrize(("width", "height"), [(108, 192), (108, 108)])
def test_parts_say_where_things_lie_in_a_picture_of_another_shape(width, height):
    prompt = "a red apple in a meadow, a house on the right"
    usual, other = pixels(prompt), pixels(prompt, width=width, height=height)
    (still,) = Draw().render([Shot("prompt", width, height, prompt=prompt, style="flat")])
    balls = [part for part in still.parts if red(at_middle(usual, part.pointed))]
    assert balls and all(red(at_middle(other, part.here)) for part in balls)
    assert all(part.pointed != part.here for part in balls)
    (usual_still,) = Draw().render([Shot("prompt", 192, 108, prompt=prompt, style="flat")])
    assert all(part.pointed == part.here for part in usual_still.parts)


def at_middle(picture, box):
    high, wide = picture.shape[:2]
    return picture[int((box[1] + box[3]) / 2 * high), int((box[0] + box[2]) / 2 * wide)]


def red(pixel):
    blue, green, red = (int(channel) for channel in pixel[:3])
    return red > 150 and max(blue, green) < 0.75 * red


def placed(prompt: str, width=1778.0):
    scene = read(prompt)
    stage = stage_of(scene.places, width, {catalogue()[item.thing].stands for item in scene.items})
    return {group.thing.name: group for group in arrange(stage, scene)}


def test_left_and_right_are_where_they_were_asked_for():
    found = placed("a cow on the left, a sheep on the right, a dog in the middle, a field")
    assert found["cow"].x < found["dog"].x < found["sheep"].x
    assert found["cow"].x < 600 and found["sheep"].x > 1180


def test_relations_are_seen_in_the_places():
    found = placed("a glass of water on a table")
    assert abs(found["glass"].y - found["table"].top) < 0.12 * found["table"].tall
    found = placed("a plane above a house")
    assert found["plane"].foot < found["house"].top and abs(found["plane"].x - found["house"].x) < 60
    found = placed("a dog in front of a house")
    assert found["dog"].y > found["house"].y
    found = placed("a barn behind a tree")
    assert found["barn"].y < found["tree"].y
    found = placed("a girl beside a tree")
    assert abs(found["girl"].x - found["tree"].x) < 1.2 * (found["girl"].wide + found["tree"].wide) / 2
    found = placed("a tree between a house and a barn")
    assert min(found["house"].x, found["barn"].x) < found["tree"].x < max(found["house"].x, found["barn"].x)


def test_size_words_and_distance_change_the_size():
    assert placed("a big tree, a house")["tree"].tall > placed("a small tree, a house")["tree"].tall
    assert placed("a house, a tree in the distance")["tree"].tall < 0.6 * placed("a house, a tree")["tree"].tall


SPOTS = ("left", "right", "centre", "far", "near", "high", "low")
NOUNS = some.sampled_from(sorted(catalogue()))
ITEMS = some.builds(
    Item,
    NOUNS,
    some.integers(1, 9),
    some.sampled_from((0.6, 1.0, 1.55)),
    spots=some.lists(some.sampled_from(("left", "right", "centre", "far", "near", "high", "low")), max_size=2).map(
        tuple
    ),
)


@settings(max_examples=60)
@given(
    some.lists(ITEMS, min_size=1, max_size=5),
    some.lists(some.sampled_from(sorted(places.PLACES)), max_size=2, unique=True),
    some.lists(some.tuples(some.sampled_from(sorted(set(RELATIONS.values()))), some.integers(0, 4)), max_size=5),
    some.sampled_from((562.5, 1000.0, 1778.0)),
)
def test_whatever_is_asked_for_stays_in_the_frame(items, named, relations, width):
    for n, (relation, target) in enumerate(relations[: len(items)]):
        if target < len(items) and target != n:
            items[n] = dataclasses.replace(items[n], relation=relation, target=target)
    scene = Scene(tuple(items), tuple(named))
    compose(scene, palettes.STYLES["flat"], 1, (round(width), 1000))
    stage = stage_of(named, width, {catalogue()[item.thing].stands for item in items})
    for group in arrange(stage, scene):
        if group.cut:
            continue
        assert group.x - group.wide / 2 > -1 and group.x + group.wide / 2 < width + 1
        assert group.top > -1
        assert group.foot <= FLOOR + 1 or group.kind == "soil"
        assert len(members(group, stage.take)) == group.item.count


def test_colours_keep_their_steps():
    assert of_lab(lab("#3a7fc2")) == "#3a7fc2"
    assert mix("#000000", "#ffffff", 1.0) == "#ffffff"
    assert lab(adjust("#3a7fc2", 0.1))[0] > lab("#3a7fc2")[0]
    lit, shade = shift("#ec8265", "#d9573f", "#3f80c4"), shift("#b5432f", "#d9573f", "#3f80c4")
    assert lab(lit)[0] > lab("#3f80c4")[0] > lab(shade)[0]
    assert shift("#d9573f", "#d9573f", "#3f80c4") == "#3f80c4"

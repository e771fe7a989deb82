"""Every place in every shape, hour, season and weather: it leaves room, costs little and is not like another."""

import itertools
import random
import re
import zlib

import numpy
import pytest

from lessonforge.visuals.draw.canvas import Canvas
from lessonforge.visuals.draw.palettes import LAND, LIGHTS, STYLES
from lessonforge.visuals.draw.pixels import rasterised
from lessonforge.visuals.draw.settings.places import INDOOR, PLACES, lay
from lessonforge.visuals.draw.settings.stage import BOTTOM, Stage

WIDTHS = (562.5, 1000.0, 1778.0)
CAPTIONS = 850.0
ELEMENTS = 700
"""Shapes in a backdrop besides the strips of its skies and floors."""


def laid(*names, width=1778.0, light="day", season="summer", style="flat", **told):
    canvas = Canvas(width, 1000, STYLES[style], LIGHTS[light], LAND[season])
    key = zlib.crc32(" ".join(sorted(names)).encode())
    stage = Stage(canvas, random.Random(key), random.Random(1), **told)
    lay(stage, set(names), set())
    return stage


def elements(stage):
    svg = stage.canvas.svg((192, 108))
    strips = len(re.findall(r'd="M-5 [\d.-]+H[\d.]+v[\d.]+H-5z"', svg))
    return len(re.findall(r"<(?:path|circle|ellipse|rect|polygon)\b", svg)) - strips


def pixels(stage, high=72):
    size = round(high * stage.width / 1000), high
    return rasterised(stage.canvas.svg(size), size).astype(int)


def test_there_are_places_enough():
    assert len(PLACES) >= 34


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("name", PLACES)
def test_a_place_leaves_room_for_things(name, width):
    stage = laid(name, width=width)
    assert {"ground", "water", "under water"} & set(stage.zones)
    for zone in stage.zones.values():
        assert 0 <= zone.left < zone.right <= width
        assert 0 < zone.far <= zone.near <= CAPTIONS
        assert 0 < zone.scale <= 1
    for top in stage.surfaces:
        assert max(top.left, 0) < min(top.right, width) - 20
        assert 200 < top.y < CAPTIONS


@pytest.mark.parametrize("light", LIGHTS)
@pytest.mark.parametrize("name", PLACES)
def test_a_place_is_drawn_at_every_hour_without_holes(name, light):
    stage = laid(name, light=light, width=1000.0, season=random.Random(name + light).choice(sorted(LAND)))
    assert elements(stage) <= ELEMENTS
    assert "nan" not in stage.canvas.svg((100, 100)) and "inf" not in stage.canvas.svg((100, 100))
    image = pixels(stage, 48)
    assert image.shape[2] == 3 or image[..., 3].min() == 255
    assert image[..., :3].std() > 4


@pytest.mark.parametrize("name", PLACES)
def test_a_place_costs_little_at_full_width(name):
    assert elements(laid(name)) <= ELEMENTS


def test_no_two_places_look_alike():
    looks = {name: pixels(laid(name))[..., :3] for name in PLACES}
    for (one, a), (other, b) in itertools.combinations(looks.items(), 2):
        assert numpy.abs(a - b).mean() > 3, (one, other)


@pytest.mark.parametrize(
    "name", sorted(set(PLACES) - INDOOR - {"space", "moon", "cell", "blood", "map", "page", "cave"})
)
def test_night_falls_outdoors(name):
    assert pixels(laid(name, light="night")).mean() < 0.8 * pixels(laid(name)).mean()


@pytest.mark.parametrize("name", sorted(INDOOR - {"theatre", "museum", "library", "cinema", "courtroom", "throne"}))
def test_windows_show_the_hour(name):
    day, evening = pixels(laid(name)), pixels(laid(name, light="sunset"))
    assert (numpy.abs(day - evening).max(axis=2) > 40).mean() > 0.01


@pytest.mark.parametrize("name", ("hill", "forest", "mountain", "park", "farm", "garden"))
def test_seasons_change_the_land(name):
    looks = [pixels(laid(name, season=season)) for season in ("spring", "summer", "autumn", "winter")]
    for one, other in itertools.combinations(looks, 2):
        assert numpy.abs(one - other).mean() > 2


@pytest.mark.parametrize("name", ["cell", "blood", "map", "page"])
def test_a_sheet_and_a_cell_know_no_hour(name):
    assert (pixels(laid(name)) == pixels(laid(name, light="night"))).all()


@pytest.mark.parametrize("name", ["village", "street", "city"])
def test_it_snows_on_roofs_and_squares(name):
    assert numpy.abs(pixels(laid(name)) - pixels(laid(name, season="winter"))).mean() > 4


def test_rain_is_seen_through_the_window_and_falls_nowhere_else():
    dry, wet = laid("kitchen"), laid("kitchen", weather=frozenset({"rain"}))
    assert wet.indoor
    changed = numpy.abs(pixels(wet, 216) - pixels(dry, 216)).sum(axis=2) > 20
    rows, columns = numpy.nonzero(changed)
    assert len(rows) > 0 and rows.max() < 0.6 * 216 and columns.max() < 0.5 * changed.shape[1]


def test_what_the_scene_names_is_not_there_twice():
    with_fridge, without = laid("kitchen"), laid("kitchen", named=frozenset({"fridge"}))
    assert elements(without) < elements(with_fridge)


def test_the_same_place_is_the_same_twice_and_other_places_have_other_hills():
    first, second = laid("hill"), laid("hill")
    assert first.canvas.svg((100, 100)) == second.canvas.svg((100, 100))
    one, other = pixels(laid("mountain")), pixels(laid("mountain", "field"))
    assert numpy.abs(one - other).mean() > 3


@pytest.mark.parametrize(
    "pair",
    [
        ("village", "mountain"),
        ("harbour", "hill"),
        ("river", "jungle"),
        ("lake", "savanna"),
        ("city", "park"),
        ("sea", "mountain", "river"),
        ("snow", "river"),
        ("market", "sea"),
    ],
)
def test_places_go_together(pair):
    stage = laid(*pair)
    assert stage.zones and elements(stage) <= ELEMENTS
    assert numpy.abs(pixels(stage) - pixels(laid(pair[0]))).mean() > 1


@pytest.mark.parametrize("name", PLACES)
def test_a_place_has_names_in_three_languages(name):
    place = PLACES[name]
    assert all(place.named(language) for language in ("en", "es", "fr"))


def test_no_name_belongs_to_two_places():
    seen = {}
    for name, place in PLACES.items():
        for phrase in place.names:
            assert seen.setdefault(phrase, name) == name
            assert phrase == phrase.lower().strip() and "  " not in phrase


@pytest.mark.parametrize("style", STYLES)
def test_every_style_draws_every_family(style):
    for name in ("mountain", "street", "kitchen", "cell", "page"):
        assert pixels(laid(name, style=style)).std() > 4


def test_nothing_that_matters_lies_under_the_captions():
    for name in PLACES:
        assert all(zone.near < BOTTOM - 150 for zone in laid(name).zones.values())

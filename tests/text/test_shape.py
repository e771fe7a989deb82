import numpy
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from script_samples import LINES

from lessonforge.errors import EngineFailed, SettingsError
from lessonforge.lesson import Label
from lessonforge.text import linebreak, place, shape

SIZES = [(1920, 1080), (1280, 720), (1080, 1080), (1080, 1920), (640, 360)]


def inside(strip, width, height):
    h, w = strip.rgba.shape[:2]
    return strip.x >= 0 and strip.y >= 0 and strip.x + w <= width and strip.y + h <= height


def box_of(strip):
    return strip.x, strip.y, strip.x + strip.rgba.shape[1], strip.y + strip.rgba.shape[0]


@pytest.mark.parametrize("locale", LINES)
def test_captions_are_drawn_in_every_script(locale):
    lines = [LINES[locale][start:end] for start, end in linebreak.lines(LINES[locale], locale, 42)[0]]
    strip = shape.caption(lines, locale, 1920, 1080)
    assert strip.rgba.dtype == numpy.uint8
    white = strip.rgba.min(axis=2) > 240
    assert 0.02 < white.mean() < 0.4
    assert strip.rgba.shape[0] + (1080 - strip.y - strip.rgba.shape[0]) <= 0.165 * 1080


@pytest.mark.parametrize("size", SIZES)
def test_captions_stay_inside_any_frame(size):
    lines = ["The sun warms the Pacific, and tiny drops", "of water rise into the air — all of them."]
    strip = shape.caption(lines, "en", *size)
    assert inside(strip, *size)
    assert abs((strip.x + strip.rgba.shape[1] / 2) - size[0] / 2) <= 1


@pytest.mark.parametrize("locale", LINES)
def test_two_lines_leave_a_gap_to_what_is_above(locale):
    for width, height in SIZES:
        strip = shape.caption([LINES[locale].split()[0]] * 2, locale, width, height)
        assert strip.y - (1 - shape.CAPTION_ZONE) * height > 0.018 * height


def test_a_line_that_is_too_wide_shrinks():
    short, long = (shape.caption(["wide " * n], "en", 1080, 1080) for n in (3, 40))
    assert inside(long, 1080, 1080)
    assert long.rgba.shape[0] < short.rgba.shape[0]


@pytest.mark.parametrize(
    ("one", "other", "text"),
    [
        ("ja", "zh", "直骨角今"),
        ("zh", "zh-TW", "直骨角今"),
        ("zh-Hant-HK", "zh-Hant-TW", "直"),
        ("sr", "ru", "б"),
        ("mk", "ru", "б"),
        ("bg", "ru", "вжк"),
    ],
)
def test_letters_take_the_forms_of_their_language(one, other, text):
    drawn = [shape.caption([text], locale, 1280, 720).rgba for locale in (one, other)]
    assert not numpy.array_equal(*drawn)


def test_arabic_letters_join_and_run_from_the_right():
    joined, apart = (shape.caption([text], "ar", 1280, 720).rgba for text in ("ببب", "ب\u200cب\u200cب"))
    assert joined.shape[1] < apart.shape[1]


def test_an_isolated_measure_keeps_its_order():
    assert not numpy.array_equal(
        shape.caption(["يغلي عند 100 °C (212 °F) تقريبًا"], "ar", 1280, 720).rgba,
        shape.caption(["يغلي عند 100 °C\u200f (212 °F\u200f) تقريبًا"], "ar", 1280, 720).rgba,
    )


def test_the_same_caption_is_the_same_pixels():
    one, two = (shape.caption(["Same"], "en", 1280, 720) for _ in range(2))
    assert numpy.array_equal(one.rgba, two.rgba)


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("locale", ["en", "ar", "ja"])
def test_labels_stay_inside_the_frame_and_off_the_captions(size, locale):
    words = {"en": "rain and snow on the mountains", "ar": "بخار الماء H₂O", "ja": "水蒸気と雲"}[locale]
    places = [(0.45, 0.35), (0.5, 0.3), (1.0, 0.0), (0.0, 0.6), (0.3, 0.97), (0.52, 0.36)]
    strips = shape.labels([Label(words, at) for at in places], size, locale, ())
    assert len(strips) == len(places)
    assert all(inside(strip, *size) for strip in strips)
    assert all(box_of(strip)[3] <= (1 - shape.CAPTION_ZONE) * size[1] for strip in strips)


@settings(max_examples=40)
@given(st.lists(st.tuples(st.floats(0, 1), st.floats(0, 1)), min_size=1, max_size=6))
def test_boxes_are_placed_apart(places):
    frame = place.Box(30, 60, 1860, 820)
    points = [(x * 1920, y * 1080) for x, y in places]
    boxes = place.around(points, [(260, 60)] * len(points), frame, 37)
    assert boxes is not None
    assert all(frame.x <= b.x and b.x + b.width <= 1890.01 and b.y >= 60 and b.y + b.height <= 880.01 for b in boxes)
    assert not any(a.overlaps(b) for n, a in enumerate(boxes) for b in boxes[:n])


def test_chips_do_not_overlap():
    items = [Label(f"label number {n}", (0.4 + n * 0.02, 0.4)) for n in range(6)]
    strips = shape.labels(items, (1920, 1080), "en", ())
    canvas = numpy.zeros((1080, 1920), int)
    for strip in strips:  # only the solid middle of a chip: leaders are thinner than this
        left, top, right, bottom = box_of(strip)
        solid = strip.rgba[..., 3] == 255
        rows = solid.sum(axis=1) > 150
        canvas[top:bottom, left:right] += solid & rows[:, None]
    assert (canvas > 1).mean() < 0.0005


def test_too_many_labels_are_refused():
    items = [Label("a very long label that takes much room indeed", (0.5, 0.5)) for _ in range(60)]
    with pytest.raises(EngineFailed, match="60 labels do not fit"):
        shape.labels(items, (640, 360), "en", ())


def test_one_label_and_none():
    assert shape.labels([], (640, 360), "en", ()) == []
    assert inside(shape.label("sun", (0.5, 0.5), (640, 360), "en", (("accent", "#aa0000"),)), 640, 360)


def test_a_credit_stands_where_lines_end():
    assert shape.credit("own photo, CC BY 4.0", "en", 1920, 1080).x > 960
    assert shape.credit("صورتي", "ar", 1920, 1080).x < 100
    assert inside(shape.credit("a very long credit " * 12, "en", 1080, 1920), 1080, 1920)


def test_data_is_never_markup():
    plain, hostile = (
        shape.caption([text], "en", 1280, 720).rgba.shape[1] for text in ("x", '#panic("no") $x$ *b* `r` \\ <a> @b')
    )
    assert hostile > 5 * plain


def test_a_project_s_own_layout_is_found_first(tmp_path):
    folder = tmp_path / "slides"
    folder.mkdir()
    (folder / "caption.typ").write_text("#set page(width: 10pt, height: 20pt)\n")
    [page] = shape.typeset("caption", {}, "en", [tmp_path])
    assert page.startswith(b"\x89PNG")
    assert shape.fingerprint((tmp_path,)) != shape.fingerprint()


def test_mistakes_in_a_layout_are_our_errors(tmp_path):
    folder = tmp_path / "slides"
    folder.mkdir()
    (folder / "bad.typ").write_text("#let x = \n#x.y")
    (folder / "warns.typ").write_text('#set text(font: "No Such Font")\nhello')
    (folder / "spy.typ").write_text('#read("/../../../../etc/passwd")')
    with pytest.raises(EngineFailed, match=r"bad"):
        shape.typeset("bad", {}, "en", [tmp_path])
    with pytest.raises(EngineFailed, match=r"can't set the layout 'bad'"):
        shape.fits("bad", {}, "en", [tmp_path])
    with pytest.raises(EngineFailed, match="unknown font family"):
        shape.typeset("warns", {}, "en", [tmp_path])
    with pytest.raises(EngineFailed):
        shape.typeset("spy", {}, "en", [tmp_path])
    with pytest.raises(SettingsError, match=r"no layout 'nothing\.typ'"):
        shape.typeset("nothing", {}, "en")


def test_a_page_without_alpha_shows_the_same(tmp_path):
    import cv2

    folder = tmp_path / "slides"
    folder.mkdir()
    (folder / "page.typ").write_text(
        "#set page(width: 90pt, height: 50pt, fill: gradient.linear(red, blue))\n#circle()"
    )
    [page] = shape.typeset("page", {}, "en", [tmp_path])
    before, after = (cv2.imdecode(numpy.frombuffer(png, numpy.uint8), -1) for png in (page, shape.opaque(page)))
    assert after.shape == (50, 90, 3)
    assert numpy.array_equal(before[..., :3], after)

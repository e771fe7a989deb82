"""Words in fonts that were installed: each letter of these is a box of a known size, so they can be measured."""

import goldens
import installed
import numpy
import pytest
import uharfbuzz
from script_samples import INSTALLED, LINES

from lessonforge.cards import Slide
from lessonforge.text import coverage, fonts, shape
from lessonforge.text.palette import roles

FAMILY = {locale: family for family, locale in installed.LOCALES.items() if family != fonts.EMOJI}
FULL_HD = (1920, 1080)
EM = 0.043 * 1080
"""The size of captions, in pixels; those in Nastaliq are smaller."""


def advance(family, text):
    """How far the made font itself goes for a text, in ems."""
    font = uharfbuzz.Font(uharfbuzz.Face(installed.made(family)))
    buffer = uharfbuzz.Buffer()
    buffer.add_str(text)
    buffer.guess_segment_properties()
    uharfbuzz.shape(font, buffer)
    assert all(glyph.codepoint for glyph in buffer.glyph_infos)
    return sum(place.x_advance for place in buffer.glyph_positions) / installed.EM


def ink(text, locale):
    """Width and height in pixels of what is drawn of a caption; its box lets the picture through."""
    opaque = shape.caption([text], locale, *FULL_HD).rgba[..., 3] > 220
    return tuple(numpy.ptp(numpy.flatnonzero(opaque.any(axis=axis))) + 1 for axis in (0, 1))


@pytest.mark.parametrize("locale", FAMILY)
def test_the_installed_font_is_the_one_that_draws(locale, with_fonts):
    low, high = installed.heights(FAMILY[locale])
    em = EM * (0.78 if locale == "ur" else 1)
    for word in INSTALLED[locale].split():
        width, height = ink(word, locale)
        expected = advance(FAMILY[locale], word) - 2 * installed.BEARING / installed.EM
        assert width == pytest.approx(expected * em, abs=2)
        assert height == pytest.approx((high - low) / installed.EM * em, abs=2)  # also: nothing is cut off


@pytest.mark.parametrize("locale", INSTALLED)
def test_nothing_is_missing_once_it_is_installed(locale, no_fonts):
    core = coverage.missing(INSTALLED[locale], locale)
    assert (core == []) == (locale == "ur")  # which Noto Sans Arabic can draw, in another hand
    installed.put_in_place()
    assert coverage.missing(INSTALLED[locale], locale) == []
    assert coverage.missing(f"{INSTALLED[locale]} ৰ", locale) == ["ৰ"]


@pytest.mark.parametrize("locale", [*INSTALLED, "ar"])
def test_what_is_installed_leads_its_script_and_changes_every_digest(locale, no_fonts):
    before = fonts.stack(locale)
    installed.put_in_place()
    after = fonts.stack(locale)
    assert before.digest != after.digest
    assert set(after.families) == {*before.families, *installed.LOCALES}
    assert after.families[0] == FAMILY.get(locale, before.families[0])


def test_one_other_byte_in_a_font_is_another_digest(no_fonts):
    digests = set()
    for end in (b"", b"!"):
        lao = installed.put("Noto Sans Lao", installed.made("Noto Sans Lao") + end)
        installed.offered.record([lao])
        installed.forget()
        digests.add(fonts.stack("en").digest)
    assert len(digests) == 2


def test_urdu_is_in_nastaliq_and_other_arabic_letters_are_not(no_fonts):
    before = {locale: ink(LINES[locale][:30], locale) for locale in ("ar", "fa")}
    installed.put_in_place()
    assert [fonts.lead(locale) for locale in ("ur", "ur-IN", "ks", "pa-Arab")] == ["Noto Nastaliq Urdu"] * 4
    assert {fonts.lead(locale) for locale in ("ar", "fa", "ckb")} == {"Noto Sans Arabic"}
    assert {locale: ink(LINES[locale][:30], locale) for locale in before} == before


def test_headings_in_nastaliq_stand_clear_of_the_bar_over_them(with_fonts):
    card = goldens.card("slide", Slide("خلیہ", None, (INSTALLED["ur"],)), "ur", FULL_HD)
    heading = card[:300, 1920 // 2 :, ::-1]
    bar, letters = (rows_of(heading, roles(())[role]) for role in ("accent", "ink"))
    assert letters.size > 100
    assert 5 < letters[0] - bar[-1] < 30


def rows_of(picture, colour):
    value = [int(colour[at : at + 2], 16) for at in (1, 3, 5)]
    return numpy.flatnonzero((picture == value).all(axis=2).any(axis=1))


def test_every_emoji_is_one_in_colour(with_fonts):
    rgba = shape.caption([INSTALLED["en"]], "en", *FULL_HD).rgba
    columns = (rgba == (*installed.COLOUR, 255)).all(axis=2).any(axis=0)
    assert numpy.count_nonzero(numpy.diff(columns.astype(int)) == 1) == 7


def test_digits_and_signs_are_no_emoji_by_themselves(no_fonts):
    before = shape.caption(["1 # © ™ →"], "en", *FULL_HD).rgba
    installed.put_in_place()
    assert numpy.array_equal(shape.caption(["1 # © ™ →"], "en", *FULL_HD).rgba, before)

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from icu4py.breakers import CharacterBreaker
from script_samples import LINES

from lessonforge.text import linebreak

ENGLISH = (
    "Photosynthesis is the process by which plants use the energy of light to turn carbon dioxide and water into sugar."
)


def wrapped(text, locale, width, max_lines=2):
    return [[text[start:end] for start, end in event] for event in linebreak.lines(text, locale, width, max_lines)]


def edges(text, locale):
    found, at = {0}, 0
    for cluster in CharacterBreaker(text, locale):
        at += len(cluster)
        found.add(at)
    return found


@pytest.mark.parametrize("locale", LINES)
@pytest.mark.parametrize("width", [12, 20, 42])
def test_nothing_is_lost_cut_or_too_wide(locale, width):
    text = f"{LINES[locale]} 😀 {LINES[locale]}"
    events = linebreak.lines(text, locale, width, 2)
    spans = [span for event in events for span in event]
    assert all(len(event) <= 2 for event in events)
    assert all(linebreak.columns(text[a:b]) <= width for a, b in spans)
    assert "".join(text[a:b] for a, b in spans).replace(" ", "") == text.replace(" ", "").replace("\n", "")
    assert {end for span in spans for end in span} <= edges(text, locale)


@settings(max_examples=60)
@given(st.text(alphabet="abcde  ,.ไทยकि्षस光合é😀", max_size=90), st.integers(2, 30), st.integers(1, 3))
def test_any_text_survives(text, width, max_lines):
    events = linebreak.lines(text, "en", width, max_lines)
    spans = [span for event in events for span in event]
    assert all(0 < len(event) <= max_lines for event in events)
    assert "".join("".join(text[a:b].split()) for a, b in spans) == "".join(text.split())


def test_lines_are_even_and_end_in_no_article():
    lines = [line for event in wrapped(ENGLISH, "en", 42) for line in event]
    widths = [linebreak.columns(line) for line in lines]
    assert min(widths[:-1]) > 30
    assert not any(line.split()[-1] in ("the", "of", "to", "which", "into") and line is lines[0] for line in lines[1:])
    assert wrapped("The sun warms the sea and tiny drops rise into the air.", "en", 42) == [
        ["The sun warms the sea", "and tiny drops rise into the air."]
    ]


def test_a_number_stays_with_its_unit():
    lines = wrapped("Water boils when it reaches a heat of 100 °C at the level of the sea.", "en", 40)
    assert not any(line.endswith("100") for event in lines for line in event)


def test_what_fits_one_line_is_one_line():
    assert wrapped("A short one.", "en", 42) == [["A short one."]]
    assert wrapped("  \n", "en", 42) == []


def test_asian_text_breaks_between_phrases_and_words():
    assert wrapped("光合成とは植物が光を使うことです。", "ja", 14, 2)[0][0] == "光合成とは"
    korean = wrapped("광합성은 식물이 빛 에너지를 이용하는 과정입니다.", "ko", 20)
    assert all(
        word in ("광합성은", "식물이", "빛", "에너지를", "이용하는", "과정입니다.")
        for e in korean
        for x in e
        for word in x.split()
    )
    assert all("二氧化碳" in line or "碳" not in line for e in wrapped("把二氧化碳变成糖", "zh", 10) for line in e)


def test_columns_count_what_is_seen():
    assert [linebreak.columns(text) for text in ("abc", "数学", "กำ", "e\u0301", "a\u2060b", "ｱ")] == [3, 4, 2, 1, 2, 1]


def test_glue_only_touches_languages_that_typst_would_break_anywhere():
    assert linebreak.glue("two words", "en") == "two words"
    assert linebreak.glue("糖を作る", "ja").replace("\u2060", "").replace("\u200b", "") == "糖を作る"
    assert "糖\u2060を\u200b" in linebreak.glue("糖を作る", "ja")


@pytest.mark.parametrize("width", [26, 29, 31])
def test_a_word_with_a_hyphen_stays_whole_where_another_break_does(width):
    text = "Qu'est-ce qu'Amina a fait hier ?"
    assert [text[slice(*line)] for event in linebreak.lines(text, "fr", width, 1) for line in event] == [
        "Qu'est-ce qu'Amina",
        "a fait hier ?",
    ]

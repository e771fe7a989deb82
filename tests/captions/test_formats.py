import itertools
import re
from html import unescape
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from speaking import panel, sentence, timeline_of

from lessonforge.captions import FORMATS, limits, srt, transcript, vtt
from lessonforge.timelines import Cue

GOLDEN = Path(__file__).parent.parent / "golden" / "captions"
CUE_TIME = re.compile(r"(\d\d+):(\d\d):(\d\d)[.,](\d{3}) --> (\d\d+):(\d\d):(\d\d)[.,](\d{3})")


def parsed(text):
    """The cues of a WebVTT or SubRip file as (start, end, lines), read as players do: by blank lines."""
    found = []
    for block in text.strip("\n").split("\n\n"):
        lines = block.split("\n")
        at = next((n for n, line in enumerate(lines[:2]) if CUE_TIME.fullmatch(line)), None)
        if at is not None:
            times = list(map(int, CUE_TIME.fullmatch(lines[at]).groups()))
            start, end = (((h * 60 + m) * 60 + s) * 1000 + ms for h, m, s, ms in (times[:4], times[4:]))
            found.append((start, end, tuple(lines[at + 1 :])))
    return found


lines = st.lists(
    st.text(st.characters(exclude_categories=("Cc", "Cs", "Zl", "Zp", "Zs"), include_characters="&<>- "), min_size=1)
    .map(str.strip)
    .filter(bool),
    min_size=1,
    max_size=2,
)
cues_of_a_file = st.lists(st.tuples(st.integers(0, 40_000_000), st.integers(1, 9_000), lines), max_size=5).map(
    lambda rows: [Cue(start, start + lasts, tuple(text), "en") for start, lasts, text in sorted(rows)]
)


@given(cues_of_a_file)
def test_webvtt_is_read_back_as_it_was(cues):
    text = vtt.write(cues, "en")
    assert text.startswith("WEBVTT\n") and "\r" not in text
    assert text.count("-->") == len(cues)
    assert [(s, e, tuple(map(unescape, ls))) for s, e, ls in parsed(text)] == [(c.start, c.end, c.lines) for c in cues]


@given(cues_of_a_file)
def test_subrip_is_read_back_as_it_was_but_for_arrows(cues):
    text = srt.write(cues, "en")
    assert text.count("-->") == len(cues) and "\r" not in text
    arrows = [tuple(line.replace("-->", "→") for line in cue.lines) for cue in cues]
    assert parsed(text) == [(c.start, c.end, ls) for c, ls in zip(cues, arrows, strict=True)]


def test_webvtt_marks_words_of_another_language():
    text = vtt.write([Cue(0, 900, ("Tout de suite !",), "fr"), Cue(900, 1000, ("Yes.",), "en")], "en")
    assert "<lang fr>Tout de suite !</lang>\n" in text and "Yes.\n" in text and "<lang en>" not in text


@pytest.mark.parametrize("ending", sorted(FORMATS))
def test_every_format_carries_the_text_of_every_cue(ending):
    cues = [Cue(0, 1000, ("مرحبا \u2068H₂O\u2069", "a & b"), "ar"), Cue(1000, 2500, ("光合成",), "ja")]
    text = FORMATS[ending](cues, "ar")
    for line in ("مرحبا \u2068H₂O\u2069", "光合成"):
        assert line in text
    assert unescape(text).count("a & b") == 1


def small_lesson():
    """A lesson of three scenes: a chapter, a dialogue, and words that need escaping."""
    one = sentence("The sun warms the sea, and tiny drops of water rise into the cool and quiet air.")
    two = sentence("In fact, 5km up it is < -17°C!", **{"5km": "five kilometres", "<": "below", "-17°C!": "minus!"})
    panels = [
        panel(one, two, title="Evaporation", alt="Vapour rises from a sunny sea."),
        panel(
            sentence("Un café, s'il vous plaît.", "fr", voice="amina"), sentence("Tout de suite !", "fr", voice="leo")
        ),
        panel(sentence("Rain falls."), sentence("It is over."), title="Rain", alt="Rain over hills."),
    ]
    return timeline_of(panels, limits.of("en"), title="The water cycle")


@pytest.mark.parametrize("name", ["small.vtt", "small.srt", "small.txt"])
def test_a_small_lesson_is_written_as_before(name):
    timeline = small_lesson()
    ending = name.split(".")[1]
    text = transcript.write(timeline) if ending == "txt" else FORMATS[ending](timeline.cues, "en")
    assert text == (GOLDEN / name).read_text("utf-8")


def test_a_transcript_of_one_voice_names_nobody():
    timeline = timeline_of([panel(sentence("こんにちは。", "ja"), sentence("始めます。", "ja"))], limits.of("ja"), "ja")
    assert transcript.write(timeline) == "A test\n\nこんにちは。始めます。\n"


@pytest.mark.parametrize(
    ("locale", "aspect", "columns", "cps"),
    [("en", 16 / 9, 42, 17), ("pt-BR", 4 / 3, 35, 17), ("zh-Hant-TW", 16 / 9, 32, 9), ("ja", 9 / 16, 18, 8)],
)
def test_limits_go_by_language_and_frame(locale, aspect, columns, cps):
    found = limits.of(locale, aspect)
    assert (found.columns, found.cps, found.lines) == (columns, cps, 2)


def test_every_limit_in_the_table_is_one_that_can_be_used():
    locales = {locale for kind in ("verbatim", "subtitle") for locale in limits._table()[kind]["languages"]}
    for locale, kind in itertools.product(sorted(locales), ("verbatim", "subtitle")):
        found = limits.of(locale, kind=kind)
        assert 10 <= found.columns <= 42 and 0 < found.shortest < found.longest and found.cps <= found.fastest

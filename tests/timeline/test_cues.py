from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from icu4py.breakers import CharacterBreaker
from speaking import sentence, sentence_of, speech_of, spoken

from lessonforge.blob import Blob
from lessonforge.captions import limits
from lessonforge.text import bidi
from lessonforge.timeline.cues import cues_of
from lessonforge.timeline.words import SpokenWord, spoken_words

FPS = 30
SPACELESS = {"th", "ja"}
WORDS = {
    "en": [
        "the",
        "sun",
        "warms",
        "café",
        "water,",
        "evaporation",
        "of",
        "drops",
        "rises;",
        "e\u0301tude",
        "👩‍🚀",
        "H₂O",
    ],
    "ar": ["الماء", "يتبخّر", "من", "البحر،", "H₂O", "وَالْغُيُومُ", "تتكوّن", "(CO₂)", "ثم", "ينزل", "المطر"],
    "th": ["น้ำ", "ใน", "ทะเล", "ระเหย", "กลายเป็น", "ไอน้ำ", "แล้ว", "ก่อตัว", "เป็น", "เมฆ", "ก๊าซ"],
    "ja": ["太陽", "の", "熱", "で", "水", "が", "蒸発", "し", "、", "小さな", "粒", "に", "なって", "がく\u3099"],
    "hi": ["सूरज", "पानी", "को", "गर्म", "करता", "है", "वाष्पीकरण", "क्षितिज", "बादलों", "में", "संघनन"],
}
STOP = {"en": ".", "ar": ".", "th": "", "ja": "。", "hi": "।"}
NUMBERS = [("5 km", "five kilometres"), ("1984", "nineteen eighty four"), ("Dr.", "doctor")]


@st.composite
def scenes(draw):
    """A scene of up to four sentences with their heard words, some read otherwise than written."""
    locale = draw(st.sampled_from(sorted(WORDS)))
    space = "" if locale in SPACELESS else " "
    plain = st.sampled_from(WORDS[locale]).map(lambda word: (word, word))
    piece = st.one_of(plain, plain, plain, st.sampled_from(NUMBERS)) if locale == "en" else plain
    sentences, heard, at = [], [], 0.5
    for pieces in draw(st.lists(st.lists(piece, min_size=1, max_size=40), min_size=1, max_size=4)):
        one = sentence_of([*pieces[:-1], tuple(side + STOP[locale] for side in pieces[-1])], locale, space)
        lasts = draw(st.lists(st.floats(0.05, 1.2), min_size=len(pieces), max_size=len(pieces)))
        speech = speech_of(one, [said for _, said in pieces], lasts)
        heard.append(spoken_words(one, speech, at))
        sentences.append(one)
        at += speech.seconds + draw(st.sampled_from([0.0, 0.25, 0.3, 2.0]))
    return tuple(sentences), tuple(heard), round((at + draw(st.sampled_from([0.1, 0.6, 3.0]))) * 1000)


def bare(text):
    """Text without blanks and isolates."""
    return "".join(bidi.strip(text).split())


def clusters(text):
    """How many graphemes a text has: more, were one cut in two."""
    return len(list(CharacterBreaker(text, "root")))


@given(scenes(), st.sampled_from([16 / 9, 1.0, 9 / 16]))
@settings(max_examples=120, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
def test_cues_keep_every_rule_in_any_language(scene, aspect):
    sentences, heard, end = scene
    rules = limits.of(sentences[0].locale, aspect)
    cues = cues_of(sentences, heard, end, FPS, rules)
    assert bare("".join(line for cue in cues for line in cue.lines)) == bare("".join(one.written for one in sentences))
    for cue, follow in zip(cues, (*(cue.start for cue in cues[1:]), end), strict=True):
        assert 0 <= cue.start < cue.end <= follow
        assert 1 <= len(cue.lines) <= 2
        for line in cue.lines:
            assert line.strip() == line and "\n" not in line
    whole = sum(clusters(bare(one.written)) for one in sentences)
    assert sum(clusters(bare(line)) for cue in cues for line in cue.lines) == whole
    _starts_with_its_words(cues, sentences, heard)


def _starts_with_its_words(cues, sentences, heard):
    """Every cue starts within 50 ms of its first word and stays until its last one is said."""
    rest = iter(cues)
    for one, words in zip(sentences, heard, strict=True):
        places = [at for at, char in enumerate(one.written) if not char.isspace()]
        while places:
            cue = next(rest)
            size = len(bare("".join(cue.lines)))
            mine, places = places[:size], places[size:]
            first = next((word for word in words if word.end > mine[0]), words[-1])
            last = next(word for word in reversed(words) if word.start <= mine[-1])
            inside = first.start < mine[0]  # a line broken inside a word, or at its full stop
            assert first.t0 * 1000 - 50 <= cue.start <= (first.t1 if inside else first.t0) * 1000 + 50
            if last.end <= mine[-1] + 1:
                assert cue.end >= last.t1 * 1000 - 1


def shown(text, locale="en", seconds=None, end=60_000, aspect=16 / 9):
    one = sentence(text, locale)
    heard = spoken_words(one, speech_of(one, text.split(" "), seconds), 0.5)
    return cues_of((one,), (heard,), end, FPS, limits.of(locale, aspect))


def test_a_short_cue_stays_long_enough_to_be_seen():
    (cue,) = shown("Yes.", seconds=[0.2])
    assert (cue.start, cue.end) == (500, 1333)


def test_a_cue_stays_into_the_silence_that_follows_but_not_for_ever():
    (slow,) = shown("Water rises.", seconds=[1.0, 1.0])
    assert slow.end == 2500 + 500
    (fast,) = shown("Photosynthesis notwithstanding, extraordinary things happen.", seconds=[0.1] * 5)
    assert fast.end == 1000 + 1500


def test_a_cue_ends_two_frames_before_the_end_of_the_scene_when_that_is_near():
    (cue,) = shown("Water rises.", seconds=[1.0, 1.0], end=3100)
    assert cue.end == 3100 - 67


def test_cues_that_follow_each_other_in_speech_touch_and_others_keep_a_gap():
    rules = limits.of("en")
    one, two, three = sentence("One here."), sentence("Two there."), sentence("Three.")
    heard = [[SpokenWord(0, 9, 0.5, 1.5)], [SpokenWord(0, 10, 1.52, 2.5)], [SpokenWord(0, 6, 2.75, 3.5)]]
    cues = cues_of((one, two, three), heard, 9000, FPS, rules)
    assert [(cue.start, cue.end) for cue in cues] == [(500, 1520), (1520, 2750 - 67), (2750, 4000)]


def test_lines_that_take_too_long_to_say_become_cues_of_their_own():
    text = "The sun warms the wide and quiet sea, and tiny drops of water rise."
    (together,) = shown(text)
    apart = shown(text, seconds=[1.0] * 14)
    assert len(together.lines) == 2
    assert [len(cue.lines) for cue in apart] == [1, 1]


@pytest.mark.parametrize(("aspect", "widest"), [(16 / 9, 42), (1.0, 35), (9 / 16, 29)])
def test_lines_are_narrower_in_narrow_frames(aspect, widest):
    cues = shown("Plants use the energy of light to turn water and carbon dioxide into sugar. " * 4, aspect=aspect)
    lines = [line for cue in cues for line in cue.lines]
    assert widest * 0.6 < max(map(len, lines)) <= widest


def test_a_recording_of_several_sentences_is_cut_where_they_end():
    text = "The sun shines. Dr. Ito says the sea is warm and that water rises from it, slowly. Clouds form."
    one = sentence(text)
    one = replace(one, utterance=replace(one.utterance, recording=Blob.of(b"a voice")))
    cues = cues_of((one,), (spoken_words(one, spoken(one), 0.5),), 60_000, FPS, limits.of("en"))
    assert [" ".join(cue.lines) for cue in cues] == [text[:15], text[16:-13], text[-12:]]


def test_latin_words_in_arabic_lines_are_isolated():
    (cue,) = shown("يغلي الماء H₂O عند 100 °C هنا.", "ar")
    assert "\u2068H₂O\u2069" in "".join(cue.lines)

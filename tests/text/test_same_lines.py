"""Languages without spaces, or with phrases: the lines of a caption are the same in the picture and in every file."""

import re

import pytest
from icu4py.breakers import WordBreaker
from script_samples import INSTALLED, LINES
from speaking import sentence_of

from lessonforge.captions import limits, srt, vtt
from lessonforge.text import bidi, linebreak, shape
from lessonforge.timeline.cues import cues_of
from lessonforge.timeline.words import SpokenWord

TEXTS = {
    "th": LINES["th"].replace(" ", "") + "แสงอาทิตย์ทำให้น้ำในทะเลระเหยกลายเป็นไอน้ำลอยขึ้นสู่ท้องฟ้า",
    "km": "ព្រះអាទិត្យធ្វើឱ្យទឹកសមុទ្រក្តៅហើយទឹកហួតឡើងទៅលើមេឃក្លាយជាពពកហើយធ្លាក់មកវិញជាភ្លៀង",
    "my": INSTALLED["my"].replace(" ", "") * 3,
    "lo": INSTALLED["lo"].replace(" ", "") * 3,
    "ja": "太陽の熱で海の水が蒸発し、小さな粒になって空へ上がり、雲を作り、やがて雨になって地上に戻ってきます。",
    "ko": "태양의 열로 바닷물이 증발하여 작은 물방울이 되어 하늘로 올라가 구름을 만들고 비가 되어 땅으로 돌아옵니다.",
    "zh-Hans": "太阳的热量使海水蒸发，变成小水滴升上天空，形成云朵，然后变成雨水重新回到地面上，再流入大海。",
    "ar": "ترفع الشمسُ الماءَ (H₂O) من البحر عند 30 °C تقريبًا، ثم يصير سحابًا في كتاب Physics 101 الجديد ومطرًا.",
}


def cues(locale):
    text = TEXTS[locale]
    one = sentence_of([(text, text)], locale, "")
    spans = linebreak.units(text, locale)
    heard = [SpokenWord(start, end, n * 0.4, n * 0.4 + 0.4) for n, (start, end) in enumerate(spans)]
    return cues_of((one,), (heard,), 60_000, 30, limits.of(locale))


def in_file(written):
    """The lines of each cue in a file of captions."""
    return [tuple(re.split("\n", block)[1:]) for block in re.findall(r"(.* --> .*(?:\n.+)+)", written)]


@pytest.mark.parametrize("locale", TEXTS)
def test_picture_and_files_have_the_same_lines(locale, with_fonts):
    made = cues(locale)
    assert len(made) > 1 or len(made[0].lines) > 1
    lines = [cue.lines for cue in made]
    assert in_file(vtt.write(made, locale)) == in_file(srt.write(made, locale)) == lines
    joined = "".join(bidi.strip(line) for cue in lines for line in cue)
    assert joined.replace(" ", "") == TEXTS[locale].replace(" ", "")
    for cue in lines:  # the typesetter breaks none of them again
        drawn, plain = (shape.caption(one, locale, 1920, 1080).rgba.shape[0] for one in (cue, ("x",) * len(cue)))
        assert drawn == plain


@pytest.mark.parametrize("locale", sorted(TEXTS.keys() - {"ar"}))
def test_lines_end_where_words_do(locale):
    text, at, ends = TEXTS[locale], 0, set()
    for word in WordBreaker(text, locale):
        at += len(word)
        ends.add(at)
    spans = [span for event in linebreak.lines(text, locale, 30) for span in event]
    assert len(spans) > 1
    assert {end for _, end in spans} <= ends

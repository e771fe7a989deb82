import re
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lessonforge.model import Utterance, Voice
from lessonforge.narration.espeak import Espeak
from lessonforge.narration.espeak_spelling import respelled

MISREAD = [
    ("sem/ar", "ar", "الشَّمس", "ʔaʃʃms", "ʔaʃʃams"),
    ("sem/ar", "ar", "مُعَلِّم", "muʕallm", "muʕallim"),
    ("sem/ar", "ar", "بِالقَلَم", "biaːlqalam", "bilqalam"),
    ("sem/ar", "ar", "فَبِالصِّبْغَةِ", "fabiaːls̪ːbɣati", "fabis̪ːibɣah"),
    ("sem/ar", "ar", "كَالماء", "kaːlmaːʔ", "kalmaːʔ"),
    ("sem/ar", "ar", "كُرَة كَبِيرَة.", "kurat kabiːrat", "kurat kabiːrah"),
    ("sem/ar", "ar", "هَذَا كِتَابٌ، نَعَم", "haðaː kitaːbun naʕam", "haðaː kitaːb naʕam"),
    ("bnt/sw", "sw", "ng'ombe", "enɟiombe", "ŋɡombe"),
    ("bnt/sw", "sw", "ng’ambo", "enɟiambo", "ŋɡambo"),
]


def test_what_is_misread_is_mended(phonemes) -> None:
    def bare(said: list[tuple[str, str]]) -> list[str]:
        return [re.sub("[ˈˌ.]", "", one) for one in phonemes(said)]

    texts = [(voice, unicodedata.normalize("NFC", text)) for voice, _, text, _, _ in MISREAD]
    mended = [(voice, respelled(text, model)) for (voice, text), (_, model, *_) in zip(texts, MISREAD, strict=True)]
    assert bare(texts) == [before for *_, before, _ in MISREAD]
    assert bare(mended) == [after for *_, after in MISREAD]


@pytest.mark.parametrize(
    ("model", "text"),
    [
        ("ar", "وَالِدُهُ هُنَا"),
        ("ar", "بِسْمِ اللهِ وَقَالَ لَهُ مَا"),
        ("ar", "هُوَ"),
        ("ar", "كَالِحٌ جِدًّا"),
        ("sw", "wang'aa, ngoma"),
        ("en-us", "ng'ombe الشَّمس"),
    ],
)
def test_what_is_read_right_stays(model: str, text: str) -> None:
    plain = unicodedata.normalize("NFC", text)
    assert unicodedata.normalize("NFC", respelled(plain, model)) == plain


@given(text=st.text("بكفوالشمسةيه \u064b\u064c\u064d\u064e\u064f\u0650\u0651\u0652.،", max_size=20))
def test_positions_hold(text: str) -> None:
    assert len(respelled(text, "ar+f3")) == len(text)


def test_the_engine_speaks_it_and_the_marks_are_of_the_text() -> None:
    voice = Voice("narrator", "sw", "espeak", "sw")
    (speech,) = Espeak().speak([Utterance("Huyu ni ng'ombe mkubwa.", voice)])
    assert [(mark.start, mark.end) for mark in speech.marks] == [(0, 4), (5, 7), (8, 15), (16, 22)]
    assert all(one.t1 > one.t0 for one in speech.marks)

"""Every voice file keeps what its status says: it speaks its language, or it is known why not.

`voices.yaml` has one sentence for each. What is checked is what a machine can hear: that every word has its time, that
it is neither silent nor far too slow or fast for its letters (as spelled-out words are), and that espeak-ng's phonemes
name no other language.
"""

import io
import unicodedata
from pathlib import Path

import numpy as np
import pytest
import soundfile
import yaml

from lessonforge.model import Sentence, Voice
from lessonforge.narration.espeak import Espeak
from lessonforge.narration.espeak_spelling import respelled
from lessonforge.narration.read import utterances
from lessonforge.narration.voices import locales, named
from lessonforge.settings import built_in

FOLDERS = [built_in("voices")]
TEXTS = yaml.safe_load(Path(__file__).with_name("voices.yaml").read_text(encoding="utf-8"))
NOT_GOOD = {"ar": "poor", "ne": "poor", "he": "needs-frontend", "th": "needs-frontend"}


@pytest.fixture(scope="module")
def espeak() -> Espeak:
    return Espeak()


def narrator(tag: str) -> Voice:
    return named(tag, FOLDERS)["narrator"]


def spoken(tag: str) -> Sentence:
    if narrator(tag).frontend:
        pytest.importorskip("unidic_lite")
    (sentence,) = utterances(TEXTS[tag], narrator(tag), tag, {})
    return sentence


def test_every_voice_file_is_heard_and_has_its_status() -> None:
    assert set(TEXTS) == set(locales(FOLDERS)) and len(TEXTS) >= 60
    assert {tag: narrator(tag).status for tag in TEXTS if narrator(tag).status != "good"} == NOT_GOOD


def letter_seconds(text: str) -> tuple[float, float]:
    """How long a letter may take: longer where it is a syllable or a word."""
    first = unicodedata.name(next(char for char in text if char.isalpha())).split()[0]
    alphabets = ("LATIN", "CYRILLIC", "GREEK", "ARMENIAN", "GEORGIAN", "ARABIC", "HEBREW")
    return (0.05, 0.14) if first in alphabets else (0.1, 0.35)


@pytest.mark.parametrize("tag", TEXTS)
def test_it_speaks(tag: str, espeak: Espeak) -> None:
    sentence = spoken(tag)
    assert espeak.check(sentence.utterance) == []
    (speech,) = espeak.speak([sentence.utterance])
    samples, _ = soundfile.read(io.BytesIO(speech.sound.read()))
    fastest, slowest = letter_seconds(TEXTS[tag])
    assert fastest < speech.seconds / sum(map(str.isalpha, TEXTS[tag])) < slowest
    assert -27 < 20 * np.log10(np.sqrt(np.mean(samples**2))) < -15
    assert all(mark.t0 < mark.t1 for mark in speech.marks)


def test_it_speaks_its_own_language(espeak: Espeak, phonemes) -> None:
    good = [tag for tag in TEXTS if narrator(tag).status != "needs-frontend" and not narrator(tag).frontend]
    asked = [(espeak._identifier(narrator(tag).model), respelled(spoken(tag).utterance.text, tag)) for tag in good]
    said = dict(zip(good, phonemes(asked), strict=True))
    assert {tag: one for tag, one in said.items() if "(" in one} == {}
    vowels = {tag: sum(char in "aeiouyæøœɐɑɒɔɘəɚɛɜɤɨɪɯɵʉʊʌʏ" for char in one) for tag, one in said.items()}
    words = {tag: len(one.split()) for tag, one in said.items()}
    assert {tag for tag in good if vowels[tag] < words[tag]} == set()


@pytest.mark.parametrize(
    ("tag", "text", "says"),
    [
        ("he", "שָׁלוֹם", "can't read"),
        ("ja", "Pythonオ マナブ", "can't read 'Python'"),
        ("ja", "NHKノ ニュース", ""),
        ("he", "שלום", ""),
    ],
)
def test_what_would_be_spelled_out_is_refused(tag: str, text: str, says: str, espeak: Espeak) -> None:
    (sentence,) = utterances(text, Voice("narrator", tag, "espeak", tag), tag, {})
    told = " ".join(espeak.check(sentence.utterance))
    assert (says in told) if says else told == ""

"""Every speech engine of the registry keeps the promises of the protocol."""

import dataclasses
import functools

import pytest

from lessonforge.errors import EngineFailed, EngineMissing
from lessonforge.model import Utterance, Voice
from lessonforge.narration.protocol import SpeechEngine
from lessonforge.narration.registry import load, names
from lessonforge.testing import assert_speaks

TEXTS = {
    "en": "In 1984, the water rose by 5 metres; nobody in the town would have known!",
    "fr": "L'eau s'évapore-t-elle ? Oui.",
    "hi": "सूरज समुद्र को गर्म करता है।",
    "cmn": "太阳温暖了大海，小水滴升到空中。",
    "ar": "تسخن الشمس البحر.",
    "ja": "みずがそらへのぼります。",
    "ta": "சூரியன் கடலை வெப்பமாக்குகிறது.",
}
TINY = ("Yes.", "a", "I", "5", "Go, go!", "“Hm?”")


def utterance(text: str, model: str) -> Utterance:
    return Utterance(text, Voice("narrator", model, "espeak", model))


@functools.cache
def engine(name: str) -> SpeechEngine:
    return load(name)


def asked(name: str, plain: Utterance) -> Utterance:
    """The utterance as an engine wants it: with a recording for the one that plays recordings."""
    if name != "recorded":
        return plain
    speech = next(iter(engine("espeak").speak([dataclasses.replace(plain, voice=slow(plain.voice))])))
    return dataclasses.replace(plain, recording=speech.sound)


def slow(voice: Voice) -> Voice:
    return dataclasses.replace(voice, model=f"{voice.model}+f2", rate=0.85)


@pytest.mark.parametrize("name", names())
def test_it_speaks_many_languages(name: str) -> None:
    assert_speaks(engine(name), [asked(name, utterance(text, model)) for model, text in TEXTS.items()])


@pytest.mark.parametrize("name", names())
def test_it_says_the_shortest_things(name: str) -> None:
    assert_speaks(engine(name), [asked(name, utterance(text, "en")) for text in TINY])


@pytest.mark.parametrize("name", names())
@pytest.mark.parametrize("text", ["", "...", " — ! "])
def test_nothing_to_say_is_told_before_and_refused(name: str, text: str) -> None:
    silly = utterance(text, "en")
    assert any("nothing to say" in message for message in engine(name).check(silly))
    with pytest.raises(EngineFailed):
        list(engine(name).speak([silly]))


@pytest.mark.parametrize("name", names())
def test_another_instance_has_the_same_fingerprint_and_sound(name: str) -> None:
    one = asked(name, utterance("Rain falls.", "en"))
    assert load(name).fingerprint() == engine(name).fingerprint()
    assert list(load(name).speak([one])) == list(engine(name).speak([one]))


def test_an_engine_that_is_not_there_is_named() -> None:
    with pytest.raises(EngineMissing, match=r"Did you mean .espeak."):
        load("espeek")

"""Several voices in one sentence; what every speech engine promises is in the contract suite."""

import io
from dataclasses import replace

import numpy as np
import pytest
import soundfile

from lessonforge import makers
from lessonforge.blob import Blob
from lessonforge.errors import EngineFailed
from lessonforge.model import Insert, Speech, Utterance, Voice
from lessonforge.narration import mixed
from lessonforge.narration.espeak import Espeak
from lessonforge.narration.mixed import Mixed
from lessonforge.testing import assert_speaks

ENGLISH = Voice("narrator", "en", "espeak", "en-us")
FRENCH = Voice("narrator", "fr", "espeak", "fr-fr")


def said(text: str, *words: str) -> Utterance:
    inserts = tuple(Insert(text.index(one), text.index(one) + len(one), FRENCH) for one in words)
    return Utterance(text, ENGLISH, inserts=inserts)


def samples(speech: Speech) -> np.ndarray:
    return soundfile.read(io.BytesIO(speech.sound.read()), dtype="float32")[0]


def test_it_keeps_what_engines_promise() -> None:
    texts = [
        said("Say bonjour, or salut!", "bonjour", "salut"),
        said("“Oui”, he said.", "Oui"),
        said("Non merci", "merci"),
    ]
    assert_speaks(Mixed(), texts)


def test_each_part_is_what_its_voice_says() -> None:
    (whole,) = Mixed().speak([said("Say bonjour now", "bonjour")])
    alone = [
        next(Espeak().speak([Utterance(*one)])) for one in [("Say ", ENGLISH), ("bonjour", FRENCH), (" now", ENGLISH)]
    ]
    assert np.array_equal(samples(whole), np.concatenate([samples(one) for one in alone]))
    assert whole.timing == "engine"


def test_a_comma_between_voices_is_a_short_pause() -> None:
    close, apart = (next(Mixed().speak([said(text, "bonjour")])) for text in ("Say bonjour", "Say, bonjour"))
    first, other = (next(Espeak().speak([Utterance(text, ENGLISH)])).seconds for text in ("Say ", "Say, "))
    assert apart.seconds - other == pytest.approx(close.seconds - first + mixed.PAUSE, abs=0.01)


def test_what_a_voice_cannot_say_is_told() -> None:
    assert "can't read '水'" in " ".join(Mixed().check(said("Say 水 now", "水")))
    lost = said("Say bonjour", "bonjour")
    lost = replace(lost, inserts=(replace(lost.inserts[0], voice=replace(FRENCH, model="xx")),))
    assert "no voice 'xx'" in " ".join(Mixed().check(lost))


def test_it_is_no_voice_itself() -> None:
    own = Utterance("Hello", replace(ENGLISH, engine="mixed"))
    assert "joins what voices say" in " ".join(Mixed().check(own))
    with pytest.raises(EngineFailed, match="joins what voices say"):
        list(Mixed().speak([own]))


def test_voices_of_another_rate_are_brought_to_the_first_ones() -> None:
    (speech,) = Espeak().speak([Utterance("bonjour", FRENCH)])
    brought, rate = mixed._samples(speech, 16000)
    assert rate == 16000 and len(brought) / rate == pytest.approx(speech.seconds, abs=0.001)


def test_only_what_several_voices_say_goes_to_it() -> None:
    plain, two = Utterance("Hello", ENGLISH), said("Say bonjour", "bonjour")
    assert [makers.speech(one).name for one in (plain, two, replace(plain, recording=Blob.of(b"x")))] == [
        "espeak",
        "mixed",
        "recorded",
    ]

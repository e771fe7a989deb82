"""No prompt is refused for one usual word, and people are known by name."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from lessonforge.visuals.draw.grammar import read

WORDS = yaml.safe_load((Path(__file__).parent / "usual_words.yaml").read_text(encoding="utf-8"))
CASES = [(frame["frame"], frame["words"]) for frames in WORDS.values() for frame in frames]


@pytest.mark.parametrize(("frame", "words"), CASES, ids=[frame for frame, _ in CASES])
def test_no_usual_word_is_refused(frame, words):
    refused = {word: unknown for word in words.split(", ") if (unknown := read(frame.format(word)).unknown)}
    assert not refused


def test_there_are_enough_of_them():
    assert sum(words.count(",") + 1 for _, words in CASES) > 3500


@pytest.mark.parametrize(
    ("prompt", "things"),
    [
        ("Lucy and Tom play football in the park", ["girl", "boy", "football"]),
        ("Don Quijote a caballo, Sancho en su burro", ["man", "horse", "boy", "donkey"]),
        ("King Arthur sits on his throne", ["king", "throne"]),
        ("Pablo lee un libro bajo un árbol", ["boy", "tree"]),
        ("A girl called Aisha waters a plant", ["girl", "plant-pot", "watering-can"]),
        ("Queen Isabel and Columbus look at a map", ["queen", "explorer", "paper"]),
    ],
)
def test_people_may_be_called_by_their_names(prompt, things):
    scene = read(prompt)
    assert ([item.thing for item in scene.items], scene.unknown, scene.places[1:]) == (things, (), ())


def test_a_name_that_is_nobody_is_still_refused():
    assert read("A zorgle on a table").unknown == ("zorgle",)
    assert read("Zorgles fly over the moon").unknown == ("zorgles",)


@pytest.mark.parametrize(
    ("prompt", "riders"),
    [
        ("four knights on horseback", 4), ("tres caballeros a caballo", 3), ("deux chevaliers à cheval", 2),
        ("a queen on horseback in front of a castle", 1), ("un caballero a caballo", 1),
        ("Le garçon monte à cheval", 1),
    ],
)  # fmt: skip
def test_who_is_on_horseback_sits_on_a_horse_of_their_own(prompt, riders):
    rider, horse = read(prompt).items[:2]
    assert (rider.count, rider.relation, rider.target, horse.thing, horse.count) == (riders, "on", 1, "horse", riders)

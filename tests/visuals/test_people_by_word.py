"""What the word for a person says of them: a waitress is a woman, a boy never gets a girl's hair or skirt."""

from __future__ import annotations

import random

import pytest

from lessonforge.visuals.draw import grammar
from lessonforge.visuals.draw.figures.looks import WOMEN, look
from lessonforge.visuals.draw.things import files


@pytest.mark.parametrize(
    ("prompt", "said"),
    [
        ("a waitress", "female"), ("a policeman", "male"), ("a boy in a wheelchair", "male"), ("a doctor", ""),
        ("a female engineer", "female"), ("una científica", "female"), ("un científico", "male"),
        ("los científicos", ""), ("una dentista", "female"), ("dos camareras", "female"), ("une boulangère", "female"),
        ("un boulanger", "male"), ("une chercheuse", "female"),
    ],
)  # fmt: skip
def test_the_word_says_who_it_is(prompt: str, said: str) -> None:
    (item,) = grammar.read(prompt).items
    assert [trait for trait in item.traits if trait in ("female", "male")] == ([said] if said else [])


@pytest.mark.parametrize("name", [name for name, thing in files().items() if thing.kind == "person"])
def test_nobody_is_dressed_as_the_other(name: str) -> None:
    """In whatever way chance takes; who always has the same hair (a pirate's, a wizard's) has it by trade."""
    figure = files()[name].figure or {}
    for seed in range(12):
        for said in ((), ("male",), ("female",)):
            made = look(figure, said, random.Random(seed))
            male = made.body in ("man", "boy", "old-man")
            for field in ("hair", "bottom"):
                chosen, own = getattr(made, field), figure.get(field, "")
                assert not (male and chosen in WOMEN[field]) or own == chosen
            assert not (made.body in ("woman", "girl", "old-woman") and "beard" in made.extras)


@pytest.mark.parametrize("name", ["scientist", "doctor", "pupil", "wheelchair-child", "teenager"])
def test_what_is_said_decides_the_body(name: str) -> None:
    figure = files()[name].figure or {}
    bodies = {look(figure, ("male",), random.Random(seed)).body for seed in range(9)}
    assert not bodies & {"woman", "girl", "old-woman"}

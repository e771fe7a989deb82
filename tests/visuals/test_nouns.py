"""The nouns that a school asks for: each is drawn, as what it is, in three languages."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from lessonforge.visuals.draw import grammar
from lessonforge.visuals.draw.things import listed

FRAMES = {"en": "one {} in the middle", "es": "{} en el centro", "fr": "{} au milieu de l'image"}
NOUNS = yaml.safe_load((Path(__file__).parent / "nouns.yaml").read_text(encoding="utf-8"))


def _read_as(noun: str, language: str) -> str:
    """The kind of thing that a noun is read as, `place`, or `` when nothing is drawn of it."""
    scene = grammar.read(FRAMES[language].format(noun))
    kinds = {listed()[item.thing].kind for item in scene.items}
    return kinds.pop() if len(kinds) == 1 else "place" if scene.places and not kinds else ""


@pytest.mark.parametrize("kind", NOUNS)
@pytest.mark.parametrize("column", range(3), ids=list(FRAMES))
def test_every_noun_is_read_as_what_it_is(kind: str, column: int) -> None:
    language = list(FRAMES)[column]
    nouns = [row.split(" | ")[column] for row in NOUNS[kind]]
    wrong = {noun: found for noun in nouns if (found := _read_as(noun, language)) != kind}
    assert not wrong


def test_there_are_enough_of_them() -> None:
    assert sum(map(len, NOUNS.values())) > 700

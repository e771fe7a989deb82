"""Whether the word for a person says that it is a man or a woman, a boy or a girl: `waitress`, `camarera`, `serveuse`.

Words that leave it open (`pupil`, `doctor`, `les élèves`) give "".
"""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence

from lessonforge.visuals.draw.things import Thing

ENGLISH = {
    "female": re.compile(r"\b(\w*(woman|women|girls?|ladies|lady|ess|esses)|ballerinas?|nuns?|midwi(fe|ves))\b"),
    "male": re.compile(r"\b(\w*(?<!wo)(man|men|boys?)|friars?|monks?)\b"),
}
PAIRS: Mapping[str, Sequence[tuple[str, str]]] = {
    "es": (("esa", "e"), ("ina", "ín"), ("triz", "tor"), ("a", "o"), ("a", "")),
    "fr": (("euse", "eur"), ("rice", "eur"), ("ère", "er"), ("esse", "e"), ("enne", "en"), ("ve", "f"), ("ne", "n"),
           ("e", "")),
}  # fmt: skip
"""Endings of words for women, and those of the words for men that go with them."""
ARTICLES = {"es": {"una": "female", "un": "male", "la": "female", "el": "male"}, "fr": {"une": "female", "un": "male"}}
WORDS = {
    "es": {"niña": "female", "mujer": "female", "niño": "male", "hombre": "male", "muchacha": "female",
           "muchacho": "male"},
    "fr": {"fille": "female", "femme": "female", "garçon": "male", "homme": "male"},
}  # fmt: skip
EITHER = frozenset(["persona", "personne", "gente", "personaje", "criatura", "guía", "personnage"])
"""Words whose article says nothing of who it is."""


def said_by(phrase: str, before: str, thing: Thing, language: str) -> str:
    """`female`, `male` or ``: what a phrase for a person, or the article before it, says in a language."""
    if not undecided(thing):
        return ""
    if language == "en":
        return next((sex for sex, pattern in ENGLISH.items() if pattern.search(phrase)), "")
    first = phrase.split(" ")[0]
    names = {name.lower().split(" ")[0] for name in thing.names.get(language, ())}
    known = WORDS[language].get(first) or _by_ending(first, names, language)
    return known or ("" if first in EITHER else ARTICLES[language].get(before, ""))


def undecided(thing: Thing) -> bool:
    """Whether the drawing may be of either sex."""
    bodies = (thing.figure or {}).get("body", "woman").split("|")
    return len(bodies) > 1 or bodies[0] in ("teen", "child", "toddler")


def _by_ending(word: str, names: Collection[str], language: str) -> str:
    """What an ending says when the other word of the pair is there too; a man's plural is of both."""
    for one in (word, word.removesuffix("s")):
        for female, male in PAIRS[language]:
            if one.endswith(female) and one.removesuffix(female) + male in names:
                return "female"
    for female, male in PAIRS[language]:
        if word.endswith(male) and word.removesuffix(male) + female in names:
            return "male"
    return ""

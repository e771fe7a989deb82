"""The words of the grammar that are no things and no places: one module a language, here put together.

A language's tables go from a meaning to the phrases that have it, as `"left": "on the left, at the left"`. In Spanish
`rojo/` stands for all four forms. Verbs stand under what they do to their object (`hold`, `face`, `ride`, ...), in
the infinitive, with irregular forms behind slashes.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from types import ModuleType
from typing import Any

from lessonforge.visuals.draw.words import en, es, fr
from lessonforge.visuals.draw.words.colours import HEX
from lessonforge.visuals.draw.words.deeds import deeds
from lessonforge.visuals.draw.words.forms import inflected, plurals, verb_forms
from lessonforge.visuals.draw.words.frames import FRAMES
from lessonforge.visuals.draw.words.groups import members
from lessonforge.visuals.draw.words.usual import ACTS, unseen

__all__ = ["FRAMES", "members", "plurals", "unseen"]
LANGUAGES: Mapping[str, ModuleType] = {"en": en, "es": es, "fr": fr}
TABLES = (
    "NUMBERS",
    "SIZES",
    "SHADES",
    "COLOURS",
    "SPOTS",
    "FORMS",
    "FLANKS",
    "RELATIONS",
    "TIMES",
    "WEATHER",
    "SEASONS",
    "PARTS",
)
"""The tables with phrases of one meaning each, and the kind of word: the name in the singular, in small letters."""


@dataclass(frozen=True)
class Verb:
    """What a verb does: its relation to an object, the pose of who does it, and the deed that it means (`frames`)."""

    relation: str
    pose: str = ""
    deed: str = ""


@functools.cache
def table(name: str, language: str) -> Mapping[str, Any]:
    """A table of one language turned round: from each phrase to its meaning."""
    entries: Mapping[Any, str] = getattr(LANGUAGES[language], name)
    return {form: value for value, text in entries.items() for form in phrases(text)}


def phrases(text: str) -> Iterator[str]:
    """The phrases of a table's entry, in all their forms."""
    for phrase in text.split(", "):
        yield from inflected(phrase)


@functools.cache
def phrases_of(kind: str, language: str) -> frozenset[str]:
    """The words of one kind of `WORDS`."""
    return frozenset(phrases(LANGUAGES[language].WORDS[kind]))


@functools.cache
def verbs(language: str) -> Mapping[str, Verb]:
    """Every form of every verb, and the phrases that are poses themselves (`de pie`)."""
    module = LANGUAGES[language]
    found: dict[str, Verb] = {}
    poses = {phrase: pose for pose, text in module.POSES.items() for phrase in text.split(", ")}
    for relation, entries in (*module.VERBS.items(), *ACTS[language].items()):
        for entry in entries.split(", "):
            lemma = entry.split("/")[0]
            for form in verb_forms(entry, language):
                found.setdefault(form, Verb(relation, poses.get(lemma) or poses.get(lemma.split(" ")[0], "")))
    for phrase, pose in poses.items():
        for form in inflected(phrase):
            found.setdefault(form, Verb("none", pose))
    for form, deed in deeds(language).items():
        frame, known = FRAMES[deed], found.get(form, Verb(""))
        found[form] = Verb(frame.link, frame.pose or known.pose, deed)
    return found


def suffered(participle: str, language: str) -> Verb | None:
    """The verb of a participle: `chased`, `tirado`, `suivies`."""
    word = participle if language == "en" else participle.removesuffix("s")
    if language == "es":
        word = re.sub("(?<=a)d[oa]$", "", re.sub("id[oa]$", "e", word))
    elif language == "fr":
        word = re.sub("ée?$", "e", re.sub("(?<=[iu])e$", "", word))
    irregular = {"segue": "sigue", "persegue": "persigue", "tira": "arrastra", "suivi": "suit", "poursuivi": "poursuit"}
    found = irregular.get(word, word)
    return verbs(language).get(found) if found != participle or language == "en" else None


@functools.cache
def harmless(language: str) -> frozenset[str]:
    """Words that say nothing that could be drawn, or nothing that would be missed."""
    return frozenset(form for word in LANGUAGES[language].HARMLESS.split() for form in inflected(word))


def _merged(name: str) -> Mapping[str, Any]:
    return {phrase: value for language in reversed(list(LANGUAGES)) for phrase, value in table(name, language).items()}


GROUPS: Mapping[str, tuple[str, ...]] = {phrase: members(group) for phrase, group in _merged("GROUPS").items()}
"""Words for several things in all languages, and those things."""
COLOURS: Mapping[str, str] = {phrase: HEX[name] for phrase, name in _merged("COLOURS").items()}
RELATIONS: Mapping[str, str] = _merged("RELATIONS")
SPOTS: Mapping[str, str] = _merged("SPOTS")
WEATHER: Mapping[str, str] = _merged("WEATHER")

"""All that can be drawn, as lists of words, and the nearest of them to a word that can't."""

from __future__ import annotations

import difflib
import functools

from lessonforge.visuals.draw import grammar, things, words
from lessonforge.visuals.draw.settings import places
from lessonforge.visuals.draw.words.diagrams import PHRASES
from lessonforge.visuals.draw.words.near import NEAR

LANGUAGES = {"en": "", "es": ", in Spanish", "fr": ", in French"}
KINDS = {
    "group": "groups of things", "time": "times of day", "season": "seasons", "weather": "weather",
    "number": "numbers", "size": "sizes", "colour": "colours", "spot": "positions", "form": "arrangements",
    "relation": "relations", "verb": "actions", "trait": "looks and clothes of people", "part": "parts",
}  # fmt: skip
"""The kinds of words besides the names of things and places, and the headings they are listed under."""
_LIST = "`lessonforge engines draw --words` lists all that it can draw."


def _near(word: str, language: str) -> list[str]:
    """What means nearly the same as a word and can be drawn, in the prompt's language."""
    known = grammar.lexicon(language)
    lines = (text.split(" = ") for text in NEAR[language].strip().splitlines())
    forms = {word, *(word.removesuffix(end) for end in ("s", "es"))}
    return next(
        (near.split(", ") for near, far in lines if forms & set(far.split(", ")) and near.split(", ")[0] in known), []
    )


def listed() -> list[str]:
    """All that is understood: a line for each kind of word and language, first the names of things."""
    lists: dict[str, set[str]] = {f"things{suffix}": set(_things(language)) for language, suffix in LANGUAGES.items()}
    lists |= {f"places{suffix}": set(_places(language)) for language, suffix in LANGUAGES.items()}
    for language, suffix in LANGUAGES.items():
        for phrase, meanings in grammar.lexicon(language).items():
            for kind, value in meanings:
                if kind in KINDS and not (kind == "verb" and isinstance(value, words.Verb) and value == _NOTHING):
                    lists.setdefault(f"{KINDS[kind]}{suffix}", set()).add(phrase)
    lists["diagrams"] = {phrase.strip() for text in PHRASES.values() for phrase in text.split(", ")}
    return [f"{heading}: {', '.join(sorted(phrases))}" for heading, phrases in lists.items()]


_NOTHING = words.Verb("none")
"""Verbs that are understood and not seen."""


def hint(word: str, language: str) -> str:
    """The nearest words that can be drawn, those of the prompt's language before others."""
    order = (language, *(other for other in LANGUAGES if other != language))
    meant = _near(word, language)
    if meant:
        return f"Near in meaning: {', '.join(meant)}. {_LIST}"
    near = [one for tongue in order for one in difflib.get_close_matches(word, _names(tongue), 3, 0.7)][:3]
    if not near:
        return _LIST
    close = [one for one in near if len(word) > 4 and difflib.SequenceMatcher(None, word, one).ratio() > 0.8]
    if close:
        return f"Did you mean {' or '.join(repr(one) for one in close)}?"
    return f"Nearest: {', '.join(near)}. {_LIST}"


def _things(language: str) -> list[str]:
    return [name.lower() for thing in things.listed().values() for name in thing.names.get(language, ())]


def _places(language: str) -> list[str]:
    return [name for place in places.PLACES.values() for name in place.named(language)]


@functools.cache
def _names(language: str) -> list[str]:
    """The words of one language that a wrong one may have been meant for."""
    groups = [phrase for phrase, group in words.table("GROUPS", language).items() if words.members(group)]
    tables = [*groups, *words.table("WEATHER", language), *words.table("COLOURS", language)]
    return list(dict.fromkeys([*_things(language), *_places(language), *tables]))

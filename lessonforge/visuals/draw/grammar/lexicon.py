"""Every phrase that is understood, by language: names of things and places, and the tables of `words`."""

from __future__ import annotations

import dataclasses
import functools
import unicodedata
from collections.abc import Iterator, Mapping

from lessonforge.visuals.draw import words
from lessonforge.visuals.draw.figures.traits import spoken
from lessonforge.visuals.draw.figures.words import POSE_WORDS
from lessonforge.visuals.draw.settings.places import PLACES
from lessonforge.visuals.draw.things import files, listed

Meaning = tuple[str, object]
"""What a phrase is (`thing`, `place`, `number`, ...) and its value."""


@functools.cache
def lexicon(language: str = "en") -> Mapping[str, tuple[Meaning, ...]]:
    """Every phrase and what it may mean, the likeliest first; things and places of other languages come last."""
    known: dict[str, dict[Meaning, None]] = {}
    for source in (language, *(other for other in words.LANGUAGES if other != language)):
        foreign = set(known) if source != language else set()
        own = source == language
        for phrase, meaning in (*(_groups(source) if own else ()), *_nouns(source), *(_other(source) if own else ())):
            if phrase not in foreign:
                known.setdefault(phrase, {}).setdefault(meaning)
        for word in words.unseen(source) if own else ():
            known.setdefault(word, {("harmless", word): None})
    for phrase in list(known):
        known.setdefault(plain(phrase), known[phrase])
    return {phrase: tuple(meanings) for phrase, meanings in known.items()}


def plain(phrase: str) -> str:
    """A phrase without its accents, as it is written in haste."""
    if phrase.isascii():
        return phrase
    return "".join(c for c in unicodedata.normalize("NFD", phrase) if not unicodedata.combining(c))


@functools.cache
def _nouns(language: str) -> tuple[tuple[str, Meaning], ...]:
    return tuple(_named(language))


def _named(language: str) -> Iterator[tuple[str, Meaning]]:
    """Names of things and places, then their plurals."""
    named = [(name.lower(), thing) for thing in listed().values() for name in thing.names.get(language, ())]
    named = [(name, thing) for name, thing in named if not (thing.credit and _said_already(name, language))]
    lists = {(form, thing.name) for name, thing in named for form in words.plurals(name, language) if form != name}
    lands = {phrase for place in PLACES.values() for phrase in place.named(language)}
    named = [
        (name, thing)
        for name, thing in named
        if not (thing.kind == "landform" and lands & {name.split(" ")[0], name.split(" ")[-1]})
    ]
    for name, thing in named:
        yield name, ("thing", (thing.name, (name, thing.name) in lists))
    for name, place in PLACES.items():
        for phrase in place.named(language):
            for form in (phrase, *words.plurals(phrase, language)):
                yield form, ("place", name)
    for name, thing in named:
        irregular = thing.plurals.get(name) or thing.plurals.get(name.capitalize())
        for form in (irregular.lower(),) if irregular else words.plurals(name, language):
            yield form, ("thing", (thing.name, True))


def _said_already(name: str, language: str) -> bool:
    """Whether each word of a name means something without packs: `red apple` is an apple, `two hearts` are hearts."""
    return all(word in own_words(language) for word in name.split(" "))


@functools.cache
def own_words(language: str) -> frozenset[str]:
    """All that is understood without packs."""
    own = [name.lower() for thing in files().values() for name in thing.names.get(language, ())]
    lands = [name for place in PLACES.values() for name in place.named(language)]
    nouns = {form for name in (*own, *lands) for form in (name, *words.plurals(name, language))}
    said = {phrase for phrase, (kind, _) in (*_groups(language), *_other(language)) if kind not in ("part", "harmless")}
    return frozenset(nouns | said)


def _groups(language: str) -> Iterator[tuple[str, Meaning]]:
    """Words for several things: they go before the things themselves."""
    for place, text in words.LANGUAGES[language].PLACES.items():
        for phrase in text.split(", "):
            yield phrase, ("place", place)
    for phrase, group in words.table("GROUPS", language).items():
        if words.members(group):
            yield phrase, ("group", group)


@functools.cache
def _other(language: str) -> tuple[tuple[str, Meaning], ...]:
    """All words but the names."""
    return tuple(_said(language))


def _said(language: str) -> Iterator[tuple[str, Meaning]]:
    for phrase, trait in spoken(language).items():
        for form in (phrase, *(words.plurals(phrase, language) if trait.slot else ())):
            yield form, ("trait", trait)
    for name in words.TABLES:
        for phrase, value in words.table(name, language).items():
            yield phrase, (KINDS.get(name, name.lower().removesuffix("s")), value)
    for phrase, verb in _verbs(language):
        yield phrase, ("verb", verb)
    for kind, phrases in words.LANGUAGES[language].WORDS.items():
        for form in words.phrases(phrases):
            yield form, (kind, form)
    for word in words.harmless(language):
        yield word, ("harmless", word)


KINDS = {"WEATHER": "weather"}


def _verbs(language: str) -> Iterator[tuple[str, words.Verb]]:
    """The forms of verbs with the poses that figures can take; `talking to` deals with its object as `talking` does."""
    poses = {form: pose for pose, by in POSE_WORDS.items() for form in by.get(language, ()) if form}
    known = words.verbs(language)
    for phrase, verb in known.items():
        own = verb.pose if " " in phrase and verb.relation == "none" and verb.pose in POSE_WORDS else ""
        pose = poses.get(phrase) or own or poses.get(phrase.split(" ")[0]) or verb.pose
        poses.pop(phrase, None) if " " in phrase else None
        posed = verb.deed and words.FRAMES[verb.deed].pose
        yield phrase, verb if posed else dataclasses.replace(verb, pose=pose)
    for phrase, pose in poses.items():
        if phrase in known:
            continue
        first, _, last = phrase.rpartition(" ")
        leads = words.table("RELATIONS", language).get(last) if first else None
        yield phrase, words.Verb(known[first].relation if leads and first in known else "none", pose)

"""Phrases that ask for a diagram: comes in the words of a line, goes out how many of them name which diagram.

Articles and the forms of `de` make no difference, so the tables of `words.diagrams` hold each phrase once; a map with
a way across it and what is cut open are read by their parts: a sheet, what it shows, and the way; a head and its topic.
"""

from __future__ import annotations

import functools
import unicodedata
from collections.abc import Mapping, Sequence

from lessonforge.visuals.draw.words.diagrams import (
    BEFORE_MAP,
    COUNTS,
    CUT,
    GROWS,
    HOW,
    MAPPED,
    PHRASES,
    SHEETS,
    SHOWING,
    SIGNS,
    WAY_WORDS,
    WAYS,
)

ARTICLES = frozenset(
    ["the", "a", "an", "el", "la", "los", "las", "un", "una", "unos", "unas", "le", "les", "une", "l'", "al", "au"]
)
OF = frozenset(["d'", "del", "du", "des", "de"])
MOST = 9
"""The words of the longest phrase, articles and all."""


@functools.cache
def _key_word(word: str) -> str:
    word = "de" if word in OF else word
    return "".join(c for c in unicodedata.normalize("NFD", word) if not unicodedata.combining(c))


def _key(words: Sequence[str]) -> str:
    """Words without articles, but for one before a single word: `the cycle` is not every `cycle`."""
    kept = [word for word in words if word not in ARTICLES]
    return " ".join(_key_word(word) for word in (words if len(kept) < 2 else kept))


def _table(texts: Mapping[str, str]) -> Mapping[str, str]:
    split = {phrase: name for name, text in texts.items() for phrase in text.split(", ")}
    return {_key(phrase.replace("d'", "d' ").replace("l'", "l' ").split()): name for phrase, name in split.items()}


TABLE = _table(PHRASES)
TOPICS = _table(CUT)


def asked(line: Sequence[str], at: int) -> tuple[int, str] | None:
    """How many words from `at` on ask for a diagram, and for which."""
    route = _mapped(line, at)
    if route:
        return route
    if line[at] in HOW and GROWS & set(line[at + 1 : at + 8]):
        return 1, "sequence"
    if line[at] in SIGNS and any(map(_counts, line[:at])) and any(map(_counts, line[at + 1 : at + 2])):
        return 1, "sum"
    if awaits(line, at):
        return None
    for count in range(2 if line[at] in ARTICLES else min(MOST, len(line) - at), 0, -1):
        words = line[at : at + count]
        if words[-1] in ARTICLES:
            continue
        name = TABLE.get(_key(words))
        if name:
            return _cut(line, at, count) if name == "section" else (count, name)
    return None


def _counts(word: str) -> bool:
    return word.isdigit() or word in COUNTS


def awaits(line: Sequence[str], at: int) -> bool:
    """Whether a word is an article before a phrase that asks for a diagram: `the` of `the four seasons`."""
    return line[at] in ARTICLES and at + 1 < len(line) and asked(line, at + 1) is not None


def _cut(line: Sequence[str], at: int, head: int) -> tuple[int, str]:
    """What is cut open, if it is no thing: the topic after the head."""
    rest = line[at + head : at + head + 6]
    start = next((n for n, word in enumerate(rest) if word not in ARTICLES and word not in OF), len(rest))
    for count in range(len(rest), start, -1):
        name = TOPICS.get(_key(rest[start:count]))
        if name:
            return head + count, name
    return head, "section"


def _mapped(line: Sequence[str], at: int) -> tuple[int, str] | None:
    """A map that the picture is of: with a way across it, or of a land."""
    sheet = next((n for n in range(at, len(line)) if line[n] not in BEFORE_MAP), len(line))
    if sheet == len(line) or line[sheet] not in SHEETS or not set(line[:at]) <= BEFORE_MAP | ARTICLES:
        return None
    for n in range(sheet + 1, min(sheet + MOST, len(line))):
        if line[n] in WAYS:
            return n + 1 - at, "route"
        if line[n] not in SHOWING | WAY_WORDS | BEFORE_MAP | ARTICLES | OF or line[n] in MAPPED:
            shows = any(word in SHOWING or word in OF or word in ("of", ":") for word in line[sheet + 1 : n + 1])
            return (n - at, "map" if line[n] in MAPPED else "plan") if shows else None
    return None

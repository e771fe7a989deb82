"""Finding an author's words in a narration: whatever the inflection, accents or script.

Words are compared by their stems. Where a script writes no spaces, or hangs particles on its words, single
characters are compared instead and runs of them count as words.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from itertools import takewhile
from typing import NamedTuple

_WEIGHTY = re.compile("[\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff\uac00-\ud7a3\u30a1-\u30ff]")
"""Hanzi, Hangul and Katakana: a character of these says as much as half a word."""
_LIGHT = re.compile("[\u0e01-\u0eff\u1000-\u109f\u1780-\u17ff]")
"""Thai, Lao, Burmese and Khmer: words run on without spaces."""
_KANA = re.compile("[\u3041-\u309f]")
_ARTICLES = re.compile("^(?:[وفبك]?ال|لل|ה)(?=\\w{3})")
"""What Arabic and Hebrew write at the head of a word."""
_VOICED = "\u3099\u309a"
_ENOUGH = 4.0
"""The least weight of a part of an author's words that is taken for the whole: a word of four letters, or two Hanzi."""


class Token(NamedTuple):
    """A word, or one character of a script without spaces: folded `text`, and where it starts in what it is from."""

    text: str
    start: int


class Match(NamedTuple):
    """A run of an author's words found at token `at` of the narration."""

    at: int
    score: float


def tokens(text: str) -> list[Token]:
    """The words of a text without case, accents, articles joined to them, and punctuation."""
    raw: list[Token] = []
    inside = False
    for at, char in enumerate(text):
        kind, alone = unicodedata.category(char), _alone(char)
        letter, mark = kind[0] in "LN", kind[0] == "M" or kind == "Cf"
        if inside and (mark or (letter and not alone)):
            raw[-1] = Token(raw[-1].text + char, raw[-1].start)
        elif letter:
            raw.append(Token(char, at))
        inside = (letter and not alone) or (inside and mark)
    folded = (Token(_fold(token.text), token.start) for token in raw)
    return [token for token in folded if token.text]


def matches(words: str, narration: Sequence[Token]) -> list[Match]:
    """Where an author's words, or the longest run of them, are heard: one match for each such place, in order."""
    wanted = [token.text for token in tokens(words)]
    whole = sum(map(_weight, wanted))
    found = []
    for at in range(len(narration)):
        score = max((_run(wanted[first:], narration[at:]) for first in range(len(wanted))), default=0.0)
        if score >= min(_ENOUGH, whole * 0.7) > 0:
            found.append(Match(at, score))
    return found


def in_order(choices: Sequence[Sequence[Match]]) -> list[int | None]:
    """One match or none of each, at rising places: those that find most, and of equal ones the first."""
    paths: dict[int, tuple[float, tuple[int | None, ...]]] = {-1: (0.0, ())}
    for matches_of_one in choices:
        longer = {last: (score, (*path, None)) for last, (score, path) in paths.items()}
        for at, score in matches_of_one:
            so_far, path = max((paths[last] for last in paths if last < at), key=lambda best: best[0])
            total = so_far + score - at * 1e-6
            if total > longer.get(at, (0.0,))[0]:
                longer[at] = (total, (*path, at))
        paths = longer
    return list(max(paths.values(), key=lambda best: best[0])[1])


def _run(wanted: Sequence[str], heard: Sequence[Token]) -> float:
    """How much of a run both begin with: the letters that agree, an inflected word counting a little less."""
    score = 0.0
    for want, token in zip(wanted, heard, strict=False):
        likeness = _likeness(want, token.text)
        if not likeness:
            break
        score += likeness
    return score


def _likeness(one: str, other: str) -> float:
    """The weight of two words that are equal or share a stem, else 0."""
    if one == other:
        return _weight(one)
    short, long = sorted((len(one), len(other)))
    shared = sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(one, other, strict=False)))
    alike = shared >= 3 and shared >= 0.7 * short and shared >= 0.5 * long
    return 0.9 * shared if alike else 0.0


def _alone(char: str) -> bool:
    return bool(_WEIGHTY.match(char) or _LIGHT.match(char) or _KANA.match(char))


def _weight(word: str) -> float:
    """How much a word says: its letters; a Hanzi or a syllable of Hangul counts two, a letter of Thai a little less."""
    if _WEIGHTY.match(word):
        return 2.0
    return 0.8 if _LIGHT.match(word) else float(len(word))


def _fold(word: str) -> str:
    plain = unicodedata.normalize("NFKD", word.casefold())
    kept = (c for c in plain if c in _VOICED or unicodedata.category(c) not in ("Mn", "Cf"))
    return _ARTICLES.sub("", unicodedata.normalize("NFC", "".join(kept)))

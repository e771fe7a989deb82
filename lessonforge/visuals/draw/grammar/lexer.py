"""A prompt as tokens: its words in phrases as long as the lexicon knows them, and the language that it is in."""

from __future__ import annotations

import functools
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from lessonforge.visuals.draw import words
from lessonforge.visuals.draw.grammar.asking import asked, awaits
from lessonforge.visuals.draw.grammar.lexicon import Meaning, lexicon, own_words, plain

PAUSES = {",": "comma", "(": "comma", ")": "comma", "–": "comma", "—": "comma"}
ADVERB = {
    "en": r"(?!jelly|holly|assembly|belly|gully|monopoly)\w{3,}ly",
    "es": r"\w{3,}mente",
    "fr": r"(?!campement|logement|ossement|ornement|ciment|sédiment)\w{3,}(?:[eéiu]|em|am)ment",
}
SHARED = {"fr": ("a", "on")}
"""Small words that are far likelier of another language: `a bowl on a table`."""
MAPS = frozenset(["map", "plan", "route"])
"""Diagrams whose phrases go before longer ones: `map of an island` is a setting too."""
ELIDED = frozenset(["l", "d", "s", "j", "n", "c", "m", "t", "qu", "jusqu", "lorsqu"])


@dataclass(frozen=True)
class Token:
    """A phrase and all that it may mean."""

    text: str
    meanings: tuple[Meaning, ...]

    def has(self, *kinds: str) -> bool:
        """Whether it may be of one of these kinds."""
        return any(kind in kinds for kind, _ in self.meanings)

    def value(self, kind: str) -> object:
        """What it means when it is of this kind, or the word itself."""
        return next((value for own, value in self.meanings if own == kind), self.text)


def tokens(prompt: str) -> list[str]:
    """The words of the first line in lower case, and the signs between them."""
    line = (prompt.strip().splitlines() or [""])[0].lower().replace("’", "'")
    found = re.findall(r"[^\W_]+(?:[-'][^\W_]+)*'?|[,.;:()!?–—&+=]", line)
    return [part for token in found for part in _split(token)]


MOUNTED = {
    "en": ("on horseback", "riding a horse", "riding horses"),
    "es": ("a caballo", "montado en un caballo", "montados en caballos"),
    "fr": ("à cheval", "assis sur un cheval", "assis sur leurs chevaux"),
}
"""Who sits on a horse that is not named by itself."""


def mounted(line: Sequence[str], language: str) -> list[str]:
    """A line in which somebody on horseback rides a horse; but who rides to a place by it does only that."""
    phrase, one, many = (text.split(" ") for text in MOUNTED[language])
    at = next((n for n in range(len(line)) if list(line[n : n + len(phrase)]) == phrase), None)
    whole = " ".join(line[max(0, (at or 0) - 1) : (at or 0) + len(phrase)])  # a name: `fer à cheval`
    if at is None or (at and whole in lexicon(language)) or "ride" in words_before(line, at, language):
        return list(line)
    several = at and (line[at - 1].endswith("s") or line[at - 1] in ("men", "women", "children", "people"))
    return [*line[:at], *(many if several else one), *line[at + len(phrase) :]]


def words_before(line: Sequence[str], at: int, language: str) -> set[str]:
    """What the verb before a word does to its object, if there is one."""
    verb = words.verbs(language).get(line[at - 1]) if at else None
    return {verb.relation} if verb else set()


def _split(token: str) -> list[str]:
    """`l'eau` as `l'` and `eau`; `earth's` without its `'s`."""
    if "'" not in token:
        return [token]
    if token.endswith(("'s", "'")) and token[:-1] not in ELIDED:
        return [token.removesuffix("'s").removesuffix("'")]
    before, _, after = token.partition("'")
    if after and (before in ELIDED or plain(before) in ELIDED):
        return [f"{before}'", *_split(after)]
    return [token]


def language_of(line: Sequence[str]) -> str:
    """The language that most of its words are in: those that hold a sentence together count double.

    The others are looked up only as long as they may make a difference: that takes all words of a language.
    """
    small = {language: sum(_holds(word, language) for word in line) for language in words.LANGUAGES}
    ranked = sorted(small, key=lambda language: -small[language])
    if small[ranked[0]] > small[ranked[1]] + 2:
        return ranked[0]
    scores: dict[str, int] = {}
    for language in ranked:
        most = small[language] + sum(not _holds(word, language) for word in line)
        if most >= max(scores.values(), default=0):
            scores[language] = sum(_weight(word, language) for word in line)
    return max(scores, key=lambda language: (scores[language], -list(small).index(language)))


def _holds(word: str, language: str) -> int:
    return 2 if word not in SHARED.get(language, ()) and word in _small(language) else 0


@functools.cache
def _weight(word: str, language: str) -> int:
    """How much a word speaks for a language."""
    if word in SHARED.get(language, ()):
        return 0
    return _holds(word, language) or int(word in own_words(language))


@functools.cache
def _small(language: str) -> frozenset[str]:
    tables = (words.table(name, language) for name in ("NUMBERS", "RELATIONS"))
    small = {word for table in tables for phrase in table for word in phrase.split(" ")}
    return frozenset(small | {word for text in words.LANGUAGES[language].WORDS.values() for word in text.split(", ")})


@functools.cache
def longest(language: str) -> int:
    """The number of words of the longest phrase."""
    return max(phrase.count(" ") for phrase in lexicon(language)) + 1


def phrases(line: Sequence[str], language: str, names: Mapping[str, int]) -> list[Token]:
    """The line in phrases, the longest first; `names` are the characters' and the number of each."""
    known, at, found = lexicon(language), 0, []
    while at < len(line):
        wanted = asked(line, at) or (0, "")
        most = wanted[0] if wanted[1] in MAPS else max(wanted[0], min(longest(language), len(line) - at))
        most = 1 if awaits(line, at) else most
        for length in range(most, 0, -1):
            text = " ".join(line[at : at + length])
            meanings = (("character", names[text]),) if text in names else _meanings(text, known, language)
            if length == wanted[0]:
                meanings = (("diagram", wanted[1]), *meanings)
            if meanings:
                found.append(Token(text, meanings))
                break
        else:
            length = 1
            found += _strange(line[at], known, language)
        at += length
    return found


def _meanings(text: str, known: Mapping[str, tuple[Meaning, ...]], language: str) -> tuple[Meaning, ...]:
    whole = text.replace("' ", "'")  # a name such as `chef d'orchestre`, whose `d'` is a word of its own
    if text in known or whole in known:
        return known[text if text in known else whole]
    if text.isdigit():
        return (("number", min(20, int(text))),) if int(text) < 1000 else (("harmless", text),)
    if text in PAUSES:
        return (("comma", text),)
    if text in ("+", "="):
        return (("harmless", text),)
    if text in ".;:!?":
        return (("stop", text),)
    if re.fullmatch(ADVERB[language], text):
        return (("harmless", text),)
    return ()


def _strange(word: str, known: Mapping[str, tuple[Meaning, ...]], language: str) -> list[Token]:
    """A word that is not known: perhaps its parts are, as in `apple-tree`, or its form without accents."""
    if plain(word) in known and word not in known:
        return [Token(word, known[plain(word)])]
    pieces = word.split("-")
    if len(pieces) > 1 and all(piece in known for piece in pieces):
        return phrases(pieces, language, {})
    return [Token(word, (("unknown", word),))]

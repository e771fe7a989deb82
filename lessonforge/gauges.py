"""How long the sentences and words of a lesson are: numbers that can be counted, and never a level.

Comes in: a lesson in a locale, and at a level if it has some. Goes out: a row of numbers about what is said in it.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass

from lessonforge import locales
from lessonforge.expand.pace import spoken_seconds
from lessonforge.model import Script, Sentence, Storyboard
from lessonforge.narration.sentences import sentences
from lessonforge.timeline.layout import GAP, LAST_TAIL, LEAD, TAIL

LONG = 6
"""Letters: a longer word is a long one (Björnsson, "Läsbarhet", 1968)."""
_ALPHABETS = ("LATIN", "CYRILLIC", "GREEK")
_SPACELESS = ("ja", "km", "lo", "my", "th", "yue", "zh")


@dataclass(frozen=True)
class Gauge:
    """The narration of a lesson in numbers; None where a number says nothing of its language.

    `lix` is words per sentence and percent of long words, added up (Björnsson 1968), `rix` long words per sentence
    (Anderson, "Lix and Rix", Journal of Reading 26, 1983): both were made for alphabets, and are given for Latin,
    Cyrillic and Greek. `unlisted` is the share of words that are not in the author's list. `words_a_minute` of the
    whole lesson, with its pauses, is estimated.
    """

    course: str
    lesson: str
    locale: str
    level: str
    sentences: int
    words: int
    words_a_sentence: float | None
    characters_a_sentence: float
    lix: float | None
    rix: float | None
    unlisted: float | None
    words_a_minute: float


def gauge(script: Script, board: Storyboard) -> Gauge:
    """The numbers of what is said in a lesson in its own language; scenes that are not translated are left out."""
    said = [one for panel in board.panels for one in panel.sentences if one.locale == script.locale]
    cut = [part for one in said for part in sentences(one.written, one.locale)]
    words = [word for text in cut for word in words_of(text, script.locale)]
    count, total = len(cut) or 1, len(words) or 1
    is_spaced = locales.language(script.locale) not in _SPACELESS
    long = sum(_letters(word) > LONG for word in words) if all(map(_is_alphabetic, words)) and is_spaced else None
    return Gauge(
        course=script.folder.resolve().name,
        lesson=script.name,
        locale=script.locale,
        level=script.level,
        sentences=len(cut),
        words=len(words),
        words_a_sentence=round(len(words) / count, 1) if is_spaced else None,
        characters_a_sentence=round(sum(map(len, cut)) / count, 1),
        lix=None if long is None else round(len(words) / count + 100 * long / total, 1),
        rix=None if long is None else round(long / count, 2),
        unlisted=_unlisted(words, script),
        words_a_minute=round(60 * len(words) / (_seconds(script, board, said) or 1)),
    )


def words_of(text: str, locale: str) -> list[str]:
    """Words as dictionaries cut them (UAX #29), in languages without spaces too."""
    from icu4py.breakers import WordBreaker

    found = map(str, WordBreaker(unicodedata.normalize("NFC", text), locale))
    return [word for word in found if any(map(str.isalnum, word))]


def _letters(word: str) -> int:
    return sum(map(str.isalpha, word))


def _is_alphabetic(word: str) -> bool:
    """Whether the letters of a word, if it has some, are of an alphabet that LIX was made for."""
    return all(unicodedata.name(char, "").startswith(_ALPHABETS) for char in word if char.isalpha())


def _unlisted(words: Iterable[str], script: Script) -> float | None:
    """The share of words that are not in the list, which is in the language that the lesson was written in."""
    name = script.lesson.wordlist
    if name is None or script.locale != script.lesson.language:
        return None
    listed = set(unicodedata.normalize("NFC", script.assets[name].read().decode("utf-8-sig")).casefold().split("\n"))
    known = {" ".join(line.split()) for line in listed}
    counted = [word.casefold() for word in words if any(map(str.isalpha, word))]
    return round(sum(not _is_known(word, known) for word in counted) / (len(counted) or 1), 3)


def _is_known(word: str, known: set[str]) -> bool:
    """In the list as it is, or in parts: `l'addition` is known where `l'` or `l`, and `addition` are."""
    start, apostrophe, rest = word.replace("\u2019", "'").partition("'")
    parts = bool(apostrophe) and rest in known and (start in known or f"{start}'" in known)
    return word.replace("\u2019", "'") in known or parts


def _seconds(script: Script, board: Storyboard, said: Iterable[Sentence]) -> float:
    spoken = sum(spoken_seconds(one.utterance) + one.pause + GAP for one in said)
    around = sum(LEAD + TAIL + panel.pause for panel in board.panels)
    return spoken + around + LAST_TAIL - TAIL

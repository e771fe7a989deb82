"""Where sentences end: the rules of sentencex, and what each language's file adds to them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from lessonforge import locales
from lessonforge.narration import language
from lessonforge.narration.words import words

_PARAGRAPH = re.compile(r"\s*\n\s*\n\s*")
_BLANKS = re.compile(r"[ \t\r\n\f\v\u2028\u2029]+")
_EAST_ASIAN = "[\u3001-\u303f\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff\uff00-\uffef]"
_FOLDED = re.compile(f"(?<={_EAST_ASIAN}) (?={_EAST_ASIAN})")
_ORDINAL = re.compile(r"(?:^|\s)\d{1,2}\.$")
_WITH_ORDINALS = ("bs", "cs", "da", "de", "et", "fi", "hr", "hu", "is", "lv", "nb", "nn", "no", "sk", "sl", "sr")


def paragraphs(text: str) -> list[str]:
    """The paragraphs of a text, which blank lines part, each on one line and with a word in it if there is any."""
    joined: list[str] = []
    for part in filter(None, (_BLANKS.sub(" ", part).strip() for part in _PARAGRAPH.split(text.strip()))):
        if joined and not (words(part) and words(joined[-1])):
            joined[-1] += f" {part}"
        else:
            joined.append(part)
    return [_FOLDED.sub("", part) for part in joined]


def sentences(paragraph: str, locale: str) -> list[str]:
    """The sentences of a paragraph, each with a word in it if there is any; joined by spaces they give it again."""
    import sentencex

    bounds = sentencex.get_sentence_boundaries(locales.language(locale), paragraph)
    pieces = [paragraph[bound["start_index"] : bound["end_index"]] for bound in bounds]
    joined = list(_joined(pieces, locale))
    if len(joined) > 1 and not words(joined[0]):
        joined[:2] = [joined[0] + joined[1]]
    return [sentence.strip() for sentence in joined if sentence.strip()]


def _joined(pieces: Iterable[str], locale: str) -> Iterator[str]:
    """The pieces, put together where no sentence ends between them."""
    kept = ""
    for piece in pieces:
        if kept and words(piece) and _ends(kept.strip(), piece.strip(), locale):
            yield kept
            kept = piece
        else:
            kept += piece
    yield kept


def _ends(before: str, after: str, locale: str) -> bool:
    """Whether a sentence ends between two pieces of text."""
    known = language.of(locale)
    before = before.replace("\u00a0", " ").replace("\u202f", " ")
    if any(_closes(before, one) for one in known.may_end):
        return not next((char.islower() for char in after if char.isalnum()), False)
    if any(_closes(before, one) for one in known.numbered):
        return not after[:1].isdigit()
    if any(_closes(before, one) for one in (*known.titles, *known.abbreviations) if one.endswith(".")):
        return False
    return not (_ORDINAL.search(before) and locales.language(locale) in _WITH_ORDINALS)


def _closes(text: str, abbreviation: str) -> bool:
    """Whether a text ends with an abbreviation, as a word of its own."""
    return text.endswith(abbreviation) and not text.removesuffix(abbreviation)[-1:].isalnum()

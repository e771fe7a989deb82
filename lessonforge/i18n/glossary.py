"""The course's terms in a text: which of its words are terms, and how each is to be said in a locale."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator

from lessonforge import locales
from lessonforge.lesson import Glossary, Term


def terms_in(glossary: Glossary, text: str) -> Iterator[Term]:
    """The terms that a source text uses, in the order of the glossary."""
    return (term for term in glossary.terms if _pattern(term.term).search(text))


def forms(term: Term, tag: str) -> tuple[str, ...]:
    """The words for a term in a locale, of the nearest locale that has some; the term itself where it is kept."""
    if term.keep:
        return (term.term,)
    given = {locales.canonical(own): words for own, words in term.translations.items()}
    words = next((given[one] for one in locales.chain(tag) if one in given), ())
    return (words,) if isinstance(words, str) else tuple(words)


def told(glossary: Glossary, text: str, tag: str = "") -> Iterator[str]:
    """What a translator into `tag` (nobody's yet: "") is told of the terms in a text: `cell = célula (of a body)`."""
    for term in terms_in(glossary, text):
        words = ", ".join(forms(term, tag)) if tag and not term.keep else ""
        said = f"{term.term} stays as it is" if term.keep else f"{term.term} = {words}" if words else term.term
        yield said + (f" ({' '.join(term.note.split())})" if term.note else "")


@functools.lru_cache(10_000)
def _pattern(term: str) -> re.Pattern[str]:
    """The term as whole words, in its plural too where that only adds letters."""
    return re.compile(rf"(?<!\w){re.escape(term)}(?:e?s)?(?!\w)", re.IGNORECASE)

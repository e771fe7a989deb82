"""Comes in: lessons and the catalogues of a locale. Goes out: what looks wrong in a translation that can be built.

Only what counts as translated is looked at: what is fuzzy will be looked at anyway.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import PurePath

from lessonforge import locales
from lessonforge.errors import Problem
from lessonforge.i18n import glossary, letters, numbers, punctuation
from lessonforge.i18n.extract import entries
from lessonforge.i18n.marks import MARK, changed
from lessonforge.i18n.po import Catalogue, same, state
from lessonforge.i18n.template import budget
from lessonforge.lesson import Glossary
from lessonforge.model import Script
from lessonforge.tongues import TAG

Found = Iterator[tuple[str, str]]
"""What is wrong, and what would be right."""


@dataclass(frozen=True)
class Pair:
    """A text and its translation into `tag`, and where that stands. `how` is how it reaches a pupil."""

    id: str
    source: str
    text: str
    tag: str
    written_in: str
    how: str
    budget: int
    terms: Glossary
    catalogue: Catalogue


def pairs(script: Script, tag: str, catalogue: Catalogue) -> Iterator[Pair]:
    """The texts of a lesson that a catalogue has translated."""
    for entry in entries(script.lesson, script.name):
        found = catalogue.entries.get(entry.id)
        if found and state(found, entry.text) in ("translated", "machine"):
            known = entry.how, budget(entry), script.glossary, catalogue
            yield Pair(entry.id, entry.text.strip(), found.msgstr, tag, script.locale, *known)


def lint(listed: Iterable[Pair]) -> Iterator[Problem]:
    """What looks wrong in translations, which may be of several lessons."""
    seen: dict[tuple[str, str, str], Pair] = {}
    for pair in listed:
        for check in CHECKS:
            for message, hint in check(pair):
                yield pair.catalogue.problem(pair.id, f"'{pair.id}': {message}", hint)
        folder = str(PurePath(pair.catalogue.path).parent)  # of one course and locale
        first = seen.setdefault((folder, pair.how, " ".join(pair.source.split())), pair)
        if pair.how != "match" and not same(first.text, pair.text):
            place = f"{first.catalogue.path}:{first.catalogue.lines.get(first.id, 0)}"
            said = f'"{_short(pair.source)}" is "{_short(pair.text)}" here and "{_short(first.text)}" at {place}.'
            yield pair.catalogue.problem(pair.id, f"'{pair.id}': {said}", "Say it one way.")


def _terms(pair: Pair) -> Found:
    plain = _folded(pair.text)
    for term in glossary.terms_in(pair.terms, pair.source):
        forms = glossary.forms(term, pair.tag)
        if term.keep and term.term.casefold() not in pair.text.casefold():
            yield f"'{term.term}' stays as it is in every language, but is missing.", f"Write '{term.term}'."
        elif not term.keep and forms and not any(_used(form, plain) for form in forms):
            yield f"'{term.term}' isn't said as the glossary says.", f"Use: {', '.join(forms)}."


def _used(form: str, plain: str) -> bool:
    """Whether each word of a term is there, with another ending or another beginning perhaps."""
    return all(word[: max(3, round(len(word) * 0.7))] in plain for word in _folded(form).split())


def _folded(text: str) -> str:
    """A text without case, accents and vowel signs, which inflection changes."""
    plain = unicodedata.normalize("NFKD", text).casefold()
    return "".join(char for char in plain if not unicodedata.combining(char))


def _length(pair: Pair) -> Found:
    length = sum(unicodedata.category(char) not in ("Mn", "Me") for char in pair.text.strip())
    if pair.budget and length > pair.budget:
        yield f"it has {length} characters, and room for {pair.budget}.", "Say it shorter."


def _equal(pair: Pair) -> Found:
    is_long = len(re.findall(r"[^\W\d_]{2,}", MARK.sub("", pair.source))) > 2
    other = locales.language(pair.tag) != locales.language(pair.written_in)
    if is_long and other and same(pair.source.casefold(), pair.text.casefold()):
        yield "it is the same as its source.", "Translate it."


def _marks(pair: Pair) -> Found:
    own = locales.language(pair.tag)

    def without_own(text: str) -> str:  # words in the language of the translation are no longer those of another one
        return TAG.sub(lambda tag: "" if locales.language(tag[2]) == own else tag[0], text)

    if said := changed(without_own(pair.source), without_own(pair.text), MARK):
        yield f"{said}.", "A translation has the same marks as its source."


def _numbers(pair: Pair) -> Found:
    yield from numbers.changed(MARK.sub("", pair.source), MARK.sub("", pair.text), in_words=pair.how == "spoken")


def _letters(pair: Pair) -> Found:
    yield from letters.mixed(MARK.sub(" ", pair.source), MARK.sub(" ", pair.text))
    yield from letters.hidden(pair.source, pair.text)


def _punctuation(pair: Pair) -> Found:
    source, text = (MARK.sub("x", one) for one in (pair.source, pair.text))
    for check in (punctuation.spaces, punctuation.french, punctuation.own, punctuation.balanced):
        yield from check(source, text, pair.tag)
    if pair.how not in ("match", "var"):
        yield from punctuation.ends(source, text, pair.tag)


def _short(text: str) -> str:
    flat = " ".join(text.split())
    return flat if len(flat) <= 40 else f"{flat[:37]}..."


CHECKS: tuple[Callable[[Pair], Found], ...] = (_marks, _terms, _numbers, _length, _equal, _letters, _punctuation)

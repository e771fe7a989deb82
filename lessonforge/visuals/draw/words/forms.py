"""The forms of words: nouns in the plural, verbs in the forms that a picture's words have, inflected adjectives."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator

VOWELS = "aeiouáéíóú"


@functools.cache
def plurals(phrase: str, language: str) -> tuple[str, ...]:
    """The plurals that a noun may have: of its head, and of the head and the adjective after it."""
    return tuple(_plurals(phrase, language))


def _plurals(phrase: str, language: str) -> Iterator[str]:
    if " " not in phrase:
        yield from _plural(phrase, language)
        return
    head, *rest = re.split(
        r" (?=of |de |d'|du |des |del |à |a |en |for |with |con |sur |in |on |para )", phrase, maxsplit=1
    )
    tail = f" {rest[0]}" if rest else ""
    words = head.split(" ")
    for last in _plural(words[-1], language):
        yield " ".join([*words[:-1], last]) + tail
    if language != "en" and len(words) > 1:
        for first in _plural(words[0], language):
            yield " ".join([first, *words[1:]]) + tail
            for last in _plural(words[-1], language):
                yield " ".join([first, *words[1:-1], last]) + tail


def _plural(word: str, language: str) -> Iterator[str]:
    if language == "en":
        yield from _english(word)
    elif language == "es":
        yield from _spanish(word)
    else:
        for ending, many in (("eau", "eaux"), ("eu", "eux"), ("al", "aux"), ("ou", "oux"), ("ail", "aux")):
            if word.endswith(ending):
                yield word.removesuffix(ending) + many
        yield word if word[-1] in "sxz" else f"{word}s"


def _english(word: str) -> Iterator[str]:
    for one, many in (("man", "men"), ("fe", "ves"), ("f", "ves"), ("child", "children"), ("person", "people")):
        if word.endswith(one):
            yield word.removesuffix(one) + many
    if word.endswith("y") and word[-2:-1] not in "aeiou":
        yield f"{word[:-1]}ies"
    if word.endswith(("s", "x", "z", "ch", "sh", "o")):
        yield f"{word}es"
    yield f"{word}s"


def _spanish(word: str) -> Iterator[str]:
    accents = {"á": "a", "é": "e", "í": "i", "ó": "o", "ú": "u"}
    if word[-1] in VOWELS:
        yield f"{word}s"
    elif word.endswith("z"):
        yield f"{word[:-1]}ces"
    elif len(word) > 2 and word[-2] in accents and word[-1] in "ns":
        yield f"{word[:-2]}{accents[word[-2]]}{word[-1]}es"
    elif word[-1] in "sx":
        yield word
    else:
        yield f"{word}es"
        yield f"{word}s"


def inflected(phrase: str) -> Iterator[str]:
    """`rojo/` in both genders and numbers; any other phrase as it is."""
    if "/" not in phrase:
        yield phrase
        return
    head, _, tail = phrase.partition("/")
    for ending in ("o", "a", "os", "as"):
        yield head.removesuffix("o") + ending + tail


def verb_forms(entry: str, language: str) -> Iterator[str]:
    """The forms of a verb: its entry is the infinitive (and what follows it), irregular forms behind slashes."""
    lemma, *irregular = entry.split("/")
    yield lemma
    first, _, rest = lemma.partition(" ")
    regular = {"en": _verb_en, "es": _verb_es, "fr": _verb_fr}[language](first)
    for form in regular:
        yield f"{form} {rest}" if rest else form
    for form in irregular:
        whole = " " in form or not rest
        yield form if whole else f"{form} {rest}"


def _verb_en(verb: str) -> Iterator[str]:
    stem = verb.removesuffix("e") if not verb.endswith(("ee", "ye")) else verb
    yield from (f"{verb}s", f"{stem}ing", f"{stem}ed")
    if verb.endswith(("s", "x", "z", "ch", "sh", "o")):
        yield f"{verb}es"
    if verb.endswith("y"):
        yield from (f"{verb[:-1]}ies", f"{verb[:-1]}ied")
    if re.fullmatch(r".*[^aeiou][aeiou][bdgklmnprt]|quit|.*l", verb):
        yield from (f"{verb}{verb[-1]}ing", f"{verb}{verb[-1]}ed")


def _verb_es(verb: str) -> Iterator[str]:
    itself = verb.endswith("se")
    stem, ending = verb.removesuffix("se")[:-2], verb.removesuffix("se")[-2:]
    present = ("a", "an", "ando") if ending == "ar" else ("e", "en", "iendo")
    for form in present:
        yield f"se {stem}{form}" if itself and form != present[2] else f"{stem}{form}"
    if itself:
        gerund = "ándose" if ending == "ar" else "iéndose"
        yield f"{stem}{gerund}"
    if stem[-1:] in VOWELS and ending != "ar":
        yield f"{stem}yendo"


def _verb_fr(verb: str) -> Iterator[str]:
    stem = verb[:-2]
    if verb.endswith("er"):
        forms = (f"{stem}e", f"{stem}ent", f"{stem}eant" if stem.endswith("g") else f"{stem}ant")
        forms = forms if not stem.endswith("c") else (*forms[:2], f"{stem[:-1]}çant")
    elif verb.endswith("ir"):
        forms = (f"{stem}it", f"{stem}issent", f"{stem}issant")
    else:
        forms = (stem, f"{stem}ent", f"{stem}ant")
    for form in filter(None, forms):
        yield form
        yield f"s'{form}" if form[0] in "aeéiouh" else f"se {form}"
    if verb.endswith("er") and re.search(r"[eé][^aeiou]er$", verb):
        yield from (re.sub(r"[eé]([^aeiou])er$", r"è\1" + end, verb) for end in ("e", "ent"))
    if verb.endswith("yer"):
        yield from (f"{verb[:-3]}ie", f"{verb[:-3]}ient")

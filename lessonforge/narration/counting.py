"""Ordinals, years and Roman numerals: numbers that a language says otherwise than voices read digits."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from lessonforge.narration.language import Language
from lessonforge.narration.spellout import spelled
from lessonforge.narration.units import SPACES

_ROMAN = r"(?=[IVX]|[LC][IVXLC])(?:C{0,3})(?:X[CL]|L?X{0,3})(?:I[XV]|V?I{0,3})"
_LATIN = "[A-Za-zÀ-ž0-9]"
_VALUES = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100}
_BARE_ROMAN = re.compile(
    rf"(?<!{_LATIN})(?<![.'’-])(?!XX(?!\w))(?=[IVX]{{2}})X{{0,3}}(?:I[XV]|V?I{{0,3}})(?!{_LATIN}|['’]|-[^\W\d])"
)
"""A Roman numeral by itself, of two letters or more; but XX is rather a pair of chromosomes."""
_SLOT = re.compile(r"\{(spellout-[a-z-]+)?\}")
_MAYBE_ROMAN = re.compile(r"(?<!\w)(?:[IVXLC]+|[IVXLC]+(?:er?|re|ème|st|nd|rd|th))(?!\w)")


class Counted(NamedTuple):
    """Code points `[start, end)` of a text are spoken as `spoken`."""

    start: int
    end: int
    spoken: str


def ordinals(text: str, locale: str, known: Language) -> Iterator[Counted]:
    """Numbers in the places that the language names: `1.º`, `12 марта`, `2024年`."""
    for pattern, said in known.ordinals.items():
        for found in _pattern(pattern, r"\d{1,4}(?!\d)").finditer(text):
            yield Counted(_start(found), found.end(), _said(int(found["n"]), said, locale))


def romans(text: str, locale: str, known: Language) -> Iterator[Counted]:
    """Roman numerals: in the places that the language names (`siglo XV`), and by themselves (`World War II`)."""
    for pattern, said in known.romans.items():
        for found in _pattern(pattern, _ROMAN).finditer(text):
            yield Counted(_start(found), found.end(), _said(_value(found["n"]), said, locale))
    for found in _BARE_ROMAN.finditer(text):
        yield Counted(*found.span(), str(_value(found[0])))


def _start(found: re.Match[str]) -> int:
    """Where what is replaced begins: at the number, or at an article before it that the words bring with them."""
    return found.start("from") if found.groupdict().get("from") else found.start("n")


def may_have_romans(text: str) -> bool:
    """Whether there is anything in a text of letters that `romans` should look at."""
    return bool(_MAYBE_ROMAN.search(text))


def filled(template: str, values: Mapping[str, str]) -> str:
    """A template of a language's file with its `{names}` put in."""
    return re.sub(r"\{(\w+)\}", lambda found: values[found[1]], template)


@functools.cache
def _pattern(pattern: str, number: str) -> re.Pattern[str]:
    """`{}` stands for the number; a plain space for any."""
    spaced = pattern.replace(" ", f"[ {SPACES}]")
    before = rf"(?<!{_LATIN})(?<![.,])" if spaced.startswith(("{}", "(?P<n>")) else r"(?<!\w)"
    return re.compile(before + spaced.replace("{}", f"(?P<n>{number})"))


def _said(number: int, template: str, locale: str) -> str:
    """The number in a template such as `{spellout-ordinal}`; of two parted by `|` the first is for those up to ten."""
    low, _, high = template.partition("|")
    chosen = low if number <= 10 or not high else high

    def word(slot: re.Match[str]) -> str:
        return spelled(number, slot[1], locale) if slot[1] else str(number)

    return _SLOT.sub(word, chosen)


def _value(roman: str) -> int:
    values = [_VALUES[letter] for letter in roman]
    return sum(-one if one < after else one for one, after in zip(values, [*values[1:], 0], strict=True))

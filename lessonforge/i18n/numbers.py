"""Numbers in a text, in whatever digits and with whatever signs between them."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator

NUMBER = re.compile(r"\d+(?:(?:[.,'’٫٬]|[ \u00a0\u202f](?=\d{3}(?!\d)))\d+)*")
_ROMAN = ((50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"))


def changed(source: str, text: str, in_words: bool = False) -> Iterator[tuple[str, str]]:
    """What is wrong with the numbers of a translation. A small one may be Roman (*siglo XIX*). Where they may be
    `in_words`, one that is gone is no mistake, and where the source has none, they may be numerals.
    """
    lost, added = differences(source, text)
    added = added if NUMBER.search(source) else []
    if lost and (added or not in_words):
        yield f"the number {', '.join(lost)} of the source is missing.", "Write the numbers as the source has them."
    if added:
        yield f"the number {', '.join(added)} isn't in the source.", "Write the numbers as the source has them."


def differences(source: str, text: str) -> tuple[list[str], list[str]]:
    """The numbers of the source that a translation has not, unless a small one is Roman there, and those it adds."""
    before, after = _numbers(source), _numbers(text)
    words = set(re.findall(r"\w+", text))
    lost = [number for number in before - after if not (len(number) < 3 and _roman(int(number)) in words)]
    return lost, list(after - before)


def _numbers(text: str) -> Counter[str]:
    """Each number in ASCII digits alone: `1,000` and `١٬٠٠٠` are 1000, `97.5` and `97,5` are 975."""
    return Counter("".join(_digit(char) for char in found) for found in NUMBER.findall(text))


def _digit(char: str) -> str:
    return str(unicodedata.decimal(char)) if char.isdecimal() else ""


def _roman(number: int) -> str:
    found = ""
    for value, letters in _ROMAN:
        times, number = divmod(number, value)
        found += letters * times
    return found

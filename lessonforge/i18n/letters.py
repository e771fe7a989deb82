"""Characters that stand where nobody meant them: letters of another script that look alike, and invisible ones."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

ALIKE = ("LATIN", "CYRILLIC", "GREEK", "ARMENIAN")
"""Scripts with letters that look like those of another one, as Unicode's names of characters begin."""
_TWINS = re.compile(r"[AaBCcEeHIiJjKMOoPpSsTXxYy]+")
"""Latin words that can be read as Cyrillic or Greek ones."""
_WORD = re.compile(r"[^\W\d_]+")
_BAD = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\ufeff\ufff9-\uffff\ue000-\uf8ff]")
_MOJIBAKE = re.compile("[ÃÂÐÑØÙà][\x80-\xbf]|â€|ï»¿")
_OPENING, _CLOSING = "\u2066\u2067\u2068", "\u2069"


def mixed(source: str, text: str) -> Iterator[tuple[str, str]]:
    """Words with letters of two scripts, or of Latin letters alone that can't be told from those around them."""
    known, words = set(_WORD.findall(source)), _WORD.findall(text)
    scripts = [_scripts(word) for word in words]
    around = {name for found in scripts for name in found} - {"LATIN"}
    for word, its in zip(words, scripts, strict=True):
        if word in known:
            continue
        if len(its) > 1:
            odd = min(its, key=lambda name: sum(_script(char) == name for char in word))
            chars = ", ".join(_named(char) for char in dict.fromkeys(word) if _script(char) == odd)
            yield f"'{word}' mixes letters of {' and '.join(map(str.title, sorted(its)))}: {chars}.", "Type it again."
        elif its == {"LATIN"} and around and _TWINS.fullmatch(word):
            yield f"'{word}' is written in Latin letters among {max(around).title()} ones.", "Type it again."


def hidden(source: str, text: str) -> Iterator[tuple[str, str]]:
    """Characters that can't be seen and change how a text is drawn, and those of a file read in a wrong encoding."""
    for char in dict.fromkeys(_BAD.findall(text)):
        yield f"there is the character {_named(char)}.", "Remove it."
    if sum(map(text.count, _OPENING)) != text.count(_CLOSING):
        yield "a direction isolate (U+2066 to U+2069) is not closed, or not opened.", "Remove it."
    if (found := _MOJIBAKE.search(text)) and not _MOJIBAKE.search(source):
        yield f"'{found[0]}' looks like text that was read in the wrong encoding.", "Type it again."


def _scripts(word: str) -> set[str]:
    return {name for name in map(_script, word) if name}


def _script(char: str) -> str:
    name = unicodedata.name(char, "").split(" ")[0]
    return name if name in ALIKE else ""


def _named(char: str) -> str:
    return f"U+{ord(char):04X} {unicodedata.name(char, '')}".rstrip()

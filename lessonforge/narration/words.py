"""The words of a text, as they can be told apart in any script."""

from __future__ import annotations

import re
import unicodedata

_ALONE = "\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
"""Kana and Hanzi, written without spaces: each character is a word."""
_TOKEN = re.compile(f"[{_ALONE}]|[^\\s\u2013\u2014\u2026/{_ALONE}]+")


def words(text: str) -> list[tuple[int, int]]:
    """The code points `[start, end)` of each word, without the punctuation around it."""
    bare = (_bare(text, *token.span()) for token in _TOKEN.finditer(text))
    return [(start, end) for start, end in bare if any(char.isalnum() for char in text[start:end])]


def _bare(text: str, start: int, end: int) -> tuple[int, int]:
    """The span without punctuation, symbols and invisible characters at its ends; vowel signs stay."""
    while start < end and unicodedata.category(text[start])[0] not in "LMN":
        start += 1
    while end > start and unicodedata.category(text[end - 1])[0] not in "LMN":
        end -= 1
    return start, end

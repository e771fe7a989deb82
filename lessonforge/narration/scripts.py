"""Which letters a voice of espeak-ng reads: those of its language, Latin and Greek. Others it spells out or skips."""

from __future__ import annotations

import re
import unicodedata

_READERS = {
    "ARABIC": "ar fa ku sd ug ur",
    "ARMENIAN": "hy hyw",
    "BENGALI": "as bn bpy",
    "CHEROKEE": "chr",
    "CJK": "cmn hak yue zh",
    "CYRILLIC": "ba be bg bs cv hr kaa kk ky mk nog ru sr tt uk uz",
    "DEVANAGARI": "hi kok mr ne",
    "ETHIOPIC": "am ti",
    "GEORGIAN": "ka",
    "GUJARATI": "gu",
    "GURMUKHI": "pa",
    "HANGUL": "ko",
    "HEBREW": "he",
    "HIRAGANA": "ja",
    "KANNADA": "kn",
    "KATAKANA": "ja",
    "KHMER": "",
    "LAO": "",
    "MALAYALAM": "ml",
    "MYANMAR": "my shn",
    "ORIYA": "or",
    "SINHALA": "si",
    "TAMIL": "ta",
    "TELUGU": "te",
    "THAI": "th",
    "TIBETAN": "",
}
"""The languages that read a script, by the first word of the Unicode names of its letters."""


_POINTS = re.compile("[\u05b0-\u05c7]")
_LATIN_WORD = re.compile("[A-Za-z]*[a-z][A-Za-z]+|[A-Za-z]+[a-z]")


def unreadable(text: str, model: str) -> str:
    """The letters that a voice can't read, each once, in the order of the text.

    The Hebrew voice says vowel points by their names, the Japanese one Latin words letter by letter.
    """
    language = model.split("-")[0].split("+")[0].lower()
    if language == "he" and (points := _POINTS.findall(text)):
        return "".join(dict.fromkeys(points))
    if language == "ja" and (word := _LATIN_WORD.search(text)):
        return word[0]
    return "".join(dict.fromkeys(char for char in text if not char.isascii() and not _reads(language, char)))


def _reads(language: str, char: str) -> bool:
    if not unicodedata.category(char).startswith("L"):
        return True
    script = unicodedata.name(char, "").split(" ")[0].split("-")[0]
    return script not in _READERS or language in _READERS[script].split()

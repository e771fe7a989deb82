"""What espeak-ng 1.52 misreads, respelled just before it speaks. Every text keeps its length, so that positions hold.

Each rule mends what its phonemes were seen to be, which `tests/narration/test_espeak_spelling.py` keeps.
"""

from __future__ import annotations

import re

_SHADDA, _SUKUN, _SILENT = "\u0651", "\u0652", "\u0640"
_VOWELS = "\u064b-\u0650"
_SUN = "تثدذرزسشصضطظلن"
_VOWEL_FIRST = re.compile(f"([{_VOWELS}\u0670]){_SHADDA}")
_SUN_ARTICLE = re.compile(rf"(?<!\w)((?:[وف]\u064e?)?[بكف][\u064e\u0650])ال(?=[{_SUN}]{_SHADDA})")
_ARTICLE = re.compile(rf"(?<!\w)((?:[وف]\u064e?)?[بكف][\u064e\u0650])ا(?=ل(?![{_VOWELS}]))")
_PAUSE = r"(?=[\s\"'»”’)\]]*(?:[.،؛:!؟?…,]|$))"
_BOUND_T = re.compile(rf"(?<=\u064e)ة([{_VOWELS}]?){_PAUSE}")
_LAST_VOWEL = re.compile(rf"(?<=\w)(?<![يو])[\u064c-\u0650]{_PAUSE}")
_VELAR = re.compile("(?<!\\w)([Nn]g)['’ʼ](?=\\w)")


def respelled(text: str, model: str) -> str:
    """The text as espeak-ng has to be given it, for a model of it: as long as it was."""
    language = re.split("[-+]", model, maxsplit=1)[0].lower()
    rule = {"ar": _arabic, "sw": _swahili}.get(language)
    return rule(text) if rule else text


def _arabic(text: str) -> str:
    """The shadda before its vowel, which is else lost; no long vowel in bi-l- and ka-l-; pausal forms.

    Unicode's normal forms put the vowel first. At a pause the bound t is an h and short last vowels are silent.
    """
    text = _VOWEL_FIRST.sub(rf"{_SHADDA}\1", text)
    text = _SUN_ARTICLE.sub(rf"\1{_SILENT}{_SILENT}", text)
    text = _ARTICLE.sub(r"\1ٱ", text)
    text = _BOUND_T.sub(lambda found: "ه" + _SUKUN * len(found[1]), text)
    return _LAST_VOWEL.sub(_SUKUN, text)


def _swahili(text: str) -> str:
    """No apostrophe in a first ng', which it spells out; inside a word it reads it right."""
    return _VELAR.sub("\\1\u00ad", text).replace("ʼ", "'")

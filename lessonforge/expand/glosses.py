"""Comes in: a storyboard and its lesson's glosses. Goes out: the storyboard with each where its word is first said."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from lessonforge import locales
from lessonforge.lesson import Gloss
from lessonforge.model import Panel, Sentence, Storyboard

_SPACELESS = ("ja", "km", "lo", "my", "th", "yue", "zh")
_WITH_ENDINGS = 4
"""Letters: a word as long is known with an ending of up to three more."""

Waiting = dict[Gloss, re.Pattern[str]]
"""The glosses whose word was not said yet, each with what finds it."""


def glossed(board: Storyboard, glosses: Sequence[Gloss]) -> Storyboard:
    """Each gloss at the first sentence in the lesson's language that has its word, whatever its ending.

    What is not said at this level has no gloss.
    """
    waiting = {gloss: _pattern(gloss.word, board.locale) for gloss in glosses}
    return replace(board, panels=tuple(_panel(panel, waiting, board.locale) for panel in board.panels))


def _panel(panel: Panel, waiting: Waiting, locale: str) -> Panel:
    if not waiting:
        return panel
    return replace(panel, sentences=tuple(_sentence(one, waiting, locale) for one in panel.sentences))


def _sentence(sentence: Sentence, waiting: Waiting, locale: str) -> Sentence:
    if sentence.locale != locale:
        return sentence
    found = [(match.start(), gloss) for gloss, word in waiting.items() if (match := word.search(sentence.written))]
    for _, gloss in found:
        del waiting[gloss]
    lines = sorted((at, f"{gloss.word} – {gloss.meaning}") for at, gloss in found)
    return replace(sentence, glosses=tuple(lines)) if lines else sentence


def _pattern(word: str, locale: str) -> re.Pattern[str]:
    escaped = re.escape(" ".join(word.split()))
    if locales.language(locale) in _SPACELESS:
        return re.compile(escaped)
    ending = r"\w{0,3}" if len(word) >= _WITH_ENDINGS else ""
    return re.compile(rf"(?<!\w){escaped}{ending}(?!\w)", re.IGNORECASE)

"""How long the scenes of a lesson take, as far as its source text tells: the same in every locale.

A picture without words is encoded once, at this length, and fitted to the narration of each locale.
"""

from __future__ import annotations

import math

from lessonforge import locales
from lessonforge.lesson import Lesson, Scene
from lessonforge.lesson_texts import texts
from lessonforge.model import Utterance

LETTERS_A_SECOND = 14.0
"""What voices of the core read out, in letters and spaces; an ideograph takes as long as two."""
_LETTERS = {
    "ar": 15, "de": 18, "en": 18, "es": 18, "fi": 16, "fr": 23, "hi": 15, "ja": 17, "ko": 12, "pt": 17, "ru": 18,
    "sw": 13, "vi": 20, "zh": 8,
}  # fmt: skip
"""The same between the pauses, by language, at a rate of 1: measured on sample lessons with the voices of the core."""
_USUAL = 17
_AROUND = 1.1
"""Seconds before the first word and after the last one."""
_STEP = 1.15
"""Lengths are steps of a ladder, each so much longer than the one below: a word more or less seldom makes another."""


def lengths(lesson: Lesson) -> dict[str, float]:
    """Seconds of each scene by its id."""
    return {scene.id: _step(_AROUND + scene.pause + _said(scene) / LETTERS_A_SECOND) for scene in lesson.scenes}


def _said(scene: Scene) -> int:
    return sum(_letters(text) for _, how, text in texts(scene) if how == "spoken")


def spoken_seconds(utterance: Utterance) -> float:
    """About how long a sentence takes, at the rate of its voice."""
    voice = utterance.voice
    return _letters(utterance.text) / _LETTERS.get(locales.language(voice.locale), _USUAL) / voice.rate


def _letters(text: str) -> int:
    return sum(1 if char < "\u2e80" else 2 for char in " ".join(text.split()))


def _step(seconds: float) -> float:
    return round(_STEP ** round(math.log(max(1.0, seconds), _STEP)), 3)

"""How long the scenes of a lesson take, as far as its source text tells: the same in every locale.

A picture without words is encoded once, at this length, and fitted to the narration of each locale.
"""

from __future__ import annotations

import math

from lessonforge.lesson import Lesson
from lessonforge.lesson_texts import texts
from lessonforge.model import Utterance

LETTERS_A_SECOND = 14.0
"""What voices of the core read out, in letters and spaces; an ideograph takes as long as two."""
_AROUND = 1.1
"""Seconds before the first word and after the last one."""
_STEP = 1.15
"""Lengths are steps of a ladder, each so much longer than the one below: a word more or less seldom makes another."""


def lengths(lesson: Lesson) -> dict[str, float]:
    """Seconds of each scene by its id."""
    return {
        scene.id: _step(_AROUND + scene.pause + sum(_letters(text) for _, how, text in texts(scene) if how == "spoken"))
        for scene in lesson.scenes
    }


def spoken_seconds(utterance: Utterance) -> float:
    """About how long a sentence takes, at the rate of its voice."""
    return _letters(utterance.text) / utterance.voice.rate


def _letters(text: str) -> float:
    return sum(1 if char < "\u2e80" else 2 for char in " ".join(text.split())) / LETTERS_A_SECOND


def _step(seconds: float) -> float:
    return round(_STEP ** round(math.log(max(1.0, seconds), _STEP)), 3)

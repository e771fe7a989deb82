"""Pseudo-locales: a lesson as if it were translated, so that what would break in a translation is seen without one.

`en-XA` has every letter accented and every text longer, as in many a language; `ar-XB` runs from right to left. Both
are read out by the voices of the source language.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any

from lessonforge.i18n.marks import MARK, parts
from lessonforge.lesson import Path
from lessonforge.lesson_texts import map_texts
from lessonforge.model import Script, Sentence, Voice

LOCALES = ("en-XA", "ar-XB")
LONGER = 0.4
"""How much longer a text of `en-XA` is, as a share of its letters."""
_ACCENTED = str.maketrans(
    "AaBbCcDdEeFfGgHhIiKkLlMmNnOoPpRrSsTtUuVvWwXxYyZz", "ȦȧḂḃĊċḊḋĖėḞḟĠġḢḣĬĭḲḳḶḷṀṁṄṅȮȯṖṗṘṙṠṡṪṫṶṷṼṽẆẇẊẋẎẏŻż"
)
"""Letters that few languages have, so that a text's own accents are still told from these."""
_PLAIN = {accented: plain for plain, accented in _ACCENTED.items()}
_WORDS = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
_MARK = "\u200f"
"""RIGHT-TO-LEFT MARK: between two of them a word takes its place as an Arabic one would."""


def translate(script: Script, tag: str) -> Script:
    """The lesson in a pseudo-locale. A word that a label waits for is changed as it is in the narration."""

    def words(at: Path, how: str, text: str) -> str:
        changed = "".join(part if number % 2 else _changed(part, tag) for number, part in enumerate(parts(text)))
        return changed + _padding(text) if tag == "en-XA" and how in ("drawn", "told") else changed

    lesson = map_texts(script.lesson, words)
    own = {scene.id: _values(scene.vars, tag) for scene in lesson.scenes if scene.vars}
    return replace(script, lesson=lesson, locale=tag, vars=_values(lesson.vars, tag), scene_vars=own)


def _values(value: Any, tag: str) -> Any:
    """The words among the values of vars, changed as texts are."""
    if isinstance(value, Mapping):
        return {key: _values(one, tag) for key, one in value.items()}
    if isinstance(value, list | tuple):
        return [_values(one, tag) for one in value]
    return _changed(value, tag) if isinstance(value, str) else value


def read(read_source: Callable[..., tuple[Sentence, ...]], source: str) -> Callable[..., tuple[Sentence, ...]]:
    """What reads a text of a pseudo-locale: as the `source` language would be, but written as it is here."""

    def read(text: str, voice: Voice, locale: str, lexicon: Mapping[str, str]) -> tuple[Sentence, ...]:
        plain = text.translate(_PLAIN) if locale == "en-XA" else text
        said = read_source(plain, voice, source, lexicon)
        written = (one.written.translate(_ACCENTED) if locale == "en-XA" else one.written for one in said)
        return tuple(replace(one, written=its, locale=locale) for one, its in zip(said, written, strict=True))

    return read


def _changed(text: str, tag: str) -> str:
    if tag == "en-XA":
        return text.translate(_ACCENTED)
    return _WORD.sub(lambda word: f"{_MARK}{word[0]}{_MARK}", text)


def _padding(text: str) -> str:
    """Words enough to make a text as much longer as translations are."""
    wanted, added = LONGER * len(MARK.sub("", text)), ""
    for number in range(100):
        if len(added) >= wanted:
            break
        added += f" {_WORDS[number % len(_WORDS)]}".translate(_ACCENTED)
    return added

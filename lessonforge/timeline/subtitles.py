"""Captions in several languages over one narration: tracks of their own, or a line under each caption."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from lessonforge.model import Panel, Sentence, Storyboard, Subtitles
from lessonforge.text import bidi, linebreak
from lessonforge.timeline.cues import Event, cues_of, timed
from lessonforge.timeline.words import SpokenWord, heard_from, heard_until
from lessonforge.timelines import CaptionLimits, Cue

Words = Sequence[Sequence[SpokenWord]]
"""The words of each sentence of a scene, with their times."""
_NARROWEST = 6
"""Columns: no line is broken shorter than this to make as many lines as the other language has."""


def captions_of(
    panel: Panel, words: Words, board: Storyboard, end: int, fps: int, limits: Mapping[str, CaptionLimits]
) -> dict[str, tuple[Cue, ...]]:
    """The cues of a scene that ends at millisecond `end`: subtitles by their locale, those of its narration by `""`."""
    under = next((one for one in panel.subtitles if one.locale == board.bilingual), None)
    own = limits[board.locale]
    if under:
        main = timed(_paired_events(panel, under, words, own, limits[under.locale]), end, fps, own)
    else:
        main = cues_of(panel.sentences, words, end, fps, own)
    tracks = {one.locale: _track(panel, one, words, end, fps, limits[one.locale]) for one in panel.subtitles}
    return {"": main, **tracks}


def _track(panel: Panel, one: Subtitles, words: Words, end: int, fps: int, limits: CaptionLimits) -> tuple[Cue, ...]:
    """A sentence is up for as long as the one that it translates is heard, evenly along its letters."""
    said = [
        (replace(sentence, written=text, spans=(), locale=one.locale, glosses=()), (_whole(text, heard),))
        for sentence, text, heard in zip(panel.sentences, one.texts, words, strict=True)
        if text
    ]
    return cues_of([sentence for sentence, _ in said], [heard for _, heard in said], end, fps, limits)


def _whole(text: str, heard: Sequence[SpokenWord]) -> SpokenWord:
    return SpokenWord(0, len(text), heard[0].t0, heard[-1].t1)


def _paired_events(
    panel: Panel, under: Subtitles, words: Words, limits: CaptionLimits, other: CaptionLimits
) -> list[Event]:
    found: list[Event] = []
    for sentence, text, heard in zip(panel.sentences, under.texts, words, strict=True):
        lines = _alike((sentence.written, sentence.locale, limits.columns), (text, under.locale, other.columns))
        found += (_event(sentence, text, under.locale, span, below, heard) for span, below in lines)
    return found


def _event(
    sentence: Sentence,
    text: str,
    locale: str,
    span: linebreak.Span,
    below: linebreak.Span,
    heard: Sequence[SpokenWord],
) -> Event:
    made = Event.of(sentence, [span], heard_from(heard, span[0]), heard_until(heard, span[1]))
    return made._replace(under=bidi.isolate(text[slice(*below)], locale), under_locale=locale if text else "")


Text = tuple[str, str, int]
"""A text, its locale, and the columns that a line of it may have."""


def _alike(one: Text, other: Text) -> list[tuple[linebreak.Span, linebreak.Span]]:
    """Both texts in single lines, as many of one as of the other: broken narrower where one has fewer.

    Where no breaking makes them even, a line of the shorter one stays on for several of the longer.
    """
    first, second = _single(*one), _single(*other) or [(0, 0)]
    for _ in range(3):
        most = max(len(first), len(second))
        first = first if len(first) == most else _at_least(most, *one)
        second = second if len(second) == most or not other[0] else _at_least(most, *other)
    most = max(len(first), len(second))
    return [(first[n * len(first) // most], second[n * len(second) // most]) for n in range(most)]


def _single(text: str, locale: str, columns: int) -> list[linebreak.Span]:
    return [line for event in linebreak.lines(text, locale, columns, 1) for line in event]


def _at_least(count: int, text: str, locale: str, columns: int) -> list[linebreak.Span]:
    """The text in so many lines or more: the widest that make so many."""
    lines = _single(text, locale, columns)
    for narrower in range(columns - 1, _NARROWEST, -1):
        if len(lines) >= count:
            break
        lines = _single(text, locale, narrower)
    return lines

"""When each word of a text is heard, from as little as an engine tells."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from lessonforge.model import WordMark
from lessonforge.narration.words import words

Heard = Sequence[tuple[int, float]]
"""Code points of a text and the seconds at which they begin to be heard, as far as they are known."""
Pauses = Sequence[tuple[float, float]]
"""(start, end) seconds in which nothing is said, in order."""


def marks(text: str, heard: Heard, pauses: Pauses, seconds: float) -> tuple[WordMark, ...]:
    """A mark for every word, in sound that lasts `seconds`.

    A word begins where the first thing heard inside it does, but not in a pause; one that nothing is known of shares
    the time around it with its neighbours by length, pauses left out. A word ends where the next or a pause begins.
    """
    spans = words(text)
    if not spans:
        return ()
    starts = _starts(spans, _first_heard(spans, heard), pauses, seconds)
    ends = [_end(start, until, pauses) for start, until in zip(starts, [*starts[1:], seconds], strict=True)]
    return tuple(WordMark(*span, *times) for span, *times in zip(spans, starts, ends, strict=True))


def _first_heard(spans: Sequence[tuple[int, int]], heard: Heard) -> list[float | None]:
    """The second at which each word begins, or None. What is said of symbols between words is left out."""
    known: list[float | None] = [None] * len(spans)
    n = 0
    for position, second in sorted(heard):
        while n + 1 < len(spans) and spans[n + 1][0] <= position:
            n += 1
        if known[n] is None and spans[n][0] <= position < spans[n][1]:
            known[n] = second
    return known


def _starts(
    spans: Sequence[tuple[int, int]], known: Sequence[float | None], pauses: Pauses, seconds: float
) -> list[float]:
    """The second at which each word begins, on a clock that stands still in pauses while the gaps are filled."""
    letters = np.cumsum([0, *(end - start for start, end in spans)])
    clock = _clock(pauses, seconds)
    places = [(letters[n], _told(clock, second)) for n, second in enumerate(known) if second is not None]
    anchors = [(0, 0.0)] * (known[0] is None) + places + [(letters[-1], _told(clock, seconds))]
    at, told = np.maximum.accumulate(np.array(anchors, float), axis=0).T
    filled = np.interp(letters[:-1], at, told)
    exact = [_second(clock, time) if second is None else second for time, second in zip(filled, known, strict=True)]
    heard = [next((last for first, last in pauses if first <= start < last), start) for start in exact]
    return [float(start) for start in np.clip(np.maximum.accumulate(heard), 0, seconds)]


def _clock(pauses: Pauses, seconds: float) -> np.ndarray:
    """Knots (second, second without pauses), in order."""
    knots, lost = [(0.0, 0.0)], 0.0
    for start, end in pauses:
        knots += [(start, start - lost), (end, start - lost)]
        lost += end - start
    return np.array([*knots, (max(seconds, knots[-1][0]), max(seconds, knots[-1][0]) - lost)])


def _told(clock: np.ndarray, second: float) -> float:
    return float(np.interp(second, clock[:, 0], clock[:, 1]))


def _second(clock: np.ndarray, told: float) -> float:
    """The moment of a clock's time; behind the pause where it stands still, for that is where a word begins."""
    after = int(np.searchsorted(clock[:, 1], told, side="right"))
    if after == len(clock):
        return float(clock[-1, 0])
    (x0, y0), (x1, y1) = clock[after - 1], clock[after]
    return float(x0 + (x1 - x0) * (told - y0) / (y1 - y0))


def _end(start: float, until: float, pauses: Pauses) -> float:
    """Where a word that began at `start` ends, when the next begins at `until`."""
    return next((first for first, last in pauses if start < first < until <= last + 0.05), until)

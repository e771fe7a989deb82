"""When each written word is heard: the word marks of a speech, carried from what was spoken to what was written."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from lessonforge.model import Sentence, Span, Speech, WordMark


class SpokenWord(NamedTuple):
    """Code points `[start, end)` of the written sentence, heard in seconds `[t0, t1)` of the scene."""

    start: int
    end: int
    t0: float
    t1: float


def spoken_words(sentence: Sentence, speech: Speech, start: float) -> tuple[SpokenWord, ...]:
    """The words of a sentence whose speech starts at second `start` of the scene, in order and never empty.

    What is read out as several words but written as one piece ("5 km", "five kilometres") is one word here. Marks are
    taken in the order of the text and their times are made to rise.
    """
    words: list[SpokenWord] = []
    for mark in sorted(speech.marks, key=lambda mark: mark.start):
        first, last = _written(sentence, mark)
        t0 = max(start + mark.t0, words[-1].t0 if words else start)
        t1 = max(start + mark.t1, t0)
        if words and first < words[-1].end:
            words[-1] = SpokenWord(words[-1].start, max(last, words[-1].end), words[-1].t0, max(t1, words[-1].t1))
        elif first < last:
            words.append(SpokenWord(first, last, t0, t1))
    return tuple(words) or (SpokenWord(0, max(1, len(sentence.written)), start, start + speech.seconds),)


def heard_from(words: Sequence[SpokenWord], position: int) -> float:
    """The second at which the text from `position` on begins to be heard."""
    for word in words:
        if position < word.end:
            return _inside(word, max(position, word.start))
    return words[-1].t1


def heard_until(words: Sequence[SpokenWord], position: int) -> float:
    """The second at which the text before `position` has been heard."""
    for word in reversed(words):
        if position > word.start:
            return _inside(word, min(position, word.end))
    return words[0].t0


def _inside(word: SpokenWord, position: int) -> float:
    return word.t0 + (word.t1 - word.t0) * (position - word.start) / (word.end - word.start)


def _written(sentence: Sentence, mark: WordMark) -> tuple[int, int]:
    """Where the code points of a mark, which are of the spoken text, stand in the written one."""
    first = _position(sentence, mark.start, 0)
    last = _position(sentence, mark.end - 1, 1)
    return min(first, len(sentence.written)), min(last, len(sentence.written))


def _position(sentence: Sentence, spoken: int, after: int) -> int:
    """The written position before (`after` 0) or behind (1) the character at `spoken`."""
    shift = 0
    for span in sentence.spans:
        if spoken < span.spoken_start:
            break
        if spoken < span.spoken_end and not _same(sentence, span):
            return span.end if after else span.start
        shift = span.start - span.spoken_start if spoken < span.spoken_end else span.end - span.spoken_end
    return spoken + shift + after


def _same(sentence: Sentence, span: Span) -> bool:
    """Whether a span is spoken just as it is written, so that its characters match one to one."""
    return sentence.written[span.start : span.end] == sentence.utterance.text[span.spoken_start : span.spoken_end]

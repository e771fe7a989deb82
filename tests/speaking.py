"""Sentences and speech made by hand, with known times, for tests of what follows the speech engines."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import accumulate

from lessonforge.blob import Blob
from lessonforge.model import Panel, Sentence, Shot, Span, Speech, Still, Storyboard, Utterance, Voice, WordMark
from lessonforge.timeline.layout import lay_out
from lessonforge.timelines import Timeline

SECONDS_A_LETTER = 0.06


def sentence(text: str, locale: str = "en", pause: float = 0.0, voice: str = "narrator", **spoken: str) -> Sentence:
    """A sentence that is read as written, but for the words given as `written=spoken`."""
    pieces = [(word, spoken.get(word, word)) for word in text.split(" ")]
    return sentence_of(pieces, locale, " ", pause, voice)


def sentence_of(
    pieces: Sequence[tuple[str, str]], locale: str, space: str, pause: float = 0.0, voice: str = "narrator"
) -> Sentence:
    """A sentence of pieces (written, spoken); the map tells only of those that are spoken otherwise."""
    written = space.join(one for one, _ in pieces)
    spoken = space.join(other for _, other in pieces)
    at_written = accumulate((len(one) + len(space) for one, _ in pieces), initial=0)
    at_spoken = accumulate((len(other) + len(space) for _, other in pieces), initial=0)
    spans = tuple(
        Span(start, start + len(one), spoken_start, spoken_start + len(other))
        for (one, other), start, spoken_start in zip(pieces, at_written, at_spoken, strict=False)
        if one != other
    )
    return Sentence(written, Utterance(spoken, Voice(voice, locale, "test", "test")), spans, locale, pause)


def speech_of(sentence: Sentence, words: Sequence[str], seconds: Sequence[float] | None = None) -> Speech:
    """Speech in which each of `words`, found in order in what is spoken, lasts `seconds` (else by its length)."""
    marks, at, now = [], 0, 0.0
    for word, lasts in zip(words, seconds or [len(word) * SECONDS_A_LETTER for word in words], strict=True):
        start = sentence.utterance.text.index(word, at)
        marks.append(WordMark(start, at := start + len(word), now, now + lasts))
        now += lasts
    return Speech(Blob.of(sentence.utterance.text.encode()), now, tuple(marks), "engine")


def spoken(sentence: Sentence) -> Speech:
    """Speech of a sentence whose words stand between spaces."""
    return speech_of(sentence, sentence.utterance.text.split())


def timeline_of(panels: Sequence[Panel], limits, locale: str = "en", fps: int = 30, title: str = "A test") -> Timeline:
    """Panels laid out, with speech for their sentences and a grey picture for each shot."""
    still = Still((Blob.of(b"grey"),), 16, 9)
    speeches = {one.utterance: spoken(one) for panel in panels for one in panel.sentences}
    storyboard = Storyboard("test", locale, title, tuple(panels))
    return lay_out(storyboard, {panel.shot: still for panel in panels}, speeches, fps, {storyboard.locale: limits})


def panel(*sentences: Sentence, **fields) -> Panel:
    """A panel over a grey picture."""
    given = {"id": "one", "at": ("scenes", 0), "shot": Shot("prompt", 16, 9)} | fields
    return Panel(sentences=sentences, **given)

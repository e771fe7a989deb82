"""Captions from word marks: the lines a reader sees, and when."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from lessonforge.model import Sentence
from lessonforge.text import bidi, linebreak
from lessonforge.timecode import to_ms
from lessonforge.timeline.words import SpokenWord, heard_from, heard_until
from lessonforge.timelines import CaptionLimits, Cue
from lessonforge.tongues import Tongue

Lines = Sequence[tuple[int, int]]
"""Lines as code points `[start, end)` of the written sentence."""


class Event(NamedTuple):
    """A caption before its end is settled: `heard` and `silent` are when its words start and stop, in milliseconds."""

    lines: tuple[str, ...]
    heard: int
    silent: int
    locale: str
    under: str = ""
    under_locale: str = ""
    tongues: tuple[tuple[int, Tongue], ...] = ()

    @classmethod
    def of(cls, sentence: Sentence, lines: Lines, heard: float, silent: float) -> Event:
        """The lines of a sentence, whose words are heard from `heard` to `silent` seconds."""
        isolated = bidi.isolated(sentence.written, lines, sentence.locale)
        texts = tuple(" ".join(line.strip().splitlines()) for line in isolated)
        return cls(texts, to_ms(heard), to_ms(silent), sentence.locale, tongues=tuple(_tongues(sentence, lines, texts)))


def _tongues(sentence: Sentence, lines: Lines, texts: Sequence[str]) -> Iterator[tuple[int, Tongue]]:
    """The words of other languages in each line (its number, where they stand in it)."""
    for number, ((start, end), text) in enumerate(zip(lines, texts, strict=True)):
        first = end - len(sentence.written[start:end].lstrip())
        places = [at for at, char in enumerate(text) if char not in "\u2066\u2067\u2068\u2069"]
        for one in sentence.tongues:
            begins, ends = max(one.start - first, 0), min(one.end - first, len(places))
            if begins < ends:
                yield number, Tongue(places[begins], places[ends - 1] + 1, one.locale)


def cues_of(
    sentences: Sequence[Sentence], words: Sequence[Sequence[SpokenWord]], end: int, fps: int, limits: CaptionLimits
) -> tuple[Cue, ...]:
    """The cues of a scene that ends at millisecond `end`: those of each sentence, whose `words` are given beside it.

    Each starts with its first word. It stays past its last one as the limits allow, but never beyond the next cue or
    the end of the scene; it keeps the gap to the next cue, or ends as that one starts where the speech runs on.
    """
    pairs = zip(sentences, words, strict=True)
    return timed([event for sentence, heard in pairs for event in _events(sentence, heard, limits)], end, fps, limits)


def timed(events: Sequence[Event], end: int, fps: int, limits: CaptionLimits) -> tuple[Cue, ...]:
    """The events of a scene that ends at millisecond `end` as cues, apart and as long on screen as they may be."""
    frame, gap = -(-1000 // fps), round(limits.gap * 1000 / fps)
    starts: list[int] = []
    for event in events:
        starts.append(max(event.heard, starts[-1] + frame) if starts else event.heard)
    follows = [*starts[1:], end][: len(starts)]
    return tuple(
        Cue(
            start,
            _end(event, start, follow, gap, limits),
            event.lines,
            event.locale,
            event.under,
            event.under_locale,
            event.tongues,
        )
        for event, start, follow in zip(events, starts, follows, strict=True)
    )


def _end(event: Event, start: int, follow: int, gap: int, limits: CaptionLimits) -> int:
    if follow - gap < event.silent:
        return max(follow - gap, start + 1) if limits.apart else follow
    to_read = to_ms(sum(map(len, event.lines)) / limits.cps)
    wanted = max(event.silent + to_ms(limits.linger), start + to_ms(limits.shortest), start + to_read)
    allowed = min(event.silent + to_ms(limits.drift), start + to_ms(limits.longest))
    end = max(event.silent, min(wanted, allowed))
    return follow - gap if follow - end < to_ms(limits.linger) else end


def _events(sentence: Sentence, words: Sequence[SpokenWord], limits: CaptionLimits) -> list[Event]:
    groups = [
        [(start + at, end + at) for start, end in group]
        for at, part in _parts(sentence)
        for group in linebreak.lines(part, sentence.locale, limits.columns, limits.lines)
    ]
    return [_event(sentence, part, words) for group in groups for part in _fitting(group, words, limits.longest)]


def _parts(sentence: Sentence) -> list[tuple[int, str]]:
    """A recording holds a whole narration: its sentences, each with the code point it starts at. Else the sentence."""
    if not sentence.utterance.recording:
        return [(0, sentence.written)]
    from sentencex import get_sentence_boundaries

    bounds = get_sentence_boundaries(sentence.locale.split("-")[0], sentence.written)
    return [(bound["start_index"], sentence.written[bound["start_index"] : bound["end_index"]]) for bound in bounds]


def _fitting(group: Lines, words: Sequence[SpokenWord], longest: float) -> list[Lines]:
    """A group of lines, or each line on its own when they take longer to say than a caption may stay."""
    seconds = heard_until(words, group[-1][1]) - heard_from(words, group[0][0])
    return [group] if seconds <= longest else [[line] for line in group]


def _event(sentence: Sentence, group: Lines, words: Sequence[SpokenWord]) -> Event:
    made = Event.of(sentence, group, heard_from(words, group[0][0]), heard_until(words, group[-1][1]))
    glosses = [line for at, line in sentence.glosses if group[0][0] <= at < group[-1][1]]
    return made._replace(under=" · ".join(glosses), under_locale=sentence.locale) if glosses else made

"""Spans between two texts: put one after another, or through a third text."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from lessonforge.model import Span

Spans = Sequence[Span]


def shifted(spans: Spans, by: int, spoken_by: int) -> tuple[Span, ...]:
    """The spans of texts that stand further on in longer ones."""
    return tuple(
        Span(one.start + by, one.end + by, one.spoken_start + spoken_by, one.spoken_end + spoken_by) for one in spans
    )


def composed(written: str, first: Spans, between: str, second: Spans, spoken: str) -> tuple[Span, ...]:
    """The spans from a written to a spoken text, by way of the one `between` them.

    They end where both ways have an end, or one has it inside a part that the other leaves as it is.
    """
    to_written = {at: place for place, at in _places(written, first, between)}
    to_spoken = dict(_places(between, second, spoken))
    cuts = sorted({one.spoken_end for one in first} | {one.end for one in second})
    ends = [(to_written[at], to_spoken[at]) for at in cuts if at in to_written and at in to_spoken]
    spans: list[Span] = []
    at, said = 0, 0
    for end, heard in ends:
        if end > at:
            spans.append(Span(at, end, said, heard))
            at, said = end, heard
        elif spans:
            spans[-1] = Span(spans[-1].start, at, spans[-1].spoken_start, heard)
            said = heard
    return tuple(spans)


def _places(text: str, spans: Spans, other: str) -> Iterable[tuple[int, int]]:
    """The places of a text that have one of their own in the other, with it: the last, where there are several."""
    yield 0, 0
    for one in spans:
        if text[one.start : one.end] == other[one.spoken_start : one.spoken_end]:
            yield from zip(range(one.start + 1, one.end), range(one.spoken_start + 1, one.spoken_end), strict=True)
        yield one.end, one.spoken_end

"""Where lines may end and where they end best: by ICU's rules for the language, and evenly."""

from __future__ import annotations

import functools
import itertools
import unicodedata
from collections.abc import Iterator, Sequence
from pathlib import Path

Span = tuple[int, int]
"""Code points `[start, end)` of a text."""

_PHRASED = {"ja": "ja-u-lw-phrase", "ko": "ko-u-lw-phrase"}
_SENTENCE_END = frozenset(".!?…\u3002\uff01\uff1f\u061f\u0964\u0965\u06d4\u17d4")
_PAUSE = frozenset(",;:–—\u3001\uff0c\uff1b\uff1a\u060c\u061b")
_HYPHEN = frozenset("-\u2010")
_JOINER, _SPACE = "\u2060", "\u200b"  # WORD JOINER, ZERO WIDTH SPACE
# What a line costs besides the square of the share of it that stays empty.
_LINE, _EVENT, _UNDERFULL, _WEAK, _BEFORE, _AT_PAUSE, _AT_END = 0.4, 0.4, 0.4, 0.7, -0.1, -0.25, -0.4


def columns(text: str) -> int:
    """The width in columns: 2 for wide East Asian characters (UAX #11), 0 for marks and joiners, else 1."""
    return len(text) if text.isascii() else sum(map(_column, text))


def units(text: str, locale: str) -> list[Span]:
    """The pieces between which a line may end, in order, trailing spaces included.

    By ICU (UAX #14, and dictionaries for Thai, Khmer, Lao and Burmese); Japanese and Korean stay in phrases and words,
    Chinese in words.
    """
    from icu4py.breakers import LineBreaker, WordBreaker

    language = locale.replace("_", "-").split("-")[0].lower()
    pieces = _spans(iter(LineBreaker(text, _PHRASED.get(language, locale))))
    if language != "zh":
        return pieces
    words = {end for _, end in _spans(iter(WordBreaker(text, locale)))}
    ends = [end for _, end in pieces if end in words]
    return list(zip((0, *ends[:-1]), ends, strict=True)) if ends else []


def lines(text: str, locale: str, width: int, max_lines: int = 2) -> list[list[Span]]:
    """Events of at most `max_lines` lines of at most `width` columns, as spans of `text` without outer spaces.

    The split with the least cost over the whole text: even lines, few events, breaks at punctuation rather than after
    an article or a preposition. Only a piece that is wider than a line is cut, and never inside a grapheme cluster.
    """
    pieces = [cut for piece in units(text, locale) for cut in _cut(text, piece, locale, width)]
    pieces = [piece for piece in pieces if text[slice(*piece)].strip()]
    if not pieces:
        return []
    if columns(text.strip()) <= width:
        return [[_trimmed(text, pieces[0][0], pieces[-1][1])]]
    breaks = _best(text, pieces, locale, width, max_lines)
    return [[_trimmed(text, pieces[a][0], pieces[b - 1][1]) for a, b in event] for event in breaks]


def glue(text: str, locale: str) -> str:
    """The text with joiners inside short units and zero-width spaces between, for typesetters that break ja, ko and zh
    anywhere.
    """
    if locale[:2] not in ("ja", "ko", "zh"):
        return text
    return _SPACE.join(_glued(text[start:end], locale) for start, end in units(text, locale))


def _glued(unit: str, locale: str) -> str:
    word = unit.rstrip()
    return _JOINER.join(_clusters(word, locale)) + unit[len(word) :] if columns(word) <= 16 else unit


def _best(text: str, pieces: Sequence[Span], locale: str, width: int, max_lines: int) -> list[list[Span]]:
    """The cheapest events, each a list of lines as (first piece, end piece): dynamic programming over the breaks."""
    full = [columns(text[a:b]) for a, b in pieces]
    bare = [columns(text[a:b].rstrip()) for a, b in pieces]
    at_break = [0.0, *(_penalty(text, *pair, locale) for pair in itertools.pairwise(pieces)), 0.0]
    # best[end][lines] = (cost, start of the last line, lines before it in the event or 0 for none)
    best: list[dict[int, tuple[float, int, int]]] = [{0: (0.0, 0, 0)}]
    for end in range(1, len(pieces) + 1):
        found: dict[int, tuple[float, int, int]] = {}
        used = bare[end - 1]
        for start in range(end - 1, -1, -1):
            if start < end - 1:
                used += full[start]
            if used > width and start < end - 1:
                break
            line = _LINE + (max(0, width - used) / width) ** 2 + at_break[end]
            for before, (cost, _, _) in best[start].items():
                new = before >= max_lines or before == 0
                event = _EVENT + _UNDERFULL * (before < max_lines) + at_break[start] / 2 if start else 0.0
                for count, extra in ((1, event),) if new else ((1, event), (before + 1, 0.0)):
                    total = cost + line + extra
                    if count not in found or total < found[count][0]:
                        found[count] = (total, start, before)
        best.append(found)
    return _walk_back(best)


def _walk_back(best: list[dict[int, tuple[float, int, int]]]) -> list[list[Span]]:
    events: list[list[Span]] = [[]]
    end = len(best) - 1
    count = min(best[end], key=lambda lines: best[end][lines][0])
    while end:
        _, start, before = best[end][count]
        events[-1].append((start, end))
        if count == 1 and start:
            events.append([])
        end, count = start, before
    return [event[::-1] for event in events[::-1]]


def _penalty(text: str, left: Span, right: Span, locale: str) -> float:
    """What it costs, or gains, to end a line between two pieces."""
    word = text[left[0] : left[1]].strip()
    last = word.rstrip("\"'»”’)]」』")[-1:]
    if last in _SENTENCE_END:
        return _AT_END
    if last in _PAUSE:
        return _AT_PAUSE
    weak = _weak_endings().get(locale.split("-")[0], frozenset())
    measure = last.isdecimal() and text[left[1] - 1].isspace()  # a number stays with its unit
    parted = last in _HYPHEN and not text[left[1] - 1].isspace()  # Qu'est- | ce
    if measure or parted or word.lower() in weak:
        return _WEAK
    return _BEFORE if text[right[0] : right[1]].strip().lower() in weak else 0.0


@functools.cache
def _weak_endings() -> dict[str, frozenset[str]]:
    import yaml

    data = yaml.safe_load(Path(__file__).with_name("weak_endings.yaml").read_text("utf-8"))
    return {language: frozenset(words.split()) for language, words in data.items()}


def _cut(text: str, piece: Span, locale: str, width: int) -> Iterator[Span]:
    """The piece, or where it is wider than a line, parts of it that are not."""
    start, end = piece
    if columns(text[start:end].rstrip()) > width:
        at = start
        for cluster in _clusters(text[start:end], locale):
            if columns(text[start : at + len(cluster)]) > width and at > start:
                yield start, at
                start = at
            at += len(cluster)
    yield start, end


def _trimmed(text: str, start: int, end: int) -> Span:
    part = text[start:end]
    return start + len(part) - len(part.lstrip()), start + len(part.rstrip())


def _clusters(text: str, locale: str) -> list[str]:
    from icu4py.breakers import CharacterBreaker

    return list(CharacterBreaker(text, locale))


def _spans(parts: Iterator[str]) -> list[Span]:
    ends = list(itertools.accumulate(map(len, parts)))  # ICU's own offsets count UTF-16 units
    return list(zip((0, *ends[:-1]), ends, strict=True)) if ends else []


@functools.cache
def _column(char: str) -> int:
    if unicodedata.category(char) in ("Mn", "Me", "Cf"):
        return 0
    return 2 if unicodedata.east_asian_width(char) in "WF" else 1

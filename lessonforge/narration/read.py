"""Comes in: a text as an author writes it. Goes out: sentences, as written for captions and as spoken for a voice."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import NamedTuple

from lessonforge.blob import Blob
from lessonforge.errors import EngineMissing, Unreadable
from lessonforge.model import Insert, Sentence, Span, Utterance, Voice
from lessonforge.narration import frontends
from lessonforge.narration.sentences import paragraphs, sentences
from lessonforge.narration.spans import composed, shifted
from lessonforge.narration.spelling import spell
from lessonforge.narration.words import words
from lessonforge.tongues import Tongue, parted

BETWEEN_SENTENCES, BETWEEN_PARAGRAPHS = 0.35, 0.7

Abroad = Callable[[str, Voice], Voice]
"""(locale, voice) -> who says words of that locale inside what the voice says. Raises Unreadable for nobody."""


def _nobody(locale: str, voice: Voice) -> Voice:
    raise Unreadable(f"no voice is known that speaks '{locale}'.")


def utterances(
    text: str, voice: Voice, locale: str, lexicon: Mapping[str, str], abroad: Abroad = _nobody
) -> tuple[Sentence, ...]:
    """The sentences of a text, each an utterance of a voice. The lesson's lexicon goes before the voice's own.

    Raises Unreadable where tags of other languages don't match, and for what the voice's front end needs.
    """
    plain, tongues = parted(unicodedata.normalize("NFC", text))
    reader = _Reader(voice, locale, lexicon, abroad)
    found: list[Sentence] = []
    for paragraph in _in_tongues(paragraphs(plain), _inked(plain, tongues)):
        pieces = _in_tongues(sentences(paragraph.text, locale), _inked(*paragraph))
        found += (reader.sentence(*one) for one in pieces)
        found[-1] = replace(found[-1], pause=BETWEEN_PARAGRAPHS)
    return (*found[:-1], *(replace(last, pause=BETWEEN_SENTENCES) for last in found[-1:]))


def recorded(
    text: str, recording: Blob, voice: Voice, locale: str, lexicon: Mapping[str, str], abroad: Abroad = _nobody
) -> Sentence:
    """All of a text as the one sentence that was recorded, however many it has: a recording is not cut up.

    Captions still break where its sentences end, for every word has its mark.
    """
    plain, tongues = parted(unicodedata.normalize("NFC", text))
    (written,) = _in_tongues([" ".join(paragraphs(plain))], _inked(plain, tongues))
    sentence = _Reader(replace(voice, frontend=""), locale, lexicon, abroad).mixed(*written)
    return replace(sentence, utterance=replace(sentence.utterance, recording=recording, inserts=()))


class _Passage(NamedTuple):
    """A text, and what of it is in other languages."""

    text: str
    tongues: tuple[Tongue, ...]


def _inked(text: str, tongues: Iterable[Tongue]) -> list[Tongue]:
    """The same, counted in characters that are no blanks: those stay when a text is cut into sentences."""
    if not tongues:
        return []
    ink = [0]
    for char in text:
        ink.append(ink[-1] + (not char.isspace()))
    return [Tongue(ink[one.start], ink[one.end], one.locale) for one in tongues]


def _in_tongues(texts: Iterable[str], inked: Sequence[Tongue]) -> Iterator[_Passage]:
    """The pieces of a text, each with what of it is in other languages."""
    before = 0
    for text in texts:
        places = [] if not inked else [at for at, char in enumerate(text) if not char.isspace()]
        cut = ((max(one.start - before, 0), min(one.end - before, len(places)), one.locale) for one in inked)
        its = (Tongue(places[first], places[last - 1] + 1, tag) for first, last, tag in cut if first < last)
        yield _Passage(text, tuple(its))
        before += len(places)


class _Reader(NamedTuple):
    """Who reads a text: the voice and how it respells words, and where the voices of other languages are."""

    voice: Voice
    locale: str
    lexicon: Mapping[str, str]
    abroad: Abroad

    def sentence(self, written: str, tongues: tuple[Tongue, ...]) -> Sentence:
        """A sentence; one that is all in another language is that language's own."""
        inside = words(written)
        whole = next(
            (one for one in tongues if inside and one.start <= inside[0][0] and inside[-1][1] <= one.end), None
        )
        if whole is None:
            return self.mixed(written, tongues)
        return self._in(whole.locale).mixed(written, ())

    def mixed(self, written: str, tongues: tuple[Tongue, ...]) -> Sentence:
        """A sentence with words of other languages in it."""
        spoken, at = "", 0
        spans: list[Span] = []
        inserts: list[Insert] = []
        for one in (*tongues, Tongue(len(written), len(written), self.locale)):
            for reader, start, end in ((self, at, one.start), (self._in(one.locale), one.start, one.end)):
                said, its = reader._spelled(written[start:end])
                spans += shifted(its, start, len(spoken))
                inserts += [Insert(len(spoken), len(spoken) + len(said), reader.voice)] if reader is not self else []
                spoken += said
            at = one.end
        inserts = [one for one in inserts if one.start < one.end]
        utterance = Utterance(spoken, self.voice, inserts=tuple(inserts))
        return Sentence(written, utterance, tuple(spans), self.locale, BETWEEN_SENTENCES, tongues=tongues)

    def _in(self, locale: str) -> _Reader:
        """Who reads words of another language; the lesson's lexicon is not for them."""
        return self if locale == self.locale else _Reader(self.abroad(locale, self.voice), locale, {}, self.abroad)

    def _spelled(self, written: str) -> tuple[str, tuple[Span, ...]]:
        spoken, spans = spell(written, self.locale, {**dict(self.voice.lexicon), **self.lexicon})
        if not self.voice.frontend:
            return spoken, spans
        try:
            prepared, further = frontends.load(self.voice.frontend)(spoken)
        except EngineMissing as error:
            raise Unreadable(f"voice '{self.voice.name}' can't read it by itself.", str(error)) from error
        return prepared, composed(written, spans, spoken, further, prepared)

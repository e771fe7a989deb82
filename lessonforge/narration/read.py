"""Comes in: a text as an author writes it. Goes out: sentences, as written for captions and as spoken for a voice."""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping
from dataclasses import replace

from lessonforge.blob import Blob
from lessonforge.model import Sentence, Utterance, Voice
from lessonforge.narration.sentences import paragraphs, sentences
from lessonforge.narration.spelling import spell

BETWEEN_SENTENCES, BETWEEN_PARAGRAPHS = 0.35, 0.7


def utterances(text: str, voice: Voice, locale: str, lexicon: Mapping[str, str]) -> tuple[Sentence, ...]:
    """The sentences of a text, each an utterance of a voice. The lesson's lexicon goes before the voice's own."""
    found: list[Sentence] = []
    for paragraph in paragraphs(unicodedata.normalize("NFC", text)):
        found += (_sentence(one, voice, locale, lexicon) for one in sentences(paragraph, locale))
        found[-1] = replace(found[-1], pause=BETWEEN_PARAGRAPHS)
    return (*found[:-1], *(replace(last, pause=BETWEEN_SENTENCES) for last in found[-1:]))


def recorded(text: str, recording: Blob, voice: Voice, locale: str, lexicon: Mapping[str, str]) -> Sentence:
    """All of a text as the one sentence that was recorded, however many it has: a recording is not cut up.

    Captions still break where its sentences end, for every word has its mark.
    """
    written = " ".join(paragraphs(unicodedata.normalize("NFC", text)))
    sentence = _sentence(written, voice, locale, lexicon)
    return replace(sentence, utterance=replace(sentence.utterance, recording=recording))


def _sentence(written: str, voice: Voice, locale: str, lexicon: Mapping[str, str]) -> Sentence:
    spoken, spans = spell(written, locale, {**dict(voice.lexicon), **lexicon})
    return Sentence(written, Utterance(spoken, voice), spans, locale, BETWEEN_SENTENCES)

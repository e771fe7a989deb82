"""Comes in: a storyboard, and the same lesson's in other languages. Goes out: the storyboard with subtitles in these.

Subtitles go with the narration that is heard: each sentence gets the words that mean the same. Where a translation has
as many sentences in a text, they go one to one; else a sentence goes where its middle is.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from lessonforge.locales import between_sentences
from lessonforge.model import Panel, Sentence, Storyboard, Subtitles


def subtitled(board: Storyboard, others: Sequence[Storyboard], bilingual: str = "") -> Storyboard:
    """The storyboard with the words of `others`; those of the locale `bilingual` are to stand under the captions."""
    spoken = [(other.locale, {panel.id: panel.sentences for panel in other.panels}) for other in others]
    panels = tuple(
        replace(panel, subtitles=tuple(_subtitles(panel, tag, said.get(panel.id, ())) for tag, said in spoken))
        for panel in board.panels
    )
    return replace(board, panels=panels, bilingual=bilingual)


def _subtitles(panel: Panel, tag: str, said: Sequence[Sentence]) -> Subtitles:
    texts = [""] * len(panel.sentences)
    for part in dict.fromkeys(sentence.part for sentence in panel.sentences):
        own = [n for n, sentence in enumerate(panel.sentences) if sentence.part == part]
        for n, text in _shared(panel, own, [one for one in said if one.part == part and one.locale == tag]):
            texts[n] = between_sentences(tag).join(filter(None, (texts[n], text)))
    return Subtitles(tag, tuple(texts))


def _shared(panel: Panel, own: Sequence[int], said: Sequence[Sentence]) -> list[tuple[int, str]]:
    """For each sentence of a translated text the number of the sentence that is heard with it."""
    if len(own) == len(said):
        return [(n, one.written) for n, one in zip(own, said, strict=True)]
    ends = _marks([panel.sentences[n].written for n in own], 1)
    middles = _marks([one.written for one in said], 0.5)
    heard = (next((n for n, end in zip(own, ends, strict=True) if at <= end), own[-1]) for at in middles)
    return [(n, one.written) for n, one in zip(heard, said, strict=True)]


def _marks(texts: Sequence[str], share: float) -> list[float]:
    """How much of all texts has been said when a share of each is."""
    lengths = [len(text) for text in texts]
    total = sum(lengths) or 1
    return [(sum(lengths[:n]) + share * length) / total for n, length in enumerate(lengths)]

"""The transcript: a lesson to be read, with what is seen told in brackets (WCAG 2.2, 1.2.8 Media Alternative)."""

from __future__ import annotations

from itertools import groupby

from lessonforge.locales import between_sentences
from lessonforge.model import Panel, Sentence
from lessonforge.timelines import Timeline


def write(timeline: Timeline) -> str:
    """The transcript of a lesson as plain text; speakers are named where there is more than one."""
    panels = timeline.storyboard.panels
    named = len({sentence.utterance.voice.name for panel in panels for sentence in panel.sentences}) > 1
    blocks = [timeline.storyboard.title, *(block for panel in panels for block in _blocks(panel, named))]
    return "\n\n".join(blocks) + "\n"


def _blocks(panel: Panel, named: bool) -> list[str]:
    heading = [f"# {panel.title}"] if panel.title else []
    seen = [f"[{panel.alt}]"] if panel.alt else []
    return heading + seen + [_said(name, list(turn), named) for name, turn in groupby(panel.sentences, _speaker)]


def _speaker(sentence: Sentence) -> str:
    return sentence.utterance.voice.name


def _said(name: str, turn: list[Sentence], named: bool) -> str:
    text = between_sentences(turn[0].locale).join(" ".join(sentence.written.split()) for sentence in turn)
    return f"{name}: {text}" if named else text

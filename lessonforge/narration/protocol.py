"""Comes in: utterances. Goes out: speech with word marks for each.

To add a speech engine: write one file beside this one with a class that has the members below, add one line to
`registry.py`, and the contract suite (`tests/contract/`) picks it up. Engines from other packages register the
entry point group `lessonforge.narration`.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Protocol

from lessonforge.model import Speech, Utterance


class SpeechEngine(Protocol):
    """Speaks sentences. Constructing one and asking its fingerprint load nothing heavy; `speak` may."""

    name: str

    def fingerprint(self) -> str:
        """All that can change the sound, besides the utterance: library and voice versions."""
        ...

    def check(self, utterance: Utterance) -> list[str]:
        """What it cannot say, before anything is spent: one message each, written for the author."""
        ...

    def speak(self, utterances: Sequence[Utterance]) -> Iterator[Speech]:
        """Speech for each utterance, in order, yielded as it is ready. Raises EngineError."""
        ...

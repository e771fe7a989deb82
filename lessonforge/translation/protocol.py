"""Comes in: passages. Goes out: a translation of each.

To add a translation engine: write one file beside this one with a class that has the members below, and add one line to
`registry.py`. Engines from other packages register the entry point group `lessonforge.translation`.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Protocol


@dataclass(frozen=True)
class Passage:
    """A text to translate, from one locale to another (BCP 47)."""

    text: str
    source: str
    target: str


@dataclass(frozen=True)
class Translation:
    """What an engine makes of a passage."""

    text: str


class TranslationEngine(Protocol):
    """Translates. It is made for one model; making one and asking its fingerprint load nothing heavy."""

    name: str

    @property
    def credit(self) -> str:
        """The model and its licence, as translators are told."""
        ...

    def fingerprint(self) -> str:
        """All that can change the words, besides the passage: library versions, the model's files."""
        ...

    def translate(self, passages: Sequence[Passage]) -> Iterator[Translation]:
        """A translation of each passage, in order, yielded as it is ready. Raises EngineError."""
        ...

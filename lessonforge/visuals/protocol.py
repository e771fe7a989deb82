"""Comes in: shots. Goes out: a still or footage for each.

To add a picture engine: write one file beside this one with a class that has the members below, add one line to
`registry.py`, and the contract suite (`tests/contract/`) picks it up. Engines from other packages register the
entry point group `lessonforge.visuals`.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Protocol

from lessonforge.model import Part, Picture, Shot


class VisualEngine(Protocol):
    """Makes pictures. Constructing one and asking its fingerprint load nothing heavy; `render` may."""

    name: str

    def fingerprint(self) -> str:
        """All that can change the pixels, besides the shot: model, revision, versions, digests of fonts."""
        ...

    def check(self, shot: Shot) -> list[str]:
        """What it cannot draw, before anything is spent: one message each, written for the author."""
        ...

    def parts(self, shot: Shot) -> tuple[Part, ...]:
        """What a label of this shot can be `on`, found without making the picture; empty if only that can tell."""
        ...

    def render(self, shots: Sequence[Shot]) -> Iterator[Picture]:
        """A picture for each shot, in order, yielded as it is ready. Raises EngineError."""
        ...

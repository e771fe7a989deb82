"""The engines that the build's workers load by name: each answers one kind of request.

Importing this module, constructing an engine and asking its fingerprint load nothing heavy; making does.
"""

from __future__ import annotations

import functools
from collections.abc import Iterator, Sequence
from importlib.metadata import version

from lessonforge.assemble.requests import (
    Clip,
    ClipRequest,
    Poster,
    PosterRequest,
    RenditionRequest,
    Sound,
    SoundRequest,
    TransitionRequest,
)
from lessonforge.model import Rendition

VERSION = 2
"""Raised when the same request would give other pictures or another sound than before."""


@functools.cache
def _versions(*packages: str) -> str:
    return " ".join([f"assemble {VERSION}", *(f"{package} {version(package)}" for package in packages)])


class ClipEngine:
    """Makes clips of scenes and of crossfades."""

    name = "clips"

    def fingerprint(self) -> str:
        """The encoder, what scales pictures, and what sets their words."""
        from lessonforge.text import shape

        return f"{_versions('av', 'opencv-python-headless')}, {shape.fingerprint()}"

    def make(self, requests: Sequence[ClipRequest | TransitionRequest]) -> Iterator[Clip]:
        """A clip for each request, in order. Raises MediaError."""
        from lessonforge.assemble.encode import make_clip

        return map(make_clip, requests)


class PosterEngine:
    """Makes the pictures that stand for lessons."""

    name = "posters"
    fingerprint = ClipEngine.fingerprint

    def make(self, requests: Sequence[PosterRequest]) -> Iterator[Poster]:
        """A poster for each request, in order. Raises MediaError."""
        from lessonforge.assemble.encode import make_poster

        return map(make_poster, requests)


class SoundEngine:
    """Makes the sound of lessons."""

    name = "sound"

    def fingerprint(self) -> str:
        """The encoder and what resamples."""
        return _versions("av", "soxr", "soundfile", "numpy")

    def make(self, requests: Sequence[SoundRequest]) -> Iterator[Sound]:
        """The sound for each request, in order. Raises MediaError."""
        from lessonforge.assemble.sound import make_sound

        return map(make_sound, requests)


class RenditionEngine:
    """Joins clips and sound into files."""

    name = "renditions"

    def fingerprint(self) -> str:
        """What writes the files."""
        return _versions("av")

    def make(self, requests: Sequence[RenditionRequest]) -> Iterator[Rendition]:
        """A file for each request, in order. Raises MediaError."""
        from lessonforge.assemble.join import make_rendition

        return map(make_rendition, requests)


Engine = ClipEngine | PosterEngine | SoundEngine | RenditionEngine


def load(name: str) -> Engine:
    """The engine of a name. Raises KeyError."""
    return {engine.name: engine for engine in (ClipEngine, PosterEngine, SoundEngine, RenditionEngine)}[name]()

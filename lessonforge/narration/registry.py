"""The speech engines by name, each imported when it is asked for; other packages add theirs by an entry point."""

from __future__ import annotations

import functools
from importlib import import_module
from importlib.metadata import EntryPoint, entry_points

from lessonforge.errors import EngineMissing, did_you_mean
from lessonforge.narration.protocol import SpeechEngine

GROUP = "lessonforge.narration"
ENGINES = {
    "espeak": "lessonforge.narration.espeak:Espeak",
    "mixed": "lessonforge.narration.mixed:Mixed",
    "recorded": "lessonforge.narration.recorded:Recorded",
}
"""A name and where its class is: `module:class`."""


def names() -> tuple[str, ...]:
    """The engines there are, our own first."""
    return (*ENGINES, *sorted(set(_installed()) - set(ENGINES)))


def load(name: str) -> SpeechEngine:
    """A new engine. Raises EngineMissing when there is none of that name, or when it can't be imported."""
    if name in ENGINES:
        module, _, kind = ENGINES[name].partition(":")
        return getattr(import_module(module), kind)()
    installed = _installed()
    if name not in installed:
        raise EngineMissing(f"There is no speech engine '{name}'. {did_you_mean(name, names())}".rstrip())
    try:
        return installed[name].load()()
    except ImportError as error:
        raise EngineMissing(f"The speech engine '{name}' can't be loaded: {error}") from error


@functools.cache
def _installed() -> dict[str, EntryPoint]:
    return {entry.name: entry for entry in entry_points(group=GROUP)}

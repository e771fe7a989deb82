"""The translation engines by name, each imported when it is asked for; other packages add theirs by an entry point."""

from __future__ import annotations

import functools
from importlib import import_module
from importlib.metadata import EntryPoint, entry_points

from lessonforge.errors import EngineMissing, did_you_mean
from lessonforge.translation.protocol import TranslationEngine

GROUP = "lessonforge.translation"
ENGINES = {
    "transformers": "lessonforge.translation.marian:Transformers",
    "ctranslate2": "lessonforge.translation.ctranslate:CTranslate2",
    "command": "lessonforge.translation.command:Command",
}
"""A name and where its class is: `module:class`."""


def names() -> tuple[str, ...]:
    """The engines there are, our own first."""
    return (*ENGINES, *sorted(set(_installed()) - set(ENGINES)))


def load(called: str) -> TranslationEngine:
    """The engine `called` by its name and, after a space, its model. Raises EngineMissing."""
    name, _, model = called.partition(" ")
    if name in ENGINES:
        module, _, kind = ENGINES[name].partition(":")
        engine: TranslationEngine = getattr(import_module(module), kind)(model)
        return engine
    installed = _installed()
    if name not in installed:
        raise EngineMissing(f"There is no translation engine '{name}'. {did_you_mean(name, names())}".rstrip())
    try:
        other: TranslationEngine = installed[name].load()(model)
        return other
    except ImportError as error:
        raise EngineMissing(f"The translation engine '{name}' can't be loaded: {error}") from error


@functools.cache
def _installed() -> dict[str, EntryPoint]:
    return {entry.name: entry for entry in entry_points(group=GROUP)}

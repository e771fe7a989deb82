"""The picture engines by name, each imported when it is asked for; other packages add theirs by an entry point."""

from __future__ import annotations

import functools
from importlib import import_module
from importlib.metadata import EntryPoint, entry_points

from lessonforge.errors import EngineMissing, did_you_mean
from lessonforge.model import ShotKind
from lessonforge.visuals.protocol import VisualEngine

GROUP = "lessonforge.visuals"
ENGINES = {
    "draw": "lessonforge.visuals.draw.engine:Draw",
    "cards": "lessonforge.visuals.cards:Cards",
    "files": "lessonforge.visuals.files:Files",
}
"""A name and where its class is: `module:class`."""


def names() -> tuple[str, ...]:
    """The engines there are, our own first."""
    return (*ENGINES, *sorted(set(_installed()) - set(ENGINES)))


def for_prompts() -> tuple[str, ...]:
    """The engines that a lesson may choose for its prompts."""
    return tuple(name for name in names() if name not in ("cards", "files"))


def load(name: str) -> VisualEngine:
    """A new engine. Raises EngineMissing when there is none of that name, or when it can't be imported."""
    installed = _installed() if name not in ENGINES else {}
    if name not in ENGINES and name not in installed:
        raise EngineMissing(f"There is no picture engine '{name}'. {did_you_mean(name, names())}".rstrip())
    try:
        if name in installed:
            return installed[name].load()()
        module, _, kind = ENGINES[name].partition(":")
        return getattr(import_module(module), kind)()
    except ImportError as error:
        raise EngineMissing(f"The picture engine '{name}' can't be loaded: {error}") from error


def for_kind(kind: ShotKind, picture_engine: str = "draw") -> str:
    """The name of the engine that makes a visual of this kind; `picture_engine` is the one chosen for prompts."""
    if kind == "prompt":
        return picture_engine
    return "files" if kind in ("image", "video") else "cards"


@functools.cache
def _installed() -> dict[str, EntryPoint]:
    return {entry.name: entry for entry in entry_points(group=GROUP)}

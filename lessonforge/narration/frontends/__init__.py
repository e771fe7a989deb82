"""Comes in: a text as it is read out. Goes out: the same for a voice that can't read its script, with the way back.

A voice names its front end in `voices/<locale>.yaml` (`frontend: kana`). To add one: write a function from a text to
what the voice is given and the spans of both (in order, without a gap), and add a line to `FRONTENDS`, or register
the entry point group `lessonforge.frontends`. It imports what it needs when it is called, and raises EngineMissing,
naming what to install, when that isn't there.
"""

from __future__ import annotations

import functools
from collections.abc import Callable
from importlib import import_module
from importlib.metadata import EntryPoint, entry_points

from lessonforge.errors import EngineMissing
from lessonforge.model import Span

FrontEnd = Callable[[str], tuple[str, tuple[Span, ...]]]
GROUP = "lessonforge.frontends"
FRONTENDS = {"kana": "lessonforge.narration.frontends.kana:read"}
"""A name and where its function is: `module:function`."""


def names() -> tuple[str, ...]:
    """The front ends there are, our own first."""
    return (*FRONTENDS, *sorted(set(_installed()) - set(FRONTENDS)))


def load(name: str) -> FrontEnd:
    """A front end by its name. Raises EngineMissing when there is none, or when it can't be imported."""
    if name in FRONTENDS:
        module, _, function = FRONTENDS[name].partition(":")
        found: FrontEnd = getattr(import_module(module), function)
        return found
    if name not in _installed():
        raise EngineMissing(f"There is no front end '{name}'. Known: {', '.join(names())}.")
    try:
        return _installed()[name].load()  # type: ignore[no-any-return]
    except ImportError as error:
        raise EngineMissing(f"The front end '{name}' can't be loaded: {error}") from error


@functools.cache
def _installed() -> dict[str, EntryPoint]:
    return {entry.name: entry for entry in entry_points(group=GROUP)}

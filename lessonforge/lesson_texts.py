"""The one walk over all texts of a lesson: translation, `{{ vars }}` and the glyph check all go through it.

What is a text, and how it reaches a pupil, is marked in `lesson.py` (`Spoken`, `Drawn`, `Told`, `Match`), so that none
is ever forgotten by one of them.
"""

from __future__ import annotations

import dataclasses
import functools
import operator
import typing
from collections.abc import Callable, Iterator, Mapping
from types import NoneType
from typing import Any

from lessonforge.lesson import Path
from lessonforge.reads import Reads


def texts(node: Any, at: Path = ()) -> Iterator[tuple[Path, str, str]]:
    """Every text of a lesson (or any part of it) in file order, as (place, how it reaches the pupil, text)."""
    found: list[tuple[Path, str, str]] = []

    def note(place: Path, how: str, text: str) -> str:
        found.append((place, how, text))
        return text

    map_texts(node, note, at)
    return iter(found)


def map_texts(node: Any, change: Callable[[Path, str, str], str], at: Path = ()) -> Any:
    """The same lesson with every text replaced by `change(place, how, text)`."""
    changed = {
        name: _map_value(getattr(node, name), hint, change, (*at, name))
        for name, hint in _text_fields(type(node))  # type: ignore[arg-type]
    }
    is_same = all(value is getattr(node, name) for name, value in changed.items())
    return node if is_same else dataclasses.replace(node, **changed)


def _map_value(value: Any, how: str | None, change: Callable[[Path, str, str], str], at: Path) -> Any:
    if isinstance(value, str):
        return change(at, how, value) if how else value
    if isinstance(value, tuple):
        items = tuple(_map_value(item, how, change, (*at, n)) for n, item in enumerate(value))
        return value if all(map(operator.is_, items, value)) else items
    if isinstance(value, Mapping):
        named = {key: _map_value(item, how, change, (*at, key)) for key, item in value.items()}
        return value if all(item is value[key] for key, item in named.items()) else named
    return map_texts(value, change, at) if dataclasses.is_dataclass(value) else value


@functools.cache
def _text_fields(cls: type) -> tuple[tuple[str, str | None], ...]:
    """The fields of a noun that hold texts or further nouns, each with its `Reads.how` if it has one."""
    hints = typing.get_type_hints(cls, include_extras=True)
    named = ((f.name, list(_atoms(hints[f.name]))) for f in dataclasses.fields(cls))
    return tuple((name, next((how for how in atoms if how), None)) for name, atoms in named if atoms)


def _atoms(hint: Any) -> Iterator[str | None]:
    """The `Reads.how` of each text, and None for each noun, that a type annotation is made of."""
    if dataclasses.is_dataclass(hint):
        yield None
    for extra in getattr(hint, "__metadata__", ()):
        if isinstance(extra, Reads):
            yield extra.how
    for part in typing.get_args(hint):
        if part is not NoneType and not isinstance(part, str):
            yield from _atoms(part)

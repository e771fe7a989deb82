"""Comes in: the plain JSON of an artifact, and its class. Goes out: the same dataclass, its files in the store.

`keys.plain` is the way there. The way back follows the type annotations of the class, compiled once into a
reader for each type, because a build without changes reads thousands of these and does little else.
"""

from __future__ import annotations

import dataclasses
import functools
import types
import typing
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any

from lessonforge.blob import Blob
from lessonforge.build.keys import compared

Locate = Callable[[str, int], Path]
"""Digest and size to the file with these bytes."""
Reader = Callable[[Any, Locate], Any]


def unpack(cls: type, data: Any, locate: Locate) -> Any:
    """The artifact. Raises what `locate` raises, and KeyError, TypeError or ValueError for data of another class."""
    read = _reader(cls)
    return read(data, locate) if read else data


def blobs(data: Any) -> Iterator[tuple[str, int]]:
    """Digest and size of every blob in the plain JSON of an artifact."""
    if isinstance(data, list):
        for item in data:
            yield from blobs(item)
    elif isinstance(data, dict) and data.get("class") == "Blob":
        yield data["sha256"], data["size"]
    elif isinstance(data, dict):
        yield from blobs(list(data.values()))


def files(value: Any) -> Iterator[Blob]:
    """Every blob in an artifact."""
    if isinstance(value, Blob):
        yield value
    elif isinstance(value, tuple | list):
        for item in value:
            yield from files(item)
    elif isinstance(value, Mapping):
        yield from files(list(value.values()))
    elif _is_noun(value):
        cls: Any = type(value)
        yield from files([getattr(value, name) for name in compared(cls)])


@functools.cache
def _reader(hint: Any) -> Reader | None:
    """How to read a type back; None when JSON gives it back as it was."""
    origin, inner = typing.get_origin(hint), typing.get_args(hint)
    if hint is Blob:
        return _read_blob
    if hint is float:
        return lambda data, locate: None if data is None else float(data)
    if _is_noun(hint):
        return _dataclass_reader(hint)
    if origin is typing.Annotated:
        return _reader(inner[0])
    if origin is tuple:
        return _tuple_reader(inner)
    if origin in (typing.Union, types.UnionType):
        return _union_reader(inner)
    if isinstance(origin, type) and issubclass(origin, Mapping):
        return _mapping_reader(inner[1])
    return None


def _is_noun(hint: Any) -> bool:
    return dataclasses.is_dataclass(hint)


def _read_blob(data: Any, locate: Locate) -> Blob:
    return Blob(data["sha256"], data["size"], path=locate(data["sha256"], data["size"]))


def _dataclass_reader(cls: type) -> Reader:
    hints = typing.get_type_hints(cls, include_extras=True)
    readers = [(name, _reader(hints[name])) for name in compared(cls)]

    def read(data: Any, locate: Locate) -> Any:
        if data["class"] != cls.__name__:
            raise ValueError(f"a {data['class']} where a {cls.__name__} was expected")
        known = ((name, reader) for name, reader in readers if name in data)
        return cls(**{name: reader(data[name], locate) if reader else data[name] for name, reader in known})

    return read


def _tuple_reader(inner: tuple[Any, ...]) -> Reader:
    if inner[1:] == (Ellipsis,):
        each = _reader(inner[0])
        return lambda data, locate: tuple(each(item, locate) for item in data) if each else tuple(data)
    readers = [_reader(hint) for hint in inner]
    return lambda data, locate: tuple(
        reader(item, locate) if reader else item for reader, item in zip(readers, data, strict=True)
    )


def _union_reader(inner: tuple[Any, ...]) -> Reader | None:
    """Dataclasses are told apart by name; of the other members only one may need reading."""
    named = {hint.__name__: _reader(hint) for hint in inner if _is_noun(hint)}
    other = next((reader for hint in inner if not _is_noun(hint) and (reader := _reader(hint))), None)

    def read(data: Any, locate: Locate) -> Any:
        reader = named.get(data["class"]) if isinstance(data, dict) and "class" in data else other
        return reader(data, locate) if reader and data is not None else data

    return read if named or other else None


def _mapping_reader(hint: Any) -> Reader:
    each = _reader(hint)
    return lambda data, locate: {name: each(item, locate) if each else item for name, item in data["map"].items()}

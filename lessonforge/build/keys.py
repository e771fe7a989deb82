"""Comes in: a request and the engine that is to answer it. Goes out: its key, and what the key is made of.

The key is the SHA-256 of the request's class and *all* its fields, with the name and the fingerprint of the engine.
Nothing else enters it: no path, time, host or order of a mapping. Fields declared with `compare=False` are no part
of what a request is, so they stay out; a `Blob` is its digest.

Text enters as it is. Word marks count the code points of their text, so a composed and a decomposed "é" are
different requests; bringing lessons into one normal form is the loader's work.
"""

from __future__ import annotations

import dataclasses
import functools
import hashlib
import json
from collections.abc import Iterator, Mapping
from typing import Any

FORM = 1
"""The form of the canonical JSON; raising it forgets every kept result."""


def key(request: Any, engine: str, fingerprint: str) -> str:
    """The key of a request for an engine: 64 hex digits. Raises TypeError or ValueError for what can't be hashed."""
    parts = {"form": FORM, "engine": engine, "fingerprint": fingerprint, "request": plain(request)}
    return hashlib.sha256(canonical(parts)).hexdigest()


def ingredients(request: Any, engine: str, fingerprint: str) -> dict[str, Any]:
    """What the key is made of, flat (`voice.rate`, `palette[0][1]`), so that two builds can be compared."""
    return {"form": FORM, "engine": engine, "fingerprint": fingerprint, **dict(_flat("", plain(request)))}


def canonical(value: Any) -> bytes:
    """The one JSON text of a plain value. Raises ValueError for NaN and infinities."""
    return json.dumps(value, sort_keys=True, separators=(",", ":"), allow_nan=False).encode()


def plain(value: Any) -> Any:
    """A request or an artifact as JSON values; every dataclass carries its name as `class`.

    Equal values give equal JSON: whole floats become integers, as 1.0 == 1. Raises TypeError for a field that is
    neither a plain value nor a tuple, a mapping with text keys or a dataclass of such.
    """
    if value is None or isinstance(value, str | bool | int):
        return value
    if isinstance(value, float):
        return int(value) if value.is_integer() else float(value)
    if isinstance(value, tuple | list):
        return [plain(item) for item in value]
    if isinstance(value, Mapping):
        return {"map": {_text(name): plain(item) for name, item in value.items()}}
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        fields = {name: plain(getattr(value, name)) for name in compared(type(value))}
        return {"class": type(value).__name__, **fields}
    raise TypeError(f"{type(value).__name__} can't be part of a request or a result: {value!r:.80}")


@functools.cache
def compared(cls: type) -> tuple[str, ...]:
    """The names of the fields that make two values of a dataclass equal."""
    return tuple(field.name for field in dataclasses.fields(cls) if field.compare)


def _text(name: Any) -> str:
    if not isinstance(name, str):
        raise TypeError(f"the keys of a mapping must be text, not {name!r:.80}")
    return name


def _flat(place: str, value: Any) -> Iterator[tuple[str, Any]]:
    if isinstance(value, list) and value:
        for number, item in enumerate(value):
            yield from _flat(f"{place}[{number}]", item)
    elif isinstance(value, dict) and value.get("class") == "Blob":
        yield place, value["sha256"]
    elif isinstance(value, dict):
        for name, item in value.get("map", value).items():
            yield from _flat(f"{place}.{name}" if place else name, item)
    else:
        yield place, value

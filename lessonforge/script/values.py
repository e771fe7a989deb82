"""From the tree of a file to plain values for the lesson format, and the marks that lead back to the file."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from lessonforge.lesson import Path, Source
from lessonforge.script.reader import Node

_NOTHING = frozenset({"", "~", "null", "Null", "NULL"})
_TRUTH = {word: word.lower() == "true" for word in ("true", "True", "TRUE", "false", "False", "FALSE")}


def plain(root: Node, path: str) -> tuple[Any, Source]:
    """The values under a tree (dict, list, str or None) and where each of them stands.

    Texts stay as they are written; only below the key `vars` are they typed as YAML 1.2 says.
    """
    marks: dict[Path, tuple[int, int]] = {}
    return _value(root, (), marks), Source(path, marks)


def _value(node: Node, at: Path, marks: dict[Path, tuple[int, int]]) -> Any:
    marks[at] = (node.line, node.column)
    value = node.value
    if isinstance(value, dict):
        return {key: _value(child, (*at, key), marks) for key, child in value.items()}
    if isinstance(value, list):
        return [_value(child, (*at, n), marks) for n, child in enumerate(value)]
    if node.plain and value in _NOTHING:
        return None
    return _typed(value) if node.plain and "vars" in at[:-1] else value


def _typed(text: str) -> Any:
    """A number only where writing it out gives the same text again: `1.10`, `007` and `1e3` stay as written."""
    if text in _TRUTH:
        return _TRUTH[text]
    if not text[-1:].isdigit() or len(text) > 20 or not text.isascii():
        return text
    for number in (int, float):
        try:
            typed = number(text)
        except ValueError:
            continue
        if str(typed) == text:
            return typed
    return text


def empty(data: Any, at: Path = ()) -> Iterator[Path]:
    """The places of values that were left out or hold nothing but blanks, outside of `vars`."""
    if isinstance(data, dict):
        for key, value in data.items():
            if key != "vars":
                yield from empty(value, (*at, key))
    elif isinstance(data, list):
        for n, value in enumerate(data):
            yield from empty(value, (*at, n))
    elif data is None or not data.strip():
        yield at


def at_place(data: Any, at: Path) -> Any:
    """The value at a place. Raises LookupError when there is none."""
    for part in at:
        if not isinstance(data, (dict, list)):
            raise LookupError(at)
        data = data[part]  # type: ignore[index]
    return data

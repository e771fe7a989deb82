"""What the lesson format has against a value, in words for the person who wrote it.

Comes in: the errors of pydantic for one file, its values and its tree. Goes out: problems.
"""

from __future__ import annotations

import dataclasses
import functools
import re
import typing
from collections.abc import Callable, Iterable, Iterator
from typing import Any

from lessonforge.errors import Problem, did_you_mean
from lessonforge.lesson import Path, Source
from lessonforge.script.reader import Node
from lessonforge.script.syntax import short
from lessonforge.script.values import at_place
from lessonforge.script.variants import as_written, keys_as_written

_CLOCK = re.compile(r"(?:(\d+):)?(\d+):(\d\d)")
_DECIMAL_COMMA = re.compile(r"-?\d+,\d+")
_POINT = "Write x and y, each from 0 to 1: [0.5, 0.25]."


@dataclasses.dataclass(frozen=True)
class Written:
    """One file: its values, where they stand, its tree, and the noun of the lesson format that it should be."""

    data: Any
    source: Source
    root: Node
    noun: type


def faults(errors: Iterable[Any], file: Written, empty: Iterable[Path]) -> Iterator[tuple[Path, Problem]]:
    """Place and problem for each error of pydantic and each `empty` value, less those that only follow from another."""
    placed = [(error, *_place(error["loc"], file.data)) for error in errors]
    unknown = {at: None for error, at, _ in placed if error["type"] == "unexpected_keyword_argument"}
    beside: dict[Path, list[str]] = {}
    for at in unknown:
        beside.setdefault(at[:-1], []).append(str(at[-1]))
        yield at, _unknown_key(at, file)
    silent = unknown.keys() | set(empty)
    for at in empty:
        if not any(at[:n] in unknown for n in range(1, len(at) + 1)):
            yield at, file.source.problem(at, *_no_value(at, file))
    for error, at, branch in placed:
        if at not in silent and not _is_echo(error, at, branch, beside.get(at[:-1], [])):
            message, hint = _sentence(error, at, file)
            yield at, file.source.problem(at, within(file.data, at) + message, hint)


def _no_value(at: Path, file: Written) -> tuple[str, str]:
    value, word = at_place(file.data, at), str(_node(file.root, at).value)
    hint = "Write one, or remove the line."
    if at and isinstance(at[-1], int):
        hint = "Write '-' for an empty cell." if "table" in at else "Write one, or remove the item."
    if value is None and word:
        hint = f'Write "{word}" in quotes if you mean the word.'
    return f"{within(file.data, at)}{called(at)} {'has no value' if value is None else 'is empty'}.", hint


def within(data: Any, at: Path) -> str:
    """`scene 'pizza': `, when the place is inside a scene that has an id."""
    if len(at) > 2 and at[0] == "scenes":
        scene = at_place(data, at[:2])
        name = scene.get("id") if isinstance(scene, dict) else None
        return f"scene '{short(name)}': " if isinstance(name, str) else ""
    return ""


def called(at: Path) -> str:
    """`'bullets'`, or `item 2 of 'bullets'`."""
    at = as_written(at)
    if not at:
        return "the file"
    return f"'{at[-1]}'" if isinstance(at[-1], str) else f"item {at[-1] + 1} of {called(at[:-1])}"


def shown(value: Any) -> str:
    """A value as it is named in a message."""
    if isinstance(value, dict):
        return f"a group of keys ({short(', '.join(map(str, value)))})" if value else "an empty group"
    if isinstance(value, list):
        return f"a list of {len(value)}"
    return f"'{short(str(value))}'"


def _place(loc: tuple[str | int, ...], data: Any) -> tuple[Path, str]:
    """An error's place in the file, and the branch of a union ("" if none) that pydantic tells about."""
    at: list[str | int] = []
    branch = ""
    for n, part in enumerate(loc):
        if isinstance(part, int):
            data = data[part] if part < len(data) else None
            at.append(part)
        elif isinstance(data, dict) and (part in data or (n == len(loc) - 1 and part.isidentifier())):
            data = data.get(part)
            at.append(part)
        else:
            branch = part
    return tuple(at), branch


def _is_echo(error: Any, at: Path, branch: str, unknown: list[str]) -> bool:
    """Whether an error only repeats another: a union's other branch, a key misspelt, a list with wrong items."""
    value, kind = error["input"], error["type"]
    if branch and kind in ("string_type", "tuple_type"):
        return kind == "tuple_type" or isinstance(value, list)
    if kind == "missing" and isinstance(value, dict):
        return misspelt(str(at[-1]), unknown)
    return kind == "too_short" and len(value) >= error["ctx"]["min_length"]


def misspelt(key: str, unknown: Iterable[str]) -> bool:
    """Whether a key that is missing is one of the unknown keys, in another spelling."""
    return any(did_you_mean(written, [key]).startswith("Did") for written in unknown)


def _unknown_key(at: Path, file: Written) -> Problem:
    key, group = str(at[-1]), _node(file.root, at[:-1])
    line, column = group.keys.get(key, (group.line, group.column))
    chain = _nouns_along(file.noun, at[:-1])
    hint = _belongs(key, chain, file.data, at)
    if not hint and group.flow and at_place(file.data, at) is None:
        hint = "Put a text that has a comma in quotes."
    hint = hint or did_you_mean(key, keys_as_written(fields_of(chain[-1])))
    return Problem(file.source.path, line, column, f"{within(file.data, at)}unknown key '{short(key)}'.", hint)


def _belongs(key: str, chain: list[type], data: Any, at: Path) -> str:
    """Where a key belongs that is right, but not here."""
    if did_you_mean(key, fields_of(chain[-1])).startswith("Did"):
        return ""
    for name, nouns in fields_of(chain[-1]).items():
        if any(key in fields_of(noun) for noun in nouns):
            return f"It belongs inside '{name}'."
    outer = [n for n, noun in enumerate(chain[:-1]) if key in fields_of(noun)]
    return f"It belongs to the {chain[outer[-1]].__name__.lower()}: check its indentation." if outer else ""


def _node(node: Node, at: Path) -> Node:
    for part in at:
        node = node.value[part]
    return node


def _nouns_along(noun: type, at: Path) -> list[type]:
    """The nouns of the lesson format that a place is inside of, from the outermost."""
    chain = [noun]
    for part in at:
        chain += fields_of(chain[-1]).get(part, ()) if isinstance(part, str) else ()
    return chain


@functools.cache
def fields_of(noun: type) -> dict[str, tuple[type, ...]]:
    """The keys of a noun, each with the nouns that its value is made of (none or one)."""
    hints = typing.get_type_hints(noun)
    return {f.name: tuple(_nouns(hints[f.name])) for f in dataclasses.fields(noun)}


def _nouns(hint: Any) -> Iterator[type]:
    if dataclasses.is_dataclass(hint) and isinstance(hint, type):
        yield hint
    for part in typing.get_args(hint):
        yield from _nouns(part)


def _sentence(error: Any, at: Path, file: Written) -> tuple[str, str]:
    tell = _SENTENCES.get(error["type"])
    if tell is None:
        return f"{called(at)} is {shown(error['input'])}, which does not fit here.", ""
    return tell(error, at, file)


def _missing(error: Any, at: Path, file: Written) -> tuple[str, str]:
    if isinstance(at[-1], int):
        return f"{called(at[:-1])} has {_number_of(error['input'])}.", _POINT
    return f"{called(at)} is missing.", ""


def _text(error: Any, at: Path, file: Written) -> tuple[str, str]:
    value = error["input"]
    if "narration" in str(as_written(at)[-1]):
        return f"{called(at)} should be a text or a list of turns, but is {shown(value)}.", "Put '- ' before each turn."
    hint = 'Put a text that has ": " in it in quotes.' if isinstance(value, dict) else ""
    return f"{called(at)} should be a text, but is {shown(value)}.", hint


def _number(error: Any, at: Path, file: Written) -> tuple[str, str]:
    value = str(error["input"])
    clock = _CLOCK.fullmatch(value)
    hint = f"Write {value.replace(',', '.')}." if _DECIMAL_COMMA.fullmatch(value) else ""
    if clock:
        hours, minutes, seconds = (int(part or 0) for part in clock.groups())
        hint = f"Times are in seconds: {hours * 3600 + minutes * 60 + seconds}."
    return f"{called(at)} should be a number, but is {shown(error['input'])}.", hint


def _truth(error: Any, at: Path, file: Written) -> tuple[str, str]:
    return f"{called(at)} should be true or false, but is {shown(error['input'])}.", ""


def _listed(error: Any, at: Path, file: Written) -> tuple[str, str]:
    value = error["input"]
    hint = (
        f"Write it as [{short(value)}]." if isinstance(value, str) and len(value) < 40 else "Put '- ' before each item."
    )
    hint = _POINT if at[-1] == "at" else hint
    return f"{called(at)} should be a list, but is {shown(value)}.", hint


def _group(error: Any, at: Path, file: Written) -> tuple[str, str]:
    nouns = _nouns_along(file.noun, at)
    hint = (
        f"Its keys can be: {', '.join(keys_as_written(fields_of(nouns[-1])))}."
        if error["type"] == "dataclass_type"
        else ""
    )
    return f"{called(at)} should be a group of keys, but is {shown(error['input'])}.", hint


def _choice(error: Any, at: Path, file: Written) -> tuple[str, str]:
    known = re.findall(r"'([^']*)'", error["ctx"]["expected"])
    return f"{called(at)} is {shown(error['input'])}, which is not one it can be.", did_you_mean(
        str(error["input"]), known
    )


def _bound(word: str, limit: str) -> Callable[[Any, Path, Written], tuple[str, str]]:
    def tell(error: Any, at: Path, file: Written) -> tuple[str, str]:
        return f"{called(at)} is {shown(error['input'])}, but must be {word} {error['ctx'][limit]:g}.", ""

    return tell


def _count(error: Any, at: Path, file: Written) -> tuple[str, str]:
    least, most = error["ctx"].get("min_length"), error["ctx"].get("max_length")
    bound = f"at least {least}" if least else f"at most {most}"
    hint = _POINT if at[-1] == "at" else ""
    return f"{called(at)} has {_number_of(error['input'])}, but must have {bound}.", hint


def _number_of(value: Any) -> str:
    unit = "character" if isinstance(value, str) else "item"
    return f"{len(value)} {unit}" + ("" if len(value) == 1 else "s")


_SENTENCES: dict[str, Callable[[Any, Path, Written], tuple[str, str]]] = {
    "missing": _missing,
    "string_type": _text,
    "float_type": _number,
    "float_parsing": _number,
    "finite_number": _number,
    "bool_type": _truth,
    "bool_parsing": _truth,
    "tuple_type": _listed,
    "dataclass_type": _group,
    "mapping_type": _group,
    "dict_type": _group,
    "literal_error": _choice,
    "greater_than_equal": _bound("at least", "ge"),
    "less_than_equal": _bound("at most", "le"),
    "too_short": _count,
    "too_long": _count,
    "string_too_short": _count,
    "string_too_long": _count,
}

"""YAML as a tree of texts, lists and groups that know where they stand.

Built straight from PyYAML's events, so that no file can make it crash, hang or fill the memory: sizes, depth and
the growth through aliases are bounded while reading. Every scalar stays the text that was written (`no`, `12:30`
and `1.10` too); the lesson format says later what is a number. Left out of YAML 1.2 on purpose: tags, merge keys,
keys that are not text, several documents in a file.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Any, NoReturn

import yaml

from lessonforge.errors import Problem
from lessonforge.script import syntax

try:
    from yaml import CSafeLoader as Loader
except ImportError:  # PyYAML without libyaml: the same events, slower
    from yaml import SafeLoader as Loader  # type: ignore[assignment]

MAX_BYTES = 1 << 20
MAX_DEPTH = 32
MAX_NODES = 50_000
MAX_TEXT = 65_536
MAX_ANCHORS = 200
MAX_EXPANDED = 100_000

LINE_BREAK = re.compile("\r\n|[\r\n]")
_SEPARATOR = re.compile("[\x85\u2028\u2029]")
"""Line ends that word processors leave in what is copied out of them. No editor shows them: they count as spaces."""
_CONTROL = re.compile("[\x00-\x09\x0b-\x1f\x7f\ud800-\udfff]")


@dataclass(slots=True)
class Node:
    """A value of the file at (line, column), counted from 1.

    `value` is a text, a list of nodes, or a dict of nodes by key with the places of the keys in `keys`. `plain` is a
    text without quotes, `flow` a list or group in brackets. `weight` counts the nodes below with aliases expanded.
    """

    line: int
    column: int
    value: Any
    plain: bool = False
    flow: bool = False
    keys: dict[str, tuple[int, int]] = field(default_factory=dict)
    weight: int = 1


def read(data: bytes, path: str) -> tuple[Node | None, list[Problem]]:
    """The tree of a file's bytes, or None, and what is wrong with it as YAML; `path` is what the problems show."""
    if len(data) > MAX_BYTES:
        message = f"the file is longer than {MAX_BYTES:,} bytes."
        return None, [Problem(path, 0, 0, message, "Make several lessons of it.")]
    try:
        text = _SEPARATOR.sub(" ", data.decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        return None, [_not_utf8(data, error, path)]
    reader = _Reader(path, LINE_BREAK.split(text))
    try:
        for event in yaml.parse(text, Loader=Loader):
            reader.take(event)
        reader.finish()
    except _Refused:
        return None, reader.problems
    except (yaml.YAMLError, OverflowError) as error:  # PyYAML without libyaml overflows on "\\Uffffffff"
        return None, [*reader.problems, syntax.explain(error, text, reader.lines, path)]
    return reader.root, reader.problems


def _not_utf8(data: bytes, error: UnicodeDecodeError, path: str) -> Problem:
    start = data.rfind(b"\n", 0, error.start) + 1
    column = len(data[start : error.start].decode("utf-8", "replace")) + 1
    message = f"the file is not UTF-8 text (byte 0x{data[error.start]:02x})."
    hint = 'Save it again with the encoding "UTF-8".'
    return Problem(path, data.count(b"\n", 0, error.start) + 1, column, message, hint)


class _Refused(Exception):
    """The rest of the file can't be read; the reason is in the reader's problems."""


@dataclass(slots=True)
class _Open:
    """A list or group that is being read; `key` waits for its value."""

    node: Node
    anchor: str | None
    key: str | None = None


class _Reader:
    """Takes the events of one file in order and grows the tree."""

    def __init__(self, path: str, lines: list[str]):
        self.path = path
        self.lines = lines
        self.problems: list[Problem] = []
        self.root: Node | None = None
        self.documents = self.count = self.expanded = 0
        self.open: list[_Open] = []
        self.anchors: dict[str, Node] = {}
        self.unused: dict[str, Node] = {}

    def complain(self, mark: Any, message: str, hint: str = "") -> None:
        self.problems.append(Problem(self.path, mark.line + 1, mark.column + 1, message, hint))

    def refuse(self, mark: Any, message: str, hint: str = "") -> NoReturn:
        self.complain(mark, message, hint)
        raise _Refused

    def take(self, event: Any) -> None:
        self.count += 1
        if self.count > MAX_NODES:
            self.refuse(event.start_mark, f"the file has more than {MAX_NODES:,} values.")
        kind = type(event)
        if kind is yaml.ScalarEvent:
            self.text(event)
        elif kind is yaml.MappingStartEvent or kind is yaml.SequenceStartEvent:
            self.begin(event)
        elif kind is yaml.MappingEndEvent or kind is yaml.SequenceEndEvent:
            self.end()
        elif kind is yaml.AliasEvent:
            self.alias(event)
        elif kind is yaml.DocumentStartEvent:
            self.document(event)

    def document(self, event: Any) -> None:
        self.documents += 1
        if self.documents > 1:
            self.refuse(event.start_mark, "'---' starts a second document.", "Write one lesson in each file.")

    def text(self, event: Any) -> None:
        mark, value, plain = event.start_mark, _SEPARATOR.sub(" ", event.value), not event.style
        if len(value) > MAX_TEXT:
            self.refuse(mark, f"this text is {len(value):,} characters long; at most {MAX_TEXT:,} are read.")
        if event.tag is not None and event.tag != "!":
            self.complain(mark, f"'{syntax.short(event.tag)}' is read as a YAML tag.", syntax.quoted("!"))
        if plain and not value:
            value = self.commented_out(mark)
        if event.style == '"' and _CONTROL.search(value):
            self.complain(mark, "between double quotes, a backslash makes a special character.", syntax.SINGLE)
        node = Node(mark.line + 1, mark.column + 1, value, plain=plain)
        self.name(event.anchor, node, mark)
        self.add(node, mark)

    def commented_out(self, mark: Any) -> str:
        """The comment that took the place of an empty value, as in `title: #1 lesson`."""
        rest = self.lines[mark.line][mark.column :].strip() if mark.line < len(self.lines) else ""
        if rest.startswith("#"):
            self.complain(
                mark,
                "there is no value here, because '#' starts a comment.",
                f'Use quotes: "{syntax.short(rest, 200)}".',
            )
        return rest if rest.startswith("#") else ""

    def begin(self, event: Any) -> None:
        mark = event.start_mark
        if len(self.open) >= MAX_DEPTH:
            self.refuse(mark, f"this is nested more than {MAX_DEPTH} levels deep.")
        if event.tag is not None and event.tag != "!":
            self.complain(mark, f"'{syntax.short(event.tag)}' is read as a YAML tag.", syntax.quoted("!"))
        if self.waits_for_key():
            hint = syntax.quoted("{{") if self.open[-1].node.flow else syntax.quoted("[, { or ?")
            self.refuse(mark, "a key must be a text.", hint)
        value: Any = {} if type(event) is yaml.MappingStartEvent else []
        self.open.append(_Open(Node(mark.line + 1, mark.column + 1, value, flow=event.flow_style), event.anchor))

    def end(self) -> None:
        closed = self.open.pop()
        mark = _Mark(closed.node.line - 1, closed.node.column - 1)
        self.name(closed.anchor, closed.node, mark)
        self.add(closed.node, mark)

    def alias(self, event: Any) -> None:
        mark, node = event.start_mark, self.anchors.get(event.anchor)
        if node is None:
            self.refuse(mark, f"'*{syntax.short(event.anchor)}' refers to nothing.", syntax.quoted("*"))
        self.unused.pop(event.anchor, None)
        self.expanded += node.weight
        if self.expanded > MAX_EXPANDED:
            self.refuse(mark, f"the references (*) of this file stand for more than {MAX_EXPANDED:,} values.")
        self.add(node, mark)

    def name(self, anchor: str | None, node: Node, mark: Any) -> None:
        if anchor is None:
            return
        if len(self.anchors) >= MAX_ANCHORS:
            self.refuse(mark, f"the file has more than {MAX_ANCHORS} anchors (&).")
        self.anchors[anchor] = self.unused[anchor] = node

    def waits_for_key(self) -> bool:
        return bool(self.open) and isinstance(self.open[-1].node.value, dict) and self.open[-1].key is None

    def add(self, node: Node, mark: Any) -> None:
        if not self.open:
            self.root = node
            return
        top = self.open[-1]
        if isinstance(top.node.value, list):
            top.node.value.append(node)
        elif top.key is None:
            self.key(top, node, mark)
            return
        else:
            top.node.value.setdefault(top.key, node)
            top.key = None
        top.node.weight += node.weight

    def key(self, top: _Open, node: Node, mark: Any) -> None:
        if not isinstance(node.value, str):
            self.refuse(mark, "a key must be a text.")
        if node.plain and node.value == "<<":
            self.refuse(mark, "merge keys (<<) are not read.", "Write the keys out.")
        top.key = node.value
        if node.value in top.node.keys:
            first = top.node.keys[node.value][0]
            self.complain(
                mark, f"'{syntax.short(node.value)}' is written twice; first on line {first}.", "Keep one of them."
            )
        else:
            top.node.keys[node.value] = (mark.line + 1, mark.column + 1)

    def finish(self) -> None:
        if self.root is None:
            self.problems.append(Problem(self.path, 0, 0, "the file is empty."))
        for anchor, node in self.unused.items():
            mark = _Mark(node.line - 1, node.column - 1)
            self.complain(mark, f"'&{syntax.short(anchor)}' is read as the name of a value.", syntax.quoted("&"))


@dataclass(frozen=True, slots=True)
class _Mark:
    """A place as PyYAML counts it: from 0."""

    line: int
    column: int

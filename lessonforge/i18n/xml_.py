"""XML as a tree that knows its lines.

Documents that declare types or entities are refused: no text needs them, and they can be made to fill the memory.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import NoReturn
from xml.parsers import expat

from lessonforge.errors import Problem

MAX_DEPTH = 64


@dataclass(slots=True)
class Element:
    """An element: `name` is `namespace local` or just the name; `parts` are its texts and elements, in order."""

    name: str
    attributes: dict[str, str]
    line: int
    parts: list[Element | str] = field(default_factory=list)

    def all(self, name: str) -> list[Element]:
        """The elements of a name right below."""
        return [part for part in self.parts if isinstance(part, Element) and part.name == name]


class _Refused(Exception):
    pass


class _Reader:
    def __init__(self) -> None:
        self.root: Element | None = None
        self.open: list[Element] = []
        self.parser = expat.ParserCreate(namespace_separator=" ")
        self.parser.buffer_text = True
        self.parser.StartElementHandler = self.start
        self.parser.EndElementHandler = self.end
        self.parser.CharacterDataHandler = self.text
        self.parser.StartDoctypeDeclHandler = self.doctype

    def start(self, name: str, attributes: dict[str, str]) -> None:
        found = Element(name, attributes, self.parser.CurrentLineNumber)
        if len(self.open) >= MAX_DEPTH:
            raise _Refused(f"this is nested more than {MAX_DEPTH} levels deep.")
        if self.open:
            self.open[-1].parts.append(found)
        self.root = self.root or found
        self.open.append(found)

    def end(self, name: str) -> None:
        self.open.pop()

    def text(self, text: str) -> None:
        self.open[-1].parts.append(text)

    def doctype(self, *declared: object) -> NoReturn:
        raise _Refused("the file declares a document type: it is not read.")


def read(data: bytes, path: str) -> tuple[Element | None, list[Problem]]:
    """The root of a document, or None and why it can't be read."""
    reader = _Reader()
    try:
        reader.parser.Parse(data, True)
    except expat.ExpatError as error:
        message = f"this isn't XML: {expat.ErrorString(error.code)}."
        return None, [Problem(path, error.lineno, error.offset + 1, message, "Save it again from the tool it is from.")]
    except _Refused as error:
        return None, [Problem(path, reader.parser.CurrentLineNumber, 1, str(error))]
    except (LookupError, ValueError) as error:  # an encoding that Python has no codec for, or none that expat can use
        return None, [Problem(path, 1, 1, f"the encoding of the file can't be read: {error}.", "Save it as UTF-8.")]
    return reader.root, []

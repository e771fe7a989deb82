"""What an author writes on cards: slides, charts, mathematics, tables, diagrams, timelines and code.

Part of the lesson format (`lesson.py`).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated, Literal

from annotated_types import MaxLen, MinLen

from lessonforge.reads import Drawn, Id


@dataclass(frozen=True)
class Slide:
    """A title with bullets or a paragraph; the parts appear as they are spoken."""

    title: Drawn
    """The heading."""
    subtitle: Drawn | None = None
    """A line under the heading."""
    bullets: tuple[Drawn, ...] = ()
    """At most seven short lines."""
    text: Drawn | None = None
    """A paragraph in place of bullets."""


@dataclass(frozen=True)
class Datum:
    """One bar, point or slice."""

    label: Drawn
    """Its name on the axis."""
    value: float
    """Its number."""


@dataclass(frozen=True)
class Chart:
    """Numbers as bars, a line or slices."""

    data: Annotated[tuple[Datum, ...], MinLen(2), MaxLen(16)]
    """The numbers, in the order drawn."""
    type: Literal["bar", "line", "pie"] = "bar"
    """How they are drawn."""
    title: Drawn | None = None
    """The heading."""
    unit: Drawn | None = None
    """The unit of the values."""


@dataclass(frozen=True)
class FormulaLine:
    """One line of mathematics."""

    latex: str
    r"""The mathematics, in LaTeX: `T^2 = a^3`."""
    note: Drawn | None = None
    """A few words beside it."""


@dataclass(frozen=True)
class Symbol:
    """What a symbol of a formula stands for."""

    symbol: str
    """The symbol, in LaTeX."""
    meaning: Drawn
    """What it stands for."""


@dataclass(frozen=True)
class Formula:
    """Lines of mathematics with the meaning of their symbols."""

    lines: Annotated[tuple[FormulaLine, ...], MinLen(1), MaxLen(8)]
    """The lines, in order; each appears as it is spoken."""
    title: Drawn | None = None
    """The heading."""
    where: tuple[Symbol, ...] = ()
    """The meaning of the symbols."""


@dataclass(frozen=True)
class Table:
    """Rows and columns."""

    header: Annotated[tuple[Drawn, ...], MinLen(1), MaxLen(8)]
    """The column heads."""
    rows: Annotated[tuple[tuple[Drawn, ...], ...], MinLen(1), MaxLen(12)]
    """The rows, each as long as the header."""
    title: Drawn | None = None
    """The heading."""


@dataclass(frozen=True)
class Node:
    """A box of a diagram."""

    id: Id
    """Its name in `arrows`."""
    text: Drawn
    """The words in it."""


@dataclass(frozen=True)
class Arrow:
    """An arrow between two boxes of a diagram."""

    start: Id
    """The node it leaves."""
    end: Id
    """The node it reaches."""
    text: Drawn | None = None
    """Words along it."""


@dataclass(frozen=True)
class Diagram:
    """Boxes and arrows."""

    nodes: Annotated[tuple[Node, ...], MinLen(2), MaxLen(12)]
    """The boxes."""
    arrows: tuple[Arrow, ...] = ()
    """The arrows between them."""
    layout: Literal["flow", "cycle", "tree"] = "flow"
    """Side by side, around a circle, or from a root down."""
    title: Drawn | None = None
    """The heading."""


@dataclass(frozen=True)
class Event:
    """A moment on a timeline."""

    date: Drawn
    """When, as it is to be shown: `1609`, `5th century`."""
    text: Drawn
    """What happened."""


@dataclass(frozen=True)
class Events:
    """Moments in order along a line."""

    events: Annotated[tuple[Event, ...], MinLen(2), MaxLen(8)]
    """The moments, first to last."""
    title: Drawn | None = None
    """The heading."""


@dataclass(frozen=True)
class Code:
    """A listing of a program."""

    source: str
    """The program."""
    language: str = "text"
    """Its language, for colours: `python`, `html`, `c`, ..."""
    title: Drawn | None = None
    """The heading."""

"""What is said of a diagram itself: comes in a line, goes out the line without it, and the manner in few words.

`the life cycle of a frog in four stages with blue arrows between them` names no arrows and no stage of a theatre, but
a number (`4`) and a colour (`#3f7fc4`).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import takewhile

from lessonforge.visuals.draw import words
from lessonforge.visuals.draw.grammar.lexer import Token
from lessonforge.visuals.draw.words.diagrams import APPARATUS, BETWEEN, DOTTED, EQUALS, LINES, SIGNS, STAGES, WAYS

CHARTS = ("map", "plan")
CROSS = (("thing", ("cross", False)),)
MARKS = frozenset(["cross", "x", "croix", "cruz", "equis"])
"""What marks a spot on a map."""
FREE = frozenset(["before after", "orbits", "ellipse", "solar system"])
"""Diagrams whose words keep all their meanings."""


def mannered(line: Sequence[Token], diagram: str) -> tuple[list[Token], tuple[str, ...]]:
    """A line without what is said of its diagram, and that."""
    if not diagram or diagram in FREE:
        return list(line), ()
    asking = {n for n, token in enumerate(line) if token.has("diagram")}
    gone = {n for n in range(len(line)) if _apparatus(line, n)} - asking
    ways = {n for n, token in enumerate(line) if diagram in CHARTS and _words(token) & WAYS} - asking
    said = [n for n in gone if _words(line[n]) & STAGES]
    numbers = {m for n in said for m in (n - 1, n - 2) if m >= 0 and line[m].has("number")}
    lines = [n for n, token in enumerate(line) if _words(token) & LINES]
    colours = {m for n in lines for m in (n - 1, n + 1, n - 2) if 0 <= m < len(line) and line[m].has("colour")}
    manner = [str(line[n].value("number")) for n in numbers]
    inside = [phrase for n in lines for phrase in _words(line[n]) if phrase in words.COLOURS]
    manner += [words.COLOURS[phrase] for phrase in (*(line[n].text for n in sorted(colours)), *inside)]
    manner += ["route"] * (
        bool(ways) or (diagram == "map" and any(token.value("diagram") == "route" for token in line))
    )
    if diagram in ("map", "plan", "route"):
        line = [Token(token.text, CROSS) if _marks(line, n) else token for n, token in enumerate(line)]
    if diagram == "sum":
        manner = [SIGNS.get(token.text, "equals") for token in line if token.text in SIGNS or _words(token) & EQUALS]
    if diagram.startswith("section"):
        manner += _painted(line)
    manner += ["dotted"] * any(_words(token) & DOTTED for token in line)
    return [token for n, token in enumerate(line) if n not in gone | numbers | colours | ways], tuple(manner)


def _marks(line: Sequence[Token], n: int) -> bool:
    """Whether a word is the cross on a map, not to go across something."""
    return line[n].text in MARKS and (
        line[n].text == "x" or (n > 0 and line[n - 1].has("number", "the", "det", "colour"))
    )


def _painted(line: Sequence[Token]) -> Iterator[str]:
    """The parts that have a colour of their own: `magma-chamber=#d9573f`."""
    for n, token in enumerate(line):
        if token.has("colour"):
            named = "-".join("-".join(near.text.split()) for near in takewhile(_names, line[n + 1 : n + 4]))
            yield f"{named}={words.COLOURS[token.text]}"


def _names(token: Token) -> bool:
    return not token.has("comma", "stop", "and", "relation", "colour", "the", "det", "number", "is")


def _words(token: Token) -> frozenset[str]:
    return frozenset(token.text.split())


def _apparatus(line: Sequence[Token], n: int) -> bool:
    """Whether a token is what a diagram has anyway; `between` is if it does not stand between things."""
    if _words(line[n]) & BETWEEN:
        return any(_words(token) <= APPARATUS for token in _next(line, n))
    return _words(line[n]) <= APPARATUS


def _next(line: Sequence[Token], n: int) -> Iterator[Token]:
    """The next word that is no article."""
    rest = (token for token in line[n + 1 :] if not token.has("the", "det"))
    yield from (token for token, _ in zip(rest, range(1), strict=False))

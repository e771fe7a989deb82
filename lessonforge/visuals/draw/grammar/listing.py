"""Diagrams of several things (a cycle, a food chain, a route): comes in a line, go out the things in the order named.

What is said before a colon only names the diagram: `the life cycle of a frog: frogspawn, tadpole, frog`.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from lessonforge.visuals.draw.grammar.lexer import Token
from lessonforge.visuals.draw.grammar.scene import Item, Scene
from lessonforge.visuals.draw.things import catalogue
from lessonforge.visuals.draw.words.diagrams import CUT, DIRECTIONS, EQUALS, LANDMARKS, NAMED, SHOWING

LISTS = frozenset([
    "cycle", "section", "chain", "route", "sizes", "rising sizes", "sequence", "body", "map", "plan", "pyramid", "web",
    "sum", *CUT,
])  # fmt: skip
EATS = frozenset(["eat", "eats", "feeds on", "feed on", "come", "comen", "se come", "mange", "mangent"])
VIA = frozenset(["via", "passing", "past", "crossing", "pasando", "pasa", "passant", "passe", "vía"])
MAPS = ("map", "plan")
FED = frozenset(["chain", "web", "pyramid"])
"""Diagrams where one stands for its kind: `plants` are no four links."""
DRAWN = frozenset(["river", "lake", "pond", "sea", "road", "street"])
"""Places that a map draws as they are."""
WOODS = frozenset(["pine", "palm"])
"""Three of them are a forest."""
SHEET = frozenset(["map", "paper", "scroll", "location-pin", "arrow"])
"""What a map of a route is anyhow: no stops on it."""
THEN = frozenset(["then", "luego", "puis", "into", "en"])
PARTING = frozenset(["to", "from", "through", "along", "above", "beside", "behind", "front", "around"])
"""Relations that only say what comes next."""


def lists(diagram: str) -> bool:
    """Whether a diagram shows things in the order named."""
    return diagram in LISTS or diagram.startswith(("cycle ", "cell "))


def pieces(line: Sequence[Token], diagram: str) -> tuple[list[list[Token]], list[Token]]:
    """The parts of a line that name one thing each, and what stands before them."""
    if diagram == "sum":
        return _summands(line), []
    start = next(
        (n + 1 for n, token in enumerate(line) if token.has("diagram") and token.value("diagram") == diagram), 0
    )
    if diagram in MAPS:
        start = _land(line, start)
    colon = next((n for n in range(start, len(line)) if line[n].text == ":"), None)
    if colon is not None and any(token.has("thing", "group", "place") for token in line[colon:]):
        return _ordered(line, list(_parted(line[colon + 1 :], diagram)), diagram), list(line[:colon])
    first = [] if start and any(t.has("thing", "group", "place") for t in line[start:]) else list(line[:start])
    found = list(_parted([*first, *line[start:]], diagram))
    return _ordered(line, found, diagram), [] if first else list(line[:start])


def _summands(line: Sequence[Token]) -> list[list[Token]]:
    """The groups of a sum, each with its number."""
    found: list[list[Token]] = [[]]
    for token in line:
        if token.has("diagram") or set(token.text.split()) & EQUALS:
            found.append([])
        else:
            found[-1].append(token)
    return [part for part in found if any(token.has("number") for token in part)]


def _counted(parts: Sequence[Sequence[Token]], read: Sequence[Scene]) -> Iterator[Item]:
    """The groups of a sum; a bare number counts what was named last, or is named first."""
    last = next((piece.items[0] for piece in read if piece.items), None)
    for part, piece in zip(parts, read, strict=True):
        last = piece.items[0] if piece.items else last
        number = next(token.value("number") for token in part if token.has("number"))
        if last and isinstance(number, int):
            yield replace(_alone(last), count=number)


def _land(line: Sequence[Token], start: int) -> int:
    """Where the features of a map begin: after `an island with`."""
    shown = next((n for n in range(start, len(line)) if line[n].text in SHOWING), start - 1)
    whole = not any(token.has("comma", "and") for token in line[start:shown])
    return shown + 1 if whole else start


def _ordered(line: Sequence[Token], found: list[list[Token]], diagram: str) -> list[list[Token]]:
    """From who is eaten to who eats, where it is said the other way round: `a fox eats a rabbit`."""
    if diagram in (*MAPS, "route"):
        return _by_way(line, found)
    named = [piece for piece in found if any(token.has("thing") for token in piece)]
    if diagram != "chain" or len(named) % 2 or not any(token.text in EATS for token in line):
        return found
    by = {_noun(piece): piece for piece in reversed(named)}
    eater = {_noun(eaten): _noun(eats) for eats, eaten in zip(named[::2], named[1::2], strict=True)}
    order = [name for name in eater if name not in eater.values()][:1]
    while order and order[-1] in eater and len(order) < len(by):
        order.append(eater[order[-1]])
    return [by[name] for name in order] if len(order) == len(by) else found


def _by_way(line: Sequence[Token], found: list[list[Token]]) -> list[list[Token]]:
    """The end of a journey at its end: `from the port to the castle via the bridge`."""
    stops = [piece for piece in found if any(token.has("thing", "group", "place") for token in piece)]
    via = next((n for n, token in enumerate(line) if VIA & set(token.text.split())), len(line))
    before = {id(token) for token in line[:via]}
    first = sum(id(piece[-1]) in before for piece in stops)
    return stops if first in (0, 1, len(stops)) else [*stops[: first - 1], *stops[first:], stops[first - 1]]


def _noun(piece: Sequence[Token]) -> str:
    return next(value[0] for token in piece for kind, value in token.meanings if kind == "thing")  # type: ignore[index]


def _parted(line: Sequence[Token], diagram: str) -> Iterator[list[Token]]:
    piece: list[Token] = []
    for token in line:
        if token.has("diagram"):
            continue
        if _parts(token, diagram):
            yield piece
            piece = []
        else:
            piece.append(token)
    yield piece


def _parts(token: Token, diagram: str) -> bool:
    """Whether something new comes after a word."""
    if token.has("comma", "stop", "and", "by", "who") or (
        token.text in THEN and not (diagram in MAPS and token.text == "en")
    ):
        return not token.has("thing")
    if token.has("thing", "group", "place", "character"):
        return False
    parting = token.has("relation") and token.value("relation") in PARTING
    return parting or (diagram == "chain" and token.has("verb"))


def listed(whole: Scene, parts: Sequence[Sequence[Token]], read: Sequence[Scene], head: Scene) -> Scene:
    """A scene of the things that its pieces name, in this order; what the diagram shows anyhow is not unknown."""
    diagram = whole.diagram
    items = [_one(item, part) for part, piece in zip(parts, read, strict=True) for item in _items(piece, diagram)]
    if diagram == "sum":
        items = list(_counted(parts, read))
    if diagram == "section":
        items = [*head.items, *items]
    places = () if diagram == "route" else tuple(dict.fromkeys(p for piece in (head, *read) for p in piece.places))
    if diagram in MAPS:
        items = [_charted(item, part) for item, part in zip(items, _naming(parts, read), strict=True)]
        if any(item.thing == "island" for item in head.items):
            whole = replace(whole, manner=(*whole.manner, "island"))
    if diagram in CUT and items:
        places = (*places, "underground")
    return replace(whole, items=tuple(items), places=places, unknown=unknown(read, diagram))


def _naming(parts: Sequence[Sequence[Token]], read: Sequence[Scene]) -> list[Sequence[Token]]:
    """The part of each item of a map."""
    return [part for part, piece in zip(parts, read, strict=True) for _ in _items(piece, "map")]


def _charted(item: Item, part: Sequence[Token]) -> Item:
    """A feature with the side of the map that it is on."""
    said = tuple(DIRECTIONS[word] for token in part for word in token.text.split() if word in DIRECTIONS)
    return replace(item, spots=(*item.spots, *said), count=1 if item.thing == "cross" else item.count)


def _one(item: Item, part: Sequence[Token]) -> Item:
    """In a list a word that is its own plural is one: `plankton, fish, seal`."""
    names = {name.lower() for several in catalogue()[item.thing].names.values() for name in several}
    counted = any(token.has("number") and token.value("number") != 1 for token in part)
    single = not counted and any(token.text in names for token in part)
    return replace(item, count=1) if single else item


def unknown(read: Sequence[Scene], diagram: str) -> tuple[str, ...]:
    """Words that are not understood and that the diagram does not bring along."""
    kind = diagram.partition(" ")[0]
    known = frozenset(
        NAMED.get({"plan": "map"}.get(diagram, kind if kind in ("section", "cycle", "cell") else diagram), "").split()
    )
    return tuple(dict.fromkeys(word for piece in read for word in piece.unknown if word not in known))


def _items(piece: Scene, diagram: str) -> list[Item]:
    """The first thing of a piece, with all that it stands for; on a map also what stands for a place."""
    if diagram in (*MAPS, "route"):
        piece = replace(piece, items=tuple(item for item in piece.items if item.thing not in SHEET))
    if not piece.items:
        marks = {place: name for place, name in LANDMARKS.items() if diagram == "route" or place not in DRAWN}
        marks = marks if diagram in (*MAPS, "route") else {}
        named = [marks[place] for place in piece.places if place in marks]
        return [Item(name, 3 if name in WOODS else 1) for name in named if name in catalogue()]
    first = piece.items[0]
    if diagram.startswith("cycle") or diagram == "sequence":
        grown = (item for item in piece.items if not catalogue()[item.thing].figure)
        return [_alone(next(grown, first) if first.thing in ("woman", "man") else first)]
    if diagram in FED:
        return [_alone(first)]
    band = [item for item in piece.items if first.band is not None and item.band == first.band] or [first]
    return [_alone(item) for item in band]


def _alone(item: Item) -> Item:
    """An item without the others."""
    return replace(item, relation="", target=None, band=None, gaze=None, other=None)

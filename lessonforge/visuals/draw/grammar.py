"""Reads a prompt: comes in a plain phrase, goes out a `Scene`, what it names and how these stand to each other.

    prompt   "two red boats on the left, a small village on the hill behind, rain"
    items    boat (2, red, left), village (small, on hill, far)
    places   hill        weather  rain

Words are matched longest phrase first. A word that is neither known nor harmless is kept in `Scene.unknown`.
"""

from __future__ import annotations

import dataclasses
import functools
import itertools
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from lessonforge.visuals.draw import words
from lessonforge.visuals.draw.settings.places import PLACES
from lessonforge.visuals.draw.things import catalogue

Meaning = tuple[str, object]
"""What a phrase is (`thing`, `place`, `number`, ...) and its value."""


@dataclass(frozen=True)
class Item:
    """A thing that is named: how many, how large (1 is normal), in which colours (slot name, colour), and where.

    `spots` are of `words.SPOTS`. `relation` (of `words.RELATIONS`) holds to `target`: the number of another item, or
    the name of a place.
    """

    thing: str
    count: int = 1
    size: float = 1.0
    colours: tuple[tuple[str, str], ...] = ()
    spots: tuple[str, ...] = ()
    relation: str = ""
    target: int | str | None = None
    flying: bool = False


@dataclass(frozen=True)
class Scene:
    """All that a prompt asks for."""

    items: tuple[Item, ...] = ()
    places: tuple[str, ...] = ()
    time: str = ""
    weather: tuple[str, ...] = ()
    season: str = ""
    diagram: str = ""
    unknown: tuple[str, ...] = ()


@functools.cache
def lexicon() -> Mapping[str, Meaning]:
    """Every phrase that is understood and what it means; earlier meanings win."""
    known: dict[str, Meaning] = {}
    for kind, table in _BEFORE:
        for phrase, value in table.items():
            known.setdefault(phrase, (kind, value))
    _name_things(known)
    for name, place in PLACES.items():
        for phrase in place.names:
            for form in (phrase, *_plurals(phrase)):
                known.setdefault(form, ("place", name))
    for kind, table in _AFTER:
        for phrase, value in table.items():
            known.setdefault(phrase, (kind, value))
    for word in (*words.FLYING, *words.HARMLESS, *words.verb_forms()):
        known.setdefault(word, ("flying" if word in words.FLYING else "harmless", ""))
    return known


_BEFORE: tuple[tuple[str, Mapping[str, object]], ...] = (
    ("diagram", words.DIAGRAMS), ("group", words.GROUPS), ("spot", words.SPOTS), ("relation", words.RELATIONS),
    ("time", words.TIMES), ("weather", words.WEATHER), ("number", words.NUMBERS), ("size", words.SIZES),
)  # fmt: skip
_AFTER: tuple[tuple[str, Mapping[str, object]], ...] = (("colour", words.COLOURS), ("season", words.SEASONS))


def _name_things(known: dict[str, Meaning]) -> None:
    """Adds the names of all things, English ones first, then their plurals."""
    every = [
        (name.lower(), thing)
        for language in ("en", "es", "fr")
        for thing in catalogue().values()
        for name in thing.names.get(language, ())
    ]
    plurals = {(plural, thing.name) for name, thing in every for plural in _plurals(name)}
    for name, thing in every:
        known.setdefault(name, ("thing", (thing.name, (name, thing.name) in plurals)))
    for name, thing in every:
        for plural in _plurals(name):
            known.setdefault(plural, ("thing", (thing.name, True)))


def _plurals(phrase: str) -> Iterator[str]:
    """The plurals that a noun may have in the three languages: of its head, the word before `of`, `de` or the last."""
    head, *rest = re.split(r" (?=of |de |d'|en )", phrase, maxsplit=1) if " " in phrase else [phrase]
    tail = f" {rest[0]}" if rest else ""
    for ending in ("s", "es", "x"):
        yield f"{head}{ending}{tail}"
    for old, new in (("y", "ies"), ("f", "ves"), ("fe", "ves"), ("man", "men")):
        if head.endswith(old):
            yield f"{head.removesuffix(old)}{new}{tail}"


@functools.cache
def longest() -> int:
    """The number of words of the longest phrase."""
    return max(phrase.count(" ") for phrase in lexicon()) + 1


@dataclass
class _Reader:
    """Where the reading stands: what is pending for the next noun, and what may still be said of the last ones."""

    items: list[Item] = field(default_factory=list)
    places: list[str] = field(default_factory=list)
    said: dict[str, str] = field(default_factory=dict)
    weather: list[str] = field(default_factory=list)
    unknown: list[str] = field(default_factory=list)
    number: int = 0
    size: float = 1.0
    colour: str = ""
    spots: tuple[str, ...] = ()
    relation: str = ""
    group: list[int] = field(default_factory=list)
    joined: bool = False
    fresh: bool = True

    def thing(self, name: str, plural: bool) -> None:
        """A noun: a new item with all that was said before it, in the pending relation to the last group."""
        thing = catalogue()[name]
        slot = thing.slot()
        colours = ((slot.name, self.colour),) if slot and self.colour else ()
        count = self.number if self.number > 1 or not plural else thing.many
        self.items.append(Item(name, max(1, count), self.size, colours, self.spots))
        here, last = len(self.items) - 1, self.group
        self.group = [*last, here] if self.joined and not self.relation else [here]
        if last and self.relation == "with" and thing.stands in ("surface", "ground"):
            holder = catalogue()[self.items[last[-1]].thing]
            self._relate("beside" if thing.stands == "ground" else "held" if holder.top is None else "on", last[-1])
        elif last and self.relation not in ("", "to", "of", "with"):
            self.group = last
            self._relate(self.relation, here)
            self.group = [here]
        self._clear()

    def place(self, name: str) -> None:
        """A place: it belongs to the scene, and the last group may stand in some relation to it."""
        if name not in self.places:
            self.places.append(name)
        if self.relation and self.group:
            self._relate(self.relation, name)
        self._clear()

    def spot(self, name: str) -> None:
        """A position: of what was just named, or of what comes."""
        if self.fresh or not self.group:
            self.spots = (*self.spots, name)
        else:
            self._change(spots=lambda item: (*item.spots, name))

    def _relate(self, relation: str, target: int | str) -> None:
        self._change(
            relation=lambda item: item.relation or relation,
            target=lambda item: target if not item.relation else item.target,
        )

    def _change(self, **changes) -> None:  # type: ignore[no-untyped-def]
        for n in self.group:
            item = self.items[n]
            self.items[n] = dataclasses.replace(item, **{name: change(item) for name, change in changes.items()})

    def _clear(self) -> None:
        self.number, self.size, self.colour, self.spots, self.relation, self.joined, self.fresh = (
            0,
            1.0,
            "",
            (),
            "",
            False,
            False,
        )

    def stop(self) -> None:
        """A comma: a relation with nothing after it was an adverb, and the next words start afresh."""
        spot = {"behind": "far", "above": "high", "under": "low"}.get(self.relation)
        if spot:
            self._change(spots=lambda item: (*item.spots, spot))
        self.relation, self.fresh, self.joined = "", True, False

    def word(self, word: str) -> None:
        """A word that the lexicon lacks: a part of the last thing (its sail), or unknown."""
        for n in reversed(self.group):
            slot = catalogue()[self.items[n].thing].slot(word)
            if slot and self.colour:
                self._change(colours=lambda item: (*item.colours, (word, self.colour)))
                self.colour = ""
            if slot:
                return
        if word.isalpha() or "-" in word or "'" in word:
            self.unknown.append(word)


def tokens(prompt: str) -> list[str]:
    """The words of the first line in lower case, with `,` for a pause."""
    line = (prompt.strip().splitlines() or [""])[0].lower().replace("’", "'")
    found = re.findall(r"[\w]+(?:[-'][\w]+)*'?|[,.;:()!?–—]", line)
    return [part if part[0].isalnum() else "," for token in found for part in _split(token)]


def _split(token: str) -> list[str]:
    """`l'eau` as `l'` and `eau`, `earth's` as `earth` and `'s` left out, unless the lexicon has the whole."""
    if token in lexicon() or "'" not in token:
        return [token]
    if token.endswith("'s"):
        return [token.removesuffix("'s")]
    before, after = token.split("'", 1)
    return [f"{before}'", after] if after else [before]


def read(prompt: str) -> Scene:
    """What the first line of a prompt asks for."""
    reader, line, at = _Reader(), tokens(prompt), 0
    span = longest()
    while at < len(line):
        for length in range(min(span, len(line) - at), 0, -1):
            phrase = " ".join(line[at : at + length])
            if phrase in lexicon() and not (length == 1 and _is_part(reader, phrase)):
                _take(reader, phrase, *lexicon()[phrase])
                break
        else:
            length = 1
            reader.stop() if line[at] == "," else reader.word(line[at])
        at += length
    reader.stop()
    said = reader.said
    return Scene(
        tuple(reader.items), tuple(reader.places), said.get("time", ""), tuple(reader.weather), said.get("season", ""),
        said.get("diagram", ""), tuple(dict.fromkeys(reader.unknown)),
    )  # fmt: skip


def _is_part(reader: _Reader, word: str) -> bool:
    """Whether a word with a colour before it is a part of the last thing: "a boat with a red sail"."""
    if not (reader.colour and reader.group and lexicon()[word][0] in ("thing", "harmless")):
        return False
    if any(catalogue()[reader.items[n].thing].slot(word) for n in reader.group) and reader.relation == "with":
        reader.word(word)
        return True
    return False


def _take(reader: _Reader, phrase: str, kind: str, value: object) -> None:
    """Does with a phrase what its kind asks."""
    if kind == "thing":
        reader.thing(*value)  # type: ignore[misc]
    elif kind == "group":
        _group(reader, value)  # type: ignore[arg-type]
    elif kind == "place":
        reader.place(str(value))
    elif kind == "spot":
        reader.spot(str(value))
    elif kind in ("number", "size", "colour", "relation"):
        setattr(reader, kind, value)
    elif kind == "weather":
        reader.weather.append(str(value))
    elif kind == "flying":
        reader._change(flying=lambda item: True)
    elif kind in ("time", "season", "diagram"):
        if kind != "diagram" or reader.said.get("diagram") != "ellipse":
            reader.said[kind] = str(value)
    elif phrase in ("and", "y", "et"):
        reader.joined = True


def _group(reader: _Reader, names: tuple[str, ...]) -> None:
    """A word for several things: the planets, the children. A number before it takes so many."""
    relation, number = reader.relation, reader.number
    for n, name in enumerate(itertools.islice(itertools.cycle(names), number if number > 1 else len(names))):
        reader.number, reader.joined = 0, n > 0
        reader.relation = relation if n == 0 else ""
        reader.thing(name, False)

"""New items, and nouns that mean what was named before."""

from __future__ import annotations

import dataclasses
import itertools
from collections.abc import Sequence
from typing import TYPE_CHECKING

from lessonforge.visuals.draw import words
from lessonforge.visuals.draw.figures import POSES, sexes
from lessonforge.visuals.draw.grammar.pending import FORM_COUNTS, PAIRED, person
from lessonforge.visuals.draw.grammar.scene import Item
from lessonforge.visuals.draw.things import catalogue

if TYPE_CHECKING:
    from lessonforge.visuals.draw.grammar.state import State

PROPS = {"reading": ("book", "newspaper", "paper"), "writing": ("notebook", "pen", "pencil", "paper")}
"""What hands that do something have in them already."""


def item_of(reader: State, name: str, plural: bool) -> tuple[int, ...]:
    """A new item with all that was said before its noun; two for `red and blue balloons`."""
    np, thing = reader.np, catalogue()[name]
    told = np.determined and (_before(reader) not in ("his", "her", "their") or reader.line[reader.at].has("kin"))
    bare = reader.language == "en" and not np.count and not np.definite and not told
    plural = plural or (bare and any(one == many for one, many in thing.plurals.items()))
    if name in PAIRED and np.count == 2:
        np.count, plural = 1, False
    count = np.number(plural, thing.many)
    item = Item(
        name, count, np.size, np.painted(thing, count), np.spots, flying=np.flying, form=np.form, pose=np.pose,
    )  # fmt: skip
    if thing.kind == "person":
        sex = sexes.said_by(reader.line[reader.at].text, _before(reader), thing, reader.language)
        traits = (*((sex,) if sex else ()), *(trait.name for trait in np.traits))
        slots = tuple((trait.slot, colour) for trait, colour in zip(np.traits, np.colours, strict=False) if trait.slot)
        item = dataclasses.replace(item, traits=traits, colours=slots or item.colours)
    if np.form in ("row", "circle", "stack", "crowd") and np.count <= 1 and not plural:
        item = dataclasses.replace(item, count=FORM_COUNTS[np.form])
    first = len(reader.items)
    if not np.mixed(count):
        reader.items.append(item)
        return (first,)
    shares = [count // len(np.colours) + (n < count % len(np.colours)) for n in range(len(np.colours))]
    slot = thing.slot()
    for share, colour in zip(shares, np.colours, strict=True):
        colours = ((slot.name, colour),) if slot else ()
        if share:
            reader.items.append(dataclasses.replace(item, count=share, colours=colours, band=first))
    return tuple(range(first, len(reader.items)))


def _before(reader: State) -> str:
    """The word before the noun."""
    return reader.line[reader.at - 1].text if reader.at else ""


def band(reader: State, group: str) -> tuple[int, ...]:
    """The items of a word for several things: each one item, or so many as were asked for."""
    np, names = reader.np, words.members(group)
    single = not group.endswith("s") and group not in ("people", "family", "children", "fruit", "food", "furniture")
    number = np.count if np.count > 1 else 1 if single else FORM_COUNTS.get(np.form, 0)
    if group == "family" and np.count <= 1:
        number = 0
    number = number or len(names)
    first = len(reader.items)
    shift = sum(item.thing in names for item in reader.items) if single else 0
    chosen = itertools.islice(itertools.cycle(names), shift, shift + number)
    for name in chosen:
        thing = catalogue()[name]
        traits = tuple(trait.name for trait in np.traits) if thing.kind == "person" else ()
        size = np.size if thing.kind != "person" or np.size != 0.75 else 1.0
        reader.items.append(Item(
            name, 1, size, np.painted(thing, 1), np.spots, flying=np.flying, form=np.form, pose=np.pose, traits=traits,
            band=first if number > 1 else None,
        ))  # fmt: skip
    return tuple(range(first, len(reader.items)))


KIND_WORDS = {"plant": "plant", "animal": "animal", "vehicle": "vehicle", "building": "building", "tool": "tool"}
"""Words that `the` makes mean what was named before: the plant is the sunflower."""


def of_kind(reader: State, group: str) -> tuple[int, ...]:
    """The items that a word for several different things means after `the`: the children, the animals, the plant."""
    np = reader.np
    if not np.definite or np.count > 1 or np.colours or (reader.joined and reader.link is None):
        return ()
    kind = KIND_WORDS.get(group.removesuffix("s"), "person" if group in ("people", "person") else "")
    members = words.members(group)
    held = reader.link.subjects if reader.link else ()
    fitting = [
        n
        for n, item in enumerate(reader.items)
        if n not in held and (item.thing in members or catalogue()[item.thing].kind == kind)
    ]
    return tuple(fitting if group.endswith("s") or group in ("people", "children") else fitting[-1:])


def known_before(reader: State, name: str, plural: bool, names: Sequence[str] = ()) -> tuple[int, ...]:
    """The items that `the house` means when there is a house already, or () when it is a new one."""
    np = reader.np
    if not np.definite or np.count > 1 or np.colours or np.traits:
        return ()
    same = [n for n, item in enumerate(reader.items) if item.thing == name and not item.character]
    same = same or [n for n, item in enumerate(reader.items) if _is_a(item.thing, name) and not item.character]
    if names:
        first = next((item.band for item in reader.items if item.band is not None and item.thing in names), None)
        return tuple(n for n, item in enumerate(reader.items) if item.band == first) if first is not None else ()
    aimed = reader.link is not None
    token = reader.next()
    clear = aimed or reader.fresh or not reader.joined or (token is not None and token.has("verb", "is", "has", "fly"))
    if not same or not clear or (np.size != 1.0 and all(reader.items[n].size != np.size for n in same)):
        return ()
    if reader.link and set(same) <= set(reader.link.subjects):
        return ()
    if not aimed and reader.fresh and not plural and _placed(reader, same):
        return ()
    return (same[-1],)


def _is_a(thing: str, name: str) -> bool:
    """Whether a thing is one of those that a shorter name means: a sunflower is a flower, an oak tree a tree."""
    own, other = catalogue()[thing], catalogue()[name]
    if own.kind != other.kind or name == thing or own.kind == "person":
        return False
    short = other.names["en"][0].lower()
    return any(long.lower().endswith(short) for long in own.names["en"])


def _placed(reader: State, same: Sequence[int]) -> bool:
    """Whether it is told apart from the first by where it is: `the boat on the left, the boat on the right`."""
    token = reader.next()
    return token is not None and token.has("spot") and bool(reader.items[same[-1]].spots)


def reading_prop(reader: State, name: str) -> bool:
    """Whether a thing is in somebody's hands by their pose: who reads has the book already."""
    link = reader.link
    if link is None or not (link.verb or link.name == "with") or not link.subjects:
        return False
    item = reader.items[link.subjects[0]]
    prop = POSES[item.pose].prop if item.pose in POSES else ""
    return (
        person(item.thing)
        and bool(prop)
        and not reader.np.colours
        and (name == prop or name in PROPS.get(item.pose, ()))
    )

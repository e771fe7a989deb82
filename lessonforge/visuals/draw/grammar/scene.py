"""What a prompt asks for, as data: items and the scene that they are in."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Item:
    """A thing that is named: how many, how large (1 is normal), in which colours (slot name, colour), and where.

    `spots` are of `words.SPOTS`. `relation` (of `words.RELATIONS`) holds to `target`: the number of another item, or
    the name of a place; `other` is the second one of `between`. `form` is how several stand (`row`, `circle`, `stack`,
    `crowd`, `facing`). `band` is the first of the items that make one group (the pupils of a class). `pose` and
    `traits` are of `figures`, `character` is the name of somebody who looks the same in every picture, `gaze` the item
    that it looks at or deals with, `deed` what it does (`words.frames`).
    """

    thing: str
    count: int = 1
    size: float = 1.0
    colours: tuple[tuple[str, str], ...] = ()
    spots: tuple[str, ...] = ()
    relation: str = ""
    target: int | str | None = None
    flying: bool = False
    other: int | None = None
    form: str = ""
    band: int | None = None
    pose: str = ""
    traits: tuple[str, ...] = ()
    character: str = ""
    gaze: int | None = None
    deed: str = ""


@dataclass(frozen=True)
class Scene:
    """All that a prompt asks for; `halves` are the two scenes of a before-and-after, `hints` the
    words of `homes` that tell where it is, `manner` what is said of a diagram itself: a number of stages, the colour of
    its arrows or its route, `dotted` or not.
    """

    items: tuple[Item, ...] = ()
    places: tuple[str, ...] = ()
    time: str = ""
    weather: tuple[str, ...] = ()
    season: str = ""
    diagram: str = ""
    unknown: tuple[str, ...] = ()
    language: str = "en"
    halves: tuple[Scene, ...] = ()
    hints: tuple[str, ...] = ()
    manner: tuple[str, ...] = ()

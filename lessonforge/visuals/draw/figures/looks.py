"""What a figure looks like: its role's `<figure>`, what was said of it, and chance, made one choice each."""

from __future__ import annotations

import random
from collections.abc import Mapping
from dataclasses import dataclass, replace

from lessonforge.visuals.draw.figures.bodies import BODIES
from lessonforge.visuals.draw.figures.garments import TOPS
from lessonforge.visuals.draw.figures.traits import NAMED, TRAITS, Trait


@dataclass(frozen=True)
class Look:
    """A body and all that is on it; `extras` are pieces for the face and things carried. `colours`: slot -> colour."""

    body: str
    hair: str
    top: str
    bottom: str
    shoes: str = "shoe"
    coat: str = ""
    cape: str = ""
    hat: str = ""
    face: str = ""
    mount: str = ""
    extras: tuple[str, ...] = ()
    colours: tuple[tuple[str, str], ...] = ()


AGES: Mapping[str, Mapping[str, str]] = {
    "old": {"man": "old-man", "woman": "old-woman", "teen": "old-woman"},
    "young": {"man": "teen", "woman": "teen", "old-man": "man", "old-woman": "woman", "child": "toddler"},
}
GREY = "#cfcac2"
ODD = ("none", "suit legs", "romper legs", "briefs", "mail", "trunks", "kilt")
"""Bottoms that go with one top only."""


def look(figure: Mapping[str, str], traits: tuple[str, ...], chance: random.Random | None) -> Look:
    """The look of a role (its attributes, choices parted by `|`) with traits, by name or phrase."""
    said = [found for trait in traits if (found := _trait(trait))]
    body = _choose(figure.get("body", "woman"), chance)
    for trait in said:
        body = AGES.get(trait.name, {}).get(body, body)
    known = BODIES[body]
    made = Look(
        body,
        _choose(figure.get("hair") or "|".join(known.hair), chance),
        top := _choose(figure.get("top") or "|".join(known.top), chance),
        _choose(figure.get("bottom") or _bottom(top, known.bottom), chance),
        _choose(figure.get("shoes", "shoe"), chance),
        _choose(figure.get("coat", ""), chance),
        figure.get("cape", ""),
        _choose(figure.get("hat", ""), chance),
        figure.get("face", ""),
        figure.get("mount", ""),
        tuple(figure.get("extras", "").split()) + (("wrinkles",) if body.startswith("old") else ()),
    )
    for trait in said:
        made = _with(made, trait)
    return made


def _bottom(top: str, usual: tuple[str, ...]) -> str:
    """What goes with a top: no trousers under a dress."""
    return TOPS[top].bottom or "|".join(usual)


def _choose(options: str, chance: random.Random | None) -> str:
    every = options.split("|")
    return chance.choice(every) if chance else every[0]


def _trait(said: str) -> Trait | None:
    return NAMED.get(said) or TRAITS.get(said)


def _with(made: Look, trait: Trait) -> Look:
    """The look with one trait more."""
    for field, value in trait.sets:
        if field == "extras":
            made = replace(made, extras=(*made.extras, value))
        elif field == "colour":
            made = replace(made, colours=(*made.colours, (trait.slot, value)))
        elif field != "mount" or made.mount != "wheelchair":
            made = replace(made, **{field: value})  # type: ignore[arg-type]
    fields = dict(trait.sets)
    if "top" in fields:
        usual = TOPS[made.top].bottom or ("trousers" if made.bottom in ODD else made.bottom)
        made = replace(made, coat="", bottom=fields.get("bottom", usual))
    elif "bottom" in fields and (TOPS[made.top].skirt or TOPS[made.top].bottom):
        made = replace(made, top="tee")
    return made

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
WOMEN = {
    "hair": ("bob", "braids", "bun", "curly", "long", "pigtails", "ponytail", "wavy"),
    "bottom": ("skirt", "midi skirt", "long skirt"),
    "top": ("dress", "gown", "blouse", "tutu", "stola", "sari"),
}
MEN = {"hair": ("balding", "crop", "curly-short", "parted", "quiff", "short"), "extras": ("beard", "moustache")}
"""What only women, or only men, have when nothing is said of it."""
FEMALE = {"man": "woman", "boy": "girl", "old-man": "old-woman"}
MALE = {woman: man for man, woman in FEMALE.items()}
ODD = ("none", "suit legs", "romper legs", "briefs", "mail", "trunks", "kilt")
"""Bottoms that go with one top only."""


def look(figure: Mapping[str, str], traits: tuple[str, ...], chance: random.Random | None) -> Look:
    """The look of a role (its attributes, choices parted by `|`) with traits, by name or phrase."""
    said = [found for trait in traits if (found := _trait(trait))]
    body = _choose(figure.get("body", "woman"), chance)
    body = {"female": FEMALE, "male": MALE}.get(sex := _sex(body, said), {}).get(body, body)
    for trait in said:
        body = AGES.get(trait.name, {}).get(body, body)
    known = BODIES[body]
    made = Look(
        body,
        _choose(_fitting("hair", figure.get("hair", ""), known.hair, sex), chance),
        top := _choose(_fitting("top", figure.get("top", ""), known.top, sex), chance),
        _choose(_fitting("bottom", figure.get("bottom", ""), _bottom(top, known.bottom), sex), chance),
        _choose(figure.get("shoes", "shoe"), chance),
        _choose(figure.get("coat", ""), chance),
        figure.get("cape", ""),
        _choose(figure.get("hat", ""), chance),
        figure.get("face", ""),
        figure.get("mount", ""),
        _extras(figure, body, sex),
    )
    for trait in said:
        made = _with(made, trait)
    return made


def _sex(body: str, said: list[Trait]) -> str:
    """`female` or `male`, as said or by the body; `` for children of whom neither is known."""
    known = next((trait.name for trait in said if trait.name in ("female", "male")), "")
    by_body = "female" if body in MALE else "male" if body in FEMALE else ""
    return known or by_body


def _fitting(field: str, options: str, usual: tuple[str, ...], sex: str) -> str:
    """The options of a role that go with a sex; those of the body when none does, or the role names none.

    A role with one option has it whoever it is: a gown, a wizard's long hair.
    """
    other = {"female": MEN, "male": WOMEN}.get(sex, {}).get(field, ())
    every = options.split("|") if options else []
    if len(every) == 1:
        return options
    return "|".join(
        [name for name in every if name not in other] or [name for name in usual if name not in other] or usual
    )


def _extras(figure: Mapping[str, str], body: str, sex: str) -> tuple[str, ...]:
    """What is on the face and carried: no beard on a woman, wrinkles on the old."""
    others = MEN["extras"] if sex == "female" else ()
    own = tuple(extra for extra in figure.get("extras", "").split() if extra not in others)
    return own + (("wrinkles",) if body.startswith("old") else ())


def _bottom(top: str, usual: tuple[str, ...]) -> tuple[str, ...]:
    """What goes with a top: no trousers under a dress."""
    return (TOPS[top].bottom,) if TOPS[top].bottom else usual


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

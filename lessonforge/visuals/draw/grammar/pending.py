"""What has been said before a noun, and the relation that waits for one."""

from __future__ import annotations

from dataclasses import dataclass, field

from lessonforge.visuals.draw.figures.traits import Trait
from lessonforge.visuals.draw.things import Thing, catalogue
from lessonforge.visuals.draw.words import Verb
from lessonforge.visuals.draw.words.colours import HEX, shaded

SAME = {
    "wall": ("walls", "house", "building"), "leaves": ("crown", "leaf"), "body": ("fur", "coat", "feathers", "skin"),
    "leaf": ("leaves", "crown"), "sail": ("sails",), "wheel": ("wheels",),
    "cloth": ("canopy", "fabric"), "petals": ("petal", "flower"), "seat": ("saddle",),
}  # fmt: skip
"""Other names that the part of a word may have."""
PAIRED = frozenset("balance glasses scissors trousers compasses goggles headphones gloves socks".split())  # noqa: SIM905
"""Things of which a pair is one drawing."""
FORM_COUNTS = {"row": 5, "circle": 6, "stack": 4, "crowd": 9}


STILL = frozenset(["nest", "beehive", "butterfly-egg", "frogspawn", "coral"])
"""Of animals, and no animals themselves."""


@dataclass
class Pending:
    """Adjectives, a number and a place that wait for their noun. `open`: an article or an adjective was read."""

    count: int = 0
    size: float = 1.0
    colours: list[str] = field(default_factory=list)
    shade: str = ""
    traits: list[Trait] = field(default_factory=list)
    pose: str = ""
    flying: bool = False
    spots: tuple[str, ...] = ()
    form: str = ""
    definite: bool = False
    striped: bool = False
    open: bool = False
    determined: bool = False

    def add_colour(self, name: str) -> None:
        """A colour, lighter or darker as was said before it."""
        self.colours.append(shaded(HEX[name], self.shade))
        self.shade = ""

    def number(self, plural: bool, many: int) -> int:
        """How many are meant: as said, else by the form, else `many` for a plural."""
        if self.count > 1 or not plural:
            return max(1, self.count)
        return FORM_COUNTS.get(self.form, many)

    def painted(self, thing: Thing, count: int) -> tuple[tuple[str, str], ...]:
        """The colours by slot: the first for the main slot, a second one for the next."""
        main = thing.slot() or (thing.slots[0] if thing.slots else None)
        if not main or not self.colours:
            return ()
        skins = ("skin", "hair", main.name)
        others = [slot.name for slot in thing.slots if slot.name not in skins]
        slots = (main.name, *others)
        return tuple(zip(slots, self.colours if self.mixed(count) is False else self.colours[:1], strict=False))

    def mixed(self, count: int) -> bool:
        """Whether two colours are those of different ones: `red and blue balloons`."""
        return len(self.colours) > 1 and count > 1 and not self.striped


@dataclass
class Link:
    """A relation that waits for its second noun: of what it is said, and whether a verb said it; `passive`: what
    the second does to the first.
    """

    name: str
    subjects: tuple[int, ...] = ()
    verb: bool = False
    text: str = ""
    passive: Verb | None = None


OBJECTS = frozenset(["with", "hold", "use", "face", "peer", "push", "pull", "follow", "wear", "of", "hand", "among"])
"""Relations whose second noun belongs to the first: what is said next is said of the first again."""


def person(name: str) -> bool:
    """Whether a thing is a person."""
    return catalogue()[name].kind == "person"


def animate(name: str) -> bool:
    """Whether a thing does things by itself."""
    return catalogue()[name].kind in ("person", "animal") and name not in STILL


def part_of(thing: Thing, word: str) -> str:
    """The slot or part of a thing that a word names; `` if there is none."""
    if thing.kind == "person" and word not in ("hat", "hair"):
        return ""
    names = [slot.name for slot in thing.slots] + [part.name for part in thing.parts if part.name]
    return next((name for name in (word, word.removesuffix("s"), *SAME.get(word, ())) if name in names), "")

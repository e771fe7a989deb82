"""Words for several different things: who or what they are, in the order in which they are drawn."""

from __future__ import annotations

import functools
from collections.abc import Mapping

from lessonforge.visuals.draw.things import listed

PLANETS = ("mercury", "venus", "earth", "mars", "jupiter", "saturn", "uranus", "neptune")
CHILDREN = ("girl", "boy")
PEOPLE = ("woman", "man")
LISTS: Mapping[str, tuple[str, ...]] = {
    "planets": PLANETS, "inner planets": PLANETS[:4], "outer planets": PLANETS[4:],
    "children": ("girl", "boy", "girl"), "child": CHILDREN, "pupils": ("girl", "boy", "girl", "boy"), "pupil": CHILDREN,
    "people": ("woman", "man", "woman", "man"), "person": PEOPLE, "family": ("man", "woman", "girl", "boy"),
    "boy": ("boy",), "girl": ("girl",),
    "parents": ("woman", "man"), "parent": ("woman",), "grandparents": ("grandmother", "grandfather"),
    "grandparent": ("grandmother",),
    "farm animals": ("cow", "sheep", "pig", "hen", "horse", "duck", "goat", "donkey"),
    "animals": ("elephant", "lion", "rabbit", "fox", "bird"), "animal": ("rabbit",),
    "wild animals": ("elephant", "giraffe", "lion", "zebra", "monkey", "rhinoceros", "hippopotamus"),
    "pets": ("dog", "cat", "rabbit"), "pet": ("dog",), "insects": ("butterfly", "bee", "ladybird", "ant", "dragonfly"),
    "insect": ("bee",), "sea animals": ("fish", "turtle", "octopus", "dolphin", "crab", "jellyfish", "starfish"),
    "fruit": ("apple", "banana", "orange", "grapes", "pear", "strawberry", "cherry", "lemon", "pineapple"),
    "vegetables": ("carrot", "tomato", "potato", "broccoli", "pumpkin", "onion", "pepper"), "vegetable": ("carrot",),
    "food": ("bread", "cheese", "apple", "carrot", "egg", "fish"), "tools": ("hammer", "saw", "spade", "screwdriver"),
    "tool": ("hammer",), "instrument": ("guitar",),
    "instruments": ("guitar", "drum", "violin", "trumpet", "flute", "piano"),
    "musicians": ("musician",) * 3, "musician": ("musician",), "shapes": ("circle", "square", "triangle", "rectangle"),
    "shape": ("triangle",), "vehicles": ("car", "bus", "lorry", "bicycle"), "vehicle": ("car",),
    "plants": ("flower", "fern", "bush", "seedling"), "plant": ("plant-pot",), "trees": ("tree", "pine", "birch"),
    "organs": ("heart", "lungs", "brain", "stomach", "liver", "kidney"), "furniture": ("table", "chair", "lamp", "bed"),
    "buildings": ("house", "church", "tower-block", "school"), "building": ("tower-block",), "coins": ("coin",),
    "fishes": ("fish",) * 6, "camels": ("camel",) * 5,
    "birds": ("bird", "duck", "owl", "swan"), "glassware": ("flask", "beaker", "test-tube"),
}  # fmt: skip
KIND = {"instruments": "instrument", "shapes": "shape", "organs": "body", "tools": "tool", "furniture": "furniture"}


@functools.cache
def members(group: str) -> tuple[str, ...]:
    """The things of a group that can be drawn; filled up from the family of things that it stands for."""
    known = tuple(name for name in LISTS.get(group, ()) if name in listed())
    family = KIND.get(group.removesuffix("s") + "s", KIND.get(group, ""))
    others = tuple(name for name, thing in listed().items() if thing.kind == family and name not in known)
    if group in KIND and len(known) < 4:
        known = (*known, *others)[:4]
    return known

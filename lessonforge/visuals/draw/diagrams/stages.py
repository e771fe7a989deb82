"""The stages of well-known cycles and lives, in their order, by what the cycle is of."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from lessonforge.visuals.draw.grammar import Item
from lessonforge.visuals.draw.things import catalogue

FROG = ("frogspawn", "tadpole", "froglet", "frog")
BUTTERFLY = ("butterfly-egg", "caterpillar", "chrysalis", "butterfly")
MOTH = ("butterfly-egg", "caterpillar", "chrysalis", "moth")
HEN = ("egg", "hatching-egg", "chick", "hen")
BEAN = ("seed", "germinated-seed", "seedling", "bean-plant", "bean-pod")
CELLS = ("interphase-cell", "prophase", "metaphase", "anaphase", "telophase", "daughter-cells")
MOSQUITO = ("mosquito-eggs", "mosquito-larva", "mosquito-pupa", "mosquito")
LADYBIRD = ("butterfly-egg", "ladybird-larva", "ladybird-pupa", "ladybird")
SALMON = ("fish-eggs", "alevin", "salmon")
HUMAN = ("baby", "toddler", "child", "teenager", "woman", "grandmother")
FLOWER = ("seed", "germinated-seed", "seedling", "flowering-plant")
FOREST = ("seed", "seedling", "young-plant", "tree")
CYCLES: Mapping[str, tuple[str, ...]] = {
    "human": HUMAN,
    "cell": CELLS,
    "rock": ("magma", "igneous-rock", "sediment", "sedimentary-rock", "metamorphic-rock"),
    "nitrogen": ("nitrogen-molecule", "bacterium", "root", "plant-pot", "cow", "worm"),
    "recycling": ("bottle", "recycling-bin", "lorry", "factory"),
}
"""Cycles that have a name of their own."""
KNOWN: Mapping[str, tuple[str, ...]] = {
    **dict.fromkeys(FROG, FROG), **dict.fromkeys(BUTTERFLY[1:], BUTTERFLY), "moth": MOTH,
    **dict.fromkeys(("hen", "chick", "rooster"), HEN), **dict.fromkeys(MOSQUITO, MOSQUITO),
    **dict.fromkeys(LADYBIRD[1:], LADYBIRD), **dict.fromkeys(SALMON, SALMON),
    "fish": ("fish-eggs", "alevin", "fish"),
    **dict.fromkeys(("duck", "duckling"), ("egg", "duckling", "duck")),
    **dict.fromkeys((*BEAN[1:], "seed"), BEAN), "plant-pot": FLOWER, "flower": FLOWER, "flowering-plant": FLOWER,
    "sunflower": ("seed", "germinated-seed", "seedling", "sunflower"),
    "oak": ("acorn", "seedling", "young-plant", "oak"),
    "tomato": ("seed", "seedling", "flowering-plant", "tomato"), "pumpkin": ("seed", "seedling", "flower", "pumpkin"),
    "apple": ("seed", "seedling", "tree", "flower", "apple"),
    "fruit-tree": ("seed", "seedling", "young-plant", "fruit-tree", "apple"),
    "wheat": ("seed", "germinated-seed", "seedling", "wheat"), "corn": ("seed", "germinated-seed", "seedling", "corn"),
    "tree": FOREST, "pine": ("pine-cone", "seedling", "pine"), **dict.fromkeys(("cell", *CELLS), CELLS),
    "dog": ("puppy", "dog"), "cat": ("kitten", "cat"), "cow": ("calf", "cow"), "sheep": ("lamb", "sheep"),
    **dict.fromkeys(("woman", "man", "boy", "girl", *HUMAN), HUMAN),
}  # fmt: skip
"""The stages of what is named without them."""
HATCHES = frozenset([
    "bird", "robin", "owl", "eagle", "penguin", "swan", "goose", "ostrich", "parrot", "pigeon", "sparrow", "seagull",
    "stork", "peacock", "flamingo", "crow", "sea-turtle", "turtle", "snake", "lizard", "crocodile", "dinosaur", "snail",
    "spider", "dragon", "blackbird", "blue-tit", "hawk",
])  # fmt: skip
"""Comes out of an egg as a small one of its kind."""


def known(name: str, count: int = 0) -> tuple[Item, ...]:
    """The stages known of a thing or of a named cycle, as many as asked for if there are so many."""
    names = CYCLES.get(name) or KNOWN.get(name, ())
    stages = [Item(stage) for stage in names if stage in catalogue()]
    return tuple(_thinned(stages or _growing(name), count))


def between(first: str, last: str, count: int = 0) -> tuple[Item, ...]:
    """The stages between two of the same life, in its order; none if they are not known to be of one."""
    life = [item.thing for item in known(last) or known(first)]
    ends = ["flowering-plant" if name == "plant-pot" else name for name in (first, last)]
    if first == last or not all(name in life for name in ends):
        return ()
    start, end = sorted(life.index(name) for name in ends)
    return tuple(_thinned([Item(name) for name in life[start : end + 1]], count))


def _growing(name: str) -> list[Item]:
    """An animal of which no more is known: it grows, once it has hatched."""
    if name not in catalogue() or catalogue()[name].kind != "animal":
        return []
    sizes = [Item(name, size=size) for size in (0.45, 0.7, 1.0)]
    return [Item("egg"), *sizes] if name in HATCHES else sizes


def _thinned(stages: Sequence[Item], count: int) -> list[Item]:
    """The first, the last and as many in between, evenly, as make the number."""
    if not 1 < count < len(stages):
        return list(stages)
    return [stages[n * (len(stages) - 1) // (count - 1)] for n in range(count)]

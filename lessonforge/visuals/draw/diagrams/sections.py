"""Things cut open: a drawing for each under `sections/` (of the format of things), its parts named for labels."""

from __future__ import annotations

import functools
from collections.abc import Mapping, Sequence
from copy import deepcopy
from dataclasses import replace
from pathlib import Path

from lessonforge.visuals.draw.diagrams.page import FLOOR, TOP, page
from lessonforge.visuals.draw.grammar import Scene
from lessonforge.visuals.draw.paths import ellipse
from lessonforge.visuals.draw.settings.beyond import space
from lessonforge.visuals.draw.settings.stage import Stage
from lessonforge.visuals.draw.things import Slot, Thing, catalogue, read

FOLDER = Path(__file__).parent / "sections"
TOPICS: Mapping[str, str] = {
    **dict.fromkeys(("earth", "globe"), "earth"), "volcano": "volcano", "leaf": "leaf", "tooth": "tooth",
    **dict.fromkeys(("tree", "log", "tree-stump", "oak", "pine"), "trunk"),
    **dict.fromkeys(("flower", "tulip", "rose", "flower-section"), "flower"),
    **dict.fromkeys(("eye", "eyeball"), "eye"),
}  # fmt: skip
"""What is drawn for a thing that is named."""
LENT: Mapping[str, tuple[str, str]] = {"flower": ("flower-section", "flower"), "eye": ("eyeball", "eye")}
"""Sections that are things already, and whose name they go by here."""
INSIDE = frozenset(["cell", "plant-cell", "heart", "brain", "kidney", "neuron", "mitochondrion", "chloroplast"])
"""Things that are drawn cut open as they are."""


def topic(scene: Scene) -> str:
    """What is cut open; `` if there is no drawing of it."""
    if scene.diagram.startswith("section "):
        own = scene.diagram.removeprefix("section ")
        return own if own == "earth" or not scene.items else ""
    names = [item.thing for item in scene.items]
    return next((TOPICS.get(name, name) for name in names if name in TOPICS or name in INSIDE), "")


def alone(scene: Scene) -> bool:
    """Whether it names only something that is always drawn cut open."""
    cut = [own for own, _ in LENT.values()]
    return not scene.places and len(scene.items) == 1 and scene.items[0].thing in cut


@functools.cache
def drawing(name: str) -> Thing:
    """The section of this name."""
    if name in INSIDE:
        return catalogue()[name]
    if name not in LENT:
        return read(FOLDER / f"{name}.svg")
    own, called = LENT[name]
    return replace(catalogue()[own], name=called, names=catalogue()[called].names)


def painted(thing: Thing, manner: Sequence[str]) -> Mapping[str, str]:
    """The parts of a drawing that are to have another colour, by what they are called: `core` is both cores."""
    said = [word.split("=") for word in manner if "=" in word]
    parts = [part.name for part in thing.parts if part.name]
    return {part: colour for name, colour in said for part in parts if _called(part, name)}


def _called(part: str, name: str) -> bool:
    return bool(name) and (part in (name, name.removesuffix("s")) or part.endswith(f"-{name}") or name == f"{part}s")


@functools.lru_cache(64)
def slotted(thing: Thing, parts: tuple[str, ...]) -> Thing:
    """A drawing in which parts can be recoloured: the largest shape of each gives the colour to start from."""
    slots, drawing = list(thing.slots), []
    for element in thing.drawing:
        name = element.get("data-part")
        filled = [
            child for child in element.iter() if child.get("fill", "none").startswith("#") and not child.get("class")
        ]
        if name not in parts or not filled:
            drawing.append(element)
            continue
        copy = deepcopy(element)
        for child in copy.iter():
            child.set("data-slot", str(name))
        drawing.append(copy)
        slots.append(Slot(str(name), filled[0].get("fill", "")))
    return replace(thing, slots=tuple(slots), drawing=tuple(drawing))


def section(stage: Stage, scene: Scene) -> None:
    """Draws one thing cut open, as large as leaves room for labels beside it."""
    thing = drawing(topic(scene))
    colours = painted(thing, scene.manner)
    thing = slotted(thing, tuple(colours))
    if thing.kind == "space":
        space(stage)
    else:
        page(stage, replace(scene, places=()))
    tall = min(FLOOR - TOP - 24, stage.width * 0.9 / thing.aspect, stage.width * 0.62 / thing.aspect + 160)
    middle = (TOP + FLOOR) / 2
    if thing.kind != "space" and thing.aspect < 1.2:
        tall *= 0.9
        disc = [min(middle - 24, stage.width * 0.47)] * 2
        stage.canvas.shape(-100, ellipse(stage.width / 2, middle, *disc), "#f2e4c2", lit=True)
    stage.canvas.show(2000, thing, stage.width / 2, middle + tall * (thing.base - 0.5), tall, colours=colours, lit=True)

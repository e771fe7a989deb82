"""Things: one SVG file each under `things/`, with what the engine must know of it inside its `<metadata>`.

    <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 200 160">
      <metadata><thing xmlns="https://lessonforge.org/ns/thing" stands="water" height="5">
        <name lang="en">boat, sailing boat</name> <name lang="es">barco</name> <name lang="fr">bateau</name>
        <slot name="sail" color="#fdf3dc"/> <slot name="hull" color="#d9573f" main="yes"/>
      </thing></metadata>
      ...drawing: light from the upper left, nothing outside the view box, standing on its lower edge...
    </svg>

`stands` is where it belongs (`STANDS`), `height` its height in metres. Optional: `share`, its height as a share of
the picture's, for things whose metres say little (the sun, a rainbow); `base`, where it meets ground or water as a
fraction of its height from the top (1); `top`, where something may be put on it, likewise; `faces`, `left` or `right`,
for what looks somewhere; `many`, how many are drawn when it is named in the plural without a number (3).

A slot is a part that can be recoloured: elements with `data-slot="sail"` move from the slot's colour to another,
shades and all. `also` lists colours to choose from by chance. The `main` slot is the one that "a red boat" means.
Classes: `shade` and `light` mark shading (line styles leave it out), `lamp` what glows at night, `glow` a halo.
"""

from __future__ import annotations

import functools
import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Literal, get_args
from xml.etree import ElementTree

FOLDER = Path(__file__).parent / "things"
SVG = "{http://www.w3.org/2000/svg}"
NS = "{https://lessonforge.org/ns/thing}"
Stands = Literal["ground", "water", "under water", "air", "sky", "space", "surface", "wall", "soil"]
STANDS = get_args(Stands)


@dataclass(frozen=True)
class Slot:
    """A part that can be recoloured: its colour in the file, and others that it may have."""

    name: str
    colour: str
    also: tuple[str, ...] = ()
    main: bool = False


@dataclass(frozen=True, eq=False)
class Thing:
    """A drawing and what is known of it; sizes as in the module's docstring. `names` by language."""

    name: str
    names: Mapping[str, tuple[str, ...]]
    stands: Stands
    height: float
    share: float
    base: float
    top: float | None
    faces: str
    many: int
    slots: tuple[Slot, ...]
    box: tuple[float, float]
    drawing: tuple[ElementTree.Element, ...]

    @property
    def aspect(self) -> float:
        """Width over height."""
        return self.box[0] / self.box[1]

    def slot(self, name: str = "") -> Slot | None:
        """The slot of this name, or the main one."""
        return next((slot for slot in self.slots if (slot.name == name if name else slot.main)), None)


def read(path: Path) -> Thing:
    """The thing in a file. Raises ValueError naming the file when its metadata is missing or wrong."""
    root = ElementTree.parse(path).getroot()
    data = root.find(f"{SVG}metadata/{NS}thing")
    if data is None or data.get("stands") not in STANDS:
        raise ValueError(f"{path}: <metadata> needs a <thing> with stands= one of: {', '.join(STANDS)}")
    names = {entry.get("lang", "en"): _list(entry.text) for entry in data.iter(f"{NS}name")}
    view = [float(number) for number in root.get("viewBox", "").split()]
    if len(view) != 4 or view[:2] != [0, 0] or not names.get("en"):
        raise ValueError(f"{path}: needs viewBox='0 0 width height' and a <name lang='en'>")
    return Thing(
        name=path.stem,
        names=names,
        stands=data.get("stands"),  # type: ignore[arg-type]
        height=float(data.get("height", 1)),
        share=float(data.get("share", 0)),
        base=float(data.get("base", 1)),
        top=float(data.get("top", 0)) if data.get("top") else None,
        faces=data.get("faces", ""),
        many=int(data.get("many", 3)),
        slots=tuple(_slot(entry) for entry in data.iter(f"{NS}slot")),
        box=(view[2], view[3]),
        drawing=tuple(child for child in root if child.tag != f"{SVG}metadata"),
    )


def _slot(entry: ElementTree.Element) -> Slot:
    also = tuple((entry.get("also") or "").split())
    return Slot(entry.get("name", ""), entry.get("color", ""), also, entry.get("main") == "yes")


def _list(text: str | None) -> tuple[str, ...]:
    return tuple(" ".join(part.split()) for part in (text or "").split(",") if part.strip())


@functools.cache
def catalogue() -> Mapping[str, Thing]:
    """All things by name."""
    return {path.stem: read(path) for path in sorted(FOLDER.glob("*.svg"))}


@functools.cache
def digest() -> str:
    """Changes when any thing's file does."""
    whole = hashlib.sha256()
    for path in sorted(FOLDER.glob("*.svg")):
        whole.update(path.name.encode() + b"\0" + path.read_bytes())
    return whole.hexdigest()[:16]

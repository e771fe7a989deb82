"""Things: one SVG file each under `things/`, with what the engine must know of it inside its `<metadata>`.

    <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 200 160">
      <metadata><thing xmlns="https://lessonforge.org/ns/thing" kind="vehicle" stands="water" height="5">
        <name lang="en">boat, sailing boat</name> <name lang="es">barco</name> <name lang="fr">bateau|bateaux</name>
        <slot name="sail" color="#fdf3dc"/> <slot name="hull" color="#d9573f" main="yes"/>
        <part name="flag" pivot="100 8" move="swing" by="9" every="2"/>
        <anchor name="inside" at="90 120"/>
      </thing></metadata>
      ...drawing: light from the upper left, nothing outside the view box, standing on its lower edge...
    </svg>

`kind` is its family (`KINDS`), `stands` where it belongs (`STANDS`), `height` its height in metres. Optional: `share`,
its height as a share of the picture's, for things whose metres say little (the sun, a rainbow); `base`, where it meets
ground or water as a fraction of its height from the top (1); `top`, where something may be put on it, likewise;
`faces`, `left` or `right`, for what looks somewhere; `many`, how many are drawn when it is named in the plural without
a number (3). A name's irregular plural stands after a bar: `mouse|mice`.

A slot is a part that can be recoloured: elements with `data-slot="sail"` move from the slot's colour to another,
shades and all. `also` lists colours to choose from by chance. The `main` slot is the one that "a red boat" means.

A part moves: the one group with `data-part="flag"`, a child of the root, goes through its `move` (`MOVES`) around the
pivot, `every` so many seconds (`PERIODS`). `by` is degrees for `swing`, 1 or -1 (clockwise or not) for `turn`, and a
share of the thing's size for the rest. A part without a name is the whole thing. A part without a `move` only has a
name, so that labels find it (`on: boat.flag`), as slots have.

An anchor is a point that others are set to: `inside` (where the middle of what is in it lies), `seat` (where one sits),
`hand` (where it holds things), `grip` (where it is held), `eyes`. What has the class `front` is drawn before what is
inside: the side of a boat, the rim of a basket.

Classes: `shade` and `light` mark shading (line styles leave it out), `lamp` what glows at night, `glow` a halo.

A `<figure>` in the metadata makes it a person: its body, dress and poses come from `figures/`, and the file draws only
what is its own (a stethoscope, a hat).
"""

from __future__ import annotations

import functools
import hashlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal, get_args
from xml.etree import ElementTree

FOLDER = Path(__file__).parent / "things"
SVG = "{http://www.w3.org/2000/svg}"
NS = "{https://lessonforge.org/ns/thing}"
Stands = Literal["ground", "water", "under water", "air", "sky", "space", "surface", "wall", "soil", "inside"]
STANDS = get_args(Stands)
KINDS = (
    "person", "animal", "plant", "weather", "landform", "vehicle", "building", "furniture", "food", "tool",
    "instrument", "lab", "space", "matter", "cell", "body", "shape", "sign", "object",
)  # fmt: skip
MoveKind = Literal["swing", "turn", "bob", "slide", "beat", "flap", "rise"]
MOVES = get_args(MoveKind)
"""To and fro around the pivot; round and round; up and down; left and right; larger and smaller; flatter and back (a
wing); up while it fades, again and again (smoke).
"""
PERIODS = (0.5, 1.0, 1.5, 2.0, 3.0, 4.0, 6.0, 12.0)
"""Seconds. All fit into twelve: so long is the loop of every picture."""


@dataclass(frozen=True)
class Slot:
    """A part that can be recoloured: its colour in the file, and others that it may have."""

    name: str
    colour: str
    also: tuple[str, ...] = ()
    main: bool = False


@dataclass(frozen=True)
class Part:
    """A part with a name (the whole thing without one), and how it moves; the pivot in units of the view box."""

    name: str
    pivot: tuple[float, float]
    move: MoveKind | None = None
    by: float = 0.0
    every: float = 0.0


@dataclass(frozen=True, eq=False)
class Thing:
    """A drawing and what is known of it; sizes as in the module's docstring.

    `names` by language, `plurals` the irregular ones by name, `anchors` in units of the view box, `figure` the
    attributes of a person's `<figure>`.
    """

    name: str
    kind: str
    names: Mapping[str, tuple[str, ...]]
    plurals: Mapping[str, str]
    stands: Stands
    height: float
    share: float
    base: float
    top: float | None
    faces: str
    many: int
    slots: tuple[Slot, ...]
    parts: tuple[Part, ...]
    anchors: Mapping[str, tuple[float, float]]
    figure: Mapping[str, str] | None
    box: tuple[float, float]
    drawing: Sequence[ElementTree.Element]
    credit: str = ""
    """Who drew it, for those of a pack."""

    @property
    def aspect(self) -> float:
        """Width over height."""
        return self.box[0] / self.box[1]

    def slot(self, name: str = "") -> Slot | None:
        """The slot of this name, or the main one."""
        return next((slot for slot in self.slots if (slot.name == name if name else slot.main)), None)


class _Drawing(Sequence[ElementTree.Element]):
    """The elements of a file, read when they are first looked at: of most things no more than the names is used."""

    def __init__(self, path: Path):
        self._path = path

    @functools.cached_property
    def _elements(self) -> tuple[ElementTree.Element, ...]:
        root = ElementTree.parse(self._path).getroot()
        return tuple(child for child in root if child.tag != f"{SVG}metadata")

    def __getitem__(self, at: Any) -> Any:
        return self._elements[at]

    def __len__(self) -> int:
        return len(self._elements)


def read(path: Path) -> Thing:
    """The thing in a file. Raises ValueError naming the file when its metadata is missing or wrong."""
    head, end, _ = path.read_bytes().partition(b"</metadata>")
    root = ElementTree.fromstring(head + end + b"</svg>" if end else head)
    data = root.find(f"{SVG}metadata/{NS}thing")
    if data is None or data.get("stands") not in STANDS:
        raise ValueError(f"{path}: <metadata> needs a <thing> with stands= one of: {', '.join(STANDS)}")
    if data.get("kind") not in KINDS:
        raise ValueError(f"{path}: <thing> needs kind= one of: {', '.join(KINDS)}")
    names = {entry.get("lang", "en"): _list(entry.text) for entry in data.iter(f"{NS}name")}
    pairs = [name.partition("|")[::2] for every in names.values() for name in every]
    figure = data.find(f"{NS}figure")
    view = [float(number) for number in root.get("viewBox", "").split()]
    if len(view) != 4 or view[:2] != [0, 0] or not names.get("en"):
        raise ValueError(f"{path}: needs viewBox='0 0 width height' and a <name lang='en'>")
    return Thing(
        name=path.stem,
        kind=data.get("kind", ""),
        names={language: tuple(name.partition("|")[0] for name in every) for language, every in names.items()},
        plurals={name: plural for name, plural in pairs if plural},
        stands=data.get("stands"),  # type: ignore[arg-type]
        height=float(data.get("height", 1)),
        share=float(data.get("share", 0)),
        base=float(data.get("base", 1)),
        top=float(data.get("top", 0)) if data.get("top") else None,
        faces=data.get("faces", ""),
        many=int(data.get("many", 3)),
        slots=tuple(_slot(entry) for entry in data.iter(f"{NS}slot")),
        parts=tuple(_part(path, entry) for entry in data.iter(f"{NS}part")),
        anchors={entry.get("name", ""): _point(entry.get("at", "")) for entry in data.iter(f"{NS}anchor")},
        figure=dict(figure.attrib) if figure is not None else None,
        box=(view[2], view[3]),
        drawing=_Drawing(path),
    )


def _slot(entry: ElementTree.Element) -> Slot:
    also = tuple((entry.get("also") or "").split())
    return Slot(entry.get("name", ""), entry.get("color", ""), also, entry.get("main") == "yes")


def _part(path: Path, entry: ElementTree.Element) -> Part:
    move, every = entry.get("move"), float(entry.get("every", 0))
    if move is not None and (move not in MOVES or every not in PERIODS):
        raise ValueError(
            f"{path}: a <part> moves in one of {', '.join(MOVES)}, every {', '.join(map(str, PERIODS))} seconds"
        )
    return Part(entry.get("name", ""), _point(entry.get("pivot", "0 0")), move, float(entry.get("by", 0)), every)  # type: ignore[arg-type]


def _point(text: str) -> tuple[float, float]:
    x, y = (float(number) for number in text.split())
    return x, y


def _list(text: str | None) -> tuple[str, ...]:
    return tuple(" ".join(part.split()) for part in (text or "").split(",") if part.strip())


@functools.cache
def files() -> Mapping[str, Thing]:
    """All of our things by name, as their files have them: people not drawn yet."""
    return {path.stem: read(path) for path in sorted(FOLDER.glob("*.svg"))}


@functools.cache
def listed() -> Mapping[str, Thing]:
    """All things by name, for what their metadata says: people not drawn yet."""
    from lessonforge.visuals.draw import packs

    own = files()
    return {**own, **{name: thing for name, thing in packs.things().items() if name not in own}}


@functools.cache
def catalogue() -> Mapping[str, Thing]:
    """All things by name: ours, people at rest, and those of installed packs that have other names."""
    return _Catalogue()


class _Catalogue(Mapping[str, Thing]):
    """What is `listed`; people are drawn when they are asked for, which takes longer than all the rest."""

    def __getitem__(self, name: str) -> Thing:
        from lessonforge.visuals.draw import figures

        return figures.posed(listed()[name])

    def __contains__(self, name: object) -> bool:
        return name in listed()

    def __iter__(self) -> Iterator[str]:
        return iter(listed())

    def __len__(self) -> int:
        return len(listed())


@functools.cache
def digest() -> str:
    """Changes when any thing's file does, or a pack."""
    from lessonforge.visuals.draw import packs

    whole = hashlib.sha256(packs.digest().encode())
    others = ("figures/pieces/*/*.svg", "diagrams/**/*.svg")
    for path in sorted((*FOLDER.glob("*.svg"), *(path for other in others for path in FOLDER.parent.glob(other)))):
        whole.update(path.name.encode() + b"\0" + path.read_bytes())
    return whole.hexdigest()[:16]

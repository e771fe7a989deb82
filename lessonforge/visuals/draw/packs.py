# ruff: noqa: E501 - tables of words
"""Packs: drawings of others as things, installed by the user; ours come before theirs.

`install` turns an icon set (`iconify.py`) into one file of the user's data folder; `things` gives what is there. Icons
say nothing of size and place, so these follow from their category and from the words of their names.
"""

from __future__ import annotations

import hashlib
import json
import os
import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

from lessonforge.errors import SettingsError, did_you_mean
from lessonforge.settings import data_folder
from lessonforge.visuals.draw import iconify
from lessonforge.visuals.draw.things import Slot, Thing

Rule = tuple[str, str, float]
"""Kind, where it stands, height in metres."""
_BY_WORD: tuple[tuple[str, Rule], ...] = (
    ("fish shark whale dolphin octopus squid crab lobster shrimp shell coral jellyfish", ("animal", "under water", 0.8)),
    ("bird eagle parrot butterfly bee mosquito bat dove", ("animal", "air", 0.4)),
    ("boat ship canoe ferry sailboat speedboat motorboat", ("vehicle", "water", 4)),
    ("airplane helicopter rocket parachute kite balloon satellite saucer", ("vehicle", "air", 4)),
    ("ant beetle bug cricket ladybug snail spider worm caterpillar mouse hamster rat", ("animal", "ground", 0.2)),
    ("elephant giraffe mammoth sauropod", ("animal", "ground", 3)),
    ("tree palm evergreen", ("plant", "ground", 6)),
    ("house building castle hotel office hospital school stadium factory mosque church temple hut station", ("building", "ground", 8)),
    ("car automobile bus taxi lorry truck van tractor ambulance engine train tram", ("vehicle", "ground", 2.5)),
    ("sun moon star cloud rainbow comet", ("weather", "sky", 4)),
)  # fmt: skip
_BY_CATEGORY: tuple[tuple[str, Rule], ...] = (
    ("people person body", ("person", "ground", 1.6)),
    ("smileys emotion symbols flags arrows", ("sign", "air", 0.8)),
    ("animal nature", ("animal", "ground", 0.8)),
    ("food drink", ("food", "surface", 0.15)),
    ("travel places transport", ("vehicle", "ground", 2.5)),
)
_ELSE: Rule = ("object", "surface", 0.3)


@dataclass(frozen=True)
class Pack:
    """An installed pack."""

    name: str
    title: str
    version: str
    author: str
    licence: str
    url: str
    count: int

    @property
    def credit(self) -> str:
        """Who made it, and under which licence."""
        made = f"{self.title} {self.version}".strip() + (f" by {self.author}" if self.author else "")
        return f"{made}, {self.licence or 'no licence stated'}" + (f", {self.url}" if self.url else "")


def folder() -> Path:
    """Where packs are installed."""
    return data_folder() / "things"


def install(icons: iconify.IconSet) -> Pack:
    """Installs a set under its prefix, in place of one that was there. Raises SettingsError if nothing can be used."""
    drawn = {
        name: {"drawing": drawing, "box": [round(n, 2) for n in box], "rule": _rule(name, icons.category.get(name, ""))}
        for name, drawing, box in iconify.drawings(icons)
    }
    if not drawn:
        raise SettingsError(f"None of the {len(icons.icons)} icons of '{icons.prefix}' is made of plain shapes.")
    facts = {key: getattr(icons, key) for key in ("title", "version", "author", "licence", "url")}
    target = folder() / f"{icons.prefix}.json"
    target.parent.mkdir(parents=True, exist_ok=True)
    half = target.with_suffix(f".{os.getpid()}")
    half.write_text(json.dumps({**facts, "icons": drawn}, ensure_ascii=False), encoding="utf-8")
    half.replace(target)
    return Pack(icons.prefix, **facts, count=len(drawn))


def installed() -> list[Pack]:
    """All packs, by name."""
    return [_pack(path.stem, _read(path)) for path in _paths()]


def remove(name: str) -> None:
    """Removes a pack. Raises SettingsError when there is none of that name."""
    path = folder() / f"{name}.json"
    if path not in _paths():
        raise SettingsError(f"No pack '{name}' is installed. {did_you_mean(name, [p.stem for p in _paths()])}".rstrip())
    path.unlink()


def things() -> dict[str, Thing]:
    """The things of all packs by name; the first pack that has a name gives it."""
    found: dict[str, Thing] = {}
    for path in _paths():
        data = _read(path)
        credit = _pack(path.stem, data).credit
        for name, icon in data["icons"].items():
            if name not in found:
                found[name] = _thing(name, icon, credit)
    return found


def digest() -> str:
    """Changes when a pack does; empty without any."""
    files = [path.name.encode() + b"\0" + hashlib.sha256(path.read_bytes()).digest() for path in _paths()]
    return hashlib.sha256(b"".join(files)).hexdigest()[:16] if files else ""


def _paths() -> list[Path]:
    return sorted(folder().glob("*.json"))


def _read(path: Path) -> Mapping[str, Any]:
    try:
        data: Mapping[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    except ValueError as error:
        raise SettingsError(f"'{path}' is damaged ({error}). Install the pack again, or remove the file.") from error
    return data


def _pack(name: str, data: Mapping[str, Any]) -> Pack:
    return Pack(name, data["title"], data["version"], data["author"], data["licence"], data["url"], len(data["icons"]))


def _rule(name: str, category: str) -> Rule:
    """How an icon stands and how high it is."""
    words = set(name.split("-"))
    for known, rule in _BY_WORD:
        if words & set(known.split()):
            return rule
    titled = set(re.findall(r"\w+", category.lower()))
    titled |= {word.removesuffix("s") for word in titled}
    return next((rule for known, rule in _BY_CATEGORY if titled & set(known.split())), _ELSE)


def _thing(name: str, icon: Mapping[str, Any], credit: str) -> Thing:
    root = ElementTree.fromstring(icon["drawing"])
    (x, y, width, height), (kind, stands, metres) = icon["box"], icon["rule"]
    moved = ElementTree.Element(f"{iconify.SVG}g", {"transform": f"translate({-x} {-y})", **root.attrib})
    moved.extend(root)
    main = next((element.get("fill", "") for element in moved.iter() if element.get("data-slot")), "")
    return Thing(
        name=name,
        kind=kind,
        names={"en": (name.replace("-", " "),)},
        plurals={},
        stands=stands,
        height=metres,
        share=0.0,
        base=1.0,
        top=None,
        faces="",
        many=3,
        slots=(Slot("main", main, main=True),) if main else (),
        parts=(),
        anchors={},
        figure=None,
        box=(width, height),
        drawing=(moved,),
        credit=credit,
    )

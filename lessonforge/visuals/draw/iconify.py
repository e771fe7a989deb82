# ruff: noqa: SIM905 - tables of words
"""Comes in: an icon set in the Iconify JSON format. Goes out: drawings that the engine can use as things.

The format: https://iconify.design/docs/types/iconify-json.html. A set is `icons.json` (or one file with everything),
with `info.json` (author, licence) and `metadata.json` (categories) beside it, as in the packages `@iconify-json/*`.
"""

from __future__ import annotations

import json
import re
import tarfile
import tempfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

from lessonforge import npm
from lessonforge.errors import SettingsError
from lessonforge.visuals.draw.colour import adjust

SVG = "{http://www.w3.org/2000/svg}"
_TAGS = frozenset(
    "g path circle ellipse rect polygon polyline line defs clipPath linearGradient radialGradient stop".split()
)
_TONES = ("-light", "-medium-light", "-medium", "-medium-dark", "-dark")
INK = "#2b3a55"
CALMER = 0.82
"""Icons are made to be seen small: their colours are too loud among ours."""
MAX_BYTES = 200_000_000


@dataclass(frozen=True)
class IconSet:
    """An icon set as it was found: `icons` by name (`body`, `width`, `height`), `category` by icon."""

    prefix: str
    title: str
    version: str
    author: str
    licence: str
    url: str
    icons: Mapping[str, Mapping[str, Any]]
    category: Mapping[str, str]


def from_npm(package: str) -> IconSet:
    """The set of an npm package, fetched by the user's own npm. Raises SettingsError when that fails."""
    with tempfile.TemporaryDirectory() as folder:
        return from_file(npm.pack(package, Path(folder)))


def from_file(path: Path) -> IconSet:
    """The set in a `.json` file, an npm package's `.tgz`, or a folder of one. Raises SettingsError."""
    try:
        return _read(_files(path))
    except (OSError, tarfile.TarError, KeyError, ValueError, AttributeError, TypeError) as error:
        why = str(error).partition("\n")[0] or type(error).__name__
        raise SettingsError(f"'{path}' is no icon set in the Iconify format: {why}") from error


def _read(files: Mapping[str, str]) -> IconSet:
    data = json.loads(files["icons.json"])
    info = {**data.get("info", {}), **json.loads(files.get("info.json", "{}"))}
    metadata, package = (json.loads(files.get(name, "{}")) for name in ("metadata.json", "package.json"))
    categories = {**data.get("categories", {}), **metadata.get("categories", {})}
    licence, author = info.get("license", {}), info.get("author", {})
    size = {"width": data.get("width", 16), "height": data.get("height", 16)}
    return IconSet(
        prefix=re.sub(r"[^a-z0-9-]", "-", data["prefix"]),
        title=info.get("name", data["prefix"]),
        version=str(info.get("version") or package.get("version") or ""),
        author=author.get("name", "") if isinstance(author, dict) else str(author),
        licence=licence.get("spdx") or licence.get("title", "") if isinstance(licence, dict) else str(licence),
        url=licence.get("url", "") if isinstance(licence, dict) else "",
        icons={name: {**size, **icon} for name, icon in data["icons"].items()},
        category={name: title for title, names in categories.items() for name in names},
    )


def _files(path: Path) -> dict[str, str]:
    """The texts of a set by their names: a single JSON file is its `icons.json`."""
    wanted = ("icons.json", "info.json", "metadata.json", "package.json")
    if path.is_dir():
        return {name: (path / name).read_text(encoding="utf-8") for name in wanted if (path / name).is_file()}
    if path.suffix == ".json":
        return {"icons.json": path.read_text(encoding="utf-8")}
    found = {}
    with tarfile.open(path) as archive:
        for member in archive:
            name = Path(member.name).name
            if name in wanted and member.isfile() and member.size < MAX_BYTES and member.name.count("/") <= 1:
                found[name] = archive.extractfile(member).read().decode()  # type: ignore[union-attr]
    return found


def drawings(icons: IconSet) -> Iterator[tuple[str, str, tuple[float, float, float, float]]]:
    """Name, drawing and tight box (x, y, width, height) of each icon that is made of plain shapes.

    One of several skin tones is enough; icons that write, filter or embed are left out.
    """
    for name, icon in icons.icons.items():
        if icon.get("hidden") or any(name.endswith(tone) and name.removesuffix(tone) in icons.icons for tone in _TONES):
            continue
        drawing = _cleaned(str(icon["body"]))
        if drawing and (box := _box(drawing, float(icon["width"]), float(icon["height"]))):
            yield name, drawing, box


def _cleaned(body: str) -> str:
    """The icon in plain elements with `#rrggbb` colours, its main colour in a slot; empty if that can't be."""
    try:
        root = ElementTree.fromstring(
            f'<svg xmlns="{SVG[1:-1]}" xmlns:xlink="http://www.w3.org/1999/xlink">{body}</svg>'
        )
    except ElementTree.ParseError:
        return ""
    elements = list(root.iter())[1:]
    if any(element.tag.removeprefix(SVG) not in _TAGS or "style" in element.attrib for element in elements):
        return ""
    for element in elements:
        for name in ("fill", "stroke", "stop-color"):
            if (colour := element.get(name)) is not None:
                element.set(name, _plain(colour))
    if not any(element.get("fill") or element.get("stroke") for element in elements):
        root.set("fill", INK)
    main = next((e.get("fill", "") for e in elements if e.get("fill", "").startswith("#")), "")
    for element in elements:
        if main and element.get("fill") == main:
            element.set("data-slot", "main")
    ElementTree.register_namespace("", SVG[1:-1])
    return ElementTree.tostring(root, encoding="unicode")


def _plain(colour: str) -> str:
    if colour == "currentColor":
        return INK
    if re.fullmatch(r"#[0-9a-fA-F]{3}", colour):
        colour = "#" + "".join(digit * 2 for digit in colour[1:])
    return adjust(colour, 0, CALMER) if re.fullmatch(r"#[0-9a-fA-F]{6}", colour) else colour


def _box(drawing: str, width: float, height: float) -> tuple[float, float, float, float] | None:
    """What is drawn of a view of this size, in its units; None if nothing can be seen."""
    import cv2
    import numpy as np

    from lessonforge.visuals.draw.pixels import rasterised

    scale = 64 / max(width, height)
    size = max(1, round(width * scale)), max(1, round(height * scale))
    view = f'width="{size[0]}" height="{size[1]}" overflow="visible" viewBox="0 0 {width} {height}"'
    try:
        alpha = rasterised(drawing.replace("<svg ", f"<svg {view} ", 1), size)[..., 3]
    except ValueError:
        return None
    x, y, wide, high = (
        cv2.boundingRect(cv2.findNonZero((alpha > 20).astype(np.uint8))) if (alpha > 20).any() else (0,) * 4
    )
    return (x / scale, y / scale, wide / scale, high / scale) if wide > 4 and high > 4 else None

"""Typst at work: pages, and strips to lay over a picture, from a layout of `templates/slides/` and data.

Data is never parsed as markup. A strip's place is in whole pixels from the top left of the frame.
"""

from __future__ import annotations

import functools
import hashlib
import json
import re
import struct
import zlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from lessonforge import locales
from lessonforge.errors import EngineFailed, EngineMissing, SettingsError
from lessonforge.lesson import Label
from lessonforge.settings import built_in
from lessonforge.text import bidi, fonts, linebreak, place
from lessonforge.text.palette import Palette, roles

if TYPE_CHECKING:
    import numpy

_UNSPACED = frozenset(("th", "km", "lo", "my"))  # no spaces between words; typst breaks them by dictionary
CAPTION_ZONE = 0.18
"""The share of a frame's height, at the bottom, that is kept free for captions of two lines and a gap above them."""
UNDER = "#ffe39a"
"""The colour of captions in a second language: 11:1 against their box over white, and told from white at a glance."""
_SURELY = 20
"""Up to four labels of so many columns can be kept apart wherever they point."""
_CAPTION, _LABEL, _CREDIT = 0.043, 0.034, 0.021  # text sizes, as shares of the frame's shorter side


@dataclass(frozen=True, eq=False)
class Strip:
    """Drawn text: `rgba` is (height, width, 4) uint8 with straight (not premultiplied) alpha; `x`, `y` its place."""

    rgba: numpy.ndarray
    x: int
    y: int


def caption(lines: Sequence[str], locale: str, width: int, height: int, *, under: bool = False) -> Strip:
    """The lines of one caption at the bottom of a `width` x `height` frame, on a dark box; never broken or clipped.

    What is said in another language `under` a caption has letters of another colour.
    """
    size = _CAPTION * min(width, height) * (0.78 if is_tall(locale) else 1)
    colour = UNDER if under else "#ffffff"
    isolated = [bidi.isolate(line, locale) for line in lines]
    data = {"lines": isolated, "size": size, "room": 0.92 * width, "colour": colour}
    rgba = _pixels(typeset("caption", data, locale)[0])
    margin = round((0.03 if width >= height else 0.05) * height)
    return Strip(rgba, (width - rgba.shape[1]) // 2, height - margin - rgba.shape[0])


def label(text: str, at: tuple[float, float], size: tuple[int, int], locale: str, palette: Palette) -> Strip:
    """One label over a picture of `size`, with a line to `at` (fractions from the top left), see `labels`."""
    return labels([Label(text, at)], size, locale, palette)[0]


def labels(items: Sequence[Label], size: tuple[int, int], locale: str, palette: Palette) -> list[Strip]:
    """The labels of one picture, laid out together: apart, inside the frame and above the captions.

    Raises EngineFailed when there are too many to keep apart.
    """
    if not items:
        return []
    placed = _placed(items, size, locale, palette)
    if placed is None:
        raise EngineFailed(f"{len(items)} labels do not fit over one picture: {', '.join(i.text for i in items)}")
    return _drawn_labels(placed[0], locale, size, _points(items, size), placed[1])


def labels_fit(items: Sequence[Label], size: tuple[int, int], locale: str, palette: Palette) -> bool:
    """Whether the labels of one picture can be kept apart; a few short ones surely can."""
    short = all(linebreak.columns(item.text) <= _SURELY for item in items)
    return (short and len(items) <= 4 and size[0] > size[1]) or _placed(items, size, locale, palette) is not None


def _points(items: Sequence[Label], size: tuple[int, int]) -> list[place.Point]:
    """Where the dots go: at what is named, or just above the captions where that is lower."""
    lowest = (1 - CAPTION_ZONE) * size[1] - _LABEL * min(size) / 2 - 3
    return [(item.point[0] * size[0], min(item.point[1] * size[1], lowest)) for item in items]


def _placed(
    items: Sequence[Label], size: tuple[int, int], locale: str, palette: Palette
) -> tuple[dict[str, Any], list[place.Box]] | None:
    """The data of the layout and a box for each label, in the largest type in which they can be kept apart."""
    width, height = size
    texts = [settle(item.text, locale) for item in items]
    for shrink in (1, 0.85, 0.7):
        unit = shrink * _LABEL * min(size)
        data = {"labels": texts, "size": unit, "room": 0.3 * max(size[0], 0.8 * size[1]), "colours": roles(palette)}
        sizes = query("label", data, locale, "sizes")[0]
        top = 0.065 * min(size)  # the credit line is above it
        free = place.Box(unit, top, width - 2 * unit, height * (1 - CAPTION_ZONE) - top - unit / 2)
        boxes = place.around(_points(items, size), sizes, free, unit)
        if boxes:
            return data, boxes
    return None


def credit(text: str, locale: str, width: int, height: int) -> Strip:
    """A credit line in the upper corner where lines end: the right one, or the left one in rtl locales."""
    data = {"text": settle(text, locale), "size": max(_CREDIT * min(width, height), 12), "room": 0.7 * width}
    rgba = _pixels(typeset("credit", data, locale)[0])
    margin = round(0.02 * min(width, height))
    return Strip(rgba, margin if locales.is_rtl(locale) else width - margin - rgba.shape[1], margin)


def _drawn_labels(
    data: dict[str, Any],
    locale: str,
    size: tuple[int, int],
    points: Sequence[place.Point],
    boxes: Sequence[place.Box],
) -> list[Strip]:
    """Each chip with its leader and dot, on a page that is just large enough for them."""
    corners, chips, unit = [], [], data["size"]
    for (x, y), box in zip(points, boxes, strict=True):
        left, top = int(min(box.x, x - unit / 2) - 2), int(min(box.y, y - unit / 2) - 2)
        right, bottom = int(max(box.x + box.width, x + unit / 2) + 3), int(max(box.y + box.height, y + unit / 2) + 3)
        start = min(max(x, box.x + unit / 2), box.x + box.width - unit / 2) - left, box.centre[1] - top
        chip = {"x": box.x - left, "y": box.y - top, "width": right - left, "height": bottom - top}
        chips.append({**chip, "point": (x - left, y - top), "start": start})
        corners.append((left, top))
    pages = typeset("label", {**data, "chips": chips}, locale)
    return [_cropped(_pixels(page), corner, size) for page, corner in zip(pages, corners, strict=True)]


def _cropped(rgba: numpy.ndarray, corner: tuple[int, int], size: tuple[int, int]) -> Strip:
    """The part inside the frame: the dot on a point at its very edge is cut in half."""
    (x, y), (width, height) = corner, size
    left, top = max(0, -x), max(0, -y)
    return Strip(rgba[top : height - y, left : width - x], x + left, y + top)


def _pixels(png: bytes) -> numpy.ndarray:
    import cv2
    import numpy

    decoded = cv2.imdecode(numpy.frombuffer(png, numpy.uint8), cv2.IMREAD_UNCHANGED)
    assert decoded is not None  # typst made it a moment ago
    return cv2.cvtColor(decoded, cv2.COLOR_BGRA2RGBA)


def typeset(template: str, data: Mapping[str, Any], locale: str, folders: Sequence[Path] = ()) -> list[bytes]:
    """The pages of a layout as PNG files (RGBA, 1 pt = 1 px), made from JSON-like data.

    `folders` are `templates` folders, looked in before the built-in one; the first that has the layout gives all of
    it, with what it imports. Raises EngineFailed when typst refuses or warns, SettingsError for an unknown layout.
    """
    compiler = _compiler(template, data, locale, folders)
    pages, warnings = _translated(template, lambda: compiler.compile_with_warnings(format="png", ppi=72))
    if warnings:
        raise EngineFailed(f"typst warns about the layout '{template}': {'; '.join(w.message for w in warnings)}")
    return [pages] if isinstance(pages, bytes) else pages


def query(template: str, data: Mapping[str, Any], locale: str, label: str, folders: Sequence[Path] = ()) -> list[Any]:
    """The values of the `metadata` a layout leaves under `<label>`: set, but not drawn, which takes some 3 ms."""
    compiler = _compiler(template, data, locale, folders)
    return list(json.loads(_translated(template, lambda: compiler.query(f"<{label}>", field="value"))))


def fits(template: str, data: Mapping[str, Any], locale: str, folders: Sequence[Path] = ()) -> list[dict[str, Any]]:
    """What does not fit, as the layout reports it under `<unfit>`; empty when all fits."""
    found = query(template, data, locale, "unfit", folders)
    return [value for n, value in enumerate(found) if value not in found[:n]]


def settle(text: str, locale: str) -> str:
    """The text as it is handed to typst: directions isolated, `20 °C` in one piece, ja, ko, zh broken between words."""
    kept = re.sub(r"(?<=\d) (?=[°%‰])", "\u00a0", text)
    return linebreak.glue(bidi.isolate(kept, locale), locale)


def opaque(png: bytes) -> bytes:
    """An RGBA PNG without its alpha channel, as RGB: a third of the cost of decoding and encoding it anew.

    PNG filters work on each channel alone, so the filtered bytes of a channel can be left out as they are.
    """
    import numpy

    size, packed, at = (0, 0), bytearray(), 8
    while at < len(png):
        length, kind = struct.unpack(">I4s", png[at : at + 8])
        if kind == b"IHDR":
            size = struct.unpack(">II", png[at + 8 : at + 16])
        elif kind == b"IDAT":
            packed += png[at + 8 : at + 8 + length]
        at += length + 12
    width, height = size
    rows = numpy.frombuffer(zlib.decompress(packed, bufsize=height * (1 + 4 * width)), numpy.uint8).reshape(height, -1)
    kept = numpy.empty((height, 1 + 3 * width), numpy.uint8)
    kept[:, 0] = rows[:, 0]
    for channel in range(3):
        kept[:, 1 + channel :: 3] = rows[:, 1 + channel :: 4]
    deflate = zlib.compressobj(1, strategy=zlib.Z_RLE)
    body = deflate.compress(kept.data) + deflate.flush()
    header = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + _chunk(b"IHDR", header) + _chunk(b"IDAT", body) + _chunk(b"IEND", b"")


@functools.cache
def fingerprint(folders: tuple[Path, ...] = ()) -> str:
    """All that can change drawn text: typst's version, the fonts, and the layouts in the folders."""
    import importlib.metadata

    digest = hashlib.sha256()
    for folder in (*folders, built_in("templates")):
        for path in sorted((folder / "slides").glob("*.typ")):
            digest.update(path.name.encode() + b"\0" + path.read_bytes() + b"\0")
    stacks = fonts.stack("en", mono=True).digest
    return f"typst {importlib.metadata.version('typst')}, fonts {stacks[:16]}, layouts {digest.hexdigest()[:16]}"


def _compiler(template: str, data: Mapping[str, Any], locale: str, folders: Sequence[Path]) -> Any:
    try:
        import typst
    except ImportError as error:
        raise EngineMissing("typst, which draws all text, is missing. Install it: pip install typst") from error
    path = _layout(template, folders)
    inputs = {"data": json.dumps({**data, "locale": _locale_data(locale)}, ensure_ascii=False)}
    return typst.Compiler(str(path), root=str(path.parent), font_paths=fonts.typst_fonts(), sys_inputs=inputs)


def _layout(template: str, folders: Sequence[Path]) -> Path:
    paths = [folder / "slides" / f"{template}.typ" for folder in (*folders, built_in("templates"))]
    found = next((path for path in paths if path.is_file()), None)
    if found is None:
        raise SettingsError(f"there is no layout '{template}.typ' in {', '.join(str(path.parent) for path in paths)}")
    return found


@functools.cache
def _locale_data(locale: str) -> dict[str, Any]:
    parts = locale.split("-")
    script, lead = locales.script(locale), fonts.lead(locale)
    region = next((part for part in parts[1:] if len(part) == 2), {"Hant": "TW", "Hans": "CN"}.get(script))
    return {
        "fonts": fonts.stack(locale).families,
        "mono": fonts.stack(locale, mono=True).families,
        "lang": locales.language(locale),
        "region": region,
        "rtl": locales.is_rtl(locale),
        "bold": "outlined" if lead == fonts.CJK else "drawn" if script in ("Hans", "Hant", "Jpan", "Kore") else None,
        "emoji": fonts.EMOJI if fonts.EMOJI in fonts.stack(locale).families else None,
        "tall": is_tall(locale),
        "spaced": locales.language(locale) not in _UNSPACED,
    }


def is_tall(locale: str) -> bool:
    """Whether lines of a locale need more than the usual height: in Nastaliq, words slope."""
    return fonts.lead(locale) in fonts.TALL


def _translated(template: str, work: Any) -> Any:
    """The one place where typst's errors become ours; a query's are bare RuntimeErrors, which a TypstError is too."""
    try:
        return work()
    except RuntimeError as error:
        what = f"{getattr(error, 'message', error)}\n{getattr(error, 'diagnostic', '')}".rstrip()
        raise EngineFailed(f"typst can't set the layout '{template}': {what}") from error


def _chunk(kind: bytes, body: bytes) -> bytes:
    return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))

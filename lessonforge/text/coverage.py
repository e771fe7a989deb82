"""Whether every character can be drawn, asked before anything is drawn: a typesetter puts a box for a missing one."""

from __future__ import annotations

import functools
import re
import unicodedata
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from lessonforge.text import offered
from lessonforge.text.fonts import EMOJI, stack

_KEY, _LAO = "\u20e3", re.compile("[\u0e80-\u0eff]")


def missing(text: str, locale: str, mono: bool = False) -> list[str]:
    """The grapheme clusters (UAX #29) that no font of the locale's stack can draw whole, each once, in order."""
    if text.isascii():
        return []
    from icu4py.breakers import CharacterBreaker

    clusters = dict.fromkeys(CharacterBreaker(text, locale))
    return [cluster for cluster in clusters if not (cluster.isascii() or _drawable(cluster, locale, mono))]


def describe(clusters: list[str], most: int = 5) -> str:
    """The clusters as a person can look them up: `'数' (U+6570 CJK UNIFIED IDEOGRAPH-6570), ... and 3 more`."""
    names = ", ".join(f"'{cluster}' ({' '.join(map(_name, cluster))})" for cluster in clusters[:most])
    return names + (f" and {len(clusters) - most} more" if len(clusters) > most else "")


def remedy(clusters: Iterable[str]) -> str:
    """What to do about clusters that are missing: the command that installs fonts for them, where one is known."""
    command = offered.remedy(clusters)
    return f"Install a font: {command}" if command else "Write it another way."


def _name(char: str) -> str:
    return f"U+{ord(char):04X} {unicodedata.name(char, 'unnamed')}"


@functools.cache
def _drawable(cluster: str, locale: str, mono: bool) -> bool:
    """Whether one font has all of the cluster: marks drawn from another font than their letter fall beside it."""
    visible = [ord(char) for char in cluster if not _ignorable(char)]
    fonts = stack(locale, mono)
    files = (path for name, path in zip(fonts.families, fonts.files, strict=True) if _fit(name, cluster))
    return not visible or any(_draws(path, cluster, visible) for path in files)


def _fit(family: str, cluster: str) -> bool:
    """Whether a family draws its letters well: DejaVu heaps the signs of Lao, and only emoji fonts have keys."""
    if _KEY in cluster:
        return family == EMOJI
    return family != "DejaVu Sans" or not _LAO.search(cluster)


def _draws(path: Path, cluster: str, visible: list[int]) -> bool:
    font, known = _font(path)
    return known.issuperset(visible) and (len(visible) == 1 or _shapes(font, cluster))


def _shapes(font: Any, cluster: str) -> bool:
    import uharfbuzz

    buffer = uharfbuzz.Buffer()
    buffer.add_str(cluster)
    buffer.guess_segment_properties()
    uharfbuzz.shape(font, buffer)
    return all(glyph.codepoint for glyph in buffer.glyph_infos)


@functools.cache
def _font(path: Path) -> tuple[Any, frozenset[int]]:
    import uharfbuzz

    face = uharfbuzz.Face(uharfbuzz.Blob.from_file_path(path))
    return uharfbuzz.Font(face), frozenset(face.unicodes)


def _ignorable(char: str) -> bool:
    """Characters that show nothing by themselves: joiners, directional and variation marks, white space."""
    return unicodedata.category(char) in ("Cf", "Cc", "Zs", "Zl", "Zp") or 0xFE00 <= ord(char) <= 0xFE0F

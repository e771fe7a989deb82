"""Fonts installed for a test, recorded as `fonts install` records them.

They are made here, for the lines of `INSTALLED`: every letter is a box with a bar across it, so what they draw can be
measured. Emoji are blocks of `COLOUR`, one for all the characters of a joined one.
"""

import functools
import hashlib
import io
import unicodedata

from fontTools.fontBuilder import FontBuilder
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.ttLib.tables._g_l_y_f import Glyph
from icu4py.breakers import CharacterBreaker
from script_samples import INSTALLED

from lessonforge.text import coverage, fonts, offered, shape

LOCALES = {
    "Noto Sans Bengali": "bn",
    "Noto Sans Ethiopic": "am",
    "Noto Sans Myanmar": "my",
    "Noto Sans Lao": "lo",
    "Noto Nastaliq Urdu": "ur",
    fonts.EMOJI: "en",
}
EM = 1000
BEARING = 50
"""How far a box stands from both ends of its letter."""
COLOUR = (230, 40, 200)
_HEIGHTS = {"Noto Nastaliq Urdu": (-340, 1600)}  # so far do its words slope
_IN_TWO = {"\u0eb3": "\u0ecd\u0eb2"}  # a sign of Lao that is shaped as two


def heights(family: str) -> tuple[int, int]:
    """Where the boxes of a family end, below the line and above it."""
    return _HEIGHTS.get(family, (0, 720))


def file_of(family: str) -> str:
    return f"{family.replace(' ', '')}.ttf"


@functools.cache
def made(family: str) -> bytes:
    """The TrueType file of a family, with all that its line needs."""
    text = INSTALLED[LOCALES[family]]
    joined: list[str] = []
    if family == fonts.EMOJI:
        emoji = [part for part in CharacterBreaker(text, "en") if not part.isascii()]
        text, joined = "".join(emoji), [part for part in emoji if len(part) > 1]
    chars = sorted(
        {" ", *text, *unicodedata.normalize("NFD", text), *(half for c in text for half in _IN_TWO.get(c, ""))}
    )
    return _saved(family, chars, joined)


def _saved(family: str, chars: list[str], joined: list[str]) -> bytes:
    low, high = heights(family)
    parts = {".notdef": "?", **{_name(part): part for part in (*chars, *joined)}}
    glyphs = {name: _drawn(part, low, high, solid=family == fonts.EMOJI) for name, part in parts.items()}
    builder = FontBuilder(EM, isTTF=True)
    builder.updateHead(created=0, modified=0)  # the same bytes in every run
    builder.setupGlyphOrder(list(parts))
    builder.setupCharacterMap({ord(char): _name(char) for char in chars})
    builder.setupGlyf(glyphs)
    builder.setupHorizontalMetrics({name: (_advance(part), glyphs[name].xMin) for name, part in parts.items()})
    builder.setupHorizontalHeader(ascent=high, descent=low)
    names = {"fullName": family, "psName": file_of(family).removesuffix(".ttf")}
    builder.setupNameTable({"familyName": family, "styleName": "Regular", **names})
    builder.setupOS2(sTypoAscender=high, sTypoDescender=low, usWinAscent=high, usWinDescent=-low)
    builder.setupPost()
    if joined:
        builder.setupCOLR({name: [(name, 0)] for name, glyph in glyphs.items() if glyph.numberOfContours})
        builder.setupCPAL([[(*(part / 255 for part in COLOUR), 1.0)]])
        rules = "".join(f"sub {' '.join(map(_name, part))} by {_name(part)};" for part in joined)
        builder.addOpenTypeFeatures(f"languagesystem DFLT dflt; feature ccmp {{ {rules} }} ccmp;")
    file = io.BytesIO()
    builder.save(file)
    return file.getvalue()


def _name(part: str) -> str:
    return "_".join(f"u{ord(char):04X}" for char in part)


def _advance(part: str) -> int:
    """Of different widths; marks stand on the letter before them and joiners show nothing."""
    return 0 if unicodedata.category(part[-1]) in ("Mn", "Cf") and len(part) == 1 else 500 + 40 * (ord(part[0]) % 9)


def _drawn(part: str, low: int, high: int, *, solid: bool) -> Glyph:
    pen = TTGlyphPen(None)
    right, middle = _advance(part) - BEARING, (low + high) // 2
    if right < 0:
        if unicodedata.combining(part):
            _box(pen, -300, middle + 100, -200, middle + 200)
    elif part != " ":
        _box(pen, BEARING, low, right, high)
        if not solid:
            _box(pen, right - 60, low + 60, BEARING + 60, middle - 30)  # the other way round: a hole
            _box(pen, right - 60, middle + 30, BEARING + 60, high - 60)
    return pen.glyph()


def _box(pen: TTGlyphPen, left: int, bottom: int, right: int, top: int) -> None:
    pen.moveTo((left, bottom))
    for corner in ((left, top), (right, top), (right, bottom)):
        pen.lineTo(corner)
    pen.closePath()


def put_in_place() -> None:
    """All of them, in the data folder of the test."""
    offered.record([put(family, made(family)) for family in LOCALES])
    forget()


def put(family: str, content: bytes) -> offered.Installed:
    """One file where the fonts of its family are, and what is to be recorded of it."""
    digest = hashlib.sha256(content).hexdigest()
    one = offered.Installed(family, offered.offered()[family].script, "a test", {file_of(family): digest})
    one.paths[0].parent.mkdir(parents=True, exist_ok=True)
    one.paths[0].write_bytes(content)
    return one


def forget() -> None:
    """Makes this process look at the fonts anew: a command does so only once."""
    for module in (offered, fonts, coverage, shape):
        for value in vars(module).values():
            if hasattr(value, "cache_clear"):
                value.cache_clear()

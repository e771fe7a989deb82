"""Which fonts draw a locale: of Python packages, and what was installed; never the system's, which differ."""

from __future__ import annotations

import functools
import hashlib
import importlib.util
import os
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from lessonforge.errors import EngineMissing, SettingsError, StoreError
from lessonforge.locales import language
from lessonforge.settings import store_folder
from lessonforge.text import offered

if TYPE_CHECKING:
    import typst

# family -> (package, files): the first file is the regular one; a name without a suffix is a module of pymupdf_fonts.
_SOURCES = {
    "Noto Sans": ("fontpkg_noto_sans", "files/NotoSans[wdth,wght].ttf"),
    "Noto Sans Arabic": ("fontpkg_noto_sans_arabic", "files/NotoSansArabic[wdth,wght].ttf"),
    "Noto Sans Devanagari": ("fontpkg_noto_sans_devanagari", "files/NotoSansDevanagari[wdth,wght].ttf"),
    "Noto Sans Tamil": ("fontpkg_noto_sans_tamil", "files/NotoSansTamil[wdth,wght].ttf"),
    "Noto Sans Telugu": ("fontpkg_noto_sans_telugu", "files/NotoSansTelugu[wdth,wght].ttf"),
    "Noto Sans Thai": ("fontpkg_noto_sans_thai", "files/NotoSansThai[wdth,wght].ttf"),
    "Noto Sans Khmer": ("fontpkg_noto_sans_khmer", "files/NotoSansKhmer[wdth,wght].ttf"),
    "FiraGO": ("pymupdf_fonts", "FiraGO_Regular", "FiraGO_Bold"),
    "Noto Sans CJK JP": ("notojp_matplotlib", "fonts/NotoSansCJKjp-Regular.otf"),
    "Noto Sans Math": ("pymupdf_fonts", "NotoSansMath_Regular"),
    "Noto Sans Symbols": ("pymupdf_fonts", "NotoSansSymbols_Regular"),
    "Noto Sans Symbols2": ("pymupdf_fonts", "NotoSansSymbols2_Regular"),
    "DejaVu Sans": ("matplotlib", "mpl-data/fonts/ttf/DejaVuSans.ttf", "mpl-data/fonts/ttf/DejaVuSans-Bold.ttf"),
    "Fira Mono": ("pymupdf_fonts", "FiraMono_Regular", "FiraMono_Bold"),
    "DejaVu Sans Mono": ("matplotlib", "mpl-data/fonts/ttf/DejaVuSansMono.ttf"),
}
_MONO = ("Fira Mono", "DejaVu Sans Mono")
CJK = "Noto Sans CJK JP"
"""Draws Chinese, Japanese and Korean in the forms of each, in one weight only."""
EMOJI = "Noto Color Emoji"
TALL = frozenset(("Noto Nastaliq Urdu",))
"""Families whose words need more height."""
# The family that leads where a script is the locale's own; it then also draws the Latin words among it. One that is
# installed for a script comes before these.
_LEADS = {
    "Arab": "Noto Sans Arabic",
    "Aran": "Noto Sans Arabic",
    "Deva": "Noto Sans Devanagari",
    "Taml": "Noto Sans Tamil",
    "Telu": "Noto Sans Telugu",
    "Thai": "Noto Sans Thai",
    "Khmr": "Noto Sans Khmer",
    **dict.fromkeys(("Hans", "Hant", "Jpan", "Kore"), CJK),
}
# Scripts whose font only follows: its Latin letters would stand out among those of other cards.
_FOLLOWS = {"Hebr": "FiraGO", "Geor": "FiraGO", "Armn": "DejaVu Sans"}
_OF_LANGUAGE = {"bg": "FiraGO"}  # has the Bulgarian forms of Cyrillic letters
_LAST = frozenset(("", "Hans", "Hant", "Jpan", "Kore", offered.EMOJI, offered.NASTALIQ))


@dataclass(frozen=True)
class FontStack:
    """The families to try in order, and the regular file of each."""

    families: tuple[str, ...]
    files: tuple[Path, ...]

    @functools.cached_property
    def digest(self) -> str:
        """SHA-256 (hex) over the order and the bytes of every font file: changes when any drawn glyph could.

        Raises SettingsError when an installed file is not what it was.
        """
        for font in _installed().values():
            _whole(font, to_the_byte=True)
        parts = (f"{family} {_digest(path)}" for family in self.families for path in _files(family))
        return hashlib.sha256("\n".join(parts).encode()).hexdigest()


@functools.cache
def stack(locale: str, mono: bool = False) -> FontStack:
    """The fonts for a locale, its own script's first; `mono` puts the fixed-width ones before them, for code.

    Raises EngineMissing when a font package is not installed, StoreError when the cache can't be written.
    """
    first = (*(_MONO if mono else ()), lead(locale))
    families = dict.fromkeys((*first, *(name for name in _order() if name not in _MONO)))
    return FontStack(tuple(families), tuple(_files(family)[0] for family in families))


@functools.cache
def lead(locale: str) -> str:
    """The family that draws most of a locale's words."""
    own = offered.hand(locale)
    fitting = (one.family for one in _installed().values() if one.script == own)
    return next(fitting, None) or _OF_LANGUAGE.get(language(locale)) or _LEADS.get(own, "Noto Sans")


def by_script() -> dict[str, tuple[str, str]]:
    """Each script that can be drawn: the family that draws it, and the package or file that this comes from."""
    core = {**dict.fromkeys(("Latn", "Cyrl", "Grek"), "Noto Sans"), **_LEADS, **_FOLLOWS}
    del core[offered.NASTALIQ]
    found = {script: (family, _SOURCES[family][0].replace("_", "-")) for script, family in core.items()}
    return found | {one.script: (one.family, one.source) for one in _installed().values() if one.script}


@functools.cache
def typst_fonts() -> typst.Fonts:
    """Typst's view of the same fonts; made once in a process, as loading them takes 35 ms."""
    import typst

    folders = dict.fromkeys(path.parent for family in _order() for path in _files(family))
    return typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=list(map(str, folders)))


@functools.cache
def _installed() -> dict[str, offered.Installed]:
    return offered.installed()


@functools.cache
def _order() -> tuple[str, ...]:
    """All families: Noto's, the installed ones for a script, then those that are there for what these lack."""
    last = [one.family for one in _installed().values() if one.script in _LAST]
    core, own = list(_SOURCES), [family for family in _installed() if family not in last]
    at = core.index("FiraGO")
    return (*core[:at], *own, *core[at:], *last)


@functools.cache
def _files(family: str) -> tuple[Path, ...]:
    if family in _installed():
        return _whole(_installed()[family])
    package, *names = _SOURCES[family]
    spec = importlib.util.find_spec(package)  # not imported: some of these packages change matplotlib's settings
    if spec is None or not spec.submodule_search_locations:
        raise EngineMissing(f"the font {family} is missing. Install it: pip install {package.replace('_', '-')}")
    folder = Path(spec.submodule_search_locations[0])
    return tuple(folder / name if "." in name else _unpacked(folder / f"{name}.py") for name in names)


def _whole(font: offered.Installed, *, to_the_byte: bool = False) -> tuple[Path, ...]:
    """The files of an installed font. Raises SettingsError when one is not there, or not what it was."""
    for path, digest in zip(font.paths, font.files.values(), strict=True):
        if not path.is_file() or (to_the_byte and _digest(path) != digest):
            again = f"'{font.family}'" if font.script else f"--file '{font.source}'"
            raise SettingsError(f"The font '{path}' is damaged. Install it again: lessonforge fonts install {again}.")
    return font.paths


def _unpacked(module: Path) -> Path:
    """The font that `pymupdf_fonts` keeps packed inside a Python module, as a file in the user's cache."""
    target = store_folder() / "fonts" / f"{module.stem}-{module.stat().st_size}.ttf"
    if target.is_file():
        return target
    data = importlib.import_module(f"pymupdf_fonts.{module.stem}").fontbuffer
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.NamedTemporaryFile(dir=target.parent, delete=False) as part:
            part.write(data)
        os.replace(part.name, target)
    except OSError as error:
        raise StoreError(f"can't write the font {target}: {error.strerror}") from error
    return target


@functools.cache
def _digest(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()

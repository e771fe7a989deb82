"""Which fonts draw a locale. They come from Python packages only, so that every machine draws the same pixels."""

from __future__ import annotations

import functools
import hashlib
import importlib.util
import os
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from lessonforge.errors import EngineMissing, StoreError
from lessonforge.settings import store_folder
from lessonforge.text.bidi import script

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
# The family that leads where a script is the locale's own; it then also draws the Latin words among it. FiraGO, which
# has Hebrew and Georgian, does not lead: its old-style figures would stand out on a slide.
_LEADS = {
    "Arab": "Noto Sans Arabic",
    "Deva": "Noto Sans Devanagari",
    "Taml": "Noto Sans Tamil",
    "Telu": "Noto Sans Telugu",
    "Thai": "Noto Sans Thai",
    "Khmr": "Noto Sans Khmer",
    **dict.fromkeys(("Hans", "Hant", "Jpan", "Kore"), "Noto Sans CJK JP"),
}


@dataclass(frozen=True)
class FontStack:
    """The families to try in order, and the regular file of each."""

    families: tuple[str, ...]
    files: tuple[Path, ...]

    @functools.cached_property
    def digest(self) -> str:
        """SHA-256 (hex) over the order and the bytes of every font file: changes when any drawn glyph could."""
        parts = (f"{family} {_digest(path)}" for family in self.families for path in _files(family))
        return hashlib.sha256("\n".join(parts).encode()).hexdigest()


@functools.cache
def stack(locale: str, mono: bool = False) -> FontStack:
    """The fonts for a locale, its own script's first; `mono` puts the fixed-width ones before them, for code.

    Raises EngineMissing when a font package is not installed, StoreError when the cache can't be written.
    """
    lead = _LEADS.get(script(locale), "Noto Sans")
    rest = [name for name in _SOURCES if name != lead and name not in _MONO]
    families = (*(_MONO if mono else ()), lead, *rest)
    return FontStack(families, tuple(_files(family)[0] for family in families))


@functools.cache
def typst_fonts() -> typst.Fonts:
    """Typst's view of the same fonts; made once in a process, as loading them takes 35 ms."""
    import typst

    folders = dict.fromkeys(path.parent for family in _SOURCES for path in _files(family))
    return typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=list(map(str, folders)))


@functools.cache
def _files(family: str) -> tuple[Path, ...]:
    package, *names = _SOURCES[family]
    spec = importlib.util.find_spec(package)  # not imported: some of these packages change matplotlib's settings
    if spec is None or not spec.submodule_search_locations:
        raise EngineMissing(f"the font {family} is missing. Install it: pip install {package.replace('_', '-')}")
    folder = Path(spec.submodule_search_locations[0])
    return tuple(folder / name if "." in name else _unpacked(folder / f"{name}.py") for name in names)


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

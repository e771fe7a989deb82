"""Fonts beside those of the core packages: which can be installed, and which are (`fonts.lock` in the data folder)."""

from __future__ import annotations

import functools
import json
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass
from pathlib import Path

from lessonforge.errors import SettingsError
from lessonforge.locales import language, script
from lessonforge.settings import data_folder

EMOJI, NASTALIQ = "Zsye", "Aran"
"""What ISO 15924 calls emoji, and Arabic letters in the hand that Urdu is printed in."""
_TABLE = Path(__file__).with_name("fonts.yaml")
_IN_NASTALIQ = frozenset(("ur", "ks"))


@dataclass(frozen=True)
class Typeface:
    """A family that can be installed: for which script (ISO 15924), from which npm package; SHA-256 by file in it."""

    family: str
    script: str
    name: str
    package: str
    version: str
    files: Mapping[str, str]


@dataclass(frozen=True)
class Installed:
    """A family that is: for which script (none for an author's own), where it came from, SHA-256 by file name."""

    family: str
    script: str
    source: str
    files: Mapping[str, str]

    @property
    def paths(self) -> tuple[Path, ...]:
        """Its files, the regular one first."""
        return tuple(folder() / slug(self.family) / name for name in self.files)


def folder() -> Path:
    """Where fonts are installed, a folder a family."""
    return data_folder() / "fonts"


def slug(family: str) -> str:
    """The folder of a family: its name in plain letters."""
    return "".join(char if char.isalnum() else "-" for char in family.lower())


@functools.cache
def offered() -> Mapping[str, Typeface]:
    """All that can be installed, by family."""
    import yaml

    table = yaml.safe_load(_TABLE.read_text("utf-8"))
    return {family: Typeface(family, **facts) for family, facts in table.items()}


def installed() -> dict[str, Installed]:
    """What is installed, by family. Raises SettingsError for a record that can't be read."""
    try:
        table = json.loads(_lock().read_text("utf-8"))
        return {family: Installed(family, **facts) for family, facts in table.items()}
    except FileNotFoundError:
        return {}
    except (OSError, ValueError, TypeError, AttributeError) as error:
        raise SettingsError(f"'{_lock()}' can't be read: {error}. Remove it, and install the fonts again.") from error


def record(fonts: Iterable[Installed]) -> None:
    """Write down what is installed: these and nothing else. Raises OSError."""
    table = {one.family: {name: fact for name, fact in asdict(one).items() if name != "family"} for one in fonts}
    part = _lock().with_suffix(".part")
    part.write_text(json.dumps(table, indent=2, sort_keys=True, ensure_ascii=False) + "\n", encoding="utf-8")
    part.replace(_lock())


def hand(locale: str) -> str:
    """The script of a locale for choosing its font: as `locales.script`, but Urdu's Arabic letters are in Nastaliq."""
    own = script(locale)
    return NASTALIQ if own == "Arab" and (language(locale) in _IN_NASTALIQ or locale == "pa-Arab") else own


def script_of(cluster: str) -> str:
    """The script of the first letter in a cluster, as ISO 15924; `Zyyy` for signs of no script."""
    import uharfbuzz

    if any(0x1F000 <= ord(char) < 0x1FB00 or char == "\u20e3" for char in cluster):
        return EMOJI
    buffer = uharfbuzz.Buffer()
    buffer.add_str(unicodedata.normalize("NFD", cluster))
    buffer.guess_segment_properties()
    return str(buffer.script or "Zyyy")


def remedy(clusters: Iterable[str]) -> str:
    """The command that installs fonts for characters that none can draw; empty where no font is known for them."""
    wanted = dict.fromkeys(map(script_of, clusters))
    faces = [face for face in offered().values() if face.script in wanted and face.family not in installed()]
    return f"lessonforge fonts install {' '.join(face.name for face in faces)}" if faces else ""


def _lock() -> Path:
    return data_folder() / "fonts.lock"

"""Fonts put into the data folder, whole or not at all: from a known package, from a folder, or an author's own file."""

from __future__ import annotations

import contextlib
import hashlib
import shutil
import tarfile
import tempfile
import zlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path

from lessonforge import npm
from lessonforge.errors import SettingsError, StoreError, did_you_mean
from lessonforge.text.offered import Installed, Typeface, folder, hand, installed, offered, record, slug

LICENCE = "LICENSE_FONT"
_MOST = 60_000_000


def found(words: Sequence[str], locales: Sequence[str] = ()) -> list[Typeface]:
    """The families that these words name (`bengali`, `Beng`, `Noto Sans Bengali`), and those for these locales.

    Raises SettingsError for a word that names none.
    """
    hands = {hand(locale) for locale in locales}
    wanted = [face for face in offered().values() if face.script in hands]
    for word in words:
        named = [face for face in offered().values() if word.lower() in _names(face)]
        if not named:
            known = [face.name for face in offered().values()]
            hint = did_you_mean(word, known) or "`lessonforge fonts list` shows them all."
            raise SettingsError(f"There is no font '{word}' to install. {hint}")
        wanted += named
    return list({face.family: face for face in wanted}.values())


def _names(face: Typeface) -> tuple[str, ...]:
    return face.name, face.script.lower(), face.family.lower(), slug(face.family)


def install(faces: Sequence[Typeface], source: Path | None = None) -> list[Installed]:
    """Install families from their npm packages, or from what lies in the folder `source`: packages or font files.

    All are fetched and checked before any is put in place. Raises SettingsError for what can't be had or is not the
    file that is known, StoreError when the data folder can't be written.
    """
    with _beside() as part:
        for face in faces:
            files = _checked(face, _from_folder(face, source) if source else _from_npm(face, part))
            for name, content in files.items():
                _write(part / slug(face.family) / name, content)
        return _placed(part, [_as_installed(face, source) for face in faces])


def _as_installed(face: Typeface, source: Path | None) -> Installed:
    came = f"{face.package}@{face.version}" + (f" in {source.resolve()}" if source else "")
    return Installed(face.family, face.script, came, {Path(name).name: digest for name, digest in face.files.items()})


def install_own(path: Path) -> Installed:
    """Copy a font file of the author's own, for characters that no other font has. Raises SettingsError, StoreError."""
    import typst

    if not path.is_file() or path.stat().st_size > _MOST:
        raise SettingsError(f"'{path}' is not a font file.")
    content = path.read_bytes()
    with _beside() as part:
        _write(part / "new" / path.name, content)
        families = typst.Fonts(False, False, font_paths=[str(part / "new")]).families()
        if not families:
            raise SettingsError(f"'{path}' is not a font file that can be read: one ends in .ttf, .otf or .ttc.")
        family = families[0]
        if family in offered():
            raise SettingsError(f"'{path}' is {family}. Install it with: lessonforge fonts install '{family}'.")
        (part / "new").rename(part / slug(family))
        digest = hashlib.sha256(content).hexdigest()
        return _placed(part, [Installed(family, "", str(path.resolve()), {path.name: digest})])[0]


def remove(family: str) -> None:
    """Remove an installed family. Raises SettingsError when it is not installed."""
    fonts = installed()
    if family not in fonts:
        raise SettingsError(f"The font '{family}' is not installed. {did_you_mean(family, fonts)}".rstrip())
    record(one for one in fonts.values() if one.family != family)
    shutil.rmtree(folder() / slug(family), ignore_errors=True)


@contextlib.contextmanager
def _beside() -> Iterator[Path]:
    """A folder to prepare fonts in, on the disk that they go to."""
    try:
        folder().mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(dir=folder(), prefix=".new-") as part:
            yield Path(part)
    except OSError as error:
        raise StoreError(f"The fonts can't be put into '{folder()}': {error}.") from error


def _placed(part: Path, fonts: Iterable[Installed]) -> list[Installed]:
    fonts = list(fonts)
    for one in fonts:
        target = folder() / slug(one.family)
        shutil.rmtree(target, ignore_errors=True)
        (part / slug(one.family)).rename(target)
    record({**installed(), **{one.family: one for one in fonts}}.values())
    return fonts


def _write(path: Path, content: bytes) -> None:
    path.parent.mkdir(exist_ok=True)
    path.write_bytes(content)


def _checked(face: Typeface, files: Mapping[str, bytes]) -> dict[str, bytes]:
    """The files by bare name. Raises SettingsError for one that is missing or another one than is known."""
    for name, digest in face.files.items():
        if name not in files:
            raise SettingsError(f"{face.family}: '{name}' of {face.package}@{face.version} is not there.")
        got = hashlib.sha256(files[name]).hexdigest()
        if got != digest:
            raise SettingsError(
                f"{face.family}: '{name}' is not the file of {face.package}@{face.version}: its SHA-256 is {got}, "
                f"it should be {digest}. Nothing was installed."
            )
    return {Path(name).name: content for name, content in files.items()}


def _from_npm(face: Typeface, part: Path) -> dict[str, bytes]:
    return _unpacked(face, npm.pack(f"{face.package}@{face.version}", part))


def _unpacked(face: Typeface, package: Path) -> dict[str, bytes]:
    """The fonts of a package and their licence."""
    wanted = {f"package/{name}": name for name in (*face.files, LICENCE)}
    try:
        with tarfile.open(package) as archive:
            members = [one for one in archive if one.name in wanted and one.isfile() and one.size <= _MOST]
            return {wanted[one.name]: archive.extractfile(one).read() for one in members}  # type: ignore[union-attr]
    except (tarfile.TarError, zlib.error, EOFError, OSError) as error:
        raise SettingsError(f"'{package}' is not a package that can be read: {error}.") from error


def _from_folder(face: Typeface, source: Path) -> dict[str, bytes]:
    """What a folder holds of a family: its package as npm names it, or the font files themselves."""
    package = f"{face.package.lstrip('@').replace('/', '-')}-{face.version}.tgz"
    lying = {path.name: path for path in sorted(source.rglob("*")) if path.is_file()}
    if package in lying:
        return _unpacked(face, lying[package])
    files = {name: lying[Path(name).name].read_bytes() for name in face.files if Path(name).name in lying}
    if not files:
        raise SettingsError(f"There is neither {package} nor {' or '.join(map(_bare, face.files))} in '{source}'.")
    return files


def _bare(name: str) -> str:
    return Path(name).name

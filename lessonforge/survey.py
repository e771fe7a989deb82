"""What this machine can do: its engines and voices, its store, and whether every part of a build works on it."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from lessonforge.build.store import Store
from lessonforge.errors import LessonForgeError, SettingsError, did_you_mean
from lessonforge.settings import built_in, store_folder

NEEDED_GB = 2.0


@dataclass(frozen=True)
class EngineState:
    """An engine: whether it makes `pictures` or `speech`, and its fingerprint, or what it lacks."""

    stage: str
    name: str
    state: str


@dataclass(frozen=True)
class Finding:
    """A part of this machine that was tried: whether it works, and how that was seen."""

    part: str
    ok: bool
    detail: str


def store() -> Store:
    """The user's store."""
    return Store(store_folder())


def engines(name: str | None = None) -> list[EngineState]:
    """Every engine, or the one called `name`. Raises SettingsError when there is none of that name."""
    from lessonforge.narration import registry as speech
    from lessonforge.visuals import registry as pictures

    found = [
        EngineState(stage, one, _state(registry.load, one))
        for stage, registry in (("pictures", pictures), ("speech", speech))
        for one in registry.names()
        if name in (None, one)
    ]
    if not found:
        known = (*pictures.names(), *speech.names())
        raise SettingsError(f"There is no engine '{name}'. {did_you_mean(str(name), known)}")
    return found


def _state(load: Callable[[str], object], name: str) -> str:
    try:
        return str(load(name).fingerprint())  # type: ignore[attr-defined]
    except LessonForgeError as error:
        return f"not ready: {error}"


def words(name: str) -> list[str]:
    """The words that a picture engine can draw. Raises SettingsError for an engine that has no list of them."""
    from lessonforge.visuals import registry

    listed = getattr(registry.load(name), "words", None)
    if listed is None:
        raise SettingsError(f"The engine '{name}' has no list of words.")
    return list(listed())


def sheet(name: str, things: Sequence[str], path: Path) -> None:
    """Draws the things of an engine, or all that it can draw, into a PNG file. Raises SettingsError."""
    from lessonforge.visuals import registry

    gallery = getattr(registry.load(name), "gallery", None)
    if gallery is None:
        raise SettingsError(f"The engine '{name}' has no sheet of things.")
    path.write_bytes(gallery(things))


def install_things(package: str | None, file: Path | None) -> str:
    """Installs a pack of drawings, from npm or from a file; says what came. Raises SettingsError."""
    from lessonforge.visuals.draw import iconify, packs

    pack = packs.install(iconify.from_file(file) if file else iconify.from_npm(package or ""))
    return f"{pack.count} drawings: {pack.credit}. `lessonforge engines draw --words` lists what can be drawn."


def packs() -> list[str]:
    """The installed packs of drawings, a line each."""
    from lessonforge.visuals.draw import packs as things

    return [f"{pack.name:<24} {pack.count:>6}  {pack.credit}" for pack in things.installed()]


def remove_things(name: str) -> None:
    """Removes a pack of drawings. Raises SettingsError when there is none of that name."""
    from lessonforge.visuals.draw import packs as things

    things.remove(name)


def examine() -> Iterator[Finding]:
    """Try every part that a build needs, one after another, on something small."""
    for part, attempt in (
        ("Python", _python),
        ("disk", _disk),
        ("store", _store),
        ("words", _type),
        ("pictures", _picture),
        ("voice", _voice),
        ("film", _film),
    ):
        try:
            yield Finding(part, True, attempt())
        except (LessonForgeError, ImportError, OSError) as error:
            yield Finding(part, False, str(error))


def _python() -> str:
    return sys.version.split()[0]


def _disk() -> str:
    folder = store_folder()
    existing = next(up for up in (folder, *folder.parents) if up.exists())
    free = shutil.disk_usage(existing).free / 1e9
    if free < NEEDED_GB:
        raise OSError(f"{free:.1f} GB free at {existing}; a course needs {NEEDED_GB:.0f} GB or more")
    return f"{free:.0f} GB free at {existing}"


def _store() -> str:
    kept = store()
    kept.check_writable()
    return str(kept.root)


def _type() -> str:
    from lessonforge.text import shape

    strip = shape.caption(("LessonForge · درس · पाठ · 課",), "en", 640, 360)
    return f"a caption of {strip.rgba.shape[1]} x {strip.rgba.shape[0]} pixels"


def _picture() -> str:
    from lessonforge.model import Shot
    from lessonforge.visuals.registry import load

    picture = next(load("draw").render([Shot("prompt", 320, 180, prompt="the sun over the sea", style="flat")]))
    return f"{picture.width} x {picture.height} pixels drawn"


def _voice() -> str:
    from lessonforge.model import Utterance
    from lessonforge.narration.registry import load
    from lessonforge.narration.voices import named

    voice = named("en", [built_in("voices")])["narrator"]
    speech = next(load(voice.engine).speak([Utterance("This is a test.", voice)]))
    return f"{speech.seconds:.1f} s spoken, {len(speech.marks)} words"


def _film() -> str:
    import av

    for codec in ("libx264", "aac", "mov_text"):
        try:
            av.codec.Codec(codec, "w")
        except ValueError as error:
            raise OSError(f"the encoder '{codec}' is missing from PyAV {av.__version__}") from error
    return f"x264 and AAC in PyAV {av.__version__}"

"""Models in folders of this machine: what they are made of, under which licence, and which of them are refused."""

from __future__ import annotations

import functools
import hashlib
import re
from dataclasses import dataclass
from pathlib import Path

from lessonforge.errors import EngineMissing

_REVISION = re.compile(r"[0-9a-f]{40}")
_UNSAFE = (".bin", ".pt", ".pth", ".ckpt", ".pkl", ".pickle")
"""Weights that run code when they are opened (Python pickles)."""


@dataclass(frozen=True)
class Model:
    """A model in a folder, by the name that people know it by; `digest` is of all its files."""

    name: str
    folder: Path
    digest: str
    licence: str

    @property
    def credit(self) -> str:
        """The model and its licence in a few words."""
        return f"{self.name} ({self.licence or 'licence unknown'})"


@functools.cache
def model(given: str, needed: str) -> Model:
    """The model in a folder, or that of a hub name with its revision (`owner/name@<40 hex digits>`) that was fetched.

    `needed` is a file that it must have. Raises EngineMissing; nothing is fetched here.
    """
    folder = Path(given).expanduser()
    if not folder.is_dir():
        folder = _fetched(given)
    if not (folder / needed).is_file():
        raise EngineMissing(f"'{given}' holds no {needed}: it is no model for this engine.")
    files = sorted(file for file in folder.rglob("*") if file.is_file())
    unsafe = next((file.name for file in files if file.suffix in _UNSAFE and "tokenizer" not in file.name), None)
    if unsafe and needed == "config.json" and not any(file.suffix == ".safetensors" for file in files):
        hint = "Take one with .safetensors files, or convert it."
        raise EngineMissing(f"The weights of '{given}' are in {unsafe}, a format that can run code. {hint}")
    return Model(given.rstrip("/").rsplit("/", 1)[-1], folder, _digest(folder, files), _licence(folder))


def unsound(folder: str, library: str, error: Exception) -> EngineMissing:
    """What to tell of a model that a library can't load, whatever it says of it."""
    said = (str(error).strip().splitlines() or [type(error).__name__])[0][:200].rstrip(".")
    hint = "Its files are damaged, or of another kind of model: fetch or convert it again, or give another one."
    return EngineMissing(f"{library} can't load the model in '{folder}' ({said}). {hint}")


def _fetched(given: str) -> Path:
    name, at, revision = given.partition("@")
    if "/" not in name or not given.strip():
        raise EngineMissing(f"There is no folder '{given}'. Give the folder of a model.")
    if not at or not _REVISION.fullmatch(revision):
        raise EngineMissing(f"'{given}' names no revision. Write {name}@ and its 40 hex digits, or give a folder.")
    try:
        from huggingface_hub import snapshot_download
        from huggingface_hub.errors import LocalEntryNotFoundError
    except ImportError as error:
        raise EngineMissing("Models of a hub need `pip install lessonforge[translate]`.") from error
    try:
        return Path(snapshot_download(name, revision=revision, local_files_only=True))
    except LocalEntryNotFoundError as error:
        raise EngineMissing(f"'{given}' is not on this machine, and translating fetches nothing.") from error


def _digest(folder: Path, files: list[Path]) -> str:
    """SHA-256 (hex) over the names and contents of all files."""
    whole = hashlib.sha256()
    for file in files:
        with file.open("rb") as stream:
            whole.update(f"{file.relative_to(folder).as_posix()} ".encode())
            whole.update(hashlib.file_digest(stream, "sha256").digest())
    return whole.hexdigest()


def _licence(folder: Path) -> str:
    """The licence that the model card names (its YAML head, `license:`)."""
    card = folder / "README.md"
    text = card.read_text("utf-8", "replace")[:20_000] if card.is_file() else ""
    head = re.match(r"---\n(.*?)\n---", text, re.DOTALL)
    found = re.search(r"^licen[sc]e:\s*[\"']?([^\"'\n]+)", head[1], re.MULTILINE) if head else None
    return found[1].strip() if found else ""

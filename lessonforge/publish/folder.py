"""Comes in: the files of one rendition. Goes out: a folder that always holds them whole.

Each file is written beside its place, synced and renamed over it, the manifest last, so that a reader never sees
half a file and a manifest never names one that is not there.
"""

from __future__ import annotations

import contextlib
import hashlib
import os
import shutil
from collections.abc import Mapping
from pathlib import Path

from lessonforge.blob import Blob
from lessonforge.errors import StoreError

MANIFEST = "manifest.json"


def publish(folder: Path, files: Mapping[str, Blob], manifest: str) -> bool:
    """Bring the folder to exactly these files; False when it held them already. Raises StoreError."""
    wanted = {**files, MANIFEST: Blob.of(manifest.encode())}
    stale = {name: blob for name, blob in wanted.items() if not _holds(folder / name, blob)}
    if not stale:
        return False
    for name in sorted(stale, key=lambda name: name == MANIFEST):
        put(folder / name, stale[name])
    return True


def put(path: Path, blob: Blob) -> None:
    """Write a file whole or not at all. Raises StoreError when it can't be written."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        _sweep(path.parent)
        _put(path, blob)
    except OSError as error:
        raise StoreError(f"'{path}' can't be written: {error.strerror or error}.") from error


def _holds(path: Path, blob: Blob) -> bool:
    if not path.is_file() or path.stat().st_size != blob.size:
        return False
    with path.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest() == blob.sha256


def _put(path: Path, blob: Blob) -> None:
    partial = path.with_name(f".{path.name}.{os.getpid()}.partial")
    try:
        with partial.open("wb") as stream:
            if blob.path:
                with blob.path.open("rb") as kept:
                    shutil.copyfileobj(kept, stream, 1 << 20)
            else:
                stream.write(blob.read())
            stream.flush()
            os.fsync(stream.fileno())
        partial.replace(path)
    finally:
        partial.unlink(missing_ok=True)


def _sweep(folder: Path) -> None:
    """Remove what an earlier run that was killed left half-written; the lock of the build keeps others out."""
    for partial in folder.glob(".*.partial"):
        with contextlib.suppress(OSError):
            partial.unlink()

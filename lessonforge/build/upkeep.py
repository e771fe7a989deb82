"""Looking after a store: how big it is, whether all of it is whole, and making it smaller."""

from __future__ import annotations

import os
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from lessonforge.build import lock
from lessonforge.build.artifacts import blobs
from lessonforge.build.store import Store, clear, digest, read_record
from lessonforge.errors import BuildLocked


@dataclass(frozen=True)
class Size:
    """How many results and files a store holds, and their bytes."""

    results: int
    files: int
    bytes: int


@dataclass(frozen=True)
class Audit:
    """What a full check looked at, and what it found: `object <digest>` or `result <key>`, now in quarantine."""

    results: int
    files: int
    bad: tuple[str, ...]


@dataclass(frozen=True)
class Freed:
    """What was removed from a store."""

    results: int
    files: int
    bytes: int


def size(store: Store) -> Size:
    """How big the store is. Raises StoreError when it can't be read."""
    with store.clean_errors("read"):
        sizes = [entry.stat().st_size for entry in _entries(store.root / "objects")]
        return Size(sum(1 for _ in _entries(store.root / "actions")), len(sizes), sum(sizes))


def verify(store: Store) -> Audit:
    """Read every byte of the store and put what is not whole into quarantine; the next build makes it again.

    Raises StoreError when it can't be read.
    """
    with store.clean_errors("read"):
        objects, results = list(_entries(store.root / "objects")), list(_entries(store.root / "actions"))
        whole = {_name(entry) for entry in objects if digest(entry.path) == _name(entry)}
        bad = [(f"object {_name(entry)}", entry.path) for entry in objects if _name(entry) not in whole]
        for entry in results:
            files = _needs(entry)
            if files is None or not files.keys() <= whole:
                bad.append((f"result {_name(entry)}", entry.path))
    for _, path in bad:
        store.quarantine(path)
    return Audit(len(results), len(objects), tuple(name for name, _ in bad))


def gc(store: Store, max_bytes: int, grace: float = 3600.0) -> Freed:
    """Remove the results that were not used for longest until the files fit into `max_bytes`, and files nobody needs.

    What was used or made in the last `grace` seconds stays. Raises BuildLocked while a build uses the store, StoreError
    when it can't be written to.
    """
    with store.clean_errors("written to"), lock.alone(store.root / "use.lock") as alone:
        if not alone:
            raise BuildLocked(f"A build is using the store '{store.root}'. Run this again when it has ended.")
        for name in ("tmp", "locks", "quarantine"):
            clear(store.root / name, 0)
        needed, results = _drop_results(store.root / "actions", max_bytes, grace)
        return _drop_files(store.root / "objects", needed, grace, results)


def _drop_results(folder: Path, max_bytes: int, grace: float) -> tuple[set[str], int]:
    """The digests that the results that stay need, and how many results went. Results go before their files."""
    by_use = sorted(_entries(folder), key=lambda entry: entry.stat().st_mtime, reverse=True)
    needed: set[str] = set()
    total = dropped = 0
    for entry in by_use:
        files = _needs(entry)
        more = sum(size for sha256, size in (files or {}).items() if sha256 not in needed)
        if files is not None and (_age(entry) < grace or total + more <= max_bytes):
            needed |= files.keys()
            total += more
        else:
            os.unlink(entry)
            dropped += 1
    return needed, dropped


def _drop_files(folder: Path, needed: set[str], grace: float, results: int) -> Freed:
    files = freed = 0
    for entry in _entries(folder):
        if _name(entry) not in needed and _age(entry) >= grace:
            files, freed = files + 1, freed + entry.stat().st_size
            os.unlink(entry)
    return Freed(results, files, freed)


def _needs(entry: os.DirEntry[str]) -> dict[str, int] | None:
    """Digests and sizes of the files that a result needs; None when its record is not whole."""
    try:
        with open(entry, "rb") as stream:
            body = read_record(stream.read(), _name(entry))
    except FileNotFoundError:
        return None
    return None if body is None else dict(blobs(body["artifact"]))


def _age(entry: os.DirEntry[str]) -> float:
    """Seconds since the last use; a time in the future is a wrong clock's, and counts as now."""
    return max(0.0, time.time() - entry.stat().st_mtime)


def _entries(folder: Path) -> Iterator[os.DirEntry[str]]:
    for part in sorted(folder.iterdir()):
        with os.scandir(part) as entries:
            yield from list(entries)


def _name(entry: os.DirEntry[str]) -> str:
    return f"{os.path.basename(os.path.dirname(entry.path))}{entry.name}"

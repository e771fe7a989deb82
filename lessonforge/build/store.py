"""The content-addressed store. Comes in: artifacts, under the keys of their requests. Goes out: the same, or nothing.

    objects/ab/cdef...   the bytes of every file, named by their SHA-256, read-only
    actions/ab/cdef...   a record for each key: the artifact's fields and the digests of its files, under a checksum
    journal/  locks/  tmp/  quarantine/  use.lock

A name never changes its bytes: everything is written aside, synced and linked to its name, and the first writer
wins. A record is written after its files and counts only if every file is there and hashes right; whatever does
not is moved to `quarantine/` and made again. So a kill, a power cut or a flipped bit costs work, never truth.
"""

from __future__ import annotations

import contextlib
import errno
import hashlib
import json
import os
import secrets
import shutil
import tempfile
import time
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from lessonforge.blob import Blob
from lessonforge.build import lock
from lessonforge.build.artifacts import blobs, files, unpack
from lessonforge.build.keys import canonical, plain
from lessonforge.errors import EngineFailed, StoreError

FOLDERS = ("objects", "actions", "journal", "locks", "tmp", "quarantine")
CACHEDIR_TAG = (
    "Signature: 8a477f597d28d172789f06886806bc55\n# Backup programs may skip this folder: it can be made again.\n"
)
README = """This folder holds what LessonForge has made, so that it is made only once.

Nothing in it is the only copy: it can be deleted at any time when no build is running, and the next build takes
longer. `lessonforge cache` shows its size, checks it and makes it smaller.
"""
_FULL = {errno.ENOSPC, errno.EDQUOT} if hasattr(errno, "EDQUOT") else {errno.ENOSPC}
_CHUNK = 1 << 20
_TOUCH_AFTER = 3600.0
_ABANDONED = 86400.0
_GC_PATIENCE = 120.0


@dataclass(frozen=True)
class Origin:
    """How an artifact came to be: the engine, its fingerprint, and the seconds it took."""

    engine: str
    fingerprint: str
    seconds: float


@dataclass(frozen=True)
class Kept:
    """An artifact as it lies in the store, with its origin."""

    artifact: Any
    origin: Origin


class _Absent(Exception):
    """A file that a record names is not there, or is not what it should be."""


class Store:
    """A store in the folder `root`, made if need be. Any number of processes may use one at once.

    Raises StoreError when the folder can't be made or read. A folder that can't be written to can still be read.
    """

    def __init__(self, root: Path):
        self.root = root = root.absolute()
        self._objects, self._actions = str(root / "objects"), str(root / "actions")
        self._seen: dict[str, tuple[int, int, int, int]] = {}
        with self.clean_errors("made"):
            try:
                self._lay_out()
            except OSError:
                if not (root / "objects").is_dir():
                    raise

    def _lay_out(self) -> None:
        for name in FOLDERS:
            (self.root / name).mkdir(parents=True, exist_ok=True)
        for name, text in (("README.txt", README), ("CACHEDIR.TAG", CACHEDIR_TAG)):
            if not (self.root / name).exists():
                (self.root / name).write_text(text, encoding="utf-8")

    # Reading ---------------------------------------------------------------------------------------------

    def load(self, key: str, makes: Mapping[str, type]) -> Kept | None:
        """What is kept under a key, whole and checked, or None. `makes` are the classes it may be of, by name.

        Raises StoreError when the store can't be read.
        """
        body = self.record(key)
        if body is None:
            return None
        try:
            artifact = unpack(makes[body["artifact"]["class"]], body["artifact"], self._file)
            return Kept(artifact, Origin(**body["origin"]))
        except (_Absent, KeyError, TypeError, ValueError):
            self.quarantine(self._place(self._actions, key))
            return None

    def record(self, key: str) -> dict[str, Any] | None:
        """The record of a key as JSON, its files unchecked; None when there is none. Counts as a use of it."""
        path = self._place(self._actions, key)
        with self.clean_errors("read"):
            try:
                with open(path, "rb") as stream:
                    raw, used = stream.read(), os.fstat(stream.fileno()).st_mtime
            except FileNotFoundError:
                return None
        body = read_record(raw, key)
        if body is None:
            self.quarantine(path)
        elif abs(time.time() - used) > _TOUCH_AFTER:
            with contextlib.suppress(OSError):
                os.utime(path)
        return body

    def has(self, key: str) -> bool:
        """Whether a result is kept under a key, with files of the right size. Reads none of them."""
        body = self.record(key)
        places = [(self._place(self._objects, sha256), size) for sha256, size in blobs(body and body["artifact"])]
        try:
            return body is not None and all(os.stat(path).st_size == size for path, size in places)
        except FileNotFoundError:
            return False

    def _file(self, sha256: str, size: int) -> Path:
        path = self._place(self._objects, sha256)
        with self.clean_errors("read"):
            if not self._is_whole(path, sha256, size):
                self.quarantine(path)
                raise _Absent(sha256)
        return Path(path)

    def _is_whole(self, path: str, sha256: str, size: int) -> bool:
        """Whether a file has its bytes. They are hashed once in a process, and again when the file was touched."""
        try:
            found = os.stat(path)
            state = (found.st_dev, found.st_ino, found.st_mtime_ns, found.st_size)
            if self._seen.get(sha256) == state:
                return True
            if found.st_size != size or digest(path) != sha256:
                return False
        except FileNotFoundError:
            return False
        self._seen[sha256] = state
        return True

    # Writing ---------------------------------------------------------------------------------------------

    def put(self, key: str, artifact: Any, origin: Origin) -> None:
        """Keep an artifact under a key, unless one is kept there already. Files in `tmp/` are moved, others copied.

        Raises StoreError when the store can't be written to, EngineFailed when a file is not what its blob says,
        TypeError or ValueError when the artifact is not made of plain values.
        """
        content = {"artifact": plain(artifact), "origin": plain(origin), "key": key}
        del content["origin"]["class"]
        with self.clean_errors("written to"):
            for blob in files(artifact):
                self._put_blob(blob)
            body = canonical(content)
            written = self._write([hashlib.sha256(body).hexdigest().encode(), b"\n", body])
            self._publish(written, self._place(self._actions, key))

    def _put_blob(self, blob: Blob) -> None:
        place = self._place(self._objects, blob.sha256)
        if self._is_whole(place, blob.sha256, blob.size):
            return
        self.quarantine(place)
        written = self._bring(blob)
        if written.stat().st_size != blob.size or digest(written) != blob.sha256:
            written.unlink()
            raise EngineFailed(f"A file of the result is not what was hashed: {blob.path or 'bytes in memory'}.")
        self._publish(written, place)

    def _bring(self, blob: Blob) -> Path:
        """The blob's bytes as a finished file in `tmp/`: its own file if that lies there, else a copy."""
        if blob.path is None:
            return self._write([blob.read()])
        if not blob.path.is_file():
            raise EngineFailed(f"A file of the result is gone: {blob.path}.")
        if self.root / "tmp" in blob.path.parents and not blob.path.is_symlink():
            return self._seal(blob.path)
        with blob.path.open("rb") as source:
            return self._write(iter(lambda: source.read(_CHUNK), b""))

    def _write(self, chunks: Iterable[bytes]) -> Path:
        """Write and sync a new file in `tmp/`; nothing is left of it when that fails."""
        path = self._fresh_name()
        try:
            with path.open("xb") as stream:
                for chunk in chunks:
                    stream.write(chunk)
            return self._seal(path)
        except BaseException:
            with contextlib.suppress(OSError):
                path.unlink()
            raise

    @staticmethod
    def _seal(path: Path) -> Path:
        """Bring a file to the disk and make it read-only (not on Windows, where that would forbid removing it)."""
        with path.open("rb+" if os.name == "nt" else "rb") as stream:
            os.fsync(stream.fileno())
        if os.name != "nt":
            path.chmod(0o444)
        return path

    def _publish(self, written: Path, place: str) -> None:
        """Give a finished file its name, unless the name is taken; it is gone from `tmp/` either way."""
        folder = os.path.dirname(place)
        try:
            if not os.path.isdir(folder):
                os.makedirs(folder, exist_ok=True)
                _sync_folder(os.path.dirname(folder))
            _link(written, place)
            _sync_folder(folder)
        finally:
            with contextlib.suppress(OSError):
                written.unlink()

    def quarantine(self, path: str) -> None:
        """Move a file that is not what it should be out of the way."""
        name = f"{os.path.basename(os.path.dirname(path))}{os.path.basename(path)}.{secrets.token_hex(3)}"
        with contextlib.suppress(OSError):  # gone already, or a store that can only be read
            os.replace(path, self.root / "quarantine" / name)

    def check_writable(self) -> None:
        """Raise StoreError now, rather than after the first result was made for nothing."""
        with self.clean_errors("written to"):
            self._write([b""]).unlink()

    # Working in it ---------------------------------------------------------------------------------------

    @contextlib.contextmanager
    def using(self) -> Iterator[None]:
        """While inside, `gc` removes nothing. What killed builds left in `tmp/` is cleared if nobody else is inside."""
        self._clear_leftovers()
        fd = self._enter()
        try:
            yield
        finally:
            if fd is not None:
                os.close(fd)
            self._clear_leftovers()

    def _enter(self) -> int | None:
        until = time.monotonic() + _GC_PATIENCE
        try:
            while (fd := lock.take(self.root / "use.lock", shared=True)) is None:
                if time.monotonic() > until:
                    raise StoreError(f"The store '{self.root}' is being cleaned by another process. Try again later.")
                time.sleep(0.05)
        except OSError:  # a store that can only be read, which nothing can be removed from either
            return None
        return fd

    def _clear_leftovers(self) -> None:
        with contextlib.suppress(OSError), lock.alone(self.root / "use.lock") as alone:
            for name in ("tmp", "locks"):
                clear(self.root / name, 0 if alone else _ABANDONED)

    @contextlib.contextmanager
    def claim(self, key: str) -> Iterator[bool]:
        """Whether this process may make what belongs to a key; False while another one is at it."""
        path = self.root / "locks" / key
        with self.clean_errors("written to"):
            fd = lock.take(path)
        try:
            yield fd is not None
        finally:
            if fd is not None:
                lock.drop(path, fd)

    @contextlib.contextmanager
    def scratch(self) -> Iterator[Path]:
        """A folder for temporary files, of this process and of programs it starts, removed at the end."""
        folder, before = self._fresh_name(), tempfile.tempdir
        names = ("TMPDIR", "TEMP", "TMP")
        environment = {name: os.environ.get(name) for name in names}
        with self.clean_errors("written to"):
            folder.mkdir()
        try:
            tempfile.tempdir = str(folder)
            os.environ.update(dict.fromkeys(names, str(folder)))
            yield folder
        finally:
            tempfile.tempdir = before
            for name, value in environment.items():
                os.environ.pop(name) if value is None else os.environ.__setitem__(name, value)
            shutil.rmtree(folder, ignore_errors=True)

    def _fresh_name(self) -> Path:
        return self.root / "tmp" / f"{os.getpid()}.{secrets.token_hex(6)}"

    @staticmethod
    def _place(kind: str, name: str) -> str:
        return f"{kind}{os.sep}{name[:2]}{os.sep}{name[2:]}"

    @contextlib.contextmanager
    def clean_errors(self, done: str) -> Iterator[None]:
        """Turn any OSError into a StoreError that says what can't be done with the store."""
        try:
            yield
        except OSError as error:
            why = "the disk is full" if error.errno in _FULL else error.strerror or str(error)
            hint = (
                "Free some space, or run `lessonforge cache gc`."
                if error.errno in _FULL
                else "Set LESSONFORGE_CACHE to a folder of yours."
            )
            raise StoreError(f"The store '{self.root}' can't be {done}: {why}. {hint}") from error


def read_record(raw: bytes, key: str) -> dict[str, Any] | None:
    """The body of a record's file: a line with the checksum, then JSON. None when it is not whole or of another key."""
    checksum, _, body = raw.partition(b"\n")
    if hashlib.sha256(body).hexdigest().encode() != checksum:
        return None
    found: dict[str, Any] = json.loads(body)
    return found if found.get("key") == key else None


def digest(path: str | Path) -> str:
    """The SHA-256 of a file's bytes."""
    with open(path, "rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()


def clear(folder: Path, older_than: float) -> None:
    """Remove what has lain in a folder for so many seconds."""
    with contextlib.suppress(OSError), os.scandir(folder) as entries:
        for entry in entries:
            with contextlib.suppress(OSError):
                if time.time() - entry.stat(follow_symlinks=False).st_mtime < older_than:
                    continue
                if entry.is_dir(follow_symlinks=False):
                    shutil.rmtree(entry, ignore_errors=True)
                else:
                    os.unlink(entry)


def _link(written: Path, place: str) -> None:
    try:
        os.link(written, place)
    except FileExistsError:
        pass
    except OSError:  # no hard links here; a true fault of the disk comes up again
        if not os.path.exists(place):
            os.replace(written, place)


def _sync_folder(folder: str) -> None:
    if os.name == "nt":  # Windows opens no folders; NTFS journals names itself
        return
    fd = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(fd)
    finally:
        os.close(fd)

"""Kernel locks on files: they end with the process that holds them, so none is ever stale.

A file system that knows no locks is gone on with unlocked: locks here save work and keep people from treading on
each other, the store is right without them.
"""

from __future__ import annotations

import contextlib
import errno
import json
import os
import random
import socket
import sys
import time
from collections.abc import Iterator
from pathlib import Path

from lessonforge.errors import BuildLocked, SettingsError

LOCK_FILE = ".lessonforge.lock"
_HELD = {errno.EAGAIN, errno.EWOULDBLOCK, errno.EACCES, errno.EDEADLK}

if sys.platform == "win32":
    import msvcrt

    # Windows locks bytes, for one holder each, and nobody else can read them: so the bytes lie far behind the end.
    # A shared holder takes one of them, an exclusive one takes all.
    _FROM, _HOLDERS = 1 << 30, 1024

    def _lock(fd: int, shared: bool) -> None:
        os.lseek(fd, _FROM + (random.randrange(_HOLDERS) if shared else 0), os.SEEK_SET)
        msvcrt.locking(fd, msvcrt.LK_NBLCK, 1 if shared else _HOLDERS)
else:
    import fcntl

    def _lock(fd: int, shared: bool) -> None:
        fcntl.flock(fd, (fcntl.LOCK_SH if shared else fcntl.LOCK_EX) | fcntl.LOCK_NB)


def take(path: Path, shared: bool = False) -> int | None:
    """An open file descriptor that holds the lock until it is closed; None when somebody else holds it.

    Raises OSError when the file can't be opened.
    """
    while True:
        fd = os.open(path, os.O_RDWR | os.O_CREAT | getattr(os, "O_CLOEXEC", 0), 0o644)
        try:
            _lock(fd, shared)
        except OSError as error:
            if error.errno in _HELD:
                os.close(fd)
                return None
        if _is_at(path, fd):
            return fd
        os.close(fd)


@contextlib.contextmanager
def alone(path: Path) -> Iterator[bool]:
    """Whether nobody else holds the lock, kept so while inside. False, too, where locks keep nobody out.

    Raises OSError when the file can't be opened.
    """
    fd = take(path)
    second = take(path) if fd is not None else None
    try:
        yield fd is not None and second is None
    finally:
        for held in filter(None, (fd, second)):
            os.close(held)


def drop(path: Path, fd: int) -> None:
    """Remove the lock's file and let go of it. Where an open file can't be removed, it stays and does no harm."""
    with contextlib.suppress(OSError):
        path.unlink()
    os.close(fd)


def _is_at(path: Path, fd: int) -> bool:
    """Whether the file is still the one with this name: its last holder may have removed it meanwhile."""
    try:
        return os.path.samestat(path.stat(), os.fstat(fd))
    except FileNotFoundError:
        return False


@contextlib.contextmanager
def building(folder: Path) -> Iterator[None]:
    """Hold the output folder for one build; it is made if need be.

    Raises BuildLocked, naming the holder, while another build has it, and SettingsError when it can't be written to.
    """
    path = folder / LOCK_FILE
    try:
        folder.mkdir(parents=True, exist_ok=True)
        fd = take(path)
    except OSError as error:
        raise SettingsError(f"The output folder '{folder}' can't be written to: {error.strerror}.") from error
    if fd is None:
        raise BuildLocked(
            f"Another build is writing to '{folder}': {_holder(path)}. Wait for it, or choose another --out."
        )
    try:
        _sign(fd)
        yield
    finally:
        drop(path, fd)


def _sign(fd: int) -> None:
    since = time.strftime("%Y-%m-%d %H:%M:%S")
    os.ftruncate(fd, 0)
    os.lseek(fd, 0, os.SEEK_SET)
    os.write(fd, json.dumps({"pid": os.getpid(), "host": socket.gethostname(), "since": since}).encode())


def _holder(path: Path) -> str:
    try:
        holder = json.loads(path.read_bytes())
        return f"process {holder['pid']} on {holder['host']} since {holder['since']}"
    except (OSError, ValueError, KeyError, TypeError):  # it has just begun, or has just ended
        return "a process that has not said its name yet"

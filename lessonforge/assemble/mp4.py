"""The one thing in an mp4 file that FFmpeg does not let one say: that a caption track is there but not shown."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

ENABLED = 0x01
"""The bit of a track header (ISO/IEC 14496-12, 8.3.2) that makes players show the track unasked."""


def hide_captions(path: Path) -> None:
    """Clears the bit in every caption track: FFmpeg sets it in the first one, come what may."""
    with path.open("r+b") as file:
        (moov,) = _named(file, b"moov", 0, path.stat().st_size)
        for track in _named(file, b"trak", *moov):
            media = next(_named(file, b"mdia", *track))
            handler, _ = next(_named(file, b"hdlr", *media))
            if _read(file, handler + 8, 4) == b"sbtl":
                header, _ = next(_named(file, b"tkhd", *track))
                flags = _read(file, header + 3, 1)[0]
                file.seek(header + 3)
                file.write(bytes([flags & ~ENABLED]))


def _named(file: BinaryIO, name: bytes, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Where the contents of the boxes of a name begin and end, among those that lie in a row from `start` to `end`."""
    while start < end:
        size, head = int.from_bytes(_read(file, start, 4)), 8
        if size == 1:
            size, head = int.from_bytes(_read(file, start + 8, 8)), 16
        if _read(file, start + 4, 4) == name:
            yield start + head, start + size
        start += size


def _read(file: BinaryIO, at: int, size: int) -> bytes:
    file.seek(at, os.SEEK_SET)
    return file.read(size)

"""Bytes known by what they are: the one way that pictures, sound and video travel between stages.

A `Blob` equals another one when the bytes are equal; where they lie (memory, a teacher's folder, the
store) is no part of its identity, so it never enters a key.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field
from pathlib import Path


@dataclass(frozen=True)
class Blob:
    """Some bytes: `sha256` (64 hex digits) and `size` (bytes) say which, `path` or `data` where they are."""

    sha256: str
    size: int
    path: Path | None = field(default=None, compare=False, repr=False)
    data: bytes | None = field(default=None, compare=False, repr=False)

    @classmethod
    def of(cls, data: bytes) -> Blob:
        """A blob held in memory."""
        return cls(hashlib.sha256(data).hexdigest(), len(data), data=data)

    @classmethod
    def file(cls, path: Path) -> Blob:
        """A blob that lies in a file, hashed now. Raises OSError when it can't be read."""
        with path.open("rb") as stream:
            digest = hashlib.file_digest(stream, "sha256").hexdigest()
        return cls(digest, path.stat().st_size, path=path)

    def read(self) -> bytes:
        """The bytes. Raises OSError when their file is gone, ValueError when the blob is a bare reference."""
        if self.data is not None:
            return self.data
        if self.path is None:
            raise ValueError(f"blob {self.sha256[:12]} is a reference: its bytes are not at hand")
        return self.path.read_bytes()

"""What each subject was last made from: an append-only file of JSON lines, one for each project, for `explain` only.

A line that a crash has torn is passed over, and so is anything else that is no line of ours; the worst that a lost
line does is that an explanation says "first build".
"""

from __future__ import annotations

import contextlib
import hashlib
import json
import os
import secrets
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from lessonforge.build.store import Store
from lessonforge.errors import StoreError

_SLACK = 200


@dataclass(frozen=True)
class Entry:
    """A subject's key when it was last built, and what the key was made of (`keys.ingredients`)."""

    subject: str
    key: str
    ingredients: dict[str, Any]


class Journal:
    """The journal in a file, read when it is opened. Raises StoreError when the file can't be read."""

    def __init__(self, path: Path):
        self.path = path
        self._entries: dict[str, Entry] = {}
        try:
            raw = path.read_bytes()
        except FileNotFoundError:
            raw = b""
        except OSError as error:
            raise StoreError(f"The journal '{path}' can't be read: {error.strerror}.") from error
        lines = raw.splitlines()
        for line in lines:
            if entry := _read(line):
                self._entries[entry.subject] = entry
        self._whole = not raw or raw.endswith(b"\n")
        if len(lines) > 2 * len(self._entries) + _SLACK:
            self._compact()

    def last(self, subject: str) -> Entry | None:
        """The entry of a subject, if it was ever built."""
        return self._entries.get(subject)

    def note(self, entries: list[Entry]) -> None:
        """Write down what was built, but for what says nothing new. In a store that can only be read nothing is."""
        news = [entry for entry in entries if self._entries.get(entry.subject) != entry]
        self._entries.update((entry.subject, entry) for entry in news)
        if news:
            with contextlib.suppress(OSError), self.path.open("ab") as stream:
                stream.write((b"" if self._whole else b"\n") + b"".join(map(_line, news)))
                self._whole = True

    def _compact(self) -> None:
        """Replace the file by one without what is out of date."""
        fresh = self.path.with_name(f"{self.path.name}.{secrets.token_hex(4)}")
        with contextlib.suppress(OSError):
            with fresh.open("wb") as stream:
                stream.writelines(map(_line, self._entries.values()))
                stream.flush()
                os.fsync(stream.fileno())
            os.replace(fresh, self.path)
            self._whole = True


def journal_of(store: Store, project: Path) -> Journal:
    """The journal of a project, which lies in the store. Raises StoreError when it can't be read."""
    name = hashlib.sha256(str(project.resolve()).encode(errors="surrogateescape")).hexdigest()[:16]
    return Journal(store.root / "journal" / f"{name}.jsonl")


def _line(entry: Entry) -> bytes:
    fields = {"subject": entry.subject, "key": entry.key, "ingredients": entry.ingredients}
    return json.dumps(fields).encode() + b"\n"


def _read(line: bytes) -> Entry | None:
    try:
        return Entry(**json.loads(line))
    except (ValueError, TypeError):
        return None

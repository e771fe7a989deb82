"""Any program: it reads a line of JSON for each passage and writes a line of JSON for each translation.

It reads `{"id": 1, "text": "The sea.", "source": "en", "target": "sw"}` and writes `{"id": 1, "text": "Bahari."}`, in
the same order. The id shows that an answer belongs to its text even where a program says more, or less, than it should.
"""

from __future__ import annotations

import contextlib
import hashlib
import json
import shlex
import shutil
import subprocess
import tempfile
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import asdict
from pathlib import Path

from lessonforge.errors import EngineFailed, EngineMissing
from lessonforge.translation.protocol import Passage, Translation


class Command:
    """A program with its arguments, as they would be typed."""

    name = "command"

    def __init__(self, called: str):
        try:
            self._arguments = shlex.split(called)
        except ValueError as error:
            raise EngineMissing(f"The command line `{called}` can't be read: {error}.") from error

    @property
    def credit(self) -> str:
        """The program."""
        return f"{Path(self._program()).name} (licence unknown)"

    def fingerprint(self) -> str:
        """The command line, and the bytes of the program and of the files that it names."""
        files = [self._program(), *(one for one in self._arguments[1:] if Path(one).is_file())]
        contents = b"".join(hashlib.sha256(Path(file).read_bytes()).digest() for file in files)
        return f"command {shlex.join(self._arguments)} {hashlib.sha256(contents).hexdigest()}"

    def translate(self, passages: Sequence[Passage]) -> Iterator[Translation]:
        """All passages in one run of the program. Raises EngineFailed with what it said.

        Each translation is given once the next one is there: until then the program may have more to say of it.
        """
        before: Translation | None = None
        number = 0
        with self._running(passages) as lines:
            for number, line in enumerate(lines, 1):
                now = _read(line, number, self._arguments[0])
                yield from [before] if before else []
                before = now
        if number != len(passages):
            raise EngineFailed(f"'{self._arguments[0]}' wrote {number} lines for {len(passages)} texts.")
        yield from [before] if before else []

    @contextlib.contextmanager
    def _running(self, passages: Sequence[Passage]) -> Iterator[Iterable[bytes]]:
        """The lines that the program writes, as they come; it is ended with whoever reads them."""
        command = [self._program(), *self._arguments[1:]]
        asked = [json.dumps({"id": id, **asdict(one)}, ensure_ascii=False) for id, one in enumerate(passages, 1)]
        with tempfile.TemporaryFile() as questions, tempfile.TemporaryFile() as said:
            questions.write("".join(f"{line}\n" for line in asked).encode())
            questions.seek(0)
            try:
                running = subprocess.Popen(command, stdin=questions, stdout=subprocess.PIPE, stderr=said)
            except OSError as error:
                raise EngineFailed(f"'{command[0]}' can't be run: {error.strerror}.") from error
            with running:
                try:
                    yield running.stdout or ()
                    running.wait()
                finally:
                    running.kill()  # does nothing when it has ended
            if running.returncode:
                said.seek(0)
                last = said.read().decode("utf-8", "replace").strip().splitlines()[-1:] or ["no message"]
                raise EngineFailed(f"'{command[0]}' ended with {running.returncode}: {last[0]}")

    def _program(self) -> str:
        found = shutil.which(self._arguments[0]) if self._arguments else None
        if not found:
            given = self._arguments[0] if self._arguments else ""
            raise EngineMissing(f"There is no program '{given}'. Give one, with its arguments, as the model.")
        return found


def _read(line: bytes, number: int, program: str) -> Translation:
    try:
        match json.loads(line):
            case {"id": int(id), "text": str(text)} if id == number and text.encode():
                return Translation(text.strip())
    except ValueError:  # no JSON, or not UTF-8
        pass
    shown = line[:80].decode("utf-8", "replace").strip()
    raise EngineFailed(f"line {number} of what '{program}' wrote is no translation with the id {number}: {shown}")

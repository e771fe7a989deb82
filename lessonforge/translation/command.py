"""Any program: it reads a line of JSON for each passage and writes a line of JSON for each translation.

It reads `{"text": "The sea.", "source": "en", "target": "sw"}` and writes `{"text": "Bahari."}`.
"""

from __future__ import annotations

import hashlib
import json
import shlex
import shutil
import subprocess
from collections.abc import Iterator, Sequence
from dataclasses import asdict
from pathlib import Path

from lessonforge.errors import EngineFailed, EngineMissing
from lessonforge.translation.protocol import Passage, Translation


class Command:
    """A program with its arguments, as they would be typed."""

    name = "command"

    def __init__(self, called: str):
        self._arguments = shlex.split(called)

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
        """All passages in one run of the program. Raises EngineFailed with what it said."""
        lines = "".join(json.dumps(asdict(one), ensure_ascii=False) + "\n" for one in passages)
        command = [self._program(), *self._arguments[1:]]
        done = subprocess.run(command, input=lines, capture_output=True, text=True, encoding="utf-8", check=False)
        if done.returncode:
            said = done.stderr.strip().splitlines()
            raise EngineFailed(f"'{command[0]}' ended with {done.returncode}: {said[-1] if said else 'no message'}")
        for number, line in enumerate(done.stdout.splitlines(), 1):
            try:
                yield Translation(str(json.loads(line)["text"]).strip())
            except (ValueError, KeyError, TypeError) as error:
                message = f"line {number} of what '{command[0]}' wrote is no translation: {line[:80]}"
                raise EngineFailed(message) from error

    def _program(self) -> str:
        found = shutil.which(self._arguments[0]) if self._arguments else None
        if not found:
            given = self._arguments[0] if self._arguments else ""
            raise EngineMissing(f"There is no program '{given}'. Give one, with its arguments, as the model.")
        return found

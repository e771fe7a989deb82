"""Everything that can go wrong, in one tree.

    Problem                 a value, not an exception: one mistake in an author's file
    LessonForgeError
      ScriptError           author files are wrong (carries the problems)           exit 3
      SettingsError         a wrong argument, option or path                        exit 2
      EngineError
        EngineMissing       the machine lacks what an engine needs; says what       exit 4
        EngineFailed        an engine refused or crashed; names the request         exit 1
      Unreadable            a text can't be read out as it is written; becomes a Problem at its place
      MediaError            encoding, joining or reading media failed               exit 1
      StoreError            the store can't be read or written                      exit 4
      BuildLocked           another build holds the lock; names the holder          exit 5
      WorkerLost            a worker process died or hung                           exit 1
      Interrupted           stopped by Ctrl-C or a signal                           exit 130

Library errors are translated once, at the edge of the engine that calls the library. Every class
survives pickling, because it may cross a process border.
"""

from __future__ import annotations

import difflib
from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, order=True)
class Problem:
    """One mistake in an author's file: where, what is wrong with the value shown, what would be right.

    `line` and `column` count from 1; 0 means the whole file.
    """

    path: str
    line: int
    column: int
    message: str
    hint: str = ""

    @property
    def place(self) -> tuple[str, int, int]:
        """Where it is: path, line, column."""
        return self.path, self.line, self.column

    def __str__(self) -> str:
        place = f"{self.path}:{self.line}:{self.column}" if self.line else self.path
        return f"{place}: {self.message}" + (f" {self.hint}" if self.hint else "")


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """A hint naming the nearest known word, or all of them when there are few, or nothing."""
    names = sorted(set(known))
    near = difflib.get_close_matches(word, names, 1, 0.6)
    if near:
        return f"Did you mean '{near[0]}'?"
    return f"Known: {', '.join(names)}." if 0 < len(names) <= 12 else ""


class LessonForgeError(Exception):
    """The root of the tree. Its text is written for the person who runs the command."""

    exit_code = 1


class ScriptError(LessonForgeError):
    """Author files are wrong; nothing was built."""

    exit_code = 3

    def __init__(self, problems: Iterable[Problem]):
        self.problems = tuple(sorted(set(problems)))
        super().__init__(self.problems)

    def __str__(self) -> str:
        return "\n".join(map(str, self.problems))


class SettingsError(LessonForgeError):
    """A wrong argument, option or path on the command line."""

    exit_code = 2


class EngineError(LessonForgeError):
    """Something about an engine."""


class EngineMissing(EngineError):
    """The machine lacks what an engine needs: a package, a library, a model. The text says how to get it."""

    exit_code = 4


class EngineFailed(EngineError):
    """An engine refused or crashed on a request."""


class Unreadable(LessonForgeError):
    """A text can't be read out as it is written. Where its place is known it becomes a Problem."""

    def __init__(self, message: str, hint: str = ""):
        super().__init__(message, hint)
        self.message, self.hint = message, hint

    def __str__(self) -> str:
        return f"{self.message} {self.hint}".rstrip()


class MediaError(LessonForgeError):
    """Encoding, joining or reading a media file failed."""


class StoreError(LessonForgeError):
    """The store can't be read or written."""

    exit_code = 4


class BuildLocked(LessonForgeError):
    """Another build holds the lock of this output folder."""

    exit_code = 5


class WorkerLost(LessonForgeError):
    """A worker process died, hung or was killed; the request it worked on was not made."""


class Interrupted(LessonForgeError):
    """The run was stopped from outside; what was finished is kept."""

    exit_code = 130

"""What became of a build: values that a command prints, and that `--json FILE` writes."""

from __future__ import annotations

import dataclasses
import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Literal

from lessonforge.build.fulfil import Fulfilment
from lessonforge.errors import SettingsError

FORM = 1
"""The form of the JSON; it is raised when a reader of the old one would stumble."""
State = Literal["built", "kept", "failed"]


@dataclass(frozen=True)
class Outcome:
    """What became of a lesson in a locale, profile and (if it has some) level: `built` now, `kept` from before, or
    `failed` for `reasons`. `notes` are what its author should know.
    """

    lesson: str
    locale: str
    profile: str
    state: State
    seconds: float = 0.0
    files: tuple[str, ...] = ()
    reasons: tuple[str, ...] = ()
    level: str = ""
    notes: tuple[str, ...] = ()


@dataclass(frozen=True)
class Count:
    """How many requests of a stage were made, kept from before, and failed, and the seconds spent in their engines."""

    made: int = 0
    kept: int = 0
    failed: int = 0
    seconds: float = 0.0

    def __add__(self, other: Count) -> Count:
        return Count(
            self.made + other.made,
            self.kept + other.kept,
            self.failed + other.failed,
            round(self.seconds + other.seconds, 3),
        )


def count(done: Fulfilment) -> Count:
    """The numbers of a `fulfil`."""
    seconds = sum(done.origins[request].seconds for request in done.made)
    return Count(len(done.made), len(done.artifacts) - len(done.made), len(done.failures), round(seconds, 3))


@dataclass(frozen=True)
class Report:
    """A whole build: its outcomes, what each stage had to do, and the seconds it took."""

    outcomes: tuple[Outcome, ...]
    stages: Mapping[str, Count] = field(default_factory=dict)
    seconds: float = 0.0

    @property
    def failed(self) -> tuple[Outcome, ...]:
        """The outcomes that are failures."""
        return tuple(outcome for outcome in self.outcomes if outcome.state == "failed")

    @property
    def exit_code(self) -> int:
        """0 when all was built, 1 when something failed."""
        return 1 if self.failed else 0

    def to_json(self) -> dict[str, Any]:
        """The report as plain values, with `form` and `ok`."""
        return {"form": FORM, "ok": not self.failed, **dataclasses.asdict(self)}

    def write(self, path: Path) -> None:
        """Write the JSON. Raises SettingsError when the file can't be written."""
        try:
            path.write_text(json.dumps(self.to_json(), indent=2, ensure_ascii=False) + "\n", encoding="utf-8")
        except OSError as error:
            raise SettingsError(f"The report can't be written to '{path}': {error.strerror}.") from error

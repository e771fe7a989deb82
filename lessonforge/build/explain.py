"""Comes in: what is wanted, by subject. Goes out: which of it would be made, and why."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Literal

from lessonforge.build.journal import Entry, Journal
from lessonforge.build.keys import ingredients, key
from lessonforge.build.store import Store
from lessonforge.build.work import Maker

Why = Literal["first build", "field changed", "engine changed", "result missing"]

_ENGINE = ("form", "engine", "fingerprint")


@dataclass(frozen=True)
class Reason:
    """One reason to make something: for the two kinds of change, what changed (`voice.rate`) from what to what."""

    kind: Why
    field: str = ""
    old: Any = None
    new: Any = None

    def __str__(self) -> str:
        return f"{self.field} changed from {self.old!r} to {self.new!r}" if self.field else self.kind


@dataclass(frozen=True)
class Step:
    """A subject: its key, what that is made of, and whether the store has it (`fresh`); if not, why it will be made."""

    subject: str
    key: str
    ingredients: dict[str, Any]
    fresh: bool
    reasons: tuple[Reason, ...]

    @property
    def entry(self) -> Entry:
        """What the journal is to say once it is built."""
        return Entry(self.subject, self.key, self.ingredients)


def plan(subjects: Mapping[str, tuple[Any, Maker]], store: Store, journal: Journal) -> list[Step]:
    """A step for each subject ("water-cycle/es/evaporation/picture"), in order. Nothing is made.

    Raises StoreError, and what loading an engine raises, such as EngineMissing.
    """
    prints = {maker: maker.engine().fingerprint() for maker in dict.fromkeys(maker for _, maker in subjects.values())}
    return [
        _step(subject, request, maker.name, prints[maker], store, journal)
        for subject, (request, maker) in subjects.items()
    ]


def _step(subject: str, request: Any, engine: str, fingerprint: str, store: Store, journal: Journal) -> Step:
    name, parts = key(request, engine, fingerprint), ingredients(request, engine, fingerprint)
    fresh = store.has(name)
    return Step(subject, name, parts, fresh, () if fresh else _reasons(journal.last(subject), name, parts))


def _reasons(last: Entry | None, name: str, parts: dict[str, Any]) -> tuple[Reason, ...]:
    if last is None:
        return (Reason("first build"),)
    if last.key == name:
        return (Reason("result missing"),)
    old = last.ingredients
    changed = [
        field for field in {**old, **parts} if (field in old, old.get(field)) != (field in parts, parts.get(field))
    ]
    return tuple(
        Reason("engine changed" if field in _ENGINE else "field changed", field, old.get(field), parts.get(field))
        for field in changed
    )

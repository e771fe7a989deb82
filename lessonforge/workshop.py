"""One run of the build: requests of a stage by subject go in, their artifacts come out, and a record is kept of both.

A workshop without an executor only looks: it says what would be made and gives what the store has already.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from lessonforge.build.executors import Executor
from lessonforge.build.explain import Step, plan
from lessonforge.build.fulfil import Event, fulfil
from lessonforge.build.journal import Journal
from lessonforge.build.report import Count, count
from lessonforge.build.store import Store
from lessonforge.build.work import Failure, Maker

Show = Callable[[str, int, int], None]
"""Is told of progress: the stage, how many of its requests are done, and how many there are."""


@dataclass
class Workshop:
    """Where requests become artifacts. `steps`, `counts` and `makers` tell of them, `failed` of what could
    not be made, by key.
    """

    store: Store
    journal: Journal
    executor: Executor | None
    show: Show = lambda stage, done, total: None
    steps: list[Step] = field(default_factory=list)
    counts: dict[str, Count] = field(default_factory=dict)
    failed: dict[str, Failure] = field(default_factory=dict)
    makers: dict[Any, Maker] = field(default_factory=dict)

    def make(self, stage: str, subjects: Mapping[str, tuple[Any, Maker]]) -> dict[Any, Any]:
        """The artifacts of the requests that could be made, by request; the others are in `failed`.

        `subjects` are requests by name, each with its maker.
        """
        self.makers |= {request: maker for request, maker in subjects.values()}
        steps = plan(subjects, self.store, self.journal)
        self.steps += steps
        if self.executor is None:
            return {
                subjects[step.subject][0]: self.store.load(step.key, subjects[step.subject][1].classes()).artifact  # type: ignore[union-attr]
                for step in steps
                if step.fresh
            }
        artifacts = self._fulfil(stage, dict(subjects.values()))
        self.journal.note([step.entry for step in steps if subjects[step.subject][0] in artifacts])
        return artifacts

    def _fulfil(self, stage: str, requests: Mapping[Any, Maker]) -> dict[Any, Any]:
        """Engine by engine, so that a model is loaded once."""
        done = 0

        def on_event(event: Event) -> None:
            nonlocal done
            if event.what != "started":
                done += 1
                self.show(stage, done, len(requests))

        artifacts: dict[Any, Any] = {}
        total = Count()
        for maker in dict.fromkeys(requests.values()):
            mine = [request for request, its in requests.items() if its == maker]
            done_now = fulfil(mine, maker, self.store, self.executor, on_event)  # type: ignore[arg-type]
            artifacts |= done_now.artifacts
            self.failed |= {done_now.keys[one]: failure for one, failure in done_now.failures.items()}
            total = total + count(done_now)
        self.counts[stage] = total
        return artifacts

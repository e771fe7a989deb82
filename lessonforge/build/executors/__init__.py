"""Where work is done. Comes in: a generator function and its argument. Goes out: its items, and how it ended.

An executor neither retries nor orders: that is `fulfil`'s, so that a build goes the same way on all of them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from concurrent.futures import Future
from typing import Any, Protocol

from lessonforge.errors import SettingsError, did_you_mean

NAMES = ("local", "serial")


class Executor(Protocol):
    """Runs work in `slots` places at once."""

    slots: int

    def submit(
        self, work: Callable[[Any], Iterator[Any]], arg: Any, timeout: float, on_item: Callable[[Any], None]
    ) -> Future[None]:
        """Run `work(arg)`, handing each item to `on_item` (from any thread) before the future is done.

        `work` must be importable, `arg` and the items picklable. The future fails with what `work` raised, or with
        WorkerLost when its process died or gave no item for `timeout` seconds.
        """
        ...

    def close(self) -> None:
        """Stop at once, with every process that the work has started. Futures not done fail with WorkerLost."""
        ...


def start(name: str, slots: int) -> Executor:
    """An executor by name. It costs nothing until work is submitted. Raises SettingsError for an unknown name."""
    if name == "serial":
        from lessonforge.build.executors.serial import Serial

        return Serial()
    if name == "local":
        from lessonforge.build.executors.local import Local

        return Local(slots)
    raise SettingsError(f"There is no executor '{name}'. {did_you_mean(name, NAMES)}")

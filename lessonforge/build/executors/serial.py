"""All work in this process, one piece after the other: for debugging. A crash ends the build, a hang is for ever."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from concurrent.futures import Future
from typing import Any


class Serial:
    """Works while it is being asked to; the futures it gives are done."""

    slots = 1

    def submit(
        self, work: Callable[[Any], Iterator[Any]], arg: Any, timeout: float, on_item: Callable[[Any], None]
    ) -> Future[None]:
        """Run `work(arg)` now. Nothing limits its time."""
        future: Future[None] = Future()
        try:
            for item in work(arg):
                on_item(item)
            future.set_result(None)
        except Exception as error:  # noqa: BLE001 - the edge where another executor has a process
            future.set_exception(error)
        return future

    def close(self) -> None:
        """There is nothing to stop."""

"""How the verbs talk to a terminal: progress bars on one, plain lines elsewhere."""

from __future__ import annotations

import contextlib
import time
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from rich.console import Console

SECONDS_BETWEEN_LINES = 10.0


def console() -> Console:
    """Standard output; wide enough for a table when it is not a terminal."""
    from rich.console import Console

    shown = Console(highlight=False)
    return shown if shown.is_terminal else Console(highlight=False, width=160)


@contextlib.contextmanager
def progress() -> Iterator[Callable[[str, int, int], None]]:
    """Give `show(stage, done, total)`, to be called as often as anything is finished."""
    shown = console()
    with _bars(shown) if shown.is_terminal else _lines(shown) as show:
        yield show


@contextlib.contextmanager
def _bars(shown: Console) -> Iterator[Callable[[str, int, int], None]]:
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

    columns = (TextColumn("{task.description:<12}"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn())
    with Progress(*columns, console=shown) as bars:
        tasks: dict[str, int] = {}

        def show(stage: str, done: int, total: int) -> None:
            if stage not in tasks:
                tasks[stage] = bars.add_task(stage, total=total)  # type: ignore[assignment]
            bars.update(tasks[stage], completed=done, total=total)  # type: ignore[arg-type]

        yield show


@contextlib.contextmanager
def _lines(shown: Console) -> Iterator[Callable[[str, int, int], None]]:
    last: dict[str, float] = {}

    def show(stage: str, done: int, total: int) -> None:
        now = time.monotonic()
        if done == total or now - last.get(stage, now - SECONDS_BETWEEN_LINES) >= SECONDS_BETWEEN_LINES:
            last[stage] = now
            shown.print(f"{stage}: {done} of {total}")

    yield show

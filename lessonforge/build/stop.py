"""Ctrl-C and SIGTERM as one exception."""

from __future__ import annotations

import contextlib
import signal
import threading
from collections.abc import Iterator
from types import FrameType
from typing import NoReturn

from lessonforge.errors import Interrupted


class _Terminated(KeyboardInterrupt):
    """SIGTERM, told apart from Ctrl-C by its exit code only. No engine's `except Exception` can swallow it."""


def _terminate(signum: int, frame: FrameType | None) -> NoReturn:
    raise _Terminated


@contextlib.contextmanager
def interruptible() -> Iterator[None]:
    """Turn Ctrl-C and SIGTERM into Interrupted, with the exit codes 130 and 143. May be nested.

    Signals reach the main thread only; in any other one this does nothing.
    """
    mine = threading.current_thread() is threading.main_thread()
    before = signal.signal(signal.SIGTERM, _terminate) if mine else None
    try:
        yield
    except KeyboardInterrupt as stop:
        interrupted = Interrupted("Stopped. What was finished is kept; the next run goes on from there.")
        interrupted.exit_code = 143 if isinstance(stop, _Terminated) else 130
        raise interrupted from None
    finally:
        if mine:
            signal.signal(signal.SIGTERM, before or signal.SIG_DFL)

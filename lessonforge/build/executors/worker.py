"""The inside of a worker process. Comes in: pickled work on standard input. Goes out: its items on standard output."""

from __future__ import annotations

import os
import pickle
import queue
import signal
import subprocess
import threading
from typing import Any, BinaryIO, NoReturn


def main() -> NoReturn:
    """Do what comes in, piece by piece, until the input ends."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is for the process that gave the work
    orders, answers = _take_over_pipes()
    inbox: queue.SimpleQueue[bytes] = queue.SimpleQueue()
    threading.Thread(target=_listen, args=(orders, inbox), daemon=True).start()
    while True:
        order = inbox.get()
        try:
            work, arg = pickle.loads(order)
            for item in work(arg):
                _answer(answers, "item", item)
            _answer(answers, "done", None)
        except Exception as error:  # noqa: BLE001 - the edge of the process
            _answer(answers, "raised", _portable(error))


def _take_over_pipes() -> tuple[BinaryIO, BinaryIO]:
    """Standard input and output for ourselves.

    Programs started from here find an empty input, and what anyone prints goes where errors go.
    """
    orders, answers = os.fdopen(os.dup(0), "rb"), os.fdopen(os.dup(1), "wb")
    with open(os.devnull, "rb") as nothing:
        os.dup2(nothing.fileno(), 0)
    os.dup2(2, 1)
    return orders, answers


def _listen(orders: BinaryIO, inbox: queue.SimpleQueue[bytes]) -> None:
    """Hand on the orders. When they end, nobody waits for answers any more: die, with all children.

    A thread of its own, so that this is seen in the midst of work.
    """
    try:
        while True:
            inbox.put(pickle.load(orders))
    except (EOFError, OSError, pickle.UnpicklingError):
        _end_group()


def _end_group() -> None:
    if os.name == "nt":
        subprocess.run(["taskkill", "/F", "/T", "/PID", str(os.getpid())], capture_output=True, check=False)
    else:
        os.killpg(0, signal.SIGKILL)
    os._exit(1)


def _answer(answers: BinaryIO, kind: str, value: Any) -> None:
    answers.write(pickle.dumps((kind, value)))
    answers.flush()


def _portable(error: Exception) -> Exception:
    """The error, or its words when it would not survive the way."""
    try:
        pickle.loads(pickle.dumps(error))
        return error
    except Exception:  # noqa: BLE001 - any class may fail in any way
        return RuntimeError(f"{type(error).__name__}: {error}")

"""An engine whose requests say what is to go wrong, and a driver process that can be killed."""

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from lessonforge.blob import Blob
from lessonforge.build.executors import start
from lessonforge.build.fulfil import fulfil
from lessonforge.build.store import Store
from lessonforge.build.work import Maker
from lessonforge.errors import EngineFailed, EngineMissing, Interrupted, StoreError
from lessonforge.testing import CountingEngine, Order, Parcel


@dataclass(frozen=True)
class Trouble(Order):
    """An order with which `act` happens, or happens only the first time when there is a file `once` to note it in."""

    act: str = ""
    once: str = field(default="", compare=False)


class FaultyEngine(CountingEngine):
    name = "faulty"

    def make(self, orders: Sequence[Order]) -> Iterator[Parcel]:
        for order in orders:
            note(order.log, f"{order.name} {os.getpid()}")
            made = None
            if isinstance(order, Trouble) and order.act and not (order.once and Path(order.once).exists()):
                if order.once:
                    Path(order.once).touch()
                made = getattr(self, order.act)(order)
            if made == "nothing":
                return
            time.sleep(order.seconds)
            yield made or self.parcel(order)

    def die(self, order):
        os._exit(9)

    def segfault(self, order):
        import ctypes

        ctypes.string_at(0)

    def hang(self, order):
        child = subprocess.Popen(["sleep", "3600"])
        note(order.log, f"child {child.pid}")
        time.sleep(3600)

    def child(self, order):
        note(order.log, f"child {subprocess.Popen(['sleep', '3600']).pid}")

    def refuse(self, order):
        raise EngineFailed(f"cannot make {order.name}")

    def crash(self, order):
        raise ZeroDivisionError("a bug")

    def lack(self, order):
        raise EngineMissing("pip install it")

    def stop_short(self, order):
        return "nothing"

    def lie(self, order):
        return Parcel(Blob("0" * 64, 4, data=b"lies"), ())

    def mistake(self, order):
        return order

    def interrupt(self, order):
        os.kill(os.getpid(), signal.SIGTERM)

    def store_temp(self, order):
        note(order.log, f"temp {os.environ['TMPDIR']}")


def load(name: str) -> FaultyEngine:
    if name == "absent":
        raise EngineMissing("The engine 'absent' needs a camel.")
    return FaultyEngine()


def faulty(timeout_s: float = 20.0, name: str = "faulty") -> Maker:
    return Maker("faults:load", name, "make", ("lessonforge.testing:Parcel",), timeout_s)


def note(path: str, line: str) -> None:
    if path:
        with open(path, "a") as log:
            log.write(line + "\n")


def noted(path: Path, word: str = "") -> list[str]:
    """The second words of the lines, or of those that begin with `word`."""
    lines = path.read_text().splitlines() if path.exists() else []
    return [line.split()[1] for line in lines if line.split()[0] == word or not word]


def alive(pid: str) -> bool:
    """Whether a process runs: a dead one that nobody has waited for does not."""
    stat = Path(f"/proc/{pid}/stat")
    try:
        return stat.read_text().rpartition(")")[2].split()[0] not in "ZX"
    except (FileNotFoundError, ProcessLookupError):
        return False


def all_gone(pids: list[str]) -> bool:
    return comes_true(lambda: not any(map(alive, pids)))


def comes_true(condition: Callable[[], bool], seconds: float = 20.0) -> bool:
    until = time.monotonic() + seconds
    while time.monotonic() < until:
        if condition():
            return True
        time.sleep(0.01)
    return False


def drive(store: Path, log: Path, count: int, seconds: float, act: str = "", **options) -> subprocess.Popen[str]:
    """A build in a process of its own; it prints its outcome as JSON."""
    paths = [str(Path(__file__).parent), str(Path(__file__).parents[2])]
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(paths)}
    call = "import faults, sys; faults.main(*sys.argv[1:])"
    arguments = [sys.executable, "-c", call, str(store), str(log), str(count), str(seconds), act]
    return subprocess.Popen(arguments, env=environment, stdout=subprocess.PIPE, text=True, **options)


def main(store: str, log: str, count: str, seconds: str, act: str) -> None:
    orders = [Trouble(f"order-{n}", seconds=float(seconds), log=log, act=act) for n in range(int(count))]
    executor = start("local", 2)
    try:
        outcome = fulfil(orders, faulty(), Store(Path(store)), executor)
    except (Interrupted, StoreError) as error:
        print(json.dumps({"error": str(error), "code": error.exit_code}))
    else:
        bytes_of = {order.name: parcel.content.sha256 for order, parcel in outcome.artifacts.items()}
        failures = [failure.message for failure in outcome.failures.values()]
        print(json.dumps({"made": len(outcome.made), "failures": failures, "artifacts": bytes_of}))
    finally:
        executor.close()

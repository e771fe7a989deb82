"""One process for each slot, each watched by a thread. A death or a hang costs the work in hand, not the pool.

Every worker leads a process group of its own, so that the programs it starts (encoders, speech engines) die with
it. It listens to its standard input, and ends itself and its group when that closes: so nothing outlives this
process either, however it dies. What a worker prints goes to a nameless file, whose end is quoted when it is lost.
"""

from __future__ import annotations

import contextlib
import os
import pickle
import queue
import signal
import subprocess
import sys
import tempfile
import threading
from collections.abc import Callable, Iterator
from concurrent.futures import Future
from dataclasses import dataclass, field
from typing import Any

from lessonforge.errors import WorkerLost

_START = "import sys; sys.path[:] = {path!r}; from lessonforge.build.executors.worker import main; main()"


@dataclass(frozen=True)
class _Job:
    work: Callable[[Any], Iterator[Any]]
    arg: Any
    timeout: float
    on_item: Callable[[Any], None]
    future: Future[None] = field(default_factory=Future)


class Local:
    """`slots` worker processes, each started when there is work for it and kept until `close`."""

    def __init__(self, slots: int):
        self.slots = slots
        self._jobs: queue.SimpleQueue[_Job | None] = queue.SimpleQueue()
        self._workers: set[_Worker] = set()
        self._threads: list[threading.Thread] = []
        self._lock = threading.Lock()
        self._closed = False

    def submit(
        self, work: Callable[[Any], Iterator[Any]], arg: Any, timeout: float, on_item: Callable[[Any], None]
    ) -> Future[None]:
        """Queue the work for the next free slot."""
        job = _Job(work, arg, timeout, on_item)
        if self._closed:
            raise WorkerLost("The build was stopped before this was begun.")
        self._jobs.put(job)
        if len(self._threads) < self.slots:
            self._threads.append(threading.Thread(target=self._serve, daemon=True))
            self._threads[-1].start()
        return job.future

    def close(self) -> None:
        """Kill all workers with their groups, and wait for them to be gone."""
        with self._lock:
            self._closed = True
            for worker in self._workers:
                worker.kill()
        for _ in self._threads:
            self._jobs.put(None)
        for thread in self._threads:
            thread.join()

    def _serve(self) -> None:
        """The life of a slot."""
        worker: _Worker | None = None
        while (job := self._jobs.get()) is not None:
            try:
                worker = self._ready(worker)
                worker.run(job)
            except Exception as error:  # noqa: BLE001 - whatever ended the work is for its future to tell
                if isinstance(error, WorkerLost):
                    self._discard(worker)
                    worker = None
                job.future.set_exception(error)
            else:
                job.future.set_result(None)
        self._discard(worker)

    def _ready(self, worker: _Worker | None) -> _Worker:
        """The slot's worker, or a new one when it has none or has lost it while idle."""
        if worker is not None and worker.answers:
            return worker
        self._discard(worker)
        with self._lock:
            if self._closed:
                raise WorkerLost("The build was stopped before this was begun.")
            try:
                fresh = _Worker()
            except OSError as error:
                raise WorkerLost(f"Its process can't be started: {error.strerror}.") from error
            self._workers.add(fresh)
            return fresh

    def _discard(self, worker: _Worker | None) -> None:
        if worker is not None:
            worker.end()
            with self._lock:
                self._workers.discard(worker)


class _Worker:
    """A process that runs what it is sent; used by one thread, but for `kill`."""

    def __init__(self) -> None:
        self._log = tempfile.TemporaryFile()  # noqa: SIM115 - closed by `end`
        self.process = subprocess.Popen(
            [sys.executable, "-X", "faulthandler", "-c", _START.format(path=sys.path)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=self._log,
            start_new_session=True,
            creationflags=getattr(subprocess, "CREATE_NEW_PROCESS_GROUP", 0),
        )
        self._inbox: queue.SimpleQueue[tuple[str, Any]] = queue.SimpleQueue()
        self._reader = threading.Thread(target=self._read, daemon=True)
        self._reader.start()

    def run(self, job: _Job) -> None:
        """Have a job done. Raises what it raised, or WorkerLost."""
        message = pickle.dumps(pickle.dumps((job.work, job.arg)))
        with contextlib.suppress(OSError):  # a broken pipe shows as the end of the answers
            self._stdin.write(message)
            self._stdin.flush()
        while True:
            try:
                kind, value = self._inbox.get(timeout=job.timeout)
            except queue.Empty:
                raise WorkerLost(f"It gave no result for {job.timeout:g} s and was stopped.") from None
            if kind == "item":
                job.on_item(value)
            elif kind == "done":
                return
            elif kind == "raised":
                raise value
            else:
                raise WorkerLost(self._last_words())

    @property
    def answers(self) -> bool:
        """Whether it was alive when last heard of."""
        return self._reader.is_alive()

    def kill(self) -> None:
        """Kill the process and its group; a dead leader may have left children."""
        if self.process.returncode is not None:  # reaped: its number may belong to another one now
            return
        if os.name == "nt":
            subprocess.run(["taskkill", "/F", "/T", "/PID", str(self.process.pid)], capture_output=True, check=False)
            return
        with contextlib.suppress(ProcessLookupError, PermissionError):
            os.killpg(self.process.pid, signal.SIGKILL)

    def end(self) -> None:
        """Kill it, and give back what it held."""
        self.kill()
        self.process.wait()
        self._reader.join()
        with contextlib.suppress(OSError):
            self._stdin.close()
        self._log.close()

    @property
    def _stdin(self) -> Any:
        return self.process.stdin

    def _read(self) -> None:
        """Put what the process says into the inbox, until it ends."""
        assert self.process.stdout is not None
        try:
            with contextlib.suppress(EOFError, OSError, pickle.UnpicklingError), self.process.stdout as answers:
                while True:
                    self._inbox.put(pickle.load(answers))
        finally:
            self._inbox.put(("ended", None))

    def _last_words(self) -> str:
        self.kill()
        code = self.process.wait()
        self._log.seek(0, os.SEEK_END)
        self._log.seek(max(0, self._log.tell() - 2000))
        words = self._log.read().decode(errors="replace").strip()
        cause = signal.Signals(-code).name if code < 0 else f"exit code {code}"
        hint = " Most often this means that memory ran out." if cause == "SIGKILL" else ""
        return f"Its process died ({cause}).{hint}" + (f" It said last:\n{words}" if words else "")

"""Comes in: requests and how to find their engine. Goes out: an artifact for each, or why there is none.

Equal requests are made once. What the store has is taken from there; what it lacks is sent to an executor in small
pieces. A worker that dies or hangs costs nothing that was finished: what it left undone is sent again, one request
at a time, so that only the one to blame fails.
"""

from __future__ import annotations

import collections
import functools
import itertools
import math
import queue
from collections.abc import Callable, Iterable
from concurrent.futures import Future
from dataclasses import dataclass, field
from typing import Any, Literal

from lessonforge.build.executors import Executor
from lessonforge.build.keys import key as key_of
from lessonforge.build.stop import interruptible
from lessonforge.build.store import Origin, Store
from lessonforge.build.work import Failure, Maker, News, Task, work
from lessonforge.errors import EngineMissing, WorkerLost

LARGEST_PIECE = 32
"""Requests sent to a worker at once: enough for an engine's batches."""
TRIES = 2
_LOOK_AGAIN = 0.2


@dataclass(frozen=True)
class Event:
    """What happened to a request: it was `kept` from before, `started`, `made`, or it `failed`.

    `seconds` is how long the making took, for what was kept as well.
    """

    what: Literal["kept", "started", "made", "failed"]
    request: Any
    seconds: float = 0.0
    failure: Failure | None = None


@dataclass
class Fulfilment:
    """What became of the requests: every one of them is in `artifacts` or in `failures`.

    `made` are those made by this call; `origins` says by what and how long each artifact was made, now or before.
    """

    artifacts: dict[Any, Any] = field(default_factory=dict)
    failures: dict[Any, Failure] = field(default_factory=dict)
    made: set[Any] = field(default_factory=set)
    keys: dict[Any, str] = field(default_factory=dict)
    origins: dict[Any, Origin] = field(default_factory=dict)


def fulfil(
    requests: Iterable[Any],
    maker: Maker,
    store: Store,
    executor: Executor,
    on_event: Callable[[Event], None] | None = None,
) -> Fulfilment:
    """Make what is missing, once, and give everything.

    A request that can't be made is a failure, and the others go on; an engine that this machine lacks fails them all.
    Raises StoreError, and Interrupted (the executor is closed then).
    """
    wanted, emit = dict.fromkeys(requests), on_event or (lambda event: None)
    if not wanted:
        return Fulfilment()
    with store.using(), interruptible():
        try:
            return _Run(maker, store, executor, emit).fulfil(wanted)
        except EngineMissing as error:
            failure = Failure(str(error), "missing")
            for request in wanted:
                emit(Event("failed", request, failure=failure))
            return Fulfilment(failures=dict.fromkeys(wanted, failure))
        except KeyboardInterrupt:
            executor.close()
            raise


class _Run:
    """The state of one `fulfil`. A key that is not decided is in `todo`, `elsewhere` or one set of `flying`."""

    def __init__(self, maker: Maker, store: Store, executor: Executor, emit: Callable[[Event], None]):
        self.maker, self.store, self.executor, self.emit = maker, store, executor, emit
        self.classes, self.fingerprint = maker.classes(), maker.engine().fingerprint()
        self.outcome = Fulfilment()
        self.requests: dict[str, Any] = {}
        self.todo: collections.deque[str] = collections.deque()
        self.elsewhere: list[str] = []
        self.flying: dict[int, set[str]] = {}
        self.lost: collections.Counter[str] = collections.Counter()
        self.inbox: queue.SimpleQueue[tuple[int, News | Future[None]]] = queue.SimpleQueue()
        self.pieces = itertools.count()

    def fulfil(self, wanted: Iterable[Any]) -> Fulfilment:
        for request in wanted:
            key = self.outcome.keys[request] = key_of(request, self.maker.name, self.fingerprint)
            self.requests[key] = request
            if not self._take(key, "kept"):
                self.todo.append(key)
        if self.todo:
            self.store.check_writable()
        while self.todo or self.flying or self.elsewhere:
            self._submit()
            self._receive()
        return self.outcome

    def _take(self, key: str, what: Literal["kept", "made"]) -> bool:
        """Take the artifact of a key from the store, if it has it."""
        kept = self.store.load(key, self.classes)
        if kept is None:
            return False
        request = self.requests[key]
        self.outcome.artifacts[request], self.outcome.origins[request] = kept.artifact, kept.origin
        if what == "made":
            self.outcome.made.add(request)
        self.emit(Event(what, request, kept.origin.seconds))
        return True

    def _submit(self) -> None:
        """Keep every slot busy with one piece and ready with another."""
        while self.todo and len(self.flying) < 2 * self.executor.slots:
            piece, keys = next(self.pieces), self._next_keys()
            self.flying[piece] = set(keys)
            items = tuple((key, self.requests[key]) for key in keys)
            task = Task(self.maker, self.fingerprint, self.store.root, items)
            tell = functools.partial(self._put, piece)
            self.executor.submit(work, task, self.maker.timeout_s, tell).add_done_callback(tell)

    def _put(self, piece: int, news: News | Future[None]) -> None:
        self.inbox.put((piece, news))

    def _next_keys(self) -> list[str]:
        """The next piece: large at first, small at the end, and alone what a worker was lost with."""
        keys = [self.todo.popleft()]
        share = math.ceil(len(self.todo) / (2 * self.executor.slots))
        while (
            self.todo
            and len(keys) < min(share, LARGEST_PIECE)
            and not self.lost[keys[0]]
            and not self.lost[self.todo[0]]
        ):
            keys.append(self.todo.popleft())
        return keys

    def _receive(self) -> None:
        """Wait for news, but not for long: what other builds make has to be looked at, and signals heard."""
        try:
            piece, news = self.inbox.get(timeout=_LOOK_AGAIN)
        except queue.Empty:
            self._look_elsewhere()
            return
        if isinstance(news, News):
            self._note(piece, news)
        else:
            self._end(piece, news)

    def _look_elsewhere(self) -> None:
        """Take what other builds have finished, and ask again for the rest: they may have given up."""
        waiting, self.elsewhere = self.elsewhere, []
        self.todo.extend(key for key in waiting if not self._take(key, "kept"))

    def _note(self, piece: int, news: News) -> None:
        if news.what == "started":
            self.emit(Event("started", self.requests[news.key]))
            return
        self.flying[piece].discard(news.key)
        if news.what == "elsewhere":
            self.elsewhere.append(news.key)
        elif news.failure:
            self._fail(news.key, news.failure)
        elif not self._take(news.key, "made"):
            self._lose(news.key, "Its result was damaged as soon as it was kept.")

    def _end(self, piece: int, future: Future[None]) -> None:
        error = future.exception()
        if error is not None and not isinstance(error, WorkerLost):
            raise error
        for key in [key for key in self.requests if key in self.flying[piece]]:
            self._lose(key, str(error))
        del self.flying[piece]

    def _lose(self, key: str, why: str) -> None:
        """Try it once more, alone and first of all; then give it up."""
        self.lost[key] += 1
        if self.lost[key] < TRIES:
            self.todo.appendleft(key)
        else:
            self._fail(key, Failure(f"The engine '{self.maker.name}' broke down on it twice. {why}", "lost"))

    def _fail(self, key: str, failure: Failure) -> None:
        request = self.requests[key]
        self.outcome.failures[request] = failure
        self.emit(Event("failed", request, failure=failure))

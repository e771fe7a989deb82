"""What a worker does. Comes in: requests with their keys, and how to find their engine. Goes out: what became of each.

Results travel through the store, one by one as they are made; only words about them go back.
"""

from __future__ import annotations

import contextlib
import functools
import importlib
import itertools
import time
import traceback
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

from lessonforge.build.store import Origin, Store
from lessonforge.errors import EngineFailed, EngineMissing, LessonForgeError


@dataclass(frozen=True)
class Maker:
    """How a worker finds an engine: only names travel.

    `load` is an importable callable ("lessonforge.visuals.registry:load") that gives the engine called `name`, with
    `.name` and `.fingerprint()`. Its `method` takes a sequence of requests and yields their artifacts in order;
    `makes` are their classes ("lessonforge.model:Still"). Temporary files of the method live until it ends.
    `timeout_s` is how many seconds it may be silent, the loading of models included.
    """

    load: str
    name: str
    method: str
    makes: tuple[str, ...]
    timeout_s: float

    def engine(self) -> Any:
        """The engine, one in each process. Raises what its loading raises, such as EngineMissing."""
        return _engine(self.load, self.name)

    def classes(self) -> dict[str, type]:
        """The classes of what it makes, by name."""
        return {cls.__name__: cls for cls in map(imported, self.makes)}


@dataclass(frozen=True)
class Failure:
    """Why a request was not made.

    The engine `refused` it, it `crashed` on it (`detail` has the traceback), something it needs is `missing` on this
    machine, or the worker was `lost`: it died or hung, twice.
    """

    message: str
    kind: Literal["refused", "crashed", "missing", "lost"]
    detail: str = ""

    @property
    def transient(self) -> bool:
        """Whether trying again may help."""
        return self.kind == "lost"


@dataclass(frozen=True)
class Task:
    """Some requests, each with its key, for one engine."""

    maker: Maker
    fingerprint: str
    store: Path
    items: tuple[tuple[str, Any], ...]


@dataclass(frozen=True)
class News:
    """What became of a key: it is being made, is made and in the store, has failed, or another process is at it."""

    key: str
    what: Literal["started", "made", "failed", "elsewhere"]
    failure: Failure | None = None


def work(task: Task) -> Iterator[News]:
    """Make what is still missing of a task; each artifact is kept once the engine yields it. Raises StoreError."""
    store = Store(task.store)
    with contextlib.ExitStack() as claims, store.scratch():
        mine = {key: claim for key, _ in task.items if (claim := _claim(store, key, claims))}
        yield from (News(key, "elsewhere") for key, _ in task.items if key not in mine)
        items = [(key, request) for key, request in task.items if key in mine]
        began = time.monotonic()
        for number, (key, _) in enumerate(items):
            yield News(key, "started")
            if number == 0:
                results = _results(task.maker, items)
            yield _keep(store, task, key, next(results), time.monotonic() - began)
            mine[key].close()
            began = time.monotonic()


def _claim(store: Store, key: str, claims: contextlib.ExitStack) -> contextlib.ExitStack | None:
    """The lock on a key; None when another process holds it or has just made what belongs to it."""
    claim = claims.enter_context(contextlib.ExitStack())
    if not claim.enter_context(store.claim(key)):
        return None
    if store.record(key):
        claim.close()
        return None
    return claim


def _results(maker: Maker, items: Sequence[tuple[str, Any]]) -> Iterator[Any]:
    """An artifact or a Failure for each item, in order. When a batch fails, what is left of it is tried one by one."""
    done = 0
    try:
        method = getattr(maker.engine(), maker.method)
        for artifact in itertools.islice(method([request for _, request in items]), len(items)):
            done += 1
            yield artifact
        if done < len(items):
            raise EngineFailed(f"The engine '{maker.name}' gave {done} results for {len(items)} requests.")
    except Exception as error:  # noqa: BLE001 - engines are anybody's code; this is their edge
        failure, left = _failure(maker, error), items[done:]
        if len(items) == 1 or failure.kind == "missing":
            yield from (failure for _ in left)
        else:
            for item in left:
                yield from _results(maker, [item])


def _keep(store: Store, task: Task, key: str, result: Any, seconds: float) -> News:
    if isinstance(result, Failure):
        return News(key, "failed", result)
    try:
        if type(result) not in task.maker.classes().values():
            raise EngineFailed(f"The engine '{task.maker.name}' made a {type(result).__name__}.")
        store.put(key, result, Origin(task.maker.name, task.fingerprint, round(seconds, 3)))
    except (EngineFailed, TypeError, ValueError) as error:
        return News(key, "failed", _failure(task.maker, error))
    return News(key, "made")


def _failure(maker: Maker, error: Exception) -> Failure:
    if isinstance(error, LessonForgeError):
        return Failure(str(error), "missing" if isinstance(error, EngineMissing) else "refused")
    message = f"The engine '{maker.name}' crashed: {type(error).__name__}: {error}"
    return Failure(message, "crashed", "".join(traceback.format_exception(error)))


@functools.cache
def _engine(load: str, name: str) -> Any:
    return imported(load)(name)


def imported(name: str) -> Any:
    """What `package.module:name` names. Raises ImportError or AttributeError when there is no such thing."""
    module, _, member = name.partition(":")
    return getattr(importlib.import_module(module), member)

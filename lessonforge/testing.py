"""Helpers for those who test engines and builds, shipped so that engines from elsewhere can use them.

A build test needs an engine whose work can be counted: `Order` is a request for it, `Parcel` its artifact, and
`counting(...)` gives its maker. What it was asked to do is appended to the file that the order names as its log.
"""

from __future__ import annotations

import hashlib
import os
import tempfile
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from lessonforge.blob import Blob
from lessonforge.build.work import Maker


@dataclass(frozen=True)
class Order:
    """A request for `size` bytes that depend on `name`. How long it takes and its `log` are no part of its key."""

    name: str
    size: int = 100
    parts: tuple[Blob, ...] = ()
    seconds: float = field(default=0.0, compare=False)
    log: str = field(default="", compare=False)


@dataclass(frozen=True)
class Parcel:
    """What an order gives: the bytes as a file and in memory, and its label."""

    content: Blob
    label: tuple[tuple[str, float], ...]
    copies: tuple[Blob, ...] = ()


class CountingEngine:
    """Makes parcels, and writes down each order before it begins with it."""

    name = "counting"

    def fingerprint(self) -> str:
        """Always the same."""
        return "counting 1"

    def make(self, orders: Sequence[Order]) -> Iterator[Parcel]:
        """A parcel for each order."""
        for order in orders:
            if order.log:
                with Path(order.log).open("a", encoding="utf-8") as log:
                    log.write(f"{order.name}\n")
            time.sleep(order.seconds)
            yield self.parcel(order)

    def parcel(self, order: Order) -> Parcel:
        """The parcel of an order: always the same bytes for the same order."""
        data = hashlib.shake_256(order.name.encode()).digest(order.size)
        handle, path = tempfile.mkstemp()
        with os.fdopen(handle, "wb") as stream:
            stream.write(data)
        return Parcel(Blob.file(Path(path)), ((order.name, order.size / 2),), (Blob.of(data[:10]),))


def load(name: str) -> CountingEngine:
    """The registry that the maker names."""
    return CountingEngine()


def counting(timeout_s: float = 20.0) -> Maker:
    """The maker of the counting engine."""
    return Maker("lessonforge.testing:load", "counting", "make", ("lessonforge.testing:Parcel",), timeout_s)


def counted(log: Path) -> list[str]:
    """The names of the orders that were begun, in order."""
    return log.read_text(encoding="utf-8").splitlines() if log.exists() else []

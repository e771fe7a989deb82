"""How several stand together: on a ring, in a pile."""

from __future__ import annotations

import math
from collections.abc import Iterator

Place = tuple[float, float, float]
"""Of one member of a group: x and y from the group's own place, and the share of its size."""


def ringed(count: int, rx: float, ry: float, *, whole: bool = False) -> Iterator[Place]:
    """On an ellipse: all round it (`whole`), behind what is in its middle (`ry` < 0), or at both sides of it."""
    for n in range(count):
        if whole:
            angle = 2 * math.pi * (n + 0.25) / count
            yield rx * math.cos(angle), ry * math.sin(angle), 1.0
        elif ry < 0:
            angle = math.pi * n / max(1, count - 1)
            yield -rx * math.cos(angle), ry * math.sin(angle), 1.0
        else:
            side, rank = (-1, 1)[n % 2], n // 2
            yield side * rx * (1 + 0.42 * rank), ry * (0.5, -0.5, 1.0, 0.0)[rank % 4], 1.0


def stacked(count: int, single: float, tall: float) -> Iterator[Place]:
    """One on the other; wide things in one pile, others in a heap."""
    if single > 1.3 * tall or count < 4:
        for n in range(count):
            yield (n % 2 - 0.5) * single * 0.08, -n * tall * 0.82, 1.0
        return
    base = math.ceil((math.sqrt(8 * count + 1) - 1) / 2)
    n, row = 0, base
    while n < count:
        here = min(row, count - n)
        for k in range(here):
            yield (k - (here - 1) / 2) * single * 0.9, -(base - row) * tall * 0.72, 1.0
        n, row = n + here, max(1, row - 1)

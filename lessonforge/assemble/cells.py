"""Which parts of a piece of a picture are clear, solid or mixed: so that each is painted in its cheapest way."""

from __future__ import annotations

from itertools import groupby

import numpy as np

Rect = tuple[int, int, int, int]
"""Left, top, right and bottom, all even: there are half as many samples of colour."""
CELL = 96
"""A piece that stands still is drawn in cells of so many pixels: clear ones not at all, solid ones without blending."""
INSIDE = 4
"""So many pixels around it are alike where a cell is clear or solid: it is read between samples, and moved a little."""


def cells(behind: np.ndarray) -> list[tuple[Rect, bool]]:
    """The cells of a piece that are not clear, joined to rectangles, and whether each is solid."""
    high, wide = behind.shape
    rows: list[list[tuple[Rect, bool]]] = []
    for top in range(0, high, CELL):
        kinds = [_kind(behind, left, top) for left in range(0, wide, CELL)]
        runs = _merged([(kind, len(list(same))) for kind, same in groupby(kinds)])
        row, left = [], 0
        for kind, count in runs:
            right = min(left + count * CELL, wide)
            if kind != "clear":
                row.append(((left, top, right, min(top + CELL, high)), kind == "solid"))
            left = right
        rows.append(row)
    return _joined(rows)


def _kind(behind: np.ndarray, left: int, top: int) -> str:
    """What a cell is: clear, solid, or mixed."""
    near = behind[max(0, top - INSIDE) : top + CELL + INSIDE, max(0, left - INSIDE) : left + CELL + INSIDE]
    return "clear" if near.min() == 255 else "mixed" if near.any() else "solid"


def _merged(runs: list[tuple[str, int]]) -> list[tuple[str, int]]:
    """Runs of cells without those that are so short that drawing them apart costs more than it saves."""
    kept: list[tuple[str, int]] = []
    for number, (kind, count) in enumerate(runs):
        between = 0 < number < len(runs) - 1
        if (kind == "solid" and count < 4 and len(runs) > 1) or (kind == "clear" and count < 2 and between):
            kind = "mixed"
        if kept and kept[-1][0] == kind:
            kept[-1] = (kind, kept[-1][1] + count)
        else:
            kept.append((kind, count))
    return kept


def _joined(rows: list[list[tuple[Rect, bool]]]) -> list[tuple[Rect, bool]]:
    """Rectangles of neighbouring rows that lie exactly below each other as one."""
    open_ones: dict[tuple[int, int, bool], int] = {}
    found: list[tuple[Rect, bool]] = []
    for row in rows:
        still: dict[tuple[int, int, bool], int] = {}
        for (left, top, right, bottom), solid in row:
            number = open_ones.get((left, right, solid), len(found))
            if number == len(found):
                found.append(((left, top, right, bottom), solid))
            else:
                found[number] = ((left, found[number][0][1], right, bottom), solid)
            still[left, right, solid] = number
        open_ones = still
    return found

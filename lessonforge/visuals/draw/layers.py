"""A painted sheet in layers that move by themselves: which mark goes into which layer, found without making a pixel.

Marks that move alike are one layer, and what stands still sinks into the lowest layer that it can, so that there are
few. What would hardly be seen to move, and what a frame of the film has no time for, stands still.

How near a mark is to the viewer follows from its z: the sky is far, what rises behind the horizon not so far, and all
that stands on the ground goes with the ground, so that nothing slides over it.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass, field

from lessonforge.model import Box, Movement
from lessonforge.visuals.draw.bounds import area, meet, union
from lessonforge.visuals.draw.canvas import Canvas
from lessonforge.visuals.draw.marks import Mark
from lessonforge.visuals.draw.motion import amplitude, swept

FAR, GROUND = 0.5, 1.0
"""How near these are; see `Layer.near`."""
MOST = 24
"""Layers of a picture."""
ROOM = 0.45
"""What layers cost a frame of the film besides the land and the sky, at most; 1 is a whole picture under the camera."""
MOVING, STILL, FLOWING, EACH = 1.6, 0.7, 0.12, 0.01
"""What a layer as large as the picture costs, by what it does, and any layer besides."""
TRIES = 6
"""So many of the movements that come after one that costs too much are looked at too."""
SLIGHT = 1.0
"""A movement of less than so many units is not seen."""
WASTE = 1.3
"""A layer is no larger than so many times what is put together in it."""
TINY = 700.0
"""So many square units are too small to be worth a layer."""


Moves = tuple[Movement, ...]


@dataclass
class Sheet:
    """A layer in the making: marks by number, from back to front, and the boxes that they may come to touch."""

    near: float
    moves: Moves
    marks: list[int] = field(default_factory=list)
    reach: list[Box] = field(default_factory=list)
    box: Box = (0.0, 0.0, 0.0, 0.0)
    reached: Box = (0.0, 0.0, 0.0, 0.0)

    def add(self, mark: int, box: Box, reach: Box) -> None:
        """Puts a mark on top."""
        self.box = union([self.box, box]) if self.marks else box
        self.reached = union([self.reached, reach]) if self.marks else reach
        self.marks.append(mark)
        self.reach.append(reach)

    def suits(self, box: Box) -> bool:
        """Whether a box lies so near that one picture of both wastes little."""
        return area(union([box, self.box])) <= WASTE * (area(self.box) + area(box))

    def touches(self, box: Box) -> bool:
        """Whether any of it may come into a box."""
        return meet(box, self.reached) and any(meet(box, one) for one in self.reach)


def plan(canvas: Canvas) -> list[Sheet]:
    """The layers, from back to front. Without a horizon (in a room, on a map) nothing is nearer than the rest."""
    ranked = _ranked(canvas)
    few, many = sum(moves[0].kind == "flow" for moves in ranked), len(ranked)
    sheets = _sheets(canvas, ranked)
    if _affordable(canvas, sheets):
        return sheets
    while few < many:
        middle = (few + many + 1) // 2
        if _affordable(canvas, _sheets(canvas, ranked[:middle])):
            few = middle
        else:
            many = middle - 1
    kept = ranked[:few]
    for moves in ranked[few + 1 : few + 1 + TRIES]:
        if (len(moves) == 1 or moves[1:] in kept) and _affordable(canvas, _sheets(canvas, [*kept, moves])):
            kept.append(moves)
    return _sheets(canvas, kept)


def whole(canvas: Canvas) -> list[Sheet]:
    """Everything in one layer that stands still."""
    sheet = Sheet(GROUND, ())
    for number in sorted(range(len(canvas.marks)), key=lambda n: canvas.marks[n].z):
        sheet.add(number, canvas.marks[number].box, canvas.marks[number].box)
    return [sheet]


def _affordable(canvas: Canvas, sheets: Sequence[Sheet]) -> bool:
    """Whether there are few layers, and a frame of them is soon painted."""
    cost = 0.0
    for number, sheet in enumerate(sheets):
        flows = bool(sheet.moves) and sheet.moves[0].kind == "flow"
        by = FLOWING if flows else MOVING if sheet.moves else STILL
        if sheet.moves or any(not one.moves and one.near == sheet.near for one in sheets[:number]):
            cost += EACH + by * area(sheet.box) / (canvas.width * canvas.height)
    return len(sheets) <= MOST and cost <= ROOM


def layer_of(sheets: Sequence[Sheet], mark: int) -> int:
    """The number of the layer that a mark is in."""
    return next(n for n, sheet in enumerate(sheets) if mark in sheet.marks)


def _sheets(canvas: Canvas, moving: list[Moves]) -> list[Sheet]:
    order = sorted(range(len(canvas.marks)), key=lambda n: canvas.marks[n].z)
    sheets = [Sheet(_near(canvas.marks[order[0]], canvas.horizon), ())]
    for number in order:
        mark = canvas.marks[number]
        moves, near = _kept(mark, moving), _near(mark, canvas.horizon)
        reach = swept(mark.box, moves)
        sheet = _lowest(sheets, near, moves, mark.box, reach)
        if sheet is None:
            sheet = Sheet(near, moves)
            sheets.append(sheet)
        sheet.add(number, mark.box, reach)
    return sheets


def _lowest(sheets: Sequence[Sheet], near: float, moves: Moves, box: Box, reach: Box) -> Sheet | None:
    """The lowest layer that something may go into without coming behind what it hides, if that has room for it."""
    found = None
    ground = next((sheet for sheet in sheets if sheet.near == near and not sheet.moves), None)
    for sheet in reversed(sheets):
        if sheet.near != near:
            break
        if sheet.moves == moves and (sheet is ground or sheet.suits(box)):
            found = sheet
        if sheet.touches(reach):
            break
    return found


def _near(mark: Mark, horizon: float | None) -> float:
    return FAR if horizon is not None and mark.z < horizon else GROUND


def _kept(mark: Mark, moving: list[Moves]) -> Moves:
    """The movements of a mark that are worth it: what is slight in itself may still go with what it is on."""
    moves = mark.moves
    while moves and moves not in moving:
        moves = moves[1:]
    return moves


def _ranked(canvas: Canvas) -> list[Moves]:
    """The movements that are worth a layer, the most important ones first.

    What flows is first: there is much of it. Then what the scene is about before its backdrop, and what moves much
    before what moves little; a movement inside another one comes after that.
    """
    groups: dict[Moves, list[Mark]] = {}
    for mark in canvas.marks:
        for moves in _tails(mark.moves):
            groups.setdefault(moves, []).append(mark)
    subjects = {moves for n in _subjects(canvas) for moves in _tails(canvas.marks[n].moves)}
    seen = {moves: _seen(moves, marks) for moves, marks in groups.items()}
    kept: list[Moves] = []
    for moves in sorted(
        groups, key=lambda moves: (moves[0].kind != "flow", moves not in subjects, len(moves), -seen[moves])
    ):
        if seen[moves] and (len(moves) == 1 or moves[1:] in kept):
            kept.append(moves)
    return kept


def _tails(moves: Moves) -> list[Moves]:
    return [moves[n:] for n in range(len(moves))]


def _subjects(canvas: Canvas) -> list[int]:
    """The numbers of the marks of what the scene is about."""
    return [n for shown in canvas.shown for n in range(shown.mark, shown.mark + shown.marks)]


def _seen(moves: Moves, marks: Sequence[Mark]) -> float:
    """How much there is to see of a movement: 0 for what is too slight or too small."""
    far = max(amplitude(moves[0], mark.box) if moves[0].kind != "flow" else 100.0 for mark in marks)
    large = sum(area(mark.box) for mark in marks)
    return 0.0 if far < SLIGHT or large < TINY else far * math.sqrt(large)

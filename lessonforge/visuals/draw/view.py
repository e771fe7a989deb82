"""How near the viewer is: a backdrop is enlarged about the point that its subjects stand at, so that sizes agree."""

from __future__ import annotations

from dataclasses import replace

from lessonforge.model import Box, Movement
from lessonforge.visuals.draw.marks import Mark
from lessonforge.visuals.draw.paths import num
from lessonforge.visuals.draw.settings.stage import BOTTOM, Curve, Stage, Surface, Zone

MOST = 2.2
"""No nearer than this: what is enlarged more is only floor and wall."""
Point = tuple[float, float]


def nearer(stage: Stage, times: float, at: Point, to: Point) -> None:
    """Enlarges all that is painted, so that the point `at` comes to `to`; the frame stays filled."""
    times = min(times, MOST)
    if times < 1.1:
        return
    dx = min(0.0, max(to[0] - at[0] * times, stage.width * (1 - times)))
    dy = min(0.0, max(to[1] - at[1] * times, BOTTOM * (1 - times)))
    view = _View(times, dx, dy)
    canvas, stage.times = stage.canvas, times
    canvas.marks[:] = [mark for old in canvas.marks if _seen(stage, (mark := view.mark(old)).box)]
    stage.horizon = view.y(stage.horizon)
    stage.zones = {name: view.zone(stage, name, zone) for name, zone in stage.zones.items()}
    tops = (view.surface(top, stage.width) for top in stage.surfaces)
    stage.surfaces = [top for top in tops if top.right - top.left > 60 and top.y > 200]
    stage.crests = {name: (view.curve(curve), view.x(x)) for name, (curve, x) in stage.crests.items()}


def _seen(stage: Stage, box: Box) -> bool:
    return box[2] > 0 and box[0] < stage.width and box[3] > 0 and box[1] < BOTTOM


class _View:
    """x and y after the viewer has come nearer."""

    def __init__(self, times: float, dx: float, dy: float):
        self.times, self.dx, self.dy = times, dx, dy

    def x(self, x: float) -> float:
        return x * self.times + self.dx

    def y(self, y: float) -> float:
        return y * self.times + self.dy

    def mark(self, mark: Mark) -> Mark:
        """A mark in its new place; the order of all is what it was."""
        left, top, right, bottom = mark.box
        box = self.x(left), self.y(top), self.x(right), self.y(bottom)
        place = f'<g transform="translate({num(self.dx)} {num(self.dy)}) scale({self.times:.4f})">'
        moves = tuple(self._movement(move) for move in mark.moves)
        return replace(mark, z=self.y(mark.z), svg=f"{place}{mark.svg}</g>", box=box, moves=moves)

    def _movement(self, move: Movement) -> Movement:
        if move.kind in ("swing", "turn", "scale"):
            return replace(move, pivot=(self.x(move.pivot[0]), self.y(move.pivot[1])))
        return replace(move, x=move.x * self.times, y=move.y * self.times)

    def zone(self, stage: Stage, name: str, zone: Zone) -> Zone:
        """The part of a zone that is still seen; what is over our heads stays there."""
        if name in ("sky", "air", "wall"):
            return zone
        left = max(0.08 * stage.width, self.x(zone.left))
        right = min(0.92 * stage.width, self.x(zone.right))
        return Zone(left, right, self.y(zone.far), min(self.y(zone.near), zone.near), zone.scale)

    def surface(self, top: Surface, width: float) -> Surface:
        """What is still seen of the top of something built in."""
        left, right = max(0.04 * width, self.x(top.left)), min(0.96 * width, self.x(top.right))
        return Surface(left, right, self.y(top.y), self.y(top.z), top.scale)

    def curve(self, curve: Curve) -> Curve:
        """An outline as it is seen now."""
        return lambda x: self.y(curve((x - self.dx) / self.times))

"""What a sheet holds once it is painted: marks, and which of them are the things that the scene is about."""

from __future__ import annotations

from dataclasses import dataclass

from lessonforge.model import Box, Movement
from lessonforge.visuals.draw.painter import Placement


@dataclass(frozen=True)
class Mark:
    """Some markup with its z, the box around it in units, and what moves it, the innermost first.

    What flows may be painted in the first of so many equal parts of its box, and is repeated in the `others`.
    """

    z: float
    svg: str
    box: Box
    moves: tuple[Movement, ...] = ()
    others: int = 0


@dataclass(frozen=True)
class Shown:
    """A thing that the scene is about: `marks` of its marks, from number `mark` on; `who` it is, if it has a name."""

    placement: Placement
    mark: int
    marks: int
    who: str = ""

    @property
    def name(self) -> str:
        """What it goes by."""
        return self.who or self.placement.thing.name

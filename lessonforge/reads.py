"""How a text reaches the pupil: the marks on the texts of the lesson format. `lesson_texts.py` walks over them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated, Literal

from annotated_types import MaxLen, MinLen


@dataclass(frozen=True)
class Reads:
    """How a text reaches the pupil; `match` is not shown: it must equal words of the narration."""

    how: Literal["spoken", "drawn", "told", "match"]


Spoken = Annotated[str, Reads("spoken"), MinLen(1)]
Drawn = Annotated[str, Reads("drawn"), MinLen(1)]
Told = Annotated[str, Reads("told"), MinLen(1)]
Match = Annotated[str, Reads("match"), MinLen(1)]
Id = Annotated[str, MinLen(1), MaxLen(64)]

"""SubRip (.srt), as players read it: there is no standard, and no way to escape."""

from __future__ import annotations

from collections.abc import Sequence

from lessonforge.timecode import clock
from lessonforge.timelines import Cue


def write(cues: Sequence[Cue], locale: str) -> str:
    """A SubRip file; the format has no place for the locale. `-->` would read as a time: it becomes an arrow."""
    return "\n".join(_block(number, cue) for number, cue in enumerate(cues, 1))


def _block(number: int, cue: Cue) -> str:
    text = "\n".join(filter(None, (*cue.lines, cue.under))).replace("-->", "→")
    return f"{number}\n{clock(cue.start, ',')} --> {clock(cue.end, ',')}\n{text}\n"

"""WebVTT (W3C, "WebVTT: The Web Video Text Tracks Format")."""

from __future__ import annotations

from collections.abc import Sequence

from lessonforge.model import Cue
from lessonforge.timecode import clock


def write(cues: Sequence[Cue], locale: str) -> str:
    """A WebVTT file in `locale`. Text in another language is marked as such, so that it is read out in its own."""
    return "\n".join([f"WEBVTT\nKind: captions\nLanguage: {locale}\n", *(_block(cue, locale) for cue in cues)])


def _block(cue: Cue, locale: str) -> str:
    text = "\n".join(map(_escaped, cue.lines))
    marked = text if cue.locale == locale else f"<lang {cue.locale}>{text}</lang>"
    return f"{clock(cue.start)} --> {clock(cue.end)}\n{marked}\n"


def _escaped(line: str) -> str:
    """The line with its markup characters escaped, and so without `-->` too."""
    return line.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")

"""WebVTT (W3C, "WebVTT: The Web Video Text Tracks Format")."""

from __future__ import annotations

from collections.abc import Sequence

from lessonforge.timecode import clock
from lessonforge.timelines import Cue


def write(cues: Sequence[Cue], locale: str) -> str:
    """A WebVTT file in `locale`. Text in another language is marked as such, so that it is read out in its own."""
    return "\n".join([f"WEBVTT\nKind: captions\nLanguage: {locale}\n", *(_block(cue, locale) for cue in cues)])


def _block(cue: Cue, locale: str) -> str:
    lines = [_marked("\n".join(_line(cue, number) for number in range(len(cue.lines))), cue.locale, locale)]
    lines += [_marked(_escaped(cue.under), cue.under_locale, locale)] if cue.under else []
    return "\n".join([f"{clock(cue.start)} --> {clock(cue.end)}", *lines, ""])


def _line(cue: Cue, number: int) -> str:
    """A line with its words of other languages marked."""
    text, at, marked = cue.lines[number], 0, ""
    for tongue in (one for line, one in cue.tongues if line == number):
        marked += _escaped(text[at : tongue.start])
        marked += _marked(_escaped(text[tongue.start : tongue.end]), tongue.locale, cue.locale)
        at = tongue.end
    return marked + _escaped(text[at:])


def _marked(text: str, own: str, locale: str) -> str:
    return text if own == locale else f"<lang {own}>{text}</lang>"


def _escaped(line: str) -> str:
    """The line with its markup characters escaped, and so without `-->` too."""
    return line.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")

"""Comes in: cues, or a timeline. Goes out: the text of a caption file, or of the transcript.

To add a caption format: write one file beside this one with a `write(cues, locale) -> str`, and add one line to
`FORMATS`; the contract suite (`tests/captions/`) picks it up.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from lessonforge.captions import srt, vtt
from lessonforge.timelines import Cue

FORMATS: Mapping[str, Callable[[Sequence[Cue], str], str]] = {"vtt": vtt.write, "srt": srt.write}
"""What writes the caption files, by the ending of their names."""

"""What there is to translate in a lesson, and the PO template of it.

Every text that a pupil reads or hears has an id that stays when the file is edited: `<lesson>/<scene id>/<field>`, as
in `water-cycle/steps/visual/slide/bullets/0`, or `<lesson>/title` for the lesson's own. Words in `vars` that a text
uses are texts too. Prompts aren't: a picture is the same in every language.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

import polib

from lessonforge.lesson import Lesson, Path
from lessonforge.lesson_texts import texts
from lessonforge.model import Script

_HOW = {
    "spoken": "spoken aloud",
    "drawn": "drawn in the picture: keep it short",
    "told": "read by screen readers and catalogues",
    "match": "words of this scene's narration, exactly as translated there: a label appears when they are spoken",
    "var": "put in place of {{ }} in other texts",
}


@dataclass(frozen=True)
class Entry:
    """A text to translate: its id, the place in the lesson's file, how it reaches the pupil (or `var`), the text."""

    id: str
    at: Path
    how: str
    text: str


def entries(lesson: Lesson, name: str) -> tuple[Entry, ...]:
    """Every text of a lesson, in the order of its file; `name` is the lesson's."""
    found = [Entry(text_id(lesson, name, at), at, how, text) for at, how, text in texts(lesson)]
    used = "\n".join(entry.text for entry in found if "{{" in entry.text or "{%" in entry.text)
    words = [
        Entry("/".join(map(str, (name, *at))), at, "var", text)
        for at, text in _words(lesson.vars, ("vars",))
        if re.search(rf"\b{re.escape(str(at[1]))}\b", used)
    ]
    return tuple(entry for entry in words + found if entry.text.strip())


def text_id(lesson: Lesson, name: str, at: Path) -> str:
    """The id of the text at a place of the lesson."""
    if len(at) > 1 and at[0] == "scenes":
        at = (lesson.scenes[int(at[1])].id, *at[2:])
    return "/".join(map(str, (name, *at)))


def catalogue_of(script: Script) -> polib.POFile:
    """The PO template of a lesson in its source language: every text once, in order, with nothing translated."""
    template = polib.POFile(wrapwidth=100)
    template.metadata = {
        "Project-Id-Version": script.name,
        "Language": "",
        "MIME-Version": "1.0",
        "Content-Type": "text/plain; charset=UTF-8",
        "Content-Transfer-Encoding": "8bit",
    }
    for entry in entries(script.lesson, script.name):
        template.append(
            polib.POEntry(
                msgctxt=entry.id,
                msgid=entry.text.strip(),
                comment=_HOW[entry.how],
                occurrences=[(script.source.path, "")],
            )
        )
    return template


def _words(value: Any, at: Path) -> Iterator[tuple[Path, str]]:
    if isinstance(value, Mapping):
        for key, item in value.items():
            yield from _words(item, (*at, str(key)))
    elif isinstance(value, list | tuple):
        for number, item in enumerate(value):
            yield from _words(item, (*at, number))
    elif isinstance(value, str) and any(map(str.isalpha, value)):
        yield at, value

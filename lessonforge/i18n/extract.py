"""What there is to translate in a lesson.

Every text that a pupil reads or hears has an id that stays when the file is edited: `<lesson>/<scene id>/<field>`, as
in `water-cycle/steps/visual/slide/bullets/0`, or `<lesson>/title` for the lesson's own. Words in `vars` that a text
uses are texts too. Prompts aren't: a picture is the same in every language.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from lessonforge.lesson import BY_LEVEL, Lesson, Path
from lessonforge.lesson_texts import texts

_VARIANT = re.compile(rf"/({'|'.join(BY_LEVEL)})_at/")


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
    given = [(("vars",), lesson.vars), *((("scenes", n, "vars"), one.vars) for n, one in enumerate(lesson.scenes))]
    words = [
        Entry(text_id(lesson, name, at), at, "var", text)
        for root, vars in given
        for at, text in _words(vars, root)
        if re.search(rf"\b{re.escape(str(at[len(root)]))}\b", used)
    ]
    return tuple(entry for entry in words + found if entry.text.strip())


def text_id(lesson: Lesson, name: str, at: Path) -> str:
    """The id of the text at a place of the lesson; `narration@A1` for a variant by level, as in the file."""
    if len(at) > 1 and at[0] == "scenes":
        at = (lesson.scenes[int(at[1])].id, *at[2:])
    id = "/".join(map(str, (name, *at)))
    return _VARIANT.sub(r"/\1@", id) if "_at/" in id else id


def _words(value: Any, at: Path) -> Iterator[tuple[Path, str]]:
    if isinstance(value, Mapping):
        for key, item in value.items():
            yield from _words(item, (*at, str(key)))
    elif isinstance(value, list | tuple):
        for number, item in enumerate(value):
            yield from _words(item, (*at, number))
    elif isinstance(value, str) and any(map(str.isalpha, value)):
        yield at, value

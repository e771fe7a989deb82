"""A small course with a bit of everything that can be translated, and its Spanish."""

from __future__ import annotations

from pathlib import Path

import courses
import polib

from lessonforge.cli import main

TIDES = """\
title: Tides
note: For coasts.
vars: {sea: the sea}
scenes:
  - id: pull
    note: the Moon, not a moon
    narration: "The Moon pulls {{ sea }}. & <so> {{ sea }} rises!"
    visual: {slide: {title: "-5 °C", bullets: ["=1+1", "+2 m", "@noon", "'quoted'", "High tide, low tide"]}}
  - id: two
    narration: |
      Twice a day.
      Every day.
"""
GLOSSARY = "terms:\n  - {term: Moon, translations: {es: Luna}, note: ours}\n"
COURSE = "title: Earth\nlocales: [es]\n"


def write(folder: Path, done: bool = True) -> Path:
    """The course `folder/earth`, translated where `done`; gives its Spanish catalogue."""
    courses.write(folder, {"earth/tides.yaml": TIDES, "earth/glossary.yaml": GLOSSARY, "earth/course.yaml": COURSE})
    assert main(["i18n", "update", str(folder / "earth")]) == 0
    file = folder / "earth/locale/es/tides.po"
    if done:
        edit(file, lambda entry: setattr(entry, "msgstr", spanish(entry.msgid)))
    return file


def spanish(text: str) -> str:
    """A translation that begins as its source does, and keeps what must be kept."""
    return f"{text[:1]} es «{text[1:]}»"


def edit(file: Path, change) -> None:
    """Does something with every entry of a catalogue."""
    catalogue = polib.pofile(str(file), wrapwidth=100)
    for entry in catalogue:
        change(entry)
    catalogue.save(str(file))


def entry_of(file: Path, id: str) -> polib.POEntry:
    """The entry of a text."""
    return next(entry for entry in polib.pofile(str(file)) if entry.msgctxt == f"tides/{id}" and not entry.obsolete)

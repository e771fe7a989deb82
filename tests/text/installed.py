"""Fonts installed for a test: parts of real ones, recorded as `fonts install` records them."""

import hashlib
import shutil
from pathlib import Path

from lessonforge.text import coverage, fonts, offered, shape

PARTS = Path(__file__).with_name("fonts")


def files_of(family: str) -> Path:
    return PARTS / f"{family.replace(' ', '')}.ttf"


def put_in_place() -> None:
    """Every font that has a part here, in the data folder of the test."""
    found = []
    for face in offered.offered().values():
        part = files_of(face.family)
        if part.is_file():
            folder = offered.folder() / offered.slug(face.family)
            folder.mkdir(parents=True)
            shutil.copy(part, folder)
            digest = hashlib.sha256(part.read_bytes()).hexdigest()
            found.append(offered.Installed(face.family, face.script, "a test", {part.name: digest}))
    offered.record(found)
    forget()


def forget() -> None:
    """Makes this process look at the fonts anew: a command does so only once."""
    for module in (offered, fonts, coverage, shape):
        for value in vars(module).values():
            if hasattr(value, "cache_clear"):
                value.cache_clear()

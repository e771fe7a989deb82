"""The teacher's files that a lesson names: each below the course folder, in one spelling on every system, and sound.

Comes in: a lesson. Goes out: a blob for each name, or a problem at the place where it is named.
"""

from __future__ import annotations

import functools
import os
import re
import stat
import unicodedata
from collections.abc import Iterable, Iterator
from pathlib import Path

from lessonforge.blob import Blob
from lessonforge.errors import Problem, did_you_mean
from lessonforge.lesson import Course, Lesson, Source
from lessonforge.lesson import Path as Place
from lessonforge.script.media import Complaint, Kind, complaint
from lessonforge.script.syntax import short

_UNPORTABLE = re.compile(r'[\x00-\x1f\x7f<>:"|?*\\]')
_DEVICE = re.compile(r"(con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])(\..*)?", re.IGNORECASE)


def named(lesson: Lesson) -> Iterator[tuple[Place, Kind, str]]:
    """Every file that a lesson names: its place, what it should be, its name."""
    if lesson.music:
        yield ("music", "file"), "sound", lesson.music.file
    if lesson.wordlist:
        yield ("wordlist",), "word list", lesson.wordlist
    for n, scene in enumerate(lesson.scenes):
        if scene.visual and scene.visual.image:
            yield ("scenes", n, "visual", "image"), "picture", scene.visual.image
        if scene.visual and scene.visual.video:
            yield ("scenes", n, "visual", "video"), "video", scene.visual.video
        for at, turns in scene.versions.items():
            for k, turn in enumerate(turns):
                if turn.audio:
                    yield ("scenes", n, *at, k, "audio"), "sound", turn.audio


def substitutes(lesson: Lesson, course: Course) -> Iterator[tuple[Place, Kind, str]]:
    """Every file that takes the place of another one in some language: its place, what it should be, its name."""
    kinds = {name: kind for _, kind, name in named(lesson)}
    scenes = ((("scenes", n, "overrides"), scene.overrides) for n, scene in enumerate(lesson.scenes))
    for root, given in ((("overrides",), course.overrides), (("overrides",), lesson.overrides), *scenes):
        for tag, one in given.items():
            for old, new in one.assets.items():
                if old in kinds:
                    yield (*root, tag, "assets", old), kinds[old], new


def unnamed(course: Course, lessons: Iterable[Lesson], source: Source) -> Iterator[Problem]:
    """What a course has other files for in some language although none of its lessons names it."""
    names = {name for lesson in lessons for _, _, name in named(lesson)}
    for tag, one in course.overrides.items():
        for old in one.assets.keys() - names:
            message = f"no lesson of the course shows '{short(old, 100)}', which another file could take the place of."
            yield source.problem(("overrides", tag, "assets", old), message, did_you_mean(old, names))


def collect(lesson: Lesson, course: Course, folder: Path, source: Source) -> tuple[dict[str, Blob], list[Problem]]:
    """The files of a lesson by name, in every language, and the problems of those that can't be used.

    `folder` is the course's. A file that can't be used is an empty blob, so that the lesson can be looked through for
    more problems.
    """
    blobs: dict[str, Blob] = {}
    problems = []
    for at, kind, name in (*named(lesson), *substitutes(lesson, course)):
        file = _find(name, folder)
        found = _checked_now(file, kind) if isinstance(file, Path) else file
        blobs[name] = found if isinstance(found, Blob) else Blob.of(b"")
        if not isinstance(found, Blob):
            message, hint = found
            where = f"scene '{lesson.scenes[int(at[1])].id}': " if at[0] == "scenes" else ""
            problems.append(source.problem(at, f"{where}'{short(name, 100)}' {message}", hint))
    return blobs, problems


def unportable(name: str) -> str:
    """Why a name would not mean the same file below the course folder on every system; "" when it would."""
    if name.startswith(("/", "~")) or re.match(r"[A-Za-z]:", name) or ".." in re.split(r"[/\\]", name):
        return "lies outside the course folder."
    if found := _UNPORTABLE.search(name):
        return f"has '{found[0]}' in its name." if found[0].isprintable() else "has an invisible character in its name."
    for part in name.split("/"):
        if part in ("", ".") or part != part.strip() or part.endswith(".") or len(part.encode()) > 200:
            return "is not a name that works on every system."
        if _DEVICE.fullmatch(part):
            return f"has the name '{part}', which Windows keeps for itself."
    return ""


def _find(name: str, folder: Path) -> Path | Complaint:
    """The file of this very spelling below the folder: systems differ in case and in how they write accents."""
    if reason := unportable(name):
        return reason, "Put the file into the course folder and write its path with '/', such as assets/cafe.jpg."
    path = folder
    for part in name.split("/"):
        files = {unicodedata.normalize("NFC", file): file for file in _listing(path)}
        spelling = files.get(unicodedata.normalize("NFC", part))
        if spelling is None:
            below = f"{path.relative_to(folder).as_posix()}/" if path != folder else "the course folder"
            return f"does not exist: {below} has no '{part}'.", _nearest(part, files)
        path /= spelling
    if not path.resolve().is_relative_to(folder.resolve()):
        return "is a link that leads out of the course folder.", "Put a copy of the file in its place."
    return path.resolve()


def _nearest(part: str, files: dict[str, str]) -> str:
    same = next((file for file in files if file.casefold() == part.casefold()), None)
    return f"Did you mean '{same}'?" if same else did_you_mean(part, files)


def _listing(folder: Path) -> list[str]:
    try:
        return os.listdir(folder)
    except OSError:
        return []


def _checked_now(path: Path, kind: Kind) -> Blob | Complaint:
    try:
        status = path.stat()
        if not stat.S_ISREG(status.st_mode):
            return "is not a file.", ""
        return _checked(path, kind, status.st_mtime_ns, status.st_size)
    except OSError as error:
        return f"can't be read: {error.strerror}.", ""


@functools.lru_cache(4096)
def _checked(path: Path, kind: Kind, changed: int, size: int) -> Blob | Complaint:
    """Look into a file once a process, unless it changes: many lessons share a picture or a tune."""
    return complaint(path, kind) or Blob.file(path)

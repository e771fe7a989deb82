"""Comes in: the path of a lesson file, a course folder or a project. Goes out: scripts and problems.

Every file is read whole, and all that is wrong with any of them is told together.
"""

from __future__ import annotations

import dataclasses
import os
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from lessonforge import locales
from lessonforge.errors import Problem, SettingsError, did_you_mean
from lessonforge.lesson import Course, Defaults, Glossary, Lesson, Source
from lessonforge.lesson import Path as Place
from lessonforge.model import Script
from lessonforge.script import assets, reader, schema

COURSE = "course.yaml"
GLOSSARY = "glossary.yaml"
NOT_LESSONS = (COURSE, GLOSSARY, "profiles.yaml")
"""Files that may stand beside lessons and are none."""
BUILT_IN = {"language": "en", "style": "flat", "voice": "narrator", "engine": "draw"}
"""What holds where neither the lesson nor its course says."""


@dataclass(frozen=True)
class Loaded:
    """All lessons that can be read, in order, and the problems of all files.

    The script of a lesson with problems is what is left without its wrong values. It may be looked through for more
    problems, but never built.
    """

    scripts: tuple[Script, ...]
    problems: tuple[Problem, ...]


def load(path: Path) -> Loaded:
    """Read a lesson file, all lessons of a course folder, or all courses of a project (below its `lessons/`).

    Raises SettingsError when there is no lesson there.
    """
    scripts: list[Script] = []
    problems: list[Problem] = []
    for folder, chosen in _courses(path):
        course, source = _course(folder, problems)
        glossary = _glossary(folder, problems)
        files = [chosen] if chosen else list(_lessons(folder, course, source, problems))
        own = [script for file in files if (script := _lesson(file, course, source, problems))]
        if source and not chosen and not problems:
            problems += assets.unnamed(course, [script.lesson for script in own], source)
        scripts += [dataclasses.replace(script, glossary=glossary) for script in own]
    return Loaded(tuple(scripts), tuple(sorted(set(problems))))


def _courses(path: Path) -> list[tuple[Path, Path | None]]:
    """The course folders that a path stands for, each with the one lesson that is wanted, or None for all."""
    if path.is_file():
        return [(path.parent, None if path.name == COURSE else path)]
    if not path.is_dir():
        raise SettingsError(f"'{path}' does not exist. {_nearest(path)}".rstrip())
    inside = path / "lessons"
    top = inside if inside.is_dir() and not (path / COURSE).is_file() else path
    folders = [top] if _has_lessons(top) else [folder for folder in sorted(top.iterdir()) if _has_lessons(folder)]
    if not folders:
        raise SettingsError(f"'{path}' holds no lessons. `lessonforge new {path / 'my-course'}` makes a first one.")
    return [(folder, None) for folder in folders]


def _nearest(path: Path) -> str:
    hint = did_you_mean(path.name, os.listdir(path.parent)) if path.parent.is_dir() else ""
    return hint if hint.startswith("Did") else ""


def _has_lessons(folder: Path) -> bool:
    return folder.is_dir() and any(_yaml_files(folder))


def _yaml_files(folder: Path) -> Iterator[Path]:
    """The YAML files of a folder by name, those that are misnamed `.yml` too."""
    found = (folder / name for name in sorted(os.listdir(folder)) if not name.startswith("."))
    return (file for file in found if file.suffix in (".yaml", ".yml") and file.is_file())


def displayed(path: Path) -> str:
    """A path as the user would type it: relative to the current folder where it lies below it."""
    whole = Path(os.path.abspath(path))
    here = Path.cwd()
    return str(whole.relative_to(here) if whole.is_relative_to(here) else whole)


def _course(folder: Path, problems: list[Problem]) -> tuple[Course, Source | None]:
    """The course of a folder; an empty one where there is no `course.yaml` or it can't be read."""
    if not (folder / COURSE).is_file():
        return Course(), None
    course, source = _parsed(folder / COURSE, Course, problems)
    if course is None:
        return Course(), source
    tags = [_locale(tag, ("locales", n), source, problems) for n, tag in enumerate(course.locales)]
    for n, tag in enumerate(tags):
        if tag and tag in tags[:n]:
            message = f"the language '{course.locales[n]}' is listed twice."
            problems.append(source.problem(("locales", n), message, "Remove one of them."))
    right = [n for n, tag in enumerate(tags) if tag]
    marks: dict[Place, tuple[int, int]] = {("locales", k): source.marks[("locales", n)] for k, n in enumerate(right)}
    source = dataclasses.replace(source, marks={**source.marks, **marks})
    return dataclasses.replace(course, locales=tuple(filter(None, tags))), source


def _glossary(folder: Path, problems: list[Problem]) -> Glossary:
    """The glossary of a course; an empty one where there is none or it can't be read."""
    file = folder / GLOSSARY
    glossary, source = _parsed(file, Glossary, problems) if file.is_file() else (None, None)
    if glossary is None or source is None:
        return Glossary()
    for n, term in enumerate(glossary.terms):
        seen: dict[str | None, str] = {}
        for tag in term.translations:
            at = ("terms", n, "translations", tag)
            own = _locale(tag, at, source, problems)
            if own in seen and own:
                message = f"'{seen[own]}' and '{tag}' are one language."
                problems.append(source.problem(at, message, "Keep one of them."))
            seen[own] = tag
        if term.keep and term.translations:
            message = f"'{term.term}' is to be kept as it is, and has translations."
            problems.append(source.problem(("terms", n, "keep"), message, "Remove 'keep', or the translations."))
    return glossary


def _lessons(folder: Path, course: Course, source: Source | None, problems: list[Problem]) -> Iterator[Path]:
    """The lesson files of a course in their order."""
    files = {file.name: file for file in _yaml_files(folder) if file.name not in NOT_LESSONS}
    for name in [name for name in files if name.endswith(".yml")]:
        hint = f"Rename it to '{files[name].stem}.yaml'."
        problems.append(Problem(displayed(files.pop(name)), 0, 0, "the names of lesson files end in '.yaml'.", hint))
    if source is None or not course.lessons:
        yield from files.values()
        return
    stems = {file.stem: file for file in files.values()}
    for n, name in enumerate(course.lessons):
        if name not in stems:
            message = f"the course lists the lesson '{name}', but its folder has no such file."
            problems.append(source.problem(("lessons", n), message, did_you_mean(name.removesuffix(".yaml"), stems)))
        elif name in course.lessons[:n]:
            problems.append(
                source.problem(("lessons", n), f"the lesson '{name}' is listed twice.", "Remove one of them.")
            )
        else:
            yield stems[name]


def files(path: Path) -> Iterator[Path]:
    """The lesson files that `load` reads, whatever is in them. Raises SettingsError."""
    for folder, chosen in _courses(path):
        course, source = _course(folder, [])
        yield from [chosen] if chosen else _lessons(folder, course, source, [])


def unlisted(scripts: Iterable[Script], path: Path) -> list[str]:
    """What an author should know of the lesson files in the folders of these scripts that their course leaves out."""
    courses = {script.folder: script.course.lessons for script in scripts if script.course.lessons}
    return [
        f"{displayed(file)} is not built: `lessons` in {displayed(folder / COURSE)} does not list it."
        for folder, listed in courses.items()
        for file in _yaml_files(folder)
        if path.is_dir() and file.name not in NOT_LESSONS and file.stem not in listed
    ]


def _lesson(file: Path, course: Course, course_source: Source | None, problems: list[Problem]) -> Script | None:
    written, source = _parsed(file, Lesson, problems)
    if written is None:
        return None
    source = dataclasses.replace(source, inherited=course_source)
    lesson = _inherit(written, course)
    blobs, wrong = assets.collect(lesson, course, file.parent, source)
    problems += wrong
    locale = _locale(str(lesson.language), ("language",), source, problems)
    if locale is None:
        return None
    lesson = dataclasses.replace(lesson, language=locale, **_captioned(lesson, source, problems))
    return Script(file.stem, locale, lesson, course, file.parent, source, blobs)


def _captioned(lesson: Lesson, source: Source, problems: list[Problem]) -> dict[str, Any]:
    """The languages of the captions as BCP 47 writes them, without those that are none."""
    tags = [_locale(tag, ("subtitles", n), source, problems) for n, tag in enumerate(lesson.subtitles)]
    under = _locale(lesson.bilingual, ("bilingual",), source, problems) if lesson.bilingual else None
    return {"subtitles": tuple(filter(None, tags)), "bilingual": under}


def _inherit(lesson: Lesson, course: Course) -> Lesson:
    """The lesson with the keys that it leaves out taken from its course, or else as they are built in."""
    filled: dict[str, Any] = {}
    for field in dataclasses.fields(Defaults):
        if field.name == "overrides":  # the course's come first and stay apart: see i18n/overrides.py
            continue
        own, given = getattr(lesson, field.name), getattr(course, field.name)
        if isinstance(own, dict):
            filled[field.name] = {**given, **own}
        elif own is None or own == ():
            filled[field.name] = BUILT_IN.get(field.name) if given is None else given
    return dataclasses.replace(lesson, **filled)


def _locale(tag: str, at: Place, source: Source, problems: list[Problem]) -> str | None:
    try:
        return locales.canonical(tag)
    except ValueError as error:
        problems.append(source.problem(at, str(error)))
        return None


def _parsed(file: Path, noun: type[schema.Noun], problems: list[Problem]) -> tuple[schema.Noun | None, Source]:
    """A file as a noun of the lesson format, or as much of it as is right."""
    path = displayed(file)
    source = Source(path, {})
    try:
        with file.open("rb") as stream:
            data = stream.read(reader.MAX_BYTES + 1)
    except OSError as error:
        problems.append(Problem(path, 0, 0, f"the file can't be read: {error.strerror}."))
        return None, source
    root, wrong = reader.read(data, path)
    problems += wrong
    if root is None:
        return None, source
    found, source, wrong = schema.parse(root, noun, path)
    problems += wrong
    return found, source

"""What is otherwise in one language: the language is one of the course's, and what is named is there."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from lessonforge import locales
from lessonforge.errors import Problem, did_you_mean
from lessonforge.lesson import Override, Path, Source
from lessonforge.model import Script
from lessonforge.script.assets import named
from lessonforge.script.checks.known import Known


def overrides(script: Script, known: Known) -> Iterator[Problem]:
    """Known languages, voices, styles and digits; files only in the place of those that the lesson names."""
    lesson, course = script.source, script.source.inherited
    if course:
        yield from _of(script, script.course.overrides, ("overrides",), course, known)
    if lesson.marks.get(("overrides",)):
        yield from _of(script, script.lesson.overrides, ("overrides",), lesson, known)
    for n, scene in enumerate(script.lesson.scenes):
        yield from _of(script, scene.overrides, ("scenes", n, "overrides"), lesson, known)


def _of(script: Script, given: Mapping[str, Override], at: Path, source: Source, known: Known) -> Iterator[Problem]:
    offered = {script.locale, *script.course.locales}
    files = [name for _, _, name in named(script.lesson)]
    seen: dict[str, str] = {}
    for written, one in given.items():
        here = (*at, written)
        try:
            tag = locales.canonical(written)
        except ValueError as error:
            yield source.problem(here, str(error))
            continue
        if first := seen.get(tag):
            yield source.problem(here, f"'{first}' and '{written}' are one language.", "Keep one of them.")
        seen[tag] = written
        if not any(tag in locales.chain(other) for other in offered):
            message = f"nothing is made in '{written}': the course doesn't list it in `locales`."
            yield source.problem(here, message, did_you_mean(tag, offered))
        if one.voice and tag in offered and (names := known.voices(tag)) and one.voice not in names:
            message = f"'{one.voice}' is no voice of '{tag}'."
            yield source.problem((*here, "voice"), message, did_you_mean(one.voice, names))
        if one.style and one.style not in known.styles:
            message = f"there is no style '{one.style}'."
            yield source.problem((*here, "style"), message, did_you_mean(one.style, known.styles))
        digits = getattr(one, "digits", None)
        if digits and digits not in locales.DIGITS:
            yield source.problem(
                (*here, "digits"), f"there are no digits '{digits}'.", did_you_mean(digits, locales.DIGITS)
            )
        for old in one.assets:
            if source is script.source and old not in files:
                message = f"the lesson shows no '{old}' that another file could take the place of."
                yield source.problem((*here, "assets", old), message, did_you_mean(old, files))

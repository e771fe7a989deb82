"""Comes in: a lesson in its source language and the PO files of a locale. Goes out: the lesson in that locale.

A translation counts when its entry has the text's id as `msgctxt`, the text as it is now as `msgid`, and a `msgstr`
that is not fuzzy. What has none is dealt with as the course's `untranslated` says. Catalogues are looked up along the
locale's chain, so that `es-MX` may hold only what differs from `es`.
"""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Collection, Mapping, Sequence
from pathlib import PurePath
from typing import Any

import polib

from lessonforge import locales
from lessonforge.errors import Problem, did_you_mean
from lessonforge.i18n.extract import Entry, entries, text_id
from lessonforge.i18n.po import Catalogue, read, same, state
from lessonforge.lesson import Path as Place
from lessonforge.lesson import Source
from lessonforge.lesson_texts import map_texts
from lessonforge.model import Script

_PLACEHOLDER = re.compile(r"\{\{.*?\}\}|\{%.*?%\}", re.DOTALL)


def translate(script: Script, tag: str) -> tuple[Script | None, list[Problem]]:
    """The lesson in the locale `tag`, or None and why not; None without problems where `skip` leaves nothing of it.

    Places in the file stay what they were: a scene without a translation keeps its words and is named in
    `Script.untranslated`.
    """
    if tag == script.locale:
        return script, []
    catalogues, problems = catalogues_of(script, tag)
    policy = script.course.untranslated
    if not catalogues and not problems and policy == "error":
        problems = [_no_catalogue(script, tag)]
    if problems or (not catalogues and policy == "skip"):
        return None, problems
    wanted = entries(script.lesson, script.name)
    done, missing, wrong = _match(wanted, catalogues)
    problems = wrong + (list(missing.values()) if policy == "error" else [])
    if problems:
        return None, problems
    scenes = _scenes_of(wanted, missing, script)
    if policy == "skip" and len(scenes) == len(script.lesson.scenes):
        return None, []
    translated = _translated(script, tag, done, scenes)
    return dataclasses.replace(translated, source=_source(translated, wanted, catalogues)), []


def catalogues_of(script: Script, tag: str) -> tuple[list[Catalogue], list[Problem]]:
    """The locale's PO files, best first, and what is wrong with them."""
    found: list[Catalogue] = []
    problems: list[Problem] = []
    for candidate in locales.chain(tag):
        file = script.folder / "locale" / candidate / f"{script.name}.po"
        if file.is_file():
            catalogue, wrong = read(file, _shown(script, candidate))
            found.append(catalogue)
            problems += wrong
    return found, problems


def _shown(script: Script, tag: str) -> str:
    """The path of a PO file as messages show it: beside the lesson's, as that one was given."""
    return (PurePath(script.source.path).parent / "locale" / tag / f"{script.name}.po").as_posix()


def _no_catalogue(script: Script, tag: str) -> Problem:
    message = f"lesson '{script.name}' has no translation into '{tag}': {_shown(script, tag)} doesn't exist."
    hint = (
        f"`lessonforge i18n extract {PurePath(script.source.path).as_posix()}` writes what to fill in. Or take '{tag}' "
        "out of the course's `locales`, or set `untranslated: source` there."
    )
    if script.source.inherited and tag in script.course.locales:
        return script.source.inherited.problem(("locales", script.course.locales.index(tag)), message, hint)
    return Problem(script.source.path, 0, 0, message, hint)


def _match(
    wanted: Sequence[Entry], catalogues: Sequence[Catalogue]
) -> tuple[dict[str, str], dict[str, Problem], list[Problem]]:
    """The translations by id, a problem by id for each text without one, and translations that are wrong."""
    done: dict[str, str] = {}
    missing: dict[str, Problem] = {}
    wrong: list[Problem] = []
    for entry in wanted:
        catalogue = next((c for c in catalogues if _is_current(entry, c.entries.get(entry.id))), None)
        if catalogue is None:
            missing[entry.id] = _untranslated(entry, catalogues, wanted)
            continue
        done[entry.id] = catalogue.entries[entry.id].msgstr.strip()
        wrong += _changed_placeholders(entry, done[entry.id], catalogue)
    return done, missing, wrong


def _is_current(entry: Entry, found: polib.POEntry | None) -> bool:
    return state(found, entry.text) == "translated"


def _untranslated(entry: Entry, catalogues: Sequence[Catalogue], wanted: Sequence[Entry]) -> Problem:
    """Why a text counts as untranslated, at its entry in the nearest catalogue that has one."""
    text = f'"{_short(entry.text)}"'
    catalogue = next((c for c in catalogues if entry.id in c.entries), None)
    if catalogue is None:
        extra = set(catalogues[0].entries) - {other.id for other in wanted} if catalogues else set()
        near = did_you_mean(entry.id, extra) if extra else ""
        hint = near if near.startswith("Did") else "Add it."
        path = catalogues[0].path if catalogues else ""
        return Problem(path, 0, 0, f"'{entry.id}' has no entry; its text is {text}.", hint)
    found = catalogue.entries[entry.id]
    if not same(found.msgid, entry.text):
        message = f"'{entry.id}' translates an older text, \"{_short(found.msgid)}\"; now it is {text}."
        return catalogue.problem(entry.id, message, "Translate it again and put the new text into `msgid`.")
    if found.fuzzy and found.msgstr.strip():
        message = f"'{entry.id}' is marked fuzzy: its translation has to be checked."
        return catalogue.problem(entry.id, message, "Check it, then remove `fuzzy`.")
    return catalogue.problem(entry.id, f"'{entry.id}' isn't translated: {text}.")


def _short(text: str) -> str:
    flat = " ".join(text.split())
    return flat if len(flat) <= 60 else f"{flat[:57]}..."


def _changed_placeholders(entry: Entry, translation: str, catalogue: Catalogue) -> list[Problem]:
    before, after = _placeholders(entry.text), _placeholders(translation)
    said = [f"{mark} is missing" for mark in sorted(before - after)]
    said += [f"{mark} isn't in the source text" for mark in sorted(after - before)]
    hint = "A translation has the same {{ }} as its source."
    return [catalogue.problem(entry.id, f"'{entry.id}': {', '.join(said)}.", hint)] if said else []


def _placeholders(text: str) -> set[str]:
    return {re.sub(r"^(\{[{%])\s*(.*?)\s*([}%]\})$", r"\1 \2 \3", mark) for mark in _PLACEHOLDER.findall(text)}


def _scenes_of(wanted: Sequence[Entry], missing: Collection[str], script: Script) -> frozenset[str]:
    """The ids of the scenes that lack a translation of a text, or of a var that a text uses."""
    lost = [str(entry.at[1]) for entry in wanted if entry.how == "var" and entry.id in missing]
    uses = re.compile(rf"\b({'|'.join(map(re.escape, lost))})\b") if lost else None
    return frozenset(
        script.lesson.scenes[int(entry.at[1])].id
        for entry in wanted
        if entry.at[0] == "scenes"
        and (entry.id in missing or (uses and any(map(uses.search, _PLACEHOLDER.findall(entry.text)))))
    )


def _source(script: Script, wanted: Sequence[Entry], catalogues: Sequence[Catalogue]) -> Source:
    """Where the texts of a translation stand: in the catalogue each came from, or else in the lesson's file."""
    ids = [scene.id for scene in script.lesson.scenes]
    own = [one for one in wanted if one.at[0] != "scenes" or ids[int(one.at[1])] not in script.untranslated]
    source = script.source
    for catalogue in reversed(catalogues):
        current = (entry for entry in own if _is_current(entry, catalogue.entries.get(entry.id)))
        source = Source(catalogue.path, {entry.at: (catalogue.lines[entry.id], 1) for entry in current}, source)
    return source


def _translated(script: Script, tag: str, done: Mapping[str, str], scenes: frozenset[str]) -> Script:
    def words(at: Place, how: str, text: str) -> str:
        if at[0] == "scenes" and script.lesson.scenes[int(at[1])].id in scenes:
            return text
        return done.get(text_id(script.lesson, script.name, at), text)

    own = {name: _vars(value, f"{script.name}/vars/{name}", done) for name, value in script.lesson.vars.items()}
    lesson = map_texts(script.lesson, words)
    return dataclasses.replace(script, lesson=lesson, locale=tag, vars=own, untranslated=scenes)


def _vars(value: Any, id: str, done: Mapping[str, str]) -> Any:
    if isinstance(value, Mapping):
        return {key: _vars(item, f"{id}/{key}", done) for key, item in value.items()}
    if isinstance(value, list | tuple):
        return [_vars(item, f"{id}/{number}", done) for number, item in enumerate(value)]
    return done.get(id, value)

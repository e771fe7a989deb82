"""Comes in: a lesson in its source language and the PO files of a locale. Goes out: the lesson in that locale.

A translation counts when its entry has the text's id as `msgctxt`, the text as it is now as `msgid`, and a `msgstr`
that is not fuzzy. What has none, or one that has to be checked, is dealt with as the course says. Catalogues are
looked up along the locale's chain, so that `es-MX` may hold only what differs from `es`.
"""

from __future__ import annotations

import dataclasses
import os
import re
import unicodedata
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from pathlib import PurePath
from typing import Any

import polib

from lessonforge import locales
from lessonforge.errors import Problem, did_you_mean
from lessonforge.i18n.extract import Entry, entries, text_id
from lessonforge.i18n.marks import PLACEHOLDER, changed
from lessonforge.i18n.po import Catalogue, State, machine, nearest, read, same
from lessonforge.lesson import Course, Scene, Source
from lessonforge.lesson import Path as Place
from lessonforge.lesson_texts import map_texts
from lessonforge.model import Script


def translate(script: Script, tag: str) -> tuple[Script | None, list[Problem]]:
    """The lesson in the locale `tag`, or None and why not; None without problems where `skip` leaves nothing of it.

    Places in the file stay what they were: a scene without a translation keeps its words and is named in
    `Script.untranslated`, one with a machine's in `Script.machine`.
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
    found = _match(wanted, catalogues, script.course)
    if found.wrong:
        return None, found.wrong
    skipped = _scenes_of(wanted, found.skipped, script)
    if len(skipped) == len(script.lesson.scenes):
        return None, []
    translated = _translated(script, tag, found, skipped)
    return dataclasses.replace(translated, source=_source(translated, found)), []


def catalogues_of(script: Script, tag: str) -> tuple[list[Catalogue], list[Problem]]:
    """The locale's PO files, best first, and what is wrong with them."""
    found: list[Catalogue] = []
    problems: list[Problem] = []
    for candidate in locales.chain(tag):
        file = script.folder / "locale" / candidate / f"{script.name}.po"
        if os.path.lexists(file):
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
        f"`lessonforge i18n update {PurePath(script.source.path).as_posix()}` writes what to fill in. Or take '{tag}' "
        "out of the course's `locales`, or set `untranslated: source` there."
    )
    if script.source.inherited and tag in script.course.locales:
        return script.source.inherited.problem(("locales", script.course.locales.index(tag)), message, hint)
    return Problem(script.source.path, 0, 0, message, hint)


@dataclass(frozen=True)
class _Found:
    """The texts that have a translation, each with its entry and catalogue; the ids of those whose scene stays in the
    source language, of those whose scene is left out, of a machine's translations; the problems that stop the build.
    """

    done: Mapping[str, tuple[Entry, polib.POEntry, Catalogue]]
    missing: frozenset[str]
    skipped: frozenset[str]
    machine: frozenset[str]
    wrong: list[Problem]


def _match(wanted: Sequence[Entry], catalogues: Sequence[Catalogue], course: Course) -> _Found:
    """Looks every text up: a current translation anywhere along the chain, or else the nearest as the course allows."""
    done: dict[str, tuple[Entry, polib.POEntry, Catalogue]] = {}
    missing, skipped, machine = set[str](), set[str](), set[str]()
    wrong: list[Problem] = []
    for entry in wanted:
        one, best = nearest(catalogues, entry.id, entry.text)
        if best is not None and (one == "translated" or _may_use(one, course)):
            done[entry.id] = (entry, best.entries[entry.id], best)
            wrong += _changed_placeholders(*done[entry.id])
            machine |= {entry.id} if one == "machine" else set()
            continue
        policy = {"missing": course.untranslated, "machine": course.machine, "fuzzy": course.fuzzy}[one]
        (skipped if policy == "skip" else missing).add(entry.id)
        wrong += [_untranslated(entry, catalogues, wanted)] if policy == "error" else []
    return _Found(done, frozenset(missing), frozenset(skipped), frozenset(machine), wrong)


def _may_use(one: State, course: Course) -> bool:
    return course.machine != "error" if one == "machine" else course.fuzzy == "use"


def _untranslated(entry: Entry, catalogues: Sequence[Catalogue], wanted: Sequence[Entry]) -> Problem:
    """Why a text counts as untranslated, at its entry in the nearest catalogue that has one."""
    text = f'"{_short(entry.text)}"'
    catalogue = next((c for c in catalogues if entry.id in c.entries), None)
    if catalogue is None:
        extra = set(catalogues[0].entries) - {other.id for other in wanted} if catalogues else set()
        near = did_you_mean(entry.id, extra) if extra and "@" not in entry.id else ""
        hint = near if near.startswith("Did") else "Add it."
        path = catalogues[0].path if catalogues else ""
        return Problem(path, 0, 0, f"'{entry.id}' has no entry; its text is {text}.", hint)
    found = catalogue.entries[entry.id]
    if not same(found.msgid, entry.text):
        message = f"'{entry.id}' translates an older text, \"{_short(found.msgid)}\"; now it is {text}."
        return catalogue.problem(entry.id, message, "Run `lessonforge i18n update`, then look its translation through.")
    if engine := machine(found):
        message = f"'{entry.id}' was translated by a machine ({engine}): it has to be checked."
        return catalogue.problem(entry.id, message, "Check it, then remove `fuzzy` and the comment `machine:`.")
    if found.fuzzy and found.msgstr.strip():
        message = f"'{entry.id}' is marked fuzzy: its translation has to be checked."
        return catalogue.problem(entry.id, message, "Check it, then remove `fuzzy`.")
    return catalogue.problem(entry.id, f"'{entry.id}' isn't translated: {text}.")


def _short(text: str) -> str:
    flat = " ".join(text.split())
    return flat if len(flat) <= 60 else f"{flat[:57]}..."


def _changed_placeholders(entry: Entry, found: polib.POEntry, catalogue: Catalogue) -> list[Problem]:
    said = changed(entry.text, found.msgstr)
    hint = "A translation has the same {{ }} as its source."
    return [catalogue.problem(entry.id, f"'{entry.id}': {said}.", hint)] if said else []


def _scenes_of(wanted: Sequence[Entry], missing: Collection[str], script: Script) -> frozenset[str]:
    """The ids of the scenes in which a text is `missing`, or a var that a text uses, or the title that it shows."""
    lost = {entry.at for entry in wanted if entry.id in missing}
    scenes = script.lesson.scenes
    found = {int(entry.at[1]) for entry in wanted if entry.at[0] == "scenes" and entry.id in missing}
    found |= {int(entry.at[1]) for entry in wanted if entry.at[0] == "scenes" and _uses(entry, lost, scenes)}
    if ("title",) in lost and scenes[0].visual is None and scenes[0].quiz is None:
        found.add(0)
    return frozenset(scenes[n].id for n in found)


def _uses(entry: Entry, lost: Collection[Place], scenes: Sequence[Scene]) -> bool:
    """Whether a text of a scene uses one of the vars that are lost: its scene's own, or else the lesson's."""
    used = " ".join(PLACEHOLDER.findall(entry.text))
    if not used:
        return False
    n = int(entry.at[1])
    own = {str(at[3]) for at in lost if at[:3] == ("scenes", n, "vars")}
    shared = {str(at[1]) for at in lost if at[0] == "vars"} - scenes[n].vars.keys()
    return any(re.search(rf"\b{re.escape(name)}\b", used) for name in own | shared)


def _source(script: Script, found: _Found) -> Source:
    """Where the texts of a translation stand: in the catalogue each came from, or else in the lesson's file."""
    ids = [scene.id for scene in script.lesson.scenes]
    marks: dict[str, dict[Place, tuple[int, int]]] = {}
    for entry, _, catalogue in found.done.values():
        if entry.at[0] != "scenes" or ids[int(entry.at[1])] not in script.untranslated | script.skipped:
            marks.setdefault(catalogue.path, {})[entry.at] = (catalogue.lines.get(entry.id, 0), 1)
    source = script.source
    for path in reversed(marks):
        source = Source(path, marks[path], source)
    return source


def _translated(script: Script, tag: str, found: _Found, skipped: frozenset[str]) -> Script:
    scenes = _scenes_of(entries(script.lesson, script.name), found.missing, script) - skipped
    done = {id: unicodedata.normalize("NFC", entry.msgstr.strip()) for id, (_, entry, _) in found.done.items()}
    ids = [scene.id for scene in script.lesson.scenes]

    def words(at: Place, how: str, text: str) -> str:
        if at[0] == "scenes" and ids[int(at[1])] in scenes | skipped:
            return text
        return done.get(text_id(script.lesson, script.name, at), text)

    lesson = map_texts(script.lesson, words)
    own = _vars(script.lesson.vars, f"{script.name}/vars", done)
    its = {one.id: _vars(one.vars, f"{script.name}/{one.id}/vars", done) for one in lesson.scenes}
    machine = _scenes_of(entries(script.lesson, script.name), found.machine, script) - scenes
    return dataclasses.replace(
        script,
        lesson=lesson,
        locale=tag,
        vars=own,
        scene_vars={id: vars for id, vars in its.items() if vars and id not in scenes},
        untranslated=scenes,
        skipped=skipped,
        machine=machine,
    )


def _vars(value: Any, id: str, done: Mapping[str, str]) -> Any:
    if isinstance(value, Mapping):
        return {key: _vars(item, f"{id}/{key}", done) for key, item in value.items()}
    if isinstance(value, list | tuple):
        return [_vars(item, f"{id}/{number}", done) for number, item in enumerate(value)]
    return done.get(id, value)

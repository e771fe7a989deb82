"""Comes in: the texts of a lesson as they are now, and the catalogue of a locale. Goes out: the catalogue brought up
to date.

A text is found by its id first, so that a changed sentence never gets another one's translation:

- same id, same source: kept
- same source as another item of its list had: that translation (an item was put in, taken out or moved)
- same id, other source: kept as `fuzzy` with the old source beside it; a machine's words go, to be made anew
- new id, and the source of a text that was translated: that translation (the text was moved, or is said again)
- gone: kept as obsolete (`#~`), and used again when its text comes back
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

import polib

from lessonforge.i18n.extract import entries
from lessonforge.i18n.po import MACHINE, WIDTH, machine, same
from lessonforge.i18n.template import template_of
from lessonforge.model import Script

MOVED = "moved"
"""In place of how a text reaches the pupil: its id is gone. It may be any text now; of those that stay, only one that
reaches the pupil in the same way is likely to be said the same way."""


@dataclass(frozen=True)
class Changes:
    """The ids of what an update did: `changed` are fuzzy now (or empty, where a machine's words were), `moved` have
    the translation of an equal text.
    """

    new: tuple[str, ...] = ()
    changed: tuple[str, ...] = ()
    moved: tuple[str, ...] = ()
    gone: tuple[str, ...] = ()


@dataclass
class _Merger:
    """How each text of the lesson reaches a pupil, the old entry of each id, those whose source is the text as it is
    now, those that any text may have by its words, the names of those that are in use, and what became of the texts.
    """

    how: Mapping[str, str]
    before: Mapping[str, polib.POEntry]
    placed: Mapping[str, polib.POEntry]
    equal: Mapping[str, polib.POEntry]
    used: set[tuple[str, str]]
    what: dict[str, list[str]] = field(default_factory=dict)


def merged(script: Script, tag: str, old: polib.POFile | None) -> tuple[polib.POFile, Changes]:
    """The catalogue of a lesson for a locale, with the translations of the `old` one, and what changed."""
    template = template_of(script, tag)
    live = [entry for entry in old or () if not entry.obsolete and entry.msgctxt]
    obsolete = list(old.obsolete_entries()) if old else []
    how = {entry.id: entry.how for entry in entries(script.lesson, script.name)}
    at_work = _merger(template, live, obsolete, how)
    found = polib.POFile(wrapwidth=WIDTH)
    found.header = old.header if old else ""
    found.metadata = {**template.metadata, **(old.metadata if old else {})}
    found.extend(_entry(wanted, at_work) for wanted in template)
    at_work.what["gone"] = [entry.msgctxt for entry in live if entry.msgctxt not in how]
    there = at_work.used | {_name(entry) for entry in found}
    found.extend(_obsolete(one) for one in (*obsolete, *live) if one.msgstr.strip() and _name(one) not in there)
    return found, Changes(**{name: tuple(at_work.what.get(name, ())) for name in ("new", "changed", "moved", "gone")})


def _merger(
    template: polib.POFile, live: list[polib.POEntry], obsolete: list[polib.POEntry], how: Mapping[str, str]
) -> _Merger:
    having_ids = [*live, *(entry for entry in obsolete if entry.msgctxt)]
    before = {entry.msgctxt: entry for entry in reversed(having_ids)}
    done = [entry for entry in having_ids if entry.msgstr.strip()]
    equal: dict[str, polib.POEntry] = {}
    for entry in (one for one in done if not one.fuzzy):
        equal.setdefault(_key(entry.msgid, how.get(entry.msgctxt, MOVED)), entry)
        equal.setdefault(_key(entry.msgid, _item(entry.msgctxt)), entry)
    placed = _placed(template, before, done)
    return _Merger(how, before, placed, equal, {_name(entry) for entry in placed.values()})


def _placed(
    template: polib.POFile, before: Mapping[str, polib.POEntry], done: list[polib.POEntry]
) -> dict[str, polib.POEntry]:
    """The old entry of each text whose source is as it was: its own, or else, in order, those of items of its list."""
    placed = {
        one.msgctxt: before[one.msgctxt]
        for one in template
        if one.msgctxt in before and same(before[one.msgctxt].msgid, one.msgid)
    }
    taken = {_name(entry) for entry in placed.values()}
    items: dict[str, list[polib.POEntry]] = {}
    for entry in (one for one in done if _name(one) not in taken):
        items.setdefault(_key(entry.msgid, _item(entry.msgctxt)), []).append(entry)
    for one in template:
        if one.msgctxt not in placed and (equal := items.get(_key(one.msgid, _item(one.msgctxt)))):
            placed[one.msgctxt] = equal.pop(0)
    return placed


def _name(entry: polib.POEntry) -> tuple[str, str]:
    return entry.msgctxt or "", entry.msgid


def _item(id: str) -> str:
    """An id without its numbers: the same for all items of a list. A scene may have a number for its id."""
    own = id.split("/")
    return "/".join([*own[:2], *("*" if part.isdigit() else part for part in own[2:])])


def _key(text: str, how: str) -> str:
    return f"{how}\n{' '.join(text.split())}"


def _entry(wanted: polib.POEntry, at_work: _Merger) -> polib.POEntry:
    """One text with the translation that it has or gets."""
    id = wanted.msgctxt
    made = polib.POEntry(
        msgctxt=id, msgid=wanted.msgid, comment=wanted.comment, occurrences=wanted.occurrences, flags=[]
    )
    own = at_work.placed.get(id)
    if own is not None:
        return _kept(made, own, at_work)
    before = at_work.before.get(id)
    is_free = before is not None and before.msgstr.strip() and _name(before) not in at_work.used
    if before is None or not is_free or _key(made.msgid, _item(id)) in at_work.equal:
        return _found(made, at_work)
    at_work.what.setdefault("changed", []).append(id)
    if machine(before):
        return _emptied(made, before)
    at_work.used.add(_name(before))
    made.msgstr, made.tcomment = before.msgstr, before.tcomment
    made.flags = [*(flag for flag in before.flags if flag != "fuzzy"), "fuzzy"]
    made.previous_msgid = (before.previous_msgid if before.fuzzy else None) or before.msgid
    return made


def _emptied(made: polib.POEntry, before: polib.POEntry) -> polib.POEntry:
    """A text that a machine has to translate again: another one was given to it."""
    made.tcomment = "\n".join(line for line in before.tcomment.splitlines() if not line.startswith(MACHINE))
    return made


def _kept(made: polib.POEntry, own: polib.POEntry, at_work: _Merger) -> polib.POEntry:
    """A text whose source is as it was, with all that its entry has; a fuzzy one that was emptied is just missing."""
    if machine(own) and own.previous_msgid:
        return _emptied(made, own)
    made.msgstr, made.tcomment, made.flags = own.msgstr, own.tcomment, list(own.flags)
    if own.fuzzy and not own.msgstr.strip():
        made.flags.remove("fuzzy")
    made.previous_msgid = own.previous_msgid if made.fuzzy else None
    if own.msgctxt != made.msgctxt:
        at_work.what.setdefault("moved", []).append(made.msgctxt)
    return made


def _found(made: polib.POEntry, at_work: _Merger) -> polib.POEntry:
    """A text that has no entry of its own: the translation of an equal one, if there is one."""
    keys = (_key(made.msgid, how) for how in (_item(made.msgctxt), MOVED, at_work.how[made.msgctxt]))
    equal = next((at_work.equal[key] for key in keys if key in at_work.equal), None)
    if equal is not None:
        made.msgstr, made.tcomment = equal.msgstr, equal.tcomment
        at_work.used.add(_name(equal))
    at_work.what.setdefault("new" if equal is None else "moved", []).append(made.msgctxt)
    return made


def _obsolete(entry: polib.POEntry) -> polib.POEntry:
    entry.obsolete = True
    entry.occurrences, entry.comment = [], ""
    return entry

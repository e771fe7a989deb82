"""Comes in: the texts of a lesson as they are now, and the catalogue of a locale. Goes out: the catalogue brought up
to date.

A text is found by its id first, so that a changed sentence never gets another one's translation:

- same id, same source: kept; same id, other source: kept as `fuzzy` with the old source beside it
- new id, and the source of a text that was translated: that translation (the text was moved, or is said again)
- gone: kept as obsolete (`#~`), and used again when its id comes back
"""

from __future__ import annotations

from dataclasses import dataclass, field

import polib

from lessonforge.i18n.extract import entries
from lessonforge.i18n.po import WIDTH, same
from lessonforge.i18n.template import template_of
from lessonforge.model import Script

MOVED = "moved"
"""In place of how a text reaches the pupil: its id is gone. It may be any text now; of those that stay, only one that
reaches the pupil in the same way is likely to be said the same way."""


@dataclass(frozen=True)
class Changes:
    """The ids of what an update did: `changed` are fuzzy now, `moved` have the translation of an equal text."""

    new: tuple[str, ...] = ()
    changed: tuple[str, ...] = ()
    moved: tuple[str, ...] = ()
    gone: tuple[str, ...] = ()


@dataclass
class _Merger:
    """The old entries by id and by source, how each text of the lesson reaches a pupil, and what has become of them."""

    live: dict[str, polib.POEntry]
    obsolete: dict[str, polib.POEntry]
    how: dict[str, str]
    equal: dict[str, polib.POEntry]
    moved: dict[str, str] = field(default_factory=dict)
    what: dict[str, list[str]] = field(default_factory=dict)


def merged(script: Script, tag: str, old: polib.POFile | None) -> tuple[polib.POFile, Changes]:
    """The catalogue of a lesson for a locale, with the translations of the `old` one, and what changed."""
    template = template_of(script, tag)
    at_work = _merger(script, old or polib.POFile())
    found = polib.POFile(wrapwidth=WIDTH)
    found.header = old.header if old else ""
    found.metadata = {**template.metadata, **(old.metadata if old else {})}
    found.extend(_entry(wanted, at_work) for wanted in template)
    gone = [entry for id, entry in at_work.live.items() if id not in at_work.how]
    at_work.what["gone"] = [entry.msgctxt for entry in gone]
    before = [entry for entry in (old.obsolete_entries() if old else []) if entry.msgctxt not in at_work.live]
    kept = [entry for entry in (*before, *gone) if entry.msgctxt not in at_work.how]
    found.extend(_obsolete(entry) for entry in kept if entry.msgstr and entry.msgctxt not in at_work.moved)
    return found, Changes(**{name: tuple(at_work.what.get(name, ())) for name in ("new", "changed", "moved", "gone")})


def _merger(script: Script, old: polib.POFile) -> _Merger:
    live = {entry.msgctxt: entry for entry in old if not entry.obsolete and entry.msgctxt}
    obsolete = {entry.msgctxt: entry for entry in old.obsolete_entries() if entry.msgctxt and entry.msgctxt not in live}
    how = {entry.id: entry.how for entry in entries(script.lesson, script.name)}
    equal: dict[str, polib.POEntry] = {}
    for id, entry in (*live.items(), *obsolete.items()):
        if entry.msgstr.strip() and not entry.fuzzy:
            equal.setdefault(_key(entry.msgid, how.get(id, MOVED)), entry)
    return _Merger(live, obsolete, how, equal)


def _key(text: str, how: str) -> str:
    return f"{how}\n{' '.join(text.split())}"


def _entry(wanted: polib.POEntry, at_work: _Merger) -> polib.POEntry:
    """One text with the translation that it has or gets."""
    id = wanted.msgctxt
    made = polib.POEntry(
        msgctxt=id, msgid=wanted.msgid, comment=wanted.comment, occurrences=wanted.occurrences, flags=[]
    )
    before = at_work.live.get(id) or at_work.obsolete.get(id)
    if before is None or not (before.msgstr.strip() or same(before.msgid, wanted.msgid)):
        return _found(made, at_work)
    made.msgstr, made.tcomment, made.flags = before.msgstr, before.tcomment, list(before.flags)
    if same(before.msgid, wanted.msgid):
        made.previous_msgid = before.previous_msgid if before.fuzzy else None
    elif before.msgstr.strip():
        made.flags = [*(flag for flag in before.flags if flag != "fuzzy"), "fuzzy"]
        made.previous_msgid = (before.previous_msgid if before.fuzzy else None) or before.msgid
        at_work.what.setdefault("changed", []).append(id)
    return made


def _found(made: polib.POEntry, at_work: _Merger) -> polib.POEntry:
    """A text with a new id: the translation of an equal one, if there is one."""
    keys = (_key(made.msgid, how) for how in (MOVED, at_work.how[made.msgctxt]))
    equal = next((at_work.equal[key] for key in keys if key in at_work.equal), None)
    if equal is not None:
        made.msgstr, made.tcomment = equal.msgstr, equal.tcomment
        at_work.moved[equal.msgctxt] = made.msgctxt
    at_work.what.setdefault("new" if equal is None else "moved", []).append(made.msgctxt)
    return made


def _obsolete(entry: polib.POEntry) -> polib.POEntry:
    entry.obsolete = True
    entry.occurrences, entry.comment = [], ""
    return entry

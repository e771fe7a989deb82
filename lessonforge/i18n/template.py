"""The PO template of a lesson: every text with what a translator has to know of it."""

from __future__ import annotations

import datetime
from collections.abc import Iterable

import polib

from lessonforge import locales
from lessonforge.i18n import glossary
from lessonforge.i18n.extract import Entry, entries
from lessonforge.i18n.po import WIDTH
from lessonforge.model import Script

_HOW = {
    "spoken": "spoken aloud",
    "drawn": "drawn in the picture: keep it short",
    "told": "read by screen readers and catalogues",
    "match": "words of this scene's narration, exactly as translated there: a label appears when they are spoken",
    "var": "put in place of {{ }} in other texts",
}
# How much longer than its source a drawn text may grow, by the length of the source in characters: short texts grow
# most (IBM's table of text expansion, quoted by W3C "Text size in translation").
_GROWTH = ((10, 3.0), (20, 2.0), (30, 1.8), (50, 1.6), (70, 1.4))


def budget(entry: Entry) -> int:
    """How many characters a translation may have: 0 where nothing limits it."""
    length = len(entry.text.strip())
    share = next((share for most, share in _GROWTH if length <= most), 1.3)
    return round(length * share) if entry.how == "drawn" else 0


def template_of(script: Script, tag: str = "") -> polib.POFile:
    """The PO template of a lesson: every text once, in order, with nothing translated.

    `tag` is the locale that it is for, `""` if for none.
    """
    found = polib.POFile(wrapwidth=WIDTH)
    found.metadata = _header(script, tag)
    for entry in entries(script.lesson, script.name):
        found.append(
            polib.POEntry(
                msgctxt=entry.id,
                msgid=entry.text.strip(),
                comment="\n".join(_comments(script, entry, tag)),
                occurrences=[(script.source.path, "")],
            )
        )
    return found


def _header(script: Script, tag: str) -> dict[str, str]:
    now = f"{datetime.datetime.now(datetime.UTC):%Y-%m-%d %H:%M}+0000"
    header = {"Project-Id-Version": f"{script.folder.resolve().name}/{script.name}"}
    if tag:
        header |= {"PO-Revision-Date": now, "Last-Translator": "nobody yet", "Language-Team": "none yet"}
    header |= {"Language": tag.replace("-", "_"), "MIME-Version": "1.0", "Content-Type": "text/plain; charset=UTF-8"}
    header["Content-Transfer-Encoding"] = "8bit"
    return header | ({"Plural-Forms": _plural(tag)} if tag else {})


def _plural(tag: str) -> str:
    """CLDR's plural rule of a locale, as gettext writes it."""
    from babel.messages.plurals import get_plural

    rule = get_plural(locales.language(tag))
    return f"nplurals={rule.num_plurals}; plural={rule.plural_expr};"


def where(script: Script, entry: Entry) -> str:
    """Where a text stands, how it reaches a pupil and how long it may be: `scene 2 "food", at level A1, spoken`."""
    number = int(entry.at[1]) if entry.at[0] == "scenes" else None
    scene = "" if number is None else f'scene {number + 1} "{script.lesson.scenes[number].id}", '
    level = entry.id.partition("@")[2].partition("/")[0]
    scene += f"at level {level}, " if level else ""
    limit = budget(entry)
    return scene + _HOW[entry.how] + (f", {limit} characters at most" if limit else "")


def note(script: Script, entry: Entry) -> str:
    """What the author tells those who translate a text: of its scene, or of the lesson."""
    owner = script.lesson.scenes[int(entry.at[1])] if entry.at[0] == "scenes" else script.lesson
    return " ".join((owner.note or "").split())


def _comments(script: Script, entry: Entry, tag: str) -> Iterable[str]:
    yield where(script, entry)
    if told := note(script, entry):
        yield f"note: {told}"
    yield from (f"glossary: {term}" for term in glossary.told(script.glossary, entry.text, tag))

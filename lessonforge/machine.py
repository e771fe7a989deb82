"""Machine translation of a course: what is missing in its catalogues, by an engine, for people to look through.

A machine's words are marked as such in the catalogue, with the model and its licence, and are `fuzzy` until a person
clears them. What an engine breaks is left empty and told.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import polib

from lessonforge import localize, pipeline
from lessonforge.build.work import Maker
from lessonforge.errors import EngineFailed, SettingsError
from lessonforge.i18n import masking, po
from lessonforge.i18n.masking import Masked
from lessonforge.model import Script
from lessonforge.translation.protocol import Passage
from lessonforge.workshop import Workshop


@dataclass(frozen=True)
class Done:
    """What became of one catalogue: how many texts were translated, and the ids of those that were broken."""

    file: Path
    translated: int
    broken: tuple[str, ...]


def translate(path: Path, tags: Sequence[str], engine: str, model: str) -> Iterator[Done]:
    """Fill what is missing in the catalogues of `tags` (or of all that the course is in), one lesson after another.

    Raises ScriptError, SettingsError, EngineError.
    """
    maker = Maker(
        "lessonforge.translation.registry:load",
        f"{engine} {model}".strip(),
        "translate",
        ("lessonforge.translation.protocol:Translation",),
        1800,
    )
    maker.engine().fingerprint()  # whether it is there at all, before anything is written
    for _ in localize.update(path, tags):
        pass
    wanted = [(script, tag) for script in localize.scripts(path) for tag in localize.locales_of(script, tags)]
    if not wanted:
        raise SettingsError("There is no language to translate into. List some in `locales`, or name one with -l.")
    with pipeline.workshop(pipeline.Order(path), 1) as workshop:
        for script, tag in wanted:
            yield _lesson(script, tag, maker, workshop)


def _lesson(script: Script, tag: str, maker: Maker, workshop: Workshop) -> Done:
    from lessonforge.i18n.extract import entries

    file = localize.catalogue_file(script, tag)
    catalogue, _ = po.read(file, str(file))
    how = {entry.id: entry.how for entry in entries(script.lesson, script.name)}
    empty = {id: entry for id, entry in catalogue.entries.items() if id in how and not entry.msgstr.strip()}
    sources = {
        id: masking.masked(entry.msgid, script.glossary, tag) for id, entry in empty.items() if how[id] != "match"
    }
    found = _translated(sources, script.locale, tag, maker, workshop)
    credit = maker.engine().credit
    for id, text in found.items():
        _put(empty[id], text, credit)
    for id in (id for id in empty if how[id] == "match"):
        if words := _spoken_there(id, catalogue.entries):
            _put(empty[id], words, credit)
    localize.save(file, catalogue.file)
    return Done(file, len(found), tuple(sorted(sources.keys() - found.keys())))


def _translated(
    sources: Mapping[str, Masked], source: str, target: str, maker: Maker, workshop: Workshop
) -> dict[str, str]:
    """The translations that nothing is wrong with: of the whole text, or else of the pieces between what must stay."""
    whole = _asked({one.text for one in sources.values()}, source, target, maker, workshop)
    found = {id: masking.unmasked(whole[one.text], one) for id, one in sources.items() if one.text in whole}
    again = {id: masking.pieces(one) for id, one in sources.items() if found.get(id) is None}
    parts = {part for one in again.values() for part in one[::2] if any(map(str.isalpha, part))}
    known = _asked({part.strip() for part in parts}, source, target, maker, workshop)
    for id, one in again.items():
        texts = [part.strip() for part in one[::2] if any(map(str.isalpha, part))]
        if all(text in known for text in texts):
            found[id] = masking.unmasked(masking.joined(one, iter([known[text] for text in texts])), sources[id])
    return {id: text for id, text in found.items() if text}


def _asked(texts: set[str], source: str, target: str, maker: Maker, workshop: Workshop) -> dict[str, str]:
    """What the engine makes of each text, from the store where it was asked before."""
    requests = {Passage(text, source, target): text for text in sorted(texts, key=lambda text: (len(text), text))}
    made = workshop.make("translations", {text: (request, maker) for request, text in requests.items()})
    if requests and not made:
        raise EngineFailed(next(iter(workshop.failed.values())).message)
    return {requests[request]: translation.text for request, translation in made.items()}


def _put(entry: polib.POEntry, text: str, credit: str) -> None:
    entry.msgstr = text
    entry.flags = [*(flag for flag in entry.flags if flag != "fuzzy"), "fuzzy"]
    mine = [line for line in entry.tcomment.splitlines() if not line.startswith(po.MACHINE)]
    entry.tcomment = "\n".join([f"{po.MACHINE} {credit}", *mine])


def _spoken_there(id: str, entries: Mapping[str, polib.POEntry]) -> str:
    """The word of a translated narration at which a label appears: the one as far along as in the source."""
    scene = "/".join(id.split("/")[:2])
    for said in (entry for other, entry in entries.items() if other.startswith(f"{scene}/narration")):
        at = said.msgid.lower().find(entries[id].msgid.lower())
        words = said.msgstr.split()
        if at >= 0 and words:
            place = min(len(words) - 1, int(at / max(1, len(said.msgid)) * len(words)))
            return words[place].strip(".,;:!?…«»\"'()")
    return ""

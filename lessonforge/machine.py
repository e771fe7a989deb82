"""Machine translation of a course: what is missing in its catalogues, by an engine, for people to look through.

A machine's words are marked as such in the catalogue, with the model and its licence, and are `fuzzy` until a person
clears them. What an engine breaks or fails on is left empty and told. What a person writes meanwhile stays.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import polib

from lessonforge import localize, pipeline
from lessonforge.build.work import Maker
from lessonforge.errors import EngineFailed, EngineMissing, ScriptError, SettingsError
from lessonforge.i18n import masking, po
from lessonforge.i18n.masking import Masked
from lessonforge.model import Script
from lessonforge.translation.protocol import Passage
from lessonforge.workshop import Workshop


@dataclass(frozen=True)
class Done:
    """What became of one catalogue: how many texts were translated, the ids of those in which a mark or a number was
    broken, and by id why the engine failed on others.
    """

    file: Path
    translated: int
    broken: tuple[str, ...]
    failed: Mapping[str, str]


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
    how = {entry.id: entry.how for entry in entries(script.lesson, script.name)}
    before = _empty(_read(file), how)
    sources = {
        id: masking.masked(entry.msgid, script.glossary, tag) for id, entry in before.items() if how[id] != "match"
    }
    found, failed = _translated(sources, script.locale, tag, maker, workshop)
    catalogue = _read(file)  # somebody may have worked in it meanwhile
    empty = {
        id: entry
        for id, entry in _empty(catalogue, how).items()
        if id in before and po.same(entry.msgid, before[id].msgid)
    }
    filled = found.keys() & empty.keys()
    credit = maker.engine().credit
    for id in filled:
        _put(empty[id], found[id], credit)
    for id in (id for id in empty if how[id] == "match"):
        if words := _spoken_there(id, catalogue.entries):
            _put(empty[id], words, credit)
    localize.save(file, catalogue.file)
    left = sorted((sources.keys() & empty.keys()) - filled)
    return Done(
        file,
        len(filled),
        tuple(id for id in left if id not in failed),
        {id: failed[id] for id in left if id in failed},
    )


def _read(file: Path) -> po.Catalogue:
    """A catalogue that nothing is wrong with. Raises ScriptError."""
    from lessonforge.script.load import displayed

    catalogue, problems = po.read(file, displayed(file))
    if problems:
        raise ScriptError(problems)
    return catalogue


def _empty(catalogue: po.Catalogue, ids: Collection[str]) -> dict[str, polib.POEntry]:
    return {id: entry for id, entry in catalogue.entries.items() if id in ids and not entry.msgstr.strip()}


def _translated(
    sources: Mapping[str, Masked], source: str, target: str, maker: Maker, workshop: Workshop
) -> tuple[dict[str, str], dict[str, str]]:
    """The translations that nothing is wrong with: of the whole text, or else of the pieces between what must stay.

    Beside them, why the engine failed on others.
    """
    whole, failed = _asked({one.text for one in sources.values()}, source, target, maker, workshop)
    if len(failed) > 1 and not whole:
        raise EngineFailed(next(iter(failed.values())))  # it is the engine, not a text
    found = {id: masking.unmasked(whole[one.text], one) for id, one in sources.items() if one.text in whole}
    again = {id: masking.pieces(one) for id, one in sources.items() if found.get(id) is None}
    spoken = {id: [part.strip() for part in one[::2] if any(map(str.isalpha, part))] for id, one in again.items()}
    known, unknown = _asked({text for texts in spoken.values() for text in texts}, source, target, maker, workshop)
    for id, texts in spoken.items():
        if all(text in known for text in texts):
            parts = masking.joined(again[id], iter([known[text] for text in texts]))
            found[id] = masking.unmasked(parts, sources[id])
    reasons = {id: next((unknown[text] for text in texts if text in unknown), "") for id, texts in spoken.items()}
    done = {id: text for id, text in found.items() if text}
    return done, {id: reason for id, reason in reasons.items() if reason and id not in done}


def _asked(
    texts: set[str], source: str, target: str, maker: Maker, workshop: Workshop
) -> tuple[dict[str, str], dict[str, str]]:
    """What the engine makes of each text, from the store where it was asked before, and why it failed on others.

    Raises EngineMissing.
    """
    requests = {Passage(text, source, target): text for text in sorted(texts, key=lambda text: (len(text), text))}
    earlier = len(workshop.steps)
    made = workshop.make("translations", {text: (request, maker) for request, text in requests.items()})
    failed = {
        step.subject: workshop.failed[step.key] for step in workshop.steps[earlier:] if step.key in workshop.failed
    }
    if missing := next((one.message for one in failed.values() if one.kind == "missing"), ""):
        raise EngineMissing(missing)
    translated = {requests[request]: translation.text for request, translation in made.items()}
    return translated, {text: failure.message for text, failure in failed.items()}


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

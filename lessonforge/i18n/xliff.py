"""XLIFF 2 (OASIS, "XLIFF Version 2.0" and "2.1"): what translation tools exchange.

A lesson is a `file`, a text is a `unit` of one `segment`: its `name` is the text's id, its `id` the check. Marks such
as `{{ sea }}` are `ph` elements, so that tools protect them. A translation that has to be looked at is `initial`, with
the `subState` `lf:fuzzy` or `lf:machine`; what comes back `initial` is fuzzy.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from xml.sax.saxutils import escape, quoteattr

from lessonforge import locales
from lessonforge.errors import Problem
from lessonforge.i18n import xml_
from lessonforge.i18n.exchange import MAX_BYTES, Sheet, Unit
from lessonforge.i18n.marks import MARK
from lessonforge.i18n.po import State
from lessonforge.i18n.xml_ import Element

SUFFIX = ".xlf"
SUFFIXES = (SUFFIX, ".xliff")
NAMESPACE = "urn:oasis:names:tc:xliff:document:2.0"
VERSIONS = ("2.0", "2.1")
_X = f"{NAMESPACE} "
_DONE = ("translated", "reviewed", "final")
_STATES: dict[State, str] = {
    "translated": 'state="translated"',
    "fuzzy": 'state="initial" subState="lf:fuzzy"',
    "machine": 'state="initial" subState="lf:machine"',
    "missing": 'state="initial"',
}


def write(sheet: Sheet) -> bytes:
    """The file of a sheet."""
    head = f'xmlns="{NAMESPACE}" version="2.0" srcLang={quoteattr(sheet.written_in)} trgLang={quoteattr(sheet.locale)}'
    file = f' <file id="lesson" original={quoteattr(sheet.lesson)} canResegment="no">'
    lines = ['<?xml version="1.0" encoding="UTF-8"?>', f"<xliff {head}>", file]
    for unit in sheet.units:
        lines += _unit(unit)
    return "\n".join([*lines, " </file>", "</xliff>", ""]).encode()


def _unit(unit: Unit) -> Iterator[str]:
    ids: dict[str, str] = {}
    source, target = _content(unit.source, ids), _content(unit.translation, ids)
    yield f'  <unit id="{unit.check}" name={quoteattr(unit.id)} xml:space="preserve">'
    told = ("where", unit.where), ("note", unit.note), ("glossary", unit.glossary)
    yield "   <notes>"
    yield from (f'    <note category="{name}">{escape(text)}</note>' for name, text in told if text)
    yield "   </notes>"
    if ids:
        data = "".join(f'<data id="{id}">{escape(mark)}</data>' for mark, id in ids.items())
        yield f"   <originalData>{data}</originalData>"
    yield f"   <segment {_STATES[unit.state]}>"
    yield f"    <source>{source}</source>"
    if unit.translation:
        yield f"    <target>{target}</target>"
    yield "   </segment>"
    yield "  </unit>"


def _content(text: str, ids: dict[str, str]) -> str:
    """A text with its marks as `ph` elements; `ids` names the data of each mark that the unit has so far."""
    parts, end, times = [], 0, dict[str, int]()
    for found in MARK.finditer(text):
        mark = found[0]
        data = ids.setdefault(mark, f"d{len(ids) + 1}")
        times[mark] = times.get(mark, 0) + 1
        code = f'<ph id="{data}-{times[mark]}" dataRef="{data}" equiv={quoteattr(mark)} canDelete="no"/>'
        parts += [escape(text[end : found.start()]), code]
        end = found.end()
    return "".join([*parts, escape(text[end:])])


def read(data: bytes, path: str) -> tuple[list[Sheet], list[Problem]]:
    """The sheets of a file, and what is wrong with it."""
    if len(data) > MAX_BYTES:
        return [], [Problem(path, 0, 0, f"the file is longer than {MAX_BYTES:,} bytes.")]
    root, problems = xml_.read(data, path)
    if root is None:
        return [], problems
    version, tag = root.attributes.get("version", ""), root.attributes.get("trgLang", "")
    if root.name != f"{_X}xliff" or version not in VERSIONS:
        what = f"XLIFF {version}" if root.name.endswith("xliff") else f"'{root.name.split(' ')[-1]}' in XML"
        return [], [Problem(path, root.line, 1, f"this is {what}.", f"XLIFF {' and '.join(VERSIONS)} are read.")]
    try:
        locale = locales.canonical(tag)
    except ValueError as error:
        return [], [Problem(path, root.line, 1, f"trgLang: {error}")]
    sheets = []
    for file in root.all(f"{_X}file"):
        units = [_read_unit(one, path, problems) for one in _units(file)]
        sheets.append(Sheet(file.attributes.get("original", ""), locale, tuple(filter(None, units))))
    if not any(sheet.units for sheet in sheets) and not problems:
        problems = [Problem(path, root.line, 1, "there is no unit in this file.")]
    return sheets, problems


def _units(file: Element) -> Iterator[Element]:
    """The units of a file in order, those in groups too."""
    for part in file.parts:
        if isinstance(part, Element):
            if part.name == f"{_X}unit":
                yield part
            elif part.name == f"{_X}group":
                yield from _units(part)


def _read_unit(element: Element, path: str, problems: list[Problem]) -> Unit | None:
    """A unit; where it can't be one, None, and why is among the problems."""
    name, segments = element.attributes.get("name", ""), element.all(f"{_X}segment")
    states = {one.attributes.get("state", "initial") for one in segments}
    try:
        source, target = _texts(element)
        if not name:
            raise _Wrong(element.line, "this unit has no name.", "Its name is the id of a text, as it was exported.")
        if not source.strip():
            raise _Wrong(element.line, "it has no segment with a source.")
        if unknown := states - {"initial", *_DONE}:
            hint = f"There are: initial, {', '.join(_DONE)}."
            raise _Wrong(segments[0].line, f"there is no state '{min(unknown)}'.", hint)
    except _Wrong as error:
        line, message, *more = error.args
        problems.append(Problem(path, line, 1, f"'{name}': {message}" if name else message, "".join(more)))
        return None
    state: State = "missing" if not target.strip() else "fuzzy" if "initial" in states else "translated"
    return Unit(name, source, target, state, check=element.attributes.get("id", ""), path=path, line=element.line)


class _Wrong(Exception):
    """What a unit can't be read for: line, message and hint."""


def _texts(unit: Element) -> tuple[str, str]:
    """The source and the target of a unit, whatever segments a tool has cut it into. Raises _Wrong."""
    kept = [one for every in unit.all(f"{_X}originalData") for one in every.all(f"{_X}data")]
    data = {one.attributes.get("id", ""): _inline(one, {}) for one in kept}
    source, target = [], []
    for part in unit.parts:
        if isinstance(part, Element) and part.name in (f"{_X}segment", f"{_X}ignorable"):
            its = [_inline(one, data) for one in part.all(f"{_X}source")]
            done = [_inline(one, data) for one in part.all(f"{_X}target")]
            source += its
            target += done or (its if part.name == f"{_X}ignorable" else [])
    return "".join(source), "".join(target)


def _inline(element: Element, data: Mapping[str, str]) -> str:
    """The text of a source or target, with each inline code as what it stands for. Raises _Wrong."""
    found = []
    for part in element.parts:
        if isinstance(part, str):
            found.append(part)
            continue
        kind = part.name.removeprefix(_X)
        mark = data.get(part.attributes.get("dataRef", "")) or part.attributes.get("equiv", "")
        if kind in ("mrk", "pc"):
            found.append(_inline(part, data))
        elif kind == "ph" and mark:
            found.append(mark)
        elif kind not in ("sm", "em"):
            raise _Wrong(part.line, f"the inline code <{kind.split(' ')[-1]}> stands for nothing here.", "Remove it.")
    return "".join(found)

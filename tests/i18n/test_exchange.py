"""Spreadsheets and XLIFF: what goes out comes back unchanged, and nothing wrong comes in."""

import csv
import dataclasses
import io
import re
import shutil
import subprocess
import xml.etree.ElementTree as ET
from pathlib import Path

import course_of_tides as tides
import polib
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lessonforge import localize
from lessonforge.cli import main
from lessonforge.i18n import csv_, xliff
from lessonforge.i18n.exchange import Sheet, Taken, Unit, digest, sheet_of, take
from lessonforge.i18n.marks import changed
from lessonforge.i18n.po import CONTROL

FORMS = {"csv": csv_, "xliff": xliff}
X = "{urn:oasis:names:tc:xliff:document:2.0}"


@pytest.fixture
def po(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    return tides.write(tmp_path)


def exported(form, *options, into="out"):
    assert main(["i18n", "export", "earth", "-l", "es", "--format", form, "--out", into, *options]) == 0
    return Path(into, "earth", f"tides.es{FORMS[form].SUFFIX}")


def imported(capsys, *files, code=0):
    capsys.readouterr()
    assert main(["i18n", "import", *map(str, files)]) == code
    out, err = capsys.readouterr()
    return (err or out).splitlines()


def rewritten(file, change):
    """A spreadsheet with its rows changed, as dicts by column."""
    rows = list(csv.DictReader(io.StringIO(file.read_text("utf-8-sig"), newline="")))
    text = io.StringIO(newline="")
    rows = change(rows) or rows
    writer = csv.DictWriter(text, rows[0].keys())
    writer.writeheader()
    writer.writerows(rows)
    file.write_text(text.getvalue(), "utf-8-sig", newline="")


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("done", [True, False])
def test_a_round_trip_changes_nothing(po, capsys, form, done):
    if not done:
        tides.edit(po, lambda entry: setattr(entry, "msgstr", ""))
    machine = tides.entry_of(po, "title").msgstr

    def mark(entry):
        if entry.msgctxt == "tides/two/narration":
            entry.flags, entry.previous_msgid = ["fuzzy"], "Once a day."
        if entry.msgctxt == "tides/title" and machine:
            entry.flags, entry.tcomment = ["fuzzy"], "machine: tiny (MIT)\nhm"

    tides.edit(po, mark)
    before = po.read_bytes()
    assert imported(capsys, exported(form)) == ["earth/locale/es/tides.po: nothing new"]
    assert po.read_bytes() == before


TEXTS = st.text(
    st.characters(blacklist_categories=("Cs", "Cc", "Cn")) | st.sampled_from("=+-@'\"\n;,{}<&"), max_size=40
)
UNITS = st.lists(st.tuples(TEXTS, TEXTS, st.sampled_from(["translated", "fuzzy", "missing"])), min_size=1, max_size=4)


@pytest.mark.parametrize("form", FORMS)
@given(texts=UNITS)
def test_any_text_comes_back_as_it_was(form, texts):
    units = [
        Unit(f"l/{n}", f"s{source}".strip(), translation.strip(), state)
        for n, (source, translation, state) in enumerate(texts)
        if translation.strip() or state == "missing"
    ]
    wanted = [(unit.id, unit.source, unit.translation, digest(unit.id, unit.source)) for unit in units]
    units = [dataclasses.replace(unit, where="x", check=digest(unit.id, unit.source)) for unit in units]
    sheets, problems = FORMS[form].read(FORMS[form].write(Sheet("a/l", "es", tuple(units), "en")), "f")
    got = [unit for sheet in sheets for unit in sheet.units]
    assert [(u.id, u.source, u.translation, u.check) for u in got] == wanted or (form == "xliff" and not units)
    assert not problems or not units
    if form == "csv":
        assert [u.state for u in got] == [u.state for u in units]


def test_no_cell_is_run_as_a_formula(po):
    rows = list(csv.reader(io.StringIO(exported("csv").read_text("utf-8-sig"), newline="")))
    assert len(rows) > 8 and not [cell for row in rows for cell in row if cell[:1] in "=+-@\t\r" and cell]
    assert exported("csv", into="again").read_bytes().startswith(b"\xef\xbb\xbfid,source,")


def test_a_translator_is_told_all_there_is_to_know(po):
    row = next(
        row
        for row in csv.DictReader(io.StringIO(exported("csv").read_text("utf-8-sig"), newline=""))
        if row["id"] == "tides/pull/narration"
    )
    assert row["where"] == 'scene 1 "pull", spoken aloud' and row["note"] == "the Moon, not a moon"
    assert row["glossary"] == "Moon = Luna (ours)" and row["state"] == "translated"
    text = exported("xliff").read_text()
    assert '<note category="glossary">Moon = Luna (ours)</note>' in text


def test_xliff_is_as_the_standard_says(po):
    """The rules of XLIFF 2.0, section 4.2 and 4.3, that bear on what is written."""
    tides.edit(po, lambda entry: setattr(entry, "msgstr", "") if entry.msgctxt == "tides/title" else None)
    root = ET.fromstring(exported("xliff").read_bytes())
    assert root.tag == f"{X}xliff" and root.attrib == {"version": "2.0", "srcLang": "en", "trgLang": "es"}
    (file,) = root
    assert file.tag == f"{X}file" and re.fullmatch(r"[\w.:-]+", file.attrib["id"])
    units = list(file)
    assert len(units) == 10 and {unit.tag for unit in units} == {f"{X}unit"}
    ids = [unit.attrib["id"] for unit in units]
    assert len(set(ids)) == len(ids) and all(re.fullmatch(r"[\w.:-]+", id) for id in ids)
    for unit in units:
        kinds = [part.tag.removeprefix(X) for part in unit]
        assert kinds in (["notes", "segment"], ["notes", "originalData", "segment"])
        assert len(unit[0]) and all(note.tag == f"{X}note" for note in unit[0])
        data = {one.attrib["id"] for one in unit.iter(f"{X}data")}
        (segment,) = unit.iter(f"{X}segment")
        texts = {part.tag.removeprefix(X): part for part in segment}
        assert list(texts) in (["source"], ["source", "target"])
        assert segment.attrib["state"] == ("translated" if "target" in texts else "initial")
        codes = {kind: [code.attrib["id"] for code in text] for kind, text in texts.items()}
        for kind, text in texts.items():
            assert len(set(codes[kind])) == len(codes[kind])
            assert all(code.tag == f"{X}ph" and code.attrib["dataRef"] in data for code in text)
        assert set(codes.get("target", [])) <= set(codes["source"]) and (data != set()) == bool(codes["source"])


def test_what_somebody_filled_in_is_taken(po, capsys):
    tides.edit(po, lambda entry: setattr(entry, "msgstr", ""))
    file = exported("csv")
    rewritten(file, lambda rows: [r | {"translation": "Mareas" if r["id"] == "tides/title" else ""} for r in rows])
    assert imported(capsys, file) == ["earth/locale/es/tides.po: 1 new"]
    entry = tides.entry_of(po, "title")
    assert (entry.msgstr, entry.fuzzy) == ("Mareas", False)
    other = exported("xliff", into="x")
    text = other.read_text()
    one = '<segment state="initial">\n    <source>-5 °C</source>'
    assert text.count(one) == 1
    other.write_text(text.replace(one, '<segment state="final"><source>-5 °C</source><target>A -5 °C</target>'))
    assert imported(capsys, other) == ["earth/locale/es/tides.po: 1 new"]
    assert tides.entry_of(po, "pull/visual/slide/title").msgstr == "A -5 °C"
    assert tides.entry_of(po, "title").msgstr == "Mareas"


@pytest.mark.parametrize("form", FORMS)
def test_an_empty_translation_takes_nothing_away(po, capsys, form):
    file, before = exported(form), po.read_bytes()
    if form == "csv":
        rewritten(file, lambda rows: [row | {"translation": " "} for row in rows])
    else:
        file.write_text(re.sub("<target>.*?</target>", "<target/>", file.read_text(), flags=re.DOTALL))
    assert imported(capsys, file) == ["earth/locale/es/tides.po: nothing new"]
    assert po.read_bytes() == before


@pytest.mark.parametrize("form", FORMS)
def test_a_text_that_was_changed_meanwhile_is_fuzzy_with_the_old_source(po, capsys, form):
    tides.edit(po, lambda entry: setattr(entry, "msgstr", ""))
    file = exported(form)
    if form == "csv":
        rewritten(file, lambda rows: [row | {"translation": tides.spanish(row["source"])} for row in rows])
    else:
        one, two = r' state="initial">\s*<source>(.*?)</source>', r"<source>\1</source><target>es \1</target>"
        filled = re.sub(one, f' state="translated">{two}', file.read_text(), flags=re.DOTALL)
        file.write_text(filled)
    lesson = Path("earth/tides.yaml")
    lesson.write_text(lesson.read_text().replace("Twice a day.", "Two times a day."))
    assert imported(capsys, file) == ["earth/locale/es/tides.po: 9 new, 1 fuzzy"]
    entry = tides.entry_of(po, "two/narration")
    assert entry.fuzzy and entry.previous_msgid == "Twice a day.\nEvery day." and "day" in entry.msgstr
    tides.edit(po, lambda entry: (setattr(entry, "flags", []), setattr(entry, "previous_msgid", None)))
    before = po.read_bytes()
    assert imported(capsys, file) == ["earth/locale/es/tides.po: 1 newer"]
    assert po.read_bytes() == before, "somebody has translated the new text already"


@pytest.mark.parametrize("state", ["translated", "fuzzy"])
def test_only_a_person_clears_what_is_to_be_looked_at(po, capsys, state):
    def mark(entry):
        entry.flags, entry.tcomment = ["fuzzy"], "machine: tiny (MIT)\nhm"

    tides.edit(po, mark)
    file, before = exported("csv"), po.read_bytes()
    rewritten(file, lambda rows: [row | {"state": state} for row in rows if row["id"] == "tides/title"])
    told = imported(capsys, file)
    entry = tides.entry_of(po, "title")
    if state == "fuzzy":
        assert told[0].endswith("nothing new") and po.read_bytes() == before
    else:
        assert told[0].endswith("1 cleared") and (entry.flags, entry.tcomment) == ([], "hm")


def a_row(**changes):
    def change(rows):
        return [row | (changes if row["id"] == "tides/pull/narration" else {}) for row in rows]

    return change


WRONG_ROWS = {
    "unknown id": (a_row(id="tides/pull/narratio"), ":4:1: 'tides/pull/narratio' is not the id", "narration'?"),
    "source changed": (a_row(source="The Moon pushes {{ sea }}."), ":4:1: ", "source or check was changed"),
    "mark lost": (a_row(translation="La Luna."), ": {{ sea }} is missing.", "the same {{ }}"),
    "mark added": (a_row(translation="{{ sea }} {{ so }}"), "{{ so }} isn't in the source text.", "the same {{ }}"),
    "control": (a_row(translation="{{ sea }}\a"), "has the control character U+0007.", "Delete it."),
    "state": (a_row(state="done"), ":4:1: there is no state 'done'.", "translated"),
    "locale": (a_row(locale="spanish"), ":4:1: 'spanish' is not a language tag.", "Did you mean 'es'?"),
    "source language": (a_row(locale="en"), ":4:1: 'en' is the language that 'earth/tides' is written in.", ""),
    "lesson": (a_row(lesson="earth/tide"), ":4:1: there is no lesson 'earth/tide'", "Did you mean 'earth/tides'?"),
    "twice": (lambda rows: [*rows, rows[0]], "'tides/vars/sea' is there twice; first at ", ".csv:2."),
    "column": (lambda rows: [{k: row[k] for k in row if k != "check"} for row in rows], ":1:1: the column 'check'", ""),
}  # fmt: skip


@pytest.mark.parametrize("name", WRONG_ROWS)
def test_a_wrong_row_is_told_and_nothing_is_taken(po, capsys, name):
    change, *messages = WRONG_ROWS[name]
    file, before = exported("csv"), po.read_bytes()
    rewritten(file, lambda rows: [row | {"translation": row["translation"] + "."} for row in rows])
    rewritten(file, change)
    told = imported(capsys, file, code=3)
    assert len(told) == 1 and told[0].startswith(str(file)) and all(message in told[0] for message in messages)
    assert po.read_bytes() == before


WRONG_BYTES = {
    "UTF-16": (lambda text: text.encode("utf-16"), ":1:1: the file is UTF-16.", "CSV UTF-8"),
    "Latin-1": (
        lambda text: text.encode("latin-1", "replace"),
        ":2:1: the file is not UTF-8 (byte 0xab).",
        "CSV UTF-8",
    ),
    "a binary": (lambda text: bytes(range(256)) * 10, "the file is not UTF-8", ""),
    "NUL": (
        lambda text: text.replace("Tides", "Ti\0des").encode(),
        "'tides/title': its id, source or check",
        "was changed",
    ),
    "cut in a cell": (lambda text: text[:-8].encode(), ":13:1: ", "unexpected end of data"),
    "empty": (lambda text: b"", ":1:1: the columns 'id', 'source'", "are missing."),
    "too long": (lambda text: b"a" * (9 << 20), ": the file is longer than 8,388,608 bytes.", ""),
    "a huge cell": (lambda text: (text + "x" * 200_000).encode(), "field larger than field limit", ""),
}


@pytest.mark.parametrize("name", WRONG_BYTES)
def test_a_file_that_is_no_spreadsheet(po, capsys, name):
    make, *messages = WRONG_BYTES[name]
    file, before = exported("csv"), po.read_bytes()
    text = file.read_text("utf-8-sig").rstrip()
    data = make(text if name != "cut in a cell" else text + ',"never closed     ')
    file.write_bytes(data)
    told = imported(capsys, file, code=3)
    assert len(told) == 1 and all(message in told[0] for message in messages)
    assert po.read_bytes() == before


@pytest.mark.parametrize("delimiter", [";", "\t"])
def test_what_spreadsheets_do_to_a_file_is_understood(po, capsys, delimiter):
    """Other delimiters, columns moved and removed, empty lines at the end."""
    file = exported("csv")
    rows = list(csv.DictReader(io.StringIO(file.read_text("utf-8-sig"), newline="")))
    text = io.StringIO(newline="")
    names = ["translation", "id", "check", "locale", "lesson", "source"]
    writer = csv.DictWriter(text, names, delimiter=delimiter, extrasaction="ignore", lineterminator="\n")
    writer.writeheader()
    writer.writerows([row | {"translation": f"{row['translation']}!"} for row in rows])
    file.write_text(text.getvalue() + delimiter * 5 + "\n", "utf-8", newline="")
    assert imported(capsys, file) == ["earth/locale/es/tides.po: 10 changed"]


WRONG_XLIFF = {
    "not XML": (lambda text: text[:900], "this isn't XML: unclosed token", ""),
    "a bomb": (
        lambda text: text.replace("<xliff", '<!DOCTYPE x [<!ENTITY a "b">]><xliff'),
        ":2:1: the file declares a document type",
        "",
    ),
    "XLIFF 1.2": (
        lambda text: '<xliff version="1.2" xmlns="urn:oasis:names:tc:xliff:document:1.2"><file/></xliff>',
        ":1:1: this is XLIFF 1.2.",
        "XLIFF 2.0 and 2.1 are read.",
    ),
    "other XML": (lambda text: "<html/>", ":1:1: this is 'html' in XML.", ""),
    "no language": (lambda text: text.replace(' trgLang="es"', ""), ":2:1: trgLang: ", ""),
    "no unit": (lambda text: re.sub("<unit.*</unit>", "", text, flags=re.DOTALL), ":2:1: there is no unit", ""),
    "no name": (lambda text: text.replace(' name="tides/title"', ""), "this unit has no name.", "as it was exported"),
    "no source": (lambda text: text.replace("<source>Tides</source>", ""), "'tides/title': it has no segment", ""),
    "source changed": (lambda text: text.replace(">Tides<", ">Tide<"), "'tides/title': its id, source or check", ""),
    "state": (
        lambda text: text.replace('"translated"', '"done"', 1),
        "there is no state 'done'.",
        "There are: initial",
    ),
    "a mark lost": (
        lambda text: re.sub(r"(<target>[^<]*)<ph [^>]*/>([^<]*)<ph [^>]*/>", r"\1\2", text),
        "'tides/pull/narration': {{ sea }} is missing.",
        "",
    ),
    "a strange code": (lambda text: text.replace("<target>", '<target><ph id="9"/>', 1), "the inline code <ph>", ""),
    "a character": (lambda text: text.replace("<target>", '<target><cp hex="7"/>', 1), "the inline code <cp>", ""),
    "a name twice": (
        lambda text: text.replace("tides/two/narration", "tides/title"),
        "'tides/title' is there twice; first at ",
        ".xlf:14.",
    ),
    "too deep": (lambda text: "<a>" * 100, ":1:1: this is nested more than 64 levels deep.", ""),
    "encoding": (lambda text: text.replace('"UTF-8"', '"x-none"'), ":1:", "encoding"),
}


@pytest.mark.parametrize("name", WRONG_XLIFF)
def test_a_wrong_xliff_is_told_and_nothing_is_taken(po, capsys, name):
    change, *messages = WRONG_XLIFF[name]
    file, before = exported("xliff"), po.read_bytes()
    text = change(file.read_text().replace("</target>", ".</target>"))
    assert text != file.read_text()
    file.write_text(text)
    told = imported(capsys, file, code=3)
    assert len(told) == 1 and told[0].startswith(str(file)) and all(message in told[0] for message in messages)
    assert po.read_bytes() == before


def test_what_tools_do_to_xliff_is_understood(po, capsys):
    """Groups, segments that were cut, annotations, elements of modules, UTF-16."""
    file = exported("xliff")
    text = file.read_text().replace('version="2.0"', 'version="2.1"').replace("<unit", "<group id='g'><unit", 1)
    text = text.replace("</unit>", "</unit></group>", 1)
    text = text.replace(
        "<source>Tides</source>",
        "<source>Ti</source><target>Ma</target></segment><ignorable><source>d</source></ignorable>"
        '<segment state="reviewed"><source>es</source>',
    )
    text = re.sub("<target>T es «ides»</target>", "<target><mrk id='m'>re<sm id='s'/>a</mrk>s</target>", text)
    text = text.replace("<notes>", "<m:x xmlns:m='urn:m'>of a module</m:x><notes>", 1)
    file.write_bytes(text.replace('"UTF-8"', '"UTF-16"').encode("utf-16"))
    assert imported(capsys, file) == ["earth/locale/es/tides.po: 1 changed"]
    assert tides.entry_of(po, "title").msgstr == "Madreas"


def test_two_files_are_taken_together_or_not_at_all(po, capsys):
    one, two = exported("csv"), exported("csv", into="other")
    told = imported(capsys, one, two, code=3)
    assert len(told) == 10 and "is there twice; first at out/" in told[0]
    assert "does not exist" in imported(capsys, "none.csv", code=2)[-1]
    assert "none of the files that can be taken back: .csv, .xlf, .xliff." in imported(capsys, po, code=2)[0]
    assert "is a directory" in imported(capsys, "out", code=2)[-1]


def test_what_somebody_may_have_filled_in_is_not_overwritten(po, capsys):
    file = exported("csv")
    assert exported("csv") == file, "the same again is no loss"
    rewritten(file, lambda rows: [row | {"translation": "mine"} for row in rows])
    mine = file.read_bytes()
    assert main(["i18n", "export", "earth", "--out", "out"]) == 2
    assert "may be somebody's work" in capsys.readouterr().err
    assert file.read_bytes() == mine
    assert main(["i18n", "export", "earth"]) == 0 and Path("earth/locale/es/tides.es.csv").is_file()


def test_an_export_into_no_language_says_so(po, capsys):
    po.unlink()
    Path("earth/course.yaml").write_text("title: Earth\n")
    assert main(["i18n", "export", "earth"]) == 2
    assert "name one with -l" in capsys.readouterr().err


ROOT = Path(__file__).parents[2]
POFILTER = shutil.which("pofilter")
# What pofilter takes for mistakes because it knows only some scripts and languages; `lint` looks for these itself.
STYLE = (
    "acronyms brackets doublequoting doublewords endpunc long numbers printf puncspacing sentencecount short "
    "simplecaps startcaps startpunc unchanged"
)


@pytest.mark.skipif(not POFILTER, reason="translate-toolkit's pofilter is not installed")
@pytest.mark.parametrize("folder", ["earth", str(ROOT / "lessons")], ids=["earth", "lessons"])
def test_pofilter_finds_nothing(po, folder):
    left_out = [f"--excludefilter={name}" for name in STYLE.split()]
    command = [POFILTER, "--progress=none", *left_out, folder, "found"]
    done = subprocess.run(command, capture_output=True, text=True, timeout=120)
    assert done.returncode == 0, done.stderr
    assert [file.read_text() for file in Path("found").rglob("*.po")] == []


@pytest.mark.skipif(not shutil.which("msgfmt"), reason="gettext's programs are not installed")
def test_gettext_has_nothing_against_what_was_taken(po, capsys):
    file = exported("csv")
    rewritten(file, lambda rows: [row | {"translation": f'{row["translation"]} "\\n'} for row in rows])
    imported(capsys, file)
    done = subprocess.run(["msgfmt", "--check", "-o", "/dev/null", str(po)], capture_output=True, text=True, timeout=60)
    assert (done.returncode, done.stderr) == (0, "")


PIECES = [b"", b'"', b",", b"\n", b"<", b"</unit>", b"&", b"\xff", b"\0", b"'", b"{{ sea }}", b"]]>", b'id="', b"\a"]
CHANGES = st.lists(
    st.tuples(st.floats(0, 1), st.sampled_from([0, 0, 1, 5, 60]), st.sampled_from(PIECES)), min_size=1, max_size=4
)


@pytest.fixture(scope="module")
def sheet(tmp_path_factory):
    folder = tmp_path_factory.mktemp("sheets")
    tides.write(folder)
    [one] = localize.up_to_date(localize.scripts(folder / "earth"), ["es"])
    return one, sheet_of(one.script, "es", one.catalogue)


@pytest.mark.parametrize("form", FORMS)
@settings(max_examples=150)
@given(changes=CHANGES)
def test_any_damage_is_told_or_harms_no_translation(sheet, form, changes):
    """Whatever is taken from a damaged file is whole: its source is right, and its marks are those of the source."""
    one, sent = sheet
    data = FORMS[form].write(sent)
    for share, length, piece in changes:
        at = round(share * len(data))
        data = data[:at] + piece + data[at + length :]
    sheets, problems = FORMS[form].read(data, "f")
    catalogue = polib.pofile(str(one.catalogue))
    before = {entry.msgctxt: entry.msgid for entry in catalogue}
    problems += take([unit for sheet in sheets for unit in sheet.units], catalogue, Taken())
    assert all(one.path == "f" and one.message for one in problems)
    if not problems:
        assert {entry.msgctxt: entry.msgid for entry in catalogue} == before
        assert not any(changed(entry.msgid, entry.msgstr) or CONTROL.search(entry.msgstr) for entry in catalogue)

"""Broken catalogues through every command: each a clear error at its line or no harm, and nothing overwritten."""

import re
import tempfile
import time
from pathlib import Path

import course_of_tides as tides
import polib
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lessonforge import localize
from lessonforge.cli import main
from lessonforge.errors import ScriptError
from lessonforge.i18n.catalogue import translate

PO = Path("earth/locale/es/tides.po")
WHERE = str(PO)


@pytest.fixture
def po(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    return tides.write(tmp_path)


def ran(capsys, *arguments):
    """The exit code of a command and the lines of what it says is wrong."""
    capsys.readouterr()
    code = main(list(arguments))
    return code, capsys.readouterr().err.splitlines()


def line_of(text, needle):
    return text[: text.index(needle)].count("\n") + 1


TITLE = 'msgctxt "tides/title"\nmsgid "Tides"\nmsgstr "T es «ides»"\n'
LATIN_1 = ("charset=UTF-8", "charset=ISO-8859-1")
# a name: what is done to the file's text, the words whose line is told (none: the whole file), and what is said
BROKEN = {
    "plural header": (
        lambda t: re.sub("Plural-Forms: [^\n]*", r'Plural-Forms: nplurals=two; plural=os.system()\\n"', t),
        "Plural-Forms",
        "the header's Plural-Forms can't be read: 'nplurals=two; plural=os.system()'.",
    ),
    "UTF-16": (lambda t: t.encode("utf-16"), 0, ":1:1: the file is UTF-16. Save it as UTF-8."),
    "Latin-1": (lambda t: t.replace(*LATIN_1).encode("latin-1"), "«he sea»", "the file is not UTF-8 (byte "),
    "said to be Latin-1": (lambda t: t.replace(*LATIN_1), "charset", "the header says that the file is in ISO-8859-1,"),
    "an id twice": (lambda t: t + "\n" + TITLE, -1, "'tides/title' is there twice; first on line "),
    "no msgctxt": (
        lambda t: t.replace('msgctxt "tides/title"\n', ""),
        'msgid "Tides"',
        "this text has no msgctxt, so nobody knows where it belongs.",
    ),
    "no msgstr": (lambda t: t.replace('msgstr "T es «ides»"\n', ""), 'msgctxt "tides/title"', "has no msgstr."),
    "cut in a text": (lambda t: t[: t.index("ides»") + 2], "msgstr \"T es", "this isn't a PO file: syntax error."),
    "cut in an entry": (lambda t: t[: t.index('msgstr "T es «ides»"')], 'msgctxt "tides/title"', "has no msgstr."),
    "a quote": (lambda t: t.replace("«ides»", '"ides"'), 'msgstr "T es', "syntax error"),
    "no quotes": (lambda t: t.replace('msgid "Tides"', "msgid Tides"), "msgid Tides", "syntax error"),
    "NUL": (lambda t: t.replace("«ides»", "ide\0s"), 'msgstr "T es', "control character U+0000"),
    "a line separator": (lambda t: t.replace("«ides»", "ide\u2028s"), 'msgstr "T es', "control character U+2028"),
    "an escaped return": (lambda t: t.replace("«ides»", r"ide\rs"), 'msgctxt "tides/title', "character U+000D."),
    "plural": (
        lambda t: t.replace('msgid "Tides"\nmsgstr "T es «ides»"', 'msgid "Tides"\nmsgid_plural "x"\nmsgstr[0] "a"'),
        'msgctxt "tides/title',
        "'tides/title' has plural forms, which no text of a lesson has.",
    ),
    "a strange index": (lambda t: t.replace('msgstr "T', 'msgstr[x] "T'), 'msgstr[x] "T', "syntax error"),
    "10 MB": (lambda t: t.replace("«ides»", "x" * 10_000_000), 0, "the file is longer than 2,097,152 bytes."),
    "a binary": (lambda t: bytes(range(256)) * 100, 0, ":2:1: the file is not UTF-8"),
    "a web page": (lambda t: "<html>\n<body>404</body>\n", 0, ":1:1: this isn't a PO file: syntax error."),
    "a spreadsheet": (lambda t: "id,source\r\na,b\r\n", 0, ":1:1: this isn't a PO file: syntax error."),
    "many of somebody else": (
        lambda t: t + "".join(f'\nmsgid "w{n}"\nmsgstr "p{n}"\n' for n in range(5000)),
        'msgid "w0"',
        "this text has no msgctxt",
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", BROKEN)
def test_it_is_told_by_every_command_and_left_as_it_is(po, capsys, name):
    breaks, needle, message = BROKEN[name]
    assert main(["i18n", "export", "earth", "--out", "out"]) == 0
    po.write_text(re.sub(r"(?<!\\n)\"\n\"", "", po.read_text()))
    broken = breaks(po.read_text())
    po.write_bytes(broken if isinstance(broken, bytes) else broken.encode())
    before = po.read_bytes()
    if needle == -1:
        place = f"{WHERE}:{broken[: broken.rindex('msgctxt')].count(chr(10)) + 1}:1"
    elif needle:
        text = broken.decode("latin-1") if isinstance(broken, bytes) else broken
        place = f"{WHERE}:{line_of(text, needle)}:1"
    else:
        place = WHERE
    for command in (
        ["check", "earth"],
        ["i18n", "update", "earth"],
        ["i18n", "status", "earth"],
        ["i18n", "lint", "earth"],
        ["i18n", "export", "earth", "--out", "again"],
        ["i18n", "import", "out/earth/tides.es.csv"],
    ):
        code, told = ran(capsys, *command)
        assert code == 3 and 0 < len(told) <= 101, command
        assert any(line.startswith(place) and message in line for line in told), (command, place, told[:3])
        assert po.read_bytes() == before
    assert not Path("again").exists()
    assert {path.name for path in po.parent.iterdir()} == {"tides.po"}


def test_a_folder_in_place_of_a_file(po, capsys):
    po.unlink()
    po.mkdir()
    for command in (["check", "earth"], ["i18n", "update", "earth"], ["i18n", "status", "earth"]):
        code, told = ran(capsys, *command)
        assert code == 3 and told == [f"{WHERE}: the file can't be read: Is a directory."]


def test_status_shows_the_rest_and_then_what_is_wrong(po, capsys):
    (po.parent.parent / "fr").mkdir()
    (po.parent.parent / "fr" / "tides.po").write_text("no\n")
    capsys.readouterr()
    assert main(["i18n", "status", "earth", "--json"]) == 3
    out, err = capsys.readouterr()
    assert '"locale": "es"' in out and '"translated": 10' in out and "locale/fr/tides.po:1:1: this isn't" in err


WHOLE = {
    "CRLF": lambda t: t.replace("\n", "\r\n").encode(),
    "a byte order mark": lambda t: ("\ufeff" + t).encode(),
    "old line ends": lambda t: t.replace("\n", "\r").encode(),
    "no header": lambda t: t[t.index("#. put in place") :].encode(),
    "no line end": lambda t: t.rstrip().encode(),
    "an id in pieces": lambda t: t.replace('msgctxt "tides/title"', 'msgctxt ""\n"tides/"\n"title"').encode(),
    "spaces": lambda t: t.replace("\nmsgstr", "\n  msgstr").replace('"\n\n', '"  \n \n').encode(),
    "comments of all kinds": lambda t: t.replace(TITLE, f'# a\n#. b\n#: c:1\n#, x\n#| msgid "y"\n#\n{TITLE}').encode(),
    "three thousand gone texts": lambda t: (
        t + "".join(f'\n#~ msgctxt "tides/gone{n}"\n#~ msgid "g"\n#~ msgstr "x{n}"\n' for n in range(3000))
    ).encode(),
    "gone texts without ids": lambda t: (
        t + '\n#~ msgid "a"\n#~ msgstr "x1"\n\n#~ msgid "b"\n#~ msgstr "x2"\n'
    ).encode(),
}  # fmt: skip


@pytest.mark.parametrize("name", WHOLE)
def test_what_is_only_unusual_works_and_nothing_is_lost(po, capsys, name):
    po.write_text(re.sub(r"(?<!\\n)\"\n\"", "", po.read_text()))
    data = WHOLE[name](po.read_text())
    po.write_bytes(data)
    began = time.monotonic()
    assert ran(capsys, "check", "earth") == (0, [])
    assert ran(capsys, "i18n", "update", "earth") == (0, [])
    assert time.monotonic() - began < 10
    made = polib.pofile(str(po))
    live = {entry.msgctxt: entry.msgstr for entry in made if not entry.obsolete}
    assert len(live) == 10 and all(live.values()) and live["tides/title"] == "T es «ides»"
    gone = {entry.msgstr for entry in made.obsolete_entries()}
    wanted = {f"x{n}" for n in range(3000)} if "three" in name else {"x1", "x2"} if "without" in name else set()
    assert gone == wanted
    again = po.read_bytes()
    assert ran(capsys, "i18n", "update", "earth") == (0, []) and po.read_bytes() == again


def test_a_catalogue_of_nothing_but_gone_texts(po, capsys):
    def only_gone(entry):
        entry.obsolete, entry.msgctxt = True, entry.msgctxt.replace("tides/", "tides/old-")

    tides.edit(po, only_gone)
    code, told = ran(capsys, "check", "earth")
    assert code == 3 and len(told) == 10 and all("has no entry" in line for line in told)
    assert ran(capsys, "i18n", "update", "earth")[0] == 0
    made = polib.pofile(str(po))
    assert tides.entry_of(po, "title").msgstr == "T es «ides»", "found again by its source"
    assert len([entry for entry in made if not entry.obsolete]) == 10


@pytest.mark.parametrize(
    ("translation", "message"),
    [
        ("La Luna.", "{{ sea }} is missing."),
        ("{{ sea }} {{ moon }}", "{{ moon }} isn't in the source text."),
        ("{{ sea", "{{ sea }} is missing."),
        ("{{ sea }} {% include 'x' %}", "isn't in the source text."),
        ("{{ sea | upper }}", "{{ sea }} is missing"),
    ],
)
def test_placeholders_that_were_dropped_or_added(po, capsys, translation, message):
    def change(entry):
        entry.msgstr = translation if entry.msgctxt == "tides/pull/narration" else entry.msgstr

    tides.edit(po, change)
    line = line_of(po.read_text(), 'msgctxt "tides/pull/narration"')
    code, told = ran(capsys, "check", "earth")
    assert code == 3 and len(told) == 1 and told[0].startswith(f"{WHERE}:{line}:1: ") and message in told[0]


def test_markup_is_text_like_any_other(po, capsys):
    words = "<b>a</b> & <script>alert(1)</script> #set text(red) $x$ \\ *no*"
    tides.edit(po, lambda entry: setattr(entry, "msgstr", words if "bullets/0" in entry.msgctxt else entry.msgstr))
    assert ran(capsys, "check", "earth") == (0, [])
    assert "<b> isn't in the source." in "".join(ran(capsys, "i18n", "lint", "earth")[1])


def test_an_update_asks_for_the_words_of_the_locale(po, capsys):
    course = Path("earth/course.yaml")
    course.write_text(course.read_text() + "overrides: {es: {vars: {sea: the lake}}}\n")
    assert ran(capsys, "i18n", "update", "earth")[0] == 0
    entry = tides.entry_of(po, "vars/sea")
    assert (entry.msgid, entry.fuzzy) == ("the lake", True)


PIECES = st.sampled_from(
    [b"", b'"', b"\n", b"\\", b"msgid ", b"[9]", b"\xff", b"\0", b"#~ ", b"#, fuzzy\n", b"msgctxt ", b"\r",
     b"\xe2\x80\xa8", b'msgstr "x"\n', b'msgid ""\n', b"\x0c", b"|", b'"\n"', b"\xef\xbb\xbf", b"charset=latin-1"]
)  # fmt: skip
CHANGES = st.lists(st.tuples(st.floats(0, 1), st.sampled_from([0, 0, 1, 3, 40, 400]), PIECES), min_size=1, max_size=6)


@pytest.fixture(scope="module")
def good(tmp_path_factory):
    folder = tmp_path_factory.mktemp("good")
    file = tides.write(folder)
    file.write_text(re.sub(r"(?<!\\n)\"\n\"", "", file.read_text()))
    [script] = localize.scripts(folder / "earth")
    return script, file, file.read_bytes()


@settings(max_examples=250)
@given(changes=CHANGES)
def test_any_damage_is_told_or_loses_no_translation(good, changes):
    """What still stands whole in the file is in the catalogue afterwards, if the file was read at all."""
    script, file, whole = good
    data = whole
    for share, length, piece in changes:
        at = round(share * len(data))
        data = data[:at] + piece + data[at + length :]
    file.write_bytes(data)
    try:
        [made] = localize.up_to_date([script], ["es"])
    except ScriptError as error:
        assert all(one.path.endswith("tides.po") and one.message for one in error.problems)
        assert file.read_bytes() == data and translate(script, "es")[0] is None
        return
    kept = {(entry.msgctxt, entry.msgstr) for entry in made.catalogue}
    text = data.decode("utf-8-sig").replace("\r\n", "\n").replace("\r", "\n")
    blocks = re.findall(r'(?m)^msgctxt "(.*)"\nmsgid "(?:.*)"\nmsgstr "(.*)"\n(?!\s*")', text)
    for id, translation in blocks:
        if translation.strip():
            assert any(said == polib.unescape(translation) for _, said in kept), (id, translation)
    with tempfile.TemporaryDirectory() as folder:
        again = Path(folder, "again.po")
        again.write_text(f"{made.catalogue}")
        assert str(polib.pofile(str(again), wrapwidth=100)) == str(made.catalogue)

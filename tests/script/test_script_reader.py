import pytest
import yaml

from lessonforge.script import reader
from lessonforge.script.reader import read

BOMB = b"a: &a [1, 1, 1]\n" + b"".join(
    b"b%d: &b%d [%s]\n" % (i, i, b", ".join([b"*a" if i == 0 else b"*b%d" % (i - 1)] * 9)) for i in range(9)
)

# text of the file, line, column, words of the message, words of the hint
WRONG = {
    "second colon": (b"say: Today's topic: fractions\n", 1, 19, "second ': '", 'say: "Today\'s topic: fractions"'),
    "tab before a key": (b"title: x\n\tid: y\n", 2, 1, "a tab", "spaces"),
    "tab before an item": (b"scenes:\n\t- id: x\n", 2, 1, "a tab", "spaces"),
    "tab in a block": (b"say: |\n\tx\n", 2, 1, "a tab", "spaces"),
    "star": (b"say: *bold* words\n", 1, 6, "can't start with '*'", "quotes"),
    "star, one word": (b"say: *bold\n", 1, 6, "'*bold' refers to nothing", "quotes"),
    "at sign": (b"say: @home\n", 1, 6, "can't start with '@'", "quotes"),
    "percent": (b"say: %x\n", 1, 6, "can't start with '%'", "quotes"),
    "variable alone": (b"say: {{ name }}\n", 1, 7, "a key must be a text", "starts with {{"),
    "variable first": (b"say: {{ name }} is here\n", 1, 7, "a key must be a text", "starts with {{"),
    "apostrophe": (b"say: 'it's warm'\n", 1, 10, "after the closing '", "Write ''"),
    "open quotes": (b'say: "abc\nend: c\n', 1, 6, "never closed", "Close them"),
    "backslash": (b'latex: "\\theta"\n', 1, 8, "a backslash", "'\\theta'"),
    "unknown backslash": (b'latex: "\\quad"\n', 1, 8, "a backslash", "'\\theta'"),
    "half a character": (b'say: "\\ud800"\n', 1, 6, "a backslash", "single quotes"),
    "no such character": (b'say: "\\Uffffffff"\n', 1, 6, "a backslash", "single quotes"),
    "open bracket": (b"a:\n- {text: x\n  - b\n", 2, 3, "not closed", "commas"),
    "bracket too many": (b"a: {b: c}}\n", 1, 10, "after the closing bracket", "quotes"),
    "wrong column": (b"a:\n  - b\n c: d\n", 3, 2, "does not fit the lines above", "indentation"),
    "text goes on as a key": (b"a: x\n  b: y\n", 2, 4, "looks like a key", "in quotes"),
    "no space after the colon": (b"title:Water\nscenes:\n", 2, 7, "looks like a key", "a space after each ':'"),
    "no colon": (b"a: b\nscenes\n", 2, 1, "no ': '", "key: value"),
    "list beside its key": (b"a: - b\n", 1, 4, "a list can't start here", "a line of its own"),
    "text beside |": (b"a: | text\n", 1, 6, "starts on the next line", "new line"),
    "anchor that nobody uses": (b"a: &more stuff\n", 1, 4, "'&more'", "quotes"),
    "tag": (b"a: !wow\n", 1, 4, "'!wow'", "quotes"),
    "python tag": (b"a: !!python/object/apply:os.system [id]\n", 1, 4, "os.system", "quotes"),
    "merge key": (b"x: &a {b: c}\ny:\n  <<: *a\n", 3, 3, "merge keys", "Write the keys out"),
    "second document": (b"a: b\n---\nc: d\n", 2, 1, "second document", "one lesson"),
    "comment for a value": (b"title: #1 lesson\n", 1, 7, "'#' starts a comment", '"#1 lesson"'),
    "key twice": (b"a: b\nc: d\na: e\n", 3, 1, "'a' is written twice; first on line 1", "Keep one"),
    "not UTF-8": ("a: b\nc: é\n".encode("latin-1"), 2, 4, "not UTF-8 text (byte 0xe9)", "UTF-8"),
    "UTF-16": ("a: b\n".encode("utf-16"), 1, 1, "not UTF-8", "UTF-8"),
    "control character": (b"a: b\nc: \x01\n", 2, 4, "U+0001", "Remove"),
    "empty": (b"", 0, 0, "empty", ""),
    "only a comment": (b"# nothing\n", 0, 0, "empty", ""),
    "alias bomb": (BOMB, 6, 20, "stand for more than 100,000", ""),
    "deep": (b"[" * 200_000, 1, 33, "32 levels", ""),
    "deep block": (b"- " * 100 + b"x\n", 1, 65, "32 levels", ""),
    "many values": (b"[" + b"1," * 60_000 + b"]", 1, 99_996, "more than 50,000", ""),
    "long text": (b"a: " + b"x" * 70_000, 1, 4, "70,000 characters", ""),
    "long file": (b"#" * (1 << 20) + b"\n", 0, 0, "longer than 1,048,576 bytes", "several"),
    "many anchors": (b"".join(b"- &a%d x\n" % n for n in range(300)), 201, 3, "200 anchors", ""),
}


@pytest.mark.parametrize("name", WRONG)
def test_what_is_not_yaml_for_us_is_told_with_place_and_remedy(name: str) -> None:
    data, line, column, message, hint = WRONG[name]
    _, problems = read(data, "l.yaml")
    assert [(p.path, p.line, p.column) for p in problems] == [("l.yaml", line, column)]
    assert message in problems[0].message
    assert hint in problems[0].hint


@pytest.mark.parametrize("name", [name for name in WRONG if name not in ("deep", "many values", "tab in a block")])
def test_without_libyaml_the_same_is_told(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reader, "Loader", yaml.SafeLoader)
    data, line, _, _, _ = WRONG[name]
    _, problems = read(data, "l.yaml")
    assert [p.line for p in problems] == [0 if name == "no such character" else line]


def test_every_scalar_stays_the_text_that_was_written() -> None:
    root, problems = read("\ufeffa: no\nb: 12:30\nc: 1.10\nd: 2026-11-22\ne: =\nf: “so”\r\n".encode(), "l.yaml")
    assert problems == []
    assert root is not None
    assert [node.value for node in root.value.values()] == ["no", "12:30", "1.10", "2026-11-22", "=", "“so”"]


def test_several_slips_of_one_file_are_told_together() -> None:
    _, problems = read(b"a: &x b\nc: !d e\nf: g\nf: h\ni: #j\n", "l.yaml")
    assert sorted(p.line for p in problems) == [1, 2, 4, 5]


def test_an_alias_stands_for_its_anchor() -> None:
    root, problems = read(b"a: &all {at: [0.1, 0.2]}\nb: *all\n", "l.yaml")
    assert problems == []
    assert root is not None
    assert root.value["a"] is root.value["b"]

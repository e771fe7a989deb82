import json
import os
import subprocess
import sys
import tarfile
from pathlib import Path

import pytest

from lessonforge.errors import SettingsError
from lessonforge.visuals.draw import iconify, packs

BODY = '<g fill="none"><path fill="#f00" d="M4 8h24v20H4z"/><path fill="#FFFFFF" d="M8 12h4v4H8z"/></g>'
ICONS = {
    "prefix": "toys",
    "width": 32,
    "height": 32,
    "icons": {
        "yo-yo": {"body": BODY},
        "yo-yo-dark": {"body": BODY},
        "gondola-boat": {"body": BODY},
        "sneaky": {"body": '<image href="file:///etc/passwd"/>'},
        "styled": {"body": '<path style="fill:url(http://x)" d="M0 0h9v9z"/>'},
        "torn": {"body": "<path d="},
        "nothing": {"body": '<path fill="none" d="M0 0h9v9z"/>'},
        "line": {"body": '<path d="M2 2h28v28H2z"/>'},
    },
    "info": {"name": "Toys", "version": "1.0", "author": {"name": "Ann"}, "license": {"spdx": "MIT", "url": "https://a.b"}},
    "categories": {"Activities": ["yo-yo"], "Travel & Places": ["gondola-boat"]},
}  # fmt: skip


@pytest.fixture(autouse=True)
def data(tmp_path, monkeypatch):
    monkeypatch.setenv("LESSONFORGE_DATA", str(tmp_path / "data"))
    return tmp_path / "data"


def write(folder: Path, icons=ICONS) -> Path:
    path = folder / "toys.json"
    path.write_text(json.dumps(icons))
    return path


def run(*words: str) -> subprocess.CompletedProcess:
    return subprocess.run([sys.executable, "-m", "lessonforge", *words], capture_output=True, text=True, check=False)


def test_icons_become_things_that_stand_as_their_category_and_name_say(tmp_path):
    pack = packs.install(iconify.from_file(write(tmp_path)))
    assert (pack.name, pack.count) == ("toys", 3)
    assert pack.credit == "Toys 1.0 by Ann, MIT, https://a.b"
    things = packs.things()
    assert set(things) == {"yo-yo", "gondola-boat", "line"}
    yoyo, boat, line = (things[name] for name in ("yo-yo", "gondola-boat", "line"))
    assert (boat.stands, boat.kind) == ("water", "vehicle") and (yoyo.stands, yoyo.kind) == ("surface", "object")
    assert yoyo.names["en"] == ("yo yo",) and yoyo.credit == pack.credit
    assert yoyo.box == pytest.approx((24, 20), abs=1)
    assert yoyo.slot() is not None and yoyo.slot().colour != "#ff0000"
    assert line.slot() is None


def test_a_package_and_a_folder_of_it_are_read_like_a_file(tmp_path):
    folder = tmp_path / "package"
    folder.mkdir()
    info = ICONS.pop("info"), ICONS.pop("categories")
    try:
        (folder / "icons.json").write_text(json.dumps(ICONS))
    finally:
        ICONS["info"], ICONS["categories"] = info
    (folder / "info.json").write_text(json.dumps({**info[0], "version": None}))
    (folder / "metadata.json").write_text(json.dumps({"categories": info[1]}))
    (folder / "package.json").write_text('{"version": "2.1"}')
    with tarfile.open(tmp_path / "toys.tgz", "w:gz") as archive:
        archive.add(folder, "package")
    sets = [iconify.from_file(path) for path in (folder, tmp_path / "toys.tgz")]
    assert sets[0] == sets[1]
    assert (sets[0].version, sets[0].author, sets[0].category["yo-yo"]) == ("2.1", "Ann", "Activities")


@pytest.mark.parametrize("text", ["", "[]", "{}", '{"prefix": "a", "icons": 3}', "\0"])
def test_what_is_no_icon_set_is_refused(tmp_path, text):
    path = tmp_path / "a.json"
    path.write_text(text)
    with pytest.raises(SettingsError, match="is no icon set in the Iconify format"):
        iconify.from_file(path)


def test_a_set_without_one_usable_icon_is_refused_and_leaves_nothing(tmp_path, data):
    bad = {**ICONS, "icons": {"torn": ICONS["icons"]["torn"]}}
    with pytest.raises(SettingsError, match="None of the 1 icons of 'toys'"):
        packs.install(iconify.from_file(write(tmp_path, bad)))
    assert not list(data.rglob("*"))


def test_a_pack_changes_the_digest_and_a_damaged_one_is_told(tmp_path, data):
    assert packs.digest() == ""
    packs.install(iconify.from_file(write(tmp_path)))
    assert packs.digest()
    (data / "things" / "toys.json").write_text("{")
    with pytest.raises(SettingsError, match="is damaged"):
        packs.things()


def test_prompts_may_name_what_was_installed(tmp_path):
    assert "can't draw 'gondola'" in _checked(tmp_path)
    done = run("things", "install", "--from", str(write(tmp_path)))
    assert done.returncode == 0 and done.stdout.startswith("3 drawings: Toys 1.0 by Ann, MIT")
    assert _checked(tmp_path) == ""
    assert "gondola boat" in run("engines", "draw", "--words").stdout
    assert run("things", "list").stdout.split()[:2] == ["toys", "3"]
    assert run("things", "remove", "toy").stderr.strip().endswith("Did you mean 'toys'?")
    assert run("things", "remove", "toys").returncode == 0
    assert "can't draw 'gondola'" in _checked(tmp_path)


def test_those_who_drew_it_are_credited(tmp_path):
    packs.install(iconify.from_file(write(tmp_path)))
    script = (
        "from lessonforge.model import Shot; from lessonforge.visuals.draw.engine import Draw\n"
        "for prompt in ('two gondola boats on a lake', 'a lake'):\n"
        "    print(next(Draw().render([Shot('prompt', 96, 54, prompt=prompt, style='flat')])).credits)\n"
    )
    said = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True).stdout
    assert said.splitlines() == ["('Toys 1.0 by Ann, MIT, https://a.b',)", "()"]


def test_npm_that_is_missing_or_fails_is_told(monkeypatch, tmp_path):
    fake = tmp_path / "npm"
    fake.write_text("#!/bin/sh\necho 'npm error code E404' >&2\necho 'npm error 404 Not Found - toys' >&2\nexit 1\n")
    fake.chmod(0o755)
    monkeypatch.setenv("PATH", str(tmp_path) + os.pathsep + os.environ["PATH"])
    with pytest.raises(SettingsError, match="npm could not fetch 'toys': Not Found - toys"):
        iconify.from_npm("toys")
    monkeypatch.setenv("PATH", "")
    with pytest.raises(SettingsError, match="needs npm"):
        iconify.from_npm("toys")
    with pytest.raises(SettingsError, match="is not the name of an npm package"):
        iconify.from_npm("--registry=http://x")


def _checked(folder: Path) -> str:
    course = folder / "lessons" / "boats"
    course.mkdir(parents=True, exist_ok=True)
    scene = "{id: a, narration: A boat., visual: {prompt: a gondola boat on a lake}}"
    (course / "boats.yaml").write_text(f"title: Boats\nlanguage: en\nscenes:\n  - {scene}\n")
    return run("check", str(course)).stderr


def test_names_of_words_that_are_known_already_do_not_become_phrases(tmp_path):
    names = ("red-apple", "two-hearts", "blue-yo-yo")
    packs.install(iconify.from_file(write(tmp_path, {**ICONS, "icons": {name: {"body": BODY} for name in names}})))
    script = (
        "from lessonforge.visuals.draw.grammar import lexicon, read\n"
        "for prompt in ('a red apple', 'two hearts', 'a blue yo yo'):\n"
        "    print([(item.thing, item.count) for item in read(prompt).items])\n"
    )
    said = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True).stdout
    assert said.splitlines() == ["[('apple', 1)]", "[('heart', 2)]", "[('blue-yo-yo', 1)]"]

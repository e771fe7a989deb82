"""`lessonforge fonts`, with fonts made for it in packages that a stand-in for npm hands out."""

import hashlib
import io
import json
import tarfile
from pathlib import Path

import courses
import installed
import pytest
import yaml
from script_samples import INSTALLED

from lessonforge.cli import main
from lessonforge.settings import built_in
from lessonforge.text import fonts, offered, shape

FAMILIES = {"Noto Sans Bengali": ("Beng", "bengali"), "Noto Sans Ethiopic": ("Ethi", "ethiopic")}


@pytest.fixture(autouse=True)
def data(tmp_path, monkeypatch):
    """A data folder, a table of fonts whose files are at hand, and their packages in `packages/`."""
    monkeypatch.setenv("LESSONFORGE_DATA", str(tmp_path / "data"))
    monkeypatch.setattr(offered, "_TABLE", tmp_path / "fonts.yaml")
    table = {}
    (tmp_path / "packages").mkdir()
    for family, (script, name) in FAMILIES.items():
        content = installed.made(family)
        file = f"400Regular/{installed.file_of(family)}"
        package = f"@fonts/{offered.slug(family)}"
        digest = hashlib.sha256(content).hexdigest()
        table[family] = {
            "script": script,
            "name": name,
            "package": package,
            "version": "1.0.0",
            "files": {file: digest},
        }
        pack(tmp_path / "packages", f"fonts-{offered.slug(family)}-1.0.0", {file: content, "LICENSE_FONT": b"OFL"})
    (tmp_path / "fonts.yaml").write_text(yaml.safe_dump(table))
    installed.forget()
    yield tmp_path / "data"
    installed.forget()


def pack(folder: Path, name: str, files: dict[str, bytes]) -> Path:
    with tarfile.open(folder / f"{name}.tgz", "w:gz") as archive:
        for file, content in files.items():
            member = tarfile.TarInfo(f"package/{file}")
            member.size = len(content)
            archive.addfile(member, io.BytesIO(content))
    return folder / f"{name}.tgz"


def loose(tmp_path: Path, family: str) -> Path:
    """The file of a font in a folder of its own, as somebody has downloaded it."""
    file = tmp_path / offered.slug(family) / installed.file_of(family)
    file.parent.mkdir()
    file.write_bytes(installed.made(family))
    return file


@pytest.fixture
def npm(tmp_path, monkeypatch):
    """An npm that knows these packages and says what it was asked for in `asked`."""
    bin = tmp_path / "bin"
    bin.mkdir()
    (bin / "npm").write_text(
        f'#!/bin/sh\necho "$@" >> {tmp_path}/asked\n'
        "name=$(echo ${2#@} | tr / -)\nversion=${name##*@}\n"
        f"cp {tmp_path}/packages/${{name%@*}}-$version.tgz .\n"
    )
    (bin / "npm").chmod(0o755)
    monkeypatch.setenv("PATH", f"{bin}:/usr/bin:/bin")
    return tmp_path / "asked"


def said(capsys, *arguments, code=0):
    installed.forget()
    capsys.readouterr()
    assert main(["fonts", *arguments]) == code
    out, err = capsys.readouterr()
    return err or out


def lying(data):
    return sorted(path.name for path in data.rglob("*") if path.is_file())


def test_a_font_is_fetched_checked_and_recorded(npm, data, capsys):
    before = fonts.stack("bn").digest
    assert "missing: lessonforge fonts install bengali" in said(capsys, "list")
    assert said(capsys, "install", "bengali") == "Noto Sans Bengali: 1 files from @fonts/noto-sans-bengali@1.0.0\n"
    assert "pack @fonts/noto-sans-bengali@1.0.0" in npm.read_text() and "--ignore-scripts" in npm.read_text()
    assert lying(data) == ["LICENSE_FONT", "NotoSansBengali.ttf", "fonts.lock"]
    record = json.loads((data / "fonts.lock").read_text())["Noto Sans Bengali"]
    digest = hashlib.sha256(installed.made("Noto Sans Bengali")).hexdigest()
    assert record["files"] == {"NotoSansBengali.ttf": digest}
    row = next(line for line in said(capsys, "list").splitlines() if "Bengali" in line)
    assert row.split()[-1] == "@fonts/noto-sans-bengali@1.0.0"

    installed.forget()
    assert fonts.stack("bn").families[0] == "Noto Sans Bengali"
    assert fonts.stack("en").families[0] == "Noto Sans"
    assert fonts.stack("bn").digest != before
    assert shape.caption([INSTALLED["bn"]], "bn", 640, 360).rgba.any()


@pytest.mark.parametrize("words", [["Beng"], ["noto sans bengali"], ["--for", "bn"], ["--for", "as", "--for", "bn-IN"]])
def test_a_font_is_known_by_its_script_its_name_and_its_languages(words, npm, data, capsys):
    said(capsys, "install", *words)
    assert set(offered.installed()) == {"Noto Sans Bengali"}


def test_without_a_network_fonts_come_from_a_folder(data, tmp_path, capsys, monkeypatch):
    monkeypatch.setenv("PATH", "")
    assert "needs npm" in said(capsys, "install", "bengali", code=2)
    said(capsys, "install", "bengali", "--from", str(tmp_path / "packages"))
    said(capsys, "install", "ethiopic", "--from", str(loose(tmp_path, "Noto Sans Ethiopic").parent))
    assert set(offered.installed()) == set(FAMILIES)
    (tmp_path / "empty").mkdir()
    message = said(capsys, "install", "bengali", "--from", str(tmp_path / "empty"), code=2)
    assert "There is neither fonts-noto-sans-bengali-1.0.0.tgz nor NotoSansBengali.ttf in" in message


@pytest.mark.parametrize("source", ["npm", "folder", "loose"])
def test_another_file_than_the_known_one_is_refused_and_nothing_is_installed(source, npm, data, tmp_path, capsys):
    folder = tmp_path / "packages"
    spoilt = installed.made("Noto Sans Ethiopic") + b"!"
    pack(folder, "fonts-noto-sans-ethiopic-1.0.0", {"400Regular/NotoSansEthiopic.ttf": spoilt})
    if source == "loose":
        folder = tmp_path / "loose"
        folder.mkdir()
        (folder / "NotoSansEthiopic.ttf").write_bytes(spoilt)
        (folder / "NotoSansBengali.ttf").write_bytes(installed.made("Noto Sans Bengali"))
    extra = [] if source == "npm" else ["--from", str(folder)]
    message = said(capsys, "install", "bengali", "ethiopic", *extra, code=2)
    assert hashlib.sha256(spoilt).hexdigest() in message and "Nothing was installed." in message
    assert lying(data) == []
    assert list((data / "fonts").iterdir()) == []


@pytest.mark.parametrize("content", [b"", b"no archive", b"\x1f\x8b\x08\x00torn"])
def test_a_torn_package_is_told(content, data, tmp_path, capsys):
    (tmp_path / "packages" / "fonts-noto-sans-bengali-1.0.0.tgz").write_bytes(content)
    message = said(capsys, "install", "bengali", "--from", str(tmp_path / "packages"), code=2)
    assert "is not a package that can be read" in message and lying(data) == []


def test_a_package_without_the_font_is_told(data, tmp_path, capsys):
    pack(tmp_path / "packages", "fonts-noto-sans-bengali-1.0.0", {"LICENSE_FONT": b"OFL"})
    message = said(capsys, "install", "bengali", "--from", str(tmp_path / "packages"), code=2)
    assert "'400Regular/NotoSansBengali.ttf' of @fonts/noto-sans-bengali@1.0.0 is not there" in message


def test_names_that_are_not_known_are_told(capsys):
    assert "Did you mean 'bengali'?" in said(capsys, "install", "bengal", code=2)
    assert "Known: bengali, ethiopic." in said(capsys, "install", "klingon", code=2)
    assert "No font for the script of 'bo' is known" in said(capsys, "install", "--for", "bo", code=2)
    assert "Noto Sans draws it" in said(capsys, "install", "--for", "sw")
    assert "Name a script" in said(capsys, "install", code=2)
    assert "'Noto Sans Bengali' is not installed" in said(capsys, "remove", "Noto Sans Bengali", code=2)


def test_a_font_of_one_s_own_draws_what_no_other_can(data, tmp_path, capsys):
    part = loose(tmp_path, "Noto Sans Lao")
    assert said(capsys, "install", "--file", str(part)) == f"Noto Sans Lao: 1 files from {part}\n"
    installed.forget()
    assert fonts.stack("lo").families[-1] == "Noto Sans Lao"
    assert said(capsys, "list").count(str(part)) == 1
    said(capsys, "remove", "Noto Sans Lao")
    assert offered.installed() == {} and lying(data) == ["fonts.lock"]

    known = str(loose(tmp_path, "Noto Sans Bengali"))
    assert "is Noto Sans Bengali. Install it with" in said(capsys, "install", "--file", known, code=2)
    torn = tmp_path / "torn.ttf"
    torn.write_text("no font")
    assert "can be read" in said(capsys, "install", "--file", str(torn), code=2)
    assert "is not a font file" in said(capsys, "install", "--file", str(tmp_path / "none.ttf"), code=2)
    assert lying(data) == ["fonts.lock"]


def test_a_font_that_was_changed_afterwards_is_not_used(npm, data, capsys):
    said(capsys, "install", "bengali")
    [file] = data.rglob("*.ttf")
    file.write_bytes(file.read_bytes() + b"!")
    installed.forget()
    with pytest.raises(
        Exception, match=r"is damaged\. Install it again: lessonforge fonts install 'Noto Sans Bengali'"
    ):
        shape.fingerprint()
    said(capsys, "install", "Noto Sans Bengali")
    installed.forget()
    assert "fonts" in shape.fingerprint()
    file.unlink()
    assert "is damaged" in said(capsys, "check", str(built_in("lessons") / "earth"), code=2)


def test_a_data_folder_that_can_t_be_written_is_told(npm, data, capsys):
    data.write_text("a file")
    assert "can't be put into" in said(capsys, "install", "bengali", code=4)


def test_a_record_that_is_broken_is_told(data, capsys):
    data.mkdir()
    for broken in ("{", "[]", '{"X": 1}', '{"X": {"script": "Beng"}}'):
        (data / "fonts.lock").write_text(broken)
        assert "Remove it, and install the fonts again." in said(capsys, "list", code=2)


@pytest.mark.parametrize("verb", [["check"], ["fonts", "check"]])
def test_what_no_font_has_is_told_with_the_command_that_mends_it(verb, npm, tmp_path, capsys, monkeypatch):
    monkeypatch.chdir(tmp_path)
    places = courses.write(
        tmp_path / "water",
        {
            "course.yaml": "locales: [es]\nuntranslated: source\n",
            "sea.yaml": courses.lesson(
                "id: sea\n  narration: The sea.\n  visual: {slide: {title: Sea, bullets: [«ሕዋስ, Rain]}}"
            ),
        },
    )
    assert main([*verb, "water"]) == 3
    told = capsys.readouterr().err
    assert f"water/{places[0]}: scene 'sea', visual.slide.bullets.1: no font for 'en' has 'ሕ' (U+1215 ETHIOPIC" in told
    assert "Install a font: lessonforge fonts install ethiopic\n" in told
    said(capsys, "install", "ethiopic")
    installed.forget()
    assert main([*verb, "water"]) == 0


def test_fonts_check_looks_at_translations_that_are_not_finished(tmp_path, capsys, monkeypatch):
    monkeypatch.chdir(tmp_path)
    courses.write(
        tmp_path / "water",
        {
            "course.yaml": "locales: [bn]\n",
            "sea.yaml": courses.lesson("id: sea\n  title: Sea\n  narration: The sea."),
            "locale/bn/sea.po": courses.catalogue("sea", sea__title=("Sea", "কোষ")),
        },
    )
    message = said(capsys, "check", "water", code=3)
    assert "locale/bn/sea.po:5:1: 'sea/sea/title': no font for 'bn' has 'কো' (U+0995 BENGALI LETTER KA" in message
    assert "lessonforge fonts install bengali" in message
    assert said(capsys, "check", "water", "-l", "en") == "en: 3 texts, all can be drawn.\n"

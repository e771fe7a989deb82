from pathlib import Path

import pytest

from lessonforge.assemble.profiles import named
from lessonforge.cli import main
from lessonforge.errors import ScriptError, SettingsError


def project(folder: Path, text: str) -> Path:
    (folder / "profiles.yaml").write_text(text)
    return folder


def test_a_project_changes_a_profile_and_adds_one(tmp_path: Path) -> None:
    own = project(tmp_path, "1080p: {captions: closed}\nprojector: {width: 1280, height: 720}\n")

    assert (named("1080p", own).captions, named("1080p", own).width) == ("closed", 1920)
    assert (named("projector", own).width, named("projector", own).fps) == (1280, 30)
    assert named("1080p").captions == "open"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("1080p: {captions: maybe}", "profile '1080p': captions"),
        ("1080p: {color: red}", "profile '1080p': color"),
        ("1080p: {width: 1281}", "profile '1080p': width"),
        ("1080p: {width: 100000}", "profile '1080p': width"),
        ("- 1080p", "Write it like this"),
        ("1080p: {captions: [", "this isn't YAML"),
    ],
)
def test_a_wrong_file_is_told(tmp_path: Path, text: str, said: str) -> None:
    with pytest.raises(ScriptError, match=r"profiles\.yaml") as caught:
        named("1080p", project(tmp_path, text))

    assert said in str(caught.value)


def test_an_unknown_profile_is_told(tmp_path: Path) -> None:
    with pytest.raises(SettingsError, match="Did you mean 'mobile'"):
        named("mobil", tmp_path)


def test_it_stands_beside_lessons_and_is_none(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    project(tmp_path, "1080p: {captions: closed}\n")
    (tmp_path / "one.yaml").write_text("title: One\nscenes: [{id: a, narration: Hello.}]\n")

    assert main(["check", str(tmp_path)]) == 0
    assert "1 lesson." in capsys.readouterr().out


def test_a_lesson_without_scenes_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "one.yaml").write_text("title: One\n")

    assert main(["check", str(tmp_path)]) == 3
    assert "'scenes' is missing" in capsys.readouterr().err

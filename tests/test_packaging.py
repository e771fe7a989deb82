"""What a `pip install` brings: everything a build needs, and nothing heavy before it is needed."""

import re
import subprocess
import sys
import tomllib
import zipfile
from pathlib import Path

ROOT = Path(__file__).parents[1]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
HEAVY = ("torch", "diffusers", "TTS", "moviepy", "cv2", "av", "numpy", "PIL", "typst", "soundfile", "pydantic", "babel")


def test_the_command_line_starts_light() -> None:
    code = f"import sys, lessonforge.cli; print([name for name in {HEAVY!r} if name in sys.modules])"
    said = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=ROOT)

    assert said.stdout.strip() == "[]"


def test_every_dependency_is_pinned() -> None:
    lines = (ROOT / "constraints.txt").read_text("utf-8").splitlines()
    pinned = {normal(line.split("==")[0]) for line in lines if "==" in line}
    wanted = [*PROJECT["dependencies"], *PROJECT["optional-dependencies"]["dev"]]

    assert [name for name in map(package, wanted) if name not in pinned] == []


def package(requirement: str) -> str:
    return normal(re.match(r"[\w.-]+", requirement)[0])  # type: ignore[index]


def normal(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()


def test_the_wheel_holds_templates_voices_and_samples(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "pip", "wheel", "--quiet", "--no-deps", "--no-build-isolation"]
    subprocess.run([*command, "--wheel-dir", str(tmp_path), str(ROOT)], check=True, capture_output=True)
    (wheel,) = tmp_path.glob("*.whl")
    names = set(zipfile.ZipFile(wheel).namelist())
    data = "lessonforge/data"

    for needed in (
        f"{data}/templates/prompts/flat/prompt.j2",
        f"{data}/templates/slides/slide.typ",
        f"{data}/templates/course/first-lesson.yaml",
        f"{data}/voices/en.yaml",
        f"{data}/lessons/earth/locale/es/water-cycle.po",
        "lessonforge/visuals/draw/things/sun.svg",
        "lessonforge/assemble/profiles.yaml",
    ):
        assert needed in names
    assert not [name for name in names if "__pycache__" in name or name.endswith((".mp4", ".partial"))]

"""The whole way, on a small course: what is made, what is kept, and what a kill costs."""

import json
import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from facts import FilmFacts, film_facts

from lessonforge.cli import main

LESSON = """
title: Two drops
language: en
scenes:
  - id: sea
    title: The sea
    narration: The sun warms the sea. Vapour rises.
    visual:
      prompt: the sun over a calm sea, vapour rising
      labels: [{text: vapour, at: [0.5, 0.4], when: Vapour}]
  - id: steps
    narration: There are two steps. First it rises, then it rains.
    visual: {slide: {title: Two steps, bullets: [It rises, It rains]}}
  - id: question
    quiz:
      question: What warms the sea?
      choices: [{text: The sun, correct: true}, {text: The wind}]
      pause: 1
"""
PO = {
    "title": ("Two drops", "Dos gotas"),
    "sea/title": ("The sea", "El mar"),
    "sea/narration": ("The sun warms the sea. Vapour rises.", "El sol calienta el mar. El vapor sube."),
    "sea/visual/labels/0/text": ("vapour", "vapor"),
    "sea/visual/labels/0/when": ("Vapour", "vapor"),
    "steps/narration": (
        "There are two steps. First it rises, then it rains.",
        "Hay dos pasos. Primero sube, después llueve.",
    ),
    "steps/visual/slide/title": ("Two steps", "Dos pasos"),
    "steps/visual/slide/bullets/0": ("It rises", "Sube"),
    "steps/visual/slide/bullets/1": ("It rains", "Llueve"),
    "question/quiz/question": ("What warms the sea?", "¿Qué calienta el mar?"),
    "question/quiz/choices/0/text": ("The sun", "El sol"),
    "question/quiz/choices/1/text": ("The wind", "El viento"),
}


@pytest.fixture
def course(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "course"
    (folder / "locale" / "es").mkdir(parents=True)
    (folder / "course.yaml").write_text("locales: [es]\n")
    (folder / "drops.yaml").write_text(LESSON)
    entries = [f'msgctxt "drops/{id}"\nmsgid "{source}"\nmsgstr "{text}"\n' for id, (source, text) in PO.items()]
    head = 'msgid ""\nmsgstr "Content-Type: text/plain; charset=utf-8\\n"\n'
    (folder / "locale" / "es" / "drops.po").write_text("\n".join([head, *entries]), encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return folder


def build(course: Path, *more: str) -> dict[str, dict[str, int]]:
    """Build it small, and give the counts of each stage."""
    report = course.parent / "report.json"
    assert main(["build", str(course), "--profile", "mobile", "--json", str(report), *more]) == 0
    return json.loads(report.read_text())["stages"]


def manifests(out: Path) -> dict[str, str]:
    return {str(path.relative_to(out)): path.read_text() for path in sorted(out.rglob("manifest.json"))}


def made(stages: dict[str, dict[str, int]]) -> dict[str, int]:
    return {stage: count["made"] for stage, count in stages.items() if count["made"]}


def change_one_word(course: Path) -> None:
    lesson = course / "drops.yaml"
    lesson.write_text(lesson.read_text().replace("There are two steps.", "There are few steps."))


def test_both_languages_are_whole_films(course: Path) -> None:
    build(course)

    for locale, language, title in (("en", "eng", "The sea"), ("es", "spa", "El mar")):
        folder = course.parent / "out" / "course" / "drops" / locale / "mobile"
        names = {path.name for path in folder.iterdir()}
        assert names == {f"drops.{locale}.{end}" for end in ("mp4", "vtt", "srt", "txt", "jpg")} | {"manifest.json"}
        facts = film_facts(folder / f"drops.{locale}.mp4")
        assert_a_good_film(facts, language)
        assert facts.chapters[0][2] == title


def assert_a_good_film(facts: FilmFacts, language: str) -> None:
    ends = {stream.kind: stream.end for stream in facts.streams}
    assert abs(ends["video"] - ends["audio"]) <= 0.05
    assert abs(facts.seconds - ends["video"]) <= 1 / 30
    assert {stream.language for stream in facts.streams if stream.kind != "video"} == {language}
    assert -17 <= facts.loudness <= -15
    assert facts.peak <= -1.5
    assert facts.moov_first
    assert facts.black[1] - facts.black[0] < 0.1


def test_a_second_build_makes_nothing(course: Path) -> None:
    first = build(course)
    before = manifests(course.parent / "out")

    assert made(first)
    assert made(build(course)) == {}
    assert manifests(course.parent / "out") == before


def test_one_word_costs_one_utterance_and_one_clip(course: Path) -> None:
    build(course, "-l", "en")
    change_one_word(course)

    assert made(build(course, "-l", "en")) == {"speech": 1, "clips": 1, "sound": 1, "videos": 1}


def test_a_film_from_the_store_equals_a_fresh_one(
    course: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    build(course, "-l", "en")
    change_one_word(course)
    build(course, "-l", "en")
    monkeypatch.setenv("LESSONFORGE_CACHE", str(tmp_path / "other-store"))
    build(course, "-l", "en", "--out", "fresh")

    assert manifests(tmp_path / "fresh") == manifests(tmp_path / "out")


def test_kills_at_random_moments_change_nothing(
    course: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, own_store: Path
) -> None:
    began = time.monotonic()
    build(course, "-l", "en")
    whole = time.monotonic() - began
    wanted = manifests(tmp_path / "out")
    moments = random.Random(1)
    for number in range(4):
        monkeypatch.setenv("LESSONFORGE_CACHE", str(tmp_path / f"killed-{number}"))
        for _ in range(5):
            kill_after(moments.uniform(0.2, 0.6 * whole), course)

        build(course, "-l", "en", "--out", f"out-{number}")

        assert manifests(tmp_path / f"out-{number}") == wanted
        assert main(["cache", "verify"]) == 0


def kill_after(seconds: float, course: Path) -> None:
    """Start the same build in a process of its own and kill it, with no chance to tidy up."""
    arguments = ["-m", "lessonforge", "build", str(course), "-l", "en", "--profile", "mobile", "--out", "killed"]
    process = subprocess.Popen([sys.executable, *arguments], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        process.wait(seconds)
    except subprocess.TimeoutExpired:
        os.kill(process.pid, signal.SIGKILL)
        process.wait()


def test_ctrl_c_stops_cleanly_and_the_next_run_goes_on(course: Path, tmp_path: Path, own_store: Path) -> None:
    arguments = ["-m", "lessonforge", "build", str(course), "-l", "en", "--profile", "mobile"]
    process = subprocess.Popen([sys.executable, *arguments], stderr=subprocess.PIPE, text=True, start_new_session=True)
    actions = own_store / "actions"
    while process.poll() is None and not (actions.is_dir() and any(actions.rglob("*/*"))):
        time.sleep(0.05)
    process.send_signal(signal.SIGINT)
    _, said = process.communicate(timeout=30)

    assert process.returncode == 130
    assert "kept" in said
    assert "Traceback" not in said
    assert made(build(course, "-l", "en"))["clips"]

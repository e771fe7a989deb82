"""Ids written into lesson files: at their place, once, and with nothing else changed."""

import random

import pytest

from lessonforge.cli import main
from lessonforge.script.load import load

LESSON = """\
# About tides.
title: Tides   # short

scenes:
  - narration: Hello.   # first
    title: "High tide: it's here"

  # the second
  -   narration: >
        A long
        text.
      visual: {slide: {title: Tides, bullets: [a, b]}}
  - {narration: In brackets., title: Tides}
  - id: tides-2
    narration: This has one.
  -
    visual:
      image: assets/moon_2.png
    narration: Look.
  - quiz: {question: What?, choices: [{text: a, correct: true}, {text: b}]}
  - { narration: Nothing to go by. }
  - "narration": Приливы.
    title: Приливы
    visual: {prompt: the moon over the wide and very calm Pacific ocean}
  - narration: A number.
    title: 1609
"""
NAMED = """\
# About tides.
title: Tides   # short

scenes:
  - id: high-tide-its-here
    narration: Hello.   # first
    title: "High tide: it's here"

  # the second
  -   id: tides
      narration: >
        A long
        text.
      visual: {slide: {title: Tides, bullets: [a, b]}}
  - {id: tides-3, narration: In brackets., title: Tides}
  - id: tides-2
    narration: This has one.
  -
    id: moon-2
    visual:
      image: assets/moon_2.png
    narration: Look.
  - id: question
    quiz: {question: What?, choices: [{text: a, correct: true}, {text: b}]}
  - {id: scene-7, narration: Nothing to go by. }
  - id: the-moon-over-the-wide-and-very
    "narration": Приливы.
    title: Приливы
    visual: {prompt: the moon over the wide and very calm Pacific ocean}
  - id: scene-9
    narration: A number.
    title: 1609
"""


@pytest.fixture
def file(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    return tmp_path / "tides.yaml"


def said(capsys, *arguments, code=0):
    capsys.readouterr()
    assert main(["i18n", "ids", *arguments]) == code
    out, err = capsys.readouterr()
    return (out + err).splitlines()


@pytest.mark.parametrize("newline", ["\n", "\r\n"])
@pytest.mark.parametrize("mark", ["", "\ufeff"])
def test_every_scene_gets_an_id_and_the_file_stays_as_it_is(file, capsys, newline, mark):
    file.write_bytes((mark + LESSON.replace("\n", newline)).encode())
    (told,) = said(capsys, "tides.yaml")
    assert told.startswith("tides.yaml: high-tide-its-here, tides, tides-3, moon-2, question, scene-7, the-moon")
    assert file.read_bytes().decode() == mark + NAMED.replace("\n", newline)
    assert said(capsys, "tides.yaml") == ["Every scene has an id."]
    assert file.read_bytes().decode() == mark + NAMED.replace("\n", newline)


BROKEN = {
    "another key": (LESSON.replace("narration: Look.", "naration: Look."), "tides.yaml:19:5: unknown key 'naration'."),
    "an empty id": (LESSON.replace("id: tides-2", "id:"), "'id' has no value"),
    "not YAML": (LESSON + "  - [", "tides.yaml:"),
    "no scenes": ("title: Tides\n", "'scenes' is missing."),
    "an anchor": (
        LESSON.replace("  - narration: Hello.", "  - &a\n    narration: Hello.") + "  - *a\n",
        "no id can be put in. Write `id: `",
    ),
    "scenes that are none": ("title: Tides\nscenes: {a: b}\n", "'scenes' should be a list"),
    "not UTF-8": (LESSON.encode("utf-16"), "not UTF-8"),
    "a scene that is none": (LESSON + "  - just words\n", "should be a group of keys"),
}


@pytest.mark.parametrize("name", BROKEN)
def test_a_file_with_other_mistakes_is_left_alone_and_others_are_not(file, capsys, name):
    content, message = BROKEN[name]
    data = content if isinstance(content, bytes) else content.encode()
    file.write_bytes(data)
    (file.parent / "moon.yaml").write_text("title: M\nscenes:\n- narration: Hi.\n")
    told = said(capsys, ".", code=3)
    assert told[0] == "moon.yaml: scene-1" and message in told[1]
    assert not any("'id' is missing" in line for line in told)
    assert file.read_bytes() == data


def test_no_layout_loses_anything(file, capsys):
    """Scenes in any style, order and indentation: either they all have ids afterwards, or nothing was changed."""
    dice, written = random.Random(3), 0
    for _ in range(150):
        scenes = []
        for _ in range(dice.randint(1, 4)):
            pad = " " * dice.randint(1, 4)
            keys = dice.sample([f"narration: {dice.choice(['Hi.', '|', '>-'])}", "title: 'It''s'", "pause: 1"], 2)
            lines = [
                f"{key}\n{pad}    text: {{no}}" if key[-1] in "|-" else key for key in keys if key[0] != "t"
            ] or keys
            joined = f"\n {pad}".join(lines)
            style = dice.choice(
                ["-{pad}{joined}", "-{pad}# why\n {pad}{joined}", "- {{title: a, narration: b}}", "-{pad}&x {joined}"]
            )
            scenes.append(style.format(pad=pad, joined=joined))
        text = "title: T\nscenes:\n" + "\n".join(scenes) + dice.choice(["", "\n", "\n\n# end"])
        file.write_text(text)
        ids = main(["i18n", "ids", "tides.yaml"])
        if ids:
            assert file.read_text() == text
        else:
            written += 1
            assert load(file).problems == () and not set(text.split()) - set(file.read_text().split()) - {"{title:"}
    assert written > 40

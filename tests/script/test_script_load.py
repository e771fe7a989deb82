from pathlib import Path

import pytest
from lessons_on_disk import SCENE, course, told

from lessonforge.errors import SettingsError
from lessonforge.script import checks, schema
from lessonforge.script.load import load

WATER = f"title: Water\n{SCENE}"


def test_a_lesson_alone_gets_what_is_built_in(tmp_path: Path) -> None:
    course(tmp_path, {"water.yaml": WATER})
    (script,) = load(tmp_path / "water.yaml").scripts
    assert (script.name, script.locale, script.folder) == ("water", "en", tmp_path)
    assert (script.lesson.language, script.lesson.style, script.lesson.voice) == ("en", "flat", "narrator")
    assert script.lesson.engine == "draw"
    assert script.source.problem(("scenes", 0, "id"), "x").line == 3


def test_a_course_fills_in_what_its_lessons_leave_out(tmp_path: Path) -> None:
    course(
        tmp_path,
        {
            "course.yaml": "language: pt_br\nstyle: photo\nvoice: leo\nauthor: Ana\n"
            "vars: {sea: the Pacific, n: 1}\nlexicon: {Kepler: Kep-ler}\nlocales: [es, zh_hant]\n",
            "water.yaml": f"title: Water\nstyle: blueprint\nvars: {{n: 2}}\n{SCENE}",
        },
    )
    (script,) = load(tmp_path).scripts
    lesson = script.lesson
    assert (script.locale, lesson.language, lesson.style, lesson.voice, lesson.author) == (
        "pt-BR", "pt-BR", "blueprint", "leo", "Ana",
    )  # fmt: skip
    assert lesson.vars == {"sea": "the Pacific", "n": 2}
    assert lesson.lexicon == {"Kepler": "Kep-ler"}
    assert script.course.locales == ("es", "zh-Hant")


def test_an_inherited_value_leads_back_to_the_course_file(tmp_path: Path) -> None:
    course(tmp_path, {"course.yaml": "title: C\nvoice: leo\nvars: {a: b}\n", "water.yaml": f"vars: {{c: d}}\n{WATER}"})
    source = load(tmp_path).scripts[0].source
    places = [("voice",), ("vars", "a"), ("vars", "c"), ("scenes", 0, "pause"), ("title",)]
    problems = [source.problem(place, "x") for place in places]
    assert [(Path(p.path).name, p.line, p.column) for p in problems] == [
        ("course.yaml", 2, 8),
        ("course.yaml", 3, 11),
        ("water.yaml", 1, 11),
        ("water.yaml", 4, 3),
        ("water.yaml", 2, 8),
    ]


def test_lessons_come_in_the_order_of_the_course_or_else_by_name(tmp_path: Path) -> None:
    course(tmp_path, {"b.yaml": WATER, "a.yaml": WATER, "draft.yaml": WATER, ".hidden.yaml": "x"})
    assert [script.name for script in load(tmp_path).scripts] == ["a", "b", "draft"]
    course(tmp_path, {"course.yaml": "lessons: [b, a]\n"})
    assert [script.name for script in load(tmp_path).scripts] == ["b", "a"]
    assert [script.name for script in load(tmp_path / "course.yaml").scripts] == ["b", "a"]
    assert [script.name for script in load(tmp_path / "draft.yaml").scripts] == ["draft"]


def test_a_project_is_all_of_its_courses(tmp_path: Path) -> None:
    course(tmp_path, {"lessons/sky/stars.yaml": WATER, "lessons/earth/water.yaml": WATER, "mkdocs.yml": "x",
                      "lessons/lesson.schema.json": "{}", "lessons/earth/assets/readme.txt": ""})  # fmt: skip
    for path in (tmp_path, tmp_path / "lessons"):
        assert [(s.folder.name, s.name) for s in load(path).scripts] == [("earth", "water"), ("sky", "stars")]


def test_paths_are_shown_as_the_user_would_type_them(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    course(tmp_path, {"here/lessons/earth/water.yaml": "title: x\n", "there.yaml": "title: x\n"})
    monkeypatch.chdir(tmp_path / "here")
    assert load(Path(".")).problems[0].path == str(Path("lessons/earth/water.yaml"))
    assert load(tmp_path / "here").problems[0].path == str(Path("lessons/earth/water.yaml"))
    assert load(Path("../there.yaml")).problems[0].path == str(tmp_path / "there.yaml")


def test_the_problems_of_all_files_come_together(tmp_path: Path) -> None:
    course(
        tmp_path,
        {
            "course.yaml": "locales: [es, English, ES]\nlessons: [watr, sky, sky, water.yaml, bad, tab]\n",
            "water.yaml": WATER,
            "sky.yaml": WATER,
            "bad.yaml": f"titel: x\nlanguage: cat food\n{SCENE}",
            "tab.yaml": "title: x\n\tscenes:\n",
            "old.yml": WATER,
        },
    )
    loaded = load(tmp_path)
    assert told(loaded) == [
        "bad.yaml:1:1: unknown key 'titel'. Did you mean 'title'?",
        "bad.yaml:2:11: 'cat food' is not a language tag. Write it like 'en', 'pt-BR' or 'zh-Hant'.",
        "course.yaml:1:15: 'English' is not a language tag. Did you mean 'en'?",
        "course.yaml:1:24: the language 'ES' is listed twice. Remove one of them.",
        "course.yaml:2:11: the course lists the lesson 'watr', but its folder has no such file. Did you mean 'water'?",
        "course.yaml:2:22: the lesson 'sky' is listed twice. Remove one of them.",
        "course.yaml:2:27: the course lists the lesson 'water.yaml', but its folder has no such file. "
        "Did you mean 'water'?",
        "old.yml:0:0: the names of lesson files end in '.yaml'. Rename it to 'old.yaml'.",
        "tab.yaml:2:1: a tab is used to indent. Use spaces: two for each level.",
    ]


def test_a_mistake_hides_no_other_in_its_lesson(tmp_path: Path) -> None:
    text = (
        "title: Water\nstyle: foto\nengin: draw\nscenes:\n- id: a\n  pauze: 3\n  narration: x\n"
        "- id: b\n  narration: x\n  visual: {image: a.png}\n- id: b\n  narration: x\n  voice: leo\n- text\n"
        "- {id: q, quiz: {question: q, choices: [{text: a, goto: a}, {text: b, goto: c}]}}\n"
    )
    loaded = load(course(tmp_path, {"water.yaml": text}))
    assert [p.line for p in loaded.problems] == [3, 6, 10, 14]
    known = checks.Known(("flat",), ("draw",), lambda locale: {"narrator": 1})
    assert [p.line for p in checks.run(loaded.scripts, known)] == [2, 11, 13, 15, 15]


def test_no_more_is_told_of_a_file_than_anyone_reads(tmp_path: Path) -> None:
    text = WATER + "".join(f"key{n}: x\n" for n in range(20_000))
    assert len(load(course(tmp_path, {"water.yaml": text})).problems) == schema.MAX_PROBLEMS


def test_a_wrong_course_does_not_hide_the_problems_of_its_lessons(tmp_path: Path) -> None:
    course(tmp_path, {"course.yaml": "untranslated: skipp\n", "water.yaml": WATER.replace("id", "iid")})
    assert told(load(tmp_path)) == [
        "course.yaml:1:15: 'untranslated' is 'skipp', which is not one it can be. Did you mean 'skip'?",
        "water.yaml:3:3: unknown key 'iid'. Did you mean 'id'?",
    ]


def test_a_path_without_lessons_is_a_wrong_argument(tmp_path: Path) -> None:
    course(tmp_path, {"water.yaml": WATER, "empty/readme.txt": ""})
    with pytest.raises(SettingsError, match=r"does not exist. Did you mean 'water.yaml'\?"):
        load(tmp_path / "watr.yaml")
    with pytest.raises(SettingsError, match="holds no lessons"):
        load(tmp_path / "empty")

import shutil
from pathlib import Path

import pytest

from lessonforge.expand import styles
from lessonforge.settings import built_in

BUILT_IN = (built_in("templates"),)
DATA = {
    "prompt": "a boat on a lake", "aspect": "wide", "motion": "pan", "audience": "", "age": 0, "vars": {},
    "characters": [],
}  # fmt: skip


def own(tmp_path: Path, style: str = "", **files: str) -> tuple[Path, ...]:
    """A project with a style of its own, made of `flat` with some files changed."""
    mine = tmp_path / "prompts" / "mine"
    shutil.copytree(BUILT_IN[0] / "prompts" / "flat", mine)
    for name, text in files.items():
        (mine / f"{name}.j2").write_text(text)
    if style:
        (mine / "style.yaml").write_text(style)
    return (tmp_path, *BUILT_IN)


def test_the_built_in_styles():
    assert {"flat", "watercolor", "photo", "blueprint"} <= set(styles.names(BUILT_IN))


@pytest.mark.parametrize("name", styles.names(BUILT_IN))
def test_a_style_is_whole_and_legible(name):
    style, problems = styles.style(name, BUILT_IN)
    assert problems == ()
    palette = dict(style.palette)
    assert tuple(palette) == styles.ROLES
    for role in styles.ROLES[2:]:
        assert min(styles.contrast(palette[role], palette[ground]) for ground in styles.BACKGROUNDS) >= 4.5, role


@pytest.mark.parametrize("name", styles.names(BUILT_IN))
@pytest.mark.parametrize("change", [{}, {"aspect": "tall"}, {"aspect": "square"}, {"motion": "animate"}, {"age": 6}])
def test_the_first_line_is_the_scenes_own_and_writing_is_unwanted(name, change):
    style, _ = styles.style(name, BUILT_IN)
    lines = style.prompt({**DATA, **change}).split("\n")
    assert lines[0] == "a boat on a lake"
    assert len(lines) >= 7
    assert all(line == " ".join(line.split()) and line for line in lines)
    assert {"text", "letters", "captions", "watermark"} <= set(style.negative({**DATA, **change}).split(", "))


def test_styles_differ_in_every_line_but_the_first():
    prompts = [set(styles.style(name, BUILT_IN)[0].prompt(DATA).split("\n")[1:]) for name in styles.names(BUILT_IN)]
    for one in prompts:
        for other in prompts:
            assert one is other or len(one & other) <= 3


@pytest.mark.parametrize(
    "change", [{"aspect": "tall"}, {"aspect": "square"}, {"age": 6}, {"age": 12}, {"motion": "still"}]
)
def test_shape_audience_and_motion_change_what_is_asked(change):
    for name in styles.names(BUILT_IN):
        style, _ = styles.style(name, BUILT_IN)
        assert style.prompt(DATA) != style.prompt({**DATA, **change})


def test_contrast_is_wcags():
    assert styles.contrast("#000000", "#ffffff") == pytest.approx(21)
    assert styles.contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)


def test_a_project_may_bring_its_own_and_inherit(tmp_path):
    folders = own(tmp_path, prompt="{% extends 'flat/prompt.j2' %}{% block medium %}Paper cut-outs.{% endblock %}")
    style, problems = styles.style("mine", folders)
    assert problems == ()
    assert style.prompt(DATA).split("\n")[:2] == ["a boat on a lake", "Paper cut-outs."]
    assert "mine" in styles.names(folders)


def test_words_before_the_prompt_are_refused(tmp_path):
    style, _ = styles.style("mine", own(tmp_path, prompt="A lovely picture of {{ prompt }}"))
    with pytest.raises(styles.templates.TemplateMistake) as wrong:
        style.prompt(DATA)
    assert wrong.value.path.endswith("mine/prompt.j2")
    assert wrong.value.hint == "Start with {{ prompt }}."


FLAT = (BUILT_IN[0] / "prompts" / "flat" / "style.yaml").read_text("utf-8")


@pytest.mark.parametrize(
    ("text", "line", "message"),
    [
        ("title: [", 1, "this isn't YAML"),
        ("- a\n- b", 1, "missing: title, notes, palette."),
        ("", 0, "missing: title, notes, palette."),
        (FLAT.replace("accent2:", "acent2:"), 11, "unknown key 'acent2'. Did you mean 'accent2'?"),
        (FLAT.replace('ink: "#1d2b3a"', "ink: blue"), 8, "'ink' must be a colour"),
        (
            FLAT.replace('muted: "#566573"', 'muted: "#aaaaaa"'),
            9,
            "has a contrast of 2.2:1 on 'paper'. Words need 4.5:1: make",
        ),
        (FLAT.replace("title: Flat", "title: {a: b}"), 1, "'title' must be a text."),
    ],
)
def test_a_broken_style_is_a_problem_with_its_line(tmp_path, text, line, message):
    folders = own(tmp_path)
    (tmp_path / "prompts" / "mine" / "style.yaml").write_text(text)
    style, problems = styles.style("mine", folders)
    assert style is None
    hit = [problem for problem in problems if message in str(problem)]
    assert hit and hit[0].line == line and hit[0].path.endswith("mine/style.yaml")


def test_a_style_without_templates_is_a_problem(tmp_path):
    folders = own(tmp_path)
    (tmp_path / "prompts" / "mine" / "negative.j2").unlink()
    _, problems = styles.style("mine", folders)
    assert [problem.message for problem in problems] == ["the style 'mine' has no negative.j2."]

"""The format: what its checks say of a wrong value, and that the published schema says the same."""

import json
from pathlib import Path

import jsonschema
import pytest
import yaml

from lessonforge.errors import Problem
from lessonforge.lesson import Course, Lesson, Turn
from lessonforge.script import reader, schema
from lessonforge.settings import built_in

HEAD = "title: The water cycle\nscenes:\n- id: pizza\n"

# what follows the head, line, column, words of the message, words of the hint
WRONG = {
    "unknown key": ("  narration: x\n  pauze: 3\n", 5, 3, "unknown key 'pauze'", "Did you mean 'pause'?"),
    "key of a level below": ("  prompt: a sun\n", 4, 3, "unknown key 'prompt'", "inside 'visual'"),
    "key of a level above": (
        "  visual:\n    prompt: x\n    narration: y\n",
        6,
        5,
        "'narration'",
        "belongs to the scene",
    ),
    "comma in a text": (
        "  quiz: {question: q, choices: [{text: So, it's on}, {text: n}]}\n",
        4,
        44,
        "'it's on'",
        "comma",
    ),
    "missing key": ("  visual: {chart: {data: [{label: a, value: 1}, {label: b}]}}\n", 4, 49, "'value' is missing", ""),
    "misspelt key": ("  narration: [{tekst: x}]\n", 4, 16, "unknown key 'tekst'", "'text'"),
    "no narration": ("  narration:\n", 4, 13, "'narration' has no value", "remove the line"),
    "blank narration": ('  narration: "  "\n', 4, 14, "'narration' is empty", "Write one"),
    "null": ("  narration: null\n", 4, 14, "'narration' has no value", 'Write "null" in quotes'),
    "empty item": (
        "  visual: {slide: {title: x, bullets: [a, '']}}\n",
        4,
        43,
        "item 2 of 'bullets' is empty",
        "remove",
    ),
    "empty cell": ("  visual: {table: {header: [a, b], rows: [[1, '']]}}\n", 4, 47, "is empty", "Write '-'"),
    "clock": ("  narration: x\n  pause: 12:30\n", 5, 10, "a number, but is '12:30'", "in seconds: 750"),
    "long clock": ("  narration: x\n  pause: 1:00:05\n", 5, 10, "'1:00:05'", "3605"),
    "decimal comma": ("  narration: x\n  pause: 0,5\n", 5, 10, "'0,5'", "Write 0.5."),
    "too long": ("  narration: x\n  pause: 500\n", 5, 10, "'500', but must be at most 120", ""),
    "negative": ("  narration: x\n  pause: -1\n", 5, 10, "at least 0", ""),
    "not a number": ("  visual: {chart: {data: [{label: a, value: nan}, {label: b, value: 1}]}}\n", 4, 45, "'nan'", ""),
    "not yes or no": ("  quiz: {question: q, choices: [{text: a, correct: maybe}, {text: b}]}\n", 4, 52, "'maybe'", ""),
    "none of the choices": ("  visual: {prompt: x, motion: pam}\n", 4, 31, "'motion' is 'pam'", "'pan'?"),
    "list for a text": ("  title: [a, b]\n  narration: x\n", 4, 10, "should be a text, but is a list of 2", ""),
    "group for a text": ("  title: {a: b}\n  narration: x\n", 4, 10, "a group of keys (a)", "in quotes"),
    "text for a list": (
        "  visual: {slide: {title: x, bullets: one}}\n",
        4,
        39,
        "should be a list, but is 'one'",
        "[one]",
    ),
    "text for a group": ("  visual: a sun\n", 4, 11, "a group of keys, but is 'a sun'", "prompt, slide"),
    "turn without a dash": ("  narration: {text: a}\n", 4, 14, "a text or a list of turns", "'- '"),
    "half a point": ("  visual: {prompt: x, labels: [{text: a, at: [0.5]}]}\n", 4, 46, "has 1 item", "[0.5, 0.25]"),
    "point outside": ("  visual: {prompt: x, labels: [{text: a, at: [5, 0]}]}\n", 4, 47, "item 1 of 'at' is '5'", ""),
    "few choices": ("  quiz: {question: q, choices: [{text: a}]}\n", 4, 32, "has 1 item, but must have at least 2", ""),
    "long id": (f"  narration: x\n- id: {'a' * 65}\n", 5, 7, "65 characters, but must have at most 64", ""),
    "lexicon": ("  narration: x\nlexicon: word\n", 5, 10, "'lexicon' should be a group of keys, but is 'word'", ""),
    "unknown key of the lesson": ("  narration: x\nvoise: x\n", 5, 1, "unknown key 'voise'", "Did you mean 'voice'?"),
}


def problems_of(text: str, noun: type = Lesson) -> list[Problem]:
    root, problems = reader.read(text.encode(), "l.yaml")
    assert root is not None
    return problems + schema.parse(root, noun, "l.yaml")[2]


@pytest.mark.parametrize("name", WRONG)
def test_a_wrong_value_is_told_with_place_and_remedy(name: str) -> None:
    rest, line, column, message, hint = WRONG[name]
    problems = problems_of(HEAD + rest)
    assert [(p.line, p.column) for p in problems] == [(line, column)]
    assert message in problems[0].message
    assert hint in problems[0].hint
    assert not any(word in str(problems[0]).lower() for word in ("pydantic", "input", "tuple", "dataclass", "valid "))


def test_all_wrong_values_are_told_together() -> None:
    text = "titel: x\nlanguage:\nscenes:\n- id: a\n  pause: x\n- just text\n- narration: b\n"
    assert [(p.line, p.message.split("'")[1]) for p in problems_of(text)] == [
        (1, "titel"), (2, "language"), (5, "a"), (6, "scenes"), (7, "id"),
    ]  # fmt: skip


@pytest.mark.parametrize(("text", "message"), [
    ("just text", "the file should be a group of keys, but is 'just text'"),
    ("- a", "the file should be a group of keys, but is a list of 1"),
    ("title: x", "'scenes' is missing"),
    ("title: x\nscenes: []", "'scenes' has 0 items"),
    ("title: x\nscenes: {id: x}", "'scenes' should be a list"),
])  # fmt: skip
def test_a_file_that_is_no_lesson(text: str, message: str) -> None:
    assert [message in p.message for p in problems_of(text)] == [True]


def test_texts_are_as_written_and_numbers_are_numbers() -> None:
    text = (
        "title: 12:30\nlanguage: no\n"
        "vars: {sea: the Pacific, n: 3, x: 0.5, price: 1.10, agent: 007, big: 1e3, on: true}\n"
        "lexicon: {no: nope}\nscenes:\n- id: 1\n  pause: 2\n  narration:\n  - {text: 1969}\n"
        "- id: code\n  visual:\n    code:\n      source: |\n          if x:\n            y\n"
        "- id: when\n"
        "  visual: {timeline: {events: [{date: 1609, text: ' a '}, {date: 2026-11-22, text: null hypothesis}]}}\n"
    )
    root, _ = reader.read(text.encode(), "l.yaml")
    assert root is not None
    lesson, source, problems = schema.parse(root, Lesson, "l.yaml")
    assert problems == []
    assert lesson is not None
    assert (lesson.title, lesson.language, dict(lesson.lexicon)) == ("12:30", "no", {"no": "nope"})
    expected = {"sea": "the Pacific", "n": 3, "x": 0.5, "price": "1.10", "agent": "007", "big": "1e3", "on": True}
    assert dict(lesson.vars) == expected
    assert lesson.scenes[0].narration == (Turn("1969"),)
    assert lesson.scenes[0].pause == 2.0
    assert lesson.scenes[1].visual.code.source == "if x:\n  y\n"  # type: ignore[union-attr]
    assert [event.date for event in lesson.scenes[2].visual.timeline.events] == ["1609", "2026-11-22"]  # type: ignore[union-attr]
    assert source.marks[("scenes", 0, "narration", 0, "text")] == (9, 12)


GOOD = """
title: 1984
vars: {n: 3}
scenes:
- id: 1
  narration: The sun warms the sea.
  visual: {prompt: a sun, labels: [{text: 5, at: [0.1, 1], when: sun}], alt: A sun.}
- id: b
  narration: [{voice: amina, text: true}, {text: b, audio: assets/b.wav}]
- id: c
  pause: 3
  visual: {timeline: {events: [{date: 1609, text: a}, {date: 1619.5, text: b}]}}
- id: q
  quiz: {question: q, choices: [{text: 1, correct: true}, {text: 2, goto: b}], pause: 4}
"""

BAD = {
    "no title": "scenes: [{id: a, narration: b}]",
    "no scenes": "title: a",
    "two kinds": "title: a\nscenes: [{id: a, visual: {prompt: a, image: b}}]",
    "no kind": "title: a\nscenes: [{id: a, visual: {alt: a}}]",
    "quiz and narration": (
        "title: a\nscenes:\n- {id: a, narration: b, quiz: {question: q, choices: [{text: a}, {text: b}]}}"
    ),
    "nothing": "title: a\nscenes: [{id: a}]",
    "unknown key": "title: a\nscenes: [{id: a, narration: b, pauze: 1}]",
    "clock": "title: a\nscenes: [{id: a, narration: b, pause: '12:30'}]",
    "null": "title: a\nscenes: [{id: a, narration: null}]",
    "empty text": "title: a\nscenes: [{id: a, narration: ''}]",
    "half a point": "title: a\nscenes: [{id: a, visual: {prompt: a, labels: [{text: a, at: [1]}]}}]",
}


def valid(kind: schema.Kind, text: str) -> bool:
    validator = jsonschema.Draft202012Validator(schema.json_schema(kind))
    return bool(validator.is_valid(yaml.safe_load(text)))


def test_the_published_schema_takes_what_the_loader_takes() -> None:
    assert problems_of(GOOD) == []
    assert valid("lesson", GOOD)
    course = "title: a\nlessons: [water-cycle]\nlocales: [es, pt-BR]\nuntranslated: skip\nmusic: {file: assets/a.mp3}"
    assert problems_of(course, Course) == []
    assert valid("course", course)


@pytest.mark.parametrize("name", BAD)
def test_the_published_schema_refuses(name: str) -> None:
    assert not valid("lesson", BAD[name])


def test_the_published_schema_describes_every_key() -> None:
    for kind in ("lesson", "course"):
        made = schema.json_schema(kind)  # type: ignore[arg-type]
        jsonschema.Draft202012Validator.check_schema(made)
        for noun in (made, *made["$defs"].values()):
            assert noun["description"]
            told = {key for key, value in noun["properties"].items() if "description" in value or "$ref" in value}
            assert told == noun["properties"].keys()


def test_the_published_schemas_are_in_step_with_the_code(tmp_path: Path) -> None:
    schema.write(tmp_path)
    for made in tmp_path.iterdir():
        kept = built_in("lessons") / made.name
        assert json.loads(kept.read_text("utf-8")) == json.loads(made.read_text("utf-8")), (
            "run: python -m lessonforge.script.schema"
        )

"""Whatever is in a file, the answer is a script or problems that stand in the file, and it comes soon."""

import time
from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from lessonforge.script import checks
from lessonforge.script.load import load

LESSON = """title: The water cycle
language: en
vars: {sea: the Pacific, list: [1, 2.5, true]}
scenes:
  - id: evaporation
    narration: >
      The sun warms {{ sea }}, and tiny drops of water rise.
    visual:
      prompt: the sun over a calm sea
      labels: [{text: vapour, at: [0.45, 0.35], when: rise}]
    pause: 1.5
  - id: cafe
    narration:
      - {voice: narrator, text: "Bonjour, un café s'il vous plaît."}
    visual: {table: {header: [a, b], rows: [[1, 2], &r [3, 4], *r]}}
  - id: q1
    quiz:
      question: What lifts the water?
      choices: [{text: The sun, correct: true}, {text: The wind, goto: cafe}]
"""
PIECES = [
    *"{}[]:-?&*!|>'\"%@`#,~\t\n\r =<", "- ", ": ", "\n  ", "\n    ", "&a ", "*a", "!!x ", "---\n", "<<: *r\n",
    "{{ x }}", "null", "-1", "1e999", "nan", "\ufeff", "\x00", "\u2028", "\x85", "é", "😀", "id: ", "quiz: ",
    "visual: ", "scenes: ", "0x1F", "1:30", "narration: ", "\\", "[" * 40, "# x",
]  # fmt: skip
KNOWN = checks.Known(("flat",), ("draw",), lambda locale: {"narrator": 1})


@st.composite
def mangled(draw: st.DrawFn) -> bytes:
    text = LESSON
    for _ in range(draw(st.integers(1, 6))):
        at = draw(st.integers(0, len(text)))
        gone = draw(st.sampled_from([0, 0, 1, 3, 20]))
        text = text[:at] + draw(st.sampled_from(PIECES)) + text[at + gone :]
    data = text.encode("utf-8", "surrogatepass")
    return data[: draw(st.integers(0, len(data)))] if draw(st.booleans()) else data


def answer(data: bytes, folder: Path) -> None:
    path = folder / "lesson.yaml"
    path.write_bytes(data)
    start = time.process_time()
    loaded = load(path)
    problems = loaded.problems + checks.run(loaded.scripts, KNOWN)
    assert time.process_time() - start < 2
    assert loaded.scripts or problems
    lines = len(data.decode("utf-8", "replace").splitlines()) + 1
    for problem in problems:
        assert 0 <= problem.line <= lines
        assert problem.message.endswith(".")
        assert len(str(problem)) < 1000


@given(data=mangled())
@settings(max_examples=400, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_a_mangled_lesson_is_a_script_or_problems(data: bytes, tmp_path: Path) -> None:
    answer(data, tmp_path)


@given(data=st.binary(max_size=300) | st.text(alphabet="".join(PIECES), max_size=200).map(str.encode))
@settings(max_examples=200, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_bytes_are_a_script_or_problems(data: bytes, tmp_path: Path) -> None:
    answer(data, tmp_path)

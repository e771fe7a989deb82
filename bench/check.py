"""What checking 100 lessons takes, in CPU time, against reading the same files as plain YAML: python bench/check.py."""

from __future__ import annotations

import os
import random
import resource
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).parent.parent
RUNS, LESSONS, SCENES = 5, 100, 10
GOAL = 5.0
# As installed: modules are compiled once, not at every start.
COMPILED = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
READ = (
    "import json, pathlib, sys, yaml\n"
    "for path in pathlib.Path(sys.argv[1]).glob('*.yaml'):\n"
    "    json.dumps(yaml.load(path.read_bytes(), yaml.CSafeLoader))\n"
)
NOUNS = [
    "sun",
    "moon",
    "sea",
    "river",
    "mountain",
    "cloud",
    "tree",
    "boat",
    "house",
    "bird",
    "lake",
    "hill",
    "forest",
    "rain",
    "star",
    "planet",
    "island",
    "fish",
]
VERBS = [
    "warms",
    "carries",
    "hides",
    "follows",
    "lifts",
    "turns",
    "feeds",
    "crosses",
    "shows",
    "reaches",
    "moves",
    "leaves",
]
HOW = [
    "slowly",
    "quietly",
    "every morning",
    "in spring",
    "for many days",
    "near the coast",
    "without a sound",
    "at night",
]


def lesson(number: int) -> str:
    """A lesson of ten scenes with texts of its own, about half of them pictures."""
    chance = random.Random(number)

    def sentence() -> str:
        return f"The {chance.choice(NOUNS)} {chance.choice(VERBS)} the {chance.choice(NOUNS)} {chance.choice(HOW)}."

    scenes = "".join(_scene(n, chance, sentence(), sentence()) for n in range(SCENES))
    return f"title: Lesson {number} of the {chance.choice(NOUNS)}\nlanguage: en\nscenes:\n{scenes}"


def _scene(n: int, chance: random.Random, one: str, other: str) -> str:
    a, b, c = chance.sample(NOUNS, 3)
    size = chance.randrange(100)
    visuals = {
        1: f"{{slide: {{title: The {a}, bullets: [About the {b}, About the {c}, And {size} more]}}}}",
        3: f"{{chart: {{title: 'How many?', data: [{{label: {a}, value: {size}}}, {{label: {b}, value: 7}}]}}}}",
        5: f"{{table: {{header: [Thing, Number], rows: [[{a}, {size}], [{b}, 2], [{c}, 3]]}}}}",
        6: f"{{formula: {{lines: [{{latex: 'x^2 = {size} + y'}}], where: [{{symbol: x, meaning: the {a}}}]}}}}",
        8: f"{{timeline: {{events: [{{date: {1600 + size}, text: The {a}}}, {{date: 1900, text: The {b}}}]}}}}",
    }
    if n == SCENES - 1:
        choices = f"[{{text: The {a}, correct: true}}, {{text: The {b}}}, {{text: The {c}}}]"
        return f"- id: question\n  quiz: {{question: What is it that {size} people see?, choices: {choices}}}\n"
    picture = f"{{prompt: a {a} and a {b}, labels: [{{text: {a}, at: [0.3, 0.4]}}], alt: The {a} and the {b}.}}"
    return f"- id: scene-{n}\n  narration: >\n    {one}\n    {other}\n  visual: {visuals.get(n, picture)}\n"


def cpu_seconds(arguments: list[str]) -> float:
    """The user and system time of one run of this Python with some arguments, and of what it starts."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run([sys.executable, *arguments], check=True, stdout=subprocess.DEVNULL, cwd=ROOT, env=COMPILED)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def main() -> int:
    """Print the table and the verdict; the exit code is 1 when the goal is missed."""
    with tempfile.TemporaryDirectory() as folder:
        for number in range(LESSONS):
            (Path(folder) / f"lesson-{number:03}.yaml").write_text(lesson(number), encoding="utf-8")
        commands = {
            f"lessonforge check, {LESSONS} lessons": ["-m", "lessonforge", "check", folder],
            "the same as YAML, to JSON": ["-c", READ, folder],
            "import pydantic, jinja2, yaml": ["-c", "import pydantic, jinja2, yaml"],
        }
        taken: dict[str, list[float]] = {name: [] for name in commands}
        for _ in range(RUNS):
            for name, arguments in commands.items():
                taken[name].append(cpu_seconds(arguments))
    print(f"{'':32}{'median':>9}{'least':>9}   ms of CPU, {RUNS} runs each in turn")
    for name, seconds in taken.items():
        print(f"{name:32}{statistics.median(seconds) * 1000:9.0f}{min(seconds) * 1000:9.0f}")
    checked, read, imported = (statistics.median(seconds) for seconds in taken.values())
    ratio = checked / (read + imported)
    print(f"check: {ratio:.2f} (goal <= {GOAL:.2f}) {'ok' if ratio <= GOAL else 'short'}")
    return int(ratio > GOAL)


if __name__ == "__main__":
    sys.exit(main())

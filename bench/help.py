"""How long `lessonforge --help` takes, in CPU time, against importing click and rich: python bench/help.py."""

from __future__ import annotations

import resource
import statistics
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parent.parent
RUNS = 15
COMMANDS = {
    "lessonforge --help": ["-m", "lessonforge", "--help"],
    "import click, rich": ["-c", "import click, rich"],
    "python alone": ["-c", "pass"],
}


def cpu_seconds(arguments: list[str]) -> float:
    """The user and system time of one run of this Python with some arguments."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run([sys.executable, *arguments], check=True, stdout=subprocess.DEVNULL, cwd=ROOT)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def main() -> int:
    """Print the table and the verdict; the exit code is 1 when the goal is missed."""
    taken: dict[str, list[float]] = {name: [] for name in COMMANDS}
    for _ in range(RUNS):
        for name, arguments in COMMANDS.items():
            taken[name].append(cpu_seconds(arguments))
    middle = {name: statistics.median(seconds) for name, seconds in taken.items()}
    print(f"{'':24}{'median':>9}{'least':>9}   ms of CPU, {RUNS} runs each in turn")
    for name, seconds in taken.items():
        print(f"{name:24}{middle[name] * 1000:9.0f}{min(seconds) * 1000:9.0f}")
    ratio = middle["lessonforge --help"] / middle["import click, rich"]
    print(f"help: {ratio:.2f} (goal <= 2.00) {'ok' if ratio <= 2 else 'short'}")
    return int(ratio > 2)


if __name__ == "__main__":
    sys.exit(main())

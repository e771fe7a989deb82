"""Rules that a lesson must keep beyond the shape of its file: one file each.

To add one: write a file with a function from (script, known) to problems, and add it to `CHECKS`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from lessonforge.errors import Problem
from lessonforge.model import Script
from lessonforge.script.checks.charts import charts
from lessonforge.script.checks.content import content
from lessonforge.script.checks.diagrams import diagrams
from lessonforge.script.checks.folders import folders
from lessonforge.script.checks.formulas import formulas
from lessonforge.script.checks.glosses import glosses
from lessonforge.script.checks.ids import ids
from lessonforge.script.checks.kinds import kinds
from lessonforge.script.checks.known import Known
from lessonforge.script.checks.labels import labels
from lessonforge.script.checks.levels import levels
from lessonforge.script.checks.overrides import overrides
from lessonforge.script.checks.quizzes import quizzes
from lessonforge.script.checks.slides import slides
from lessonforge.script.checks.styles import styles
from lessonforge.script.checks.tables import tables
from lessonforge.script.checks.variables import variables
from lessonforge.script.checks.voices import voices

Check = Callable[[Script, Known], Iterator[Problem]]

CHECKS: tuple[Check, ...] = (
    ids,
    content,
    kinds,
    slides,
    charts,
    tables,
    diagrams,
    folders,
    formulas,
    glosses,
    labels,
    levels,
    overrides,
    quizzes,
    variables,
    styles,
    voices,
)


def run(scripts: Iterable[Script], known: Known) -> tuple[Problem, ...]:
    """All problems that the checks find in all scripts, in the order of the files, each once."""
    return tuple(sorted({problem for script in scripts for check in CHECKS for problem in check(script, known)}))

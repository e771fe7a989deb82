"""The formulas are LaTeX that can be read."""

from __future__ import annotations

from collections.abc import Iterator

from lessonforge.errors import Problem
from lessonforge.model import Script
from lessonforge.script.checks.known import Known


def formulas(script: Script, known: Known) -> Iterator[Problem]:
    """Every line and every symbol of a formula can be read."""
    for n, scene in enumerate(script.lesson.scenes):
        formula = scene.visual.formula if scene.visual else None
        at = ("scenes", n, "visual", "formula")
        written = [((*at, "lines", k, "latex"), line.latex) for k, line in enumerate(formula.lines if formula else ())]
        written += [((*at, "where", k, "symbol"), one.symbol) for k, one in enumerate(formula.where if formula else ())]
        for place, latex in written:
            if message := known.formula(latex):
                yield script.source.problem(place, f"scene '{scene.id}': {message}")

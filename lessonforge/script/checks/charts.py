"""The slices of a pie are parts of a whole."""

from __future__ import annotations

from collections.abc import Iterator

from lessonforge.errors import Problem
from lessonforge.model import Script
from lessonforge.script.checks.known import Known


def charts(script: Script, known: Known) -> Iterator[Problem]:
    """No negative slices, and not only empty ones."""
    for n, scene in enumerate(script.lesson.scenes):
        chart = scene.visual.chart if scene.visual else None
        if chart is None or chart.type != "pie":
            continue
        at = ("scenes", n, "visual", "chart", "data")
        for k, datum in enumerate(chart.data):
            if datum.value < 0:
                message = f"scene '{scene.id}': a slice of a pie can't be {datum.value:g}."
                yield script.source.problem((*at, k, "value"), message, "Use type: bar for negative numbers.")
        if not any(datum.value for datum in chart.data):
            yield script.source.problem(at, f"scene '{scene.id}': all slices of the pie are 0.", "One must be more.")

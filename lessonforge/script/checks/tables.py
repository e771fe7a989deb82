"""The rows of a table fill its columns."""

from __future__ import annotations

from collections.abc import Iterator

from lessonforge.errors import Problem
from lessonforge.model import Script
from lessonforge.script.checks.known import Known


def tables(script: Script, known: Known) -> Iterator[Problem]:
    """Every row as long as the header."""
    for n, scene in enumerate(script.lesson.scenes):
        table = scene.visual.table if scene.visual else None
        for k, row in enumerate(table.rows if table else ()):
            columns = len(table.header) if table else 0
            if len(row) != columns:
                cells = "1 cell" if len(row) == 1 else f"{len(row)} cells"
                message = f"scene '{scene.id}': row {k + 1} has {cells}, but the header has {columns}."
                hint = (
                    "Put a cell that has a comma in quotes." if len(row) > columns else "Write '-' for an empty cell."
                )
                yield script.source.problem(("scenes", n, "visual", "table", "rows", k), message, hint)

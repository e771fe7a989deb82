"""The arrows of a diagram join boxes that are there."""

from __future__ import annotations

from collections.abc import Iterator

from lessonforge.errors import Problem, did_you_mean
from lessonforge.model import Script
from lessonforge.script.checks.known import Known


def diagrams(script: Script, known: Known) -> Iterator[Problem]:
    """Node ids used once; both ends of an arrow are nodes."""
    for n, scene in enumerate(script.lesson.scenes):
        diagram = scene.visual.diagram if scene.visual else None
        if diagram is None:
            continue
        at = ("scenes", n, "visual", "diagram")
        names = [node.id for node in diagram.nodes]
        for k, node in enumerate(diagram.nodes):
            if node.id in names[:k]:
                message = f"scene '{scene.id}': the node id '{node.id}' is used twice."
                yield script.source.problem((*at, "nodes", k, "id"), message, "Give each node an id of its own.")
        for k, arrow in enumerate(diagram.arrows):
            for end in ("start", "end"):
                name = getattr(arrow, end)
                if name not in names:
                    message = f"scene '{scene.id}': an arrow has its {end} at '{name}', but there is no such node."
                    yield script.source.problem((*at, "arrows", k, end), message, did_you_mean(name, names))

"""Texts for a level of language: what a file calls `narration@A1` becomes the key `A1` of the group `narration_at`."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace

from lessonforge.errors import Problem
from lessonforge.lesson import BY_LEVEL, Path
from lessonforge.script.reader import Node

_GROUPS = {f"{key}_at": key for key in BY_LEVEL}


def gathered(root: Node, path: str) -> tuple[Node, list[Problem]]:
    """The tree of a lesson's file with its variants in groups, and those that were written as groups already."""
    problems: list[Problem] = []
    scenes = root.value.get("scenes") if isinstance(root.value, dict) else None
    if scenes is None or not isinstance(scenes.value, list):
        return root, []
    every = [_scene(scene, path, problems) for scene in scenes.value]
    return replace(root, value={**root.value, "scenes": replace(scenes, value=every)}), problems


def _scene(scene: Node, path: str, problems: list[Problem]) -> Node:
    if not isinstance(scene.value, dict):
        return scene
    quiz = scene.value.get("quiz")
    if quiz is not None and isinstance(quiz.value, dict):
        scene = replace(scene, value={**scene.value, "quiz": _grouped(quiz, path, problems)})
    return _grouped(scene, path, problems)


def _grouped(node: Node, path: str, problems: list[Problem]) -> Node:
    values: dict[str, Node] = {}
    for key, child in node.value.items():
        stem, at, level = key.partition("@")
        if key in _GROUPS:
            hint = f"Write it as '{_GROUPS[key]}@A1'."
            problems.append(Problem(path, *node.keys[key], f"unknown key '{key}'.", hint))
        elif at and stem in BY_LEVEL:
            group = values.setdefault(f"{stem}_at", Node(child.line, child.column, {}))
            group.value[level] = child
            group.keys[level] = node.keys[key]
        else:
            values[key] = child
    return replace(node, value=values)


def as_written(at: Path) -> Path:
    """A place as the file has it: `("scenes", 0, "narration@A1")`."""
    return tuple(_joined(at))


def _joined(at: Path) -> Iterator[str | int]:
    for n, part in enumerate(at):
        if part in _GROUPS and n + 1 < len(at):
            continue
        group = at[n - 1] if n else None
        yield f"{_GROUPS[str(group)]}@{part}" if group in _GROUPS else part


def keys_as_written(keys: Mapping[str, object]) -> list[str]:
    """The keys that a noun of the format has, as files have them: `narration@A1` for a group."""
    return [f"{_GROUPS[key]}@A1" if key in _GROUPS else key for key in keys]

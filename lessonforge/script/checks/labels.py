"""Labels are for pictures, and appear at words that are spoken."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping
from typing import Any

from lessonforge.errors import Problem, did_you_mean
from lessonforge.lesson import Label, Path, Scene
from lessonforge.model import Script
from lessonforge.script.checks.known import Known
from lessonforge.tongues import plain

MAX_CHARACTERS, MAX_LABELS = 60, 12
_POINTS = re.compile("[\u0591-\u05bd\u05bf-\u05c7\u0610-\u061a\u064b-\u065f\u0670]")
"""Hebrew and Arabic vowel signs: a voice needs them, and who writes a label leaves them out."""
_VAR = re.compile(r"\{\{\s*(\w+)\s*\}\}")


def labels(script: Script, known: Known) -> Iterator[Problem]:
    """Labels only over prompt, image and video, short and few; the words of `when` are in the narration."""
    for n, scene in enumerate(script.lesson.scenes):
        visual = scene.visual
        if visual is None or not visual.labels:
            continue
        at = ("scenes", n, "visual", "labels")
        if visual.prompt is None and visual.image is None and visual.video is None:
            message = f"scene '{scene.id}': labels go over a prompt, an image or a video."
            yield script.source.problem(at, message, "Remove them, or change the visual.")
        if len(visual.labels) > MAX_LABELS:
            number = f"{len(visual.labels)} labels; at most {MAX_LABELS} can be read"
            message = f"scene '{scene.id}': the picture has {number}."
            yield script.source.problem((*at, MAX_LABELS), message, "Make two scenes of it.")
        yield from _each(script, scene, visual.labels, at)


def _each(script: Script, scene: Scene, given: tuple[Label, ...], at: Path) -> Iterator[Problem]:
    values = {**script.lesson.vars, **scene.vars, **script.vars, **script.scene_vars.get(scene.id, {})}
    said = _said(script, scene, values)
    for k, label in enumerate(given):
        if (label.at is None) == (label.on is None):
            message = f"scene '{scene.id}': a label needs either `at` or `on`, to know what it points at."
            yield script.source.problem((*at, k), message, "Write `at: [x, y]`, or `on:` with a thing of the prompt.")
        elif label.on is not None and (scene.visual is None or scene.visual.prompt is None):
            message = f"scene '{scene.id}': only in pictures drawn from a prompt can things be found by name."
            yield script.source.problem((*at, k, "on"), message, "Write `at: [x, y]`.")
        if len(label.text) > MAX_CHARACTERS:
            size = f"{len(label.text)} characters; at most {MAX_CHARACTERS} fit"
            message = f"scene '{scene.id}': this label has {size}."
            yield script.source.problem((*at, k, "text"), message, "Name the thing; say the rest.")
        when = _filled(label.when or "", values)
        for narration, where in said.items():
            if "{{" not in narration + when and not _is_said(when, narration):
                message = f"scene '{scene.id}': the label waits for '{when}', which the narration{where} does not say."
                near = did_you_mean(when.casefold(), _words(narration))
                hint = near if near.startswith("Did") else "Name a word of the narration, or remove `when`."
                yield script.source.problem((*at, k, "when"), message, hint)


def _said(script: Script, scene: Scene, values: Mapping[str, Any]) -> dict[str, str]:
    """What the scene says at its levels: each narration, with the words that tell it from the others."""
    levels = (script.level,) if script.level else script.lesson.levels
    versions = scene.versions
    at_level: dict[str, list[str]] = {}
    for level in levels or ("",):
        turns = versions.get(("narration_at", level), scene.turns)
        at_level.setdefault(_filled(" ".join(plain(turn.text) for turn in turns), values), []).append(level)
    if len(at_level) == 1 and not script.level:
        return dict.fromkeys(at_level, "")
    return {said: f" at {' and '.join(its)}" if its != [""] else "" for said, its in at_level.items()}


def _filled(text: str, values: Mapping[str, Any]) -> str:
    """The text with plain `{{ name }}`s replaced by their values."""
    return _VAR.sub(lambda found: str(values.get(found[1], found[0])), text)


def _is_said(when: str, narration: str) -> bool:
    """Whether the words follow each other in the narration, whatever their endings; in any case if it has no spaces."""
    when, narration = _POINTS.sub("", when), _POINTS.sub("", narration)
    if when.casefold() in narration.casefold():
        return True
    wanted, said = _words(when), _words(narration)
    spans = (said[n : n + len(wanted)] for n in range(len(said) - len(wanted) + 1))
    return any(all(word.startswith(stem) for word, stem in zip(span, wanted, strict=True)) for span in spans)


def _words(text: str) -> list[str]:
    """Runs of letters, digits and combining marks."""
    kept = (char if unicodedata.category(char)[0] in "LNM" else " " for char in text.casefold())
    return "".join(kept).split()

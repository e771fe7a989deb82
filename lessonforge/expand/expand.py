"""Comes in: a lesson in a locale, the styles' templates, the voices. Goes out: a storyboard, ready to be made.

What a reader of a lesson expects where it doesn't say: a first scene without a visual shows the lesson's title, a later
one its own title if it starts a chapter, else what the scene before it showed. A scene without words stays for its
`pause`, two seconds at least. A quiz is read out: question, choices, time to think, answer, explanation.
"""

from __future__ import annotations

import dataclasses
import hashlib
import json
import math
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from lessonforge import locales, notices, tongues
from lessonforge.cards import Slide
from lessonforge.errors import Problem, did_you_mean
from lessonforge.expand import speaking, styles, templates
from lessonforge.expand.speaking import Cast, Speaker, Speakers
from lessonforge.expand.styles import Style
from lessonforge.lesson import Lesson, Scene, Visual
from lessonforge.lesson import Path as Place
from lessonforge.lesson_texts import map_texts
from lessonforge.model import Camera, Panel, Script, Shot, Soundtrack, Storyboard, Trigger
from lessonforge.parts import parts

CAMERA_MARGIN = 1.08
"""How much larger than the frame a picture is made when the camera moves over it, so that it is never enlarged."""
SILENT = 2.0
"""How long a scene without words stays at least, in seconds."""
DEFAULT_STYLE = "flat"


@dataclass(frozen=True)
class _Stage:
    """What stays the same from scene to scene, and the problems found on the way."""

    script: Script
    lesson: Lesson
    frame: tuple[int, int]
    folders: tuple[Path, ...]
    problems: list[Problem] = field(default_factory=list)

    def problem(self, at: Place, message: str, hint: str = "") -> None:
        """Notes a problem at a place of the lesson's file."""
        self.problems.append(self.script.source.problem(at, message, hint))


def storyboard(
    script: Script, *, frame: tuple[int, int], speakers: Speakers, folders: Sequence[Path]
) -> tuple[Storyboard, list[Problem]]:
    """The lesson as sentences and shots for a frame of (width, height) pixels, and what is wrong with it.

    When there are problems, the storyboard is what is left without them: it may be looked through for more, but never
    made. `folders` are the template folders, the project's own first.
    """
    stage = _filled(_Stage(script, script.lesson, frame, tuple(folders)))
    speaker, native = speakers.of(script)
    panels: list[Panel] = []
    for number, scene in enumerate(stage.lesson.scenes):
        if scene.id not in script.skipped:
            who = native if scene.id in script.untranslated else speaker
            panels.append(_panel(stage, number, scene, who, panels))
    style = _style(stage, stage.lesson.style, ("style",))
    music = stage.lesson.music
    soundtrack = Soundtrack(script.assets[music.file], music.volume) if music else None
    palette = style.palette if style else ()
    board = Storyboard(script.name, script.locale, stage.lesson.title, tuple(panels), palette, soundtrack)
    return board, list(dict.fromkeys(stage.problems))


def _filled(stage: _Stage) -> _Stage:
    """The same with `{{ vars }}` filled in."""
    script, lesson = stage.script, stage.lesson

    def words(at: Place, how: str, text: str) -> str:
        scene = lesson.scenes[int(at[1])] if at[0] == "scenes" else None
        id = scene.id if scene else ""
        data = {**lesson.vars, **(scene.vars if scene else {})}
        text = text if how == "spoken" else tongues.plain(text)
        if id in script.untranslated:
            return _fill(stage, at, id, text.strip(), data)
        data |= {**script.vars, **script.scene_vars.get(id, {})}
        return locales.in_digits(_fill(stage, at, id, text.strip(), data), script.digits)

    return replace(stage, lesson=map_texts(lesson, words))


def _fill(stage: _Stage, at: Place, scene: str, text: str, data: Mapping[str, Any]) -> str:
    try:
        return templates.fill(text, data)
    except templates.TemplateMistake as wrong:
        stage.problem(at, f"scene '{scene}': {_ended(wrong.message)}" if scene else _ended(wrong.message), wrong.hint)
        return text


def _ended(message: str) -> str:
    return message.rstrip(".") + "."


def _panel(stage: _Stage, number: int, scene: Scene, speaker: Speaker, before: Sequence[Panel]) -> Panel:
    at: Place = ("scenes", number)
    cast = Cast(scene.id, speaker, stage.lesson, stage.script.source, stage.problems)
    look = _look(stage, number, scene, speaker.locale, before)
    if scene.quiz:
        said, triggers = speaking.quiz(scene.quiz, scene, at, cast)
        look = replace(look, triggers=triggers)
    else:
        said = speaking.narration(scene, at, cast)
    visual = scene.visual
    return Panel(
        id=scene.id,
        at=at,
        shot=look.shot,
        sentences=said,
        title=scene.title,
        camera=look.camera,
        labels=visual.labels if visual else (),
        triggers=look.triggers,
        pause=scene.pause if said else max(scene.pause, SILENT),
        alt=look.alt,
        credit=" · ".join(filter(None, (look.credit, _notice(stage.script, scene)))),
    )


def _notice(script: Script, scene: Scene) -> str:
    """What pupils are told of a scene whose texts a machine translated."""
    told = scene.id in script.machine and script.course.machine == "mark"
    return notices.text("machine", script.locale) if told else ""


@dataclass(frozen=True)
class _Look:
    """What is seen in a scene."""

    shot: Shot
    camera: Camera = "still"
    triggers: tuple[Trigger, ...] = ()
    alt: str = ""
    credit: str = ""


def _look(stage: _Stage, number: int, scene: Scene, locale: str, before: Sequence[Panel]) -> _Look:
    style = _style(stage, scene.style or stage.lesson.style, ("scenes", number, "style") if scene.style else ("style",))
    palette = style.palette if style else ()
    if scene.quiz:
        shown = map_texts(scene.quiz, lambda at, how, text: tongues.plain(text))
        return _card(stage, "quiz", shown, locale, palette)
    if scene.visual is None and before and not scene.title:
        last = before[-1]
        return _Look(last.shot, last.camera, (Trigger(sentence=0),) * len(last.triggers), last.alt, last.credit)
    if scene.visual is None:
        return _card(
            stage, "slide", Slide(scene.title if before and scene.title else stage.lesson.title), locale, palette
        )
    visual, kind = scene.visual, scene.visual.kind
    if kind not in ("prompt", "image", "video"):
        look = _card(stage, kind, getattr(visual, kind), locale, palette)
    elif kind == "prompt":
        look = _drawn(stage, number, scene, visual, style)
    else:
        look = _own(stage, visual)
    return replace(look, alt=visual.alt or "", credit=visual.credit or "")


def _card(stage: _Stage, kind: Any, noun: Any, locale: str, palette: tuple[tuple[str, str], ...]) -> _Look:
    """A card as large as the frame; its further states appear as their texts are spoken."""
    content = json.dumps(dataclasses.asdict(noun), ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    digits = stage.script.digits if locale == stage.script.locale else ""
    shot = Shot(kind, *stage.frame, content=content, locale=locale, digits=digits, palette=palette)
    return _Look(shot, triggers=tuple(Trigger(words=text) for text in parts(noun)))


def _own(stage: _Stage, visual: Visual) -> _Look:
    """The teacher's own picture or film."""
    if visual.video:
        return _Look(Shot("video", *stage.frame, asset=stage.script.assets[visual.video]))
    camera: Camera = "still" if visual.motion == "still" else "pan"
    return _Look(Shot("image", *_size(stage, camera), asset=stage.script.assets[visual.image or ""]), camera)


def _drawn(stage: _Stage, number: int, scene: Scene, visual: Visual, style: Style | None) -> _Look:
    """A picture from a prompt. It knows nothing of the locale, and equal prompts of a course give equal pictures."""
    lesson, motion = stage.lesson, visual.motion or "pan"
    camera: Camera = "pan" if motion == "pan" else "still"
    vars = {**lesson.vars, **scene.vars}
    wish = _fill(stage, ("scenes", number, "visual", "prompt"), scene.id, visual.prompt or "", vars)
    cast = _characters(wish, lesson.characters)
    data = {
        "prompt": " ".join(wish.split()),
        "aspect": _aspect(stage.frame),
        "motion": motion,
        "audience": lesson.audience or "",
        "age": int(found[0]) if (found := re.search(r"\d+", lesson.audience or "")) else 0,
        "vars": vars,
        "characters": [{"name": name, "looks": looks} for name, looks in cast],
    }
    size = _size(stage, camera)
    if style is None:
        return _Look(Shot("prompt", *size), camera)
    try:
        prompt, negative = style.prompt(data), style.negative(data)
    except templates.TemplateMistake as wrong:
        message = f"scene '{scene.id}' of {stage.script.source.path}: {_ended(wrong.message)}"
        if (wrong.path, wrong.line, 1) not in [problem.place for problem in stage.problems]:
            stage.problems.append(Problem(wrong.path, wrong.line, 1, message, wrong.hint))
        prompt = negative = ""
    shot = Shot(
        "prompt",
        *size,
        seed=_seed(stage.script.folder.resolve().name, style.name),
        prompt=prompt,
        negative=negative,
        style=style.name,
        motion=motion,
        characters=cast,
        palette=style.palette,
    )
    return _Look(shot, camera)


def _characters(wish: str, known: Mapping[str, str]) -> tuple[tuple[str, str], ...]:
    """The lesson's characters that a prompt names."""
    named = ((name, " ".join(looks.split())) for name, looks in known.items())
    return tuple(pair for pair in named if re.search(rf"(?<!\w){re.escape(pair[0])}(?!\w)", wish, re.IGNORECASE))


def _style(stage: _Stage, name: str | None, at: Place) -> Style | None:
    name = name or DEFAULT_STYLE
    found, problems = styles.style(name, stage.folders)
    stage.problems.extend(problems)
    if found is None and not problems:
        stage.problem(at, f"there is no style '{name}'.", did_you_mean(name, styles.names(stage.folders)))
    return found


def _size(stage: _Stage, camera: Camera) -> tuple[int, int]:
    """Pixels of a picture: even numbers, with a margin to move in."""
    if camera == "still":
        return stage.frame
    width, height = (2 * math.ceil(side * CAMERA_MARGIN / 2) for side in stage.frame)
    return width, height


def _aspect(frame: tuple[int, int]) -> str:
    ratio = frame[0] / frame[1]
    return "wide" if ratio > 1.2 else "tall" if ratio < 0.83 else "square"


def _seed(course: str, style: str) -> int:
    """One seed for a course and style: a place or person that comes back can look the same."""
    return int.from_bytes(hashlib.sha256(f"{course}\n{style}".encode()).digest()[:4]) >> 1

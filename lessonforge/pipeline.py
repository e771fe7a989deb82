"""The flow of a lesson through the stages, as code: the only module that imports every stage.

A build of many lessons runs stage by stage, not lesson by lesson: a model is loaded once, equal requests of
different lessons and locales are one, and the cheap errors come before the expensive work.
"""

from __future__ import annotations

import contextlib
import dataclasses
import functools
import os
import sys
import time
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from lessonforge.blob import Blob
from lessonforge.build.report import Outcome, Report
from lessonforge.build.work import Maker
from lessonforge.errors import Problem, ScriptError, SettingsError, did_you_mean
from lessonforge.lesson import Scene
from lessonforge.model import (
    Panel,
    Profile,
    Rendition,
    Script,
    Shot,
    Storyboard,
    Timeline,
    Utterance,
    Voice,
)
from lessonforge.settings import looked_in, project_of, store_folder
from lessonforge.workshop import Show, Workshop

PICTURE = ("lessonforge.model:Still", "lessonforge.model:Footage")


@dataclass(frozen=True)
class Order:
    """What is asked for: the lessons at `path`, in which locales (none: all), as which profile."""

    path: Path
    locales: tuple[str, ...] = ()
    scene: str | None = None
    profile: str = "1080p"

    @property
    def project(self) -> Path:
        """The folder whose own templates and voices are used."""
        return project_of(self.path)


@dataclass(frozen=True, eq=False)
class Job:
    """One lesson in one locale, checked and ready to be made."""

    script: Script
    storyboard: Storyboard

    @property
    def engine(self) -> str:
        """What draws the prompts."""
        return self.script.lesson.engine or "draw"

    @property
    def name(self) -> str:
        """`water-cycle/es`: how steps and reports call it."""
        return f"{self.script.name}/{self.script.locale}"


@dataclass(frozen=True)
class Finished:
    """A job with all that was made of it: artifacts by subject, each with its request."""

    job: Job
    timeline: Timeline
    rendition: Rendition
    parts: Mapping[str, tuple[Any, Any]]


# --- Cheap, and always run: files to storyboards -----------------------------------------------------------------


def prepare(order: Order) -> tuple[Job, ...]:
    """Every lesson in every locale asked for. Raises ScriptError with all problems of all files, SettingsError."""
    jobs, problems = examine(order)
    if problems:
        raise ScriptError(problems)
    if not jobs:
        raise SettingsError(f"There is nothing to build at '{order.path}'.")
    return jobs


def examine(order: Order) -> tuple[tuple[Job, ...], tuple[Problem, ...]]:
    """The same, with the problems as values."""
    from lessonforge.assemble.profiles import named
    from lessonforge.script import checks
    from lessonforge.script.load import load

    profile = named(order.profile)
    loaded = load(order.path)
    problems = [*loaded.problems, *checks.run(loaded.scripts, _known(order.project))]
    places = {(problem.path, problem.line, problem.column) for problem in problems}
    jobs = []
    for script in loaded.scripts:
        whole = _without_flaws(script, problems)
        for tag in _locales_of(script, order):
            board, translated, wrong = _expand(whole, tag, order, profile)
            problems += [one for one in wrong if (one.path, one.line, one.column) not in places]
            if board:
                jobs.append(Job(translated, board))
    _check_selection(order, jobs, problems, loaded.scripts)
    return tuple(jobs), tuple(sorted(set(problems)))


def _without_flaws(script: Script, problems: list[Problem]) -> Script:
    """The script with every scene emptied that has a problem, so that the stages after see the rest of it."""
    lines = [script.source.marks.get(("scenes", n), (0, 0))[0] for n in range(len(script.lesson.scenes))]
    wrong = [problem.line for problem in problems if problem.path == script.source.path]
    scenes = tuple(
        Scene(id=scene.id) if any(start <= line < end for line in wrong) else scene
        for scene, start, end in zip(script.lesson.scenes, lines, (*lines[1:], sys.maxsize), strict=True)
    )
    return dataclasses.replace(script, lesson=dataclasses.replace(script.lesson, scenes=scenes))


def _locales_of(script: Script, order: Order) -> tuple[str, ...]:
    offered = dict.fromkeys((script.locale, *script.course.locales))
    return tuple(tag for tag in offered if not order.locales or tag in order.locales)


def _check_selection(order: Order, jobs: list[Job], problems: list[Problem], scripts: tuple[Script, ...]) -> None:
    offered = {tag for script in scripts for tag in (script.locale, *script.course.locales)}
    for tag in order.locales:
        if offered and tag not in offered:
            hint = did_you_mean(tag, offered)
            raise SettingsError(f"No lesson at '{order.path}' is in '{tag}', nor lists it in `locales`. {hint}")
    if order.scene and not jobs and not problems:
        scenes = {scene.id for script in scripts for scene in script.lesson.scenes}
        raise SettingsError(f"There is no scene '{order.scene}'. {did_you_mean(order.scene, scenes)}")


def _expand(
    script: Script, tag: str, order: Order, profile: Profile
) -> tuple[Storyboard | None, Script, list[Problem]]:
    """A lesson in a locale as a storyboard, with what its texts, engines and fonts refuse."""
    from lessonforge.expand.expand import Speakers, storyboard
    from lessonforge.i18n.catalogue import translate
    from lessonforge.narration.read import recorded, utterances

    translated, problems = translate(script, tag)
    if translated is None:
        return None, script, problems
    speakers = Speakers(voices_of(order.project, tag), utterances, recorded, voices_of(order.project, script.locale))
    frame = (profile.width or 1920, profile.height or 1080)
    board, wrong = storyboard(translated, frame=frame, speakers=speakers, folders=looked_in(order.project, "templates"))
    if board and order.scene:
        board = _only(board, order.scene)
    if board is None:
        return None, translated, wrong
    return board, translated, wrong + list(_refused(translated, board))


def _only(board: Storyboard, scene: str) -> Storyboard | None:
    panels = tuple(panel for panel in board.panels if panel.id == scene)
    return dataclasses.replace(board, panels=panels) if panels else None


def _refused(script: Script, board: Storyboard) -> Iterator[Problem]:
    """What the engines can't draw or say and the fonts can't show, at its scene."""
    engine = script.lesson.engine or "draw"
    for panel in board.panels:
        seen = (*panel.at, "visual", panel.shot.kind) if panel.shot.kind != "quiz" else (*panel.at, "quiz")
        for message in _picture_maker(panel.shot, engine).engine().check(panel.shot):
            yield script.source.problem(seen, f"scene '{panel.id}': {message}")
        for sentence in panel.sentences:
            for message in _speech_maker(sentence.utterance).engine().check(sentence.utterance):
                yield script.source.problem((*panel.at, "narration"), f"scene '{panel.id}': {message}")
    yield from _unseen(script)


def _unseen(script: Script) -> Iterator[Problem]:
    """Texts with characters that no font at hand can draw."""
    from lessonforge.lesson import texts
    from lessonforge.text import coverage

    for at, how, text in texts(script.lesson):
        if how != "match" and (clusters := coverage.missing(text, script.locale)):
            message = f"no font for '{script.locale}' has {coverage.describe(clusters)}"
            yield script.source.problem(at, f"{message}.", "Write it another way.")


def voice_notes(jobs: tuple[Job, ...]) -> list[str]:
    """What an author should know of the voices that the jobs use and that are not good."""
    used = {one.utterance.voice for job in jobs for panel in job.storyboard.panels for one in panel.sentences}
    poor = sorted((voice.locale, voice.name, voice.status, voice.note) for voice in used if voice.status != "good")
    return [f"Voice '{name}' of '{locale}' is {status}: {note}" for locale, name, status, note in poor]


@functools.cache
def voices_of(project: Path, locale: str) -> Mapping[str, Voice]:
    """The voices of a locale by name, the project's own before the built-in ones."""
    from lessonforge.narration.voices import named

    return named(locale, looked_in(project, "voices"))


def _known(project: Path) -> Any:
    """What an author may name: styles, engines, voices."""
    from lessonforge.expand import styles
    from lessonforge.script.checks import Known
    from lessonforge.visuals import registry

    folders = looked_in(project, "templates")
    return Known(styles.names(folders), registry.names(), functools.partial(voices_of, project))


# --- Expensive, and only through the build: storyboards to renditions --------------------------------------------


def make_timelines(jobs: tuple[Job, ...], profile: Profile, workshop: Workshop) -> dict[Job, Timeline]:
    """The jobs whose pictures and speech could all be made, laid out in time."""
    from lessonforge.captions import limits
    from lessonforge.timeline.layout import lay_out

    panels = {f"{job.name}/{panel.id}": (job, panel) for job in jobs for panel in job.storyboard.panels}
    shots = {f"{name}/picture": panel.shot for name, (_, panel) in panels.items()}
    makers = {panel.shot: _picture_maker(panel.shot, job.engine) for job, panel in panels.values()}
    utterances = {
        f"{name}/speech/{number}": sentence.utterance
        for name, (_, panel) in panels.items()
        for number, sentence in enumerate(panel.sentences)
    }
    pictures = workshop.make("pictures", shots, makers.__getitem__)
    speeches = workshop.make("speech", utterances, _speech_maker)
    aspect = profile.width / profile.height if profile.width else 16 / 9
    return {
        job: lay_out(job.storyboard, pictures, speeches, profile.fps, limits.of(job.script.locale, aspect))
        for job in jobs
        if all(_has_all(panel, pictures, speeches) for panel in job.storyboard.panels)
    }


def _has_all(panel: Panel, pictures: Mapping[Any, Any], speeches: Mapping[Any, Any]) -> bool:
    return panel.shot in pictures and all(sentence.utterance in speeches for sentence in panel.sentences)


def make_renditions(timelines: Mapping[Job, Timeline], profile: Profile, workshop: Workshop) -> list[Finished]:
    """The timelines whose clips and sound could all be made, as finished files."""
    from lessonforge.assemble.requests import clip_requests, poster_request, rendition_request, sound_request

    clips = {job: _clip_subjects(job, clip_requests(timeline, profile)) for job, timeline in timelines.items()}
    sounds = {job: sound_request(timeline, profile) for job, timeline in timelines.items()}
    made = workshop.make("clips", {subject: one for mine in clips.values() for subject, one in mine.items()}, _CLIPS)
    posters = {job: poster_request(timeline) for job, timeline in timelines.items()}
    shown = workshop.make("posters", {f"{job.name}/poster": request for job, request in posters.items()}, _POSTERS)
    heard = workshop.make("sound", {f"{job.name}/sound": request for job, request in sounds.items()}, _SOUND)
    whole = [
        job
        for job in timelines
        if sounds[job] in heard and posters[job] in shown and all(one in made for one in clips[job].values())
    ]
    wanted = {
        job: rendition_request(timelines[job], profile, [made[one] for one in clips[job].values()], heard[sounds[job]])
        for job in whole
    }
    renditions = workshop.make("videos", {f"{job.name}/video": request for job, request in wanted.items()}, _RENDITIONS)
    return [
        Finished(
            job,
            timelines[job],
            renditions[wanted[job]],
            {subject: (one, made[one]) for subject, one in clips[job].items()}
            | {f"{job.name}/poster": (posters[job], shown[posters[job]])}
            | {f"{job.name}/sound": (sounds[job], heard[sounds[job]])}
            | {f"{job.name}/video": (wanted[job], renditions[wanted[job]])},
        )
        for job in whole
        if wanted[job] in renditions
    ]


def _clip_subjects(job: Job, requests: list[Any]) -> dict[str, Any]:
    """The clips of a film by name, in order: each scene's own, and the crossfade before it."""
    from lessonforge.assemble.requests import ClipRequest

    panels = iter(job.storyboard.panels)
    subjects: dict[str, Any] = {}
    upcoming = next(panels, None)
    for request in requests:
        assert upcoming is not None
        if isinstance(request, ClipRequest):
            subjects[f"{job.name}/{upcoming.id}/clip"] = request
            upcoming = next(panels, None)
        else:
            subjects[f"{job.name}/{upcoming.id}/crossfade"] = request
    return subjects


def _assembler(name: str, makes: str, timeout_s: float) -> Any:
    maker = Maker("lessonforge.assemble.engines:load", name, "make", (f"{makes}",), timeout_s)
    return lambda request: maker


_CLIPS = _assembler("clips", "lessonforge.assemble.requests:Clip", 1800)
_POSTERS = _assembler("posters", "lessonforge.assemble.requests:Poster", 600)
_SOUND = _assembler("sound", "lessonforge.assemble.requests:Sound", 1800)
_RENDITIONS = _assembler("renditions", "lessonforge.model:Rendition", 1800)


def _picture_maker(shot: Shot, engine: str) -> Maker:
    from lessonforge.visuals.registry import for_kind

    return Maker("lessonforge.visuals.registry:load", for_kind(shot.kind, engine), "render", PICTURE, 900)


def _speech_maker(utterance: Utterance) -> Maker:
    name = "recorded" if utterance.recording else utterance.voice.engine
    return Maker("lessonforge.narration.registry:load", name, "speak", ("lessonforge.model:Speech",), 300)


# --- Out of the build, and into the hands of a pupil -------------------------------------------------------------


def build(jobs: tuple[Job, ...], order: Order, out: Path, workshop: Workshop) -> Report:
    """Make and publish the jobs; what fails is in the report, and the rest is published."""
    from lessonforge.assemble.profiles import named
    from lessonforge.build.lock import building

    began, profile = time.monotonic(), named(order.profile)
    with building(out), workshop.store.using():
        finished = make_renditions(make_timelines(jobs, profile, workshop), profile, workshop)
        outcomes = {one.job: _published(one, order, profile, out, workshop) for one in finished}
    lost = {job: _lost(job, order, workshop) for job in jobs if job not in outcomes}
    every = {**outcomes, **lost}
    return Report(tuple(every[job] for job in jobs), workshop.counts, round(time.monotonic() - began, 3))


def _published(one: Finished, order: Order, profile: Profile, out: Path, workshop: Workshop) -> Outcome:
    from lessonforge.publish.folder import publish

    lesson, locale = one.job.script.name, one.job.script.locale
    folder = out / lesson / locale / "-".join(filter(None, (order.profile, order.scene)))
    files = _files(one, profile, f"{lesson}.{locale}")
    changed = publish(folder, files, _manifest(one, profile, files, workshop))
    paths = tuple(str(folder / name) for name in files)
    return Outcome(lesson, locale, order.profile, "built" if changed else "kept", one.timeline.seconds, paths)


def _files(one: Finished, profile: Profile, stem: str) -> dict[str, Blob]:
    """The files of a rendition by name, the film itself first."""
    from lessonforge.captions import FORMATS, transcript

    locale = one.job.script.locale
    ending = "mp4" if profile.width else "m4a"
    texts = {name: write(one.timeline.cues, locale) for name, write in FORMATS.items()}
    texts["txt"] = transcript.write(one.timeline)
    files = {f"{stem}.{ending}": one.rendition.video}
    files |= {f"{stem}.{name}": Blob.of(text.encode()) for name, text in texts.items()}
    return files | {f"{stem}.jpg": one.parts[f"{one.job.name}/poster"][1].image}


def _manifest(one: Finished, profile: Profile, files: Mapping[str, Blob], workshop: Workshop) -> str:
    from lessonforge.publish.manifest import Part, manifest, plain

    lesson = one.job.script.lesson
    facts = {
        "lesson": one.job.script.name,
        "title": one.job.storyboard.title,
        "locale": one.job.script.locale,
        "author": lesson.author,
        "licence": lesson.licence,
        "profile": plain(profile),
        "seconds": round(one.rendition.seconds, 3),
        "loudness_lufs": round(one.rendition.loudness, 2),
        "peak_dbtp": round(one.rendition.peak, 2),
    }
    parts = []
    for subject, (request, artifact) in _parts(one).items():
        maker = workshop.makers[request]
        fingerprint, seconds = maker.engine().fingerprint(), getattr(artifact, "seconds", None)
        parts.append(Part(subject, request, artifact, maker.name, fingerprint, _licence(request), seconds))
    return manifest(facts, parts, {name: blob.sha256 for name, blob in files.items()})


def _parts(one: Finished) -> dict[str, tuple[Any, Any]]:
    """Everything that a film is made of, in film order, as (request, artifact)."""
    parts: dict[str, tuple[Any, Any]] = {}
    for scene in one.timeline.scenes:
        name = f"{one.job.name}/{scene.panel.id}"
        parts[f"{name}/picture"] = (scene.panel.shot, scene.picture)
        for number, (sentence, placed) in enumerate(zip(scene.panel.sentences, scene.speech, strict=True)):
            parts[f"{name}/speech/{number}"] = (sentence.utterance, placed.speech)
    return {**parts, **one.parts}


def _licence(request: Any) -> str:
    return request.voice.licence if isinstance(request, Utterance) else ""


def _lost(job: Job, order: Order, workshop: Workshop) -> Outcome:
    """A job that could not be made, with every reason there is for it."""
    mine = f"{job.name}/"
    reasons = dict.fromkeys(
        f"{step.subject.removeprefix(mine)}: {workshop.failed[step.key].message}"
        for step in workshop.steps
        if step.subject.startswith(mine) and step.key in workshop.failed
    )
    return Outcome(job.script.name, job.script.locale, order.profile, "failed", reasons=tuple(reasons))


def draw_sheets(jobs: tuple[Job, ...], order: Order, out: Path, workshop: Workshop) -> list[Path]:
    """A contact sheet for every job whose pictures and speech can be made; no video is encoded."""
    from lessonforge.assemble.profiles import named
    from lessonforge.publish.contact_sheet import draw
    from lessonforge.publish.folder import put

    sheets = []
    for job, timeline in make_timelines(jobs, named(order.profile), workshop).items():
        sheets.append(out / job.script.name / f"{job.script.name}.{job.script.locale}.storyboard.png")
        put(sheets[-1], Blob.of(draw(timeline)))
    return sheets


def look(jobs: tuple[Job, ...], order: Order, workshop: Workshop) -> None:
    """Fill `workshop.steps` with what a build would make, as far as it can be told before anything is made."""
    from lessonforge.assemble.profiles import named

    profile = named(order.profile)
    make_renditions(make_timelines(jobs, profile, workshop), profile, workshop)


@contextlib.contextmanager
def workshop(order: Order, slots: int | None = None, show: Show | None = None) -> Iterator[Workshop]:
    """A workshop for an order; with no `slots` it only looks."""
    from lessonforge.build.executors import start
    from lessonforge.build.journal import journal_of
    from lessonforge.build.store import Store

    store = Store(store_folder())
    executor = start("serial" if slots == 1 else "local", slots) if slots else None
    try:
        yield Workshop(store, journal_of(store, order.project), executor, show or (lambda *progress: None))
    finally:
        if executor:
            executor.close()


def cores() -> int:
    """How many things to make at once unless told otherwise."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1

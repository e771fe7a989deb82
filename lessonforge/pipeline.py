"""The flow of a lesson through the stages, as code: the only module that imports every stage.

A build of many lessons runs stage by stage, not lesson by lesson: a model is loaded once, equal requests of
different lessons and locales are one, and the cheap errors come before the expensive work.
"""

from __future__ import annotations

import contextlib
import dataclasses
import gc
import itertools
import os
import time
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from lessonforge import makers
from lessonforge.blob import Blob
from lessonforge.build.report import Outcome, Report, State
from lessonforge.build.work import Maker
from lessonforge.errors import Problem, ScriptError, SettingsError, did_you_mean
from lessonforge.model import Panel, Profile, Rendition, Script, Storyboard
from lessonforge.settings import project_of, store_folder
from lessonforge.timelines import Timeline
from lessonforge.workshop import Show, Workshop


@dataclass(frozen=True)
class Order:
    """What is asked for: the lessons at `path`, in which locales and at which levels (none: all), as which profile.

    Where they are not `translated`, they are as they were written, with their texts for all levels.
    """

    path: Path
    locales: tuple[str, ...] = ()
    scene: str | None = None
    profile: str = "1080p"
    translated: bool = True
    levels: tuple[str, ...] = ()

    @property
    def project(self) -> Path:
        """The folder whose own templates and voices are used."""
        return project_of(self.path)


@dataclass(frozen=True, eq=False)
class Job:
    """One lesson in one locale, and at one level if it has some, checked and ready to be made."""

    script: Script
    storyboard: Storyboard

    @property
    def engine(self) -> str:
        """What draws the prompts."""
        return self.script.lesson.engine or "draw"

    @property
    def name(self) -> str:
        """`earth/water-cycle/es`, or `french/cafe/fr/A1`: how steps and folders call it."""
        script = self.script
        return "/".join(filter(None, (script.folder.resolve().name, script.name, script.locale, script.level)))

    @property
    def stem(self) -> str:
        """`water-cycle.es`, or `cafe.fr.A1`: how its files are called."""
        return ".".join(filter(None, (self.script.name, self.script.locale, self.script.level)))


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
    with _uncollected():
        return _examined(order)


@contextlib.contextmanager
def _uncollected() -> Iterator[None]:
    """No garbage collection: what is read here has no cycles, and to look for some takes a tenth of the time."""
    collecting = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if collecting:
            gc.enable()


def _examined(order: Order) -> tuple[tuple[Job, ...], tuple[Problem, ...]]:
    from lessonforge import boards, flaws, speakers
    from lessonforge.assemble.profiles import named
    from lessonforge.script import checks
    from lessonforge.script.load import displayed, load

    order = dataclasses.replace(order, locales=tuple(map(speakers.canonical, order.locales)))
    profile, loaded = named(order.profile, order.project), load(order.path)
    found = checks.run(loaded.scripts, boards.known(order.project))
    problems = [*loaded.problems, *found, *speakers.problems(order.project, _locales(loaded.scripts, order))]
    told = {problem.place for problem in problems}
    frame = (profile.width or 1920, profile.height or 1080)
    jobs = []
    for script in loaded.scripts:
        whole = flaws.without(script, loaded.problems, found)
        for tag, level in itertools.product(_locales([script], order), _levels(script, order)):
            at_level = dataclasses.replace(whole, level=level)
            board, translated, wrong = boards.expanded(
                at_level, tag, order.project, frame, order.scene, subtitles=order.translated
            )
            problems += [one for one in wrong if one.place not in told]
            told |= {one.place for one in wrong if one.path.endswith(".j2")}  # the same for all who use the style
            if board:
                jobs.append(Job(translated, board))
    problems += speakers.unable(order.project, [job.storyboard for job in jobs])
    _check_selection(order, jobs, problems, loaded.scripts)
    return tuple(jobs), tuple(sorted({dataclasses.replace(one, path=displayed(Path(one.path))) for one in problems}))


def _locales(scripts: Iterable[Script], order: Order) -> tuple[str, ...]:
    """The locales to make of those that the scripts offer and that somebody can speak."""
    from lessonforge.i18n import pseudo
    from lessonforge.speakers import to_check_with

    offered = dict.fromkeys(
        tag for script in scripts for tag in (script.locale, *(script.course.locales if order.translated else ()))
    )
    offered |= dict.fromkeys(tag for tag in order.locales if tag in pseudo.LOCALES)
    asked = (tag for tag in offered if not order.locales or tag in order.locales)
    return tuple(tag for tag in asked if to_check_with(order.project, tag))


def _levels(script: Script, order: Order) -> tuple[str, ...]:
    """The levels to make of those that the script offers: `""` where it has none."""
    from lessonforge import levels

    offered = [level for level in script.lesson.levels if level in levels.known()] if order.translated else []
    asked = tuple(dict.fromkeys(level for level in offered if not order.levels or level in order.levels))
    return asked or (() if order.levels else ("",))


def _check_selection(order: Order, jobs: list[Job], problems: list[Problem], scripts: tuple[Script, ...]) -> None:
    from lessonforge.i18n import pseudo

    levels = {level for script in scripts for level in script.lesson.levels}
    for level in set(order.levels) - levels:
        hint = did_you_mean(level, levels)
        raise SettingsError(f"No lesson at '{order.path}' is made at the level '{level}'. {hint}".rstrip())
    offered = {tag for script in scripts for tag in (script.locale, *script.course.locales)}
    for tag in set(order.locales) - set(pseudo.LOCALES):
        if offered and tag not in offered:
            hint = did_you_mean(tag, offered)
            raise SettingsError(f"No lesson at '{order.path}' is in '{tag}', nor lists it in `locales`. {hint}")
    if order.scene and not jobs and not problems:
        scenes = {scene.id for script in scripts for scene in script.lesson.scenes}
        raise SettingsError(f"There is no scene '{order.scene}'. {did_you_mean(order.scene, scenes)}")


# --- Expensive, and only through the build: storyboards to renditions --------------------------------------------


def make_timelines(jobs: tuple[Job, ...], profile: Profile, workshop: Workshop) -> dict[Job, Timeline]:
    """The jobs whose pictures and speech could all be made, laid out in time."""
    from lessonforge.captioning import limits_of
    from lessonforge.timeline.layout import lay_out

    panels = {f"{job.name}/{panel.id}": (job, panel) for job in jobs for panel in job.storyboard.panels}
    shots = {
        f"{name}/picture": (panel.shot, makers.picture(panel.shot, job.engine)) for name, (job, panel) in panels.items()
    }
    utterances = {
        f"{name}/speech/{number}": (sentence.utterance, makers.speech(sentence.utterance))
        for name, (_, panel) in panels.items()
        for number, sentence in enumerate(panel.sentences)
    }
    pictures, speeches = workshop.make("pictures", shots), workshop.make("speech", utterances)
    return {
        job: lay_out(job.storyboard, pictures, speeches, profile.fps, limits_of(job.script, job.storyboard, profile))
        for job in jobs
        if all(_has_all(panel, pictures, speeches) for panel in job.storyboard.panels)
    }


def _has_all(panel: Panel, pictures: Mapping[Any, Any], speeches: Mapping[Any, Any]) -> bool:
    return panel.shot in pictures and all(sentence.utterance in speeches for sentence in panel.sentences)


def make_renditions(timelines: Mapping[Job, Timeline], profile: Profile, workshop: Workshop) -> list[Finished]:
    """The timelines whose clips and sound could all be made, as finished files."""
    from lessonforge.assemble.requests import rendition_request

    wanted = {job: _parts_of_film(job, timeline, profile) for job, timeline in timelines.items()}
    made: dict[Any, Any] = {}
    for stage, maker in (("clips", makers.CLIPS), ("posters", makers.POSTERS), ("sound", makers.SOUND)):
        every = {subject: part for parts in wanted.values() for subject, part in parts.items() if part[1] is maker}
        made |= workshop.make(stage, every)
    films: dict[Job, tuple[Any, dict[str, tuple[Any, Any]]]] = {}
    for job, parts in wanted.items():
        if all(request in made for request, _ in parts.values()):
            clips = [made[request] for request, maker in parts.values() if maker is makers.CLIPS]
            sound = made[parts[f"{job.name}/sound"][0]]
            artifacts = {subject: (request, made[request]) for subject, (request, _) in parts.items()}
            films[job] = rendition_request(timelines[job], profile, clips, sound), artifacts
    videos = {f"{job.name}/video": (request, makers.RENDITIONS) for job, (request, _) in films.items()}
    renditions = workshop.make("videos", videos)
    return [
        Finished(job, timelines[job], renditions[film], {**parts, f"{job.name}/video": (film, renditions[film])})
        for job, (film, parts) in films.items()
        if film in renditions
    ]


def _parts_of_film(job: Job, timeline: Timeline, profile: Profile) -> dict[str, tuple[Any, Maker]]:
    """What a film is joined from, each with its maker: the clips in film order, the poster, the sound."""
    from lessonforge.assemble.requests import clip_requests, poster_request, sound_request

    clips = _clip_subjects(job, clip_requests(timeline, profile))
    parts = {subject: (request, makers.CLIPS) for subject, request in clips.items()}
    parts[f"{job.name}/poster"] = poster_request(timeline), makers.POSTERS
    parts[f"{job.name}/sound"] = sound_request(timeline, profile), makers.SOUND
    return parts


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


# --- Out of the build, and into the hands of a pupil -------------------------------------------------------------


def build(jobs: tuple[Job, ...], order: Order, out: Path, workshop: Workshop) -> Report:
    """Make and publish the jobs; what fails is in the report, and the rest is published."""
    from lessonforge.assemble.profiles import named
    from lessonforge.build.lock import building

    began, profile = time.monotonic(), named(order.profile, order.project)
    with building(out), workshop.store.using():
        finished = make_renditions(make_timelines(jobs, profile, workshop), profile, workshop)
        outcomes = {one.job: _published(one, order, profile, out, workshop) for one in finished}
    lost = {job: _lost(job, order, workshop) for job in jobs if job not in outcomes}
    every = {**outcomes, **lost}
    return Report(tuple(every[job] for job in jobs), workshop.counts, round(time.monotonic() - began, 3))


def _published(one: Finished, order: Order, profile: Profile, out: Path, workshop: Workshop) -> Outcome:
    from lessonforge.captioning import notes
    from lessonforge.publish.folder import publish
    from lessonforge.release import files_of, manifest_of

    folder = out / one.job.name / "-".join(filter(None, (order.profile, order.scene)))
    poster = one.parts[f"{one.job.name}/poster"][1]
    files = files_of(one.timeline, one.rendition, poster, one.job.stem, "mp4" if profile.width else "m4a")
    parts = [(subject, request, made, workshop.makers[request]) for subject, (request, made) in _parts(one).items()]
    changed = publish(folder, files, manifest_of(one.job.script, one.rendition, profile, parts, files))
    paths = tuple(str(folder / name) for name in files)
    told = tuple(notes(one.job.script, one.timeline, profile))
    state: State = "built" if changed else "kept"
    return _outcome(one.job, order, state, seconds=one.timeline.seconds, files=paths, notes=told)


def _outcome(job: Job, order: Order, state: State, **told: Any) -> Outcome:
    return Outcome(job.script.name, job.script.locale, order.profile, state, level=job.script.level, **told)


def _parts(one: Finished) -> dict[str, tuple[Any, Any]]:
    """Everything that a film is made of, in film order, as (request, artifact)."""
    parts: dict[str, tuple[Any, Any]] = {}
    for scene in one.timeline.scenes:
        name = f"{one.job.name}/{scene.panel.id}"
        parts[f"{name}/picture"] = (scene.panel.shot, scene.picture)
        for number, (sentence, placed) in enumerate(zip(scene.panel.sentences, scene.speech, strict=True)):
            parts[f"{name}/speech/{number}"] = (sentence.utterance, placed.speech)
    return {**parts, **one.parts}


def _lost(job: Job, order: Order, workshop: Workshop) -> Outcome:
    """A job that could not be made, with every reason there is for it."""
    mine = f"{job.name}/"
    reasons = dict.fromkeys(
        f"{step.subject.removeprefix(mine)}: {workshop.failed[step.key].message}"
        for step in workshop.steps
        if step.subject.startswith(mine) and step.key in workshop.failed
    )
    return _outcome(job, order, "failed", reasons=tuple(reasons))


def draw_sheets(jobs: tuple[Job, ...], order: Order, out: Path, workshop: Workshop) -> list[tuple[Path, list[str]]]:
    """A contact sheet for every job whose pictures and speech can be made, and what its author should know of its
    captions; no video is encoded.
    """
    from lessonforge.assemble.profiles import named
    from lessonforge.captioning import notes
    from lessonforge.publish.contact_sheet import draw
    from lessonforge.publish.folder import put

    profile = named(order.profile, order.project)
    sheets = []
    for job, timeline in make_timelines(jobs, profile, workshop).items():
        sheets.append((out / job.name / f"{job.stem}.storyboard.png", notes(job.script, timeline, profile)))
        put(sheets[-1][0], Blob.of(draw(timeline)))
    return sheets


def look(jobs: tuple[Job, ...], order: Order, workshop: Workshop) -> None:
    """Fill `workshop.steps` with what a build would make, as far as it can be told before anything is made."""
    from lessonforge.assemble.profiles import named

    profile = named(order.profile, order.project)
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

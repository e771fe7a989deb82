"""What an author writes: the nouns of the lesson format.

The field names are the keys of the YAML files and the docstrings under them are what editors show, so this
module *is* the format, with `cards.py`: `script/schema.py` derives the checks and the published JSON Schema from them.
Texts are marked by how they reach a pupil (`reads.py`).
"""

from __future__ import annotations

import typing
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Annotated, Any, Literal

from annotated_types import Ge, Le, MaxLen, MinLen

from lessonforge.cards import Chart, Code, Diagram, Events, Formula, Slide, Table
from lessonforge.errors import Problem
from lessonforge.reads import Drawn, Id, Match, Spoken, Told

Path = tuple[str | int, ...]
"""A place inside a file: keys and list positions, such as `("scenes", 2, "visual", "alt")`."""

BY_LEVEL = ("narration", "question", "explanation")
"""Keys that can have a variant for a level of language: `narration@A1` in a file is `narration_at["A1"]` here."""
Seconds = Annotated[float, Ge(0), Le(120)]
Fraction = Annotated[float, Ge(0), Le(1)]
VisualKind = Literal["prompt", "slide", "chart", "formula", "table", "diagram", "timeline", "code", "image", "video"]
Motion = Literal["still", "pan", "animate"]


@dataclass(frozen=True)
class Label:
    """A word drawn over a picture with a line to the thing it names."""

    text: Drawn
    """The words drawn."""
    at: Annotated[tuple[Fraction, Fraction], "x, y"] | None = None
    """What it points at: x and y as fractions of the picture, from the top left; storyboards have a ruler for it."""
    when: Match | None = None
    """Appears when this word of the narration is spoken (else when its own text is, else at once)."""
    on: str | None = None
    """What it points at, by name, in place of `at`: a thing of the prompt (`boat`, `boat 2` from the left) or a part of
    it (`boat.sail`). For pictures that are drawn (`engine: draw`)."""

    @property
    def point(self) -> tuple[float, float]:
        """`at`, once it is known. Raises ValueError for a label whose `on` was not looked up yet."""
        if self.at is None:
            raise ValueError(f"nobody has looked up where '{self.on}' is")
        return self.at


@dataclass(frozen=True)
class Visual:
    """What is seen in a scene: exactly one of the ten kinds, and how it is shown."""

    prompt: str | None = None
    """Describes a picture; the picture engine draws it."""
    slide: Slide | None = None
    """A title with bullets or text."""
    chart: Chart | None = None
    """Bars, a line or slices."""
    formula: Formula | None = None
    """Mathematics."""
    table: Table | None = None
    """Rows and columns."""
    diagram: Diagram | None = None
    """Boxes and arrows."""
    timeline: Events | None = None
    """Moments along a line."""
    code: Code | None = None
    """A program listing."""
    image: str | None = None
    """Your own picture: a PNG, JPEG or WebP file inside the course folder."""
    video: str | None = None
    """Your own film: an mp4, mov or webm file inside the course folder. It is shown without its sound."""
    motion: Motion | None = None
    """`pan` (a slow camera, the default), `animate` (only what is in the picture moves; some engines film it),
    or `still` (nothing moves)."""
    labels: tuple[Label, ...] = ()
    """Words over the picture."""
    alt: Told | None = None
    """Describes the visual for those who can't see it."""
    credit: Drawn | None = None
    """Who made the picture, and its licence; drawn small in a corner."""

    @property
    def kind(self) -> VisualKind:
        """The kind that is given (the first, should there be more)."""
        return next(kind for kind in typing.get_args(VisualKind) if getattr(self, kind) is not None)


@dataclass(frozen=True)
class Turn:
    """One speaker's part of a narration, synthetic or recorded."""

    text: Spoken
    """The words."""
    voice: str | None = None
    """A name from `voices/<locale>.yaml`."""
    audio: str | None = None
    """A recording of exactly these words, used in place of a synthetic voice."""


@dataclass(frozen=True)
class Choice:
    """One answer of a quiz."""

    text: Spoken
    """The words."""
    correct: bool = False
    """Whether it is right."""
    goto: Id | None = None
    """The scene to go to when it is chosen (in interactive exports)."""


@dataclass(frozen=True)
class Quiz:
    """A question card with a pause to think, then the answer."""

    question: Spoken
    """The question."""
    choices: Annotated[tuple[Choice, ...], MinLen(2), MaxLen(6)]
    """The answers to choose from; at least one is `correct`."""
    pause: Seconds = 5.0
    """Time to think, in seconds."""
    explanation: Spoken | None = None
    """Said once the answer is shown."""
    question_at: Mapping[str, Spoken] = field(default_factory=dict)
    """The question at a level: `question@A1`."""
    explanation_at: Mapping[str, Spoken] = field(default_factory=dict)
    """The explanation at a level: `explanation@A1`."""


@dataclass(frozen=True)
class Music:
    """Music under the narration; it is turned down while someone speaks and repeats until the end."""

    file: str
    """An audio file inside the course folder."""
    volume: Annotated[float, Ge(-40), Le(0)] = -18.0
    """Decibels relative to the voices."""
    credit: Told | None = None
    """Who made it, and its licence."""


@dataclass(frozen=True)
class Override:
    """What is otherwise in one language."""

    vars: Mapping[str, Any] = field(default_factory=dict)
    """Other values for `{{ name }}`, in the source language: they are translated, and may change what is drawn."""
    voice: str | None = None
    """Another voice."""
    style: str | None = None
    """Another style."""
    assets: Mapping[str, str] = field(default_factory=dict)
    """Other files in place of those that are named: `{assets/market.jpg: assets/market-sw.jpg}`."""


@dataclass(frozen=True)
class LessonOverride(Override):
    """What is otherwise in one language, for a whole lesson."""

    digits: str | None = None
    """The digits that numbers are written with, as CLDR calls them: `latn` (1), `arab` (١), `deva` (१), `beng`, ..."""
    lexicon: Mapping[str, str] = field(default_factory=dict)
    """How to pronounce a word of its translation, by respelling: `{ar: {lexicon: {كبلر: كِبْلَر}}}`."""


@dataclass(frozen=True)
class CourseOverride(LessonOverride):
    """What is otherwise in one language, for a whole course."""

    untranslated: Literal["error", "source", "skip"] | None = None
    """What to do with a scene that has no translation."""
    fuzzy: Literal["error", "use", "source"] | None = None
    """What to do with a translation that has to be checked."""
    machine: Literal["allow", "mark", "error"] | None = None
    """What to do with a machine's translation."""


@dataclass(frozen=True)
class Scene:
    """One step of the lesson: something seen and something said, or a quiz."""

    id: Id
    """A stable name: translations and kept results hang on it."""
    narration: Spoken | tuple[Turn, ...] | None = None
    """What is said: a text, or the turns of a dialogue."""
    narration_at: Mapping[str, Spoken | tuple[Turn, ...]] = field(default_factory=dict)
    """What is said in its place at a level: `narration@A1`."""
    visual: Visual | None = None
    """What is seen."""
    quiz: Quiz | None = None
    """A question, in place of narration and visual."""
    title: Drawn | None = None
    """Starts a chapter of this name."""
    pause: Seconds = 0.0
    """Silence after the narration, in seconds."""
    voice: str | None = None
    """Overrides the lesson's voice."""
    style: str | None = None
    """Overrides the lesson's style."""
    note: str | None = None
    """For those who translate it; pupils don't see it."""
    vars: Mapping[str, Any] = field(default_factory=dict)
    """Values for `{{ name }}` in this scene, before those of the lesson."""
    overrides: Mapping[str, Override] = field(default_factory=dict)
    """What is otherwise in this scene in a language: `{sw: {voice: amina}}`."""

    @property
    def turns(self) -> tuple[Turn, ...]:
        """The narration as turns, whichever way it was written."""
        return _turns(self.narration)

    @property
    def versions(self) -> Mapping[Path, tuple[Turn, ...]]:
        """The turns of the narration and of its variants by level, each with its place in the scene."""
        found: dict[Path, tuple[Turn, ...]] = {("narration",): self.turns}
        return found | {("narration_at", level): _turns(said) for level, said in self.narration_at.items()}


def _turns(said: str | tuple[Turn, ...] | None) -> tuple[Turn, ...]:
    return (Turn(said),) if isinstance(said, str) else said or ()


@dataclass(frozen=True)
class Gloss:
    """A word of the narration that is explained to learners, under the caption where it is said first."""

    word: Match
    """The word as it is said."""
    meaning: Drawn
    """What it means, in a few words of the same language."""


@dataclass(frozen=True)
class Defaults:
    """Keys that a lesson may set for its scenes and a course for its lessons."""

    language: Annotated[str, MinLen(2)] | None = None
    """The language it is written in, as a BCP 47 tag: `en`, `pt-BR`."""
    audience: str | None = None
    """Who it is for: `ages 8-11`. Prompt templates may use it."""
    style: str | None = None
    """A folder of `templates/prompts/`: `flat`, `watercolor`, `paper`, `chalk`, `blueprint`, `photo`, or your own."""
    voice: str | None = None
    """A name from `voices/<locale>.yaml`."""
    engine: str | None = None
    """What draws the prompts; `lessonforge engines` lists them."""
    vars: Mapping[str, Any] = field(default_factory=dict)
    """Values for `{{ name }}` in texts and prompts."""
    characters: Mapping[str, str] = field(default_factory=dict)
    """People who are to look the same in every picture, by the name that prompts call them: `{Amina: a girl with black
    hair in a yellow dress}`."""
    lexicon: Mapping[str, str] = field(default_factory=dict)
    """How to pronounce a word of the lesson's own language, by respelling: `{Kepler: Kep-ler}`."""
    music: Music | None = None
    """Music under the whole lesson."""
    overrides: Mapping[str, LessonOverride] = field(default_factory=dict)
    """What is otherwise in a language: `{ar: {digits: arab, vars: {fish: tilapia}}}`."""
    subtitles: tuple[str, ...] = ()
    """Further languages of captions, over the same narration: `[en, sw]`. Each is a track of its own."""
    bilingual: str | None = None
    """A language whose words stand under the captions: for those who learn the language of the narration."""
    caption_profile: Literal["verbatim", "subtitle"] | None = None
    """How fast captions may be: `verbatim` (the default: as fast as the narration is), or `subtitle` (the limits of
    subtitles for films). What is too fast is told; no word is left out."""
    levels: tuple[str, ...] = ()
    """Levels of language to make it at: `A1`, `A2`, `B1`, `B2`, `C1`, `plain`. Each is a film of its own, spoken slower
    and captioned in shorter lines the lower the level; `narration@A1` is what a scene says at one."""
    wordlist: str | None = None
    """A text file of the words that pupils know, one in each line, in the language it is written in:
    `lessonforge levels` counts those that are not in it."""
    author: str | None = None
    """Who wrote it."""
    licence: str | None = None
    """The licence of the lesson, such as `CC BY 4.0`."""


@dataclass(frozen=True)
class Lesson(Defaults):
    """A lesson file."""

    title: Drawn = ""
    """The title of the lesson."""
    description: Told | None = None
    """One or two sentences about it."""
    note: str | None = None
    """For those who translate it; pupils don't see it."""
    glosses: tuple[Gloss, ...] = ()
    """Words that are explained under the captions, where nothing `bilingual` stands."""
    scenes: Annotated[tuple[Scene, ...], MinLen(1), MaxLen(500)] = ()
    """The scenes, in order."""


@dataclass(frozen=True)
class Course(Defaults):
    """A `course.yaml`: defaults for its lessons, their order, and the languages to build."""

    title: Drawn | None = None
    """The title of the course."""
    lessons: tuple[str, ...] = ()
    """The lesson files without `.yaml`, in order. Without it: all, by name."""
    locales: tuple[str, ...] = ()
    """The languages to build besides the source: `[es, pt-BR]`."""
    overrides: Mapping[str, CourseOverride] = field(default_factory=dict)
    """What is otherwise in a language: `{ar: {digits: arab, untranslated: source}}`."""
    untranslated: Literal["error", "source", "skip"] = "error"
    """What to do with a scene that has no translation: stop, say it in the source language, or leave it out."""
    fuzzy: Literal["error", "use", "source"] = "error"
    """What to do with a translation that has to be checked because its source was changed: stop, use it, or say its
    scene in the source language."""
    machine: Literal["allow", "mark", "error"] = "error"
    """What to do with a translation that a machine made and nobody has checked: use it, use it and say so in the
    picture, or stop."""


@dataclass(frozen=True)
class Term:
    """A word that is to be translated the same way everywhere, or not at all."""

    term: Annotated[str, MinLen(1)]
    """The word in the source language."""
    translations: Mapping[str, str | tuple[str, ...]] = field(default_factory=dict)
    """By language: the word, or the forms of it that may be used: `{es: clorofila, ru: [хлорофилл, хлорофилла]}`."""
    keep: bool = False
    """Stays as it is in every language, such as a name."""
    note: str | None = None
    """What it means, for those who translate it."""


@dataclass(frozen=True)
class Glossary:
    """A `glossary.yaml` beside a `course.yaml`: the terms of the course, for those who translate it."""

    terms: tuple[Term, ...] = ()
    """The terms."""


@dataclass(frozen=True)
class Source:
    """Where a file's values stand: `marks` maps a place in it to (line, column), counted from 1.

    `inherited` is the file that gives the values which this one leaves out: the course of a lesson, the lesson of a
    translation.
    """

    path: str
    marks: Mapping[Path, tuple[int, int]]
    inherited: Source | None = None

    def problem(self, at: Path, message: str, hint: str = "") -> Problem:
        """A problem at the value, or at the nearest place around it that the file has."""
        source: Source | None = self
        while source and at not in source.marks:
            source = source.inherited
            if source is None and at:
                source, at = self, at[:-1]
        found = source or self
        return Problem(found.path, *found.marks.get(at, (0, 0)), message, hint)

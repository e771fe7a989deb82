"""The nouns that flow between the stages, from a loaded script to a finished rendition.

Requests (`Shot`, `Utterance`) and artifacts (`Still`, `Footage`, `Speech`) come in pairs. All are frozen and made
of plain values, tuples and `Blob`s, so that a request's key is the hash of all of its fields and an artifact can
be put in the store field by field. Fields declared with `compare=False` stay out of keys.

Places on the timeline are whole frames, cues are whole milliseconds, everything else is seconds.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Annotated, Any, Literal

from annotated_types import Ge, Le, MultipleOf

from lessonforge.blob import Blob
from lessonforge.lesson import Course, Glossary, Label, Lesson, Motion, Source, VisualKind
from lessonforge.lesson import Path as Place
from lessonforge.tongues import Tongue

Camera = Literal["still", "pan"]
Timing = Literal["engine", "aligned", "estimated"]
VoiceStatus = Literal["good", "poor", "needs-frontend"]
ShotKind = VisualKind | Literal["quiz"]
Pixels = Annotated[int, Ge(0), Le(4096), MultipleOf(2)]


@dataclass(frozen=True)
class Script:
    """A lesson with all that lies around it: what `script/` gives to the other stages.

    `lesson` has the course's defaults filled in and is in the language `locale`; `source` still points into the
    file it was written in, `assets` holds the teacher's files that it names.

    In a translation, `vars` are the locale's words for vars of the lesson (its texts use them, its prompts don't),
    `scene_vars` those for vars of its scenes by id. `untranslated` are the ids of the scenes that are still in the
    source language, `skipped` of those that are left out, `machine` of those with texts that a machine translated and
    nobody has checked. Numbers are written with `digits`, as CLDR calls them (`arab`), or as
    they stand. The `glossary` is the course's. `level` is the level of language that it is made at, if any.
    `lexicon` respells words of the locale.
    """

    name: str
    locale: str
    lesson: Lesson
    course: Course
    folder: Path
    source: Source
    assets: Mapping[str, Blob]
    vars: Mapping[str, Any] = field(default_factory=dict)
    scene_vars: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)
    untranslated: frozenset[str] = frozenset()
    skipped: frozenset[str] = frozenset()
    machine: frozenset[str] = frozenset()
    digits: str = ""
    lexicon: Mapping[str, str] = field(default_factory=dict)
    glossary: Glossary = field(default_factory=Glossary)
    level: str = ""


@dataclass(frozen=True)
class Voice:
    """A named voice of `voices/<locale>.yaml`.

    `rate` is relative to the voice's normal speed, `pitch` is 0..100 with 50 as normal. `status` is what the author
    is told of its quality, `lexicon` (word, respelling) how this language's voices are to say certain words.
    """

    name: str
    locale: str
    engine: str
    model: str
    rate: float = 1.0
    pitch: int = 50
    status: VoiceStatus = field(default="good", compare=False)
    licence: str = field(default="", compare=False)
    note: str = field(default="", compare=False)
    lexicon: tuple[tuple[str, str], ...] = field(default=(), compare=False)
    frontend: str = field(default="", compare=False)


@dataclass(frozen=True)
class Insert:
    """Words of an utterance that another voice says: code points `[start, end)` of its text."""

    start: int
    end: int
    voice: Voice


@dataclass(frozen=True)
class Utterance:
    """One sentence to be spoken: plain text as it is read out, by whom, and the human recording of it, if any.

    `inserts` are what other voices say of it, in order: words of another language.
    """

    text: str
    voice: Voice
    seed: int = 0
    recording: Blob | None = None
    inserts: tuple[Insert, ...] = ()


@dataclass(frozen=True)
class WordMark:
    """A word of an utterance: code points `[start, end)` of its text, seconds `[t0, t1)` of its sound."""

    start: int
    end: int
    t0: float
    t1: float


@dataclass(frozen=True)
class Speech:
    """What a speech engine makes: `sound` is a mono float32 WAV file, trimmed, with a mark for every word of the text.

    `timing` says where the marks come from: the engine, an aligner, or an estimate.
    """

    sound: Blob
    seconds: float
    marks: tuple[WordMark, ...]
    timing: Timing


@dataclass(frozen=True)
class Shot:
    """A request for what is seen in a scene, `width` x `height` pixels.

    `prompt`, `negative` and `style` are for picture engines; `content` (canonical JSON of the lesson's noun, in the
    locale), `digits` (CLDR's name for them, or the locale's own) and `palette` (colour role, `#rrggbb`) for cards;
    `asset` for the teacher's own file. A prompt's shot has no locale, so that one picture serves them all. `motion`
    says what may move: nothing, what a picture engine has in layers, or all, as footage. `characters` are those that
    the prompt names: (name, description), in the order of the lesson.
    """

    kind: ShotKind
    width: int
    height: int
    seed: int = 0
    prompt: str = ""
    negative: str = ""
    style: str = ""
    motion: Motion = "pan"
    characters: tuple[tuple[str, str], ...] = ()
    content: str = ""
    locale: str = ""
    digits: str = ""
    palette: tuple[tuple[str, str], ...] = ()
    asset: Blob | None = None


Box = tuple[float, float, float, float]
"""Left, top, right and bottom, as shares of a picture's width and height."""


@dataclass(frozen=True)
class Part:
    """Something in a picture: where authors see it when they point a label at it, and where it lies in this frame.

    A `name` (`boat`, `boat.sail`) is what a label's `on` says; `also` are other words for it. `layer` is the number of
    the layer that it moves with.
    """

    pointed: Box
    here: Box
    name: str = ""
    also: tuple[str, ...] = ()
    layer: int | None = None


MoveKind = Literal["swing", "turn", "shift", "circle", "scale", "flow", "rise"]


@dataclass(frozen=True)
class Movement:
    """A motion that repeats every `seconds`, begun `phase` (0..1) of the way in; it is at rest where its phase is 0.

    `x` and `y` (pixels, except where said) mean:

    - `swing`: `x` degrees to either side around the pivot; `turn`: round the pivot, clockwise where `x` is positive
    - `shift`: to and fro by as much; `circle`: along an ellipse with these half axes, from the angle of its phase
    - `scale`: larger and smaller by these shares, from the pivot
    - `flow`: straight on by as much, the layer's picture being repeated without end
    - `rise`: straight on by as much, its place in the middle, appearing at first and fading at last
    """

    kind: MoveKind
    seconds: float
    x: float = 0.0
    y: float = 0.0
    pivot: tuple[float, float] = (0.0, 0.0)
    phase: float = 0.0


@dataclass(frozen=True)
class Layer:
    """A part of a picture that moves by itself: a PNG file (RGBA) whose upper left corner lies at (`x`, `y`) pixels.

    `near` is how far the camera's way shifts it: 1 is the ground that things stand on, less is farther, more is nearer.
    `movements` are applied in order, the innermost first (a flag in the wind, then the ship on the waves).
    """

    picture: Blob
    x: int
    y: int
    near: float = 1.0
    movements: tuple[Movement, ...] = ()


@dataclass(frozen=True)
class Still:
    """A picture, or the states a card goes through as its parts appear: PNG files (RGB), all `width` x `height`.

    `parts` are what can be pointed at by name, and what lies elsewhere than authors see it.
    `layers`, from back to front, are the same picture in pieces, for one that moves: the first covers all of it.
    `credits` name those whose drawings are in it, as their licences ask.
    """

    states: tuple[Blob, ...]
    width: int
    height: int
    parts: tuple[Part, ...] = ()
    layers: tuple[Layer, ...] = ()
    credits: tuple[str, ...] = ()


@dataclass(frozen=True)
class Footage:
    """Moving pictures without sound: an mp4 file. `parts` as in a still."""

    video: Blob
    seconds: float
    width: int
    height: int
    parts: tuple[Part, ...] = ()


Picture = Still | Footage


@dataclass(frozen=True)
class Span:
    """Which code points `[start, end)` of the written sentence are spoken as `[spoken_start, spoken_end)`."""

    start: int
    end: int
    spoken_start: int
    spoken_end: int


@dataclass(frozen=True)
class Sentence:
    """A sentence as written (for captions) and as spoken (for the engine), with the map between the two.

    `pause` is the silence after it in seconds. `locale` is the language it is in. `part` is the number of the text of
    its scene that it belongs to: of the turn of a dialogue, or of what a quiz says. `tongues` are its written words in
    other languages. `glosses` are words explained under its captions: the code point where each begins, and the line.
    """

    written: str
    utterance: Utterance
    spans: tuple[Span, ...]
    locale: str
    pause: float = 0.0
    part: int = 0
    tongues: tuple[Tongue, ...] = ()
    glosses: tuple[tuple[int, str], ...] = ()


@dataclass(frozen=True)
class Subtitles:
    """What a panel says in another language: for each of its sentences the words that mean the same, or none."""

    locale: str
    texts: tuple[str, ...]


@dataclass(frozen=True)
class Trigger:
    """When a part appears: at the start of a sentence (by number), or when words are spoken, or else spread evenly."""

    words: str = ""
    sentence: int | None = None


@dataclass(frozen=True)
class Panel:
    """A scene of the storyboard: one shot and the sentences over it.

    `triggers` say when the shot's further states appear: one for each state after the first. `at` is the scene's
    place in the author's file. `subtitles` are for caption tracks in further languages. `usual` is how long it takes in
    seconds as far as the source text tells, whatever the locale; 0 where nobody knows.
    """

    id: str
    at: Place
    shot: Shot
    sentences: tuple[Sentence, ...]
    title: str | None = None
    camera: Camera = "pan"
    labels: tuple[Label, ...] = ()
    triggers: tuple[Trigger, ...] = ()
    pause: float = 0.0
    alt: str = ""
    credit: str = ""
    subtitles: tuple[Subtitles, ...] = ()
    usual: float = 0.0


@dataclass(frozen=True)
class Soundtrack:
    """Music under a whole lesson: `volume` in decibels relative to the voices."""

    file: Blob
    volume: float


@dataclass(frozen=True)
class Storyboard:
    """A lesson in one locale as shots and utterances.

    `bilingual` is the locale of the subtitles that stand under the captions, if any, `level` the level of language that
    it is spoken at.
    """

    lesson: str
    locale: str
    title: str
    panels: tuple[Panel, ...]
    palette: tuple[tuple[str, str], ...] = ()
    music: Soundtrack | None = None
    bilingual: str = ""
    level: str = ""

    @property
    def locales(self) -> frozenset[str]:
        """The locale and those of all its subtitles."""
        return frozenset({self.locale, *(one.locale for panel in self.panels for one in panel.subtitles)})


@dataclass(frozen=True)
class Profile:
    """A named set of output settings (`assemble/profiles.yaml`).

    `width` x `height` pixels (0 for sound only) at `fps` frames a second; `captions` are drawn into the picture
    (`open`), a separate track (`closed`) or left out (`none`). `crf` and `preset` are x264's, `bitrate` is the sound's
    in bits a second.
    """

    name: str
    width: Pixels
    height: Pixels
    fps: Annotated[int, Ge(10), Le(60)]
    captions: Literal["open", "closed", "none"]
    crf: Annotated[int, Ge(0), Le(51)]
    preset: Literal["ultrafast", "superfast", "veryfast", "faster", "fast", "medium", "slow", "slower", "veryslow"]
    bitrate: Annotated[int, Ge(16_000), Le(320_000)]


@dataclass(frozen=True)
class Rendition:
    """One finished encoding of a lesson: locale x profile. `loudness` in LUFS, `peak` in dBTP."""

    video: Blob
    seconds: float
    loudness: float
    peak: float

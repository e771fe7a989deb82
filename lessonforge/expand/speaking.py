"""Who says what in a scene: its turns or its quiz as sentences, and when the quiz card shows what is being said."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace

from lessonforge.blob import Blob
from lessonforge.errors import Problem, Unreadable, did_you_mean
from lessonforge.lesson import Lesson, Path, Quiz, Scene, Source
from lessonforge.model import Script, Sentence, Trigger, Voice

BETWEEN_TURNS = 0.35
BETWEEN_CHOICES = 0.5

Read = Callable[[str, Voice, str, Mapping[str, str]], tuple[Sentence, ...]]
"""(text, voice, locale, lexicon) -> the text's sentences."""
Recorded = Callable[[str, Blob, Voice, str, Mapping[str, str]], Sentence]
"""(text, recording, voice, locale, lexicon) -> all of the text as the one sentence that was recorded."""


@dataclass(frozen=True)
class Speakers:
    """Who can speak: the voices of the locale by name, the first being the default, and what turns text into sentences.

    `source_voices` are those of the lesson's own language, for scenes without a translation.
    """

    voices: Mapping[str, Voice]
    read: Read
    recorded: Recorded
    source_voices: Mapping[str, Voice] = field(default_factory=dict)

    def of(self, script: Script) -> tuple[Speaker, Speaker]:
        """Who speaks the translated and the untranslated scenes; for a lesson in its own language they are the same."""
        source = script.lesson.language or script.locale
        voices = self.voices if source == script.locale else self.source_voices
        spoken = {**script.lesson.lexicon, **(script.lexicon if source == script.locale else {})}
        native = Speaker(source, voices, self.read, self.recorded, spoken, script.assets)
        if source == script.locale:
            return native, native
        own = {name: script.assets[name] for name in _translated(script) if name in script.assets}
        return Speaker(script.locale, self.voices, self.read, self.recorded, script.lexicon, own), native


def _translated(script: Script) -> set[str]:
    """The recordings that take the place of others in some language: in a translation only they may be heard."""
    lesson = script.lesson
    every = (script.course.overrides, lesson.overrides, *(scene.overrides for scene in lesson.scenes))
    return {new for given in every for one in given.values() for new in one.assets.values()}


@dataclass(frozen=True)
class Speaker:
    """A language and those who speak it. `recordings` are a human's, by file name; a translation has its own."""

    locale: str
    voices: Mapping[str, Voice]
    read: Read
    recorded: Recorded
    lexicon: Mapping[str, str]
    recordings: Mapping[str, Blob] = field(default_factory=dict)

    def say(self, text: str, voice: Voice, pause: float = 0.0, audio: str | None = None) -> tuple[Sentence, ...]:
        """The sentences of a text, with `pause` seconds at least after the last one."""
        recording = self.recordings.get(audio) if audio else None
        if recording:
            said: tuple[Sentence, ...] = (self.recorded(text, recording, voice, self.locale, self.lexicon),)
        else:
            said = self.read(text, voice, self.locale, self.lexicon)
        return (*said[:-1], *(replace(last, pause=max(last.pause, pause)) for last in said[-1:]))


def narration(scene: Scene, at: Path, cast: Cast) -> tuple[Sentence, ...]:
    """The turns of a scene, with a breath between them."""
    said: list[Sentence] = []
    for number, turn in enumerate(scene.turns):
        voice = cast.voice((turn.voice, (*at, "narration", number, "voice")), (scene.voice, (*at, "voice")))
        pause = BETWEEN_TURNS if number < len(scene.turns) - 1 else 0.0
        place = (*at, "narration") if isinstance(scene.narration, str) else (*at, "narration", number, "text")
        said += _part(number, cast.say(turn.text, voice, place, pause, turn.audio) if voice else ())
    return tuple(said)


def _part(number: int, sentences: Iterable[Sentence]) -> Iterator[Sentence]:
    return (replace(sentence, part=number) for sentence in sentences)


def quiz(card: Quiz, scene: Scene, at: Path, cast: Cast) -> tuple[tuple[Sentence, ...], tuple[Trigger, ...]]:
    """The quiz read out, and the sentence at which each further state of its card appears.

    The card shows the question from the start; its states are each choice, and the answer after the time to think.
    """
    voice = cast.voice((scene.voice, (*at, "voice")))
    if voice is None:
        return (), ()
    at = (*at, "quiz")
    choices = [(choice.text, (*at, "choices", n, "text")) for n, choice in enumerate(card.choices)]
    answer = [choice for choice, its in zip(choices, card.choices, strict=True) if its.correct]
    pauses = [BETWEEN_CHOICES] * len(choices) + [card.pause]
    said: list[Sentence] = []
    starts = []
    asked = [(card.question, (*at, "question")), *choices]
    for number, ((text, place), pause) in enumerate(zip(asked, pauses, strict=True)):
        starts.append(len(said))
        said += _part(number, cast.say(text, voice, place, pause))
    starts.append(len(said))
    last = [(card.explanation, (*at, "explanation"))] if card.explanation else []
    for number, (text, place) in enumerate([*answer, *last], len(pauses)):
        said += _part(number, cast.say(text, voice, place, BETWEEN_CHOICES))
    return tuple(said), tuple(Trigger(sentence=start) for start in starts[1:])


@dataclass(frozen=True)
class Cast:
    """Finds voices by name for one scene and notes each that there isn't."""

    scene: str
    speaker: Speaker
    lesson: Lesson
    source: Source
    problems: list[Problem]

    def say(
        self, text: str, voice: Voice, at: Path, pause: float = 0.0, audio: str | None = None
    ) -> tuple[Sentence, ...]:
        """What the speaker says of the text at a place; nothing, and a problem there, where it can't be read out."""
        try:
            return self.speaker.say(text, voice, pause, audio)
        except Unreadable as wrong:
            self.problems.append(self.source.problem(at, f"scene '{self.scene}': {wrong.message}", wrong.hint))
            return ()

    def voice(self, *wishes: tuple[str | None, Path]) -> Voice | None:
        """The first voice that is named (name, place of the name), else the lesson's, else the locale's first."""
        voices, locale = self.speaker.voices, self.speaker.locale
        if not voices:
            hint = "`lessonforge voices` lists the languages that have some."
            self.problems.append(self.source.problem(("language",), f"no voice speaks '{locale}'.", hint))
            return None
        name, at = next((wish for wish in (*wishes, (self.lesson.voice, ("voice",))) if wish[0]), (None, ()))
        if name is None:
            return next(iter(voices.values()))
        if name not in voices:
            message = f"scene '{self.scene}' uses voice '{name}', but {_file(voices.values())} has no such voice."
            self.problems.append(self.source.problem(at, message, did_you_mean(name, voices)))
        return voices.get(name)


def _file(voices: Iterable[Voice]) -> str:
    return next((f"voices/{voice.locale}.yaml" for voice in voices), "voices/")

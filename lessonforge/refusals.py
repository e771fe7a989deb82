"""What engines and fonts refuse of a storyboard, at its place in the author's files."""

from __future__ import annotations

from collections.abc import Iterator

from lessonforge import makers, speakers
from lessonforge.errors import Problem
from lessonforge.lesson import Path as Place
from lessonforge.lesson_texts import texts
from lessonforge.model import Panel, Part, Script, Sentence, Shot, Storyboard
from lessonforge.text import coverage, shape
from lessonforge.timeline.reveals import aimed, named
from lessonforge.visuals import registry


def refused(script: Script, board: Storyboard, frame: tuple[int, int]) -> Iterator[Problem]:
    """All that can't be drawn or said; what has a character that no font has is not looked at further."""
    undrawn = dict(_unseen(script))
    yield from undrawn.values()
    garbled = {at[:2] for at in undrawn}
    before: set[Shot] = set()
    undrawable: set[Shot] = set()
    for panel in board.panels:
        at = _shown_at(script, panel, panel is board.panels[0])
        own = at[:2] == panel.at and at != (*panel.at, "title")
        is_garbled = bool(panel.shot.content) and at[:2] in garbled
        if not is_garbled and (own or panel.shot not in before):
            found = list(_undrawable(script, panel, at))
            yield from found
            undrawable |= {panel.shot} if found else set()
        if panel.labels and panel.at not in garbled and panel.shot not in undrawable:
            yield from _labelled(script, panel, board, frame)
        yield from _unspeakable(script, panel)
        before.add(panel.shot)


def unseen(script: Script) -> Iterator[Problem]:
    """Texts of a lesson that subtitles are made of, with characters that no font at hand can draw."""
    return (problem for _, problem in _unseen(script))


def _unseen(script: Script) -> Iterator[tuple[Place, Problem]]:
    """Texts with characters that no font at hand can draw."""
    lesson, locale = script.lesson, script.locale
    for at, how, text in texts(lesson):
        if how != "match" and (clusters := coverage.missing(text, locale)):
            yield at, _no_font(script, at, clusters)
    for n, scene in enumerate(lesson.scenes):
        code = scene.visual.code if scene.visual else None
        if code and (clusters := coverage.missing(code.source, locale, mono=True)):
            at = ("scenes", n, "visual", "code", "source")
            yield at, _no_font(script, at, clusters)


def _no_font(script: Script, at: Place, clusters: list[str]) -> Problem:
    scene = f"scene '{script.lesson.scenes[int(at[1])].id}', " if at[0] == "scenes" else ""
    field = ".".join(str(step + 1 if isinstance(step, int) else step) for step in at[2 if scene else 0 :])
    message = f"{scene}{field}: no font for '{script.locale}' has {coverage.describe(clusters)}."
    return script.source.problem(at, message, coverage.remedy(clusters))


def _shown_at(script: Script, panel: Panel, first: bool) -> Place:
    """The place of what a panel shows: a scene without a visual shows a title, or what the one before it shows."""
    scene = script.lesson.scenes[int(panel.at[1])]
    if scene.quiz:
        return (*panel.at, "quiz")
    if scene.visual:
        return (*panel.at, "visual", scene.visual.kind)
    return (*panel.at, "title") if scene.title and not first else ("title",)


def _who(script: Script, panel: Panel, translated: bool) -> str:
    return f"scene '{panel.id}'" + (f" in '{script.locale}'" if translated else "")


def _undrawable(script: Script, panel: Panel, at: Place) -> Iterator[Problem]:
    who = _who(script, panel, bool(panel.shot.locale) and script.locale != script.lesson.language)
    engine = script.lesson.engine or "draw"
    if panel.shot.kind == "prompt" and (engine not in registry.for_prompts() or not panel.shot.prompt):
        return  # told already, where the engine is named and where the template is wrong
    for message in makers.picture(panel.shot, engine).engine().check(panel.shot):
        yield script.source.problem(_translated_at(script, at, message), f"{who}: {_ended(message)}")


def _translated_at(script: Script, at: Place, message: str) -> Place:
    """In a translation, the text of a card that a message is about: its title, or the longest; else the card."""
    within = {place: text for place, _, text in texts(script.lesson) if place[: len(at)] == at and place != at}
    done = {place: text for place, text in within.items() if place in script.source.marks}
    if script.locale == script.lesson.language or not done:
        return at
    title = (*at, "title")
    return title if "the title" in message and title in done else max(done, key=lambda place: len(done[place]))


def _ended(message: str) -> str:
    return message if message.endswith((".", "?")) else f"{message}."


def _labelled(script: Script, panel: Panel, board: Storyboard, frame: tuple[int, int]) -> Iterator[Problem]:
    """Labels on what is not in the picture, or too many to keep apart."""
    on = any(label.on is not None for label in panel.labels)
    parts = makers.picture(panel.shot, script.lesson.engine or "draw").engine().parts(panel.shot) if on else ()
    found = list(_nowhere(script, panel, parts))
    yield from found
    labels = () if found else [aim.label for aim in aimed(panel.labels, parts)]
    if labels and not shape.labels_fit(labels, frame, script.locale, board.palette):
        who = _who(script, panel, script.locale != script.lesson.language)
        message = f"{who}: its {len(panel.labels)} labels do not fit over one picture."
        at = _translated_at(script, (*panel.at, "visual", "labels"), message)
        yield script.source.problem(at, message, "Shorten them, or leave some out.")


def _nowhere(script: Script, panel: Panel, parts: tuple[Part, ...]) -> Iterator[Problem]:
    for n, label in enumerate(panel.labels):
        if label.on is not None and named(label.on, parts) is None:
            at = (*panel.at, "visual", "labels", n, "on")
            message = f"scene '{panel.id}': the picture has no '{label.on}' for a label to be on."
            names = [part.name for part in parts]
            thing = label.on.partition(".")[0]
            own = [name for name in names if name.startswith(f"{thing}.")]
            whole = [name for name in names if "." not in name]
            hint = f"It has: {', '.join(own or whole)}." if names else "This engine can't tell: use `at: [x, y]`."
            yield script.source.problem(at, message, hint)


def _unspeakable(script: Script, panel: Panel) -> Iterator[Problem]:
    for sentence in panel.sentences:
        if sentence.utterance.recording or not speakers.faults(sentence.utterance.voice):
            for message in makers.speech(sentence.utterance).engine().check(sentence.utterance):
                yield script.source.problem(_said_at(script, panel, sentence), f"scene '{panel.id}': {_ended(message)}")


def _said_at(script: Script, panel: Panel, sentence: Sentence) -> Place:
    """The text that a sentence comes from, or where the texts of its scene are."""
    scene = script.lesson.scenes[int(panel.at[1])]
    spoken = (at for at, how, text in texts(scene, panel.at) if how == "spoken" and sentence.written in text)
    return next(spoken, (*panel.at, "quiz" if scene.quiz else "narration"))

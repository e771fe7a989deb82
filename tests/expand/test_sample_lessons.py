"""The shipped lessons: every prompt expands in every style, and the translations are in step with their sources."""

from pathlib import Path

import polib
import pytest
from test_expand import read, recorded

from lessonforge.expand import styles
from lessonforge.expand.expand import Speakers, storyboard
from lessonforge.i18n.catalogue import translate
from lessonforge.i18n.template import template_of
from lessonforge.model import Voice
from lessonforge.script.load import load
from lessonforge.settings import built_in
from lessonforge.timeline.matching import in_order, matches, tokens

FOLDERS = (built_in("templates"),)
LOADED = {path.name: load(path) for path in (built_in("lessons"), built_in("templates") / "course")}
SCRIPTS = [script for loaded in LOADED.values() for script in loaded.scripts]
IN_LOCALES = [(script, tag) for script in SCRIPTS for tag in (script.locale, *script.course.locales)]
PO_FILES = sorted(built_in("lessons").glob("*/locale/*/*.po"))


def board_of(script, tag):
    names = {script.lesson.voice} | {turn.voice for scene in script.lesson.scenes for turn in scene.turns}
    voices = {name: Voice(name, tag, "espeak", tag) for name in sorted(filter(None, names))}
    translated, problems = translate(script, tag)
    assert problems == []
    board, problems = storyboard(
        translated, frame=(1920, 1080), speakers=Speakers(voices, read, recorded), folders=FOLDERS
    )
    assert problems == []
    return board


@pytest.mark.parametrize("name", LOADED)
def test_they_load(name):
    assert LOADED[name].problems == ()
    assert LOADED[name].scripts


@pytest.mark.parametrize("style", styles.names(FOLDERS))
@pytest.mark.parametrize("script", SCRIPTS, ids=lambda script: script.name)
def test_every_prompt_expands_in_every_style(script, style):
    look, _ = styles.style(style, FOLDERS)
    for scene in script.lesson.scenes:
        if scene.visual and scene.visual.prompt:
            data = {
                "prompt": scene.visual.prompt,
                "aspect": "wide",
                "motion": "pan",
                "age": 8,
                "audience": "",
                "characters": [],
                "vars": {},
            }
            assert look.prompt(data).startswith(f"{scene.visual.prompt}\n")
            assert look.negative(data)


@pytest.mark.parametrize(("script", "tag"), IN_LOCALES, ids=lambda value: getattr(value, "name", value))
def test_parts_and_labels_are_heard_in_their_order(script, tag):
    for panel in board_of(script, tag).panels:
        heard = [token for sentence in panel.sentences for token in tokens(sentence.written)]
        wanted = [trigger.words for trigger in panel.triggers if trigger.sentence is None]
        assert None not in in_order([matches(words, heard) for words in wanted]), panel.id
        for label in panel.labels:
            assert matches(label.when or label.text, heard), (panel.id, label.text)


@pytest.mark.parametrize(("script", "tag"), IN_LOCALES, ids=lambda value: getattr(value, "name", value))
def test_a_picture_is_the_same_in_every_language(script, tag):
    pictures = [
        [p.shot for p in board_of(script, tag).panels if p.shot.kind == "prompt"] for tag in (script.locale, tag)
    ]
    assert pictures[0] == pictures[1] != []


@pytest.mark.parametrize("file", PO_FILES, ids=lambda file: f"{file.parent.name}/{file.stem}")
def test_a_translation_has_the_texts_of_its_lesson(file: Path):
    [script] = [s for s in SCRIPTS if s.name == file.stem and s.folder.resolve() == file.parents[2].resolve()]
    template, translation = template_of(script), polib.pofile(str(file))
    assert [(e.msgctxt, e.msgid) for e in translation] == [(e.msgctxt, e.msgid) for e in template]
    assert translation.percent_translated() == 100

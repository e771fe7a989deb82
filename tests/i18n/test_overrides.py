"""What is otherwise in one language: said in course, lesson and scene, and done to texts, pictures and voices."""

import courses
import pytest

from lessonforge import pipeline
from lessonforge.blob import Blob
from lessonforge.i18n.extract import entries
from lessonforge.i18n.overrides import localized
from lessonforge.i18n.template import template_of
from lessonforge.pipeline import Order
from lessonforge.script.load import load

COURSE = """\
locales: [es, es-MX]
untranslated: source
overrides:
  es: {voice: amina, fuzzy: use, vars: {fish: tuna}}
  es-MX: {digits: deva, vars: {fish: salmon}}
"""
LESSON = """\
title: Fish
vars: {fish: whale, sea: the sea}
overrides:
  es: {style: chalk}
scenes:
  - id: one
    narration: A {{ fish }} of 30 metres in {{ sea }}.
    visual: {prompt: 'a {{ fish }} in the sea'}
  - id: two
    narration: Another {{ fish }}.
    visual: {image: a.png}
    overrides:
      es-MX: {voice: leo, vars: {fish: shark}, assets: {a.png: b.png}}
"""


@pytest.fixture
def script(tmp_path):
    pictures = {name: (lambda n=n: courses.black_png(64 * n, 64)) for n, name in enumerate(("a.png", "b.png"), 1)}
    courses.write(tmp_path, {"course.yaml": COURSE, "fish.yaml": LESSON, **pictures})
    loaded = load(tmp_path)
    assert loaded.problems == ()
    return loaded.scripts[0]


def test_the_nearest_word_holds(script):
    spanish, mexican = localized(script, "es"), localized(script, "es-MX")
    assert localized(script, "en") is script
    assert (spanish.lesson.voice, spanish.lesson.style, spanish.lesson.vars["fish"]) == ("amina", "chalk", "tuna")
    assert (mexican.lesson.voice, mexican.lesson.style, mexican.lesson.vars["fish"]) == ("amina", "chalk", "salmon")
    assert (mexican.lesson.scenes[1].voice, mexican.lesson.scenes[1].vars) == ("leo", {"fish": "shark"})
    assert (spanish.lesson.scenes[1].visual.image, mexican.lesson.scenes[1].visual.image) == ("a.png", "b.png")
    assert (spanish.digits, mexican.digits) == ("", "deva")
    assert (spanish.course.fuzzy, spanish.course.untranslated) == ("use", "source")


def test_both_files_are_collected(script):
    assert {name: isinstance(blob, Blob) and blob.size > 0 for name, blob in script.assets.items()} == {
        "a.png": True,
        "b.png": True,
    }


def test_other_vars_are_translated_like_any_text(script):
    def words(one):
        return {entry.id: entry.text for entry in entries(one.lesson, one.name) if entry.how == "var"}

    assert words(script) == {"fish/vars/fish": "whale", "fish/vars/sea": "the sea"}
    mexican = words(localized(script, "es-MX"))
    assert mexican == {"fish/vars/fish": "salmon", "fish/vars/sea": "the sea", "fish/two/vars/fish": "shark"}


def test_they_reach_pictures_captions_and_voices(script, tmp_path):
    here = localized(script, "es-MX")
    catalogue = template_of(here, "es-MX")
    for entry in catalogue:
        entry.msgstr = {"salmon": "salmon", "shark": "tiburón", "the sea": "el mar", "Fish": "Peces"}.get(
            entry.msgid, entry.msgid.replace("A ", "Una ").replace("Another ", "Otro ")
        )
    file = tmp_path / "locale" / "es-MX" / "fish.po"
    file.parent.mkdir(parents=True)
    catalogue.save(str(file))
    [job] = pipeline.prepare(Order(tmp_path, ("es-MX",)))
    one, two = job.storyboard.panels
    assert one.sentences[0].written == "Una salmon of ३० metres in el mar."
    assert "salmon" in one.shot.prompt and one.shot.style == "chalk"
    assert two.sentences[0].written == "Otro tiburón."
    assert two.sentences[0].utterance.voice.name == "leo"
    assert two.shot.asset.size == script.assets["b.png"].size


def test_a_scene_in_the_source_language_is_heard_as_it_is_there(tmp_path):
    lesson = courses.lesson(
        "id: a\n  narration: [{text: Good morning., audio: en.wav}]\n"
        "  overrides: {es: {assets: {en.wav: es.wav}, voice: leo}}",
        head="title: One\n",
    )
    sounds = {"en.wav": courses.hum(1.0), "es.wav": courses.hum(1.5)}
    course = "locales: [es]\nuntranslated: source\n"
    courses.write(tmp_path, {"one.yaml": lesson, "course.yaml": course, **sounds})
    heard = {
        job.storyboard.locale: job.storyboard.panels[0].sentences[0].utterance.recording
        for job in pipeline.prepare(Order(tmp_path))
    }
    assert heard["es"] == heard["en"]
    said = {"a__narration__0__text": ("Good morning.", "Buenos días."), "title": ("One", "Uno")}
    courses.write(tmp_path, {"locale/es/one.po": courses.catalogue("one", **said)})
    [job] = pipeline.prepare(Order(tmp_path, ("es",)))
    assert job.storyboard.panels[0].sentences[0].utterance.recording != heard["en"]


def test_a_label_waits_for_a_var_of_its_scene(tmp_path):
    lesson = courses.lesson(
        "id: a\n  narration: The {{ fish }} swims.\n  vars: {fish: shark}\n"
        "  visual: {prompt: a shark in the sea, labels: [{text: Shark, on: shark, when: shark}]}",
        head="title: One\nvars: {fish: whale}\n",
    )
    courses.write(tmp_path, {"one.yaml": lesson})
    assert pipeline.examine(Order(tmp_path))[1] == ()

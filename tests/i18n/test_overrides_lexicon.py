"""How words are pronounced in one language: the lesson's lexicon is for its own, the overrides' for their locale's."""

import courses
import pytest

from lessonforge import pipeline
from lessonforge.errors import ScriptError
from lessonforge.pipeline import Order

COURSE = "locales: [es, es-MX]\nuntranslated: source\noverrides: {es: {lexicon: {Kepler: Képler, luna: lu na}}}\n"
LESSON = """\
title: Orbits
lexicon: {Kepler: Kep-ler}
overrides: {es-MX: {lexicon: {Kepler: Quépler}}}
scenes:
  - {id: one, narration: Kepler saw it.}
  - {id: two, narration: Kepler again.}
"""
SPANISH = 'msgid ""\nmsgstr "Content-Type: text/plain; charset=UTF-8\\nLanguage: es\\n"\n\n' + "\n".join(
    f'msgctxt "{id}"\nmsgid "{text}"\nmsgstr "{said}"\n'
    for id, text, said in [("o/title", "Orbits", "Órbitas"), ("o/one/narration", "Kepler saw it.", "Kepler y la luna.")]
)


def spoken(folder):
    jobs = pipeline.prepare(Order(folder))
    panels = {job.script.locale: job.storyboard.panels for job in jobs}
    return {tag: [one.utterance.text for panel in its for one in panel.sentences] for tag, its in panels.items()}


def test_each_locale_has_its_own(tmp_path):
    courses.write(tmp_path, {"course.yaml": COURSE, "o.yaml": LESSON, "locale/es/o.po": SPANISH})
    assert spoken(tmp_path) == {
        "en": ["Kep-ler saw it.", "Kep-ler again."],
        "es": ["Képler y la lu na.", "Kep-ler again."],
        "es-MX": ["Quépler y la lu na.", "Kep-ler again."],
    }


@pytest.mark.parametrize(
    ("lexicon", "says"),
    [("[a]", "'lexicon'"), ("{Kepler: {a: b}}", "")],
)
def test_a_wrong_one_is_told_at_its_place(tmp_path, lexicon, says):
    courses.write(tmp_path, {"course.yaml": f"overrides: {{es: {{lexicon: {lexicon}}}}}\n", "o.yaml": LESSON})
    with pytest.raises(ScriptError) as raised:
        pipeline.prepare(Order(tmp_path))
    assert any(says in problem.message and problem.line == 1 for problem in raised.value.problems), raised.value


def test_a_scene_has_none(tmp_path):
    scene = "  - {id: c, narration: x., overrides: {es: {lexicon: {a: b}}}}\n"
    courses.write(tmp_path, {"course.yaml": "", "o.yaml": LESSON + scene})
    with pytest.raises(ScriptError) as raised:
        pipeline.prepare(Order(tmp_path))
    assert "lexicon" in str(raised.value)

"""Pseudo-locales: any course builds in them, longer or from right to left, without a translator."""

from pathlib import Path

import courses
import pytest
from facts import film_facts

from lessonforge import pipeline
from lessonforge.cli import main
from lessonforge.lesson_texts import texts
from lessonforge.pipeline import Order
from lessonforge.settings import built_in

LESSON = courses.lesson(
    "id: a\n  narration: The {{ sea }} is deep.\n"
    "  visual: {prompt: the sea, labels: [{text: Sea, at: [.5, .5], when: sea}]}",
    "id: b\n  narration: It has 3 parts.\n  visual: {slide: {title: Parts, bullets: [One, Two]}}",
    head="title: Seas\nvars: {sea: sea}\n",
)


def boards(folder, tag):
    [source], [job] = (pipeline.prepare(Order(folder, (one,))) for one in ("en", tag))
    return source, job


def test_every_text_is_accented_and_longer(tmp_path):
    courses.write(tmp_path, {"seas.yaml": LESSON})
    source, job = boards(tmp_path, "en-XA")
    for (_, how, before), (_, _, after) in zip(texts(source.script.lesson), texts(job.script.lesson), strict=True):
        assert after != before and "{{ sea }}" in after if "{{" in before else after != before
        if how == "drawn":
            assert len(after) >= 1.4 * len(before)
    assert [one.written for one in job.storyboard.panels[1].sentences] == ["Ĭṫ ḣȧṡ 3 ṗȧṙṫṡ."]
    assert job.storyboard.panels[1].sentences[0].locale == "en-XA"


def test_it_is_spoken_as_the_source_is(tmp_path):
    courses.write(tmp_path, {"seas.yaml": LESSON})
    for tag in ("en-XA", "ar-XB"):
        source, job = boards(tmp_path, tag)
        for one, other in zip(source.storyboard.panels, job.storyboard.panels, strict=True):
            voices = {said.utterance.voice.locale for said in other.sentences}
            assert voices == {said.utterance.voice.locale for said in one.sentences}
        spoken = [[said.utterance.text for said in panel.sentences] for panel in job.storyboard.panels]
        assert spoken == [[said.utterance.text for said in panel.sentences] for panel in source.storyboard.panels]


@pytest.mark.parametrize("tag", ["en-XA", "ar-XB"])
def test_every_sample_lesson_can_be_made(tag):
    jobs, problems = pipeline.examine(Order(built_in("lessons"), (tag,)))
    assert problems == () and len(jobs) >= 6
    assert {job.storyboard.locale for job in jobs} == {tag}


def test_what_is_not_asked_for_is_not_made(tmp_path):
    courses.write(tmp_path, {"seas.yaml": LESSON})
    assert [job.script.locale for job in pipeline.prepare(Order(tmp_path))] == ["en"]


@pytest.mark.parametrize("tag", ["en-XA", "ar-XB"])
def test_a_lesson_is_built(tmp_path, monkeypatch, tag):
    """The whole way, to a film whose captions are what the pseudo-locale makes of the narration."""
    monkeypatch.chdir(tmp_path)
    courses.write(tmp_path, {"seas.yaml": LESSON})
    assert main(["build", "seas.yaml", "-l", tag, "--profile", "mobile"]) == 0
    [film] = Path("out").rglob("*.mp4")
    assert film.name == f"seas.{tag}.mp4" and film_facts(film).seconds > 3
    captions = film.with_suffix(".vtt").read_text("utf-8")
    [job] = pipeline.prepare(Order(tmp_path, (tag,)))
    said = [sentence.written for panel in job.storyboard.panels for sentence in panel.sentences]
    assert f"Language: {tag}" in captions
    plain = "".join(line for line in captions.splitlines() if "-->" not in line)
    assert all(_letters(one) in _letters(plain) for one in said)


def _letters(text):
    return "".join(filter(str.isalnum, text))


def test_accents_of_its_own_are_kept_in_what_is_said(tmp_path):
    french = courses.lesson("id: a\n  narration: Un garçon a déjà mangé.", head="title: Café\nlanguage: fr\n")
    courses.write(tmp_path, {"cafe.yaml": french})
    [job] = pipeline.prepare(Order(tmp_path, ("en-XA",)))
    assert job.storyboard.panels[0].sentences[0].utterance.text == "Un garçon a déjà mangé."

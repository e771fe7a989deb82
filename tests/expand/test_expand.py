import dataclasses
import json
import re

import pytest

from lessonforge.blob import Blob
from lessonforge.expand.expand import Speakers, storyboard
from lessonforge.lesson import Music
from lessonforge.model import Sentence, Soundtrack, Span, Trigger, Utterance, Voice
from lessonforge.parts import parts
from lessonforge.script.load import load
from lessonforge.settings import built_in

FOLDERS = (built_in("templates"),)
VOICES = {name: Voice(name, "en", "espeak", "en-us") for name in ("narrator", "amina")}


def read(text, voice, locale, lexicon):
    """A sentence for each full stop: what the narration stage does, without its languages."""
    said = [lexicon.get(part, part) for part in re.split(r"(?<=[.?!])\s+", text)]
    return tuple(Sentence(one, Utterance(one, voice), (Span(0, len(one), 0, len(one)),), locale) for one in said)


def recorded(text, recording, voice, locale, lexicon):
    return Sentence(text, Utterance(text, voice, recording=recording), (Span(0, len(text), 0, len(text)),), locale)


SPEAKERS = Speakers(VOICES, read, recorded)


@pytest.fixture
def script(tmp_path):
    """The lesson `lessons/earth/tides.yaml` of a project, from the text of its scenes."""

    def write(scenes, head="", course="title: Earth\n", folder="earth"):
        path = tmp_path / "lessons" / folder
        path.mkdir(parents=True, exist_ok=True)
        (path / "course.yaml").write_text(course)
        (path / "tides.yaml").write_text(f"title: Tides\n{head}\nscenes:\n{scenes}")
        loaded = load(path)
        assert loaded.problems == ()
        return loaded.scripts[0]

    return write


def expand(script, frame=(1280, 720), speakers=SPEAKERS, folders=FOLDERS):
    board, problems = storyboard(script, frame=frame, speakers=speakers, folders=folders)
    assert problems == []
    return board


def refuse(script, speakers=SPEAKERS, folders=FOLDERS):
    _, problems = storyboard(script, frame=(1280, 720), speakers=speakers, folders=folders)
    assert problems
    return [str(problem).split("tides.yaml:", 1)[1] for problem in problems]


PICTURE = "  - {id: a, narration: One. Two., visual: {prompt: 'the  sun\n over {{ sea }}'}}\n"


def test_a_picture_knows_its_prompt_style_and_frame_but_no_locale(script):
    board = expand(script(PICTURE, "vars: {sea: a lake}"))
    shot = board.panels[0].shot
    assert (shot.kind, shot.style, shot.locale, shot.content) == ("prompt", "flat", "", "")
    assert shot.prompt.split("\n")[0] == "the sun over a lake"
    assert "watermark" in shot.negative
    assert dict(shot.palette)["ink"].startswith("#")
    assert (board.lesson, board.locale, board.title) == ("tides", "en", "Tides")


@pytest.mark.parametrize(
    ("motion", "size", "camera", "shot_motion"),
    [
        ("pan", (1384, 778), "pan", "pan"),
        ("still", (1280, 720), "still", "still"),
        ("animate", (1280, 720), "still", "animate"),
    ],
)
def test_a_moving_camera_gets_a_margin(script, motion, size, camera, shot_motion):
    board = expand(script(f"  - {{id: a, narration: One., visual: {{prompt: a tree, motion: {motion}}}}}\n"))
    panel = board.panels[0]
    assert ((panel.shot.width, panel.shot.height), panel.camera, panel.shot.motion) == (size, camera, shot_motion)


def test_equal_prompts_are_one_picture_and_words_over_them_change_nothing(script):
    scenes = (
        "  - {id: a, narration: One., visual: {prompt: a tree}}\n"
        "  - {id: b, title: B, narration: Two., visual: {prompt: a  tree, labels: [{text: tree, at: [0.5, 0.5]}]}}\n"
        "  - {id: c, narration: Two., style: blueprint, visual: {prompt: a tree}}\n"
    )
    one, two, three = (panel.shot for panel in expand(script(scenes)).panels)
    assert one == two
    assert three != one and three.seed != one.seed
    assert expand(script(scenes, folder="mars")).panels[0].shot.seed != one.seed


def test_a_card_holds_its_noun_with_vars_filled_in(script):
    scenes = "  - {id: a, narration: Sun and Moon., visual: {slide: {title: 'In {{ sea }}', bullets: [Sun, Moon]}}}\n"
    panel = expand(script(scenes, "vars: {sea: a lake}")).panels[0]
    assert json.loads(panel.shot.content) == {
        "title": "In a lake",
        "subtitle": None,
        "bullets": ["Sun", "Moon"],
        "text": None,
    }
    assert (panel.shot.width, panel.shot.height, panel.shot.locale, panel.camera) == (1280, 720, "en", "still")
    assert panel.triggers == (Trigger("Sun"), Trigger("Moon"))


def test_a_quiz_is_read_out_with_time_to_think(script):
    quiz = (
        "  - id: q\n    quiz:\n      question: Think first. What pulls the sea?\n"
        "      choices: [{text: The wind}, {text: The Moon, correct: true}]\n"
        "      pause: 7\n      explanation: Gravity.\n"
    )
    panel = expand(script(quiz)).panels[0]
    assert [one.written for one in panel.sentences] == [
        *["Think first.", "What pulls the sea?", "The wind", "The Moon", "The Moon", "Gravity."]
    ]
    assert panel.sentences[3].pause == 7
    assert panel.triggers == (Trigger(sentence=2), Trigger(sentence=3), Trigger(sentence=4))
    assert len(panel.triggers) == len(parts(script(quiz).lesson.scenes[0].quiz))
    assert panel.shot.kind == "quiz"


def test_turns_have_voices_of_their_own_and_a_breath_between(script):
    scenes = (
        "  - id: a\n    voice: amina\n    visual: {prompt: a tree}\n    narration:\n"
        "      - {text: One. Two.}\n      - {voice: narrator, text: Three.}\n"
    )
    said = expand(script(scenes)).panels[0].sentences
    assert [(one.written, one.utterance.voice.name, one.pause) for one in said] == [
        ("One.", "amina", 0.0),
        ("Two.", "amina", 0.35),
        ("Three.", "narrator", 0.0),
    ]


def test_a_recording_is_used_in_its_own_language_only(script):
    source = script("  - {id: a, narration: [{text: One. Two.}], visual: {prompt: a tree}}\n")
    scene = source.lesson.scenes[0]
    turn = dataclasses.replace(scene.turns[0], audio="one.wav")
    lesson = dataclasses.replace(source.lesson, scenes=(dataclasses.replace(scene, narration=(turn,)),))
    source = dataclasses.replace(source, lesson=lesson, assets={"one.wav": Blob.of(b"sound")})
    [sentence] = expand(source).panels[0].sentences
    assert sentence.utterance.recording == Blob.of(b"sound")
    translated = expand(dataclasses.replace(source, locale="es"))
    assert [one.utterance.recording for one in translated.panels[0].sentences] == [None, None]


def test_what_is_seen_where_no_visual_is_given(script):
    scenes = (
        "  - {id: a, narration: One.}\n"
        "  - {id: b, narration: Two.}\n"
        "  - {id: c, title: Spring, narration: Three.}\n"
        "  - {id: d, narration: Four., visual: {prompt: a tree, alt: A tree.}}\n"
        "  - {id: e, narration: Five.}\n"
    )
    first, second, third, fourth, fifth = expand(script(scenes)).panels
    assert json.loads(first.shot.content)["title"] == "Tides"
    assert second.shot == first.shot
    assert json.loads(third.shot.content)["title"] == "Spring"
    assert (fifth.shot, fifth.camera, fifth.alt) == (fourth.shot, "pan", "A tree.")


def test_a_scene_without_words_stays_two_seconds_at_least(script):
    scenes = (
        "  - {id: a, visual: {prompt: a tree}}\n  - {id: b, pause: 4, visual: {prompt: a tree}}\n"
        "  - {id: c, narration: One., pause: 1, visual: {prompt: a tree}}\n"
    )
    assert [panel.pause for panel in expand(script(scenes)).panels] == [2.0, 4.0, 1.0]


def test_problems_stand_where_the_author_wrote_them(script):
    scenes = (
        "  - id: a\n    narration: Over {{ sae }}.\n    visual: {prompt: 'a tree by {{ se }}'}\n"
        "  - id: b\n    voice: anna\n    narration: Two.\n    style: flta\n    visual: {prompt: a tree}\n"
    )
    assert refuse(script(scenes, "vars: {sea: a lake}")) == [
        "5:16: scene 'a': there is no var 'sae'. Did you mean 'sea'?",
        "6:22: scene 'a': there is no var 'se'. Did you mean 'sea'?",
        "10:12: there is no style 'flta'. Did you mean 'flat'?",
        "8:12: scene 'b' uses voice 'anna', but voices/en.yaml has no such voice. Did you mean 'amina'?",
    ]


def test_a_language_without_a_voice_is_refused(script):
    problems = refuse(script(PICTURE, "vars: {sea: x}\nlanguage: en"), Speakers({}, read, recorded))
    assert problems == ["3:11: no voice speaks 'en'. `lessonforge voices` lists the languages that have some."]


def test_a_mistake_in_a_style_names_the_template_and_the_scene(script, tmp_path):
    style = tmp_path / "templates" / "prompts" / "mine"
    style.mkdir(parents=True)
    (style / "style.yaml").write_text((FOLDERS[0] / "prompts" / "flat" / "style.yaml").read_text("utf-8"))
    (style / "negative.j2").write_text("text")
    (style / "prompt.j2").write_text("{{ prompt }}\nfor {{ audiense }}")
    source = script(PICTURE, "vars: {sea: x}\nstyle: mine")
    _, [problem] = storyboard(source, frame=(64, 64), speakers=SPEAKERS, folders=(tmp_path / "templates", *FOLDERS))
    assert (problem.path, problem.line) == (str(style / "prompt.j2"), 2)
    assert "scene 'a' of " in problem.message and problem.hint == "Did you mean 'audience'?"


def test_a_shot_knows_the_characters_that_its_prompt_names(script):
    scenes = "  - {id: a, visual: {prompt: Amina and leo wave}}\n  - {id: b, visual: {prompt: Leonie waves}}\n"
    board = expand(script(scenes, "characters: {Leo: a boy, Amina: a girl in a  yellow dress}"))
    assert [panel.shot.characters for panel in board.panels] == [
        (("Leo", "a boy"), ("Amina", "a girl in a yellow dress")),
        (),
    ]
    assert "Amina is a girl in a yellow dress." in board.panels[0].shot.prompt.split("\n")


def test_what_vars_hold_is_never_a_template(script):
    board = expand(script("  - {id: a, narration: '{{ x }}', visual: {prompt: a tree}}\n", "vars: {x: '{{ 7*7 }}'}"))
    assert board.panels[0].sentences[0].written == "{{ 7*7 }}"


def test_music_is_the_teachers_file(script):
    source = script(PICTURE, "vars: {sea: x}")
    assert expand(source).music is None
    lesson = dataclasses.replace(source.lesson, music=Music("calm.mp3", volume=-20.0))
    source = dataclasses.replace(source, lesson=lesson, assets={"calm.mp3": Blob.of(b"music")})
    assert expand(source).music == Soundtrack(Blob.of(b"music"), -20.0)

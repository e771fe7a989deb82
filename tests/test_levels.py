"""One lesson at several levels of language: variants of its texts, slower speech, films of their own."""

import json
import re
from pathlib import Path

import courses
import pytest

from lessonforge import localize, pipeline
from lessonforge.cli import main
from lessonforge.errors import ScriptError
from lessonforge.pipeline import Order

HEAD = "title: Whales\nlevels: [A1, B2]\n"
WHALE = """id: whale
  narration: The whale, which is larger than any other animal, swims through the sea in search of food.
  narration@A1: The whale is very big. It swims in the sea. It wants food.
  visual: {slide: {title: Whale}}"""
QUIZ = """id: q
  quiz:
    question: Which animal is larger than any other?
    question@A1: Who is very big?
    choices: [{text: The whale, correct: true}, {text: The cat}]
    explanation: No animal has ever been larger.
    pause: 1"""
PLAIN = "id: sea\n  narration: The sea is deep.\n  visual: {slide: {title: Sea}}"


def jobs(folder: Path, *scenes: str, head: str = HEAD, course: str = "", **order: object) -> dict[str, pipeline.Job]:
    files = {"c/l.yaml": courses.lesson(*scenes, head=head)} | ({"c/course.yaml": course} if course else {})
    courses.write(folder, files)
    return {job.name: job for job in pipeline.prepare(Order(folder / "c", **order))}


def said(job: pipeline.Job) -> list[str]:
    return [sentence.written for panel in job.storyboard.panels for sentence in panel.sentences]


def test_each_level_says_its_variant_and_else_what_all_say(tmp_path: Path) -> None:
    made = jobs(tmp_path, WHALE, PLAIN, QUIZ)
    assert list(made) == ["c/l/en/A1", "c/l/en/B2"]
    easy, hard = map(said, made.values())
    assert easy[:4] == ["The whale is very big.", "It swims in the sea.", "It wants food.", "The sea is deep."]
    assert hard[:2] == [
        "The whale, which is larger than any other animal, swims through the sea in search of food.",
        "The sea is deep.",
    ]
    assert "Who is very big?" in easy and "Which animal is larger than any other?" in hard
    assert "No animal has ever been larger." in easy and "No animal has ever been larger." in hard
    assert '"question":"Who is very big?"' in made["c/l/en/A1"].storyboard.panels[2].shot.content


def test_a_low_level_is_spoken_slower_with_longer_pauses(tmp_path: Path) -> None:
    easy, hard = (job.storyboard.panels[1].sentences[0] for job in jobs(tmp_path, WHALE, PLAIN).values())
    assert easy.utterance.voice.rate < hard.utterance.voice.rate
    assert easy.pause > hard.pause


def test_words_of_another_language_are_as_slow(tmp_path: Path) -> None:
    scene = "id: a\n  narration: They say [fr]bonjour[/fr] there."
    easy, hard = (job.storyboard.panels[0].sentences[0].utterance for job in jobs(tmp_path, scene).values())
    assert easy.inserts[0].voice.rate / hard.inserts[0].voice.rate == pytest.approx(easy.voice.rate / hard.voice.rate)


def test_a_lesson_without_levels_is_named_as_ever(tmp_path: Path) -> None:
    [job] = jobs(tmp_path, PLAIN, head="title: Sea\n").values()
    assert (job.name, job.stem, job.script.level) == ("c/l/en", "l.en", "")


def test_a_course_gives_its_levels_to_lessons(tmp_path: Path) -> None:
    assert list(jobs(tmp_path, PLAIN, head="title: Sea\n", course="levels: [plain]\n")) == ["c/l/en/plain"]


def test_only_the_level_that_is_asked_for(tmp_path: Path) -> None:
    assert list(jobs(tmp_path, WHALE, levels=("B2",))) == ["c/l/en/B2"]


def test_films_lie_in_folders_of_their_level(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    courses.write(tmp_path, {"c/l.yaml": courses.lesson(WHALE, head=HEAD)})
    assert main(["build", "c", "--profile", "audio", "--level", "A1", "--json", "report.json"]) == 0
    found = {str(file.relative_to("out")) for file in Path("out").rglob("*") if file.is_file()}
    assert {"c/l/en/A1/audio/l.en.A1.m4a", "c/l/en/A1/audio/l.en.A1.vtt"} <= found
    assert not any("B2" in name for name in found)
    assert json.loads(Path("out/c/l/en/A1/audio/manifest.json").read_text("utf-8"))["level"] == "A1"
    assert json.loads(Path("report.json").read_text("utf-8"))["outcomes"][0]["level"] == "A1"
    words = Path("out/c/l/en/A1/audio/l.en.A1.vtt").read_text("utf-8")
    assert "The whale is very big." in words and "larger" not in words


def test_captions_of_a_low_level_are_shorter(tmp_path: Path) -> None:
    from lessonforge.assemble.profiles import named
    from lessonforge.captioning import limits_of

    widths = [
        limits_of(job.script, job.storyboard, named("720p"))["en"].columns for job in jobs(tmp_path, PLAIN).values()
    ]
    assert widths == [29, 42]


WRONG = {
    "an unknown level": (
        "title: T\nlevels: [A1, «B5]\n",
        PLAIN,
        "there is no level 'B5'. Known: A1, A2, B1, B2, C1, plain.",
    ),
    "nearly a level": ("title: T\nlevels: [«plane]\n", PLAIN, "there is no level 'plane'. Did you mean 'plain'?"),
    "a level twice": ("title: T\nlevels: [A1, «A1]\n", PLAIN, "the level 'A1' is listed twice."),
    "a variant of a level that is not made": (
        HEAD,
        "id: a\n  narration: x\n  narration@A2: «y",
        "scene 'a' has a 'narration@A2', but the lesson is not made at 'A2'. Known: A1, B2.",
    ),
    "a variant in a lesson without levels": (
        "title: T\n",
        "id: a\n  narration: x\n  narration@B1: «y",
        "List the levels in the lesson or its course: `levels: [B1]`.",
    ),
    "a variant of nothing": (
        HEAD,
        "id: a\n  pause: 3\n  visual: {slide: {title: t}}\n  narration@A1: «y",
        "scene 'a' has a 'narration@A1', but no 'narration' for the other levels.",
    ),
    "no value": (HEAD, "id: a\n  narration: x\n  narration@A1:«", "'narration@A1' has no value."),
    "an empty list": (HEAD, "id: a\n  narration: x\n  narration@A1: «[]", "scene 'a' has an empty 'narration@A1'."),
    "a misspelt key": (HEAD, "id: a\n  narration: x\n  «naration@A1: y", "Did you mean 'narration@A1'?"),
    "a misspelt key in a turn": (
        HEAD,
        "id: a\n  narration: x\n  narration@A1: [{«txt: y}]",
        "unknown key 'txt'. Did you mean 'text'?",
    ),
    "a wrong value": (HEAD, "id: a\n  narration: x\n  narration@A1: «{text: y}", "'narration@A1' should be a text"),
    "the group itself": (
        HEAD,
        "id: a\n  narration: x\n  «narration_at: {A1: y}",
        "unknown key 'narration_at'. Write it as 'narration@A1'.",
    ),
    "another key at a level": (HEAD, "id: a\n  narration: x\n  «title@A1: y", "unknown key 'title@A1'."),
    "an unknown voice": (
        HEAD,
        "id: a\n  narration: x\n  narration@A1: [{voice: «nobody, text: y}]",
        "scene 'a' uses voice 'nobody'",
    ),
    "a missing recording": (
        HEAD,
        "id: a\n  narration: x\n  narration@A1: [{audio: «a.wav, text: y}]",
        "'a.wav' does not exist",
    ),
    "a label that one level does not name": (
        HEAD,
        "id: a\n  narration: The boat floats.\n  narration@A1: It is red.\n"
        "  visual: {prompt: a boat, labels: [{text: boat, at: [0.5, 0.5], when: «boat}]}",
        "the label waits for 'boat', which the narration at A1 does not say.",
    ),
}


@pytest.mark.parametrize("head, scene, message", WRONG.values(), ids=WRONG)
def test_every_mistake_is_told_at_its_place(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, head: str, scene: str, message: str
) -> None:
    monkeypatch.chdir(tmp_path)
    [place] = courses.write(tmp_path, {"c/l.yaml": courses.lesson(scene, head=head)})
    with pytest.raises(ScriptError) as raised:
        pipeline.prepare(Order(Path("c")))
    [problem] = raised.value.problems
    assert str(problem).startswith(f"{place}: ") and message in str(problem)


def test_an_unknown_level_on_the_command_line(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    courses.write(tmp_path, {"c/l.yaml": courses.lesson(PLAIN, head=HEAD)})
    for verb in ("check", "plan", "storyboard", "build"):
        assert main([verb, str(tmp_path / "c"), "--level", "A2"]) == 2
        assert "is made at the level 'A2'. Known: A1, B2." in capsys.readouterr().err


def test_variants_are_translated_by_their_own_id(tmp_path: Path) -> None:
    courses.write(tmp_path, {"c/l.yaml": courses.lesson(WHALE, QUIZ, head=HEAD), "c/course.yaml": "locales: [es]\n"})
    localize.extract(tmp_path / "c")
    template = (tmp_path / "c/locale/l.pot").read_text("utf-8")
    ids = re.findall(r'msgctxt "(.*)"', template)
    assert [id for id in ids if "@" in id] == ["l/whale/narration@A1", "l/q/quiz/question@A1"]
    assert "l/whale/narration" in ids and "l/q/quiz/question" in ids
    assert '#. scene 1 "whale", at level A1, spoken aloud' in template


def test_a_level_needs_only_what_is_said_at_it(tmp_path: Path) -> None:
    done = {
        "title": ("Whales", "Ballenas"),
        "whale__visual__slide__title": ("Whale", "Ballena"),
        "whale__narration@A1": (
            "The whale is very big. It swims in the sea. It wants food.",
            "La ballena es muy grande. Nada en el agua. Quiere comida.",
        ),
    }
    files = {
        "c/l.yaml": courses.lesson(WHALE, head=HEAD),
        "c/course.yaml": "locales: [es]\n",
        "c/locale/es/l.po": courses.catalogue("l", **done),
    }
    courses.write(tmp_path, files)
    [job] = pipeline.prepare(Order(tmp_path / "c", ("es",), levels=("A1",)))
    assert said(job) == ["La ballena es muy grande.", "Nada en el agua.", "Quiere comida."]
    with pytest.raises(ScriptError, match="'l/whale/narration'"):
        pipeline.prepare(Order(tmp_path / "c", ("es",), levels=("B2",)))


def test_a_mistake_in_a_translated_variant_is_told_in_the_catalogue(tmp_path: Path) -> None:
    boat = """id: boat
  narration: The boat floats on the water.
  narration@A1: Here is a boat.
  visual: {prompt: a boat, labels: [{text: boat, at: [0.5, 0.5], when: boat}], alt: A boat.}"""
    done = {
        "title": ("Boats", "Barcos"),
        "boat__narration": ("The boat floats on the water.", "El barco flota en el agua."),
        "boat__narration@A1": ("Here is a boat.", "Aquí hay una barca."),
        "boat__visual__labels__0__text": ("boat", "barco"),
        "boat__visual__labels__0__when": ("boat", "barco"),
        "boat__visual__alt": ("A boat.", "Un barco."),
    }
    files = {
        "c/l.yaml": courses.lesson(boat, head="title: Boats\nlevels: [A1, B2]\n"),
        "c/course.yaml": "locales: [es]\n",
        "c/locale/es/l.po": courses.catalogue("l", **done),
    }
    courses.write(tmp_path, files)
    with pytest.raises(ScriptError) as raised:
        pipeline.prepare(Order(tmp_path / "c", ("es",)))
    [problem] = raised.value.problems
    assert problem.path.endswith("es/l.po") and "the narration at A1 does not say" in problem.message


def test_the_published_schema_has_the_variants_and_not_their_groups() -> None:
    import jsonschema

    from lessonforge.script.schema import json_schema

    schema = json_schema("lesson")
    scene = {"id": "a", "narration": "x", "narration@A1": [{"text": "y", "voice": "z"}]}
    jsonschema.validate({"title": "T", "scenes": [scene]}, schema)
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate({"title": "T", "scenes": [{**scene, "narration_at": {"A1": "y"}}]}, schema)
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate({"title": "T", "scenes": [{**scene, "narration@A1": 3.5, "title@A1": "t"}]}, schema)

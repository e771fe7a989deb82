import dataclasses
import random
from pathlib import Path

import polib
import pytest

from lessonforge.i18n.catalogue import translate
from lessonforge.i18n.extract import entries
from lessonforge.i18n.template import template_of
from lessonforge.lesson_texts import texts
from lessonforge.script.load import load

LESSON = """\
title: Tides
vars: {sea: the sea, colour: '#ff0000', shore: the shore}
scenes:
  - id: pull
    narration: The Moon pulls {{ sea }}.
    visual: {prompt: 'the moon over {{ sea }}', labels: [{text: Moon, at: [0.5, 0.2], when: Moon}]}
  - id: steps
    narration: High tide comes.
    visual: {slide: {title: Tides, bullets: [High tide, Low tide]}}
  - id: q
    quiz: {question: What pulls?, choices: [{text: The Moon, correct: true}, {text: The wind}]}
"""
SPANISH = {
    "vars/sea": "el mar",
    "title": "Mareas",
    "pull/narration": "La Luna atrae {{ sea }}.",
    "pull/visual/labels/0/text": "Luna",
    "pull/visual/labels/0/when": "Luna",
    "steps/narration": "Llega la marea alta.",
    "steps/visual/slide/title": "Mareas",
    "steps/visual/slide/bullets/0": "Marea alta",
    "steps/visual/slide/bullets/1": "Marea baja",
    "q/quiz/question": "¿Qué atrae?",
    "q/quiz/choices/0/text": "La Luna",
    "q/quiz/choices/1/text": "El viento",
}


@pytest.fixture
def script(tmp_path):
    def write(lesson=LESSON, policy="error"):
        (tmp_path / "course.yaml").write_text(f"title: Earth\nuntranslated: {policy}\n")
        (tmp_path / "tides.yaml").write_text(lesson)
        loaded = load(tmp_path)
        assert loaded.problems == ()
        return loaded.scripts[0]

    return write


def spanish(script, tag="es", change=lambda entry: None, keep=lambda id: True):
    """Writes the PO file as a translator does: from the template."""
    catalogue = template_of(script)
    catalogue.metadata["Language"] = tag
    for entry in list(catalogue):
        id = entry.msgctxt.removeprefix("tides/")
        entry.msgstr = SPANISH[id]
        change(entry)
        if not keep(id):
            catalogue.remove(entry)
    file = script.folder / "locale" / tag / "tides.po"
    file.parent.mkdir(parents=True, exist_ok=True)
    catalogue.save(str(file))
    return file


def problems_of(script, tag="es"):
    translated, problems = translate(script, tag)
    assert translated is None
    return [str(problem) for problem in problems]


def line_of(file, id):
    return next(n for n, line in enumerate(file.read_text().splitlines(), 1) if line == f'msgctxt "tides/{id}"')


def test_every_text_is_in_the_template_once_and_no_prompt_is(script):
    source = script()
    catalogue = template_of(source)
    assert [entry.msgctxt for entry in catalogue] == [f"tides/{id}" for id in SPANISH]
    assert len({entry.id for entry in entries(source.lesson, "tides")}) == len(list(texts(source.lesson))) + 1
    assert not any("the moon over" in entry.msgid or "#ff0000" in entry.msgid for entry in catalogue)
    comments = {entry.msgctxt: entry.comment for entry in catalogue}
    assert "spoken" in comments["tides/pull/narration"] and "drawn" in comments["tides/title"]
    assert str(polib.pofile(str(catalogue), wrapwidth=100)) == str(catalogue)


def test_a_translated_lesson(script):
    source = script()
    spanish(source)
    translated, problems = translate(source, "es")
    assert problems == []
    assert (translated.locale, translated.lesson.title, translated.vars["sea"]) == ("es", "Mareas", "el mar")
    assert translated.lesson.vars == source.lesson.vars
    assert translated.lesson.scenes[0].visual.prompt == source.lesson.scenes[0].visual.prompt
    assert translated.lesson.scenes[0].visual.labels[0].when == "Luna"
    assert translated.lesson.scenes[2].quiz.choices[1].text == "El viento"
    assert translated.untranslated == frozenset()


def test_a_place_in_a_translation_is_where_its_text_stands(script, tmp_path):
    source = script()
    spanish(source, keep=lambda id: id != "title")
    spanish(source, "es-MX", keep=lambda id: id == "title")
    translated, _ = translate(source, "es-MX")

    def told(*at):
        problem = translated.source.problem(at, "x")
        return Path(problem.path).relative_to(tmp_path).as_posix(), problem.line

    po = (tmp_path / "locale/es/tides.po").read_text().splitlines()
    assert told("scenes", 1, "narration") == (
        "locale/es/tides.po",
        po.index('msgctxt "tides/steps/narration"') + 1,
    )
    assert told("title")[0] == "locale/es-MX/tides.po"
    assert told("scenes", 1, "visual", "slide") == ("tides.yaml", 9)
    assert told("scenes", 1, "visual", "slide", "bullets", 1)[0] == "locale/es/tides.po"


def test_the_source_language_needs_no_catalogue(script):
    source = script()
    assert translate(source, "en") == (source, [])


def test_a_region_falls_back_to_its_language(script):
    source = script()
    spanish(source)
    spanish(source, "es-MX", lambda entry: setattr(entry, "msgstr", entry.msgstr.upper()), lambda id: id == "title")
    translated, _ = translate(source, "es-MX")
    assert (translated.lesson.title, translated.lesson.scenes[1].narration) == ("MAREAS", "Llega la marea alta.")


def test_a_line_broken_elsewhere_is_the_same_text(script):
    spanish(script())
    again = script(LESSON.replace("narration: High tide comes.", "narration: >\n      High\n      tide comes."))
    assert translate(again, "es")[1] == []


def test_no_catalogue(script):
    [problem] = problems_of(script())
    assert "tides.yaml: lesson 'tides' has no translation into 'es'" in problem
    assert "locale/es/tides.po doesn't exist" in problem
    source = script()
    source = dataclasses.replace(source, course=dataclasses.replace(source.course, locales=("de", "es")))
    [problem] = problems_of(source)
    assert "course.yaml:1:1: lesson 'tides' has no translation into 'es'" in problem


def test_what_counts_as_untranslated(script):
    source = script()

    def change(entry):
        if entry.msgctxt == "tides/title":
            entry.flags.append("fuzzy")
        if entry.msgctxt == "tides/steps/narration":
            entry.msgstr = "  "
        if entry.msgctxt == "tides/q/quiz/question":
            entry.msgid = "Who pulls?"
        if entry.msgctxt == "tides/steps/visual/slide/bullets/1":
            entry.msgctxt = "tides/steps/visual/slide/bullet/1"

    file = spanish(source, change=change)
    fuzzy, empty, renamed, stale = problems_of(source)
    assert f":{line_of(file, 'title')}:1: 'tides/title' is marked fuzzy" in fuzzy
    assert f":{line_of(file, 'steps/narration')}:1: 'tides/steps/narration' isn't translated" in empty
    assert "'tides/steps/visual/slide/bullets/1' has no entry; its text is \"Low tide\"." in renamed
    assert renamed.endswith("Did you mean 'tides/steps/visual/slide/bullet/1'?")
    assert f":{line_of(file, 'q/quiz/question')}:1: " in stale
    assert 'translates an older text, "Who pulls?"; now it is "What pulls?".' in stale


@pytest.mark.parametrize("policy", ["source", "skip"])
def test_policies_name_the_scenes_that_are_left(script, policy):
    source = script(policy=policy)
    spanish(source, keep=lambda id: id != "steps/visual/slide/bullets/1")
    translated, problems = translate(source, "es")
    left = {"source": translated.untranslated, "skip": translated.skipped}
    assert (problems, left.pop(policy), *left.values()) == ([], {"steps"}, frozenset())
    assert translated.lesson.scenes[1] == source.lesson.scenes[1]
    assert translated.lesson.scenes[0].narration == "La Luna atrae {{ sea }}."


def test_a_scene_is_left_when_a_var_that_it_uses_is(script):
    source = script(policy="source")
    spanish(source, keep=lambda id: id != "vars/sea")
    assert translate(source, "es")[0].untranslated == {"pull"}


def test_with_no_catalogue_policy_decides(script):
    translated, problems = translate(script(policy="source"), "es")
    assert (problems, translated.untranslated) == ([], {"pull", "steps", "q"})
    assert translate(script(policy="skip"), "es") == (None, [])


@pytest.mark.parametrize(
    ("translation", "message"),
    [
        ("La Luna atrae el mar.", "{{ sea }} is missing."),
        ("La Luna atrae {{mar}}.", "{{ sea }} is missing, {{ mar }} isn't in the source text."),
        ("{% if sea %}{{sea}}{% endif %}", "isn't in the source text."),
    ],
)
@pytest.mark.parametrize("policy", ["error", "source"])
def test_placeholders_must_stay(script, translation, message, policy):
    source = script(policy=policy)
    spanish(source, change=lambda e: setattr(e, "msgstr", translation) if e.msgctxt == "tides/pull/narration" else None)
    [problem] = problems_of(source)
    assert message in problem


def test_placeholders_may_move_and_change_their_spacing(script):
    source = script()
    move = "{{sea}}: la Luna lo atrae. ¡{{ sea }}!"
    spanish(source, change=lambda e: setattr(e, "msgstr", move) if e.msgctxt == "tides/pull/narration" else None)
    assert translate(source, "es")[1] == []


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b'msgid "a"\ngarbage\n', ":2:1: this isn't a PO file"),
        (b'msgid "\xff"\nmsgstr ""\n', ":1:1: the file is not UTF-8 (byte 7). Save it as UTF-8."),
        (
            b'msgctxt "a"\nmsgid "x"\nmsgstr ""\n\nmsgctxt "a"\nmsgid "x"\nmsgstr ""\n',
            ":5:1: 'a' is there twice; first on line 1.",
        ),
        (b"#" * (3 << 20), "the file is longer than 2,097,152 bytes."),
    ],
)
def test_a_file_that_is_not_po(script, content, message):
    source = script(policy="source")
    file = spanish(source)
    file.write_bytes(content)
    assert message in problems_of(source)[0]


def test_broken_files_are_problems_and_never_crash(script):
    source = script()
    file = spanish(source)
    whole, chance = file.read_bytes(), random.Random(5)
    for _ in range(300):
        broken = bytearray(whole)
        for _ in range(chance.randint(1, 6)):
            at = chance.randrange(len(broken))
            broken[at : at + chance.choice((0, 1, 1, 40))] = chance.choice(
                (b"", b'"', b"\n", b"\\", b"msgid ", b"[9]", b"\xff")
            )
        file.write_bytes(broken)
        translated, problems = translate(source, "es")
        assert translated is None or not problems


def test_what_the_course_gives_is_translated_too(script):
    source = script()
    lesson = dataclasses.replace(
        source.lesson, vars={"sea": {"name": ["the sea", 3]}}, description="Of {{ sea.name[0] }}"
    )
    ids = [entry.id for entry in entries(lesson, "tides")]
    assert ids[0] == "tides/vars/sea/name/0"
    assert "tides/description" in ids


def marked(id, *flags, comment=""):
    def change(entry):
        if entry.msgctxt == f"tides/{id}":
            entry.flags, entry.tcomment = list(flags), comment

    return change


def with_policies(source, **policies):
    return dataclasses.replace(source, course=dataclasses.replace(source.course, **policies))


@pytest.mark.parametrize(("policy", "expected"), [("use", "Llega la marea alta."), ("source", "High tide comes.")])
def test_what_a_fuzzy_translation_is_good_for_is_the_courses_word(script, policy, expected):
    source = with_policies(script(), fuzzy=policy)
    spanish(source, change=marked("steps/narration", "fuzzy"))
    translated, problems = translate(source, "es")
    assert problems == [] and translated.lesson.scenes[1].narration == expected
    assert translated.untranslated == (frozenset({"steps"}) if policy == "source" else frozenset())
    assert "has to be checked" in problems_of(with_policies(source, fuzzy="error"))[0]


def test_a_machines_translation_is_used_only_when_the_course_says_so(script):
    source = script()
    spanish(source, change=marked("steps/narration", "fuzzy", comment="machine: tiny-mt (MIT)"))
    [problem] = problems_of(source)
    assert "translated by a machine (tiny-mt (MIT))" in problem and "remove" in problem
    for policy in ("allow", "mark"):
        translated, problems = translate(with_policies(source, machine=policy, fuzzy="error"), "es")
        assert (problems, translated.machine) == ([], {"steps"})
    spanish(source, change=marked("steps/narration", comment="machine: tiny-mt (MIT)"))
    assert translate(source, "es")[0].machine == frozenset(), "somebody has cleared it"


SHADOWED = """\
title: One
vars: {fish: whale}
scenes:
  - {id: a, narration: 'A {{ fish }}.', vars: {fish: shark}}
  - {id: b, narration: 'A {{ fish }}.'}
  - {id: c, narration: No fish., vars: {fish: cod}}
"""


def filled_but(script, *empty, **fields):
    """The PO file with everything translated but the ids named; `fields` are those of the entries with these ids."""
    catalogue = template_of(script, "es")
    for entry in catalogue:
        id = entry.msgctxt.split("/", 1)[1]
        entry.msgstr = "" if id in empty else f"es {entry.msgid}"
        for name, value in fields.get(id.replace("/", "__"), {}).items():
            setattr(entry, name, value)
    file = script.folder / "locale" / "es" / f"{script.name}.po"
    file.parent.mkdir(parents=True, exist_ok=True)
    catalogue.save(str(file))


@pytest.mark.parametrize(("empty", "scenes"), [("a/vars/fish", {"a"}), ("vars/fish", {"b"})])
def test_a_lost_var_is_lost_where_it_is_meant(script, empty, scenes):
    source = script(SHADOWED, policy="source")
    filled_but(source, empty)
    assert translate(source, "es")[0].untranslated == scenes


def test_a_title_that_is_not_translated_is_on_no_translated_card(script):
    source = script("title: One\nscenes:\n  - {id: a, narration: Hi.}\n  - {id: b, narration: Ho.}\n", "source")
    filled_but(source, "title")
    assert translate(source, "es")[0].untranslated == {"a"}


def test_a_machines_var_is_told_where_it_is_used(script):
    source = with_policies(script(SHADOWED), machine="mark")
    filled_but(source, vars__fish={"flags": ["fuzzy"], "tcomment": "machine: tiny (MIT)"})
    assert translate(source, "es")[0].machine == {"b"}

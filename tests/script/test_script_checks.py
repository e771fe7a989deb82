from pathlib import Path

import pytest
from lessons_on_disk import course

from lessonforge.script import checks
from lessonforge.script.load import load

VOICES = {"en": {"narrator": 1, "anna-low": 1}, "es": {"narrator": 1}, "de": {"anna-low": 1}}
KNOWN = checks.Known(
    ("flat", "photo"),
    ("draw", "diffusion"),
    lambda locale: VOICES.get(locale, {}),
    lambda latex: "that is no LaTeX. Close it." if latex == "a^" else "",
)

HEAD = "title: Pizza\nscenes:\n- id: pizza\n"

# what follows the head, line, column, words of the message, words of the hint
WRONG = {
    "a voice that another language lacks": (
        "  narration: a\n  overrides:\n    en: {voice: nobody}\n", 6, 17, "'nobody' is no voice of 'en'", "",
    ),
    "a language that nothing is made in": ("  narration: a\n  overrides:\n    sw: {voice: leo}\n", 6, 9, "'sw'", ""),
    "no style of another language": (
        "  narration: a\n  overrides:\n    en: {style: nothing}\n", 6, 17, "no style 'nothing'", ""
    ),
    "id twice": ("  narration: a\n- id: pizza\n  narration: b\n", 5, 7, "used twice; first on line 3", "own"),
    "capitals in an id": ("  narration: a\n- id: Día 1\n  narration: b\n", 5, 7, "scene 'Día 1'", "'dia-1'"),
    "no narration": ("  narration: []\n", 4, 14, "an empty narration", "what is said"),
    "nothing": ("  title: One\n", 3, 7, "nothing to show", "narration"),
    "no time": ("  visual: {prompt: a}\n", 4, 11, "never seen", "pause: 5"),
    "quiz and narration": (
        "  narration: a\n  quiz: {question: a, choices: [{text: b, correct: yes}, {text: c}]}\n",
        4, 14, "a quiz and a narration", "two scenes",
    ),
    "quiz and visual": (
        "  visual: {prompt: a}\n  quiz: {question: a, choices: [{text: b, correct: yes}, {text: c}]}\n",
        4, 11, "a quiz and a visual", "two scenes",
    ),
    "two kinds": (
        "  narration: a\n  visual:\n    prompt: a\n    slide: {title: b}\n", 7, 12, "has prompt and slide", "each"
    ),
    "no kind": ("  narration: a\n  visual: {alt: a}\n", 5, 11, "shows nothing", "prompt, slide"),
    "motion of a slide": ("  narration: a\n  visual: {slide: {title: b}, motion: pan}\n", 5, 39, "'pan'", "images"),
    "bullets and text": (
        "  narration: a\n  visual: {slide: {title: b, bullets: [c], text: d}}\n", 5, 50, "bullets and a text", "Keep"
    ),
    "eight bullets": (
        "  narration: a\n  visual: {slide: {title: b, bullets: [1, 2, 3, 4, 5, 6, 7, 8]}}\n", 5, 61, "8 bullets", "two"
    ),
    "negative slice": (
        "  narration: a\n  visual: {chart: {type: pie, data: [{label: b, value: 1}, {label: c, value: -2}]}}\n",
        5, 78, "a slice of a pie can't be -2", "type: bar",
    ),
    "empty pie": (
        "  narration: a\n  visual: {chart: {type: pie, data: [{label: b, value: 0}, {label: c, value: 0}]}}\n",
        5, 37, "all slices", "",
    ),
    "short row": (
        "  narration: a\n  visual: {table: {header: [a, b], rows: [[1, 2], [3]]}}\n",
        5, 51, "row 2 has 1 cell, but the header has 2", "'-'",
    ),
    "long row": (
        "  narration: a\n  visual: {table: {header: [a, b], rows: [[1,5, 2]]}}\n", 5, 43, "has 3 cells", "comma"
    ),
    "no LaTeX": (
        "  narration: a\n  visual: {formula: {lines: [{latex: a}, {latex: a^}]}}\n", 5, 50, "that is no LaTeX", ""
    ),
    "no LaTeX for a symbol": (
        "  narration: a\n  visual: {formula: {lines: [{latex: a}], where: [{symbol: a^, meaning: b}]}}\n",
        5, 60, "that is no LaTeX", "",
    ),
    "thirteen labels": (
        "  narration: a\n  visual: {prompt: b, labels: [" + "{text: c, at: [0, 0]}, " * 13 + "]}\n",
        5, 308, "13 labels; at most 12", "two scenes",
    ),
    "long label": (
        f"  narration: a\n  visual: {{prompt: b, labels: [{{text: {'c' * 61}, at: [0, 0]}}]}}\n",
        5, 39, "61 characters; at most 60", "the thing",
    ),
    "node twice": (
        "  narration: a\n  visual: {diagram: {nodes: [{id: a, text: b}, {id: a, text: c}]}}\n",
        5, 53, "the node id 'a' is used twice", "",
    ),
    "arrow to nowhere": (
        "  narration: a\n"
        "  visual: {diagram: {nodes: [{id: sun, text: b}, {id: sea, text: c}], arrows: [{start: sun, end: see}]}}\n",
        5, 98, "its end at 'see'", "Did you mean 'sea'?",
    ),
    "no right answer": ("  quiz: {question: a, choices: [{text: b}, {text: c}]}\n", 4, 32, "no right answer", "true"),
    "goto nowhere": (
        "  quiz: {question: a, choices: [{text: b, correct: true, goto: piza}, {text: c}]}\n",
        4, 64, "'piza', but there is no such scene", "Did you mean 'pizza'?",
    ),
    "a level that there is not": ("  narration: a\nlevels: [B7]\n", 5, 10, "no level 'B7'", "A1, A2"),
    "a gloss of what nobody says": (
        "  narration: a\nglosses: [{word: b, meaning: c}]\n", 5, 18, "'b', which nobody says", "as it is said",
    ),
    "a long gloss": (
        f"  narration: a\nglosses: [{{word: a, meaning: {'c' * 60}}}]\n", 5, 30, "61 characters", "fewer words",
    ),
    "labels on a slide": (
        "  narration: a\n  visual: {slide: {title: b}, labels: [{text: c, at: [0, 0]}]}\n", 5, 39, "labels go over", "",
    ),
    "label of an unspoken word": (
        "  narration: The cheese melts.\n  visual: {prompt: a, labels: [{text: b, at: [0, 0], when: meltz}]}\n",
        5, 60, "waits for 'meltz'", "Did you mean 'melts'?",
    ),
    "name of a var": ("  narration: a\nvars: {my sea: b}\n", 5, 16, "'my sea' can't be", "'my_sea'"),
    "style of the lesson": (
        "  narration: a\nstyle: foto\n", 5, 8,
        "the lesson uses style 'foto', but templates/prompts has no such folder", "'photo'",
    ),
    "style of a scene": ("  narration: a\n  style: flatt\n", 5, 10, "scene 'pizza' uses style 'flatt'", "'flat'"),
    "engine": ("  narration: a\nengine: defusion\n", 5, 9, "picture engine 'defusion'", "'diffusion'"),
    "voice of the lesson": (
        "  narration: a\nvoice: anna\n", 5, 8,
        "the lesson uses voice 'anna', but voices/en.yaml has no such voice.", "Did you mean 'anna-low'?",
    ),
    "voice of a scene": ("  narration: a\n  voice: leo\n", 5, 10, "scene 'pizza' uses voice 'leo'", "narrator"),
    "voice of a turn": ("  narration: [{text: a, voice: Anna}]\n", 4, 32, "'pizza' uses voice 'Anna'", "anna-low"),
    "language without a voice": ("  narration: a\nlanguage: kl\n", 5, 11, "no voice for 'kl'", "lessonforge voices"),
}  # fmt: skip


@pytest.mark.parametrize("name", WRONG)
def test_a_broken_rule_is_told_with_place_and_remedy(name: str, tmp_path: Path) -> None:
    rest, line, column, message, hint = WRONG[name]
    course(tmp_path, {"pizza.yaml": HEAD + rest})
    loaded = load(tmp_path)
    assert loaded.problems == ()
    problems = checks.run(loaded.scripts, KNOWN)
    assert [(p.line, p.column) for p in problems] == [(line, column)], problems
    assert message in problems[0].message
    assert hint in problems[0].hint


def test_every_rule_has_a_test_that_breaks_it(tmp_path: Path) -> None:
    texts = {f"l{n}.yaml": HEAD + rest for n, (rest, *_) in enumerate(WRONG.values())}
    texts["locale/pt_BR/l0.po"] = ""
    scripts = load(course(tmp_path, texts)).scripts
    assert [check.__name__ for check in checks.CHECKS if not any(list(check(s, KNOWN)) for s in scripts)] == []


@pytest.mark.parametrize(("narration", "when"), [
    ("Vapour rises.", "rise"),
    ("Tiny drops of water rise.", "Drop of Water"),
    ("Over {{ sea }} it rains.", "Pacific"),
    ("Over {{ sea | upper }} it rains.", "elsewhere"),
    ("पानी ऊपर उठता है।", "पानी"),
    ("น้ำระเหยขึ้นไป", "ระเหย"),
    ("水蒸気が上がる。", "水蒸気"),
    ("Die Straße ist naß.", "STRASSE"),
])  # fmt: skip
def test_a_label_may_wait_for_a_word_in_any_form_and_script(narration: str, when: str, tmp_path: Path) -> None:
    text = f"title: x\nvars: {{sea: the Pacific}}\nscenes:\n- id: a\n  narration: '{narration}'\n"
    text += f"  visual: {{prompt: a, labels: [{{text: b, at: [0, 0], when: '{when}'}}]}}\n"
    loaded = load(course(tmp_path, {"a.yaml": text}))
    assert loaded.problems + checks.run(loaded.scripts, KNOWN) == ()


def test_what_a_course_says_wrong_is_told_once_and_there(tmp_path: Path) -> None:
    course(tmp_path, {"course.yaml": "style: fla\nlocales: [es, kl]\n",
                      "a.yaml": f"{HEAD}  narration: a\n", "b.yaml": f"{HEAD}  narration: a\n"})  # fmt: skip
    problems = checks.run(load(tmp_path).scripts, KNOWN)
    assert [(Path(p.path).name, p.line, p.column, p.message) for p in problems] == [
        ("course.yaml", 1, 8, "the lesson uses style 'fla', but templates/prompts has no such folder."),
        ("course.yaml", 2, 15, "there is no voice for 'kl'."),
    ]


def test_a_label_need_not_have_the_vowel_signs_that_a_voice_needs(tmp_path: Path) -> None:
    label = "{text: العسل, at: [0.5, 0.5], when: العسل}"
    rest = f"  narration: اِنْظُرْ إِلى العَسَل.\n  visual: {{prompt: a jar of honey, labels: [{label}]}}\n"
    [script] = load(course(tmp_path, {"honey.yaml": HEAD + rest})).scripts
    assert list(checks.labels(script, KNOWN)) == []

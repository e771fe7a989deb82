"""What a teacher may get wrong, through the command line: told where it is, with the value and the remedy."""

import json
import os
from pathlib import Path

import courses
import pytest
from courses import Link, catalogue, lesson

from lessonforge import pipeline
from lessonforge.cli import main
from lessonforge.settings import built_in

SEA = "id: sea\n  narration: The sea is warm."
UNKNOWN = "\U0010fffd"
LONG = "word " * 400
FLAT = (built_in("templates") / "prompts" / "flat" / "style.yaml").read_text("utf-8")
PROMPT = lesson(SEA + "\n  visual: {prompt: the sun}", head="title: Water\nstyle: mine\n")


def nested(opening: str) -> str:
    """A file that opens more groups than anyone can close; the mark is where it is refused."""
    return f"title: Water\nvars:\n  a: {opening * 30}«{opening * 2000}"


def seen(visual: str, mark: str = "") -> str:
    """A lesson with one visual."""
    return lesson(f"{SEA}\n  visual: {mark}{{{visual}}}")


def translated(**texts: tuple[str, str]) -> dict[str, str]:
    """A course with a lesson in two languages."""
    english = lesson(
        "id: sea\n  narration: The sea is warm.\n"
        "  visual: {prompt: the sea, labels: [{text: Sea, at: [0.5, 0.5], when: sea}]}",
        "id: steps\n  narration: Two steps.\n  visual: {slide: {title: Steps}}",
    )
    given = {
        "title": ("Water", "Agua"),
        "sea__narration": ("The sea is warm.", "El mar está tibio."),
        "sea__visual__labels__0__text": ("Sea", "Mar"),
        "sea__visual__labels__0__when": ("sea", "mar"),
        "steps__narration": ("Two steps.", "Dos pasos."),
        "steps__visual__slide__title": ("Steps", "Pasos"),
    } | texts
    return {"course.yaml": "locales: [es]\n", "water.yaml": english, "locale/es/water.po": catalogue("water", **given)}


def own_style(style: str = FLAT, prompt: str = "{{ prompt }}\n", lesson: str = PROMPT) -> dict[str, str]:
    """A project with a style of its own."""
    folder = "templates/prompts/mine"
    return {
        "lessons/earth/water.yaml": lesson,
        f"{folder}/style.yaml": style,
        f"{folder}/prompt.j2": prompt,
        f"{folder}/negative.j2": "",
    }


def own_voices(text: str) -> dict[str, str]:
    """A project with voices of its own, two scenes that need one."""
    two = lesson(SEA, "id: sky\n  narration: The sky is blue. The sun is hot.")
    return {"lessons/earth/water.yaml": two, "voices/en.yaml": text}


BOMB = "title: Water\nvars:\n  a: &a [x,x,x,x,x,x,x,x,x]\n" + "".join(
    f"  {b}: &{b} [{','.join(['*' + a] * 9)}]\n" for a, b in zip("abcd", "bcde", strict=True)
)

# a name: the files with the places marked, and for each place in order what its line says
BAD = {
    "YAML bomb": (
        {"water.yaml": BOMB + "  f: [«*e, *e]\nscenes: []\n"},
        ["the references (*) of this file stand for more than 100,000 values."],
    ),
    "lists in lists": ({"water.yaml": nested("[")}, ["nested more than 32 levels deep"]),
    "a key twice": (
        {"water.yaml": lesson(SEA + "\n  «narration: Again.")},
        ["'narration' is written twice; first on line 4. Keep one of them."],
    ),
    "a tab": ({"water.yaml": "title: Water\nscenes:\n«\t- id: sea\n"}, ["a tab is used to indent. Use spaces"]),
    "a time of day for seconds": (
        {"water.yaml": lesson(SEA + "\n  pause: «12:30")},
        ["scene 'sea': 'pause' should be a number, but is '12:30'. Times are in seconds: 750."],
    ),
    "a comma for a point": (
        {"water.yaml": lesson(SEA + "\n  pause: «1,5")},
        ["'pause' should be a number, but is '1,5'. Write 1.5."],
    ),
    "wrong types": (
        {
            "water.yaml": lesson(
                "id: sea\n  narration: «{text: The sea.}",
                "id: sky\n  narration: The sky.\n  pause: «long",
                "id: sun\n  narration: The sun.\n  visual: {slide: «Three steps}",
                "«[moon]",
            )
        },
        [
            "scene 'sea': 'narration' should be a text or a list of turns, but is a group of keys (text). Put '- '",
            "scene 'sky': 'pause' should be a number, but is 'long'.",
            "scene 'sun': 'slide' should be a group of keys, but is 'Three steps'. Its keys can be: title, subtitle",
            "item 4 of 'scenes' should be a group of keys, but is a list of 1.",
        ],
    ),
    "unknown keys": (
        {
            "water.yaml": "«titel: Water\nscenes:\n- id: sea\n  «naration: The sea.\n"
            "  visual: {slide: {title: Sea, «bulets: [a]}}\n"
        },
        [
            "unknown key 'titel'. Did you mean 'title'?",
            "scene 'sea': unknown key 'naration'. Did you mean 'narration'?",
            "scene 'sea': unknown key 'bulets'. Did you mean 'bullets'?",
        ],
    ),
    "a missing asset": (
        {"water.yaml": seen("image: «assets/caffe.jpg"), "assets/cafe.jpg": b"x"},
        ["'assets/caffe.jpg' does not exist: assets/ has no 'caffe.jpg'. Did you mean 'cafe.jpg'?"],
    ),
    "an asset above the course": (
        {"earth/water.yaml": seen("image: «../secret.png"), "secret.png": b"x"},
        ["scene 'sea': '../secret.png' lies outside the course folder. Put the file into the course folder"],
    ),
    "an absolute path": ({"water.yaml": seen("image: «/etc/passwd")}, ["'/etc/passwd' lies outside the course folder"]),
    "a link out of the course": (
        {"earth/water.yaml": seen("image: «sea.png"), "earth/sea.png": Link("../sea.png"), "sea.png": b"x"},
        ["'sea.png' is a link that leads out of the course folder. Put a copy of the file in its place."],
    ),
    "100 megapixels": (
        {"water.yaml": seen("image: «sea.png"), "sea.png": lambda: courses.black_png(10000, 10000)},
        ["'sea.png' is 10000 x 10000 pixels, 100 megapixels. Save it smaller: 3840 pixels wide is plenty."],
    ),
    "a broken film": (
        {"water.yaml": seen("video: «sea.mp4"), "sea.mp4": lambda: courses.film()[:-4000]},
        ["'sea.mp4' is broken or not whole: its end is missing. Copy or export it again."],
    ),
    "broken recordings": (
        {
            "water.yaml": lesson(
                "id: sea\n  narration: [{text: The sea., audio: «sea.mp3}]",
                "id: sky\n  narration: [{text: The sky., audio: «sky.wav}]",
            ),
            "sea.mp3": lambda: courses.sound("MP3")[:300],
            "sky.wav": lambda: courses.sound("WAV")[:30000],
        },
        ["'sea.mp3' is not a sound file that can be read", "'sky.wav' is broken or not whole: its end is missing."],
    ),
    "empty narrations": (
        {
            "water.yaml": lesson(
                "id: sea\n  narration:«",
                "id: sky\n  narration: «''",
                "id: sun\n  narration: «[]",
                "id: moon\n  narration: [{text: «' '}]",
                "id: star\n  narration: «...",
                "id: «cloud",
            )
        },
        [
            "scene 'sea': 'narration' has no value. Write one, or remove the line.",
            "scene 'sky': 'narration' is empty.",
            "scene 'sun' has an empty narration. Write what is said, or remove the line.",
            "scene 'moon': 'text' is empty.",
            "scene 'star': there is nothing to say in '...': write words",
            "scene 'cloud' has nothing to show or to say. Give it a narration, a visual or a quiz.",
        ],
    ),
    "unknown voices": (
        {
            "water.yaml": lesson(
                SEA + "\n  voice: «narater",
                "id: sky\n  narration: [{voice: «leon, text: The sky.}]",
                head="voice: «anna\ntitle: Water\n",
            )
        },
        [
            "the lesson uses voice 'anna', but voices/en.yaml has no such voice. Did you mean 'amina'?",
            "scene 'sea' uses voice 'narater', but voices/en.yaml has no such voice. Did you mean 'narrator'?",
            "scene 'sky' uses voice 'leon', but voices/en.yaml has no such voice. Did you mean 'leo'?",
        ],
    ),
    "unknown styles": (
        {"water.yaml": lesson(SEA + "\n  style: «oil", head="style: «watercolour\ntitle: Water\n")},
        [
            "the lesson uses style 'watercolour', but templates/prompts has no such folder. Did you mean 'watercolor'?",
            "scene 'sea' uses style 'oil', but templates/prompts has no such folder. Known: blueprint, chalk,",
        ],
    ),
    "an unknown engine": (
        {"water.yaml": lesson(SEA + "\n  visual: {prompt: the sun}", head="engine: «dalle\ntitle: Water\n")},
        ["the lesson uses the picture engine 'dalle', but no engine of that name draws prompts. Known: draw."],
    ),
    "an engine that draws no prompts": (
        {"water.yaml": lesson(SEA + "\n  visual: {prompt: the sun}", head="engine: «cards\ntitle: Water\n")},
        ["the picture engine 'cards', but no engine of that name draws prompts."],
    ),
    "cards that do not fit": (
        {
            "water.yaml": lesson(
                f"{SEA}\n  visual: {{slide: «{{title: Sea, text: {LONG}}}}}",
                "id: rows\n  narration: Rows.\n  visual:\n    table:\n      «header: [a, b]\n      rows:\n"
                + f"      - [{LONG[:200]}, {LONG[:200]}]\n" * 12,
                f"id: code\n  narration: Code.\n  visual: {{code: «{{source: {'x' * 300}}}}}",
                f"id: sum\n  narration: A sum.\n  visual: {{formula: «{{lines: [{{latex: '{'a+' * 200}b'}}]}}}}",
                f"id: asked\n  quiz: «{{question: {LONG[:1000]}, choices: [{{text: a, correct: true}}, {{text: b}}]}}",
                f"id: label\n  narration: The sun.\n"
                f"  visual: {{prompt: the sun, labels: [{{text: «{LONG[:200]}, at: [0.5, 0.5]}}]}}",
                "id: labels\n  narration: The sun.\n  visual:\n    prompt: the sun\n    labels:\n    «- "
                + "    - ".join(f"{{text: {'a rather long label ' * 3}, at: [0.5, 0.5]}}\n" for n in range(12)),
            )
        },
        [
            "scene 'sea': the text of the slide does not fit: it needs 25 lines, there is room for",
            "scene 'rows': the table does not fit: it needs",
            "scene 'code': the code has a line of 300 characters, there is room for",
            "scene 'sum': the formula is too wide. Break it into several lines.",
            "scene 'asked': the question and choices of the quiz do not fit: they need",
            "scene 'label': this label has 199 characters; at most 60 fit.",
            "scene 'labels': its 12 labels do not fit over one picture. Shorten them, or leave some out.",
        ],
    ),
    "bad LaTeX": (
        {
            "water.yaml": lesson(
                SEA + "\n  visual:\n    formula:\n      lines:\n"
                "      - latex: «\\frac{a}{b\n      - latex: «\\fraq{a}{b}\n      - latex: «a^\n"
                "      where: [{symbol: «'\\foo', meaning: a thing}]"
            )
        },
        [
            r"the formula '\frac{a}{b' has a brace without its partner. Write '{' and '}' in pairs.",
            r"the formula '\fraq{a}{b}' uses '\fraq', which is not a known command.",
            "the formula 'a^' is not LaTeX: missing super script or subscript.",
            r"the formula '\foo' uses '\foo'",
        ],
    ),
    "characters that no font has": (
        {
            "water.yaml": lesson(
                f"id: sea\n  narration: «The sign {UNKNOWN} is old.",
                f"id: steps\n  narration: Steps.\n  visual: {{slide: {{title: «'{UNKNOWN}', bullets: [Rain, «'𓀅']}}}}",
                f"id: sun\n  narration: The sun.\n"
                f"  visual: {{prompt: the sun, alt: «'{UNKNOWN}', labels: [{{text: «'{UNKNOWN}', at: [0, 0]}}]}}",
                f"id: code\n  narration: Code.\n  visual: {{code: {{source: «'{UNKNOWN}'}}}}",
                f"id: asked\n  quiz: {{question: «'{UNKNOWN} is?', choices: [{{text: a, correct: yes}}, {{text: b}}]}}",
                f"id: part\n  title: «'{UNKNOWN}'\n  narration: A part.",
                head=f"title: «'{UNKNOWN}'\n",
            )
        },
        [
            f"no font for 'en' has '{UNKNOWN}' (U+10FFFD unnamed). Write it another way.",
            "scene 'sea', narration: no font for 'en' has",
            "scene 'steps', visual.slide.title: no font",
            "scene 'steps', visual.slide.bullets.2: no font for 'en' has '𓀅' (U+13005 EGYPTIAN HIEROGLYPH A005A).",
            "scene 'sun', visual.alt: no font",
            "scene 'sun', visual.labels.1.text: no font",
            "scene 'code', visual.code.source: no font",
            "scene 'asked', quiz.question: no font",
            "scene 'part', title: no font",
        ],
    ),
    "a scene id twice": (
        {"water.yaml": lesson(SEA, "id: «sea\n  narration: The sea is wide.")},
        ["the scene id 'sea' is used twice; first on line 3. Give each scene an id of its own."],
    ),
    "words that can't be drawn": (
        {
            "water.yaml": lesson(
                f"{SEA}\n  visual: {{prompt: «a flumox over the sea}}",
                "id: hill\n  narration: The hill.\n  visual: {prompt: «a mountan}",
                "id: idea\n  narration: An idea.\n  visual: {prompt: «of the}",
            )
        },
        [
            "scene 'sea': the picture engine can't draw 'flumox'.",
            "scene 'hill': the picture engine can't draw 'mountan'. Did you mean 'mountain'?",
            "finds nothing to draw in this prompt. `lessonforge engines draw --words` lists all that it can draw.",
        ],
    ),
    "unknown vars": (
        {
            "water.yaml": lesson(
                "id: sea\n  narration: «The {{ see }} is warm.\n  visual: {prompt: «'the {{ see }}'}",
                "id: sky\n  narration: «The {{ }} is blue.",
                "id: sun\n  narration: «The {{ sea",
                "id: moon\n  narration: «A {% if sea %} moon.",
                "id: star\n  narration: «A {{ sea | bogus }}.",
                "id: rain\n  narration: «A {{ sea level }}.",
                head="title: Water\nvars: {sea: the Pacific, my-sea: «the Atlantic}\n",
            )
        },
        [
            "'my-sea' can't be the name of a var. Call it 'my_sea'.",
            "scene 'sea': there is no var 'see'. Did you mean 'sea'?",
            "scene 'sea': there is no var 'see'. Did you mean 'sea'?",
            "scene 'sky': there is no name between '{{' and '}}'. Write the name of a var there.",
            "scene 'sun': '{{' is never closed. Write '}}' after the name.",
            "scene 'moon': '{% if %}' is never closed. Write '{% endif %}' where it ends.",
            "scene 'star': there is no filter 'bogus'.",
            "scene 'rain': 'level' does not belong in '{{ }}'. Write a name without blanks.",
        ],
    ),
    "a var that a style's template doesn't get": (
        own_style(prompt="{{ prompt }}\n«{{ moood }}\n"),
        ["scene 'sea' of lessons/earth/water.yaml: there is no var 'moood'."],
    ),
    "a style's template that ends too early": (
        own_style(prompt="{{ prompt }}\n«{% if motion %}\n"),
        ["scene 'sea' of lessons/earth/water.yaml: '{% if %}' is never closed. Write '{% endif %}' where it ends."],
    ),
    "a style's template that forgets the prompt": (
        own_style(prompt="«A picture of {{ prompt }}\n"),
        ["the first line of what it writes must be the scene's prompt. Start with {{ prompt }}."],
    ),
    "a style that can't be read": (
        own_style(FLAT.replace('ink: "', 'ink: "#eeeeee" # "').replace("ink: ", "ink: «")),
        ["'ink' #eeeeee has a contrast of 1.1:1 on 'paper'. Words need 4.5:1: make it darker or lighter."],
    ),
    "a style with wrong keys": (
        own_style(FLAT.replace("  ink:", "  «inc:").replace("  good: ", '  good: "#000000"\n  «good: ')),
        ["unknown key 'inc'. Did you mean 'ink'?", "'good' is written twice. Keep one of them."],
    ),
    "a language that nobody speaks": (
        {"water.yaml": lesson(SEA, head="title: Omi\nlanguage: «yo\n")},
        ["there is no voice for 'yo'. `lessonforge voices` lists the languages that have one."],
    ),
    "a course's language that nobody speaks": (
        {"course.yaml": "locales: [«yo]\n", "water.yaml": lesson(SEA)},
        ["there is no voice for 'yo'."],
    ),
    "wrong language tags": (
        {"course.yaml": "locales: [«spanish, «xx, en, «EN]\n", "water.yaml": lesson(SEA)},
        [
            "'spanish' is not a language tag. Did you mean 'es'?",
            "'xx' is not a language tag. Write it like 'en', 'pt-BR' or 'zh-Hant'.",
            "the language 'EN' is listed twice. Remove one of them.",
        ],
    ),
    "no translation": (
        {"course.yaml": "locales: [«es]\n", "water.yaml": lesson(SEA)},
        ["water.yaml` writes what to fill in. Or take 'es' out of the course's `locales`"],
    ),
    "a translation of an older text": (
        translated(sea__narration=("«The sea is cold.", "El mar está frío.")),
        ['translates an older text, "The sea is cold."; now it is "The sea is warm.". Run `lessonforge i18n update`'],
    ),
    "a translation that is wrong in itself": (
        translated(
            title=("«Water", f"Agua {UNKNOWN}"),
            sea__visual__labels__0__when=("«sea", "luna"),
            steps__narration=("«Two steps.", "..."),
        ),
        [
            f"no font for 'es' has '{UNKNOWN}'",
            "scene 'sea': the label waits for 'luna', which the narration does not say.",
            "scene 'steps': there is nothing to say in '...'",
        ],
    ),
    "a translation with a var of its own": (
        translated(steps__narration=("«Two steps.", "Dos {{ pasos }}.")),
        ["'water/steps/narration': {{ pasos }} isn't in the source text. A translation has the same {{ }}"],
    ),
    "a translation that is no PO file": (
        {**translated(), "locale/es/water.po": 'msgid ""\nmsgstr ""\n\n«Water = Agua\n'},
        ["this isn't a PO file: syntax error. Check that each text is in quotes on a line of its own"],
    ),
    "a translation that does not fit": (
        translated(steps__visual__slide__title=("«Steps", "pasos " * 100)),
        ["scene 'steps' in 'es': the title of the slide does not fit"],
    ),
    "a label that waits for nothing": (
        {"water.yaml": seen("prompt: the sun, labels: [{text: Sun, at: [0.5, 0.5], when: «rises}]")},
        ["the label waits for 'rises', which the narration does not say. Name a word of the narration, or remove"],
    ),
    "a label on what is not in the picture": (
        {
            "water.yaml": seen(
                "prompt: a boat on the sea, labels: [{text: Mast, on: «boat.mast}, {text: Car, on: «car}]"
            )
        },
        ["the picture has no 'boat.mast' for a label to be on.", "the picture has no 'car'"],
    ),
    "a label that points at nothing": (
        {"water.yaml": seen("prompt: the sun, labels: [«{text: Sun}]")},
        ["a label needs either `at` or `on`, to know what it points at. Write `at: [x, y]`, or `on:` with a thing"],
    ),
    "a label on a thing of a teacher's own picture": (
        {
            "water.yaml": seen("image: assets/sea.png, labels: [{text: Sun, on: «sun}]"),
            "assets/sea.png": lambda: courses.black_png(64, 36),
        },
        ["only in pictures drawn from a prompt can things be found by name. Write `at: [x, y]`."],
    ),
    "a label beside the picture": (
        {"water.yaml": seen("prompt: the sun, labels: [{text: Sun, at: [0.5, «50]}]")},
        ["item 2 of 'at' is '50', but must be at most 1."],
    ),
    "a quiz without an answer": (
        {"water.yaml": lesson("id: asked\n  quiz: {question: Why?, choices: «[{text: a}, {text: b}]}")},
        ["quiz 'asked' has no right answer. Mark it: correct: true."],
    ),
    "voices with wrong settings": (
        own_voices("engine: espeak\nvoices:\n  narrator: {modle: «en-us, rate: «9}\n"),
        ["there is no setting 'modle'. Did you mean 'model'?", "'rate' should be a number from 0.4 to 2.5"],
    ),
    "voices that are no YAML": (own_voices("engine: espeak\nvoices: [\n«"), ["this is not YAML: "]),
    "a voice that its engine does not have": (
        own_voices("engine: espeak\nvoices:\n  narrator: {model: «en-usa}\n"),
        ["voice 'narrator': espeak-ng has no voice 'en-usa'. Did you mean 'en-us'?"],
    ),
    "a voice of an engine that there isn't": (
        own_voices("engine: «espaek\nvoices:\n  narrator: {model: en-us}\n"),
        ["voice 'narrator': there is no speech engine 'espaek'. Did you mean 'espeak'?"],
    ),
    "a voice twice": (
        own_voices("engine: espeak\nvoices:\n  narrator: {model: en-us}\n  «narrator: {model: en-gb}\n"),
        ["'narrator' is written twice. Keep one of them."],
    ),
}
EXACT = {
    "no UTF-8": (
        {"water.yaml": b"title: Water\naudience: ni\xf1os\n"},
        'water.yaml:2:13: the file is not UTF-8 text (byte 0xf1). Save it again with the encoding "UTF-8".',
    ),
    "an empty file": ({"water.yaml": ""}, "water.yaml: the file is empty."),
    "a huge file": (
        {"water.yaml": "#" * 2_000_000},
        "water.yaml: the file is longer than 1,048,576 bytes. Make several lessons of it.",
    ),
    "a text without a translation": (
        {**translated(), "locale/es/water.po": translated()["locale/es/water.po"].split('\nmsgctxt "water/steps/v')[0]},
        "locale/es/water.po: 'water/steps/visual/slide/title' has no entry; its text is \"Steps\". Add it.",
    ),
    "voices in voices": (
        own_voices("a: " + "[" * 1000),
        "voices/en.yaml: this is not YAML: it is nested too deeply.",
    ),
    "a style in a style": (
        own_style("a: " + "[" * 1000),
        "templates/prompts/mine/style.yaml: this is nested too deeply.",
    ),
}


def refused(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> list[str]:
    """What a command says about the files; it makes nothing."""
    before = tree(Path("."))
    assert main(arguments) == 3
    said = capsys.readouterr()
    assert said.out == ""
    assert tree(Path(".")) == before
    assert not [*Path(os.environ["LESSONFORGE_CACHE"]).rglob("objects/*/*")]
    return said.err.splitlines()


def tree(folder: Path) -> set[Path]:
    return set(folder.rglob("*"))


@pytest.mark.parametrize("name", BAD)
def test_a_mistake_is_told_where_it_is(name, tmp_path, monkeypatch, capsys):
    files, says = BAD[name]
    monkeypatch.chdir(tmp_path)
    places = courses.write(tmp_path, files)
    lines = refused(["check", "."], capsys)
    assert [line.split(": ", 1)[0] for line in lines] == places, "\n".join(lines)
    for line, words in zip(lines, says, strict=True):
        assert words in line
        assert line.endswith((".", "?"))
    assert refused(["build", "."], capsys) == lines


@pytest.mark.parametrize("name", EXACT)
def test_a_mistake_that_is_nowhere_is_told_of_its_file(name, tmp_path, monkeypatch, capsys):
    files, line = EXACT[name]
    monkeypatch.chdir(tmp_path)
    courses.write(tmp_path, files)
    assert refused(["check", "."], capsys) == [line]


def test_all_mistakes_of_all_files_come_together(tmp_path, monkeypatch, capsys):
    alone = {name: files for name, (files, _) in BAD.items() if not any("earth/" in path for path in files)}
    project = {
        f"lessons/c{n}/{path}": content for n, files in enumerate(alone.values()) for path, content in files.items()
    }
    monkeypatch.chdir(tmp_path)
    places = courses.write(tmp_path, project)
    lines = refused(["check"], capsys)
    assert [line.split(": ", 1)[0] for line in lines] == places
    assert len(places) >= 80
    says = [words for name in sorted(alone, key=lambda name: f"c{list(alone).index(name)}/") for words in BAD[name][1]]
    assert [(words, line) for line, words in zip(lines, says, strict=True) if words not in line] == []


def test_one_scene_may_have_several_mistakes(tmp_path, monkeypatch, capsys):
    scene = (
        "id: sea\n  narration: «The {{ see }} is warm.\n  voice: «anna\n  «pauze: 3\n  style: «oil\n"
        f"  visual: {{prompt: «a flumox, alt: «'{UNKNOWN}'}}"
    )
    monkeypatch.chdir(tmp_path)
    places = courses.write(tmp_path, {"water.yaml": lesson(scene)})
    lines = refused(["check"], capsys)
    assert [line.split(": ", 1)[0] for line in lines] == places, "\n".join(lines)


def test_what_yaml_would_change_is_read_as_it_is_written(tmp_path, monkeypatch, capsys):
    monkeypatch.chdir(tmp_path)
    text = lesson(
        "id: a\n  narration: The country {{ country }} at {{ when }}, 1.10 and 007.\n"
        "  visual: {chart: {data: [{label: no, value: 3}, {label: 12:30, value: 4.5}]}}",
        "id: b\n  narration: 12:30\n  visual: {timeline: {events: [{date: 12:30, text: no}, {date: 1609, text: on}]}}",
        head="title: no\nvars: {country: no, when: 12:30}\n",
    )
    courses.write(tmp_path, {"water.yaml": text})
    assert main(["check"]) == 0
    assert capsys.readouterr().out == "Nothing wrong in 1 lesson.\n"
    (job,) = pipeline.prepare(pipeline.Order(Path("water.yaml")))
    chart, events = (json.loads(panel.shot.content) for panel in job.storyboard.panels)
    assert [datum["label"] for datum in chart["data"]] == ["no", "12:30"]
    assert [(event["date"], event["text"]) for event in events["events"]] == [("12:30", "no"), ("1609", "on")]
    assert [one.written for panel in job.storyboard.panels for one in panel.sentences] == [
        "The country no at 12:30, 1.10 and 007.",
        "12:30",
    ]


USAGE = {
    "a path that isn't there": (["check", "earht"], "'earht' does not exist. Did you mean 'earth'?"),
    "a lesson that isn't there": (["check", "earth/watr.yaml"], "does not exist. Did you mean 'water.yaml'?"),
    "a folder without lessons": (["build", "empty"], "'empty' holds no lessons. `lessonforge new"),
    "a locale that is none": (
        ["build", "earth", "-l", "spanish"],
        "'spanish' is not a language tag. Did you mean 'es'?",
    ),
    "a locale that the course hasn't": (["check", "earth", "-l", "es"], "is in 'es', nor lists it in `locales`."),
    "an unknown scene": (["build", "earth", "--scene", "see"], "There is no scene 'see'. Did you mean 'sea'?"),
    "an unknown profile": (["build", "earth", "--profile", "1080"], "no profile '1080'. Did you mean '1080p'?"),
    "an unknown engine": (["engines", "darw"], "There is no engine 'darw'. Did you mean 'draw'?"),
    "an engine without words": (["engines", "cards", "--words"], "The engine 'cards' has no list of words."),
    "a language without voices": (["voices", "yo"], "There is no voice for 'yo'. `lessonforge voices` lists"),
    "a folder that is there": (["new", "earth"], "'earth' exists already. Choose another name"),
    "an unknown verb": (["biuld"], "There is no command 'biuld'. Did you mean 'build'?"),
    "an unknown option": (["build", "--profil", "1080p"], "--profile"),
}


@pytest.mark.parametrize("name", USAGE)
def test_wrong_arguments_are_told_with_what_would_be_right(name, tmp_path, monkeypatch, capsys):
    arguments, words = USAGE[name]
    monkeypatch.chdir(tmp_path)
    courses.write(tmp_path, {"earth/water.yaml": lesson(SEA)})
    (tmp_path / "empty").mkdir()
    before = tree(tmp_path)
    assert main(arguments) == 2
    said = capsys.readouterr()
    assert words in said.err and said.out == ""
    assert tree(tmp_path) == before

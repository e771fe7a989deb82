"""Every verb of the command line, on a course as small as can be."""

import json
import os
from pathlib import Path

import courses
import polib
import pytest
from courses import lesson

from lessonforge.cli import VERBS, main

STEPS = lesson(
    "id: steps\n  narration: Two steps.\n  visual: {slide: {title: Steps, bullets: [It rises, It rains]}}",
    "id: sea\n  narration: The sea.\n  visual: {prompt: the sun over the sea}",
)


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.fixture
def course(here: Path) -> Path:
    courses.write(here / "water", {"steps.yaml": STEPS})
    return here / "water"


def said(capsys: pytest.CaptureFixture[str], *arguments: str, code: int = 0) -> list[str]:
    """The lines that a command prints."""
    assert main(list(arguments)) == code
    out, err = capsys.readouterr()
    assert err == "" or code
    return (err or out).splitlines()


@pytest.mark.parametrize("verb", VERBS)
def test_every_verb_says_what_it_does(verb, capsys):
    lines = said(capsys, verb, "--help")
    assert lines[0].startswith(f"Usage: lessonforge {verb}")
    described = next(line.strip() for line in said(capsys, "--help") if line.split()[:1] == [verb])
    sentence = described.removeprefix(verb).strip()
    assert sentence in " ".join(lines) and sentence.endswith(".")


def test_new_writes_a_course_that_is_right_as_it_is(here, capsys):
    lines = said(capsys, "new", "my-course")
    written = {line.removeprefix("wrote ") for line in lines if line.startswith("wrote")}
    names = ("course.yaml", "first-lesson.yaml", "course.schema.json", "lesson.schema.json")
    assert written == {str(Path("my-course", name)) for name in names}
    for file in Path("my-course").glob("*.yaml"):
        assert Path("my-course", file.read_text().split("\n")[0].partition("$schema=")[2]).is_file()
    assert lines[-1].strip() == f"lessonforge build {Path('my-course')}"
    assert said(capsys, "check", "my-course") == ["Nothing wrong in 1 lesson."]

    (here / "my-course" / "course.yaml").write_text("title: Mine\n")
    assert "exists already" in said(capsys, "new", "my-course", code=2)[0]
    assert (here / "my-course" / "course.yaml").read_text() == "title: Mine\n"


def test_new_fills_an_empty_folder(here, capsys):
    (here / "empty").mkdir()
    said(capsys, "new", "empty")
    assert (here / "empty" / "course.yaml").is_file()


def test_check_tells_of_voices_that_are_not_good(here, capsys):
    courses.write(here, {"l.yaml": lesson("id: a\n  narration: สวัสดี", head="title: ก\nlanguage: th\n")})
    first, note = said(capsys, "check", "l.yaml")
    assert first.startswith("Nothing wrong in ")
    assert note.startswith("Voice 'narrator' of 'th' is ")


def test_plan_says_what_is_missing_and_after_a_build_nothing(course, capsys):
    plan = said(capsys, "plan", "water", "--profile", "mobile")
    told = [line.split(": ")[0] for line in plan[:-2]]
    assert [name.removeprefix("water/steps/en/") for name in told] == [
        "steps/picture",
        "sea/picture",
        "steps/speech/0",
        "sea/speech/0",
    ]
    assert plan[-2] == "4 to make, 0 kept"
    assert plan[-1].endswith("clips, sound, video")
    assert not (course.parent / "out").exists() and not kept()

    lines = said(capsys, "build", "water", "--profile", "mobile", "--explain", "--json", "report.json")
    film = Path(next(part for part in lines[-1].split() if part.endswith(".mp4")))
    assert film.is_file() and film.is_relative_to("out")
    report = json.loads(Path("report.json").read_text())
    assert [(one["lesson"], one["locale"], one["state"]) for one in report["outcomes"]] == [("steps", "en", "built")]

    again = said(capsys, "plan", "water", "--profile", "mobile")
    assert len(again) == 1 and again[0].startswith("0 to make, ")
    (course / "steps.yaml").write_text(STEPS.replace("Two steps", "Few steps"))
    changed = said(capsys, "plan", "water", "--profile", "mobile")
    assert [line.split(": ")[0] for line in changed[:-2]] == ["water/steps/en/steps/speech/0"]
    assert "Few steps." in changed[0]


def kept() -> list[Path]:
    """The files of the store."""
    return [path for path in Path(os.environ["LESSONFORGE_CACHE"]).rglob("objects/*/*") if path.is_file()]


def test_check_tells_of_a_lesson_that_the_course_does_not_list(course, capsys):
    courses.write(course, {"course.yaml": "lessons: [steps]\n", "bees.yaml": STEPS})
    note = f"{Path('water', 'bees.yaml')} is not built: `lessons` in {Path('water', 'course.yaml')} does not list it."
    assert said(capsys, "check", "water") == ["Nothing wrong in 1 lesson.", note]
    assert said(capsys, "check", "water/steps.yaml") == ["Nothing wrong in 1 lesson."]


def test_a_storyboard_is_a_picture_and_no_film(course, capsys):
    lines = said(capsys, "storyboard", "water", "--out", "sheets")
    sheet = Path(lines[-1])
    assert sheet.suffix == ".png" and sheet.is_file()
    assert [path for path in Path("sheets").rglob("*") if path.is_file()] == [sheet]
    from PIL import Image

    with Image.open(sheet) as picture:
        assert picture.width >= 1000 and picture.height >= 300
        assert len(picture.convert("RGB").resize((200, 100)).getcolors(20_000) or range(999)) > 100


def test_a_storyboard_shows_labels_where_they_will_be(here, capsys):
    import numpy
    from PIL import Image

    sheets = []
    for labels in ("", ", labels: [{text: Sea, at: [0.8, 0.7]}]"):
        scene = f"id: sea\n  narration: The sea.\n  visual: {{prompt: the sun over the sea{labels}}}"
        (here / "l.yaml").write_text(lesson(scene))
        with Image.open(said(capsys, "storyboard", "l.yaml")[-1]) as picture:
            sheets.append(numpy.asarray(picture.convert("L")).astype(int))
    rows, columns = numpy.nonzero(abs(sheets[1] - sheets[0]) > 60)
    left, top, wide = 40, 124, 589
    assert len(rows) > 100
    assert 0.75 < (columns.min() + columns.max() - 2 * left) / 2 / wide < 0.85
    assert 0.55 < (rows.min() - top) / (wide * 9 / 16) < 0.7 < (rows.max() - top) / (wide * 9 / 16) < 0.75


def test_i18n_update_needs_no_translation_to_begin_with(course, capsys):
    (course / "course.yaml").write_text("locales: [es, fr]\n")
    (line, _) = said(capsys, "check", "water", code=3)
    asked = line.split("`")[1].split()
    assert said(capsys, *asked[1:]) == [f"{Path('water/locale', tag, 'steps.po')}: 6 new" for tag in ("es", "fr")]


def test_i18n_extract_writes_a_template_that_can_be_translated(course, capsys):
    (name,) = said(capsys, "i18n", "extract", "water")
    assert Path(name) == Path("water/locale/steps.pot")
    template = polib.pofile(name)
    assert [entry.msgid for entry in template] == ["Water", "Two steps.", "Steps", "It rises", "It rains", "The sea."]

    for entry in template:
        entry.msgstr = {"Two steps.": "Dos pasos.", "The sea.": "El mar."}.get(entry.msgid, f"{entry.msgid}!")
    Path("water/locale/es").mkdir()
    template.save("water/locale/es/steps.po")
    Path("water/course.yaml").write_text("locales: [es]\n")
    assert said(capsys, "check", "water")[0] == "Nothing wrong in 1 lesson and 1 translation."
    assert said(capsys, "check", "water", "-l", "es")[0] == "Nothing wrong in 1 lesson and 1 translation."


def test_voices_are_listed_with_their_status(here, capsys):
    text = "\n".join(said(capsys, "voices"))
    assert len([line for line in text.splitlines() if "narrator" in line]) >= 25
    assert "Portuguese" in text and "good" in text and "Licence" in text
    chosen = [line for line in said(capsys, "voices", "de", "pt_BR") if "narrator" in line]
    assert [line.split()[0] for line in chosen] == ["de", "pt-BR"]


def test_voices_of_the_project_come_first(here, capsys):
    courses.write(here, {"lessons/a.yaml": STEPS, "voices/de.yaml": "voices:\n  frieda: {engine: espeak, model: de}\n"})
    assert "frieda, narrator" in " ".join(said(capsys, "voices", "de"))


def test_engines_are_listed_with_what_they_are_made_of(capsys):
    lines = [line.split(maxsplit=2) for line in said(capsys, "engines")]
    assert [(stage, name) for stage, name, _ in lines] == [
        ("pictures", "draw"),
        ("pictures", "cards"),
        ("pictures", "files"),
        ("speech", "espeak"),
        ("speech", "mixed"),
        ("speech", "recorded"),
    ]
    assert not any("not ready" in state for *_, state in lines)
    assert [line.split()[1] for line in said(capsys, "engines", "espeak")] == ["espeak"]
    words = said(capsys, "engines", "draw", "--words")
    assert any(line.startswith("places: ") and "sea" in line for line in words)
    assert said(capsys, "engines", "--words") == words


def test_doctor_tries_every_part(capsys):
    lines = said(capsys, "doctor")
    assert [line.split()[1] for line in lines] == ["Python", "disk", "store", "words", "pictures", "voice", "film"]
    assert all(line.startswith("ok  ") for line in lines)


def test_doctor_tells_what_is_not_ready(capsys, monkeypatch, tmp_path):
    (tmp_path / "file").write_text("")
    monkeypatch.setenv("LESSONFORGE_CACHE", str(tmp_path / "file"))
    assert main(["doctor"]) == 4
    lines = capsys.readouterr().out.splitlines()
    assert [line.split()[1] for line in lines if line.startswith("FAIL")] == ["store"]


def test_the_cache_is_measured_verified_and_trimmed(course, capsys, own_store):
    assert ": 0 results" in said(capsys, "cache")[0]
    said(capsys, "storyboard", "water", "--profile", "mobile")
    assert ": 4 results" in said(capsys, "cache")[0]
    assert said(capsys, "cache", "verify")[-1].endswith(" 0 bad")

    broken = max(kept(), key=lambda path: path.stat().st_size)
    broken.chmod(0o644)
    broken.write_bytes(broken.read_bytes()[:-1] + b"?")
    assert main(["cache", "verify"]) == 1
    assert broken.name[-20:] in capsys.readouterr().out
    said(capsys, "storyboard", "water", "--profile", "mobile")
    assert said(capsys, "cache", "verify")[-1].endswith(" 0 bad")

    assert said(capsys, "cache", "gc") == ["removed 0 results, 0 MB"]
    assert said(capsys, "cache", "gc", "--max-gb", "0") == ["removed 0 results, 0 MB"]  # just used
    for path in own_store.rglob("*"):
        os.utime(path, (0, 0))
    assert said(capsys, "cache", "gc", "--max-gb", "0")[0].startswith("removed 4 results")
    assert not kept()
    assert ": 0 results" in said(capsys, "cache")[0]


def test_i18n_update_and_status_follow_a_lesson(course, capsys):
    (course / "course.yaml").write_text("locales: [es]\n")
    assert said(capsys, "i18n", "update", "water") == [f"{Path('water/locale/es/steps.po')}: 6 new"]
    catalogue = polib.pofile("water/locale/es/steps.po")
    for entry in catalogue:
        entry.msgstr = {"Two steps.": "Dos pasos.", "The sea.": "El mar."}.get(entry.msgid, f"{entry.msgid}!")
    catalogue.save()
    assert said(capsys, "i18n", "update", "water") == [f"{Path('water/locale/es/steps.po')}: nothing new"]
    lesson = course / "steps.yaml"
    lesson.write_text(lesson.read_text().replace("Two steps.", "Just two steps."))
    changed = said(capsys, "i18n", "update", "water")
    assert changed[0].endswith("1 changed") and changed[1].split() == ["changed:", "steps/steps/narration"]
    [row] = json.loads("\n".join(said(capsys, "i18n", "status", "water", "--json")))
    assert (row["translated"], row["fuzzy"], row["missing"], row["words_left"]) == (5, 1, 0, 3)
    assert said(capsys, "i18n", "status", "water", "--html", "page.html") == ["page.html"]
    page = Path("page.html").read_text()
    assert "Spanish (es)" in page and "5 of 6 texts translated" in page
    assert (
        "fuzzy" in said(capsys, "check", "water", code=3)[0]
        or "older text" in said(capsys, "check", "water", code=3)[0]
    )
    assert "locale/de" in said(capsys, "i18n", "update", "water", "-l", "de")[0].replace("\\", "/")


def test_i18n_update_leaves_a_broken_file_alone(course, capsys):
    file = course / "locale" / "es" / "steps.po"
    file.parent.mkdir(parents=True)
    file.write_text('msgid "a\nmsgstr ""\n')
    (problem,) = said(capsys, "i18n", "update", "water", code=3)
    assert "steps.po:1" in problem and "isn't a PO file" in problem
    assert file.read_text() == 'msgid "a\nmsgstr ""\n'


def test_words_can_be_looked_for(capsys):
    lines = said(capsys, "engines", "draw", "beehive", "--words")
    assert any("beehive" in line for line in lines) and not any("tractor" in line for line in lines)
    assert said(capsys, "engines", "draw", "qqqq", "--words") == ["None of its words has that in it."]

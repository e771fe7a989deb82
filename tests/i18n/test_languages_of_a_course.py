"""Which languages a course is translated into: folders with other names, none at all, pseudo-locales, two of one."""

import courses
import pytest

from lessonforge.cli import main

LESSON = "title: One\nscenes:\n- id: a\n  narration: A cat.\n"
PO = 'msgid ""\nmsgstr ""\n"Content-Type: text/plain; charset=UTF-8\\n"\n'
COMMANDS = ("update", "status", "lint")


@pytest.fixture
def course(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)

    def write(**files):
        named = {name.replace("__", "/"): text for name, text in files.items()}
        courses.write(tmp_path / "c", {"one.yaml": LESSON, **named})
        return tmp_path / "c"

    return write


def told(capsys, *arguments):
    capsys.readouterr()
    code = main(list(arguments))
    return code, "".join(capsys.readouterr())


@pytest.mark.parametrize(
    ("folder", "message"),
    [
        ("backup", "c/locale/backup: 'backup' is not a language tag."),
        ("pt_BR", "c/locale/pt_BR: translations in 'pt_BR' are not found. Rename the folder to 'pt-BR'."),
        ("ES", "c/locale/ES: translations in 'ES' are not found. Rename the folder to 'es'."),
    ],
)
def test_a_folder_that_no_language_is_read_from_is_told_by_every_command(course, capsys, folder, message):
    at = course(**{"course.yaml": "locales: [es]\nuntranslated: source\n"})
    courses.write(at, {f"locale/{folder}/one.po": PO, "locale/notes/other.po": PO})
    before = (at / "locale" / folder / "one.po").read_bytes()
    for command in (["check", "c"], *(["i18n", one, "c"] for one in COMMANDS)):
        code, said = told(capsys, *command)
        assert code == 3 and message in said and "notes" not in said, command
    assert (at / "locale" / folder / "one.po").read_bytes() == before and not (at / "locale/es").exists()


@pytest.mark.parametrize("command", COMMANDS)
@pytest.mark.parametrize("asked", [(), ("-l", "en")])
def test_no_language_is_told(course, capsys, command, asked):
    course()
    code, said = told(capsys, "i18n", command, "c", *asked)
    assert code and "There is no language to translate into. List some in `locales`" in said


@pytest.mark.parametrize("command", [*COMMANDS, "export"])
def test_nobody_translates_into_a_pseudo_locale(course, capsys, command):
    at = course(**{"course.yaml": "locales: [es]\n"})
    code, said = told(capsys, "i18n", command, "c", "-l", "es", "-l", "en-xa")
    assert code and "'en-XA' is a pseudo-locale: nobody translates into it." in said
    assert not (at / "locale").exists()


TWICE = {
    "a course": ("course.yaml", "locales: [pt-BR]\noverrides: {pt_br: {digits: deva}, pt-BR: {digits: arab}}\n"),
    "a lesson": ("one.yaml", LESSON + "overrides: {EN: {digits: deva}, en: {digits: arab}}\n"),
    "a glossary": ("glossary.yaml", "terms:\n- {term: cat, translations: {es: gato, ES: gata}}\n"),
}


@pytest.mark.parametrize("name", TWICE)
def test_two_spellings_of_one_language_are_told(course, capsys, name):
    file, text = TWICE[name]
    course(**{file: text})
    code, said = told(capsys, "check", "c")
    assert code == 3 and f"c/{file}:" in said and "are one language. Keep one of them." in said


@pytest.mark.parametrize("mark", ["\u2028", "\u2029", "\x85"])
@pytest.mark.parametrize("text", ["Tide{}s", '"Tide{}s"', "|\n    Tide{}s"])
def test_line_ends_of_word_processors_are_spaces_and_lock_nobody_out(course, capsys, mark, text):
    at = course(
        **{
            "course.yaml": "locales: [es]\nuntranslated: source\n",
            "one.yaml": LESSON.replace("A cat.", text).format(mark),
        }
    )
    for command in (["check", "c"], ["i18n", "update", "c"], ["i18n", "update", "c"], ["check", "c"]):
        assert told(capsys, *command)[0] == 0, command
    assert 'msgid "Tide s"' in (at / "locale/es/one.po").read_text("utf-8")


def test_written_with_a_backslash_they_are_spaces_too(course, capsys):
    at = course(**{"one.yaml": LESSON.replace("A cat.", r'"Tide\Ls"')})
    assert told(capsys, "i18n", "update", "c", "-l", "es")[0] == 0
    assert 'msgid "Tide s"' in (at / "locale/es/one.po").read_text("utf-8")


def test_a_file_that_no_lesson_of_the_course_names_is_told_once(course, capsys):
    at = course(**{"course.yaml": "locales: [es]\nuntranslated: source\noverrides: {es: {assets: {b.png: c.png}}}\n"})
    code, said = told(capsys, "check", "c")
    assert code == 3 and said.count("c/course.yaml:3:") == 1
    assert "no lesson of the course shows 'b.png', which another file could take the place of." in said
    pictures = {name: courses.black_png(64, 64) for name in ("b.png", "c.png")}
    courses.write(at, {"two.yaml": LESSON + "  visual: {image: b.png}\n", **pictures})
    assert told(capsys, "check", "c")[0] == 0, "another lesson shows it"
    assert told(capsys, "check", "c/one.yaml")[0] == 0, "not every lesson was looked at"

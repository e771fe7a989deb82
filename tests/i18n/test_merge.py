"""A catalogue brought up to date: nothing is lost, nothing gets another text's translation, and gettext agrees."""

import random
import shutil
import subprocess

import polib
import pytest

from lessonforge.i18n.extract import entries
from lessonforge.i18n.merge import merged
from lessonforge.i18n.po import read, state
from lessonforge.i18n.template import template_of
from lessonforge.script.load import load

LEAF = """\
title: Leaves
note: For a class of ten-year-olds.
scenes:
  - id: light
    note: the leaves of a plant
    narration: Leaves absorb light.
    visual: {slide: {title: Leaves, bullets: [Light, Water, Air]}}
  - id: food
    narration: Plants make their food.
    visual: {prompt: a tree, labels: [{text: Tree, at: [0.5, 0.5]}]}
"""
GLOSSARY = """\
terms:
  - {term: leaf, translations: {es: hoja}}
  - {term: plant, translations: {es: [planta, plantas]}, note: green and alive}
  - {term: Air, keep: true}
"""


@pytest.fixture
def script(tmp_path):
    def write(lesson=LEAF):
        (tmp_path / "glossary.yaml").write_text(GLOSSARY)
        (tmp_path / "leaves.yaml").write_text(lesson)
        loaded = load(tmp_path)
        assert loaded.problems == ()
        return loaded.scripts[0]

    return write


def translated(script, words=lambda entry: f"es:{entry.msgid}"):
    catalogue, _ = merged(script, "es", None)
    for entry in catalogue:
        entry.msgstr = words(entry)
    return polib.pofile(str(catalogue), wrapwidth=100)


def of(catalogue, id):
    return next(entry for entry in catalogue if entry.msgctxt == f"leaves/{id}" and not entry.obsolete)


def test_a_translator_is_told_all_that_is_known_of_a_text(script):
    catalogue, changes = merged(script(), "es", None)
    assert of(catalogue, "food/narration").comment.splitlines() == [
        'scene 2 "food", spoken aloud',
        "glossary: plant = planta, plantas (green and alive)",
    ]
    assert of(catalogue, "light/visual/slide/bullets/2").comment.splitlines() == [
        'scene 1 "light", drawn in the picture: keep it short, 9 characters at most',
        "note: the leaves of a plant",
        "glossary: Air stays as it is",
    ]
    assert "note: For a class of ten-year-olds." in of(catalogue, "title").comment
    assert len(changes.new) == len(catalogue) and not (changes.changed or changes.moved or changes.gone)
    assert catalogue.metadata["Language"] == "es" and "nplurals=" in catalogue.metadata["Plural-Forms"]


def test_nothing_changed_changes_nothing(script):
    old = translated(script())
    again, changes = merged(script(), "es", old)
    assert str(again) == str(old)
    assert not any(vars(changes).values())


def test_a_changed_text_keeps_its_own_translation_fuzzy_with_the_old_source(script):
    old = translated(script())
    new = LEAF.replace("absorb light", "absorb heat") + "  - id: more\n    narration: Leaves absorb light.\n"
    catalogue, changes = merged(script(new), "es", old)
    entry = of(catalogue, "light/narration")
    assert (entry.msgid, entry.msgstr, entry.fuzzy) == ("Leaves absorb heat.", "es:Leaves absorb light.", True)
    assert entry.previous_msgid == "Leaves absorb light."
    assert changes.changed == ("leaves/light/narration",)
    again, _ = merged(script(new.replace("absorb heat", "like heat")), "es", catalogue)
    assert of(again, "light/narration").previous_msgid == "Leaves absorb light."
    entry = of(catalogue, "more/narration")
    assert (entry.msgstr, entry.fuzzy) == ("es:Leaves absorb light.", False)
    assert changes.moved == ("leaves/more/narration",)


def test_moved_text_is_found_again_and_gone_text_is_kept_and_comes_back(script):
    old = translated(script())
    renamed, changes = merged(script(LEAF.replace("id: food", "id: eat")), "es", old)
    assert of(renamed, "eat/narration").msgstr == "es:Plants make their food."
    assert changes.moved == ("leaves/eat/narration", "leaves/eat/visual/labels/0/text")
    assert not renamed.obsolete_entries()
    short = LEAF[: LEAF.index("  - id: food")]
    without, changes = merged(script(short), "es", old)
    assert set(changes.gone) == {"leaves/food/narration", "leaves/food/visual/labels/0/text"}
    assert {entry.msgstr for entry in without.obsolete_entries()} == {"es:Plants make their food.", "es:Tree"}
    back, _ = merged(script(), "es", polib.pofile(str(without), wrapwidth=100))
    assert {(entry.msgctxt, entry.msgstr, entry.fuzzy) for entry in back} == {
        (entry.msgctxt, entry.msgstr, False) for entry in old
    }


def test_a_line_broken_elsewhere_is_no_change(script):
    old = translated(script())
    catalogue, changes = merged(
        script(LEAF.replace("Leaves absorb light.", ">\n      Leaves absorb\n      light.")), "es", old
    )
    assert not of(catalogue, "light/narration").fuzzy and not changes.changed


def test_work_in_hand_is_kept(script):
    old = translated(script())
    of(old, "title").tcomment = "machine: tiny (MIT)\nis this right?"
    of(old, "title").flags.append("fuzzy")
    of(old, "food/narration").msgstr = ""
    old.metadata["X-Generator"] = "Poedit"
    catalogue, changes = merged(script(), "es", old)
    assert of(catalogue, "title").tcomment == "machine: tiny (MIT)\nis this right?"
    assert state(of(catalogue, "title"), "Leaves") == "machine"
    assert state(of(catalogue, "food/narration"), "Plants make their food.") == "missing"
    assert catalogue.metadata["X-Generator"] == "Poedit" and not any(vars(changes).values())


def test_any_edits_leave_a_catalogue_whole(script):
    """Every text is there once, in order, and each translation stands at its own source or is fuzzy."""
    dice = random.Random(4)
    catalogue = None
    for _ in range(40):
        ids = dice.sample(["a", "b", "c", "d", "e"], dice.randint(1, 5))
        scenes = "".join(f"  - {{id: {id}, narration: Text {dice.randint(1, 6)}.}}\n" for id in ids)
        source = script(f"title: T\nscenes:\n{scenes}")
        catalogue, _ = merged(source, "es", catalogue)
        live = [entry for entry in catalogue if not entry.obsolete]
        wanted = [(entry.id, entry.text) for entry in entries(source.lesson, "leaves")]
        assert [(entry.msgctxt, entry.msgid) for entry in live] == wanted
        for entry in live:
            assert entry.msgstr in ("", f"es:{entry.msgid}") or entry.fuzzy
            if dice.random() < 0.7:
                entry.msgstr, entry.flags, entry.previous_msgid = f"es:{entry.msgid}", [], None


def ran(*command):
    done = subprocess.run(command, capture_output=True, text=True, timeout=60)
    assert done.returncode == 0, done.stderr
    return done.stderr


@pytest.mark.skipif(not shutil.which("msgfmt"), reason="gettext's programs are not installed")
@pytest.mark.parametrize("tag", ["es", "ar", "zh-Hans", "pt-BR"])
def test_gettext_has_nothing_against_it_and_changes_nothing(script, tmp_path, tag):
    source = script()
    catalogue, _ = merged(source, tag, None)
    for entry in catalogue:
        entry.msgstr = f"{tag} “{entry.msgid}”"
    (tmp_path / "one.po").write_text(f"{catalogue}")
    (tmp_path / "all.pot").write_text(f"{template_of(source)}")
    assert ran("msgfmt", "--check", "-o", "/dev/null", str(tmp_path / "one.po")) == ""
    ran(
        "msgmerge",
        "--quiet",
        "--no-wrap",
        "-o",
        str(tmp_path / "two.po"),
        str(tmp_path / "one.po"),
        str(tmp_path / "all.pot"),
    )
    before, after = (read(tmp_path / name, name)[0].entries for name in ("one.po", "two.po"))
    told = {id: (e.msgid, e.msgstr, e.flags) for id, e in before.items()}
    assert told == {id: (e.msgid, e.msgstr, e.flags) for id, e in after.items()}

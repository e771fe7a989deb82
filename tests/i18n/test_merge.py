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


def listed(script, *items):
    """The script of a lesson whose first slide has these bullets."""
    return script(LEAF.replace("[Light, Water, Air]", f"[{', '.join(items)}]"))


def bullets(catalogue):
    live = [entry for entry in catalogue if not entry.obsolete and "/bullets/" in entry.msgctxt]
    return [(entry.msgstr, entry.fuzzy) for entry in live]


@pytest.mark.parametrize(
    "items",
    [
        ("Soil", "Light", "Water", "Air"),
        ("Light", "Soil", "Water", "Air"),
        ("Air", "Water", "Light"),
        ("Water", "Air"),
        ("Light", "Light", "Water", "Air"),
        ("Water", "Soil", "Light"),
    ],
)
def test_items_of_a_list_keep_their_words_wherever_they_go(script, items):
    old = translated(listed(script, "Light", "Water", "Air"))
    catalogue, changes = merged(listed(script, *items), "es", old)
    assert bullets(catalogue) == [("" if item == "Soil" else f"es:{item}", False) for item in items]
    assert not changes.changed and len(changes.new) == items.count("Soil")
    assert str(merged(listed(script, *items), "es", polib.pofile(str(catalogue), wrapwidth=100))[0]) == str(catalogue)
    back, _ = merged(listed(script, "Light", "Water", "Air"), "es", polib.pofile(str(catalogue), wrapwidth=100))
    assert bullets(back) == [("es:Light", False), ("es:Water", False), ("es:Air", False)]


def test_turns_that_say_the_same_keep_their_order_and_a_changed_one_is_fuzzy(script):
    def turns(*said):
        listed = "".join(f"      - text: {one}\n" for one in said)
        return script(LEAF.replace(" Leaves absorb light.", f"\n{listed.rstrip()}"))

    old = translated(turns("Yes.", "No.", "Yes."))
    of(old, "light/narration/2/text").msgstr = "Claro."
    catalogue, _ = merged(turns("Hello.", "Yes.", "No.", "Yes."), "es", old)
    words = [of(catalogue, f"light/narration/{n}/text").msgstr for n in range(4)]
    assert words == ["", "es:Yes.", "es:No.", "Claro."]
    catalogue, changes = merged(turns("Yes.", "Never.", "Yes."), "es", old)
    entry = of(catalogue, "light/narration/1/text")
    assert (entry.msgstr, entry.fuzzy, entry.previous_msgid) == ("es:No.", True, "No.")
    assert changes.changed == ("leaves/light/narration/1/text",)


def test_scenes_with_numbers_for_ids_are_no_list(script):
    lesson = "title: T\nscenes:\n  - {id: '1', narration: A.}\n  - {id: '2', narration: B.}\n"
    old = translated(script(lesson))
    catalogue, changes = merged(script(lesson.replace("B.", "A.").replace("A.}", "C.}", 1)), "es", old)
    assert (of(catalogue, "1/narration").msgstr, of(catalogue, "1/narration").fuzzy) == ("es:A.", True)
    assert len(changes.changed) == 2


def by_machine(entry):
    entry.tcomment, entry.flags = "is this right?\nmachine: tiny (MIT)", ["fuzzy"]


def test_what_a_machine_made_of_another_text_is_made_anew(script):
    old = translated(script())
    by_machine(of(old, "light/narration"))
    assert state(of(old, "light/narration"), "Leaves absorb light.") == "machine"
    assert state(of(old, "light/narration"), "Leaves absorb heat.") == "fuzzy"
    catalogue, changes = merged(script(LEAF.replace("absorb light", "absorb heat")), "es", old)
    entry = of(catalogue, "light/narration")
    assert (entry.msgid, entry.msgstr, entry.tcomment) == ("Leaves absorb heat.", "", "is this right?")
    assert not entry.fuzzy and entry.previous_msgid is None and changes.changed == ("leaves/light/narration",)
    back, _ = merged(script(), "es", polib.pofile(str(catalogue), wrapwidth=100))
    assert state(of(back, "light/narration"), "Leaves absorb light.") == "machine"


def test_a_stale_text_of_a_machine_that_an_older_update_left_is_made_anew(script):
    old = translated(script())
    by_machine(of(old, "title"))
    of(old, "title").previous_msgid = "Leafs"
    assert state(of(old, "title"), "Leaves") == "fuzzy"
    catalogue, _ = merged(script(), "es", old)
    assert state(of(catalogue, "title"), "Leaves") == "missing" and of(catalogue, "title").previous_msgid is None


def test_what_was_emptied_is_missing_and_not_fuzzy(script):
    old = translated(script())
    entry = of(old, "title")
    entry.msgstr, entry.flags, entry.previous_msgid = "", ["fuzzy"], "Leafs"
    catalogue, _ = merged(script(), "es", old)
    assert not of(catalogue, "title").fuzzy and of(catalogue, "title").previous_msgid is None


def test_a_gone_item_comes_back_with_its_translation(script):
    old = translated(listed(script, "Light", "Water", "Air"))
    shorter, _ = merged(listed(script, "Water", "Air"), "es", old)
    assert "es:Light" in {entry.msgstr for entry in shorter.obsolete_entries()}
    again = polib.pofile(str(shorter), wrapwidth=100)
    catalogue, _ = merged(listed(script, "Water", "Air", "Light"), "es", again)
    assert bullets(catalogue) == [("es:Water", False), ("es:Air", False), ("es:Light", False)]
    assert not catalogue.obsolete_entries()

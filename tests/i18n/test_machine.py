"""Machine translation: what it may not touch, what it writes into catalogues, and the real libraries on tiny models."""

import json
import os
import random
import shutil
import string
import sys
import time
from pathlib import Path

import courses
import polib
import pytest

from lessonforge import localize, machine
from lessonforge.cli import main
from lessonforge.errors import EngineFailed, EngineMissing, ScriptError
from lessonforge.i18n import marks, masking
from lessonforge.lesson import Glossary, Term
from lessonforge.translation import registry
from lessonforge.translation.languages import flores
from lessonforge.translation.protocol import Passage

TERMS = Glossary((Term("LessonForge", keep=True), Term("leaf", {"sw": "jani"}), Term("sea", {"de": "Meer"})))
LESSON = courses.lesson(
    "id: a\n  narration: The {{ sea }} has 3 parts. LessonForge says so.\n"
    "  visual: {prompt: the sea, labels: [{text: parts, at: [.5, .5], when: parts}]}",
    "id: b\n  narration: A leaf floats.\n  visual: {slide: {title: Leaf, bullets: [One leaf]}}",
    head="title: Seas\nvars: {sea: sea}\n",
)
UPPER = """\
import json, sys
for line in sys.stdin:
    asked = json.loads(line)
    print(json.dumps({**asked, "text": asked["text"].%s}))
"""


def test_what_stays_is_taken_out_and_put_back():
    source = masking.masked("The {{ sea }} of [fr]mer[/fr] in LessonForge: 3 leaf, 1,000 sea.", TERMS, "sw")
    assert source.text == "The [1] of [2]mer[3] in [4]: 3 [5], 1,000 sea."
    assert masking.unmasked("[4]: [5] 3 ya [2]mer[3] [1] 1.000.", source) == (
        "LessonForge: jani 3 ya [fr]mer[/fr] {{ sea }} 1.000."
    )


@pytest.mark.parametrize(
    "broken", ["", "  ", "[1] [2] [3] [4] 3 1000", "[1][2][3][4][5][5] 3 1000", "[1][2][3][4][5] 3"]
)
def test_what_comes_back_broken_does_not_count(broken):
    source = masking.masked("The {{ sea }} of [fr]mer[/fr] in LessonForge: 3 leaf, 1,000 sea.", TERMS, "sw")
    assert masking.unmasked(broken, source) is None


@pytest.mark.parametrize(
    "right", ["3 और 1 000", "3 et 1\u202f000", "٣ و١٬٠٠٠", "३ और १,०००", "3 und 1.000", "3, 1’000"]
)
def test_the_same_numbers_in_other_digits_and_signs_are_right(right):
    assert masking.unmasked(right, masking.masked("3 and 1,000", TERMS, "fr")) == right


@pytest.mark.parametrize(
    "wrong", ["3 and 1", "3 and 1 0000", "3", "3 and 1,000 and 7", "3 and\x0b 1,000", "3\u2028 1,000"]
)
def test_other_numbers_and_characters_that_no_text_has_do_not_count(wrong):
    assert masking.unmasked(wrong, masking.masked("3 and 1,000", TERMS, "fr")) is None


def test_a_number_in_brackets_is_a_mark_that_stands_for_itself():
    source = masking.masked("See [1] and [ 7 ], {{ sea }}: [[cue]] 2.", TERMS, "fr")
    assert source.text == "See [1] and [2], [3]: [4] 2."
    assert masking.unmasked("[3] : voir [2] et [ 1 ] [4] 2.", source) == "{{ sea }} : voir [ 7 ] et [1] [[cue]] 2."
    assert masking.unmasked("[1] [2] [3] [4] 2 [99999999]", source) is None


def test_what_stays_is_the_same_for_machines_and_pseudo_locales():
    text = "A {{ b }} c {% if d %} e [fr]f[/fr] g [[h]] i"
    kept = marks.parts(text)
    assert "".join(kept) == text and kept[1::2] == ["{{ b }}", "{% if d %}", "[fr]", "[/fr]", "[[h]]"]
    assert masking.masked(text, Glossary(()), "sw").words == tuple(kept[1::2])


def test_any_text_survives_in_pieces():
    dice = random.Random(3)
    words = [*"abcdefg", "{{ x }}", "{% if y %}", "12", "3.5", "[fr]", "[/fr]", "LessonForge", "leaf", "—", "!"]
    for _ in range(200):
        text = " ".join(dice.choices(words, k=dice.randint(1, 12)))
        source = masking.masked(text, TERMS, "sw")
        parts = masking.pieces(source)
        spoken = [part.strip() for part in parts[::2] if any(map(str.isalpha, part))]
        again = masking.unmasked(masking.joined(parts, iter(spoken)), source)
        assert again == text.replace("leaf", "jani")


@pytest.fixture
def course(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    glossary = "terms:\n  - {term: LessonForge, keep: true}\n"
    courses.write(tmp_path, {"course.yaml": "locales: [sw]\n", "seas.yaml": LESSON, "glossary.yaml": glossary})
    return tmp_path


def program(folder, how):
    file = folder / f"program{abs(hash(how))}.py"
    file.write_text(UPPER % how)
    return f"{sys.executable} {file}"


def test_what_is_missing_is_translated_and_marked(course):
    [done] = machine.translate(course, (), "command", program(course, "upper()"))
    assert (done.translated, done.broken) == (7, ())
    catalogue = {entry.msgctxt: entry for entry in polib.pofile(str(done.file))}
    said = catalogue["seas/a/narration"]
    assert said.msgstr == "THE {{ sea }} HAS 3 PARTS. LessonForge SAYS SO."
    assert said.fuzzy and said.tcomment == f"machine: {Path(sys.executable).name} (licence unknown)"
    assert catalogue["seas/a/visual/labels/0/when"].msgstr in said.msgstr
    said.msgstr, said.flags, said.tcomment = "Bahari ya {{ sea }}: 3, LessonForge.", [], ""
    catalogue["seas/b/narration"].msgstr = ""
    file = polib.pofile(str(done.file))
    for entry in file:
        entry.msgstr, entry.flags, entry.tcomment = (
            (one := catalogue[entry.msgctxt]).msgstr,
            one.flags,
            one.tcomment,
        )
    file.save()
    [again] = machine.translate(course, (), "command", program(course, "upper()"))
    assert again.translated == 1, "a person's work and what is there already stay"
    kept = {entry.msgctxt: entry for entry in polib.pofile(str(again.file))}
    assert kept["seas/a/narration"].msgstr == "Bahari ya {{ sea }}: 3, LessonForge."


def test_what_is_broken_is_mended_in_pieces_or_left_empty(course):
    [done] = machine.translate(course, (), "command", program(course, "replace('[', '(').upper()"))
    assert done.broken == ()
    (course / "locale" / "sw" / "seas.po").unlink()
    [done] = machine.translate(course, (), "command", program(course, "replace('A', '7')"))
    assert "seas/b/narration" in done.broken
    catalogue = {entry.msgctxt: entry for entry in polib.pofile(str(done.file))}
    assert catalogue["seas/b/narration"].msgstr == "" and not catalogue["seas/b/narration"].fuzzy


def at_work(folder, what):
    """A program that translates, and does `what` in between."""
    file = folder / "meanwhile.py"
    file.write_text(f"import pathlib\n{what}\n" + UPPER % "upper()")
    return f"{sys.executable} {file}"


def test_what_a_person_writes_while_a_machine_works_stays(course):
    list(localize.update(course))
    file = course / "locale" / "sw" / "seas.po"
    saved = polib.pofile(str(file))
    entries = {entry.msgctxt: entry for entry in saved}
    entries["seas/b/narration"].msgstr = "Jani linaelea."
    entries["seas/b/visual/slide/bullets/0"].msgid = "Another leaf"
    saved.remove(entries["seas/title"])
    person = course / "person.po"
    saved.save(str(person))
    copy = f"pathlib.Path({str(file)!r}).write_bytes(pathlib.Path({str(person)!r}).read_bytes())"
    [done] = machine.translate(course, (), "command", at_work(course, copy))
    now = {entry.msgctxt: entry for entry in polib.pofile(str(file))}
    assert now["seas/b/narration"].msgstr == "Jani linaelea." and not now["seas/b/narration"].fuzzy
    assert now["seas/b/visual/slide/bullets/0"].msgstr == "" and "seas/title" not in now
    assert now["seas/a/narration"].msgstr and (done.translated, done.broken, done.failed) == (4, (), {})


def test_a_catalogue_that_is_broken_meanwhile_is_left_as_it_is(course):
    list(localize.update(course))
    file = course / "locale" / "sw" / "seas.po"
    spoil = f"pathlib.Path({str(file)!r}).write_text('half a msg')"
    with pytest.raises(ScriptError, match="isn't a PO file"):
        list(machine.translate(course, (), "command", at_work(course, spoil)))
    assert file.read_text() == "half a msg"


FAILING = """\
import json, sys
for line in sys.stdin:
    asked = json.loads(line)
    if "leaf" in asked["text"].lower():
        sys.exit("no leaves today")
    print(json.dumps({**asked, "text": asked["text"].upper()}), flush=True)
"""


def test_why_an_engine_fails_on_a_text_is_told(course, capsys):
    file = course / "failing.py"
    file.write_text(FAILING)
    assert main(["i18n", "translate", str(course), "--engine", "command", "--model", f"{sys.executable} {file}"]) == 1
    told = capsys.readouterr().out
    assert "4 translated" in told and "number was lost" not in told
    [line] = [line for line in told.splitlines() if "seas/b/narration" in line]
    assert line.startswith("  left empty, the engine failed: seas/b/narration: ") and line.endswith("no leaves today")
    catalogue = {entry.msgctxt: entry for entry in polib.pofile(str(course / "locale" / "sw" / "seas.po"))}
    assert catalogue["seas/a/narration"].msgstr and not catalogue["seas/b/narration"].msgstr


@pytest.mark.parametrize(
    ("engine", "model", "error", "says"),
    [
        ("command", "no-such-program", EngineMissing, "no program 'no-such-program'"),
        ("command", f"{sys.executable} -c 'import sys; sys.exit(\"broken\")'", EngineFailed, "broken"),
        ("command", f"{sys.executable} -c 'print(1)'", EngineFailed, "is no translation with the id 1: 1"),
        ("command", "'unbalanced", EngineMissing, "can't be read: No closing quotation"),
        ("nothing", "", EngineMissing, "no translation engine 'nothing'"),
        ("transformers", "nowhere", EngineMissing, "no folder 'nowhere'"),
        ("transformers", "owner/name", EngineMissing, "names no revision"),
        ("ctranslate2", ".", EngineMissing, "holds no model.bin"),
    ],
)
def test_what_can_not_translate_says_so_and_writes_nothing(course, engine, model, error, says):
    with pytest.raises(error, match=says):
        list(machine.translate(course, (), engine, model))
    catalogue = course / "locale" / "sw" / "seas.po"
    assert not catalogue.exists() or not any(entry.msgstr for entry in polib.pofile(str(catalogue)))


ASKED = [Passage(text, "en", "sw") for text in ("One.", "Two.", "Three.")]


def answering(folder, *lines):
    """An engine whose program answers with these lines, whatever it is asked."""
    file = folder / "answers.py"
    file.write_text(f"import sys\nfor line in {lines!r}:\n    sys.stdout.buffer.write(line + b'\\n')\n")
    return registry.load(f"command {sys.executable} {file}")


@pytest.mark.parametrize(
    ("wrong", "says"),
    [
        (
            [b'{"id": 1, "text": "a"}', b'{"id": 1, "text": "b"}', b'{"id": 2, "text": "c"}'],
            "no translation with the id 2",
        ),
        ([b'{"id": 1, "text": "a"}', b'{"id": 3, "text": "c"}'], "no translation with the id 2"),
        ([b'{"text": "a"}', b'{"text": "b"}', b'{"text": "c"}'], "no translation with the id 1"),
        ([b'{"id": 1, "text": null}'], "no translation with the id 1"),
        ([b'{"id": 1, "text": "\\ud800"}'], "no translation with the id 1"),
        ([b'{"id": 1, "text": "\xff"}'], "no translation with the id 1"),
        ([b"[1]"], "no translation with the id 1"),
        ([b""], "no translation with the id 1"),
        ([b'{"id": 1, "text": "a"}', b'{"id": 2, "text": "b"}'], "wrote 2 lines for 3 texts"),
        ([], "wrote 0 lines for 3 texts"),
    ],
)
def test_a_program_that_answers_something_else_has_failed(tmp_path, wrong, says):
    with pytest.raises(EngineFailed, match=says):
        list(answering(tmp_path, *wrong).translate(ASKED))


def test_a_program_that_says_two_lines_of_one_text_has_translated_none(tmp_path):
    coming = answering(tmp_path, *(b'{"id": 1, "text": "half"}',) * 2).translate(ASKED[:1])
    with pytest.raises(EngineFailed, match="line 2 of what"):
        next(coming)


def test_a_line_of_json_may_have_any_character(tmp_path):
    told = '{"id": 1, "text": "a\u2028b"}'.encode()
    assert [one.text for one in answering(tmp_path, told).translate(ASKED[:1])] == ["a\u2028b"]


def test_translations_come_as_the_program_writes_them_and_it_ends_with_who_reads_them(tmp_path):
    file = tmp_path / "slow.py"
    answers = "".join(f"print(json.dumps(dict(id={n}, text='{n}')), flush=True); " for n in (1, 2))
    file.write_text(
        f"import json, os, time; open({str(tmp_path / 'pid')!r}, 'w').write(str(os.getpid())); {answers}time.sleep(300)"
    )
    began = time.monotonic()
    coming = registry.load(f"command {sys.executable} {file}").translate(ASKED)
    assert next(coming).text == "1"
    coming.close()
    assert time.monotonic() - began < 60
    with pytest.raises(ProcessLookupError):
        os.kill(int((tmp_path / "pid").read_text()), 0)


def test_flores_codes():
    known = {"swh_Latn", "arb_Arab", "arz_Arab", "zho_Hans", "zho_Hant", "srp_Cyrl", "eng_Latn"}
    named = {tag: flores(tag, known) for tag in ("sw", "ar", "zh-Hans", "zh-TW", "sr", "en-GB")}
    assert named == {
        "sw": "swh_Latn",
        "ar": "arb_Arab",
        "zh-Hans": "zho_Hans",
        "zh-TW": "zho_Hant",
        "sr": "srp_Cyrl",
        "en-GB": "eng_Latn",
    }
    with pytest.raises(EngineMissing, match="doesn't know 'fr'"):
        flores("fr", known)


@pytest.fixture(scope="module")
def marian(tmp_path_factory):
    """A Marian model of two layers with random weights and a SentencePiece model of its own."""
    pytest.importorskip("torch", reason="the extra 'translate' is not installed")
    transformers = pytest.importorskip("transformers", reason="the extra 'translate' is not installed")
    pieces = pytest.importorskip("sentencepiece", reason="the extra 'translate' is not installed")
    import torch

    folder = tmp_path_factory.mktemp("tiny-mt")
    dice = random.Random(1)
    words = ["".join(dice.choices(string.ascii_lowercase, k=dice.randint(2, 7))) for _ in range(300)]
    lines = [" ".join(dice.choices([*words, "leaf", "sea", "the", "[1]", "3"], k=8)) for _ in range(400)]
    (folder / "text.txt").write_text("\n".join(lines))
    pieces.SentencePieceTrainer.train(
        input=str(folder / "text.txt"), model_prefix=str(folder / "one"), vocab_size=200, minloglevel=2
    )
    for name in ("source.spm", "target.spm"):
        (folder / name).write_bytes((folder / "one.model").read_bytes())
    spm = pieces.SentencePieceProcessor(model_file=str(folder / "one.model"))
    vocabulary = {"</s>": 0, "<unk>": 1}
    for number in range(spm.get_piece_size()):
        vocabulary.setdefault(spm.id_to_piece(number), len(vocabulary))
    vocabulary["<pad>"] = len(vocabulary)
    (folder / "vocab.json").write_text(json.dumps(vocabulary))
    torch.manual_seed(0)
    config = transformers.MarianConfig(
        vocab_size=len(vocabulary), d_model=16, encoder_layers=1, decoder_layers=1, encoder_attention_heads=2,
        decoder_attention_heads=2, encoder_ffn_dim=32, decoder_ffn_dim=32, max_position_embeddings=64,
        pad_token_id=vocabulary["<pad>"], eos_token_id=0, decoder_start_token_id=vocabulary["<pad>"],
    )  # fmt: skip
    transformers.MarianMTModel(config).save_pretrained(folder, safe_serialization=True)
    transformers.MarianTokenizer(
        source_spm=str(folder / "source.spm"), target_spm=str(folder / "target.spm"), vocab=str(folder / "vocab.json")
    ).save_pretrained(folder)
    (folder / "README.md").write_text("---\nlicense: apache-2.0\n---\n# Tiny\n")
    for name in ("text.txt", "one.model", "one.vocab"):
        (folder / name).unlink()
    return folder


def test_transformers_translates_the_same_every_time(marian):
    engine = registry.load(f"transformers {marian}")
    asked = [Passage(text, "en", "sw") for text in ("the leaf", "the sea has 3 [1]", "leaf")]
    first = list(engine.translate(asked))
    assert len(first) == 3 and first == list(engine.translate(asked))
    assert engine.credit == f"{marian.name} (apache-2.0)"
    assert "transformers" in engine.fingerprint() and engine.fingerprint() == engine.fingerprint()


def test_weights_that_can_run_code_are_refused(marian, tmp_path):
    (tmp_path / "config.json").write_bytes((marian / "config.json").read_bytes())
    (tmp_path / "pytorch_model.bin").write_bytes(b"pickle")
    with pytest.raises(EngineMissing, match="can run code"):
        registry.load(f"transformers {tmp_path}").fingerprint()


DAMAGED = {"config.json": b"[]", "vocab.json": b"[]", "source.spm": b"?", "model.safetensors": b"?"}


@pytest.mark.parametrize("name", DAMAGED)
def test_a_damaged_model_of_transformers_is_told(marian, course, name):
    folder = course / "damaged"
    shutil.copytree(marian, folder)
    (folder / name).write_bytes(DAMAGED[name])
    with pytest.raises(EngineMissing, match=r"transformers can't load the model in '.*damaged' \(.+\). Its files are"):
        list(machine.translate(course, (), "transformers", str(folder)))


def test_a_course_through_a_tiny_model(marian, course):
    [done] = machine.translate(course, (), "transformers", str(marian))
    catalogue = polib.pofile(str(done.file))
    filled = [entry for entry in catalogue if entry.msgstr]
    assert all(entry.fuzzy and entry.tcomment.startswith(f"machine: {marian.name}") for entry in filled)
    empty = {entry.msgctxt for entry in catalogue if not entry.msgstr}
    assert set(done.broken) <= empty


@pytest.fixture
def converted(marian, tmp_path):
    ctranslate2 = pytest.importorskip("ctranslate2", reason="the extra 'translate' is not installed")
    target = tmp_path / "converted"
    files = ["source.spm", "target.spm", "README.md"]
    ctranslate2.converters.TransformersConverter(str(marian), copy_files=files).convert(str(target))
    return target


@pytest.mark.parametrize("name", ["config.json", "model.bin", "shared_vocabulary.json", "target.spm"])
def test_a_damaged_model_of_ctranslate2_is_told(converted, name):
    (converted / name).write_bytes(b"[")
    with pytest.raises(EngineMissing, match=r"CTranslate2 can't load the model in '.*converted' \(.+\). Its files are"):
        list(registry.load(f"ctranslate2 {converted}").translate(ASKED))


def test_ctranslate2_translates(converted):
    engine = registry.load(f"ctranslate2 {converted}")
    asked = [Passage(text, "en", "sw") for text in ("the leaf", "the sea")]
    assert list(engine.translate(asked)) == list(engine.translate(asked))
    assert engine.credit == "converted (apache-2.0)"

"""What `lint` finds in a translation, and what it has nothing against."""

import json
import shutil
from pathlib import Path

import courses
import polib
import pytest

from lessonforge.cli import main

GLOSSARY = """\
terms:
  - {term: plant, translations: {es: [planta, vegetal], ru: растение, ar: نبات, zh: 植物, sw: mmea, fi: kasvi}}
  - {term: Kepler, keep: true}
"""
# by locale: (source, translation, what is said of it; none: nothing)
CASES = {
    "es": [
        ("A plant.", "Una flor.", "'plant' isn't said as the glossary says. Use: planta, vegetal."),
        ("Two plants.", "Dos vegetales.", None),
        ("Hello, Kepler!", "¡Hola, Képler!", "'Kepler' stays as it is in every language, but is missing."),
        ("Hello, Kepler's wife!", "¡Hola, mujer de Kepler!", None),
        ("In 1609 or 1610.", "En 1609 o 1601.", "the number 1610 of the source is missing."),
        ("In 1609 or 1613.", "En 1609 o 1601.", "the number 1601 isn't in the source."),
        ("About 1,000.5 in the 19th century.", "Unos 1.000,5 en el siglo XIX.", None),
        ("About 45,000 there", "Unos 45 000 ahí", None),
        ("The sun is hot today", "El sol es  cálido hoy", "there are two spaces in a row."),
        ("The sun is cold", " El sol está frío", "it begins or ends with a space."),
        ("The sun, it is hot", "El sol , está caliente", "there is a space before ','."),
        ("What is it?", "Qué es?", "'¿' and '?' don't come in pairs."),
        ("What is this?", "¿Qué es esto?", None),
        ("Wow, no!", "¡¡Vaya, no!!", None),
        ("Why not?", "¿Por qué no.", "it ends with '.', and its source with '?'."),
        ("It rains", "Llueve.", "it ends with '.', and its source with no sign."),
        ("27 BC", "27 a. C.", None),
        ("It snows (now).", "Nieva (ahora.", "'(' and ')' don't come in pairs."),
        ('It "snows".', 'Se dice "nieva.', "a quotation mark is not closed."),
        ("It <b>snows</b>.", "Ya nieva.", "</b> of the source is missing."),
        ("The water is old", "The water is old", "it is the same as its source. Translate it."),
        ("Roma, Italia", "Roma, Italia", None),
        ("A [fr]chat[/fr] here.", "Un chat aquí.", "[/fr] is missing, [fr] is missing."),
        ("Look [[cue:sun]] here.", "Mira aquí.", "[[cue:sun]] is missing."),
        ("Sea", "El inmenso mar", "it has 14 characters, and room for 9. Say it shorter."),
        ("I am here.", "Estoy\u202e aquí.", "there is the character U+202E RIGHT-TO-LEFT OVERRIDE. Remove it."),
        ("It is near.", "\u2067Está cerca.", "a direction isolate (U+2066 to U+2069) is not closed"),
        ("It is far.", "EstÃ¡ lejos.", "looks like text that was read in the wrong encoding."),
        ("It is new.", "Es n\ufffdevo.", "there is the character U+FFFD REPLACEMENT CHARACTER."),
    ],
    "ru": [
        ("The plants grow.", "Растения растут.", None),
        ("The plants live.", "Деревья живут.", "'plant' isn't said as the glossary says."),
        ("A cat sits.", "Кoт сидит.", "'Кoт' mixes letters of Cyrillic and Latin: U+006F LATIN SMALL LETTER O."),
        ("A cat and a dog.", "Кот c собакой.", "'c' is written in Latin letters among Cyrillic ones."),
        ("DNA and NASA.", "ДНК и NASA.", None),
        ("The letter A.", "Буква A.", None),
    ],
    "ar": [
        ("The plants grow.", "تنمو النَّباتات.", None),
        ("Who is there?", "من هناك?", "'?' is not a sign of this language. Write '؟'."),
        ("One, two.", "واحد, اثنان.", "',' is not a sign of this language. Write '،'."),
        ("It was 1,000 m.", "كان ١٬٠٠٠ م.", None),
        ("The year 1609", "عام ١٦٠٨", "the number 1609 of the source is missing."),
    ],
    "hi": [
        ("It rains.", "बारिश होती है.", "'.' is not a sign of this language. Write '।'."),
        ("It snows.", "बर्फ़ गिरती है।", None),
        ("Dr. Rao is 97.5.", "डॉ. राव ९७.५ के हैं।", None),
        ("Why?", "क्यों?", None),
        ("Why so?", "ऐसा क्यों।", "it ends with '।', and its source with '?'."),
    ],
    "zh-Hans": [
        ("A plant grows.", "植物生长。", None),
        ("A plant lives.", "树木活着。", "'plant' isn't said as the glossary says."),
        ("It rains.", "下雨了.", "'.' is not a sign of this language. Write '。'."),
        ("Rain, snow", "雨,雪", "',' is not a sign of this language. Write '，'."),
        ("It is “new”.", "这是“新的”。", None),
        ("“Hello!”", "“你好！”", None),
    ],
    "ja": [
        ("What is it?", "何ですか。", None),
        ("It is hot.", "暑い", "it ends with no sign, and its source with '.'."),
    ],
    "fr": [
        ("A [fr]chat[/fr] here.", "Un chat ici.", None),
        ("A [de]Hund[/de] here.", "Un chien ici.", "[/de] is missing, [de] is missing."),
        ("What is it?", "Qu'est-ce que c'est ?", "a line may break at the space before '?'."),
        ("Who is it?", "Qui est-ce?", "there is no no-break space before '?'."),
        ("Where is it?", "Où est-ce\u202f?", None),
        ("It is “so”.", "C'est «\u00a0ça ».", "there is no no-break space before '»'."),
        ("It is “two”.", "C'est «deux\u00a0».", "there is no no-break space after '«'."),
        ("At 12:30 it is!", "À 12:30 c'est\u202f!", None),
        ("Really?!", "Vraiment\u202f?!", None),
    ],
    "fr-CA": [("Who is it?", "Qui est-ce?", None), ("Look: there", "Regarde: là", "no no-break space before ':'.")],
    "el": [("What is it?", "Τι είναι;", None), ("Who is it?", "Ποιος είναι?", "Write ';'.")],
    "de": [("It is “so”.", "Es ist „so“.", None), ("It is (so).", "Es ist (so.", "don't come in pairs.")],
    "th": [("What is it? It rains.", "นี่คืออะไร ฝนตก", None)],
    "sw": [("The plants grow.", "Mimea inakua.", "'plant' isn't said"), ("A plant grows.", "Mmea unakua.", None)],
    "fi": [("A plant's leaf", "Kasvin lehti", None)],
    "en-GB": [("The colour is new", "The colour is new", None)],
}


@pytest.fixture
def here(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    return tmp_path


def course(here, sources, name="a"):
    """A lesson whose slide shows the sources, one a bullet (drawn), or else told."""
    scenes = [
        f"id: s{n}\n  narration: Go.\n  visual: {{slide: {{title: {json.dumps(one)}}}}}"
        for n, one in enumerate(sources)
    ]
    courses.write(here, {f"c/{name}.yaml": courses.lesson(*scenes, head="title: X\n"), "c/glossary.yaml": GLOSSARY})


def translated(tag, texts, name="a"):
    """Fills the catalogue; gives the line of each text by its source."""
    assert main(["i18n", "update", "c", "-l", tag]) == 0
    file = Path("c/locale", tag, f"{name}.po")
    catalogue = polib.pofile(str(file), wrapwidth=0)
    for entry in catalogue:
        entry.msgstr = texts.get(entry.msgid, "")
    catalogue.save(str(file))
    lines = file.read_text().splitlines()
    return {entry.msgid: lines.index(f'msgctxt "{entry.msgctxt}"') + 1 for entry in catalogue}


def linted(capsys, *arguments, code=3):
    capsys.readouterr()
    assert main(["i18n", "lint", *arguments]) == code
    out, err = capsys.readouterr()
    return (err or out).splitlines()


@pytest.mark.parametrize("tag", CASES)
def test_what_looks_wrong_is_told_with_its_line(here, capsys, tag):
    cases = CASES[tag]
    course(here, [source for source, _, _ in cases])
    lines = translated(tag, {source: text for source, text, _ in cases})
    code = 3 if any(message for _, _, message in cases) else 0
    told = linted(capsys, "c", "-l", tag, code=code)
    for source, text, message in cases:
        place = f"{Path('c/locale', tag, 'a.po')}:{lines[source]}:1: "
        mine = [line for line in told if line.startswith(place)]
        if message is None:
            assert not mine, (source, text)
        else:
            assert any(message in line for line in mine), (source, text, mine)


def test_numbers_may_be_words_where_they_are_spoken(here, capsys):
    source = "In 1905 or 1906 it was."
    courses.write(here, {"c/a.yaml": courses.lesson(f"id: a\n  narration: {source}", head="title: X\n")})
    translated("es", {source: "En mil novecientos cinco o seis fue."})
    assert linted(capsys, "c", code=0) == ["Nothing found in 1 translated texts."]
    translated("es", {source: "En 1905 o 1960 fue."})
    assert "the number 1906 of the source is missing." in linted(capsys, "c")[0]


def test_good_translations_are_counted(here, capsys):
    course(here, ["A plant."])
    translated("es", {"A plant.": "Una planta.", "Go.": "Ve.", "X": "X"})
    assert linted(capsys, "c", code=0) == ["Nothing found in 3 translated texts."]


def test_one_source_is_said_one_way(here, capsys):
    course(here, ["The sea"])
    course(here, ["The sea"], "b")
    translated("es", {"The sea": "El mar"})
    translated("es", {"The sea": "La mar"}, "b")
    (told,) = linted(capsys, "c")
    assert "b.po:" in told and '"The sea" is "La mar" here and "El mar" at c/locale/es/a.po:' in told


def test_what_has_to_be_looked_at_anyway_is_left_out(here, capsys):
    course(here, ["The sea is warm."])
    translated("es", {"The sea is warm.": "The sea is warm."})
    catalogue = polib.pofile("c/locale/es/a.po")
    for entry in catalogue:
        entry.flags = ["fuzzy"]
    catalogue.save()
    assert linted(capsys, "c", code=0) == ["Nothing found in 0 translated texts."]
    for entry in catalogue:
        entry.tcomment = "machine: tiny (MIT)"
    catalogue.save()
    assert "the same as its source" in linted(capsys, "c")[0]


def test_a_file_that_cant_be_read_is_told_with_what_is_found_in_others(here, capsys):
    course(here, ["The sea is warm."])
    translated("es", {"The sea is warm.": "The sea is warm."})
    shutil.copytree("c/locale/es", "c/locale/fr")
    Path("c/locale/fr/a.po").write_bytes(b"msgid\n")
    told = linted(capsys, "c")
    assert len(told) == 2 and "this isn't a PO file" in told[1]

"""What a translator writes is what a reader of the captions gets: through every stage, in every script."""

import html
import json
import random
import re
import unicodedata
from pathlib import Path

import courses
import polib
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from speaking import spoken

from lessonforge import boards, localize
from lessonforge.blob import Blob
from lessonforge.captions import limits, srt, vtt
from lessonforge.cli import main
from lessonforge.i18n.template import template_of
from lessonforge.model import Still
from lessonforge.timeline.layout import lay_out

LESSON = """\
title: The sea
vars: {sea: the Pacific}
scenes:
  - id: one
    narration: The sun warms {{ sea }}. It rises!
    visual: {slide: {title: Water, bullets: [It rises]}}
  - id: two
    narration:
      - {text: Where does it go?}
      - {text: "Up, up & away."}
"""


def letters(*ranges):
    """The letters in ranges of code points, without those that Unicode has taken apart."""
    every = [chr(code) for first, last in ranges for code in range(first, last + 1)]
    return [char for char in every if char.isalpha() and unicodedata.normalize("NFC", char) == char]


# by locale: what words are made of (letters, or whole words where letters alone are none), what stands between them,
# what ends a sentence
SCRIPTS = {
    "es": (letters((0x61, 0x7A), (0xE0, 0xFF)), " ", ".!?"),
    "vi": ([*letters((0x61, 0x7A)), *letters((0x1EA1, 0x1EF9))], " ", ".!?"),
    "ru": (letters((0x430, 0x44F)), " ", ".!?"),
    "el": (letters((0x3AC, 0x3CE)), " ", ".!;"),
    "ar": (letters((0x627, 0x628), (0x62A, 0x63A), (0x641, 0x64A)), " ", ".!؟"),
    "he": (letters((0x5D0, 0x5EA)), " ", ".!?"),
    "hi": (
        ["सूरज", "पानी", "को", "गर्म", "करता", "है", "वाष्पीकरण", "क्षितिज", "बादलों", "में", "संघनन", "बारिश", "ज़मीन"],
        " ",
        "।!?",
    ),
    "ta": (["சூரியன்", "நீர்", "கடல்", "மழை", "மேகம்", "காற்று", "நிலம்", "ஆறு"], " ", ".!?"),
    "th": (["น้ำ", "ใน", "ทะเล", "ระเหย", "กลายเป็น", "ไอน้ำ", "แล้ว", "ก่อตัว", "เป็น", "เมฆ", "ก๊าซ"], "", " "),
    "zh-Hans": (letters((0x4E00, 0x4F00)), "", "。！？"),
    "ko": (letters((0xAC00, 0xAE00)), " ", ".!?"),
}
FRAME = (1280, 720)


@pytest.fixture(scope="module")
def script(tmp_path_factory):
    folder = tmp_path_factory.mktemp("sea")
    courses.write(folder, {"c/sea.yaml": LESSON})
    [script] = localize.scripts(folder / "c")
    return script


@st.composite
def translations(draw):
    """A locale, and what its translator makes of a text."""
    tag = draw(st.sampled_from(sorted(SCRIPTS)))
    parts, space, stops = SCRIPTS[tag]
    is_words = max(map(len, parts)) > 1
    words = st.sampled_from(parts) if is_words or not space else st.text(st.sampled_from(parts), min_size=1, max_size=9)
    known = ["1609", "(H₂O)", "«a»", "R&D", "12,5", *(["x<y", "<i>"] if tag in ("es", "ru") else [])]
    extra = st.sampled_from(known) if space else words
    word = st.one_of(words, words, words, words, extra)

    def sentence(most):
        return st.tuples(st.lists(word, min_size=1, max_size=most), st.sampled_from(stops)).map(
            lambda made: space.join(made[0]) + made[1]
        )

    between = "" if stops == "。！？" else " "
    long = st.lists(sentence(25), min_size=1, max_size=3).map(between.join).map(str.strip)
    return tag, draw(st.lists(long, min_size=3, max_size=3)), draw(sentence(2)).strip(f" {stops}")


def ink(text):
    """A text without blanks and what only directs it."""
    return re.sub(r"[\s\u2066-\u2069\u200b]", "", unicodedata.normalize("NFC", text))


def read_vtt(text):
    """The words of a WebVTT file."""
    body = text.partition("\n\n")[2]
    lines = [line for line in body.splitlines() if " --> " not in line]
    return ink(html.unescape(re.sub(r"</?(?:lang|c|v)\b[^>]*>", "", "".join(lines))))


def read_srt(text):
    """The words of a SubRip file."""
    return ink("".join("".join(block.split("\n")[2:]) for block in text.split("\n\n")))


def save(script, tag, words):
    """Extracts, and writes the catalogue as a translator does; `words` gives the translation of an entry."""
    catalogue = template_of(script, tag)
    for entry in catalogue:
        entry.msgstr = words(entry)
    file = script.folder / "locale" / tag / f"{script.name}.po"
    file.parent.mkdir(parents=True, exist_ok=True)
    catalogue.save(str(file))


@settings(max_examples=60, suppress_health_check=[HealthCheck.too_slow])
@given(given_to=translations())
def test_captions_are_the_translation_in_every_script(script, given_to):
    tag, (one, two, three), short = given_to
    said = {
        "sea/one/narration": f"{one} {{{{ sea }}}} {short}",
        "sea/two/narration/0/text": two,
        "sea/two/narration/1/text": three,
    }
    save(script, tag, lambda entry: said.get(entry.msgctxt, short))
    board, translated, problems = boards.expanded(script, tag, Path(), FRAME)
    assert problems == [] and translated.locale == tag
    assert json.loads(board.panels[0].shot.content)["title"] == short
    pictures = {panel.shot: Still((Blob.of(b"grey"),), *FRAME) for panel in board.panels}
    speeches = {one.utterance: spoken(one) for panel in board.panels for one in panel.sentences}
    timeline = lay_out(board, pictures, speeches, 30, limits.each(board.locales, 16 / 9))
    wanted = ink("".join(said.values()).replace("{{ sea }}", short))
    assert read_vtt(vtt.write(timeline.cues, tag)) == wanted
    assert read_srt(srt.write(timeline.cues, tag)) == wanted


WORDS = {
    "ru": ("Солнце греет {{ sea }}. Вода поднимается!", "Тихий океан", "Куда она девается?", "Вверх & вверх."),
    "hi": ("सूरज {{ sea }} को गर्म करता है। पानी ऊपर उठता है!", "प्रशांत महासागर", "पानी कहाँ जाता है?", "ऊपर, और ऊपर।"),
}


@pytest.mark.parametrize("tag", WORDS)
def test_the_same_by_the_command_line_with_a_real_voice(tmp_path, monkeypatch, tag):
    monkeypatch.chdir(tmp_path)
    courses.write(tmp_path, {"c/sea.yaml": LESSON, "c/course.yaml": f"locales: [{tag}]\n"})
    assert main(["i18n", "update", "c"]) == 0
    said, sea, *rest = WORDS[tag]
    file = Path(f"c/locale/{tag}/sea.po")
    catalogue = polib.pofile(str(file))
    by_id = {"sea/one/narration": said, "sea/vars/sea": sea} | {
        f"sea/two/narration/{n}/text": text for n, text in enumerate(rest)
    }
    dice = random.Random(1)
    for entry in catalogue:
        entry.msgstr = by_id.get(entry.msgctxt) or dice.choice(sea.split())
    catalogue.save()
    assert main(["build", "c", "-l", tag, "--profile", "audio"]) == 0
    wanted = ink(said.replace("{{ sea }}", sea) + "".join(rest))
    folder = Path("out/c/sea", tag, "audio")
    assert read_vtt((folder / f"sea.{tag}.vtt").read_text()) == wanted
    assert read_srt((folder / f"sea.{tag}.srt").read_text()) == wanted

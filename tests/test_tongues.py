"""Words of another language inside a text, from the tags to what is seen and heard."""

import itertools

import courses
import pytest
from hypothesis import given
from hypothesis import strategies as st

from lessonforge import pipeline, tongues
from lessonforge.captions import vtt
from lessonforge.errors import ScriptError, Unreadable
from lessonforge.pipeline import Order
from lessonforge.timelines import Cue
from lessonforge.tongues import Tongue, parted, plain

READ = {
    "Say [fr]bonjour[/fr]!": ("Say bonjour!", (Tongue(4, 11, "fr"),)),
    "[fr]Oui[/fr], [es-MX]sí, señor[/es-MX].": ("Oui, sí, señor.", (Tongue(0, 3, "fr"), Tongue(5, 14, "es-MX"))),
    "[fra]oui[/fra]": ("oui", (Tongue(0, 3, "fr"),)),
    "A word [sic] and [the] other [note 1], [[it]] and [/url]": (None, ()),
    "[a] [ABC1] [] [/b]": (None, ()),
    "": ("", ()),
}


@pytest.mark.parametrize("text", READ)
def test_tags_are_taken_out(text):
    shown, found = READ[text]
    assert parted(text) == (text if shown is None else shown, found)


WRONG = {
    "Say [fr]bonjour!": ("'[fr]' is not closed.", "Write '[/fr]' after"),
    "Say bonjour[/fr]!": ("'[/fr]' closes nothing.", "Write '[fr]' before"),
    "[fr]a [es]b[/es] c[/fr]": ("'[es]' begins inside '[fr]'.", "Write '[/fr]' before it."),
    "[fr]a[/es]": ("'[fr]' is closed by '[/es]'.", "Write '[/fr]'."),
    "[fr] [/fr]": ("there are no words in '[fr][/fr]'.", "Write some"),
    "[xx]a[/xx]": ("'xx' is not a language tag.", "A tag is a language"),
    "[fr-QQ]a[/fr-QQ]": ("there is no region 'QQ'", "A tag is a language"),
}


@pytest.mark.parametrize("text", WRONG)
def test_wrong_tags_are_told(text):
    with pytest.raises(Unreadable) as raised:
        parted(text)
    message, hint = WRONG[text]
    assert message in raised.value.message and hint in raised.value.hint
    assert plain(text) == text


@given(st.lists(st.sampled_from(["[fr]", "[/fr]", "[es]", "[xx]", "[/xx]", "a", " ", "[", "]", "é"]), max_size=9))
def test_any_text_is_read_or_refused(pieces):
    try:
        shown, found = parted("".join(pieces))
    except Unreadable:
        return
    assert [shown[one.start : one.end].strip() != "" for one in found] == [True] * len(found)
    assert len(shown) == len("".join(pieces)) - sum(2 * len(one.locale) + 5 for one in found)


COURSE = "locales: [de]\n"
LESSON = """\
title: Hello
scenes:
  - id: hello
    narration: In Paris you say [fr]bonjour[/fr], in Rome [it]buongiorno[/it]. [fr]Au revoir, les amis ![/fr]
    visual: {prompt: a street, labels: [{text: hi, at: [0.5, 0.5], when: say bonjour}]}
  - id: ask
    quiz:
      question: What is [fr]chat[/fr]?
      choices: [{text: a cat, correct: true}, {text: "[fr]chien[/fr]"}]
"""
GERMAN = {
    "title": ("Hello", "Hallo"),
    "hello/narration": (
        "In Paris you say [fr]bonjour[/fr], in Rome [it]buongiorno[/it]. [fr]Au revoir, les amis ![/fr]",
        "In Paris sagt man [fr]bonjour[/fr], in Rom [it]buongiorno[/it]. [fr]Au revoir, les amis ![/fr]",
    ),
    "hello/visual/labels/0/text": ("hi", "hallo"),
    "hello/visual/labels/0/when": ("say bonjour", "bonjour"),
    "ask/quiz/question": ("What is [fr]chat[/fr]?", "Was ist [fr]chat[/fr]?"),
    "ask/quiz/choices/0/text": ("a cat", "eine Katze"),
    "ask/quiz/choices/1/text": ("[fr]chien[/fr]", "[fr]chien[/fr]"),
}


def catalogue(**other):
    entries = {**GERMAN, **other}
    head = 'msgid ""\nmsgstr "Content-Type: text/plain; charset=UTF-8\\nLanguage: de\\n"\n\n'
    return head + "\n".join(
        f'msgctxt "hi/{id}"\nmsgid "{source}"\nmsgstr "{said}"\n' for id, (source, said) in entries.items()
    )


def boards(folder, lesson=LESSON, po=None):
    courses.write(folder, {"course.yaml": COURSE, "hi.yaml": lesson, "locale/de/hi.po": po or catalogue()})
    return {job.script.locale: job.storyboard for job in pipeline.prepare(Order(folder))}


def inserts(sentence):
    said = sentence.utterance
    return [(said.text[one.start : one.end], one.voice.locale, one.voice.name) for one in said.inserts]


def test_each_language_is_spoken_by_its_own_voice(tmp_path):
    made = boards(tmp_path)
    for locale, first in (
        ("en", "In Paris you say bonjour, in Rome buongiorno."),
        ("de", "In Paris sagt man bonjour,"),
    ):
        hello, bye = made[locale].panels[0].sentences
        assert hello.written.startswith(first) and hello.locale == locale
        assert inserts(hello) == [("bonjour", "fr", "narrator"), ("buongiorno", "it", "narrator")]
        assert [hello.written[one.start : one.end] for one in hello.tongues] == ["bonjour", "buongiorno"]
        assert (bye.written, bye.locale, bye.utterance.voice.locale, inserts(bye)) == (
            "Au revoir, les amis !",
            "fr",
            "fr",
            [],
        )
        question, *_ = made[locale].panels[1].sentences
        assert inserts(question) == [("chat", "fr", "narrator")]
        assert "[fr]" not in made[locale].panels[1].shot.content and "chien" in made[locale].panels[1].shot.content


@pytest.mark.parametrize(
    ("told", "says", "line"),
    [
        ("In Paris you say [fr]bonjour", "'[fr]' is not closed.", 4),
        ("In Paris you say [yo]bonjour[/yo]", "no voice speaks 'yo'.", 4),
        ("In Paris you say [xx]bonjour[/xx]", "'xx' is not a language tag.", 4),
    ],
)
def test_wrong_tags_are_told_at_their_place(tmp_path, told, says, line):
    lesson = f"title: Hello\nscenes:\n  - id: hello\n    narration: '{told}, he said.'\n"
    with pytest.raises(ScriptError) as raised:
        boards(tmp_path, lesson, 'msgid ""\nmsgstr "Content-Type: text/plain; charset=UTF-8\\n"\n')
    (wrong,) = (one for one in raised.value.problems if one.path.endswith("hi.yaml"))
    assert says in wrong.message and wrong.line == line and wrong.hint


def test_a_translation_without_its_end_is_told_in_its_catalogue(tmp_path):
    source, _ = GERMAN["ask/quiz/question"]
    with pytest.raises(ScriptError) as raised:
        boards(tmp_path, po=catalogue(**{"ask/quiz/question": (source, "Was ist [/fr]chat[fr]?")}))
    (wrong,) = raised.value.problems
    assert wrong.path.endswith("hi.po") and wrong.line > 10 and "'[/fr]' closes nothing." in wrong.message


def test_they_are_heard_and_the_captions_say_what_they_are(tmp_path):
    courses.write(tmp_path, {"hi.yaml": LESSON.split("  - id: ask")[0]})
    order = Order(tmp_path)
    (job,) = pipeline.prepare(order)
    from lessonforge.captions import limits
    from lessonforge.narration.mixed import Mixed
    from lessonforge.timeline.cues import cues_of
    from lessonforge.timeline.words import spoken_words

    hello, _ = job.storyboard.panels[0].sentences
    (speech,) = Mixed().speak([hello.utterance])
    heard = spoken_words(hello, speech, 1.0)
    assert [hello.written[one.start : one.end] for one in heard] == [
        "In",
        "Paris",
        "you",
        "say",
        "bonjour",
        "in",
        "Rome",
        "buongiorno",
    ]
    assert all(one.t0 < other.t0 for one, other in itertools.pairwise(heard))
    cues = cues_of([hello], [heard], 9000, 25, limits.of("en"))
    assert "you say <lang fr>bonjour</lang>, in" in vtt.write(cues, "en").replace("\n", " ")
    assert "<lang it>buongiorno</lang>." in vtt.write(cues, "en")


def test_a_line_keeps_what_is_markup(tmp_path):
    cue = Cue(0, 1000, ("a < b & oui", "non"), "en", tongues=((0, Tongue(6, 11, "fr")), (1, Tongue(0, 3, "fr"))))
    assert "a &lt; b <lang fr>&amp; oui</lang>\n<lang fr>non</lang>\n" in vtt.write([cue], "en")
    assert tongues.plain("a < b") == "a < b"

"""Captions in further languages: over the narration that is heard, in tracks of their own or a line under each."""

import itertools

import courses
import pytest

from lessonforge import pipeline
from lessonforge.expand.subtitles import subtitled
from lessonforge.model import Panel, Sentence, Shot, Storyboard, Utterance, Voice
from lessonforge.pipeline import Order
from lessonforge.timeline.subtitles import captions_of
from lessonforge.timeline.words import SpokenWord
from lessonforge.timelines import CaptionLimits

VOICE = Voice("narrator", "en", "espeak", "en-us")
LIMITS = CaptionLimits(42, 2, 0.833, 7.0, 17, 0.5, 1.5, 2)
EN = ("The cat sleeps.", "It is warm, and the sun shines through the window onto its fur.")
FR = ("Le chat dort.", "Il fait chaud.", "Le soleil brille par la fenêtre sur son pelage.")


def board(locale, *texts, parts=None):
    sentences = tuple(
        Sentence(text, Utterance(text, VOICE), (), locale, part=parts[n] if parts else 0)
        for n, text in enumerate(texts)
    )
    return Storyboard("l", locale, "L", (Panel("a", (), Shot("slide", 64, 64), sentences),))


def cues(one, *others, bilingual=""):
    """Cues by locale; a sentence takes a second for every ten letters."""
    made = subtitled(one, others, bilingual)
    [panel] = made.panels
    at, words = 0.5, []
    for sentence in panel.sentences:
        words.append((SpokenWord(0, len(sentence.written), at, at + len(sentence.written) / 10),))
        at += len(sentence.written) / 10 + 0.5
    return captions_of(panel, words, made, round(at * 1000) + 1000, 25, dict.fromkeys(made.locales, LIMITS)), words


def test_as_many_sentences_go_one_to_one():
    found, words = cues(board("en", *EN), board("fr", "Le chat dort.", "Il fait chaud et le soleil brille sur lui."))
    starts = [cue.start for cue in found["fr"]]
    assert starts[0] == round(words[0][0].t0 * 1000) and round(words[1][0].t0 * 1000) in starts
    assert " ".join(line for cue in found["fr"] for line in cue.lines) == (
        "Le chat dort. Il fait chaud et le soleil brille sur lui."
    )
    assert {cue.locale for cue in found["fr"]} == {"fr"}


def test_another_number_of_sentences_goes_where_it_is_said_and_loses_no_word():
    for first, second in ((board("en", *EN), board("fr", *FR)), (board("fr", *FR), board("en", *EN))):
        found, words = cues(first, second)
        told = " ".join(line for cue in found[second.locale] for line in cue.lines)
        assert told == " ".join(sentence.written for sentence in second.panels[0].sentences)
        assert found[second.locale][-1].start < words[-1][-1].t1 * 1000


def test_the_turns_of_a_dialogue_stay_apart():
    first, second = (
        board("en", "Hi!", "Hello.", parts=(0, 1)),
        board("fr", "Salut !", "Ça va ?", "Oui.", parts=(0, 0, 1)),
    )
    [panel] = subtitled(first, [second]).panels
    assert panel.subtitles[0].texts == ("Salut ! Ça va ?", "Oui.")


def test_a_scene_that_is_not_translated_has_none():
    [panel] = subtitled(board("en", "Hi!"), [board("en", "Hi!")]).panels
    assert panel.subtitles[0].texts == ("Hi!",)
    mixed = board("fr", "Hi!")
    mixed = Storyboard(
        "l", "fr", "L", tuple(Panel("a", (), p.shot, board("en", "Hi!").panels[0].sentences) for p in mixed.panels)
    )
    [panel] = subtitled(board("en", "Hi!"), [mixed]).panels
    assert panel.subtitles[0].texts == ("",)


@pytest.mark.parametrize(
    "other", [board("fr", *FR), board("zh", "猫在睡觉。", "天气很暖和，阳光透过窗户照在它的毛上。")]
)
def test_both_languages_stand_together_a_line_each(other):
    found, _ = cues(board("en", *EN), other, bilingual=other.locale)
    main = found[""]
    assert all(len(cue.lines) == 1 and cue.under and cue.under_locale == other.locale for cue in main)
    assert " ".join(cue.lines[0] for cue in main) == " ".join(EN)
    joined = "".join(cue.under for cue in main).replace(" ", "")
    assert joined == "".join(sentence.written for sentence in other.panels[0].sentences).replace(" ", "")
    assert all(one.end <= two.start for one, two in itertools.pairwise(main))


def test_a_lesson_says_which(tmp_path):
    lesson = courses.lesson("id: a\n  narration: The sea.", head="title: Water\nsubtitles: [es]\nbilingual: fr\n")
    texts = {"title": ("Water", "{0}"), "a__narration": ("The sea.", "{1}")}
    files = {
        f"locale/{tag}/water.po": courses.catalogue(
            "water", **{id: (text, said.format(*words)) for id, (text, said) in texts.items()}
        )
        for tag, words in (("es", ("Agua", "El mar.")), ("fr", ("Eau", "La mer.")))
    }
    courses.write(tmp_path, {"water.yaml": lesson, **files})
    [job] = pipeline.prepare(Order(tmp_path))
    assert job.storyboard.bilingual == "fr"
    assert {one.locale: one.texts for one in job.storyboard.panels[0].subtitles} == {
        "es": ("El mar.",),
        "fr": ("La mer.",),
    }


def test_what_is_not_there_is_told(tmp_path):
    lesson = courses.lesson("id: a\n  narration: The sea.", head="title: Water\nsubtitles: [es, xx-nowhere]\n")
    courses.write(tmp_path, {"water.yaml": lesson})
    _, problems = pipeline.examine(Order(tmp_path))
    told = [str(problem) for problem in problems]
    assert any("water.yaml:2:17" in one and "not a language tag" in one for one in told)
    assert any("no translation into 'es'" in one for one in told)

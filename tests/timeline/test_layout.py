import pytest
from speaking import panel, sentence, spoken, timeline_of

from lessonforge.captions import limits
from lessonforge.timeline.words import SpokenWord, heard_from, heard_until, spoken_words

ONE = sentence("Water rises.")
TWO = sentence("It falls again.", pause=1.0)
LIMITS = limits.of("en")


def test_a_scene_lasts_as_long_as_its_narration_and_pauses():
    timeline = timeline_of([panel(ONE, TWO, pause=0.5), panel(ONE)], LIMITS)
    first, last = timeline.scenes
    said = spoken(ONE).seconds, spoken(TWO).seconds
    assert [one.start for one in first.speech] == pytest.approx([0.5, 0.5 + said[0] + 0.25])
    wanted = 0.5 + said[0] + 0.25 + said[1] + 1.0 + 0.6 + 0.5
    assert wanted <= first.frames / 30 < wanted + 1 / 30
    assert last.frames / 30 == pytest.approx(0.5 + said[0] + 1.2, abs=1 / 30)


def test_scenes_follow_each_other_without_a_hole():
    timeline = timeline_of([panel(ONE), panel(TWO), panel(), panel(ONE)], LIMITS, fps=25)
    at = 0
    for scene in timeline.scenes:
        assert scene.start == at
        at += scene.frames
    assert timeline.frames == at


@pytest.mark.parametrize(("pause", "frames"), [(0.0, 60), (1.0, 60), (3.5, 105)])
def test_a_scene_without_words_is_seen_for_its_pause(pause, frames):
    (scene,) = timeline_of([panel(pause=pause)], LIMITS).scenes
    assert scene.frames == frames
    assert not scene.speech and not scene.cues


def test_words_are_carried_from_what_is_spoken_to_what_is_written():
    five = sentence("Run 5km today.", **{"5km": "five kilometres"})
    words = spoken_words(five, spoken(five), 0.5)
    assert [five.written[word.start : word.end] for word in words] == ["Run", "5km", "today."]
    assert [word.t0 for word in words] == pytest.approx([0.5, 0.5 + 0.18, 0.5 + 0.18 + 0.24 + 0.6])
    assert words[1].t1 == pytest.approx(words[2].t0)


def test_the_map_may_cover_the_whole_sentence_or_only_what_differs():
    short = sentence("He ran 5km.", **{"5km.": "five kilometres."})
    from dataclasses import replace

    from lessonforge.model import Span

    full = replace(short, spans=(Span(0, 3, 0, 3), Span(3, 7, 3, 7), *short.spans))
    assert spoken_words(full, spoken(full), 0) == spoken_words(short, spoken(short), 0)


def test_what_is_spoken_but_not_written_adds_no_word():
    from lessonforge.model import Span, Utterance

    one = sentence("Rain")
    one = type(one)("Rain", Utterance("Rain, dear", one.utterance.voice), (Span(4, 4, 4, 10),), "en")
    words = spoken_words(one, spoken(one), 0)
    assert [(word.start, word.end) for word in words] == [(0, 4)]


def test_speech_without_marks_is_one_long_word():
    from dataclasses import replace

    (word,) = spoken_words(ONE, replace(spoken(ONE), marks=()), 2.0)
    assert (word.start, word.end, word.t0, word.t1) == (0, 12, 2.0, 2.0 + spoken(ONE).seconds)


def test_a_moment_inside_a_word_lies_between_its_ends():
    words = [SpokenWord(0, 4, 1.0, 2.0), SpokenWord(6, 8, 3.0, 4.0)]
    assert [heard_from(words, at) for at in (0, 2, 4, 5, 6, 9)] == [1.0, 1.5, 3.0, 3.0, 3.0, 4.0]
    assert [heard_until(words, at) for at in (0, 2, 4, 6, 7, 9)] == [1.0, 1.5, 2.0, 2.0, 3.5, 4.0]

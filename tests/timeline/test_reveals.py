from itertools import pairwise

import pytest
from speaking import panel, sentence, sentence_of, speech_of, timeline_of

from lessonforge.captions import limits
from lessonforge.lesson import Label
from lessonforge.model import Part, Trigger
from lessonforge.timeline.matching import matches, tokens
from lessonforge.timeline.reveals import Aim, Narration, aimed, label_frames, named, state_frames
from lessonforge.timeline.words import spoken_words

FPS = 30


def narration(*texts, locale="en", words=None):
    """The sentences spoken one right after the other."""
    said, at, sentences = [], 0.5, [sentence(text, locale) for text in texts]
    for number, one in enumerate(sentences):
        said_as = words[number] if words else one.written.split()
        speech = speech_of(one, said_as, [0.2 + 0.05 * len(word) for word in said_as])
        said.append(spoken_words(one, speech, at))
        at += speech.seconds
    return Narration(tuple(sentences), tuple(said), at)


def shown_at(found, *words):
    """The frames a trigger of each of `words` is shown at, and the frames of the places they should be shown at."""
    return state_frames([Trigger(word) for word in words], found, FPS)


def frame_of(found, word):
    """The frame at which a piece of the narration starts, less what a part is shown ahead."""
    for one, heard in zip(found.sentences, found.words, strict=True):
        if word in one.written:
            at = one.written.index(word)
            return round((next(w.t0 for w in heard if w.end > at) - 0.15) * FPS)
    raise AssertionError(word)


def test_bullets_appear_as_their_words_are_spoken():
    found = narration(
        "The water cycle has three steps.",
        "First, the sun makes water evaporate.",
        "Then the vapour condenses into clouds, and at last it falls as rain.",
    )
    assert shown_at(found, "Evaporation", "Condensation", "Rain") == tuple(
        frame_of(found, word) for word in ("evaporate", "condenses", "rain")
    )


def test_accents_case_and_punctuation_do_not_matter():
    found = narration("El agua se evapora.", "Después llega la «CONDENSACIÓN» y, al final, la lluvia.", locale="es")
    assert shown_at(found, "Evaporación", "La condensacion", "Lluvia") == tuple(
        frame_of(found, word) for word in ("evapora", "la «", "lluvia.")
    )


def test_japanese_is_found_without_spaces():
    words = [["まず", "水", "が", "蒸発", "し", "ます"], ["次", "に", "凝結", "し", "て", "雨", "に", "なり", "ます"]]
    found = narration("まず水が蒸発します。", "次に凝結して雨になります。", locale="ja", words=words)
    assert shown_at(found, "蒸発", "凝結", "雨") == tuple(frame_of(found, word) for word in ("蒸発", "凝結", "雨"))


@pytest.mark.parametrize(
    ("locale", "words", "text", "where"),
    [
        ("th", "การระเหย", "น้ำในทะเลระเหยเป็นไอ", "ระเหย"),
        ("ar", "التبخر", "ثم يبدأ تبخر الماء", "تبخر"),
        ("ar", "بخار", "يصعد البخار إلى السماء", "البخار"),
        ("he", "אידוי", "השלב הראשון הוא האידוי של המים", "האידוי"),
        ("hi", "वाष्पीकरण", "पहले वाष्पीकरण होता है", "वाष्पीकरण"),
        ("ru", "Испарение воды", "Сначала происходит испарение, вода уходит", "испарение"),
        ("ko", "증발", "먼저 물이 증발합니다", "증발"),
        ("zh", "蒸发", "首先，水蒸发了", "蒸发"),
        ("de", "Die Verdunstung", "Zuerst verdunstet das Wasser", "verdunstet"),
        ("ta", "ஆவியாதல்", "முதலில் நீர் ஆவியாதல் நடக்கிறது", "ஆவியாதல்"),
    ],
)
def test_inflected_words_are_found_in_every_script(locale, words, text, where):
    heard = tokens(text)
    best = max(matches(words, heard), key=lambda match: match.score)
    assert heard[best.at].start == text.index(where)


def test_words_that_only_look_alike_are_not_taken():
    assert not matches("Rain", tokens("The train passes a rail."))
    assert not matches("Ice", tokens("It is nice of the icing."))


def test_the_longest_run_wins_over_the_first_word():
    found = narration("Salt stays in the sea.", "So the rain is fresh.", "The salt water stays behind.")
    assert shown_at(found, "Salt water") == (frame_of(found, "salt water"),)


def test_parts_that_are_never_said_come_between_their_neighbours():
    found = narration("First we see evaporation of the sea.", "Much later in the story there is rain.")
    first, between, last = shown_at(found, "Evaporation", "Zebra", "Rain")
    assert between == pytest.approx((first + last) / 2, abs=1)
    spread = shown_at(found, "Zebra", "Giraffe", "Lion")
    assert list(spread) == sorted(set(spread)) and spread[0] > 15 and spread[-1] < found.end * FPS


def test_words_are_looked_for_in_the_order_of_the_parts():
    found = narration("Rain needs clouds.", "First comes evaporation, then clouds form, then rain falls.")
    frames = shown_at(found, "Evaporation", "Clouds", "Rain")
    assert frames[0] == frame_of(found, "evaporation,")
    assert frames[0] < frames[1] < frames[2]


def test_parts_said_at_once_are_kept_apart_and_all_are_seen_before_the_end():
    found = narration("There is much to be seen here.", "Look: a b c d e f.")
    frames = shown_at(found, "a", "b", "c", "d", "e", "f")
    gaps = [later - earlier for earlier, later in pairwise(frames)]
    assert min(gaps) == 9
    assert frames[-1] <= found.end * FPS


def test_a_sentence_number_means_its_start_and_one_past_the_last_the_end():
    found = narration("Which one is it?", "The sun.", "Now think.")
    frames = state_frames([Trigger(sentence=1), Trigger(sentence=3)], found, FPS)
    assert frames[0] == round((found.words[1][0].t0 - 0.15) * FPS)
    assert frames[1] == round((found.end - 0.15) * FPS)


def test_a_label_goes_with_the_smallest_part_that_it_points_at():
    house, door = Part((0.1, 0.2, 0.5, 0.8), (0.2, 0.4, 0.8, 0.6)), Part((0.2, 0.6, 0.3, 0.8), (0.3, 0.5, 0.4, 0.6))
    points = [(0.3, 0.5), (0.25, 0.7), (0.9, 0.1)]
    found = aimed([Label("x", at, "word") for at in points], [house, door])
    assert [aim.label.at for aim in found] == [pytest.approx((0.5, 0.5)), pytest.approx((0.35, 0.55)), (0.9, 0.1)]
    assert {(aim.label.text, aim.label.when) for aim in found} == {("x", "word")}


def test_a_label_never_leaves_the_frame_with_what_is_cut_off():
    (aim,) = aimed([Label("x", (0.02, 0.5))], [Part((0.0, 0.0, 1.0, 1.0), (-0.05, 0.0, 1.05, 1.0))])
    assert aim.label.at == (0.0, 0.5)


def test_a_label_on_a_part_points_at_its_middle_and_moves_with_its_layer():
    whole, usual = (0.0, 0.0, 0.4, 0.2), (0.0, 0.0, 1.0, 1.0)
    boat = Part(usual, whole, "boat", ("barco", "sailing boat"), 3)
    sail = Part(usual, (0.1, 0.1, 0.3, 0.15), "boat.sail", ("barco", "sailing boat"), 4)
    other = Part(usual, (0.5, 0.5, 0.7, 0.7), "boat 2", ("barco 2", "sailing boat 2"), 5)
    labels = [Label("x", on=name) for name in ("boat", "Boat.sail", "Sailing-boat . sail", "barco 2")]
    aims = aimed(labels, [boat, sail, other])
    assert [aim.label.at for aim in aims] == [
        pytest.approx(point) for point in ((0.2, 0.1), (0.2, 0.125), (0.2, 0.125), (0.6, 0.6))
    ]
    assert [aim.layer for aim in aims] == [3, 4, 4, 5]
    assert all(aim.label.on is None for aim in aims)
    assert named("boat.mast", [boat, sail]) is None
    with pytest.raises(ValueError, match="has no 'mast'"):
        aimed([Label("x", on="mast")], [boat])


def test_labels_wait_for_their_word_and_unspoken_ones_are_there_from_the_start():
    found = narration("The sun warms the sea, and tiny drops rise.")
    labels = [
        Label("vapour", (0.1, 0.1), when="rise"),
        Label("Drops", (0.2, 0.2)),
        Label("NASA", (0.3, 0.3)),
        Label("the sea", (0.3, 0.3)),
    ]
    frames = [placed.frame for placed in label_frames([Aim(label) for label in labels], found, FPS)]
    assert frames == [frame_of(found, "rise."), frame_of(found, "drops"), 0, frame_of(found, "the sea")]


def test_states_of_a_scene_without_words_are_spread_over_it():
    (scene,) = timeline_of([panel(pause=4.0, triggers=(Trigger(), Trigger(), Trigger()))], limits.of("en")).scenes
    assert scene.frames == 120
    assert scene.states == pytest.approx((30, 60, 90), abs=6)


def test_reveals_of_what_is_written_otherwise_than_spoken():
    one = sentence_of([("It", "It"), ("is", "is"), ("5 km", "five kilometres"), ("away", "away")], "en", " ")
    said = spoken_words(one, speech_of(one, one.utterance.text.split()), 0.5)
    found = Narration((one,), (said,), said[-1].t1)
    assert shown_at(found, "5 km") == (round((said[2].t0 - 0.15) * FPS),)

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lessonforge.narration.marks import marks
from lessonforge.narration.words import words


def shown(text: str) -> list[str]:
    return [text[start:end] for start, end in words(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("“Hello,” she said—twice.", ["Hello", "she", "said", "twice"]),
        ("It's 1,984 km/h (really)!", ["It's", "1,984", "km", "h", "really"]),
        ("पानी की बूँदें।", ["पानी", "की", "बूँदें"]),
        ("水です", ["水", "で", "す"]),
        ("Python를 배워요", ["Python를", "배워요"]),
        ("ماء، ثم", ["ماء", "ثم"]),
        ("... — !", []),
        ("", []),
    ],
)
def test_words_are_what_is_said(text: str, expected: list[str]) -> None:
    assert shown(text) == expected


def times(text: str, heard: list[tuple[int, float]], pauses: list[tuple[float, float]], seconds: float):
    return [(text[m.start : m.end], round(m.t0, 3), round(m.t1, 3)) for m in marks(text, heard, pauses, seconds)]


def test_the_first_thing_heard_in_a_word_is_its_start() -> None:
    heard = [(0, 0.0), (3, 0.5), (3, 0.9), (7, 1.2), (8, 1.5)]
    assert times("In 1984 it", heard, [], 2.0) == [("In", 0.0, 0.5), ("1984", 0.5, 1.5), ("it", 1.5, 2.0)]


def test_a_word_that_nothing_is_known_of_shares_by_length() -> None:
    assert times("a bcd e", [(0, 0.0), (6, 1.0)], [], 1.2) == [("a", 0.0, 0.25), ("bcd", 0.25, 1.0), ("e", 1.0, 1.2)]


def test_the_share_leaves_pauses_out() -> None:
    found = times("ab cd. ef", [(0, 0.0), (7, 2.0)], [(1.0, 2.0)], 3.0)
    assert found == [("ab", 0.0, 0.5), ("cd", 0.5, 1.0), ("ef", 2.0, 3.0)]


def test_nothing_known_at_all_is_shared_by_length() -> None:
    assert times("ab cd ef", [], [], 3.0) == [("ab", 0.0, 1.0), ("cd", 1.0, 2.0), ("ef", 2.0, 3.0)]


def test_a_word_does_not_begin_in_a_pause() -> None:
    assert times("ab, cd", [(0, 0.0), (4, 0.6)], [(0.5, 0.8)], 1.2) == [("ab", 0.0, 0.5), ("cd", 0.8, 1.2)]


@given(
    text=st.text("ab ,.—水क्ष7é", max_size=30),
    heard=st.lists(st.tuples(st.integers(0, 30), st.floats(-0.1, 5)), max_size=8),
    gaps=st.lists(st.floats(0.01, 1), max_size=6),
    seconds=st.floats(0.05, 4),
)
def test_marks_are_one_a_word_in_order_and_inside(text, heard, gaps, seconds) -> None:
    edges = [sum(gaps[: n + 1]) for n in range(len(gaps) // 2 * 2)]
    pauses = [pair for pair in zip(edges[::2], edges[1::2], strict=True) if pair[1] <= seconds]
    found = marks(text, heard, pauses, seconds)
    assert [(mark.start, mark.end) for mark in found] == words(text)
    starts = [mark.t0 for mark in found]
    assert starts == sorted(starts)
    assert all(0 <= mark.t0 <= mark.t1 <= seconds + 1e-9 for mark in found)

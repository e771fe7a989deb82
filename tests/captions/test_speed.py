"""Captions that can't be read in time are told, with what would mend it; limits come from a file, by profile."""

from pathlib import Path

import courses
import pytest
from speaking import panel, sentence, timeline_of

from lessonforge.captions import limits
from lessonforge.captions.speed import count, hurried, speed
from lessonforge.cli import main
from lessonforge.timelines import Cue

# The voice of the tests says a letter in 0.06 seconds: 16.7 letters a second, and the spaces for nothing.
TEXT = "We all know it is as it is so be it."


def test_the_speed_of_a_caption_is_characters_over_seconds() -> None:
    assert speed(Cue(1000, 3000, ("ten chars!", "and ten so"), "en")) == 10.0


@pytest.mark.parametrize(
    "text, characters", [("नमस्ते", 4), ("\u2068a b\u2069", 3), ("中文", 2), ("é", 1), ("e\u0301", 1)]
)
def test_marks_and_isolates_are_no_characters(text: str, characters: int) -> None:
    assert count([text]) == characters


@pytest.mark.parametrize(
    "locale, kind, fastest",
    [
        ("en", "verbatim", 25), ("ja", "verbatim", 12), ("zh-Hans", "verbatim", 12), ("ko", "verbatim", 16),
        ("fr-CA", "subtitle", 17), ("ja", "subtitle", 4), ("zh-Hant-TW", "subtitle", 9), ("ko", "subtitle", 12),
    ],
)  # fmt: skip
def test_each_profile_has_its_limits(locale: str, kind: limits.Kind, fastest: float) -> None:
    assert limits.of(locale, kind=kind).fastest == fastest


def test_captions_of_subtitles_are_always_apart() -> None:
    said = panel(sentence("One two three four."), sentence("Five six seven eight.", pause=0))
    for kind, gap in (("verbatim", False), ("subtitle", True)):
        first, second = timeline_of([said], limits.of("en", kind=kind)).cues[:2]
        close = second.start - first.end
        assert close >= 66 if gap else close >= 0


def test_what_is_too_fast_is_told_by_scene() -> None:
    board = [panel(sentence("Slow."), id="slow"), panel(sentence(TEXT), sentence(TEXT), id="fast")]
    timeline = timeline_of(board, limits.of("en", kind="subtitle"))
    [told] = hurried(timeline, {"en": limits.of("en", kind="subtitle")})
    assert (told.scene, told.locale, told.total) == ("fast", "en", 2)
    assert told.fastest == max(map(speed, timeline.cues)) > 17
    assert "characters a second" in str(told) and "a voice at 0." in str(told)
    assert hurried(timeline, {"en": limits.of("en")}) == []


def test_a_voice_as_slow_as_told_mends_it() -> None:
    strict = limits.of("en", kind="subtitle")
    timeline = timeline_of([panel(sentence(TEXT), sentence(TEXT))], strict)
    [told] = hurried(timeline, {"en": strict})
    worst = next(cue for cue in timeline.cues if speed(cue) == told.fastest)
    assert speed(Cue(0, round((worst.end - worst.start) / told.rate), worst.lines, "en")) <= 17


def test_a_last_caption_is_mended_by_a_pause() -> None:
    strict = limits.of("en", kind="subtitle")
    words = sentence(" ".join("a" * 40))
    [told] = hurried(timeline_of([panel(words)], strict), {"en": strict})
    assert 0.5 < told.pause < 3 and f"{told.pause:.1f} seconds more of `pause`" in str(told)
    assert hurried(timeline_of([panel(words, pause=told.pause + 0.1)], strict), {"en": strict}) == []


def test_a_lesson_says_how_fast_its_captions_may_be(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    pytest.importorskip("fugashi", reason="the extra 'ja' is not installed")
    monkeypatch.setenv("LESSONFORGE_CACHE", str(tmp_path / "store"))
    scene = "id: sea\n  narration: うみのみずはあたためられて、そらにのぼり、やがてくもになります。\n"
    head = "title: 海\nlanguage: ja\n"
    monkeypatch.chdir(tmp_path)
    for kind, above in (("verbatim", False), ("subtitle", True)):
        courses.write(tmp_path, {"c/l.yaml": courses.lesson(scene, head=f"{head}caption_profile: {kind}\n")})
        outputs = []
        for verb in (["check"], ["storyboard", "--profile", "mobile"]):
            assert main([*verb, "c"]) == 0
            outputs.append(capsys.readouterr().out)
        assert all(("above 4 characters a second" in out) is above for out in outputs)
        assert ("An estimate" in outputs[0]) is above


def test_another_profile_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    courses.write(
        tmp_path, {"c/l.yaml": courses.lesson("id: a\n  narration: x", head="title: T\ncaption_profile: slow\n")}
    )
    assert main(["check", str(tmp_path / "c")]) == 3
    assert (
        "'caption_profile' is 'slow', which is not one it can be. Known: subtitle, verbatim." in capsys.readouterr().err
    )

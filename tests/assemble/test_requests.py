import dataclasses

import pytest
import tiny_films as tiny

from lessonforge.assemble import profiles
from lessonforge.assemble.requests import (
    ClipRequest,
    TransitionRequest,
    chapters,
    clip_requests,
    footage_speed,
    poster_request,
    rendition_request,
    sound_request,
)
from lessonforge.blob import Blob
from lessonforge.build.keys import key
from lessonforge.errors import SettingsError
from lessonforge.lesson import Label
from lessonforge.model import Footage
from lessonforge.timelines import Chapter, Cue, Timeline

SUN = Label("sun", (0.5, 0.3), "the sun")


def lesson() -> Timeline:
    return tiny.film(
        tiny.scene(tiny.busy(1), 3, name="one", camera="pan", cues=[(500, 2000, "First words")], title="Start"),
        tiny.scene(tiny.plain(tiny.RED, tiny.BLUE), 4, name="two", states=(60,), cues=[(500, 3000, "More words")]),
        tiny.scene(tiny.busy(3), 2, name="three", camera="pan", labels=((SUN, 20),), title="End"),
    )


def changed(timeline: Timeline, number: int, **changes: object) -> Timeline:
    scenes = list(timeline.scenes)
    scenes[number] = dataclasses.replace(scenes[number], **changes)
    return dataclasses.replace(timeline, scenes=tuple(scenes))


def test_clips_and_crossfades_are_as_long_as_the_timeline() -> None:
    requests = clip_requests(lesson(), tiny.OPEN)
    assert [type(request) for request in requests] == [ClipRequest, *[TransitionRequest, ClipRequest] * 2]
    assert [request.frames for request in requests] == [90, 12, 108, 12, 48]
    assert requests[2].states == (48,)
    assert requests[4].labels[0].frame == 8
    assert requests[2].cues == (Cue(100, 2600, ("More words",), "en"),)


def test_a_changed_word_changes_one_clip_and_no_crossfade() -> None:
    timeline = lesson()
    other = changed(timeline, 1, cues=(Cue(500, 3000, ("Other words",), "en"),))
    before, after = clip_requests(timeline, tiny.OPEN), clip_requests(other, tiny.OPEN)
    assert [n for n, pair in enumerate(zip(before, after, strict=True)) if pair[0] != pair[1]] == [2]
    assert clip_requests(timeline, tiny.CLOSED) == clip_requests(other, tiny.CLOSED)


def test_a_longer_narration_leaves_crossfades_alone() -> None:
    timeline = lesson()
    other = changed(timeline, 0, frames=120)
    before, after = clip_requests(timeline, tiny.OPEN), clip_requests(other, tiny.OPEN)
    assert [n for n, pair in enumerate(zip(before, after, strict=True)) if pair[0] != pair[1]] == [0]


def test_a_scene_put_before_others_leaves_their_clips_alone() -> None:
    timeline = lesson()
    new = tiny.film(tiny.scene(tiny.plain(tiny.GREEN), 2, name="new"), *timeline.scenes)
    assert set(clip_requests(timeline, tiny.OPEN)[2:]) <= set(clip_requests(new, tiny.OPEN))


def test_a_clip_without_words_has_no_locale() -> None:
    timeline = lesson()
    spanish = dataclasses.replace(timeline, storyboard=dataclasses.replace(timeline.storyboard, locale="es"))
    english, other = clip_requests(timeline, tiny.CLOSED), clip_requests(spanish, tiny.CLOSED)
    assert english[:4] == other[:4]
    assert english[4] != other[4], "the label is set in the locale's type"


def test_what_a_label_waits_for_is_no_part_of_a_clip() -> None:
    timeline = lesson()
    again = Label("sun", (0.5, 0.3), "another word")
    other = changed(timeline, 2, labels=(dataclasses.replace(timeline.scenes[2].labels[0], label=again),))
    assert clip_requests(timeline, tiny.OPEN) == clip_requests(other, tiny.OPEN)


def test_requests_have_keys() -> None:
    timeline = lesson()
    requests = [*clip_requests(timeline, tiny.OPEN), sound_request(timeline, tiny.OPEN), poster_request(timeline)]
    assert len({key(request, "engine", "1") for request in requests}) == len(requests)


def test_sound_is_exactly_as_long_as_the_pictures() -> None:
    request = sound_request(lesson(), tiny.OPEN)
    assert request.samples == 9 * 48000
    assert [voice.start for voice in request.voices] == [24000, 3 * 48000 + 24000, 7 * 48000 + 24000]


def test_chapters_run_from_title_to_title() -> None:
    assert chapters(lesson()) == (Chapter(0, 7000, "Start"), Chapter(7000, 9000, "End"))
    untitled = tiny.film(tiny.scene(tiny.busy(1), 2), tiny.scene(tiny.busy(2), 2, title="Second"))
    assert chapters(untitled) == (Chapter(0, 2000, "Una película"), Chapter(2000, 4000, "Second"))


@pytest.mark.parametrize(("captions", "cues", "shown"), [("open", 2, False), ("closed", 2, True), ("none", 0, False)])
def test_the_caption_track_follows_the_profile(captions: str, cues: int, shown: bool) -> None:
    profile = dataclasses.replace(tiny.OPEN, captions=captions)
    clips = [object()] * 5
    request = rendition_request(lesson(), profile, clips, object())  # type: ignore[arg-type]
    assert (len(request.cues), request.shown) == (cues, shown)


def test_footage_fills_the_scene_when_its_speed_allows() -> None:
    assert footage_speed(10, 12) == pytest.approx(10 / 12)
    assert footage_speed(3, 12) == 1
    assert footage_speed(30, 12) == 1


def test_a_crossfade_shows_where_the_footage_has_come_to() -> None:
    footage = Footage(Blob.of(b"x"), 30.0, 320, 180)
    timeline = tiny.film(tiny.scene(footage, 5), tiny.scene(tiny.plain(tiny.RED), 2))
    transition = clip_requests(timeline, tiny.OPEN)[1]
    assert isinstance(transition, TransitionRequest)
    assert (transition.before.seconds, transition.after.seconds) == (5.0, 0.0)


def test_profiles_by_name() -> None:
    assert set(profiles.known()) == {"1080p", "720p", "mobile", "square", "vertical", "audio"}
    assert all(p.width % 2 == 0 and p.height % 2 == 0 for p in profiles.known().values())
    with pytest.raises(SettingsError, match=r"no profile '1080'. Did you mean '1080p'"):
        profiles.named("1080")

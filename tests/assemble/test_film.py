"""A film of every kind of scene, read back."""

import dataclasses
import hashlib
from itertools import pairwise
from pathlib import Path

import av
import facts
import numpy as np
import pytest
import tiny_films as tiny

from lessonforge.assemble.requests import clip_requests
from lessonforge.errors import MediaError
from lessonforge.lesson import Label
from lessonforge.model import Rendition
from lessonforge.timelines import Timeline

CARD = (tiny.WHITE, tiny.RED, tiny.BLUE)
FIRST, CARDS, LAST = 0, 90, 210


@pytest.fixture(scope="module")
def timeline() -> Timeline:
    return tiny.film(
        tiny.scene(
            tiny.busy(1),
            3,
            name="one",
            camera="pan",
            labels=((Label("Sun", (0.5, 0.4)), 45),),
            cues=[(600, 1400, "Hello"), (1400, 2500, "Two lines|of words")],
            title="Uno",
            credit="me, CC BY 4.0",
        ),
        tiny.scene(tiny.plain(*CARD), 4, name="two", states=(50, 80), cues=[(500, 3000, "A card")]),
        tiny.scene(tiny.busy(2), 3, name="three", camera="pan", title="Dos"),
        locale="es",
    )


@pytest.fixture(scope="module")
def rendition(timeline: Timeline, tmp_path_factory: pytest.TempPathFactory) -> Rendition:
    return tiny.assembled(timeline, tiny.OPEN)


@pytest.fixture(scope="module")
def path(rendition: Rendition) -> Path:
    assert rendition.video.path
    return rendition.video.path


@pytest.fixture(scope="module")
def frames(path: Path) -> dict[int, np.ndarray]:
    """The decoded pictures (RGB) by frame number; a picture that stays is there once a second."""
    with av.open(path) as film:
        return {round(frame.time * tiny.FPS): frame.to_ndarray(format="rgb24") for frame in film.decode(video=0)}


def at(frames: dict[int, np.ndarray], number: int) -> np.ndarray:
    return frames[max(known for known in frames if known <= number)].astype(int)


def differs(one: np.ndarray, other: np.ndarray) -> float:
    return float(np.abs(one - other).mean())


def test_streams_are_as_long_as_the_timeline(path: Path, timeline: Timeline) -> None:
    found = facts.film_facts(path)
    assert [stream.kind for stream in found.streams] == ["video", "audio", "subtitle"]
    assert [stream.codec for stream in found.streams] == ["h264", "aac", "mov_text"]
    assert (found.width, found.height, found.pixels) == (tiny.WIDTH, tiny.HEIGHT, "yuv420p")
    video, audio = found.stream("video"), found.stream("audio")
    assert video.end == pytest.approx(timeline.seconds, abs=1e-3)
    assert audio.end == pytest.approx(video.end, abs=0.05)
    assert (video.start, abs(audio.start) < 0.03) == (0, True)
    assert found.moov_first


def test_languages_title_and_chapters(path: Path) -> None:
    found = facts.film_facts(path)
    assert (found.stream("audio").language, found.stream("subtitle").language) == ("spa", "spa")
    assert found.title == "Una película"
    assert found.chapters == ((0, 7, "Uno"), (7, 10, "Dos"))


def test_loudness_once_decoded(path: Path, rendition: Rendition) -> None:
    found = facts.film_facts(path)
    assert found.loudness == pytest.approx(-16, abs=1)
    assert found.peak <= -1.5
    assert rendition.loudness == pytest.approx(found.loudness, abs=0.2)
    assert rendition.peak == pytest.approx(found.peak, abs=0.3)


def test_the_caption_track_holds_the_cues(path: Path, timeline: Timeline) -> None:
    found = facts.film_facts(path).captions
    assert [text for _, _, text in found] == ["\n".join(cue.lines) for cue in timeline.cues]
    times = [(cue.start / 1000, cue.end / 1000) for cue in timeline.cues]
    assert [(start, end) for start, end, _ in found] == [pytest.approx(time) for time in times]


def test_open_captions_are_not_shown_twice(path: Path, timeline: Timeline) -> None:
    def shown(film: Path) -> bool:
        with av.open(film) as opened:
            return bool(opened.streams.subtitles[0].disposition & av.stream.Disposition.default)

    assert not shown(path)
    closed = tiny.assembled(tiny.film(timeline.scenes[1]), tiny.CLOSED)
    assert closed.video.path
    assert shown(closed.video.path)


def test_only_changing_frames_are_stored_and_on_time(path: Path, frames: dict[int, np.ndarray]) -> None:
    with av.open(path) as film:
        times = [frame.time * tiny.FPS for frame in film.decode(video=0)]
    assert times == pytest.approx([round(time) for time in times], abs=1e-3)
    numbers = sorted(frames)
    assert len(times) == len(numbers), "no frame twice"
    assert all(later - earlier <= tiny.FPS for earlier, later in pairwise(numbers))
    moving = [number for number in numbers if number < CARDS or number >= LAST]
    assert moving == [*range(CARDS), *range(LAST, LAST + 90)]
    assert len([number for number in numbers if CARDS + 12 <= number < LAST]) < 25


def test_captions_labels_and_credit_come_and_go(frames: dict[int, np.ndarray], timeline: Timeline) -> None:
    box, chip = np.s_[152:172, 140:180], np.s_[55:63, 153:167]
    assert differs(at(frames, 17)[box], at(frames, 18)[box]) > 30, "the caption appears at 600 ms"
    assert differs(at(frames, 18)[box], at(frames, 41)[box]) < 10, "stays"
    assert differs(at(frames, 41)[box], at(frames, 42)[box]) > 20, "makes way for the next one"
    assert differs(at(frames, 74)[box], at(frames, 75)[box]) > 30, "which goes at 2500 ms"
    dark, half, white = (at(frames, number)[chip].min(axis=2).mean() for number in (44, 48, 60))
    assert dark + 15 < half < white - 5, "the label fades in from frame 45"
    assert at(frames, 60)[chip].min(axis=2).max() > 220, "white"
    corner = at(frames, 0)[:12, 220:]
    assert corner.min() < 60, "the credit is there from the start"


def test_states_fade_in_at_their_frames(frames: dict[int, np.ndarray]) -> None:
    def seen(number: int) -> np.ndarray:
        return at(frames, CARDS + number)[20:120, 20:300].mean(axis=(0, 1))

    assert seen(49) == pytest.approx(tiny.WHITE, abs=4)
    assert seen(52)[1] < seen(49)[1] - 20, "on its way"
    assert seen(58) == pytest.approx(tiny.RED, abs=4)
    assert seen(79) == pytest.approx(tiny.RED, abs=4)
    assert seen(88) == pytest.approx(tiny.BLUE, abs=4)


def test_a_crossfade_blends_the_last_look_with_the_first(frames: dict[int, np.ndarray]) -> None:
    before, after = at(frames, CARDS - 1), at(frames, CARDS + 12)
    assert differs(before, at(frames, CARDS)) < 8
    halfway = at(frames, CARDS + 5)[20:100]
    expected = (before + after)[20:100] / 2
    assert differs(halfway, expected) < 12
    assert differs(at(frames, CARDS + 11)[:140], after[:140]) < 4, "the caption is not in the crossfade"


def test_nothing_is_black(path: Path) -> None:
    assert facts.film_facts(path).black == (0, 0)


def test_the_same_requests_give_the_same_bytes(rendition: Rendition, timeline: Timeline) -> None:
    assert tiny.assembled(timeline, tiny.OPEN).video == rendition.video


def test_the_moviepy_clip_is_what_is_encoded(frames: dict[int, np.ndarray], timeline: Timeline) -> None:
    from lessonforge.assemble.compose import lesson_clip

    clip = lesson_clip(timeline, tiny.OPEN)
    assert clip.duration == pytest.approx(timeline.seconds)
    for number in (0, 40, 95, 150, 230, 299):
        assert differs(clip.get_frame(number / tiny.FPS).astype(int), at(frames, number)) < 3, number
    sound = clip.audio.to_soundarray(fps=48000)
    assert sound.shape == (round(timeline.seconds * 48000), 2)
    assert np.abs(sound[:23000]).max() == 0 and np.abs(sound[24000:48000]).max() > 0.05


def test_sound_alone(timeline: Timeline) -> None:
    audio = dataclasses.replace(tiny.OPEN, width=0, height=0, captions="none")
    assert clip_requests(timeline, audio) == []
    made = tiny.assembled(timeline, audio)
    assert made.video.path
    found = facts.film_facts(made.video.path)
    assert [stream.kind for stream in found.streams] == ["audio"]
    assert found.seconds == pytest.approx(timeline.seconds, abs=0.05)
    assert [title for _, _, title in found.chapters] == ["Uno", "Dos"]


def test_every_script_reaches_the_caption_track() -> None:
    words = "Привет мир|مرحبا नमस्ते 水の旅"
    made = tiny.assembled(tiny.film(tiny.scene(tiny.plain(tiny.RED), 2, cues=[(500, 1500, words)])), tiny.CLOSED)
    assert made.video.path
    assert facts.film_facts(made.video.path).captions == ((0.5, 1.5, words.replace("|", "\n")),)


def test_a_broken_picture_is_refused() -> None:
    from lessonforge.blob import Blob

    broken = dataclasses.replace(tiny.plain(tiny.RED), states=(Blob.of(b"not a picture"),))
    with pytest.raises(MediaError, match=hashlib.sha256(b"not a picture").hexdigest()[:12]):
        tiny.assembled(tiny.film(tiny.scene(broken, 2)), tiny.CLOSED)

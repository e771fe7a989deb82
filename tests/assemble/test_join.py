import dataclasses
from itertools import pairwise
from pathlib import Path

import av
import facts
import pytest
import tiny_films as tiny

from lessonforge.assemble import engines
from lessonforge.assemble.compose import painted
from lessonforge.assemble.encode import make_clip
from lessonforge.assemble.join import make_rendition
from lessonforge.assemble.profiles import known
from lessonforge.assemble.requests import (
    Clip,
    RenditionRequest,
    clip_requests,
    rendition_request,
    sound_request,
)
from lessonforge.assemble.sound import make_sound
from lessonforge.blob import Blob
from lessonforge.errors import MediaError
from lessonforge.timelines import Timeline

LESSON = tiny.film(
    tiny.scene(tiny.plain(tiny.RED, tiny.GREEN), 2.5, name="one", states=(40,)),
    tiny.scene(tiny.busy(2), 2, name="two", camera="pan"),
    tiny.scene(tiny.plain(tiny.BLUE), 2, name="three"),
)


@pytest.fixture(scope="module")
def clips() -> list[Clip]:
    return [make_clip(request) for request in clip_requests(LESSON, tiny.CLOSED)]


@pytest.fixture(scope="module")
def request_(clips: list[Clip]) -> RenditionRequest:
    return rendition_request(LESSON, tiny.CLOSED, clips, make_sound(sound_request(LESSON, tiny.CLOSED)))


def pictures(path: Path | None) -> list[tuple[int, bytes]]:
    assert path
    with av.open(path) as film:
        return [(round(frame.time * tiny.FPS), bytes(frame.planes[0])) for frame in film.decode(video=0)]


@pytest.mark.parametrize("preset", sorted({profile.preset for profile in known().values() if profile.width}))
def test_clips_of_every_motion_have_the_same_parameter_sets(preset: str) -> None:
    lesson = tiny.film(*LESSON.scenes, tiny.scene(tiny.footage([20, 60, 100, 140], 2), 2, name="four"))
    found = set()
    for request in clip_requests(lesson, dataclasses.replace(tiny.CLOSED, preset=preset)):
        with av.open(make_clip(request).video.path) as film:
            found.add(film.streams.video[0].codec_context.extradata)
    assert {painted(request).motion for request in clip_requests(lesson, tiny.CLOSED)} == {"none", "slow", "any"}
    assert len(found) == 1


def test_no_picture_is_changed_or_lost_by_joining(clips: list[Clip], request_: RenditionRequest) -> None:
    joined, start, alone = pictures(make_rendition(request_).video.path), 0, []
    for clip in clips:
        alone += [(start + number, picture) for number, picture in pictures(clip.video.path)]
        start += clip.frames
    assert joined == alone


def test_decode_times_rise_and_durations_reach_the_next(request_: RenditionRequest) -> None:
    with av.open(make_rendition(request_).video.path) as film:
        packets = [packet for packet in film.demux(video=0) if packet.dts is not None]
    assert all(later.dts - earlier.dts == earlier.duration > 0 for earlier, later in pairwise(packets))
    assert all(packet.pts >= packet.dts for packet in packets)
    assert packets[-1].dts + packets[-1].duration - packets[0].dts == LESSON.frames * 3000


def test_seeking_lands_on_the_scene(request_: RenditionRequest) -> None:
    with av.open(make_rendition(request_).video.path) as film:
        film.seek(5_500_000)
        frame = next(film.decode(video=0))
        assert 4.5 <= frame.time <= 5.5
        assert frame.to_ndarray(format="rgb24")[90, 160] == pytest.approx(tiny.BLUE, abs=3)


def test_clips_of_other_settings_are_refused(clips: list[Clip], request_: RenditionRequest) -> None:
    odd = clip_requests(LESSON, dataclasses.replace(tiny.CLOSED, preset="ultrafast"))[2]
    mixed = (*clips[:2], make_clip(odd), *clips[3:])
    with pytest.raises(MediaError, match="clip 3 can't be joined to clip 1"):
        make_rendition(dataclasses.replace(request_, clips=mixed))


def test_a_clip_that_is_missing_is_noticed(request_: RenditionRequest) -> None:
    with pytest.raises(MediaError, match="has 4 clips for 5 places"):
        make_rendition(dataclasses.replace(request_, clips=request_.clips[:-1]))
    with pytest.raises(MediaError, match=r"was to last 6\.500 s"):
        fewer = dataclasses.replace(request_, clips=request_.clips[:-1], lengths=request_.lengths[:-1])
        make_rendition(fewer)


def test_sound_that_is_too_short_is_noticed(request_: RenditionRequest) -> None:
    short = sound_request(LESSON, tiny.CLOSED)
    sound = make_sound(dataclasses.replace(short, samples=short.samples - 5000))
    with pytest.raises(MediaError, match=r"was to last 6\.500 s"):
        make_rendition(dataclasses.replace(request_, sound=sound))


def test_a_damaged_clip_is_an_error_of_ours(request_: RenditionRequest) -> None:
    broken = Clip(Blob.of(b"not an mp4 file"), 10)
    with pytest.raises(MediaError, match="joining 'Una película' failed"):
        make_rendition(dataclasses.replace(request_, clips=(broken, *request_.clips)))


def test_engines_load_by_name_and_change_with_their_libraries(monkeypatch: pytest.MonkeyPatch) -> None:
    names = ("clips", "posters", "sound", "renditions")
    assert [engines.load(name).name for name in names] == list(names)
    assert all(engines.load(name).fingerprint() == engines.load(name).fingerprint() for name in names)
    before = engines.load("sound").fingerprint()
    monkeypatch.setattr(engines, "VERSION", 999)
    engines._versions.cache_clear()
    assert engines.load("sound").fingerprint() != before
    engines._versions.cache_clear()


def test_importing_the_engines_is_light() -> None:
    import subprocess
    import sys

    code = (
        "import sys; from lessonforge.assemble import engines, profiles, requests; engines.load('sound').fingerprint();"
        "print([name for name in ('av', 'cv2', 'moviepy', 'numpy', 'soxr') if name in sys.modules])"
    )
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, text=True).stdout.strip() == "[]"


def test_the_build_makes_a_film(tmp_path: Path) -> None:
    """The whole way through the store and its workers' code."""
    from lessonforge.build.executors.serial import Serial
    from lessonforge.build.fulfil import fulfil
    from lessonforge.build.store import Store
    from lessonforge.build.work import Maker

    def made(name: str, kinds: tuple[str, ...], requests: list) -> dict:
        makes = tuple(f"lessonforge.{kind}" for kind in kinds)
        maker = Maker("lessonforge.assemble.engines:load", name, "make", makes, 60)
        done = fulfil(requests, maker, Store(tmp_path / "store"), Serial())
        assert not done.failures, done.failures
        return done.artifacts

    def build(timeline: Timeline) -> Blob:
        wanted = clip_requests(timeline, tiny.CLOSED)
        clips = made("clips", ("assemble.requests:Clip",), wanted)
        heard = sound_request(timeline, tiny.CLOSED)
        sound = made("sound", ("assemble.requests:Sound",), [heard])[heard]
        last = rendition_request(timeline, tiny.CLOSED, [clips[each] for each in wanted], sound)
        return made("renditions", ("model:Rendition",), [last])[last].video

    first = build(LESSON)
    assert first.path
    assert facts.film_facts(first.path).seconds == pytest.approx(LESSON.seconds, abs=0.03)
    assert build(LESSON) == first


@pytest.mark.parametrize("share", [0.7, 1.0, 1.45])
def test_a_clip_without_words_serves_every_length(share: float) -> None:
    """A picture is encoded at its usual length; each film shows its frames evenly for as long as it needs them."""
    whole = tiny.scene(tiny.busy(3), 2 * share, name="busy", camera="pan")
    whole = dataclasses.replace(whole, panel=dataclasses.replace(whole.panel, usual=2.0), cues=())
    lesson = tiny.film(whole, tiny.scene(tiny.plain(tiny.BLUE), 1, name="two"))
    requests = clip_requests(lesson, tiny.CLOSED)
    assert requests[0].frames == 2 * tiny.FPS
    joined = make_rendition(
        rendition_request(
            lesson, tiny.CLOSED, [make_clip(one) for one in requests], make_sound(sound_request(lesson, tiny.CLOSED))
        )
    )
    with av.open(joined.video.path) as film:
        times = [frame.time for frame in film.decode(video=0)]
    steps = [later - earlier for earlier, later in pairwise(times[: 2 * tiny.FPS])]
    assert max(steps) - min(steps) < 0.001 and steps[0] == pytest.approx(share / tiny.FPS, abs=0.001)
    assert times[2 * tiny.FPS] == pytest.approx(whole.frames / tiny.FPS, abs=0.001)


def test_words_and_lengths_far_off_are_encoded_as_they_are() -> None:
    def frames(seconds: float, **changes) -> int:
        scene = tiny.scene(tiny.busy(3), seconds, name="busy", camera="pan")
        panel = dataclasses.replace(scene.panel, usual=2.0, credit=changes.pop("credit", ""))
        return clip_requests(tiny.film(dataclasses.replace(scene, panel=panel, **changes)), tiny.CLOSED)[0].frames

    assert frames(2.5) == 2 * tiny.FPS
    assert frames(2.5, credit="own photo") == frames(2.5, states=(5,)) == round(2.5 * tiny.FPS)
    assert frames(3.1) == round(3.1 * tiny.FPS) and frames(1.3) == round(1.3 * tiny.FPS)

"""What clips paint, frame by frame, before any encoder."""

import dataclasses
from itertools import pairwise

import av
import cv2
import numpy as np
import pytest
import tiny_films as tiny

from lessonforge.assemble import planes
from lessonforge.assemble.camera import CLOSE, look
from lessonforge.assemble.compose import PaintedClip, lesson_clip, painted
from lessonforge.assemble.encode import changes, make_poster
from lessonforge.assemble.planes import Overlay, Planes
from lessonforge.assemble.requests import MOVES, ClipRequest, Encoding, clip_requests, poster_request
from lessonforge.blob import Blob
from lessonforge.errors import MediaError
from lessonforge.lesson import Label
from lessonforge.model import Footage, Still
from lessonforge.timelines import PlacedLabel

ENCODING = Encoding(tiny.WIDTH, tiny.HEIGHT, tiny.FPS, 20, "veryfast")


def request(picture: Still | Footage, frames: int = 60, move: str = "still", **fields: object) -> ClipRequest:
    return ClipRequest(picture, move, frames, ENCODING, **fields)  # type: ignore[arg-type]


def paint(clip: PaintedClip, frame: int) -> Planes:
    into = planes.blank(*clip.size)
    clip.paint(frame, into)
    return into


def rgb(clip: PaintedClip, frame: int) -> np.ndarray:
    return clip.get_frame(frame / clip.fps).astype(int)


def test_colours_survive_the_planes() -> None:
    for colour in (tiny.RED, tiny.GREEN, tiny.BLUE, (255, 255, 0), (0, 0, 0), tiny.WHITE):
        picture = np.full((8, 8, 3), colour, np.uint8)
        assert planes.to_rgb(planes.from_rgb(picture)).reshape(-1, 3) == pytest.approx(np.tile(colour, (64, 1)), abs=2)


def test_planes_are_what_another_library_makes_of_the_picture() -> None:
    picture = np.repeat(np.repeat(np.random.default_rng(1).integers(0, 256, (6, 8, 3), np.uint8), 8, 0), 8, 1)
    theirs = av.VideoFrame.from_ndarray(picture).reformat(format="yuv420p", dst_colorspace="itu709").to_ndarray()
    ours = planes.from_rgb(picture)
    assert np.abs(theirs[:48].astype(int) - ours.y).max() <= 2
    apart = np.abs(theirs[48:].reshape(2, 24, 32).astype(int) - np.stack(ours[1:]))
    assert np.median(apart) <= 1, "they differ in how they halve an edge"


@pytest.mark.parametrize("move", MOVES)
def test_the_camera_moves_evenly_and_shows_no_edge(move: str) -> None:
    clip = painted(request(tiny.busy(3), 90, move))
    frames = [paint(clip, number).y.astype(int) for number in range(90)]
    steps = np.array([np.abs(b - a).mean() for a, b in pairwise(frames)])
    middle = steps[15:-15]
    assert middle.min() > 0.05, "it does not stop"
    assert np.abs(np.diff(middle)).max() < 0.4 * middle.max(), "nor jump"
    assert max(steps[0], steps[-1]) < middle.mean() / 4, "it starts and ends at rest"


def test_every_move_stays_inside_the_picture() -> None:
    for move in MOVES:
        for progress in (0, 0.25, 0.5, 1):
            scale, dx, dy = look(move, progress, 320, 180) or (0, 0, 0)
            assert 1 <= scale <= CLOSE
            assert -(scale - 1) * 320 - 1e-9 <= dx <= 0 and -(scale - 1) * 180 - 1e-9 <= dy <= 0


def test_the_cheap_way_to_pan_shows_the_same() -> None:
    picture = planes.from_rgb(cv2.imdecode(np.frombuffer(tiny.busy(4).states[0].read(), np.uint8), 1))
    slow, quick = planes.blank(320, 180), planes.blank(320, 180)
    planes.view(picture, CLOSE, -10.3, -7.6, slow)
    planes.window(planes.enlarged(picture, CLOSE), -10.3, -7.6, quick)
    for one, other in zip(slow, quick, strict=True):
        assert np.abs(one.astype(int) - other).mean() < 1


def test_a_point_is_where_the_camera_says() -> None:
    dot = np.zeros((tiny.HEIGHT, tiny.WIDTH, 3), np.uint8)
    dot[40:44, 100:104] = 255
    clip = painted(request(tiny.still(dot), 30, "in-left"))
    scale, dx, dy = look("in-left", 1, tiny.WIDTH, tiny.HEIGHT) or (0, 0, 0)
    bright = paint(clip, 29).y.astype(float) - 16
    x = (bright.sum(axis=0) @ (np.arange(tiny.WIDTH) + 0.5)) / bright.sum()
    y = (bright.sum(axis=1) @ (np.arange(tiny.HEIGHT) + 0.5)) / bright.sum()
    assert (x, y) == pytest.approx((102 * scale + dx, 42 * scale + dy), abs=0.1)


def test_a_label_goes_with_the_camera() -> None:
    label = PlacedLabel(Label("Sun", (0.3, 0.4)), 0)
    clip = painted(request(tiny.plain(tiny.BLUE), 60, "left", labels=(label,), locale="en"))

    def middle(frame: int) -> float:
        bright = np.clip(paint(clip, frame).y.astype(float) - 120, 0, None)
        return float(bright.sum(axis=0) @ np.arange(tiny.WIDTH) / bright.sum())

    moved = [look("left", frame / 59, tiny.WIDTH, tiny.HEIGHT).dx for frame in (20, 40)]  # type: ignore[union-attr]
    assert middle(40) - middle(20) == pytest.approx(moved[1] - moved[0], abs=0.1)


def test_still_frames_are_encoded_once_a_second() -> None:
    clip = painted(request(tiny.plain(tiny.RED, tiny.BLUE), 100, states=(45,)))
    kept = list(changes(clip))
    assert [number for number, _, new in kept if new] == [0, 45, 47, 49, 51]
    assert [number for number, _, new in kept if not new] == [30, 81]
    assert sum(lasting for _, lasting, _ in kept) == 100


def test_footage_plays_at_its_own_speed_and_then_stays() -> None:
    clip = painted(request(tiny.footage([20, 60, 100, 140, 180], 10), 60))
    seen = [rgb(clip, frame)[90, 160, 0] for frame in (0, 2, 3, 8, 13, 20, 59)]
    assert seen == pytest.approx([20, 20, 60, 100, 180, 180, 180], abs=3)
    assert len({clip.key(frame) for frame in range(20, 60)}) == 1
    assert rgb(clip, 3)[90, 160, 0] == pytest.approx(60, abs=3), "going back works"


def test_footage_is_slowed_to_fill_its_scene() -> None:
    clip = painted(request(tiny.footage([20, 60, 100, 140, 180], 10), 18))
    assert [rgb(clip, frame)[90, 160, 0] for frame in (0, 4, 17)] == pytest.approx([20, 60, 180], abs=3)


def test_an_overlay_blends_by_its_opacity() -> None:
    into = planes.from_rgb(np.full((40, 60, 3), 200, np.uint8))
    rgba = np.zeros((10, 11, 4), np.uint8)
    rgba[...] = (255, 0, 0, 128)
    Overlay(rgba, 21, 9).draw(into)
    seen = planes.to_rgb(into).astype(int)
    assert seen[14, 26] == pytest.approx((228, 100, 100), abs=4)
    assert seen[5, 5] == pytest.approx((200, 200, 200), abs=1)
    Overlay(rgba, 21, 9).draw(into, opacity=0)
    assert (planes.to_rgb(into) == seen).all()


def test_an_overlay_may_reach_over_the_edge() -> None:
    into = planes.from_rgb(np.zeros((40, 60, 3), np.uint8))
    white = np.full((10, 10, 4), 255, np.uint8)
    Overlay(white, -5, -3).draw(into)
    Overlay(white, 55, 35).draw(into)
    lit = planes.to_rgb(into)[..., 0] > 250
    assert lit[:6, :4].all() and lit[36:, 56:].all() and not lit[10:30].any()


def test_letters_on_a_small_frame_are_relatively_larger() -> None:
    cue = tiny.scene(tiny.plain(tiny.WHITE), 2, cues=[(0, 2000, "Words")]).cues
    large = dataclasses.replace(ENCODING, width=1280, height=720)

    def share(encoding: Encoding) -> float:
        clip = painted(ClipRequest(tiny.plain(tiny.WHITE), "still", 60, encoding, cues=cue, locale="en"))
        rows = np.flatnonzero((paint(clip, 5).y < 100).any(axis=1))
        return float(np.ptp(rows)) / encoding.height

    assert share(ENCODING) > 1.5 * share(large)


def test_moviepy_can_change_the_lesson() -> None:
    from moviepy import vfx

    timeline = tiny.film(tiny.scene(tiny.plain(tiny.RED), 1.5), tiny.scene(tiny.plain(tiny.BLUE), 1.5))
    mirrored = lesson_clip(timeline, tiny.OPEN).with_effects([vfx.InvertColors()])
    assert mirrored.get_frame(2.5)[90, 160].astype(int) == pytest.approx([255 - part for part in tiny.BLUE], abs=3)


def test_a_poster_is_the_first_picture_without_its_caption() -> None:
    card = tiny.scene(tiny.plain(tiny.WHITE), 2, name="card")
    card = dataclasses.replace(
        card, panel=dataclasses.replace(card.panel, shot=dataclasses.replace(card.panel.shot, kind="slide"))
    )
    shown = tiny.scene(tiny.plain(tiny.RED, tiny.GREEN), 2, states=(20,), cues=[(500, 1500, "Words")])
    timeline = tiny.film(card, shown)
    poster = cv2.imdecode(np.frombuffer(make_poster(poster_request(timeline)).image.read(), np.uint8), 1)
    assert poster.shape == (tiny.HEIGHT, tiny.WIDTH, 3)
    assert poster.reshape(-1, 3)[:, ::-1].mean(axis=0) == pytest.approx(tiny.GREEN, abs=3)


def test_clips_of_a_timeline_have_its_length() -> None:
    timeline = tiny.film(tiny.scene(tiny.busy(1), 2), tiny.scene(tiny.busy(2), 1.7))
    clips = [painted(each) for each in clip_requests(timeline, tiny.OPEN)]
    assert sum(clip.frames for clip in clips) == timeline.frames == 111


def test_a_label_is_not_moved_under_the_captions() -> None:
    label = PlacedLabel(Label("Sea", (0.5, 0.83)), 0)
    clip = painted(request(tiny.plain(tiny.BLUE), 60, "in", labels=(label,), locale="en"))

    def lowest(frame: int) -> int:
        return int(np.flatnonzero((paint(clip, frame).y > 150).any(axis=1)).max())

    assert lowest(59) <= lowest(8) + 1


@pytest.mark.parametrize("data", [b"", b"no film", tiny.footage([20, 60], 10).video.read()[:600]])
def test_broken_footage_is_refused(data: bytes) -> None:
    with pytest.raises(MediaError, match="footage"):
        paint(painted(request(Footage(Blob.of(data), 1.0, tiny.WIDTH, tiny.HEIGHT))), 0)

"""Stills in layers: where each layer is at a moment, and that fast ways of painting show what slow ones do."""

import dataclasses
import math
from itertools import pairwise

import cv2
import numpy as np
import pytest
import tiny_films as tiny

from lessonforge.assemble import planes, zoom
from lessonforge.assemble.camera import look
from lessonforge.assemble.compose import Scene, painted
from lessonforge.assemble.motion import moved
from lessonforge.assemble.pictures import Flat, backdrop
from lessonforge.assemble.planes import Planes
from lessonforge.assemble.requests import MOVES, ClipRequest, TransitionRequest, clip_requests
from lessonforge.assemble.scenery import Scenery
from lessonforge.blob import Blob
from lessonforge.errors import MediaError
from lessonforge.lesson import Label
from lessonforge.model import Layer, Movement, Still

WIDE, HIGH = tiny.WIDTH, tiny.HEIGHT
BALL = (160.0, 60.0)
"""Where the middle of the ball is."""


def layer(pixels: np.ndarray, x: int, y: int, near: float = 1.0, *movements: Movement) -> Layer:
    return Layer(Blob.of(cv2.imencode(".png", pixels[..., [2, 1, 0, 3]])[1].tobytes()), x, y, near, movements)


def sky() -> np.ndarray:
    """Blue, with a white bar in the middle whose place can be measured."""
    pixels = np.full((HIGH, WIDE, 4), (80, 140, 220, 255), np.uint8)
    pixels[20:120, 78:82] = 255
    return pixels


def land() -> np.ndarray:
    """Green with a wavy upper edge; transparent above."""
    pixels = np.zeros((100, WIDE, 4), np.uint8)
    pixels[...] = (60, 140, 60, 0)
    for x in range(WIDE):
        pixels[round(12 + 8 * math.sin(x / 14)) :, x, 3] = 255
    return pixels


def ball(size: int = 20) -> np.ndarray:
    pixels = np.zeros((size, size, 4), np.uint8)
    pixels[...] = (250, 30, 30, 0)
    alpha = np.zeros((size * 8, size * 8), np.uint8)
    cv2.circle(alpha, (size * 4, size * 4), size * 4 - 4, 255, -1)
    pixels[..., 3] = cv2.resize(alpha, (size, size), interpolation=cv2.INTER_AREA)
    return pixels


def picture(*movements: Movement, near: float = 1.0) -> Still:
    layers = (
        layer(sky(), 0, 0, 0.5),
        layer(land(), 0, HIGH - 100),
        layer(ball(), round(BALL[0]) - 10, round(BALL[1]) - 10, near, *movements),
    )
    flat = sky()[..., :3].astype(float)
    for pixels, x, y in ((land(), 0, HIGH - 100), (ball(), 150, 50)):
        part = flat[y : y + pixels.shape[0], x : x + pixels.shape[1]]
        part += (pixels[..., :3] - part) * (pixels[..., 3:] / 255)
    return dataclasses.replace(tiny.still(flat.round().astype(np.uint8)), layers=layers)


def shown(still: Still, seconds: float, move: str = "still", progress: float = 0.0) -> np.ndarray:
    into = planes.blank(WIDE, HIGH)
    Scenery(still, move, tiny.FPS, (WIDE, HIGH)).show(seconds, look(move, progress, WIDE, HIGH), into)
    return planes.to_rgb(into).astype(int)


def middle(image: np.ndarray) -> tuple[float, float, float]:
    """The middle of what is red, and how much of it there is."""
    redness = np.clip((image[..., 0] - image[..., 1:].max(axis=2) - 40) / 140, 0, 1)
    y, x = np.mgrid[:HIGH, :WIDE]
    total = redness.sum()
    return float((redness * (x + 0.5)).sum() / total), float((redness * (y + 0.5)).sum() / total), float(total)


def test_at_rest_the_layers_are_the_flat_picture() -> None:
    still = picture(Movement("swing", 4, 20, pivot=BALL))
    flat = cv2.imdecode(np.frombuffer(still.states[0].read(), np.uint8), cv2.IMREAD_COLOR)[..., ::-1].astype(int)
    apart = np.abs(shown(still, 0.0) - planes.to_rgb(planes.from_rgb(flat.astype(np.uint8))).astype(int))
    assert apart.max() <= 12 and apart.mean() < 0.5, "only colours at edges differ, in how they are halved"


@pytest.mark.parametrize(
    ("movement", "seconds", "expected"),
    [
        (Movement("shift", 4, 12, -6), 1.0, (172, 54)),
        (Movement("shift", 4, 12, -6), 3.0, (148, 66)),
        (Movement("shift", 4, 12, 0, phase=0.25), 0.0, (172, 60)),
        (Movement("swing", 4, 90, pivot=(160, 40)), 1.0, (140, 40)),
        (Movement("turn", 8, 1, pivot=(160, 40)), 2.0, (140, 40)),
        (Movement("turn", 8, -1, pivot=(160, 40)), 2.0, (180, 40)),
        (Movement("circle", 12, 30, 10), 6.0, (100, 60)),
        (Movement("circle", 12, 30, 10, phase=0.5), 3.0, (190, 50)),
        (Movement("scale", 4, 0.5, 0.5, pivot=(160, 40)), 1.0, (160, 70)),
    ],
)
def test_movements_go_where_they_should(movement: Movement, seconds: float, expected: tuple[float, float]) -> None:
    x, y, _ = middle(shown(picture(movement), seconds))
    assert (x, y) == pytest.approx(expected, abs=0.4)
    x, y, _ = middle(shown(picture(movement), seconds + 12 * movement.seconds))
    assert (x, y) == pytest.approx(expected, abs=0.4)


def test_movements_are_applied_from_the_inside_out() -> None:
    turn, shift = Movement("turn", 8, 1, pivot=(160, 40)), Movement("shift", 8, 30, 0)
    assert moved([turn, shift], 2.0).point(*BALL) == pytest.approx((170, 40))
    assert moved([shift, turn], 2.0).point(*BALL) == pytest.approx((140, 70))


def test_what_rises_fades_in_and_out_and_is_never_gone() -> None:
    still = picture(Movement("rise", 4, 0, -24))
    without = shown(dataclasses.replace(still, layers=still.layers[:2]), 0.0)
    amounts = [np.abs(shown(still, second) - without).sum() for second in np.arange(0, 4, 0.25)]
    assert min(amounts) > 0.7 * max(amounts)
    x, y, _ = middle(shown(picture(Movement("rise", 4, 0, -24)), 0.0))
    assert (x, y) == pytest.approx(BALL, abs=0.3)


@pytest.mark.parametrize("speed", [16.0, 320.0])
def test_what_flows_stays_in_its_box_and_closes_its_loop(speed: float) -> None:
    tile = np.zeros((40, 60, 4), np.uint8)
    tile[...] = (250, 30, 30, 0)
    tile[4:14, 10:40, 3] = 255
    still = picture(Movement("flow", 40 / speed, 0, 40))
    flowing = layer(tile, 100, 20, 1.0, *still.layers[2].movements)
    still = dataclasses.replace(still, layers=(*still.layers[:2], flowing))
    for share in (0.0, 0.3, 0.5, 0.9):
        image = shown(still, share * 40 / speed)
        red = (image[..., 0] > 150) & (image[..., 1] < 100)
        rows = np.flatnonzero(red.any(axis=1))
        assert len(rows) == pytest.approx(10, abs=2) and set(rows) <= set(range(20, 60))
        assert (rows[0] - 24 - share * 40) % 40 == pytest.approx(0, abs=1.1) or 20 in rows
    assert np.abs(shown(still, 0.0) - shown(still, 40 / speed)).max() <= 1


def test_far_layers_go_by_more_slowly_and_all_stay_covered() -> None:
    def bar(image: np.ndarray) -> float:
        white = (image.min(axis=2) > 180)[30:60, :150]
        return float(np.flatnonzero(white.any(axis=0)).mean())

    near = np.subtract(middle(shown(picture(), 0, "left", 1))[:1], middle(shown(picture(), 0, "left", 0))[:1])[0]
    far = bar(shown(picture(), 0, "left", 1)) - bar(shown(picture(), 0, "left", 0))
    assert far == pytest.approx(near / 2, abs=1.0) and abs(near) > 8
    for move in MOVES:
        for progress in (0, 0.3, 1):
            image = shown(picture(), 0, move, progress)
            known = np.array([(80, 140, 220), (60, 140, 60), (250, 30, 30), (255, 255, 255)])
            apart = np.abs(image[:, :, None] - known).sum(axis=3).min(axis=2)
            assert np.median(apart) < 6 and (apart[[0, -1]] < 12).all() and (apart[:, [0, -1]] < 260).all()


@pytest.mark.parametrize("move", MOVES)
def test_cells_and_fast_scaling_show_what_plain_warping_does(move: str, monkeypatch: pytest.MonkeyPatch) -> None:
    size, still = (1280, 720), picture(Movement("shift", 4, 9, 3))
    sights = [look(move, progress, *size) for progress in (0.0, 0.21, 0.5, 0.77, 1.0)]

    def every() -> list[Planes]:
        scenery = Scenery(still, move, tiny.FPS, size)
        found = [planes.blank(*size) for _ in sights]
        for sight, into in zip(sights, found, strict=True):
            scenery.show(1.3, sight, into)
        return found

    fast = every()
    monkeypatch.setattr("lessonforge.assemble.sprites.cells", lambda behind: [((0, 0, *behind.shape[::-1]), False)])
    monkeypatch.setattr("lessonforge.assemble.sprites.scaled", lambda *given: None)
    for one, other in zip(fast, every(), strict=True):
        for plane, plain in zip(one, other, strict=True):
            apart = cv2.absdiff(plane, plain)
            assert apart.mean() < 0.3 and np.quantile(apart, 0.999) <= 12, "at edges, by a hundredth of a pixel"


def test_fast_scaling_is_exact_but_for_hundredths_of_a_sample() -> None:
    ramp = np.add.outer(np.arange(700) * 0.07, np.arange(1100) * 0.1).astype(np.float32)
    found = 0
    for scale in (1.011, 1.02, 1.037, 1.08):
        shift = (-40.3 * scale, -37.8 * scale)
        part = zoom.scaled(ramp, scale, shift, (6, 8), (900, 500))
        if part is None:
            continue
        found += 1
        x = (np.arange(6, 906) + 0.5 - shift[0]) / scale - 0.5
        y = (np.arange(8, 508) + 0.5 - shift[1]) / scale - 0.5
        assert np.abs(part - (x * 0.1 + y[:, None] * 0.07)).max() < 0.1 * 0.11
    assert found >= 3
    assert zoom.scaled(ramp, 1.0001, (-40.3, -37.4), (6, 8), (900, 500)) is None


def test_frames_are_equal_again_after_a_loop() -> None:
    scenery = backdrop(picture(Movement("swing", 3, 9, pivot=BALL)), (), "left", (900, 30), (WIDE, HIGH))
    assert scenery.key(7) == scenery.key(367) != scenery.key(8)
    one, other = planes.blank(WIDE, HIGH), planes.blank(WIDE, HIGH)
    scenery.paint(7, None, one)
    scenery.paint(367, None, other)
    assert all(np.array_equal(a, b) for a, b in zip(one, other, strict=True))
    assert backdrop(picture(), (), "left", (900, 30), (WIDE, HIGH)).key(5) == 0
    odd = backdrop(picture(Movement("swing", 7, 9, pivot=BALL)), (), "left", (900, 30), (WIDE, HIGH))
    assert odd.key(7) != odd.key(367)


def test_a_point_drifts_with_its_layer() -> None:
    scenery = backdrop(picture(Movement("shift", 4, 12, 0)), (), "left", (120, 30), (WIDE, HIGH))
    assert scenery.drift(2, BALL, None, 30) == pytest.approx((12, 0))
    assert scenery.drift(None, BALL, None, 30) == (0, 0)
    sight = look("left", 1.0, WIDE, HIGH)
    far, near = scenery.drift(0, BALL, sight, 0), scenery.drift(1, BALL, sight, 0)
    assert far[0] == pytest.approx(near[0] / 2)
    quick = backdrop(picture(Movement("swing", 1, 12, pivot=(0, 0))), (), "left", (120, 30), (WIDE, HIGH))
    assert quick.drift(2, BALL, None, 8) == (0, 0), "a label that jitters can't be read"


def test_a_still_camera_gets_the_flat_picture_and_knows_no_layers() -> None:
    scenes = [
        tiny.scene(
            picture(Movement("shift", 4, 9)), 2.0, name=name, camera=camera, labels=((Label("x", (0.5, 0.3)), 0),)
        )
        for name, camera in (("a", "still"), ("b", "pan"))
    ]
    first, _, second = clip_requests(tiny.film(*scenes), tiny.OPEN)
    assert isinstance(first, ClipRequest) and isinstance(second, ClipRequest)
    assert not first.picture.layers and second.picture.layers
    clip = painted(first)
    assert clip.motion == "none" and clip.key(10) == clip.key(40)
    assert isinstance(backdrop(first.picture, (), "still", (60, 30), (WIDE, HIGH)), Flat)


def test_a_picture_may_move_before_a_still_camera() -> None:
    animated = tiny.scene(picture(Movement("shift", 4, 9)), 2.0, camera="still", motion="animate")
    (request,) = clip_requests(tiny.film(animated), tiny.CLOSED)
    assert isinstance(request, ClipRequest) and request.move == "still" and request.picture.layers
    clip = painted(request)
    assert clip.motion == "slow" and clip.key(10) != clip.key(40)
    assert (clip.get_frame(0.3) != clip.get_frame(1.3)).any()


def test_crossfades_begin_and_end_with_what_the_clips_show() -> None:
    moving = picture(Movement("shift", 4, 9))
    scenes = [tiny.scene(moving, 2.2, name=name, camera="pan", voice=0) for name in ("a", "b")]
    first, fade, second = clip_requests(tiny.film(*scenes), tiny.CLOSED)
    assert isinstance(fade, TransitionRequest) and isinstance(first, ClipRequest) and isinstance(second, ClipRequest)
    assert fade.before.seconds == pytest.approx(first.frames / tiny.FPS, abs=1e-3)
    into = planes.blank(WIDE, HIGH)
    painted(second).paint(0, into)
    assert all(np.array_equal(a, b) for a, b in zip(Scene(fade.after, (WIDE, HIGH)).planes(), into, strict=True))
    longer = painted(dataclasses.replace(first, frames=first.frames + 1))
    longer.paint(first.frames, into)
    ends = Scene(fade.before, (WIDE, HIGH)).planes()
    assert max(cv2.absdiff(a, b).max() for a, b in zip(ends, into, strict=True)) <= 2
    clip = painted(fade)
    frames = [planes.blank(WIDE, HIGH) for _ in range(fade.frames)]
    for number, frame in enumerate(frames):
        clip.paint(number, frame)
    assert all(cv2.absdiff(a.y, b.y).max() > 2 for a, b in pairwise(frames))


def test_a_layer_that_is_no_picture_is_told() -> None:
    broken = dataclasses.replace(picture(), layers=(Layer(Blob.of(b"no picture"), 0, 0),))
    with pytest.raises(MediaError, match="a layer of a picture is no PNG"):
        shown(broken, 0.0)

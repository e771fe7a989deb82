"""Ten drawn scenes in motion, twelve seconds each: they never flash, and their loops close."""

import dataclasses
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
from flashing import worst

from lessonforge.assemble import planes
from lessonforge.assemble.camera import look
from lessonforge.assemble.scenery import Scenery
from lessonforge.model import Shot, Still
from lessonforge.visuals.draw.engine import Draw

SIZE, FPS, SECONDS = (320, 180), 30, 12
SCENES = (Path(__file__).parent / "moving_scenes.txt").read_text().splitlines()


def drawn(prompt: str, style: str = "flat") -> Still:
    (still,) = Draw().render([Shot("prompt", *SIZE, seed=3, prompt=prompt, style=style)])
    return still


def frames(still: Still, first: int, count: int, move: str = "still") -> Iterator[np.ndarray]:
    scenery, into = Scenery(still, move, FPS, SIZE), planes.blank(*SIZE)
    for number in range(first, first + count):
        scenery.show(number / FPS, look(move, (number - first) / count, *SIZE), into)
        yield planes.to_rgb(into)


@pytest.mark.parametrize("prompt", SCENES)
def test_scenes_move_do_not_flash_and_begin_again(prompt: str) -> None:
    still = drawn(prompt)
    assert any(layer.movements for layer in still.layers)
    seen = [frame.copy() for frame in frames(still, 0, SECONDS * FPS)]
    assert worst(seen, FPS) < 0.25
    again = frames(still, SECONDS * FPS, 40)
    assert max(np.abs(one.astype(int) - other).max() for one, other in zip(again, seen, strict=False)) <= 1
    changed = np.array([np.abs(seen[n].astype(int) - seen[0]).max() for n in range(0, len(seen), 7)])
    assert changed.max() > 10
    steps = np.array([np.abs(b.astype(int) - a).mean() for a, b in zip(seen, [*seen[1:], seen[0]], strict=True)])
    assert steps.max() < 6 * np.median(steps) + 0.5, "nothing jumps, not even where the loop begins again"


def test_a_picture_that_flashes_is_found() -> None:
    dark, light = (np.full((90, 160, 3), value, np.uint8) for value in (60, 200))
    assert worst([(dark, light)[n // 3 % 2] for n in range(60)], FPS) == pytest.approx(1)
    assert worst([(dark, light)[n // 15 % 2] for n in range(60)], FPS) == 0, "two in a second are allowed"
    spot = dark.copy()
    spot[30:44, 30:44] = 200
    assert 0 < worst([(dark, spot)[n // 3 % 2] for n in range(60)], FPS) < 0.25, "a small field may"
    red = np.zeros_like(dark)
    red[..., 0] = 130
    assert worst([(np.zeros_like(red), red)[n // 3 % 2] for n in range(60)], FPS) > 0.25
    bright = np.full_like(dark, 240), np.full_like(dark, 255)
    assert worst([bright[n // 3 % 2] for n in range(60)], FPS) == 0


def test_the_camera_over_a_moving_scene_does_not_flash() -> None:
    for move in ("in-left", "right"):
        assert worst(frames(drawn(SCENES[0]), 0, 5 * FPS, move), FPS) < 0.25


def test_a_still_without_movement_has_parallax_only() -> None:
    still = drawn("a house in a meadow")
    resting = dataclasses.replace(
        still, layers=tuple(dataclasses.replace(layer, movements=()) for layer in still.layers)
    )
    one, other = (np.stack(list(frames(resting, at, 1))) for at in (0, 77))
    assert np.array_equal(one, other)

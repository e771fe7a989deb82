"""Every drawn style: labels are legible on it, subjects stand apart, textures fit together, skies have no seams."""

import cv2
import numpy as np
import pytest

from lessonforge.expand import styles
from lessonforge.lesson import Label
from lessonforge.model import Shot
from lessonforge.settings import built_in
from lessonforge.text import shape
from lessonforge.text.palette import contrast
from lessonforge.visuals.draw import grammar, texture
from lessonforge.visuals.draw.canvas import Canvas
from lessonforge.visuals.draw.compose import compose
from lessonforge.visuals.draw.engine import Draw
from lessonforge.visuals.draw.palettes import BOARD, LAND, LIGHTS, STYLES
from lessonforge.visuals.draw.pixels import rasterised

SIZE = 640, 360
PALETTES = {name: styles.style(name, (built_in("templates"),))[0].palette for name in STYLES}
SCENES = (
    "a brown cow on a meadow",
    "a girl in a park",
    "a cat in a living room",
    "a house on a hill at night",
    "a fish under water",
)
TEXTURES = sorted(texture.FINISHES)


def picture(prompt: str, style: str, size: tuple[int, int] = SIZE) -> np.ndarray:
    """A drawn picture as BGR pixels."""
    still = next(Draw().render([Shot("prompt", *size, 1, prompt=prompt, style=style)]))
    return cv2.imdecode(np.frombuffer(still.states[0].read(), np.uint8), cv2.IMREAD_COLOR)


def hexed(bgr: np.ndarray) -> str:
    return "#{2:02x}{1:02x}{0:02x}".format(*(int(value) for value in bgr))


@pytest.mark.parametrize("prompt", [SCENES[0], SCENES[3]])
@pytest.mark.parametrize("style", STYLES)
def test_the_words_of_a_label_stand_out_from_what_is_behind_them(style, prompt):
    seen = picture(prompt, style).astype(np.float32)
    (strip,) = shape.labels([Label("Mmmmmm", (0.5, 0.5))], SIZE, "en", PALETTES[style])
    high, wide = strip.rgba.shape[:2]
    alpha = strip.rgba[..., 3:].astype(np.float32) / 255
    under = seen[strip.y : strip.y + high, strip.x : strip.x + wide]
    seen = (under * (1 - alpha) + strip.rgba[..., 2::-1] * alpha).round().astype(np.uint8)
    ink = shape.roles(PALETTES[style])["ink"]
    letters = np.abs(seen.astype(int) - [int(ink[n : n + 2], 16) for n in (5, 3, 1)]).max(axis=2) < 12
    assert letters.sum() > 60, "the words are drawn in the ink of the style"
    one = letters.astype(np.uint8)
    beside = cv2.dilate(one, np.ones((5, 5))) - cv2.dilate(one, np.ones((3, 3)))
    behind = seen[beside.astype(bool)]
    assert np.percentile([contrast(ink, hexed(pixel)) for pixel in behind], 20) >= 4.5


def subject(prompt: str, style: str) -> tuple[np.ndarray, np.ndarray]:
    """The picture in CIELAB (lightness 0..100), and where its first subject is (0 or 1)."""
    canvas = compose(grammar.read(prompt), STYLES[style], 1, SIZE)
    shown = canvas.shown[0]
    marks = canvas.marks[shown.mark : shown.mark + shown.marks]
    alone = canvas.document("".join(mark.svg for mark in marks), (0, 0, canvas.width, 1000), SIZE)
    solid = (rasterised(alone, SIZE)[..., 3] > 128).astype(np.uint8)
    return cv2.cvtColor(picture(prompt, style).astype(np.float32) / 255, cv2.COLOR_BGR2LAB), solid


def around(picture: np.ndarray, where: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """The mean colour of what is `where`, near each pixel, and whether there is any."""
    count = cv2.boxFilter(where.astype(np.float32), -1, (25, 25))
    return cv2.boxFilter(picture * where[..., None], -1, (25, 25)) / np.maximum(count, 1e-6)[..., None], count > 0.02


@pytest.mark.parametrize("prompt", SCENES)
@pytest.mark.parametrize("style", STYLES)
def test_a_subject_stands_apart_from_its_ground(style, prompt):
    """By its lightness, or by its colour as an orange fish does in blue water; a line style by its line."""
    seen, solid = subject(prompt, style)
    near, far = np.ones((5, 5), np.uint8), np.ones((13, 13), np.uint8)
    inside = cv2.dilate(solid, near) - cv2.erode(solid, near)
    if not STYLES[style].line:
        inside = cv2.erode(solid, near) - cv2.erode(solid, far)
    drawn = cv2.dilate(seen, near) if STYLES[style].line else seen
    (own, some), (ground, any_) = around(drawn, inside), around(seen, cv2.dilate(solid, far) - cv2.dilate(solid, near))
    edge = (cv2.dilate(solid, near) - cv2.erode(solid, near)).astype(bool) & some & any_
    step = (own - ground)[edge]
    apart = (np.abs(step[:, 0]) >= 6) | (np.linalg.norm(step, axis=1) >= 20)
    assert apart.mean() >= 0.7


@pytest.mark.parametrize("name", TEXTURES)
def test_a_layer_has_its_own_piece_of_the_pictures_texture(name):
    """Finished apart, a piece is what it would be in the whole picture, but near its own edge."""
    plain = np.full((180, 320, 4), (150, 170, 190, 255), np.uint8)
    whole = texture.finish(plain, name, 1)
    piece = texture.finish(plain[30:110, 40:200].copy(), name, 1, (40, 30), (320, 180))
    assert np.array_equal(whole[40:100, 60:180], piece[10:70, 20:140])
    assert whole[..., :3].std() > 0.8, "a texture is seen"


@pytest.mark.parametrize("name", TEXTURES)
def test_a_texture_keeps_what_is_clear_clear(name):
    layer = np.zeros((90, 160, 4), np.uint8)
    layer[30:60, 40:120] = (60, 120, 200, 255)
    seen = texture.finish(layer, name, 1, (200, -20), (320, 180))[..., 3]
    assert seen[45, 80] == 255 and seen[5].max() == 0 and seen.shape == (90, 160)


def test_pictures_without_a_texture_stay_as_they_are():
    pixels = np.random.default_rng(1).integers(0, 255, (9, 16, 4), np.uint8)
    assert np.array_equal(texture.finish(pixels, "", 1), pixels)


@pytest.mark.parametrize("lines", [90, 180, 240, 360])
@pytest.mark.parametrize("top", [0, 133.3])
def test_a_sky_has_no_seams_in_a_small_picture(lines, top):
    canvas = Canvas(1000 * 16 / 9, 1000, STYLES["flat"], LIGHTS["day"], LAND["summer"])
    canvas.band(0, top, 700, ("#204080", "#f0f4ff"))
    size = lines * 16 // 9, lines
    seen = rasterised(canvas.svg(size), size)
    first, last = int(top * lines / 1000) + 2, int(700 * lines / 1000) - 2
    assert seen[first:last, :, 3].min() == 255
    steps = np.diff(seen[first:last, lines // 2, :3].astype(int), axis=0)
    assert steps.min() >= 0, "it only gets lighter downwards"


def test_chalk_is_light_on_a_dark_board_and_leaves_eyes_dark():
    seen = picture("a girl in a park", "chalk")
    board = np.array([int(BOARD[n : n + 2], 16) for n in (5, 3, 1)])
    assert np.abs(np.median(seen[10:60, 300:], axis=(0, 1)) - board).max() < 40
    tone = STYLES["chalk"].tone
    assert contrast(tone("#2b3a55"), tone("#8d5d40")) >= 1.5, "eyes are seen in every face"
    assert contrast(tone("#2b3a55"), tone("#f4d0b2")) >= 3


def test_paper_lies_on_what_is_behind_it_and_throws_a_shadow():
    flat, paper = (compose(grammar.read("a house on a meadow"), STYLES[name], 1, SIZE) for name in ("flat", "paper"))
    assert "stroke-opacity" in paper.marks[paper.shown[0].mark].svg
    assert len(paper.marks) == len(flat.marks)

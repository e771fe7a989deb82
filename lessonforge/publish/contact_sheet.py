"""Comes in: a timeline. Goes out: its contact sheet, a PNG with every scene's picture, words and length."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lessonforge import locales
from lessonforge.model import Box, Footage
from lessonforge.timelines import TimedScene, Timeline

if TYPE_CHECKING:
    import numpy

COLUMNS, WIDTH, MARGIN, GAP = 3, 1920, 40, 36
CELL = (WIDTH - 2 * MARGIN - (COLUMNS - 1) * GAP) // COLUMNS
HEAD = 84
MOST_COLUMNS = 480
"""How much of a scene's words there is room for, in columns of text."""
TICK = 0.03
"""The length of the marks at every tenth of a picture that can have labels, as a share of its shorter side."""


def draw(timeline: Timeline) -> bytes:
    """The sheet as a PNG file; a picture is shown with all of its parts and labels, footage by its first frame.

    Pictures that can have labels are marked along their edges at every tenth: a ruler for `at`.
    """
    import cv2

    from lessonforge.text import shape

    first = timeline.scenes[0].picture
    frame = round(CELL * first.height / first.width)
    data = {
        "title": shape.settle(timeline.storyboard.title, timeline.storyboard.locale),
        "facts": f"{timeline.storyboard.locale} · {_clock(timeline.seconds)}",
        "cells": [_cell(scene, timeline) for scene in timeline.scenes],
        "width": WIDTH,
        "margin": MARGIN,
        "head": HEAD,
        "cell": CELL,
        "frame": frame,
        "gap": GAP,
        "columns": COLUMNS,
    }
    page = shape.typeset("storyboard", data, timeline.storyboard.locale)[0]
    rows = shape.query("storyboard", data, timeline.storyboard.locale, "rows")[0]
    sheet = _decoded(page)
    rtl = locales.is_rtl(timeline.storyboard.locale)
    for number, scene in enumerate(timeline.scenes):
        row, column = divmod(number, COLUMNS)
        column = COLUMNS - 1 - column if rtl else column
        x, y = MARGIN + column * (CELL + GAP), MARGIN + HEAD + sum(rows[:row]) + row * GAP
        sheet[y : y + frame, x : x + CELL] = cv2.resize(
            _labelled(scene, timeline), (CELL, frame), interpolation=cv2.INTER_AREA
        )
    return bytes(cv2.imencode(".png", sheet)[1])


def _cell(scene: TimedScene, timeline: Timeline) -> dict[str, str]:
    from lessonforge.text import shape

    words = locales.between_sentences(timeline.storyboard.locale).join(one.written for one in scene.panel.sentences)
    return {
        "id": scene.panel.id,
        "length": f"{_clock(scene.start / timeline.fps)} · {scene.frames / timeline.fps:.1f} s",
        "words": shape.settle(_short(words), timeline.storyboard.locale),
    }


def _short(words: str) -> str:
    from lessonforge.text.linebreak import columns

    if columns(words) <= MOST_COLUMNS:
        return words
    kept = words
    while columns(kept) > MOST_COLUMNS:
        kept = kept[: int(len(kept) * 0.95)]
    return f"{kept.rsplit(' ', 1)[0]} …"


def _clock(seconds: float) -> str:
    minutes, rest = divmod(round(seconds), 60)
    return f"{minutes}:{rest:02}"


def _labelled(scene: TimedScene, timeline: Timeline) -> numpy.ndarray:
    """The picture of a scene with its labels, as they are when all have appeared."""
    import numpy

    from lessonforge.text import shape

    picture, board = _seen(scene), timeline.storyboard
    if (ruled := _ruled(scene)) is not None:
        _mark_tenths(picture, ruled)
    size = picture.shape[1], picture.shape[0]
    for strip in shape.labels([placed.label for placed in scene.labels], size, board.locale, board.palette):
        high, wide = strip.rgba.shape[:2]
        under = picture[strip.y : strip.y + high, strip.x : strip.x + wide]
        share = strip.rgba[..., 3:] / 255
        under[:] = numpy.rint(strip.rgba[..., 2::-1] * share + under * (1 - share))
    return picture


def _ruled(scene: TimedScene) -> Box | None:
    """What the tenths are counted over: the frame, or the author's picture in it; None where `at` can't be read off."""
    if scene.panel.shot.kind not in ("prompt", "image", "video"):
        return None
    whole, parts = (0.0, 0.0, 1.0, 1.0), scene.picture.parts
    if not parts:
        return whole
    return parts[0].here if parts[0].pointed == whole else None


def _mark_tenths(picture: numpy.ndarray, box: Box) -> None:
    """Marks along the top and the left edge of a box in the picture, the middle ones longer."""
    import cv2

    high, wide = picture.shape[:2]
    left, top, right, bottom = box[0] * wide, box[1] * high, box[2] * wide, box[3] * high
    near_x, near_y = round(max(left, 0)), round(max(top, 0))
    for tenth in range(1, 10):
        long = round(TICK * min(high, wide) * (2 if tenth == 5 else 1))
        x, y = round(left + (right - left) * tenth / 10), round(top + (bottom - top) * tenth / 10)
        for colour, thick in (((40, 30, 25), 8), ((255, 255, 255), 4)):
            cv2.line(picture, (x, near_y), (x, near_y + long), colour, thick)
            cv2.line(picture, (near_x, y), (near_x + long, y), colour, thick)


def _seen(scene: TimedScene) -> numpy.ndarray:
    picture = scene.picture
    if isinstance(picture, Footage):
        import av

        with av.open(str(picture.video.path)) as film:
            return next(film.decode(video=0)).to_ndarray(format="bgr24")
    return _decoded(picture.states[-1].read())


def _decoded(png: bytes) -> numpy.ndarray:
    import cv2
    import numpy

    pixels = cv2.imdecode(numpy.frombuffer(png, numpy.uint8), cv2.IMREAD_COLOR)
    assert pixels is not None  # made and verified here
    return pixels

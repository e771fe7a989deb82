"""Comes in: a timeline. Goes out: its contact sheet, a PNG with every scene's picture, words and length."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lessonforge import locales
from lessonforge.model import Footage, TimedScene, Timeline

if TYPE_CHECKING:
    import numpy

COLUMNS, WIDTH, MARGIN, GAP = 3, 1920, 40, 36
CELL = (WIDTH - 2 * MARGIN - (COLUMNS - 1) * GAP) // COLUMNS
HEAD = 84
MOST_COLUMNS = 480
"""How much of a scene's words there is room for, in columns of text."""


def draw(timeline: Timeline) -> bytes:
    """The sheet as a PNG file; a picture is shown with all of its parts, footage by its first frame."""
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
        sheet[y : y + frame, x : x + CELL] = cv2.resize(_seen(scene), (CELL, frame), interpolation=cv2.INTER_AREA)
    return bytes(cv2.imencode(".png", sheet)[1])


def _cell(scene: TimedScene, timeline: Timeline) -> dict[str, str]:
    from lessonforge.text import shape

    words = " ".join(sentence.written for sentence in scene.panel.sentences)
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

"""A caption and a slide in every script on one sheet, to look at: `python tests/text/script_sheet.py sheet.png`."""

import dataclasses
import json
import sys

import cv2
import numpy
from script_samples import LINES

from lessonforge.cards import Slide
from lessonforge.model import Shot
from lessonforge.text import linebreak, shape
from lessonforge.visuals.cards import Cards

SIZE = (1280, 720)


def frame(locale: str, text: str) -> numpy.ndarray:
    """A slide of the text with the text as its caption, as BGR."""
    parts = [text[start:end].strip() for start, end in linebreak.units(text, locale)]
    content = json.dumps(dataclasses.asdict(Slide(" ".join(parts[:2]), None, (text, " ".join(parts[-2:])))))
    [still] = Cards().render([Shot("slide", *SIZE, content=content, locale=locale)])
    picture = cv2.imdecode(numpy.frombuffer(still.states[-1].read(), numpy.uint8), cv2.IMREAD_COLOR)
    strip = shape.caption(linebreak.wrap(text, locale, 34)[0], locale, *SIZE)
    height, width = strip.rgba.shape[:2]
    box = picture[strip.y : strip.y + height, strip.x : strip.x + width]
    alpha = strip.rgba[..., 3:] / 255
    box[:] = box * (1 - alpha) + strip.rgba[..., 2::-1] * alpha
    return cv2.resize(picture, (640, 360), interpolation=cv2.INTER_AREA)


def main(target: str) -> None:
    """Writes the sheet, three frames a row."""
    frames = [frame(locale, text) for locale, text in LINES.items()]
    frames += [numpy.zeros_like(frames[0])] * (-len(frames) % 3)
    cv2.imwrite(target, cv2.vconcat([cv2.hconcat(frames[n : n + 3]) for n in range(0, len(frames), 3)]))


if __name__ == "__main__":
    main(sys.argv[1])

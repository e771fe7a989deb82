"""What words look like, as pictures to compare with: lines of every script, and all kinds of cards in Arabic.

`python tests/text/goldens.py` draws them into `tests/golden/text/`. Look at each that changes before you commit it.
"""

import dataclasses
import json
import os
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

import cv2
import numpy
from script_samples import LINES, MIXED

from lessonforge.cards import Arrow, Chart, Datum, Diagram, Event, Events, Node, Slide, Table
from lessonforge.lesson import Choice, Label, Quiz
from lessonforge.model import Shot
from lessonforge.text import bidi, linebreak, shape
from lessonforge.visuals.cards import Cards

FOLDER = Path(__file__).parents[1] / "golden" / "text"
SIZE = (640, 360)
STEPS = ("تبخّر ماء البحر", "تكاثف البخار", "هطول المطر")
NODES = (Node("sea", "البحر"), Node("vapour", "بخار الماء"), Node("cloud", "سحابة"), Node("rain", "مطر"))
ARROWS = (Arrow("sea", "vapour", "حرارة"), Arrow("vapour", "cloud"), Arrow("cloud", "rain"))
CARDS = {
    "slide": Slide("دورة الماء في الطبيعة", "من البحر H₂O وإليه", STEPS),
    "chart": Chart((Datum("كانون", 12), Datum("شباط", 31.5), Datum("آذار", 24)), "bar", "المطر في السنة", "مم"),
    "line": Chart((Datum("كانون", -2), Datum("شباط", 4.5), Datum("آذار", 9)), "line", "الحرارة", "°م"),
    "pie": Chart((Datum("نيتروجين", 78), Datum("أكسجين", 21), Datum("غيرهما", 1)), "pie", "الهواء", "%"),
    "timeline": Events((Event("1543", "كوبرنيكوس"), Event("1609", "كبلر"), Event("1687", "نيوتن")), "المدارات"),
    "table": Table(("الكوكب", "السنة"), (("عطارد", "88 يومًا"), ("الزهرة (Venus)", "225 يومًا")), "الكواكب"),
    "diagram": Diagram(NODES, ARROWS, "flow", "رحلة قطرة"),
    "quiz": Quiz("ما الذي يرفع الماءَ إلى السماء؟", (Choice("الشمس", True), Choice("الريح"), Choice("القمر"))),
}


def caption(text: str, locale: str) -> numpy.ndarray:
    """A caption as it stands over a grey picture, BGR."""
    spans = [span for event in linebreak.lines(text, locale, 34) for span in event]
    rgba = shape.caption(bidi.isolated(text, spans, locale), locale, 960, 540).rgba
    grey = numpy.full((*rgba.shape[:2], 3), 128, numpy.uint8)
    return over(grey, shape.Strip(rgba, 0, 0))


def over(picture: numpy.ndarray, strip: shape.Strip) -> numpy.ndarray:
    height, width = strip.rgba.shape[:2]
    box = picture[strip.y : strip.y + height, strip.x : strip.x + width].astype(int)
    alpha = strip.rgba[..., 3:].astype(int)
    drawn = (strip.rgba[..., 2::-1] * alpha + box * (255 - alpha) + 127) // 255
    picture[strip.y : strip.y + height, strip.x : strip.x + width] = drawn
    return picture


def card(kind: str, noun: object, locale: str = "ar", size: tuple[int, int] = SIZE) -> numpy.ndarray:
    """The last state of a card, BGR."""
    content = json.dumps(dataclasses.asdict(noun), ensure_ascii=False)
    [still] = Cards().render([Shot(kind, *size, content=content, locale=locale)])
    return cv2.imdecode(numpy.frombuffer(still.states[-1].read(), numpy.uint8), cv2.IMREAD_COLOR)


def labelled(locale: str) -> numpy.ndarray:
    """A plain picture of a sun at its left and a tree at its right, with labels, a credit and a caption, BGR."""
    picture = numpy.full((SIZE[1], SIZE[0], 3), (235, 206, 160), numpy.uint8)
    picture[230:] = (120, 160, 90)
    cv2.circle(picture, (130, 90), 45, (80, 200, 250), -1)
    cv2.rectangle(picture, (495, 170), (510, 250), (50, 80, 120), -1)
    cv2.circle(picture, (502, 140), 50, (70, 140, 60), -1)
    words = {"ar": ("الشمس", "شجرة", "صورة: NASA", "ترفع الشمسُ الماء."), "en": ("sun", "tree", "NASA", "The sun.")}
    sun, tree, credit, said = words[locale]
    items = [Label(sun, (0.2, 0.25)), Label(tree, (0.78, 0.4))]
    for strip in shape.labels(items, SIZE, locale, ()):
        picture = over(picture, strip)
    picture = over(picture, shape.credit(credit, locale, *SIZE))
    return over(picture, shape.caption([bidi.isolate(said, locale)], locale, *SIZE))


PICTURES: dict[str, Callable[[], numpy.ndarray]] = {
    **{f"line-{locale}": lambda locale=locale, text=text: caption(text, locale) for locale, text in LINES.items()},
    **{f"mixed-{locale}": lambda locale=locale, text=text: caption(text, locale) for locale, text in MIXED.items()},
    **{
        f"card-{name}": lambda name=name, noun=noun: card("chart" if isinstance(noun, Chart) else name, noun)
        for name, noun in CARDS.items()
    },
    "labelled-ar": lambda: labelled("ar"),
    "labelled-en": lambda: labelled("en"),
}


def main() -> None:
    """Draws all, with no font of the user's."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as data:
        os.environ["LESSONFORGE_DATA"] = data
        for name, draw in PICTURES.items():
            write(name, draw())
    for path in FOLDER.glob("*.png"):
        if path.stem not in PICTURES:
            path.unlink()


def write(name: str, picture: numpy.ndarray) -> None:
    path = FOLDER / f"{name}.png"
    old = cv2.imread(str(path)) if path.is_file() else None
    if old is None or not numpy.array_equal(old, picture):
        cv2.imwrite(str(path), picture, [cv2.IMWRITE_PNG_COMPRESSION, 9])
        sys.stdout.write(f"{path}\n")


if __name__ == "__main__":
    main()

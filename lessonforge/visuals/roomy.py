"""Which cards fit for certain, told from their lengths alone, so that checking a course sets no type.

The limits are far inside of what fits; a card beyond them is set, invisibly, to find out.
"""

from __future__ import annotations

import functools
import re
import unicodedata
from collections.abc import Callable, Iterable, Mapping
from typing import Any

from lessonforge.text.linebreak import columns

Content = Mapping[str, Any]
_MARKUP = str.maketrans("", "", "{}^_ \\")


def surely_fits(kind: str, content: Content, width: int, height: int) -> bool:
    """Whether a card is so small that any script has room in its layout; narrow frames take half as much."""
    room = 1 if width >= 1.6 * height else 0.5
    return _short([content.get("title")], 50, 22, room) and _RULES[kind](content, room)


def _short(texts: Iterable[str | None], most: int, word: int, room: float) -> bool:
    """Whether no text is longer than `most`, nor a word longer than `word`, in widths of a small letter."""
    return all(
        _length(text) <= most * room and max(map(_length, text.split()), default=0) <= word * room
        for text in texts
        if text
    )


def _length(text: str) -> float:
    return sum(map(_width, text))


@functools.cache
def _width(char: str) -> float:
    """The most that a character takes, in widths of a small letter, in the boldest font that draws it."""
    if char.islower() and char.isascii():
        return 1.75 if char in "mw" else 1.1
    if char.isascii():
        return 1.8 if char in "MW@%" else 1.4 if char.isupper() else 1.1
    return 0 if unicodedata.category(char) in ("Mn", "Me", "Cf") else 2


def _slide(c: Content, room: float) -> bool:
    return (
        len(c["bullets"]) <= 5
        and _short([*c["bullets"], c["subtitle"]], 60, 30, room)
        and _short([c["text"]], 260, 30, room)
    )


def _chart(c: Content, room: float) -> bool:
    if (c["type"] == "line" and room < 1) or any(len(str(x["value"])) > 9 for x in c["data"]):
        return False
    few = len(c["data"]) <= (10 if c["type"] == "bar" and room == 1 else 6)  # many bars lie, each label on one line
    return few and _short([x["label"] for x in c["data"]], 20, 11, room) and _short([c["unit"]], 30, 20, room)


def _formula(c: Content, room: float) -> bool:
    symbols = max(len(re.sub(r"\\[A-Za-z]+", "x", line["latex"]).translate(_MARKUP)) for line in c["lines"])
    latex = " ".join(line["latex"] for line in c["lines"])
    low = latex.count("\\frac") <= 2 and "\\begin" not in latex
    few = (
        room == 1
        and len(c["lines"]) <= 3
        and len(c["where"]) <= 3
        and all(len(item["symbol"]) <= 8 for item in c["where"])
    )
    texts = _short([line["note"] for line in c["lines"]], 32, 16, room) and _short(
        [x["meaning"] for x in c["where"]], 26, 16, room
    )
    return few and low and symbols <= 14 and texts


def _table(c: Content, room: float) -> bool:
    return (
        len(c["header"]) <= 4
        and len(c["rows"]) <= 6
        and all(_short(row, 18, 16, room) for row in (c["header"], *c["rows"]))
    )


def _diagram(c: Content, room: float) -> bool:
    few = len(c["nodes"]) <= (4 if c["arrows"] and c["layout"] == "flow" else 6) and c["layout"] != "tree"
    return (
        few and not any(a["text"] for a in c["arrows"]) and _short([node["text"] for node in c["nodes"]], 22, 13, room)
    )


def _timeline(c: Content, room: float) -> bool:
    events = c["events"]
    return (
        len(events) <= (4 if room == 1 else 3)
        and _short([e["text"] for e in events], 50, 15, room)
        and _short([e["date"] for e in events], 15, 15, room)
    )


def _code(c: Content, room: float) -> bool:
    lines = c["source"].rstrip("\n").expandtabs(4).split("\n")
    return len(lines) <= 10 and all(columns(line) <= 72 * room for line in lines)


def _quiz(c: Content, room: float) -> bool:
    return (
        len(c["choices"]) <= 4
        and _short([x["text"] for x in c["choices"]], 44, 20, room)
        and _short([c["question"]], 80, 24, room)
    )


_RULES: Mapping[str, Callable[[Content, float], bool]] = {
    "slide": _slide,
    "chart": _chart,
    "formula": _formula,
    "table": _table,
    "diagram": _diagram,
    "timeline": _timeline,
    "code": _code,
    "quiz": _quiz,
}

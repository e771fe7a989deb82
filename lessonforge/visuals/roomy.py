"""Which cards fit for certain, told from their lengths alone, so that checking a course sets no type.

The limits are far inside of what fits; a card beyond them is set, invisibly, to find out.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Any

from lessonforge.text.linebreak import columns

Content = Mapping[str, Any]


def surely_fits(kind: str, content: Content, width: int, height: int) -> bool:
    """Whether a card is so small that any script and font size of its layout has room, on a wide frame."""
    return width >= 1.6 * height and _short([content.get("title") or ""], 44, 14) and _RULES[kind](content)


def _short(texts: Iterable[str | None], most: int, word: int) -> bool:
    """Whether no text has more than `most` columns, nor a word of more than `word`."""
    return all(columns(text) <= most and max(map(columns, text.split()), default=0) <= word for text in texts if text)


def _slide(c: Content) -> bool:
    return len(c["bullets"]) <= 5 and _short([*c["bullets"], c["subtitle"]], 52, 20) and _short([c["text"]], 220, 20)


def _chart(c: Content) -> bool:
    return len(c["data"]) <= 6 and _short([x["label"] for x in c["data"]], 16, 9) and _short([c["unit"]], 20, 10)


def _formula(c: Content) -> bool:
    short = len(c["lines"]) <= 3 and all(len(line["latex"]) <= 36 for line in c["lines"]) and len(c["where"]) <= 3
    notes = (*(line["note"] for line in c["lines"]), *(item["meaning"] for item in c["where"]))
    return short and all(len(item["symbol"]) <= 8 for item in c["where"]) and _short(notes, 40, 12)


def _table(c: Content) -> bool:
    return (
        len(c["header"]) <= 4 and len(c["rows"]) <= 6 and all(_short(row, 14, 12) for row in (c["header"], *c["rows"]))
    )


def _diagram(c: Content) -> bool:
    few = len(c["nodes"]) <= (4 if c["arrows"] and c["layout"] == "flow" else 6) and c["layout"] != "tree"
    return few and not any(a["text"] for a in c["arrows"]) and _short([node["text"] for node in c["nodes"]], 18, 10)


def _timeline(c: Content) -> bool:
    events = c["events"]
    return (
        len(events) <= 4 and _short([e["text"] for e in events], 40, 11) and _short([e["date"] for e in events], 12, 10)
    )


def _code(c: Content) -> bool:
    lines = c["source"].rstrip("\n").expandtabs(4).split("\n")
    return len(lines) <= 10 and all(columns(line) <= 72 for line in lines)


def _quiz(c: Content) -> bool:
    return (
        len(c["choices"]) <= 4 and _short([x["text"] for x in c["choices"]], 32, 16) and _short([c["question"]], 70, 16)
    )


_RULES: Mapping[str, Callable[[Content], bool]] = {
    "slide": _slide,
    "chart": _chart,
    "formula": _formula,
    "table": _table,
    "diagram": _diagram,
    "timeline": _timeline,
    "code": _code,
    "quiz": _quiz,
}

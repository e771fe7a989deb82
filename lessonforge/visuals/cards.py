"""The engine `cards`: slides, charts, formulas, tables, diagrams, timelines, code and quizzes, set in type.

Each kind is a layout `templates/slides/<kind>.typ`. Its states are pages of one document on which everything has its
place from the start; a further part appears on each.
"""

from __future__ import annotations

import dataclasses
import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from lessonforge.blob import Blob
from lessonforge.errors import EngineFailed
from lessonforge.model import Part, Shot, Still
from lessonforge.text import coverage, palette, shape
from lessonforge.visuals import figures, graph, latex, roomy

Content = dict[str, Any]
KINDS = ("slide", "chart", "formula", "table", "diagram", "timeline", "code", "quiz")
_NOT_TEXT = frozenset(("latex", "symbol", "source", "language", "id", "start", "end", "type", "layout", "goto"))
_COUNT: Mapping[str, Callable[[Content], int]] = {
    "slide": lambda c: len(c["bullets"]) or (1 if c["text"] else 0),
    "chart": lambda c: len(c["data"]),
    "formula": lambda c: len(c["lines"]) + len(c["where"]),
    "table": lambda c: len(c["rows"]),
    "diagram": lambda c: len(c["nodes"]),
    "timeline": lambda c: len(c["events"]),
    "code": lambda c: 0,
    "quiz": lambda c: len(c["choices"]) + 1,
}


@dataclasses.dataclass(frozen=True)
class Cards:
    """Sets cards in type. `templates` are a project's own `templates` folders, looked in before the built-in one."""

    templates: tuple[Path, ...] = ()
    name = "cards"

    def fingerprint(self) -> str:
        """Typst, the fonts, the layouts, and what draws formulas."""
        from importlib.metadata import version

        return f"cards 2, {shape.fingerprint(self.templates)}, ziamath {version('ziamath')}"

    def check(self, shot: Shot) -> list[str]:
        """What can't be set: characters without a glyph, formulas that can't be read, more than there is room for."""
        content = json.loads(shot.content)
        found = [*_unknown_characters(shot, content), *_mistakes(shot.kind, content)]
        usual = not (self.templates or shape.is_tall(shot.locale))
        if found or (usual and roomy.surely_fits(shot.kind, content, shot.width, shot.height)):
            return found
        first = {**_data(shot, content), "states": 1}  # where things go is the same in all states
        unfit = shape.fits(shot.kind, first, shot.locale, self.templates)
        return [_message(shot.kind, facts) for facts in unfit]

    def parts(self, shot: Shot) -> tuple[Part, ...]:
        """None by name."""
        return ()

    def render(self, shots: Sequence[Shot]) -> Iterator[Still]:
        """A still with all states for each shot. Raises EngineFailed for a shot that `check` refuses."""
        for shot in shots:
            problems = self.check(shot)
            if problems:
                raise EngineFailed(f"can't set this {shot.kind}: {' '.join(problems)}")
            data = _data(shot, json.loads(shot.content))
            pages = shape.typeset(shot.kind, data, shot.locale, self.templates)
            if len(pages) != data["states"]:
                raise EngineFailed(f"the layout '{shot.kind}' gave {len(pages)} pages for {data['states']} states")
            yield Still(tuple(Blob.of(shape.opaque(page)) for page in pages), shot.width, shot.height)


def _data(shot: Shot, content: Content) -> dict[str, Any]:
    """All that a layout reads: the frame, the colours, the texts, and what is worked out for this kind."""
    colours = palette.roles(shot.palette)
    settled = _settled(content, shot.locale)
    data = {"width": shot.width, "height": shot.height, "colours": colours, "content": settled}
    data["captions"] = shape.CAPTION_ZONE
    data["states"] = _COUNT[shot.kind](content) + 1
    if shot.kind == "chart":
        data["axis"] = figures.axis(content, shot.locale, shot.digits)
        settled["data"] = figures.shown(settled["data"], content["type"], content["unit"], shot.locale, shot.digits)
        data["caption"] = None if figures.stands_with_values(content["type"], content["unit"]) else settled["unit"]
    elif shot.kind == "formula":
        settled["lines"] = [_drawn(line, line["latex"], colours["ink"]) for line in settled["lines"]]
        settled["where"] = [_drawn(item, item["symbol"], colours["accent-text"]) for item in settled["where"]]
    elif shot.kind == "table":
        data["numeric"] = figures.numeric_columns(content)
    elif shot.kind == "diagram":
        data["graph"] = _graph(content, shot)
    elif shot.kind == "code":
        settled["source"] = content["source"].rstrip("\n").expandtabs(4)
        data["theme"] = figures.code_theme(colours)
    elif shot.kind == "quiz":
        data["numerals"] = [figures.number(n + 1, shot.locale, shot.digits) for n in range(len(content["choices"]))]
    return data


def _settled(value: Any, locale: str, key: str = "") -> Any:
    """The content with every text made ready for typst; formulas, code and names stay as they are."""
    if isinstance(value, str):
        return value if key in _NOT_TEXT else shape.settle(value.strip(), locale)
    if isinstance(value, dict):
        return {name: _settled(item, locale, name) for name, item in value.items()}
    return [_settled(item, locale, key) for item in value] if isinstance(value, list) else value


def _texts(value: Any, key: str = "") -> Iterator[str]:
    if isinstance(value, str) and key not in _NOT_TEXT:
        yield value
    elif isinstance(value, dict | list):
        pairs = value.items() if isinstance(value, dict) else ((key, item) for item in value)
        for name, item in pairs:
            yield from _texts(item, name)


def _drawn(item: Content, source: str, colour: str) -> Content:
    drawn = latex.draw(source, colour)
    return {**item, "svg": drawn.svg, "box": (drawn.width, drawn.height, drawn.depth)}


def _graph(content: Content, shot: Shot) -> dict[str, Any]:
    """The diagram's layout, and at which state each arrow appears: with the later of the boxes that it joins."""
    layout = graph.arrange(content, shot.width, shot.height)
    words = {edge: arrow["text"] for edge, arrow in zip(layout.edges, content["arrows"], strict=False)}
    arrows = [
        {"points": path, "state": max(edge) + 1, "text": words.get(edge)}
        for edge, path in zip(layout.edges, layout.paths, strict=True)
    ]
    return {**dataclasses.asdict(layout), "nodes": layout.places, "arrows": arrows}


def _unknown_characters(shot: Shot, content: Content) -> list[str]:
    clusters = dict.fromkeys(c for text in _texts(content) for c in coverage.missing(text, shot.locale))
    clusters |= dict.fromkeys(coverage.missing(content.get("source", ""), shot.locale, mono=True))
    return [f"no font can draw {coverage.describe(list(clusters))}. {coverage.remedy(clusters)}"] if clusters else []


def _mistakes(kind: str, content: Content) -> list[str]:
    """What is wrong whatever the room: formulas that can't be read, numbers that a chart can't show, loose arrows."""
    if kind == "formula":
        sources = (*(line["latex"] for line in content["lines"]), *(item["symbol"] for item in content["where"]))
        return [wrong for wrong in map(latex.problem, sources) if wrong]
    if kind == "chart":
        return figures.chart_mistakes(content)
    if kind == "table":
        return figures.table_mistakes(content)
    return graph.mistakes(content) if kind == "diagram" else []


def _message(kind: str, facts: Mapping[str, Any]) -> str:
    what = facts["what"] if kind in facts["what"] else f"{facts['what']} of the {kind}"
    if "most" in facts:
        return f"the code has a line of {facts['columns']} characters, there is room for {facts['most']}. Break it."
    if facts.get("wide"):
        return f"the {facts['columns']} columns of the table do not fit beside each other. Leave some out."
    if facts.get("word") and kind == "formula":
        return "the formula is too wide. Break it into several lines."
    if facts.get("word"):
        return f"the {what}: a word is too wide for its place. Use shorter words or fewer parts."
    room = max(0, round(facts["room"]))
    needs = max(round(facts["needs"]), room + 1)
    several = " and " in what or what.split()[0].endswith("s")
    unfit, it = ("do not fit: they need", "them") if several else ("does not fit: it needs", "it")
    return f"the {what} {unfit} {needs} lines, there is room for {room}. Shorten {it} or split the scene."

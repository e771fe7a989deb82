"""What YAML's own complaints mean to someone who writes lessons: the words and the remedy."""

from __future__ import annotations

from typing import Any

from yaml.reader import ReaderError

from lessonforge.errors import Problem

SINGLE = r"Use single quotes where a \ is meant: '\theta'."
_COMMA = "Close the bracket, put commas between items, and put texts with , : [ ] { } in quotes."
_INDENT = "Check its indentation: what belongs together starts in the same column."

_KNOWN: tuple[tuple[str, str, str], ...] = (
    ("scanning an alias", "a text can't start with '*'.", 'Put the text in quotes: "*".'),
    ("scanning an anchor", "a text can't start with '&'.", 'Put the text in quotes: "&".'),
    ("scanning a tag", "a text can't start with '!'.", 'Put the text in quotes: "!".'),
    ("unexpected end of stream", "the quotes that open here are never closed.", "Close them, or leave them out."),
    ("document indicator", "the quotes that open here are never closed.", "Close them, or leave them out."),
    ("escape c", "a backslash means something else between double quotes.", SINGLE),
    ("hexdecimal", "a backslash means something else between double quotes.", SINGLE),
    ("expected ',' or", "the bracket that opens here is not closed, or a comma is missing.", _COMMA),
    ("block scalar", "a text after | or > starts on the next line.", "Begin a new line after it, and indent the text."),
    ("node content", "there should be a value here.", _COMMA),
    (
        "expected ':'",
        "this line has no ': ' after its key.",
        "Write `key: value`, and indent the lines of a long text.",
    ),
    ("entries are not allowed", "a list can't start here.", "Begin each '- ' on a line of its own, below its key."),
    ("keys are not allowed", "a text can't start with '? '.", 'Put the text in quotes: "?".'),
    ("block collection", "this line does not fit the list above it.", _INDENT),
    ("block mapping", "this line does not fit the lines above it.", _INDENT),
    ("directive", "a line can't start with '%'.", 'Put the text in quotes: "%".'),
    ("<document start>", "this does not belong to the lines above.", _INDENT),
)
_AT_OPENING = ("alias", "anchor", "tag", "quoted scalar", "flow", "simple key")


def short(text: str, most: int = 50) -> str:
    """A text from a file as it can stand in a message: on one line, and not long."""
    text = " ".join(text.split())
    return text if len(text) <= most else text[: most - 3] + "..."


def quoted(start: str) -> str:
    """The remedy for a text that starts with characters YAML has a use for."""
    return f"Put quotes around a text that starts with {start}."


def explain(error: Exception, text: str, lines: list[str], path: str) -> Problem:
    """The problem for an exception of PyYAML, raised while reading `text` (also given as `lines`)."""
    if isinstance(error, ReaderError):
        return _character(error, text, path)
    mark = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
    if mark is None:
        return Problem(path, 0, 0, "the file can't be read as YAML.")
    context, opening = getattr(error, "context", None) or "", getattr(error, "context_mark", None)
    line = lines[mark.line] if mark.line < len(lines) else ""
    message, hint = _meaning(context, getattr(error, "problem", None) or "", line, mark.column)
    if opening and any(word in context for word in _AT_OPENING) and "tab" not in message:
        mark = opening
    return Problem(path, mark.line + 1, mark.column + 1, message, hint)


def _meaning(context: str, problem: str, line: str, column: int) -> tuple[str, str]:
    before, here = line[:column], line[column : column + 1]
    if here == "\t" or "tab character" in problem:
        return "a tab is used to indent.", "Use spaces: two for each level."
    if "cannot start any token" in problem:
        return f"a text can't start with '{here}'.", quoted(here)
    if "mapping values" in problem:
        return _second_colon(line, before)
    value = before.partition(": ")[2].lstrip() or before.lstrip(" -")
    if "block mapping" in context and value[:1] in ("'", '"', "{", "["):
        return _after_closing(value[0])
    said = f"{context} {problem}"
    return next(((m, h) for part, m, h in _KNOWN if part in said), (f"this is not YAML: {problem}.", _INDENT))


def _second_colon(line: str, before: str) -> tuple[str, str]:
    key, colon, _ = before.partition(": ")
    if colon:
        value = short(line[len(key) + 2 :].replace('"', "'"), 200)
        return "there is a second ': ' on this line.", f'Put the text in quotes: {short(key.lstrip(" -"))}: "{value}"'
    return (
        "this looks like a key, but stands where the text above goes on.",
        "Start it in the column of the key above it, with a space after each ':'; or put the whole text in quotes.",
    )


def _after_closing(opening: str) -> tuple[str, str]:
    if opening in "{[":
        return f"there is more after the closing bracket of a value that starts with '{opening}'.", quoted("{{, { or [")
    remedy = "Write '' for an apostrophe between single quotes." if opening == "'" else 'Write \\" for a quote inside.'
    return f"there is more after the closing {opening} of a text.", remedy


def _character(error: Any, text: str, path: str) -> Problem:
    at = min(error.position, len(text))
    line, column = text.count("\n", 0, at) + 1, at - text.rfind("\n", 0, at)
    code = error.character if isinstance(error.character, int) else ord(error.character)
    return Problem(path, line, column, f"the invisible character U+{code:04X} is not allowed.", "Remove it.")

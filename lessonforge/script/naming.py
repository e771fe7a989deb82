"""Comes in: a lesson file in which scenes lack an id. Goes out: the same file, with ids.

The text is edited at the scenes' places, so that comments and layout stay as they are. What comes out is read again and
compared: a file is written only when nothing but the ids was added.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping
from pathlib import PurePath
from typing import Any

from lessonforge.errors import Problem
from lessonforge.lesson import Lesson
from lessonforge.script import reader, schema, values
from lessonforge.script.reader import LINE_BREAK, Node

LONGEST = 32
"""Letters of an id that is made of a text."""
_NOT_TEXT = re.compile(r"[\d-]+|null|true|false|yes|no|on|off")
"""What YAML takes for something else than a text."""


def named(data: bytes, path: str) -> tuple[bytes, dict[int, str], list[Problem]]:
    """The file with an id in every scene, the ids that were added by the scene's number, and what is wrong with it.

    A file with other problems comes back as it was.
    """
    root, problems = reader.read(data, path)
    scenes = root.value.get("scenes") if root is not None and isinstance(root.value, dict) else None
    if problems or root is None or scenes is None or not isinstance(scenes.value, list):
        return data, {}, problems or ([] if root is None else schema.parse(root, Lesson, path)[2])
    lacking = {n: one for n, one in enumerate(scenes.value) if isinstance(one.value, dict) and "id" not in one.value}
    places = {(one.line, one.column) for one in lacking.values()}
    problems = [
        one
        for one in schema.parse(root, Lesson, path)[2]
        if not (one.message.endswith("'id' is missing.") and (one.line, one.column) in places)
    ]
    if problems or not lacking:
        return data, {}, problems
    ids = _ids(values.plain(root, path)[0]["scenes"], lacking)
    made = _inserted(data, [(lacking[n], id) for n, id in ids.items()])
    if not _only_adds(root, made, ids, path):
        hint = "Write `id: ` with a name of its own as the first line of each scene."
        first = min(places)
        return data, {}, [Problem(path, *first, "this file is laid out so that no id can be put in.", hint)]
    return made, ids, []


def _ids(scenes: list[Any], lacking: Mapping[int, Node]) -> dict[int, str]:
    """An id for each scene that lacks one: of its title, of what is seen, or of its number."""
    taken = {str(scene.get("id")) for scene in scenes if isinstance(scene, dict)}
    ids = {}
    for n in lacking:
        words = next(filter(None, map(_slug, _told(scenes[n]))), f"scene-{n + 1}")
        id, number = words, 2
        while id in taken:
            id, number = f"{words}-{number}", number + 1
        taken.add(id)
        ids[n] = id
    return ids


def _told(scene: Mapping[str, Any]) -> Iterator[str]:
    """The texts that a scene may be called by, the best first."""
    yield str(scene.get("title") or "")
    visual = scene.get("visual")
    for kind, content in visual.items() if isinstance(visual, dict) else ():
        if kind in ("image", "video"):
            yield PurePath(str(content)).stem
        elif kind == "prompt":
            yield str(content)
        elif isinstance(content, dict):
            yield str(content.get("title") or kind)
    if "quiz" in scene:
        yield "question"


def _slug(text: str) -> str:
    """The words of a text, as far as they fit, in the letters that an id may have; none where it has none of them."""
    plain = unicodedata.normalize("NFKD", text)
    if any(char.isalpha() and not char.isascii() and not unicodedata.combining(char) for char in plain):
        return ""
    words = re.findall("[a-z0-9]+", re.sub("['’]", "", plain).encode("ascii", "ignore").decode().lower())
    slug = words[0][:LONGEST] if words else ""
    for word in words[1:]:
        if len(slug) + 1 + len(word) > LONGEST:
            break
        slug += f"-{word}"
    return "" if _NOT_TEXT.fullmatch(slug) else slug


def _inserted(data: bytes, wanted: list[tuple[Node, str]]) -> bytes:
    """The file with a line (or, in brackets, a key) at the beginning of each of these scenes."""
    mark = b"\xef\xbb\xbf" if data.startswith(b"\xef\xbb\xbf") else b""
    text = data.decode("utf-8-sig")
    breaks = list(LINE_BREAK.finditer(text))
    starts = [0, *(found.end() for found in breaks)]
    newline = breaks[0][0] if breaks else "\n"
    for node, id in reversed(wanted):
        at = starts[node.line - 1] + node.column - 1
        if node.flow:
            text = f"{text[: at + 1]}id: {id}, {text[at + 1 :].lstrip(' ')}"
        else:
            text = f"{text[:at]}id: {id}{newline}{' ' * (node.column - 1)}{text[at:]}"
    return mark + text.encode()


def _only_adds(before: Node, made: bytes, ids: Mapping[int, str], path: str) -> bool:
    """Whether a file says what it said before, and has these ids."""
    root, problems = reader.read(made, path)
    if problems or root is None:
        return False
    old, new = values.plain(before, path)[0], values.plain(root, path)[0]
    got = {n: new["scenes"][n].pop("id", None) for n in ids} if len(new["scenes"]) == len(old["scenes"]) else {}
    return got == ids and old == new

"""Words of another language inside a text: `Say [fr]bonjour[/fr]!` They are spoken by that language's voice.

Only what names a language is a tag: other words in brackets stay words.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from lessonforge import locales
from lessonforge.errors import Unreadable

TAG = re.compile(r"(?<!\[)\[(/?)([A-Za-z]{2,3}(?:-[A-Za-z\d]{2,8})*)\](?!\])")


@dataclass(frozen=True)
class Tongue:
    """Code points `[start, end)` of a text that are in another language."""

    start: int
    end: int
    locale: str


def parted(text: str) -> tuple[str, tuple[Tongue, ...]]:
    """The text without its tags, and what is in other languages. Raises Unreadable for tags that don't match."""
    plain, at = "", 0
    opened: tuple[str, int] | None = None
    found: list[Tongue] = []
    for tag in TAG.finditer(text):
        name, closes = tag[2], bool(tag[1])
        if not _is_meant(name, text, opened):
            continue
        plain, at = plain + text[at : tag.start()], tag.end()
        if closes:
            found.append(_closed(name, opened, plain))
            opened = None
        elif opened:
            raise Unreadable(f"'{tag[0]}' begins inside '[{opened[0]}]'.", f"Write '[/{opened[0]}]' before it.")
        else:
            opened = name, len(plain)
    if opened:
        raise Unreadable(f"'[{opened[0]}]' is not closed.", f"Write '[/{opened[0]}]' after the words in that language.")
    return plain + text[at:], tuple(found)


def plain(text: str) -> str:
    """The text without its tags, as it is shown; as it stands where they don't match."""
    if "[/" not in text:
        return text
    try:
        return parted(text)[0]
    except Unreadable:
        return text


def _is_meant(name: str, text: str, opened: tuple[str, int] | None) -> bool:
    """Whether it is a tag: it has its counterpart, or two letters that are a language. Raises Unreadable."""
    paired = f"[{name}]" in text and f"[/{name}]" in text
    try:
        locales.canonical(name)
    except ValueError as error:
        if paired:
            raise Unreadable(str(error), "A tag is a language: '[fr]bonjour[/fr]'.") from error
        return bool(opened) and f"[/{name}]" in text
    return paired or len(name.split("-")[0]) == 2


def _closed(name: str, opened: tuple[str, int] | None, plain: str) -> Tongue:
    if opened is None:
        raise Unreadable(f"'[/{name}]' closes nothing.", f"Write '[{name}]' before the words in that language.")
    if name != opened[0]:
        raise Unreadable(f"'[{opened[0]}]' is closed by '[/{name}]'.", f"Write '[/{opened[0]}]'.")
    if not plain[opened[1] :].strip():
        raise Unreadable(f"there are no words in '[{name}][/{name}]'.", "Write some, or remove it.")
    return Tongue(opened[1], len(plain), locales.canonical(name))

"""Reads a prompt: comes in a plain phrase, goes out a `Scene`, what it names and how these stand to each other.

    prompt   "two red boats on the left, a small village on the hill behind, rain"
    items    boat (2, red, left), village (small, on hill, far)
    places   hill        weather  rain

English, Spanish and French are read; the small words tell which it is. Words are matched longest phrase first
(`lexer`), a word of several meanings has the one that fits where it stands (`senses`), and what is said goes to the
noun that it is said of (`reader`). A word that is neither known nor harmless is kept in `Scene.unknown`.
"""

from __future__ import annotations

import dataclasses
import functools
from collections.abc import Sequence

from lessonforge.visuals.draw import homes
from lessonforge.visuals.draw.grammar import changes, listing
from lessonforge.visuals.draw.grammar.called import called, capitals
from lessonforge.visuals.draw.grammar.insense import in_context
from lessonforge.visuals.draw.grammar.lexer import Token, language_of, mounted, phrases, tokens
from lessonforge.visuals.draw.grammar.lexicon import lexicon
from lessonforge.visuals.draw.grammar.manners import mannered
from lessonforge.visuals.draw.grammar.reader import Reader
from lessonforge.visuals.draw.grammar.scene import Item, Scene

__all__ = ["Item", "Scene", "lexicon", "read", "tokens"]


@functools.lru_cache(256)
def read(prompt: str, characters: tuple[tuple[str, str], ...] = ()) -> Scene:
    """What the first line of a prompt asks for; `characters` are people's names and what each looks like."""
    line = tokens(prompt)
    language = language_of(line)
    who = [(name.lower(), _character(name, text)) for name, text in characters]
    names = {name: n for n, (name, item) in enumerate(who) if item}
    known = [item or Item("girl") for _, item in who]
    said = in_context(phrases(mounted(line, language), language, names), language)
    read = called(said, capitals(prompt), known)
    return _scene(read, language, known)


def _character(name: str, text: str) -> Item | None:
    """Somebody with a name, as described."""
    items = read(text).items
    return dataclasses.replace(items[0], character=name, relation="", target=None, band=None) if items else None


def _scene(line: Sequence[Token], language: str, characters: Sequence[Item]) -> Scene:
    line, manner = mannered(line, next((str(token.value("diagram")) for token in line if token.has("diagram")), ""))
    reader = Reader(line, language, characters)
    reader.read()
    said = reader.said
    scene = Scene(
        tuple(reader.items), tuple(reader.places), said.get("time", ""), tuple(reader.weather), said.get("season", ""),
        said.get("diagram", ""), tuple(dict.fromkeys(reader.unknown)), language,
        hints=homes.hints(token.text for token in line), manner=manner,
    )  # fmt: skip
    if scene.diagram == "before after":
        both = changes.halves(line, functools.partial(_scene, language=language, characters=characters))
        return dataclasses.replace(scene, halves=both, unknown=listing.unknown([scene], scene.diagram))
    if listing.lists(scene.diagram):
        parts, head = listing.pieces(line, scene.diagram)
        read = [_scene(part, language, characters) for part in parts]
        return listing.listed(scene, parts, read, _scene(_plain(head), language, characters))
    return dataclasses.replace(scene, unknown=listing.unknown([scene], scene.diagram))


def _plain(line: Sequence[Token]) -> list[Token]:
    """A line without its diagram."""
    return [token for token in line if not token.has("diagram")]

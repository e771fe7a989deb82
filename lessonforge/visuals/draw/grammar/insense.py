"""A noun of several things is the one that the other words of the prompt tell (`words.contexts`)."""

from __future__ import annotations

from collections.abc import Sequence

from lessonforge.visuals.draw import words
from lessonforge.visuals.draw.grammar.lexer import Token
from lessonforge.visuals.draw.grammar.lexicon import Meaning
from lessonforge.visuals.draw.words.contexts import contexts


def in_context(line: Sequence[Token], language: str) -> list[Token]:
    """The line with such nouns made clear."""
    table = contexts(language)
    spoken = [token.text for token in line]
    return [_clear(token, spoken, language) if token.text in table else token for token in line]


def _clear(token: Token, spoken: Sequence[str], language: str) -> Token:
    others = [word for text in spoken if text != token.text for word in text.split(" ")]
    for context in contexts(language)[token.text]:
        if any(word.startswith(context.told) for word in others) and not any(
            word.startswith(context.against) for word in others if context.against
        ):
            return Token(token.text, tuple(_meant(meaning, context.thing) for meaning in token.meanings))
    return token


def _meant(meaning: Meaning, name: str) -> Meaning:
    """A thing's meaning with another thing, or a group, in its place."""
    kind, value = meaning
    if kind != "thing" or not isinstance(value, tuple):
        return meaning
    return ("group", name) if words.members(name) else ("thing", (name, value[1]))

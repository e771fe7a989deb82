"""People whom a prompt calls by a name that no table knows: `Don Quijote frente a cuatro molinos`, `Lucía lee`.

A capital letter tells a name. After a person's word it says who that is (`King Arthur`) and after `of` or `in` where
(`the streets of Toledo`): neither is drawn. Where somebody may stand, it is a person: grown up after a title, else a
child.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from lessonforge.visuals.draw.grammar.lexer import Token
from lessonforge.visuals.draw.grammar.scene import Item
from lessonforge.visuals.draw.things import listed

TITLES = {
    "man": frozenset(["don", "señor", "sr", "mr", "mister", "monsieur", "m", "sir", "dr"]),
    "woman": frozenset(["doña", "señora", "sra", "mrs", "miss", "ms", "madame", "mme", "lady", "dame"]),
}
WHERE = frozenset(
    ["of", "in", "from", "to", "at", "near", "de", "del", "en", "desde", "hacia", "d'", "du", "à", "depuis", "vers"]
)
NAMED = re.compile(r"call|nam|llamad|appel|nomm")
FEMALE = frozenset(["emily", "lucy", "mary", "alice", "grace", "jane", "anne", "camille", "louise", "carmen", "isabel"])
SAYS = ("verb", "is", "has", "fly", "and", "who", "relation", "spot", "comma", "stop", "wear", "harmless", "while")


def capitals(prompt: str) -> frozenset[str]:
    """The words of a prompt's first line that begin with a capital letter, in small letters."""
    line = (prompt.strip().splitlines() or [""])[0].replace("’", "'")
    return frozenset(word.lower() for word in re.findall(r"[^\W_]+", line) if word[0].isupper())


def called(line: Sequence[Token], great: frozenset[str], characters: list[Item]) -> list[Token]:
    """The line with a meaning for its names; those that are people join the `characters`."""
    found: list[Token] = []
    for n, token in enumerate(line):
        kind = _kind(line, n, found) if token.has("unknown") and token.text in great else ""
        if kind in ("man", "woman", "boy", "girl"):
            known = [n for n, who in enumerate(characters) if who.character == token.text] or [len(characters)]
            found.append(Token(token.text, (("character", known[0]),)))
            characters += [Item(kind, character=token.text)] if known[0] == len(characters) else []
        else:
            if kind and found and NAMED.match(found[-1].text):
                found[-1] = Token(found[-1].text, (("name", found[-1].text),))
            found.append(Token(token.text, (("name", token.text),)) if kind else token)
    return found


def _title(word: str) -> str:
    return next((who for who, titles in TITLES.items() if word in titles), "")


def _kind(line: Sequence[Token], n: int, found: Sequence[Token]) -> str:
    """What a name is: somebody, `word` when nothing is drawn of it, or `` when it can not be told."""
    word, before = line[n].text, found[-1] if found else None
    if _title(word):
        return "word"
    if before is not None and _title(before.text):
        return _title(before.text)
    if before is not None and (_person(before) or NAMED.match(before.text) or before.text in WHERE):
        return "word"
    following = line[n + 1] if n + 1 < len(line) else None
    if not found and word.endswith("s") and following is not None and not following.has("is", "has", "and"):
        return ""
    if following is None or following.has(*SAYS) or following.has("unknown"):
        return "girl" if word.endswith("a") or word in FEMALE else "boy"
    return ""


def _person(token: Token) -> bool:
    """Whether a word is somebody, whose name may follow."""
    value = token.value("thing")
    named = isinstance(value, tuple) and listed()[value[0]].kind == "person"
    return named or token.has("character") or (token.has("group") and token.value("group") in ("boy", "girl", "child"))

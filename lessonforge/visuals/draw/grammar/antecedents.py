"""What a word that stands for a noun may mean, of what was named before it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from lessonforge.visuals.draw.grammar.lexer import Token
from lessonforge.visuals.draw.grammar.pending import animate, person

if TYPE_CHECKING:
    from lessonforge.visuals.draw.grammar.state import State


def several(reader: State) -> tuple[int, ...]:
    """The group that was named last, by its items; () if it is one only."""
    last = reader.subject if reader.bare else reader.actor or reader.subject
    last = last or (len(reader.items) - 1,)
    if not reader.items:
        return ()
    group = last if len(last) > 1 else group_of(reader, last[0])
    return group if sum(reader.items[n].count for n in group) > 1 else ()


HUMAN = frozenset(
    "she he him her they them ella él ellos ellas elle elles eux il ils lui".split()  # noqa: SIM905
)
MANY = frozenset("they them themselves ellos ellas elles eux ils".split())  # noqa: SIM905


def meant(reader: State, token: Token, others: Sequence[int]) -> tuple[int, ...]:
    """Of these items, those that `it`, `her` or `them` means."""
    human = token.text in HUMAN
    if token.text in MANY:
        spoken = tuple(n for n in reader.subject if n in others)
        groups = [spoken] if len(spoken) > 1 else [group_of(reader, n) for n in others]
        groups = [group for group in groups if sum(reader.items[n].count for n in group) > 1]
        alive = [group for group in groups if animate(reader.items[group[0]].thing)]
        if groups:
            return (alive or groups)[-1]
    fitting = [n for n in others if person(reader.items[n].thing) == human] or list(others)
    link = reader.link.subjects if reader.link else ()
    near = reader.subject if reader.subject != link and set(reader.subject) <= set(fitting) else ()
    return near or (max(fitting),)


def group_of(reader: State, n: int) -> tuple[int, ...]:
    """An item and those that make a group with it."""
    band = reader.items[n].band
    return tuple(k for k, item in enumerate(reader.items) if band is not None and item.band == band) or (n,)


def splits(reader: State) -> bool:
    """Whether there are several of whom one can be spoken of."""
    return bool(reader.rest or several(reader))


def animal_owner(reader: State) -> tuple[int, ...]:
    """The animal that `its mother` belongs to; () if it is a person's."""
    before = reader.line[reader.at - 1] if reader.at else None
    kinds = {n: "animal" if animate(item.thing) else "" for n, item in enumerate(reader.items)}
    kinds |= {n: "person" for n, item in enumerate(reader.items) if person(item.thing)}
    animals = tuple(n for n, kind in kinds.items() if kind == "animal")
    had = reader.link is not None and reader.link.name in ("with", "has") and reader.line[reader.at].has("young")
    if had and reader.subject and kinds[reader.subject[-1]] == "animal":
        return reader.subject[-1:]
    if before is None or not before.has("poss"):
        return animals if reader.np.definite and "person" not in kinds.values() else ()
    near = reader.subject or reader.object or reader.actor
    owner = next((n for n in reversed((*reader.actor, *reader.subject)) if kinds[n] in ("animal", "person")), None)
    if before.text == "its" or (near and owner is not None and kinds[owner] == "animal"):
        return tuple(n for n in (*reader.actor, *reader.subject, *reader.object) if kinds[n] == "animal") or animals
    return ()


def contrasts(reader: State) -> bool:
    """Three red apples, two green: these are others, for the first have their colour already."""
    following, group = reader.next(), reader.rest or several(reader)
    return bool(following and following.has("colour") and group and reader.items[group[0]].colours and not reader.rest)


def stand_in(reader: State, token: Token, kinds: list[str]) -> str:
    """One, another and the other without a noun after them, and an animal's mother."""
    if {"kin", "young"} & set(kinds):
        own = next(kind for kind in kinds if kind in ("kin", "young"))
        others = [kind for kind in kinds if kind != own]
        related = not headed(reader, token) and animal_owner(reader)
        return own if related else "" if others else "unknown"
    if kinds == ["number"]:
        alone = token.text not in WHOLE and splits(reader) and (reader.fresh or reader.joined)
        following = reader.next()
        stands = following is not None and following.has("one", "other", "rest")
        return "some" if alone and not stands and not headed(reader, token) else "number"
    if reader.language != "en" and "the" in kinds and _elliptic(reader):
        return "one"
    kind = next((kind for kind in kinds if kind in STANDING[:3]), "")
    if not kind:
        return ""
    if reader.items and not headed(reader, token) and _begun(reader, token, kind):
        return kind
    others = [other for other in kinds if other not in STANDING[:3]]
    return others[0] if len(others) == 1 else "" if others else "the"


ALONE = frozenset("others ones uno demás".split())  # noqa: SIM905
"""Words that no noun follows."""
PARTICIPLES = ("ing", "ed", "ado", "ada", "ados", "adas", "ido", "ida", "idos", "idas", "é", "ée", "és", "ées", "ant")
WHOLE = frozenset("a an un una une both ambos ambas".split())  # noqa: SIM905
"""Numbers that are no part of a group."""
STANDING = ("one", "other", "rest", "kin", "young")


def _elliptic(reader: State) -> bool:
    """Las negras, celle de droite: an article and no noun."""
    following = reader.next()
    if following is None or not reader.items or following.has("thing"):
        return False
    return following.has("colour", "size", "spot") and not headed(reader, following)


def _begun(reader: State, token: Token, kind: str) -> bool:
    """Whether a clause begins here that is about some of those named before."""
    said = reader.np.open and not reader.after
    if kind == "one":
        return said if token.text in ("one", "ones") and said else splits(reader) and (reader.fresh or reader.joined)
    return said or reader.fresh or reader.joined or bool(reader.rest)


def headed(reader: State, token: Token) -> bool:
    """Whether a noun follows, over its adjectives."""
    if token.text.split(" ")[-1] in ALONE:
        return False
    ahead = 1
    while (following := reader.next(ahead)) is not None:
        if following.has("thing", "group", "character", "place", "unknown", "part") and not (
            following.has("colour") and _ends(reader.next(ahead + 1))
        ):
            return True
        doing = following.has("verb") and following.text.endswith(PARTICIPLES) and not splits(reader)
        if not doing and not following.has("size", "colour", "shade", "trait", "number", "striped"):
            return False
        ahead += 1
    return False


def _ends(token: Token | None) -> bool:
    return token is None or token.has("comma", "stop", "and", "is", "relation")

"""Which of its meanings a word has where it stands: `orange` the fruit or the colour, `fly` the insect or the verb."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lessonforge.visuals.draw.figures.traits import Trait
from lessonforge.visuals.draw.grammar.antecedents import STANDING, stand_in
from lessonforge.visuals.draw.grammar.lexer import Token
from lessonforge.visuals.draw.grammar.pending import animate, part_of, person
from lessonforge.visuals.draw.things import catalogue

if TYPE_CHECKING:
    from lessonforge.visuals.draw.grammar.state import State

NOUNS = frozenset(["thing", "group", "place", "character", "part"])
BEGINS = frozenset(
    ["number", "each", "size", "colour", "shade", "the", "det", "poss", "thing", "group", "character", "trait"]
)


def noun_next(token: Token | None) -> bool:
    """Whether a noun, or what stands before one, begins here."""
    return token is not None and (token.has(*BEGINS) or token.has("there"))


def sense(reader: State, token: Token) -> str:
    """The kind of meaning that fits."""
    kinds = list(dict.fromkeys(kind for kind, _ in token.meanings))
    if len(kinds) == 1 and kinds[0] not in ("relation", "part", "number", "verb", "the", *STANDING):
        return kinds[0]
    for rule in RULES:
        if found := rule(reader, token, kinds):
            return found
    following = reader.next()
    whole = following is not None and following.value("relation") == "of"
    return kinds[0] if kinds[0] != "part" else "harmless" if whole else "unknown"


def _open(reader: State) -> bool:
    return reader.np.open and not reader.after


def _that(reader: State, token: Token, kinds: list[str]) -> str:
    """A dog that chases a ball; but: that dog."""
    following = reader.next()
    said = following is not None and following.has("verb", "is", "has", "fly", "wear", "there")
    return "who" if {"the", "who"} <= set(kinds) and reader.after and said else ""


def _material(reader: State, token: Token, kinds: list[str]) -> str:
    """A bridge made of stone: there is no stone beside it."""
    before = reader.line[reader.at - 1] if reader.at else None
    made = before is not None and before.has("harmless") and before.text.startswith(MADE)
    made = made or (before is not None and before.text in ("de", "d'", "en") and token.text in WOOD)
    return "harmless" if made and "harmless" in kinds else ""


WOOD = ("bois", "madera")
MADE = ("made", "built", "hech", "construi", "fait", "faite", "faits", "faites")


def _weather(reader: State, token: Token, kinds: list[str]) -> str:
    """Fog is the weather, though there is a drawing of it."""
    return "weather" if "weather" in kinds and reader.np.count < 2 and not reader.np.colours else ""


def _wall(reader: State, token: Token, kinds: list[str]) -> str:
    """Somebody leans on a wall or sits on it; the walls of a house are its own, those of a room are there anyway."""
    name = token.value("thing")
    if "part" not in kinds or not isinstance(name, tuple) or name[0] != "brick-wall":
        return ""
    following, link = reader.next(), reader.link
    whole = following is not None and following.value("relation") == "of"
    borne = link is not None and link.name in ("against", "behind", "front", "on", "above", "climb")
    return "thing" if borne and not whole else "part" if reader.items else "harmless"


def _season(reader: State, token: Token, kinds: list[str]) -> str:
    """A spring is water, spring flowers are of the season."""
    if not {"season", "place"} <= set(kinds):
        return ""
    following = reader.next()
    named = following is not None and following.has("thing", "group", "place")
    return "season" if named or not (reader.np.count or reader.np.definite) else "place"


def _building(reader: State, token: Token, kinds: list[str]) -> str:
    """At a museum and in one is the place, beside one is the building."""
    if not {"thing", "place"} <= set(kinds) or reader.link is None or reader.link.name not in ("in", "at"):
        return ""
    name = token.value("thing")
    return "place" if isinstance(name, tuple) and catalogue()[name[0]].kind == "building" else ""


def _size(reader: State, token: Token, kinds: list[str]) -> str:
    """`baby` and `pequeño` are sizes before or after another noun."""
    if {"size", "verb"} <= set(kinds) and reader.subject and animate(reader.items[reader.subject[-1]].thing):
        before = reader.line[reader.at - 1]
        return "verb" if (reader.after or before.has("spot")) and not _open(reader) else ""
    if "size" not in kinds or "thing" not in kinds:
        return ""
    following = reader.next()
    adjective = following is not None and following.has("thing", "group", "size", "colour")
    return "size" if adjective or (reader.after and reader.language != "en") else "thing"


def _part(reader: State, token: Token, kinds: list[str]) -> str:
    """A sail with a boat before it is the boat's."""
    if "part" not in kinds or not reader.items:
        return ""
    word = str(token.value("part"))
    near = (*reader.object, *reader.subject, *reader.actor) or (len(reader.items) - 1,)
    has = any(part_of(catalogue()[reader.items[n].thing], word) for n in near)
    said = (
        (reader.link is not None and reader.link.name in ("with", "has", "of", "wear"))
        or _open(reader)
        or reader.joined
    )
    if has and said and ("thing" not in kinds or reader.np.colours or reader.link is not None):
        return "part"
    return "" if {"thing", "verb", "group"} & set(kinds) else "part"


def _trait(reader: State, token: Token, kinds: list[str]) -> str:
    """A hat is worn when it is said of somebody; `tall` is a size for all but people."""
    if "trait" not in kinds:
        return ""
    someone = any(person(reader.items[n].thing) for n in (*reader.subject, *reader.actor, *reader.object))
    if "thing" in kinds:
        worn = reader.link is not None and reader.link.name in ("in", "wear", "with", "has")
        listed = reader.joined or (reader.fresh and reader.again is not None and reader.again.text == "trait")
        return "trait" if someone and not reader.skip and (worn or listed) else "thing"
    trait = token.value("trait")
    if "size" in kinds and isinstance(trait, Trait) and trait.slot:
        return "size"
    if "size" in kinds or "harmless" in kinds or "colour" in kinds:
        following = _noun_after(reader)
        human = following is not None and _human(following)
        return "trait" if human or (following is None and someone) else next(k for k in kinds if k != "trait")
    return "trait" if "part" not in kinds or someone else "part"


def _human(token: Token) -> bool:
    """Whether a noun is a person, or several."""
    names = [value[0] for kind, value in token.meanings if kind == "thing" and isinstance(value, tuple)]
    several = token.has("group") and not token.has("place")
    return several or token.has("character") or any(person(name) for name in names)


def _noun_after(reader: State) -> Token | None:
    """The noun that comes, over its adjectives."""
    ahead = 1
    while (token := reader.next(ahead)) is not None and ahead < 6:
        if token.has("thing", "group", "character", "place") and not token.has("colour", "size", "trait"):
            return token
        if not token.has("size", "colour", "shade", "trait", "harmless", "and", "verb"):
            return None
        ahead += 1
    return None


def _colour(reader: State, token: Token, kinds: list[str]) -> str:
    """Orange, rose and violet: a colour before a noun, and after one in Spanish and French."""
    if "colour" not in kinds or not {"thing", "group"} & set(kinds):
        return ""
    following = reader.next()
    if reader.language == "en":
        coloured = (
            following is not None
            and following.has("thing", "group", "part", "trait", "size", "colour", "shade", "striped", "place", "time")
            and not following.has("number", "relation", "spot")
        )
        third, fourth = reader.next(2), reader.next(3)
        listed = following is not None and following.has("and") and third is not None and third.has("colour")
        joined = listed and fourth is not None and noun_next(fourth) and not fourth.has("number")
        after_is = reader.at > 0 and reader.line[reader.at - 1].has("is")
        after_is = after_is or (
            reader.at > 1 and reader.line[reader.at - 1].has("and") and reader.line[reader.at - 2].has("colour")
            and not noun_next(following)
        )  # fmt: skip
        return "colour" if coloured or joined or after_is else next(k for k in kinds if k in ("thing", "group"))
    return "colour" if reader.after and not reader.np.open else next(k for k in kinds if k in ("thing", "group"))


def _pronoun(reader: State, token: Token, kinds: list[str]) -> str:
    """Her dress, and with her; le chat, and le voit."""
    following = reader.next()
    if "pron" not in kinds or len(kinds) == 1:
        return ""
    nominal = (
        following is not None
        and following.has(*BEGINS, "place", "part", "harmless", "weather")
        and not following.has("relation", "the")
    )
    others = [kind for kind in kinds if kind != "pron"]
    return others[0] if nominal else "pron"


def _relation(reader: State, token: Token, kinds: list[str]) -> str:
    """A round table; the opposite side."""
    if token.text == "up":
        return "relation" if noun_next(reader.next()) else "harmless"
    if "relation" not in kinds or token.text in ("of", "de", "du", "des", "d'", "del"):
        return ""
    if _open(reader) and token.text in ("round", "near", "opposite", "past", "through", "by", "off", "about"):
        return "harmless" if "harmless" in kinds else "det"
    if "by" in kinds and token.text in ("by", "por", "par"):
        return "relation"
    return ""


def _verb(reader: State, token: Token, kinds: list[str]) -> str:
    """A fly, a plant, the waves; but: birds fly, they plant, she waves."""
    nominal = [kind for kind in kinds if kind in NOUNS]
    if not ({"verb", "fly"} & set(kinds)):
        return ""
    verb = "verb" if "verb" in kinds else "fly"
    if "fly" in kinds and "verb" in kinds:
        who = reader.subject[:1]
        following = reader.next()
        handled = bool(who) and person(reader.items[who[0]].thing) and noun_next(following)
        verb = "verb" if handled and reader.after else "fly"
    worn = _noun_coming(reader)
    if reader.language != "en" and worn is not None and worn.has("trait") and token.text.startswith(WEARS):
        return "wear"
    if not nominal and "harmless" in kinds and reader.link and not reader.link.verb and reader.np.open is False:
        return "harmless"
    if not nominal:
        first = kinds[0]
        return (
            verb if first in ("verb", "fly", "harmless", "size", "colour", "trait", "wear") and first != "size" else ""
        )
    before = reader.line[reader.at - 1] if reader.at else None
    doing = before is not None and before.has("is") and token.text.endswith("ing")
    asked = before is not None and before.text in ("to", "can", "will", "must") and noun_next(reader.next())
    if before is not None and (before.has("prog") or asked or (doing and reader.subject)):
        return verb
    if (
        reader.subject
        and before is not None
        and before.has("thing", "group", "who", "character", "pron", "and")
        and not _open(reader)
    ):
        ended = reader.link is None and not (before.has("and") and not reader.subject)
        return verb if ended and not (before.has("and") and reader.bare) else nominal[0]
    return nominal[0]


WEARS = ("llev", "port", "viste", "vist")


def _noun_coming(reader: State) -> Token | None:
    """What a verb is about: the noun after it, over all that stands before a noun."""
    ahead = 1
    while (token := reader.next(ahead)) is not None and not token.has("thing", "trait", "group", "place"):
        if not token.has("number", "det", "the", "poss", "size", "colour", "shade", "harmless"):
            return None
        ahead += 1
    return token


def _number(reader: State, token: Token, kinds: list[str]) -> str:
    """French `a` after its subject, Spanish `un`."""
    if "has" in kinds and "relation" in kinds:
        return "has" if reader.after and noun_next(reader.next()) else "relation"
    if "number" in kinds and "form" in kinds:
        return "form"
    return ""


RULES = (
    stand_in, _that, _material, _weather, _wall, _season, _building, _size, _trait, _part, _colour, _pronoun,
    _relation, _verb, _number,
)  # fmt: skip
"""In this order; the first that knows the word where it stands tells."""

"""Reads tokens one after the other into items: what is pending for the next noun, and of whom more may be said."""

from __future__ import annotations

import dataclasses
from collections.abc import Sequence
from dataclasses import dataclass, field

from lessonforge.visuals.draw import words
from lessonforge.visuals.draw.figures.traits import Trait
from lessonforge.visuals.draw.grammar.joining import relate
from lessonforge.visuals.draw.grammar.lexer import Token
from lessonforge.visuals.draw.grammar.nouns import band, item_of, known_before, reading_prop
from lessonforge.visuals.draw.grammar.pending import OBJECTS, Link, Pending, animate, part_of, person
from lessonforge.visuals.draw.grammar.scene import Item
from lessonforge.visuals.draw.grammar.senses import noun_next, sense
from lessonforge.visuals.draw.things import catalogue
from lessonforge.visuals.draw.words.colours import HEX, shaded

KEEPS = frozenset(
    [
        "at",
        "to",
        "with",
        "for",
        "after",
        "through",
        "into",
        "towards",
        "toward",
        "a",
        "al",
        "con",
        "hacia",
        "por",
        "à",
        "au",
        "aux",
        "vers",
        "avec",
    ]
)
"""Prepositions that only lead a verb to its object: looking at, talking to."""
ADVERBS = {"behind": "far", "above": "high", "under": "low"}


@dataclass
class Reader:
    """Where the reading stands. `subject` are the items of which more may be said, `object` what they deal with."""

    line: Sequence[Token]
    language: str
    characters: Sequence[Item] = ()
    items: list[Item] = field(default_factory=list)
    places: list[str] = field(default_factory=list)
    said: dict[str, str] = field(default_factory=dict)
    weather: list[str] = field(default_factory=list)
    unknown: list[str] = field(default_factory=list)
    np: Pending = field(default_factory=Pending)
    at: int = 0
    subject: tuple[int, ...] = ()
    object: tuple[int, ...] = ()
    actor: tuple[int, ...] = ()
    series: tuple[int, ...] = ()
    place: str = ""
    link: Link | None = None
    again: Link | None = None
    lead: tuple[str, tuple[int, ...] | str] | None = None
    spots: tuple[str, ...] = ()
    joined: bool = False
    fresh: bool = True
    bare: bool = True
    skip: bool = False
    after: bool = False
    slot: tuple[tuple[int, ...], str] = ((), "")
    noun: tuple[int, ...] = ()
    aside: bool = False
    mentioned: set[int] = field(default_factory=set)

    def read(self) -> None:
        """Reads the whole line."""
        while self.at < len(self.line):
            token = self.line[self.at]
            kind = sense(self, token)
            getattr(self, f"on_{kind}")(token, token.value(kind))
            self.at += 1
        self.on_stop(None, None)

    def next(self, ahead: int = 1) -> Token | None:
        """A token that comes."""
        return self.line[self.at + ahead] if self.at + ahead < len(self.line) else None

    def change(self, numbers: Sequence[int], **changes) -> None:  # type: ignore[no-untyped-def]
        """Changes items; each value is a function of the item."""
        for n in numbers:
            item = self.items[n]
            self.items[n] = dataclasses.replace(item, **{name: value(item) for name, value in changes.items()})

    # Nouns

    def on_thing(self, token: Token, value: tuple[str, bool]) -> None:
        """A thing: one that was there before, or a new one."""
        name, plural = value
        if self.skip or reading_prop(self, name) or self._own_body(name):
            return self._skip()
        if self._compound(name, plural):
            return
        old = known_before(self, name, plural)
        if old:
            return self._named(old)
        if plural and self.place and self.link and self.link.name == "of" and not self.np.count:
            self.np.count, self.np.form = 9, "crowd"
        self._named(item_of(self, name, plural))

    def on_group(self, token: Token, group: str) -> None:
        """A word for several different things."""
        if self.skip:
            return self._skip()
        old = known_before(self, words.members(group)[0], True, words.members(group)) if self.np.definite else ()
        self._named(old or band(self, group))

    def on_character(self, token: Token, number: int) -> None:
        """Somebody with a name: the same one whenever the name comes."""
        known = self.characters[number]
        old = tuple(n for n, item in enumerate(self.items) if item.character == known.character)
        if not old:
            pose, spots = self.np.pose, (*self.np.spots, *self.spots)
            self.items.append(dataclasses.replace(known, pose=pose or known.pose, spots=spots))
            old = (len(self.items) - 1,)
        self._named(old)

    def _own_body(self, name: str) -> bool:
        """His teeth, her hands: they are not drawn beside her."""
        before = self.line[self.at - 1] if self.at else None
        return bool(before and before.has("poss") and catalogue()[name].kind == "body" and self.subject)

    def _skip(self) -> None:
        self.np, self.link, self.after = Pending(), None, True

    def _compound(self, name: str, plural: bool) -> bool:
        """`school bus`, `apple tree`: of two nouns in a row the second is meant, and fruit hangs on its tree."""
        before = self.line[self.at - 1] if self.at else None
        if (
            self.language != "en"
            or not before
            or not before.has("thing")
            or not self.after
            or self.np.open
            or not self.items
        ):
            return False
        last, thing = self.items[-1], catalogue()[name]
        if last.character or (
            self.subject[-1:] != (len(self.items) - 1,) and self.object[-1:] != (len(self.items) - 1,)
        ):
            return False
        first = catalogue()[last.thing]
        count = last.count if last.count > 1 or not plural else thing.many
        colours = tuple((slot.name, colour) for (_, colour), slot in zip(last.colours, thing.slots[:1], strict=False))
        self.items[-1] = dataclasses.replace(last, thing=name, count=count, colours=colours)
        if first.kind == "food" and thing.kind == "plant" and thing.height > 1.5:
            self.items.append(Item(first.name, 6, relation="in", target=len(self.items) - 1))
        return True

    def _named(self, here: tuple[int, ...]) -> None:
        """A noun was read: sets it into the relation that waits for it, and makes it what is spoken of."""
        link, again = self.link, self.again
        if link and link.subjects:
            busy = all(self.items[n].relation for n in link.subjects) and link.name in ("on", "in", "under")
            if self.again and self.object and busy and link.subjects == self.subject:
                relate(self.items, link.name, self.object, here, anew=True)
            else:
                kite = link.name == "use" and link.text.split(" ")[0] in words.phrases_of("fly", self.language)
                if kite:
                    relate(self.items, "above", here, link.subjects)
                    self.change(here, flying=lambda item: True)
                else:
                    relate(self.items, link.name, link.subjects, here)
            self._after_relation(link, here)
        elif link and link.name not in ("near", "of", "with", "has", "to", "from", "for", "wear", "face", "hold"):
            self.lead = (link.name, here)
            self.subject, self.series, self.bare = here, (), True
        elif self.joined and again and not self._says_more(again, here):
            relate(self.items, again.name, again.subjects, here)
            if again.name == "between":
                self.change(again.subjects, other=lambda item: item.other if item.other is not None else here[0])
            self.object = (*self.object, *here)
        else:
            self._new_subject(here)
        self.link, self.joined, self.fresh, self.skip, self.after, self.np = None, False, False, False, True, Pending()
        self.slot, self.place, self.noun = ((), ""), "", here
        self.mentioned.update(here)

    def _after_relation(self, link: Link, here: tuple[int, ...]) -> None:
        self.bare = False
        if link.name in OBJECTS or link.name == "between":
            if not (link.name == "of" and self.object):
                self.object, self.subject = here, link.subjects
            self.again = link if link.name != "of" else None
        else:
            self.actor, self.subject, self.object, self.again = link.subjects, here, (), None
        self.series = ()

    def _new_subject(self, here: tuple[int, ...]) -> None:
        """One more of a list, or somebody new."""
        if self.lead and (self.lead[1] != here) and not self.items[here[0]].relation and not self._aloft(here):
            self._led(here)
        if self.joined and self.bare:
            self.subject = (*self.series, *self.subject, *here)
            self.series = ()
        else:
            self.series = (*self.series, *self.subject) if self.fresh and self.bare and self.subject else ()
            self.subject = here
        if self.joined and self.spots:
            self.change(here, spots=lambda item: item.spots or self.spots)
        self.object, self.again, self.bare = (), None, True

    def _led(self, here: tuple[int, ...]) -> None:
        name, target = self.lead or ("", ())
        if isinstance(target, str):
            self._to_place(name, here, target)
        else:
            relate(self.items, name, here, target)

    def _aloft(self, here: Sequence[int]) -> bool:
        """The sun in the sky is not led by a table on the ground."""
        lead = self.lead[1] if self.lead else ""
        return catalogue()[self.items[here[0]].thing].stands in ("sky", "space") and lead != "sky"

    def _says_more(self, again: Link, here: Sequence[int]) -> bool:
        """Whether something is said of the noun that comes by itself: `... and a man digging`."""
        token = self.next()
        if person(self.items[here[0]].thing):
            clothed = token is not None and token.has("relation") and token.value("relation") in ("with", "in")
            if clothed or again.text == "trait" or again.name in ("hold", "use"):
                return True
        token = self.next()
        return bool(
            token
            and (
                token.has("verb", "fly", "spot", "has", "is")
                or (token.has("relation") and token.value("relation") not in ("of", "with", "in"))
            )
        )

    def on_place(self, token: Token, name: str) -> None:
        """A place: it belongs to the scene, and what was named before may stand in a relation to it."""
        if self.skip:
            return self._skip()
        if name not in self.places:
            self.places.append(name)
        link = self.link
        if link and link.subjects:
            self._to_place(link.name, link.subjects, name)
            self.actor = link.subjects
        elif link and not self.subject:
            self.lead = (link.name, name)
        self.place = name if not (link and link.subjects) else ""
        if self.np.spots and not self.subject:
            self.spots = ()
        self.link, self.np, self.fresh, self.after, self.joined, self.slot = (
            None,
            Pending(),
            False,
            True,
            False,
            ((), ""),
        )
        self.bare = False if link else self.bare

    def _to_place(self, name: str, subjects: Sequence[int], place: str) -> None:
        known = {"on", "in", "above", "behind", "front", "beside", "under", "along", "around", "cross"}
        if name in known:
            plain = {"cross": "on"}.get(name, name)
            self.change(
                subjects, relation=lambda item: item.relation or plain,
                target=lambda item: place if not item.relation else item.target,
            )  # fmt: skip
        if place == "sky" and name in ("in", "above"):
            self.change(subjects, flying=lambda item: True)

    # What is said of nouns

    def on_number(self, token: Token, value: int) -> None:
        """A number or an article."""
        self.flush()
        self.np.count, self.np.open = value, True

    def on_size(self, token: Token, value: float) -> None:
        """A size: before its noun, or after it."""
        if self.after and self.language != "en" and self._last():
            return self.change(self._last(), size=lambda item: value)
        self.np.size, self.np.open = value, True

    def on_shade(self, token: Token, value: str) -> None:
        """Light or dark: before its colour, or after it."""
        last = self._last()
        if self.after and self.language != "en" and last:
            slot = self.slot[1]
            self.change(last, colours=lambda item: tuple(
                (name, shaded(colour, value) if name == (slot or item.colours[0][0]) else colour) for name, colour in item.colours
            ))  # fmt: skip
        else:
            self.np.shade, self.np.open = value, True

    def on_colour(self, token: Token, value: str) -> None:
        """A colour: of what comes, or of what was just named."""
        self.np.add_colour(value)
        if self.after and self.language != "en" and (self._last() or self.slot[0]):
            return self._paint()
        self.np.open = self.np.open or not self.after

    def _last(self) -> tuple[int, ...]:
        """What was named last."""
        return self.slot[0] or self.noun

    def _paint(self) -> None:
        """Gives the pending colours to what was named last, or to the part of it that was."""
        numbers, slot = self.slot if self.slot[0] else (self._last(), "")
        colours = tuple(self.np.colours)
        for n in numbers:
            item = self.items[n]
            thing = catalogue()[item.thing]
            taken = dict(item.colours)
            new = ((slot, colours[0]),) if slot else self.np.painted(thing, 1)
            free = [name.name for name in thing.slots if name.name not in taken and name.name not in ("skin", "hair")]
            if taken and not slot and free and self.after:
                new = tuple(zip(free, colours, strict=False))
            self.items[n] = dataclasses.replace(
                item, colours=(*((k, v) for k, v in item.colours if k not in dict(new)), *new)
            )
        self.np.colours.clear()

    def on_trait(self, token: Token, trait: Trait) -> None:
        """How somebody looks, or what they wear."""
        who = self._person()
        if (
            (trait.slot and who)
            or (self.link and who and self.link.subjects)
            or (self.after and self.language != "en" and who)
        ):
            self._dress(who, trait)
        else:
            self.np.traits.append(trait)
            self.np.open = True

    def _person(self) -> tuple[int, ...]:
        for numbers in (
            self.link.subjects if self.link else (),
            self.subject,
            self.actor,
            tuple(range(len(self.items)))[::-1],
        ):
            found = tuple(n for n in numbers if person(self.items[n].thing))
            if found:
                return (
                    found
                    if numbers is not None and len(found) == len(numbers) and numbers in (self.subject, self.actor)
                    else found[:1]
                )
        return ()

    def _dress(self, who: tuple[int, ...], trait: Trait) -> None:
        if len(who) > 1 and self.items[who[-1]].band is None:
            who = who[-1:]
        self.bare = False
        colours = ((trait.slot, self.np.colours[0]),) if trait.slot and self.np.colours else ()
        self.change(who, traits=lambda item: (*item.traits, trait.name), colours=lambda item: (*item.colours, *colours))
        self.np, self.after, self.joined = Pending(), True, False
        self.slot = (who, trait.slot) if trait.slot else ((), "")
        self.again = Link("with", who, text="trait") if self.link and self.link.name == "with" else self.again
        self.subject = self.subject or who
        if self.link and self.link.name in ("in", "wear", "with", "has", "hold"):
            self.link = None

    def on_part(self, token: Token, word: str) -> None:
        """A part of what was named before: its colour may come before or after it."""
        for numbers in (self.object, self.subject, self.actor, tuple(range(len(self.items)))[::-1][:1]):
            having = tuple(n for n in numbers if part_of(catalogue()[self.items[n].thing], word))
            if having:
                slot = part_of(catalogue()[self.items[having[0]].thing], word)
                self.slot = (having, slot)
                if self.np.colours:
                    self._paint()
                break
        else:
            if word in ("roof", "branch") and self.link and self.link.name != "with":
                return self.on_thing(token, ({"roof": "house", "branch": "tree"}[word], False))
            self.noun, self.slot = (), ((), "")
        self.again = self.link if self.link and self.link.name == "with" else self.again
        self.np, self.link, self.after, self.joined = Pending(), None, True, False

    def on_striped(self, token: Token, value: str) -> None:
        """In two colours."""
        self.np.striped = True

    def flush(self) -> None:
        """Adjectives that no noun took were said of the last one: `a house, red`, `the door is blue`."""
        if self.np.colours and self._last():
            self._paint()
        if self.np.size != 1.0 and self._last() and self.fresh is False:
            self.change(self._last(), size=lambda item: self.np.size)
        if self.np.traits and self._person():
            for trait in self.np.traits:
                self.change(self._person(), traits=lambda item, t=trait: (*item.traits, t.name))
        self.np = Pending(
            spots=self.np.spots,
            form=self.np.form,
            count=self.np.count if not self.after else 0,
            pose=self.np.pose,
            flying=self.np.flying,
        )
        self.after, self.slot = False, ((), "")

    def on_spot(self, token: Token, value: str) -> None:
        """A position: of what comes, or of what was just named."""
        spots = tuple(value.split(" "))
        coming = noun_next(self.next()) or (self.next() is not None and self.next().has("place"))  # type: ignore[union-attr]
        if self.np.open and not self.after:
            self.np.spots = (*self.np.spots, *spots)
        elif not self.subject or ((self.fresh or self.joined) and coming):
            self.flush()
            self.np.spots = self.spots = spots
            self.joined = False
        elif not self.place or self.after is False:
            self.flush()
            sided = any(self.items[n].spots for n in self.subject)
            who = self.object if self.object and (sided or not self.again) else self.subject
            who = who if sided or not self.object or self.items[who[0]].relation not in ("", "held") else self.subject
            if self.link and self.link.subjects and not self.link.verb:
                who = self.link.subjects
            self.change(who, spots=lambda item: (*item.spots, *spots))
            self.bare, self.link = False, None
        self.after = False

    def on_form(self, token: Token, form: str) -> None:
        """In a row, in a circle; `a pile of` comes before its noun."""
        following = noun_next(self.next())
        if following and (self.link or self.fresh or self.joined or not self.subject):
            self.np.form, self.np.open = form, True
        elif self.subject:
            self.flush()
            self.change(self.subject, form=lambda item: form)
            self.link = None

    # Verbs and relations

    def on_verb(self, token: Token, verb: words.Verb) -> None:
        """What somebody does; before a noun, what this one does."""
        if (
            (self.np.open and not self.after)
            or (self.lead and not self._doers_of_lead())
            or (not self.subject and not self.place)
        ):
            self.np.pose = verb.pose or self.np.pose
            self.np.open = self.np.open and not self.lead
            return
        self._close()
        self.flush()
        who = self._doers()
        if not who:
            return
        self.change(who, pose=lambda item: item.pose or verb.pose)
        if token.text.split(" ")[0] in words.phrases_of("fly", self.language) and not person(self.items[who[0]].thing):
            self.change(who, flying=lambda item: True)
        self.subject = who if not self.series or self.joined else self.subject
        self.object, self.again, self.bare, self.joined, self.fresh = (), None, False, False, False
        self.link = Link(verb.relation, who, True, token.text) if verb.relation != "none" else None

    def _doers_of_lead(self) -> bool:
        """Whether somebody was named since an inverted phrase began."""
        return bool(self.lead and self.subject and self.subject != self.lead[1])

    def _doers(self) -> tuple[int, ...]:
        """Who does it: the nearest of those spoken of that can."""
        choices = (
            (self.subject, self.object, self.actor)
            if not self.joined and not self.fresh
            else (self.actor, self.subject)
        )
        for numbers in (*choices, self.subject):
            alive = tuple(n for n in numbers if animate(self.items[n].thing))
            if alive:
                return alive
        return self.subject

    def on_fly(self, token: Token, value: str) -> None:
        """Into the air with it."""
        if (self.np.open and not self.after) or not self.subject:
            self.np.flying = True
            return
        self._close()
        self.flush()
        who = (
            self.object
            if self.again
            and self.object
            and not person(self.items[self.object[-1]].thing)
            and self.again.name == "with"
            else self.subject
        )
        self.change(who, flying=lambda item: True)
        self.subject, self.bare, self.joined = who, False, False

    def on_relation(self, token: Token, name: str) -> None:
        """A relation: it waits for its noun; before the first noun it is said of what comes after it."""
        if self.aside and not self.subject:
            self.link = Link("near", text=token.text)
            return
        if name in ("head", "back", "hand"):
            return self._carried(name)
        link = self.link
        if (
            link
            and link.verb
            and (token.text in KEEPS or (link.name == "peer" and name != "beside"))
            and link.name not in ("climb", "cross")
        ):
            return
        self.flush()
        if link and link.verb:
            self.link = Link(name, link.subjects, text=token.text)
        elif (self.fresh or self.joined) and self._inverted():
            self.lead, self.joined = None, False
            self.link, self.np.spots = Link(name, text=token.text), ()
        elif self.place and self.after is False and not self.subject:
            self.link = Link(name, text=token.text)
        else:
            self.link = Link(
                name, (self.object or self.subject) if name == "of" else self._related(name), text=token.text
            )
        self.after = False

    def _carried(self, name: str) -> None:
        """A basket on her head: what was named last is there."""
        own = tuple(n for n in (self.object or self.subject) if not person(self.items[n].thing))
        who = tuple(n for n in (*self.subject, *self.actor) if person(self.items[n].thing)) or self._person()
        if own and who:
            relate(self.items, name, own, who[:1], anew=True)
        self.link = None

    def _related(self, name: str) -> tuple[int, ...]:
        """Of whom a relation is said."""
        if self.place and name != "of":
            return ()
        token = self.next()
        if self.object and self.again and token and token.has("pron") and not noun_next(self.next(2)):
            return self.object
        if self.fresh and self.actor and not self.bare:
            return self.actor
        return self.subject

    def _inverted(self) -> bool:
        """Whether two nouns follow each other after a relation: `behind the house a tree`."""
        if not self.subject:
            return True
        ahead, nouns = 1, 0
        while (token := self.next(ahead)) is not None and not token.has("comma", "stop", "and"):
            if token.has("thing", "group", "place", "character", "pron"):
                nouns += 1
                following = self.next(ahead + 1)
                return bool(
                    following and (following.has("there") or (noun_next(following) and not following.has("relation")))
                )
            ahead += 1
        return False

    def on_has(self, token: Token, value: str) -> None:
        """What somebody or something has."""
        self._close()
        self.flush()
        self.link = Link("with", self._owners(), text=token.text)

    def _owners(self) -> tuple[int, ...]:
        return self.subject if not self.place else ()

    def on_wear(self, token: Token, value: str) -> None:
        """What somebody wears."""
        self._close()
        self.flush()
        self.link = Link("wear", self._person(), True, token.text)

    def on_by(self, token: Token, value: str) -> None:
        """By whom: pulled by a horse, read by a girl; or beside what."""
        name = {"pulled": "pull", "tirado": "pull", "tiré": "pull", "tirée": "pull", "drawn": "pull"}.get(
            token.text.split(" ")[0], "beside"
        )
        self.flush()
        self.link = Link("pulled" if name == "pull" else "beside", self.subject, text=token.text)

    def on_pron(self, token: Token, value: str) -> None:
        """It, her, them: what was named before."""
        human = token.text in (
            "she",
            "he",
            "him",
            "her",
            "they",
            "them",
            "ella",
            "él",
            "ellos",
            "elle",
            "elles",
            "eux",
            "il",
            "ils",
            "lui",
        )
        link = self.link
        if link and not link.verb:
            others = [n for n in self.mentioned if n not in link.subjects]
            if not others and len(link.subjects) > 1:
                others, link.subjects = list(link.subjects[:-1]), link.subjects[-1:]
            fitting = [
                n for n in others if person(self.items[n].thing) == (human and token.text not in ("them", "they"))
            ] or others
            if self.place and not link.subjects:
                self.lead = (link.name, self.place)
            elif fitting:
                target = self.subject if self.subject != link.subjects and self.subject else (max(fitting),)
                target = target if set(target) <= set(fitting) else (max(fitting),)
                if link.subjects:
                    relate(self.items, link.name, link.subjects, target, anew=link.subjects == self.object)
                else:
                    self.lead = (link.name, target)
            self.link, self.after = None, False
        elif (self.fresh or self.joined) and self.mentioned:
            fitting = [n for n in self.mentioned if person(self.items[n].thing) == human] or list(self.mentioned)
            self.subject, self.bare, self.fresh, self.joined, self.object = (max(fitting),), False, False, False, ()

    def on_who(self, token: Token, value: str) -> None:
        """More is said of the last noun."""
        self.subject, self.object, self.again, self.fresh = self.object or self.subject, (), None, False

    def on_and(self, token: Token, value: str) -> None:
        """A list goes on."""
        following = self.next()
        if self.np.colours and following and following.has("colour"):
            return
        if following and following.has("colour") and self.after and self.language != "en":
            return
        self._close()
        self.flush()
        self.joined = True

    def on_is(self, token: Token, value: str) -> None:
        """What follows is said of the noun before, or of its part."""
        if not self.after and self.np.open:
            return
        self._close()
        slot = self.slot
        self.flush()
        self.slot = slot

    def on_there(self, token: Token, value: str) -> None:
        """There is: something new comes."""
        self._close()
        self.flush()
        self.fresh, self.after, self.bare = True, False, True

    def on_no(self, token: Token, value: str) -> None:
        """Without: the noun that comes is not drawn."""
        self.flush()
        self.skip, self.link = True, None

    def on_the(self, token: Token, value: str) -> None:
        """The definite article."""
        self.flush()
        self.np.definite = self.np.open = True

    def on_det(self, token: Token, value: str) -> None:
        """Another determiner."""
        self.flush()
        self.np.open = True

    on_poss = on_det

    def on_prog(self, token: Token, value: str) -> None:
        """En train de: a verb comes."""
        self.flush()

    # Pauses and the rest

    def _close(self) -> None:
        """A relation that got no noun was an adverb."""
        if self.link and not self.link.verb and self.link.name in ADVERBS:
            who = self.object if self.object and self.again else self.link.subjects
            if self.object and self.again and self.subject:
                self.change(
                    self.object,
                    relation=lambda item: self.link.name if self.link else "",
                    target=lambda item: self.subject[0],
                )
            else:
                self.change(who, spots=lambda item: (*item.spots, ADVERBS[self.link.name] if self.link else ""))
        self.link = None

    def on_comma(self, token: Token | None, value: object) -> None:
        """A pause: something new may come."""
        self._close()
        self.flush()
        self.fresh, self.joined, self.skip, self.after, self.aside = True, False, False, False, False
        self.again = (
            self.again if self.again and self.again.name in ("with", "hold", "face", "use", "between") else None
        )

    def on_stop(self, token: Token | None, value: object) -> None:
        """The end of a sentence."""
        self.on_comma(token, value)
        self.subject, self.object, self.actor, self.series, self.lead, self.place = (), (), (), (), None, ""
        self.again, self.bare, self.spots, self.aside = None, True, (), False
        self.np = Pending()

    def on_time(self, token: Token, value: str) -> None:
        """The hour."""
        self._said("time", value)

    def on_season(self, token: Token, value: str) -> None:
        """The season."""
        self._said("season", value)

    def on_diagram(self, token: Token, value: str) -> None:
        """A diagram; an ellipse is more than an orbit."""
        if self.said.get("diagram") != "ellipse":
            self._said("diagram", value)

    def _said(self, kind: str, value: str) -> None:
        if not self.skip:
            self.said[kind] = value
        self._aside()

    def on_weather(self, token: Token, value: str) -> None:
        """The weather."""
        if not self.skip and value not in self.weather:
            self.weather.append(value)
        self._aside()

    def _aside(self) -> None:
        self.aside = not self.subject and self.link is None
        """A word that is no noun here: `in the rain`, `at sunset`; before a noun it leaves what is pending alone."""
        if self.link and not noun_next(self.next()):
            self.link = None
        if not (self.np.open and noun_next(self.next())):
            self.np = Pending(spots=self.np.spots)
        self.skip = False

    def on_harmless(self, token: Token, value: object) -> None:
        """Nothing to draw."""
        self.after = self.after and self.language != "en"

    def on_unknown(self, token: Token, value: str) -> None:
        """A word that is not understood."""
        if not self.skip:
            self.unknown.append(value)
        self.np, self.link, self.noun, self.after = Pending(spots=self.np.spots), None, (), True
        self.slot = ((), "")


__all__ = ["HEX", "Reader"]

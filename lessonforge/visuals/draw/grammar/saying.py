"""What is said of nouns before and after them: numbers, sizes, colours, looks, positions."""

from __future__ import annotations

import dataclasses

from lessonforge.visuals.draw.figures.traits import Trait, spoken
from lessonforge.visuals.draw.grammar.lexer import Token
from lessonforge.visuals.draw.grammar.pending import Link, Pending, person
from lessonforge.visuals.draw.grammar.senses import noun_next
from lessonforge.visuals.draw.grammar.state import State
from lessonforge.visuals.draw.things import catalogue
from lessonforge.visuals.draw.words.colours import shaded


class Saying(State):
    """Takes adjectives, numbers and positions."""

    def on_number(self, token: Token, value: int) -> None:
        """A number or an article."""
        self.flush()
        self.np.count, self.np.open = value, True

    def on_size(self, token: Token, value: float) -> None:
        """A size: before its noun, or after it."""
        if self.after and self.language != "en" and self.last():
            return self.change(self.last(), size=lambda item: value)
        if self.at and self.line[self.at - 1].text == "as":
            return None
        self.np.size, self.np.open = value, True

    def on_shade(self, token: Token, value: str) -> None:
        """Light or dark: before its colour, or after it."""
        last = self.last()
        if self.after and self.language != "en" and last:
            slot = self.slot[1]
            for n in last:
                own = self.items[n].colours
                new = tuple((k, shaded(v, value) if k == (slot or own[0][0]) else v) for k, v in own)
                self.items[n] = dataclasses.replace(self.items[n], colours=new)
        else:
            self.np.shade, self.np.open = value, True

    def on_colour(self, token: Token, value: str) -> None:
        """A colour: of what comes, or of what was just named."""
        self.np.add_colour(value)
        if self.after and self.language != "en" and (self.last() or self.slot[0]):
            return self.paint()
        if self.after and self.language != "en" and self.unseen:
            self.unknown.append(f"{self.unseen} {token.text}")
        self.np.open = self.np.open or not self.after

    def last(self) -> tuple[int, ...]:
        """What was named last."""
        return self.slot[0] or self.noun

    def paint(self) -> None:
        """Gives the pending colours to what was named last, or to the part of it that was."""
        numbers, slot = self.slot if self.slot[0] else (self.last(), "")
        colours = tuple(self.np.colours)
        for n in numbers:
            item = self.items[n]
            thing = catalogue()[item.thing]
            taken = dict(item.colours)
            new = ((slot, colours[0]),) if slot else self.np.painted(thing, 1)
            free = [name.name for name in thing.slots if name.name not in taken and name.name not in ("skin", "hair")]
            if taken and not slot and free and self.after:
                new = tuple(zip(free, colours, strict=False))
            elif taken and not slot and self.line[self.at - 1].has("and"):
                new = ()
            self.items[n] = dataclasses.replace(
                item, colours=(*((k, v) for k, v in item.colours if k not in dict(new)), *new)
            )
        self.np.colours.clear()

    def on_trait(self, token: Token, trait: Trait) -> None:
        """How somebody looks, or what they wear."""
        who = self.person_near()
        following = self.next()
        if self.np.open and not self.after and not trait.slot and following and following.has("thing", "group"):
            self.np.traits.append(trait)
        elif (
            (trait.slot and who)
            or (self.link and who and self.link.subjects)
            or (self.after and self.language != "en" and who)
        ):
            listed = self.link is None and self.again is not None and self.again.text == "trait"
            who = self.again.subjects if listed and self.again else who
            self._dress(who, trait, listed or token.text not in spoken(self.language))
        else:
            self.np.traits.append(trait)
            self.np.open = True

    def person_near(self) -> tuple[int, ...]:
        """Who was spoken of last."""
        for numbers in (
            self.object if self.link is None or not self.link.verb else (),
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

    def _dress(self, who: tuple[int, ...], trait: Trait, several: bool) -> None:
        if len(who) > 1 and self.items[who[-1]].band is None and not several:
            who = who[-1:]
        self.bare = False
        colours = ((trait.slot, self.np.colours[0]),) if trait.slot and self.np.colours else ()
        self.change(who, traits=lambda item: (*item.traits, trait.name), colours=lambda item: (*item.colours, *colours))
        if not trait.slot:
            self._missed(self.line[self.at])  # type: ignore[attr-defined]
            self.noun, self.unseen = (), self.line[self.at].text
        self.np, self.after, self.joined = Pending(), True, False
        self.slot = (who, trait.slot) if trait.slot else ((), "")
        worn = self.link and self.link.name in ("with", "in", "wear", "has")
        self.again = Link("with", who, text="trait") if worn else self.again
        self.subject = self.subject or who
        if self.link and self.link.name in ("in", "wear", "with", "has", "hold"):
            self.link = None

    def on_striped(self, token: Token, value: str) -> None:
        """In two colours."""
        self.np.striped = True

    def flush(self) -> None:
        """Adjectives that no noun took were said of the last one: `a house, red`, `the door is blue`."""
        if self.np.colours and self.last():
            self.paint()
        bare = not (self.np.count or self.np.definite or self.np.determined) and self.np.colours == []
        if self.np.size != 1.0 and self.last() and (self.fresh is False or bare):
            self.change(self.last(), size=lambda item: self.np.size)
        if self.np.traits and self.person_near():
            for trait in self.np.traits:
                self.change(self.person_near(), traits=lambda item, t=trait: (*item.traits, t.name))
        self.np = Pending(
            spots=self.np.spots,
            form=self.np.form,
            count=self.np.count if not self.after else 0,
            pose=self.np.pose,
            flying=self.np.flying,
        )
        self.after, self.slot, self.unseen = False, ((), ""), ""

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
            sided = any(self.items[n].spots for n in self.subject) or not {"left", "right", "centre"} & set(spots)
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

"""Verbs and relations: of whom they are said, and what waits for the next noun."""

from __future__ import annotations

from lessonforge.visuals.draw import words
from lessonforge.visuals.draw.grammar.antecedents import meant
from lessonforge.visuals.draw.grammar.joining import relate
from lessonforge.visuals.draw.grammar.lexer import Token
from lessonforge.visuals.draw.grammar.pending import Link, animate, person
from lessonforge.visuals.draw.grammar.senses import noun_next
from lessonforge.visuals.draw.grammar.standins import StandingIn

KEEPS = frozenset({
    "at", "to", "with", "for", "after", "through", "into", "towards", "toward", "a", "al", "con", "hacia", "por", "à",
    "au", "aux", "vers", "avec",
})  # fmt: skip
"""Prepositions that only lead a verb to its object: looking at, talking to."""

DEEDS = frozenset(["waving", "pointing", "reading", "writing", "singing", "talking", "throwing", "playing music"])
"""What no animal does."""
BY = ("by", "por", "par")
SIDES = ("left of", "right of")
FLANKS = (*SIDES, "sides", "around")


class Acting(StandingIn):
    """Takes verbs and relations."""

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
        self.close()
        self.flush()
        who = self._doers(verb.relation in ("hold", "use", "peer") or verb.pose in DEEDS)
        if not who:
            return
        busy = bool(verb.pose) and verb.pose not in ("sitting", "standing", "lying", "sleeping")
        sits = {n for n in who if busy and self.items[n].pose == "sitting" and person(self.items[n].thing)}
        self.change(sorted(sits), pose=lambda item: "", traits=lambda item: (*item.traits, "on a seat"))
        self.change(who, pose=lambda item: item.pose or (verb.pose if animate(item.thing) else ""))
        if token.text.split(" ")[0] in words.phrases_of("fly", self.language) and not person(self.items[who[0]].thing):
            self.change(who, flying=lambda item: True)
        if verb.deed:
            self.deeds |= dict.fromkeys(who, verb.deed)
        self._together(who, verb)
        self.subject = who if not self.series or self.joined else self.subject
        self.object, self.again, self.bare, self.joined, self.fresh = (), None, False, False, False
        self.link = Link(verb.relation, who, True, token.text) if verb.relation != "none" else None

    def _together(self, who: tuple[int, ...], verb: words.Verb) -> None:
        """Those who hold hands, hug or talk stand close together."""
        pair = verb.deed and words.FRAMES[verb.deed].pair
        if (pair or verb.pose in ("holding hands", "talking")) and len(who) == 2 and self.items[who[0]].band is None:
            self.change(who, band=lambda item: who[0], form=lambda item: item.form or "facing")

    def _doers_of_lead(self) -> bool:
        """Whether somebody was named since an inverted phrase began."""
        return bool(self.lead and self.subject and self.subject != self.lead[1])

    def _doers(self, human: bool = False) -> tuple[int, ...]:
        """Who does it: the nearest of those spoken of that can."""
        choices = (
            (self.subject, self.object, self.actor)
            if not self.joined and not self.fresh
            else (self.actor, self.subject)
        )
        for numbers in (*choices, self.subject):
            alive = tuple(n for n in numbers if animate(self.items[n].thing))
            if alive:
                return self._riders(alive) if human else alive
        return self.subject

    def _riders(self, alive: tuple[int, ...]) -> tuple[int, ...]:
        """A knight on a horse, carrying a lance: the horse can't."""
        people = tuple(n for n in self.actor if person(self.items[n].thing))
        return people if people and not any(person(self.items[n].thing) for n in alive) else alive

    def on_fly(self, token: Token, value: str) -> None:
        """Into the air with it."""
        if (self.np.open and not self.after) or not self.subject:
            self.np.flying = True
            return
        self.close()
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
        if name in ("head", "back", "neck", "mouth", "lap", "hand"):
            return self._carried(name)
        link = self.link
        if link and link.verb and token.text in BY:
            self.link = Link(link.name, link.subjects, True, link.text, words.verbs(self.language).get(link.text))
            return
        before = self.line[self.at - 1].text if self.at else ""
        if token.text in BY and words.suffered(before, self.language):
            return self.on_by(Token(before, ()), "")
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

    def on_flank(self, token: Token, name: str) -> None:
        """On its left, on both sides: of what was named before; with nothing before it, of the picture."""
        pronoun = next((one for one in ("its", "their") if one in token.text.split(" ")), "her")
        said = Token({"its": "it", "their": "them"}.get(pronoun, "her"), ())
        leads = (self.fresh or self.joined or not self.subject) and noun_next(self.next())
        who = self.object if self.object and self.again and not leads else () if leads else self.subject
        others = [n for n in sorted(self.mentioned - set(who)) if self.items[n].relation not in FLANKS]
        if not others:
            return self._beside_place(token, name)
        target = meant(self, said, others) if name in SIDES else (others[0],)
        self.close()
        self.flush()
        if leads:
            self.lead, self.joined = (name, target), False
        else:
            relate(self.items, name, who, target, anew=who == self.object)
            self.bare, self.link = False, None

    def _beside_place(self, token: Token, name: str) -> None:
        """Trees on both sides of the road; on the left of the picture."""
        if name in SIDES:
            return self.on_spot(token, name.removesuffix(" of"))
        if self.places and self.subject:
            self._to_place("along", self.subject, self.places[-1])

    def _carried(self, name: str) -> None:
        """A basket on her head: what was named last is there."""
        bears = name in ("mouth", "neck")
        own = tuple(n for n in (self.object or self.subject) if not (animate if bears else person)(self.items[n].thing))
        alive = tuple(n for n in range(len(self.items)) if animate(self.items[n].thing) and n not in own)
        who = tuple(n for n in (*self.subject, *self.actor) if person(self.items[n].thing)) or self.person_near()
        who = who or alive[-1:]
        last = (self.object or self.subject)[-1:]
        bearer = tuple(n for n in (*self.actor, *self.subject, *alive) if n not in last)[:1]
        if name == "back" and not own and last and bearer:
            beast = not person(self.items[bearer[0]].thing)
            relate(self.items, "on" if beast else name, last, bearer, anew=True)
        elif own and who:
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
        self.close()
        self.flush()
        self.link = Link("with", self._owners(), text=token.text)

    def _owners(self) -> tuple[int, ...]:
        return self.subject if not self.place else ()

    def on_wear(self, token: Token, value: str) -> None:
        """What somebody wears."""
        self.close()
        self.flush()
        self.link = Link("wear", self.person_near(), True, token.text)

    def on_by(self, token: Token, value: str) -> None:
        """By whom: pulled by a horse, read by a girl; or beside what."""
        self.flush()
        verb = words.suffered(token.text.split(" ")[0], self.language)
        name = "beside" if verb is None or verb.relation == "none" else verb.relation
        self.link = Link(name, self.subject, verb is not None, token.text, passive=verb)

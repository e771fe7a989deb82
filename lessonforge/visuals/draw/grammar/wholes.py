"""Parts of what is drawn already, and the wholes that parts stand for."""

from __future__ import annotations

import dataclasses

from lessonforge.visuals.draw.grammar.lexer import Token
from lessonforge.visuals.draw.grammar.nouns import item_of
from lessonforge.visuals.draw.grammar.pending import Pending, part_of
from lessonforge.visuals.draw.grammar.saying import Saying
from lessonforge.visuals.draw.things import catalogue


class Wholes(Saying):
    """Tells parts from things."""

    def _part_of_owner(self, name: str) -> bool:
        """A temple with columns, a tree and its roots: what is drawn of it already is no thing beside it."""
        link, before = self.link, self.line[self.at - 1] if self.at else None
        if link and not link.verb and link.name in ("with", "has"):
            owners: tuple[int, ...] = link.subjects or self.object
        elif self.again and self.again.name == "with" and (self.joined or self.fresh):
            owners = self.again.subjects
        elif self.np.definite or (before and before.has("poss")):
            owners = () if link and link.name in ("of", "hold", "use") else tuple(range(len(self.items)))
        else:
            return False
        whole = [
            thing for n in owners if (thing := catalogue()[self.items[n].thing]).name != name and part_of(thing, name)
        ]
        if self.np.count > 3 or self.np.size > 1.3:  # six apples on a tree are drawn; a lorry's six wheels are there
            return any(thing.kind == "vehicle" for thing in whole)
        return bool(whole)

    def _place_of_part(self) -> bool:
        """A castle with a flag on the tower: the castle is not on it."""
        link = self.link
        if not link or link.verb or not link.subjects or not self.np.definite or link.name not in ("on", "in"):
            return False
        at = next((n for n in range(self.at - 1, 0, -1) if self.line[n].text == link.text), 0)
        return at > 0 and self.line[at - 1].has("part")

    def _made_clear(self, name: str, plural: bool) -> bool:
        """The roof of a house: the house that was meant is this one."""
        vague, self.vague = self.vague, None
        if vague is None or self.link is None or self.link.name != "of" or vague >= len(self.items):
            return False
        old = self.items[vague]
        here = item_of(self, name, plural)
        new = self.items[here[0]]
        del self.items[here[0] :]
        spots = (*old.spots, *new.spots)
        self.items[vague] = dataclasses.replace(new, relation=old.relation, target=old.target, spots=spots)
        self.link, self.np, self.after, self.noun = None, Pending(), True, (vague,)
        return True

    def _own_body(self, name: str) -> bool:
        """His teeth, her hands: they are not drawn beside her."""
        before = self.line[self.at - 1] if self.at else None
        if catalogue()[name].kind != "body" or not self.subject:
            return False
        if before and before.has("poss"):
            return True
        had = self.link is not None and self.link.name in ("with", "has") and not self.link.verb
        had = had or (self.link is None and self.joined and self.again is not None and self.again.name == "with")
        own = had and all(catalogue()[self.items[n].thing].kind in ("person", "animal") for n in self.subject)
        if own:
            self._missed(self.line[self.at])
            self.noun, self.unseen = (), self.line[self.at].text
        return own

    def _missed(self, token: Token) -> None:
        """A colour of what is not to be seen by itself is named as unknown: `with green eyes`."""
        first = max((n for n in range(self.at) if self.line[n].has("colour", "no")), default=self.at)
        if self.np.colours or self.skip:
            self.unknown.append(" ".join(one.text for one in self.line[first : self.at + 1]))

    def skip_noun(self) -> None:
        """A noun that is not drawn; nor are those that `and` adds to it."""
        self.omitted, self.skip = self.skip, False
        self.np, self.link, self.after = Pending(), None, True

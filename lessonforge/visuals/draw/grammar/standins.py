"""Words that stand for a noun said before: one and the other of two, two others, the red one; a lamb's mother."""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Mapping

from lessonforge.visuals.draw.grammar.antecedents import animal_owner, contrasts, several, splits
from lessonforge.visuals.draw.grammar.lexer import Token
from lessonforge.visuals.draw.grammar.naming import Naming
from lessonforge.visuals.draw.grammar.nouns import item_of
from lessonforge.visuals.draw.grammar.pending import Pending
from lessonforge.visuals.draw.grammar.scene import Item
from lessonforge.visuals.draw.things import catalogue

ADULTS: Mapping[str, str] = {
    "lamb": "sheep", "duckling": "duck", "puppy": "dog", "kitten": "cat", "calf": "cow", "chick": "hen",
    "tadpole": "frog", "froglet": "frog",
}  # fmt: skip
"""Young animals with a drawing of their own, and what they grow into; others are drawn small."""
ORDINALS = ("^the second|segund|deuxième|second", "^the third|tercer|troisième", "^the fourth")
"""Words for the second, third and fourth of a group."""
YOUNG = 0.6


class StandingIn(Naming):
    """Takes words that mean something by what was named before."""

    def on_one(self, token: Token, value: str) -> None:
        """One of those named before, or `a red one`: another of their kind."""
        np = self.np
        if self._picked():
            return None
        if np.colours or np.traits or np.size != 1.0 or not splits(self) or contrasts(self):
            return self._another(token.text.endswith("s"))
        self._of_these(self._taken(1))

    def _picked(self) -> bool:
        """Two rabbits, a white one and a brown one: they are those two."""
        np = self.np
        begun = bool(self.rest) or (self.fresh and bool(several(self)))
        group = self.rest or several(self)
        plain = all(not self.items[n].colours and self.items[n].size == 1.0 for n in group)
        if not begun or not plain or np.definite or not (np.colours or np.traits or np.size != 1.0):
            return False
        self.np = Pending()
        taken = self._taken(max(1, np.count))
        thing = catalogue()[self.items[taken[0]].thing]
        traits = tuple(trait.name for trait in np.traits)
        colours = np.painted(thing, 1)
        self.change(
            taken, size=lambda item: np.size, colours=lambda item: (*item.colours, *colours),
            traits=lambda item: (*item.traits, *traits),
        )  # fmt: skip
        self._of_these(taken)
        return True

    def on_some(self, token: Token, value: object) -> None:
        """Two of those named before."""
        said = token.value("number")
        count = said if isinstance(said, int) else 1
        if not contrasts(self):
            return self._of_these(self._taken(count))
        self.np.count = count
        self._another(False)

    def on_other(self, token: Token, value: str) -> None:
        """Another, two others: of those who are left, else more of the same kind."""
        count, group = max(1, self.np.count), several(self)
        nth = next((n for n, word in enumerate(ORDINALS, 2) if re.search(word, token.text)), 0)
        if nth and not self.rest and len(group) >= nth:
            self.rest = tuple(n for n in group if n != group[nth - 1])
            return self._of_these((group[nth - 1],))
        if self.rest and not self.np.colours:
            return self._of_these(self._taken(count))
        plural = token.text.endswith("s") and count == 1
        self.np.count = 2 if plural else count
        self._another(plural)

    def on_rest(self, token: Token, value: str) -> None:
        """The other, the others: all who are left."""
        if not self.rest:
            return self.on_other(token, value)
        taken, self.rest = self.rest, ()
        self._of_these(taken)

    def on_kin(self, token: Token, value: str) -> None:
        """An animal's mother is one of its kind."""
        owner = self.items[animal_owner(self)[-1]].thing
        self.named(item_of(self, ADULTS.get(owner, owner), token.text.endswith("s")))

    def on_young(self, token: Token, value: str) -> None:
        """An animal's young are small ones of its kind."""
        owner = self.items[animal_owner(self)[-1]].thing
        young = next((small for small, adult in ADULTS.items() if adult == owner), owner)
        here = item_of(self, young, token.text.endswith("s"))
        if young == owner:
            self.change(here, size=lambda item: YOUNG)
        self.named(here)

    def _of_these(self, numbers: tuple[int, ...]) -> None:
        """What comes is said of some of those named before."""
        self.flush()
        self.subject, self.object, self.actor, self.again, self.link = numbers, (), (), None, None
        self.noun, self.noun_at, self.place, self.series, self.spots = numbers, self.at, "", (), ()
        self.fresh, self.joined, self.bare, self.after = False, False, True, True

    def _taken(self, count: int) -> tuple[int, ...]:
        """So many of those who are left; the first time, of the group that was named last."""
        group = self.rest or several(self)
        taken: list[int] = []
        while group and count:
            n, *others = group
            item = self.items[n]
            if item.count > count:
                whole = dataclasses.replace(item, band=item.band if item.band is not None else n)
                self.items[n] = dataclasses.replace(whole, count=count)
                self.items.append(dataclasses.replace(whole, count=item.count - count))
                others = [len(self.items) - 1, *others]
            taken, group, count = [*taken, n], tuple(others), max(0, count - item.count)
        self.rest = group
        return tuple(taken)

    def _another(self, plural: bool) -> None:
        """A thing like the one spoken of, with what was said before the word."""
        has = self.again is not None and self.again.name in ("with", "hold", "use", "wear") and self.joined
        if has and self.object and (self.np.colours or self.np.size != 1.0):
            spoken = self.object
        else:
            spoken, self.again = self.subject if self.bare else self.actor or self.subject, None
        name = self.items[(spoken or (len(self.items) - 1,))[-1]].thing
        said = self._told_apart(name) if self.np.definite else ()
        self.named(said or item_of(self, name, plural and self.np.count == 0))

    def _told_apart(self, name: str) -> tuple[int, ...]:
        """The big one: what was called so before."""
        np = self.np
        colours, traits = set(np.colours), {trait.name for trait in np.traits}

        def fits(item: Item) -> bool:
            own = {colour for _, colour in item.colours}
            return item.thing == name and item.size == np.size and colours <= own and traits <= set(item.traits)

        said = bool(colours or traits or np.size != 1.0)
        return tuple(n for n, item in enumerate(self.items) if said and fits(item))[:1]

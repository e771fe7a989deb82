"""Nouns: new items and places, or those that were there before, set into the relation that waits for them."""

from __future__ import annotations

import dataclasses
from collections.abc import Sequence

from lessonforge.visuals.draw import words
from lessonforge.visuals.draw.grammar.joining import relate
from lessonforge.visuals.draw.grammar.lexer import Token
from lessonforge.visuals.draw.grammar.nouns import band, item_of, known_before, of_kind, reading_prop
from lessonforge.visuals.draw.grammar.pending import OBJECTS, Link, Pending, animate, part_of, person
from lessonforge.visuals.draw.grammar.scene import Item
from lessonforge.visuals.draw.grammar.wholes import Wholes
from lessonforge.visuals.draw.things import catalogue


class Naming(Wholes):
    """Takes nouns."""

    def on_thing(self, token: Token, value: tuple[str, bool]) -> None:
        """A thing: one that was there before, or a new one."""
        several = [one for kind, one in token.meanings if kind == "thing" and isinstance(one, tuple) and one[1]]
        name, plural = several[0] if self.np.count > 1 and several else value
        self._verb_within(token)
        if self._made_clear(name, plural):
            return
        if self.skip and any(part_of(catalogue()[self.items[n].thing], name) for n in self.subject):
            self._missed(token)
        if self.skip or reading_prop(self, name) or self._own_body(name):
            return self.skip_noun()
        if self._compound(name, plural):
            return
        if self._part_of_owner(name):
            return self.on_part(token, name)
        if self._place_of_part():
            return self.skip_noun()
        old = known_before(self, name, plural)
        if old:
            return self.named(old)
        if plural and self.place and self.link and self.link.name in ("of", "among") and not self.np.count:
            self.np.count, self.np.form = 9, "crowd"
        verb = self.link is not None and self.link.verb
        if (plural or self.each) and self.link and self._each_has(name) and self.np.count <= self.each:
            self.np.count = max(1 if self.each else 2, sum(self.items[n].count for n in self.link.subjects))
        here = self._filled(item_of(self, self._handy(name), plural))
        if self._within(here):
            return None
        self.named(here)
        self.vague = self.noun[0] if verb and catalogue()[name].kind == "body" else None

    def _comes(self, word: str) -> bool:
        """A green liquid into a test tube: the colour is for what comes."""
        coming = (one.value("thing") for one in self.line[self.at + 1 :] if one.has("thing"))
        if not self.np.colours or not any(isinstance(v, tuple) and part_of(catalogue()[v[0]], word) for v in coming):
            return False
        self.later = (word, self.np.colours[0])
        return True

    def _filled(self, here: tuple[int, ...]) -> tuple[int, ...]:
        word, colour = self.later
        slot = part_of(catalogue()[self.items[here[0]].thing], word) if word else ""
        if slot:
            self.change(here, colours=lambda item: (*item.colours, (slot, colour)))
            self.later = ("", "")
        return here

    def _handy(self, name: str) -> str:
        """A balloon that people have is none to fly in."""
        has = self.link is not None and self.link.name in ("hold", "with", "has", "use")
        whose = self.link.subjects if self.link else ()
        return (
            "party-balloon" if name == "balloon" and has and any(person(self.items[n].thing) for n in whose) else name
        )

    def _each_has(self, name: str) -> bool:
        """Whether each of those spoken of has one in the hand: soldiers with shields."""
        link = self.link
        if link is None or link.name not in ("hold", "use", "with"):
            return False
        if self.each:
            return True
        grip = "grip" in catalogue()[name].anchors and any(person(self.items[n].thing) for n in link.subjects)
        return link.verb or (link.name == "with" and grip and sum(self.items[n].count for n in link.subjects) > 1)

    def on_group(self, token: Token, group: str) -> None:
        """A word for several different things."""
        if self.skip:
            return self.skip_noun()
        old = known_before(self, words.members(group)[0], True, words.members(group)) if self.np.definite else ()
        old = old or of_kind(self, group)
        self.named(old or band(self, group))

    def on_character(self, token: Token, number: int) -> None:
        """Somebody with a name: the same one whenever the name comes."""
        known = self.characters[number]
        old = tuple(n for n, item in enumerate(self.items) if item.character == known.character)
        if not old:
            pose, spots = self.np.pose, (*self.np.spots, *self.spots)
            self.items.append(dataclasses.replace(known, pose=pose or known.pose, spots=spots))
            old = (len(self.items) - 1,)
        self.named(old)

    def on_part(self, token: Token, word: str) -> None:
        """A part of what was named before: its colour may come before or after it."""
        for numbers in (self.object, self.subject, self.actor, tuple(range(len(self.items)))[::-1][:1]):
            having = tuple(n for n in numbers if part_of(catalogue()[self.items[n].thing], word))
            if having:
                slot = part_of(catalogue()[self.items[having[0]].thing], word)
                self.slot = (having, slot)
                if self.skip:
                    self._missed(token)
                elif self.np.colours:
                    self.paint()
                break
        else:
            if word in ("roof", "branch") and not (self.link and self.link.name == "with"):
                self.vague = None
                self.on_thing(token, ({"roof": "house", "branch": "tree"}[word], False))
                self.vague = self.noun[0] if self.noun else None
                return None
            if word == "branch":
                self.unknown.append(token.text)
            elif not self._comes(word):
                self._missed(token)
            self.noun, self.slot = (), ((), "")
        self.again = self.link if self.link and self.link.name == "with" else self.again
        self.np, self.link, self.after, self.joined, self.skip = Pending(), None, True, False, False

    def on_place(self, token: Token, name: str) -> None:
        """A place: it belongs to the scene, and what was named before may stand in a relation to it."""
        if self.skip:
            return self.skip_noun()
        if name not in self.places:
            self.places.append(name)
        link = self.link
        if link and link.subjects:
            self._to_place(link.name, link.subjects, name)
            self.actor = link.subjects
        elif link and not self.subject:
            self.lead = (link.name, name)
        if (
            link is None
            and self.subject
            and token.text.split(" ")[0] in ("in", "on", "en", "sobre", "dans", "sur", "under")
        ):
            self._to_place("in", self.subject, name)
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
        known = {"on", "in", "above", "behind", "front", "beside", "under", "along", "around"}
        plain = {"cross": "on", "edge": "beside"}.get(name, name)
        if plain in known:
            self.change(
                subjects, relation=lambda item: item.relation or plain,
                target=lambda item: place if not item.relation else item.target,
            )  # fmt: skip
        if name in ("left of", "right of"):
            self.change(subjects, spots=lambda item: (*item.spots, name.removesuffix(" of")))
        if place == "sky" and name in ("in", "above"):
            self.change(subjects, flying=lambda item: True)

    def _within(self, here: tuple[int, ...]) -> bool:
        """The wheels of the cart, chloroplasts in a plant cell: the whole is drawn, with what it is made of."""
        link, whole = self.link, self.items[here[0]]
        if not link or link.verb or link.name not in ("of", "in") or len(link.subjects) != 1:
            return False
        n = link.subjects[0]
        last = n == here[0] - 1 == len(self.items) - 2
        if not last or not part_of(catalogue()[whole.thing], self.items[n].thing):
            return False
        old = self.items.pop(n)
        self.items[n] = dataclasses.replace(whole, relation=old.relation, target=old.target)
        self.subject = tuple(k for k in self.subject if k != n)
        self.link, self.object, self.again, self.mentioned = None, (), None, self.mentioned - {n}
        self._new_subject((n,))
        self.joined, self.fresh, self.after, self.np, self.noun, self.noun_at = (
            False,
            False,
            True,
            Pending(),
            (n,),
            self.at,
        )
        self.mentioned.add(n)
        return True

    def _verb_within(self, token: Token) -> None:
        """`Children flying kites`: right after those who can do it, a flying kite is one that they fly."""
        first, _, rest = token.text.partition(" ")
        verb = words.verbs(self.language).get(first)
        doers = [n for n in self.subject if animate(self.items[n].thing)]
        if rest and verb and doers and self.noun_at == self.at - 1 and verb.relation != "none":
            self.link = Link(verb.relation, tuple(doers), True, first)

    def _compound(self, name: str, plural: bool) -> bool:
        """`school bus`, `apple tree`: of two nouns in a row the second is meant, and fruit hangs on its tree."""
        before = self.line[self.at - 1] if self.at else None
        if self.noun_at != self.at - 1 or (before and before.has("group")) or (self.link and self.link.verb):
            return False
        if self.language != "en" and before and before.has("thing") and self.after and not self.np.open:
            return True
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

    def named(self, here: tuple[int, ...]) -> None:
        """A noun was read: sets it into the relation that waits for it, and makes it what is spoken of."""
        link, again = self.link, self.again
        if link and link.subjects and link.passive:
            self._suffered(link, link.passive, here)
        elif link and link.subjects:
            busy = all(self.items[n].relation for n in link.subjects) and link.name in ("on", "in", "under")
            own = self.again is not None and self.again.name == "with" and link.name in ("on", "in")
            busy = busy or (own and animate(self.items[link.subjects[0]].thing))
            patient = self.object if "bed" in self.items[here[0]].thing and link.name in ("in", "on") else ()
            if patient and self.again and person(self.items[patient[0]].thing) and link.subjects == self.subject:
                relate(self.items, link.name, patient, here, anew=True)
            elif self.again and self.object and busy and link.subjects == self.subject:
                thing = catalogue()[self.items[here[0]].thing]
                all_aboard = thing.kind == "vehicle" and (thing.stands == "water" or thing.height > 1.3)
                riders = (*link.subjects, *self.object) if all_aboard else self.object
                relate(self.items, link.name, riders, here, anew=True)
            else:
                kite = link.name == "use" and link.text.split(" ")[0] in words.phrases_of("fly", self.language)
                if kite:
                    relate(self.items, "above", here, link.subjects)
                    self.change(here, flying=lambda item: True)
                else:
                    for first, second in self._dealt(link, here):
                        relate(self.items, link.name, first, second)
            self._after_relation(link, here)
        elif link and link.name not in (
            "near",
            "of",
            "with",
            "has",
            "to",
            "from",
            "for",
            "wear",
            "face",
            "hold",
            "among",
        ):
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
        self.noun_at = self.at
        self.mentioned.update(here)
        self.omitted = False

    def _suffered(self, link: Link, verb: words.Verb, here: tuple[int, ...]) -> None:
        """A cow milked by a farmer: the farmer does it."""
        for n in link.subjects:
            self.deeds.pop(n, None)
        self.change(
            link.subjects, pose=lambda item: "" if item.pose == verb.pose else item.pose, gaze=lambda item: None
        )
        if animate(self.items[here[0]].thing):
            self.change(here, pose=lambda item: item.pose or verb.pose)
            self.deeds |= dict.fromkeys(here, verb.deed) if verb.deed else {}
        relate(self.items, link.name if verb.relation != "none" else "beside", here, link.subjects)
        self.subject, self.object, self.actor, self.again, self.bare = here, link.subjects, here, None, False

    def _dealt(self, link: Link, here: tuple[int, ...]) -> list[tuple[tuple[int, ...], tuple[int, ...]]]:
        """Who has what: of as many things as there are people, each has one."""
        whose = [self.items[n].count for n in link.subjects]
        item = self.items[here[0]]
        if not self.np.count and item.count > 1 and _mounts(self.items, link, item):
            self.change(here, count=lambda item: sum(whose))
        if link.name not in ("hold", "use", "with") or len(whose) < 2 or len(here) > 1 or item.count != sum(whose):
            return [(link.subjects, here)]
        self.change(here, count=lambda item: whose[0])
        self.items += [dataclasses.replace(item, count=count) for count in whose[1:]]
        things = (here[0], *range(len(self.items) - len(whose) + 1, len(self.items)))
        return [((n,), (m,)) for n, m in zip(link.subjects, things, strict=True)]

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


def _mounts(items: Sequence[Item], link: Link, item: Item) -> bool:
    """Whether people ride animals: each has one of its own."""
    riders = all(person(items[n].thing) for n in link.subjects)
    return link.name in ("ride", "on") and riders and catalogue()[item.thing].kind == "animal"

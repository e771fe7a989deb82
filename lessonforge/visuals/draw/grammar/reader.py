"""Reads tokens one after the other into items, each by its sense; here the small words, pauses and the weather."""

from __future__ import annotations

from lessonforge.visuals.draw.grammar.acting import Acting
from lessonforge.visuals.draw.grammar.antecedents import meant, splits
from lessonforge.visuals.draw.grammar.deeds import enact
from lessonforge.visuals.draw.grammar.joining import relate
from lessonforge.visuals.draw.grammar.lexer import Token
from lessonforge.visuals.draw.grammar.pending import Pending
from lessonforge.visuals.draw.grammar.seesaws import seesaws
from lessonforge.visuals.draw.grammar.senses import NOUNS, noun_next, sense

ADJECTIVES: dict[str, tuple[str, ...]] = {
    "en": ("ed", "ing", "ful", "ous", "less", "able", "ible", "ish", "est"),
    "es": ("ado", "ada", "ados", "adas", "ido", "ida", "idos", "idas", "oso", "osa", "osos", "osas", "able", "ables",
           "ible", "ibles", "ivo", "iva", "ivos", "ivas", "ante", "antes", "iente", "ientes"),
    "fr": ("é", "ée", "és", "ées", "eux", "euse", "euses", "able", "ables", "ible", "ibles", "if", "ive", "ifs", "ives",
           "ant", "ante", "ants", "antes"),
}  # fmt: skip
"""How adjectives end."""


class Reader(Acting):
    """Reads a line of tokens."""

    def read(self) -> None:
        """Reads the whole line."""
        while self.at < len(self.line):
            token = self.line[self.at]
            kind = sense(self, token)
            getattr(self, f"on_{kind}")(token, token.value(kind))
            self.at += 1
        self.on_stop(None, None)
        enact(self.items, self.deeds)
        seesaws(self.items)

    def on_pron(self, token: Token, value: str) -> None:
        """It, her, them: what was named before."""
        link = self.link
        if link and not link.verb:
            others = [n for n in self.mentioned if n not in link.subjects]
            if not others and len(link.subjects) > 1:
                others, link.subjects = list(link.subjects[:-1]), link.subjects[-1:]
            if self.place and not link.subjects:
                self.lead = (link.name, self.place)
            elif others:
                target = meant(self, token, others)
                if link.subjects:
                    relate(self.items, link.name, link.subjects, target, anew=link.subjects == self.object)
                else:
                    self.lead = (link.name, target)
            self.link, self.after = None, False
        elif (self.fresh or self.joined) and self.mentioned:
            self.subject, self.object = meant(self, token, sorted(self.mentioned)), ()
            self.bare, self.fresh, self.joined = False, False, False

    def on_who(self, token: Token, value: str) -> None:
        """More is said of the last noun."""
        link, verb = self.link, self.next()
        if link and link.subjects and not link.verb:
            self.lead, self.link = (link.name, link.subjects), None
            return
        spoken = self.object or self.subject
        one = len(spoken) > len(self.noun) == 1 and set(self.noun) < set(spoken)
        several = verb is not None and verb.text in ("are", "have", "were", "están", "son", "sont", "ont")
        self.subject = self.noun if one and not several else spoken
        self.object, self.again, self.fresh = (), None, False

    def on_and(self, token: Token, value: str) -> None:
        """A list goes on."""
        following = self.next()
        if self.np.colours and following and following.has("colour"):
            return
        if following and following.has("colour") and self.after and self.language != "en":
            return
        self.close()
        self.flush()
        self.joined = True
        self.skip = self.omitted and following is not None and following.has("thing", "group", "place")
        self.omitted = False

    def on_is(self, token: Token, value: str) -> None:
        """What follows is said of the noun before, or of its part."""
        if not self.after and self.np.open:
            return
        self.close()
        slot = self.slot
        self.flush()
        self.slot = slot

    def on_there(self, token: Token, value: str) -> None:
        """There is: something new comes."""
        self.close()
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
        self.np.open = self.np.determined = True

    on_poss = on_det

    def on_each(self, token: Token, value: str) -> None:
        """Each child, each of the four, `each with a book`: what comes is one for everybody."""
        self.each = True
        if not noun_next(self.next()):
            return
        self.flush()
        self.np.open = self.np.determined = True
        if splits(self):
            self.np.definite = True
        else:
            self.np.count = 3

    def on_prog(self, token: Token, value: str) -> None:
        """En train de: a verb comes."""
        self.flush()

    def on_comma(self, token: Token | None, value: object) -> None:
        """A pause: something new may come."""
        self.close()
        self.flush()
        self.fresh, self.joined, self.skip, self.after, self.aside = True, False, False, False, False
        self.again = (
            self.again if self.again and self.again.name in ("with", "hold", "face", "use", "between") else None
        )

    on_while = on_comma

    def on_stop(self, token: Token | None, value: object) -> None:
        """The end of a sentence."""
        self.on_comma(token, value)
        self.subject, self.object, self.actor, self.series, self.lead, self.place = (), (), (), (), None, ""
        self.again, self.bare, self.spots, self.aside, self.each = None, True, (), False, False
        self.np = Pending()

    def on_time(self, token: Token, value: str) -> None:
        """The hour."""
        self._said("time", value)

    def on_season(self, token: Token, value: str) -> None:
        """The season."""
        self._said("season", value)

    def on_diagram(self, token: Token, value: str) -> None:
        """A diagram; an ellipse is more than an orbit, and a map with a way across it is a map."""
        if self.said.get("diagram") not in ("ellipse", "map"):
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
        """Nothing to draw; but a colour was said of it: `with blond eyelashes`."""
        had = self.link is not None and not self.link.verb
        if self.np.colours and (had or self.np.count or self.np.determined or self.np.definite):
            following = self.next()
            if following is None or not following.has(*NOUNS, "harmless", "size", "colour", "trait", "and", "unknown"):
                self._missed(token)
                self.np = Pending(spots=self.np.spots)
        self.after = self.after and self.language != "en"

    def on_name(self, token: Token, value: object) -> None:
        """The name of who or what was said before."""

    def _adjective(self, word: str) -> bool:
        """Lit candles, des bougies allumées, a joyous fox: what can't be seen is not missed."""
        noun = self.next()
        before = self.np.open and noun is not None and noun.has(*NOUNS, "size", "colour", "unknown")
        where = before or (self.np.open and word.endswith("ed")) if self.language == "en" else self.after
        return where and len(word) > 4 and word.endswith(ADJECTIVES[self.language])

    def on_unknown(self, token: Token, value: str) -> None:
        """A word that is not understood."""
        if self._adjective(value):
            return
        if not self.skip:
            self.unknown.append(value)
        self.np, self.link, self.noun, self.after = Pending(spots=self.np.spots), None, (), True
        self.slot = ((), "")

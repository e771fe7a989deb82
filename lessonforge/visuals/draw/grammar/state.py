"""Where the reading of a prompt stands."""

from __future__ import annotations

import dataclasses
from collections.abc import Sequence
from dataclasses import dataclass, field

from lessonforge.visuals.draw.grammar.lexer import Token
from lessonforge.visuals.draw.grammar.pending import Link, Pending
from lessonforge.visuals.draw.grammar.scene import Item

ADVERBS = {"behind": "far", "above": "high", "under": "low"}
"""Relations that are positions when no noun follows."""


@dataclass
class State:
    """`subject` are the items of which more may be said, `object` what they deal with, `actor` who did something last.

    `np` waits for its noun, `link` for its second noun, `again` takes more of them after `and`, `lead` what comes
    after `on the table`. `fresh`: after a pause; `joined`: after `and`; `bare`: nothing was said of the subject yet;
    `after`: right after a noun (`noun`, read at `noun_at`); `skip`: after `no`; `omitted`: after its noun; `each`:
    everybody has their own; `aside`: after the weather. `vague`: what stands for a thing that comes after `of` (the
    roof of a house, the teeth of a girl). `slot` is a part that colours are for. `rest` are those of a group who have
    not been spoken of one by one, `unseen` a part that is not to be seen, `later` a part that comes with its whole,
    and its colour. `deeds` are what each does (`words.frames`).
    """

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
    omitted: bool = False
    each: bool = False
    after: bool = False
    slot: tuple[tuple[int, ...], str] = ((), "")
    noun: tuple[int, ...] = ()
    aside: bool = False
    vague: int | None = None
    noun_at: int = -2
    mentioned: set[int] = field(default_factory=set)
    deeds: dict[int, str] = field(default_factory=dict)
    rest: tuple[int, ...] = ()
    unseen: str = ""
    later: tuple[str, str] = ("", "")

    def next(self, ahead: int = 1) -> Token | None:
        """A token that comes."""
        return self.line[self.at + ahead] if self.at + ahead < len(self.line) else None

    def change(self, numbers: Sequence[int], **changes) -> None:  # type: ignore[no-untyped-def]
        """Changes items; each value is a function of the item."""
        for n in numbers:
            item = self.items[n]
            self.items[n] = dataclasses.replace(item, **{name: value(item) for name, value in changes.items()})

    def close(self) -> None:
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

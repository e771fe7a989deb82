"""Who is on a seesaw: on which end, when the prompt has been read."""

from __future__ import annotations

from dataclasses import replace

from lessonforge.visuals.draw.grammar.pending import animate
from lessonforge.visuals.draw.grammar.scene import Item
from lessonforge.visuals.draw.things import catalogue

SIDES = ("left", "right")


def seesaws(items: list[Item]) -> None:
    """People and animals beside a seesaw, or on a side of it, are on it; several of one kind share its ends."""
    saw = next((n for n, item in enumerate(items) if "far-seat" in catalogue()[item.thing].anchors), None)
    if saw is None:
        return
    said = [spot for spot in items[saw].spots if spot in SIDES]
    items[saw] = replace(items[saw], spots=())
    riders = [n for n, item in enumerate(items) if animate(item.thing) and _rides(item, saw)]
    for n in riders:
        side = tuple(said[:1]) if not _sides(items[n]) else ()
        said = said[len(side) :]
        spots = (*items[n].spots, *side, *_sides(items[n]))
        items[n] = replace(items[n], spots=tuple(dict.fromkeys(spots)), relation="on", target=saw)
    if len(riders) == 1 and items[riders[0]].count > 1:
        whole = items[riders[0]]
        items[riders[0]] = replace(whole, count=whole.count - whole.count // 2)
        items.append(replace(whole, count=whole.count // 2))


def _sides(item: Item) -> tuple[str, ...]:
    """The sides of the seesaw that are told of somebody."""
    told = (*item.spots, item.relation.removesuffix(" of"))
    return tuple(spot for spot in told if spot in SIDES)


def _rides(item: Item, saw: int) -> bool:
    beside = item.relation in ("on", "in", "left of", "right of", "beside", "at")
    return (item.target == saw and beside) or (item.target is None and bool(_sides(item)))

"""How people hold themselves for what they sit on, lie in or hold: items come in as read, and go out with what follows.

Who sits has a chair, who sits at desks has one of his own; who is in a bed lies there; who rides sits astride.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import replace

from lessonforge.visuals.draw.figures import POSES
from lessonforge.visuals.draw.grammar import Item
from lessonforge.visuals.draw.things import Thing, catalogue

BEDS = ("bed", "hospital-bed", "cot", "bunk-bed")
TABLES = ("table", "desk", "cafe-table", "picnic-table", "counter", "piano")
STALLS = ("market-stall", "counter", "podium")
BOARDS = ("board", "whiteboard", "blackboard", "noticeboard", "easel")
ABED = ("", "sitting", "lying", "sleeping", "standing")
UPRIGHT = ("", "standing", "holding", "carrying", "walking", "waving")
BESIDE = ("", "beside", "faced", "front")
MEALS = ("eating", "drinking", "reading", "writing", "playing at a table")
SHELTERS = ("umbrella", "parasol", "beach-umbrella")


def settled(items: Sequence[Item]) -> tuple[Item, ...]:
    """The items with everybody in the posture that goes with their place; the numbers of the items stay."""
    found = list(items)
    _arm_riders(found)
    for n, item in enumerate(found):
        if _human(item):
            to = found[item.target] if isinstance(item.target, int) else None
            found[n] = _settle(found, n, item, catalogue()[to.thing] if to else None)
    _share_ball(found)
    _share_shelter(found)
    return _without_desks(found)


def _arm_riders(items: list[Item]) -> None:
    """A sword that is named after the horse is the rider's."""
    riders = {item.target: n for n, item in enumerate(items) if _human(item) and item.relation == "on"}
    steeds = {
        to: n for to, n in riders.items() if isinstance(to, int) and catalogue()[items[to].thing].kind == "animal"
    }
    for n, item in enumerate(items):
        held = item.relation in ("beside", "held") and "grip" in catalogue()[item.thing].anchors
        if held and item.target in steeds:
            items[n] = replace(item, relation="held", target=steeds[item.target])


def _human(item: Item) -> bool:
    return catalogue()[item.thing].figure is not None


def _settle(items: Sequence[Item], n: int, item: Item, to: Thing | None) -> Item:
    """One person, set to what it relates to (None: nothing)."""
    item = _handed(items, n, item)
    seated = item.pose == "sitting" or "on a seat" in item.traits
    if to is None:
        return _with(item, "on a chair") if seated and item.relation == "" and item.target is None else item
    if to.name in BEDS and item.relation in ("in", "on") and item.pose in ABED:
        return _with(item, "in bed") if item.relation == "in" or item.pose in ("lying", "sleeping") else item
    if to.name in BOARDS and item.pose in ("writing", "painting"):
        return _with(item, "at the board")
    if item.relation in ("on", "in") and "seat" in to.anchors:
        return _on_seat(item, to)
    if to.name in STALLS and item.relation == "behind" and "inside" in to.anchors:
        return replace(item, relation="in")
    if item.relation == "under" and to.kind == "furniture" and item.pose in ("", "standing", "sitting", "crouching"):
        return replace(item, pose="sitting on the ground")
    if item.relation in ("on", "in") or (item.relation == "under" and to.kind != "plant"):
        return item
    if (seated or item.pose in MEALS) and to.name in TABLES:
        several = item.band is not None or max(item.count, items[item.target].count) > 1  # type: ignore[index]
        return _with(item, "at a desk" if to.name == "desk" and several else "on a chair")
    return _seated(item, to) if seated else item


def _handed(items: Sequence[Item], n: int, item: Item) -> Item:
    """Hands for what they hold, and for each other."""
    if item.pose == "hugging" and (item.band == n or item.count > 1):
        return replace(item, form="facing")
    mine = [other.thing for other in items if other.relation == "held" and other.target == n]
    if len(mine) == 1 and mine[0] in (*SHELTERS, "flag") and item.pose in UPRIGHT:
        return _with(item, "a hand up")
    if mine and item.pose in POSES and POSES[item.pose].prop:
        return _with(item, "free hands")
    return _with(item, "in both hands") if len(mine) > 1 and item.pose in UPRIGHT else item


def _on_seat(item: Item, to: Thing) -> Item:
    if to.kind == "animal" or to.name in ("motorbike", "scooter"):
        return _with(item, "astride")
    still = to.kind in ("furniture", "object", "vehicle") and item.pose not in (
        "standing",
        "lying",
        "sleeping",
        "jumping",
    )
    return _with(item, "on a seat") if still else item


def _seated(item: Item, to: Thing) -> Item:
    """Who sits by something: on the grass by a tree or a fire; a waiter before the guests stands."""
    if to.kind in ("plant", "landform") or to.name == "fire":
        return replace(item, pose="sitting on the ground")
    if (to.kind == "person" and item.relation in ("front", "behind")) or "water" in to.stands:
        return replace(item, pose="")
    return item if item.relation == "held" else _with(item, "on a chair")


def _with(item: Item, trait: str) -> Item:
    return replace(item, traits=(*item.traits, trait))


def _share_ball(items: list[Item]) -> None:
    """Of several who play, the first has the ball; the one that is named is the one that is kicked."""
    for n, item in enumerate(items):
        if item.pose == "kicking" and item.band in (None, n):
            ball = next((k for k, one in enumerate(items) if one.thing == "ball" and one.relation in BESIDE), None)
            if ball is not None:
                items[ball] = replace(items[ball], relation="held", target=n)
                item = items[n] = _with(item, "free hands")
        if item.pose == "kicking" and item.band not in (None, n):
            items[n] = replace(item, pose="running")


def _share_shelter(items: list[Item]) -> None:
    """Those who are named before an umbrella stand under it together."""
    for n, item in enumerate(items):
        if item.thing in SHELTERS and item.relation == "held" and isinstance(item.target, int):
            for k in range(item.target, n):
                one = items[k]
                if _human(one) and one.relation in ("", "beside") and one.band is None and n - item.target > 1:
                    items[k] = replace(one, relation="", target=None, band=item.target)


def _without_desks(items: list[Item]) -> tuple[Item, ...]:
    """Where each sits at a desk of his own, the desks that were named are those; the others are numbered anew."""
    own = {item.target for item in items if "at a desk" in item.traits}
    others = {item.target for item in items if "at a desk" not in item.traits}
    gone = {n for n in own - others if isinstance(n, int) and not any(n in (one.other, one.gaze) for one in items)}
    return without(items, gone) if gone else tuple(items)


def without(items: Sequence[Item], gone: Collection[object]) -> tuple[Item, ...]:
    """The items without some, the others numbered anew; what was set to those stands by itself."""
    kept = [n for n in range(len(items)) if n not in gone]
    number = {old: new for new, old in enumerate(kept)}

    def anew(item: Item) -> Item:
        if item.target in gone:
            item = replace(item, relation="", target=None)
        target = number[item.target] if isinstance(item.target, int) else item.target
        other, band, gaze = (None if n is None else number.get(n) for n in (item.other, item.band, item.gaze))
        return replace(item, target=target, other=other, band=band, gaze=gaze)

    return tuple(anew(items[n]) for n in kept)

"""What deeds bring about: the tool in the hand, what is worked at before the hand, how high the hand reaches."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from lessonforge.visuals.draw.grammar.pending import animate, person
from lessonforge.visuals.draw.grammar.scene import Item
from lessonforge.visuals.draw.things import Thing, catalogue
from lessonforge.visuals.draw.words.frames import FRAMES, REACH, Frame

HEIGHTS = ((0.42, "tending"), (0.6, "reaching down"), (0.98, "reaching"))
"""Up to which share of somebody's own height a hand is in which pose."""
LOOSE = ("", "faced", "beside")
UPRIGHT = ("", "standing", "carrying", "holding", "watering", "looking")


def enact(items: list[Item], deeds: Mapping[int, str]) -> None:
    """Gives the items of those who do something what their deeds ask for."""
    for n, name in deeds.items():
        if person(items[n].thing):
            deed = _meant(items, n, name)
            frame = FRAMES[deed]
            items[n] = replace(items[n], deed=deed)
            if deed != name and frame.pose and items[n].pose != "sitting":
                items[n] = replace(items[n], pose=frame.pose)
            _arm(items, n, frame)
            worked = _worked(items, n, frame)
            worked = _brought(items, n, frame) if worked is None else worked
            _draw_as(items, worked, frame)
            if worked is not None:
                worked = _lay(items, n, worked, frame)
                _reach(items, n, worked, frame)
    _flee(items)


def _flee(items: list[Item]) -> None:
    """Who is chased runs as well."""
    for item in items:
        to = items[item.target] if item.relation == "follow" and isinstance(item.target, int) else None
        if to and item.pose == "running" and not to.pose and not to.relation and animate(to.thing):
            items[items.index(to)] = replace(to, pose="running")


def _meant(items: list[Item], n: int, deed: str) -> str:
    """The deed that it is with this object."""
    at = items[n].gaze
    own = catalogue()[items[at].thing] if at is not None else None
    return next((name for what, name in FRAMES[deed].by if own and what in (own.name, own.kind)), deed)


def _arm(items: list[Item], n: int, frame: Frame) -> None:
    """The tool of a deed goes into the hands of all who do it, unless theirs are full or it is in the scene."""
    if not frame.tool:
        return
    full = any(one.relation == "held" and one.target == n for one in items)
    named = next((k for k, one in enumerate(items) if one.thing in (frame.tool, *frame.instead)), None)
    if named is None and not full:
        items.append(Item(frame.tool, count=items[n].count, relation="held", target=n))
    elif named is not None and not full and not frame.goal and _handy(items[named]):
        items[named] = replace(items[named], relation="held", target=n)


def _handy(item: Item) -> bool:
    """Whether a tool that is in the scene lies there to be taken."""
    own = catalogue()[item.thing]
    return item.relation in LOOSE and own.height < 1.6 and "grip" in own.anchors


def _worked(items: list[Item], n: int, frame: Frame) -> int | None:
    """What somebody works at."""
    who = items[n]
    if frame.goal:
        return _goal(items, n, frame)
    at = who.gaze if who.gaze is not None else who.target if isinstance(who.target, int) else None
    if frame.source and at is not None and isinstance(who.target, int) and who.target != at:
        if catalogue()[items[at].thing].kind in ("food", "plant"):
            items[at] = replace(items[at], relation="in", target=who.target)
        return who.target
    return at if at is not None and (items[at].relation != "held" or frame.table) else None


def _brought(items: list[Item], n: int, frame: Frame) -> int | None:
    """What is worked at though it was not named so: it is in the hand, or goes with the deed."""
    held = next((k for k, one in enumerate(items) if frame.table and _taken(one, n, frame)), None)
    if held is not None or not frame.brings or isinstance(items[n].target, str):
        return held
    if all(one.thing != frame.brings for one in items):
        items.append(Item(frame.brings, relation="faced", target=n))
        return len(items) - 1
    return None


def _taken(item: Item, n: int, frame: Frame) -> bool:
    """Whether somebody has it in the hand, though it is what is worked at."""
    return item.relation == "held" and item.target == n and item.thing not in (frame.tool, *frame.instead)


def _goal(items: list[Item], n: int, frame: Frame) -> int | None:
    """Into what something is poured; what it is poured from is in the hand."""
    who = items[n]
    near = [k for k, one in enumerate(items) if (one.target == n or who.target == k) and _small(catalogue()[one.thing])]
    near = [k for k in near if items[k].thing != frame.tool]
    if not near:
        return None
    items[near[-1]] = replace(items[near[-1]], relation="faced", target=n)
    for k in near[:-1]:
        items[k] = replace(items[k], relation="held", target=n)
    held = [k for k, one in enumerate(items) if one.relation == "held" and one.target == n]
    if not held:
        vessel = "flask" if catalogue()[items[near[-1]].thing].kind == "lab" else frame.tool
        items.append(Item(vessel, relation="held", target=n))
    return near[-1]


def _small(thing: Thing) -> bool:
    return thing.stands in ("surface", "inside") and thing.kind not in ("person", "animal")


def _draw_as(items: list[Item], worked: int | None, frame: Frame) -> None:
    """A boat that is rowed has no sail."""
    drawn = dict(frame.drawn)
    if worked is not None:
        items[worked] = replace(items[worked], thing=drawn.get(items[worked].thing, items[worked].thing))


def _lay(items: list[Item], n: int, worked: int, frame: Frame) -> int:
    """What is small lies on a table, which is then what one stands at."""
    who, what = items[n], items[worked]
    seats = frame.pose == "playing at a table"
    needs = frame.table or frame.pose == REACH
    if not needs or not _small(catalogue()[what.thing]) or (what.relation not in LOOSE and what.target != n):
        return worked
    tables = [k for k, one in enumerate(items) if catalogue()[one.thing].top is not None
              and catalogue()[one.thing].kind == "furniture"]  # fmt: skip
    table = tables[0] if tables else len(items)
    if not tables:
        items.append(Item("table"))
    items[worked] = replace(what, relation="on", target=table)
    if seats:
        items[n] = replace(who, relation="beside", target=table, pose=frame.pose)
    else:
        items[n] = replace(who, relation="", target=None)
        items[table] = replace(items[table], relation="faced", target=n)
    return table


def _reach(items: list[Item], n: int, worked: int, frame: Frame) -> None:
    """How high the hand is: at the knee of a child one kneels."""
    who, what = items[n], items[worked]
    if who.pose != REACH or frame.mark is None:
        return
    share = frame.mark * catalogue()[what.thing].height * what.size / catalogue()[who.thing].height
    pose = next((pose for most, pose in HEIGHTS if share < most), "reaching up")
    items[n] = replace(who, pose=pose)

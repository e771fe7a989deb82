"""Hands at what they work at: comes in who does something and what it is done to, each turned to the other, go out
both so that the hand lies where the deed asks for; and tools tilted in the hand.
"""

from __future__ import annotations

from dataclasses import replace

from lessonforge.visuals.draw.groups import Group
from lessonforge.visuals.draw.words.frames import FRAMES, Frame

EATS = Frame(mark=0.0, deep=0.3)
"""An animal's mouth is at what it eats."""


def frame_of(group: Group) -> Frame | None:
    """What its people do."""
    return FRAMES.get(group.item.deed) if group.thing.figure else None


def _eats(group: Group) -> bool:
    return group.thing.kind == "animal" and group.item.pose in ("eating", "drinking")


def within_reach(group: Group, to: Group) -> None:
    """Moves a group beside another so near that the hand of who does something is at the other."""
    doer, other = (to, group) if group.item.relation == "faced" else (group, to)
    frame, hand = (EATS, doer.anchor("mouth")) if _eats(doer) else (frame_of(doer), doer.anchor("hand"))
    if frame is None or frame.mark is None or hand is None:
        return
    side = 1.0 if other.x > doer.x else -1.0
    front = hand[0] + side * (doer.wide - doer.single) / 2
    mark = other.x - side * (other.wide / 2 - frame.deep * other.single)
    group.x += (front - mark) if group is other else (mark - front)
    if frame.deep > 0 and other.thing.kind != "furniture":
        doer.z = max(doer.z if doer.z is not None else doer.y, (other.z if other.z is not None else other.y) + 1)


def pair(group: Group) -> None:
    """Sets two who deal with each other so far apart as their hands ask for."""
    frame, hand = frame_of(group), group.anchor("hand")
    if frame is None or not frame.pair or hand is None or group.count != 2:
        return
    group.item = replace(group.item, form="facing")
    group.gap = 2 * abs(hand[0] - group.x) * frame.pair - 0.9 * group.step * group.single


def tilt(tool: Group, who: Group) -> float:
    """How far what somebody holds is turned for what is done with it, clockwise in the picture."""
    frame = frame_of(who)
    if frame is None or tool.thing.name not in (frame.tool, *frame.instead):
        return tool.turn
    return -frame.tilt if who.looks == "left" else frame.tilt

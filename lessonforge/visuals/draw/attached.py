"""Puts things into hands, on seats, on tables, into boats and baskets: each where the anchors of the other are."""

from __future__ import annotations

from lessonforge.visuals.draw.ends import at_ends, two_ended
from lessonforge.visuals.draw.groups import Group, Layout
from lessonforge.visuals.draw.reaching import frame_of, tilt

SHELTERS = ("umbrella", "parasol", "beach-umbrella")
"""What is held over the head."""


def attaches(group: Group, to: Group) -> bool:
    """Whether a group is put to a point of another and not on the ground beside it."""
    relation = group.item.relation
    if relation in ("held", "head", "back", "neck", "mouth", "lap"):
        return True
    if to.kind in ("sky",) or group.kind in ("sky",) or "vapour" in (group.thing.name, to.thing.name):
        return False
    if flat(group, to):
        return False
    if relation in ("on", "cross") and to.thing.stands == "wall" and group.thing.kind == "person":
        return False
    if relation == "cross":
        return to.thing.height > 2
    return relation == "on" or (relation == "in" and to.kind != "wall")


def flat(group: Group, to: Group) -> bool:
    """Whether the other is a puddle or a carpet, that one stands in the middle of."""
    low = to.thing.aspect > 2.2 and to.thing.height < 0.35 and to.thing.stands == "ground"
    return low and to.thing.top is None and group.item.relation in ("in", "on", "cross", "through")


def attach(layout: Layout, *, again: bool = False) -> None:
    """Sets all that is held, sat on, or inside to its point; `again` when those who hold have taken their places."""
    done: set[int] = set()
    for group in layout.groups:
        _chain(layout, group, done, again)


def _chain(layout: Layout, group: Group, done: set[int], again: bool) -> None:
    """What a group is put to comes first."""
    to = layout.target(group)
    if id(group) in done or to is None or group.first is not None:
        return
    done.add(id(group))
    _chain(layout, to, done, again)
    if not attaches(group, to) or group.kind != "surface":
        return
    before = group.x, group.y
    _put(layout, group, _holder(layout, group, to), again)
    _carry(layout, group, group.x - before[0], group.y - before[1])


def _holder(layout: Layout, group: Group, to: Group) -> Group:
    """Of several who hold something, the one that the prompt means."""
    number = group.item.target
    if group.item.relation not in ("held", "head", "back", "neck", "mouth", "lap"):
        return to
    return layout.groups[number] if isinstance(number, int) and layout.groups[number] in to.crew else to


def _carry(layout: Layout, group: Group, dx: float, dy: float) -> None:
    """What stands beside or behind a group that was put somewhere goes with it."""
    for other in layout.groups:
        if other.tie is group and other.first is None and not attaches(other, group):
            other.x, other.y = other.x + dx, other.y + dy
            if other.item.relation == "above":
                other.y = min(other.y, group.top - 14 - other.tall * (1 - other.thing.base))


def _put(layout: Layout, group: Group, to: Group, again: bool) -> None:
    relation = group.item.relation
    group.depth, group.z = to.depth, (to.z if to.z is not None else to.y) + 0.5
    if not again:
        _size(layout, group, to)
    if relation == "held":
        _hold(layout, group, to, again)
    elif relation in ("head", "back", "neck", "mouth", "lap"):
        _wear(group, to)
    elif relation == "on" and to.thing.kind == group.thing.kind == "person":
        _shoulder(group, to)
    elif "pillow" in to.thing.anchors and "in bed" in group.item.traits:
        _lie(group, to)
    elif "inside" in to.thing.anchors and (
        relation == "in" or (to.thing.kind == "vehicle" and "seat" not in to.thing.anchors)
    ):
        _inside(layout, group, to)
    elif relation in ("on", "in") and two_ended(to):
        at_ends(layout, group, to)
    elif relation in ("on", "in") and "seat" in to.thing.anchors and group.thing.kind in ("person", "animal"):
        _sit(layout, group, to, again)
    elif to.thing.top is not None and not (relation == "in" and to.thing.kind == "building"):
        _on_top(layout, group, to, again)
    elif to.thing.kind == "plant" and to.thing.height > 1.2:
        _in_crown(layout, group, to, again)
    elif relation in ("on", "cross") and to.thing.stands != "wall":
        _atop(layout, group, to, again)
    else:
        _within(layout, group, to, again)


def _size(layout: Layout, group: Group, to: Group) -> None:
    """As large as it is beside the other, small things a little larger; those on one thing are sized together."""
    every = layout.set_to(to, "on", "in", "cross")
    if (
        group.item.relation in ("head", "back", "neck", "mouth", "lap")
        or (every and group in every and group is not every[0])
        or to.kind == "sky"
    ):
        return
    for each in every if group in every else [group]:
        near = 1.0 if each.thing.kind in ("person", "animal") else 1.2
        for one in each.crew or [each]:
            one.tall = near * one.natural * to.tall / (to.natural or to.tall)
            if one.thing.kind == "person":
                one.tall = max(one.tall, min(0.28 * to.tall, one.natural * 1.2))


def _limit(group: Group, tall: float) -> None:
    factor = min(1.0, tall / group.tall)
    for one in group.crew or [group]:
        one.tall *= factor


def _hold(layout: Layout, group: Group, to: Group, again: bool) -> None:
    """Its grip in the hand; an umbrella is over the head, a large thing hangs beside."""
    shelter = group.thing.name in SHELTERS
    if to.item.pose == "kicking" and "toe" in to.thing.anchors:
        return _kick(group, to)
    share = 1.6 * group.thing.height / max(1.0, to.thing.height)
    long = group.thing.height > 1.2 and group.thing.aspect < 1.0
    most = 0.66 if shelter else min(0.85 if long else 0.42, max(0.16 / max(1.0, group.thing.aspect), share))
    _limit(group, to.tall * most)
    every = layout.set_to(to, "held")
    n = every.index(group) if group in every else 0
    group.looks = to.looks
    side = (1.0 if to.looks != "left" else -1.0) * (1 if n % 2 == 0 else -1)
    hand = to.anchor("hand") or (to.x + side * 0.4 * to.single, to.top + to.tall * 0.56)
    if n % 2:
        hand = to.anchor("other hand") or (2 * to.x - hand[0], hand[1])
    if shelter:
        hand = hand[0], min(hand[1], to.top + to.tall * 0.34)
    group.x, group.y, group.turn = 0.0, 0.0, tilt(group, to)
    grip = group.anchor("grip") or ((0.0, group.top + group.tall * (0.95 if shelter else 0.6)))
    group.x, group.y = hand[0] - grip[0], hand[1] - grip[1]
    chin, head = to.anchor("chin"), to.anchor("head")
    if head and hand[1] < head[1] and to.item.pose == "lifting":
        group.y = hand[1] + 0.02 * to.tall
    if shelter:
        group.z = (to.z if to.z is not None else to.y) - 0.2
        _cover(layout, group, to, again)
    elif (
        chin
        and n == 0
        and frame_of(to) is None
        and abs(hand[0] - chin[0]) < 0.12 * to.tall
        and group.wide > 0.1 * to.tall
    ):
        group.y += max(0.0, chin[1] - group.top)


def _cover(layout: Layout, group: Group, to: Group, again: bool) -> None:
    """An umbrella over several is over the middle of them, and as wide as they are."""
    mates = [g for g in layout.groups if g is to or (g.first is not None and g.first is (to.first or to))]
    head = to.first or to
    mates = [*mates, head] if head not in mates else mates
    if len(mates) < 2:
        return
    left, right = min(g.x - 0.4 * g.single for g in mates), max(g.x + 0.4 * g.single for g in mates)
    if again:
        group.tall *= max(1.0, min(2.0, 1.1 * (right - left) / group.wide))
    group.x = (left + right) / 2
    group.y = min(g.top for g in mates) + 0.07 * to.tall + group.tall * (group.thing.base - 0.46)


def _kick(group: Group, to: Group) -> None:
    """Before the toe."""
    _limit(group, 0.2 * to.tall)
    toe = to.anchor("toe") or (to.x, to.y)
    side = 1.0 if to.looks != "left" else -1.0
    group.x, group.y = toe[0] + side * 0.4 * group.single, toe[1] + group.tall * (group.thing.base - 0.5)


def _wear(group: Group, to: Group) -> None:
    """On the head, round the neck or on the back."""
    _limit(group, to.tall * 0.32)
    if group.item.relation == "head":
        mouth = to.anchor("mouth")
        head = to.anchor("head") or ((to.x + 2 * mouth[0]) / 3 if mouth else to.x, to.top + 4)
        group.x, group.y = head[0], to.top + 0.03 * to.tall + group.tall * (1 - group.thing.base)
    elif group.item.relation == "lap":
        seat, toe = to.anchor("seat") or (to.x, to.y - 0.4 * to.tall), to.anchor("toe") or (to.x, to.y)
        group.x, group.y = seat[0] + 0.4 * (toe[0] - seat[0]), seat[1] - 0.07 * to.tall
        group.y += group.tall * (group.thing.base - 1)
    elif group.item.relation == "mouth":
        mouth = to.anchor("mouth") or to.anchor("chin") or (to.x, to.top + 0.3 * to.tall)
        group.x, group.y = mouth[0], mouth[1] + group.tall * (group.thing.base - 0.5)
    elif group.item.relation == "neck":
        chin = to.anchor("chin") or to.anchor("mouth") or (to.x, to.top + 0.35 * to.tall)
        inner = 0.0 if to.thing.figure else 0.42
        group.x = chin[0] + inner * (to.x - chin[0])
        group.y = chin[1] + (0.12 if inner else 0.02) * to.tall + group.tall * (group.thing.base - 0.25)
    else:
        back = -1.0 if to.looks != "left" else 1.0
        group.x, group.y = to.x + back * to.single * 0.4, to.top + to.tall * 0.55
        group.z = (to.z if to.z is not None else to.y) - 0.2


def _shoulder(group: Group, to: Group) -> None:
    """On somebody's shoulders, behind the head."""
    _limit(group, 0.6 * to.tall)
    group.looks, group.x, group.y = to.looks, 0.0, 0.0
    seat, chin = group.anchor("seat") or (0.0, 0.0), to.anchor("chin") or (to.x, to.top)
    group.x, group.y = chin[0] - seat[0], chin[1] - 0.07 * to.tall - seat[1]
    group.z = (to.z if to.z is not None else to.y) - 0.2


def _lie(group: Group, to: Group) -> None:
    """In a bed, the head on the pillow, under the cover."""
    head, to.holds = to.anchor("pillow") or (to.x, to.y), True
    _limit(group, 0.8 * to.single / group.thing.aspect)
    group.looks, group.x, group.y = "right", 0.0, 0.0
    own = group.anchor("head") or (0.0, 0.0)
    group.x, group.y = head[0] - own[0], head[1] - own[1]


def _inside(layout: Layout, group: Group, to: Group) -> None:
    """Its middle at the anchor; what is the front of the other is drawn over it."""
    every = layout.set_to(to, "in", "on")
    at = to.anchor("inside") or (to.x, to.y)
    to.holds = True
    alive = group.thing.kind in ("person", "animal")
    covered = to.thing.kind == "vehicle" and to.thing.stands != "water"
    room = to.single * (0.4 if covered else 0.62)
    least = 0.45 if to.thing.stands == "water" else 0.3
    metres = to.tall * min(1.5, max(least, 1.15 * group.thing.height / to.thing.height))
    if alive and to.thing.kind in ("vehicle", "building"):
        _grow(group, metres)
    elif to.thing.stands == "surface" and not alive:
        _grow(group, 0.42 * to.tall)
    if to.thing.kind == "building" and group.thing.kind == "person":
        _limit(group, (to.y - at[1]) / 0.6)
    _limit(group, min(metres, 1.6 * (at[1] - to.top)) if covered else metres if alive else to.tall * 0.6)
    mates = [mate for g in every for mate in (g.crew or [g])]
    several = len(mates) > 1
    total = sum(g.single * g.count for g in every) * (0.6 if (alive or several) and to.thing.name != "cage" else 1.0)
    if total > room:
        _limit(group, group.tall * room / total)
    group.looks = group.looks if group.item.gaze is not None else to.looks or group.looks
    if covered and not several and to.thing.height < 2.2:  # the driver sits before the middle
        at = at[0] + (-0.06 if to.looks == "left" else 0.06) * to.single, at[1]
    for one in group.crew or [group]:
        step = (room - (0.85 if covered else 0.6) * one.single) / (len(mates) - 1) if several else 0.0
        n = mates.index(one) if one in mates else 0
        one.x = at[0] + (n - (len(mates) - 1) / 2) * min(step, one.single * (1.15 if one.item.count == 1 else 3.0))
        one.y = at[1] + one.tall * (one.thing.base - 1 + _sunk(one, to))
        one.looks, head = group.looks, one.anchor("head")
        if covered and head:  # the heads are at the windows, whatever way the knees go
            one.x += one.x - head[0]


def _sunk(group: Group, to: Group) -> float:
    """How much of it is below the rim of what it is in: a seller shows head and chest, a bird all but its belly."""
    if to.thing.kind == "building" and group.thing.kind == "person" and to.thing.top is None:
        return 0.6
    if group.thing.kind in ("person", "animal") and to.thing.stands == "surface":
        return 0.14 if group.thing.stands == "air" else 0.28
    return 0.34 if to.thing.stands == "surface" and group.thing.kind == "food" else 0.5


def _grow(group: Group, tall: float) -> None:
    factor = max(1.0, tall / group.tall)
    for one in group.crew or [group]:
        one.tall *= factor


def _sit(layout: Layout, group: Group, to: Group, again: bool) -> None:
    """Seat on seat; several as one group side by side."""
    every = [g for g in layout.set_to(to, "on", "in") if g.thing.kind in ("person", "animal")]
    n = every.index(group) if group in every else 0
    at = to.anchor("seat") or (to.x, to.top)
    if again and len(group.crew) > 1:
        for one in group.crew:
            one.y += at[1] - (one.anchor("seat") or (0.0, at[1]))[1]
        return
    group.looks = to.looks if to.thing.faces else group.looks
    if group.count == to.count > 1 and to.kind != "surface":  # each rides its own
        group.pace = to.formation()[1][0] - to.formation()[0][0]
    total, room = sum(g.wide for g in every), to.wide * (0.85 if to.thing.kind == "furniture" else 1.2)
    if total > room and n == 0:
        for each in every:
            _limit(each, each.tall * room / total)
    dx = sum(g.wide for g in every[:n]) + group.wide / 2 - sum(g.wide for g in every) / 2
    group.x, group.y = 0.0, 0.0
    own = group.anchor("seat") if group.item.pose == "sitting" or group.thing.figure else None
    if group.thing.kind not in ("person", "animal"):
        _limit(group, 0.42 * to.tall)
    low = own or (
        0.0,
        group.tall * (1 - group.thing.base) - (0.04 if group.thing.kind == "animal" else 0.0) * group.tall,
    )
    group.x, group.y = at[0] - low[0] + dx, at[1] - low[1]


def _on_top(layout: Layout, group: Group, to: Group, again: bool) -> None:
    """Things on a table stand side by side."""
    if again:
        return
    every = [g for g in layout.set_to(to, "on", "in", "cross") if attaches(g, to)]
    alive = group.thing.kind in ("person", "animal")
    if group is every[0]:
        room_above = 0.42 if "seat" in to.thing.anchors else 0.68
        most = min(
            1.0, *(room_above * to.tall / each.high for each in every if not (alive and each.thing.height < 1.0)), 1.0
        )
        for each in every:
            _limit(each, each.tall * most)
    room, total = to.wide * 0.9, sum(g.wide for g in every)
    if total > room and group is every[0]:
        for each in every:
            _limit(each, each.tall * room / total)
        total = room
    total = sum(g.wide for g in every)
    gap = max(0.0, room - total) / (len(every) + 1)
    at = to.x - room / 2 + gap
    every.sort(key=lambda g: "edge" in g.item.spots)
    for each in every:
        if each is group:
            group.x = at + each.wide / 2
        at += each.wide + gap
    if "edge" in group.item.spots:
        group.x = to.x + to.wide / 2 - 0.36 * group.wide
    group.y = to.top + to.tall * (to.thing.top or 0) + 2
    group.y += group.tall * (group.thing.base - 1)


def _atop(layout: Layout, group: Group, to: Group, again: bool) -> None:
    """On its highest point, a roof or a hump, side by side."""
    if again:
        return
    every = layout.set_to(to, "on", "cross")
    small = group.thing.height <= to.thing.height
    _limit(group, min((0.6 if small else 1.2) * to.tall, group.tall * 0.9 * to.wide / (group.wide * len(every))))
    group.x = to.x + (every.index(group) - (len(every) - 1) / 2) * max(group.wide * 1.1, to.wide / len(every) * 0.7)
    group.y = to.top + to.tall * 0.06 - group.tall * (1 - group.thing.base)


def _in_crown(layout: Layout, group: Group, to: Group, again: bool) -> None:
    """Birds and fruit in a tree are spread over its crown."""
    if again:
        return
    every = [g for g in layout.set_to(to, "in", "on") if attaches(g, to)]
    n = every.index(group)
    fruit = group.thing.kind == "food"
    _limit(group, to.tall * (0.09 if fruit else 0.26))
    group.x = to.x + (n - (len(every) - 1) / 2) * to.single * 0.4
    if group.count > 1:
        group.ring = (to.single * 0.26, to.tall * 0.15)
    on = 0.2 if group.item.relation == "on" and not fruit else 0.36
    group.y = to.top + to.tall * on + group.tall * 0.5


def _within(layout: Layout, group: Group, to: Group, again: bool) -> None:
    """In front of its middle, small, so that the other is seen around it; before a door at the foot."""
    if again:
        return
    every = [g for g in layout.set_to(to, "in", "on") if attaches(g, to)]
    n = every.index(group)
    if group.thing.kind == "plant" and to.thing.stands == "surface":
        _limit(group, 0.95 * to.tall)
        group.x = to.x + (n - (len(every) - 1) / 2) * group.single * 0.4
        group.ring = (group.single * 0.3, -6.0) if group.count > 1 else None
        group.y, group.z = to.top + 0.4 * to.tall, (to.z if to.z is not None else to.y) - 0.1
        return
    _limit(group, to.tall * (0.45 if to.thing.kind == "building" else 0.55))
    _limit(group, group.tall * to.single * 0.8 / group.wide / len(every))
    group.x = to.x + (n - (len(every) - 1) / 2) * group.wide * 1.1
    low = to.thing.kind == "building" or group.thing.kind == "person"
    group.y = to.y if low else to.top + to.tall / 2 + group.tall * (group.thing.base - 0.5)

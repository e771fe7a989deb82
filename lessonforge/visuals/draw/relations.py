"""Sets things to those that they relate to: on, in, above, under, behind, before, beside, between, in the hand of."""

from __future__ import annotations

from lessonforge.visuals.draw.groups import Group, Layout
from lessonforge.visuals.draw.settings.stage import FEET
from lessonforge.visuals.draw.things import catalogue


def relate(layout: Layout) -> None:
    """Places every group that waits for another one, in the order that the others allow."""
    for _ in layout.groups:
        for group in layout.groups:
            target = layout.target(group)
            if not group.placed and target is not None and target.placed:
                _set(layout, group, target)
    for group in layout.groups:  # what is left waits in a circle
        if not group.placed:
            group.x, group.y, group.placed = layout.stage.width / 2, FEET - 60, True


def _set(layout: Layout, group: Group, to: Group) -> None:
    """Sets one group to the one that it relates to."""
    if group.placed:
        return
    relation, own = group.item.relation, group.kind
    group.placed, group.depth, group.x, group.y = True, to.depth, to.x, to.y
    group.z = to.z + 0.5 if to.z is not None and to.kind == "ground" else None
    if relation in ("on", "in") and to.thing.top is not None:
        _on_top(layout, group, to)
    elif relation == "held":
        _held(group, to)
    elif relation == "in" and to.thing.name in ("tree", "pine", "bush"):
        group.y, group.z, group.tall = to.head + to.tall * 0.4, to.y + 1, min(group.tall, to.tall * 0.3)
    elif relation in ("on", "above"):
        _above(layout, group, to)
    elif relation == "under":
        _under(layout, group, to)
    elif relation in ("behind", "front", "between"):
        _in_line(layout, group, to)
    else:
        _beside(layout, group, to)
    if own not in ("air", "sky", "wall") and group.kind != "surface":
        group.kind = to.kind if to.kind not in ("air", "sky", "wall") else own


def _side(layout: Layout, group: Group, to: Group) -> float:
    """The side of the other where there is room: the outer one of what looks to the middle, else the inner one."""
    outer = 1.0 if to.x > layout.stage.width * 0.52 else -1.0
    return outer if to.thing.name == "telescope" else -outer


def _on_top(layout: Layout, group: Group, to: Group) -> None:
    """Things on a table stand side by side."""
    every = [g for g in layout.groups if g.item.relation in ("on", "in") and layout.target(g) is to]
    for each in every:
        each.tall = min(each.tall, to.tall * 0.8)
    room, total = to.wide * 0.86, sum(g.wide for g in every)
    for each in every:
        each.tall *= min(1.0, room / total)
    gap = (room - min(total, room)) / (len(every) + 1)
    at = to.x - room / 2 + gap
    for each in every:
        each.x, each.y = at + each.wide / 2, to.head + to.tall * (to.thing.top or 0) + 2
        each.z, each.depth, each.placed, each.kind = to.y + 1, to.depth, True, "surface"
        at += each.wide + gap


def _held(group: Group, to: Group) -> None:
    """In a hand; an umbrella is over the head."""
    side = 1.0 if to.x < 900 else -1.0
    group.z, group.kind = to.y + 1, "surface"
    if group.thing.name == "umbrella":
        group.tall = to.tall * 0.66
        group.x, group.y = to.x + side * to.single * 0.34, to.y - to.tall * 0.44
    else:
        group.tall = min(group.tall, to.tall * 0.36)
        group.x, group.y = to.x + side * to.single * 0.4, to.y - to.tall * 0.36


def _above(layout: Layout, group: Group, to: Group) -> None:
    """Over it, and under the upper edge of the picture."""
    top = 40 + group.tall * group.thing.base
    every = [g for g in layout.groups if g.item.relation == "above" and layout.target(g) is to]
    if group in every:
        group.x += (every.index(group) - (len(every) - 1) / 2) * max(group.wide * 1.3, to.wide / len(every) * 0.8)
    if group.kind == "sky":
        group.y = max(min(to.head - 24, layout.stage.horizon * 0.3), top)
        group.z = -1000.0
    elif group.item.relation == "on":
        group.y, group.z = to.head + to.tall * 0.06, to.y + 1
    else:
        group.y = max(to.head - 16 - group.tall * (1 - group.thing.base), top)
        group.z = to.y + 2


def _under(layout: Layout, group: Group, to: Group) -> None:
    """Under a tree it is beside the trunk; under a cloud it is on its own ground."""
    zone = layout.stage.zones.get(group.kind)
    if to.kind in ("sky", "air"):
        if group.kind in ("sky", "air") or zone is None:
            group.y, group.z = to.foot + group.tall * group.thing.base + 8, -900.0
        else:
            low = group.thing.height < 2.5
            group.y = zone.near if low else (zone.far + zone.near) / 2
            group.x = min(max(to.x, zone.left), zone.right)
    else:
        every = [g for g in layout.groups if g.item.relation == "under" and layout.target(g) is to]
        n = every.index(group)
        group.x = to.x + (0.2 * to.single + 0.5 * group.wide) * (1 if n % 2 == 0 else -1)
        group.y = min(to.y + 24 + 10 * n, FEET + 12)


def _in_line(layout: Layout, group: Group, to: Group) -> None:
    """Behind it, before it, or between it and the next that was named."""
    side, wide = _side(layout, group, to), (group.wide + to.wide) / 2
    if group.item.relation == "behind":
        aside = 0.3 * wide if group.tall > to.tall * 1.3 else to.wide / 2 + group.wide * 0.06
        group.x += side * aside
        group.y, group.depth = to.y - 26, to.depth + 0.1
        group.z = (to.z or to.y) - 26
    elif group.item.relation == "front":
        group.x -= side * wide * (0.66 if group.tall > to.tall * 0.4 else 0.2)
        group.y = min(to.y + 46, FEET + 22)
    else:
        target = group.item.target
        after = layout.groups[int(target) + 1] if int(target or 0) + 1 < len(layout.groups) else to  # type: ignore[arg-type]
        group.x = (to.x + after.x) / 2


def _beside(layout: Layout, group: Group, to: Group) -> None:
    """At its side, on the same ground; what hangs on a wall or in the sky is stood under, a little aside."""
    every = [g for g in layout.groups if layout.target(g) is to and g.item.relation == group.item.relation]
    n = every.index(group)
    side = _side(layout, group, to) * (1 if n % 2 == 0 else -1)
    zone = layout.stage.zones.get(group.kind)
    group.x += side * (group.wide + to.wide) / 2 * 1.06
    if to.kind in ("sky", "air", "wall") and zone and group.kind not in ("sky", "air"):
        group.y = zone.near
    elif group.kind == "water" and to.kind != "water" and zone:
        group.x, group.y = min(max(group.x, zone.left), zone.right), (zone.far + zone.near) / 2
    elif group.kind in ("sky", "air", "space"):
        group.y = to.y - to.tall * (to.thing.base - 0.5) + group.tall * (group.thing.base - 0.5)
        group.z = to.z
    if group.thing.name == "telescope":
        to.looks = group.looks = "right" if side > 0 else "left"
    elif to.thing.name == "telescope" and group.thing.faces:
        to.looks = group.looks = "right" if side < 0 else "left"
    elif group.thing.faces and catalogue()[group.thing.name].stands == "ground":
        group.looks = "right" if side < 0 else "left"

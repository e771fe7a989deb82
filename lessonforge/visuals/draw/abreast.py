"""Sets things side by side, before each other, between two, on a ring and to both sides."""

from __future__ import annotations

from dataclasses import replace

from lessonforge.visuals.draw.clusters import root_of
from lessonforge.visuals.draw.groups import FLOATING, Group, Layout
from lessonforge.visuals.draw.reaching import within_reach
from lessonforge.visuals.draw.settings.stage import FEET

ALOFT = ("air", "sky", "space")


def side_of(layout: Layout, group: Group, to: Group) -> float:
    """The side of the other where there is room: the inner one, unless a side was asked for."""
    want = group.wanted()
    if group.item.relation in ("left of", "right of"):
        return -1.0 if group.item.relation == "left of" else 1.0
    if want is not None and to.wanted() is not None and want != to.wanted():
        return 1.0 if want > (to.wanted() or 0) else -1.0
    if group.item.relation == "peer":
        return -1.0 if to.x < layout.stage.width * 0.52 else 1.0
    return -1.0 if to.x > layout.stage.width * 0.52 else 1.0


def front(layout: Layout, group: Group, to: Group) -> None:
    """Before it, and to one side, so that both are seen."""
    side, every = side_of(layout, group, to), layout.set_to(to, "front")
    n = every.index(group) if group in every else 0
    if to.thing.stands == "wall" or to.kind in ALOFT:
        zone = layout.stage.zones.get(group.kind)
        group.y = zone.near if zone else FEET
        group.x = to.x - side * (0.34 * to.wide + 0.2 * group.wide) * (1 if n % 2 == 0 else -1)
        group.tie = None if to.thing.stands == "wall" else to
        return
    near = min(to.y + 44 + 8 * n, FEET + 22)
    if to.thing.height > 2.5 and group.tall < 0.8 * to.tall:
        _nearer(layout, group, to)
    group.y = max(near, to.y + 6, group.y)
    small = group.wide < 0.5 * to.wide and group.tall < 0.7 * to.tall
    high = group.tall > 0.4 * to.tall
    away = 0.2 * to.wide if small else (group.wide + to.wide) / 2 * 0.3
    if high and not small:  # no more than a third of the other is hidden
        away = max(away, (group.wide + to.wide) / 2 - 0.3 * to.wide)
    group.x -= side * away * (1 if n % 2 == 0 else -1)
    if len(every) > 1:
        total = sum(each.wide for each in every) * 1.08
        before = sum(each.wide for each in every[:n]) * 1.08
        group.x = to.x - side * 0.1 * to.wide - total / 2 + before + group.wide * 0.54
        group.y = max(near - 8 * n, to.y + 6, group.y)


def between(layout: Layout, group: Group, to: Group) -> None:
    """Really between the two, side by side in one row; of one group of several, in the middle of them."""
    other = layout.other(group)
    every = layout.set_to(to, "between")
    if other is None or other is to or not other.placed:
        if to.count > 1:
            to.gap = sum(g.wide for g in every) * 1.15 + 8
            at = to.x - to.gap / 2
            for each in every:
                each.x, each.y, each.placed, each.tie = at + each.wide * 0.575, to.y + 4, True, to
                at += each.wide * 1.15
            return
        return beside(layout, group, to)
    left, right = (to, other) if to.x <= other.x else (other, to)
    if to.kind in ALOFT or other.kind in ALOFT:
        group.x, group.y = (to.x + other.x) / 2, (to.y + other.y) / 2 if group.kind in FLOATING else group.y
        return
    middle = (left.x + right.x) / 2 if group.wanted() is None else (group.wanted() or 0.5) * layout.stage.width
    room = sum(g.wide for g in every) * 1.1
    left.x = min(left.x, middle - room / 2 - left.wide / 2)
    right.x = max(right.x, middle + room / 2 + right.wide / 2)
    if right.x - left.x > room + (left.wide + right.wide) / 2 + 0.3 * layout.stage.width:
        left.x = middle - room / 2 - left.wide / 2 - 30
        right.x = middle + room / 2 + right.wide / 2 + 30
    at = middle - room / 2
    for each in every:
        each.x, each.y, each.placed, each.tie = at + each.wide * 0.55, max(to.y, other.y) + 4, True, to
        at += each.wide * 1.1
    if other.tie is None and root_of(to) is not other:
        other.tie = to


def around(layout: Layout, group: Group, to: Group) -> None:
    """On a ring; one alone is beside it."""
    if to.kind in FLOATING and group.kind in FLOATING and group.count == 1:
        return beside(layout, group, to)
    every = layout.set_to(to, "around")
    if group.count == 1 and len(every) > 1:
        for n, each in enumerate(every):
            side, row = (-1, 1)[n % 2], n // 2
            each.x = to.x + side * (to.wide / 2 + each.wide * (0.6 + 0.9 * row))
            each.y, each.placed, each.tie = to.y + (18, -14)[row % 2], True, to
        return
    if group.count == 1:
        return front(layout, group, to) if group.wide > to.wide else beside(layout, group, to)
    if group.item.flying or group.kind in ALOFT:
        group.ring, group.kind = (to.wide / 2 + group.single, -0.35 * to.tall), "air"
        group.y, group.z = to.y - 0.55 * to.tall + group.tall / 2, to.y + 1
        return
    if group.count > 2 and group.thing.kind == "furniture":
        group.ring, group.item = (to.wide / 2 + group.single * 0.4, 40.0), replace(group.item, form="ring")
        group.y = to.y + 4
        return
    low = to.tall < 0.85 * group.tall and group.count > 2
    group.ring = (to.wide / 2 + group.single * 0.6, -26.0 if low else 26.0)
    if low and group.count > 4:
        group.ring = (max(group.ring[0], group.single * 0.42 * group.count), -30.0)
    group.y = to.y + 6


def sides(layout: Layout, group: Group, to: Group) -> None:
    """One on each side, or half of them."""
    if group.count == 1:
        group.item = replace(group.item, count=2)
    group.gap, group.y = to.wide * 1.06, to.y + 8


def at_table(layout: Layout, group: Group, to: Group) -> None:
    """On chairs at the ends of a table, the knees under it; a third one behind it."""
    every = [g for g in layout.groups if layout.target(g) is to and g.item.relation == group.item.relation]
    every = [g for g in every if g.first is None and g.thing.kind == "person"]
    n = every.index(group)
    to.tall = min(to.tall, 1.05 * group.tall * to.thing.height / group.thing.height)
    group.y, group.z = to.y, (to.z if to.z is not None else to.y) - 1 + 0.1 * n
    if group.count == 2:
        group.gap = to.wide + (0.32 - 0.9 * group.step) * group.single
        group.item = replace(group.item, form="facing")
        return
    if group.count > 2:
        group.ring = (to.wide / 2 + 0.2 * group.single, -34.0)
        return
    if n > 1:
        group.x, group.y, group.z = to.x + (n - 2) * group.wide, to.y - 14, group.z - 2
        return
    side = (1.0 if to.x > layout.stage.width * 0.6 else -1.0) * (1 if n == 0 else -1)
    group.x = to.x + side * (to.wide / 2 + 0.16 * group.single)
    group.looks = "right" if side < 0 else "left"


def beside(layout: Layout, group: Group, to: Group) -> None:
    """At its side, on the same ground; what hangs on a wall or in the sky is stood under, a little aside."""
    relation = group.item.relation
    every = [g for g in layout.set_to(to, relation) if g.placed]
    n = every.index(group)
    side = side_of(layout, group, to) * (1 if n % 2 == 0 or relation.endswith(" of") else -1)
    zone = layout.stage.zones.get(group.kind)
    gap = {"push": 0.96, "pull": 1.0, "against": 0.9, "facing": 1.5, "follow": 1.25, "faced": 1.1}.get(relation, 1.07)
    if "hugging" in (group.item.pose, to.item.pose):
        gap = 0.66
    beyond = (
        sum(g.wide for g in every[n % 2 : n : 2]) if not relation.endswith(" of") else sum(g.wide for g in every[:n])
    )
    group.x += side * ((group.wide + to.wide) / 2 * gap + beyond)
    if to.kind in ("sky", "air", "wall") and zone and group.kind not in ("sky", "air"):
        group.y = zone.near
    elif group.kind == "water" and to.kind != "water" and zone:
        group.x, group.y = min(max(group.x, zone.left), zone.right), (zone.far + zone.near) / 2
        group.tie = None
    elif (
        to.kind == "water"
        and group.kind == "ground"
        and "ground" in layout.stage.zones
        and group.thing.stands == "ground"
    ):
        ground = layout.stage.zones["ground"]
        group.x, group.y, group.tie = min(max(group.x, ground.left), ground.right), ground.near - 10, None
    elif group.kind in ("sky", "air", "space"):
        group.y = to.y - to.tall * (to.thing.base - 0.5) + group.tall * (group.thing.base - 0.5)
        group.z = to.z
    elif (
        to.kind == "surface"
        and group.thing.stands == "ground"
        and group.thing.height > 0.7
        and "ground" in layout.stage.zones
    ):
        group.y, group.z, group.tie, group.kind = layout.stage.zones["ground"].far + 20, None, None, "ground"
    elif to.thing.height > 2.5 and group.tall < 0.8 * to.tall:
        _nearer(layout, group, to)
    _turn(group, to, relation, side)
    within_reach(group, to)


def _nearer(layout: Layout, group: Group, to: Group) -> None:
    """People stand a little nearer to us than the house that they are at, so that they are not lost."""
    zone = layout.stage.zones.get("ground")
    if zone is None or to.kind != "ground" or to.z is not None or to.scale > 0.97 or zone.scale >= 1:
        group.y = min(to.y + 12, FEET + 20)
        return
    scale = min(1.0, to.scale * 1.35)
    _grow(group, scale / group.scale)
    group.scale = scale
    share = (scale - zone.scale) / (1 - zone.scale)
    group.y = max(to.y + 12, min(FEET, zone.far + share * (zone.near - zone.far)))


def _grow(group: Group, factor: float) -> None:
    for one in group.crew or [group]:
        one.tall *= factor


def _turn(group: Group, to: Group, relation: str, side: float) -> None:
    """Who deals with the other looks at it; who pulls looks away, who looks through a telescope looks where it does."""
    towards, away = ("left", "right") if side > 0 else ("right", "left")
    if relation in ("push", "follow", "against", "facing", "beside", "front"):
        group.looks = towards if group.thing.faces else group.looks
        to.looks = towards if relation == "follow" else to.looks or (away if relation == "facing" else "")
    elif relation in ("pull", "pulled"):
        group.looks = away if relation == "pull" else towards
        to.looks = group.looks
    elif relation == "faced":
        group.looks, to.looks = towards, to.looks or away
    elif relation == "peer":
        group.looks = to.looks = towards

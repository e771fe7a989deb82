"""Sets things to those that they relate to: above, under, behind; side by side by `abreast`."""

from __future__ import annotations

import math

from lessonforge.visuals.draw.abreast import ALOFT, around, at_table, beside, between, front, side_of, sides
from lessonforge.visuals.draw.attached import attaches, flat
from lessonforge.visuals.draw.groups import Group, Layout
from lessonforge.visuals.draw.leaning import lean
from lessonforge.visuals.draw.postures import TABLES
from lessonforge.visuals.draw.reaching import pair
from lessonforge.visuals.draw.settings.stage import FEET


def relate(layout: Layout, *, rest: bool = False) -> None:
    """Places every group that waits for another one, in the order that the others allow; at last the `rest`."""
    for group in layout.groups:
        pair(group)
    for _ in layout.groups:
        for group in layout.groups:
            target = layout.target(group)
            if not group.placed and group.first is None and target is not None and target.placed:
                _set(layout, group, target)
    for group in layout.groups:
        if rest and not group.placed and group.first is None:  # what is left waits in a circle
            group.x, group.y, group.placed = layout.stage.width / 2, FEET - 60, True


def _set(layout: Layout, group: Group, to: Group) -> None:
    """Sets one group to the one that it relates to."""
    relation, own = group.item.relation, group.kind
    group.placed, group.depth, group.x, group.y = True, to.depth, to.x, to.y
    group.tie = to
    group.z = to.z + 0.5 if to.z is not None and to.kind == "ground" else None
    if "at the board" in group.item.traits:
        return _write(layout, group, to)
    grounded = own not in (*ALOFT, "wall") and to.kind not in (*ALOFT, "wall")
    if grounded or attaches(group, to):
        for one in group.crew or [group]:
            one.tall *= to.scale / group.scale
        group.scale = to.scale
    if attaches(group, to):
        group.kind = "surface"
        return
    if flat(group, to):
        to.tall = max(to.tall * min(1.0, 0.3 * layout.stage.width / to.wide), 1.5 * group.wide / to.thing.aspect)
        group.y, group.z = to.y - 0.35 * to.tall, to.y + 1
        return
    if relation == "on" and to.thing.stands == "wall" and group.thing.kind == "person":
        return front(layout, group, to)
    if "on a chair" in group.item.traits and to.thing.name in TABLES:
        return at_table(layout, group, to)
    place = {
        "above": _above, "under": _under, "behind": _behind, "front": front, "between": between, "around": around,
        "sides": sides, "on": _above, "climb": _climb, "cross": _above,
        "against": lean, "through": _through, "hang": _hang,
    }.get(relation, beside)  # fmt: skip
    place(layout, group, to)
    if own not in (*ALOFT, "wall") and group.kind != "surface" and to.kind not in (*ALOFT, "wall", "surface"):
        group.kind = to.kind


def _above(layout: Layout, group: Group, to: Group) -> None:
    """Over it, and under the upper edge of the picture."""
    top = 40 + group.tall * group.thing.base
    every = layout.set_to(to, group.item.relation)
    group.x += (every.index(group) - (len(every) - 1) / 2) * max(group.wide * 1.3, to.wide / len(every) * 0.8)
    if group.kind == "sky":
        group.y = max(min(to.top - 24, layout.stage.horizon * 0.3), top)
        group.z = -1000.0
    elif group.item.relation == "cross":
        group.y, group.z, group.kind = to.top + to.tall * 0.06, (to.z or to.y) + 1, "surface"
    else:
        gap = max(16.0, 0.05 * layout.stage.unit)
        if to.kind == "air":
            to.y = max(to.y, 40 + gap + group.high + to.tall)
        gap += max((0.8 * each.tall for each in layout.set_to(to, "on")), default=0.0)
        gap += max((max(0.0, each.tall - to.tall) for each in layout.set_to(to, "between")), default=0.0)
        factor = (to.y - 40 - gap) / (to.tall * to.thing.base + group.high)
        for each in (to, group) if factor < 1 and to.kind not in ALOFT else ():
            _fit(each, each.tall * factor)
        group.y = max(to.top - gap - group.tall * (1 - group.thing.base), 40 + group.tall * group.thing.base)
        group.z, group.kind = max(to.y, 800.0) + 2, "air" if group.kind not in ("sky", "space") else group.kind


def _under(layout: Layout, group: Group, to: Group) -> None:
    """Under a cloud it is on its own ground, under a tree beside the trunk, under a table between its legs."""
    zone = layout.stage.zones.get(group.kind)
    every = layout.set_to(to, "under")
    n, count = every.index(group), len(every)
    if to.kind in ("sky", "air", "space", "wall"):
        if group.kind in ("sky", "air", "space") or zone is None:
            group.y, group.z = to.foot + group.tall * group.thing.base + 8, -900.0
        else:
            group.y = zone.near if group.thing.height < 2.5 else (zone.far + zone.near) / 2
            group.x = min(max(to.x, zone.left), zone.right)
            _fit(group, max(0.6 * group.tall, group.y - to.foot))
        return
    if to.thing.kind == "plant" and to.thing.height > 1:
        size = max(group.tall, 0.29 * layout.stage.unit * min(1.0, group.thing.height / 1.3))
        if group.thing.height < 2.2:
            to.tall = min(layout.stage.unit * 0.64, max(to.tall, 1.95 * size))
            factor = min(size, to.tall / 1.8) / group.tall
            for one in group.crew or [group]:
                one.tall *= factor
        elif to.tall < 1.4 * group.tall:
            to.tall = min(layout.stage.unit * 0.68, 1.5 * group.tall)
            _fit(group, to.tall / 1.4)
        if count == 1 and group.wide > 0.8 * to.single:
            to.tall = min(layout.stage.unit * 0.68, to.tall * 1.25 * group.wide / to.single)
        step, reach = max(group.wide, 0.16 * to.single), 0.34 * to.single
        aside = min(0.2 * to.single + 0.5 * step, max(reach, 0.5 * to.single - 0.5 * step)) + (n // 2) * step
        group.x = to.x + aside * (1 if n % 2 == 0 else -1)
        group.y = min(to.y + 22 + 8 * n, FEET + 12)
    else:
        if group.thing.kind == "person":  # a table that one sits under is large
            to.tall = min(max(to.tall, 0.42 * layout.stage.unit), 0.6 * layout.stage.width / to.thing.aspect)
        true = 1.5 * to.tall * group.thing.height / to.thing.height
        _fit(group, to.tall * (0.72 if group.thing.kind == "person" else min(0.56, max(0.26, true))))
        group.x = to.x + (n - (count - 1) / 2) * max(group.wide, to.wide * 0.3)
        group.y, group.z = min(to.y + 2, FEET + 20), (to.z or to.y) + 0.6


def _fit(group: Group, tall: float) -> None:
    """Makes a group at most so tall."""
    factor = min(1.0, tall / group.tall)
    for one in group.crew or [group]:
        one.tall *= factor


def _through(layout: Layout, group: Group, to: Group) -> None:
    """In the opening; a train comes out of it."""
    side, at = side_of(layout, group, to), to.anchor("inside") or (to.x, to.y)
    to.holds, group.y, group.z = True, to.y + 1, (to.z if to.z is not None else to.y) + 0.5
    if to.tall < 1.2 * group.tall:
        to.tall = min(1.2 * group.tall, 0.66 * layout.stage.unit)
    _fit(group, (0.9 if "inside" not in to.thing.anchors else 0.62) * to.tall)
    long = group.wide > 0.5 * to.single
    group.x = at[0] + (side * (group.wide / 2 - 0.14 * to.single) if long else 0.0)
    if long and group.thing.faces:
        group.looks = "right" if side > 0 else "left"


def _hang(layout: Layout, group: Group, to: Group) -> None:
    """Its upper end at a branch, a hook or the lower edge of what it hangs from."""
    every = layout.set_to(to, "hang")
    n = every.index(group) - (len(every) - 1) / 2
    high = 0.5 if to.thing.kind == "plant" else 0.2 if to.thing.aspect > 1.5 or to.thing.stands == "wall" else 0.15
    _fit(group, (0.4 if to.thing.kind == "plant" else 0.7) * to.tall)
    aside = 0.28 if to.thing.kind == "plant" and len(every) == 1 else 0.0
    group.x = to.x + to.single * (aside + 0.3 * n)
    group.y = to.top + high * to.tall + group.tall * group.thing.base
    group.z, group.kind = (to.z if to.z is not None else to.y) + 0.5, "air"


def _behind(layout: Layout, group: Group, to: Group) -> None:
    """Partly hidden: what is taller shows above, what is not looks out at one side."""
    side, every = side_of(layout, group, to), layout.set_to(to, "behind")
    side *= 1 if every.index(group) % 2 == 0 else -1
    if to.kind == "wall":  # a curtain reaches down to the floor
        to.tall, to.y, to.kind = max(to.tall, 1.4 * group.tall), layout.stage.zones["ground"].near - 20, "ground"
    group.y, group.depth = to.y - 24, to.depth + 0.06
    group.z = (to.z or to.y) - 24
    if to.kind == "sky" and group.kind == "sky":  # the moon shows over the edge of a cloud
        group.x, group.y = to.x + side * 0.3 * to.wide, to.top + group.tall * (group.thing.base - 0.55)
        return
    if to.count == 2 and len(every) == 1 and group.tall < 2.2 * to.tall:  # it looks out between them
        to.gap = max(to.gap, 0.5 * group.wide)
        return
    low = 0.85 if to.thing.aspect < 1.3 else 1.15
    if group.thing.faces and group.item.gaze is None:
        group.looks = "right" if side > 0 else "left"  # its face looks out
    if to.thing.kind == "plant" and to.thing.height > 1.5 and group.tall < 0.55 * to.tall:
        far = max(group.wide / 2 - 0.06 * to.single, 0.05 * to.single)
        group.x += side * min(0.1 * to.single + 0.16 * group.wide, far)  # it looks out from behind the trunk
        return
    if to.tall < low * group.tall and group.thing.kind in ("person", "animal"):
        group.x = to.x + side * to.wide * 0.08
        group.y = min(to.y - 0.2 * to.tall, to.top + 0.48 * group.tall)
    elif group.tall > to.tall * 1.25:
        group.x += side * max(0.3 * to.wide, 0.18 * group.wide)
    elif group.wide > to.wide * 1.2:
        group.x += side * 0.3 * group.wide
    elif group.tall > 0.75 * to.tall:
        group.x += side * (to.wide / 2 - group.wide * 0.06)
    else:
        group.x += side * (to.wide / 2 + group.wide * 0.08)
    _look_out(group, to, side)
    _make_room(layout, group, to, side)


def _make_room(layout: Layout, group: Group, to: Group, side: float) -> None:
    """What looks out from behind one that is between two is seen between them."""
    for end in (layout.target(to), layout.other(to)) if to.item.relation == "between" else ():
        if end is not None and end.gap:
            end.gap += 1.4 * group.wide
        elif end is not None and side * (end.x - to.x) > 0:
            end.x += side * 0.8 * group.wide


def _look_out(group: Group, to: Group, side: float) -> None:
    """Moves it aside until half of it is seen, and the face of somebody."""
    high = min(group.foot, to.foot) - max(group.top, to.top)
    faced = group.thing.kind == "person" and to.top < group.top + 0.2 * group.tall
    most = (0.3 if faced else 0.5) * group.tall * group.wide / max(1.0, high)
    near, far = group.x - side * group.wide / 2, to.x + side * to.wide / 2
    group.x += side * max(0.0, side * (far - near) - most) if most < min(group.wide, to.wide) else 0.0


def _write(layout: Layout, group: Group, to: Group) -> None:
    """Before the left end of a board, near enough for the hand to lie on it."""
    zone, group.looks, group.tie = layout.stage.zones.get("ground"), "right", None
    foot = group.y = zone.near if zone else FEET
    low, (x, y) = to.top + 0.72 * to.tall, group.anchor("hand") or (group.x, group.top)
    group.y -= min(max(0.0, y - low), foot - zone.far if zone else 0.0)
    group.tall *= min(1.5, max(1.0, (group.y - low) / (foot - y)))
    group.x += to.x - 0.28 * to.wide - (group.anchor("hand") or (x, y))[0]
    group.fixed = True


def _climb(layout: Layout, group: Group, to: Group) -> None:
    """On the trunk of a tree, on the rungs of a ladder."""
    _fit(group, min(to.tall * 0.6, group.natural * to.tall / to.natural))
    sway = 0.4 * to.tall * math.sin(math.radians(to.turn))
    group.x = to.x + sway + (0.16 if to.thing.kind == "plant" else 0.0) * to.single
    group.y, group.z, group.kind = to.y - 0.3 * to.tall, (to.z or to.y) + 1, "surface"

"""A seesaw: somebody at each of its ends, and the heavier ones down."""

from __future__ import annotations

from lessonforge.visuals.draw.groups import Group, Layout

SHARE = 0.44
"""Of the picture's width, that a seesaw takes."""
MOST, LEAST = 0.34, 0.11
"""How wide and how high at least those at one end are, as shares of the seesaw's width."""


def two_ended(group: Group) -> bool:
    """Whether it has a seat at each end."""
    return "far-seat" in group.thing.anchors


def at_ends(layout: Layout, group: Group, to: Group) -> None:
    """Those told to be on the right sit there, the others in turn."""
    every = layout.set_to(to, "on", "in")
    left = [g for n, g in enumerate(every) if _at_left(g, n)]
    right = [g for g in every if g not in left]
    if group is every[0]:
        to.tall = max(to.tall, SHARE * layout.stage.width / to.thing.aspect)
        to.looks = "left" if _weight(right) > _weight(left) else "right"
    here = left if group in left else right
    factor = min(MOST * to.wide / len(here) / group.wide, 2.2 * to.tall / group.tall)
    _scale(group, factor if factor < 1 else max(1.0, min(factor, LEAST * to.wide / group.tall)))
    low = (group in left) == (to.looks != "left")
    x, y = to.anchor("seat" if low else "far-seat") or (to.x, to.top)
    step = (here.index(group) - (len(here) - 1) / 2) * group.wide
    own = group.anchor("seat") if group.thing.figure else None
    foot = own[1] - group.y if own else group.tall * (1 - group.thing.base)
    group.x, group.y = x + step, y - foot


def _at_left(group: Group, n: int) -> bool:
    spots = group.item.spots
    return "left" in spots or ("right" not in spots and n % 2 == 0)


def _weight(groups: list[Group]) -> float:
    return sum(one.count * one.thing.height**3 for one in groups)


def _scale(group: Group, factor: float) -> None:
    for one in group.crew or [group]:
        one.tall *= factor

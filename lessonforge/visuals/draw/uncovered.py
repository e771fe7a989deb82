"""Nothing is hidden: what hangs on a wall or is far away is moved to where nothing before it covers it."""

from __future__ import annotations

from lessonforge.model import Box
from lessonforge.visuals.draw.groups import Group, Layout
from lessonforge.visuals.draw.settings.stage import Stage

ENOUGH = 0.2
"""So much of it may be covered."""
STEPS = 28
EDGE = 0.06


def uncover(layout: Layout) -> None:
    """Moves what is behind to the nearest free place at its own height, or higher up on the wall."""
    moved = {id(g.tie) for g in layout.groups if g.tie is not None}
    roots = [g for g in layout.groups if g.first is None and g.tie is None and id(g) not in moved]
    for group in roots:
        if group.land is not None or not (group.kind == "wall" or group.depth >= 0.2):
            continue
        before = [_box(g) for g in layout.groups if g.first is None and g is not group and _order(g) > _order(group)]
        if _covered(group, before) > ENOUGH:
            _move(layout.stage, group, before)


def _move(stage: Stage, group: Group, before: list[Box]) -> None:
    here, wanted = (group.x, group.y), group.wanted()
    rows = (0.0, 90.0, 180.0) if group.kind == "wall" else (0.0,)
    spots = [(stage.width * (EDGE + (1 - 2 * EDGE) * n / STEPS), here[1] - up) for n in range(STEPS + 1) for up in rows]
    reach = 0.14 if wanted is not None else 1.0
    middle = here[0] if wanted is None else wanted * stage.width

    def cost(spot: tuple[float, float]) -> tuple[float, float]:
        group.x, group.y = spot
        left, top, right, _ = _box(group)
        inside = left > 0.03 * stage.width and right < 0.97 * stage.width and top > 30
        near = abs(spot[0] - middle) <= reach * stage.width
        away = abs(spot[0] - here[0]) + abs(spot[1] - here[1])
        return (max(0.0, _covered(group, before) - ENOUGH) if inside and near else 2.0), away

    group.x, group.y = min([here, *spots], key=cost)


def _order(group: Group) -> float:
    """What has a larger one is drawn over it."""
    if group.kind == "wall":
        return -900.0
    return group.z if group.z is not None else group.y


def _box(group: Group) -> Box:
    return group.x - group.wide / 2, group.top, group.x + group.wide / 2, group.foot


def _covered(group: Group, before: list[Box]) -> float:
    """The largest share of it that one thing covers."""
    left, top, right, foot = _box(group)
    area = max(1.0, (right - left) * (foot - top))
    return max(
        (max(0.0, min(right, r) - max(left, a)) * max(0.0, min(foot, b) - max(top, t)) / area for a, t, r, b in before),
        default=0.0,
    )

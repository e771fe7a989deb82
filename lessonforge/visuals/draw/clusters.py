"""Keeps things apart and inside the frame: each moves together with all that is set to it."""

from __future__ import annotations

import itertools
from collections.abc import Sequence

from lessonforge.visuals.draw.groups import Group, Layout
from lessonforge.visuals.draw.settings.stage import Stage, Zone

MARGIN = 0.035
"""Of the picture's width: the slow camera may come that near to the edge."""
FLOOR = 850.0
"""Nothing reaches lower: captions are there."""


def spread_clusters(layout: Layout) -> None:
    """Pushes apart what stands side by side, each with all that moves with it; what is far apart from what is near."""
    stage = layout.stage
    zones = stage.zones
    clusters: dict[int, list[Group]] = {}
    for group in layout.groups:
        root = root_of(group)
        if group.placed and group.first is None and root.kind in ("ground", "water", "surface", "under water"):
            clusters.setdefault(id(root), []).append(group)
    found = [sorted(cluster, key=lambda g: g is not root_of(g)) for cluster in clusters.values()]
    shared = zones.get("water")
    together = "underwater" in stage.places or (
        shared is not None and shared.right > 0.6 * stage.width and "ground" in zones
    )
    for far in (False, True):
        some = [c for c in found if (c[0].depth >= 0.2) == far]
        if together or "water" not in zones or "ground" not in zones:
            zone = zones.get("ground") or zones.get("water") or Zone(0, stage.width, 0, 1)
            push_apart(stage, some, Zone(0, stage.width, 0, 1) if together else zone)
        else:
            for kind in ("ground", "water", "under water"):
                push_apart(stage, [c for c in some if c[0].kind == kind], zones.get(kind, Zone(0, stage.width, 0, 1)))


def root_of(group: Group) -> Group:
    """What a group moves with at last; of those that are tied in a ring the one where the ring closes."""
    seen = {id(group)}
    while group.tie is not None and id(group.tie) not in seen:
        group = group.tie
        seen.add(id(group))
    return group


def push_apart(stage: Stage, clusters: list[list[Group]], zone: Zone) -> None:
    """Moves neighbours until they hardly overlap, and shrinks them when there is no room."""
    clusters = [c for c in clusters if not (c[0].kind == "surface" and c[0].fixed)]
    left, right = MARGIN * stage.width, (1 - MARGIN) * stage.width
    if zone.right - zone.left < 0.6 * stage.width:
        left, right = max(left, zone.left - 0.03 * stage.width), min(right, zone.right + 0.03 * stage.width)
    total = sum(b - a for a, b in map(_extent, clusters)) * 1.05
    for cluster in clusters:
        shrink(cluster, min(1.0, (right - left) / max(total, 1)))
    clusters.sort(key=lambda c: sum(_extent(c)))
    for _ in range(14):
        for one, other in itertools.pairwise(clusters):
            overlap = (_extent(one)[1] - _extent(other)[0]) * 1.02 + 6
            if overlap > 6:
                share = 0.5 if one[0].fixed == other[0].fixed else (0.15 if one[0].fixed else 0.85)
                _move(one, -overlap * share)
                _move(other, overlap * (1 - share))
        for cluster in clusters:
            a, b = _extent(cluster)
            _move(cluster, max(0.0, left - a) - max(0.0, b - right))


def _extent(cluster: Sequence[Group]) -> tuple[float, float]:
    return min(g.x - g.wide / 2 for g in cluster), max(g.x + g.wide / 2 for g in cluster)


def _move(cluster: Sequence[Group], dx: float) -> None:
    for group in cluster:
        group.x += dx


def shrink(cluster: Sequence[Group], factor: float) -> None:
    """Makes all of a cluster smaller around the foot of its root."""
    if factor >= 1:
        return
    root = cluster[0]
    x, y = root.x, root.y
    for group in cluster:
        group.x, group.y = x + (group.x - x) * factor, y + (group.y - y) * factor
        group.gap *= factor
        group.ring = (group.ring[0] * factor, group.ring[1] * factor) if group.ring else None
        for one in group.crew or [group]:
            one.tall *= factor


def keep_inside(stage: Stage, group: Group) -> None:
    """Nothing is cut by the edge of the picture, unless it is meant."""
    if group.cut:
        return
    margin = MARGIN * stage.width
    shrink([group], (stage.width - 2 * margin) / group.wide)
    half = group.wide / 2
    group.x = min(max(group.x, margin + half), stage.width - margin - half)
    places = group.formation() if group.count > 1 else [(0.0, 0.0, 1.0)]
    head = group.top + min(dy for _, dy, _ in places)
    foot = group.foot + max(dy for _, dy, _ in places)
    group.y += max(0.0, 30 - head)
    if group.kind == "sky" and "cloud" in group.thing.name:
        group.y -= max(0.0, foot - 560.0)
    if group.kind != "soil":
        group.y -= max(0.0, foot - FLOOR)

"""Places for what is up in the air: sun, moon, stars and clouds, birds and vapour, and bodies in space."""

from __future__ import annotations

import math
from collections.abc import Sequence

from lessonforge.visuals.draw.groups import Group, Layout
from lessonforge.visuals.draw.settings.stage import Stage

SKY_SPOTS = ((0.24, 0.2), (0.76, 0.2), (0.5, 0.16), (0.38, 0.32), (0.64, 0.34), (0.12, 0.34), (0.89, 0.36))
AIR_SPOTS = ((0.62, 0.33), (0.36, 0.36), (0.82, 0.4), (0.2, 0.4), (0.5, 0.28))
CLOUD_SPREAD = (0.6, 0.4, 0.8, 0.3, 0.9, 0.5, 0.1)


def place_sky(layout: Layout) -> None:
    """Sun, moon and clouds each take the free spot that suits them best."""
    stage, roof = layout.stage, _roof(layout.stage)
    free = list(SKY_SPOTS)
    bodies = ("sun", "moon", "crescent-moon")
    for n, group in enumerate(sorted(layout.free("sky"), key=lambda g: g.thing.name not in bodies)):
        want = group.wanted()
        likes = {"sun": 0.24, "moon": 0.76, "crescent-moon": 0.76}.get(group.thing.name, CLOUD_SPREAD[n % 7])
        likes = want if want is not None else likes
        spot = min(free or SKY_SPOTS, key=lambda s: abs(s[0] - likes))
        free = [s for s in free if s != spot]
        group.x, group.y = spot[0] * stage.width, roof * (spot[1] + 0.14)
        if want is not None:
            group.x = (want + (spot[0] - want) * 0.5) * stage.width
        _special(stage, group, roof)
        if "low" in group.item.spots or (group.thing.name == "sun" and layout.scene.time in ("sunset", "dawn")):
            group.y = roof * 0.82
        if group.item.relation == "behind":
            group.y = roof * 0.72
        group.z = -1000.0 if "cloud" in group.thing.name or group.thing.name == "lightning" else -1500.0
        group.placed = True


def _special(stage: Stage, group: Group, roof: float) -> None:
    """Stars are anywhere, a rainbow stands on the horizon, lightning hangs from the clouds."""
    if group.thing.name == "star":
        group.x, group.y = stage.take.uniform(0.08, 0.92) * stage.width, stage.take.uniform(0.1, 0.7) * roof
    elif group.thing.name == "rainbow":
        group.x, group.y = (group.wanted() or 0.62) * stage.width, stage.horizon + 40
    elif group.thing.name == "lightning":
        group.y = roof * 0.3


def _roof(stage: Stage) -> float:
    """How far down the sky reaches for what is in it."""
    return stage.horizon if stage.horizon < 800 else 640.0


def place_air(layout: Layout, groups: Sequence[Group]) -> None:
    """Birds and balloons fly in the emptiest part of the sky; vapour rises from the water or the ground."""
    stage, roof = layout.stage, _roof(layout.stage)
    for group in groups:
        want = group.wanted()
        spots = [s for s in AIR_SPOTS if want is None or abs(s[0] - want) < 0.18] or AIR_SPOTS
        spot = min(spots, key=lambda s: _crowd(layout, s, roof))
        group.x = (want if want is not None else spot[0]) * stage.width
        group.y = roof * (spot[1] + 0.12) + group.tall * (group.thing.base - 0.5)
        zone = stage.zones.get("water") or stage.zones.get("ground")
        if group.thing.name == "vapour" and zone:
            group.x = want * stage.width if want else (zone.left + zone.right) / 2
            group.y, group.z = zone.far + (zone.near - zone.far) * 0.2, zone.far + 60
        elif stage.horizon > 800:
            group.y = 420 + group.tall * (group.thing.base - 0.5)
        else:
            group.z = 1200.0 if group.thing.name == "arrow" else max(group.y, 720.0)
        group.placed = True


def _crowd(layout: Layout, spot: tuple[float, float], roof: float) -> float:
    """How much is already around a spot of the sky."""
    top, bottom = roof * spot[1], roof * (spot[1] + 0.4)
    near = [g for g in layout.groups if g.placed and g.top < bottom and g.foot > top]
    return sum(max(0.0, 1 - abs(g.x / layout.stage.width - spot[0]) / 0.2) for g in near)


def place_space(layout: Layout, groups: Sequence[Group]) -> None:
    """Bodies in space, side by side in the order named; before a row of planets the sun fills the left edge."""
    stage = layout.stage
    sun = next((g for g in groups if g.thing.name == "sun"), None)
    for star in (g for g in groups if g.thing.name == "star"):
        star.x, star.y = stage.take.uniform(0.06, 0.94) * stage.width, stage.take.uniform(80, 780)
        star.tall, star.placed = star.tall * 0.7, True
    for moon in (g for g in groups if g.thing.name == "moon" and len(groups) > 1):
        moon.tall *= 0.62
    if sum(g.count for g in groups if g.thing.kind == "space") > 3:
        _travellers(layout)
    row, left = [g for g in groups if not g.placed], 0.07 * stage.width
    if len(row) > 3 and stage.width < 1200:
        return _wind(stage, row)
    if sun and len(row) > 3:
        row.remove(sun)
        sun.tall, sun.x, sun.y, sun.placed, sun.cut = 0.95 * stage.unit, -0.06 * stage.width, 430, True, True
        left = 0.22 * stage.width
    room = 0.95 * stage.width - left
    total = sum(_room(g) for g in row) * 1.16
    most = max(2.0, 0.46 * stage.unit / row[0].tall) if len(row) == 1 else 1.7
    factor = min(room / max(total, 1), most)
    for group in row:
        group.tall = min(group.tall * factor, 0.62 * stage.unit)
    total = sum(_room(g) for g in row) * 1.16
    at = left + max(0.0, room - total) / 2
    centre = 300 if any(g.kind == "space" and g.z == 1200.0 for g in layout.groups) else 430
    for n, group in enumerate(row):
        gap = (room - total / 1.16) / (len(row) + 1) if len(row) > 3 else _room(group) * 0.16
        at += gap / 2 + _room(group) / 2
        middle = 640 if "low" in group.item.spots else 210 if "high" in group.item.spots else centre + (-30, 34)[n % 2]
        group.x, group.y = at, (middle if len(row) > 1 else 430) + group.tall * (group.thing.base - 0.5)
        if (want := group.wanted()) is not None:
            group.x = want * stage.width
        at += gap / 2 + _room(group) / 2
        group.turn = 32.0 if group.thing.name == "rocket" else -8.0 if group.thing.name == "astronaut" else 0.0
        group.placed = True


def _travellers(layout: Layout) -> None:
    """A rocket or an astronaut among many planets is before them, large."""
    stage, apart = layout.stage, ("in", "on", "held", "above", "under", "between")
    some = [g for g in layout.groups if g.kind == "space" and g.thing.kind in ("vehicle", "person")]
    for n, group in enumerate(g for g in some if g.first is None and g.item.relation not in apart):
        group.tall = min(0.4 * stage.unit, 0.3 * stage.width / group.thing.aspect)
        group.x = (group.wanted() or (0.22, 0.72, 0.46)[n % 3]) * stage.width
        group.y = 600 + group.tall * (group.thing.base - 0.5)
        group.turn = 32.0 if group.thing.name == "rocket" else -8.0
        group.z, group.placed = 1200.0, True


def _wind(stage: Stage, row: list[Group]) -> None:
    """Many bodies in a narrow picture wind down from the top."""
    for n, group in enumerate(row):
        group.tall = min(group.tall, 900 / len(row), 0.5 * stage.width / group.thing.aspect)
        group.x = stage.width * (0.5 + 0.27 * math.sin(1.7 * n - 0.6))
        group.y = 90 + 700 * (n + 0.5) / len(row) + group.tall * (group.thing.base - 0.5)
        group.placed = True


def _room(group: Group) -> float:
    """The width that a floating thing takes, also when it is turned."""
    return max(group.wide, group.tall * 0.9) if group.thing.name == "rocket" else group.wide

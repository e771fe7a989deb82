"""Water: the open sea, a beach, a coast, a lake, a river."""

from __future__ import annotations

from lessonforge.visuals.draw.canvas import ellipse, num, smooth
from lessonforge.visuals.draw.settings.land import foreground, layer
from lessonforge.visuals.draw.settings.stage import BOTTOM, FEET, Stage, Zone, along, wave


def sea(stage: Stage, bottom: float = BOTTOM, *, swell: float = 1.0) -> None:
    """Water from the horizon down, lit under the sun, with glints that grow towards the viewer."""
    width, top = stage.width, stage.horizon
    stage.canvas.gradient(top, f"M-5 {num(top)}H{num(width + 5)}V{num(bottom)}H-5Z", ("sea_far", "sea_mid", "sea_near"))
    if not stage.canvas.light.dark:
        stage.canvas.glow(top + 0.1, stage.sun * width, top + 10, stage.unit * 0.36, stage.canvas.light.glow, 0.5)
    stage.canvas.shape(
        top + 0.2, f"M-5 {num(top)}h{num(width + 10)}v3h{num(-width - 10)}Z", "foam", 0.2, 0.5, detail=True
    )
    glints(stage, top + 8, bottom, 0, width, top + 0.3, swell)
    stage.zones["water"] = Zone(0.08 * width, 0.92 * width, top + 60, min(FEET - 40, bottom - 30), 0.45)
    stage.zones["under water"] = Zone(0.08 * width, 0.92 * width, top + 130, FEET - 20, 0.6)


def glints(stage: Stage, top: float, bottom: float, left: float, right: float, z: float, swell: float = 1.0) -> None:
    """Rows of short waves, light on top of the swell and dark under it, warm in the path of the sun."""
    y, n = top, 0
    while y < min(bottom, 1000):
        near = (y - stage.horizon) / (BOTTOM - stage.horizon)
        for _ in range(int(2 + (right - left) / 260)):
            x = stage.place.uniform(left, right)
            long = (16 + 95 * near) * stage.place.uniform(0.5, 1.2) * swell
            under_sun = abs(x - stage.sun * stage.width) < 40 + 130 * near
            colour, strength = (
                (stage.canvas.light.glow, 0.75) if under_sun else (("foam", 0.42) if n % 2 else ("sea_near", 0.34))
            )
            _ripple(
                stage, z, x, y + stage.place.uniform(-5, 5), min(long, right - x), 1.6 + 4.2 * near, colour, strength
            )
        y, n = y + 9 + 34 * near, n + 1


def _ripple(
    stage: Stage, z: float, x: float, y: float, long: float, thick: float, colour: str, strength: float
) -> None:
    if long > 6:
        path = f"M{num(x)} {num(y)}q{num(long * 0.25)} {num(-thick)} {num(long * 0.5)} 0t{num(long * 0.5)} 0"
        stage.canvas.stroke(z, path, colour, thick, strength)


def beach(stage: Stage) -> None:
    """The sea with a sandy shore before it, and foam where they meet."""
    shore = wave(stage.place, stage.width, 675, 16, 1300)
    sea(stage, 760)
    for lift, colour, strength in ((-16, "foam", 0.5), (0, "foam", 0.95), (10, "wet", 1.0)):
        points = along(lambda x, lift=lift: shore(x) + lift, -20, stage.width + 20)  # type: ignore[misc]
        stage.canvas.shape(690 + lift / 10, f"{smooth(points)}V{num(BOTTOM)}H-20Z", colour, 0, strength)
    points = along(lambda x: shore(x) + 26 + 6 * (x % 7) / 7, -20, stage.width + 20)
    stage.canvas.gradient(692, f"{smooth(points)}V{num(BOTTOM)}H-20Z", ("sand", "sand", "sand_near"))
    for _ in range(int(stage.width / 28)):
        x, y = stage.take.uniform(0, stage.width), stage.take.uniform(735, 990)
        stage.canvas.shape(700, ellipse(x, y, 2 + y / 300, 1.6), "sand_near", 0, 0.9, detail=True)
    stage.zones["water"] = Zone(0.08 * stage.width, 0.92 * stage.width, stage.horizon + 45, 640, 0.5)
    stage.zones["under water"] = Zone(0.08 * stage.width, 0.92 * stage.width, stage.horizon + 60, 640, 0.5)
    stage.zones["ground"] = Zone(0.08 * stage.width, 0.92 * stage.width, 735, FEET, 0.75)


def coast(stage: Stage) -> None:
    """The sea on the left, and land that comes down to it from the right."""
    width = stage.width
    sea(stage)
    slope = [(0.5, 8, 0.3, "hill_far", 190), (0.44, 40, 0.12, "hill_mid", 170), (0.36, 120, 0.0, "ground", 140)]
    for n, (start, down, depth, colour, rise) in enumerate(slope):
        x0 = start * width
        swell = wave(stage.place, width, 0, 9 + 3 * n, 500)

        def crest(x: float, x0: float = x0, down: float = down, rise: float = rise, swell=swell) -> float:  # type: ignore[no-untyped-def]
            share = min(1.0, max(0.0, (x - x0) / (width * 0.52)))
            return (
                stage.horizon
                + down
                + (120 if down > 100 else 26) * (1 - share) ** 2
                - rise * (share**0.85) * (0.9 if down < 100 else 0.55)
                + swell(x) * share
            )

        points = along(crest, x0, width + 20)
        z = stage.horizon + down
        shore = f"{smooth(points)}V{num(BOTTOM)}"
        foot = stage.horizon + (48, 110, 0)[n]
        if n < 2:
            stage.canvas.shape(z, shore.rsplit("V", 1)[0] + f"V{num(foot)}L{num(x0)} {num(foot - 6)}Z", colour, depth)
            stage.canvas.stroke(z, f"M{num(x0 - 14)} {num(foot - 4)}H{num(width)}", "foam", 3, 0.6)
            stage.crests["hill"] = (crest, 0.8 * width)
        else:
            _bank(stage, crest, x0)
    stage.zones["water"] = Zone(0.07 * width, 0.36 * width, stage.horizon + 70, 770, 0.5)
    stage.zones["under water"] = Zone(0.07 * width, 0.32 * width, stage.horizon + 130, 790, 0.6)
    stage.zones["ground"] = Zone(0.52 * width, 0.93 * width, stage.horizon + 130, FEET, 0.6)
    foreground(stage)


def _bank(stage: Stage, crest, x0: float) -> None:  # type: ignore[no-untyped-def]
    """The near shore of a coast: grass down to a strip of sand along the water."""
    top = along(crest, x0, stage.width + 20)
    z = stage.horizon + 121
    edge = [(x0, top[0][1]), (x0 - 30, 800), (x0 + 40, 890), (x0 - 20, BOTTOM + 10)]
    outline = smooth(list(reversed(top)) + edge[1:])
    for out, colour in ((34, "foam"), (20, "wet"), (8, "sand")):
        stage.canvas.stroke(z, smooth([top[2], top[1], *edge]), colour, out * 2, 0.55 if colour == "foam" else 1)
    stage.canvas.gradient(z, f"{outline}H{num(stage.width + 20)}Z", ("ground", "ground", "ground_near"))


def lake(stage: Stage) -> None:
    """Still water with its far shore behind and grass before it."""
    width, top, bottom = stage.width, stage.horizon + 96, 735
    sheet = [
        (-30, top + 26),
        (width * 0.2, top + 6),
        (width * 0.5, top),
        (width * 0.85, top + 9),
        (width + 30, top + 30),
    ]
    near = [(width + 30, bottom - 30), (width * 0.75, bottom + 8), (width * 0.4, bottom + 12), (-30, bottom - 24)]
    stage.canvas.stroke(top + 30, smooth(sheet), "wet", 9)
    stage.canvas.gradient(top + 31, smooth([*sheet, *near], closed=True), ("sea_far", "sea_mid", "sea_mid"))
    glints(stage, top + 40, bottom - 10, width * 0.04, width * 0.93, top + 32, 0.8)
    curve = wave(stage.place, width, bottom - 10, 16, 1500)
    layer(stage, curve, ("ground", "ground_near"), 0)
    stage.zones["water"] = Zone(0.12 * width, 0.88 * width, top + 50, bottom - 26, 0.6)
    stage.zones["under water"] = Zone(0.12 * width, 0.88 * width, top + 60, bottom - 30, 0.6)
    stage.zones["ground"] = Zone(0.08 * width, 0.92 * width, bottom + 22, FEET + 5, 0.85)
    foreground(stage)


def river(stage: Stage, start: float = 0.56) -> None:
    """A river that winds from the far hills to the viewer's left, wider as it comes."""
    width, top, chance = stage.width, stage.horizon + 70, stage.place
    course = [
        (start, 0.0, 6),
        (start + 0.07, 0.07, 12),
        (start - 0.04, 0.17, 22),
        (start - 0.14, 0.28, 38),
        (start + 0.02, 0.44, 66),
        (start - 0.06, 0.66, 120),
        (start - 0.3, 1.02, 230),
    ]
    left, right = [], []
    for x, t, half in course:
        y, sway = top + t * (BOTTOM + 20 - top), chance.uniform(-0.01, 0.01)
        left.append(((x + sway) * width - half * stage.unit / 1000, y))
        right.append(((x + sway) * width + half * stage.unit / 1000, y))
    outline = smooth(left) + "L" + smooth(list(reversed(right)))[1:] + "Z"
    z = 668.5
    stage.canvas.stroke(z, outline, "sand_near", 12)
    stage.canvas.gradient(z, outline, ("sea_far", "sea_mid", "sea_mid"))
    for n in range(16):
        t = 0.1 + 0.055 * n
        k = max(i for i in range(len(course) - 1) if course[i][1] <= t)
        share = (t - course[k][1]) / (course[k + 1][1] - course[k][1])
        x0, x1 = (side[k][0] + (side[k + 1][0] - side[k][0]) * share for side in (left, right))
        x = x0 + (x1 - x0) * chance.uniform(0.2, 0.6)
        y = top + t * (BOTTOM + 20 - top)
        _ripple(stage, z, x, y, (x1 - x0) * 0.3, 1.5 + 4 * t, "foam", 0.6)
    stage.zones["water"] = Zone((start - 0.12) * width, (start + 0.06) * width, 690, 780, 0.7)
    stage.zones["under water"] = Zone((start - 0.12) * width, (start + 0.02) * width, 740, 800, 0.7)
    stage.zones["ground"] = Zone(0.06 * width, 0.94 * width, 690, FEET, 0.65)

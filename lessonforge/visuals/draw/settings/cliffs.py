"""A cliff over the sea: grass on top, a wall of rock in layers, surf at its foot."""

from __future__ import annotations

from lessonforge.visuals.draw.paths import ellipse, num, smooth
from lessonforge.visuals.draw.settings.flora import copse
from lessonforge.visuals.draw.settings.stage import Stage, Zone
from lessonforge.visuals.draw.settings.water import sea

EDGE = ((0.44, 596), (0.462, 640), (0.45, 690), (0.476, 738), (0.462, 790), (0.486, 846), (0.476, 905))
"""The line between rock and sea: share of the width, height."""


def cliff(stage: Stage) -> None:
    """The sea at the left, and at the right the cliff, on whose top things stand."""
    canvas, width = stage.canvas, stage.width
    sea(stage)
    z, right = stage.horizon + 121, width + 20
    edge = [(share * width, float(y)) for share, y in EDGE]
    rock = f"{_ragged(edge)}L{num(right)} 905V590Z"
    canvas.gradient(z, rock, ("#b9a58c", "#a08a72", "#857160"))
    for n, y in enumerate((664.0, 712.0, 764.0, 822.0)):
        points = [(width * share, y + dy) for share, dy in ((0.47, 0), (0.6, 10), (0.74, -4), (0.88, 8), (1.02, 0))]
        canvas.stroke(z + 0.1, smooth(points), "#6d5b4c", 9 - n, 0.3)
    for n in range(7):
        x, y = width * (0.52 + 0.075 * n), 660 + 37.0 * (n * 3 % 5)
        crack = f"M{num(x)} {num(y)}l{num(14)} {num(26)}l{num(-10)} {num(18)}l{num(16)} {num(30)}"
        canvas.stroke(z + 0.1, crack, "#5d4d41", 4, 0.35)
    _turf(stage, z)
    foam = "".join(
        ellipse(width * share, 905, width * 0.045, 11) for share in (0.46, 0.53, 0.62, 0.72, 0.82, 0.92, 1.0)
    )
    canvas.shape(z + 0.2, foam, "foam", 0, 0.9)
    _surf(stage, z + 0.3)
    stage.zones["water"] = Zone(0.07 * width, 0.38 * width, stage.horizon + 70, 780, 0.5)
    stage.zones["under water"] = Zone(0.07 * width, 0.36 * width, stage.horizon + 130, 790, 0.6)
    stage.zones["ground"] = Zone(0.52 * width, 0.94 * width, 596, 640, 0.9)


def _ragged(edge: list[tuple[float, float]]) -> str:
    """Straight pieces: rock breaks."""
    return "M" + "L".join(f"{num(x)} {num(y)}" for x, y in edge)


def _surf(stage: Stage, z: float) -> None:
    """The sea before the foot of the rock."""
    canvas, left, right = stage.canvas, 0.42 * stage.width, stage.width + 20
    points = [(left + (right - left) * n / 8, 912.0 + (6 if n % 2 else -4)) for n in range(9)]
    canvas.shape(z, f"{smooth(points)}V1005H{num(left)}Z", canvas.water()[2], lit=True)


def _turf(stage: Stage, z: float) -> None:
    """Grass on the top, which hangs a little over the edge."""
    canvas, width = stage.canvas, stage.width
    crest = ((0.425, 600.0), (0.5, 578.0), (0.7, 566.0), (0.9, 572.0), (1.02, 566.0))
    top = [(width * share, y) for share, y in crest]
    hem = ((1.02, 655.0), (0.9, 664.0), (0.8, 650.0), (0.7, 662.0), (0.6, 648.0), (0.52, 654.0), (0.45, 632.0))
    low = [(width * share, y) for share, y in hem]
    outline = f"{smooth(top)}L{smooth(low)[1:]}Z"
    canvas.gradient(z + 0.15, outline, ("hill_near", "ground", "ground_near"))
    copse(stage, lambda x: 574.0, z + 0.16, 0.08, 0.04, 2, span=(0.86, 1.0))

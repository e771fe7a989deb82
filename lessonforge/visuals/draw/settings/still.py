"""A table seen from near, for small things: nothing around it makes them look like giants."""

from __future__ import annotations

from lessonforge.visuals.draw.settings.joinery import CREAM, INK, box, strip
from lessonforge.visuals.draw.settings.rooms import metre, wide, window
from lessonforge.visuals.draw.settings.stage import BOTTOM, FEET, Stage, Zone

EDGE = 610.0
"""Where the table top ends at the back."""


def tabletop(stage: Stage) -> None:
    """A wooden table top as wide as the picture, a plain wall and part of a window behind it."""
    canvas, width, m = stage.canvas, stage.width, metre(stage)
    canvas.band(-2000, 0, EDGE, ("#f3ead6", "#e9dcc0"))
    window(stage, width * (0.16 if wide(stage) else 0.3), 60, 1.5 * m, 1.5 * m)
    canvas.shape(-1000, box(-5, EDGE - 60, width + 10, 60), "#d9c8a4", 0, 0.55)
    canvas.band(-900, EDGE, BOTTOM, ("#d2ab7c", "#c1966a", "#a97d53"))
    strip(stage, -899, -5, EDGE, width + 10, 10, 0.1)
    for n, y in enumerate((660.0, 736.0, 850.0)):
        canvas.shape(-899, box(-5, y, width + 10, 3 + n), INK, 0, 0.09)
    grain = ""
    for _ in range(22):
        x, y = stage.place.uniform(0, width), stage.place.uniform(EDGE + 20, 990)
        grain += f"M{x:.0f} {y:.0f}h{stage.place.uniform(60, 240):.0f}"
    canvas.stroke(-899, grain, "#8f6444", 2.4, 0.22)
    canvas.shape(-899, box(-5, EDGE - 3, width + 10, 5), CREAM, 0, 0.5)
    stage.zones["ground"] = Zone(0.12 * width, 0.88 * width, 700, FEET, 0.9)

"""Among houses: a city seen from its square, a shopping street, a village."""

from __future__ import annotations

from lessonforge.visuals.draw.painter import LAMP
from lessonforge.visuals.draw.paths import ellipse, num, path, smooth
from lessonforge.visuals.draw.settings.flora import foreground, treeline
from lessonforge.visuals.draw.settings.houses import cottage, skyline, terrace
from lessonforge.visuals.draw.settings.joinery import INK, box, paving
from lessonforge.visuals.draw.settings.land import layer
from lessonforge.visuals.draw.settings.sky import sky
from lessonforge.visuals.draw.settings.stage import FEET, Stage, Zone, wave
from lessonforge.visuals.draw.settings.views import backdrop
from lessonforge.visuals.draw.things import catalogue


def city(stage: Stage) -> None:
    """Towers in three rows of haze, trees along a lawn, a paved square before them."""
    canvas, width = stage.canvas, stage.width
    stage.horizon = 540.0
    sky(stage)
    for n, (base, tall, depth, colour) in enumerate(
        ((600, 0.5, 0.8, "#8fa8c4"), (620, 0.4, 0.5, "#7f97b6"), (640, 0.27, 0.22, "#6d86a8"))
    ):
        skyline(stage, base, tall, depth, colour, 600 + n)
    canvas.band(640, 640, 700, ("hill_near", "ground"))
    treeline(stage, lambda x: 648.0, 641, 0.09, "hill_near", 0.1, ("tree", "bush"), gap=0.8)
    paving(stage, 690, ("#d9d2c4", "#bdb5a6"), "#8f8778")
    for side in (0.04, 0.2, 0.82, 0.96):
        if stage.width > 900 or side in (0.04, 0.96):
            x = width * side
            canvas.place(690 + 20 * abs(side - 0.5), catalogue()["tree"], x, 704, stage.unit * 0.27 * stage.tall)
    for side in (0.12, 0.89):
        lamp_post(stage, 706, width * side, 716, stage.unit * 0.3)
    stage.zones["ground"] = Zone(0.07 * width, 0.93 * width, 715, FEET, 0.7)


def lamp_post(stage: Stage, z: float, x: float, foot: float, tall: float) -> None:
    """A street lamp; it is lit in the dark."""
    canvas, top = stage.canvas, foot - tall
    post = box(x - tall * 0.012, top + tall * 0.1, tall * 0.024, tall * 0.9) + box(
        x - tall * 0.04, foot - tall * 0.06, tall * 0.08, tall * 0.06, 3
    )
    canvas.shape(z, post + box(x - tall * 0.06, top + tall * 0.14, tall * 0.12, tall * 0.018, 2), "#3d4a5c")
    globe = path("M", x - tall * 0.04, top + tall * 0.12, "l", -tall * 0.015, -tall * 0.1, "h",
                 tall * 0.11, "l", -tall * 0.015, tall * 0.1, "Z")  # fmt: skip
    cap = path("M", x - tall * 0.065, top + tall * 0.02, "L", x, top - tall * 0.04, "L",
               x + tall * 0.065, top + tall * 0.02, "Z")  # fmt: skip
    dark = canvas.light.dark
    if dark:
        canvas.glow(z, x, top + tall * 0.07, tall * 0.5, LAMP, 0.55)
    canvas.shape(z, globe, LAMP if dark else "#eef3f5", lit=dark)
    canvas.shape(z, cap, "#3d4a5c")


def street(stage: Stage) -> None:
    """Shops wall to wall, a pavement with lamps and trees, and the road: people are on the `ground`, cars on it."""
    width, unit = stage.width, stage.unit
    stage.horizon = 560.0
    sky(stage)
    skyline(stage, 560, 0.36, 0.75, "#9fb3c9", 560)
    terrace(stage, 650, 676, 0.4, True)
    paving(stage, 676, ("#cfc8bb", "#d9d2c4"), "#9a917f", 0.35)
    for n, share in enumerate((0.1, 0.34, 0.66, 0.9)):
        if width < 900 and n in (1, 2):
            continue
        if n % 3:
            lamp_post(stage, 692, width * share, 700, unit * 0.34)
        else:
            _street_tree(stage, width * share, 702, unit * 0.32)
    road(stage, 776)
    stage.zones["ground"] = Zone(0.06 * width, 0.94 * width, 705, 764, 0.85)
    stage.zones["road"] = Zone(0.06 * width, 0.94 * width, 806, 838, 0.95)


def _street_tree(stage: Stage, x: float, foot: float, tall: float) -> None:
    stage.canvas.shape(foot - 6, ellipse(x, foot, tall * 0.16, tall * 0.035), "#7d6a55")
    stage.canvas.place(foot - 5, catalogue()["tree"], x, foot, tall)


def road(stage: Stage, top: float) -> None:
    """A kerb and a road along the lower edge."""
    canvas, width = stage.canvas, stage.width
    canvas.shape(top, f"M-5 {num(top)}H{num(width + 5)}V1005H-5Z", "#7a8493")
    canvas.shape(top, f"M-5 {num(top - 8)}H{num(width + 5)}v12H-5Z", "#efe9dd")
    canvas.shape(top, f"M-5 {num(top + 4)}H{num(width + 5)}v9H-5Z", INK, 0, 0.25, detail=True)
    dashes = "".join(f"M{n * 170 + 40} 902h90l-9 15h-90Z" for n in range(-1, int(width / 170) + 1))
    canvas.shape(top + 0.5, dashes, "#efe9dd", 0, 0.85)


def village(stage: Stage) -> None:
    """A street of small houses that opens into a square, a church above the roofs, hills behind."""
    canvas, width, unit = stage.canvas, stage.width, stage.unit
    backdrop(stage, 500)
    if not stage.named & {"church", "village"}:
        canvas.place(574, catalogue()["church"], width * 0.56, 590, unit * 0.24 * stage.tall, depth=0.2)
    treeline(stage, lambda x: 592.0, 576, 0.07, "hill_near", 0.2, ("tree", "bush"), gap=0.8)
    for n in range(max(4, round(width / 210))):
        wide = unit * 0.115
        cottage(stage, 578 + n % 2, -wide * 0.4 + n * wide * 1.28, 606 + 6 * (n % 2), wide, n + 3, 0.3)
    level = wave(stage.place, width, 606, 4, 900)
    layer(stage, level, ("ground", "ground", "ground_near"), 0)
    _square(stage, 612)
    for side in (0, 1):
        for n, (share, wide, foot) in enumerate(((0.255, 0.17, 640), (0.085, 0.27, 698))):
            wide *= unit
            x = width * (share if not side else 1 - share) - wide / 2
            cottage(stage, foot - 1, x, foot, wide, n + 2 * side + (stage.place.randrange(4)), 0.1 - 0.1 * n)
            bush = unit * (0.05 + 0.02 * n)
            canvas.place(foot, catalogue()["bush"], x + wide * (0.9 if not side else 0.1), foot + 6, bush)
    lamp_post(stage, 722, width * (0.9 if width > 900 else 0.94), 742, unit * 0.26)
    stage.zones["ground"] = Zone(0.1 * width, 0.9 * width, 690, FEET, 0.7)


def _square(stage: Stage, top: float) -> None:
    """Trodden earth between the houses, open towards the viewer, with grass at the corners."""
    canvas, width = stage.canvas, stage.width
    snow = stage.season == "winter"
    left = [(width * x, y) for x, y in ((0.46, top), (0.42, 640.0), (0.2, 690.0), (0.04, 770.0), (-0.1, 1010.0))]
    right = [(width * x, y) for x, y in ((1.1, 1010.0), (0.97, 770.0), (0.8, 690.0), (0.59, 640.0), (0.52, top))]
    outline = f"{smooth(left)}L{smooth(right)[1:]}Z"
    canvas.gradient(640, outline, ("#dfe6ec", "#cfd9e2") if snow else ("#e2d0a6", "#d9c294", "#c4a878"))
    for n in range(26):
        y = 660 + 13 * n
        x = width * (0.5 + stage.place.uniform(-0.5, 0.5) * min(0.9, (y - 560) / 220))
        size = 4 + (y - 640) * 0.03
        canvas.shape(
            641, ellipse(x, y, size * 2.2, size * 0.6), "#a98f64" if not snow else "#b3c3d2", 0, 0.4, detail=True
        )
    foreground(stage, calm=0.45)

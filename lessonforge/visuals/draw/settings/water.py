"""Water: the open sea, a beach, a coast, a lake, a river."""

from __future__ import annotations

from collections.abc import Sequence

from lessonforge.model import Movement
from lessonforge.visuals.draw.paths import down_to, ellipse, num, path, smooth
from lessonforge.visuals.draw.settings.flora import blade, copse, foreground
from lessonforge.visuals.draw.settings.land import layer, swathes
from lessonforge.visuals.draw.settings.stage import BOTTOM, FEET, Curve, Stage, Zone, along, wave

Points = list[tuple[float, float]]


def sea(stage: Stage, bottom: float = BOTTOM) -> None:
    """Water from the horizon down, lit under the sun, with glints that grow towards the viewer."""
    width, top, canvas = stage.width, stage.horizon, stage.canvas
    canvas.band(top, top, bottom, canvas.water(), lit=True)
    if not canvas.light.dark:
        canvas.glow(top + 0.1, stage.sun * width, top + 6, stage.unit * 0.26, canvas.light.glow, 0.5)
    canvas.shape(top + 0.2, f"M-5 {num(top)}h{num(width + 10)}v3h{num(-width - 10)}Z", "foam", 0.2, 0.5, detail=True)
    isles(stage)
    if "storm" in stage.weather:
        _swell(stage, bottom)
    glints(stage, top + 8, bottom, (0, width), top + 0.3)
    stage.zones["water"] = Zone(0.08 * width, 0.92 * width, top + 60, min(FEET - 40, bottom - 30), 0.45)
    stage.zones["under water"] = Zone(0.08 * width, 0.92 * width, top + 130, FEET - 20, 0.6)


def _swell(stage: Stage, bottom: float) -> None:
    """High waves with white crests, larger as they come."""
    canvas, width, y, n = stage.canvas, stage.width, stage.horizon + 34, 0
    while y < min(bottom, 930):
        near = (y - stage.horizon) / (BOTTOM - stage.horizon)
        long, high = 130 + 330 * near, 12 + 62 * near
        x = -long * (0.3 + 0.45 * (n % 2))
        body, crest = f"M{num(x)} {num(y + high)}", ""
        while x < width + long:
            up = (x + long * 0.3, y + high, x + long * 0.42, y, x + long * 0.62, y)
            down = (x + long * 0.56, y + high * 0.5, x + long * 0.8, y + high, x + long, y + high)
            body += path("C", *up, "C", *down)
            crest += path("M", x + long * 0.36, y + high * 0.34, "Q", x + long * 0.48, y, x + long * 0.62, y)
            x += long
        low, z = y + high + 90, stage.horizon + 0.4 + 0.01 * n
        with canvas.moving(Movement("shift", 4.0, x=10 + 14 * near, phase=n * 0.37 % 1)):
            canvas.shape(z, f"{body}V{num(low)}H{num(-long)}Z", canvas.water()[2 if n % 2 else 1], 0, 0.75, lit=True)
            canvas.stroke(z, crest, "foam", 3 + 7 * near, 0.9)
        y, n = y + 34 + 70 * near, n + 1


def isles(stage: Stage) -> None:
    """Islands or a headland in the haze at one side of the horizon."""
    chance, top = stage.place, stage.horizon
    side = chance.choice((0.06, 0.94))
    for n, depth in enumerate((0.85, 0.6)):
        x, half = stage.width * abs(side - 0.12 * n), stage.unit * chance.uniform(0.18, 0.34)
        tall = stage.unit * stage.tall * chance.uniform(0.03, 0.07)
        ridge = [(x + half * share, top + 3 - tall * high * chance.uniform(0.8, 1.2)) for share, high in
                 ((-1, 0), (-0.72, 0.4), (-0.4, 0.7), (-0.1, 1), (0.25, 0.62), (0.6, 0.5), (1, 0))]  # fmt: skip
        stage.canvas.shape(top + 0.15 + n / 20, smooth(ridge) + "Z", "far" if n == 0 else "hill_near", depth)


def strip(stage: Stage) -> None:
    """The sea as it is seen behind land: down to a little below the horizon, with headlands at one side."""
    canvas, width, top = stage.canvas, stage.width, stage.horizon
    canvas.band(top, top, top + 150, canvas.water()[:2], lit=True)
    glints(stage, top + 8, top + 140, (0, width), top + 0.3)
    for tip, rise, depth in ((0.6, 60, 0.6), (0.74, 84, 0.35)):
        _headland(stage, tip * width, top + 8, rise * stage.tall, ("hill_far", depth))


def glints(stage: Stage, top: float, bottom: float, span: tuple[float, float], z: float) -> None:
    """Rows of short waves, light on top of the swell and dark under it, warm in the path of the sun.

    Every other of the near rows drifts to and fro.
    """
    y, n = top, 0
    while y < min(bottom, 990):
        near = (y - stage.horizon) / (BOTTOM - stage.horizon)
        drift = (Movement("shift", 6.0, x=6 + 6 * near, phase=n * 0.31 % 1),) if near > 0.3 and n % 2 else ()
        with stage.canvas.moving(*drift):
            _row(stage, y, span, near, z, ("foam", 0.42) if n % 2 else ("sea_near", 0.34))
        y, n = y + 9 + 34 * near, n + 1


def _row(stage: Stage, y: float, span: tuple[float, float], near: float, z: float, look: tuple[str, float]) -> None:
    """The waves of one distance: those in the path of the sun, and the others."""
    left, right = span
    thick, plain, warm = 1.6 + 4.2 * near, "", ""
    for _ in range(int(2 + (right - left) / 260)):
        x = stage.place.uniform(left, right)
        long = min((16 + 95 * near) * stage.place.uniform(0.5, 1.2), right - x)
        wavelet = _wavelet(x, y + stage.place.uniform(-5, 5), long, thick) if long > 6 else ""
        if abs(x - stage.sun * stage.width) < 40 + 130 * near:
            warm += wavelet
        else:
            plain += wavelet
    for waves, (colour, strength) in ((plain, look), (warm, (stage.canvas.light.glow, 0.75))):
        if waves:
            stage.canvas.stroke(z, waves, colour, thick, strength)


def _wavelet(x: float, y: float, long: float, thick: float) -> str:
    return f"M{num(x)} {num(y)}q{num(long * 0.25)} {num(-thick)} {num(long * 0.5)} 0t{num(long * 0.5)} 0"


def beach(stage: Stage) -> None:
    """The sea with a sandy shore before it, and foam where they meet."""
    width, canvas = stage.width, stage.canvas
    shore = wave(stage.place, width, 672, 16, 1300)
    sea(stage, 760)
    for lift, colour, strength in ((-16, "foam", 0.5), (0, "foam", 0.95), (10, "wet", 1.0)):
        points = [(x, y + lift) for x, y in along(shore, -20, width + 20)]
        canvas.shape(690 + lift / 10, down_to(smooth(points), points, BOTTOM), colour, 0, strength)
    points = [(x, y + 26) for x, y in along(shore, -20, width + 20)]
    canvas.gradient(692, down_to(smooth(points), points, BOTTOM), ("sand", "sand", "sand_near"))
    for _ in range(int(width / 28)):
        x, y = stage.take.uniform(0, width), stage.take.uniform(735, 990)
        canvas.shape(700, ellipse(x, y, 2 + y / 300, 1.6), "sand_near", 0, 0.9, detail=True)
    _strand(stage)
    ridge = [(width * share, float(y)) for share, y in ((-0.02, 800), (0.25, 776), (0.5, 790), (0.8, 770), (1.02, 786))]
    canvas.shape(693, down_to(smooth(ridge), ridge, BOTTOM), "sand_near", 0, 0.3, detail=True)
    stage.zones["water"] = Zone(0.08 * width, 0.92 * width, stage.horizon + 45, 640, 0.5)
    stage.zones["under water"] = Zone(0.08 * width, 0.92 * width, stage.horizon + 60, 640, 0.5)
    stage.zones["ground"] = Zone(0.08 * width, 0.92 * width, 735, FEET, 0.75)


def _strand(stage: Stage) -> None:
    """What lies and grows on a beach: a dune with grass at one side, shells, a starfish, foam that runs up."""
    canvas, width, unit = stage.canvas, stage.width, stage.unit
    side = stage.place.choice((0, 1))
    dune = [(width * abs(side - share), y) for share, y in ((-0.05, 706.0), (0.06, 716.0), (0.16, 752.0), (0.3, 800.0))]
    foot = width * abs(side + 0.05), 1010.0
    canvas.gradient(
        694, f"{smooth(dune)}L{num(width * abs(side - 0.4))} 1010L{num(foot[0])} 1010Z", ("sand", "sand_near")
    )
    for n in range(9):
        share = 0.012 + 0.026 * n
        x, y = width * abs(side - share), 712 + 1500 * share**2.1
        blades = "".join(blade(x, y + 4, unit * 0.075, turn, 0.06, 0.3) for turn in (-128, -106, -88, -70, -48))
        canvas.shape(695, blades, ("#7f9a58", "#94a865")[n % 2])
    for n in range(6):
        x, y = width * stage.place.uniform(0.1, 0.9), 862 + 22 * n
        shell = f"M{num(x)} {num(y)}q-9 -12 0 -19q5 -4 10 0q9 7 0 19q-5 3 -10 0Z"
        canvas.shape(y, shell, ("#fbeee0", "#eab49a", "#f6d9c4")[n % 3])
        canvas.stroke(y, f"M{num(x + 5)} {num(y)}v-17M{num(x + 3)} {num(y - 1)}l-3 -12", "#c98f78", 1.4, 0.6)


def coast(stage: Stage, *, with_river: bool = False) -> None:
    """The sea on the left, and land that comes down to it from the right in headlands; perhaps a river's mouth."""
    width = stage.width
    sea(stage)
    for tip, down, rise, colour, depth in ((0.5, 16, 96, "hill_far", 0.34), (0.43, 62, 120, "hill_mid", 0.14)):
        _headland(stage, tip * width, stage.horizon + down, rise, (colour, depth))
    _bank(stage)
    if with_river:
        _mouth(stage)
    stage.zones["water"] = Zone(0.07 * width, 0.34 * width, stage.horizon + 70, 770, 0.5)
    stage.zones["under water"] = Zone(0.07 * width, 0.32 * width, stage.horizon + 130, 790, 0.6)
    stage.zones["ground"] = Zone((0.6 if with_river else 0.5) * width, 0.94 * width, 690, FEET, 0.6)
    foreground(stage, left=0.47)


def _slope(stage: Stage, tip: float, y: float, rise: float) -> Curve:
    """A crest that climbs from the tip of a headland to the right edge of the picture."""
    swell = wave(stage.place, stage.width, 0, 10, 520)

    def crest(x: float) -> float:
        share = min(1.0, max(0.0, (x - tip) / (stage.width * 1.02 - tip)))
        return y - rise * share**0.72 + swell(x) * min(1.0, share * 3)

    return crest


def _headland(stage: Stage, tip: float, y: float, rise: float, look: tuple[str, float]) -> None:
    colour, depth = look
    crest = _slope(stage, tip, y, rise)
    points = along(crest, tip, stage.width + 20)
    stage.canvas.shape(y, f"{smooth(points)}V{num(y + 40)}L{num(stage.width * 0.8)} {num(y + 14)}Z", colour, depth)
    stage.canvas.stroke(y, f"M{num(tip - 18)} {num(y + 2)}L{num(stage.width)} {num(y + 30)}", "foam", 2.5, 0.5)
    copse(stage, lambda x: crest(max(x, tip + 90)), y, 0.06, depth, 4, span=(tip / stage.width + 0.1, 1.0))
    stage.crests["hill"] = (crest, 0.8 * stage.width)


SHORE = ((0.43, 628), (0.395, 672), (0.372, 735), (0.4, 815), (0.392, 900), (0.35, 1015))
"""The line between the near land of a coast and the water: share of the width, height."""


def _bank(stage: Stage) -> None:
    """The near shore of a coast: grass, then a strip of sand that widens towards the viewer, then foam."""
    canvas, width, z = stage.canvas, stage.width, stage.horizon + 121
    shore = [(share * width, float(y)) for share, y in SHORE]
    crest = _slope(stage, *shore[0], 92)
    top = along(crest, shore[0][0], width + 20)
    for out, colour, strength in ((-46, "foam", 0.3), (-20, "foam", 0.8), (0, "wet", 1), (12, "sand", 1)):
        edge = _offset(shore, out)
        canvas.shape(z, f"{_closed(top, edge)}", colour, 0, strength, detail=out < 0)
    grass = _offset(shore, 46)
    canvas.gradient(z, _closed(top, grass), ("hill_near", "ground", "ground_near"))
    swathes(stage, z + 0.1, (0.5, 1.0), 745)
    copse(stage, crest, z + 0.2, 0.11, 0.04, 2, span=(0.78, 1.0))


def _offset(shore: Points, out: float) -> Points:
    """The shore moved sideways, more where it is nearer; its tip stays."""
    return [(x + out * (n / (len(shore) - 1)) ** 0.6 * 1.2, y) for n, (x, y) in enumerate(shore)]


def _closed(top: Points, edge: Points) -> str:
    """Land between its crest on the right and its edge along the water."""
    return f"{smooth(list(reversed(top)))}L{smooth(edge)[1:]}L{num(top[-1][0])} {num(BOTTOM + 15)}Z"


def _mouth(stage: Stage) -> None:
    """A river from the hills on the right down to the sea on the left."""
    course = ((0.82, 560, 3), (0.775, 582, 6), (0.83, 612, 10), (0.74, 646, 15), (0.6, 668, 21), (0.5,
              700, 28), (0.36, 742, 38))  # fmt: skip
    _stream(stage, course, stage.horizon + 122)


def _stream(stage: Stage, course: Sequence[tuple[float, float, float]], z: float) -> None:
    """Running water along a course of (share of the width, height, half its breadth), with banks and ripples."""
    canvas, width = stage.canvas, stage.width
    upper = [(x * width, y - half * 0.45) for x, y, half in course]
    lower = [(x * width, y + half * 0.75) for x, y, half in course]
    if course[-1][1] > 900:  # it comes towards the viewer: breadth is across
        upper = [(x * width - half, y) for x, y, half in course]
        lower = [(x * width + half, y) for x, y, half in course]
    outline = f"{smooth(upper)}L{smooth(list(reversed(lower)))[1:]}Z"
    canvas.stroke(z, outline, "sand_near", 9)
    far, mid, _ = canvas.water()
    canvas.gradient(z, outline, (far, mid, mid), lit=True)
    for n, share in enumerate((0.3, 0.62)):
        for broad in (False, True):
            ripples = ""
            for (x0, y0), (x1, y1), (_, _, half) in zip(upper, lower, course, strict=True):
                y, long = y0 + (y1 - y0) * share + half * 0.2, 10 + half * 0.75
                if broad == (half > 30) and y < 990:
                    ripples += _wavelet(x0 + (x1 - x0) * share - half * 0.3, y, long, 1.4 + half / 42)
            if ripples:
                with canvas.moving(Movement("shift", 4.0, x=5.0, phase=0.5 * n)):
                    canvas.stroke(z, ripples, "foam", 3.4 if broad else 1.8, 0.65)


def lake(stage: Stage, *, flows: bool = False) -> None:
    """Still water with its far shore behind and grass before it; when it `flows`, a broad river that bends away."""
    width, top, bottom = stage.width, stage.horizon + 96, 735
    sheet = [
        (-30, top + 26),
        (width * 0.2, top + 6),
        (width * 0.5, top),
        (width * 0.85, top + 9),
        (width + 30, top + 30),
    ]
    if flows:
        sheet = [(-30, top + 36), (width * 0.3, top + 18), (width * 0.55, top - 16), (width * 0.66, top - 52)]
        sheet += [(width * 0.58, top - 74), (width * 0.66, top - 80), (width * 0.78, top - 46), (width + 30, top + 2)]
    near = [(width + 30, bottom - 30), (width * 0.75, bottom + 8), (width * 0.4, bottom + 12), (-30, bottom - 24)]
    far, mid, _ = stage.canvas.water()
    stage.canvas.stroke(top + 30, smooth(sheet), "wet", 9)
    stage.canvas.gradient(top + 31, smooth([*sheet, *near], closed=True), (far, mid, mid), lit=True)
    glints(stage, top + 40, bottom - 10, (width * 0.04, width * 0.93), top + 32)
    layer(stage, wave(stage.place, width, bottom - 10, 16, 1500), ("ground", "ground_near"), 0)
    if flows:
        _currents(stage, top + 44, bottom - 14)
    stage.zones["water"] = Zone(0.12 * width, 0.88 * width, top + 50, bottom - 26, 0.6)
    stage.zones["under water"] = Zone(0.12 * width, 0.88 * width, top + 60, bottom - 30, 0.6)
    stage.zones["ground"] = Zone(0.08 * width, 0.92 * width, bottom + 22, FEET + 5, 0.85)
    foreground(stage)


def _currents(stage: Stage, top: float, bottom: float) -> None:
    """Long lines that show where the water goes."""
    for n, y in enumerate((top, (top + bottom) / 2, bottom)):
        lines = ""
        for k in range(5):
            x = stage.width * (0.04 + 0.2 * k + 0.07 * (n % 2))
            lines += f"M{num(x)} {num(y + 5)}q{num(60)} {num(-12)} {num(130)} {num(-4)}t{num(110)} {num(-6)}"
        with stage.canvas.moving(Movement("shift", 4.0, x=8.0, phase=0.3 * n)):
            stage.canvas.stroke(stage.horizon + 129, lines, "foam", 2.2 + n, 0.6)


def river(stage: Stage) -> None:
    """A river that winds from the far hills past the left of the viewer, wider as it comes; or through the middle,
    where something is on its left.
    """
    course: tuple[tuple[float, float, float], ...] = (
        (0.47, 588, 4), (0.5, 612, 9), (0.44, 640, 16), (0.36, 672, 26), (0.37, 716, 42), (0.3, 780, 66),
        (0.2, 868, 104), (0.16, 1030, 150),
    )  # fmt: skip
    water, land = (0.14, 0.36), (0.44, 0.95)
    if stage.parted:
        course = (
            (0.56, 588, 4), (0.59, 612, 9), (0.54, 640, 16), (0.47, 672, 25), (0.49, 716, 38), (0.52, 780, 58),
            (0.5, 868, 88), (0.51, 1030, 124),
        )  # fmt: skip
        water, land = (0.46, 0.56), (0.05, 0.95)
    _stream(stage, [(x, y, half * stage.unit / 1000) for x, y, half in course], 675)
    width = stage.width
    stage.zones["water"] = Zone(water[0] * width, water[1] * width, 720, 800, 0.7)
    stage.zones["under water"] = Zone(water[0] * width, (water[1] - 0.02) * width, 760, 810, 0.7)
    stage.zones["ground"] = Zone(land[0] * width, land[1] * width, 690, FEET, 0.6)

"""The moon, the earth and the sun: its phases through a month, and how eclipses come about."""

from __future__ import annotations

import functools
import math
from dataclasses import replace
from xml.etree import ElementTree

from lessonforge.visuals.draw.diagrams.page import FLOOR, TOP
from lessonforge.visuals.draw.grammar import Scene
from lessonforge.visuals.draw.paths import ellipse, num
from lessonforge.visuals.draw.settings.beyond import space
from lessonforge.visuals.draw.settings.stage import Stage
from lessonforge.visuals.draw.things import SVG, Thing, catalogue

PHASES = (
    ("new moon", "luna nueva", "nouvelle lune"),
    ("waxing crescent", "luna creciente", "premier croissant"),
    ("first quarter", "cuarto creciente", "premier quartier"),
    ("waxing gibbous", "gibosa creciente", "gibbeuse croissante"),
    ("full moon", "luna llena", "pleine lune"),
    ("waning gibbous", "gibosa menguante", "gibbeuse décroissante"),
    ("last quarter", "cuarto menguante", "dernier quartier"),
    ("waning crescent", "luna menguante", "dernier croissant"),
)
"""In the order of a month, each an eighth of it; names in English, Spanish, French."""
DARK, BRIGHT = "#3a4270", "#f5efd6"


def phases(stage: Stage, scene: Scene) -> None:
    """Sunlight from the right; seen from above the north pole the moon goes round the earth anticlockwise.

    On the inner ring the moon as the sun lights it, outside how it looks from the north of the earth.
    """
    space(stage)
    canvas, middle = stage.canvas, (TOP + FLOOR) / 2
    beside = min(0.13 * stage.width, 200.0)
    x, reach = (stage.width - beside) / 2, min((stage.width - beside) / 2 - 14, (FLOOR - TOP) / 2)
    tall = min((FLOOR - TOP) / 2, reach * 1.3)
    shown = 0.15 * reach
    sunlight(stage, stage.width, beside)
    ring = (reach - 3.0 * shown, tall - 3.0 * shown)
    canvas.stroke(-100, ellipse(x, middle, *ring), "#93abea", 3, 0.7, lit=True)
    _body(stage, half_lit_earth(), x, middle, 0.17 * reach)
    for n in range(8):
        angle = -n * math.pi / 4
        at = x + ring[0] * math.cos(angle), middle + ring[1] * math.sin(angle)
        _place(stage, lit_moon(), at, 0.75 * shown)
        out = x + (reach - shown) * math.cos(angle), middle + (tall - shown) * math.sin(angle)
        _place(stage, phase(n), out, 1.9 * shown)


def _place(stage: Stage, thing: Thing, at: tuple[float, float], tall: float) -> None:
    stage.canvas.show(1100, thing, at[0], at[1] + tall / 2, tall, lit=True)


def sunlight(stage: Stage, x: float, beside: float) -> None:
    """The sun behind the right edge, and rays that come from it."""
    canvas, middle = stage.canvas, (TOP + FLOOR) / 2
    canvas.glow(-300, x, middle, beside * 2.4, "#ffdf80", 0.6)
    canvas.shape(-200, ellipse(x + beside * 1.3, middle, beside * 1.85, beside * 2.9), "#ffcf4d", lit=True)
    canvas.shape(-199, ellipse(x + beside * 1.4, middle, beside * 1.75, beside * 2.7), "#ffdf80", lit=True)
    for n in range(5):
        y, left = middle + (n - 2) * 170, x - beside * (0.62 if n == 2 else 0.5)
        line = f"M{num(left)} {num(y)}h{num(-beside * 0.4)}m{num(beside * 0.12)} -14l{num(-beside * 0.12)} 14"
        canvas.stroke(-190, line + f"l{num(beside * 0.12)} 14", "#ffdf80", 6, 0.9, lit=True)


@functools.cache
def phase(n: int) -> Thing:
    """The moon as it looks from the northern half of the earth, `n` eighths of a month after new moon."""
    bulge = 46 * math.cos(n * math.pi / 4)
    waxing = n <= 4
    limb = f"M50 4A46 46 0 0 {int(waxing)} 50 96"
    inner = f"A{abs(bulge):.1f} 46 0 0 {int((bulge < 0) == waxing)} 50 4Z"
    lit = f'<path d="{limb}{inner}" fill="{BRIGHT}"/>' if n else ""
    return _moon(PHASES[n], lit)


@functools.cache
def lit_moon() -> Thing:
    """The moon from above, its right half in the sun."""
    return _moon(("moon", "luna", "lune"), f'<path d="M50 4A46 46 0 0 1 50 96Z" fill="{BRIGHT}"/>')


@functools.cache
def half_lit_earth() -> Thing:
    """The earth with its left half in the night, the right one in the sun."""
    earth = catalogue()["earth"]
    night = '<path d="M100 10A90 90 0 0 0 100 190Z" fill="#0f1738" fill-opacity=".62"/>'
    half = ElementTree.fromstring(f'<g xmlns="{SVG[1:-1]}">{night}</g>')
    return replace(earth, drawing=(*(_unshaded(element) for element in earth.drawing), half))


def _unshaded(element: ElementTree.Element) -> ElementTree.Element:
    """A copy without shading."""
    copy = ElementTree.Element(element.tag, element.attrib)
    copy.extend(_unshaded(child) for child in element if child.get("class") not in ("shade", "light"))
    return copy


def _moon(names: tuple[str, str, str], lit: str) -> Thing:
    craters = "".join(
        f'<circle class="shade" cx="{x}" cy="{y}" r="{r}" fill="#8d8a7c" fill-opacity=".3"/>'
        for x, y, r in ((66, 34, 9), (38, 58, 11), (62, 70, 7), (34, 30, 6), (78, 54, 5))
    )
    drawing = f'<g xmlns="{SVG[1:-1]}"><circle cx="50" cy="50" r="46" fill="{DARK}"/>{lit}{craters}</g>'
    by = {language: (name,) for language, name in zip(("en", "es", "fr"), names, strict=True)}
    return replace(
        catalogue()["moon"], name=names[0], names=by, plurals={}, slots=(), parts=(), anchors={}, box=(100.0, 100.0),
        base=1.0, drawing=(ElementTree.fromstring(drawing),),
    )  # fmt: skip


def solar(stage: Stage, scene: Scene) -> None:
    """Sun, moon and earth in a line: the moon's shadow meets the earth."""
    _eclipse(stage, solar=True)


def lunar(stage: Stage, scene: Scene) -> None:
    """Sun, earth and moon in a line: the moon is in the earth's shadow."""
    _eclipse(stage, solar=False)


def _eclipse(stage: Stage, *, solar: bool) -> None:
    """Sizes and distances are not to scale; shadows are: tangents of the sun and of what stands in its light."""
    space(stage)
    wide, y, unit = stage.width, (TOP + FLOOR) / 2, min(stage.width / 1.6, 1000.0)
    sun, things = (0.1 * wide, 0.16 * unit), catalogue()
    near, far = (0.58 * wide, 0.12 * unit), (0.86 * wide, 0.042 * unit)
    if solar:
        near, far = _occulting(sun, 0.6 * wide, (0.84 * wide, 0.125 * unit)), (0.84 * wide, 0.125 * unit)
    stage.canvas.glow(-90, sun[0], y, sun[1] * 2.1, "#ffdf80", 0.7)
    centre, orbit = (far[0] if solar else near[0]), far[0] - near[0]
    stage.canvas.stroke(-95, ellipse(centre, y, orbit, orbit * 0.42), "#93abea", 3, 0.6, lit=True)
    _shadows(stage, sun, near, far[0] if solar else wide + 9, y)
    _body(stage, things["sun"], sun[0], y, sun[1] / 0.52)
    _body(stage, lit_moon() if solar else things["earth"], near[0], y, near[1], flip=solar)
    _body(stage, things["earth" if solar else "moon"], far[0], y, far[1])
    if solar:
        spot = ellipse(far[0] - far[1] * 0.93, y, far[1] * 0.05, 0.13 * far[1])
        stage.canvas.shape(1200, spot, "#0a0f2a", opacity=0.8, lit=True)
    else:
        stage.canvas.shape(1200, ellipse(far[0], y, far[1], far[1]), "#8e2f1f", opacity=0.62, lit=True)


def _occulting(sun: tuple[float, float], x: float, earth: tuple[float, float]) -> tuple[float, float]:
    """The moon at `x`, just so large that the tip of its shadow darkens a spot of the earth."""
    way, beyond, spot = x - sun[0], earth[0] - earth[1] - x, 0.12 * earth[1]
    return x, (sun[1] * beyond + spot * way) / (way + beyond)


def _body(stage: Stage, thing: Thing, x: float, y: float, radius: float, *, flip: bool = False) -> None:
    tall = 2 * radius
    stage.canvas.show(1000, thing, x, y + tall * (thing.base - 0.5), tall, flip=flip, lit=True)


def _shadows(stage: Stage, sun: tuple[float, float], near: tuple[float, float], end: float, y: float) -> None:
    """The cones behind what is lit: where no sun is seen (umbra, to `end`) and where a part of it is (penumbra)."""
    (x0, r0), (x1, r1), canvas, edge = sun, near, stage.canvas, stage.width + 9
    way = x1 - x0
    rays = f"M{num(x0)} {num(y - r0)}L{num(x1)} {num(y - r1)}V{num(y + r1)}L{num(x0)} {num(y + r0)}Z"
    canvas.shape(-80, rays, "#ffdf80", opacity=0.26, lit=True, detail=True)
    for z, x, grows, dark in ((-79, edge, r1 + r0, 0.42), (-78, min(end, x1 + way * r1 / (r0 - r1)), r1 - r0, 0.85)):
        half = max(0.0, r1 + grows * (x - x1) / way)
        cone = f"M{num(x1)} {num(y - r1)}L{num(x)} {num(y - half)}V{num(y + half)}L{num(x1)} {num(y + r1)}Z"
        canvas.shape(z, cone, "#03061a", opacity=dark, lit=True, detail=True)

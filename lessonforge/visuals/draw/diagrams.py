"""Pictures where a landscape would be wrong: bodies on their orbits, and the water cycle in one view."""

from __future__ import annotations

import math
from dataclasses import dataclass

from lessonforge.visuals.draw.canvas import ellipse, num
from lessonforge.visuals.draw.grammar import Scene
from lessonforge.visuals.draw.settings.beyond import space
from lessonforge.visuals.draw.settings.places import lay
from lessonforge.visuals.draw.settings.stage import Stage
from lessonforge.visuals.draw.things import Thing, catalogue
from lessonforge.visuals.draw.words import GROUPS

SIZES = {"sun": 0.2, "jupiter": 0.115, "saturn": 0.105, "uranus": 0.08, "neptune": 0.078, "moon": 0.05}
MIDDLE = 0.44
"""The height of the centre: orbits stay above the captions."""


@dataclass(frozen=True)
class Orbit:
    """An ellipse around a centre, in units; `focus` is the distance of the centre's body from the ellipse's middle."""

    x: float
    y: float
    a: float
    b: float
    focus: float = 0.0

    def at(self, angle: float) -> tuple[float, float]:
        """The point at an angle (radians) from the ellipse's middle."""
        return self.x - self.focus + self.a * math.cos(angle), self.y + self.b * math.sin(angle)


def wanted(scene: Scene) -> bool:
    """Whether a scene is one of these diagrams."""
    around = any(
        item.relation == "around" and isinstance(item.target, int) and _heavenly(scene, item.target)
        for item in scene.items
    )
    return bool(scene.diagram) and (scene.diagram != "orbits" or not _earthly(scene)) or around


def _heavenly(scene: Scene, number: int) -> bool:
    thing = catalogue()[scene.items[number].thing]
    return thing.stands == "space" or thing.name in ("sun", "moon", "star")


def _earthly(scene: Scene) -> bool:
    """Whether people or houses are named: then orbits are not the whole picture."""
    return any(catalogue()[item.thing].stands in ("ground", "water") for item in scene.items)


def draw(stage: Stage, scene: Scene) -> None:
    """Draws the diagram that the scene asks for."""
    if scene.diagram == "water cycle":
        water_cycle(stage)
    else:
        orbits(stage, scene)


def orbits(stage: Stage, scene: Scene) -> None:
    """Bodies on ellipses around a centre; with `ellipse`, strongly stretched, the centre in a focus."""
    space(stage)
    centre, bodies, rest = _roles(scene)
    stretched = scene.diagram == "ellipse"
    x, y = stage.width * (0.5 if not stretched else 0.5), 1000 * MIDDLE
    reach = min(stage.width * 0.42, 1000 * 0.84)
    flat = min(0.62 if stretched else 0.42, 360 / reach)
    count = max(1, len(bodies))
    inner = SIZES.get(centre.name, 0.14) * stage.unit * (0.42 if count > 4 else 0.62) if count > 1 else 0
    for n in range(count):
        a = reach if count == 1 else inner * 1.45 + (reach - inner * 1.45) * (n + 1) / count
        focus = -a * 0.62 if stretched else 0.0
        orbit = Orbit(x, y, a, a * (flat if count > 1 or stretched else min(0.5, 330 / a)), 0)
        _path(stage, orbit)
        if n < len(bodies):
            angle = _angle(n, count, stretched)
            _body(stage, bodies[n], orbit.at(angle), _size(stage, bodies[n], count))
        sun_x = x + focus
    _body(stage, centre, (sun_x, y), _size(stage, centre, count))
    for n, thing in enumerate(rest):
        share = 0.14 + 0.72 * (n % 2)
        _body(stage, thing, (stage.width * share, 150 + 90 * n), 0.16 * stage.unit)


def _angle(n: int, count: int, stretched: bool) -> float:
    """Bodies are spread around, each where its neighbours are not."""
    if count == 1:
        return -0.72 if stretched else 0.62
    return 0.55 + n * 2.399963


def _roles(scene: Scene) -> tuple[Thing, list[Thing], list[Thing]]:
    """What is in the middle, what goes around it, and what is there besides."""
    things = [catalogue()[item.thing] for item in scene.items]
    targets = [item.target for item in scene.items if item.relation == "around" and isinstance(item.target, int)]
    centre = things[targets[0]] if targets else next((t for t in things if t.name == "sun"), catalogue()["sun"])
    bodies, rest = [], []
    for item, thing in zip(scene.items, things, strict=True):
        if thing is centre:
            continue
        heavenly = thing.stands == "space" and thing.name not in ("galaxy",) or thing.name == "moon"
        several = (
            [catalogue()[name] for name in GROUPS["planets"]]
            if thing.name == "planet" and item.count > 1
            else [thing] * min(item.count, 5)
        )
        (bodies if heavenly else rest).extend(several[: item.count] if thing.name == "planet" else several)
    if not bodies and scene.diagram == "orbits":
        bodies = [catalogue()[name] for name in GROUPS["planets"]]
    elif not bodies:
        bodies = [catalogue()["planet"]]
    return centre, bodies, [thing for thing in rest if thing.name != "arrow"]


def _size(stage: Stage, thing: Thing, count: int) -> float:
    share = SIZES.get(thing.name, thing.share * 0.34)
    if thing.name == "earth" and count > 1:
        share = 0.062
    return share * stage.unit * (1.0 if count > 4 else 1.5 if count > 1 else 1.75)


def _path(stage: Stage, orbit: Orbit) -> None:
    path = ellipse(orbit.x, orbit.y, orbit.a, orbit.b)
    stage.canvas.stroke(-100, path, "#8fa8e8", 2.6, 0.65, lit=True)


def _body(stage: Stage, thing: Thing, at: tuple[float, float], tall: float) -> None:
    x, y = at
    if thing.name == "sun":
        stage.canvas.glow(-90, x, y, tall * 2.2, "#ffdf80", 0.6)
    flip = x < stage.width / 2 and thing.name != "sun"
    if thing.name == "comet":
        flip = x < stage.width / 2
        stage.canvas.place(y, thing, x, y, tall * 1.3, flip=not flip, lit=True)
        return
    stage.canvas.place(y, thing, x, y + tall * (thing.base - 0.5), tall, flip=flip, lit=True)


def water_cycle(stage: Stage) -> None:
    """Sea, sun, vapour, clouds, rain on the mountains, a river back to the sea, and arrows in a ring."""
    lay(stage, {"sea", "mountain"}, {"ground"})
    canvas, width, unit, things = stage.canvas, stage.width, stage.unit, catalogue()
    canvas.place(-1500, things["sun"], width * 0.14, 150, unit * 0.26, lit=True)
    canvas.place(-1000, things["cloud"], width * 0.47, 170, unit * 0.15)
    canvas.place(-1000, things["cloud"], width * 0.59, 130, unit * 0.12, flip=True)
    canvas.place(-999, things["rain-cloud"], width * 0.78, 170, unit * 0.2)
    rain = "".join(
        f"M{num(stage.take.uniform(0.7, 0.87) * width)} {num(stage.take.uniform(235, 400))}l-7 34" for _ in range(34)
    )
    canvas.stroke(1100, rain, "#dff0fa", 4, 0.85, lit=True)
    for n, share in enumerate((0.13, 0.22, 0.31)):
        canvas.place(600, things["vapour"], width * share, 600 - 20 * (n % 2), unit * 0.24)
    river = f"M{num(width * 0.8)} 470C{num(width * 0.74)} 540 {num(width * 0.86)} 580 {num(width * 0.72)} 640S{num(width * 0.5)} 690 {num(width * 0.36)} 745"
    for wide, colour in ((46, "sand"), (34, "sea_far"), (22, "sea_mid")):
        canvas.stroke(577, river, colour, wide)
    for path in (
        f"M{num(width * 0.22)} 400Q{num(width * 0.25)} 270 {num(width * 0.36)} 210",
        f"M{num(width * 0.53)} 262Q{num(width * 0.6)} 235 {num(width * 0.67)} 238",
        f"M{num(width * 0.86)} 420Q{num(width * 0.88)} 500 {num(width * 0.84)} 560",
        f"M{num(width * 0.6)} 720Q{num(width * 0.5)} 775 {num(width * 0.4)} 782",
    ):
        _arrow(stage, path)


def _arrow(stage: Stage, path: str) -> None:
    """A curved arrow: its head points the way that the curve ends."""
    numbers = [float(part) for part in path.replace("M", " ").replace("Q", " ").split()]
    (cx, cy), (x, y) = numbers[2:4], numbers[4:6]
    angle = math.atan2(y - cy, x - cx)
    size = 30.0
    head = "".join(
        f"{'M' if n == 0 else 'L'}{num(x + size * reach * math.cos(angle + turn))} {num(y + size * reach * math.sin(angle + turn))}"
        for n, (turn, reach) in enumerate(((0, 1.0), (2.4, 0.95), (-2.4, 0.95)))
    )
    stage.canvas.stroke(1190, path, "#fdf6e6", 13, 1, lit=True)
    stage.canvas.shape(1190, head + "Z", "#fdf6e6", lit=True)

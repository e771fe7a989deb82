"""A person in a pose, as a thing: the body on its skeleton, dressed, from what lies behind to what lies before."""

from __future__ import annotations

import functools
import random
from collections.abc import Mapping
from dataclasses import replace

from lessonforge.visuals.draw import things
from lessonforge.visuals.draw.figures.bodies import BODIES, HEAD
from lessonforge.visuals.draw.figures.bounds import bounds
from lessonforge.visuals.draw.figures.drawing import Drawing
from lessonforge.visuals.draw.figures.garments import BOTTOMS, CAPES, COATS, TOPS
from lessonforge.visuals.draw.figures.looks import GREY, Look, look
from lessonforge.visuals.draw.figures.pose import Reach
from lessonforge.visuals.draw.figures.poses import POSES, helped, supported
from lessonforge.visuals.draw.figures.shapes import Point
from lessonforge.visuals.draw.figures.sheet import STANDARD, Sheet, piece
from lessonforge.visuals.draw.figures.skeleton import Skeleton, skeleton
from lessonforge.visuals.draw.things import Part, Slot, Thing

MARGIN = 1.5
SUPPORTS = ("seat", "chair", "desk", "astride", "bed", "board", "both", "free", "up")
"""What carries a figure, or what it has to do with, so that it takes its pose from there."""
ALSO: Mapping[str, tuple[str, ...]] = {
    "skin": ("#d9a078", "#f4d0b2", "#b27a52", "#e8b78f", "#8d5d40", "#734d38"),
    "hair": ("#5a3d2e", "#c58a45", "#2e2a33", "#8a5a34", "#241d20", "#2b2426"),
}
"""The colours of people: the hair at a place goes well with the skin at the same place."""


def posed(thing: Thing, pose: str = "", traits: tuple[str, ...] = (), chance: random.Random | None = None) -> Thing:
    """A person in a pose (its own without one) and with traits; what isn't a figure stays as it is.

    `chance` picks where the role leaves a choice (hair, dress); without, the first is taken. Equal figures are drawn
    once. Raises KeyError for a pose that there isn't.
    """
    if thing.figure is None:
        return thing
    raw = things.files().get(thing.name, thing)
    assert raw.figure is not None
    return _posed(raw, pose or raw.figure.get("pose", "standing"), look(raw.figure, traits, chance))


@functools.cache
def _posed(raw: Thing, pose: str, made: Look) -> Thing:
    stance = POSES[pose]
    if stance.mount:
        made = replace(made, mount=stance.mount)
    elif made.mount in SUPPORTS:
        stance = supported(stance, made.mount)
        if made.mount in ("seat", "chair") and {"cane", "white-cane"} & {*made.extras}:
            stance = replace(stance, far=Reach("far knee", (16, -14), -1))
    elif made.mount or {"cane", "white-cane", "crutches"} & {*made.extras}:
        stance = helped(pose, stance, made.mount, "crutches" in made.extras)
    joints = skeleton(BODIES[made.body], stance)
    sheet = Sheet(_colours(raw, made))
    Drawing(sheet, joints, made, raw).draw()
    return _thing(raw, made, joints, sheet)


def _colours(raw: Thing, made: Look) -> dict[str, str]:
    """The colour of each slot: as said, else the role's, else what the garment usually has."""
    colours = dict(STANDARD)
    if made.body.startswith("old"):
        colours["hair"] = GREY
    worn = ((TOPS, made.top), (BOTTOMS, made.bottom), (COATS, made.coat), (CAPES, made.cape))
    for table, name in worn:
        if name and table[name].colour:
            colours[table[name].slot] = table[name].colour
    if made.hat:
        colours["hat"] = piece(f"hats/{made.hat}").get("data-hat", colours["hat"])
    colours |= {slot.name: slot.colour for slot in raw.slots if _own(raw, made, slot.name)}
    return colours | dict(made.colours)


def _own(raw: Thing, made: Look, slot: str) -> bool:
    """Whether what is worn in a slot is the role's own, so that the colour in its file is meant for it."""
    worn, usual = getattr(made, slot, ""), (raw.figure or {}).get(slot, "").split("|")
    if slot in ("top", "bottom"):
        coloured = {"top": TOPS, "bottom": BOTTOMS}[slot][worn].colour
        return worn in usual or not coloured
    return slot not in ("coat", "hat", "shoes") or worn in usual


def _thing(raw: Thing, made: Look, joints: Skeleton, sheet: Sheet) -> Thing:
    """The drawing with its box and all that is known of it."""
    left, top, right, bottom = bounds(sheet.roots)
    floats = joints.pose.water is not None and raw.stands == "ground"
    bottom = bottom if floats else max(bottom, 0.0)
    left, top, right = left - MARGIN, top - MARGIN, right + MARGIN

    def place(point: Point) -> Point:
        return point[0] - left, point[1] - top

    box = (right - left, bottom - top)
    marks = {
        "hand": joints.hand, "seat": joints.seat, "head": joints.head.origin, "eyes": joints.head.at(5, 3),
        "chin": joints.head.at(0, HEAD), "other hand": joints.arms[0][2], "toe": joints.feet[0].at(20, 4),
    }  # fmt: skip
    waterline = joints.head.at(0, HEAD * (joints.pose.water or 0))[1]
    return replace(
        raw,
        height=raw.height * box[1] / joints.body.tall,
        base=(waterline - top) / box[1] if floats else raw.base,
        stands="water" if floats else raw.stands,
        faces="right",
        slots=_slots(raw, sheet, made),
        parts=tuple(replace(part, pivot=place(part.pivot)) for part in _parts(joints, sheet, made)),
        anchors={name: place(point) for name, point in marks.items()},
        box=box,
        drawing=sheet.moved(-left, -top),
    )


def _slots(raw: Thing, sheet: Sheet, made: Look) -> tuple[Slot, ...]:
    """The slots in use, in the colours drawn, with what chance may choose from."""
    own, used = {slot.name: slot for slot in raw.slots}, sheet.slots()
    main = next((slot.name for slot in raw.slots if slot.main and slot.name in used), None)
    main = main or next((name for name in ("coat", "top", "bottom", "gear") if name in used), "")

    def also(name: str) -> tuple[str, ...]:
        if name in dict(made.colours) or (name == "hair" and made.body.startswith("old")):
            return ()
        return own[name].also if name in own and own[name].colour == sheet.colours[name] else ALSO.get(name, ())

    return tuple(Slot(name, sheet.colours[name], also(name), name == main) for name in used)


def _parts(joints: Skeleton, sheet: Sheet, made: Look) -> list[Part]:
    """Head, arm and leg, and how the pose moves them."""
    pivots = {
        "head": joints.neck, "arm": joints.arms[0][0], "leg": joints.legs[0][0], "near-arm": joints.arms[0][0],
        "far-arm": joints.arms[1][0], "near-forearm": joints.arms[0][1], "far-forearm": joints.arms[1][1],
        "": (joints.seat[0], 0.0), **_hubs(joints, made),
    }  # fmt: skip
    moves = {name: (move, by, every) for name, move, by, every in joints.pose.moves}
    drawn = {root.get("data-part", "") for root in sheet.roots if len(root)} - {""}
    found = []
    for name in sorted(drawn | ({""} & set(moves))):
        move, by, every = moves.get(name, (None, 0.0, 0.0))
        found.append(Part(name, pivots[name], move, by, every))  # type: ignore[arg-type]
    return found


def _hubs(joints: Skeleton, made: Look) -> dict[str, Point]:
    """The middle of the wheels that it rides on."""
    hubs = {"wheelchair": ((-4, 38), (8, 38)), "bicycle": ((-40, 95), (88, 95))}.get(made.mount, ())
    return {name: joints.ride.at(*hub) for name, hub in zip(("wheel", "far-wheel"), hubs, strict=False)}

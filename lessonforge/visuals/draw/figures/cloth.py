"""Draws a body's limbs and trunk, and the cloth on them."""

from __future__ import annotations

import math

from lessonforge.visuals.draw.figures.garments import SHOES, Garment
from lessonforge.visuals.draw.figures.shapes import (
    Frame,
    Point,
    between,
    cut,
    hull,
    limb,
    right_of,
    rounded,
    stretch,
)
from lessonforge.visuals.draw.figures.sheet import ARM, FAR, SHADE, Sheet
from lessonforge.visuals.draw.figures.skeleton import Skeleton


def torso(sheet: Sheet, joints: Skeleton, worn: Garment) -> None:
    """The trunk in a garment: a base, its shade, what is drawn on it."""
    slot = "skin" if worn.bare else worn.slot
    loose = 0.0 if worn.bare else worn.loose
    hem = -joints.body.torso * 0.27 if worn.skirt else worn.hem
    right = _side(joints, loose, hem, waisted=bool(worn.skirt))
    mirrored = [part if isinstance(part, str) else (-part[0], part[1]) for part in right]
    back = _reversed(mirrored)
    frame = joints.torso
    sheet.path(frame.path("M", right[0], *right[1:], *back, "Q", (1, -joints.body.torso + 7), right[0], "Z"), slot)
    tall = joints.body.torso
    inner = joints.body.shoulder * joints.pose.wide
    shade: list[str | Point] = [
        "L",
        (inner * (0.5 if worn.skirt else 0.3), hem + 1.5),
        "C",
        (inner * 0.62, -tall * 0.3),
        (inner * 0.66, -tall * 0.7),
    ]
    sheet.path(frame.path("M", right[0], *right[1:], *shade, right[0], "Z"), slot, SHADE, shade=True)
    if worn.piece:
        sheet.piece(f"torso/{worn.piece}", torso_frame(joints, loose))
        if not joints.pose.seated:
            sheet.piece(f"torso/{worn.piece}", torso_frame(joints, loose), "skirt")


def torso_frame(joints: Skeleton, loose: float = 1.4) -> Frame:
    """The frame that pieces on the trunk are drawn in: 26 is half its width, -86 its height."""
    body = joints.body
    wide = (body.shoulder + loose * 0.7) / 26 * joints.pose.wide
    return Frame(joints.torso.origin, joints.torso.turn, wide, body.torso / 86)


def _side(joints: Skeleton, loose: float, hem: float, waisted: bool) -> list[str | Point]:
    """The right outline of the trunk, from the neck down: a start, then commands and points."""
    body, wide = joints.body, joints.pose.wide
    t, s = body.torso, (body.shoulder + loose * 0.7) * wide
    w, h, n = (body.waist + loose) * (0.3 + 0.7 * wide), (body.hip + loose) * (0.3 + 0.7 * wide), body.head * 0.3 * wide
    top = -t - loose * 0.4
    end: list[str | Point] = ["C", (w, -t * 0.2), (h, -t * 0.16), (h, hem)]
    if waisted:
        end = ["C", (w, -t * 0.32), (w, -t * 0.3), (w, hem)]
    return [
        (n, top - 2), "C", (s * 0.6, top), (s * 0.98, top + 2), (s, top + 15),
        "C", (s * 0.98, -t * 0.62), (w, -t * 0.52), (w, -t * 0.36), *end,
    ]  # fmt: skip


def _reversed(side: list[str | Point]) -> list[str | Point]:
    """The same outline from the hem up to the neck."""
    points = [part for part in side if not isinstance(part, str)][::-1]
    found: list[str | Point] = ["Q", (0, points[0][1] + 3), points[0]]
    for n in range(1, len(points), 3):
        found += ["C", *points[n : n + 3]]
    return found


def bib(sheet: Sheet, joints: Skeleton, worn: Garment, top: Garment) -> None:
    """The upper part of dungarees."""
    body, t, hem = joints.body, joints.body.torso, top.hem + 1.5
    narrow = 0.3 + 0.7 * joints.pose.wide
    w, h = (body.waist + top.loose + 0.5) * narrow, (body.hip + top.loose + 0.5) * narrow
    frame = joints.torso
    left: list[str | Point] = ["M", (-w, -t * 0.34), "C", (-w, -t * 0.2), (-h, -t * 0.16), (-h, hem)]
    right: list[str | Point] = ["Q", (0, hem + 3), (h, hem), "C", (h, -t * 0.16), (w, -t * 0.2), (w, -t * 0.34), "Z"]
    sheet.path(frame.path(*left, *right), worn.slot)
    sheet.piece(f"torso/{worn.piece}", torso_frame(joints))


def neck(sheet: Sheet, joints: Skeleton) -> None:
    """The neck, in the shadow of the head."""
    wide = joints.body.head * 0.27
    start = joints.torso.at(1, -joints.body.torso + 6)
    sheet.path(limb([start, joints.head.at(-1, 8)], [wide * 1.1, wide]), "skin", SHADE)


def arm(sheet: Sheet, joints: Skeleton, n: int, worn: Garment, tone: float, bones: str = "both") -> None:
    """An arm (0 near, 1 far) in its sleeve, or only its `upper` or `lower` bone."""
    points, radii = list(joints.arms[n]), list(joints.body.arm_thick)
    share = worn.sleeve
    if bones != "both":
        first = joints.body.arm[0] / sum(joints.body.arm)
        keep = slice(0, 2) if bones == "upper" else slice(1, 3)
        points, radii = points[keep], radii[keep]
        share = min(1.0, share / first) if bones == "upper" else max(0.0, (share - first) / (1 - first))
    sheet.path(limb(points, radii), "skin", tone * 0.7)
    if bones != "upper":
        hand(sheet, joints, n, tone * 0.7)
    if share > 0:
        path, sizes = cut(points, radii, min(share, 0.985))
        sizes = [size + worn.loose for size in sizes]
        sizes[-1] += worn.flare if bones != "upper" or share < 1 else 0
        sheet.path(limb(path, sizes, flat=share < 1 or bones != "upper"), worn.sleeves or worn.slot, tone)
        if worn.band and bones != "upper":
            _band(sheet, points, [size + worn.loose + worn.flare for size in radii], share, worn.band)


def hand(sheet: Sheet, joints: Skeleton, n: int, tone: float) -> None:
    """A hand at the end of an arm, with its thumb towards the figure's front."""
    _, _elbow, _wrist = joints.arms[n]
    frame = hand_frame(joints, n)
    sheet.piece(f"hands/{joints.pose.hands[n]}", frame)


def hand_frame(joints: Skeleton, n: int) -> Frame:
    """At the wrist, its y along the forearm; drawn for a hand with a radius of 7.6."""
    _, elbow, wrist = joints.arms[n]
    turn = math.degrees(math.atan2(wrist[1] - elbow[1], wrist[0] - elbow[0])) - 90
    scale = joints.body.hand / 7.6
    return Frame(wrist, turn, scale if n else -scale, scale)


def leg(sheet: Sheet, joints: Skeleton, n: int, worn: Garment, shoes: str, band: str, *, artificial: bool) -> None:
    """A leg (0 near, 1 far), what covers it, and its foot."""
    points, radii = list(joints.legs[n]), list(joints.body.leg_thick)
    tone = (FAR if n else 0.0) + (ARM if worn.slot == "top" else 0.0)
    skin, sizes = cut(points, radii, 0.55 if artificial else 1.0)
    sheet.path(limb(skin, sizes), "skin", tone)
    if artificial:
        _prosthesis(sheet, points, radii)
    if worn.legs > 0:
        path, sizes = cut(points, radii, worn.legs)
        sizes = [size + worn.loose for size in sizes]
        sizes[-1] += worn.flare
        sheet.path(limb(path, sizes, flat=True), worn.slot, tone)
        if band:
            _band(sheet, points, [size + worn.loose + worn.flare for size in radii], worn.legs, band)
    name, share, colour = SHOES[shoes]
    if share:
        path, sizes = stretch(points, radii, 1 - share * 0.5, 1)
        out = max(worn.loose + worn.flare, 0) if worn.legs > 1 - share * 0.5 else 0
        sheet.path(limb(path, [size + 1.3 + out for size in sizes], cut_start=True), colour, tone)
    sheet.piece(f"shoes/{name}", joints.feet[n])


def _band(sheet: Sheet, points: list[Point], radii: list[float], share: float, colour: str) -> None:
    """A stripe around a limb near the end of its cloth."""
    path, sizes = stretch(points, radii, share - 0.2, share - 0.1)
    sheet.path(limb(path, [size + 0.3 for size in sizes], flat=True, cut_start=True), colour)


def lap(sheet: Sheet, joints: Skeleton, worn: Garment) -> None:
    """What is seen between crossed legs."""
    corners = [point for leg in joints.legs for point in leg]
    sheet.path(rounded(hull(corners), 4), worn.slot if worn.legs else "skin", FAR + SHADE)


def pelvis(sheet: Sheet, joints: Skeleton, worn: Garment) -> None:
    """What joins the legs and the trunk."""
    body, frame = joints.body, joints.torso
    slot = worn.slot if worn.legs else "skin"
    ease = worn.loose if worn.legs else 0.5
    thick = body.leg_thick[0] + ease
    waist = (body.hip + ease) * (0.3 + 0.7 * joints.pose.wide)
    points = [frame.at(side * waist, y) for side in (-1, 1) for y in (-body.torso * 0.16, 2)]
    for hip, knee, _ in joints.legs:
        start = between(hip, knee, 0.06)
        points += [
            (start[0] + dx * thick, start[1] + dy * thick) for dx, dy in ((-1, 0), (1, 0), (-0.7, 0.7), (0.7, 0.7))
        ]
    sheet.path(rounded(hull(points), 5), slot)


def skirt(sheet: Sheet, joints: Skeleton, worn: Garment, *, far: float = 0.0) -> None:
    """Cloth from the waist over both legs, as long as its share of them."""
    shape = _skirt(joints, worn)
    sheet.path(rounded(shape, 6), worn.slot, far)
    top = joints.torso.at(joints.body.shoulder * joints.pose.wide * 0.5, -joints.body.torso * 0.3)
    low = max(shape, key=lambda p: p[1])[1]
    left, right = min(x for x, _ in shape), max(x for x, _ in shape)
    bottom = (left + (right - left) * 0.7, low)
    sheet.path(rounded(right_of(shape, top, bottom), 6), worn.slot, SHADE + far, shade=True)


def _skirt(joints: Skeleton, worn: Garment) -> list[Point]:
    body, frame = joints.body, joints.torso
    waist = (body.waist + worn.loose) * (0.3 + 0.7 * joints.pose.wide)
    hip = (body.hip + worn.loose + 0.5) * (0.3 + 0.7 * joints.pose.wide)
    points = [frame.at(side * wide, y) for side in (-1, 1) for wide, y in ((waist, -body.torso * 0.3), (hip, 0))]
    for bones in joints.legs:
        path, radii = cut(bones, body.leg_thick, worn.skirt)
        for n, (p, r) in enumerate(zip(path, radii, strict=True)):
            last = n == len(path) - 1
            if not n:
                points += [(p[0] + dx * (r + 1), p[1] + dy * (r + 1)) for dx, dy in ((-0.9, 0.4), (0, 1), (0.9, 0.4))]
            before = path[n - 1] if n else frame.at(0, -10)
            dx, dy = p[0] - before[0], p[1] - before[1]
            size = (dx * dx + dy * dy) ** 0.5 or 1
            out = r + worn.loose + (worn.spread if last else worn.spread * 0.4 * n)
            points += [(p[0] + side * dy / size * out, p[1] - side * dx / size * out) for side in (-1, 1)]
    return hull(points)


def cape(sheet: Sheet, joints: Skeleton, worn: Garment) -> None:
    """Cloth that falls from the shoulders behind all else."""
    body, low = joints.body, joints.torso.at(-4, sum(joints.body.leg) * worn.skirt)
    floor = max(foot.at(0, 10)[1] for foot in joints.feet)
    wide = body.shoulder * joints.pose.wide + 3
    ends = [(low[0] + side * (wide + worn.spread), min(low[1], floor)) for side in (-1, 1)]
    tops = [
        joints.torso.at(side * wide * share, -body.torso * tall)
        for side in (-1, 1)
        for share, tall in ((1, 0.86), (0.5, 1))
    ]
    sheet.path(rounded(hull([*tops, *ends]), 6), worn.slot, SHADE)


def _prosthesis(sheet: Sheet, points: list[Point], radii: list[float]) -> None:
    """An artificial lower leg: a tube to the foot, and a socket below the knee."""
    tube, _ = stretch(points, radii, 0.6, 1)
    sheet.path(limb(tube, [3.2] * len(tube)), "#9aa6b4")
    socket, sizes = stretch(points, radii, 0.4, 0.68)
    sheet.path(limb(socket, [size + 1 for size in sizes[:-1]] + [4.5]), "#43506f")

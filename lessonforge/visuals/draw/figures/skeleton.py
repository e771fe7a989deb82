"""Joints: a body in a pose, standing on y = 0 with its hips near x = 0."""

from __future__ import annotations

import functools
import math
from collections.abc import Mapping
from dataclasses import dataclass

from lessonforge.visuals.draw.figures.bodies import HEAD, Body
from lessonforge.visuals.draw.figures.pose import Leg, Pose, Reach
from lessonforge.visuals.draw.figures.shapes import Frame, Point, bend, between, step

HEAD_MARKS: Mapping[str, Point] = {
    "mouth": (6, 16), "chin": (7, 25), "ear": (-25, 5), "brow": (12, -5), "crown": (0, -30), "cheek": (20, 14),
}  # fmt: skip


@dataclass(frozen=True)
class Skeleton:
    """Joints of a figure; pairs and triples are (near, far) and (from the body outwards)."""

    body: Body
    pose: Pose
    torso: Frame
    """At the middle of the hips, y up the spine; 1 unit is 1."""
    head: Frame
    """At the middle of the head, drawn for a radius of `HEAD`."""
    neck: Point
    arms: tuple[tuple[Point, Point, Point], tuple[Point, Point, Point]]
    legs: tuple[tuple[Point, Point, Point], tuple[Point, Point, Point]]
    feet: tuple[Frame, Frame]

    @property
    def seat(self) -> Point:
        """Where it sits: the underside of its hips."""
        (x1, y1), (x2, y2) = self.legs[0][0], self.legs[1][0]
        return (x1 + x2) / 2, (y1 + y2) / 2 + self.body.leg_thick[0] - 1

    @property
    def hand(self) -> Point:
        """Where it holds things."""
        near, far = self.arms[0][2], self.arms[1][2]
        return {"near": near, "far": far, "both": between(near, far)}[self.pose.holds]

    @property
    def ride(self) -> Frame:
        """The frame of what it rides: its origin at the hips, drawn for legs of 127."""
        scale = sum(self.body.leg) / 127 * 0.96 + 0.04
        return Frame(self.torso.origin, 0, scale, scale)

    @property
    def grip(self) -> Frame:
        """Where a prop is held, upright or along both hands; or kicked, or swung under the feet."""
        (x1, y1), (x2, y2) = self.arms[0][2], self.arms[1][2]
        if self.pose.along:
            return Frame((x1, y1), math.degrees(math.atan2(y2 - y1, x2 - x1)) - 90)
        if self.pose.swung:
            return Frame(self.hand, 0, (x2 - x1) / 76, sum(self.body.leg) / 77)
        return Frame(self.feet[0].at(26, -4)) if self.pose.foot else Frame(self.hand)


@functools.lru_cache(2048)
def skeleton(body: Body, pose: Pose) -> Skeleton:
    """The joints of this body in this pose."""
    loose = _joints(body, pose, (0.0, 0.0))
    return _joints(body, pose, (0.0, -_lowest(loose) - pose.lift * sum(body.leg)))


def _joints(body: Body, pose: Pose, hips: Point) -> Skeleton:
    spine = pose.turn + pose.lean + body.stoop * (0.25 if pose.turn else 1)
    torso = Frame(hips, spine)
    pelvis = Frame(hips, pose.turn + pose.lean * 0.3)
    neck = torso.at(1.5, -body.torso)
    nod = pose.turn + (pose.lean + body.stoop) * 0.4
    scale = body.head / HEAD
    over = step(neck, 180 - (nod + pose.lean * 0.3 + body.stoop * 2), body.neck + body.head * 0.9)
    head = Frame(over, nod + pose.head, scale, scale)
    feet = [_leg(body, pose, leg, pelvis, side) for leg, side in zip(pose.legs, (-1, 1), strict=True)]
    bare = Skeleton(
        body, pose, torso, head, neck, (), (feet[0][0], feet[1][0]), (feet[0][1], feet[1][1]),  # type: ignore[arg-type]
    )  # fmt: skip
    near = _arm(bare, pose.near, -1)
    far = _arm(bare, pose.far, 1)
    return Skeleton(body, pose, torso, head, neck, (near, far), bare.legs, bare.feet)


def _leg(
    body: Body, pose: Pose, leg: Leg, pelvis: Frame, side: int
) -> tuple[tuple[Point, Point, Point], Frame]:  # fmt: skip
    hip = pelvis.at(side * body.legs * pose.wide, -2)
    knee = step(hip, leg.thigh - pose.turn, body.leg[0] * leg.long[0])
    ankle = step(knee, leg.shin - pose.turn, body.leg[1] * leg.long[1])
    scale = body.foot / 12 * (0.95 if body.head < 27 else 1.0)
    return (hip, knee, ankle), Frame(ankle, leg.foot + pose.turn, -scale if leg.back else scale, scale)


def _arm(bare: Skeleton, arm: Reach | tuple[float, float], side: int) -> tuple[Point, Point, Point]:
    body, pose = bare.body, bare.pose
    shoulder = bare.torso.at(
        side * (body.shoulder - body.arm_thick[0] * 0.4) * pose.wide + 1, -body.torso + body.arm_thick[0] + 3
    )
    if not isinstance(arm, Reach):
        elbow = step(shoulder, arm[0] - pose.turn, body.arm[0])
        return shoulder, elbow, step(elbow, arm[1] - pose.turn, body.arm[1])
    target = _target(bare, arm, shoulder)
    lengths = body.arm[0] * arm.long[0], body.arm[1] * arm.long[1]
    elbow, end = bend(shoulder, target, lengths, arm.side)
    return shoulder, elbow, end


def _target(bare: Skeleton, reach: Reach, shoulder: Point) -> Point:
    """The point that a hand reaches for."""
    body, (dx, dy) = bare.body, reach.off
    if reach.to in HEAD_MARKS:
        x, y = HEAD_MARKS[reach.to]
        return bare.head.at(x + dx, y + dy)
    arm = sum(body.arm) / 80
    if reach.to == "chest":
        return bare.torso.at(2 + dx * arm, -body.torso * 0.6 + dy * arm)
    if reach.to == "hip":
        return bare.torso.at((body.waist + 1) * (-1 if dx < 0 else 1) + dx * arm, -body.torso * 0.16 + dy * arm)
    if reach.to == "shoulder":
        return shoulder[0] + dx * arm, shoulder[1] + dy * arm
    knee = bare.legs[0 if reach.to == "near knee" else 1][1]
    return knee[0] + dx * arm, knee[1] + dy * arm


def _lowest(joints: Skeleton) -> float:
    """The y of what touches the ground."""
    body, found = joints.body, [joints.seat[1]]
    for leg, foot in zip(joints.legs, joints.feet, strict=True):
        found += [foot.at(-8, 12)[1], foot.at(14, 12)[1], leg[1][1] + body.leg_thick[1]]
    if joints.pose.turn:
        found += [joints.head.at(-HEAD, 0)[1], joints.torso.at(-body.shoulder, -body.torso * 0.8)[1]]
    if joints.pose.hands_down:
        found += [arm[2][1] + body.hand for arm in joints.arms if arm]
    return max(found)

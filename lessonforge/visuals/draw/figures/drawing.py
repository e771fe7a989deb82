"""Draws a figure part after part, from what lies behind to what lies before."""

from __future__ import annotations

from collections.abc import Iterator
from xml.etree import ElementTree

from lessonforge.visuals.draw.figures import cloth, head
from lessonforge.visuals.draw.figures.garments import BOTTOMS, CAPES, COATS, TOPS
from lessonforge.visuals.draw.figures.looks import Look
from lessonforge.visuals.draw.figures.shapes import Frame
from lessonforge.visuals.draw.figures.sheet import ARM, FAR, Sheet, known
from lessonforge.visuals.draw.figures.skeleton import Skeleton
from lessonforge.visuals.draw.things import Thing


class Drawing:
    """Draws one figure, part after part."""

    def __init__(self, sheet: Sheet, joints: Skeleton, made: Look, raw: Thing):
        self.sheet, self.joints, self.made, self.pose = sheet, joints, made, joints.pose
        self.top, self.bottom = TOPS[made.top], BOTTOMS[made.bottom]
        self.coat = COATS[made.coat] if made.coat else None
        self.own = _own(raw)
        self.face = made.face or joints.pose.face

    def draw(self) -> None:
        """All of it."""
        sheet, made, joints = self.sheet, self.made, self.joints
        self.mount("back")
        self.mount("far-wheel")
        if made.mount == "bicycle":
            self.mount("wheel")
        if made.cape:
            cloth.cape(sheet, joints, CAPES[made.cape])
        self.worn("back")
        head.back(sheet, joints, made.hair, made.hat)
        self.additions("back")
        if not self.pose.front:
            self.arm(1)
        self.legs()
        self.trunk()
        self.mount("")
        if made.mount == "wheelchair":
            self.mount("wheel")
        for n in self.arms(above=False):
            self.arm(n)
        sheet.group("head")
        head.front(sheet, joints, made.hair, made.hat, self.face, made.extras)
        self.additions("head")
        for n in self.arms(above=True):
            self.arm(n)

    def arms(self, *, above: bool) -> Iterator[int]:
        """The arms before the chest, the far one first: those whose hand is at the head lie before it."""
        for n in (1, 0) if self.pose.front else (0,):
            wrist = self.joints.head.local(self.joints.arms[n][2])
            if above == (-60 < wrist[1] < 34 and abs(wrist[0]) < 48):
                yield n

    def legs(self) -> None:
        """The legs, the near one before the far one."""
        if self.pose.tucked:
            cloth.lap(self.sheet, self.joints, self.bottom)
        lost, shoes = "prosthesis" in self.made.extras, self.pose.shoes or self.made.shoes
        band = self.top.band if self.bottom.slot == "top" else ""
        for n in (1, 0):
            self.sheet.group("leg" if n == 0 else "")
            cloth.leg(self.sheet, self.joints, n, self.bottom, shoes, band, artificial=lost and n == 0)
        self.sheet.group("")

    def trunk(self) -> None:
        """The trunk, from the hips up to the neck, and what is worn on it."""
        sheet, joints, worn = self.sheet, self.joints, self.coat or self.top
        skirts = [garment for garment in (self.bottom, self.top, self.coat) if garment and garment.skirt]
        if not skirts or self.bottom.legs:
            cloth.pelvis(sheet, joints, self.bottom)
        for garment in skirts:
            cloth.skirt(sheet, joints, garment)
        cloth.neck(sheet, joints)
        cloth.torso(sheet, joints, worn)
        if self.bottom.piece and not self.coat:
            cloth.bib(sheet, joints, self.bottom, self.top)
        self.worn("")
        if not joints.pose.seated:
            self.worn("skirt")
        self.additions("chest")

    def arm(self, n: int) -> None:
        """An arm; in two groups where its forearm moves by itself."""
        worn = self.coat if self.coat and self.coat.sleeve else self.top
        side = ("near", "far")[n]
        tone = FAR if n else ARM
        moving = {name for name, *_ in self.pose.moves}
        self.sheet.group("")
        self.carried(n)
        if self.pose.prop and side == ("far" if self.pose.holds == "far" and not self.pose.along else "near"):
            self.sheet.piece(f"held/{self.pose.prop}", self.joints.grip)
        if f"{side}-forearm" in moving:
            self.sheet.group("")
            cloth.arm(self.sheet, self.joints, n, worn, tone, "upper")
            self.sheet.group(f"{side}-forearm")
            cloth.arm(self.sheet, self.joints, n, worn, tone, "lower")
        else:
            self.sheet.group(f"{side}-arm" if f"{side}-arm" in moving else "" if n else "arm")
            if self.pose.free and self.made.mount != "both" and side == ("far" if self.pose.holds == "far" else "near"):
                self.additions("hand")
                self.additions("staff")
            cloth.arm(self.sheet, self.joints, n, worn, tone)
        self.sheet.group("")

    def mount(self, layer: str) -> None:
        """What it rides; its wheels are parts."""
        if self.made.mount in known("mounts"):
            self.sheet.group(layer if "wheel" in layer else "")
            self.sheet.piece(f"mounts/{self.made.mount}", self.joints.ride, layer)
            self.sheet.group("")

    def carried(self, n: int) -> None:
        """A stick or a crutch between ground and a hand that hangs."""
        hand = self.joints.arms[n][2]
        low = hand[1] > self.joints.torso.at(0, -0.6 * self.joints.body.torso)[1]
        busy = self.pose.carry or self.pose.prop or self.made.mount not in ("", "board", "seat", "chair")
        sticks = () if busy else self.made.extras
        for name in (*sticks, self.pose.carry):
            if name in known("carried") and (n == 1 or name in ("crutches", "poles")) and self.pose.steady and low:
                self.sheet.piece(f"carried/{name}", Frame(hand, 0, 1, -hand[1] / 100))

    def worn(self, layer: str) -> None:
        """What is worn over the clothes."""
        for name in self.made.extras:
            if name in known("worn"):
                self.sheet.piece(f"worn/{name}", cloth.torso_frame(self.joints), layer)

    def additions(self, joint: str) -> None:
        """What the role's file draws at a joint."""
        frames = {
            "head": self.joints.head, "chest": cloth.torso_frame(self.joints), "hand": Frame(self.joints.hand),
            "back": cloth.torso_frame(self.joints), "staff": Frame((self.joints.hand[0], 0)),
        }  # fmt: skip
        self.sheet.draw(self.own.get(joint, []), frames[joint])


def _own(raw: Thing) -> dict[str, list[ElementTree.Element]]:
    """The role's own shapes by the joint that they move with."""
    return {group.get("data-joint", ""): list(group) for group in raw.drawing if group.get("data-joint")}

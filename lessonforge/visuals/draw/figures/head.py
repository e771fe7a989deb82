"""Draws the head: face, hair, hat, and what is worn on the face. Drawn for a radius of `HEAD`, looking to the right."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from xml.etree import ElementTree

from lessonforge.visuals.draw.figures.shapes import Frame, num
from lessonforge.visuals.draw.figures.sheet import SHADE, Sheet, known, piece
from lessonforge.visuals.draw.figures.skeleton import Skeleton

FACES: Mapping[str, tuple[str, str]] = {
    "smile": ("open", "smile"), "happy": ("happy", "smile"), "laugh": ("happy", "laugh"), "talk": ("open", "talk"),
    "asleep": ("closed", "small"), "calm": ("open", "small"), "sad": ("worried", "sad"), "angry": ("angry", "line"),
    "surprised": ("wide", "round"), "tired": ("half", "line"), "worried": ("worried", "wave"),
    "sing": ("closed", "round"), "shout": ("open", "laugh"),
}  # fmt: skip
"""Eyes and mouth of an expression."""


def back(sheet: Sheet, joints: Skeleton, hair: str, hat: str) -> None:
    """What hangs behind the shoulders."""
    for name in (f"hair/{worn_hair(hair, hat)}" if hair else "", f"hats/{hat}" if hat else ""):
        if name:
            sheet.piece(name, joints.head, "back")


def worn_hair(hair: str, hat: str) -> str:
    """The hair as it is under a hat: high hair is pressed down, and some hats cover all of it."""
    if not hat:
        return hair
    covers = piece(f"hats/{hat}").get("data-covers", "")
    return "none" if covers == "all" else piece(f"hair/{hair}").get("data-under", hair)


def front(sheet: Sheet, joints: Skeleton, hair: str, hat: str, face: str, extras: tuple[str, ...]) -> None:
    """The head with all that is on it."""
    frame = joints.head
    hair = worn_hair(hair, hat)
    sheet.path(_circle(frame, -25, 5, 6.2), "skin", SHADE * 0.8)
    sheet.path(_circle(frame, 0, 0, 27), "skin")
    x, y = joints.pose.look
    sheet.draw(list(_face(face)), Frame(frame.at(x, y), frame.turn, frame.wide, frame.tall))
    for name in ("wrinkles", "moustache", "beard", "long-beard"):
        if name in extras:
            sheet.piece(f"face/{name}", frame)
    sheet.piece(f"hair/{hair}", frame)
    for name in extras:
        if name in known("face") and name not in ("wrinkles", "moustache", "beard", "long-beard"):
            sheet.piece(f"face/{name}", Frame(frame.at(x, y), frame.turn, frame.wide, frame.tall))
    if hat:
        sheet.piece(f"hats/{hat}", frame)


def _face(face: str) -> Iterator[ElementTree.Element]:
    eyes, mouth = FACES[face]
    yield from piece(f"eyes/{eyes}")
    yield from piece(f"mouths/{mouth}")
    yield from piece("eyes/cheeks")


def _circle(frame: Frame, x: float, y: float, r: float) -> str:
    left, right, size = frame.at(x - r, y), frame.at(x + r, y), num(r * frame.tall)
    to = " ".join(map(num, right)), " ".join(map(num, left))
    return f"M{to[1]}A{size} {size} 0 1 1 {to[0]}A{size} {size} 0 1 1 {to[1]}Z"

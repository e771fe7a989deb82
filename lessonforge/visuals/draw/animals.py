"""Animals at what they do: who sleeps has shut eyes and lies, who runs or leaps is off the ground and stretched."""

from __future__ import annotations

import copy
import functools
from collections.abc import Mapping
from dataclasses import replace
from xml.etree import ElementTree

from lessonforge.visuals.draw.bounds import parts
from lessonforge.visuals.draw.groups import Group
from lessonforge.visuals.draw.things import SVG, Thing

EYE, LIGHT = "#2b3a55", ("#fffdf8", "#ffffff", "#fff", "#fbf6ea")
ROUND = (f"{SVG}circle", f"{SVG}ellipse")
LEGS = {"leg", "paw"}
LEAPS: Mapping[str, tuple[float, float]] = {"running": (0.07, -7.0), "jumping": (0.32, -14.0)}
"""How high off the ground an animal is in a pose, as a share of its height, and how far it is turned upwards."""
HEAD, BOW = ("head", "ear", "ears", "horn", "horns", "antler", "tusk", "trunk"), 42
"""The parts that go down with a head that bows, and how many degrees."""
REST = ("sleeping", "lying")
BELLY = 0.71
"""What is seen of the height of four-legged animals that lie: the legs are under them."""


@functools.cache
def animal(thing: Thing, pose: str) -> Thing:
    """An animal in a pose, as far as its drawing allows."""
    if thing.kind != "animal" or thing.stands != "ground":
        return thing
    if pose in LEAPS:
        return replace(thing, base=thing.base + LEAPS[pose][0])
    if pose in ("eating", "drinking"):
        return _bent(thing)
    if pose in REST:
        thing = _lying(thing) if LEGS & {part.name for part in thing.parts} and thing.aspect > 1 else thing
    return replace(thing, drawing=tuple(_shut(one) for one in thing.drawing)) if pose == "sleeping" else thing


def leap(group: Group) -> None:
    """Turns an animal that runs or leaps upwards, the way it looks."""
    if group.thing.kind == "animal" and group.thing.stands == "ground" and group.item.pose in LEAPS:
        turn = LEAPS[group.item.pose][1]
        group.turn = turn if group.looks != "left" else -turn


def _bent(thing: Thing) -> Thing:
    """With its head down: what is drawn of the head is turned around the neck."""
    box = parts(thing).get("head")
    if box is None or not thing.faces or "whiskers" in {part.name for part in thing.parts}:
        return thing
    left, top, right, bottom = box
    ahead = thing.faces == "right"
    neck = left + (right - left) * (0.2 if ahead else 0.8), top + (bottom - top) * 0.5
    turn = f"rotate({BOW if ahead else -BOW:g} {neck[0]:.1f} {neck[1]:.1f})"
    shown = []
    for one in thing.drawing:
        if one.get("data-part") in HEAD:
            whole = ElementTree.Element(f"{SVG}g", {"transform": turn, **_naming(one)})
            whole.append(one)
            one = whole
        shown.append(one)
    still = tuple(replace(part, move=None) if part.name in HEAD else part for part in thing.parts)
    return replace(thing, drawing=tuple(shown), parts=still)


def _lying(thing: Thing) -> Thing:
    """Down to its belly."""
    width, height = thing.box
    name = f"lying-{thing.name}"
    clip = ElementTree.Element(f"{SVG}clipPath", {"id": name})
    box = {"x": "-9", "y": "-9", "width": f"{width + 18:.0f}", "height": f"{height * BELLY + 9:.1f}"}
    ElementTree.SubElement(clip, f"{SVG}rect", box)
    shown = []
    for one in thing.drawing:
        whole = ElementTree.Element(f"{SVG}g", {"clip-path": f"url(#{name})", **_naming(one)})
        whole.append(one)
        shown.append(whole)
    return replace(
        thing, drawing=(clip, *shown), box=(width, height * BELLY), height=thing.height * BELLY,
        parts=tuple(replace(part, move=None) for part in thing.parts),
    )  # fmt: skip


def _naming(element: ElementTree.Element) -> dict[str, str]:
    return {name: value for name in ("data-part", "class") if (value := element.get(name))}


def _shut(element: ElementTree.Element) -> ElementTree.Element:
    """A drawing with its eyes shut: an arc for each dark round and what is light in it or around it."""
    copied = copy.deepcopy(element)
    for parent in copied.iter():
        children = list(parent)
        for n, eye in enumerate(children):
            x, y, r = (float(eye.get(name) or eye.get("rx") or 0) for name in ("cx", "cy", "r"))
            if eye.tag not in ROUND or eye.get("fill") != EYE or not 1.5 < r < 6:
                continue
            for one in (eye, *(near for near in (*children[n - 1 : n], *children[n + 1 : n + 2]) if _light(near))):
                if one in list(parent):
                    parent.remove(one)
            arc = {"d": f"M{x - r:.1f} {y:.1f}Q{x:.1f} {y + 1.2 * r:.1f} {x + r:.1f} {y:.1f}", "fill": "none"}
            line = {"stroke": EYE, "stroke-width": f"{0.55 * r:.1f}", "stroke-linecap": "round"}
            parent.append(ElementTree.Element(f"{SVG}path", {**arc, **line}))
    return copied


def _light(element: ElementTree.Element) -> bool:
    return element.tag in ROUND and element.get("fill") in LIGHT

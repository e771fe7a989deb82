"""What a prompt says of two things is seen: truth by geometry, for every relation over many pairs."""

from __future__ import annotations

import functools
import itertools
import math
import random

import pytest

from lessonforge.visuals.draw import palettes
from lessonforge.visuals.draw.canvas import Canvas
from lessonforge.visuals.draw.grammar import read
from lessonforge.visuals.draw.groups import Group
from lessonforge.visuals.draw.layout import arrange
from lessonforge.visuals.draw.settings import places
from lessonforge.visuals.draw.settings.stage import Stage
from lessonforge.visuals.draw.things import catalogue
from lessonforge.visuals.draw.whereabouts import whereabouts

WIDE, SQUARE, TALL = 1778.0, 1000.0, 562.5
STANDING = ("man", "child", "cat", "bird", "ball", "cup", "tree", "house", "table", "chair", "box", "bed", "car",
            "ladder", "bicycle", "rock")  # fmt: skip
BEARERS = {
    "table": ("cat", "bird", "ball", "cup", "box", "book", "child"),
    "chair": ("cat", "child", "man", "ball", "box", "book"),
    "box": ("cat", "bird", "ball", "cup", "child", "book"),
    "bed": ("cat", "ball", "child", "book", "box"),
    "rock": ("cat", "bird", "man", "frog", "child"),
    "house": ("cat", "bird", "man"),
    "car": ("cat", "bird", "box"),
    "boat": ("cat", "bird", "man", "box"),
    "tree": ("bird", "cat"),
}
HOLDERS = {
    "box": ("cat", "ball", "bird", "cup", "book"),
    "cup": ("fish", "mouse", "flower"),
    "basket": ("cat", "ball", "apple", "bird"),
    "car": ("man", "child", "dog"),
    "boat": ("man", "child", "dog", "cat"),
    "tent": ("man", "child", "dog"),
    "cage": ("bird", "lion", "rabbit"),
    "house": ("man", "child", "cat"),
    "bath": ("child", "dog"),
    "bed": ("child", "man", "cat"),
}
SHADES = {
    "table": ("cat", "dog", "child", "ball", "box", "bird", "book"),
    "chair": ("cat", "ball", "mouse", "book"),
    "bed": ("cat", "ball", "box", "dog"),
    "tree": ("man", "child", "cat", "ball", "bench", "cow", "bicycle", "table"),
    "bridge": ("boat", "duck"),
    "cloud": ("man", "house", "bird", "tree"),
    "umbrella": ("man", "cat"),
}
LEANERS = {
    "wall": ("ladder", "bicycle", "broom", "man", "spade"),
    "tree": ("ladder", "bicycle", "broom", "man", "child", "guitar"),
    "house": ("ladder", "bicycle", "broom", "man"),
    "fence": ("ladder", "bicycle", "man", "spade"),
    "door": ("broom", "man"),
}


@functools.cache
def placed(prompt: str, width: float = WIDE) -> list[Group]:
    """The groups of a prompt in the place that it implies; each person by itself."""
    scene = read(prompt)
    assert scene.unknown == (), scene.unknown
    land = whereabouts(scene)
    canvas = Canvas(width, 1000, palettes.STYLES["flat"], palettes.LIGHTS["day"], palettes.LAND["summer"])
    stage = Stage(canvas, random.Random(1), random.Random(2), named=frozenset(item.thing for item in scene.items))
    stands = {"air" if item.flying else catalogue()[item.thing].stands for item in scene.items}
    stands |= {"ground"} if stands & {"surface", "inside"} else set()
    places.lay(stage, land, {kind for kind in stands if isinstance(kind, str)})
    return arrange(stage, scene)


def an(noun: str) -> str:
    """The noun with its article."""
    return f"a{'n' if noun[0] in 'aeiou' else ''} {noun}"


def named(groups: list[Group], noun: str) -> Group:
    """The group that a word is drawn as."""
    thing = read(an("brick wall" if noun == "wall" else noun)).items[0].thing
    return next(group for group in groups if group.item.thing == thing)


def box(group: Group) -> tuple[float, float, float, float]:
    """Left, top, right, foot of all of a group."""
    spots = group.formation() if group.count > 1 else [(0.0, 0.0, 1.0)]
    xs, ys = [x for x, _, _ in spots], [y for _, y, _ in spots]
    half, tip = group.single / 2, group.tall * math.sin(math.radians(group.turn))
    left, right = group.x + min(xs) - half + min(0.0, tip), group.x + max(xs) + half + max(0.0, tip)
    return left, group.top + min(ys), right, group.foot + max(ys)


def level(group: Group) -> float:
    """What is drawn later is before."""
    return group.z if group.z is not None else group.y


def common(a: Group, b: Group) -> float:
    """The share of `a` that is within the outline of `b`: of a tree, its crown and its trunk."""
    (left, top, right, foot), one = box(b), box(a)
    fork, trunk = top + 0.55 * (foot - top), 0.07 * (right - left)
    tree = b.thing.kind == "plant" and b.count == 1
    parts = [(left, top, right, fork), (b.x - trunk, fork, b.x + trunk, foot)] if tree else [box(b)]
    return sum(_shared(one, part) for part in parts) / max(1.0, (one[2] - one[0]) * (one[3] - one[1]))


def _shared(one: tuple[float, ...], two: tuple[float, ...]) -> float:
    wide, high = min(one[2], two[2]) - max(one[0], two[0]), min(one[3], two[3]) - max(one[1], two[1])
    return max(0.0, wide) * max(0.0, high)


def seen_size(a: Group, b: Group) -> str:
    """Neither is a speck beside the other."""
    return "a speck" if a.tall < 34 and a.wide < 40 else ""


def on(a: Group, b: Group) -> str:
    left, top, right, foot = box(b)
    x, y = a.x, box(a)[3]
    if not left - 5 <= x <= right + 5:
        return f"x {x:.0f} not within {left:.0f}..{right:.0f}"
    if "seat" in b.thing.anchors and a.thing.figure and a.anchor("seat"):
        return "" if abs(a.anchor("seat")[1] - b.anchor("seat")[1]) < 12 else "not on the seat"
    if b.thing.kind == "plant":
        return "" if top <= y <= top + 0.85 * (foot - top) else "not in the crown"
    high = b.top + b.tall * b.thing.top if b.thing.top else b.anchor("seat")[1] if b.anchor("seat") else None
    if high is not None and not high - 12 <= y <= max(high + 0.25 * b.tall, high + 20):
        return f"foot {y:.0f} not at the top {high:.0f}"
    if high is None and not top - 4 <= y <= top + 0.7 * b.tall:
        return f"foot {y:.0f} not on {top:.0f}..{foot:.0f}"
    return "hidden" if level(a) < level(b) else ""


def within(a: Group, b: Group) -> str:
    left, top, right, foot = box(b)
    x, y = a.x, (box(a)[1] + box(a)[3]) / 2
    if not (left <= x <= right and top - 0.35 * a.tall <= y <= foot):
        return "beside it"
    return seen_size(a, b)


def under(a: Group, b: Group) -> str:
    left, top, right, foot = box(b)
    if not left - 0.1 * b.wide <= a.x <= right + 0.1 * b.wide:
        return f"x {a.x:.0f} not under {left:.0f}..{right:.0f}"
    if box(a)[1] < top + (0.03 if b.thing.kind in ("furniture",) else 0.12) * (foot - top):
        return "reaches over its top"
    return seen_size(a, b)


def behind(a: Group, b: Group) -> str:
    if level(a) >= level(b):
        return "drawn before it"
    if common(a, b) > 0.56:
        return f"hidden {common(a, b):.2f}"
    one, two = box(a), box(b)
    gap = max(one[0] - two[2], two[0] - one[2])
    if gap > 0.02 * WIDE:
        return f"apart {gap:.0f}"
    return "the face is hidden" if faceless(a, b) else seen_size(a, b)


def faceless(a: Group, b: Group) -> bool:
    head, (left, top, right, foot) = a.anchor("head"), box(b)
    return bool(head and a.thing.kind == "person" and left < head[0] < right and top < head[1] < foot)


def front(a: Group, b: Group) -> str:
    if level(a) <= level(b):
        return "drawn behind it"
    if common(b, a) > 0.42:
        return f"hides {common(b, a):.2f}"
    one, two = box(a), box(b)
    gap = max(one[0] - two[2], two[0] - one[2])
    return f"apart {gap:.0f}" if gap > 30 else seen_size(a, b)


def beside(a: Group, b: Group) -> str:
    one, two = box(a), box(b)
    gap = max(one[0] - two[2], two[0] - one[2])
    if gap > max(0.6 * min(a.wide, b.wide), 60):
        return f"apart {gap:.0f}"
    if -gap > 0.3 * min(a.wide, b.wide):
        return f"overlap {-gap:.0f}"
    if "air" in (a.kind, b.kind):
        return "" if min(one[3], two[3]) > max(one[1], two[1]) - 20 else "at another height"
    if abs(one[3] - two[3]) > max(110, 0.3 * max(a.tall, b.tall)):
        return f"feet {one[3]:.0f} and {two[3]:.0f}"
    return seen_size(a, b)


def left_of(a: Group, b: Group) -> str:
    return beside(a, b) or ("" if a.x < b.x else "to the right")


def above(a: Group, b: Group) -> str:
    if box(a)[3] > box(b)[1] + 0.16 * b.tall:
        return f"foot {box(a)[3]:.0f} is lower than {box(b)[1]:.0f}"
    return "" if abs(a.x - b.x) < max(0.6 * (a.wide + b.wide) / 2, 40) else "aside"


def leans(a: Group, b: Group) -> str:
    one, two = box(a), box(b)
    gap = max(one[0] - two[2], two[0] - one[2])
    if gap > 8:
        return f"apart {gap:.0f}"
    if a.thing.aspect < 0.9 and not 3 <= abs(a.turn) <= 35:
        return "upright"
    return "" if level(a) > level(b) else "behind it"


def pairs():
    for a, b in itertools.permutations(STANDING, 2):
        both = {a, b}
        if b == "bird" and a == "cat":
            continue  # it is as large as the cat
        if both & {"cup", "ball", "bird"} and both & {"house", "tree", "car", "ladder", "bed"}:
            continue  # nobody asks for a cup behind a house
        yield a, b


CASES = [
    *((f"{an(a)} on {an(b)}", a, b, on) for b, some in BEARERS.items() for a in some),
    *((f"{an(a)} in {an(b)}", a, b, within) for b, some in HOLDERS.items() for a in some),
    *((f"{an(a)} under {an(b)}", a, b, under) for b, some in SHADES.items() for a in some),
    *((f"{an(a)} leaning against {an(b)}", a, b, leans) for b, some in LEANERS.items() for a in some),
    *((f"{an(a)} {words} {an(b)}", a, b, truth) for a, b in pairs() for words, truth in (
        ("behind", behind), ("in front of", front), ("next to", beside), ("to the left of", left_of))),
    *((f"{an(a)} above {an(b)}", a, b, above)
      for a in ("bird", "balloon", "kite", "cloud") for b in STANDING if b != "bird"),
]  # fmt: skip


def fault(prompt: str, a: str, b: str, truth, width: float = WIDE) -> str:
    groups = placed(prompt, width)
    return truth(named(groups, a), named(groups, b))


@pytest.mark.parametrize(("prompt", "a", "b", "truth"), CASES)
def test_what_is_said_of_two_is_seen(prompt, a, b, truth):
    assert fault(prompt, a, b, truth) == ""


def between(groups: list[Group], a: str, b: str, c: str) -> str:
    middle, one, two = (named(groups, noun) for noun in (a, b, c))
    left, right = sorted((box(one), box(two)))
    mine = box(middle)
    if not (left[2] - 0.25 * middle.wide <= mine[0] and mine[2] <= right[0] + 0.25 * middle.wide):
        return f"{mine[0]:.0f}..{mine[2]:.0f} not in {left[2]:.0f}..{right[0]:.0f}"
    if right[0] - left[2] > max(2.6 * middle.wide, 0.35 * WIDE):
        return "lost in the gap"
    if "air" in (middle.kind, one.kind, two.kind):
        return ""
    feet = [mine[3], left[3], right[3]]
    return "" if max(feet) - min(feet) < 120 else f"feet {[round(f) for f in feet]}"


TRIOS = [(a, b, c) for n, (a, b, c) in enumerate(itertools.permutations(STANDING, 3)) if n % 29 == 0]


@pytest.mark.parametrize("trio", TRIOS)
def test_between_is_between(trio):
    a, b, c = trio
    assert between(placed(f"{an(a)} between {an(b)} and {an(c)}"), a, b, c) == ""


if __name__ == "__main__":
    for prompt, a, b, truth in CASES:
        for width in (WIDE, SQUARE, TALL) if truth in (on, behind, under, beside) else (WIDE,):
            try:
                said = fault(prompt, a, b, truth, width)
            except (AssertionError, StopIteration) as error:
                said = f"ERROR {error!r}"[:90]
            if said:
                print(f"{truth.__name__:8} {width:.0f} {prompt}: {said}")
    for a, b, c in TRIOS:
        try:
            said = between(placed(f"{an(a)} between {an(b)} and {an(c)}"), a, b, c)
        except (AssertionError, StopIteration) as error:
            said = f"ERROR {error!r}"[:90]
        if said:
            print("between", a, b, c, said)

"""Relations between items: what `a boy with a dog`, `holding`, `on` or `looking at` do to the two."""

from __future__ import annotations

import dataclasses
from collections.abc import Sequence

from lessonforge.visuals.draw.grammar.pending import animate
from lessonforge.visuals.draw.grammar.scene import Item
from lessonforge.visuals.draw.things import Thing, catalogue

SMALL = 0.75
"""Metres: what is smaller can be held in a hand."""
FLAT = ("field", "park", "beach", "garden", "playground", "room", "street")
"""Places whose ground is anywhere: a ball on the grass may be between two."""
SHELTERS = ("umbrella", "parasol", "beach-umbrella")
"""Who is under one of these holds it."""
HOLLOW = ("tunnel", "door", "gate", "window", "triumphal-arch", "arch", "hoop", "ring")
"""What one goes through."""
DEEDS = frozenset("hold use hand wear head back neck mouth lap face peer push pull follow".split())  # noqa: SIM905
"""What somebody does with something."""
DIRECT = frozenset(
    [
        "on",
        "in",
        "under",
        "behind",
        "front",
        "beside",
        "above",
        "between",
        "around",
        "against",
        "along",
        "facing",
        "sides",
        "through",
        "hang",
        "edge",
        "neck",
        "mouth",
        "lap",
        "climb",
        "cross",
        "head",
        "back",
    ]
) | {"left of", "right of"}


def relate(items: list[Item], name: str, first: Sequence[int], second: Sequence[int], anew: bool = False) -> None:
    """Puts `first` into the relation `name` to `second`; `anew`: in place of the one that they have."""
    if not first or not second:
        return
    first = _carriers(items, name, first, second)
    if anew:
        for n in first:
            items[n] = dataclasses.replace(items[n], relation="", target=None, other=None)
    name = "peer" if name == "through" and _thing(items[second[0]]).kind == "lab" else name
    if name in ("with", "has", "of"):
        for n in second:
            _with(items, name, first, n)
    elif name in DEEDS:
        _do(items, name, first, second)
    elif name == "in" and animate(items[first[0]].thing) and animate(items[second[0]].thing):
        if _ridden(items[second[0]]):
            _stand(items, "on", first, second)
        else:
            _amid(items, first[0], second)
    elif name == "among":
        _tie(items, second, "around" if _floor(items[first[0]]) else "in", first[0])
    elif name == "at":
        _at(items, first, second[0])
    elif name in ("to", "lead"):
        _look(items, first, second[0])
        _tie(items, first, "facing", second[0])
    else:
        _stand(items, name, first, second)


def _ridden(item: Item) -> bool:
    """`En su burro` is on it."""
    return item.count == 1 and "seat" in _thing(item).anchors


def _amid(items: list[Item], middle: int, others: Sequence[int]) -> None:
    """A shepherd in the middle of his sheep."""
    for n in others:
        items[n] = dataclasses.replace(items[n], count=max(4, items[n].count))
    _tie(items, others, "around", middle)


def _carriers(items: Sequence[Item], name: str, first: Sequence[int], second: Sequence[int]) -> Sequence[int]:
    """A basket of apples under a table: what is said of the apples holds of the basket."""
    if name not in DIRECT or name in ("in", "on", "climb", "cross"):
        return first
    inner = [items[n] for n in first if items[n].relation == "in" and isinstance(items[n].target, int)]
    outer = {int(item.target) for item in inner if item.target not in second}  # type: ignore[arg-type]
    loose = all(not items[n].relation and n not in first for n in outer)
    return tuple(outer) if outer and loose and len(inner) == len(first) else first


def _stand(items: list[Item], name: str, first: Sequence[int], second: Sequence[int]) -> None:
    """Where one is to the other."""
    own, target = _thing(items[second[0]]), second[0]
    if name in ("ride", "drive"):
        name = "on" if name == "ride" or "inside" not in own.anchors else "in"
    elif name == "from":
        name = (
            "in"
            if "inside" in own.anchors
            else "above"
            if _rises(items[first[0]])
            else "under"
            if items[first[0]].thing == "drop"
            else "beside"
        )
    name = _sense(name, _thing(items[first[0]]), own, items[first[0]])
    if name == "under" and items[target].thing in SHELTERS and _thing(items[first[0]]).kind == "person":
        return _tie(items, second, "held", first[0])
    if name not in DIRECT or (name == "around" and own is _thing(items[first[0]])):
        return
    doer = _thing(items[first[0]])
    if doer.name in SHELTERS and own.kind == "person" and name in ("on", "above"):
        return _tie(items, first, "held", target)
    if name == "in" and own.height < SMALL and doer.kind == "person" and own.kind in ("object", "lab", "food", "tool"):
        if own.kind == "lab":
            return _tie(items, second, "held", first[0])
        name = "beside"
    if name == "in" and own.kind == "lab" and doer.kind == "lab" and doer.height > own.height / 2:
        name = "beside"
    if name == "edge":
        name = "on"
        for n in first:
            items[n] = dataclasses.replace(items[n], spots=(*items[n].spots, "edge"))
    _tie(items, first, name, target, second[1] if name == "between" and len(second) > 1 else None)
    seat(items, first, target)
    if name in ("front", "facing", "against"):
        _look(items, first, target)


def _sense(name: str, doer: Thing, own: Thing, item: Item) -> str:
    """What a word for a relation means of these two: over a bridge is across it."""
    walks = item.pose in ("", "walking", "running", "crawling") and not item.flying
    if name == "surround":
        return "around"
    if name == "on" and own.name == "ladder" and doer.kind == "person":
        return "climb"
    if name == "around" and doer.name == "snake" and own.kind == "plant":
        return "climb"
    if name == "climb" and doer.kind not in ("person", "animal"):
        return "hang"
    if name == "above" and own.name == "bridge" and walks and doer.stands == "ground":
        return "on"
    if name == "edge":
        return "edge" if own.top is not None and doer.height < own.height and doer.kind != "person" else "beside"
    if name == "through" and own.kind not in ("landform", "weather", "plant") and own.name not in HOLLOW:
        return "front" if "inside" not in own.anchors else "in"
    return name


def _at(items: list[Item], first: Sequence[int], target: int) -> None:
    """People at a table sit behind it, or around it when they are many; at anything else they are beside it."""
    own = _thing(items[target])
    table = own.top is not None and own.kind == "furniture"
    many = sum(items[n].count for n in first) > 2
    _tie(items, first, ("around" if many else "behind") if table else "beside", target)


def _thing(item: Item) -> Thing:
    return catalogue()[item.thing]


def _floor(item: Item) -> bool:
    return "inside" not in _thing(item).anchors and _thing(item).top is None


def _rises(item: Item) -> bool:
    return _thing(item).kind == "weather" or _thing(item).stands in ("sky", "air")


def _tie(items: list[Item], first: Sequence[int], name: str, target: int, other: int | None = None) -> None:
    """Sets a relation of those that have none yet, unless it would close a circle."""
    for n in first:
        flat = name == "between" and items[n].target in FLAT
        if (flat or not items[n].relation) and n not in (target, other) and not _leads(items, target, n):
            items[n] = dataclasses.replace(items[n], relation=name, target=target, other=other)


def seat(items: list[Item], first: Sequence[int], target: int) -> None:
    """Who is on a chair, a horse or in a car sits, unless something else was said."""
    own = _thing(items[target])
    sits = "seat" in own.anchors and (own.kind in ("furniture", "animal") or own.aspect < 2.4)
    for n in first:
        drives = items[n].relation == "in" and own.kind == "vehicle"
        sits = sits and (items[n].relation in ("on", "in") or own.kind == "furniture")
        if _thing(items[n]).kind == "person" and not items[n].pose and items[n].target == target and (sits or drives):
            items[n] = dataclasses.replace(items[n], pose="sitting")


def _leads(items: Sequence[Item], start: int, goal: int) -> bool:
    """Whether a chain of relations leads from one item to another."""
    seen: set[int] = set()
    at: int | str | None = start
    while isinstance(at, int) and at not in seen:
        if at == goal:
            return True
        seen.add(at)
        at = items[at].target
    return False


def _look(items: list[Item], first: Sequence[int], target: int) -> None:
    for n in first:
        if items[n].gaze is None and n != target:
            items[n] = dataclasses.replace(items[n], gaze=target)


TOWED = frozenset(["trailer", "caravan", "cart", "plough"])


def _with(items: list[Item], name: str, first: Sequence[int], n: int) -> None:
    """What somebody has with them is in the hand, what a thing has is on it, in it or beside it."""
    owner, own = _thing(items[first[-1]]), _thing(items[n])
    owners = sum(items[k].count for k in first)
    many = items[n].count > max(1, owners)
    if "far-seat" in owner.anchors and own.kind in ("person", "animal"):
        relation = "on"
    elif owner.kind == "vehicle" and own.name in TOWED:
        return _tie(items, [first[-1]], "pull", n)
    elif "inside" in owner.anchors and name != "has":
        relation = "in"
    elif (
        owner.kind == "person"
        and own.height < 1
        and own.kind not in ("animal", "person", "plant", "furniture")
        and own.stands in ("surface", "ground", "inside", "air")
    ):
        relation = "beside" if many and own.height > 0.3 else "held"
    elif owner.kind == "landform" or (owner.top is not None and own.height < owner.height):
        relation = "on"
    elif (
        (own.kind == "plant" and owner.stands == "surface")
        or (owner.kind == "plant" and own.kind in ("food", "animal", "plant") and own.height < owner.height * 0.3)
        or (owner.kind == "vehicle" and own.kind == "person")
    ):
        relation = "in"
    elif own.kind == "weather" and owner.kind in ("building", "landform", "vehicle", "food"):
        relation = "above"
    elif owner.kind == "food" and own.height < owner.height * 1.5:
        relation = "on"
    elif owner.stands in ("sky", "space") or own.stands in ("sky", "space"):
        return
    else:
        relation = "beside"
    _tie(items, [n], relation, first[0] if relation == "held" and items[n].count > 1 else first[-1])


def _do(items: list[Item], name: str, first: Sequence[int], second: Sequence[int]) -> None:
    """What somebody does with something: holds it, or stands before it and looks at it."""
    target = items[second[0]]
    own = _thing(target)
    _look(items, first, second[0])
    if own.stands in ("sky", "space") or (own.stands == "air" and name not in ("hold", "use", "hand")):
        return
    if name in ("push", "pull", "follow"):
        return _tie(items, first, name, second[0])
    doer = _thing(items[first[0]])
    if len(second) > 3:
        return None
    small = own.height < SMALL and own.kind not in ("person", "furniture", "building")
    if name in ("head", "back", "neck", "mouth", "lap", "hand"):
        if name == "lap" and not items[second[0]].pose:
            items[second[0]] = dataclasses.replace(target, pose="sitting")
        return _tie(items, first, "held" if name == "hand" else name, second[0])
    if name == "hand" or (
        name in ("hold", "use")
        and (small or (name == "hold" and own.height < 1.2) or "grip" in own.anchors)
        and own.kind != "body"
        and doer.kind == "person"
    ):
        _play(items, first, own)
        for m, n in enumerate(second):
            _tie(items, [n], "held", first[m % len(first)])
    elif name == "peer":
        _tie(items, first, "peer", second[0])
    elif name == "use" and own.kind == "instrument":
        _play(items, first, own)
        _tie(items, first, "behind" if own.top is not None else "beside", second[0])
    elif target.relation or own.stands in ("wall", "water", "under water"):
        _tie(items, first, "beside", second[0])
    else:
        _tie(items, second, "faced", first[0])


def _play(items: list[Item], first: Sequence[int], own: Thing) -> None:
    """Who plays an instrument does not dance."""
    for n in first:
        if own.kind == "instrument" and items[n].pose == "dancing":
            items[n] = dataclasses.replace(items[n], pose="holding")

"""Before and after: comes in a line, go out its two scenes, the second one the first with what is said to have changed.

Two clauses are two scenes of one place: what the second leaves unsaid is as before. One clause and an event (`a forest
before and after the trees are cut down`) are that scene, and what the event leaves of it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from lessonforge.visuals.draw.grammar.lexer import Token
from lessonforge.visuals.draw.grammar.scene import Item, Scene
from lessonforge.visuals.draw.things import catalogue
from lessonforge.visuals.draw.words.diagrams import CHANGES, PLACES_AFTER, THINGS_AFTER

AFTER = frozenset(["after", "después", "après", "then", "luego", "ensuite", "now", "ahora", "maintenant"])
READ = Callable[[Sequence[Token]], Scene]


def halves(line: Sequence[Token], read: READ) -> tuple[Scene, ...]:
    """The scenes before and after."""
    asked = next(n for n, token in enumerate(line) if token.has("diagram"))
    if any(token.has("thing", "place", "group") for token in line[:asked]):
        was, event = read(line[:asked]), line[asked + 1 :]
        sides = _parted(event[1:]) if event and event[0].text == ":" else ((), ())
        if all(sides):  # of one place, both sides are told
            first, second = (_changed(read([*line[:asked], *side]), side) for side in sides)
            return first, second
        return was, _after(was, _changed(read(event), event), event, anew=True)
    one, other = _parted([token for token in line if not token.has("diagram")])
    first, second = (_changed(read(part), part) for part in (one, other))
    return first, _after(first, second, other, anew=False)


def _parted(body: Sequence[Token]) -> tuple[Sequence[Token], Sequence[Token]]:
    """What stands on both sides of `after`, of the first pause, or of the last `and` before a whole clause."""
    cuts = [n for n, token in enumerate(body) if n and (token.text in AFTER or token.text == ";")]
    cuts += [n for n, token in enumerate(body) if n > 1 and token.has("comma")]
    cuts += [n for n in range(len(body) - 1, 0, -1) if body[n].has("and") and _clauses(body, n)]
    cut = cuts[0] if cuts else len(body)
    return body[:cut], body[cut + 1 :]


def _clauses(body: Sequence[Token], cut: int) -> bool:
    """Whether both sides name something."""
    return all(any(token.has("thing", "place", "group") for token in side) for side in (body[:cut], body[cut + 1 :]))


def said(line: Sequence[Token]) -> frozenset[str]:
    """The changes that words tell of: `flood`, `cut`, `clean`."""
    found = {word for token in line for word in token.text.split()}
    return frozenset(change for change, names in CHANGES.items() if found & names)


def _changed(scene: Scene, line: Sequence[Token]) -> Scene:
    """A scene with what its own words tell: litter where it is dirty."""
    if "dirty" in said(line) and not any(item.thing == "rubbish" for item in scene.items):
        return replace(scene, items=(*scene.items, Item("rubbish", 3)))
    return scene


def _after(first: Scene, second: Scene, line: Sequence[Token], *, anew: bool) -> Scene:
    """The second scene with all that it has from the first."""
    changes, gone = said(line), _without(line)
    same = not second.places or set(second.places) & set(first.places)
    named = {item.thing for item in second.items}
    inherits = anew or (not second.items and same)
    kept = [item for item in first.items if inherits and item.thing not in gone | _lost(changes)]
    if anew and changes:  # an event speaks of what was there
        second = replace(second, items=tuple(item for item in second.items if item.thing in ("rubbish",)))
    else:
        kept = [item for item in kept if item.thing not in named]
    places = second.places if second.places and not anew else (*first.places, *second.places)
    second = replace(second, items=tuple(turned for item in second.items for turned in _turned(item, changes)))
    kept, places = _left(kept, tuple(dict.fromkeys(places)), changes, gone)
    items = tuple(replace(item, target=None, relation="") if isinstance(item.target, int) else item for item in kept)
    weather = second.weather or (() if changes & {"melt", "dry"} else first.weather if anew else ())
    season = second.season or ("summer" if "melt" in changes else first.season if anew else "")
    both = (*items, *(_moved(item, len(items)) for item in second.items))
    return replace(second, items=both, places=places, weather=weather, season=season)


def _moved(item: Item, by: int) -> Item:
    """An item whose number has grown, and those of the items that it refers to."""
    target = item.target + by if isinstance(item.target, int) else item.target
    refers = {name: value + by for name in ("other", "band", "gaze") if (value := getattr(item, name)) is not None}
    return replace(item, target=target, **refers)


def _left(kept: list[Item], places: tuple[str, ...], changes: frozenset[str], gone: frozenset[str]) -> tuple[
    list[Item], tuple[str, ...]
]:  # fmt: skip
    """What the changes make of things and places."""
    woods = {"forest", "jungle"} & set(places)
    bare = bool(changes & {"cut", "burn"}) or "tree" in gone
    kept = [turned for item in kept for turned in _turned(item, changes)]
    for change in sorted(changes):
        moved = PLACES_AFTER.get(change, {})
        places = tuple(dict.fromkeys(moved.get(place, place) for place in places))
        kept += [Item(name, count) for name, count in _brought(change, kept, woods)]
    places = tuple(place for place in places if place and not (bare and place in ("forest", "jungle")))
    return kept, (*places, "country") if bare and woods and not places else places


def _turned(item: Item, changes: frozenset[str]) -> Iterator[Item]:
    """What a thing is after the changes, if it is still there."""
    turned = {thing: other for change in changes for thing, other in THINGS_AFTER.get(change, {}).items()}
    name = turned.get(item.thing, item.thing)
    if name in catalogue():
        yield replace(item, thing=name)


def _brought(change: str, kept: Sequence[Item], woods: set[str]) -> Iterator[tuple[str, int]]:
    """What comes with a change."""
    there = {item.thing for item in kept}
    if change == "burn":
        yield "smoke", 2
    if change in ("cut", "burn") and woods and "tree-stump" not in there:
        yield "tree-stump", 5
        yield "log", 2
    if change == "flood":
        yield "puddle", 4
    if change == "grow" and not there:
        yield "skyscraper", 3


def _lost(changes: frozenset[str]) -> frozenset[str]:
    return frozenset(["rubbish"]) if "clean" in changes else frozenset()


def _without(line: Sequence[Token]) -> frozenset[str]:
    """The things that are there no more: `no trees`, `without the bridge`."""
    gone = set()
    for n, token in enumerate(line):
        if token.has("no"):
            gone |= {value[0] for near in line[n + 1 : n + 4] for kind, value in near.meanings[:1] if kind == "thing"}  # type: ignore[index]
    return frozenset(gone)

"""Where a scene is when it doesn't say so: its things vote for the places where they belong (`homes`)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from lessonforge.visuals.draw.grammar import Scene
from lessonforge.visuals.draw.homes import USUAL, ranks, votes
from lessonforge.visuals.draw.settings.land import BIOMES
from lessonforge.visuals.draw.settings.places import PLACES
from lessonforge.visuals.draw.settings.stage import WHEELED
from lessonforge.visuals.draw.things import Thing, catalogue

ON_PAPER = ("shape", "sign", "matter", "cell", "body")
"""Kinds of things that belong nowhere: without a place they are shown on a page."""
GARDEN = (
    "bench", "fence", "swing", "hammock", "park-bench", "picnic-table", "ladder", "letter-box", "pedestal", "throne",
    "barbecue", "ramp",
)  # fmt: skip
"""Furniture that may stand outdoors."""
ROLLED = ("wheelchair", "pram", "scooter", "skateboard", "shopping-trolley", "parachute", "raft")
"""Vehicles that are at home indoors as well."""
OPEN = frozenset({"river", "lake", "mountain", "hill", "sea", "sky", "country"})
"""Parts of a view, that leave open in what land they are."""


def whereabouts(scene: Scene) -> frozenset[str]:
    """The places that are named, or that follow from what is named."""
    things = [catalogue()[item.thing] for item in scene.items]
    if _shore(scene):
        return frozenset({*scene.places, "beach"})
    swimming = bool(things) and all(thing.stands == "under water" for thing in things)
    if swimming and set(scene.places) <= {"sea"} and not scene.weather:
        return frozenset({"underwater"})
    told = _voted(scene, things)
    if set(scene.places) <= {"sky"} and things:
        place = _plain(scene, things, told) or told or _usual(scene, things)
        return frozenset({*scene.places, place} - {""})
    if set(scene.places) <= OPEN and told in BIOMES:
        return frozenset({*scene.places, told})
    return frozenset(scene.places)


def _plain(scene: Scene, things: Sequence[Thing], told: str) -> str:
    """What belongs nowhere is on a page, planets are in space, and what hangs on a wall is in a room."""
    if scene.weather:
        return ""
    if not scene.time and not scene.places and all(t.kind in ON_PAPER for t in things):
        return "page"
    bodies = any(t.stands == "space" for t in things)
    if bodies and all(t.kind in ("space", "vehicle") or t.name == "astronaut" for t in things):
        return "space"
    if any("wall" in item.spots for item in scene.items) and not (told and PLACES[told].indoor):
        return "classroom" if any(t.name in ("teacher", "map") for t in things) else "room"
    if any(t.stands == "under water" for t in things) and not any(t.stands in ("water", "surface") for t in things):
        return "underwater"
    return ""


def _voted(scene: Scene, things: Sequence[Thing]) -> str:
    """The place that most speaks for, where there is one that suits all."""
    found: Counter[str] = Counter()
    people = [item for item, thing in zip(scene.items, things, strict=True) if thing.figure]
    said = {word for item in people for word in (item.pose, item.deed, *item.traits)}
    for name in {*scene.hints, *(thing.name for thing in things), *said}:
        for place, weight in votes().get(name, ()):
            found[place] += weight
    outside = _outside(scene, things)
    fitting = [place for place in ranks() if found[place] >= USUAL and _suits(place, scene, things, outside)]
    return max(fitting, key=lambda place: found[place], default="")


def _outside(scene: Scene, things: Sequence[Thing]) -> bool:
    """Whether something is named that is only under the open sky."""
    return bool(scene.weather) or any(
        t.stands in ("water", "sky", "space") or t.kind in ("building", "landform", "weather")
        or (t.kind == "vehicle" and t.name not in ROLLED) or (t.kind == "plant" and t.height > 1.2)
        for t in things
    )  # fmt: skip


def _suits(place: str, scene: Scene, things: Sequence[Thing], outside: bool) -> bool:
    """Whether a place leaves room for all that is named."""
    if place not in PLACES or (outside and PLACES[place].indoor and place not in ("factory", "station")):
        return False
    own = {name for name, every in votes().items() if any(home == place for home, _ in every)}
    other = [t for t in things if t.name not in own and t.kind in ("building", "landform")]
    return not other or place in ("street", "farm")


def _usual(scene: Scene, things: Sequence[Thing]) -> str:
    """Furniture is in a room, small things are on a table, what drives is on a road."""
    if not _outside(scene, things):
        if all(t.stands in ("surface", "inside") and t.height < 1.1 for t in things):
            return "tabletop"
        return "room" if any(t.kind == "furniture" and t.name not in GARDEN for t in things) else ""
    if any(t.kind in ("landform", "space") or t.stands == "water" for t in things):
        return ""
    built = any(t.kind == "building" and t.name != "house" for t in things)
    return "road" if any(t.name in WHEELED for t in things) and not built else ""


def _shore(scene: Scene) -> bool:
    """Whether the sea must be as wide as the land: the coast has it on the left, and a boat is asked for elsewhere."""
    if not set(scene.places) <= {"sea", "sky"}:
        return False
    spots = {"water": "right", "ground": "left"}
    found = [(catalogue()[item.thing].stands, item.spots) for item in scene.items]
    both = {"water", "ground"} <= {stands for stands, _ in found}
    return both and any(spots.get(stands) in named for stands, named in found)

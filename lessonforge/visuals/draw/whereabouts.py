"""Where a scene is when it doesn't say so: furniture stands in a room, cars on a road, a goal on a pitch."""

from __future__ import annotations

from collections.abc import Sequence

from lessonforge.visuals.draw.grammar import Scene
from lessonforge.visuals.draw.settings.places import PLACES
from lessonforge.visuals.draw.settings.stage import WHEELED
from lessonforge.visuals.draw.things import Thing, catalogue

TELLING = {
    "board": "classroom", "blackboard": "classroom", "whiteboard": "classroom", "bed": "bedroom",
    "bunk-bed": "bedroom", "wardrobe": "bedroom", "bedside-table": "bedroom", "cot": "bedroom",
    "hospital-bed": "hospital", "fridge": "kitchen", "cooker": "kitchen", "goal": "sports",
    "basketball-hoop": "sports", "slide": "playground", "climbing-frame": "playground", "sandpit": "playground",
    "bus-stop": "street", "traffic-light": "street", "phone-box": "street", "letter-box": "street",
    "tractor": "field", "penguin": "snow", "polar-bear": "snow", "iceberg": "snow", "igloo": "snow", "walrus": "snow",
    "camel": "desert", "cactus": "desert", "sphinx": "desert", "lion": "savanna", "giraffe": "savanna",
    "zebra": "savanna", "acacia": "savanna", "baobab": "savanna",
}  # fmt: skip
"""Things that say which place a scene without one is in, the surest first."""
HOME = ("kettle", "pot", "glass", "candle", "globe", "tap", "clock", "lamp", "piano")
ON_PAPER = ("shape", "sign", "matter", "cell", "body")
"""Kinds of things that belong nowhere: without a place they are shown on a page."""
GARDEN = (
    "bench", "fence", "swing", "hammock", "park-bench", "picnic-table", "ladder", "goal", "slide", "sandpit",
    "climbing-frame", "basketball-hoop", "letter-box", "pedestal", "throne",
)  # fmt: skip


def whereabouts(scene: Scene) -> frozenset[str]:
    """The places that are named, or that follow from what is named."""
    things = [catalogue()[item.thing] for item in scene.items]
    if _shore(scene):
        return frozenset({*scene.places, "beach"})
    swimming = bool(things) and all(thing.stands == "under water" for thing in things)
    if swimming and set(scene.places) <= {"sea"} and not scene.weather:
        return frozenset({"underwater"})
    if scene.places:
        return frozenset(scene.places)
    place = _outdoors(scene, things) if scene.weather else _implied(scene, things)
    return frozenset({place} if place else ())


def _implied(scene: Scene, things: Sequence[Thing]) -> str:
    kinds = {thing.kind for thing in things}
    if things and not scene.time and all(t.kind in ON_PAPER for t in things):
        return "page"
    bodies = any(t.stands == "space" for t in things)
    if bodies and all(t.kind in ("space", "vehicle") or t.name == "astronaut" for t in things):
        return "space"
    if any("wall" in item.spots for item in scene.items):
        return "classroom" if any(t.name in ("teacher", "map") for t in things) else "room"
    if any(t.stands == "under water" for t in things) and not any(t.stands in ("water", "surface") for t in things):
        return "underwater"
    if any(t.stands in ("water", "sky", "space") or t.kind in ("building", "landform") for t in things):
        return _outdoors(scene, things)
    return _room(things, kinds) or _outdoors(scene, things)


def _outdoors(scene: Scene, things: Sequence[Thing]) -> str:
    """A pitch, a playground or a street from what stands there; a road for what drives."""
    names = {thing.name for thing in things}
    told = next((place for name, place in TELLING.items() if name in names and not PLACES[place].indoor), "")
    if told in ("snow", "desert", "savanna"):
        return (
            told
            if not any(t.kind == "building" and t.name not in ("igloo", "pyramid", "sphinx") for t in things)
            else ""
        )
    if any(t.kind in ("landform", "space") or t.stands == "water" for t in things):
        return ""
    riding = any(item.thing in WHEELED for item in scene.items)
    return told or ("road" if riding and not any(t.kind == "building" and t.name != "house" for t in things) else "")


def _room(things: Sequence[Thing], kinds: set[str]) -> str:
    names = {thing.name for thing in things}
    told = next((place for name, place in TELLING.items() if name in names), "")
    if told:
        return told if PLACES[told].indoor else ""
    small = kinds <= {"lab", "person", "matter", "tool"} and "lab" in kinds
    if small:
        return "lab"
    if things and all(t.stands in ("surface", "inside") and t.height < 1.1 for t in things):
        return "tabletop"
    home = any((t.kind == "furniture" and t.name not in GARDEN) or t.name in HOME for t in things)
    return "room" if home else ""


def _shore(scene: Scene) -> bool:
    """Whether the sea must be as wide as the land: the coast has it on the left, and a boat is asked for elsewhere."""
    if not set(scene.places) <= {"sea", "sky"}:
        return False
    spots = {"water": "right", "ground": "left"}
    found = [(catalogue()[item.thing].stands, item.spots) for item in scene.items]
    both = {"water", "ground"} <= {stands for stands, _ in found}
    return both and any(spots.get(stands) in named for stands, named in found)

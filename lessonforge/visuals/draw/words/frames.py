"""What deeds look like: how who does one holds himself, what he has in the hand, and where the other is.

A frame is the meaning of verbs in all languages (`deeds` has their words).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

REACH = "reaching"
"""The pose of a hand that works at something: how high it reaches follows from how high that is."""


@dataclass(frozen=True)
class Frame:
    """A deed. `link` is what it does to its object (`words.Verb.relation`), `pose` how who does it stands.

    `tool` is in the hand unless one of `instead` is in the scene, turned by `tilt` degrees clockwise for who looks to
    the right. `mark` is how high on the object, as a share of its height, the hand is, `deep` how far in from its near
    side; without a mark one only stands by. `table`: what is small lies on a table. `drawn`: what the object is drawn
    as. `by`: the frame that it is with an object of this name or kind. `pair`: two who do it with each other stand so
    far apart, in lengths of both arms. `goal`: what is named last is worked at, the others are in the hand. `source`:
    the object is still in what it is taken from, and that is worked at. `brings`: what is worked at when nothing is
    named.
    """

    pose: str = ""
    link: str = "face"
    tool: str = ""
    tilt: float = 0.0
    instead: tuple[str, ...] = ()
    mark: float | None = None
    deep: float = 0.25
    table: bool = False
    drawn: tuple[tuple[str, str], ...] = ()
    by: tuple[tuple[str, str], ...] = ()
    pair: float = 0.0
    goal: bool = False
    source: bool = False
    brings: str = ""


def _work(mark: float, tool: str = "", **more: object) -> Frame:
    """A hand that works at a mark of something."""
    return Frame(REACH, tool=tool, mark=mark, **more)  # type: ignore[arg-type]


VESSELS = ("jug", "bottle", "kettle", "teapot", "flask", "milk", "juice", "test-tube", "bucket", "cup", "glass")
BLADES = ("saw", "axe", "scissors", "sickle", "knife")
PLAYED = (
    ("piano", "play keys"), ("xylophone", "play keys"), ("drum", "drum"), ("violin", "fiddle"), ("flute", "blow"),
    ("trumpet", "blow"), ("saxophone", "blow"), ("chess-board", "play at a table"), ("dice", "play at a table"),
    ("puzzle", "play at a table"),
)  # fmt: skip
FRAMES: Mapping[str, Frame] = {
    "pour": Frame("pouring", "face", "jug", 58, VESSELS, mark=0.9, deep=0.4, table=True, goal=True),
    "water": Frame("carrying", tool="watering-can", tilt=14, instead=("bucket",), mark=0.5, deep=0.0),
    "mix": Frame("stirring", tool="spoon", tilt=150, mark=0.9, deep=0.4, table=True),
    "measure": _work(0.5, "ruler", instead=("measuring-tape", "thermometer", "stopwatch", "balance"), deep=0.1),
    "take the temperature": _work(0.75, "thermometer", deep=0.2),
    "peer": Frame("", "peer", by=(("lab", "peer at a table"),)),
    "peer at a table": Frame("peering", "peer", mark=0.9, deep=0.3, table=True),
    "photograph": Frame("photographing", tool="camera"),
    "phone": Frame("phoning", tool="phone", instead=("phone-box",)),
    "hear the heart": _work(0.55, deep=0.4),
    "examine": _work(0.7, instead=("magnifier",), deep=0.2),
    "bandage": _work(0.3, deep=0.35),
    "bandage an arm": _work(0.62, deep=0.2),
    "vaccinate": _work(0.6, "syringe", deep=0.2),
    "brush teeth": Frame("at the mouth", "none", "toothbrush", -110),
    "wash hands": Frame("washing", "none", mark=0.7, deep=0.2, brings="sink"),
    "wash": _work(0.5, deep=0.1),
    "comb": _work(0.9, "comb", deep=0.25),
    "stroke": _work(0.8, deep=0.3),
    "cut food": Frame("cutting", tool="knife", tilt=120, instead=BLADES, mark=0.9, deep=0.2, table=True),
    "cut": Frame("cutting", tool="scissors", tilt=80, instead=BLADES, by=(("food", "cut food"), ("plant", "chop"))),
    "chop": Frame("hammering", tool="axe", tilt=20, mark=0.5, deep=0.0, brings="log"),
    "knead": Frame("washing", mark=0.9, table=True),
    "pick": _work(0.6, deep=0.3, source=True),
    "plant": Frame("digging", instead=("spade", "rake")),
    "dig": Frame("digging", "none"),
    "sweep": Frame("sweeping", "none", "broom", -18, ("rake",)),
    "rake": Frame("sweeping", "none", "rake", -18),
    "milk": _work(0.3, deep=0.45),
    "feed": _work(0.6, deep=-0.05),
    "row": Frame("rowing", "drive", "oar", 20, drawn=(("boat", "rowing-boat"),)),
    "skip with a rope": Frame("skipping", "none"),
    "play": Frame("", "use", by=PLAYED),
    "play at a table": Frame("playing at a table", table=True),
    "play keys": Frame("at the keys", mark=0.5, deep=0.2),
    "drum": Frame("drumming"),
    "fiddle": Frame("fiddling", tool="violin", tilt=-20),
    "blow": Frame("blowing"),
    "read aloud": Frame("reading"),
    "argue": Frame("arguing", pair=1.25),
    "shake hands": Frame("shaking hands", pair=0.98),
    "hug": Frame("hugging", pair=0.5),
    "help": Frame("helping", mark=0.6, deep=0.1),
    "lift": Frame("lifting", "hold"),
    "cook": Frame("stirring", tool="spoon", tilt=150, mark=0.9, deep=0.4, table=True, brings="pot"),
    "shape": _work(0.6, deep=0.0),
    "build": Frame(
        "hammering", tool="hammer", instead=("saw", "digger", "crane", "blocks"),
        by=tuple((soft, "shape") for soft in ("sand-castle", "snowman", "blocks", "igloo", "ten-blocks")),
    ),
    "hammer": Frame("hammering", tool="hammer", mark=0.8, deep=0.0, table=True),
    "saw": Frame("sawing", tool="saw", mark=0.9, deep=0.1, table=True, brings="log"),
    "repair": _work(0.5, "spanner", instead=("hammer", "screwdriver"), deep=0.15),
    "paint": Frame("painting", mark=0.6, deep=0.0, instead=("paintbrush",)),
    "fish": Frame("fishing", "none", "fishing-rod", instead=("net",)),
    "hunt": Frame("running", "follow", "spear", instead=("net", "sword", "lance")),
    "march": Frame("marching", "none"),
    "fight": Frame("fighting", pair=1.1),
    "pray": Frame("praying", "none"),
    "vote": Frame("voting", "none", "letter", mark=1.0, deep=0.4, table=True, brings="ballot-box"),
    "sell": Frame("giving", "hold"),
    "give": Frame("giving", "hold"),
    "show": Frame("showing", "hold"),
    "hide": Frame("hiding", "none"),
    "laugh": Frame("laughing", "none"),
    "type": Frame("washing", mark=0.9, table=True, brings="laptop"),
}  # fmt: skip
"""The frames by the meaning of the verbs."""

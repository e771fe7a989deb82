"""What a verb puts into the hand of who does it: a broom for sweeping, a rod for fishing, unless one is named."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace

from lessonforge.visuals.draw.grammar.pending import person
from lessonforge.visuals.draw.grammar.scene import Item
from lessonforge.visuals.draw.things import catalogue

TOOLS = (
    (r"water|reg(ar|ando|ó)|rieg|arros", "watering-can", "carrying"),
    (r"fish|pesc|pêch", "fishing-rod", "carrying"),
    (r"photograph|film|fotogr|(tak|took|sac|hac|tom|pren|fai|fon)\w* (an? |some |una |unas |une |des |the )?"
     r"(photo|picture|foto)", "camera", "looking"),
    (r"cut|cort|coup", "knife", "carrying"),
    (r"buil|constru", "hammer", "carrying"),
    (r"sweep|swept|barr|balay|balai", "broom", "digging"),
)  # fmt: skip
"""How what is said begins, the tool, and how who has it in the hand stands."""
OTHERS = {
    "hammer": ("saw", "digger", "crane", "blocks"),
    "watering-can": ("bucket",),
    "knife": ("scissors", "saw", "axe"),
}


def armed(items: list[Item], deeds: Mapping[int, str]) -> None:
    """Adds the tools of those who do something (what was said, by the number of who does it) with empty hands."""
    for n, said in deeds.items():
        who = items[n]
        found = next(((tool, pose) for start, tool, pose in TOOLS if re.match(start, said)), None)
        if (
            not found
            or not person(who.thing)
            or who.thing == "cook"
            or any(one.relation == "held" and one.target == n for one in items)
        ):
            continue
        tool, pose = found
        if any(one.thing in (tool, *OTHERS.get(tool, ())) for one in items):
            continue
        if tool == "knife" and (who.gaze is None or catalogue()[items[who.gaze].thing].kind != "food"):
            if who.gaze is None or items[who.gaze].thing != "paper":
                continue
            tool = "scissors"
        stands = who.pose in ("", "watering", "standing") or (tool == "fishing-rod" and not isinstance(who.target, int))
        items[n] = replace(who, pose=pose if stands else who.pose)
        items.append(Item(tool, relation="held", target=n))

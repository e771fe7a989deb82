"""Words of poses and traits in English, Spanish and French."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True)
class Trait:
    """What may be said of a person: the fields of a look that it sets, and the slot that a colour before it is for."""

    name: str
    sets: tuple[tuple[str, str], ...]
    slot: str = ""


POSE_WORDS: Mapping[str, Mapping[str, tuple[str, ...]]] = {}
TRAITS: Mapping[str, Trait] = {}

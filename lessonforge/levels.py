"""The levels of language that a lesson can be made at, from `levels.yaml`."""

from __future__ import annotations

import functools
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Level:
    """What is otherwise at a level: the speech has `rate` times its speed and `pause` more seconds after each sentence,
    a line of captions `columns` times its length.
    """

    rate: float = 1.0
    pause: float = 0.0
    columns: float = 1.0


def of(name: str) -> Level:
    """The level of a name; for none (`""`) everything is as usual. Raises KeyError for an unknown one."""
    return known()[name] if name else Level()


@functools.cache
def known() -> Mapping[str, Level]:
    """All levels by name."""
    import yaml

    table = yaml.safe_load((Path(__file__).parent / "levels.yaml").read_text("utf-8"))
    return {str(name): Level(**values) for name, values in table.items()}

"""What a check may need to know of the rest of the product, given in by the caller."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True)
class Known:
    """The names there are: styles, picture engines, and the voices of a locale (none where it has no voice).

    `formula` says what is wrong with a piece of LaTeX, or nothing.
    """

    styles: Collection[str]
    engines: Collection[str]
    voices: Callable[[str], Mapping[str, Any]]
    formula: Callable[[str], str] = lambda latex: ""

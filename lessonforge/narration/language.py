"""What is known of how a language is written and read out: the files of `languages/`."""

from __future__ import annotations

import functools
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from lessonforge import locales

_TABLES = ("abbreviations", "numbered", "symbols", "units", "fractions", "dollars", "ordinals", "romans")
FOLDER = Path(__file__).with_name("languages")


@dataclass(frozen=True)
class Language:
    """How a language is read out; what it lacks can't be read and is refused.

    `numbered` are abbreviations before a number only (`No. 5`). `titles` and all abbreviations never end a sentence,
    but for those of `may_end`, which do unless a small letter follows. `units` is for what CLDR lacks, by symbol;
    `dollars` are words by plural category, `scales` words such as `million`. Of the `words`, `range` joins two numbers
    (8-11), `and` a number and a fraction, `over` reads a fraction, `power` an exponent (`squared`, `cubed` are two).

    `ordinals` and `romans` say what becomes of a number, `{}`, in a pattern: all from the number (or from the group
    `from`) to the pattern's end is said as `{spellout-ordinal}`, a rule set of CLDR; of two parted by `|` the first is
    for numbers up to ten. A `date` is made of `{d}` (by the rules `day`, the `first` of a month by its word), `{month}`
    or `{m}`, and `{y}`; a `time` of `{h}` and `{m}`, parted by `clock` and maybe followed by `clock_word`, a full hour
    of `hour`. `decimals` are spelled out where the voice reads them wrong; `money` is the order of number and name.
    """

    abbreviations: Mapping[str, str] = field(default_factory=dict)
    numbered: Mapping[str, str] = field(default_factory=dict)
    titles: tuple[str, ...] = ()
    may_end: tuple[str, ...] = ()
    symbols: Mapping[str, str] = field(default_factory=dict)
    units: Mapping[str, str] = field(default_factory=dict)
    fractions: Mapping[str, str] = field(default_factory=dict)
    dollars: Mapping[str, str] = field(default_factory=dict)
    ordinals: Mapping[str, str] = field(default_factory=dict)
    romans: Mapping[str, str] = field(default_factory=dict)
    scales: tuple[str, ...] = ()
    words: Mapping[str, str] = field(default_factory=dict)


@functools.cache
def of(locale: str) -> Language:
    """What is known of the language of a locale; nothing when it has no file."""
    import yaml

    file = FOLDER / f"{locales.language(locale)}.yaml"
    if not file.is_file():
        return Language()
    content = yaml.safe_load(file.read_text(encoding="utf-8"))
    given: dict[str, Any] = {key: tuple(content.pop(key, ())) for key in ("titles", "may_end", "scales")}
    given |= {key: content.pop(key, {}) for key in _TABLES}
    return Language(**given, words=content)

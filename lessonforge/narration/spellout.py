"""Numbers in words, by ICU and the rule sets that CLDR has for each language (`spellout-ordinal-feminine`)."""

from __future__ import annotations

import functools


@functools.cache
def spelled(number: float, rules: str, locale: str) -> str:
    """A number in words, by a rule set or the language's usual one; by that too where it lacks the rule set."""
    from icu4py.messageformat import MessageFormat

    said = MessageFormat(f"{{number,spellout{',%' if rules else ''}{rules}}}", locale).format({"number": number})
    # The soft hyphens are for reading, not for hearing; Russian voices need the ё to stress the right syllable.
    return " ".join(said.replace("\u00ad", "").replace("четверт", "четвёрт").replace("ʼ", "'").split())

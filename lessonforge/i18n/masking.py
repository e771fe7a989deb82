"""What no machine may change in a text: taken out before it is translated, put back and counted afterwards.

Models lose or translate any mark sooner or later (see OpenNMT/CTranslate2 issue 1798), so what comes back is verified:
the same placeholders, tags, kept terms and numbers as before, or it doesn't count.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from lessonforge.i18n import glossary
from lessonforge.i18n.marks import MARK
from lessonforge.i18n.numbers import NUMBER, differences
from lessonforge.i18n.po import CONTROL
from lessonforge.lesson import Glossary

_NUMBERED = re.compile(r"\[\s*(\d{1,4})\s*\]")
"""`[1]`, as a model may write it. One that is in a text already is a mark itself, and stands for what it is."""


@dataclass(frozen=True)
class Masked:
    """A text with marks `[1]`, `[2]`, ... in place of what stays; `words` are what the marks stand for, translated
    where a glossary says how.
    """

    text: str
    words: tuple[str, ...]


def masked(text: str, terms: Glossary, tag: str) -> Masked:
    """The text as a machine gets it: placeholders, tags and terms of the glossary are marks."""
    known = {term.term.lower(): forms[0] for term in terms.terms if (forms := glossary.forms(term, tag))}
    words: list[str] = []

    def mark(found: re.Match[str]) -> str:
        words.append(known.get(found[0].lower(), found[0]))
        return f"[{len(words)}]"

    longest = sorted(known, key=len, reverse=True)
    pattern = "|".join([MARK.pattern, _NUMBERED.pattern, *(rf"(?<!\w){re.escape(term)}(?!\w)" for term in longest)])
    return Masked(re.sub(pattern, mark, text, flags=re.IGNORECASE | re.DOTALL), tuple(words))


def unmasked(translation: str, source: Masked) -> str | None:
    """The translation with everything put back; None when a mark or a number was lost, added or changed, or
    a character came that no text has.
    """
    marks = [int(number) for number in _NUMBERED.findall(translation)]
    if sorted(marks) != list(range(1, len(source.words) + 1)) or not translation.strip():
        return None
    plain = (_NUMBERED.sub("\n", one) for one in (source.text, translation))
    if CONTROL.search(translation) or any(differences(*plain)):
        return None
    return _NUMBERED.sub(lambda found: source.words[int(found[1]) - 1], translation)


def pieces(source: Masked) -> list[str]:
    """The text between marks and numbers, and these themselves: every second one is to be translated."""
    return re.split(rf"(\[\d+\]|{NUMBER.pattern})", source.text)


def joined(parts: Sequence[str], translated: Iterator[str]) -> str:
    """The pieces put together again, those with letters as `translated` gives them, in order."""
    return "".join(
        part if number % 2 or not any(map(str.isalpha, part)) else _spaced(part, next(translated))
        for number, part in enumerate(parts)
    )


def _spaced(part: str, translation: str) -> str:
    """The translation with the spaces that stood around its source."""
    bare = part.strip()
    return part.replace(bare, translation.strip(), 1)

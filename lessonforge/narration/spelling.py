"""What is written, respelled as it is to be spoken, with a map of spans that leads back.

A voice reads plain numbers and most words right. What it would misread is changed by rules: the lexicon's words,
abbreviations, amounts of money, numbers with a unit, formulas, fractions, powers, ranges and signs. What a language
has no words for is left as it is, so that an engine can refuse it.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cache
from typing import NamedTuple

from lessonforge.model import Span
from lessonforge.narration import counting, dates, language, units
from lessonforge.narration.language import Language
from lessonforge.narration.units import NUMBER, SPACES

_UNSPACED = (
    "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af\uf900-\ufaff\U00020000-\U0003ffff"
)
"""Scripts that write no spaces between words, or (Hangul) hang particles on them."""
_PLAIN = str.maketrans("", "", " .,;:!?'\"’…-")
"""Signs of a sentence that leaves nothing to most rules, when there are but letters beside them."""
_UNSEEN = re.compile(
    "[*\x00-\x1f\x7f\u00ad\u061c\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufe00-\ufe0f\ufeff\U0001f000-\U0001faff\u2600-\u27bf]+"
)
"""What is not read out: emphasis, control characters, direction marks, soft hyphens, emoji and other ornaments."""
_TIMES = re.compile(r"(?<=[\w)] )\*(?= [\w(])")
_FORMULA = re.compile(r"(?<![^\W\d_])[A-Za-z0-9()]*[A-Za-z)][\u2080-\u2089][A-Za-z0-9()\u2080-\u2089]*")
_EXPONENT = re.compile(r"(?<=[\w)])[\u207a\u207b]?[\u2070\u00b9\u00b2\u00b3\u2074-\u2079]+")
_SLASHED = re.compile(r"(?<![\w./,])(\d{1,3})[/\u2044](\d{1,3})(?![\w/,]|\.\d)")
_RANGE = re.compile(r"(?<=\d)(?<!\d-\d)(?<!\d-\d\d)(?: ?\u2013 ?|-)(?=\d)(?!\d+-\d)(?!\d+ ?=)")
_MINUS = re.compile(
    rf"(?<![\w)\u2013-])-(?=\d)|(?<=\d)-(?=\d+ ?=)|(?<=[\w)\u00b2\u00b3])[ {SPACES}][-\u2013][ {SPACES}](?=\d)"
)
_SLASH = re.compile(r"(?<=[^\W\d_])/(?=[^\W\d_])")
_BARE = re.compile(rf"(?<![\w.,])(?:{NUMBER})(?!\w)")
_DIGITS = re.compile(r"(?:(?![0-9])\d)+")


class Change(NamedTuple):
    """Code points `[start, end)` of what is written are spoken as `spoken`."""

    start: int
    end: int
    spoken: str


Rule = Callable[[str, str, Language], Iterable[Change]]
"""(text, locale, language) -> changes; where two rules claim the same characters the earlier one has them."""


def spell(written: str, locale: str, lexicon: Mapping[str, str]) -> tuple[str, tuple[Span, ...]]:
    """A sentence as it is spoken, and the spans of both: in order, without a gap, the unchanged ones alike."""
    known = language.of(locale)
    changes: list[Change] = []
    taken = bytearray(len(written))
    is_plain = written.translate(_PLAIN).isalpha() and not counting.may_have_romans(written)
    rules = (_abbreviations,) if is_plain else _RULES
    for rule in (_lexicon(lexicon), *rules):
        for change in rule(written, locale, known):
            if not any(taken[change.start : change.end]):
                taken[change.start : change.end] = b"\1" * (change.end - change.start)
                changes.append(change)
    return _woven(written, sorted(changes))


def unread(spoken: str) -> str:
    """The signs that no rule found words for, each once."""
    return "".join(dict.fromkeys(char for char in spoken if unicodedata.category(char) in ("Sm", "Sc", "So", "No")))


def _woven(written: str, changes: Iterable[Change]) -> tuple[str, tuple[Span, ...]]:
    spoken, at = "", 0
    spans: list[Span] = []
    for change in (*changes, Change(len(written), len(written), "")):
        if at < change.start:
            spans.append(Span(at, change.start, len(spoken), len(spoken) + change.start - at))
            spoken += written[at : change.start]
        said = _parted(spoken[-1:], change.spoken, written[change.end : change.end + 1])
        if change.start < change.end:
            spans.append(Span(change.start, change.end, len(spoken), len(spoken) + len(said)))
        spoken, at = spoken + said, change.end
    return spoken, tuple(spans)


def _parted(before: str, said: str, after: str) -> str:
    """What is said for a change, with spaces where it would run into the words around it."""
    said = said.strip() or said
    return (" " if _runs_on(before, said[:1]) else "") + said + (" " if _runs_on(said[-1:], after) else "")


def _runs_on(left: str, right: str) -> bool:
    """Whether two characters, side by side, are inside one word; scripts without spaces have no such thing."""
    both = left + right
    parts_of_words = all(unicodedata.category(char)[0] in "LMN" for char in both)
    return bool(left and right and parts_of_words and not re.search(f"[{_UNSPACED}]", both))


@cache
def _table(entries: tuple[tuple[str, str], ...], after: str = "") -> Callable[[str], list[Change]]:
    """What finds words where they stand by themselves, the longest first; their own spaces may be missing.

    A word in small letters fits capitals too. `after` is a pattern of what must follow.
    """
    said = {_squeezed(word): spoken for word, spoken in entries if word.strip()}
    words = sorted((unicodedata.normalize("NFC", word) for word, _ in entries if word.strip()), key=len, reverse=True)
    alternatives = (re.escape(word).replace(r"\ ", f"[ {SPACES}]?") for word in words)
    cased = (f"(?i:{one})" if word == word.lower() else one for word, one in zip(words, alternatives, strict=True))
    pattern = re.compile(f"(?:{'|'.join(cased) or '(?!)'}){after}")

    def find(text: str) -> list[Change]:
        spans = (found.span() for found in pattern.finditer(text))
        whole = ((start, end) for start, end in spans if not _inside_word(text, start, end))
        keys = ((start, end, _squeezed(text[start:end])) for start, end in whole)
        return [Change(start, end, said.get(key) or said[key.lower()]) for start, end, key in keys]

    return find


def _squeezed(word: str) -> str:
    return re.sub(f"[ {SPACES}]", "", unicodedata.normalize("NFC", word))


def _inside_word(text: str, start: int, end: int) -> bool:
    return _runs_on(text[:start][-1:], text[start]) or _runs_on(text[end - 1], text[end : end + 1])


def _lexicon(lexicon: Mapping[str, str]) -> Rule:
    find = _table(tuple(sorted(lexicon.items())))
    return lambda text, _locale, _known: find(text)


def _unseen(text: str, _locale: str, known: Language) -> Iterator[Change]:
    if "×" in known.symbols:
        yield from (Change(*found.span(), known.symbols["×"]) for found in _TIMES.finditer(text))
    yield from (Change(*found.span(), "") for found in _UNSEEN.finditer(text))


def _abbreviations(text: str, _locale: str, known: Language) -> Iterator[Change]:
    for change in _table(tuple(known.abbreviations.items()))(text):
        short = text[change.start : change.end]
        last = change.end == len(text) or (short in known.may_end and _begins(text[change.end :]))
        yield change._replace(spoken=change.spoken + ("." if last and short.endswith(".") else ""))
    yield from _table(tuple(known.numbered.items()), rf"(?=[ {SPACES}]?\d)")(text)


def _begins(text: str) -> bool:
    """Whether a sentence begins here: the first letter is a capital."""
    return next((char.isupper() for char in text if char.isalnum()), False)


def _money(text: str, locale: str, known: Language) -> Iterator[Change]:
    for pattern in _money_patterns(known.scales):
        for found in pattern.finditer(text):
            said = units.money(found["number"], found["sign"], found["scale"] or "", locale, known)
            if said:
                yield Change(*found.span(), said)


@cache
def _money_patterns(scales: tuple[str, ...]) -> tuple[re.Pattern[str], ...]:
    sign, space = f"(?P<sign>{'|'.join(map(re.escape, units.CURRENCY_SIGNS))})", f"[ {SPACES}]"
    number = rf"(?<![\d.,])(?P<number>{NUMBER})(?:{space}(?P<scale>{'|'.join(scales) or '(?!)'})\b)?"
    return re.compile(rf"{sign}{space}?{number}"), re.compile(rf"{number}{space}?{sign}")


def _quantities(text: str, locale: str, known: Language) -> Iterator[Change]:
    for found in _quantity_pattern(locale).finditer(text):
        number, symbol = found["number"], found["symbol"]
        own = known.units.get(symbol, "").format(units.spoken_number(number, locale))
        if said := own or units.quantity(number, symbol, locale):
            yield Change(*found.span(), said)


@cache
def _quantity_pattern(locale: str) -> re.Pattern[str]:
    symbols = sorted({*units.symbols(locale), *language.of(locale).units}, key=len, reverse=True)
    near = "|".join(re.escape(symbol) for symbol in symbols if symbol not in units.NEED_SPACE)
    far = "|".join(map(re.escape, units.NEED_SPACE))
    unit = rf"(?P<symbol>(?<=[ {SPACES}])(?:{far})|{near})"
    return re.compile(rf"(?<![A-Za-z_\d.,])(?P<number>{NUMBER})[ {SPACES}]?{unit}(?![²³°/]|(?![{_UNSPACED}])[^\W_])")


def _formulas(text: str, _locale: str, _known: Language) -> Iterator[Change]:
    """Chemical formulas and indexed names letter by letter: H₂O is H 2 O."""
    for found in _FORMULA.finditer(text):
        plain = unicodedata.normalize("NFKC", found[0])
        yield Change(*found.span(), " ".join(re.findall(r"\d+|[A-Za-z]", plain)))


def _fractions(text: str, _locale: str, known: Language) -> Iterator[Change]:
    names = {unicodedata.normalize("NFKC", sign).replace("\u2044", "/"): name for sign, name in known.fractions.items()}
    for found in _SLASHED.finditer(text):
        said = names.get(f"{found[1]}/{found[2]}") or known.words.get("over", "").format(found[1], found[2])
        if said:
            yield Change(*found.span(), said)
    for at, name in ((at, known.fractions[char]) for at, char in enumerate(text) if char in known.fractions):
        mixed = text[:at][-1:].isdecimal()
        yield Change(at, at + 1, f" {known.words['and']} {name}" if mixed else name)


def _powers(text: str, _locale: str, known: Language) -> Iterator[Change]:
    for found in _EXPONENT.finditer(text):
        number = unicodedata.normalize("NFKC", found[0])
        special = {"2": known.words.get("squared"), "3": known.words.get("cubed")}.get(number)
        negative = f"{known.symbols.get('−', '')} " if number[0] in "-\u2212" else ""
        said = special or known.words.get("power", "").format(negative + number.lstrip("+-\u2212"))
        if said:
            yield Change(*found.span(), f" {said}")


def _ranges(text: str, _locale: str, known: Language) -> Iterator[Change]:
    """8-11 is eight to eleven, unless it is a date, a telephone number or a sum."""
    said = f" {known.words['range']} " if "range" in known.words else ", "
    return (Change(*found.span(), said) for found in _RANGE.finditer(text))


def _signs(text: str, _locale: str, known: Language) -> Iterator[Change]:
    if minus := known.symbols.get("−"):
        yield from (Change(*found.span(), f" {minus} ") for found in _MINUS.finditer(text))
    yield from (Change(*found.span(), " ") for found in _SLASH.finditer(text))
    signs = ((at, known.symbols[char]) for at, char in enumerate(text) if char in known.symbols)
    yield from (Change(at, at + 1, f" {said} ") for at, said in signs)


def _numbers(text: str, locale: str, _known: Language) -> Iterator[Change]:
    """Digits of other scripts, and spaces inside large numbers, as the voice reads them."""
    for found in _BARE.finditer(text):
        said = units.spoken_number(found[0], locale)
        if said != found[0] and units.is_grouped(found[0], locale):
            yield Change(*found.span(), said)
    for found in _DIGITS.finditer(text):
        yield Change(*found.span(), units.spoken_number(found[0], locale))


def _counted(rule: Callable[[str, str, Language], Iterable[counting.Counted]]) -> Rule:
    return lambda text, locale, known: (Change(*one) for one in rule(text, locale, known))


_RULES: tuple[Rule, ...] = (
    _counted(dates.dates),
    _counted(dates.times),
    _counted(counting.ordinals),
    _counted(counting.romans),
    _money,
    _quantities,
    _abbreviations,
    _formulas,
    _fractions,
    _powers,
    _ranges,
    _signs,
    _unseen,
    _numbers,
)

"""What charts, tables and listings need before they are set: axes, numbers in the locale, colours of code."""

from __future__ import annotations

import functools
import math
import re
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from lessonforge import locales
from lessonforge.text.linebreak import columns
from lessonforge.text.shape import settle

if TYPE_CHECKING:
    from babel import Locale

_SHORT_UNIT = 6  # columns
_SCOPES = {
    "muted": "comment, punctuation.definition.comment",
    "good-text": "string, constant.character, markup.inserted",
    "accent2-text": "constant.numeric, constant.language, constant.other, support.constant",
    "accent-text": "keyword, storage, entity.name.tag, keyword.operator.word",
    "accent3-text": "entity.name.function, support.function, variable.function, entity.name.type, entity.name.class",
    "accent4-text": "entity.other.attribute-name, variable.parameter, support.type",
}


def axis(content: Mapping[str, Any], locale: str, digits: str = "") -> dict[str, Any]:
    """`low` and `high` of the values' axis and its `ticks`: 3 to 6 round values, from 0 but for lines far above it."""
    values = [datum["value"] for datum in content["data"]]
    low, high = min(0, *values), max(0, *values)
    if content["type"] == "line" and min(values) > 0.6 * max(values) > 0:
        low = min(values)
    step = _round_step((high - low) / 4 or 1)
    first, last = math.floor(low / step), math.ceil(high / step)
    write = percent if _is_percent(content.get("unit")) else number
    ticks = [{"value": n * step, "text": write(n * step, locale, digits)} for n in range(first, last + 1)]
    return {"low": first * step, "high": max(last, first + 1) * step, "ticks": ticks}


def shown(
    data: list[dict[str, Any]], kind: str, unit: str | None, locale: str, digits: str = ""
) -> list[dict[str, Any]]:
    """The data with the text of each value, and for a pie its share of the whole, as the locale writes them.

    Per cents are written with their sign, and need no share beside them.
    """
    if _is_percent(unit):
        return [{**datum, "shown": percent(datum["value"], locale, digits), "share": ""} for datum in data]
    after = f"\u00a0{unit.strip()}" if unit and stands_with_values(kind, unit) else ""
    total = sum(datum["value"] for datum in data) if kind == "pie" else 0
    shares = [round(datum["value"] / total, 3 if datum["value"] < total / 100 else 2) if total else 0 for datum in data]
    return [
        {
            **datum,
            "shown": settle(number(datum["value"], locale, digits) + after, locale),
            "share": percent(100 * share, locale, digits) if total else "",
        }
        for datum, share in zip(data, shares, strict=True)
    ]


def stands_with_values(kind: str, unit: str | None) -> bool:
    """Whether a unit is written after each value, not once beside the chart: per cents, and short ones in a pie."""
    return _is_percent(unit) or (kind == "pie" and columns(unit or "") <= _SHORT_UNIT)


def number(value: float, locale: str, digits: str = "") -> str:
    """A number with the separators and digits of the locale (or `digits`), at most six of them after the point."""
    from babel.numbers import format_decimal

    cldr = _cldr(locale)
    text = format_decimal(round(value, 6), locale=cldr, decimal_quantization=False, numbering_system="default")
    return _signed(_digits(text, digits or cldr.default_numbering_system), locale)


def percent(value: float, locale: str, digits: str = "") -> str:
    """So many per cent, written as in the locale: 97.5%, 97,5 %."""
    from babel.numbers import format_percent

    cldr = _cldr(locale)
    text = format_percent(round(value / 100, 8), locale=cldr, decimal_quantization=False, numbering_system="default")
    return _signed(_digits(text, digits or cldr.default_numbering_system), locale)


def numeric_columns(content: Mapping[str, Any]) -> list[bool]:
    """Which columns of a table hold numbers in every row (a unit may follow): they are aligned at their ends."""
    cells_of = zip(*content["rows"], strict=True)
    return [
        all(re.fullmatch(r"[-+−~<>≈]?[\d.,\u00a0\u202f٫٬ ]+\s?\S{0,4}", cell.strip()) for cell in cells)
        for cells in cells_of
    ]


def chart_mistakes(content: Mapping[str, Any]) -> list[str]:
    """Why a chart can't be drawn: slices of something negative, or of nothing."""
    values = [(datum["label"], datum["value"]) for datum in content["data"]]
    if any(not math.isfinite(value) for _, value in values):
        return ["a chart can't show a value that is not a finite number."]
    if content["type"] != "pie":
        return []
    below = next(((label, value) for label, value in values if value < 0), None)
    if below:
        return [f"a pie can't show {below[1]:g} for '{below[0]}': its slices are parts of a whole. Use bars."]
    return [] if sum(value for _, value in values) > 0 else ["a pie needs a value above 0."]


def table_mistakes(content: Mapping[str, Any]) -> list[str]:
    """Rows that are longer or shorter than the head."""
    width = len(content["header"])
    return [
        f"row {n} of the table has {len(row)} cells, its header has {width}."
        for n, row in enumerate(content["rows"], 1)
        if len(row) != width
    ]


def code_theme(colours: Mapping[str, str]) -> str:
    """A TextMate colour theme (a property list) made of the palette's text colours."""
    import plistlib

    rules = [{"scope": scope, "settings": {"foreground": colours[role]}} for role, scope in _SCOPES.items()]
    base = {"settings": {"foreground": colours["ink"], "background": colours["surface"]}}
    return plistlib.dumps({"name": "LessonForge", "settings": [base, *rules]}).decode()


def _round_step(rough: float) -> float:
    power = 10.0 ** math.floor(math.log10(rough))
    step = next(n for n in (1, 2, 2.5, 5, 10) if n * power >= rough * 0.999)
    return step * power


def _is_percent(unit: str | None) -> bool:
    return unit is not None and unit.strip() in ("%", "٪")


@functools.cache
def _cldr(locale: str) -> Locale:
    from babel import Locale, UnknownLocaleError

    for tag in (*locales.chain(locale), "en"):
        try:
            return Locale.parse(tag, sep="-")
        except UnknownLocaleError:
            continue
    raise AssertionError("CLDR has English")


def _digits(text: str, system: str) -> str:
    """The digits and the percent sign of a numbering system, which Babel leaves Latin."""
    return locales.in_digits(text.replace("%", "٪") if system in ("arab", "arabext") else text, system)


def _signed(text: str, locale: str) -> str:
    """The number with its minus kept before it in rtl locales."""
    return f"\u2066{text}\u2069" if text.startswith("-") and locales.is_rtl(locale) else text

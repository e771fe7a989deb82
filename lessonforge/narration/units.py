"""Numbers with a unit or a currency, read out in the words that CLDR has for them in every language."""

from __future__ import annotations

import functools
import re
import unicodedata
from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from lessonforge import locales
from lessonforge.narration import language
from lessonforge.narration.language import Language
from lessonforge.narration.spellout import spelled

SPACES = "\u00a0\u202f\u2009\u2007"
NUMBER = rf"\d{{1,3}}(?:[ {SPACES}]\d{{3}})+(?!\d)(?:[.,\u066b]\d+)?|\d+(?:[.,\u066b\u066c]\d+)*"
"""Digits with group and decimal signs; whether a plain space groups them is `is_grouped`'s to say."""

_SYMBOLS = """
km length-kilometer|m length-meter|dm length-decimeter|cm length-centimeter|mm length-millimeter
µm length-micrometer|μm length-micrometer|nm length-nanometer|mi length-mile|ft length-foot|yd length-yard
ly length-light-year|AU length-astronomical-unit|t mass-tonne|kg mass-kilogram|g mass-gram|mg mass-milligram
µg mass-microgram|μg mass-microgram|lb mass-pound|oz mass-ounce|h duration-hour|min duration-minute
s duration-second|ms duration-millisecond|°C temperature-celsius|℃ temperature-celsius|°F temperature-fahrenheit
K temperature-kelvin|° angle-degree|km² area-square-kilometer|m² area-square-meter|cm² area-square-centimeter
ha area-hectare|km³ volume-cubic-kilometer|m³ volume-cubic-meter|cm³ volume-cubic-centimeter|l volume-liter
L volume-liter|dl volume-deciliter|dL volume-deciliter|cl volume-centiliter|cL volume-centiliter
ml volume-milliliter|mL volume-milliliter|km/h speed-kilometer-per-hour|m/s speed-meter-per-second
mph speed-mile-per-hour|m/s² acceleration-meter-per-square-second|% concentr-percent|‰ concentr-permille
Hz frequency-hertz|kHz frequency-kilohertz|MHz frequency-megahertz|GHz frequency-gigahertz|W power-watt
kW power-kilowatt|MW power-megawatt|GW power-gigawatt|kWh energy-kilowatt-hour|J energy-joule|kJ energy-kilojoule
kcal energy-kilocalorie|eV energy-electronvolt|V electric-volt|mA electric-milliampere|Ω electric-ohm
N force-newton|Pa pressure-pascal|hPa pressure-hectopascal|kPa pressure-kilopascal|kB digital-kilobyte
MB digital-megabyte|GB digital-gigabyte|TB digital-terabyte|km/s kilometer per second
kg/m³ kilogram per cubic-meter|g/cm³ gram per cubic-centimeter|m/min meter per minute|L/h liter per hour
"""
_UNITS = dict(line.split(" ", 1) for line in _SYMBOLS.replace("\n", "|").strip("|").split("|"))
NEED_SPACE = ("s", "t", "K", "N", "V", "W", "J")
"""Units that a number without a space before them does not mean: the 1990s, 4K."""
_ARABIC_SIGNS = str.maketrans("\u066b\u066c", ".,")
_CURRENCIES = {
    "R$": "BRL",
    "¥": "JPY",
    "￥": "JPY",
    "€": "EUR",
    "£": "GBP",
    "₹": "INR",
    "₽": "RUB",
    "₴": "UAH",
    "₺": "TRY",
    "₩": "KRW",
    "₦": "NGN",
}
CURRENCY_SIGNS = ("US$", *_CURRENCIES, "$")


@functools.cache
def symbols(locale: str) -> Mapping[str, str]:
    """Units by the symbols that are written in a language: the international ones, and its own (`км`)."""
    own = {_quantity(Decimal(5), unit, "short", locale): unit for unit in _UNITS.values() if " per " not in unit}
    bare = {re.sub(r"[\d\s]+", "", text): unit for text, unit in own.items() if text}
    return {symbol: unit for symbol, unit in bare.items() if symbol and not symbol.isascii()} | _UNITS


def quantity(number: str, symbol: str, locale: str) -> str | None:
    """A number and the symbol of its unit in words, or None when the language lacks them."""
    unit = symbols(locale)[symbol]
    texts = (_quantity(value(number, locale), unit, length, locale) for length in ("long", "short"))
    read = (_with_number(text, number, locale) for text in texts if text)
    return next((text for text in read if text and not _is_symbol(text)), None)


def money(number: str, sign: str, scale: str, locale: str, known: Language) -> str | None:
    """An amount in words; `scale` is `million` or the like, or empty."""
    amount, place = value(number, locale), cldr(locale)
    if place is None:
        return None
    if sign in ("$", "US$"):
        plural = place.plural_form(amount)
        name = known.dollars.get(plural, known.dollars.get("other"))
    else:
        from babel.numbers import get_currency_name

        code = "CNY" if _CURRENCIES[sign] == "JPY" and locales.language(locale) == "zh" else _CURRENCIES[sign]
        name = get_currency_name(code, amount, locale=place)
    figure = " ".join(filter(None, [spoken_number(number, locale), scale]))
    return known.words.get("money", "{} {}").format(figure, name) if name else None


def spoken_number(number: str, locale: str) -> str:
    """A number as the voice wants it: European digits, and the language's own sign between groups, or none.

    Decimals are in words where the language says that voices read them wrong.
    """
    plain = _in_figures(number, locale)
    if not plain.isdigit() and "decimals" in language.of(locale).words:
        amount = value(number, locale)
        return plain if amount == amount.to_integral() else spelled(float(amount), "", locale)
    return plain


def _in_figures(number: str, locale: str) -> str:
    number = number.translate(_ARABIC_SIGNS)
    digits = "".join(str(unicodedata.decimal(char)) if char.isdecimal() else char for char in number)
    _, group = _signs(locale)
    return re.sub(rf"(?<=\d)[ {SPACES}](?=\d)", group if group in ".," else "", digits)


def is_grouped(number: str, locale: str) -> bool:
    """Whether a plain space inside it (`12 345`) is how the language writes large numbers."""
    return " " not in number or _signs(locale)[1] not in (".", ",")


def value(number: str, locale: str) -> Decimal:
    """What a written number is worth, for its plural: `1,984` is 1984 in English and 1.984 in German."""
    point, group = _signs(locale)
    plain = re.sub(rf"[ {SPACES}]", "", _in_figures(number, locale))
    if re.fullmatch(rf"\d{{1,3}}(?:{re.escape(group)}\d{{3}})+(?:{re.escape(point)}\d+)?", plain):
        plain = plain.replace(group, "")
    whole, _, rest = plain.replace(",", ".").partition(".")
    return Decimal(f"{whole}.{rest.replace('.', '')}" if rest else whole)


@functools.cache
def cldr(locale: str) -> Any:
    """CLDR's locale nearest to a tag, or None."""
    from babel import Locale, UnknownLocaleError

    for tag in locales.chain(locale):
        try:
            return Locale.parse(tag, sep="-")
        except (UnknownLocaleError, ValueError):
            continue
    return None


@functools.cache
def _signs(locale: str) -> tuple[str, str]:
    """The decimal sign and the group sign of a language."""
    place = cldr(locale)
    if place is None:
        return ".", ","
    from babel.numbers import get_decimal_symbol, get_group_symbol

    return get_decimal_symbol(place).translate(_ARABIC_SIGNS), get_group_symbol(place).translate(_ARABIC_SIGNS)


def _quantity(amount: Decimal, unit: str, length: Any, locale: str) -> str | None:
    from babel.units import format_compound_unit, format_unit

    place = cldr(locale)
    if place is None:
        return None
    above, _, below = unit.partition(" per ")
    if below:
        text = format_compound_unit(amount, above, denominator_unit=below, format="0.######", locale=place)
    else:
        text = format_unit(amount, unit, length, format="0.######", locale=place)
    return None if text is None or not _is_whole(text, above, below) else text


def _is_whole(text: str, above: str, below: str) -> bool:
    """Whether CLDR had words for all of it: what it lacks it gives as the English name of the unit."""
    if below and ("/" in text or re.search(rf"\b\w+-{below}\b", text)):
        return False
    foreign = any(ord(char) > 0x24F for char in text)
    return not (above in text if "-" in above else foreign and above in text)


def _with_number(text: str, number: str, locale: str) -> str:
    """The quantity with the number as it was written."""
    return re.sub(r"\d+(?:[.,]\d+)?", spoken_number(number, locale), text, count=1)


def _is_symbol(text: str) -> bool:
    """Whether there is no word in it but a symbol, which is not read out."""
    bare = re.sub(r"[\d\s.,]+", "", text)
    return bare in _UNITS or not any(char.isalpha() for char in bare)

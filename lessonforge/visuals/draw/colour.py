"""Colours as `#rrggbb`, mixed and shifted in OKLab so that steps look even (Ottosson 2020)."""

from __future__ import annotations

import functools

Lab = tuple[float, float, float]


def _linear(value: float) -> float:
    return value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4


def _gamma(value: float) -> float:
    value = min(1.0, max(0.0, value))
    return value * 12.92 if value <= 0.0031308 else 1.055 * value ** (1 / 2.4) - 0.055


@functools.lru_cache(8192)
def lab(colour: str) -> Lab:
    """The OKLab lightness (0..1) and the two colour axes of a `#rrggbb`."""
    red, green, blue = (_linear(int(colour[n : n + 2], 16) / 255) for n in (1, 3, 5))
    long = (0.4122214708 * red + 0.5363325363 * green + 0.0514459929 * blue) ** (1 / 3)
    middle = (0.2119034982 * red + 0.6806995451 * green + 0.1073969566 * blue) ** (1 / 3)
    short = (0.0883024619 * red + 0.2817188376 * green + 0.6299787005 * blue) ** (1 / 3)
    return (
        0.2104542553 * long + 0.7936177850 * middle - 0.0040720468 * short,
        1.9779984951 * long - 2.4285922050 * middle + 0.4505937099 * short,
        0.0259040371 * long + 0.7827717662 * middle - 0.8086757660 * short,
    )


def of_lab(colour: Lab) -> str:
    """The nearest `#rrggbb` of an OKLab colour."""
    light, a, b = colour
    long = (light + 0.3963377774 * a + 0.2158037573 * b) ** 3
    middle = (light - 0.1055613458 * a - 0.0638541728 * b) ** 3
    short = (light - 0.0894841775 * a - 1.2914855480 * b) ** 3
    channels = (
        4.0767416621 * long - 3.3077115913 * middle + 0.2309699292 * short,
        -1.2684380046 * long + 2.6097574011 * middle - 0.3413193965 * short,
        -0.0041960863 * long - 0.7034186147 * middle + 1.7076147010 * short,
    )
    return "#" + "".join(f"{round(_gamma(channel) * 255):02x}" for channel in channels)


@functools.lru_cache(8192)
def mix(one: str, other: str, share: float) -> str:
    """`one` with a share (0..1) of `other`."""
    return of_lab(tuple(a + (b - a) * share for a, b in zip(lab(one), lab(other), strict=True)))  # type: ignore[arg-type]


def blend(one: str, other: str, share: float) -> str:
    """`one` with a share (0..1) of `other`, mixed as screens and SVG gradients do."""
    pairs = ((int(one[n : n + 2], 16), int(other[n : n + 2], 16)) for n in (1, 3, 5))
    return "#" + "".join(f"{round(a + (b - a) * share):02x}" for a, b in pairs)


@functools.lru_cache(8192)
def adjust(colour: str, light: float = 0.0, chroma: float = 1.0) -> str:
    """The same hue, lighter by `light` (OKLab, -1..1) and with its colourfulness times `chroma`."""
    lightness, a, b = lab(colour)
    return of_lab((min(1.0, max(0.0, lightness + light)), a * chroma, b * chroma))


@functools.lru_cache(8192)
def shift(colour: str, base: str, target: str) -> str:
    """`colour` moved as `base` would be to become `target`: shades and lights of a recoloured thing keep their step."""
    return of_lab(tuple(c + t - b for c, b, t in zip(lab(colour), lab(base), lab(target), strict=True)))  # type: ignore[arg-type]


@functools.lru_cache(8192)
def multiply(colour: str, light: str) -> str:
    """A surface of this colour under a light of that colour."""
    pairs = ((int(colour[n : n + 2], 16), int(light[n : n + 2], 16)) for n in (1, 3, 5))
    return "#" + "".join(f"{round(a * b / 255):02x}" for a, b in pairs)

"""Colours by what they are for, and the contrast of text (WCAG 2.2) that every style gets whatever its palette."""

from __future__ import annotations

import functools
from collections.abc import Iterable, Sequence

Palette = Iterable[tuple[str, str]]
"""Pairs of a role and a colour as `#rrggbb`."""

ROLES = {
    "paper": "#fbf7f0",  # the background
    "surface": "#ffffff",  # cards on it
    "ink": "#1d2733",  # text
    "muted": "#5d6875",  # text of less weight
    "accent": "#0b6e74",
    "accent2": "#e07a3f",
    "accent3": "#3d5a98",
    "accent4": "#d9a521",
    "good": "#2e7d46",
    "bad": "#b3372f",
}
_ACCENTS = ("accent", "accent2", "accent3", "accent4")
ENOUGH = 4.5
"""The least contrast of text and its background (WCAG 2.2, 1.4.3)."""


def roles(palette: Palette) -> dict[str, str]:
    """All colours a layout may use: the palette's, defaults for what it leaves out, and what follows from them.

    `shade` and `shade2` are the calm shapes on the paper. Text colours (`ink`, `muted`, `<role>-text`) are moved
    towards black or white until they are legible on paper, surface and shades; `on-<role>` is the colour of text on
    that role, `<role>-soft` a tint of it on which `ink` is legible, `line` the colour of rules.
    """
    return dict(_roles(tuple(palette)))


@functools.cache
def _roles(palette: tuple[tuple[str, str], ...]) -> dict[str, str]:
    found = ROLES | dict(palette)
    found["shade"] = mix(found["accent"], found["paper"], 0.11)
    found["shade2"] = mix(found["accent2"], found["paper"], 0.12)
    grounds = (found["paper"], found["surface"], found["shade"], found["shade2"])
    found["ink"] = legible(found["ink"], grounds)
    found["muted"] = legible(found["muted"], grounds)
    for role in (*_ACCENTS, "good", "bad"):
        found[f"{role}-soft"] = _tint(found[role], found["surface"], found["ink"])
        found[f"{role}-text"] = legible(found[role], (*grounds, found[f"{role}-soft"]))
        found[f"on-{role}"] = _on(found[role], (found["paper"], found["ink"], "#ffffff", "#000000"))
    found["line"] = mix(found["ink"], found["paper"], 0.16)
    return found


def contrast(one: str, other: str) -> float:
    """The contrast ratio of two colours, 1 to 21 (WCAG 2.2)."""
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def mix(one: str, other: str, share: float) -> str:
    """`share` of the one colour and the rest of the other."""
    pairs = zip(_rgb(one), _rgb(other), strict=True)
    return "#" + "".join(f"{round(a * share + b * (1 - share)):02x}" for a, b in pairs)


def legible(colour: str, grounds: Iterable[str]) -> str:
    """The nearest colour on the way to black or white that is legible on all the grounds, or the most legible one."""
    grounds = tuple(grounds)
    ways = [mix(end, colour, step / 20) for step in range(21) for end in ("#000000", "#ffffff")]
    worst = {way: min(contrast(way, ground) for ground in grounds) for way in ways}
    return next((way for way in ways if worst[way] >= ENOUGH), max(ways, key=worst.__getitem__))


def _on(ground: str, colours: Sequence[str]) -> str:
    """The first of the colours that is legible on the ground, or the most legible one."""
    ratios = [contrast(colour, ground) for colour in colours]
    return next(
        (c for c, ratio in zip(colours, ratios, strict=True) if ratio >= ENOUGH), colours[ratios.index(max(ratios))]
    )


def _tint(colour: str, surface: str, ink: str) -> str:
    shares = (0.2, 0.16, 0.12, 0.08, 0.04)
    tints = [mix(colour, surface, share) for share in shares]
    return next((tint for tint in tints if contrast(tint, ink) >= ENOUGH + 1), surface)


def _luminance(colour: str) -> float:
    linear = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in (v / 255 for v in _rgb(colour)))
    return sum(weight * value for weight, value in zip((0.2126, 0.7152, 0.0722), linear, strict=True))


def _rgb(colour: str) -> tuple[int, int, int]:
    return int(colour[1:3], 16), int(colour[3:5], 16), int(colour[5:7], 16)

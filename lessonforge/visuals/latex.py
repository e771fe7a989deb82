"""Mathematics in LaTeX as SVG paths, coloured and measured; needs no fonts on the machine."""

from __future__ import annotations

import functools
import re
from dataclasses import dataclass

SIZE = 100
"""The text size, in pixels, at which formulas are drawn; they are scaled from there."""


@dataclass(frozen=True)
class Drawn:
    """An SVG document, its width and height, and how much of the height is below the baseline."""

    svg: str
    width: float
    height: float
    depth: float


@functools.lru_cache(512)
def problem(latex: str) -> str:
    """What is wrong with a formula, as the author reads it, or an empty text. Takes about a millisecond."""
    from latex2mathml import exceptions
    from latex2mathml.converter import convert

    if latex.count("{") != latex.count("}") - latex.count(r"\}") + latex.count(r"\{"):
        return f"the formula '{latex}' has a brace without its partner. Write '{{' and '}}' in pairs."
    refusals: tuple[type[Exception], ...] = (AssertionError, IndexError, KeyError, ValueError, *_errors_of(exceptions))
    try:
        mathml = convert(latex)
    except refusals as error:
        return f"the formula '{latex}' is not LaTeX: {_said(error)}."
    unknown = re.search(r">(\\[A-Za-z]+)<", mathml)
    if unknown:
        return f"the formula '{latex}' uses '{unknown[1]}', which is not a known command."
    return ""


@functools.lru_cache(512)
def draw(latex: str, colour: str) -> Drawn:
    """The formula in one colour. Raises ValueError with `problem`'s text when it can't be read."""
    wrong = problem(latex)
    if wrong:
        raise ValueError(wrong)
    import ziamath

    formula = ziamath.Latex(latex, size=SIZE, color=colour)
    svg = formula.svg()
    view = re.search(r'<svg[^>]* viewBox="\S+ (\S+) (\S+) (\S+)"', svg)
    assert view is not None  # ziamath always writes it, with the baseline at 0
    top, width, height = map(float, view.groups())
    return Drawn(svg, width, height, height + top)


def _errors_of(module: object) -> tuple[type[Exception], ...]:
    return tuple(item for item in vars(module).values() if isinstance(item, type) and issubclass(item, Exception))


def _said(error: Exception) -> str:
    """The error's own name in words: its text is always empty."""
    words = re.sub(r"(?<=[a-z])(?=[A-Z])", " ", type(error).__name__.removesuffix("Error")).lower()
    return {"assertion": "a part of it is missing", "no available tokens": "a part of it is missing"}.get(words, words)

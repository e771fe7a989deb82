"""Mountain ranges, another one for every place: pale ones behind, the near one with faces in light and shade."""

from __future__ import annotations

import itertools
from dataclasses import dataclass

from lessonforge.visuals.draw.paths import num
from lessonforge.visuals.draw.settings.flora import treeline
from lessonforge.visuals.draw.settings.stage import Stage

Points = list[tuple[float, float]]


@dataclass(frozen=True)
class Range:
    """A range in the making: where its foot is, how rough its edges are, and how far down its snow lies (share)."""

    foot: float
    rough: float
    snow: float
    depth: float
    z: float


def mountains(stage: Stage, left: float = 0.0, right: float = 1.0, height: float = 300.0) -> None:
    """Two or three ranges behind each other from the share `left` to `right` of the width, woods at their foot."""
    chance, top = stage.place, stage.horizon
    height, rough = min(height * stage.tall, top - 110), chance.uniform(0.5, 1.1)
    snow = 0.5 if stage.season == "winter" else 0.0 if "desert" in stage.places else chance.uniform(0.26, 0.36)
    for n, (depth, share) in enumerate(((0.85, 0.82), (0.6, 0.62))):
        _silhouette(stage, _summits(stage, left, right, height * share, top), top + 70, rough, depth, top - 198 + n)
    span = (right - left) * stage.width
    count = max(2, round(chance.uniform(2.4, 4.2) * (span / 1778) ** 0.6))
    summits = _summits(stage, left, right, height, top, count)
    _faces(stage, summits, Range(top + 62, rough, snow, 0.12, top - 150))
    if "desert" not in stage.places:
        line = lambda x: top + 34  # noqa: E731 - a level foot
        treeline(stage, line, top - 100, 0.06, "hill_near", 0.45, ("pine",), (max(0, left), min(1, right)), 0.36)
    middle = (left + right) / 2 * stage.width
    stage.crests["mountain"] = (lambda x: top - height * 0.1, middle)


def _summits(stage: Stage, left: float, right: float, height: float, foot: float, count: int = 5) -> Points:
    """The summits from left to right, one of them the highest, off the middle; the outer ones lie outside."""
    chance, span = stage.place, (right - left) * stage.width
    main = chance.choice((0.3, 0.68)) * (count - 1)
    found = []
    for n in range(-1, count + 1):
        x = left * stage.width + span * (n + 0.5 + chance.uniform(-0.18, 0.18)) / count
        share = chance.uniform(0.5, 0.78) if abs(n - main) > 0.6 else 1.0
        found.append((x, foot - height * share))
    return found


def _edge(stage: Stage, start: tuple[float, float], end: tuple[float, float], rough: float) -> Points:
    """A broken line between two points, without the end."""
    (x0, y0), (x1, y1) = start, end
    jag = (abs(x1 - x0) + abs(y1 - y0)) * 0.045 * rough
    return [
        (x0 + (x1 - x0) * t + stage.place.uniform(-jag, jag), y0 + (y1 - y0) * t + stage.place.uniform(-jag, jag))
        for t in (0.0, 0.22, 0.4, 0.6, 0.8)
    ]


def _saddle(one: tuple[float, float], other: tuple[float, float], foot: float, share: float) -> tuple[float, float]:
    lower = max(one[1], other[1])
    return (one[0] + other[0]) / 2, lower + (foot - lower) * share


def _silhouette(stage: Stage, summits: Points, foot: float, rough: float, depth: float, z: float) -> None:
    line: Points = []
    for one, other in itertools.pairwise(summits):
        saddle = _saddle(one, other, foot, stage.place.uniform(0.3, 0.5))
        line += [*_edge(stage, one, saddle, rough), *_edge(stage, saddle, other, rough)]
    reach = (foot - line[0][1]) * 0.9
    shape = _polygon([*line, (line[-1][0] + reach, foot), (line[0][0] - reach, foot)])
    stage.canvas.gradient(z, shape, ("range", "far", "far"), depth)


def _faces(stage: Stage, summits: Points, look: Range) -> None:
    """The near range: every mountain with its lit side, its side in shade and its snow, the high ones in front."""
    inner = list(zip(summits, summits[1:], summits[2:], strict=False))
    for before, peak, after in sorted(inner, key=lambda three: -three[1][1]):
        reach = 1.25 * (look.foot - peak[1])
        west = (min(before[0] + 20, peak[0] - reach * 0.6), look.foot)
        east = (max(after[0] - 20, peak[0] + reach * 0.6), look.foot)
        left, right = ([*_edge(stage, peak, end, look.rough), end] for end in (west, east))
        _mountain(stage, left, right, peak, look)


def _mountain(stage: Stage, west: Points, east: Points, peak: tuple[float, float], look: Range) -> None:
    west[0] = east[0] = peak
    canvas, tall = stage.canvas, look.foot - peak[1]
    lean = stage.place.uniform(-0.05, 0.22) * tall
    spine = [
        (peak[0] + lean * t + tall * (0.05 if n % 2 else -0.055) * look.rough, peak[1] + tall * t)
        for n, t in enumerate((0.15, 0.3, 0.46, 0.63, 0.82, 1.0))
    ]
    canvas.gradient(look.z, _polygon([*east, *reversed(west)]), ("range", "range", "far"), look.depth)
    canvas.shape(look.z, _polygon([*east, *reversed(spine)]), "range_shade", look.depth, 0.8, detail=True)
    rib = _edge(stage, spine[2], (peak[0] - tall * 0.5, look.foot), look.rough)
    gully = [*rib, (peak[0] - tall * 0.5, look.foot), (peak[0] - tall * 0.2, look.foot)]
    canvas.shape(look.z, _polygon(gully), "range_shade", look.depth, 0.28, detail=True)
    if look.snow:
        _snow(stage, west, east, spine, peak, look)


def _snow(
    stage: Stage, west: Points, east: Points, spine: Points, peak: tuple[float, float], look: Range
) -> None:  # fmt: skip
    """The cap: from the summit down to a ragged line, its shaded half behind the spine."""
    line = peak[1] + look.snow * (look.foot - peak[1])
    left, right = _until(west, line), _until(east, line)
    span, step = right[-1][0] - left[-1][0], (look.foot - peak[1]) * 0.07
    teeth = [
        (right[-1][0] - span * n / 7, line + (step if n % 2 else -step) * stage.place.uniform(0.5, 1.2))
        for n in range(1, 7)
    ]
    stage.canvas.shape(look.z, _polygon([*right, *teeth, *reversed(left[1:])]), "cap", look.depth)
    ridge = [point for point in spine if point[1] < line - step]
    shade = [*right, *(tooth for tooth in teeth if tooth[0] > peak[0]), *reversed(ridge)]
    stage.canvas.shape(look.z, _polygon(shade), "cap_shade", look.depth, detail=True)


def _until(edge: Points, line: float) -> Points:
    """The part of an edge above a line, ending on it."""
    found = [edge[0]]
    for (x0, y0), (x1, y1) in itertools.pairwise(edge):
        if y1 > line:
            share = (line - y0) / max(1.0, y1 - y0)
            return [*found, (x0 + (x1 - x0) * share, line)]
        found.append((x1, y1))
    return found


def _polygon(points: Points) -> str:
    return "M" + "L".join(f"{num(x)} {num(y)}" for x, y in points) + "Z"

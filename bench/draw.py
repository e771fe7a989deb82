"""CPU time of drawn pictures and of their moving frames: python bench/draw.py.

Stills of ten scenes at 1080p, drawn again (their SVG files are read, fonts are not needed), against rasterizing one SVG
of the same picture with the same library: what a program does that draws no layers and finishes nothing.
Moving frames of the same scenes under every move of the camera, twelve seconds each, against
  pan  the frame of a plain still under a camera that comes nearer: one warp of the whole picture
  SVG  rasterizing the SVG once for every frame, as an animation of SVG would
Encoding comes on top of both, as for any film.
"""

from __future__ import annotations

import dataclasses
import sys
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path

import cv2

from lessonforge.assemble import planes
from lessonforge.assemble.camera import look
from lessonforge.assemble.pictures import Backdrop, backdrop
from lessonforge.assemble.requests import DEEP
from lessonforge.model import Shot, Still
from lessonforge.visuals.draw import grammar, palettes
from lessonforge.visuals.draw.compose import compose
from lessonforge.visuals.draw.engine import Draw
from lessonforge.visuals.draw.pixels import rasterised

SIZE, FPS, SECONDS, RUNS, SAMPLES = (1920, 1080), 30, 12, 3, 12
SCENES = (Path(__file__).parents[1] / "tests/moving_scenes.txt").read_text().splitlines()


def least(work: Callable[[], object], runs: int = RUNS) -> float:
    """Seconds of CPU: the least of some runs, because whatever else runs here only ever adds."""
    taken = []
    for _ in range(runs):
        before = time.process_time()
        work()
        taken.append(time.process_time() - before)
    return min(taken)


def frames(behind: Backdrop, move: str) -> float:
    """Seconds of CPU for a frame, in the middle of frames all over a clip."""
    into, count = planes.blank(*SIZE), FPS * SECONDS
    numbers = [round((n + 0.5) * count / SAMPLES) for n in range(SAMPLES)]
    behind.paint(0, look(move, 0, *SIZE), into)
    return sum(least(partial(behind.paint, n, look(move, n / count, *SIZE), into)) for n in numbers) / SAMPLES


def moving(still: Still) -> float:
    """Seconds of CPU for a frame, over the moves of the camera as often as it makes them."""
    clip = FPS * SECONDS, FPS
    costs = {move: frames(backdrop(still, (), move, clip, SIZE), move) for move in set(DEEP)}
    return sum(costs[move] for move in DEEP) / len(DEEP)


def goal(name: str, figure: float, most: float) -> bool:
    print(f"{name}: {figure:.3f} (goal <= {most:.3f}) {'ok' if figure <= most else 'short'}")
    return figure <= most


def main() -> int:
    """Print a table and a line for each goal; the exit code is 1 when one is missed."""
    cv2.setNumThreads(1)
    print(f"{'CPU ms':48}{'still':>8}{'SVG':>8}{'frame':>8}{'pan':>8}  layers")
    sums, slowest = [0.0] * 4, 0.0
    for prompt in SCENES:
        shot = Shot("prompt", *SIZE, prompt=prompt, style="flat")
        (still,) = Draw().render([shot])
        svg = compose(grammar.read(prompt), palettes.STYLES["flat"], 0, SIZE).svg(SIZE)
        plain = dataclasses.replace(still, layers=())
        figures = [
            least(lambda: list(Draw().render([shot]))),  # noqa: B023 - called at once
            least(lambda: rasterised(svg, SIZE)),  # noqa: B023
            moving(still),
            frames(backdrop(plain, (), "in", (FPS * SECONDS, FPS), SIZE), "in"),
        ]
        sums, slowest = [one + other for one, other in zip(sums, figures, strict=True)], max(slowest, figures[0])
        print(f"{prompt:48}{''.join(f'{1000 * value:8.1f}' for value in figures)}{len(still.layers):8}", flush=True)
    still_cost, svg_cost, frame_cost, pan_cost = sums
    print(
        f"{'in a CPU second: stills, moving frames':48}{len(SCENES) / still_cost:8.1f}{len(SCENES) / frame_cost:8.1f}"
    )
    kept = [
        goal("seconds for the slowest still", slowest, 0.4),
        goal("a still in layers, finished and packed / rasterizing its SVG once", still_cost / svg_cost, 4.0),
        goal("a moving frame / a still's pan", frame_cost / pan_cost, 1.0),
        goal("a moving frame / rasterizing an SVG for every frame", frame_cost / svg_cost, 0.1),
    ]
    return int(not all(kept))


if __name__ == "__main__":
    sys.exit(main())

"""When the words of a recording are heard: it is laid beside synthetic speech of the same text, whose times are known.

Both are described every 10 ms by mel-frequency cepstra (Davis and Mermelstein 1980), normalised over each sound, so
that a voice matters little. Dynamic time warping pairs them: first on steps of 80 ms with room for long pauses, then
on each frame near to what was found. A minute takes about a second; memory grows with the length, not its square.
"""

from __future__ import annotations

import functools
from collections.abc import Sequence

import numpy as np
import soxr

RATE = 16000
_HOP, _WINDOW = 160, 512
_MELS, _CEPSTRA = 26, 13
_COARSE = 8
_ROOM, _NEAR = 0.3, 40


def aligned(
    reference: np.ndarray, reference_rate: int, heard: Sequence[tuple[int, float]], sound: np.ndarray, rate: int
) -> list[tuple[int, float]]:
    """`heard` (code point, second of the reference) with the seconds at which the same is heard in `sound`.

    Both are mono and begin and end with speech. Sounds of less than 0.1 s are taken to run evenly.
    """
    ours, theirs = _cepstra(reference, reference_rate), _cepstra(sound, rate)
    if min(len(ours), len(theirs)) < _COARSE:
        factor = len(sound) / rate / max(len(reference) / reference_rate, 1e-6)
        return [(at, second * factor) for at, second in heard]
    counterpart = _warped(ours, theirs)
    frames = (min(max(round(second * RATE / _HOP), 0), len(ours) - 1) for _, second in heard)
    return [(at, float(counterpart[frame]) * _HOP / RATE) for (at, _), frame in zip(heard, frames, strict=True)]


def _warped(ours: np.ndarray, theirs: np.ndarray) -> np.ndarray:
    """The frame of theirs that goes with each frame of ours."""
    few, others = _means(ours), _means(theirs)
    straight = np.linspace(0, len(others) - 1, len(few))
    room = int(_ROOM * max(len(few), len(others))) + _COARSE
    coarse = _path(few, others, straight, room)
    middle = np.interp(np.arange(len(ours)), np.arange(len(few)) * _COARSE, coarse * _COARSE)
    return _path(ours, theirs, np.minimum(middle, len(theirs) - 1), _NEAR)


def _path(ours: np.ndarray, theirs: np.ndarray, middle: np.ndarray, room: int) -> np.ndarray:
    """The cheapest pairing in order, from the first frames to the last, no farther than `room` from `middle`.

    Within a row, a cell may be reached from its left: cost[j] = sums[j] + min over k <= j of (best[k] - sums[k - 1]),
    a running minimum, so that a row is a few operations on arrays.
    """
    first, last = _band(middle, room, len(theirs))
    width = int((last - first).max())
    steps = np.zeros((len(ours), width), np.int8)
    before = np.full(len(theirs) + 1, np.inf)
    before[0] = 0
    for row, (low, high) in enumerate(zip(first, last, strict=True)):
        distance = np.sqrt(np.maximum(np.sum((theirs[low:high] - ours[row]) ** 2, axis=1), 0))
        aslant, above = before[low:high], before[low + 1 : high + 1]
        best = np.minimum(aslant, above)
        sums = np.cumsum(distance)
        cost = sums + np.minimum.accumulate(best - sums + distance)
        from_left = np.concatenate([[False], cost[:-1] < best[1:]])
        steps[row, : high - low] = np.where(from_left, 2, above < aslant)
        before[first[max(row - 1, 0)] : low + 1] = np.inf
        before[low + 1 : high + 1] = cost
    return _traced(steps, first, len(theirs))


def _band(middle: np.ndarray, room: int, end: int) -> tuple[np.ndarray, np.ndarray]:
    """The columns `[first, last)` allowed in each row; rows overlap, and the last ones reach the end."""
    first = np.clip(np.floor(middle).astype(int) - room, 0, end - 1)
    last = np.clip(np.ceil(middle).astype(int) + room + 1, 1, end)
    first[0], last[-1] = 0, end
    return first, np.maximum(last, np.append(first[1:] + 1, end))


def _traced(steps: np.ndarray, first: np.ndarray, end: int) -> np.ndarray:
    """The first column paired with each row, found from the end back."""
    paired = np.zeros(len(steps))
    row, column = len(steps) - 1, end - 1
    while row > 0:
        paired[row] = column
        step = steps[row, column - first[row]]
        row, column = row - (step != 2), column - (step != 1)
    return paired


def _means(frames: np.ndarray) -> np.ndarray:
    """The mean of every eight frames."""
    whole = len(frames) // _COARSE * _COARSE
    return frames[:whole].reshape(-1, _COARSE, frames.shape[1]).mean(axis=1)


def _cepstra(samples: np.ndarray, rate: int) -> np.ndarray:
    """Twelve cepstra and the energy of each 10 ms, with mean 0 and deviation 1 over the sound: (frames, 13)."""
    sound = soxr.resample(np.asarray(samples, np.float32), rate, RATE)
    sound = np.append(sound, np.zeros(_WINDOW, np.float32))
    sound = np.append(sound[:1], sound[1:] - 0.97 * sound[:-1])
    windows = np.lib.stride_tricks.sliding_window_view(sound, _WINDOW)[::_HOP]
    mels, cosines = _filters()
    power = np.concatenate([np.abs(np.fft.rfft(part * np.hanning(_WINDOW))) ** 2 for part in _parts(windows)])
    cepstra = np.log(power @ mels + 1e-6) @ cosines
    frames = np.column_stack([cepstra[:, 1:], np.log(power.sum(axis=1) + 1e-6)])
    return (frames - frames.mean(axis=0)) / (frames.std(axis=0) + 1e-6)


def _parts(windows: np.ndarray) -> list[np.ndarray]:
    """At most 2000 windows at a time, for memory's sake."""
    return [windows[at : at + 2000] for at in range(0, len(windows), 2000)]


@functools.cache
def _filters() -> tuple[np.ndarray, np.ndarray]:
    """Triangular mel filters (bins, mels) and the orthonormal cosine transform (mels, cepstra)."""
    low, high = (2595 * np.log10(1 + hertz / 700) for hertz in (60, 7600))
    edges = 700 * (10 ** (np.linspace(low, high, _MELS + 2) / 2595) - 1)
    bins = np.fft.rfftfreq(_WINDOW, 1 / RATE)[:, None]
    rising = (bins - edges[:-2]) / (edges[1:-1] - edges[:-2])
    falling = (edges[2:] - bins) / (edges[2:] - edges[1:-1])
    order, place = np.arange(_CEPSTRA), np.arange(_MELS)[:, None] + 0.5
    cosines = np.cos(np.pi * order * place / _MELS) * np.sqrt(2 / _MELS)
    return np.clip(np.minimum(rising, falling), 0, None), cosines

"""Mono sound as speech engines hand it on: float32 samples in [-1, 1], its edges, its silences, its file."""

from __future__ import annotations

import struct

import numpy as np

from lessonforge.blob import Blob

QUIET = 10 ** (-45 / 20)
PAD = 0.02
_FRAME = 0.005


def trimmed(samples: np.ndarray, rate: int, quiet: float = QUIET) -> tuple[np.ndarray, float]:
    """The sound without the silence around it, but for 20 ms; and the seconds taken off its start.

    Silence is what lies below `quiet` times the loudest 5 ms.
    """
    loud = np.flatnonzero(_levels(samples, rate) > quiet)
    if not loud.size:
        return samples, 0.0
    frame, pad = int(rate * _FRAME), int(rate * PAD)
    first = max(0, int(loud[0]) * frame - pad)
    return samples[first : (int(loud[-1]) + 1) * frame + pad], first / rate


def silences(samples: np.ndarray, rate: int, shortest: float, quiet: float = QUIET) -> list[tuple[float, float]]:
    """The (start, end) seconds of all stretches of at least `shortest` seconds in which nothing is heard."""
    still = np.concatenate([[False], _levels(samples, rate) <= quiet, [False]])
    turns = np.flatnonzero(np.diff(still.astype(np.int8))).reshape(-1, 2) * (int(rate * _FRAME) / rate)
    return [(float(start), float(end)) for start, end in turns if end - start >= shortest]


def noise(samples: np.ndarray, rate: int) -> float:
    """What `quiet` is for a recording: twice the level of its quietest tenth, between -45 and -25 dB."""
    levels = _levels(samples, rate)
    return float(np.clip(2 * np.quantile(levels, 0.1), QUIET, 10 ** (-25 / 20))) if levels.size else QUIET


def wav(samples: np.ndarray, rate: int) -> Blob:
    """A mono float32 WAV file. Written here because libsndfile stamps such files with the time of day."""
    data = np.ascontiguousarray(samples, "<f4").tobytes()
    form = struct.pack("<4sIHHIIHHH", b"fmt ", 18, 3, 1, rate, 4 * rate, 4, 32, 0)
    fact = struct.pack("<4sII", b"fact", 4, len(samples))
    size = struct.pack("<4sI4s", b"RIFF", 4 + len(form) + len(fact) + 8 + len(data), b"WAVE")
    return Blob.of(size + form + fact + struct.pack("<4sI", b"data", len(data)) + data)


def _levels(samples: np.ndarray, rate: int) -> np.ndarray:
    """The level of each 5 ms, as a fraction of the loudest."""
    frame = int(rate * _FRAME)
    level = np.sqrt(np.mean(np.square(samples[: len(samples) // frame * frame].reshape(-1, frame)), axis=1))
    return level / max(float(level.max(initial=0)), 1e-9)

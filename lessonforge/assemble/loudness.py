"""How loud a lesson is, and making it as loud as it should be, in two passes over its sound.

Sound travels as blocks: float32 arrays of shape (n, 2), any n, at a rate that is a multiple of 1000 Hz. The first
pass keeps two numbers for every millisecond, the K-weighted power and the true peak; the gain and the limiter's
curve are worked out on those alone, and applied when the blocks are read again. A 30-minute lesson takes 14 MB.

Loudness is ITU-R BS.1770-4 as the two channels are delivered (the same voice in both counts as 3 LU louder than in
one), true peak its Annex 2. Silence, or less than the 0.4 s that a loudness needs, measures `SILENCE`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

import numpy as np
import soxr

Blocks = Callable[[], Iterator[np.ndarray]]
"""Reads the sound from its start; every call gives the same blocks."""

SILENCE = -70.0
TARGET = -16.0
CEILING = -1.5
_MAX_GAIN = 40.0
_MARGIN = 0.3  # what four times oversampling can miss of a peak
_ATTACK, _RELEASE = 1.0, 0.08
_OVERSAMPLING = 4
_TAPS = 4096

_DUCKED = 10 ** (-12 / 20)
_DUCK_ATTACK, _DUCK_HOLD, _DUCK_RELEASE = 0.25, 0.3, 0.7
_FADE_IN, _FADE_OUT = 1.0, 2.5


@dataclass(frozen=True)
class Mastered:
    """The same sound at its final level, with its integrated loudness (LUFS) and true peak (dBTP)."""

    blocks: Blocks
    loudness: float
    peak: float


@dataclass(frozen=True)
class _Envelope:
    """What is kept of a sound: K-weighted power and true peak of each whole or begun millisecond."""

    power: np.ndarray
    peak: np.ndarray


def master(blocks: Blocks, rate: int = 48000, target: float = TARGET, ceiling: float = CEILING) -> Mastered:
    """The sound at `target` LUFS with no true peak above `ceiling` dBTP; reads it once, and once more when used.

    One gain for the whole sound, at most 40 dB, then a look-ahead limiter. What can't be measured is left as it is.
    """
    envelope = _envelope(blocks(), rate)
    if _loudness(envelope.power) <= SILENCE:
        return Mastered(blocks, SILENCE, _decibels(envelope.peak.max(initial=0)))
    gain = _gain(envelope, target, ceiling)
    return Mastered(lambda: _apply(blocks(), gain, rate), *_levels(envelope, gain))


def measure(blocks: Blocks, rate: int = 48000) -> tuple[float, float]:
    """Integrated loudness in LUFS and true peak in dBTP."""
    envelope = _envelope(blocks(), rate)
    return _levels(envelope, np.zeros(len(envelope.peak)))


def ducking(intervals: Sequence[tuple[float, float]], total_s: float) -> Callable[[np.ndarray], np.ndarray]:
    """The gain of the music at given seconds: 12 dB down while someone speaks, faded in and out at the ends.

    `intervals` are the (start, end) seconds of speech in any order. The music is down when a word begins and stays
    so for 0.3 s after the last one; it does not come up in a gap too short to hear it.
    """
    knots = [(0.0, 1.0)]
    for start, end in _merged(intervals, _DUCK_ATTACK + _DUCK_HOLD + _DUCK_RELEASE):
        up = end + _DUCK_HOLD
        knots += [(start - _DUCK_ATTACK, 1.0), (start, _DUCKED), (up, _DUCKED), (up + _DUCK_RELEASE, 1.0)]
    at, gains = np.array(sorted(knots, key=lambda knot: knot[0])).T
    ends = [0.0, min(_FADE_IN, total_s / 3), total_s - min(_FADE_OUT, total_s / 3), total_s]
    return lambda times: np.interp(times, at, gains) * np.interp(times, ends, [0.0, 1.0, 1.0, 0.0])


def _merged(intervals: Sequence[tuple[float, float]], gap: float) -> list[tuple[float, float]]:
    """The intervals in order, joined where less than `gap` lies between them."""
    joined: list[tuple[float, float]] = []
    for start, end in sorted(intervals):
        if joined and start - joined[-1][1] < gap:
            joined[-1] = (joined[-1][0], max(end, joined[-1][1]))
        else:
            joined.append((start, end))
    return joined


def _decibels(amplitude: float) -> float:
    return max(SILENCE, 20 * float(np.log10(max(amplitude, 1e-12))))


def _levels(envelope: _Envelope, gain: np.ndarray) -> tuple[float, float]:
    """Loudness and true peak once `gain` (dB for each millisecond) is applied."""
    minutes = _minutes(len(gain))
    steps = [_steps(envelope.power[minute] * 10 ** (gain[minute] / 10)) for minute in minutes]
    peaks = [(envelope.peak[minute] * 10 ** (gain[minute] / 20)).max() for minute in minutes]
    return _gated(np.concatenate([np.zeros(0), *steps])), _decibels(max(peaks, default=0))


def _minutes(length: int) -> list[slice]:
    """A curve minute by minute, so that what is made of it on the way takes no more memory in a long lesson."""
    return [slice(start, min(start + 60_000, length)) for start in range(0, length, 60_000)]


def _loudness(power: np.ndarray) -> float:
    """Gated loudness of K-weighted milliseconds."""
    return _gated(_steps(power))


def _steps(power: np.ndarray) -> np.ndarray:
    return power[: len(power) // 100 * 100].reshape(-1, 100).mean(axis=1, dtype=np.float64)


def _gated(steps: np.ndarray) -> float:
    """Loudness of K-weighted tenths of a second: 400 ms windows every 100 ms, gates at -70 LUFS and -10 LU."""
    if len(steps) < 4:
        return SILENCE
    windows = np.convolve(steps, np.full(4, 0.25), "valid")
    audible = windows[windows > _power(SILENCE)]
    if not audible.size:
        return SILENCE
    return _lufs(audible[audible > audible.mean() / 10].mean())


def _lufs(power: float) -> float:
    return float(-0.691 + 10 * np.log10(power))


def _power(lufs: float) -> float:
    return 10 ** ((lufs + 0.691) / 10)


def _gain(envelope: _Envelope, target: float, ceiling: float) -> np.ndarray:
    """Decibels for each millisecond: the static gain that reaches the target once the limiter has taken its part."""
    static, reached = 0.0, _loudness(envelope.power)
    gain = np.zeros(len(envelope.peak), np.float32)
    for _ in range(12):
        if abs(target - reached) < 0.02 or static >= _MAX_GAIN:
            break
        static = min(static + target - reached, _MAX_GAIN)
        _limit(envelope.peak, static, ceiling, gain)
        reached = _levels(envelope, gain)[0]
    return gain


def _limit(peak: np.ndarray, static: float, ceiling: float, gain: np.ndarray) -> None:
    """Sets `gain` to the static one less what the limiter takes: it looks a second around each minute, further than
    it reaches.
    """
    for minute in _minutes(len(peak)):
        start = max(0, minute.start - 1000)
        level = 20 * np.log10(np.maximum(peak[start : minute.stop + 1000], 1e-6))
        taken = _attenuation(level + static - ceiling + _MARGIN)
        gain[minute] = static - taken[minute.start - start : minute.stop - start]


def _attenuation(excess: np.ndarray) -> np.ndarray:
    """The limiter: decibels to take away, rising 1 dB/ms ahead of each excess and falling 80 dB/s after it.

    Straight lines in decibels, so a running maximum along a slope does it all at once. Each
    millisecond takes the most of its neighbours too: the curve is read between their middles.
    """
    need = np.maximum(excess, 0)
    need = np.maximum(need, np.maximum(np.append(need[1:], 0), np.insert(need[:-1], 0, 0)))
    at = np.arange(len(need))
    release = np.maximum.accumulate(need + at * _RELEASE) - at * _RELEASE
    attack = (np.maximum.accumulate((need - at * _ATTACK)[::-1])[::-1]) + at * _ATTACK
    return np.maximum(release, attack)


def _apply(blocks: Iterator[np.ndarray], gain: np.ndarray, rate: int) -> Iterator[np.ndarray]:
    done = 0
    for block in blocks:
        times = (done + np.arange(len(block))) * (1000 / rate)
        first, last = int(times[0]) if len(block) else 0, int(times[-1]) + 2 if len(block) else 1
        part = gain[max(first - 1, 0) : last + 1]
        decibels = np.interp(times, max(first - 1, 0) + np.arange(len(part)) + 0.5, part)
        yield (block * (10 ** (decibels / 20))[:, None]).astype(np.float32)
        done += len(block)


def _envelope(blocks: Iterator[np.ndarray], rate: int) -> _Envelope:
    if rate % 1000:
        raise ValueError(f"the rate must be a multiple of 1000 Hz, not {rate}")
    filtered, risen = _KWeighting(rate), _Oversampled(rate)
    power, peak = bytearray(), bytearray()  # one growing piece of memory each: small ones would keep large ones apart
    total = 0
    for second, n in _seconds(blocks, rate):
        total += n
        power += _per_ms(np.square(filtered.push(second)), rate).astype(np.float32).tobytes()
        peak += risen.push(second).tobytes()
    peak += risen.finish().tobytes()
    length = -(-total * 1000 // rate)
    return _Envelope(np.frombuffer(power, np.float32)[:length], np.frombuffer(peak, np.float32)[:length])


def _seconds(blocks: Iterator[np.ndarray], rate: int) -> Iterator[tuple[np.ndarray, int]]:
    """The same sound cut into whole seconds, the last one filled with silence; with the samples that are real."""
    kept, size = [np.zeros((0, 2), np.float32)], 0
    for block in blocks:
        kept.append(block)
        size += len(block)
        while size >= rate:
            joined = np.concatenate(kept)
            yield joined[:rate], rate
            kept, size = [joined[rate:]], size - rate
    if size:
        yield np.concatenate([*kept, np.zeros((rate - size, 2), np.float32)]), size


def _per_ms(power: np.ndarray, rate: int) -> np.ndarray:
    """The mean of each millisecond, both channels added (their BS.1770 weight is 1)."""
    return 2 * power.reshape(-1, 2 * rate // 1000).mean(axis=1)


class _KWeighting:
    """The K-weighting filter of BS.1770, as overlap-add convolution with its impulse response (85 ms at 48 kHz)."""

    def __init__(self, rate: int):
        self._size = 1 << (rate + _TAPS - 1).bit_length()
        response = np.fft.irfft(_k_response(rate, self._size), self._size)[:_TAPS]
        self._response = np.fft.rfft(response, self._size)[:, None]
        self._tail = np.zeros((self._size - rate, 2))

    def push(self, second: np.ndarray) -> np.ndarray:
        """The filtered second."""
        spread = np.fft.irfft(np.fft.rfft(second, self._size, axis=0) * self._response, self._size, axis=0)
        spread[: len(self._tail)] += self._tail
        out, self._tail = spread[: len(second)], spread[len(second) :]
        return out


class _Oversampled:
    """The true peak of each millisecond, at four times the rate; the resampler answers a little later than asked."""

    def __init__(self, rate: int):
        self._rate = rate
        self._stream = soxr.ResampleStream(rate, rate * _OVERSAMPLING, 2, "float32", "HQ")
        self._rest = np.zeros((0, 2), np.float32)

    def push(self, second: np.ndarray) -> np.ndarray:
        """The peaks that are known by now."""
        return self._peaks(self._stream.resample_chunk(np.ascontiguousarray(second, np.float32)))

    def finish(self) -> np.ndarray:
        """The peaks still owed."""
        return self._peaks(self._stream.resample_chunk(np.zeros((0, 2), np.float32), last=True))

    def _peaks(self, risen: np.ndarray) -> np.ndarray:
        kept = np.concatenate([self._rest, risen])
        whole = self._rate * _OVERSAMPLING // 1000
        cut = len(kept) // whole * whole
        self._rest = kept[cut:]
        return np.abs(kept[:cut].reshape(-1, 2 * whole)).max(axis=1)


def _k_response(rate: int, size: int) -> np.ndarray:
    """The frequency response of the two biquads, from the analogue prototypes behind the 48 kHz table of BS.1770."""
    z = np.exp(-2j * np.pi * np.fft.rfftfreq(size))
    k, q = np.tan(np.pi * 1681.974450955533 / rate), 0.7071752369554196
    high, band = 10 ** (3.999843853973347 / 20), 10 ** (3.999843853973347 / 20 * 0.4996667741545416)
    shelf = _biquad(z, (high + band * k / q + k * k, 2 * (k * k - high), high - band * k / q + k * k), k, q)
    k, q = np.tan(np.pi * 38.13547087602444 / rate), 0.5003270373238773
    unit = 1 + k / q + k * k
    return shelf * _biquad(z, (unit, -2 * unit, unit), k, q)


def _biquad(z: np.ndarray, top: tuple[float, float, float], k: float, q: float) -> np.ndarray:
    below = (1 + k / q + k * k, 2 * (k * k - 1), 1 - k / q + k * k)
    return (top[0] + top[1] * z + top[2] * z * z) / (below[0] + below[1] * z + below[2] * z * z)

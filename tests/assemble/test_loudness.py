from collections.abc import Iterator

import numpy as np
import pyloudnorm
import pytest
import soxr

from lessonforge.assemble.loudness import SILENCE, Blocks, ducking, master, measure

RATE = 48000
SECONDS = np.arange(RATE * 6) / RATE


def blocks(sound: np.ndarray, size: int = 4800) -> Blocks:
    def read() -> Iterator[np.ndarray]:
        return (sound[at : at + size].astype(np.float32) for at in range(0, len(sound), size))

    return read


def joined(read: Blocks) -> np.ndarray:
    return np.concatenate(list(read()))


def stereo(mono: np.ndarray) -> np.ndarray:
    return np.stack([mono, mono], axis=1)


def tone(hertz: float, level: float = 0.25) -> np.ndarray:
    return stereo(level * np.sin(2 * np.pi * hertz * SECONDS))


def syllables() -> np.ndarray:
    """Decaying noise bursts with a sharp start, as crested as synthetic speech, and a pause long enough to be gated."""
    noise = np.random.default_rng(7).normal(0, 0.02, len(SECONDS))
    return stereo(noise * (1 + 12 * np.exp(-(SECONDS % 0.25) * 60)) * (SECONDS < 4))


def true_peak(sound: np.ndarray) -> float:
    return float(20 * np.log10(np.abs(soxr.resample(sound, RATE, 8 * RATE, "VHQ")).max()))


@pytest.mark.parametrize(
    "sound", [tone(60), tone(440), tone(6000, 0.02), syllables()], ids=["low", "mid", "high", "gated"]
)
def test_loudness_agrees_with_pyloudnorm(sound: np.ndarray) -> None:
    meter = pyloudnorm.Meter(RATE, filter_class="DeMan")
    assert measure(blocks(sound))[0] == pytest.approx(meter.integrated_loudness(sound), abs=0.03)


def test_a_full_scale_tone_in_one_channel_measures_what_the_standard_says() -> None:
    sound = tone(997, 1.0)
    sound[:, 1] = 0
    assert measure(blocks(sound))[0] == pytest.approx(-3.01, abs=0.01)


def test_the_peak_between_samples_is_found() -> None:
    hidden = stereo(0.5 * np.sin(np.pi / 2 * np.arange(RATE) + np.pi / 4) * np.hanning(RATE))
    assert np.abs(hidden).max() < 0.36
    assert measure(blocks(hidden))[1] == pytest.approx(-6.02, abs=0.1)


@pytest.mark.parametrize("level", [0.05, 0.3, 3.0])
def test_mastering_reaches_the_target_below_the_ceiling(level: float) -> None:
    mastered = master(blocks(syllables() * level))
    sound = joined(mastered.blocks)
    assert pyloudnorm.Meter(RATE).integrated_loudness(sound) == pytest.approx(-16, abs=0.2)
    assert true_peak(sound) <= -1.5
    assert (mastered.loudness, mastered.peak) == pytest.approx(measure(mastered.blocks), abs=0.05)


def test_a_whisper_of_noise_is_raised_by_40_db_and_no_more() -> None:
    sound = syllables() * 0.004
    raised = joined(master(blocks(sound)).blocks)
    assert np.abs(raised).max() / np.abs(sound).max() == pytest.approx(100, rel=0.01)


def test_the_limiter_was_needed_for_that() -> None:
    loudness, peak = measure(blocks(syllables()))
    assert peak - 16 - loudness > 0


def test_block_sizes_change_nothing() -> None:
    sound = syllables()
    results = [joined(master(blocks(sound, size)).blocks) for size in (977, 48000, len(sound))]
    assert np.array_equal(results[0], results[1])
    assert np.array_equal(results[1], results[2])


@pytest.mark.parametrize("length", [0, 100, 18000])
def test_too_short_or_silent_sound_is_left_alone(length: int) -> None:
    short, silent = syllables()[:length], np.zeros((length * 5, 2))
    for sound in (short, silent):
        mastered = master(blocks(sound))
        assert mastered.loudness == SILENCE
        assert sum(len(block) for block in mastered.blocks()) == len(sound)
        assert all(np.array_equal(*pair) for pair in zip(mastered.blocks(), blocks(sound)(), strict=True))


def test_a_rate_that_has_no_whole_milliseconds_is_refused() -> None:
    with pytest.raises(ValueError, match="44100"):
        measure(blocks(syllables()), 44100)


def test_music_is_down_while_someone_speaks_and_up_in_long_gaps() -> None:
    gain = ducking([(12.0, 14.0), (3.0, 5.0), (5.5, 7.0)], 20.0)
    down = 10 ** (-12 / 20)
    assert gain(np.array([3.0, 4.0, 5.2, 6.9, 7.3, 13.0])) == pytest.approx(np.full(6, down))
    assert gain(np.array([2.0, 9.0, 11.0, 16.0])) == pytest.approx(np.ones(4))
    assert gain(np.array([0.0, 20.0])) == pytest.approx(np.zeros(2))


def test_ducking_never_jumps() -> None:
    gain = ducking([(0.0, 0.4), (1.0, 2.5), (4.2, 6.0)], 6.2)
    curve = gain(np.arange(0, 6.2, 0.01))
    assert np.abs(np.diff(curve)).max() < 0.06
    assert curve.min() >= 0 and curve.max() <= 1

import dataclasses
import io
from pathlib import Path

import av
import numpy as np
import pyloudnorm
import pytest
import soxr
import tiny_films as tiny

from lessonforge.assemble.requests import Sound, SoundRequest, VoicePart
from lessonforge.assemble.sound import Mix, MixClip, make_sound
from lessonforge.blob import Blob
from lessonforge.errors import MediaError
from lessonforge.model import Soundtrack

RATE = 48000


def voices(*starts: float, seconds: float = 1.5, level: float = 0.1) -> tuple[VoicePart, ...]:
    return tuple(VoicePart(tiny.speech(seconds, 150 + n, level).sound, round(at * RATE)) for n, at in enumerate(starts))


def music(seconds: float, volume: float = -18.0, rate: int = 44100) -> Soundtrack:
    t = np.arange(round(seconds * rate)) / rate
    chord = sum(np.sin(2 * np.pi * pitch * t) for pitch in (1320, 1650, 1980)) / 10
    return Soundtrack(Blob.of(tiny.wav(np.stack([chord, chord * 0.8], axis=1), rate)), volume)


def mixed(request: SoundRequest) -> np.ndarray:
    return np.concatenate(list(Mix(request).blocks()))


def decoded(sound: Sound) -> np.ndarray:
    assert sound.audio.path
    with av.open(sound.audio.path) as file:
        return np.concatenate([frame.to_ndarray().T for frame in file.decode(audio=0)])


def band(sound: np.ndarray, low: float, high: float) -> float:
    """The level of what lies between two frequencies, in decibels."""
    spectrum = np.abs(np.fft.rfft(sound[:, 0])) / len(sound)
    pitch = np.fft.rfftfreq(len(sound), 1 / RATE)
    return float(20 * np.log10(np.sqrt((spectrum[(pitch > low) & (pitch < high)] ** 2).sum()) + 1e-9))


def test_voices_are_heard_at_their_places_and_only_there() -> None:
    sound = mixed(SoundRequest(voices(0.5, 3.2), None, 6 * RATE, 96000))
    assert sound.shape == (6 * RATE, 2) and sound.dtype == np.float32
    heard = np.abs(sound[:, 0]) > 1e-4
    spans = [(0.5, 2.0), (3.2, 4.7)]
    for start, end in spans:
        assert heard[round(start * RATE) : round(start * RATE) + 400].any()
        assert heard[round(start * RATE) : round(end * RATE)].mean() > 0.8
        heard[round(start * RATE) : round(end * RATE)] = False
    assert not heard.any()


def test_overlapping_voices_add_up() -> None:
    both = mixed(SoundRequest(voices(0.5, 0.9), None, 3 * RATE, 96000))
    first = mixed(SoundRequest(voices(0.5, 0.9)[:1], None, 3 * RATE, 96000))
    second = mixed(SoundRequest(voices(0.5, 0.9)[1:], None, 3 * RATE, 96000))
    assert both == pytest.approx(first + second, abs=1e-6)


def test_voices_begin_and_end_softly() -> None:
    square = Blob.of(tiny.wav(np.full(RATE, 0.5), RATE))
    sound = mixed(SoundRequest((VoicePart(square, 0),), None, 2 * RATE, 96000))[:, 0]
    assert np.abs(np.diff(sound)).max() < 0.005
    assert sound[24000] == pytest.approx(0.5, abs=1e-3)


def test_music_repeats_and_makes_way_for_speech() -> None:
    request = SoundRequest(voices(4.0, seconds=3), music(1.3), 12 * RATE, 96000)
    sound = mixed(request)
    alone, under = sound[2 * RATE : 3 * RATE], sound[round(4.6 * RATE) : round(5.6 * RATE)]
    assert band(alone, 1000, 3000) - band(under, 1000, 3000) == pytest.approx(12, abs=1)
    assert all(band(sound[n * RATE : (n + 1) * RATE], 1000, 3000) > -70 for n in range(1, 11))
    assert np.abs(sound[-400:]).max() < 0.001, "faded out at the end"


def test_the_volume_of_music_is_relative_to_the_voices() -> None:
    speaking = voices(0.5, seconds=9)
    meter = pyloudnorm.Meter(RATE)
    loud = meter.integrated_loudness(mixed(SoundRequest(speaking, None, 10 * RATE, 96000)))
    for volume in (-20.0, -10.0):
        sound = mixed(SoundRequest(speaking, music(3, volume), 30 * RATE, 96000))
        after = meter.integrated_loudness(sound[15 * RATE : 25 * RATE].astype(float))
        assert after - loud == pytest.approx(volume, abs=0.7)


@pytest.mark.parametrize("level", [0.01, 0.7])
def test_mastered_and_decoded_it_is_as_loud_as_it_should_be(level: float) -> None:
    sound = make_sound(SoundRequest(voices(0.5, 2.5, 5.0, level=level), music(3), 8 * RATE, 96000))
    samples = decoded(sound)
    assert len(samples) == pytest.approx(8 * RATE, abs=1024)
    loudness = pyloudnorm.Meter(RATE).integrated_loudness(samples.astype(float))
    peak = 20 * np.log10(np.abs(soxr.resample(samples, RATE, 4 * RATE)).max())
    assert loudness == pytest.approx(-16, abs=1)
    assert sound.loudness == pytest.approx(loudness, abs=0.2)
    assert peak <= -1.5
    assert sound.peak == pytest.approx(peak, abs=0.3)


def test_hard_peaks_stay_below_the_limit_after_decoding() -> None:
    clicks = np.random.default_rng(1).normal(0, 0.03, 6 * 22050)
    clicks[:: 22050 // 8] = 1
    sound = make_sound(SoundRequest((VoicePart(Blob.of(tiny.wav(clicks, 22050)), RATE // 2),), None, 7 * RATE, 48000))
    assert 20 * np.log10(np.abs(soxr.resample(decoded(sound), RATE, 4 * RATE)).max()) <= -1.5


def test_a_silent_lesson_has_silent_sound() -> None:
    sound = make_sound(SoundRequest((), None, 2 * RATE, 96000))
    assert np.abs(decoded(sound)).max() < 1e-4
    assert sound.seconds == 2


def test_the_same_request_gives_the_same_bytes() -> None:
    request = SoundRequest(voices(0.5), music(1.7), 3 * RATE, 96000)
    assert make_sound(request).audio == make_sound(request).audio


def test_a_mix_as_a_moviepy_clip() -> None:
    request = SoundRequest(voices(0.2, 1.9), None, 4 * RATE, 96000)
    clip, whole = MixClip(Mix(request)), mixed(request)
    assert clip.to_soundarray(fps=RATE) == pytest.approx(whole, abs=1e-6)
    assert clip.get_frame(2.5) == pytest.approx(whole[round(2.5 * RATE)], abs=1e-6)
    assert clip.get_frame(0.5) == pytest.approx(whole[round(0.5 * RATE)], abs=1e-6), "going back works"


@pytest.mark.parametrize(("data", "message"), [(b"no sound", "can't be read"), (b"", "can't be read")])
def test_music_that_is_none_is_refused(data: bytes, message: str) -> None:
    with pytest.raises(MediaError, match=message):
        make_sound(SoundRequest((), Soundtrack(Blob.of(data), -18), RATE, 96000))


def test_a_film_without_sound_is_no_music(tmp_path: Path) -> None:
    file = io.BytesIO()
    with av.open(file, "w", format="mp4") as film:
        stream = film.add_stream("libx264", rate=10)
        film.mux(stream.encode(av.VideoFrame(640, 480)))
        film.mux(stream.encode(None))
    with pytest.raises(MediaError, match="no sound in"):
        make_sound(SoundRequest((), Soundtrack(Blob.of(file.getvalue()), -18), RATE, 96000))


def test_music_cannot_name_another_file(tmp_path: Path) -> None:
    (tmp_path / "real.wav").write_bytes(tiny.wav(np.zeros(RATE), RATE))
    playlist = tmp_path / "list.wav"
    playlist.write_text(f"ffconcat version 1.0\nfile {tmp_path / 'real.wav'}\n")
    with pytest.raises(MediaError, match="can't be read"):
        make_sound(SoundRequest((), Soundtrack(Blob.file(playlist), -18), RATE, 96000))


def test_broken_speech_is_refused() -> None:
    request = SoundRequest((VoicePart(Blob.of(b"RIFF"), 0),), None, RATE, 96000)
    with pytest.raises(MediaError, match="making the sound of a lesson failed"):
        make_sound(dataclasses.replace(request))

import io
import subprocess
from pathlib import Path

import imageio_ffmpeg
import numpy as np
import pytest
import soundfile

from lessonforge.blob import Blob
from lessonforge.errors import EngineFailed
from lessonforge.model import Speech, Utterance, Voice
from lessonforge.narration.align import aligned
from lessonforge.narration.espeak import Espeak
from lessonforge.narration.recorded import Recorded, read

ENGLISH = (
    "Water never stops moving around our planet. The sun heats the lakes, and the water evaporates into the air. "
    "Then it cools, forms clouds, and falls again as rain or snow."
)
HINDI = "सूरज समुद्र को गर्म करता है, और पानी की छोटी बूँदें हवा में उठती हैं।"


def voice(model: str, locale: str = "en", rate: float = 1.0) -> Voice:
    return Voice("narrator", locale, "espeak", model, rate=rate)


def spoken(text: str, speaker: Voice) -> Speech:
    return next(Espeak().speak([Utterance(text, speaker)]))


def samples_of(blob: Blob) -> tuple[np.ndarray, int]:
    return soundfile.read(io.BytesIO(blob.read()), dtype="float32")


def room(samples: np.ndarray, rate: int) -> np.ndarray:
    """The sound at a low level in a faintly hissing room, with silence before and after it."""
    padded = np.concatenate([np.zeros(rate // 2), samples * 0.2, np.zeros(rate)])
    return (padded + np.random.default_rng(3).normal(0, 0.001, len(padded))).astype(np.float32)


def file(folder: Path, suffix: str, samples: np.ndarray, rate: int) -> Blob:
    soundfile.write(folder / "take.wav", samples, rate)
    path = folder / f"recording{suffix}"
    command = [imageio_ffmpeg.get_ffmpeg_exe(), "-y", "-v", "error", "-i", str(folder / "take.wav"), str(path)]
    subprocess.run(command, check=True)
    return Blob.file(path)


@pytest.mark.parametrize(
    ("text", "locale", "speaker", "reference", "suffix"),
    [
        (ENGLISH, "en", ("en-gb+f3", 0.8), "en-us", ".mp3"),
        (ENGLISH, "en", ("en-us+m7", 1.25), "en-us", ".wav"),
        (HINDI, "hi", ("hi+f2", 0.8), "hi", ".ogg"),
        (HINDI, "hi", ("hi+m3", 1.1), "hi", ".m4a"),
    ],
)
def test_words_are_found_in_another_voices_recording(
    tmp_path: Path, text: str, locale: str, speaker: tuple[str, float], reference: str, suffix: str
) -> None:
    truth = spoken(text, voice(speaker[0], locale, speaker[1]))
    take = file(tmp_path, suffix, room(*samples_of(truth.sound)), 22050)
    found = next(Recorded().speak([Utterance(text, voice(reference, locale), recording=take)]))
    assert found.timing == "aligned"
    assert found.seconds == pytest.approx(truth.seconds, abs=0.12)
    errors = [abs(one.t0 - other.t0) for one, other in zip(truth.marks, found.marks, strict=True)]
    assert float(np.mean(errors)) < 0.04
    assert max(errors) < 0.15


def test_a_long_pause_between_two_sentences_is_followed(tmp_path: Path) -> None:
    first, second = ("The sun warms the sea.", "Then the rain falls down.")
    speaker = voice("en-gb+f3", rate=0.85)
    (one, rate), (other, _) = (samples_of(spoken(text, speaker).sound) for text in (first, second))
    take = file(tmp_path, ".wav", np.concatenate([one, np.zeros(3 * rate, np.float32), other]), rate)
    text = f"{first} {second}"
    marks = next(Recorded().speak([Utterance(text, voice("en-us"), recording=take)])).marks
    starts = {text[mark.start : mark.end]: mark.t0 for mark in marks}
    assert starts["Then"] == pytest.approx(len(one) / rate + 3, abs=0.08)
    assert next(mark.t1 for mark in marks if text[mark.start : mark.end] == "sea") < len(one) / rate + 0.05


def test_without_a_voice_for_the_language_times_are_an_estimate() -> None:
    sound = spoken("Omi ń gbéra sókè, ó sì di òjò.", voice("en-us")).sound
    utterance = Utterance("Omi ń gbéra sókè, ó sì di òjò.", Voice("n", "yo", "piper", "yo"), recording=sound)
    speech = next(Recorded().speak([utterance]))
    assert speech.timing == "estimated"
    assert len(speech.marks) == 8


def test_stereo_is_mixed_and_speakers_are_equally_loud() -> None:
    samples, rate = samples_of(spoken(ENGLISH, voice("en-us")).sound)
    levels = []
    for gain in (0.05, 0.8):
        stream = io.BytesIO()
        soundfile.write(stream, np.stack([samples * gain, samples * 0], axis=1), rate, format="WAV")
        utterance = Utterance(ENGLISH, voice("en-us"), recording=Blob.of(stream.getvalue()))
        sound, _ = samples_of(next(Recorded().speak([utterance])).sound)
        levels.append(20 * np.log10(np.sqrt(np.mean(sound**2))))
    assert levels[0] == pytest.approx(levels[1], abs=0.3)
    assert levels[0] == pytest.approx(20 * np.log10(np.sqrt(np.mean(samples**2))), abs=2)


def silence() -> bytes:
    stream = io.BytesIO()
    soundfile.write(stream, np.zeros(22050, np.float32), 22050, format="WAV")
    return stream.getvalue()


@pytest.mark.parametrize(
    ("data", "says"),
    [(b"not a sound", "can't be read"), (b"", "can't be read"), (silence(), "nothing is heard")],
)
def test_a_recording_that_is_none_is_refused(data: bytes, says: str) -> None:
    with pytest.raises(EngineFailed, match=says):
        read(Blob.of(data))


def test_a_recording_of_something_else_is_refused() -> None:
    sound = spoken("Yes.", voice("en-us")).sound
    with pytest.raises(EngineFailed, match=r"lasts 0\.\d s, but 'Water never .*' takes about \d+\.\d s to say"):
        list(Recorded().speak([Utterance(ENGLISH, voice("en-us"), recording=sound)]))


def test_a_sound_aligned_to_itself_keeps_its_times() -> None:
    samples, rate = samples_of(spoken(ENGLISH, voice("en-us")).sound)
    heard = [(n, n * 0.3) for n in range(20)]
    assert [second for _, second in aligned(samples, rate, heard, samples, rate)] == pytest.approx(
        [second for _, second in heard], abs=0.011
    )


def test_very_short_sounds_run_evenly() -> None:
    short = np.ones(800, np.float32)
    assert aligned(short, 16000, [(0, 0.0), (3, 0.02)], np.ones(1600, np.float32), 16000) == [(0, 0.0), (3, 0.04)]

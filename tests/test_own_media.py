"""A teacher's own picture, film, voice and music, from the course folder into the film."""

import wave
from pathlib import Path

import av
import numpy as np
import pytest
from facts import film_facts
from PIL import Image

from lessonforge.cli import main
from lessonforge.model import Utterance
from lessonforge.narration.registry import load
from lessonforge.narration.voices import named
from lessonforge.settings import built_in

LESSON = """
title: My own
language: en
music: {file: assets/music.wav, volume: -14}
scenes:
  - id: photo
    narration:
      - {text: "This is my own voice. It was recorded in the kitchen.", audio: assets/me.wav}
      - {voice: leo, text: And this is Leo.}
    visual: {image: assets/photo.png, motion: still, credit: "own photo, CC BY 4.0", alt: A green wall.}
  - id: film
    narration: Look how the red wall turns blue.
    visual: {video: assets/film.mp4, alt: A wall changes its colour.}
"""


@pytest.fixture(scope="module")
def film(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("own")
    assets = folder / "course" / "assets"
    assets.mkdir(parents=True)
    (folder / "course" / "own.yaml").write_text(LESSON)
    Image.new("RGB", (640, 360), (20, 160, 60)).save(assets / "photo.png")
    write_film(assets / "film.mp4")
    write_wav(assets / "music.wav", 0.2 * np.sin(2 * np.pi * 220 * np.arange(3 * 22050) / 22050), 22050)
    voice = named("en", [built_in("voices")])["amina"]
    speech = next(load("espeak").speak([Utterance("This is my own voice. It was recorded in the kitchen.", voice)]))
    (assets / "me.wav").write_bytes(speech.sound.read())
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("LESSONFORGE_CACHE", str(folder / "store"))
        assert main(["build", str(folder / "course"), "--profile", "mobile", "--out", str(folder / "out")]) == 0
    return folder / "out" / "course" / "own" / "en" / "mobile" / "own.en.mp4"


def write_film(path: Path) -> None:
    with av.open(str(path), "w") as file:
        stream = file.add_stream("libx264", rate=25)
        stream.width, stream.height, stream.pix_fmt = 320, 180, "yuv420p"
        for number in range(75):
            colour = (200, 20, 20) if number < 37 else (20, 20, 200)
            picture = np.full((180, 320, 3), colour, np.uint8)
            file.mux(stream.encode(av.VideoFrame.from_ndarray(picture, format="rgb24")))
        file.mux(stream.encode())


def write_wav(path: Path, sound: np.ndarray, rate: int) -> None:
    with wave.open(str(path), "wb") as file:
        file.setparams((1, 2, rate, 0, "NONE", ""))
        file.writeframes((sound * 32767).astype("<i2").tobytes())


def colour_at(film: Path, share: float, row: float = 0.5) -> tuple[int, ...]:
    """The colour in the middle column of the picture, at a share of its length."""
    with av.open(str(film)) as file:
        seconds = file.duration / 1e6 * share
        frame = [frame for frame in file.decode(video=0) if frame.time <= seconds][-1]
    picture = frame.to_ndarray(format="rgb24")
    return tuple(int(value) for value in picture[int(picture.shape[0] * row), picture.shape[1] // 2])


def test_the_photo_and_then_the_film_are_seen(film: Path) -> None:
    red, green, blue = colour_at(film, 0.3)
    assert green > 120 and red < 80 and blue < 100
    red, _, blue = colour_at(film, 0.97)
    assert blue > 150 and red < 80


def test_the_recording_is_heard_and_captioned_by_its_sentences(film: Path) -> None:
    captions = [text for _, _, text in film_facts(film).captions]

    assert [" ".join(text.split()) for text in captions] == [
        "This is my own voice.",
        "It was recorded in the kitchen.",
        "And this is Leo.",
        "Look how the red wall turns blue.",
    ]


def test_the_music_plays_on_where_nobody_speaks(film: Path) -> None:
    with av.open(str(film)) as file:
        sound = np.concatenate([frame.to_ndarray()[0] for frame in file.decode(audio=0)])
    lead = sound[: int(0.4 * 48000)]
    spectrum = np.abs(np.fft.rfft(lead * np.hanning(len(lead))))

    assert abs(np.argmax(spectrum) * 48000 / len(lead) - 220) < 6
    assert -17 <= film_facts(film).loudness <= -15

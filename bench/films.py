"""Lessons made up for the benchmarks, as timelines whose pictures and speech are in memory."""

from __future__ import annotations

import dataclasses
import functools
import io
from collections.abc import Callable
from pathlib import Path

import cv2
import numpy as np
import soundfile

from lessonforge.assemble.requests import RATE, sound_request
from lessonforge.assemble.sound import Mix
from lessonforge.blob import Blob
from lessonforge.model import Camera, Panel, Picture, Profile, Shot, Soundtrack, Speech, Still, Storyboard, Utterance
from lessonforge.narration import registry, voices
from lessonforge.settings import built_in
from lessonforge.timelines import Cue, PlacedSpeech, TimedScene, Timeline

TEXT = (
    "The sun warms the sea, and tiny drops of water rise into the air. High up, where it is cold, they come together "
    "and make a cloud. When the drops are too heavy to float, they fall as rain, as snow, or as hail. Streams run "
    "together and become a river, and the river brings the water back to the sea. Some of it sinks into the ground."
)


def moving(profile: Profile, seconds: float, scenes: int = 4) -> Timeline:
    """Busy pictures under a slow camera, with a caption every two seconds."""
    return _timeline(profile, seconds, scenes, lambda n: (_still([_busy(n, profile)]), "pan", ()))


def slides(profile: Profile, seconds: float, scenes: int = 2) -> Timeline:
    """Cards of three states; no captions in the picture."""

    def card(n: int) -> tuple[Picture, Camera, tuple[int, ...]]:
        times = tuple(round(seconds * profile.fps * share) for share in (0.3, 0.6))
        return _still([_card(n, lines, profile) for lines in (1, 2, 3)]), "still", times

    return _timeline(profile, seconds, scenes, card)


def long(profile: Profile, minutes: float, folder: Path) -> Timeline:
    """A slide and a moving picture in turn, with music, all in files: only what is being worked on is in memory."""

    def content(n: int) -> tuple[Picture, Camera, tuple[int, ...]]:
        card = [_card(n, lines, profile) for lines in (1, 2)]
        made = _still([_busy(n, profile)]) if n % 2 else _still(card)
        states = tuple(_filed(state, folder) for state in made.states)
        kept = Still(states, made.width, made.height)
        return (kept, "pan", ()) if n % 2 else (kept, "still", (120,))

    film = _timeline(profile, 10, round(minutes * 6), content, folder)
    music = Soundtrack(_filed(_speech(40, 30.0, None).speech.sound, folder), -18)
    return dataclasses.replace(film, storyboard=dataclasses.replace(film.storyboard, music=music))


def write_sound(film: Timeline, path: Path) -> None:
    """The voices of a film as one WAV file."""
    request = sound_request(film, Profile("", 0, 0, film.fps, "none", 0, "", 0))
    soundfile.write(path, np.concatenate(list(Mix(request).blocks())), RATE)


def _timeline(
    profile: Profile,
    seconds: float,
    scenes: int,
    content: Callable[[int], tuple[Picture, Camera, tuple[int, ...]]],
    folder: Path | None = None,
) -> Timeline:
    frames = round(seconds * profile.fps)
    placed = []
    for n in range(scenes):
        picture, camera, states = content(n)
        shot = Shot("prompt", profile.width, profile.height, seed=n)
        panel = Panel(f"scene-{n}", (), shot, (), title=f"Part {n}", camera=camera)
        cues = _cues(n, seconds) if camera == "pan" else ()
        speech = (_speech(n, seconds - 1.1, folder),)
        placed.append(TimedScene(panel, picture, n * frames, frames, states, (), cues, speech))
    panels = tuple(scene.panel for scene in placed)
    return Timeline(Storyboard("bench", "en", "A film", panels), profile.fps, tuple(placed))


def _cues(n: int, seconds: float) -> tuple[Cue, ...]:
    starts = range(500, round(seconds * 1000) - 800, 2000)
    lines = (f"Caption of scene {n}, so long that it fills", "the first of two lines and half the second")
    return tuple(Cue(at, min(at + 1900, round(seconds * 1000) - 300), lines, "en") for at in starts)


def _still(states: list[np.ndarray]) -> Still:
    height, width = states[0].shape[:2]
    files = (cv2.imencode(".png", state)[1].tobytes() for state in states)
    return Still(tuple(Blob.of(file) for file in files), width, height)


def _busy(seed: int, profile: Profile) -> np.ndarray:
    """Clouds at every scale and forty discs: hard work for an encoder."""
    random = np.random.default_rng(seed)
    size = (profile.width, profile.height)
    clouds = np.zeros((profile.height, profile.width, 3), np.float32)
    for cells in (4, 8, 16, 32, 64, 128):
        grid = random.random((cells * 9 // 16 + 2, cells + 2, 3)).astype(np.float32)
        clouds += cv2.resize(grid, size, interpolation=cv2.INTER_CUBIC) * cells**-0.6
    picture = cv2.normalize(clouds, None, 0, 255, cv2.NORM_MINMAX, cv2.CV_8U)
    for _ in range(40):
        centre = tuple(int(random.integers(0, length)) for length in size)
        colour = tuple(int(value) for value in random.integers(0, 255, 3))
        cv2.circle(picture, centre, int(random.integers(10, 150)), colour, -1, cv2.LINE_AA)
    return picture


def _card(n: int, lines: int, profile: Profile) -> np.ndarray:
    picture = np.full((profile.height, profile.width, 3), (240 - n, 250, 250), np.uint8)
    for line in range(lines):
        at = (profile.width // 8, profile.height * (line + 2) // 6)
        cv2.putText(picture, f"Line {line} of slide {n}", at, cv2.FONT_HERSHEY_DUPLEX, 3, (60, 30, 20), 4, cv2.LINE_AA)
    return picture


def _filed(blob: Blob, folder: Path | None) -> Blob:
    """The blob in a file of the folder, if one is given."""
    if folder is None:
        return blob
    path = folder / blob.sha256
    path.write_bytes(blob.read())
    return Blob(blob.sha256, blob.size, path=path)


def _speech(n: int, seconds: float, folder: Path | None) -> PlacedSpeech:
    """Somebody who speaks for so many seconds, after half a second's silence; in each scene from another word on."""
    sound, rate = _voice()
    spoken = np.resize(np.roll(sound, -2 * n * rate), int(seconds * rate))
    file = io.BytesIO()
    soundfile.write(file, spoken, rate, format="WAV", subtype="FLOAT")
    return PlacedSpeech(Speech(_filed(Blob.of(file.getvalue()), folder), len(spoken) / rate, (), "engine"), 0.5)


@functools.cache
def _voice() -> tuple[np.ndarray, int]:
    """Some 20 seconds of the English narrator."""
    narrator = voices.named("en", [built_in("voices")])["narrator"]
    speech = next(registry.load("espeak").speak([Utterance(TEXT, narrator)]))
    return soundfile.read(io.BytesIO(speech.sound.read()), dtype="float32")

"""Timelines of a few seconds at 320 x 180, with pictures and speech in memory."""

from __future__ import annotations

import io
from collections.abc import Sequence

import av
import cv2
import numpy as np
import soundfile

from lessonforge.assemble import engines
from lessonforge.assemble.requests import clip_requests, rendition_request, sound_request
from lessonforge.blob import Blob
from lessonforge.lesson import Label
from lessonforge.model import Footage, Panel, Picture, Profile, Rendition, Shot, Soundtrack, Speech, Still, Storyboard
from lessonforge.timelines import Cue, PlacedLabel, PlacedSpeech, TimedScene, Timeline

WIDTH, HEIGHT, FPS = 320, 180, 30
OPEN = Profile("tiny", WIDTH, HEIGHT, FPS, "open", 18, "veryfast", 96000)
CLOSED = Profile("tiny", WIDTH, HEIGHT, FPS, "closed", 18, "veryfast", 96000)
RED, GREEN, BLUE, WHITE = (200, 40, 40), (40, 180, 60), (40, 60, 200), (255, 255, 255)


def plain(*colours: tuple[int, int, int]) -> Still:
    """A still with a state of each colour."""
    return still(*(np.full((HEIGHT, WIDTH, 3), colour, np.uint8) for colour in colours))


def busy(seed: int) -> Still:
    """A picture in which every movement shows."""
    coarse = np.random.default_rng(seed).integers(30, 226, (10, 17, 3), np.uint8)
    return still(cv2.resize(coarse, (WIDTH, HEIGHT), interpolation=cv2.INTER_CUBIC))


def still(*pictures: np.ndarray) -> Still:
    height, width = pictures[0].shape[:2]
    files = (cv2.imencode(".png", picture[..., ::-1])[1].tobytes() for picture in pictures)
    return Still(tuple(Blob.of(file) for file in files), width, height)


def footage(numbers: list[int], fps: int) -> Footage:
    """A video whose n-th frame is grey with brightness `numbers[n]`."""
    file = io.BytesIO()
    with av.open(file, "w", format="mp4") as container:
        stream = container.add_stream("libx264", rate=fps, options={"crf": "5"})
        stream.width, stream.height = WIDTH, HEIGHT
        for number in numbers:
            picture = np.full((HEIGHT, WIDTH, 3), number, np.uint8)
            container.mux(stream.encode(av.VideoFrame.from_ndarray(picture)))
        container.mux(stream.encode(None))
    return Footage(Blob.of(file.getvalue()), len(numbers) / fps, WIDTH, HEIGHT)


def scene(
    picture: Picture,
    seconds: float,
    *,
    name: str = "a",
    camera: str = "still",
    motion: str = "",
    states: tuple[int, ...] = (),
    labels: tuple[tuple[Label, int], ...] = (),
    cues: Sequence[tuple[int, int, str]] = (),
    title: str | None = None,
    credit: str = "",
    voice: float | None = None,
) -> TimedScene:
    """A scene that starts at 0; `film` moves it to its place. It speaks unless `voice` is 0."""
    spoken = seconds - 1.0 if voice is None else voice
    shot = Shot("video" if isinstance(picture, Footage) else "prompt", WIDTH, HEIGHT, motion=motion or camera)
    kept = tuple(label for label, _ in labels)
    return TimedScene(
        panel=Panel(name, (), shot, (), title=title, camera=camera, labels=kept, credit=credit),
        picture=picture,
        start=0,
        frames=round(seconds * FPS),
        states=states,
        labels=tuple(PlacedLabel(label, frame) for label, frame in labels),
        cues=tuple(Cue(start, end, tuple(text.split("|")), "en") for start, end, text in cues),
        speech=(PlacedSpeech(speech(spoken), 0.5),) if spoken else (),
    )


def film(*scenes: TimedScene, locale: str = "en", music: Soundtrack | None = None) -> Timeline:
    """The scenes one after another."""
    import dataclasses

    placed, start = [], 0
    for each in scenes:
        placed.append(dataclasses.replace(each, start=start))
        start += each.frames
    board = Storyboard("tiny", locale, "Una película", tuple(each.panel for each in scenes), (), music)
    return Timeline(board, FPS, tuple(placed))


def speech(seconds: float, pitch: float = 180, level: float = 0.1) -> Speech:
    t = np.arange(round(seconds * 22050)) / 22050
    hum = level * np.sin(2 * np.pi * pitch * t) * (0.6 + 0.4 * np.sin(2 * np.pi * 4 * t))
    return Speech(Blob.of(wav(hum, 22050)), len(t) / 22050, (), "engine")


def wav(samples: np.ndarray, rate: int) -> bytes:
    file = io.BytesIO()
    soundfile.write(file, samples.astype(np.float32), rate, format="WAV", subtype="FLOAT")
    return file.getvalue()


def assembled(timeline: Timeline, profile: Profile) -> Rendition:
    """The whole way, as the build's workers go it."""
    clips = list(engines.load("clips").make(clip_requests(timeline, profile)))
    (sound,) = engines.load("sound").make([sound_request(timeline, profile)])
    (rendition,) = engines.load("renditions").make([rendition_request(timeline, profile, clips, sound)])
    return rendition

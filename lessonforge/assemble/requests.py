"""Comes in: a timeline and a profile. Goes out: requests for its clips, its sound and its file, and their artifacts.

A lesson is cut so that little is made again when little changes: each scene is a clip of its own, each crossfade
between two scenes another one that knows nothing of their lengths or captions, the sound is one piece. A request
holds what can be seen or heard in its artifact and nothing else; a clip without words has no locale.

A crossfade takes the first 0.4 s of the scene it leads into, where nobody speaks yet. The first scene has none.
"""

from __future__ import annotations

import dataclasses
import hashlib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from lessonforge.blob import Blob
from lessonforge.locales import iso639_2
from lessonforge.model import Footage, Picture, Profile, Soundtrack, Still
from lessonforge.timecode import frame_at
from lessonforge.timelines import Chapter, Cue, PlacedLabel, TimedScene, Timeline

RATE = 48000
"""Samples a second of every lesson's sound."""
CROSSFADE = 0.4
"""The length of a crossfade in seconds."""
MOVES = ("in", "in-left", "in-right", "out", "left", "right")
"""What the camera does over a picture that it pans; `still` besides."""
DEEP = ("in", "left", "right", "out", "left", "right")
"""What it does over one in layers: going past them shows their depth best, and is painted twice as fast as zooming."""

RETIMED = (0.7, 1.5)
"""How much shorter and longer the frames of a clip may be shown than they were encoded."""

Palette = tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class Encoding:
    """How pictures are encoded: clips can be joined only if it is the same for all."""

    width: int
    height: int
    fps: int
    crf: int
    preset: str


@dataclass(frozen=True)
class ClipRequest:
    """The pictures of one scene, `frames` long.

    `states` are the frames at which the further states of the picture appear; labels count in frames and cues in
    milliseconds, all from the clip's start. `locale` and `palette` are those of the words drawn, empty without any.
    """

    picture: Picture
    move: str
    frames: int
    encoding: Encoding
    states: tuple[int, ...] = ()
    labels: tuple[PlacedLabel, ...] = ()
    cues: tuple[Cue, ...] = ()
    credit: str = ""
    locale: str = ""
    palette: Palette = ()


@dataclass(frozen=True)
class Look:
    """One moment of a scene without its captions: its first one, or its last one (`end`) with all that has appeared.

    `seconds` is the moment of the footage, or of the movements in a still, that is seen.
    """

    picture: Picture
    move: str
    end: bool = False
    seconds: float = 0.0
    labels: tuple[PlacedLabel, ...] = ()
    credit: str = ""
    locale: str = ""
    palette: Palette = ()


@dataclass(frozen=True)
class TransitionRequest:
    """A crossfade between the last look of a scene and the first one of the next, `frames` long."""

    before: Look
    after: Look
    frames: int
    encoding: Encoding


@dataclass(frozen=True)
class Clip:
    """Encoded pictures: an mp4 file of `frames` frames' time, in which a frame that stays is stored once a second."""

    video: Blob
    frames: int


@dataclass(frozen=True)
class VoicePart:
    """A speech (mono WAV) and the sample of the lesson at which it starts."""

    sound: Blob
    start: int


@dataclass(frozen=True)
class SoundRequest:
    """The sound of a whole lesson, `samples` long at 48 kHz; `bitrate` in bits a second."""

    voices: tuple[VoicePart, ...]
    music: Soundtrack | None
    samples: int
    bitrate: int


@dataclass(frozen=True)
class Sound:
    """Encoded sound: AAC in an mp4 file; `loudness` (LUFS) and `peak` (dBTP) are measured after decoding it."""

    audio: Blob
    seconds: float
    loudness: float
    peak: float


@dataclass(frozen=True)
class RenditionRequest:
    """Everything that is put into one file: clips in film order and the frames that each is to last, sound, cues (ms)
    and chapters.

    Without clips the file is sound only. `language` is an ISO 639-2 code; `shown` marks the caption track as one to
    be shown by default. `subtitles` are tracks in further languages, by theirs.
    """

    clips: tuple[Clip, ...]
    lengths: tuple[int, ...]
    sound: Sound
    frames: int
    fps: int
    cues: tuple[Cue, ...]
    chapters: tuple[Chapter, ...]
    title: str
    language: str
    shown: bool
    subtitles: tuple[tuple[str, tuple[Cue, ...]], ...] = ()


@dataclass(frozen=True)
class PosterRequest:
    """The picture that stands for a lesson before it is played, without a caption."""

    look: Look
    width: int
    height: int


@dataclass(frozen=True)
class Poster:
    """A JPEG file."""

    image: Blob


def clip_requests(timeline: Timeline, profile: Profile) -> list[ClipRequest | TransitionRequest]:
    """The clips of a lesson in film order: they are as long as the timeline together. None for a profile of sound."""
    if not profile.width:
        return []
    encoding = Encoding(profile.width, profile.height, timeline.fps, profile.crf, profile.preset)
    captioned = profile.captions == "open"
    requests: list[ClipRequest | TransitionRequest] = []
    for number, scene in enumerate(timeline.scenes):
        taken = _crossfade(scene, timeline.fps) if number else 0
        if taken:
            last = _last_look(timeline, timeline.scenes[number - 1], captioned)
            before, after = last, _first_look(timeline, scene)
            requests.append(TransitionRequest(before, after, taken, encoding))
        requests.append(_clip(timeline, scene, taken, encoding, captioned))
    return requests


def sound_request(timeline: Timeline, profile: Profile) -> SoundRequest:
    """The sound of a lesson, exactly as long as its pictures."""
    voices = (
        VoicePart(placed.speech.sound, round((scene.start / timeline.fps + placed.start) * RATE))
        for scene in timeline.scenes
        for placed in scene.speech
    )
    samples = round(timeline.frames * RATE / timeline.fps)
    return SoundRequest(tuple(voices), timeline.storyboard.music, samples, profile.bitrate)


def rendition_request(timeline: Timeline, profile: Profile, clips: Sequence[Clip], sound: Sound) -> RenditionRequest:
    """The file of a lesson, from the artifacts of its clip requests (in the same order) and of its sound request."""
    board = timeline.storyboard
    captioned = bool(clips) and profile.captions != "none"
    tracks = ((iso639_2(tag), cues) for tag, cues in timeline.subtitles.items() if captioned and cues)
    return RenditionRequest(
        clips=tuple(clips),
        lengths=tuple(_lengths(timeline)) if clips else (),
        sound=sound,
        frames=timeline.frames,
        fps=timeline.fps,
        cues=timeline.cues if captioned else (),
        chapters=chapters(timeline),
        title=board.title,
        language=iso639_2(board.locale),
        shown=profile.captions == "closed",
        subtitles=tuple(tracks),
    )


def _lengths(timeline: Timeline) -> Iterator[int]:
    """How many frames each clip of a film lasts, in film order."""
    for number, scene in enumerate(timeline.scenes):
        taken = _crossfade(scene, timeline.fps) if number else 0
        yield from (taken, scene.frames - taken) if taken else (scene.frames,)


def poster_request(timeline: Timeline) -> PosterRequest:
    """The first scene with a picture (else the first one) with all that appears in it, in the middle of footage."""
    drawn = (scene for scene in timeline.scenes if scene.panel.shot.kind in ("prompt", "image", "video"))
    scene = next(drawn, timeline.scenes[0])
    look = _last_look(timeline, scene)
    if isinstance(scene.picture, Footage):
        look = dataclasses.replace(look, seconds=scene.picture.seconds / 2)
    return PosterRequest(look, scene.picture.width, scene.picture.height)


def chapters(timeline: Timeline) -> tuple[Chapter, ...]:
    """A chapter from each titled scene to the next; what comes before the first one goes by the lesson's title."""
    named = [(scene.start, scene.panel.title) for scene in timeline.scenes if scene.panel.title]
    if not named:
        return ()
    if named[0][0]:
        named.insert(0, (0, timeline.storyboard.title))
    at = [round(start * 1000 / timeline.fps) for start in (*(start for start, _ in named), timeline.frames)]
    return tuple(Chapter(start, end, str(title)) for (start, end), (_, title) in zip(pairwise(at), named, strict=True))


def footage_speed(footage: float, shown: float) -> float:
    """How fast footage of some seconds plays in a clip of others: it fills it within 0.7 to 1.5 times its own speed.

    Else it keeps its speed, is cut at the end of the clip, or its last frame stays.
    """
    speed = footage / shown
    return speed if 0.7 <= speed <= 1.5 else 1.0


def _crossfade(scene: TimedScene, fps: int) -> int:
    return min(frame_at(CROSSFADE, fps), scene.frames // 2)


def _move(scene: TimedScene) -> str:
    """What the camera does: chosen by the scene's name, so that it stays when other scenes come and go."""
    if scene.panel.camera == "still" or isinstance(scene.picture, Footage):
        return "still"
    moves = DEEP if scene.picture.layers else MOVES
    return moves[hashlib.sha256(scene.panel.id.encode()).digest()[0] % len(moves)]


def _clip(timeline: Timeline, scene: TimedScene, taken: int, encoding: Encoding, captioned: bool) -> ClipRequest:
    labels = _labels(scene, taken)
    cues = _shifted(scene.cues, round(taken * 1000 / timeline.fps)) if captioned else ()
    locale, palette = _wording(timeline, scene, cues)
    return ClipRequest(
        picture=_seen(scene),
        move=_move(scene),
        frames=_encoded(scene, timeline.fps) if not cues else scene.frames - taken,
        encoding=encoding,
        states=tuple(max(0, frame - taken) for frame in scene.states),
        labels=labels,
        cues=cues,
        credit=scene.panel.credit,
        locale=locale,
        palette=palette,
    )


def _encoded(scene: TimedScene, fps: int) -> int:
    """How many frames the clip of a scene without captions is encoded with.

    A picture without words is the same in every locale: it is made at its usual length, and the film shows its frames
    for a little longer or shorter, as the narration asks. Beyond `RETIMED` one would see it.
    """
    own, usual = scene.frames - (_crossfade(scene, fps) if scene.start else 0), frame_at(scene.panel.usual, fps)
    has_words = bool(scene.labels or scene.panel.credit or scene.states)
    if has_words or not usual or isinstance(scene.picture, Footage):
        return own
    return usual if RETIMED[0] <= own / usual <= RETIMED[1] else own


def _first_look(timeline: Timeline, scene: TimedScene) -> Look:
    locale, palette = _wording(timeline, dataclasses.replace(scene, labels=()))
    return Look(_seen(scene), _move(scene), credit=scene.panel.credit, locale=locale, palette=palette)


def _last_look(timeline: Timeline, scene: TimedScene, captioned: bool = False) -> Look:
    locale, palette = _wording(timeline, scene)
    taken = _crossfade(scene, timeline.fps) if scene.start else 0
    picture, seconds = _seen(scene), 0.0
    shown = (scene.frames - taken) / timeline.fps
    if isinstance(picture, Footage):
        seconds = round(min(picture.seconds, shown * footage_speed(picture.seconds, shown)), 3)
    elif any(layer.movements for layer in picture.layers):
        frames = scene.frames - taken if captioned and scene.cues else _encoded(scene, timeline.fps)
        seconds = round(frames / timeline.fps, 3)
    labels = _labels(scene, scene.frames)
    return Look(picture, _move(scene), True, seconds, labels, scene.panel.credit, locale, palette)


def _seen(scene: TimedScene) -> Picture:
    """The picture without what is not seen of it: the names of its parts, and its layers where nothing is to move."""
    picture = dataclasses.replace(scene.picture, parts=())
    if isinstance(picture, Footage):
        return picture
    return dataclasses.replace(picture, layers=() if scene.panel.shot.motion == "still" else picture.layers, credits=())


def _wording(timeline: Timeline, scene: TimedScene, cues: tuple[Cue, ...] = ()) -> tuple[str, Palette]:
    """Locale and colours of the words drawn over a scene, or nothing where there are none."""
    if not (scene.labels or cues or scene.panel.credit):
        return "", ()
    return timeline.storyboard.locale, timeline.storyboard.palette if scene.labels else ()


def _labels(scene: TimedScene, taken: int) -> tuple[PlacedLabel, ...]:
    """Labels, `taken` frames earlier, without what they wait for: it was turned into frames, and is not seen."""
    picture = _seen(scene)
    return tuple(
        PlacedLabel(
            dataclasses.replace(one.label, when=None),
            max(0, one.frame - taken),
            one.layer if isinstance(picture, Still) and picture.layers else None,
        )
        for one in scene.labels
    )


def _shifted(cues: Iterable[Cue], by: int) -> tuple[Cue, ...]:
    return tuple(
        dataclasses.replace(cue, start=max(0, cue.start - by), end=cue.end - by) for cue in cues if cue.end > by
    )

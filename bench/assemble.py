"""CPU time of assembling a lesson against other ways of making the same film: python bench/assemble.py [seconds].

All pictures and the speech are there before anything is measured. CPU time is user and system, children included.

Moving pictures with open captions, 1080p30, four scenes:
  enc_raw    the very frames of our film, ready as yuv420p in a file, given to ffmpeg's x264: no composing at all
  ffmpeg     one command by someone who knows ffmpeg: zoompan, captions burnt in by libass, concat, sound
  moviepy    MoviePy as it is commonly used: resized by a function, TextClips with a stroke, CompositeVideoClip
             (the first second of each scene only, per frame)
  ours       clips, crossfades, mixed and mastered sound, and the file with captions and chapters
Slides, two scenes of three states:
  loop       ffmpeg with `-loop 1` on the slides, concat, sound
  ours       as above
"""

from __future__ import annotations

import functools
import os
import subprocess
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

import cv2
import films
import imageio_ffmpeg

from lessonforge.assemble import engines, planes, profiles
from lessonforge.assemble.compose import painted
from lessonforge.assemble.requests import clip_requests, rendition_request, sound_request
from lessonforge.model import Still
from lessonforge.text import fonts
from lessonforge.timelines import Timeline

FFMPEG = imageio_ffmpeg.get_ffmpeg_exe()
PROFILE = profiles.named("1080p")
X264 = ["-c:v", "libx264", "-preset", PROFILE.preset, "-crf", str(PROFILE.crf), "-pix_fmt", "yuv420p"]
AAC = ["-c:a", "aac", "-b:a", str(PROFILE.bitrate)]
RUNS = 3


def cpu() -> float:
    times = os.times()
    return times.user + times.system + times.children_user + times.children_system


def per_frame(frames: int, work: Callable[[], None]) -> float:
    """Milliseconds of CPU for a frame."""
    before = cpu()
    work()
    return (cpu() - before) * 1000 / frames


def ffmpeg(*arguments: str) -> None:
    subprocess.run([FFMPEG, "-y", "-nostdin", "-loglevel", "error", *arguments], check=True)


def ours(film: Timeline) -> None:
    clips = list(engines.load("clips").make(clip_requests(film, PROFILE)))
    (sound,) = engines.load("sound").make([sound_request(film, PROFILE)])
    (rendition,) = engines.load("renditions").make([rendition_request(film, PROFILE, clips, sound)])
    for blob in (*(clip.video for clip in clips), sound.audio, rendition.video):
        blob.path.unlink()


def write_frames(film: Timeline, path: Path) -> None:
    """Every frame of our film as yuv420p."""
    buffer = planes.blank(PROFILE.width, PROFILE.height)
    with path.open("wb") as file:
        for request in clip_requests(film, PROFILE):
            clip = painted(request)
            for frame in range(clip.frames):
                clip.paint(frame, buffer)
                file.writelines(plane.data for plane in buffer)


def write_inputs(film: Timeline, folder: Path) -> None:
    """What the other programs read: pictures, one wav, captions as SRT."""
    from lessonforge.captions import srt

    for n, scene in enumerate(film.scenes):
        assert isinstance(scene.picture, Still)
        for k, state in enumerate(scene.picture.states):
            (folder / f"{n}-{k}.png").write_bytes(state.read())
    (folder / "captions.srt").write_text(srt.write(film.cues, "en"), encoding="utf-8")
    films.write_sound(film, folder / "sound.wav")


def enc_raw(folder: Path) -> None:
    size = f"{PROFILE.width}x{PROFILE.height}"
    raw = [
        "-f",
        "rawvideo",
        "-pix_fmt",
        "yuv420p",
        "-s",
        size,
        "-r",
        str(PROFILE.fps),
        "-i",
        str(folder / "frames.yuv"),
    ]
    ffmpeg(*raw, *X264, str(folder / "raw.mp4"))


def expert(film: Timeline, folder: Path) -> None:
    inputs, chains = [], []
    for n, scene in enumerate(film.scenes):
        inputs += ["-i", str(folder / f"{n}-0.png")]
        zoom = f"zoompan=z='1+0.08*on/{scene.frames}':x='iw/2-(iw/zoom/2)':y='ih/2-(ih/zoom/2)'"
        chains.append(f"[{n}:v]{zoom}:d={scene.frames}:s={PROFILE.width}x{PROFILE.height}:fps={PROFILE.fps}[v{n}]")
    joined = "".join(f"[v{n}]" for n in range(len(chains)))
    chains.append(f"{joined}concat=n={len(film.scenes)}:v=1,subtitles={folder / 'captions.srt'}[v]")
    inputs += ["-i", str(folder / "sound.wav")]
    maps = ["-filter_complex", ";".join(chains), "-map", "[v]", "-map", f"{len(film.scenes)}:a"]
    ffmpeg(*inputs, *maps, *X264, *AAC, str(folder / "expert.mp4"))


def peers(film: Timeline, folder: Path) -> None:
    """One second of each scene."""
    from moviepy import AudioFileClip, CompositeVideoClip, ImageClip, TextClip, concatenate_videoclips

    font, size = str(fonts.stack("en").files[0]), (PROFILE.width, PROFILE.height)
    scenes = []
    for n, scene in enumerate(film.scenes):
        length = scene.frames / film.fps
        zoom = functools.partial(lambda length, t: 1 + 0.08 * t / length, length)
        still = ImageClip(str(folder / f"{n}-0.png")).with_duration(1).resized(zoom).with_position("center")
        words = TextClip(
            font, " ".join(scene.cues[0].lines), font_size=54, color="white", stroke_color="black", stroke_width=2
        )
        caption = words.with_duration(1).with_position(("center", 900))
        scenes.append(CompositeVideoClip([still, caption], size=size))
    sound = AudioFileClip(str(folder / "sound.wav")).subclipped(0, len(scenes))
    options = {"codec": "libx264", "audio_codec": "aac", "preset": PROFILE.preset, "logger": None}
    concatenate_videoclips(scenes).with_audio(sound).write_videofile(
        str(folder / "peers.mp4"), fps=PROFILE.fps, ffmpeg_params=["-crf", str(PROFILE.crf)], **options
    )


def loop(film: Timeline, folder: Path) -> None:
    inputs, count = [], 0
    for n, scene in enumerate(film.scenes):
        ends = [*scene.states, scene.frames]
        for k, (start, end) in enumerate(zip([0, *scene.states], ends, strict=True)):
            seconds = str((end - start) / film.fps)
            inputs += ["-loop", "1", "-framerate", str(film.fps), "-t", seconds, "-i", str(folder / f"{n}-{k}.png")]
            count += 1
    joined = "".join(f"[{n}:v]" for n in range(count))
    inputs += ["-i", str(folder / "sound.wav")]
    graph = f"{joined}concat=n={count}:v=1,format=yuv420p[v]"
    ffmpeg(
        *inputs, "-filter_complex", graph, "-map", "[v]", "-map", f"{count}:a", *X264, *AAC, str(folder / "loop.mp4")
    )


def measured(ways: dict[str, tuple[int, Callable[[], None]]]) -> dict[str, float]:
    """The least of some runs in turn, because whatever else runs here only ever adds."""
    taken: dict[str, list[float]] = {name: [] for name in ways}
    for _ in range(RUNS):
        for name, (frames, work) in ways.items():
            taken[name].append(per_frame(frames, work))
    for name, values in taken.items():
        print(f"{name:28}{min(values):8.1f}   {' '.join(f'{value:.1f}' for value in values)}", flush=True)
    return {name: min(values) for name, values in taken.items()}


def goal(name: str, figure: float, most: float) -> bool:
    print(f"{name}: {figure:.3f} (goal <= {most:.3f}) {'ok' if figure <= most else 'short'}")
    return figure <= most


def main(seconds: float) -> int:
    """Print the table and a line for each goal; the exit code is 1 when one is missed."""
    cv2.setNumThreads(1)
    print(f"{'CPU ms a frame':28}{'least':>8}   of {RUNS} runs")
    with tempfile.TemporaryDirectory(prefix="bench-") as name:
        folder = Path(name)
        tempfile.tempdir = str(folder)
        moving = films.moving(PROFILE, seconds / 4)
        write_inputs(moving, folder)
        write_frames(moving, folder / "frames.yuv")
        figures = measured(
            {
                "enc_raw": (moving.frames, lambda: enc_raw(folder)),
                "moving: ffmpeg": (moving.frames, lambda: expert(moving, folder)),
                "moving: moviepy": (4 * PROFILE.fps, lambda: peers(moving, folder)),
                "moving: ours": (moving.frames, lambda: ours(moving)),
            }
        )
        (folder / "frames.yuv").unlink()
        slides = films.slides(PROFILE, seconds / 2)
        write_inputs(slides, folder)
        figures |= measured(
            {
                "slides: ffmpeg -loop 1": (slides.frames, lambda: loop(slides, folder)),
                "slides: ours": (slides.frames, lambda: ours(slides)),
            }
        )
    mine = figures["moving: ours"]
    kept = [
        goal("moving pictures / enc_raw", mine / figures["enc_raw"], 1.3),
        goal("moving pictures / one ffmpeg command", mine / figures["moving: ffmpeg"], 1.0),
        goal("moving pictures / moviepy", mine / figures["moving: moviepy"], 1 / 6),
        goal("slides / ffmpeg -loop 1", figures["slides: ours"] / figures["slides: ffmpeg -loop 1"], 1 / 20),
    ]
    return int(not all(kept))


if __name__ == "__main__":
    sys.exit(main(float(sys.argv[1]) if len(sys.argv) > 1 else 24.0))

"""Peak memory of assembling a long lesson against a short one: python bench/memory.py [long minutes] [short minutes].

Each is assembled in a process of its own at 720p: a slide and a moving picture in turn, ten seconds each, speech
throughout, and music under it. Pictures and speech lie in files, as in the store.
"""

from __future__ import annotations

import dataclasses
import resource
import subprocess
import sys
import tempfile
from pathlib import Path

MOST = 1.2
"""Of the short lesson's memory, for the long one."""


def assemble(minutes: float, folder: Path) -> None:
    """Make the whole film; print its length in seconds and the peak of this process in MiB."""
    import films

    from lessonforge.assemble import engines, profiles
    from lessonforge.assemble.requests import clip_requests, rendition_request, sound_request

    tempfile.tempdir = str(folder)
    profile = dataclasses.replace(profiles.named("720p"), preset="ultrafast")
    film = films.long(profile, minutes, folder)
    clips = []
    for request in clip_requests(film, profile):
        clips += engines.load("clips").make([request])
    (sound,) = engines.load("sound").make([sound_request(film, profile)])
    (rendition,) = engines.load("renditions").make([rendition_request(film, profile, clips, sound)])
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"{rendition.seconds:.0f} {peak:.0f}")


def main(longer: float, shorter: float) -> int:
    """Print both figures and the verdict; the exit code is 1 when the goal is missed."""
    peaks = []
    for minutes in (shorter, longer):
        with tempfile.TemporaryDirectory(prefix="bench-") as folder:
            command = [sys.executable, __file__, "--one", str(minutes), folder]
            seconds, peak = subprocess.run(command, check=True, capture_output=True, text=True).stdout.split()
        print(f"{int(seconds) / 60:5.1f} minutes: {peak:>5} MiB at most", flush=True)
        peaks.append(float(peak))
    ratio = peaks[1] / peaks[0]
    print(f"memory: {ratio:.2f} (goal <= {MOST:.2f}) {'ok' if ratio <= MOST else 'short'}")
    return int(ratio > MOST)


if __name__ == "__main__":
    if sys.argv[1:2] == ["--one"]:
        assemble(float(sys.argv[2]), Path(sys.argv[3]))
    else:
        given = [float(argument) for argument in sys.argv[1:]]
        sys.exit(main(*(given or [30.0, 3.0])))

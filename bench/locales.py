"""CPU time of a further locale over the first one, pictures in the store: python bench/locales.py.

A lesson of six scenes with drawn pictures, 1080p, spoken in English and in Spanish by the default voices. The first
locale's time is all that follows its pictures: speech, clips, sound, film. The second one comes after it with the same
store, and so makes only what is its own:
  closed   captions are a track, no words in the pictures: speech, sound and a join by copy, no frame encoded
  open     captions are in the pictures: all clips of scenes that speak are encoded again
The goal is a tenth of the first locale: a copy of its packets costs almost nothing. CPU time is user and
system, of the command and all its workers, less what `check` takes.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path

import polib

SCENES = (
    ("the sun over a calm sea, vapour rising", "The sun warms the sea, and tiny drops of water rise into the air.",
     "El sol calienta el mar, y gotas muy pequeñas de agua suben al aire."),
    ("mountains with clouds above", "High up, where it is cold, they come together and make a cloud.",
     "Muy arriba, donde hace frío, se juntan y forman una nube."),
    ("a village in the rain", "When the drops are too heavy to float, they fall as rain, as snow, or as hail.",
     "Cuando las gotas pesan demasiado para flotar, caen como lluvia, nieve o granizo."),
    ("a river in a valley, two trees and a house", "Streams run together and become a river.",
     "Los arroyos se unen y forman un río."),
    ("a boy drinking a glass of water in the kitchen", "People, animals and fields drink from it on the way.",
     "Las personas, los animales y los campos beben de él por el camino."),
    ("two boats on the sea", "The river brings the water back to the sea, and everything begins again.",
     "El río devuelve el agua al mar, y todo vuelve a empezar."),
)  # fmt: skip
PROFILES = """\
closed: {width: 1920, height: 1080, fps: 30, captions: closed, crf: 20, preset: veryfast, bitrate: 128000}
open: {width: 1920, height: 1080, fps: 30, captions: open, crf: 20, preset: veryfast, bitrate: 128000}
"""


def main() -> None:
    shares, encoded = {}, {}
    for profile in ("closed", "open"):
        with tempfile.TemporaryDirectory() as folder:
            first, second, clips = measured(Path(folder), profile)
        shares[profile], encoded[profile] = second / first, clips
        print(f"{profile:8} first {first:6.2f} s   second {second:6.2f} s   clips encoded for the second: {clips}")
    print(goal("second locale, closed captions / first", shares["closed"], 0.10))
    print(goal("clips encoded for it", encoded["closed"], 0))
    print(f"second locale, open captions / first: {shares['open']:.2f} (no goal: every picture has other words)")


def goal(name: str, figure: float, most: float) -> str:
    return f"{name}: {figure:.3f} (goal <= {most:g}) {'ok' if figure <= most else 'short'}"


def measured(folder: Path, profile: str) -> tuple[float, float, int]:
    """CPU seconds of the first and of the second locale, less what starting costs, and the second one's clips."""
    env = {**os.environ, "LESSONFORGE_CACHE": str(folder / "store")}
    write(folder / "silent", spoken=False)
    build(folder / "silent", env, "en", "storyboard")  # the same pictures, and no speech
    write(folder, spoken=True)
    idle = seconds(lambda: build(folder, env, "en", "check"))
    first = seconds(lambda: build(folder, env, "en", "build", profile)) - idle
    second = seconds(lambda: build(folder, env, "es", "build", profile)) - idle
    report = json.loads((folder / "report.json").read_text())
    return first, second, report["stages"]["clips"]["made"]


def write(folder: Path, spoken: bool) -> None:
    course = folder / "lessons" / "water"
    (course / "locale" / "es").mkdir(parents=True)
    (folder / "profiles.yaml").write_text(PROFILES)
    (course / "course.yaml").write_text("locales: [es]\n" if spoken else "title: Water\n")
    scenes = "".join(
        f"  - {{id: s{n}, {f'narration: {json.dumps(text)}' if spoken else 'pause: 2'}, "
        f"visual: {{prompt: {json.dumps(prompt)}}}}}\n"
        for n, (prompt, text, _) in enumerate(SCENES)
    )
    (course / "water.yaml").write_text(f"title: Water\nscenes:\n{scenes}")
    catalogue = polib.POFile()
    catalogue.metadata = {"Content-Type": "text/plain; charset=UTF-8"}
    texts = [("title", "Water", "Agua"), *((f"s{n}/narration", en, es) for n, (_, en, es) in enumerate(SCENES))]
    catalogue.extend(polib.POEntry(msgctxt=f"water/{id}", msgid=en, msgstr=es) for id, en, es in texts)
    catalogue.save(str(course / "locale" / "es" / "water.po"))


def build(folder: Path, env: dict[str, str], locale: str, verb: str, profile: str = "closed") -> None:
    command = [sys.executable, "-m", "lessonforge", verb, "lessons/water", "-l", locale, "--profile", profile]
    command += ["-j", "1", "--json", "report.json"] if verb == "build" else []
    subprocess.run(command, cwd=folder, env=env, check=True, stdout=subprocess.DEVNULL)


def seconds(work) -> float:
    before = cpu()
    work()
    return cpu() - before


def cpu() -> float:
    times = os.times()
    return times.children_user + times.children_system


if __name__ == "__main__":
    main()

"""Tiny courses, written from texts in which `«` stands before the place of every mistake."""

from __future__ import annotations

import io
import struct
import tempfile
import zlib
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

MARK = "«"


@dataclass(frozen=True)
class Link:
    """A symbolic link in place of a file."""

    target: str


Files = Mapping[str, "str | bytes | Link | Callable[[], bytes]"]
"""What is in a file by its name; bytes may be made when they are needed."""


def write(folder: Path, files: Files) -> list[str]:
    """Writes the files without their marks; gives the marked places, in order: `path:line:column`."""
    marked = []
    for name, content in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        if isinstance(content, Link):
            path.symlink_to(content.target)
        elif isinstance(content, str):
            path.write_text(content.replace(MARK, ""), encoding="utf-8")
            marked += [(str(Path(name)), *place) for place in _places(content)]
        else:
            path.write_bytes(content if isinstance(content, bytes) else content())
    return [f"{name}:{line}:{column}" for name, line, column in sorted(marked)]


def _places(text: str) -> list[tuple[int, int]]:
    """Line and column of every mark, in the text without marks."""
    found = []
    for number, line in enumerate(text.split("\n"), 1):
        parts = line.split(MARK)
        found += [(number, 1 + sum(map(len, parts[:n]))) for n in range(1, len(parts))]
    return found


def lesson(*scenes: str, head: str = "title: Water\n") -> str:
    """A lesson of scenes, each given as the YAML below its `- `."""
    return head + "scenes:\n" + "".join(f"- {scene.rstrip()}\n" for scene in scenes)


def catalogue(lesson: str, **texts: tuple[str, str]) -> str:
    """A PO file: the source and the translation of each text by id, `__` standing for `/`."""
    entries = (
        f'msgctxt "{lesson}/{id.replace("__", "/")}"\nmsgid "{source}"\nmsgstr "{translation}"\n'
        for id, (source, translation) in texts.items()
    )
    marked = (MARK + entry.replace(MARK, "") if MARK in entry else entry for entry in entries)
    return "\n".join(['msgid ""\nmsgstr ""\n"Content-Type: text/plain; charset=UTF-8\\n"\n', *marked])


def black_png(width: int, height: int) -> bytes:
    """A picture of any size in a file of a few kilobytes: one bit a pixel."""
    row = b"\0" * (1 + (width + 7) // 8)
    packer = zlib.compressobj(9)
    body = b"".join(packer.compress(row * 1000) for _ in range(height // 1000))
    body += packer.compress(row * (height % 1000)) + packer.flush()
    chunks = (
        (b"IHDR", struct.pack(">IIBBBBB", width, height, 1, 0, 0, 0, 0)),
        (b"IDAT", body),
        (b"IEND", b""),
    )
    packed = (struct.pack(">I", len(b)) + k + b + struct.pack(">I", zlib.crc32(k + b)) for k, b in chunks)
    return b"\x89PNG\r\n\x1a\n" + b"".join(packed)


def film(seconds: int = 2) -> bytes:
    """A small mp4 with its index in front."""
    import av
    import numpy as np

    with tempfile.TemporaryDirectory() as folder:
        made = Path(folder) / "made.mp4"
        with av.open(str(made), "w", options={"movflags": "faststart"}) as output:
            stream = output.add_stream("libx264", rate=25)
            stream.width, stream.height, stream.pix_fmt = 64, 48, "yuv420p"
            noise = np.random.default_rng(0)
            for _ in range(25 * seconds):
                pixels = noise.integers(0, 255, (48, 64, 3), np.uint8)
                output.mux(stream.encode(av.VideoFrame.from_ndarray(pixels, "rgb24")))
            output.mux(stream.encode(None))
        return made.read_bytes()


def sound(kind: str, seconds: int = 2) -> bytes:
    """Noise as a sound file of a kind that libsndfile knows."""
    import numpy as np
    import soundfile

    made = io.BytesIO()
    soundfile.write(made, np.random.default_rng(0).normal(0, 0.1, 48000 * seconds), 48000, format=kind)
    return made.getvalue()


def hum(seconds: float, rate: int = 16_000) -> bytes:
    """A tone as a WAV file of 16 bits, mono."""
    import math

    samples = (round(6000 * math.sin(2 * math.pi * 180 * n / rate)) for n in range(round(seconds * rate)))
    data = b"".join(struct.pack("<h", sample) for sample in samples)
    head = struct.pack(
        "<4sI4s4sIHHIIHH4sI",
        b"RIFF",
        36 + len(data),
        b"WAVE",
        b"fmt ",
        16,
        1,
        1,
        rate,
        2 * rate,
        2,
        16,
        b"data",
        len(data),
    )
    return head + data

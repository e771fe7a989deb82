"""What the tests of this folder share: lessons and media files, tiny and real."""

from __future__ import annotations

import io
import tempfile
from pathlib import Path

import av
import numpy as np
from PIL import Image

from lessonforge.script.load import Loaded, load

SCENE = "scenes:\n- id: pizza\n  narration: Half a pizza.\n"


def course(folder: Path, files: dict[str, str]) -> Path:
    """A folder with the given files."""
    for name, text in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return folder


def told(loaded: Loaded) -> list[str]:
    """The problems as they are printed, without the folder."""
    return [f"{Path(p.path).name}:{p.line}:{p.column}: {p.message} {p.hint}".strip() for p in loaded.problems]


def loaded_with(folder: Path, key: str, name: str) -> Loaded:
    """A lesson that names a file: `key` is image, video, audio or music."""
    text = {
        "image": f"scenes:\n- id: cafe\n  pause: 3\n  visual: {{image: {name!r}}}\n",
        "video": f"scenes:\n- id: cafe\n  pause: 3\n  visual: {{video: {name!r}}}\n",
        "audio": f"scenes:\n- id: cafe\n  narration: [{{text: Hello, audio: {name!r}}}]\n",
        "music": f"{SCENE}music: {{file: {name!r}}}\n",
    }[key]
    (folder / "lesson.yaml").write_text(f"title: Cafe\n{text}", encoding="utf-8")
    return load(folder / "lesson.yaml")


def picture(kind: str, size: tuple[int, int] = (60, 40), **options: object) -> bytes:
    """A picture of noise, so that there is something to cut."""
    noise = np.random.default_rng(0).integers(0, 255, (size[1], size[0], 3), dtype=np.uint8)
    made = io.BytesIO()
    Image.fromarray(noise).save(made, kind, **options)
    return made.getvalue()


def video(container: str = "mp4", codec: str = "libx264", **options: str) -> bytes:
    """Two seconds of noise at 25 frames a second."""
    rng = np.random.default_rng(0)
    with tempfile.TemporaryDirectory() as folder:
        made = Path(folder) / "made"
        with av.open(str(made), "w", format=container, options=options) as output:
            stream = output.add_stream(codec, rate=25)
            stream.width, stream.height, stream.pix_fmt = 64, 48, "yuv420p"
            for _ in range(50):
                frame = av.VideoFrame.from_ndarray(rng.integers(0, 255, (48, 64, 3), dtype=np.uint8), "rgb24")
                output.mux(stream.encode(frame))
            output.mux(stream.encode(None))
        return made.read_bytes()


def sound(kind: str) -> bytes:
    """Two seconds of noise."""
    import soundfile

    made = io.BytesIO()
    soundfile.write(made, np.random.default_rng(0).normal(0, 0.1, 96000), 48000, format=kind)
    return made.getvalue()

"""The engine `files`: the teacher's own pictures and videos, brought to the size of the shot.

A picture that would lose more than a sixth of itself to fill the frame (a portrait, a page, a 4:3 photo in 16:9) is
shown whole instead, over a blurred and darkened copy of itself.
"""

from __future__ import annotations

import io
import tempfile
import warnings
from collections.abc import Iterator, Sequence
from fractions import Fraction
from importlib.metadata import version
from pathlib import Path

import av
import cv2
import numpy as np
from PIL import Image, ImageOps

from lessonforge.blob import Blob
from lessonforge.errors import EngineFailed
from lessonforge.model import Footage, Part, Picture, Shot, Still

MAX_PIXELS = 40_000_000
MAX_SECONDS = 1800.0
FPS = 30
"""Videos are kept at no more than so many frames a second."""
LOSS = 1 / 6
"""The share of a picture that may be cut off so that it fills the frame."""
BT709 = 1
_READABLE = {"protocol_whitelist": "file", "format_whitelist": "mov,matroska,webm"}


class Files:
    """Shows files as they are: it draws nothing."""

    name = "files"

    def fingerprint(self) -> str:
        """What decodes, scales and encodes."""
        return f"files 2, pillow {version('pillow')}, av {version('av')}, opencv {version('opencv-python-headless')}"

    def check(self, shot: Shot) -> list[str]:
        """Files are checked when lessons are read; here only that there is one, and that it is asked for."""
        if shot.kind not in ("image", "video"):
            return [f"The engine 'files' shows images and videos; it can't draw a {shot.kind}."]
        return [] if shot.asset else [f"The {shot.kind} has no file."]

    def parts(self, shot: Shot) -> tuple[Part, ...]:
        """None by name."""
        return ()

    def render(self, shots: Sequence[Shot]) -> Iterator[Picture]:
        """A still for each image, footage for each video. Raises EngineFailed for a file that can't be read."""
        for shot in shots:
            for message in self.check(shot):
                raise EngineFailed(message)
            assert shot.asset
            show = _footage if shot.kind == "video" else _still
            yield show(shot.asset, shot.width, shot.height)


def _still(asset: Blob, width: int, height: int) -> Still:
    file, pixels = io.BytesIO(), _pixels(asset)
    Image.fromarray(framed(pixels, width, height)).save(file, "PNG", compress_level=1)
    return Still((Blob.of(file.getvalue()),), width, height, (_whole(pixels, width, height),))


def _pixels(asset: Blob) -> np.ndarray:
    """The picture as RGB, upright; what is transparent becomes white."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", Image.DecompressionBombWarning)
            with Image.open(io.BytesIO(asset.read()), formats=("PNG", "JPEG", "WEBP")) as picture:
                if picture.width * picture.height > MAX_PIXELS:
                    raise EngineFailed(f"A picture of {picture.width} x {picture.height} pixels is too large.")
                upright = ImageOps.exif_transpose(picture).convert("RGBA")
    except (OSError, SyntaxError, ValueError, Image.DecompressionBombError) as error:
        raise EngineFailed(f"A picture can't be read: {error}") from error
    paper = Image.new("RGBA", upright.size, "white")
    return np.asarray(Image.alpha_composite(paper, upright).convert("RGB"))


def framed(picture: np.ndarray, width: int, height: int) -> np.ndarray:
    """The picture (height, width, 3) filling the frame, or whole over a blurred copy; see `LOSS`."""
    scale, fills = _scale(picture, width, height)
    if fills:
        return _centred(_scaled(picture, scale, width, height), width, height)
    whole = _scaled(picture, scale, 1, 1)
    frame = _backdrop(picture, width, height)
    top, left = (height - whole.shape[0]) // 2, (width - whole.shape[1]) // 2
    frame[top : top + whole.shape[0], left : left + whole.shape[1]] = whole
    return frame


def _scale(picture: np.ndarray, width: int, height: int) -> tuple[float, bool]:
    """How much larger the picture becomes, and whether it fills the frame."""
    high, wide = picture.shape[:2]
    cover, fit = max(width / wide, height / high), min(width / wide, height / high)
    fills = 1 - fit / cover <= LOSS
    return (cover if fills else fit), fills


def _whole(picture: np.ndarray, width: int, height: int) -> Part:
    """Where the picture lies in its frame: authors point at it as it is."""
    scale, _ = _scale(picture, width, height)
    x, y = (1 - picture.shape[1] * scale / width) / 2, (1 - picture.shape[0] * scale / height) / 2
    return Part((0.0, 0.0, 1.0, 1.0), (x, y, 1 - x, 1 - y))


def _scaled(picture: np.ndarray, scale: float, at_least_wide: int, at_least_high: int) -> np.ndarray:
    high, wide = picture.shape[:2]
    size = max(at_least_wide, round(wide * scale)), max(at_least_high, round(high * scale))
    return cv2.resize(picture, size, interpolation=cv2.INTER_AREA if scale < 1 else cv2.INTER_CUBIC)


def _centred(picture: np.ndarray, width: int, height: int) -> np.ndarray:
    top, left = (picture.shape[0] - height) // 2, (picture.shape[1] - width) // 2
    return np.ascontiguousarray(picture[top : top + height, left : left + width])


def _backdrop(picture: np.ndarray, width: int, height: int) -> np.ndarray:
    """A soft dark copy that fills the frame; blurred small, because nobody can tell."""
    small = width // 8, height // 8
    scale = max(small[0] / picture.shape[1], small[1] / picture.shape[0])
    soft = cv2.GaussianBlur(_centred(_scaled(picture, scale, *small), *small), (0, 0), small[0] / 24)
    return cv2.convertScaleAbs(cv2.resize(soft, (width, height), interpolation=cv2.INTER_CUBIC), alpha=0.5)


def _footage(asset: Blob, width: int, height: int) -> Footage:
    """The video upright and in the frame's size, without its sound, at most 30 frames a second."""
    with tempfile.NamedTemporaryFile(suffix=".mp4", delete=False) as file:
        path = Path(file.name)
    try:
        with (
            av.open(asset.path or io.BytesIO(asset.read()), "r", options=_READABLE, metadata_errors="ignore") as source,
            av.open(path, "w", format="mp4", options={"fflags": "+bitexact"}) as target,
        ):
            frames, part = _convert(source, target, width, height)
    except av.error.FFmpegError as error:
        raise EngineFailed(f"A video can't be read: {error}") from error
    return Footage(Blob.file(path), frames / FPS, width, height, (part,))


def _convert(
    source: av.container.InputContainer, target: av.container.OutputContainer, width: int, height: int
) -> tuple[int, Part]:
    """Decodes, frames and encodes every picture; the length in frames, and where the pictures lie."""
    if not source.streams.video:
        raise EngineFailed("A video has no moving pictures.")
    # without the macroblock tree the bytes are the same in every run: its AVX-512 code reads what it should not
    options = {"preset": "veryfast", "crf": "16", "x264-params": "no-mbtree=1"}
    stream = target.add_stream("libx264", rate=FPS, options=options)
    stream.width, stream.height, stream.pix_fmt = width, height, "yuv420p"
    stream.codec_context.thread_count = 1
    stream.codec_context.colorspace = stream.codec_context.color_primaries = stream.codec_context.color_trc = BT709
    stream.codec_context.time_base = Fraction(1, FPS)
    end = 0
    for number, length, picture in _sampled(source):
        frame = av.VideoFrame.from_ndarray(framed(picture, width, height), format="rgb24")
        frame = frame.reformat(format="yuv420p", dst_colorspace="itu709", dst_color_range="MPEG")
        frame.pts, frame.time_base = number, Fraction(1, FPS)
        target.mux(stream.encode(frame))
        end, part = number + length, _whole(picture, width, height)
    target.mux(stream.encode(None))
    if not end:
        raise EngineFailed("A video has no pictures in it.")
    return end, part


def _sampled(source: av.container.InputContainer) -> Iterator[tuple[int, int, np.ndarray]]:
    """Frames as (number at 30 frames a second, how many of these it lasts, RGB), none twice for one number."""
    first, last = None, -1
    for frame in source.decode(video=0):
        if frame.width * frame.height > MAX_PIXELS:
            raise EngineFailed(f"A video of {frame.width} x {frame.height} pixels is too large.")
        first = frame.time if first is None else first
        number = round((frame.time - first) * FPS)
        if number > MAX_SECONDS * FPS:
            raise EngineFailed(f"A video is longer than {MAX_SECONDS / 60:.0f} minutes.")
        if number > last:
            length = max(1, round(float((frame.duration or 0) * (frame.time_base or 0)) * FPS))
            yield number, length, np.rot90(frame.to_ndarray(format="rgb24"), round(frame.rotation / 90))
            last = number

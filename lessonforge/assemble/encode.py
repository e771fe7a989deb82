"""Comes in: a request for pictures. Goes out: an mp4 file of them (H.264), that others join by stream copy.

Only frames that change are encoded, a frame that stays once a second. All clips of one `Encoding` get the same
encoder settings and so the same parameter sets: where a frame stays longer than its own time, its type is forced
instead, which leaves the settings alone and keeps B-frames from reaching across the wait.
"""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from fractions import Fraction
from pathlib import Path

import av
import cv2
import numpy as np
from av.video.frame import PictureType

from lessonforge.assemble import planes
from lessonforge.assemble.compose import Motion, PaintedClip, painted, still
from lessonforge.assemble.planes import Planes
from lessonforge.assemble.requests import Clip, ClipRequest, Encoding, Poster, PosterRequest, TransitionRequest
from lessonforge.blob import Blob
from lessonforge.errors import MediaError

BT709, VIDEO_RANGE = 1, 1
AVX512F = 13
"""The number of this feature in OpenCV's `CpuFeatures`, which its Python module does not name."""
_SEARCH: dict[Motion, list[str]] = {
    "none": ["scenecut=0", "b-adapt=0", "no-mbtree=1", "rc-lookahead=0", "me=dia"],
    "slow": ["scenecut=0", "b-adapt=0", "me=dia"],
    "any": [],
}
"""What x264 need not look for, by the motion in a clip. None of it changes the parameter sets, so clips still join."""
_PLAIN_PRESETS = frozenset(("ultrafast", "superfast", "veryfast", "faster"))
"""The presets that refine motion without weighing its bits: only in these may refining be left out altogether, since
the others set the picture parameters by it.
"""


def make_clip(request: ClipRequest | TransitionRequest) -> Clip:
    """The encoded clip, in a temporary file. Raises MediaError."""
    cv2.setNumThreads(1)  # clips are made side by side, one process each
    with tempfile.NamedTemporaryFile(suffix=".mp4", delete=False) as file:
        path = Path(file.name)
    try:
        encode(painted(request), request.encoding, path)
    except av.error.FFmpegError as error:
        raise MediaError(f"encoding a clip of {request.frames} frames failed: {error}") from error
    return Clip(Blob.file(path), request.frames)


def make_poster(request: PosterRequest) -> Poster:
    """The poster, in memory."""
    picture = planes.to_rgb(still(request.look, (request.width, request.height)))
    jpeg = cv2.imencode(".jpg", cv2.cvtColor(picture, cv2.COLOR_RGB2BGR), [cv2.IMWRITE_JPEG_QUALITY, 88])[1]
    return Poster(Blob.of(jpeg.tobytes()))


def encode(clip: PaintedClip, encoding: Encoding, path: Path) -> None:
    """Writes the clip. Its frames are painted into one buffer after another: memory does not grow with its length."""
    with av.open(path, "w", format="mp4", options={"fflags": "+bitexact"}) as container:
        stream = _stream(container, encoding, clip.motion)
        frame = av.VideoFrame(encoding.width, encoding.height, "yuv420p")
        views = _views(frame)
        for number, lasting, is_new in changes(clip):
            if is_new:
                clip.paint(number, views)
            frame.pts, frame.time_base = number, Fraction(1, encoding.fps)
            frame.pict_type = PictureType.P if lasting > 1 and number else PictureType.NONE
            container.mux(stream.encode(frame))
        container.mux(stream.encode(None))


def changes(clip: PaintedClip) -> Iterator[tuple[int, int, bool]]:
    """The frames to encode as (number, how many frames it lasts, whether it differs from the one before)."""
    start, shown, is_new = 0, clip.key(0), True
    for number in range(1, clip.frames):
        key = clip.key(number)
        if key == shown and number - start < clip.fps:
            continue
        yield start, number - start, is_new
        start, shown, is_new = number, key, key != shown
    yield start, clip.frames - start, is_new


def _stream(container: av.container.OutputContainer, encoding: Encoding, motion: Motion) -> av.VideoStream:
    """One thread: the bytes depend on the number of threads, and the builds' workers keep the cores busy.

    x264's AVX-512 code for the macroblock tree reads past rows that are no multiple of 128 pixels wide, and what it
    finds there changes the bytes from one run to the next. AVX2 is as fast.
    """
    search = _SEARCH[motion] + ["asm=AVX2"] * cv2.checkHardwareSupport(AVX512F)
    if motion == "none" and encoding.preset in _PLAIN_PRESETS:
        search += ["subme=0"]
    options = {"preset": encoding.preset, "crf": str(encoding.crf), "x264-params": ":".join(search)}
    stream = container.add_stream("libx264", rate=encoding.fps, options=options)
    stream.width, stream.height, stream.pix_fmt = encoding.width, encoding.height, "yuv420p"
    context = stream.codec_context
    context.thread_count = 1
    context.time_base = Fraction(1, encoding.fps)
    context.colorspace = context.color_primaries = context.color_trc = BT709
    context.color_range = VIDEO_RANGE
    return stream


def _views(frame: av.VideoFrame) -> Planes:
    """The frame's own memory as planes."""
    rows = (np.frombuffer(memoryview(plane), np.uint8).reshape(-1, plane.line_size) for plane in frame.planes)
    return Planes(*(row[: plane.height, : plane.width] for row, plane in zip(rows, frame.planes, strict=True)))

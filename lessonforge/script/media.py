"""Whether a teacher's picture, video, sound or word list is one, whole and of a kind we read.

The contents count, not the name.

Nothing is decoded beyond a first frame, so a broken file is found for the price of reading it.
"""

from __future__ import annotations

import warnings
from pathlib import Path
from typing import IO, Any, Literal

Kind = Literal["picture", "video", "sound", "word list"]
Complaint = tuple[str, str]
"""A message that goes on from the name of the file ("... is not whole."), and a hint."""

MAX_BYTES: dict[Kind, int] = {"picture": 64 << 20, "video": 2 << 30, "sound": 512 << 20, "word list": 4 << 20}
MAX_PIXELS = 40_000_000

_VIDEO_SUFFIXES = {".mp4": "mov", ".mov": "mov", ".webm": "webm"}
_SOUND_FORMATS = "wav,w64,mp3,ogg,flac,aiff,caf,aac,mov,matroska,webm"
_ESTIMATED = ("aac",)
"""Formats whose length ffmpeg guesses from the first frames: not to be held against them."""

_CUT: Complaint = ("is broken or not whole: its end is missing.", "Copy or export it again.")


def complaint(path: Path, kind: Kind) -> Complaint | None:
    """What is wrong with a file that should be of a kind, or None. Raises OSError when it can't be read."""
    size = path.stat().st_size
    if size == 0:
        return "is empty.", "Copy or export it again."
    if size > MAX_BYTES[kind]:
        return f"is {size >> 20} MiB large; a {kind} file may have {MAX_BYTES[kind] >> 20}.", "Export it smaller."
    if kind == "word list":
        return _words(path)
    return _picture(path) if kind == "picture" else _stream(path, kind)


def _words(path: Path) -> Complaint | None:
    try:
        text = path.read_text("utf-8-sig")
    except UnicodeDecodeError as error:
        return f"isn't UTF-8 (byte {error.start}).", "Save it as UTF-8."
    return None if any(map(str.isalpha, text)) else ("has no words.", "Write one in each line.")


def _picture(path: Path) -> Complaint | None:
    from PIL import Image, UnidentifiedImageError

    too_large = f"has more than {MAX_PIXELS // 1_000_000} megapixels.", "Save it smaller: 3840 pixels wide is plenty."
    with path.open("rb") as stream, warnings.catch_warnings():
        warnings.simplefilter("ignore", Image.DecompressionBombWarning)
        try:
            with Image.open(stream, formats=("PNG", "JPEG", "WEBP")) as picture:
                width, height = picture.size
                if width * height > MAX_PIXELS:
                    return f"is {width} x {height} pixels, {width * height // 1_000_000} megapixels.", too_large[1]
                if picture.format in ("PNG", "WEBP") and getattr(picture, "is_animated", False):
                    return "is an animated picture.", "Save one frame of it, or use a video."
                picture.verify()
        except Image.DecompressionBombError:
            return too_large
        except UnidentifiedImageError:
            return "is not a PNG, JPEG or WebP picture.", "Open it in an image program and save it as PNG or JPEG."
        except (OSError, SyntaxError, ValueError):  # all three are Pillow's ways to say that the bytes are wrong
            return _CUT
        return None if _jpeg_ends(stream) else _CUT


def _jpeg_ends(stream: IO[bytes]) -> bool:
    """Whether a JPEG has its end marker after its first scan (ITU T.81, B.1.1); true for other kinds of file."""
    stream.seek(0)
    data = stream.read()
    at = 2
    if data[:2] != b"\xff\xd8":
        return True
    while data[at : at + 1] == b"\xff" and data[at + 1 : at + 2] != b"\xda":
        at += 2 + int.from_bytes(data[at + 2 : at + 4], "big") if data[at + 1] != 0xFF else 1
    return data.find(b"\xff\xd9", at) >= 0


def _stream(path: Path, kind: Kind) -> Complaint | None:
    import av

    video = kind == "video"
    formats = _VIDEO_SUFFIXES.get(path.suffix.lower()) if video else _SOUND_FORMATS
    if formats is None:
        return f"is a '{path.suffix}' file.", "A video is an mp4, mov or webm file."
    try:
        with av.open(str(path), options={"protocol_whitelist": "file", "format_whitelist": _whitelist(video)}) as media:
            if video and formats not in media.format.name.split(","):
                return f"is named '{path.suffix}', but holds {media.format.long_name}.", "Export it as mp4."
            return _contents(media, video) or (_CUT if _ogg_page_is_cut(path) else None)
    except av.FFmpegError:
        what = "a video that can be read" if video else "a sound file that can be read"
        return f"is not {what}: it is broken, not whole, or of another kind.", "Copy or export it again."


def _whitelist(video: bool) -> str:
    return "mov,matroska,webm" if video else _SOUND_FORMATS


def _contents(media: Any, video: bool) -> Complaint | None:
    main = next(iter(media.streams.video if video else media.streams.audio), None)
    if main is None:
        return ("has no moving pictures.", "") if video else ("has no sound.", "")
    if video and main.width * main.height > MAX_PIXELS:
        return f"is {main.width} x {main.height} pixels large.", "Export it with 3840 x 2160 pixels or less."
    if next(media.decode(main), None) is None:
        return _CUT
    media.seek(0)
    return _length(media, main)


def _length(media: Any, main: Any) -> Complaint | None:
    """Read every packet and compare what comes with the length that the file declares."""
    ends = {main.index: 0.0}
    streams = [stream for stream in media.streams if stream.type in ("video", "audio")]
    for packet in media.demux(*streams):
        if packet.is_corrupt:
            return _CUT
        if packet.size and packet.pts is not None:
            end = float((packet.pts + (packet.duration or 0)) * packet.time_base)
            ends[packet.stream_index] = max(ends.get(packet.stream_index, 0.0), end)
    if ends[main.index] <= 0:
        return "lasts no time.", "Copy or export it again."
    guessed = media.format.name in _ESTIMATED or (media.format.name == "mp3" and not main.start_time)
    declared = float(main.duration * main.time_base) if main.duration else 0.0
    whole = (media.duration or 0) / 1_000_000
    short = ends[main.index] < declared - 0.12 or max(ends.values()) < whole - 0.12
    return _CUT if short and not guessed else None


def _ogg_page_is_cut(path: Path) -> bool:
    """Whether the last page of an Ogg file is shorter than its header says (RFC 3533, 6)."""
    with path.open("rb") as stream:
        if stream.read(4) != b"OggS":
            return False
        stream.seek(max(0, path.stat().st_size - (1 << 17)))
        tail = stream.read()
    at = tail.rfind(b"OggS")
    laces = tail[at + 27 : at + 27 + tail[at + 26]] if at + 26 < len(tail) else b""
    return at + 27 + len(laces) + sum(laces) > len(tail)

"""Speaks with espeak-ng: requests as lines of JSON come in on stdin, answers go out on stdout.

This is a program of its own (`python -I espeak_worker.py`), the only file that loads libespeak-ng, which is GPL-3,
keeps state, is not safe in threads and may crash. It imports nothing of ours.

An answer is two little-endian uint32 sizes, that many bytes of JSON, and that many bytes of mono int16 samples.
`{}` is answered with `version`, `voices` (language tag to voice) and `variants`; `{"text", "voice", "wpm", "pitch"}`
with `rate`, `words` (code point and sample at which each begins) and `ends` (the sample at which each clause ends).
A request that can't be met is answered with `error`.

The library is loaded afresh for each request: otherwise what it said before changes what it says now, and one
voice's speed leaks into the next.
"""

from __future__ import annotations

import _ctypes
import contextlib
import ctypes
import itertools
import json
import os
import struct
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

_SYNCHRONOUS, _DONT_EXIT = 2, 0x8000
_UTF8 = 1
_RATE, _PITCH = 1, 3
_WORD, _END = 1, 5


class _Id(ctypes.Union):
    _fields_ = (("number", ctypes.c_int), ("name", ctypes.c_char_p), ("string", ctypes.c_char * 8))


class _Event(ctypes.Structure):
    _fields_ = (
        ("type", ctypes.c_int),
        ("unique", ctypes.c_uint),
        ("position", ctypes.c_int),
        ("length", ctypes.c_int),
        ("milliseconds", ctypes.c_int),
        ("sample", ctypes.c_int),
        ("user", ctypes.c_void_p),
        ("id", _Id),
    )


class _Voice(ctypes.Structure):
    _fields_ = (
        ("name", ctypes.c_char_p),
        ("languages", ctypes.c_void_p),
        ("identifier", ctypes.c_char_p),
        ("gender", ctypes.c_ubyte),
        ("age", ctypes.c_ubyte),
        ("variant", ctypes.c_ubyte),
        ("reserved", ctypes.c_ubyte),
        ("score", ctypes.c_int),
        ("spare", ctypes.c_void_p),
    )


_Callback = ctypes.CFUNCTYPE(ctypes.c_int, ctypes.POINTER(ctypes.c_short), ctypes.c_int, ctypes.POINTER(_Event))


def locate() -> tuple[str, str | None]:
    """The library and the folder that holds its data: those of `espeakng-loader`, else the system's."""
    try:
        import espeakng_loader
    except ImportError:
        names = {"darwin": "libespeak-ng.dylib", "win32": "libespeak-ng.dll"}
        return names.get(sys.platform, "libespeak-ng.so.1"), None
    return espeakng_loader.get_library_path(), espeakng_loader.get_data_path()


@contextlib.contextmanager
def loaded() -> Iterator[tuple[ctypes.CDLL, int]]:
    """The library, freshly loaded, and its sample rate. Raises OSError when there is none."""
    path, data = locate()
    if data:  # the library cuts long paths short, so it gets a relative one
        os.chdir(Path(data).parent)
    library = ctypes.CDLL(path)
    try:
        library.espeak_ListVoices.restype = ctypes.POINTER(ctypes.POINTER(_Voice))
        library.espeak_Info.restype = ctypes.c_char_p
        rate = library.espeak_Initialize(_SYNCHRONOUS, 0, b"." if data else None, _DONT_EXIT)
        if rate <= 0:
            raise OSError("espeak-ng finds no data of its own")
        yield library, rate
        library.espeak_Terminate()
    finally:
        getattr(_ctypes, "FreeLibrary" if sys.platform == "win32" else "dlclose")(library._handle)


def catalogue() -> dict[str, Any]:
    """The version, the voice of each language tag (in lower case), and the variants that go after a `+`."""
    with loaded() as (library, _):
        ranked = sorted(_tags(library.espeak_ListVoices(None)), reverse=True)
        variants = _Voice(languages=ctypes.cast(ctypes.c_char_p(b"variant"), ctypes.c_void_p))
        return {
            "version": library.espeak_Info(None).decode().split()[0],
            "voices": {tag: identifier for _, tag, identifier in ranked},
            "variants": [
                os.path.basename(name) for name in _identifiers(library.espeak_ListVoices(ctypes.byref(variants)))
            ],
        }


def speak(text: str, voice: str, wpm: int, pitch: int) -> tuple[dict[str, Any], bytes]:
    """What is said with a voice (its identifier, `+` a variant): the head of an answer and the samples."""
    samples = bytearray()
    events: list[tuple[int, int, int]] = []

    @_Callback
    def collect(wave: Any, length: int, event: Any) -> int:
        if wave and length > 0:
            samples.extend(ctypes.string_at(wave, 2 * length))
        told = itertools.takewhile(lambda one: one.type, (event[n] for n in itertools.count()))
        events.extend((one.type, one.position - 1, one.sample) for one in told)
        return 0

    with loaded() as (library, rate):
        library.espeak_SetSynthCallback(collect)
        _checked(library.espeak_SetVoiceByName(voice.encode()), f"choose the voice {voice!r}")
        _checked(library.espeak_SetParameter(_RATE, wpm, 0), f"speak {wpm} words a minute")
        _checked(library.espeak_SetParameter(_PITCH, pitch, 0), f"set the pitch to {pitch}")
        spoken = text.encode() + b"\0"
        _checked(library.espeak_Synth(spoken, ctypes.c_size_t(len(spoken)), 0, 1, 0, _UTF8, None, None), "speak")
    words = [(position, sample) for kind, position, sample in events if kind == _WORD]
    ends = [sample for kind, _, sample in events if kind == _END]
    return {"rate": rate, "words": words, "ends": ends}, bytes(samples)


def _checked(code: int, wish: str) -> None:
    if code:
        raise OSError(f"espeak-ng could not {wish} (code {code})")


def _identifiers(listed: Any) -> Iterator[str]:
    for n in itertools.count():
        if not listed[n]:
            return
        yield listed[n].contents.identifier.decode()


def _tags(listed: Any) -> Iterator[tuple[int, str, str]]:
    """(priority, language tag, identifier), of which the lowest priority is the best voice of a language.

    A voice's languages are one byte of priority and a string, again and again until a byte of 0.
    """
    for n, identifier in enumerate(_identifiers(listed)):
        at = listed[n].contents.languages
        while priority := ctypes.string_at(at, 1)[0]:
            tag = ctypes.string_at(at + 1)
            yield priority, tag.decode().lower(), identifier
            at += len(tag) + 2


def answer(request: dict[str, Any]) -> bytes:
    """The bytes of the answer to a request."""
    samples = b""
    try:
        if request:
            head, samples = speak(**request)
        else:
            head = catalogue()
    except OSError as error:
        head = {"error": str(error)}
    packed = json.dumps(head).encode()
    return struct.pack("<II", len(packed), len(samples)) + packed + samples


def main() -> None:
    """Answers until stdin is closed, which happens too when the parent dies."""
    for line in sys.stdin.buffer:
        sys.stdout.buffer.write(answer(json.loads(line)))
        sys.stdout.buffer.flush()


if __name__ == "__main__":
    main()

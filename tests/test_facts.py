"""The reader of films is itself tested on a film whose facts are known."""

from fractions import Fraction

import av
import numpy as np
import pytest
from facts import film_facts

RATE, FPS = 48_000, 10


@pytest.fixture(scope="module")
def film(tmp_path_factory):
    """Five seconds: one black, two moving, two frozen; a sine of -20 dBFS; a caption; a chapter."""
    path = tmp_path_factory.mktemp("film") / "known.mp4"
    with av.open(str(path), "w", options={"movflags": "faststart"}) as out:
        out.metadata["title"] = "Known"
        video = out.add_stream("libx264", rate=FPS, width=160, height=90, pix_fmt="yuv420p")
        audio = out.add_stream("aac", rate=RATE, layout="mono")
        text = out.add_stream("mov_text")
        text.codec_context.subtitle_header = b"[V4+ Styles]\nFormat: Name, Fontname, Fontsize\nStyle: Default,Sans,16\n"
        video.metadata["language"], audio.metadata["language"], text.metadata["language"] = "und", "spa", "spa"
        out.set_chapters(
            [{"id": 1, "start": 0, "end": 5000, "time_base": Fraction(1, 1000), "metadata": {"title": "Agua"}}]
        )
        for number in range(5 * FPS):
            picture = av.VideoFrame.from_ndarray(_picture(number), format="gray")
            out.mux(video.encode(picture.reformat(format="yuv420p")))
        out.mux(video.encode(None))
        faded = np.clip(np.minimum(np.arange(5 * RATE), np.arange(5 * RATE)[::-1]) / 4800, 0, 1)
        wave = (0.1 * faded * np.sin(np.arange(5 * RATE) * 2 * np.pi * 997 / RATE)).astype(np.float32)
        for at in range(0, len(wave), 1024):
            frame = av.AudioFrame.from_ndarray(wave[None, at : at + 1024], format="fltp", layout="mono")
            frame.rate, frame.pts, frame.time_base = RATE, at, Fraction(1, RATE)
            out.mux(audio.encode(frame))
        out.mux(audio.encode(None))
        words = b"El agua."
        packet = av.Packet(len(words).to_bytes(2, "big") + words)
        packet.stream, packet.time_base = text, Fraction(1, 1000)
        packet.pts = packet.dts = 1000
        packet.duration = 1500
        out.mux(packet)
    return film_facts(path)


def _picture(number):
    picture = np.zeros((90, 160), np.uint8)
    if number >= FPS:
        at = 4 * (min(number, 3 * FPS) - FPS)
        picture[:] = 120
        picture[20:60, at : at + 20] = 230
    return picture


def test_streams_size_and_length_are_read(film):
    assert [(stream.kind, stream.codec, stream.language) for stream in film.streams] == [
        ("video", "h264", "und"),
        ("audio", "aac", "spa"),
        ("subtitle", "mov_text", "spa"),
    ]
    assert (film.width, film.height, film.pixels, film.fps, film.rate, film.channels) == (
        160, 90, "yuv420p", FPS, RATE, 1,
    )  # fmt: skip
    assert film.seconds == pytest.approx(5, abs=0.05)
    assert film.stream("video").end == pytest.approx(5, abs=0.01)
    assert film.stream("audio").end == pytest.approx(5, abs=0.05)
    assert film.title == "Known" and film.moov_first


def test_chapters_and_captions_are_read(film):
    assert film.chapters == ((0.0, 5.0, "Agua"),)
    assert film.captions == ((1.0, 2.5, "El agua."),)


def test_loudness_and_peak_are_measured(film):
    assert film.loudness == pytest.approx(-23.0, abs=0.3)
    assert film.peak == pytest.approx(-20.0, abs=0.3)


def test_frozen_and_black_stretches_are_found(film):
    assert film.frozen == pytest.approx((3.0, 5.0), abs=0.21)
    assert film.black == pytest.approx((0.0, 1.0), abs=0.21)

import io
import subprocess
import tempfile
from collections.abc import Iterator
from pathlib import Path

import av
import cv2
import imageio_ffmpeg
import numpy as np
import pytest
from PIL import Image

from lessonforge.blob import Blob
from lessonforge.errors import EngineFailed
from lessonforge.model import Footage, Shot, Still
from lessonforge.visuals.files import Files, framed

WIDTH, HEIGHT = 320, 180


@pytest.fixture(scope="module", autouse=True)
def scratch(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    before, tempfile.tempdir = tempfile.tempdir, str(tmp_path_factory.mktemp("scratch"))
    yield
    tempfile.tempdir = before


def quarters(width: int, height: int) -> np.ndarray:
    """Red, green, blue and white, clockwise from the top left."""
    picture = np.zeros((height, width, 3), np.uint8)
    picture[: height // 2, : width // 2] = (200, 30, 30)
    picture[: height // 2, width // 2 :] = (30, 180, 30)
    picture[height // 2 :, width // 2 :] = (30, 30, 200)
    picture[height // 2 :, : width // 2] = (250, 250, 250)
    return picture


def saved(picture: np.ndarray, form: str = "PNG", **options: object) -> Blob:
    file = io.BytesIO()
    Image.fromarray(picture).save(file, form, **options)
    return Blob.of(file.getvalue())


def shown(asset: Blob) -> np.ndarray:
    (still,) = Files().render([Shot("image", WIDTH, HEIGHT, asset=asset)])
    assert isinstance(still, Still) and (still.width, still.height) == (WIDTH, HEIGHT)
    with Image.open(io.BytesIO(still.states[0].read())) as picture:
        assert (picture.size, picture.mode, picture.format) == ((WIDTH, HEIGHT), "RGB", "PNG")
        return np.asarray(picture).astype(int)


def filmed(path: Path) -> tuple[Footage, list[np.ndarray]]:
    (footage,) = Files().render([Shot("video", WIDTH, HEIGHT, asset=Blob.file(path))])
    assert isinstance(footage, Footage) and footage.video.path
    with av.open(footage.video.path) as film:
        assert [stream.type for stream in film.streams] == ["video"]
        return footage, [frame.to_ndarray(format="rgb24").astype(int) for frame in film.decode(video=0)]


def ffmpeg(*arguments: str) -> None:
    subprocess.run([imageio_ffmpeg.get_ffmpeg_exe(), "-y", "-nostdin", "-v", "error", *arguments], check=True)


@pytest.fixture(scope="module")
def video(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Two seconds at 50 frames a second, with sound."""
    path = tmp_path_factory.mktemp("video") / "test.mp4"
    picture, sound = "testsrc2=size=320x180:rate=50:duration=2", "sine=duration=2"
    ffmpeg("-f", "lavfi", "-i", picture, "-f", "lavfi", "-i", sound, "-pix_fmt", "yuv420p", str(path))
    return path


@pytest.mark.parametrize(("form", "options"), [("PNG", {}), ("JPEG", {"quality": 95}), ("WEBP", {"lossless": True})])
def test_a_picture_fills_the_frame(form: str, options: dict) -> None:
    seen = shown(saved(quarters(960, 600), form, **options))
    assert seen[40, 80] == pytest.approx((200, 30, 30), abs=6)
    assert seen[140, 240] == pytest.approx((30, 30, 200), abs=6)
    assert seen[140, 4] == pytest.approx((250, 250, 250), abs=6)


@pytest.mark.parametrize("size", [(200, 400), (400, 300), (1600, 300)])
def test_a_picture_of_another_shape_is_shown_whole_over_a_dark_copy(size: tuple[int, int]) -> None:
    picture = quarters(*size)
    picture[:15], picture[-15:], picture[:, :15], picture[:, -15:] = 255, 255, 255, 255
    seen = framed(picture, WIDTH, HEIGHT).astype(int)
    scale = min(WIDTH / size[0], HEIGHT / size[1])
    half = round(size[0] * scale / 2) - 1, round(size[1] * scale / 2) - 1
    edges = [seen[90, 160 - half[0]], seen[90, 160 + half[0] - 1], seen[90 - half[1], 160], seen[90 + half[1] - 1, 160]]
    assert all(edge.min() > 150 for edge in edges), "its own edges are inside"
    beside = seen[:, :4] if size[0] / size[1] < 16 / 9 else seen[:4]
    assert 5 < beside.mean() < 128


@pytest.mark.parametrize(
    ("size", "box"),
    [
        ((1600, 900), (0.0, 0.0, 1.0, 1.0)),
        ((900, 900), (0.21875, 0.0, 0.78125, 1.0)),
        ((900, 1600), (0.341797, 0.0, 0.658203, 1.0)),
        ((3200, 900), (0.0, 0.25, 1.0, 0.75)),
        ((1600, 1000), (0.0, -0.055556, 1.0, 1.055556)),
    ],
)
def test_a_picture_says_where_it_lies_in_the_frame(size: tuple[int, int], box: tuple[float, ...]) -> None:
    (still,) = Files().render([Shot("image", WIDTH, HEIGHT, asset=saved(quarters(*size)))])
    (part,) = still.parts
    assert part.pointed == (0.0, 0.0, 1.0, 1.0) and part.here == pytest.approx(box, abs=1e-5)


def test_a_photo_taken_sideways_stands_upright() -> None:
    exif = Image.Exif()
    exif[0x0112] = 6  # turn it clockwise to see it
    sideways = np.rot90(quarters(320, 180))
    assert shown(saved(sideways, "JPEG", exif=exif, quality=95))[40, 80] == pytest.approx((200, 30, 30), abs=6)


def test_what_is_transparent_becomes_white() -> None:
    picture = np.zeros((180, 320, 4), np.uint8)
    picture[:, 160:] = (200, 30, 30, 255)
    seen = shown(saved(picture))
    assert (seen[90, 40] == 255).all() and seen[90, 250] == pytest.approx((200, 30, 30), abs=2)


@pytest.mark.parametrize("mode", ["L", "P", "CMYK", "I;16", "1", "LA"])
def test_every_kind_of_pixels_is_read(mode: str) -> None:
    if mode == "I;16":
        picture = Image.fromarray(np.full((180, 320), 40000, np.uint16))
    else:
        picture = Image.fromarray(quarters(320, 180)).convert("RGB" if mode == "P" else mode).convert(mode)
    file = io.BytesIO()
    picture.save(file, "JPEG" if mode == "CMYK" else "PNG")
    assert shown(Blob.of(file.getvalue()))[140, 40].mean() > 140


@pytest.mark.parametrize("data", [b"", b"nothing", saved(quarters(320, 180)).read()[:200]])
def test_a_broken_picture_is_refused(data: bytes) -> None:
    with pytest.raises(EngineFailed, match="can't be read"):
        shown(Blob.of(data))


def test_a_picture_that_is_too_large_is_refused_before_it_is_decoded() -> None:
    file = io.BytesIO()
    Image.new("1", (9000, 9000)).save(file, "PNG")
    with pytest.raises(EngineFailed, match="9000 x 9000"):
        shown(Blob.of(file.getvalue()))


def test_a_video_loses_its_sound_and_half_its_frames(video: Path) -> None:
    footage, frames = filmed(video)
    assert footage.seconds == 2 and len(frames) == 60
    with av.open(video) as source:
        wanted = [frame.to_ndarray(format="rgb24").astype(int) for frame in source.decode(video=0)]
    for number in (0, 15, 30, 58):
        near = wanted[round(number * 50 / 30)]
        assert np.abs(frames[number] - near).mean() < 6, number


@pytest.mark.parametrize("degrees", [90, 180, -90])
def test_a_video_taken_sideways_stands_upright(video: Path, tmp_path: Path, degrees: int) -> None:
    turned = tmp_path / "turned.mp4"
    ffmpeg("-display_rotation", str(degrees), "-i", str(video), "-c", "copy", str(turned))
    ffmpeg("-i", str(turned), "-frames:v", "1", str(tmp_path / "theirs.png"))
    with Image.open(tmp_path / "theirs.png") as theirs:
        upright = framed(np.asarray(theirs.convert("RGB")), WIDTH, HEIGHT).astype(int)
    assert np.abs(filmed(turned)[1][0] - upright).mean() < 6


def test_the_same_video_gives_the_same_bytes(video: Path) -> None:
    assert filmed(video)[0] == filmed(video)[0]


def test_a_broken_video_is_refused(video: Path, tmp_path: Path) -> None:
    for number, data in enumerate((b"", b"no film", video.read_bytes()[:3000])):
        broken = tmp_path / f"{number}.mp4"
        broken.write_bytes(data)
        with pytest.raises(EngineFailed, match="can't be read"):
            filmed(broken)


def test_a_video_without_pictures_is_refused(tmp_path: Path) -> None:
    ffmpeg("-f", "lavfi", "-i", "sine=duration=1", str(tmp_path / "sound.mp4"))
    with pytest.raises(EngineFailed, match="no moving pictures"):
        filmed(tmp_path / "sound.mp4")


def test_a_playlist_is_no_video(video: Path, tmp_path: Path) -> None:
    playlist = tmp_path / "list.mp4"
    playlist.write_text(f"ffconcat version 1.0\nfile {video}\n")
    with pytest.raises(EngineFailed, match="can't be read"):
        filmed(playlist)


def test_a_video_says_where_it_lies_in_the_frame(video: Path) -> None:
    with av.open(video) as film:
        wide, high = film.streams.video[0].width, film.streams.video[0].height
    footage, _ = filmed(video)
    (part,) = footage.parts
    scale = part.here[2] - part.here[0], part.here[3] - part.here[1]
    assert scale[0] * WIDTH / wide == pytest.approx(scale[1] * HEIGHT / high) and max(scale) >= 1


def test_it_says_what_it_cannot_show() -> None:
    assert Files().check(Shot("image", WIDTH, HEIGHT, asset=Blob.of(b"x"))) == []
    assert Files().check(Shot("video", WIDTH, HEIGHT)) == ["The video has no file."]
    assert "can't draw a slide" in Files().check(Shot("slide", WIDTH, HEIGHT))[0]
    with pytest.raises(EngineFailed, match="has no file"):
        list(Files().render([Shot("image", WIDTH, HEIGHT)]))


def test_colours_of_a_video_stay_what_they_are(tmp_path: Path) -> None:
    cv2.imwrite(str(tmp_path / "a.png"), quarters(320, 180)[..., ::-1])
    tags = ["-colorspace", "bt709", "-color_primaries", "bt709", "-color_trc", "bt709"]
    to_709 = ["-vf", "scale=out_color_matrix=bt709", *tags, "-pix_fmt", "yuv420p"]
    ffmpeg("-loop", "1", "-i", str(tmp_path / "a.png"), "-t", "0.5", *to_709, str(tmp_path / "a.mp4"))
    _, frames = filmed(tmp_path / "a.mp4")
    assert frames[5][40, 80] == pytest.approx((200, 30, 30), abs=8)
    assert frames[5][40, 240] == pytest.approx((30, 180, 30), abs=8)

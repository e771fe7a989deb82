import os
from pathlib import Path

import pytest
from lessons_on_disk import loaded_with, picture, sound, told, video

from lessonforge.blob import Blob
from lessonforge.script.assets import unportable

WHOLE = {
    "a.png": lambda: picture("png"),
    "a.jpg": lambda: picture("jpeg"),
    "progressive.jpg": lambda: picture("jpeg", progressive=True, exif=b"Exif\0\0" + b"\xff\xd9" * 9),
    "a.webp": lambda: picture("webp"),
    "end.mp4": video,
    "faststart.mp4": lambda: video(movflags="faststart"),
    "fragments.mp4": lambda: video(movflags="frag_keyframe+empty_moov"),
    "a.mov": lambda: video("mov"),
    "a.webm": lambda: video("webm", "libvpx-vp9"),
    "a.wav": lambda: sound("wav"),
    "a.flac": lambda: sound("flac"),
    "a.ogg": lambda: sound("ogg"),
    "a.mp3": lambda: sound("mp3"),
}
KEYS = {".png": "image", ".jpg": "image", ".webp": "image", ".mp4": "video", ".mov": "video", ".webm": "video"}


@pytest.mark.parametrize("name", WHOLE)
def test_a_whole_file_is_taken_and_one_that_was_cut_is_not(name: str, tmp_path: Path) -> None:
    data, file, key = WHOLE[name](), tmp_path / name, KEYS.get(Path(name).suffix, "audio")
    file.write_bytes(data)
    loaded = loaded_with(tmp_path, key, name)
    assert told(loaded) == []
    assert loaded.scripts[0].assets == {name: Blob.of(data)}
    assert loaded.scripts[0].assets[name].read() == data
    for part in (0.5, 0.9):
        file.write_bytes(data[: int(len(data) * part)])
        loaded = loaded_with(tmp_path, key, name)
        assert len(loaded.problems) == 1
        assert "not whole" in loaded.problems[0].message


REFUSED = {
    "image": {
        "a.gif": (lambda: picture("gif"), "is not a PNG, JPEG or WebP picture", "save it as PNG"),
        "a.svg": (lambda: b"<svg/>", "is not a PNG, JPEG or WebP picture", "save it as PNG"),
        "video.png": (video, "is not a PNG, JPEG or WebP picture", ""),
        "moving.webp": (lambda: picture("webp", save_all=True, append_images=[_other()]), "animated", "use a video"),
        "moving.png": (lambda: picture("png", save_all=True, append_images=[_other()]), "animated", "use a video"),
        "empty.png": (lambda: b"", "is empty", ""),
        "broken.png": (lambda: picture("png").replace(b"IDAT", b"IDAT~", 1), "broken", "export it again"),
    },
    "video": {
        "a.mkv": (lambda: video("matroska"), "is a '.mkv' file", "mp4"),
        "a.mp4": (lambda: video("webm", "libvpx-vp9"), "named '.mp4', but holds Matroska", "Export it as mp4"),
        "zeros.mp4": (lambda: b"\0" * 5000, "is not a video that can be read", ""),
        "list.mp4": (lambda: b"#EXTM3U\n#EXTINF:1,\n/etc/passwd\n", "is not a video that can be read", ""),
        "concat.mp4": (lambda: b"ffconcat version 1.0\nfile '/etc/passwd'\n", "is not a video that can be read", ""),
        "sound.mp4": (lambda: sound("wav"), "is not a video that can be read", ""),
    },
    "audio": {
        "text.mp3": (lambda: b"la la la" * 100, "is not a sound file that can be read", ""),
        "silent.mp4": (video, "has no sound", ""),
    },
}


def _other() -> object:
    from PIL import Image

    return Image.new("RGB", (60, 40), "red")


@pytest.mark.parametrize(("key", "name"), [(key, name) for key, files in REFUSED.items() for name in files])
def test_a_file_of_another_kind_is_refused(key: str, name: str, tmp_path: Path) -> None:
    made, message, hint = REFUSED[key][name]
    (tmp_path / name).write_bytes(made())
    problems = loaded_with(tmp_path, key, name).problems
    assert len(problems) == 1
    assert f"scene 'cafe': '{name}' " in problems[0].message
    assert message in problems[0].message
    assert hint in problems[0].hint
    assert problems[0].line > 1


@pytest.mark.parametrize(("size", "message"), [
    ((10_000, 10_000), "is 10000 x 10000 pixels, 100 megapixels"),
    ((20_000, 10_000), "has more than 40 megapixels"),
])  # fmt: skip
def test_a_picture_of_100_megapixels_is_refused_by_its_header(
    size: tuple[int, int], message: str, tmp_path: Path
) -> None:
    from PIL import Image

    Image.new("1", size).save(tmp_path / "big.png")
    problems = loaded_with(tmp_path, "image", "big.png").problems
    assert [message in p.message for p in problems] == [True]
    assert "3840" in problems[0].hint


@pytest.mark.parametrize(("name", "message"), [
    ("../secret.png", "lies outside the course folder"),
    ("assets/../../secret.png", "lies outside the course folder"),
    ("/etc/passwd", "lies outside the course folder"),
    ("~/secret.png", "lies outside the course folder"),
    ("C:/secret.png", "lies outside the course folder"),
    ("..\\secret.png", "lies outside the course folder"),
    ("assets\\cafe.png", "has '\\' in its name"),
    ("http://example.org/a.png", "has ':' in its name"),
    ("a|b.png", "has '|' in its name"),
    ("a//b.png", "not a name that works on every system"),
    ("./a.png", "not a name that works on every system"),
    ("a /b.png", "not a name that works on every system"),
    ("assets/", "not a name that works on every system"),
    ("a.", "not a name that works on every system"),
    ("con.png", "which Windows keeps for itself"),
    ("x/LPT1", "which Windows keeps for itself"),
    ("a\u0007.png", "an invisible character"),
])  # fmt: skip
def test_a_name_that_leads_elsewhere_is_refused_wherever_it_is_read(name: str, message: str) -> None:
    assert message in unportable(name)


@pytest.mark.parametrize("name", ["cafe.jpg", "assets/un café.jpg", "a.b/c-d_e (1).png", "図/水.png", "console.png"])
def test_an_ordinary_name_is_portable(name: str) -> None:
    assert unportable(name) == ""


def test_an_asset_outside_the_course_is_refused(tmp_path: Path) -> None:
    (tmp_path / "secret.png").write_bytes(picture("png"))
    (tmp_path / "course").mkdir()
    assert told(loaded_with(tmp_path / "course", "image", "../secret.png")) == [
        "lesson.yaml:5:19: scene 'cafe': '../secret.png' lies outside the course folder. "
        "Put the file into the course folder and write its path with '/', such as assets/cafe.jpg."
    ]


@pytest.mark.skipif(os.name == "nt", reason="links need rights on Windows")
def test_a_link_is_followed_only_inside_the_course(tmp_path: Path) -> None:
    (tmp_path / "secret.png").write_bytes(picture("png"))
    folder = tmp_path / "course"
    folder.mkdir()
    (folder / "own.png").write_bytes(picture("png"))
    (folder / "out.png").symlink_to(tmp_path / "secret.png")
    (folder / "up").symlink_to(tmp_path)
    (folder / "in.png").symlink_to(folder / "own.png")
    assert "leads out of the course folder" in loaded_with(folder, "image", "out.png").problems[0].message
    assert "leads out of the course folder" in loaded_with(folder, "image", "up/secret.png").problems[0].message
    assert loaded_with(folder, "image", "in.png").problems == ()


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes here")
def test_what_is_not_a_file_is_refused(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.png")
    (tmp_path / "folder.png").mkdir()
    assert "is not a file" in loaded_with(tmp_path, "image", "pipe.png").problems[0].message
    assert "is not a file" in loaded_with(tmp_path, "image", "folder.png").problems[0].message


def test_a_missing_file_is_told_with_the_nearest_one(tmp_path: Path) -> None:
    (tmp_path / "assets").mkdir()
    (tmp_path / "assets" / "cafe.jpg").write_bytes(picture("jpeg"))
    expected = "scene 'cafe': 'assets/caffe.jpg' does not exist: assets/ has no 'caffe.jpg'. Did you mean 'cafe.jpg'?"
    assert told(loaded_with(tmp_path, "image", "assets/caffe.jpg")) == [f"lesson.yaml:5:19: {expected}"]
    expected = "'asets/tune.mp3' does not exist: the course folder has no 'asets'. Did you mean 'assets'?"
    assert told(loaded_with(tmp_path, "music", "asets/tune.mp3")) == [f"lesson.yaml:5:15: {expected}"]


def test_a_name_in_other_letters_is_refused_also_where_the_disk_does_not_mind(tmp_path: Path) -> None:
    (tmp_path / "Cafe.JPG").write_bytes(picture("jpeg"))
    assert "Did you mean 'Cafe.JPG'?" in loaded_with(tmp_path, "image", "cafe.jpg").problems[0].hint


def test_accents_are_the_same_however_the_disk_writes_them(tmp_path: Path) -> None:
    (tmp_path / "cafe\u0301.jpg").write_bytes(picture("jpeg"))
    assert list(loaded_with(tmp_path, "image", "caf\u00e9.jpg").scripts[0].assets) == ["caf\u00e9.jpg"]

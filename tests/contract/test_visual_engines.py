"""What every picture engine must do, run over the registry; the `SHOTS` say what each is asked for."""

import dataclasses
import io
import json

import pytest
from PIL import Image

from lessonforge.blob import Blob
from lessonforge.cards import Slide
from lessonforge.errors import EngineMissing
from lessonforge.model import Shot, Still
from lessonforge.visuals import registry


def picture() -> Blob:
    stream = io.BytesIO()
    Image.linear_gradient("L").convert("RGB").save(stream, "PNG")
    return Blob.of(stream.getvalue())


CONTENT = json.dumps(dataclasses.asdict(Slide("Water", bullets=("Up", "Down"))), sort_keys=True)
SHOTS = {
    "prompt": lambda width, height: Shot("prompt", width, height, prompt="a boat on the sea", style="flat"),
    "slide": lambda width, height: Shot("slide", width, height, content=CONTENT, locale="en"),
    "image": lambda width, height: Shot("image", width, height, asset=picture()),
}
CASES = [(registry.for_kind(kind, "draw"), shot) for kind, shot in SHOTS.items()]


@pytest.fixture(params=CASES, ids=lambda case: case[0])
def case(request):
    return request.param


def test_each_of_our_engines_is_tried():
    assert {name for name, _ in CASES} == set(registry.ENGINES)


def test_the_name_is_the_one_it_is_registered_by(case):
    assert registry.load(case[0]).name == case[0]


def test_the_fingerprint_is_a_text_that_stays(case):
    one, other = registry.load(case[0]).fingerprint(), registry.load(case[0]).fingerprint()
    assert isinstance(one, str) and one and one == other


def test_a_good_shot_has_no_problems(case):
    assert registry.load(case[0]).check(case[1](640, 360)) == []


@pytest.mark.parametrize("size", [(640, 360), (400, 400)], ids=str)
def test_a_still_is_as_large_as_asked_for_and_always_the_same(case, size):
    name, shot = case
    first, again = registry.load(name).render([shot(*size)] * 2)
    assert isinstance(first, Still) and (first.width, first.height) == size
    assert first == again
    for state in first.states:
        with Image.open(io.BytesIO(state.read())) as image:
            assert (image.size, image.mode, image.format) == (size, "RGB", "PNG")


def test_pictures_come_in_the_order_of_the_shots(case):
    name, shot = case
    sizes = [(pic.width, pic.height) for pic in registry.load(name).render([shot(320, 180), shot(360, 360)])]
    assert sizes == [(320, 180), (360, 360)]


def test_an_unknown_engine_is_refused_with_the_nearest_name():
    with pytest.raises(EngineMissing, match="Did you mean 'draw'"):
        registry.load("drew")


@pytest.mark.parametrize(
    ("kind", "engine"),
    [("prompt", "mine"), ("video", "files"), ("image", "files"), ("chart", "cards"), ("quiz", "cards")],
)
def test_each_kind_has_its_engine(kind, engine):
    assert registry.for_kind(kind, "mine") == engine

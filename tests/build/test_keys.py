import dataclasses
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lessonforge.blob import Blob
from lessonforge.build.keys import ingredients, key
from lessonforge.model import Shot, Utterance, Voice


@dataclass(frozen=True)
class Colour:
    name: str
    rgb: tuple[int, int, int]


@dataclass(frozen=True)
class Drawing:
    title: str
    scale: float = 1.0
    ink: Colour | None = None
    paper: Blob | None = None
    options: Mapping[str, object] = field(default_factory=dict)
    comment: str = field(default="", compare=False)


PLAIN = Drawing("a house")
FULL = Drawing("une école", 0.5, Colour("red", (255, 0, 0)), Blob.of(b"paper"), {"b": True, "a": None})

text = st.text(max_size=8)
blobs = st.none() | st.binary(max_size=3).map(Blob.of)
voices = st.builds(Voice, text, text, text, text, st.floats(0.1, 3), st.integers(0, 100))
utterances = st.builds(Utterance, text, voices, st.integers(0, 9), blobs)
shots = st.builds(
    Shot,
    st.sampled_from(["prompt", "slide"]),
    st.integers(1, 99),
    st.integers(1, 99),
    st.integers(0, 9),
    prompt=text,
    negative=text,
    style=text,
    motion=st.sampled_from(["still", "animate"]),
    content=text,
    locale=text,
    palette=st.lists(st.tuples(text, text), max_size=2).map(tuple),
    asset=blobs,
)


@pytest.mark.parametrize(
    ("request_", "golden"),
    [
        (PLAIN, "4c558b4ad96cb88b802e92f43f3d437c3b57ede20f5da720575bc2112b2dc25c"),
        (FULL, "b0b50e3c0fb6c4522565f5d2b49d1b77ba284dcdf29fda50973b8fb1c8f6689f"),
    ],
)
def test_keys_stay_what_they_were(request_, golden):
    """A new key forgets every kept result of every user: change `keys.FORM` and these only when that is meant."""
    assert key(request_, "pen", "pen 1.2") == golden


@given(st.one_of(st.tuples(shots, shots), st.tuples(utterances, utterances)))
def test_each_field_counts(pair):
    one, other = pair
    for name in [member.name for member in dataclasses.fields(one)]:
        changed = dataclasses.replace(one, **{name: getattr(other, name)})
        assert (key(changed, "e", "f") == key(one, "e", "f")) == (changed == one), name
        assert (ingredients(changed, "e", "f") == ingredients(one, "e", "f")) == (changed == one), name


def test_the_engine_and_its_fingerprint_count():
    keys = {key(PLAIN, "pen", "1"), key(PLAIN, "pen", "2"), key(PLAIN, "brush", "1"), key(PLAIN, "pen1", "")}
    assert len(keys) == 4


def test_the_class_counts():
    @dataclass(frozen=True)
    class Sketch(Drawing):
        pass

    assert key(Sketch("a"), "pen", "1") != key(Drawing("a"), "pen", "1")


def test_what_is_no_part_of_a_request_does_not_count(tmp_path):
    (tmp_path / "paper").write_bytes(b"paper")
    twin = dataclasses.replace(
        FULL, paper=Blob.file(tmp_path / "paper"), comment="another", options={"a": None, "b": True}
    )
    assert key(twin, "pen", "1") == key(FULL, "pen", "1")


def test_equal_numbers_are_equal():
    assert key(Drawing("a", scale=2), "pen", "1") == key(Drawing("a", scale=2.0), "pen", "1")
    assert key(Drawing("a", scale=0.1 + 0.2), "pen", "1") != key(Drawing("a", scale=0.3), "pen", "1")


@pytest.mark.parametrize("similar", [{"x": ("a", "b")}, {"x": {"0": "a", "1": "b"}}, {"x": "ab"}, {"x": "['a', 'b']"}])
def test_values_of_similar_looks_differ(similar):
    others = [{"x": ["a"]}, {"x.0": "a"}, {"x": {"map": {}}}, {"x": None}, {}]
    assert key(Drawing("a", options=similar), "e", "f") not in {key(Drawing("a", options=o), "e", "f") for o in others}


@pytest.mark.parametrize("wrong", [float("nan"), float("inf"), Path("a"), {1: 2}, {1, 2}, b"bytes"])
def test_what_has_no_canonical_form_is_refused(wrong):
    with pytest.raises((TypeError, ValueError)):
        key(Drawing("a", options={"x": wrong}), "pen", "1")


def test_ingredients_are_flat():
    assert ingredients(FULL, "pen", "1.2") == {
        "form": 1,
        "engine": "pen",
        "fingerprint": "1.2",
        "class": "Drawing",
        "title": "une école",
        "scale": 0.5,
        "ink.class": "Colour",
        "ink.name": "red",
        "ink.rgb[0]": 255,
        "ink.rgb[1]": 0,
        "ink.rgb[2]": 0,
        "paper": Blob.of(b"paper").sha256,
        "options.b": True,
        "options.a": None,
    }


def test_keys_need_no_heavy_library():
    """What a command without work imports must stay light."""
    code = (
        "import sys, lessonforge.build.fulfil, lessonforge.build.explain, lessonforge.build.upkeep;"
        "print([m for m in ('pydantic', 'numpy', 'multiprocessing', 'asyncio') if m in sys.modules])"
    )
    root = Path(__file__).parents[2]
    assert subprocess.run([sys.executable, "-c", code], cwd=root, capture_output=True, text=True).stdout == "[]\n"

import cv2
import goldens
import numpy
import pytest


def assert_same(name, picture):
    expected = cv2.imread(str(goldens.FOLDER / f"{name}.png"))
    assert expected is not None, "there is no golden image; `python tests/text/goldens.py` draws it"
    assert picture.shape == expected.shape
    assert numpy.array_equal(picture, expected), "the picture has changed; look at it before you renew it"


@pytest.mark.parametrize("name", goldens.PICTURES)
def test_words_look_as_they_did(name):
    assert_same(name, goldens.PICTURES[name]())


def test_every_golden_image_is_of_something():
    names = {path.stem for path in goldens.FOLDER.glob("*.png")}
    assert names == set(goldens.PICTURES)


def test_labels_keep_their_place_on_the_picture():
    arabic, english = (goldens.labelled(locale) for locale in ("ar", "en"))
    for x, y in ((130, 92), (500, 146)):  # the dots, on the sun and on the tree
        assert numpy.array_equal(arabic[y, x], english[y, x])

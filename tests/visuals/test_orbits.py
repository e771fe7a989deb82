import pytest

from lessonforge.model import Shot
from lessonforge.visuals.draw.engine import Draw


def rounds(prompt: str):
    (still,) = Draw().render([Shot("prompt", 480, 270, prompt=prompt, style="flat")])
    return sorted(
        (move.x, move.y, move.seconds) for layer in still.layers for move in layer.movements if move.kind == "circle"
    )


def test_planets_keep_keplers_third_law_and_go_round_anticlockwise():
    orbits = rounds("the solar system with the sun and the planets")
    assert len(orbits) == 8
    assert all(y < 0 < x for x, y, _ in orbits)
    assert [seconds**2 / x**3 for x, _, seconds in orbits] == [pytest.approx(10**2 / orbits[0][0] ** 3, rel=0.01)] * 8


def test_on_a_long_ellipse_nothing_moves_evenly():
    assert rounds("the earth on an elliptical orbit around the sun") == []

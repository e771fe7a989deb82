"""Things and people that touch, bear, hide or stand between each other are where the prompt puts them."""

import random

import pytest

from lessonforge.visuals.draw import palettes
from lessonforge.visuals.draw.canvas import Canvas
from lessonforge.visuals.draw.grammar import read
from lessonforge.visuals.draw.layout import arrange
from lessonforge.visuals.draw.settings import places
from lessonforge.visuals.draw.settings.stage import Stage
from lessonforge.visuals.draw.things import catalogue


def placed(prompt: str):
    """The groups of a prompt, each person by itself."""
    scene = read(prompt)
    assert scene.unknown == ()
    canvas = Canvas(1778, 1000, palettes.STYLES["flat"], palettes.LIGHTS["day"], palettes.LAND["summer"])
    stage = Stage(canvas, random.Random(1), random.Random(2), named=frozenset(item.thing for item in scene.items))
    places.lay(stage, set(scene.places), {catalogue()[item.thing].stands for item in scene.items} | {"ground"})
    return arrange(stage, scene)


@pytest.mark.parametrize("prompt", ["a snowman between two children", "a snowman between a boy and a girl"])
def test_between_people_it_stands_exactly_in_the_middle(prompt):
    snowman, *others = placed(prompt)
    xs = sorted(group.x for group in others)
    assert xs[0] < snowman.x < xs[1]
    assert abs((xs[0] + xs[1]) / 2 - snowman.x) < 0.2 * snowman.wide

"""What the files of the things promise in their metadata is drawn: parts, anchors, names of their own."""

from collections import defaultdict

import pytest

from lessonforge.visuals.draw.things import FOLDER, catalogue


@pytest.mark.parametrize("name", sorted(path.stem for path in FOLDER.glob("*.svg")))
def test_a_part_that_moves_is_one_group_of_the_root_and_anchors_lie_on_the_thing(name):
    thing = catalogue()[name]
    groups = [element.get("data-part") for element in thing.drawing if element.get("data-part")]
    for part in thing.parts:
        if part.name and part.move:
            assert groups.count(part.name) == 1, part.name
    for anchor, (x, y) in thing.anchors.items():
        assert -0.3 * thing.box[0] <= x <= 1.3 * thing.box[0], anchor
        assert -0.3 * thing.box[1] <= y <= 1.3 * thing.box[1], anchor


def test_a_name_means_one_thing():
    claimed = defaultdict(set)
    for thing in catalogue().values():
        for name in thing.names["en"]:
            claimed[name.lower()].add(thing.name)
    assert {name: things for name, things in claimed.items() if len(things) > 1} == {}

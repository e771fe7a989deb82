"""A painted sheet in layers: the same picture as the flat one, with few layers and no holes, and parts by name."""

import dataclasses

import cv2
import numpy as np
import pytest

from lessonforge.build.store import Origin, Store
from lessonforge.model import Movement, Shot, Still
from lessonforge.visuals.draw import grammar, palettes, raster
from lessonforge.visuals.draw.bounds import grown, parts
from lessonforge.visuals.draw.canvas import Canvas
from lessonforge.visuals.draw.compose import compose
from lessonforge.visuals.draw.engine import Draw
from lessonforge.visuals.draw.layers import FAR, GROUND, MOST, plan
from lessonforge.visuals.draw.motion import amplitude, swept
from lessonforge.visuals.draw.painter import Placement, pieces
from lessonforge.visuals.draw.paths import extent
from lessonforge.visuals.draw.pixels import rasterised
from lessonforge.visuals.draw.things import catalogue

PROMPTS = (
    "two red boats on the sea, a lighthouse, rain",
    "a windmill on a hill, birds in the sky",
    "a butterfly and a bee in a garden",
    "a girl and a dog in a kitchen",
    "three fish under water",
    "a snowy village at night, snow",
)


def drawn(prompt: str, width: int = 480, height: int = 270, style: str = "flat") -> Still:
    (still,) = Draw().render([Shot("prompt", width, height, seed=2, prompt=prompt, style=style)])
    return still


def pixels(blob, flags: int = cv2.IMREAD_UNCHANGED) -> np.ndarray:
    return np.asarray(cv2.imdecode(np.frombuffer(blob.read(), np.uint8), flags))


def sheet(width: float = 1600.0) -> Canvas:
    canvas = Canvas(width, 1000, palettes.STYLES["flat"], palettes.LIGHTS["day"], palettes.LAND["summer"])
    canvas.horizon = 500
    canvas.shape(-2000, f"M0 0H{width}V1000H0Z", "#88bbee")
    canvas.shape(600, f"M0 500H{width}V1000H0Z", "#55aa44")
    return canvas


def composite(still: Still) -> np.ndarray:
    flat = np.zeros((still.height, still.width, 3), np.uint8)
    for layer in still.layers:
        raster.lay_over(flat, pixels(layer.picture), layer.x, layer.y)
    return flat.astype(int)


@pytest.mark.parametrize("prompt", PROMPTS)
def test_the_layers_are_the_flat_picture_and_few(prompt: str) -> None:
    still = drawn(prompt)
    flat = pixels(still.states[0]).astype(int)
    assert 1 < len(still.layers) <= MOST and any(layer.movements for layer in still.layers)
    assert np.abs(composite(still) - flat).max() <= 2
    back = pixels(still.layers[0].picture)
    assert (
        back.shape == (270, 480, 4) and (back[..., 3] == 255).all() and (still.layers[0].x, still.layers[0].y) == (0, 0)
    )
    canvas = compose(grammar.read(prompt), palettes.STYLES["flat"], 2, (480, 270))
    if "rain" not in prompt and "snow" not in prompt:  # what flows is repeated in its layer only
        whole = rasterised(canvas.svg((480, 270)), (480, 270))[..., :3].astype(int)
        apart = np.abs(whole - flat)
        assert apart.mean() < 0.25 and np.quantile(apart, 0.999) < 12, "only edges differ, by how they are rounded"


@pytest.mark.parametrize("style", ["watercolor", "photo", "blueprint"])
def test_layers_have_their_style(style: str) -> None:
    still = drawn(PROMPTS[1], style=style)
    assert len(still.layers) > 1
    assert np.abs(composite(still) - pixels(still.states[0])).max() <= 2


@pytest.mark.parametrize("size", [(270, 480), (360, 360), (481, 271)])
def test_layers_come_in_every_shape(size: tuple[int, int]) -> None:
    still = drawn(PROMPTS[1], *size)
    assert np.abs(composite(still) - pixels(still.states[0])).max() <= 2


def test_equal_shots_have_equal_layers_and_the_store_keeps_them(tmp_path) -> None:
    still = drawn(PROMPTS[0])
    assert still == drawn(PROMPTS[0])
    store = Store(tmp_path / "store")
    store.put("ab" + "0" * 62, still, Origin("draw", "draw 1", 0.5))
    kept = store.load("ab" + "0" * 62, {"Still": Still})
    assert (
        kept is not None and kept.artifact == still and kept.artifact.layers[1].movements == still.layers[1].movements
    )
    assert pixels(kept.artifact.layers[-1].picture).shape[2] == 4


def test_marks_that_move_alike_are_one_layer_and_static_ones_sink() -> None:
    canvas = sheet()
    sway = Movement("shift", 4, 12)
    for n in range(4):
        with canvas.moving(sway):
            canvas.shape(650 + n, f"M{200 + 60 * n} 600h50v80h-50Z", "#aa3333")
    canvas.shape(660, "M1200 600h50v80h-50Z", "#3333aa")
    canvas.shape(670, "M230 640h50v80h-50Z", "#33aa33")
    sheets = plan(canvas)
    assert [(one.near, len(one.moves), one.marks) for one in sheets] == [
        (FAR, 0, [0]), (GROUND, 0, [1, 6]), (GROUND, 1, [2, 3, 4, 5]), (GROUND, 0, [7]),
    ]  # fmt: skip


def test_without_a_horizon_nothing_is_far_and_without_movement_there_are_no_layers() -> None:
    canvas = sheet()
    canvas.horizon = None
    assert len(plan(canvas)) == 1
    assert drawn("a kettle in a kitchen") == drawn("a kettle in a kitchen")


def test_what_is_hardly_seen_to_move_or_costs_too_much_stays_still() -> None:
    canvas = sheet()
    for n, (by, box) in enumerate([(0.4, 200), (12, 12), (12, 1500)]):
        with canvas.moving(Movement("shift", 4, by, phase=n / 10)):
            canvas.shape(700 + n, f"M20 {550 + n}h{box}v{min(box, 400)}h-{box}Z", "#aa3333")
    assert not any(one.moves for one in plan(canvas))


def test_a_part_moves_inside_its_thing_and_alone_when_that_is_too_little() -> None:
    boat = catalogue()["boat"]
    placement = Placement(boat, 500, 700, 400)
    canvas = sheet()
    canvas.show(700, boat, 500, 700, 400)
    (shown,) = canvas.shown
    moves = {mark.moves for mark in canvas.marks[shown.mark :]}
    assert len(canvas.marks) - shown.mark == shown.marks == len(pieces(boat))
    assert {len(one) for one in moves} == {1, 2} and len({one[-1] for one in moves}) == 1
    flag = next(part for part in boat.parts if part.name == "flag")
    flipped = Placement(boat, 500, 700, 400, flip=True)
    assert flipped.movement(flag).x == -placement.movement(flag).x
    assert flipped.movement(flag).pivot[0] == pytest.approx(1000 - placement.movement(flag).pivot[0])
    resting = sheet()
    resting.place(700, boat, 500, 700, 400, rest=True)
    assert not any(mark.moves for mark in resting.marks)


def test_what_is_in_a_boat_rocks_with_it() -> None:
    canvas = compose(grammar.read("a girl in a boat on the sea"), palettes.STYLES["flat"], 1, (480, 270))
    boat, girl = (
        next(one for one in canvas.shown if one.placement.thing.kind == kind) for kind in ("vehicle", "person")
    )
    carried = canvas.marks[girl.mark].moves
    assert carried and carried[-2:] == canvas.marks[boat.mark].moves[-2:]


@pytest.mark.parametrize(
    ("move", "reach"),
    [
        (Movement("shift", 4, 3, 4), 5),
        (Movement("swing", 4, 90, pivot=(0, 0)), np.pi / 2 * np.hypot(10, 20)),
        (Movement("turn", 4, 1, pivot=(0, 0)), np.hypot(10, 20)),
        (Movement("scale", 4, 0.5, 0.1, pivot=(10, 20)), 0.5 * np.hypot(10, 20)),
        (Movement("circle", 12, 3, 4), 10),
        (Movement("flow", 4, 0, 99), 0),
    ],
)
def test_how_far_a_movement_goes(move: Movement, reach: float) -> None:
    box = (0.0, 0.0, 10.0, 20.0)
    assert amplitude(move, box) == pytest.approx(reach)
    if move.kind != "turn":
        assert swept(box, [move]) == pytest.approx(grown(box, reach))


@pytest.mark.parametrize(
    ("path", "box"),
    [
        ("M10 20h30v-5H0Z", (0, 15, 40, 20)),
        ("M10 20l5 5 5-15", (10, 10, 20, 25)),
        ("M0 0Q10 30 20 0T40 0", (0, -30, 40, 30)),
        ("M0 0c5 10 10-10 20 5", (0, -10, 20, 10)),
        ("M-10 0a10 5 0 1 0 20 0a10 5 0 1 0 -20 0Z", (-10, -5, 10, 5)),
        ("M1.5-2.5L.5.5", (0.5, -2.5, 1.5, 0.5)),
    ],
)
def test_the_box_of_a_path_holds_it(path: str, box: tuple[float, ...]) -> None:
    assert extent(path) == pytest.approx(box)


def test_parts_have_names_places_and_layers() -> None:
    still = drawn("two red boats on the sea")
    by_name = {part.name: part for part in still.parts}
    assert {"boat", "boat 2", "boat.sail", "boat 2.hull", "boat.flag"} <= set(by_name)
    assert by_name["boat"].here[0] < by_name["boat 2"].here[0]
    assert "boat 1" in by_name["boat"].also and "barco 2" in by_name["boat 2"].also
    sail, boat = by_name["boat.sail"].here, by_name["boat"].here
    assert boat[0] <= sail[0] < sail[2] <= boat[2] and boat[1] <= sail[1] < sail[3] <= boat[3]
    assert all(part.pointed == part.here for part in still.parts)
    assert still.layers[by_name["boat.flag"].layer].movements
    assert by_name["boat"].layer != by_name["boat 2"].layer
    assert by_name["boat.sail"].layer == by_name["boat"].layer
    upright = {part.name: part for part in drawn("two red boats on the sea", 270, 480).parts}
    assert upright["boat.sail"].pointed == pytest.approx(sail) and upright["boat.sail"].here != pytest.approx(sail)
    told = Draw().parts(Shot("prompt", 480, 270, seed=2, prompt="two red boats on the sea"))
    assert told == tuple(dataclasses.replace(part, layer=None) for part in still.parts)


def test_boxes_of_parts_hold_what_is_drawn() -> None:
    boxes = parts(catalogue()["boat"])
    wide, tall = catalogue()["boat"].box
    for left, top, right, bottom in boxes.values():
        assert 0 <= left < right <= wide + 1 and 0 <= top < bottom <= tall + 1
    assert boxes["flag"][3] < boxes["hull"][1]

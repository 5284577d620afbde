"""What is written into the views agrees with the stage: the ground that is seen, the light, camera and things."""

import numpy as np
import pytest

from cavendish.plan.layout import camera_of, complete, project
from cavendish.plan.schema import Plan
from cavendish.world.export import panels
from cavendish.world.export.ink import CAMERA, LIGHT, Rgb, Sheet
from cavendish.world.stage import Stage, build

SIZE = (300, 300)


def made(**plan: object) -> Stage:
    things = [{"id": "cup-1", "kind": "cup", "color": "black"}]
    return build(complete(Plan.model_validate({"things": things, "place": "studio", **plan}), 1), 1)


def middle(sheet: Sheet, color: Rgb) -> tuple[float, float]:
    """The middle of what is drawn in a colour, in -1..1 across and down."""
    ys, xs = np.nonzero((np.abs(sheet.pixels().astype(int) - color) < 12).all(-1))
    assert len(xs) > 30
    return 2 * float(xs.mean()) / sheet.width - 1, 2 * float(ys.mean()) / sheet.height - 1


def test_the_ground_that_is_seen_from_high_up_fills_the_frame():
    stage = made(camera={"view": "top"})
    ground = panels._seen_ground(stage)
    points = np.insert(ground.astype(np.float64), 1, 0.0, axis=1)
    seen = project(camera_of(stage.plan), points)[:, :2]
    assert seen.tolist() == pytest.approx(np.array([(-1, -1), (-1, 1), (1, 1), (1, -1)]), abs=1e-3)


@pytest.mark.parametrize("azimuth", [0.0, 60.0, -120.0])
def test_a_level_cameras_wedge_opens_as_its_lens_does(azimuth: float):
    stage = made(camera={"elevation": 5, "azimuth": azimuth, "focal": 50})
    eye, left, right = panels._seen_ground(stage)
    assert eye == pytest.approx(stage.camera[[0, 2]])
    one, other = (left - eye) / np.linalg.norm(left - eye), (right - eye) / np.linalg.norm(right - eye)
    angle = np.degrees(np.arccos(np.clip(one @ other, -1, 1)))
    assert angle == pytest.approx(2 * np.degrees(np.arctan(15 / 50)), abs=0.6)
    assert eye @ (np.sin(np.radians(azimuth)), np.cos(np.radians(azimuth))) > 1


@pytest.mark.parametrize(("azimuth", "across", "down"), [(-90, -1, 0), (90, 1, 0), (180, 0, -1)])
def test_the_sun_stands_where_the_light_comes_from(azimuth: float, across: int, down: int):
    sheet = panels.above(made(light={"azimuth": azimuth, "elevation": 20}), SIZE)
    x, y = middle(sheet, LIGHT)
    assert (x * across + y * down) > 0.4


@pytest.mark.parametrize(("azimuth", "hand"), [(-90, -1), (90, 1)])
def test_the_ball_is_bright_on_the_side_of_the_light(azimuth: float, hand: int):
    sheet = Sheet(*SIZE)
    at = panels._light(sheet, made(light={"azimuth": azimuth, "elevation": 10}), [])
    x, y = round(at.middle[0]), round(at.middle[1]) - 5
    pixels = sheet.pixels().astype(float)
    left, right = pixels[y - 8 : y + 8, x - 18 : x - 8].mean(), pixels[y - 8 : y + 8, x + 8 : x + 18].mean()
    assert (right - left) * hand > 60


def test_a_camera_that_is_far_is_at_the_edge_and_one_that_is_near_where_it_stands():
    near, far = made(), made(camera={"focal": 300})
    for stage, inside in ((near, True), (far, False)):
        frame, found = panels._frame(stage, SIZE)
        assert found is inside
        x, y = frame.pixel(float(stage.camera[0]), float(stage.camera[2]), SIZE)
        assert (0 < x < SIZE[1] and 0 < y < SIZE[0]) is inside
        assert middle(panels.above(stage, SIZE), CAMERA)[1] > 0.2


def test_things_stand_within_the_frame():
    stage = made(
        things=[{"id": f"c-{i}", "kind": "chair", "position": [i * 0.9 - 2, i % 3 - 1]} for i in range(6)]
    )
    frame, _ = panels._frame(stage, SIZE)
    for row in stage.things:
        x, y = frame.pixel(float(row[2]), float(row[4]), SIZE)
        assert 0 < x < SIZE[1]
        assert 0 < y < SIZE[0]


def test_a_step_of_the_grid_is_a_round_number_of_a_hundred_pixels_or_so():
    for scale in (3.0, 20.0, 47.0, 100.0, 400.0):
        assert 40 <= panels._step(scale) * scale <= 250


def test_the_way_to_the_edge_ends_on_it():
    inner = panels.Rect(10, 10, 90, 50)
    assert panels._toward_edge((50, 30), (1000, 30), inner) == (90, 30)
    assert panels._toward_edge((50, 30), (50, -1000), inner) == (50, 10)
    assert panels._toward_edge((50, 30), (60, 30), inner) == (60, 30)

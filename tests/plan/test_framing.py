"""The camera: a true pinhole, and things that fill the frame it was asked to fill."""

import math

import numpy as np
import pytest

from cavendish.plan.design import Design
from cavendish.plan.framing import camera_of, project, tangents
from cavendish.plan.layout import complete
from cavendish.plan.layouts import free
from cavendish.plan.schema import Camera, Canvas, Plan, Thing
from cavendish.plan.stacks import boxes

PLANS = [
    complete(Plan.model_validate({"canvas": {"aspect": aspect}, "place": place, "things": things}), seed)
    for seed, (aspect, place, things) in enumerate(
        (aspect, place, tuple(Thing(id=f"a{i}", kind=kind) for i, kind in enumerate(kinds)))
        for aspect in ("1:1", "16:9", "9:16", "4:5", "21:9", "1:8")
        for place in ("studio", "meadow")
        for kinds in (("cup",), ("bus", "cup"), ("tree", "cat", "house", "dog"))
    )
]


@pytest.mark.parametrize("plan", PLANS)
def test_things_fill_the_frame_and_leave_a_margin(plan: Plan):
    pose = camera_of(plan)
    seen = np.concatenate([project(pose, box.corners()) for box in boxes(plan)])
    span = (seen.max(0) - seen.min(0))[:2] / 2
    assert 0.5 <= span.max() <= 0.87
    assert np.abs(seen[:, :2]).max() <= 0.93
    assert abs(seen[:, 0].max() + seen[:, 0].min()) < 0.02
    assert seen[:, 2].min() > 0.5


@pytest.mark.parametrize("plan", PLANS[::3])
def test_axes_are_orthonormal_and_look_from_the_elevation(plan: Plan):
    pose = camera_of(plan)
    axes = np.array((pose.right, pose.up, pose.forward))
    assert np.allclose(axes @ axes.T, np.eye(3), atol=1e-12)
    assert np.allclose(np.cross(pose.right, pose.up), -np.array(pose.forward))
    assert pose.position[1] > 0
    assert -math.degrees(math.asin(pose.forward[1])) <= (plan.camera.elevation or 0) + 0.1


def test_a_camera_to_the_right_sees_from_the_right():
    plan = PLANS[0].model_copy(update={"camera": PLANS[0].camera.model_copy(update={"azimuth": 90.0})})
    pose = camera_of(plan)
    assert pose.position[0] > 1
    assert np.allclose(pose.right, (0, 0, -1), atol=1e-9)


def test_longer_lenses_see_less_and_pixels_are_square():
    assert tangents("1:1", 100)[0] < tangents("1:1", 50)[0]
    for aspect, ratio in (("1:1", 1), ("16:9", 16 / 9), ("9:16", 9 / 16), ("8:1", 8), ("103:72", 103 / 72)):
        x, y = tangents(aspect, 50)
        assert x / y == pytest.approx(ratio)


def test_an_empty_plan_has_a_camera():
    assert camera_of(complete(Plan(place="beach"), 1)).position[2] > 0


def seen_with(camera: Camera, *kinds: str) -> np.ndarray:
    plan = complete(Plan(place="meadow", camera=camera, things=tuple(Thing(id=f"a{i}", kind=kind)
                                                                  for i, kind in enumerate(kinds))), 3)  # fmt: skip
    return np.concatenate([project(camera_of(plan), box.corners()) for box in boxes(plan)])


@pytest.mark.parametrize("focal", [14.0, 24.0, 50.0, 135.0, 300.0])
@pytest.mark.parametrize("kinds", [("ladybug",), ("house", "tree"), ("bus", "cup", "cat")])
def test_any_lens_has_the_things_whole_in_the_middle_and_large(focal: float, kinds: tuple[str, ...]):
    seen = seen_with(Camera(focal=focal), *kinds)
    assert abs(seen[:, 0].max() + seen[:, 0].min()) < 0.04
    assert np.abs(seen[:, :2]).max() < 0.95
    assert 0.5 <= np.ptp(seen[:, :2], axis=0).max() / 2 <= 0.87


def test_a_shorter_lens_shows_more_and_makes_what_is_near_larger():
    near, shares = [], []
    for focal in (24.0, 50.0, 135.0):
        seen = seen_with(Camera(focal=focal, elevation=12.0), "car")
        near.append(seen[:, 2].max() / seen[:, 2].min())
        shares.append(np.ptp(seen[:, :2], axis=0).max())
    assert near[0] > 1.4 * near[1] > 1.4 * near[2]
    assert near[2] < 1.25
    assert shares[0] < shares[1] == pytest.approx(shares[2], rel=0.02)


def test_a_macro_fills_the_frame_from_edge_to_edge():
    seen = seen_with(Camera(framing="macro"), "ladybug")
    assert np.ptp(seen[:, :2], axis=0).max() / 2 == pytest.approx(0.98, abs=0.02)


@pytest.mark.parametrize(
    ("aspect", "spot"), [("2:3", "top"), ("1:1", "bottom"), ("16:9", "left"), ("21:9", "right")]
)
def test_things_stand_where_words_leave_them_room(aspect: str, spot: str):
    design = Design.model_validate({"layout": "cover", "texts": [{"text": "The Last Lamp", "at": spot}]})
    things = (Thing(id="a", kind="lighthouse"),)
    plan = complete(Plan(canvas=Canvas(aspect=aspect), things=things, design=design, place="studio"), 1)
    corners = project(camera_of(plan), boxes(plan)[0].corners())
    left, top, right, bottom = free(plan)
    assert corners[:, 0].min() > 2 * left - 1.03
    assert corners[:, 0].max() < 2 * right - 0.97
    assert -corners[:, 1].min() < 2 * bottom - 0.97
    assert -corners[:, 1].max() > 2 * top - 1.03

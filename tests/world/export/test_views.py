"""The views show things where they are: from above in plan, ahead as the camera has them."""

import math

import numpy as np
import pytest

from cavendish.plan.layout import complete
from cavendish.plan.schema import Plan, Thing
from cavendish.plan.shades import albedo
from cavendish.world.export.views import Frame, above, ahead, display, footprint
from cavendish.world.stage import Stage, boxes, build

SIZE = (120, 160)


@pytest.fixture(scope="module")
def stage() -> Stage:
    ball = Thing(id="ball", kind="sports ball", color="red", position=(0.8, -0.3))
    return build(
        complete(Plan(things=(ball, Thing(id="cup", kind="cup", position=(-0.7, 0.4))), place="meadow"), 1), 1
    )


def test_a_ball_from_above_is_a_disc_where_it_lies(stage: Stage):
    frame = Frame(0.2, 0.0, 40)
    mask = footprint(stage, 0, frame, SIZE)
    ys, xs = np.nonzero(mask)
    x, y = frame.pixel(0.8, -0.3, SIZE)
    assert (xs.mean() + 0.5, ys.mean() + 0.5) == pytest.approx((x, y), abs=1)
    across = float(np.ptp(xs)) + 1
    assert mask.sum() == pytest.approx(math.pi * (across / 2) ** 2, rel=0.08)
    seen = above(stage, frame, SIZE)
    assert (seen.things[::2, ::2] == 0).sum() == pytest.approx(mask.sum(), rel=0.1)


def test_scale_and_middle_move_what_is_seen_from_above(stage: Stage):
    small, large = (footprint(stage, 0, Frame(0.8, -0.3, scale), SIZE) for scale in (20, 40))
    assert large.sum() == pytest.approx(4 * small.sum(), rel=0.1)
    assert not footprint(stage, 0, Frame(30, 30, 40), SIZE).any()
    assert not above(stage, Frame(30, 30, 40), SIZE).things.max() >= 0


def test_paper_is_where_nothing_stands(stage: Stage):
    seen = above(stage, Frame(0.0, 0.0, 40), SIZE)
    assert seen.pixels.shape == (240, 320, 3)
    assert seen.drawn[seen.things >= 0].all()
    assert not seen.drawn[-4:].any()


def test_things_keep_their_colour(stage: Stage):
    seen = above(stage, Frame(0.0, 0.0, 40), SIZE)
    red = seen.pixels[seen.things == 0].astype(float).mean(0)
    assert red[0] > 2 * red[1]
    assert red[0] > 2 * red[2]


def test_the_view_ahead_is_the_cameras(stage: Stage):
    side = 96
    seen = ahead(stage, (side, side))
    assert seen.pixels.shape == (2 * side, 2 * side, 3)
    for k, (box, _) in enumerate(boxes(stage)):
        ys, xs = np.nonzero(seen.things == k)
        found = (xs.min(), ys.min(), xs.max() + 1, ys.max() + 1)
        assert [float(edge) / (2 * side) for edge in found] == pytest.approx(list(box), abs=0.025)


def test_night_is_drawn_as_plainly_as_noon():
    thing = Thing(id="cup", kind="cup", color="white")
    light, dark = (
        ahead(build(complete(Plan.model_validate({"things": [thing.model_dump()], "light": {"time": time}}), 1), 1),
              (48, 48)).pixels for time in ("noon", "night")
    )  # fmt: skip
    assert abs(float(light.mean()) - float(dark.mean())) < 25


def test_an_empty_stage_has_views_too():
    stage = build(complete(Plan(place="desert"), 1), 1)
    assert (above(stage, Frame(0, 0, 40), SIZE).things < 0).all()
    assert (ahead(stage, (24, 24)).things < 0).all()


def test_display_is_srgb():
    linear = np.array([0.0, 0.002, 0.2158605, 1.0, 2.0])
    assert display(linear).tolist() == [0, 7, 128, 255, 255]
    assert display(np.array(albedo("#3fa7d6"))).tolist() == [0x3F, 0xA7, 0xD6]

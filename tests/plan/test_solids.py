"""Boxes of parts are those of closed forms, copies stand where they should, and what falls apart is refused."""

import math
from typing import Any

import numpy as np
import pytest

from cavendish.plan.parts import Part
from cavendish.plan.solids import expanded, inside, points_on, room, rotation
from cavendish.world.shapes import base


def part(shape: str, **said: Any) -> Part:
    return Part.model_validate({"shape": shape, "center": (0, 0, 0), "size": (1, 1, 1), **said})


EVERY = (
    part("ellipsoid", center=(0.2, 0.1, -0.3), size=(1, 0.5, 0.7), rotation=(20, 50, -30)),
    part("box", center=(0.2, 0.1, -0.3), size=(1, 0.5, 0.7), rotation=(20, 50, -30)),
    part("cylinder", size=(0.6, 1.4, 0.6), rotation=(20, 50, -30)),
    part("cylinder", size=(0.6, 1.4, 0.6), top=1.7),
    part("cone", size=(0.8, 1.0, 0.8), rotation=(70, 0, 10)),
    part("cone", size=(0.8, 1.0, 0.8), top=0.5),
    part("capsule", size=(0.4, 1.2, 0.4), rotation=(0, 0, 45)),
    part("capsule", size=(0.4, 1.2, 0.4), top=0.3),
    part("torus", size=(1.2, 0.2, 1.2), rotation=(90, 0, 0)),
    part("torus", size=(1.2, 0.2, 1.2), arc=140),
)


@pytest.mark.parametrize("turn", [(30.0, 0.0, 0.0), (20.0, -50.0, 130.0)])
def test_angles_turn_as_the_librarys_do(turn: base.Vec3):
    assert rotation(turn) == pytest.approx(np.array(base.rotation(turn)))


@pytest.mark.parametrize(
    ("made", "sides"),
    [
        (part("sphere", size=(2, 2, 2)), (2, 2, 2)),
        (part("ellipsoid", size=(2, 1, 1), rotation=(0, 0, 45)), (math.sqrt(2.5), math.sqrt(2.5), 1)),
        (part("box", size=(1, 1, 2), rotation=(0, 0, 45)), (math.sqrt(2), math.sqrt(2), 2)),
        (part("cylinder", size=(1, 3, 1), rotation=(0, 0, 90)), (3, 1, 1)),
        (part("cone", size=(1, 3, 1)), (1, 3, 1)),
        (part("cylinder", size=(1, 3, 1), top=2), (2, 3, 2)),
        (part("capsule", size=(1, 3, 1), rotation=(90, 0, 0)), (1, 1, 3)),
        (part("torus", size=(2, 0.5, 2)), (2, 0.5, 2)),
        (part("torus", size=(2, 0.5, 2), arc=180), (1.25, 0.5, 2)),
    ],
)
def test_a_part_fills_the_box_it_says(made: Part, sides: tuple[float, float, float]):
    assert room((made,)).sides == pytest.approx(sides, rel=0.03)


def test_what_is_cut_off_is_no_longer_in_the_box():
    ball = part("sphere", size=(2, 2, 2))
    below = part("box", center=(0, -2, 0), size=(9, 4, 9), subtract=True)
    box = room((ball, below))
    assert box.sides == pytest.approx((2, 1, 2), rel=0.05)
    assert box.low[1] == pytest.approx(0, abs=0.05)


@pytest.mark.parametrize("made", EVERY, ids=lambda made: made.shape)
def test_points_on_a_part_are_between_inside_and_outside(made: Part):
    (solid,) = expanded((made,))
    points = points_on(made, solid, 200)
    assert inside(made, solid, points, 1e-3).all()
    assert not inside(made, solid, points, -1e-3).all()


@pytest.mark.parametrize("made", EVERY, ids=lambda made: made.shape)
def test_a_mirror_image_is_one(made: Part):
    moved = made.model_copy(update={"center": (0.9, 0.2, 0.4), "mirror": True})
    one, other = expanded((moved,))
    flipped = points_on(moved, one, 200) * (-1, 1, 1)
    assert inside(moved, other, flipped, 1e-3).all()
    assert not inside(moved, one, flipped, 1e-3).all()


def test_copies_go_along_a_step_or_round_an_axis():
    row = expanded((part("box", repeat={"count": 3, "step": (0, 1, 0)}),))
    assert [solid.center for solid in row] == [(0, 0, 0), (0, 1, 0), (0, 2, 0)]
    ring = expanded((part("box", center=(1, 0, 0), repeat={"count": 4, "around": "y"}),))
    middles = np.array([solid.center for solid in ring])
    assert middles == pytest.approx(np.array([(1, 0, 0), (0, 0, -1), (-1, 0, 0), (0, 0, 1)]), abs=1e-9)
    assert ring[1].axes @ (1, 0, 0) == pytest.approx((0, 0, -1), abs=1e-9)
    about = expanded((part("box", center=(1, 0, 0), repeat={"count": 2, "around": "z", "pivot": (1, 1, 0)}),))
    assert about[1].center == pytest.approx((1, 2, 0), abs=1e-9)


@pytest.mark.parametrize(
    ("parts", "said"),
    [
        ((part("box"), part("box", center=(3, 0, 0), name="lost")), r"1 \(lost\)"),
        ((part("box", subtract=True),), "not subtracted"),
        (
            (part("box", size=(0.5, 0.5, 0.5)), part("sphere", size=(2, 2, 2), subtract=True)),
            "left after the cuts",
        ),
        ((part("box", size=(1, 0.0001, 1)),), "flat as nothing"),
        ((part("box", repeat={"count": 24, "step": (0.1, 0, 0)}, mirror=True),), "at most 40"),
    ],
)
def test_rubbish_is_refused(parts: tuple[Part, ...], said: str):
    with pytest.raises(ValueError, match=said):
        room(parts)


def test_a_small_gap_is_one_thing():
    planet, ring = part("sphere"), part("torus", size=(1.4, 0.1, 1.4))
    assert room((planet, ring)).sides[0] == pytest.approx(1.4)


@pytest.mark.parametrize(
    ("parts", "top"),
    [
        ((part("box"),), 0.5),
        ((part("sphere"),), None),
        ((part("cone"),), None),
        ((part("cylinder", size=(0.1, 2, 0.1)),), None),  # too narrow to carry
        ((part("box", size=(1, 0.2, 1)), part("box", center=(0, 0.5, -0.45), size=(1, 0.8, 0.1))), 0.1),
        ((part("box"), part("box", center=(0, 0.3, 0), size=(0.9, 0.8, 0.9), subtract=True)), -0.1),
        (
            (part("cylinder", hollow=0.05), part("box", center=(0, 0.5, 0), size=(2, 0.4, 2), subtract=True)),
            None,
        ),
    ],
)
def test_what_is_level_and_broad_carries(parts: tuple[Part, ...], top: float | None):
    found = room(parts).top
    assert found == (top if top is None else pytest.approx(top, abs=0.03))

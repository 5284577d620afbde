"""Legs and hooves stand on the ground, two and two."""

import numpy as np
import pytest

from cavendish.world.field import surface
from cavendish.world.shapes.limbs import hooves, legs


def test_legs_stand_on_the_ground_and_are_as_high_as_said():
    points = surface(legs(0.2, 0.3, -0.4, 0.5, 0.1))
    assert points[:, 1].min() == pytest.approx(0.0, abs=0.02)
    assert points[:, 1].max() == pytest.approx(0.5 + 0.122, abs=0.03)


def test_left_legs_mirror_right_legs():
    where = sorted((p.center[0], p.center[2]) for p in legs(0.2, 0.3, -0.4, 0.5, 0.1))
    assert where == [(-0.2, -0.4), (-0.2, 0.3), (0.2, -0.4), (0.2, 0.3)]


def test_hooves_stand_on_the_ground_under_the_legs():
    made = hooves(0.2, 0.3, -0.4, 0.1, 0.12)
    assert len(made) == 4
    assert np.allclose([p.center[1] - p.dims[1] for p in made], 0.0)
    assert {p.slot for p in made} == {"hoof"}

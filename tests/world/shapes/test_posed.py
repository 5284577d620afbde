"""A group posed as one moves every point as the same rigid motion would."""

import numpy as np
import pytest

from cavendish.world.field import distance
from cavendish.world.shapes.base import Vec3, box, capsule, cone, rotation, torus
from cavendish.world.shapes.posed import angles, posed, within

GROUP = (
    box((0.1, 0.4, -0.2), (0.3, 0.1, 0.2), turn=(20.0, -35.0, 50.0), round=0.02),
    capsule((0.0, 0.1, 0.2), (0.4, 0.5, -0.1), 0.08, end=0.04, blend=0.05),
    cone((0.0, 0.3, 0.0), 0.2, 0.3, 0.1, op="subtract"),
    torus((0.2, 0.0, 0.1), 0.3, 0.05, taper=0.4, turn=(90.0, 10.0, 30.0), arc=140.0),
)
TURNS: tuple[Vec3, ...] = ((0.0, 0.0, 0.0), (30.0, -50.0, 70.0), (0.0, 90.0, 25.0), (-120.0, 15.0, 170.0))


@pytest.mark.parametrize("turn", TURNS)
def test_distances_move_with_the_group(turn: Vec3):
    by = (0.3, -0.2, 0.5)
    points = np.random.default_rng(0).uniform(-1, 1, (200, 3))
    moved = points @ np.array(rotation(turn)).T + np.array(by)
    assert distance(posed(GROUP, turn, by), moved) == pytest.approx(distance(GROUP, points), abs=1e-9)


@pytest.mark.parametrize("turn", TURNS)
def test_angles_give_back_the_same_rotation(turn: Vec3):
    assert np.array(rotation(angles(rotation(turn)))) == pytest.approx(np.array(rotation(turn)), abs=1e-9)


def test_a_box_that_holds_the_group_takes_nothing_away():
    points = np.random.default_rng(1).uniform(-1, 1, (400, 3))
    held = distance((*GROUP, within((-1.5, -1.5, -1.5), (1.5, 1.5, 1.5))), points)
    assert held == pytest.approx(np.maximum(distance(GROUP, points), held), abs=1e-9)
    assert ((held < 0) == (distance(GROUP, points) < 0)).all()

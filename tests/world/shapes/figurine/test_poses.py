"""Every pose a person can be asked for is known by its limbs."""

from cavendish.plan.person import POSES as NAMES
from cavendish.world.shapes.figurine.poses import POSES


def test_every_pose_of_the_plans_is_there():
    assert list(POSES) == list(NAMES)


def test_who_stands_is_the_same_on_both_sides():
    left, right = POSES["standing"].arms
    assert left == right
    assert POSES["standing"].legs[0] == POSES["standing"].legs[1]

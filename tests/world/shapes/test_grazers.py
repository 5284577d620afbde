"""Grazers are whole, stand on the ground, and fit their kinds."""

from cavendish.world.shapes.grazers import GRAZERS
from tests.every import every
from tests.world.shapes import truth


def test_the_family_is_complete():
    assert [shape.name for shape in GRAZERS] == [
        "horse",
        "cow",
        "zebra",
        "giraffe",
        "deer",
        "camel",
        "pig",
        "kangaroo",
    ]


def test_they_have_slots_stand_are_whole_fit_their_kinds_and_wear_the_plans_colour():
    every(GRAZERS, *truth.FAMILY, name=truth.name)


def test_left_mirrors_right():
    every([s for s in GRAZERS if s.name not in ["cow"]], truth.is_symmetric, name=truth.name)

"""Birds are whole, stand on the ground, and fit their kinds."""

from cavendish.world.shapes.birds import BIRDS
from tests.every import every
from tests.world.shapes import truth


def test_the_family_is_complete():
    assert [shape.name for shape in BIRDS] == ["bird", "penguin"]


def test_they_have_slots_stand_are_whole_fit_their_kinds_and_wear_the_plans_colour():
    every(BIRDS, *truth.FAMILY, name=truth.name)


def test_left_mirrors_right():
    every([shape for shape in BIRDS if shape.name in ["bird"]], truth.is_symmetric, name=truth.name)

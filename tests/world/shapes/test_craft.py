"""Trains, airplanes, boats, rockets are whole, stand on the ground, and fit their kinds."""

from cavendish.world.shapes.craft import CRAFT
from tests.every import every
from tests.world.shapes import truth


def test_the_family_is_complete():
    assert [shape.name for shape in CRAFT] == ["train", "airplane", "boat", "rocket"]


def test_they_have_slots_stand_are_whole_fit_their_kinds_and_wear_the_plans_colour():
    every(CRAFT, *truth.FAMILY, name=truth.name)


def test_left_mirrors_right():
    named = ["train", "airplane", "boat", "rocket"]
    every([s for s in CRAFT if s.name in named], truth.is_symmetric, name=truth.name)

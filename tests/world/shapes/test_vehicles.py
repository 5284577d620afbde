"""Vehicles are whole, stand on the ground, and fit their kinds."""

from cavendish.world.shapes.vehicles import VEHICLES
from tests.every import every
from tests.world.shapes import truth


def test_the_family_is_complete():
    assert [shape.name for shape in VEHICLES] == ["car", "bus", "truck"]


def test_they_have_slots_stand_are_whole_fit_their_kinds_and_wear_the_plans_colour():
    every(VEHICLES, *truth.FAMILY, name=truth.name)


def test_left_mirrors_right():
    every(
        [shape for shape in VEHICLES if shape.name in ["car", "bus", "truck"]],
        truth.is_symmetric,
        name=truth.name,
    )

"""Machines of a household are whole, stand on the ground, fit their kinds, and carry things where they say."""

from cavendish.world.shapes.appliances import APPLIANCES
from tests.every import every
from tests.world.shapes import spots, truth


def test_the_family_is_complete():
    assert [shape.name for shape in APPLIANCES] == [
        "tv",
        "microwave",
        "oven",
        "toaster",
        "sink",
        "refrigerator",
        "hair drier",
        "washing machine",
        "fan",
        "printer",
    ]


def test_they_have_slots_stand_are_whole_fit_their_kinds_and_wear_the_plans_colour():
    every(APPLIANCES, *truth.FAMILY, name=truth.name)


def test_its_top_is_a_surface():
    every([s for s in APPLIANCES if s.top], spots.top_is_a_surface, name=truth.name)

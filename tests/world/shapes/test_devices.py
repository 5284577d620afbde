"""Machines for a hand, an ear or an eye are whole, stand on the ground, and fit their kinds."""

from cavendish.world.shapes.devices import DEVICES
from tests.every import every
from tests.world.shapes import truth


def test_the_family_is_complete():
    assert [shape.name for shape in DEVICES] == [
        "computer mouse",
        "tv remote",
        "computer keyboard",
        "cell phone",
        "camera",
        "microphone",
        "headphones",
        "radio",
        "telescope",
        "light bulb",
    ]


def test_they_have_slots_stand_are_whole_fit_their_kinds_and_wear_the_plans_colour():
    every(DEVICES, *truth.FAMILY, name=truth.name)

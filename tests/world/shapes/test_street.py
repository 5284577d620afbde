"""Things that stand in the street are whole, stand on the ground, and fit their kinds."""

from cavendish.world.shapes.street import STREET
from tests.every import every
from tests.world.shapes import truth


def test_the_family_is_complete():
    assert [shape.name for shape in STREET] == [
        "traffic light",
        "fire hydrant",
        "stop sign",
        "parking meter",
        "mailbox",
        "street lamp",
    ]


def test_they_have_slots_stand_are_whole_fit_their_kinds_and_wear_the_plans_colour():
    every(STREET, *truth.FAMILY, name=truth.name)

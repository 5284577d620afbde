"""Things to play with are whole, stand on the ground and fit their kinds."""

from cavendish.world.shapes.playthings import PLAYTHINGS
from tests.every import every
from tests.world.shapes import truth


def test_the_family_is_complete():
    assert [shape.name for shape in PLAYTHINGS] == [
        "rubber duck",
        "toy blocks",
        "lantern",
        "globe",
        "chess piece",
        "dice",
    ]


def test_they_have_slots_stand_are_whole_fit_their_kinds_and_wear_the_plans_colour():
    every(PLAYTHINGS, *truth.FAMILY, name=truth.name)

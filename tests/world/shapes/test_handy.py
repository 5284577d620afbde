"""Small things of the house are whole, stand on the ground and fit their kinds."""

from cavendish.world.shapes.handy import HANDY
from tests.every import every
from tests.world.shapes import truth


def test_the_family_is_complete():
    assert [shape.name for shape in HANDY] == [
        "scissors",
        "toothbrush",
        "pen",
        "pencil",
        "key",
        "perfume bottle",
        "painting",
        "hammer",
        "bucket",
        "rubber duck",
        "toy blocks",
        "lantern",
        "globe",
        "chess piece",
        "dice",
    ]


def test_they_have_slots_stand_are_whole_fit_their_kinds_and_wear_the_plans_colour():
    every(HANDY, *truth.FAMILY, name=truth.name)

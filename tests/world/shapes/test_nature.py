"""What grows outdoors is whole, stands on the ground and fits its kind."""

from cavendish.world.shapes.nature import NATURE
from tests.every import every
from tests.world.shapes import truth


def test_the_family_is_complete():
    assert [shape.name for shape in NATURE] == [
        "flower",
        "rose",
        "sunflower",
        "tulip",
        "pine tree",
        "palm tree",
        "rock",
        "mountain",
        "cloud",
        "moon",
        "star",
        "snowflake",
        "log",
        "bonfire",
    ]


def test_they_have_slots_stand_are_whole_fit_their_kinds_and_wear_the_plans_colour():
    every(NATURE, *truth.FAMILY, name=truth.name)

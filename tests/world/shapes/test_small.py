"""Small animals and storybook ones are whole, stand on the ground, and fit their kinds."""

from cavendish.world.shapes.small import SMALL
from tests.every import every
from tests.world.shapes import truth


def test_the_family_is_complete():
    assert [shape.name for shape in SMALL] == [
        "bee",
        "butterfly",
        "ladybug",
        "snail",
        "dragon",
        "dinosaur",
        "unicorn",
        "squirrel",
    ]


def test_they_have_slots_stand_are_whole_fit_their_kinds_wear_the_plans_colour_and_mirror():
    every(SMALL, *truth.FAMILY, truth.is_symmetric, name=truth.name)

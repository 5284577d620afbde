"""Water's animals are whole, stand on the ground, and fit their kinds."""

from cavendish.world.shapes.waters import WATERS
from tests.every import every
from tests.world.shapes import truth


def test_the_family_is_complete():
    assert [shape.name for shape in WATERS] == [
        "fish",
        "duck",
        "swan",
        "goldfish",
        "shrimp",
        "frog",
        "turtle",
        "flamingo",
        "whale",
        "octopus",
        "chicken",
        "owl",
    ]


def test_they_have_slots_stand_are_whole_fit_their_kinds_and_wear_the_plans_colour():
    every(WATERS, *truth.FAMILY, name=truth.name)


def test_left_mirrors_right():
    every([s for s in WATERS if s.name not in ["flamingo"]], truth.is_symmetric, name=truth.name)

"""Things on a menu are whole, stand on the ground, fit their kinds, and wear the plan's colour."""

from cavendish.world.shapes.meals import MEALS
from tests.every import every
from tests.world.shapes import truth


def test_the_family_is_complete():
    assert [shape.name for shape in MEALS] == [
        "sandwich",
        "broccoli",
        "hot dog",
        "pizza",
        "bread",
        "bagel",
        "croissant",
        "cookie",
        "hamburger",
        "egg",
        "ice cream",
    ]


def test_they_have_slots_stand_are_whole_fit_their_kinds_and_wear_the_plans_colour():
    every(MEALS, *truth.FAMILY, name=truth.name)

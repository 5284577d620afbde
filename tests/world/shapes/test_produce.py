"""Fruit and vegetables are whole, stand on the ground, fit their kinds, and wear the plan's colour."""

from cavendish.world.shapes.produce import PRODUCE
from tests.every import every
from tests.world.shapes import truth


def test_the_family_is_complete():
    assert [shape.name for shape in PRODUCE] == [
        "tomato",
        "lemon",
        "strawberry",
        "pear",
        "peach",
        "grapes",
        "pineapple",
        "watermelon",
        "cherry",
        "pepper",
        "corn",
    ]


def test_they_have_slots_stand_are_whole_fit_their_kinds_and_wear_the_plans_colour():
    every(PRODUCE, *truth.FAMILY, name=truth.name)

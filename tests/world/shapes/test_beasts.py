"""Beasts are whole, stand on the ground, and fit their kinds."""

from cavendish.world.shapes.beasts import BEASTS
from tests.every import every
from tests.world.shapes import truth


def test_the_family_is_complete():
    assert [shape.name for shape in BEASTS] == [
        "bear",
        "lion",
        "monkey",
        "raccoon",
        "koala",
        "fox",
        "tiger",
        "panda",
        "mouse",
    ]


def test_they_have_slots_stand_are_whole_fit_their_kinds_and_wear_the_plans_colour():
    every(BEASTS, *truth.FAMILY, name=truth.name)


def test_left_mirrors_right():
    every([s for s in BEASTS if s.name not in ["monkey", "mouse"]], truth.is_symmetric, name=truth.name)

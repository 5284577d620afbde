"""Things that make music are whole, stand on the ground, and fit their kinds."""

from cavendish.world.shapes.music import MUSIC
from tests.every import every
from tests.world.shapes import truth


def test_the_family_is_complete():
    assert [shape.name for shape in MUSIC] == ["guitar", "violin", "trumpet", "drum", "piano"]


def test_they_have_slots_stand_are_whole_fit_their_kinds_and_wear_the_plans_colour():
    every(MUSIC, *truth.FAMILY, name=truth.name)

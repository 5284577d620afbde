"""Small architecture is whole, stands on the ground and fits its kind."""

from cavendish.world.shapes.sights import SIGHTS
from tests.every import every
from tests.world.shapes import truth


def test_the_family_is_complete():
    assert [shape.name for shape in SIGHTS] == [
        "bridge",
        "boat dock",
        "fountain",
        "wishing well",
    ]


def test_they_have_slots_stand_are_whole_fit_their_kinds_and_wear_the_plans_colour():
    every(SIGHTS, *truth.FAMILY, name=truth.name)

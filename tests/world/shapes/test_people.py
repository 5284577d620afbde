"""People are whole, stand on the ground, and fit their kinds."""

from cavendish.world.shapes.people import PEOPLE
from tests.every import every
from tests.world.shapes import truth


def test_the_family_is_complete():
    assert [shape.name for shape in PEOPLE] == ["person"]


def test_they_stand_are_whole_fit_their_kind_and_wear_the_plans_colour():
    every(PEOPLE, truth.stands, truth.is_one_piece, truth.fits_its_kind, name=truth.name)
    assert all(truth.seen_main(shape) > 0.20 for shape in PEOPLE)

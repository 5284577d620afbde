"""People are whole, stand on the ground, and fit their kinds."""

import pytest

from cavendish.world.shapes.base import Shape
from cavendish.world.shapes.people import PEOPLE
from tests.world.shapes import truth

each = pytest.mark.parametrize("shape", PEOPLE, ids=lambda s: s.name)


def test_the_family_is_complete():
    assert [shape.name for shape in PEOPLE] == ["person"]


@each
def test_it_stands_on_the_ground_over_its_origin(shape: Shape):
    truth.stands(shape)


@each
def test_nothing_floats(shape: Shape):
    truth.is_one_piece(shape)


@each
def test_its_kind_knows_its_size(shape: Shape):
    truth.fits_its_kind(shape)


@each
def test_it_is_plainly_of_the_plans_colour(shape: Shape):
    truth.is_mostly_main(shape, 0.20)

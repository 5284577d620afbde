"""Things of a kitchen are whole, stand on the ground, fit their kinds, and carry letters and things where they say."""

import pytest

from cavendish.world.shapes.base import Shape
from cavendish.world.shapes.kitchen import KITCHEN
from tests.world.shapes import spots, truth

each = pytest.mark.parametrize("shape", KITCHEN, ids=lambda s: s.name)


def test_the_family_is_complete():
    assert [shape.name for shape in KITCHEN] == [
        "fork",
        "knife",
        "spoon",
        "plate",
        "jar",
        "teapot",
        "kettle",
        "pan",
        "basket",
    ]


@each
def test_every_part_has_a_slot(shape: Shape):
    truth.slots_exist(shape)


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
    truth.is_mostly_main(shape)


@pytest.mark.parametrize("shape", [s for s in KITCHEN if s.letters], ids=lambda s: s.name)
def test_letters_lie_on_it(shape: Shape):
    spots.letters_lie_on_the_surface(shape)


@pytest.mark.parametrize("shape", [s for s in KITCHEN if s.top], ids=lambda s: s.name)
def test_its_top_is_a_surface(shape: Shape):
    spots.top_is_a_surface(shape)

"""Machines of a household are whole, stand on the ground, fit their kinds, and carry things where they say."""

import pytest

from cavendish.world.shapes.appliances import APPLIANCES
from cavendish.world.shapes.base import Shape
from tests.world.shapes import spots, truth

each = pytest.mark.parametrize("shape", APPLIANCES, ids=lambda s: s.name)


def test_the_family_is_complete():
    assert [shape.name for shape in APPLIANCES] == [
        "tv",
        "microwave",
        "oven",
        "toaster",
        "sink",
        "refrigerator",
        "hair drier",
        "washing machine",
        "fan",
        "printer",
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


@pytest.mark.parametrize("shape", [s for s in APPLIANCES if s.top], ids=lambda s: s.name)
def test_its_top_is_a_surface(shape: Shape):
    spots.top_is_a_surface(shape)

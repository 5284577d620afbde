"""What rooms are furnished with is whole, stands on the ground, fits its kind, and carries things where it says."""

import pytest

from cavendish.world.shapes.base import Shape
from cavendish.world.shapes.rooms import ROOMS
from tests.world.shapes import spots, truth

each = pytest.mark.parametrize("shape", ROOMS, ids=lambda s: s.name)
LOPSIDED = {"desk", "shelf", "rug", "door", "bathtub", "toilet"}


def test_the_family_is_complete():
    assert [shape.name for shape in ROOMS] == [
        "couch",
        "bed",
        "dining table",
        "toilet",
        "bench",
        "desk",
        "stool",
        "shelf",
        "pillow",
        "rug",
        "door",
        "bathtub",
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


@pytest.mark.parametrize("shape", [s for s in ROOMS if s.name not in LOPSIDED], ids=lambda s: s.name)
def test_its_left_is_its_right(shape: Shape):
    truth.is_symmetric(shape)


@pytest.mark.parametrize("shape", [s for s in ROOMS if s.top], ids=lambda s: s.name)
def test_its_top_is_a_surface(shape: Shape):
    spots.top_is_a_surface(shape)

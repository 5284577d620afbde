"""Animals are whole, stand on the ground, and fit their kinds."""

from cavendish.world.shapes.animals import ANIMALS
from tests.every import every
from tests.world.shapes import truth


def test_the_family_is_complete():
    assert [shape.name for shape in ANIMALS] == ["teddy bear", "dog", "cat", "rabbit", "sheep", "elephant"]


def test_they_have_slots_stand_are_whole_fit_their_kinds_and_wear_the_plans_colour():
    every(ANIMALS, *truth.FAMILY, name=truth.name)


def test_left_mirrors_right():
    named = ["teddy bear", "dog", "rabbit", "sheep", "elephant"]
    every([s for s in ANIMALS if s.name in named], truth.is_symmetric, name=truth.name)

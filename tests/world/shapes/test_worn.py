"""What people wear or carry is whole, stands on the ground, fits its kind, and carries letters where it says."""

from cavendish.world.shapes.worn import WORN
from tests.every import every
from tests.world.shapes import spots, truth


def test_the_family_is_complete():
    assert [shape.name for shape in WORN] == [
        "backpack",
        "handbag",
        "tie",
        "dress",
        "glasses",
        "ring",
        "watch",
        "glove",
        "t-shirt",
        "sneaker",
        "boot",
    ]


def test_they_have_slots_stand_are_whole_fit_their_kinds_and_wear_the_plans_colour():
    every(WORN, *truth.FAMILY, name=truth.name)


def test_its_letters_lie_on_its_surface():
    every([s for s in WORN if s.letters], spots.letters_lie_on_the_surface, name=truth.name)

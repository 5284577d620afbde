"""What rooms are furnished with is whole, stands on the ground, fits its kind, and carries things where it says."""

from cavendish.world.shapes.rooms import ROOMS
from tests.every import every
from tests.world.shapes import spots, truth

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


def test_they_have_slots_stand_are_whole_fit_their_kinds_and_wear_the_plans_colour():
    every(ROOMS, *truth.FAMILY, name=truth.name)


def test_its_left_is_its_right():
    every([s for s in ROOMS if s.name not in LOPSIDED], truth.is_symmetric, name=truth.name)


def test_its_top_is_a_surface():
    every([s for s in ROOMS if s.top], spots.top_is_a_surface, name=truth.name)

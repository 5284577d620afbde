"""Places to see are whole, stand on the ground and fit their kinds."""

from cavendish.world.shapes.landmarks import LANDMARKS
from tests.every import every
from tests.world.shapes import truth


def test_the_family_is_complete():
    assert [shape.name for shape in LANDMARKS] == [
        "lighthouse",
        "windmill",
        "lattice tower",
        "church",
        "barn",
        "pyramid",
        "igloo",
        "bridge",
        "boat dock",
        "fountain",
        "wishing well",
    ]


def test_they_have_slots_stand_are_whole_fit_their_kinds_and_wear_the_plans_colour():
    every(LANDMARKS, *truth.FAMILY, name=truth.name)

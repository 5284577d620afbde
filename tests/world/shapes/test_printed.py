"""Things to read are whole, stand on the ground, fit their kinds, and carry letters and things where they say."""

from cavendish.world.shapes.printed import PRINTED
from tests.every import every
from tests.world.shapes import spots, truth


def test_the_family_is_complete():
    assert [shape.name for shape in PRINTED] == ["book", "sign", "poster", "laptop"]


def test_they_have_slots_stand_are_whole_fit_their_kinds_and_wear_the_plans_colour():
    every(PRINTED, *truth.FAMILY, name=truth.name)


def test_its_letters_lie_on_its_surface():
    every([s for s in PRINTED if s.letters], spots.letters_lie_on_the_surface, name=truth.name)


def test_its_top_is_a_surface():
    every([s for s in PRINTED if s.top], spots.top_is_a_surface, name=truth.name)

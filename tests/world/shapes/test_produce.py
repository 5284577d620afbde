"""Fruit and vegetables are whole, stand on the ground, fit their kinds, and wear the plan's colour."""

import pytest

from cavendish.plan.lexicon import KINDS
from cavendish.plan.schema import Thing
from cavendish.world.shapes import SHAPES
from cavendish.world.shapes.produce import PRODUCE
from cavendish.world.stage import scale_of
from tests.every import every
from tests.world.shapes import truth


def test_the_family_is_complete():
    assert [shape.name for shape in PRODUCE] == [
        "tomato",
        "lemon",
        "strawberry",
        "pear",
        "peach",
        "grapes",
        "pineapple",
        "watermelon",
        "cherry",
        "pepper",
        "corn",
    ]


def test_they_have_slots_stand_are_whole_fit_their_kinds_and_wear_the_plans_colour():
    every(PRODUCE, *truth.FAMILY, name=truth.name)


@pytest.mark.parametrize("kind", ["lemon", "peach", "watermelon"])
def test_sliced_fruit_is_as_large_as_its_kind_says_and_shows_what_is_in_it(kind: str):
    shape = SHAPES[kind]
    low, high = truth.measured(shape.poses["sliced"])
    scale = scale_of(Thing(id="a", kind=kind))
    assert tuple((high - low) * scale) == pytest.approx(KINDS[kind].pose_sizes["sliced"], rel=0.06)
    assert {p.slot for p in shape.poses["sliced"]} - {p.slot for p in shape.prims}

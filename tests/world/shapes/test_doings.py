"""Animals that do something: whole, on the ground, as large as the lexicon says, lower where they lie."""

import math

import pytest

from cavendish.plan.kinds import KINDS
from cavendish.plan.kinds.base import DOINGS
from cavendish.plan.schema import Thing
from cavendish.world.shapes import SHAPES
from cavendish.world.shapes.base import Shape
from cavendish.world.shapes.doings import FOUR_LEGGED, legs_of, standing
from cavendish.world.stage import scale_of
from tests.world.shapes import truth

EVERY = [(kind, doing) for kind in sorted(FOUR_LEGGED) for doing in DOINGS if doing != "sleeping"]


def test_the_lexicon_names_those_who_do_something() -> None:
    assert {name for name, kind in KINDS.items() if "sleeping" in kind.states} == FOUR_LEGGED


@pytest.mark.parametrize(("kind", "doing"), EVERY)
def test_it_is_a_whole_animal_on_the_ground_as_large_as_its_kind_says(kind: str, doing: str) -> None:
    whole = SHAPES[kind]
    shape = Shape(kind, whole.poses[doing], whole.slots)
    truth.slots_exist(shape)
    truth.stands(shape)
    low, high = truth.measured(shape.prims)
    size = tuple((high - low) * scale_of(Thing(id="a", kind=kind)))
    assert size == pytest.approx(KINDS[kind].pose_sizes[doing], rel=0.06, abs=0.01)


@pytest.mark.parametrize("kind", sorted(FOUR_LEGGED))
def test_it_lies_lower_than_it_stands_and_closes_its_eyes_to_sleep(kind: str) -> None:
    poses = SHAPES[kind].poses
    heights = [
        truth.measured(prims)[1][1] for prims in (standing(SHAPES[kind]), poses["walking"], poses["lying"])
    ]
    assert heights == sorted(heights, reverse=True)
    assert heights[2] < 0.9 * heights[0]
    assert any(prim.slot == "glint" for prim in poses["lying"])
    assert not any(prim.slot == "glint" for prim in poses["sleeping"])
    assert all(prim.arc < 360 for prim in poses["sleeping"] if prim.slot == "eye")


def test_legs_keep_their_length_and_cross_when_it_walks() -> None:
    still, going = legs_of(standing(SHAPES["horse"])), SHAPES["horse"].poses["walking"]
    moved = [prim for prim in going if prim.slot == still[0].prim.slot and prim.type == still[0].prim.type][
        -4:
    ]
    for leg, prim in zip(still, moved, strict=True):
        assert 2 * prim.dims[1] == pytest.approx(leg.length / math.cos(math.radians(24.0)), rel=0.12)
    assert {
        round(math.copysign(1, prim.center[2] - leg.foot[2])) for leg, prim in zip(still, moved, strict=True)
    } == {1, -1}


def test_what_has_not_four_straight_legs_has_none() -> None:
    assert legs_of(SHAPES["teddy bear"].prims) == ()
    assert legs_of(SHAPES["cup"].prims) == ()

"""What stands on what: only on tops that carry, and only what fits there."""

import numpy as np
import pytest

from cavendish.plan.kinds import KINDS
from cavendish.plan.person import Person
from cavendish.plan.schema import Plan, Relation, Thing
from cavendish.plan.stacks import Box, bases, boxes, carries, extents, resting


def plan(upper: str, predicate: str, under: str) -> Plan:
    things = (Thing(id="a", kind=upper), Thing(id="b", kind=under))
    return Plan(things=things, relations=(Relation.model_validate(
        {"subject": "a", "predicate": predicate, "object": "b"}),))  # fmt: skip


@pytest.mark.parametrize(
    ("upper", "predicate", "under", "held"),
    [("apple", "on", "car", {"a": "b"}), ("apple", "above", "car", {"a": "b"}), ("apple", "on", "dog", {}),
     ("bus", "above", "cup", {}), ("apple", "beside", "cake", {}), ("car", "below", "apple", {"b": "a"})],
)  # fmt: skip
def test_what_rests_on_what(upper: str, predicate: str, under: str, held: dict[str, str]):
    assert resting(plan(upper, predicate, under)) == held


def test_a_tower_is_as_high_as_its_tops():
    things = tuple(Thing(id=i, kind=k) for i, k in (("a", "apple"), ("b", "clock"), ("c", "car")))
    links = [
        Relation(subject="a", predicate="on", object="b"),
        Relation(subject="b", predicate="on", object="c"),
    ]
    tower = Plan(things=things, relations=tuple(links))
    found = bases(tower)
    assert found["c"] == 0
    assert found["b"] == pytest.approx(KINDS["car"].size[1] * (KINDS["car"].top or 0))
    assert found["a"] == pytest.approx(found["b"] + KINDS["clock"].size[1] * (KINDS["clock"].top or 0))
    assert [box.base for box in boxes(tower)] == [found["a"], found["b"], 0]


def test_size_and_pose_change_extents():
    dog = Thing(id="a", kind="dog", size=2)
    assert extents(dog) == tuple(2 * s for s in KINDS["dog"].size)
    sitting = Thing(id="a", kind="dog", pose="sitting")
    assert extents(sitting) == KINDS["dog"].pose_sizes["sitting"]
    assert carries(Thing(id="a", kind="car"))
    assert not carries(Thing(id="a", kind="fish"))


def test_a_quarter_turn_swaps_width_and_depth():
    corners = Box("a", 1, 2, (0.5, 0.25), 90, 0, 3).corners()
    assert np.allclose(corners.min(0), (0.75, 0, 1.5))
    assert np.allclose(corners.max(0), (1.25, 3, 2.5))


def test_a_child_takes_less_room_than_a_king():
    child, king = (Thing(id="a", kind="person", person=p) for p in (Person(age="child"), Person(hat="crown")))
    assert extents(child)[1] < 0.8 * extents(king)[1]

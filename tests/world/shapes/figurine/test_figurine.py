"""One identity is the same in every pose and expression."""

import pytest

from cavendish.plan.person import EXPRESSIONS, POSES, Person, drawn
from cavendish.world.shapes.figurine import figure, shape

SOME = tuple(drawn(None, seed, "person-1") for seed in range(6))
MOST = 50
"""Primitives of the most elaborate; half of all people have 40 or fewer."""


@pytest.mark.parametrize("who", SOME, ids=range(len(SOME)))
def test_one_identity_has_the_same_slots_in_every_pose_and_expression(who: Person):
    first = figure(who)[1]
    for pose in POSES:
        prims, slots = figure(who, pose, "happy")
        assert slots == first
        assert {p.slot for p in prims} <= set(slots)
        assert len(prims) <= MOST
    assert all(figure(who, "standing", felt)[1] == first for felt in EXPRESSIONS)


def test_a_head_is_the_same_in_every_pose():
    who = Person(hair="ponytail", glasses="glasses", beard="short")
    heads = [sorted((p.type, p.dims, p.slot) for p in figure(who, pose)[0] if p.slot in ("hair", "frame", "eye"))
             for pose in POSES]  # fmt: skip
    assert all(head == heads[0] for head in heads)


def test_a_child_is_shorter_than_an_adult():
    tall = {age: shape(Person(age=age)).prims for age in ("child", "adult")}
    top = {age: max(p.center[1] for p in prims) for age, prims in tall.items()}
    assert top["child"] < 0.85 * top["adult"]


def test_a_persons_shape_has_every_pose():
    assert set(shape().poses) == set(POSES[1:])

"""Bodies stand on the ground in one piece, and their measures are those of age and build."""

import pytest

from cavendish.plan.person import PLAIN, POSES, Person
from cavendish.world.shapes import figurine
from cavendish.world.shapes.figurine.body import bounds_of, hand, measures
from cavendish.world.shapes.figurine.poses import POSES as LIMBS
from tests.world.shapes.field import bounds, grid, lopsided, pieces

PEOPLE = (
    PLAIN,
    Person(age="child", build="slim", top="dress", hair="bob", hat="cap"),
    Person(age="old", build="stout", top="coat", bottom="skirt", beard="long", glasses="glasses"),
    Person(top="robe", extra="cape", hat="crown"),
)


@pytest.mark.parametrize("pose", POSES)
def test_in_every_pose_a_person_is_one_piece_on_the_ground_over_the_origin(pose: str):
    prims, _ = figurine.figure(PLAIN, pose)
    low, high = bounds(grid(prims))
    assert abs(low[1]) < 0.006
    assert abs(low + high)[[0, 2]].max() < 0.02
    assert pieces(grid(prims)) == 1


@pytest.mark.parametrize("who", PEOPLE, ids=str)
def test_whoever_sits_or_stands_is_on_the_ground(who: Person):
    for pose in ("standing", "sitting"):
        prims, _ = figurine.figure(who, pose)
        assert abs(bounds(grid(prims))[0][1]) < 0.01
        assert pieces(grid(prims)) == 1


def test_a_person_at_rest_is_the_same_on_both_sides():
    bald = Person(hair="bald", top="t-shirt", bottom="shorts")
    assert lopsided(grid(figurine.figure(bald)[0])) < 0.004


def test_the_box_round_primitives_is_never_smaller_than_the_thing():
    prims, _ = figurine.figure(PLAIN, "dancing")
    low, high = bounds_of(prims)
    inner, outer = bounds(grid(prims))
    assert all(a <= b + 1e-6 for a, b in zip(low, inner, strict=True))
    assert all(a >= b - 1e-6 for a, b in zip(high, outer, strict=True))


def test_age_and_build_are_seen_in_the_measures():
    child, adult = measures(Person(age="child")), measures(Person(age="adult"))
    assert child.head < adult.head
    assert child.leg < adult.leg
    assert measures(Person(build="slim")).girth < adult.girth < measures(Person(build="stout")).girth


def test_hands_are_where_the_pose_has_them():
    m = measures(PLAIN)
    down, up = (hand(m, LIMBS[pose].arms[0], -1) for pose in ("standing", "waving"))
    assert up[1] > m.shoulder > down[1]

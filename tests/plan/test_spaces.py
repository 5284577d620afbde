"""Spaces: what carries, holds and shelters, by pose, as large as the thing is."""

from dataclasses import astuple

import pytest

from cavendish.plan import spaces
from cavendish.plan.kinds import KINDS
from cavendish.plan.schema import Thing


def test_every_entry_is_of_a_kind_and_lies_within_it():
    for name, poses in spaces.table().items():
        kind = KINDS[name]
        for pose, found in poses.items():
            assert pose == "" or pose in (*kind.poses, *kind.states) or name == "person"
            wide, tall, deep = kind.pose_sizes.get(pose, kind.size)
            for x, z, half, depth, low, high in found.values():
                assert abs(x) + half <= 0.6 * wide + 0.05
                assert abs(z) + depth <= 0.6 * deep + 0.07
                assert 0.0 <= low <= high <= 1.1 * tall


def test_spaces_grow_with_the_thing():
    small, large = (spaces.top(Thing(id="a", kind="skateboard", size=size)) for size in (0.5, 1.5))
    assert small is not None
    assert large is not None
    assert astuple(large) == pytest.approx([3 * value for value in astuple(small)])


def test_an_open_state_holds_more_than_the_usual_one():
    assert spaces.state("gift box", "hollow") == "open"
    assert spaces.state("cup", "hollow") == "open"
    assert spaces.state("umbrella", "shelter") == "planted"
    assert spaces.state("dining table", "shelter") == ""
    assert spaces.state("apple", "hollow") is None


def test_what_has_no_entry_has_no_space():
    assert spaces.hollow(Thing(id="a", kind="apple")) is None
    assert spaces.shelter(Thing(id="a", kind="cup")) is None
    table = spaces.shelter(Thing(id="a", kind="dining table"))
    assert table is not None
    assert 0.5 < table.high < KINDS["dining table"].size[1]

"""How many are meant: plain words are one thing, pairs of what comes in pairs are one each."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cavendish.plan.counting import recounted
from cavendish.plan.hues import Stretch
from cavendish.plan.kinds import KINDS
from cavendish.plan.reading import read
from tests.every import every


@pytest.mark.parametrize(
    ("prompt", "expected"),
    [
        ("scissors", ["kind:scissors"]),
        ("a scissors", ["say:a", "kind:scissors"]),
        ("a pair of scissors", ["n:1", "kind:scissors"]),
        ("a pair of red scissors", ["n:1", "color:red", "kind:scissors"]),
        ("two pairs of red scissors", ["n:2", "color:red", "kinds:scissors"]),
        ("pairs of scissors", ["kinds:scissors"]),
        ("three scissors", ["n:3", "kinds:scissors"]),
        ("the headphones", ["say:a", "kind:headphones"]),
        ("some grapes", ["say:a", "kind:grapes"]),
        ("a bunch of red grapes", ["say:a", "color:red", "kind:grapes"]),
        ("many grapes", ["say:some", "kinds:grapes"]),
        ("sheep", ["kind:sheep"]),
        ("one sheep", ["n:1", "kind:sheep"]),
        ("some sheep", ["say:some", "kinds:sheep"]),
        ("these white sheep", ["color:white", "kinds:sheep"]),
        ("both deer", ["say:both", "kinds:deer"]),
        ("two sheeps", ["n:2", "kinds:sheep"]),
        ("a pair of boots", ["n:2", "kinds:boot"]),
        ("two pairs of boots", ["n:4", "kinds:boot"]),
        ("seven pairs of boots", ["n:12", "kinds:boot"]),
        ("two dogs and fish", ["n:2", "kinds:dog", "say:and", "kind:fish"]),
        ("two glasses of wine", ["n:2", "kinds:wine glass"]),
    ],
)
def test_a_noun_is_one_unless_many_are_said(prompt: str, expected: list[str]):
    assert [item.name for item in read(prompt).reads if item.name] == expected


def test_a_things_name_alone_is_one_of_it():
    def one(name: str):
        assert [item.name for item in read(name).reads] in ([f"kind:{name}"], ["say:orange"])

    every(sorted(KINDS), one)


NAMES = st.sampled_from(
    ("n:2", "say:some", "say:a", "color:red", "kind:sheep", "kinds:cup", "word", "", "kind:scissors")
)
TEXTS = st.sampled_from(("a pair of", "pairs of", "some", "those", "sheep", "scissors", "two", "x"))


@given(st.lists(st.builds(Stretch, NAMES, TEXTS), max_size=8))
def test_any_heap_of_stretches_keeps_its_length_and_its_kinds(said: list[Stretch]):
    names = recounted(said)
    assert [name.partition(":")[2] for name in names if name.startswith("kind")] == [
        item.name.partition(":")[2] for item in said if item.name.startswith("kind")
    ]
    assert len(names) == len(said)

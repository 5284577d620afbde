"""Doings are bound to the animal that they are said of."""

import pytest

from cavendish.plan.doings import acted
from cavendish.plan.reading import read
from cavendish.plan.schema import Plan, Thing


def poses(prompt: str, *kinds: str, **said: str) -> dict[str, str | None]:
    things = tuple(Thing(id=f"{kind}-{i}", kind=kind, pose=said.get(kind)) for i, kind in enumerate(kinds))
    return {thing.kind: thing.pose for thing in acted(Plan(things=things), read(prompt)).plan.things}


@pytest.mark.parametrize(
    ("prompt", "cat", "dog"),
    [
        ("a sleeping cat and a dog", "sleeping", None),
        ("a cat asleep on a rug and a dog", "sleeping", None),
        ("a cat and a running dog", None, "running"),
        ("a cat lying next to a walking black dog", "lying", "walking"),
        ("a fast asleep cat, a dog strolling by", "sleeping", "walking"),
        ("a cat and a dog, no sleeping", None, None),
        ("a cat and a dog", None, None),
    ],
)
def test_each_is_bound_to_its_noun(prompt: str, cat: str | None, dog: str | None):
    assert poses(prompt, "cat", "dog") == {"cat": cat, "dog": dog}


def test_who_cannot_is_left_and_the_word_is_not_held():
    plan = Plan(things=(Thing(id="penguin-1", kind="penguin"),))
    found = acted(plan, read("a sleeping penguin"))
    assert found.plan == plan
    assert found.words == frozenset()


def test_who_was_said_to_sit_sits():
    assert poses("a sitting dog that is asleep", "dog", dog="sitting") == {"dog": "sitting"}
    assert poses("a running dog", "dog", dog="standing") == {"dog": "running"}


def test_the_words_are_told():
    plan = Plan(things=(Thing(id="cat-1", kind="cat"),))
    assert acted(plan, read("a Sleeping cat")).words == {"sleeping"}


@pytest.mark.parametrize(
    "prompt", ["a sliced lemon", "a lemon cut in half", "half a lemon", "a slice of lemon"]
)
def test_fruit_is_cut_where_that_is_said(prompt: str):
    assert poses(prompt, "lemon") == {"lemon": "sliced"}


def test_fruit_is_whole_else_and_flowers_are_not_sliced():
    assert poses("three lemons and a cut flower", "lemon", "flower") == {"lemon": None, "flower": None}

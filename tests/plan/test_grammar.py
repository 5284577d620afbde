"""The grammar: every walk it allows ends in a valid plan that holds what the prompt names."""

import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cavendish.errors import PlanError
from cavendish.plan.grammar import Grammar
from cavendish.plan.prose import decode, encode
from cavendish.plan.reading import read
from cavendish.plan.schema import MAX_THINGS, Plan
from cavendish.plan.vocabulary import ID, PLAN
from cavendish.world.captions import caption

PROMPTS = [
    "a red cup and a teddy bear on a wooden table at golden hour",
    "12 dogs and 12 cats and 9 birds and some cups",
    "a cup left of a dog left of a cat left of a cup, behind a bus, on a car, above a book",
    "a sign that says 'A', a poster that says 'B', a mug saying 'C', 'D', 'E', 'F', 'G', 'H'",
    "a photo of an orange, an orange and an orange orange, no oranges",
    "cup dog cat bus car tree book bird lamp clock hat crown apple banana carrot cake",
    "",
]


def walk(prompt: str, seed: int) -> Plan:
    """A plan written by chance under the grammar."""
    reading = read(prompt)
    rng = random.Random(seed)  # noqa: S311 -- a walk is no secret
    grammar, ids = Grammar(reading), list[int]()
    while options := grammar.allowed(ids):
        ids.append(rng.choice(options))
        assert len(ids) < 160
    return decode(ids, reading.refs)


@pytest.mark.parametrize("prompt", PROMPTS)
def test_every_walk_ends_in_a_plan(prompt: str):
    for seed in range(25):
        assert len(walk(prompt, seed).things) <= MAX_THINGS


@settings(max_examples=25, deadline=None)
@given(st.text(max_size=120), st.integers(0, 9))
def test_every_walk_ends_for_any_text(prompt: str, seed: int):
    walk(prompt, seed)


def test_every_thing_named_is_there_and_nothing_else_is():
    for seed in range(30):
        plan = walk("a red cup, two dogs and a bus left of a tree at night, without cats", seed)
        assert {thing.kind for thing in plan.things} == {"cup", "dog", "bus", "tree"}
        assert {thing.color for thing in plan.things} <= {"red", None}
        assert plan.light.time == "night"
        assert plan.avoid == ("cat",)
        assert any(relation.predicate == "left of" for relation in plan.relations)


def test_texts_are_always_lettered():
    for seed in range(10):
        assert [line.text for line in walk("a sign reading 'HI'", seed).lettering] == ["HI"]
        assert [line.text for line in walk("a dog and the words 'HI'", seed).lettering] == ["HI"]


@pytest.mark.parametrize("start", range(0, 240, 60))
def test_what_captions_say_is_allowed(start: int):
    for seed in range(start, start + 60):
        prompt, plan = caption(seed)
        reading = read(prompt)
        grammar, ids = Grammar(reading), encode(plan, reading.refs)
        for i, token in enumerate(ids):
            assert token in grammar.allowed(ids[:i]), prompt
        assert grammar.allowed(ids) == []


def test_what_could_not_have_been_written_is_refused():
    grammar = Grammar(read("a cup"))
    with pytest.raises(PlanError):
        grammar.allowed([PLAN, ID["kind:dog"]])
    with pytest.raises(PlanError):
        grammar.allowed([ID["kind:cup"], ID["kind:cup"]])
    assert grammar.allowed([PLAN]) == [ID["kind:cup"]]


def test_looking_back_is_the_same_as_never_having_looked_ahead():
    reading = read("two red cups and a dog at night")
    grammar = Grammar(reading)
    ids = [PLAN, ID["n:2"], ID["color:red"], ID["kind:cup"]]
    grammar.allowed(ids)
    assert grammar.allowed(ids[:2]) == Grammar(reading).allowed(ids[:2])


@pytest.mark.parametrize(
    ("prompt", "things", "relations"),
    [
        ("a photo of three sheeps", [("sheep", None)] * 3, []),
        ("a photo of a purple cat and a black chair", [("cat", "purple"), ("chair", "black")], []),
        ("a photo of an orange orange", [("orange", "orange")], []),
        ("a photo of a bus above a dog", [("bus", None), ("dog", None)], [("bus-1", "above", "dog-1")]),
        ("a photo of an apple right of a lamp", [("apple", None), ("lamp", None)],
         [("apple-1", "right of", "lamp-1")]),
    ],
)  # fmt: skip
def test_plain_prompts_leave_no_choice(
    prompt: str, things: list[tuple[str, str | None]], relations: list[tuple[str, str, str]]
):
    for seed in range(8):
        plan = walk(prompt, seed)
        assert sorted((t.kind, t.color or "") for t in plan.things) == sorted((k, c or "") for k, c in things)
        assert [(r.subject, r.predicate, r.object) for r in plan.relations] == relations
